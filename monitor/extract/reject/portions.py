"""Numbers that tell a portion of a count: so many for each, a region's share, who those of a share are."""

from __future__ import annotations

from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document
from monitor.extract.text.small import DASHES

__all__ = ["breakdown", "topped", "who"]

_ABOUT = ("ах", "ях", "ам", "ям", "их", "ых", "им", "ым")
"""Nouns end so behind по when it means "about" or "over": "по 98 дітях", "по 12 обвиняемым"."""
_OBLIQUE = ("ьох", "ох", "ех", "рых", "оих", "ьом", "ом", "ем", "ум", "рым", "оим", "и", "сорока", "ста", "носта")
"""Number words end so there; so many for each stand in the form of the subject: "по двадцять", "по пятеро"."""
_MANY = 1000


def breakdown(case: Case) -> bool:
    """ "Донецька область – 630", "по двадцять": a region's share of a count, so many for each."""
    doc, i = case.doc, case.c.i
    each = i > 0 and doc.word(i - 1) != "" and "each" in doc.tags[i - 1] and not _about(case)
    if case.n.what == "child":
        return each
    if case.c.share:
        return False
    region = doc.word(i - 1) == "–" and any("region" in doc.tags[k] for k in (i - 3, i - 2) if k >= 0)
    return each or (region and not _next_region(case))


def topped(case: Case) -> bool:
    """ "Найбільше дітей постраждало у Донецькій області – 718, Харківській – 640": what the hardest hit places have."""
    doc, i = case.doc, case.c.i
    a, _ = doc.sentence_of(i)
    most = next(iter(doc.cues_of("topmost", a, i)), None)
    counted = case.n.what == "none" or (case.n.what == "child" and case.n.at < i)
    told = doc.word(i - 1) in DASHES | {":", "("} and counted and not case.c.share
    done = doc.under(case.c.j, case.c.j + _NOUN + 1, "measure")
    return told and not done and most is not None and any(doc.has(most.j, i, tag) for tag in ("region", "area"))


def _next_region(case: Case) -> bool:
    """ "З Херсонської області вивезли 1 940 дітей, із Запорізької – 1 372": one region behind another, no whole."""
    doc, i = case.doc, case.c.i
    before = doc.spans_in(doc.sentence_of(i)[0], i)
    told = bool(before) and doc.has(before[-1].j, before[-1].j + _NOUN, "child")
    return told and doc.has(doc.sentence_of(i)[0], before[-1].i, "region")


_NOUN = 2


def _about(case: Case) -> bool:
    """ "По дев'яноста двох відповіли", "по 48 из них": по tells of whom the sentence speaks, not how many each has."""
    doc, c = case.doc, case.c
    exact = (c.value or 0) >= _MANY and (c.value or 0) % (_MANY / 10) > 0
    if exact or doc.has(c.j, c.j + 1, "partitive"):
        return True
    last = doc.word(c.j - 1)
    if doc.tokens.kinds[c.j - 1] == "w" and last not in doc.language.paucals:
        return last.endswith(_OBLIQUE)
    return case.n.what != "none" and case.n.at >= c.j and doc.word(case.n.at).endswith(_ABOUT)


def who(case: Case) -> bool:
    """ "Two thirds of them – teenagers": a share that says who they are, not what became of them."""
    doc, j = case.doc, case.c.j
    dash = next((k for k in range(j, min(j + 4, len(doc.tags))) if doc.word(k) == "–"), 0)
    if doc.language.implied_ways:
        return _named_behind(doc, case.c.i, j)
    return bool(dash) and doc.has(j, dash, "partitive") and doc.has(dash, dash + 3, "child")


def _named_behind(doc: Document, i: int, j: int) -> bool:
    """Ends the sentence with a dash and a word for children?"""
    _, b = doc.sentence_of(i)
    dash = next((k for k in range(b - 1, j - 1, -1) if doc.word(k) == "–"), 0)
    return bool(dash) and doc.has(dash + 1, dash + 3, "child") and dash + 4 >= b
