"""Numbers of a count that is told already: what it fell by, its measuring rod, its duplicates, its whole once more."""

from __future__ import annotations

from monitor.extract.count.candidates import rate
from monitor.extract.count.changes import fell
from monitor.extract.count.wholes import behind_whole
from monitor.extract.reject.cases import Case

__all__ = ["all_of_them", "averaged", "compared", "doubled", "fell_by", "measuring_rod", "whole_again"]


def measuring_rod(case: Case) -> bool:
    """ "Of every hundred taken, six are back": the hundred is the measuring rod."""
    return rate(case.doc, case.c.spans[0])


def averaged(case: Case) -> bool:
    """ "1,859, on average 50 a month": a rate, the last number before what says of how long it is, counts nobody."""
    doc, (a, b) = case.doc, case.doc.clauses[case.doc.clause[case.c.i]]
    first, last = max(a, case.c.i - _AVERAGE), min(b, case.c.j + _AVERAGE)
    monthly = next(iter(doc.cues_of("monthly", case.c.j, last)), None)
    alone = monthly is not None and not doc.spans_in(case.c.j, monthly.i)
    return alone and doc.has(first, last, "average")


_AVERAGE = 8
"""So few words part a number from what says that it is an average, and of how long."""


def fell_by(case: Case) -> bool:
    """ "Fell by 40": what a count lost."""
    return fell(case.doc, case.c.j)


def compared(case: Case) -> bool:
    """ "A third more than the year before", "un tiers de plus que", "на 30 % больше": by how much a count differs."""
    doc, j = case.doc, case.c.j
    than = doc.language.further | doc.language.fewer
    return doc.word(j) in than or (doc.word(j + 1) in than and doc.word(j) in doc.language.of | doc.language.leading)


def doubled(case: Case) -> bool:
    """ "1,200 of them had been counted twice", "48 записів виявилися дублями": what a register loses."""
    return case.doc.has(*case.doc.clauses[case.doc.clause[case.c.i]], "doubled")


def whole_again(case: Case) -> bool:
    """ "Two of the 46 were adopted; seven of the 46 came home": a whole that the text has told before."""
    doc, i = case.doc, case.c.i
    if case.c.share or case.n.what not in ("none", "child") or not behind_whole(doc, i):
        return False
    a, _ = doc.sentence_of(i)
    before = doc.spans_in(a, i)
    part = before and i - before[-1].j <= _PART and before[-1].value < (case.c.value or 0)
    return bool(part) and any(s.value == case.c.value for s in doc.spans_in(0, before[-1].i))


def all_of_them(case: Case) -> bool:
    """ "Three new warrants. All three organised transfers": a bare number that tells those again whom a court wants, or
    who were put on a list, before."""
    doc, i = case.doc, case.c.i
    if i == 0 or "all_of" not in doc.tags[i - 1]:
        return False
    first = doc.bounds[max(0, doc.sentence[i] - _BEFORE)][0]
    same = [s for s in doc.spans_in(first, i) if s.value == case.c.value]
    return any(doc.has(s.j, s.j + _NOUN, tag) for s in same for tag in ("unit.warrants", "unit.people"))


_BEFORE = 2
"""So many sentences before may tell of them first."""
_NOUN = 4
"""So near behind a number stands its noun."""
_PART = 3
