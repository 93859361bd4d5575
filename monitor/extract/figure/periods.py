"""The days a figure speaks of, resolved against the day of publication (gold/SCHEME.md, section 1: period)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from operator import attrgetter

from monitor.extract.context.grains import DAY, MONTH, SINCE, WEEK, YEAR, Time
from monitor.extract.context.senses import sense
from monitor.extract.context.times import times
from monitor.extract.figure.directions import territory
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.extract.text.small import DASHES
from monitor.model import Period

__all__ = ["INVASION", "period_of"]

INVASION = date(2022, 2, 24)
_MONTH_OF_INVASION, _YEAR_OF_INVASION = INVASION.replace(day=1), INVASION.replace(month=1, day=1)
_EVENTS = frozenset({"batch", "increment"})
_COUNTS = frozenset({"total", "estimate"})
_BESIDE = 2
_DONE = frozenset({"returned", "deported", "held", "killed", "injured"})
"""Measures of what is done to children, a month's count of which is one of that month."""
_LONG_AGO = 14
"""So many days after the end of a month what was told in it is no news."""
_SEASON = 92
"""So many days after "since the autumn" came what is told to have happened then."""
_BEGINS = attrgetter("i")


def period_of(doc: Document, i: int, kind: str, bound: Bound, published: date | None) -> Period | None:
    """The period that the text tells for the number at token `i`: of a batch its days, of a total the span it counts.

    "On Friday" is that day, "in December" the last one, "since January" until the day of publication; a total of the
    war runs from the invasion. None where nothing is told, or only when somebody spoke.
    """
    if published is None or kind not in _EVENTS | _COUNTS or doc.among(*doc.clauses[doc.clause[i]], doc.language.ahead):
        return None
    near = _near(doc, i, published)
    told = [time for time in near if _of_number(doc, i, kind, bound, time, published)]
    if kind == "batch" and not told:
        told = [_at_the_start(time, published) for time in near if _came_then(doc, i, time)]
    war = kind == "total" and doc.has(*territory(doc, i), "invasion")
    if not told and bound.measure in _HURT and not war:
        return _of_the_dead(doc, i, kind, bound, published)
    if told:
        return _since_the_war(min(told, key=lambda time: _rank(doc, i, time, published)), war, published)
    return Period(INVASION, published) if war else None


def _came_then(doc: Document, i: int, time: Time) -> bool:
    """ "Since the autumn of 2025, when the first eight children came home": what a count begins with."""
    a = doc.clauses[doc.clause[i]][0]
    return time.grain == SINCE and 0 <= a - time.j <= _BESIDE and doc.has(a, a + _BESIDE, "when")


def _at_the_start(time: Time, published: date) -> Time:
    """The months with which a span since then begins."""
    start = time.period.start or published
    return replace(time, period=Period(start, min(start + timedelta(_SEASON), published)))


def _of_the_dead(doc: Document, i: int, kind: str, bound: Bound, published: date) -> Period | None:
    """ "In October nine children were killed and 88 injured": the span of the number before, of the other measure."""
    a, _ = doc.sentence_of(i)
    before = doc.live_in(a, i)
    others = doc.cues_of("measure", a, i) if before else []
    other = next((cue for cue in others if cue.tag[8:] in _HURT - {bound.measure}), None)
    if other is None:
        return None
    return period_of(doc, before[-1], kind, replace(bound, measure=other.tag[8:], cue=other), published)


_HURT = frozenset({"killed", "injured"})


def _since_the_war(time: Time, war: bool, published: date) -> Period:
    """ "Since 2022", "since the invasion in February 2022": the war's beginning, when nothing is told more exactly."""
    told = time.period.start in (_MONTH_OF_INVASION, _YEAR_OF_INVASION)
    return Period(INVASION, published) if told and (war or time.grain == SINCE) else time.period


def _rank(doc: Document, i: int, time: Time, published: date) -> tuple[bool, bool, int]:
    """What is told in the number's own clause goes first, then the nearest; the day of a dateline or a speech last."""
    dateline = time.grain == DAY and time.period.start == published
    return dateline, doc.clause[time.i] != doc.clause[i], abs(time.i - i)


