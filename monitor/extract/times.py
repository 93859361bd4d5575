"""When things happened, as a text tells it: days, weeks, months, years, since when; against the day of publication.

"On Friday", "in December", "since the start of the year", "am 9. Oktober 2022", "за перше півріччя": the words are
data of a language (``Language.times``), the calendar is the same in all. What lies ahead, or is only told as an end
("by May", "until Monday"), is no time of this kind.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from operator import attrgetter

from monitor import languages
from monitor.extract.document import Document, remembered
from monitor.extract.shadow import shadow
from monitor.extract.tokens import places, tokenize
from monitor.model import Period

__all__ = ["DAY", "MONTH", "SINCE", "YEAR", "Time", "times"]

DAY, WEEK, MONTH, YEAR, SINCE = "day", "week", "month", "year", "since"
"""How exactly a time is told, or that it is a beginning."""
_GRAINS = (SINCE, DAY, WEEK, MONTH, YEAR)
_FIRST_YEAR = 2014
"""The earliest year of the story."""
_SHORT = 3
"""The most letters of a word that may stand between "since" and a time; what an abbreviated month lacks at least."""
_SUFFIXES = frozenset({".", "th", "st", "nd", "rd", "er", "º", "го", "-", "the"})
_DASHES = frozenset({"–", "-"})
_SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}


@dataclass(frozen=True, slots=True)
class Time:
    """Tokens i..j-1 tell the days of `period`, as exactly as `grain` says."""

    i: int
    j: int
    period: Period
    grain: str


@remembered
def times(doc: Document, published: date) -> list[Time]:
    """All times of the text before or on the day `published`, in order, none within another."""
    firsts = _phrases(doc.language.code).keys() | doc.language.months.keys()
    found: list[Time] = []
    for k in sorted({*places(doc.words, firsts), *doc.years}):
        if found and k < found[-1].j:
            continue
        read = _read(doc, k, published)
        if read is not None:
            _add(doc, found, read, published)
    return sorted([time for time in found if not _ends(doc, time)], key=attrgetter("i"))


def _read(doc: Document, k: int, published: date) -> Time | None:
    """The time that begins, or has its month or year, at token `k`."""
    return _phrase(doc, k, published) or _month(doc, k, published) or _year(doc, k, published)


@cache
def _phrases(code: str) -> dict[str, list[tuple[list[str], str, int]]]:
    """The phrases of a language by their first word, the longest first: words, name and number of what they say."""
    table: dict[str, list[tuple[list[str], str, int]]] = {}
    for says, listing in languages.load(code).times.items():
        name, _, number = says.partition(" ")
        for phrase in listing.split(","):
            words = tokenize(shadow(phrase.strip())).words
            table.setdefault(words[0], []).append((words, name, int(number or 0)))
    for rows in table.values():
        rows.sort(key=lambda row: -len(row[0]))
    return table


def _phrase(doc: Document, k: int, published: date) -> Time | None:
    for words, name, number in _phrases(doc.language.code).get(doc.words[k], ()):
        j = k + len(words)
        if doc.words[k:j] == words:
            return _span(doc, k, j, number, published) if name == "span" else _said(doc, k, j, name, number, published)
    return None


def _span(doc: Document, k: int, j: int, days: int, published: date) -> Time | None:
    """ "The past three months": so many `days` times the number before the unit at `k`."""
    number = next((span for span in doc.spans_in(max(0, k - 3), k) if span.j == k), None)
    if number is None or doc.word(number.i - 1) not in doc.language.lately:
        return None
    length = int(number.value * days)
    if not 0 < length <= (published - date(_FIRST_YEAR, 1, 1)).days:
        return None
    return Time(number.i - 1, j, Period(published - timedelta(length), published), WEEK if days <= 7 else MONTH)


def _said(doc: Document, k: int, j: int, name: str, number: int, published: date) -> Time | None:
    """What a phrase says, with the year behind it if one is named."""
    year = None
    if name == "half" and doc.language.months.keys() & set(doc.words[j : j + 2]):
        return None
    if name in ("season", "quarter", "half"):
        year, j = _year_behind(doc, j, published)
    period = _period(name, number, year, published)
    if period is None:
        return None
    grain = {"hours": DAY, "weekday": DAY, "season": MONTH, "quarter": MONTH, "half": MONTH}.get(name, name)
    return Time(k, j, period, grain)


def _period(name: str, number: int, year: int | None, published: date) -> Period | None:
    """The days that the `number`-th `name` means: weekday 4 is the last Friday, half 1 January to June."""
    if name == "day":
        return _days(published + timedelta(number), published + timedelta(number))
    if name == "hours":
        return _days(published - timedelta(1), published)
    if name == "week":
        return _days(published - timedelta(6), published)
    if name == "weekday":
        day = published - timedelta((published.weekday() - number) % 7)
        return _days(day, day)
    if name == "month":
        return _months(_back(published.replace(day=1), -number), 1, published)
    if name == "year":
        return _months(date(published.year + number, 1, 1), 12, published)
    if name == "half":
        return _latest(6 * number - 5, 6, year, published)
    return _latest(_SEASONS[number] if name == "season" else 3 * number - 2, 3, year, published)


def _latest(month: int, length: int, year: int | None, published: date) -> Period | None:
    """So many months from `month` on, in `year` or the last time that they began."""
    own = year or (published.year if (published.month, 31) >= (month, 1) else published.year - 1)
    return _months(date(own, month, 1), length, published)


def _back(first: date, months: int) -> date:
    """The first day of the month so many `months` before."""
    whole = first.year * 12 + first.month - 1 - months
    return date(whole // 12, whole % 12 + 1, 1)


def _months(first: date, length: int, published: date) -> Period | None:
    """So many months, up to the day of publication; None when they lie ahead."""
    last = _back(first, 1 - length)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return _days(first, min(end, published)) if first <= published else None


def _days(first: date, last: date) -> Period:
    return Period(first, last)


def _month(doc: Document, k: int, published: date) -> Time | None:
    """ "In December", "9 de octubre de 2022", "April 9, 2025", "2-5 жовтня"."""
    month = doc.language.months.get(doc.words[k])
    if month is None or not _is_month(doc, k):
        return None
    first, day = _day_before(doc, k)
    i, j = (first, k + 1) if day else (k, k + 1)
    if not day and doc.language.month_first and _number(doc.word(j)) and not doc.has(j + 1, j + 2, "child"):
        day, j = _number(doc.word(j)), j + 1
    year, j = _year_behind(doc, j, published)
    if not day:
        period = None if doc.words[k] in _abbreviations(doc.language.code) else _latest(month, 1, year, published)
        return Time(i, j, period, MONTH) if period else None
    start = _day_of_range(doc, i) or day
    found = _date(year, month, day, published), _date(year, month, start, published)
    return Time(i, j, _days(min(found[1], found[0]), found[0]), DAY) if found[0] and found[1] else None


def _is_month(doc: Document, k: int) -> bool:
    """ "May" and "March" are months where a capital tells, as it does in English."""
    return not doc.language.month_first or doc.text[doc.tokens.starts[k]].isupper()


@cache
def _abbreviations(code: str) -> frozenset[str]:
    """Short forms of months ("sept", also French for seven), which need a day beside them."""
    months = languages.load(code).months
    return frozenset(
        short for short in months for name in months if name.startswith(short) and len(name) - len(short) >= _SHORT
    )


def _number(word: str) -> int:
    """The day of a month that the word is, or 0."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 else 0


