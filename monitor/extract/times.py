"""When things happened, as a text tells it: days, weeks, months, years, since when; against the day of publication.

"On Friday", "in December", "since the start of the year", "am 9. Oktober 2022", "за перше півріччя": the words are
data of a language (``Language.times``), the calendar is the same in all. What lies ahead, or is only told as an end
("by May", "until Monday"), is no time of this kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from math import ceil
from operator import attrgetter

from monitor import languages
from monitor.extract.dates import back, day_of, days, last_weekday, latest, months
from monitor.extract.document import Document, remembered
from monitor.extract.numbers import Span
from monitor.extract.shadow import shadow
from monitor.extract.tokens import places, tokenize
from monitor.model import Period

__all__ = [
    "ARTICLES", "DASHES", "DAY", "MONTH", "SINCE", "WEEK", "YEAR", "Time", "bare_day", "day_number", "names_years",
    "tells_when", "times",
]  # fmt: skip

SINCE, DAY, WEEK, MONTH, YEAR = "since", "day", "week", "month", "year"
"""How exactly a time is told, or that it is a beginning."""
_GRAINS = (SINCE, DAY, WEEK, MONTH, YEAR)
_FIRST_YEAR = 2014
"""The earliest year of the story."""
_DAYS = frozenset({"le", "el", "il", "o", "dia", "the"})
"""Articles before a day that is told alone."""
_ENDS = frozenset({"", ",", ".", ";", "\n", ")", ":"})
"""What may stand behind one."""
_SUFFIXES = frozenset({".", "th", "st", "nd", "rd", "er", "º", "го", "-", "the"})
"""What may stand between a day and its month, with the words of `Language.of`."""
DASHES = frozenset({"–", "-"})
ARTICLES = frozenset(
    {"-", "the", "el", "la", "los", "las", "le", "les", "l'", "der", "dem", "den", "des", "il", "lo", "i", "gli", "o"}
    | {"os", "as", "do", "da", "dos", "das", "del", "dell'", "della", "de", "d'", "du", "di"}
    | {"mois", "mes", "mês", "mese", "monats", "very", "самого", "dello", "nello"}
)
_LEAD = 6
"""So many words before a time may tell whether it begins or ends there: "since the very beginning of"."""
_SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}
_MONTH, _YEAR = 30, 365
"""So many days has the unit of a span."""
_UNITS = {1: DAY, 7: WEEK, 30: MONTH, 365: YEAR}
"""How exactly a time is told by how many days its unit has."""
_AGES_AGO = 60
_LONGEST_YEAR = 2
"""So many words may stand before the last one of a phrase for a year."""
_WHOLE = frozenset({WEEK, MONTH, YEAR})
_LENGTHS = {1: DAY, 10: WEEK}
_DEFAULT = {
    "hours": DAY,
    "weekday": DAY,
    "season": MONTH,
    "quarter": MONTH,
    "half": MONTH,
    "semester": MONTH,
    "start": SINCE,
    "days": MONTH,
}


@dataclass(frozen=True, slots=True)
class Time:
    """Tokens i..j-1 tell the days of `period`, as exactly as `grain` says; with `edge` only how things stood then."""

    i: int
    j: int
    period: Period
    grain: str
    edge: bool = False


@remembered
def times(doc: Document, published: date) -> list[Time]:
    """All times of the text before or on the day `published`, in order, none within another."""
    firsts = _phrases(doc.language.code).keys() | doc.language.months.keys()
    found: list[Time] = []
    for k in sorted({*places(doc.words, firsts), *doc.years}):
        if not found or k >= found[-1].j:
            read = _phrase(doc, k, published) or _month(doc, k, published) or _year(doc, k, published)
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
    """The longest phrase that begins at token `k`."""
    for words, name, number in _phrases(doc.language.code).get(doc.words[k], ()):
        j = k + len(words)
        if doc.words[k:j] == words:
            return _span(doc, k, j, number, published) if name == "span" else _said(doc, k, j, name, number, published)
    return None


def tells_when(doc: Document, a: int, k: int) -> bool:
    """Does a phrase that begins at token `a` or behind it, with `k` in it, tell when: "this week", "el mes pasado"?

    A bare unit ("двоє діб") and so many hours are how long something took.
    """
    table = _phrases(doc.language.code)
    return any(
        len(words) > 1
        and name not in ("span", "hours")
        and doc.words[first : first + len(words)] == words
        and first + len(words) > k
        for first in range(a, k + 1)
        for words, name, _ in table.get(doc.words[first], ())
    )


def _span(doc: Document, k: int, j: int, unit: int, published: date) -> Time | None:
    """ "The past three months", "los tres últimos meses": the number before the unit of so many days at `k`."""
    lately = doc.language.lately
    number = next((span for span in doc.spans_in(max(0, k - 4), k) if span.j in (k, k - 1)), None)
    if (found := _ago(doc, number, (k, j), unit, published)) is not None or number is None:
        return found
    if unit == _MONTH and (found := _first_months(doc, number, k, j, published)):
        return found
    if (doc.word(k - 1) if number.j < k else doc.word(number.i - 1)) not in lately:
        return None
    length = int(number.value * unit)
    if not 0 < length <= (published - date(_FIRST_YEAR, 1, 1)).days:
        return None
    grain = next((grain for most, grain in _LENGTHS.items() if length <= most), MONTH)
    return Time(number.i - (number.j == k), j, days(length, published), grain)


def _ago(doc: Document, number: Span | None, at: tuple[int, int], unit: int, published: date) -> Time | None:
    """ "Two months ago", "vor einem Jahr", "рік тому": the day, week, month or year so many units (at tokens) back."""
    k, j = at
    told = number if number is not None and number.j == k else None
    first = told.i if told else k - (doc.word(k - 1) in doc.language.articles)
    behind, count = doc.word(j) in doc.language.ago, ceil(told.value) if told else 1
    led = [n for n in (1, 2) if " ".join(doc.words[max(0, first - n) : first]) in doc.language.before_ago]
    if not (behind or (led and first < k)) or not 0 < count <= _AGES_AGO:
        return None
    period = _back_by(unit, count, published)
    return Time(first - (led[0] if led else 0), j + behind, period, _UNITS[unit]) if period else None


def _back_by(unit: int, count: int, published: date) -> Period | None:
    """So many days, weeks, months or years before the day of publication, no more exactly than these tell."""
    if unit == _YEAR and count > published.year - _FIRST_YEAR:
        return None
    if unit in (_MONTH, _YEAR):
        month = back(published.replace(day=1), count if unit == _MONTH else 12 * count)
        return months(month if unit == _MONTH else month.replace(month=1), 1 if unit == _MONTH else 12, published)
    day, about = published - timedelta(unit * count), timedelta(3 if unit > 1 else 0)
    return Period(day - about, min(day + about, published))


def _first_months(doc: Document, number: Span, k: int, j: int, published: date) -> Time | None:
    """ "The first nine months of 2025", "за 9 місяців 2025 року", "neuf premiers mois": from January on."""
    led = not doc.language.firsts.isdisjoint((doc.word(number.i - 1), doc.word(k - 1)))
    year, behind = _year_behind(doc, _of_year(doc, j), published)
    count = int(number.value)
    if not 1 < number.value == count < 12 or (year is None and not led):
        return None
    if year is None and behind == j and _of_another(doc, j, "half"):
        return None
    own = published.year - (published.month < count) if year is None else year
    period = months(date(own, 1, 1), count, published)
    return Time(number.i, behind, period, MONTH) if period else None


def _of_year(doc: Document, j: int) -> int:
    """The token behind a year that is told at `j` and not named ("of the year", "des Jahres", "року"), else `j`."""
    at = j
    while doc.word(at) in doc.language.of or doc.word(at) in ARTICLES:
        at += 1
    return at + 1 if names_years(doc, at) else j


def names_years(doc: Document, k: int) -> bool:
    """Is token `k` the word year: "року", "Jahren", "latach"?"""
    return any(row[1:] == ("span", _YEAR) for row in _phrases(doc.language.code).get(doc.word(k), ()))


def _said(doc: Document, k: int, j: int, name: str, number: int, published: date) -> Time | None:
    """What a phrase says, with the year behind it if one is named."""
    year = None
    if name == "weekday" and _no_weekday(doc, k, j):
        return None
    if name in ("season", "quarter", "half", "semester"):
        year, behind = _year_behind(doc, _of_year(doc, j) if name == "half" else j, published)
        if year is None and behind == j and name != "semester" and _of_another(doc, j, name):
            return None
        j = behind
    if name in _WHOLE and doc.word(j) in doc.language.of and doc.word(j + 1) in doc.language.months:
        return None
    past = not doc.language.lately.isdisjoint(doc.words[max(0, k - 1) : j])
    period = _period(name, number, year, past, published)
    return Time(k, j, period, _DEFAULT.get(name, name)) if period else None


def _no_weekday(doc: Document, k: int, j: int) -> bool:
    """ "Domenica Rossi", "na segunda missão": a capital within a sentence, an ordinal before its noun."""
    named = doc.text[doc.tokens.starts[k]].isupper() and k > doc.sentence_of(k)[0]
    ordinal = j - k == 2 and j < len(doc.words) and doc.tokens.kinds[j] == "w" and doc.word(j) not in doc.language.small
    return ordinal or (named and not doc.language.capital_days)


def _of_another(doc: Document, j: int, name: str) -> bool:
    """ "The fall of Mariupol", "the first half of the operation": what is told behind `j` is no year."""
    behind = doc.words[j : j + 3]
    if name == "season":
        return doc.word(j) in doc.language.of - doc.language.out_of or doc.word(j - 1) in doc.language.of
    known = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or not doc.language.during.isdisjoint(behind)
    return not known and (name == "half" or doc.word(j) in doc.language.of)


def _period(name: str, number: int, year: int | None, past: bool, published: date) -> Period | None:
    """The days that the `number`-th `name` means: weekday 4 is the last Friday, half 1 January to June."""
    if name == "day":
        day = days(-number, published).start
        return Period(day, day)
    if name in ("hours", "week", "days"):
        return days({"hours": 1, "week": 6}.get(name, number), published)
    if name == "weekday":
        return last_weekday(number, published, past)
    if name == "month":
        return months(back(published.replace(day=1), -number), 1, published)
    if name in ("year", "start"):
        return months(date(published.year + number, 1, 1), 12, published)
    if name == "season":
        return latest(_SEASONS[number], 3, year, published, past)
    length = 3 if name == "quarter" else 6
    first = length * (number - 1) + 1
    early = 0 <= published.month - first < length // 2
    return latest(first, length, year, published, past or early)


def _month(doc: Document, k: int, published: date) -> Time | None:
    """ "In December", "9 de octubre de 2022", "April 9, 2025", "2-5 жовтня"."""
    month = doc.language.months.get(doc.words[k])
    if month is None or (doc.language.month_first and not doc.text[doc.tokens.starts[k]].isupper()):
        return None
    i, day = _day_before(doc, k)
    first, j = _day_of_range(doc, i) or day, k + 1
    if not day:
        i, j = k, j + (doc.word(j) == "." and doc.words[k] in doc.language.short_months)
        first, day, j = _days_behind(doc, j)
    year, j = _year_behind(doc, j, published)
    if year is None:
        year, i = _year_before(doc, i, published)
    if day:
        return _days(i, j, (year, month, first, day), published)
    if year is None and (doc.words[k] in doc.language.short_months or _no_month(doc, k)):
        return None
    over = doc.word(k - 1) in doc.language.lately
    begun = _lead(doc, i)[0] in doc.language.sinces
    period = latest(month, 1, year, published, over, begun)
    return Time(i, j, period, MONTH) if period else None


def _days(i: int, j: int, told: tuple[int | None, int, int, int], published: date) -> Time | None:
    """The days told at tokens i..j-1 as year, month, first and last day: "2-5 October"."""
    year, month, first, last = told
    start, end = day_of(year, month, first, published), day_of(year, month, last, published)
    return Time(i, j, Period(min(start, end), end), DAY) if start and end else None


def _no_month(doc: Document, k: int) -> bool:
    """ "May God bless them": a word that is a month only behind a preposition or the like."""
    language = doc.language
    leads = (
        language.before_years | language.sinces | language.untils | language.unto | language.lately | language.stages
    )
    return doc.words[k] in language.unsure and doc.word(k - 1) not in leads


def day_number(word: str) -> int:
    """The day of a month that the word is, or 0."""
    return int(word) if word.isascii() and word.isdigit() and len(word) <= 2 and 1 <= int(word) <= 31 else 0


def _day_before(doc: Document, k: int) -> tuple[int, int]:
    """Where the day before the month at `k` stands, and the day; 0 when there is none."""
    at = k - 1
    while k - at <= 3 and (doc.word(at) in _SUFFIXES or doc.word(at) in doc.language.of):
        at -= 1
    worded = doc.language.day_words.get(doc.word(at), 0)
    if worded and worded < _TEN and (tens := _TENS.get(doc.language.words.get(doc.word(at - 1), 0), 0)):
        return at - 1, tens + worded
    return at, worded or day_number(doc.word(at))


_TEN, _TENS = 10, {20.0: 20, 30.0: 30}


def _day_of_range(doc: Document, i: int) -> int:
    """The first day of "2-5 October", "від 3 до 9 березня", whose last one stands at `i`; 0 when there is none."""
    unto = doc.language.unto | DASHES
    k = i - 1 if doc.word(i - 1) in unto or doc.word(i - 1) not in ARTICLES else i - 2
    return day_number(doc.word(k - 1 - (doc.word(k - 1) in _SUFFIXES))) if doc.word(k) in unto else 0


def _days_behind(doc: Document, j: int) -> tuple[int, int, int]:
    """First and last day of "October 5", "October 5-7", "October 5 and 7", told from token `j` on, 0 when there is
    none, and the token behind them."""
    day = day_number(doc.word(j)) if doc.language.month_first and not doc.has(j + 1, j + 2, "child") else 0
    if not day:
        return 0, 0, j
    ends = j + 3 >= len(doc.words) or doc.tokens.kinds[j + 3] != "w" or doc.words[j + 3] in doc.language.small
    joined = doc.word(j + 1) in DASHES or (
        doc.word(j + 1) in doc.language.unto and (ends or bool(doc.spans_in(j + 3, j + 4)))
    )
    last = day_number(doc.word(j + 2)) if joined else 0
    return (day, last, j + 3) if last else (day, day, j + 1)


def _year_behind(doc: Document, j: int, published: date) -> tuple[int | None, int]:
    """The year named right behind token `j` ("2022", "of 2022", "last year"), and the token behind it."""
    for at in (j, j + 1):
        if at > j and doc.word(j) != "," and doc.word(j) not in doc.language.of and doc.word(j) not in ARTICLES:
            break
        if at in doc.years:
            return int(doc.words[at]), at + 1
        for words, name, number in _phrases(doc.language.code).get(doc.word(at), ()):
            if name == "year" and doc.words[at : at + len(words)] == words:
                return published.year + number, at + len(words)
    return None, j


def _year_before(doc: Document, i: int, published: date) -> tuple[int | None, int]:
    """The year told right before a month at token `i`, and where: "last year in October", "торік у жовтні"."""
    last = i - 1 - (doc.word(i - 1) in doc.language.before_years)
    for k in range(max(0, last - _LONGEST_YEAR), last + 1):
        for _, name, number in _ending(doc, k, last):
            if name == "year":
                return published.year + number, k
    return None, i


def _ending(doc: Document, k: int, last: int) -> list[tuple[list[str], str, int]]:
    """The phrases that begin at token `k` and end with token `last`."""
    rows = _phrases(doc.language.code).get(doc.word(k), ())
    return [row for row in rows if len(row[0]) == last - k + 1 and doc.words[k : last + 1] == row[0]]


def _year(doc: Document, k: int, published: date) -> Time | None:
    """ "In 2024", "since 2022": a year behind a preposition."""
    if k not in doc.years or not _FIRST_YEAR <= int(doc.words[k]) <= published.year:
        return None
    language, before = doc.language, doc.word(k - 1)
    leads = language.within | language.sinces | language.during | language.stages | language.range_between
    goes_on = before in language.unto | DASHES and k - 2 in doc.years
    alone = language.bare_years and _alone(doc, k)
    if before not in leads and not goes_on and not names_years(doc, k - 1) and not _opens(doc, k) and not alone:
        return None
    period = months(date(int(doc.words[k]), 1, 1), 12, published)
    return Time(k, _year_ends(doc, k), period, YEAR) if period else None


def _year_ends(doc: Document, k: int) -> int:
    """The token behind a year at `k`, its glued ending and the word year: "2023-му", "2024 року"."""
    j = k + 1
    if doc.word(j) == "-" and doc.word(j + 1) in doc.language.ordinals:
        j += 2
    return j + 1 if names_years(doc, j) else j


def _alone(doc: Document, k: int) -> bool:
    """ "2025 kamen 450 Kinder zurück": a year that no preposition leads, and that counts nothing."""
    behind = doc.tags[k + 1] if k + 1 < len(doc.tags) else frozenset()
    counts = any(tag == "child" or tag.startswith(("unit.", "name")) for tag in behind)
    dated = doc.word(k - 1) in doc.language.months or doc.word(k - 1) in doc.language.stages
    return not counts and not dated and (k == doc.sentence_of(k)[0] or doc.tokens.kinds[k - 1] == "w")


def _opens(doc: Document, k: int) -> bool:
    """ "2024 року – 668", "2023: 281", "281 (2023)": a year that opens its clause before a dash, or in brackets."""
    a, b = doc.clauses[doc.clause[k]]
    if k == a and _year_ends(doc, k) == b - 1 and doc.words[b - 1] in DASHES:
        return True
    if (doc.word(k - 1), doc.word(k + 1)) == ("(", ")"):
        return bool(doc.spans_in(k - 2, k - 1))
    return doc.word(k + 1) in DASHES | {":"} and bool(doc.spans_in(k + 2, k + 3)) and doc.tokens.kinds[k - 1] == "p"


def _add(doc: Document, found: list[Time], time: Time, published: date) -> None:
    """Appends the time: as the end of the span that the last one begins, as a beginning, or as it stands."""
    if found and found[-1].i >= time.i:
        found.pop()
    last, (lead, edge) = found[-1] if found else None, _lead(doc, time.i)
    if last is not None and time.i - last.j <= 2 and _joins(doc, last, time, lead):
        found[-1] = _joined(doc, last, time)
    elif lead in doc.language.sinces and not _from_to(time):
        if not _dated(doc, time, lead):
            found.append(Time(time.i, time.j, Period(time.period.start, published), SINCE))
    elif time.grain != SINCE and (_from_to(time) or not _ends(doc, time, lead)):
        found.append(replace(time, edge=edge))


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
    return Time(last.i, time.j, Period(start, end), max(last.grain, time.grain, key=_GRAINS.index))


def _joins(doc: Document, last: Time, time: Time, lead: str) -> bool:
    """Ends a span what stands behind the word `lead`: "from January to June", "between 3 March and 9 April"?"""
    if last.j == time.i - 1 and last.grain == time.grain:
        return doc.word(last.j) in DASHES or doc.word(last.j) in doc.language.unto
    opened = last.grain == SINCE or _lead(doc, last.i)[0] in doc.language.range_between
    return opened and (lead in doc.language.unto or lead in DASHES)


def _lead(doc: Document, i: int) -> tuple[str, bool]:
    """The word that tells whether a time begins or ends at token `i`, and whether only an edge of it is told.

    "Since early March", "by the end of 2024": articles and stages stand between; empty where no such word does.
    """
    language, edge = doc.language, False
    known = language.sinces | language.untils | language.unto | language.ahead | language.range_between | DASHES
    for at in range(i - 1, max(i - 1 - _LEAD, -1), -1):
        word, two = doc.word(at), f"{doc.word(at - 1)} {doc.word(at)}"
        if two in language.untils:
            return two, edge
        if word in known and (word not in ARTICLES or word in language.sinces):
            return word, edge
        if word in language.stages:
            edge = True
        elif word not in ARTICLES and word not in language.lately and word not in language.of:
            break
    return ("-" if doc.word(i - 1) == "-" else ""), edge


def _dated(doc: Document, time: Time, lead: str) -> bool:
    """ "За наказом від 5 травня": the day of a paper, no beginning."""
    at = next((k for k in range(time.i - 1, max(time.i - _LEAD, 0), -1) if doc.word(k) == lead), time.i)
    return time.grain == DAY and bool({"label", "reject.documents", "unit.warrants"} & doc.tags[at - 1])


def _ends(doc: Document, time: Time, lead: str) -> bool:
    """ "By May", "as of October", "until Monday", "next Friday", "viernes próximo": an end, or what lies ahead."""
    ahead = doc.language.ahead
    return lead in doc.language.untils or lead in ahead or bool(ahead & {*doc.words[time.j : time.j + 2]})
