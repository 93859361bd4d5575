"""Reasons that spread from one number to the next: ages, units and parts told together, values corrected."""

from __future__ import annotations

from itertools import pairwise

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document

__all__ = ["spread"]

_ADULT = 18
_OF_AGES = frozenset({"age", "duration", "adjective"})


def spread(
    head: Document, doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """The reasons of all candidates, those added that their neighbours give them."""
    reasons = _share_nouns(doc, candidates, whats, reasons)
    reasons = _share_parts(doc, candidates, whats, _share_ages(doc, candidates, reasons))
    reasons = _of_prisoners(head, doc, candidates, whats, reasons)
    return _denied_again(doc, candidates, whats, _corrected(head, doc, candidates, whats, reasons))


_BESIDE_PRISONERS = frozenset({"none", "unit.facilities", "unit.people"})


def _of_prisoners(
    head: Document, doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """Under a headline of prisoners and no child, what a sentence without children counts is theirs."""
    if doc.language.implied_ways or "prisoners" not in head.said or "child" in head.said:
        return reasons
    return [
        why or ("soldiers" if what.what in _BESIDE_PRISONERS and not doc.has(*doc.sentence_of(c.i), "child") else None)
        for c, what, why in zip(candidates, whats, reasons, strict=True)
    ]


def _share_ages(doc: Document, candidates: list[Candidate], reasons: list[str | None]) -> list[str | None]:
    """``13, 14 and 15 years old``: a small number joined to an age by a comma or one word is an age too.

    A sum is none: "a girl and two of her brothers, 7 and 9".
    """
    found = list(reasons)
    if _OF_AGES.isdisjoint(found):
        return found
    for k in (*range(len(candidates) - 2, -1, -1), *range(len(candidates))):
        c = candidates[k]
        if found[k] is not None or c.derived:
            continue
        for other in (k + 1, k - 1):
            if found[k] is None and 0 <= other < len(candidates) and found[other] in _OF_AGES:
                found[k] = "age" if _joined(doc, *sorted((c, candidates[other]), key=lambda x: x.i)) else None
        if found[k] is None and k and found[k - 1] == "age" and _then_old(doc, candidates[k - 1], c):
            found[k] = "age"
    return found


def _then_old(doc: Document, before: Candidate, c: Candidate) -> bool:
    """ "She was nine when she was taken and 12 when she came home": a bare small number before a clause of time."""
    j = c.j + (doc.word(c.j) == ",")
    opens = doc.language.conjunctions - doc.language.links - doc.language.connectors
    small = not c.share and 0 < (c.value or 0) < _ADULT
    return small and doc.word(j) in opens and doc.sentence[before.i] == doc.sentence[c.i]


def _share_nouns(
    doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """ "40 to 60 days": a number joined by one word to another counts what that one counts."""
    found = list(reasons)
    joining = doc.language.range_to | doc.language.links
    for k in range(len(candidates) - 2, -1, -1):
        c, after = candidates[k], candidates[k + 1]
        joined_to = after.i == c.j + 1 and doc.word(c.j) in joining and whats[k].what == "none"
        if joined_to and found[k] is None and whats[k + 1].what.startswith("reject."):
            found[k] = found[k + 1]
    return found


def _denied_again(
    doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """ "Denied reports that 40 children had returned. Channels had written of 40 children": still denied."""
    found = list(reasons)
    denied: dict[float | None, int] = {}
    for k, (c, what) in enumerate(zip(candidates, whats, strict=True)):
        number = doc.sentence[c.i]
        if what.what == "child" and found[k] == "denied":
            denied[c.value] = number
        elif what.what == "child" and found[k] is None and 0 < number - denied.get(c.value, number) <= _RUMOUR:
            found[k] = "denied"
    return found


_RUMOUR = 3
"""So many sentences behind a denial the same number is what was denied."""


def _corrected(
    head: Document, doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """ "We gave the number as 21. It was 12.": in a correction the number that is replaced behind it is none."""
    found = list(reasons)
    headed = "erratum" in head.said
    told = [doc.sentence[cue.i] for cue in doc.cues_of("erratum", 0, len(doc.words))]
    for k, (c, after) in enumerate(pairwise(candidates)):
        apart = doc.sentence[after.i] - doc.sentence[c.i]
        near = [number for number in told if abs(number - doc.sentence[c.i]) <= _NOTICE]
        if not (headed or near):
            continue
        outright = doc.has(*doc.sentence_of(after.i), "restates")
        right = outright or ((headed or near[0] <= doc.sentence[c.i]) and _set_right(doc, c, after, whats[k + 1]))
        next_one = (apart == 1 and right) or (apart == _BETWEEN and outright)
        if next_one or (apart == 0 and whats[k + 1].what == "none" and _replaced(doc, c, after)):
            found[k] = found[k] or "denied"
    return found


def _set_right(doc: Document, c: Candidate, after: Candidate, what: Counted) -> bool:
    """ "Son 13, según ...", "Ils étaient 13": a bare number right behind the verb that opens the sentence, about as
    large as the one that it sets right, and no sum."""
    small, large = sorted((c.value or 0, after.value or 0))
    if doc.has(*doc.sentence_of(after.i), "total") or large > _ALIKE * small:
        return False
    bare = what.what == "none" and not after.share and doc.word(after.i - 1) in doc.language.amounts
    return bare and 0 < after.i - doc.sentence_of(after.i)[0] <= _LEADING


_LEADING = 2
_ALIKE = 3


def _replaced(doc: Document, c: Candidate, after: Candidate) -> bool:
    """ "We wrote that 14 had come; in fact it was nine.": what sets right stands before a bare number."""
    cues = [cue for cue in doc.cues_of("restates", c.j, after.i) if after.i - cue.j < _CLOSE]
    return bool(cues) and not doc.under(cues[-1].j, doc.clauses[doc.clause[after.i]][1], "measure")


_CLOSE = 4
_BETWEEN = 2
"""So many sentences on, behind one that tells how the mistake was found, the right number stands."""
_NOTICE = 3
"""So many sentences a number may stand from the words of a correction; "the correction of identities" is none."""
_FEW = 20
"""Of fewer than so many nobody tells per cents: "1,205 children from five regions, 80 per cent of them"."""
_OF_OTHERS = frozenset({"soldiers", "documents", "population", "countries", "money"})


def _opens(doc: Document, c: Candidate) -> bool:
    """ "Another 8,000 are in camps": more of those told before open a sentence that names no children."""
    a, b = doc.sentence_of(c.i)
    return "more" in doc.tags[a] and c.i - a <= 2 and not doc.has(a, b, "child")


def _share_parts(
    doc: Document, candidates: list[Candidate], whats: list[Counted], reasons: list[str | None]
) -> list[str | None]:
    """ "311 reports, 309 of them closed": a part of what is no figure is none."""
    found = list(reasons)
    for k, c in enumerate(candidates[1:], 1):
        apart = doc.sentence[c.i] - doc.sentence[candidates[k - 1].i]
        told = (found[k - 1] in _OF_OTHERS and apart == 0) or (found[k - 1] == "elsewhere" and apart <= 1)
        told = told or (found[k - 1] == "soldiers" and apart == 1 and whats[k].what == "none" and _opens(doc, c))
        few = c.share and (candidates[k - 1].value or 0) < _FEW
        part = told and not few and doc.has(c.i - 1, min(c.j + 2, len(doc.tags)), "partitive")
        if found[k] is None and part and not (doc.has(c.j, c.j + 5, "child") or doc.under(c.i - 1, c.i, "measure")):
            found[k] = found[k - 1]
    return found


def _joined(doc: Document, a: Candidate, b: Candidate) -> bool:
    if b.i - a.j > 2 or not all(c.value is not None and c.value <= 25 for c in (a, b)):
        return False
    between = doc.words[a.j : b.i]
    if len(between) == 2 and between[0] in doc.language.range_to and between[1] in doc.language.frequent:
        between = between[:1]
    joining = doc.language.connectors | doc.language.links | doc.language.range_to
    return bool(between) and all(w in ",-–" or w in joining for w in between)
