"""Numbers that name something and count nothing: articles of law, cases, codes, telephones."""

from __future__ import annotations

import re

from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document, remembered

__all__ = ["code", "glued", "labelled", "phone", "reference"]

_SIGNS = frozenset({"№", "§"})
_TOUCHING = frozenset({"(", "."})
_ORDINAL = "º"
_CODE = 100
_WORD = 3
_PHONE = re.compile(
    r"""(?<![\w.,])(?:
        \+\d{1,3}(?:[\ \u00a0()-]{1,2}\d{2,4}){2,}
      | 0\d{0,3}(?:[\ \u00a0()-]{1,2}\d{2,4}){2,}
      | \d(?:-\d{2,4}){3,}
      | 116[\ \u00a0]?(?:000|006|111|117|123)
      | [A-Z]{2}\d{2}(?:[\ \u00a0]\d{4}){2,}[\ \u00a0\d]*
    )(?![\w])""",
    re.X,
)
"""Telephones from abroad, with a leading nought or in groups; the helplines of the EU (Decision 2007/116/EC: 116 000
for missing children, 116 111 for children); accounts (IBAN, ISO 13616)."""


def reference(case: Case) -> bool:
    """Article 49, Resolution 236, Articles 49 and 50, Article 8(2): a document's number."""
    doc, i = case.doc, case.c.i
    if i > 2 and doc.tokens.kinds[i - 2] == "n" and "reject.documents" in doc.tags[i - 3]:
        return doc.word(i - 1) == "(" or doc.word(i - 1) in doc.language.connectors
    return (
        case.c.i > 0
        and (i < 2 or doc.tokens.kinds[i - 2] != "n")
        and bool(({"label"} if doc.language.implied_ways else {"reject.documents", "label"}) & doc.tags[i - 1])
        and not _amounts_to(doc, i - 1)
        and not _collective(doc, i)
        and not (case.n.what in ("child", "unit.people") and case.n.at == case.c.j)
    )


def _collective(doc: Document, i: int) -> bool:
    """ "Objętych rundą pięcioro": a numeral for persons is no name of a thing."""
    endings = doc.language.collectives
    return bool(endings) and doc.tokens.kinds[i] == "w" and doc.word(i).endswith(endings)


def _amounts_to(doc: Document, k: int) -> bool:
    """ "The additions number 54", "those still sought number 9", "the deported number 19,546": a verb of counts behind
    a plural, a verb or whom it counts, no label."""
    plural = doc.word(k - 1).endswith(doc.language.plurals)
    whom = doc.under(k - 1, k, "child") and doc.word(k - 2) in doc.language.definites | {""}
    return "holds" in doc.tags[k] and (plural or whom or doc.under(k - 1, k, "measure"))


def labelled(case: Case) -> bool:
    """ "Case No. 245", "ч. 2 ст. 438", "Art. 438(1)", "§ 235", "n.º 2": right behind a sign or an abbreviation of what
    bears numbers."""
    return _labelled(case.doc, case.c.i)


def _labelled(doc: Document, i: int) -> bool:
    for _ in range(_LEVELS):
        k = i - 1 - (doc.word(i - 1) == _ORDINAL)
        if doc.word(k) in _SIGNS or _abbreviated(doc, k):
            return True
        part = doc.word(k) in _TOUCHING and k > 0 and doc.tokens.kinds[k - 1] == "n"
        if not part or doc.tokens.ends[k - 1] != doc.tokens.starts[k]:
            return False
        i = k - 1
    return False


def _abbreviated(doc: Document, k: int) -> bool:
    """Is the stop at token `k` that of "art.", "ст.", and not that of "у т. ч."?"""
    return doc.word(k) == "." and doc.word(k - 1) in doc.language.numbering and "including" not in doc.tags[k - 1]


_LEVELS = 4
"""So deep goes the numbering of a law: 8(2)(b)(viii)."""


def code(case: Case) -> bool:
    """ "U-16", "Су-27": joined to a word by a hyphen before it; "2024/1385", "568/2021": to a number by a stroke."""
    if _stroked(case.doc, case.c.i - 1) or _stroked(case.doc, case.c.j):
        return True
    doc, i = case.doc, case.c.i
    if i < 2 or doc.word(i - 1) != "-" or doc.tokens.kinds[i - 2] != "w":
        return False
    return doc.tokens.ends[i - 2] == doc.tokens.starts[i - 1] and doc.tokens.ends[i - 1] == doc.tokens.starts[i]


def glued(case: Case) -> bool:
    """ "zx803ab79310", "1e5": digits that a letter or digit touches before them, or letters that go on with digits
    behind them, are a part of a longer code. A known word before is a lost space ("понад19 тисяч")."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if doc.tokens.kinds[i] != "n":
        return False
    if _touch(doc, i - 1) and (doc.tokens.kinds[i - 1] == "n" or not (_known(doc, i - 1) or _lost_space(case))):
        return True
    if not _touch(doc, j - 1):
        return False
    return doc.tokens.kinds[j] == "n" or (
        doc.tokens.kinds[j] == "w" and _touch(doc, j) and doc.tokens.kinds[j + 1] == "n"
    )


def _lost_space(case: Case) -> bool:
    """ "A total of19 children": letters alone before the number, and behind it, apart, whom it counts."""
    doc, c, n = case.doc, case.c, case.n
    return n.what == "child" and n.at == c.j and not _touch(doc, c.i - 2) and not _touch(doc, c.j - 1)


def _touch(doc: Document, k: int) -> bool:
    """Does token `k`, a word or number, touch the one behind it?"""
    if not 0 <= k < len(doc.words) - 1 or "p" in (doc.tokens.kinds[k], doc.tokens.kinds[k + 1]):
        return False
    return doc.tokens.ends[k] == doc.tokens.starts[k + 1] and doc.text[doc.tokens.ends[k] - 1].isalnum()


def _known(doc: Document, k: int) -> bool:
    """Is the word at token `k` one of the language or of the story, longer than what codes begin with?"""
    known = bool(doc.tags[k]) or doc.word(k) in doc.language.small | doc.language.hedge_ends
    return known and len(doc.word(k)) >= _WORD


def _stroked(doc: Document, k: int) -> bool:
    """Joins a stroke at token `k` two numbers of which one is too great for a fraction or a day?"""
    if doc.word(k) != "/" or k < 1 or k + 1 >= len(doc.words):
        return False
    sides = doc.words[k - 1], doc.words[k + 1]
    touch = doc.tokens.ends[k - 1] == doc.tokens.starts[k] and doc.tokens.ends[k] == doc.tokens.starts[k + 1]
    return touch and all(map(str.isdecimal, sides)) and any(int(side) >= _CODE for side in sides)


def phone(case: Case) -> bool:
    """ "+380 44 123 45 67", "0 800 500 225", "116 000": a part of a telephone's or an account's number."""
    start = case.doc.tokens.starts[case.c.i]
    return any(a <= start < b for a, b in _phones(case.doc))


@remembered
def _phones(doc: Document) -> tuple[tuple[int, int], ...]:
    return tuple(found.span() for found in _PHONE.finditer(doc.text))
