"""Numbers of a change: by how much, from what, to what."""

from __future__ import annotations

from monitor.extract.text.document import Document

__all__ = ["amounts", "changed", "fell", "grew", "step"]

_REACH = 6
_NEAR = 2


def changed(doc: Document, i: int) -> bool:
    """Does a verb of change stand before token `i` in its sentence ("rose by 2, from 3 to 5"), or behind the number
    that opens it ("до шести зросла кількість")?"""
    stems = doc.language.moves
    a, _ = doc.sentence_of(i)
    opens = i - 1 == a and any(doc.word(span.j).startswith(stems) for span in doc.spans_in(i, i + 1))
    return opens or any(doc.word(k).startswith(stems) for k in range(a, i))


def amounts(doc: Document, i: int) -> bool:
    """Is what stands before token `i` said of counts alone: "stands at 2016", "rose to 2016", "2,043, up from 2016"?"""
    a, _ = doc.sentence_of(i)
    for size in (1, 2, 3):
        phrase, k = " ".join(doc.words[max(0, i - size) : i]), i - size
        if phrase in doc.language.formers:
            return any(s.value >= _THOUSAND and s.i not in doc.years for s in doc.spans_in(a, i))
        if phrase in doc.language.amounting and not doc.spans_in(k - 1, k):
            return doc.word(i - 1) not in doc.language.of or doc.has(a, i - 2, "total")
    if doc.word(i - 1) in doc.language.being | doc.language.pointing and doc.has(a, i - 1, "total"):
        return True
    goal = doc.word(i - 1) in doc.language.towards - doc.language.within and doc.word(i - 2) not in doc.language.beside
    far = doc.language.verb_second and doc.has(a, i - 1, "total")
    near = range(a if far else max(0, i - _MOVED), i)
    return goal and any(doc.word(k).startswith(doc.language.moves) for k in near)


_THOUSAND = 1000
_MOVED = 4
"""Within so many words before its number stands a verb of change: "wzrosła już do 1859"."""


def grew(doc: Document, j: int) -> bool:
    """ "На 17 дітей поповнився рахунок": a verb of change behind the number, in its clause."""
    last = min(j + _REACH, doc.clauses[doc.clause[j - 1]][1])
    free = doc.language.inverted or doc.language.verb_second
    return free and any(doc.word(k).startswith(doc.language.moves) for k in range(j, last))


def step(doc: Document, i: int, j: int) -> bool:
    """Is the number of tokens i..j-1 the size of a change: "grew by 38", "plus 4", "на 30 більше"?"""
    if doc.word(i - 1) in doc.language.plus or _exceeds(doc, j):
        return True
    if doc.word(i - 1) in doc.language.steps and doc.word(j) in doc.language.further:
        return True
    if doc.word(i - 1) in doc.language.steps and grew(doc, j):
        return True
    if doc.word(j) in doc.language.range_to and doc.spans_in(j + 1, j + 2):
        return False
    near = range(max(doc.sentence_of(i)[0], i - _REACH), i)
    if not doc.among(near.start, i, doc.language.steps):
        return False
    steps = [k for k in near if doc.word(k) in doc.language.steps]
    return steps[-1] >= i - 2 and any(doc.word(k).startswith(doc.language.moves) for k in near)


def _exceeds(doc: Document, j: int) -> bool:
    """ "38 more than at the end of October": what ends before token `j` is by how much a count is greater than once."""
    behind = " ".join(doc.words[j : j + _NEAR + 2]) + " "
    more = behind.startswith(tuple(f"{phrase} " for phrase in doc.language.exceeds))
    return more and any(_tells_time(doc, k) for k in range(j, min(j + _TIME, doc.sentence_of(j - 1)[1])))


_TIME = 8


def _tells_time(doc: Document, k: int) -> bool:
    return "reject.duration" in doc.tags[k] or doc.word(k) in doc.language.months or k in doc.years


def fell(doc: Document, j: int) -> bool:
    """ "48 fewer than in spring", "48 de menos": a number that ends before token `j` says by how much a count fell."""
    near = range(j, min(j + _NEAR, doc.sentence_of(j - 1)[1]))
    at = next((k for k in near if doc.words[k] in doc.language.fewer), None)
    if at is None or any(doc.tokens.kinds[k] != "w" or doc.words[k] in doc.language.range_bare for k in range(j, at)):
        return False
    return not doc.spans_in(j, at + 1 + _NEAR)
