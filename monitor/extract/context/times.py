"""When things happened, as a text tells it: days, weeks, months, years, since when; against the day of publication.

"On Friday", "in December", "since the start of the year", "am 9. Oktober 2022", "за перше півріччя": the words are
data of a language (``Language.times``), the calendar is the same in all. What lies ahead, or is only told as an end
("by May", "until Monday"), is no time of this kind.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from operator import attrgetter

from monitor.extract.context.dates import back, day_of
from monitor.extract.context.grains import DAY, GRAINS, SINCE, Time
from monitor.extract.context.named import day_number, month_at, year_at
from monitor.extract.context.phrases import LEAD, lead_of, phrases
from monitor.extract.context.reckoned import phrase_at
from monitor.extract.text.document import Document, remembered
from monitor.extract.text.numbers import Span
from monitor.extract.text.small import DASHES
from monitor.extract.text.tokens import places
from monitor.model import Period

__all__ = ["bare_day", "times"]

_DAYS = frozenset({"le", "el", "il", "o", "dia", "the"})
"""Articles before a day that is told alone."""
_ENDS = frozenset({"", ",", ".", ";", "\n", ")", ":"})
"""What may stand behind one."""


@remembered
def times(doc: Document, published: date) -> list[Time]:
    """All times of the text before or on the day `published`, in order, none within another."""
    firsts = phrases(doc.language.code).keys() | doc.language.months.keys()
    found: list[Time] = []
    for k in sorted({*places(doc.words, firsts), *doc.years}):
        if not found or k >= found[-1].j:
            read = phrase_at(doc, k, published) or month_at(doc, k, published) or year_at(doc, k, published)
            if read is not None:
                _add(doc, found, read, published)
    return sorted([*found, *_bare_days(doc, found, published)], key=attrgetter("i"))


def _bare_days(doc: Document, found: list[Time], published: date) -> list[Time]:
    """The days told without their month behind a day that has one: "on October 3 and seven on the 9th"."""
    told = {k for time in found for k in range(time.i, time.j)}
    bare: dict[int, Time] = {}
    for time in found:
        first = time.period.start
        if time.grain != DAY or first is None or first != time.period.end:
            continue
        for span in doc.spans_in(time.j, doc.sentence_of(time.i)[1]):
            if span.i not in told and bare_day(doc, span):
                day = day_of(first.year, first.month, int(span.value), published)
                bare |= {span.i: Time(span.i, span.j, Period(day, day), DAY)} if day else {}
    return [*bare.values()]


def bare_day(doc: Document, span: Span) -> bool:
    """ "Le 9", "am 9.", "on the 9th": is the number a day that is told alone, behind another with its month?"""
    before, behind = doc.word(span.i - 1), doc.word(span.j)
    closed = behind in _ENDS or behind in doc.language.links
    if not day_number(doc.word(span.i)) or not (before == "am" or (before in _DAYS and closed)):
        return False
    return doc.among(doc.sentence_of(span.i)[0], span.i, doc.language.months.keys())


def _add(doc: Document, found: list[Time], time: Time, published: date) -> None:
    """Appends the time: as the end of the span that the last one begins, as a beginning, or as it stands."""
    if found and found[-1].i >= time.i:
        found.pop()
    last, (lead, edge) = found[-1] if found else None, lead_of(doc, time.i)
    if last is not None and time.i - last.j <= 2 and _joins(doc, last, time, lead):
        found[-1] = _joined(doc, last, time)
    elif lead in doc.language.sinces and not _from_to(time):
        if not _dated(doc, time, lead):
            found.append(Time(time.i, time.j, Period(time.period.start, published), SINCE))
    elif time.grain != SINCE and (_from_to(time) or not (_ends(doc, time, lead) or _of_the_start(doc, time))):
        found.append(replace(time, edge=edge))


def _of_the_start(doc: Document, time: Time) -> bool:
    """ "The fifth group since she opened a line to Moscow in 2025", "desde que abrió un canal en 2025": when that was
    with which a count begins."""
    a = doc.clauses[doc.clause[time.i]][0]
    cues = doc.cues_of("since_when", a, time.i)
    return bool(cues) and not doc.live_in(cues[-1].j, time.i)


def _from_to(time: Time) -> bool:
    """ "Vom 5. bis 7. Oktober" is a span, although its last day stands behind a word of ends."""
    return time.grain == DAY and time.period.start != time.period.end


def _joined(doc: Document, last: Time, time: Time) -> Time:
    """From the beginning of `last` to the end of `time`; where that is no span, `time` alone.

    A beginning without a year of its own lies in the year of the end, or in the one before: "from October to May 2025".
    """
    start, end = last.period.start, time.period.end
    if start and end and start > end and doc.years.isdisjoint(range(last.i, last.j)):
        start = back(start.replace(day=1), 12 * (start.year - end.year + (start.month > end.month)))
    if start is None or end is None or start > end:
        return time
    return Time(last.i, time.j, Period(start, end), max(last.grain, time.grain, key=GRAINS.index))


def _joins(doc: Document, last: Time, time: Time, lead: str) -> bool:
    """Ends a span what stands behind the word `lead`: "from January to June", "between 3 March and 9 April"?"""
    if last.j == time.i - 1 and last.grain == time.grain:
        return doc.word(last.j) in DASHES or doc.word(last.j) in doc.language.unto
    opened = last.grain == SINCE or lead_of(doc, last.i)[0] in doc.language.range_between
    return opened and (lead in doc.language.unto or lead in DASHES)


def _dated(doc: Document, time: Time, lead: str) -> bool:
    """ "За наказом від 5 травня": the day of a paper, no beginning."""
    at = next((k for k in range(time.i - 1, max(time.i - LEAD, 0), -1) if doc.word(k) == lead), time.i)
    return time.grain == DAY and at > 0 and bool({"label", "reject.documents", "unit.warrants"} & doc.tags[at - 1])


def _ends(doc: Document, time: Time, lead: str) -> bool:
    """ "By May", "as of October", "until Monday", "next Friday", "viernes próximo": an end, or what lies ahead."""
    ahead = doc.language.ahead
    return lead in doc.language.untils or lead in ahead or bool(ahead & {*doc.words[time.j : time.j + 2]})
