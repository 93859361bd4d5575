"""The days a figure speaks of, resolved against the day of publication (gold/SCHEME.md, section 1: period)."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from operator import attrgetter

from monitor.extract.directions import territory
from monitor.extract.document import Document
from monitor.extract.measures import Bound
from monitor.extract.times import DAY, MONTH, SINCE, YEAR, Time, times
from monitor.extract.ways import sense
from monitor.model import Period

__all__ = ["INVASION", "period_of"]

INVASION = date(2022, 2, 24)
_EVENTS = frozenset({"batch", "increment"})
_COUNTS = frozenset({"total", "estimate"})
_BESIDE = 2
_DONE = frozenset({"returned", "deported", "held", "killed", "injured"})
"""Measures of what is done to children, a month's count of which is one of that month."""


def period_of(doc: Document, i: int, kind: str, bound: Bound, published: date | None) -> Period | None:
    """The period that the text tells for the number at token `i`: of a batch its days, of a total the span it counts.

    "On Friday" is that day, "in December" the last one, "since January" until the day of publication; a total of the
    war runs from the invasion. None where nothing is told, or only when somebody spoke.
    """
    if published is None or kind not in _EVENTS | _COUNTS:
        return None
    told = [time for time in _near(doc, i, published) if _of_number(doc, i, kind, bound, time)]
    if told:
        return _since_the_war(min(told, key=lambda time: _rank(doc, i, time, published)))
    return Period(INVASION, published) if kind == "total" and doc.has(*territory(doc, i), "invasion") else None


def _since_the_war(time: Time) -> Period:
    """ "Since 2022", "since February 2022": the war's beginning, when nothing is told more exactly."""
    start = time.period.start
    war = time.grain == SINCE and start in (INVASION.replace(day=1), INVASION.replace(month=1, day=1))
    return Period(INVASION, time.period.end) if war else time.period


def _rank(doc: Document, i: int, time: Time, published: date) -> tuple[bool, bool, int]:
    """What is told in the number's own clause goes first, then the nearest; the day of a dateline or a speech last."""
    dateline = time.grain == DAY and time.period.start == published
    return dateline, doc.clause[time.i] != doc.clause[i], abs(time.i - i)


def _near(doc: Document, i: int, published: date) -> list[Time]:
    """The times told between the number before, in its sentence, and the next one's clause.

    A number does not look at all times of the text: that takes time by the square of its length.
    """
    a, _ = doc.sentence_of(i)
    before, told = doc.live_in(a, i), times(doc, published)
    first, last = before[-1] + 1 if before else a, territory(doc, i)[1]
    return told[bisect_left(told, first, key=_BEGINS) : bisect_left(told, last, key=_BEGINS)]


_BEGINS = attrgetter("i")


def _of_number(doc: Document, i: int, kind: str, bound: Bound, time: Time) -> bool:
    """Is it the time of the number: told in its own clause or that of its verb, or in one that tells nothing else?"""
    if kind in _COUNTS and not _counts(bound.measure, time):
        return False
    clause = doc.clause[time.i]
    own = clause == doc.clause[i] or (bound.cue is not None and clause == doc.clause[bound.cue.i])
    if not own and clause < doc.clause[i] and not _leads(doc, i, kind, bound.measure, time):
        return False
    if not own and clause > doc.clause[i] and not _follows(doc, i, bound.measure, time):
        return False
    return not _of_another(doc, bound, time) and not _of_speech(doc, time)


def _counts(measure: str, time: Time) -> bool:
    """Is it a span that a total counts? Of what is found or listed a month says when: "in May 43 were mapped"."""
    return time.grain in (SINCE, YEAR) or (time.grain == MONTH and measure in _DONE)


def _leads(doc: Document, i: int, kind: str, measure: str, time: Time) -> bool:
    """ "In December, she said, seven ...": nothing is told before the number's clause but the time and who speaks."""
    a, b = doc.clauses[doc.clause[time.i]]
    alone = time.i - a <= _BESIDE and b - time.j < _BESIDE
    spoken = time.grain != DAY and kind != "estimate" and doc.has(a, b, "say")
    opens = a == doc.sentence_of(a)[0] and not spoken
    return (alone or opens) and _silent(doc, a, doc.clauses[doc.clause[i]][0], measure)


def _follows(doc: Document, i: int, measure: str, time: Time) -> bool:
    """ "Eight were reunited with their families last week": behind the clause of the number nothing else is told."""
    a, b = doc.clauses[doc.clause[i]][1], doc.clauses[doc.clause[time.i]][1]
    spoken = time.grain != DAY and doc.has(a, b, "say")
    return not spoken and _silent(doc, a, b, measure) and not doc.among(a, b, doc.language.relatives)


def _silent(doc: Document, a: int, b: int, measure: str) -> bool:
    """Do tokens a..b-1 count nothing, and tell nothing but `measure`?"""
    return not doc.live_in(a, b) and {sense(doc, cue) for cue in doc.cues_of("measure", a, b)} <= {None, measure}


def _of_another(doc: Document, bound: Bound, time: Time) -> bool:
    """ "Three children taken in October 2022 came home": the time of another verb, which stands right before it."""
    a, _ = doc.clauses[doc.clause[time.i]]
    before = doc.cues_of("measure", a, time.i)
    return bool(before) and sense(doc, before[-1]) not in (None, bound.measure)


def _of_speech(doc: Document, time: Time) -> bool:
    """ "Kyiv said last month": when somebody spoke. A day may stand: what is told that day mostly came that day."""
    a, b = doc.clauses[doc.clause[time.i]]
    return time.grain != DAY and doc.under(max(a, time.i - _BESIDE), min(b, time.j + _BESIDE), "say")
