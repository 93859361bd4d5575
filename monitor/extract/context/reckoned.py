"""Days reckoned back from the day of publication: "last Friday", "the past three months", "two weeks ago"."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from monitor.extract.context.dates import back, days, last_weekday, latest, months
from monitor.extract.context.grains import DAY, DAYS_OF_MONTH, DAYS_OF_YEAR, MONTH, SINCE, WEEK, YEAR, Time
from monitor.extract.context.named import FIRST_YEAR, year_behind
from monitor.extract.context.phrases import names_years, phrases
from monitor.extract.text.document import Document
from monitor.extract.text.numbers import Span
from monitor.extract.text.small import ARTICLES
from monitor.model import Period

__all__ = ["phrase_at"]

_SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}
_UNITS = {1: DAY, 7: WEEK, 30: MONTH, 365: YEAR}
"""How exactly a time is told by how many days its unit has."""
_AGES_AGO = 60
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


def phrase_at(doc: Document, k: int, published: date) -> Time | None:
    """The longest phrase that begins at token `k`."""
    for words, name, number in phrases(doc.language.code).get(doc.words[k], ()):
        j = k + len(words)
        if doc.words[k:j] == words:
            return _span(doc, k, j, number, published) if name == "span" else _said(doc, k, j, name, number, published)
    return None


def _span(doc: Document, k: int, j: int, unit: int, published: date) -> Time | None:
    """ "The past three months", "los tres últimos meses": the number before the unit of so many days at `k`."""
    lately = doc.language.lately
    number = next((span for span in doc.spans_in(max(0, k - 4), k) if span.j in (k, k - 1)), None)
    if (found := _ago(doc, number, (k, j), unit, published)) is not None or number is None:
        return found
    if unit == DAYS_OF_MONTH and (found := _first_months(doc, number, k, j, published)):
        return found
    if (doc.word(k - 1) if number.j < k else doc.word(number.i - 1)) not in lately:
        return None
    length = int(number.value * unit)
    if not 0 < length <= (published - date(FIRST_YEAR, 1, 1)).days:
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
    if unit == DAYS_OF_YEAR and count > published.year - FIRST_YEAR:
        return None
    if unit in (DAYS_OF_MONTH, DAYS_OF_YEAR):
        month = back(published.replace(day=1), count if unit == DAYS_OF_MONTH else 12 * count)
        return months(
            month if unit == DAYS_OF_MONTH else month.replace(month=1), 1 if unit == DAYS_OF_MONTH else 12, published
        )
    day, about = published - timedelta(unit * count), timedelta(3 if unit > 1 else 0)
    return Period(day - about, min(day + about, published))


def _first_months(doc: Document, number: Span, k: int, j: int, published: date) -> Time | None:
    """ "The first nine months of 2025", "за 9 місяців 2025 року", "neuf premiers mois": from January on."""
    led = not doc.language.firsts.isdisjoint((doc.word(number.i - 1), doc.word(k - 1)))
    year, behind = year_behind(doc, _of_year(doc, j), published)
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


def _said(doc: Document, k: int, j: int, name: str, number: int, published: date) -> Time | None:
    """What a phrase says, with the year behind it if one is named."""
    year = None
    if name == "weekday" and _no_weekday(doc, k, j):
        return None
    if name in ("season", "quarter", "half", "semester"):
        year, behind = year_behind(doc, _of_year(doc, j) if name == "half" else j, published)
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