def _day_before(doc: Document, k: int) -> tuple[int, int]:
    """Where the day before the month at `k` stands, and the day; 0 when there is none."""
    at = k - 1
    while k - at <= _SHORT and (doc.word(at) in _SUFFIXES or doc.word(at) in doc.language.of):
        at -= 1
    return at, _number(doc.word(at))


def _day_of_range(doc: Document, i: int) -> int:
    """The first day of "2-5 October", "від 3 до 9 березня", whose last one stands at `i`; 0 when there is none."""
    joined = doc.word(i - 1) in _DASHES or doc.word(i - 1) in doc.language.unto
    return _number(doc.word(i - 2)) if joined else 0


def _date(year: int | None, month: int, day: int, published: date) -> date | None:
    """The day of `year`, or the last time that it came; None when there is no such day or it lies ahead."""
    for own in (year,) if year else (published.year, published.year - 1):
        if day <= monthrange(own, month)[1] and date(own, month, day) <= published:
            return date(own, month, day)
    return None


def _year_behind(doc: Document, j: int, published: date) -> tuple[int | None, int]:
    """The year named right behind token `j` ("2022", "of 2022", "last year"), and the token behind it."""
    for at in (j, j + 1):
        if at > j and doc.word(j) != "," and doc.word(j) not in doc.language.of:
            break
        if at in doc.years:
            return int(doc.words[at]), at + 1
        for words, name, number in _phrases(doc.language.code).get(doc.word(at), ()):
            if name == "year" and doc.words[at : at + len(words)] == words:
                return published.year + number, at + len(words)
    return None, j


def _year(doc: Document, k: int, published: date) -> Time | None:
    """ "In 2024", "since 2022": a year behind a preposition."""
    if k not in doc.years or not _FIRST_YEAR <= int(doc.words[k]) <= published.year:
        return None
    before = doc.word(k - 1)
    if before not in doc.language.within and before not in doc.language.sinces:
        return None
    period = _months(date(int(doc.words[k]), 1, 1), 12, published)
    return Time(k, k + 1, period, YEAR) if period else None


def _add(doc: Document, found: list[Time], time: Time, published: date) -> None:
    """Appends the time: as the end of the span that the last one begins, as a beginning, or as it stands."""
    last, before = found[-1] if found else None, _before(doc, time.i)
    if last is not None and time.i - last.j <= 2 and _joins(doc, last, time, before):
        start = last.period.start
        if start and time.period.end and start > time.period.end:
            start = start.replace(year=start.year - 1, day=min(start.day, 28))
        found[-1] = Time(last.i, time.j, Period(start, time.period.end), max(last.grain, time.grain, key=_GRAINS.index))
    elif before in doc.language.sinces:
        found.append(Time(time.i, time.j, Period(time.period.start, published), SINCE))
    else:
        found.append(time)


def _joins(doc: Document, last: Time, time: Time, before: str) -> bool:
    """Ends a span what stands behind the word `before`: "from January to June", "between 3 March and 9 April"?"""
    if last.j == time.i - 1 and last.grain == time.grain:
        return doc.word(last.j) in _DASHES or doc.word(last.j) in doc.language.unto
    opened = last.grain == SINCE or _before(doc, last.i) in doc.language.range_between
    return opened and (before in doc.language.unto or before in _DASHES)


def _before(doc: Document, i: int) -> str:
    """The word before token `i`, articles and the like left out."""
    word = doc.word(i - 1)
    known = doc.language.sinces | doc.language.untils | doc.language.unto | _DASHES
    return (
        word if word in known or not 0 < len(word) <= _SHORT else doc.word(i - 2) if doc.word(i - 2) in known else word
    )


def _ends(doc: Document, time: Time) -> bool:
    """ "By May", "as of October", "until Monday", "next Friday": an end, or what lies ahead."""
    two = f"{doc.word(time.i - 2)} {doc.word(time.i - 1)}"
    return time.grain != SINCE and (_before(doc, time.i) in doc.language.untils or two in doc.language.untils)