def _near(doc: Document, i: int, published: date) -> list[Time]:
    """The times told between the number before, in its sentence, and the next one's clause, or that open the sentence.

    A number does not look at all times of the text: that takes time by the square of its length.
    """
    a, _ = doc.sentence_of(i)
    before, told = doc.live_in(a, i), times(doc, published)
    first, last = before[-1] + 1 if before else a, territory(doc, i)[1]
    opening = bisect_left(told, a, key=_BEGINS)
    near = told[bisect_left(told, first, key=_BEGINS) : bisect_left(told, last, key=_BEGINS)]
    if before and opening < len(told) and told[opening].i < before[0] and _alone(doc, told[opening]):
        near.append(told[opening])
    return near


def _of_number(doc: Document, i: int, kind: str, bound: Bound, time: Time, published: date) -> bool:
    """Is it the time of the number: told in its own clause or that of its verb, or in one that tells nothing else?"""
    clause = doc.clause[time.i]
    own = clause == doc.clause[i] or (bound.cue is not None and clause == doc.clause[bound.cue.i])
    if kind in _COUNTS and not _counts(doc, i, bound.measure, time, own, published):
        return False
    if kind == "batch" and (time.grain == SINCE or _born(doc, time)):
        return False
    recalled = _recalled(kind, time, published)
    if not own and clause < doc.clause[i] and not _leads(doc, i, kind, bound.measure, time, recalled):
        return False
    if not own and clause > doc.clause[i] and not _follows(doc, i, bound.measure, time):
        return False
    return not _of_another(doc, bound, time) and (recalled or not _of_speech(doc, time))


def _recalled(kind: str, time: Time, published: date) -> bool:
    """ "She said in October 2025 that eight had been reunited": what was told so long ago had mostly happened."""
    end = time.period.end
    return kind == "batch" and time.grain in (MONTH, YEAR) and end is not None and (published - end).days > _LONG_AGO


def _counts(doc: Document, i: int, measure: str, time: Time, own: bool, published: date) -> bool:
    """Is it a span that a total counts? "By the end of 2024", "this year the total reached" say when it stood so,
    but a year that is over is what "a total of 449" counts. A month is counted only of what is done to children."""
    if time.grain == SINCE:
        return True
    told = doc.cues_of("total", *doc.clauses[doc.clause[i]])
    over = time.grain == YEAR and (time.period.end or published) < published
    whole = any(not time.i - _BESIDE <= cue.i < time.j and doc.words[cue.i] not in doc.language.so_far for cue in told)
    if time.edge or (whole and not over) or any(span.form == "ordinal" for span in doc.spans_in(i, i + 1)):
        return False
    return time.grain == YEAR or (measure in _DONE and (time.grain == MONTH or (time.grain == WEEK and own)))


def _born(doc: Document, time: Time) -> bool:
    """ "A boy born in 2014", "who turned 18 last year": a year of somebody's life."""
    clause = doc.clauses[doc.clause[time.i]]
    before = time.period.start is not None and time.period.start < _YEAR_OF_INVASION
    return time.grain == YEAR and (before or any(doc.under(*clause, tag) for tag in ("reject.age", "aged", "aging")))


def _alone(doc: Document, time: Time) -> bool:
    """Tells the clause of the time nothing else?"""
    a, b = doc.clauses[doc.clause[time.i]]
    return time.i - a <= _BESIDE and b - time.j < _BESIDE


def _leads(doc: Document, i: int, kind: str, measure: str, time: Time, recalled: bool) -> bool:
    """ "In December, she said, seven ...": nothing is told before the number's clause but the time and who speaks; who
    spoke in a month only where it is `recalled`."""
    a, b = doc.clauses[doc.clause[time.i]]
    first = a == doc.sentence_of(a)[0]
    if first and _alone(doc, time) and kind in _EVENTS:
        return True
    spoken = time.grain != DAY and kind != "estimate" and not recalled and doc.has(a, b, "say")
    opens = first and not spoken and not doc.has(a, b, "unit.warrants")
    return (_alone(doc, time) or opens) and _silent(doc, a, doc.clauses[doc.clause[i]][0], measure)


def _follows(doc: Document, i: int, measure: str, time: Time) -> bool:
    """ "Eight were reunited with their families last week": behind the clause of the number nothing else is told."""
    a, b = doc.clauses[doc.clause[i]][1], doc.clauses[doc.clause[time.i]][1]
    spoken = time.grain != DAY and doc.has(a, b, "say")
    leads = doc.words[b - 1] in DASHES and bool(doc.live_in(b, min(b + _BESIDE, len(doc.words))))
    if doc.among(i, time.i, doc.language.fewer):
        return False
    return not (spoken or leads) and _silent(doc, a, b, measure) and not doc.among(a, b, doc.language.relatives)


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
