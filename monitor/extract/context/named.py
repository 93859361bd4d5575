"""Days, months and years by their names: "9 de octubre de 2022", "2-5 жовтня", "in 2024"."""

from __future__ import annotations

from datetime import date

from monitor.extract.context.dates import day_of, latest, months
from monitor.extract.context.grains import DAY, MONTH, YEAR, Time
from monitor.extract.context.phrases import ending, lead_of, names_years, phrases
from monitor.extract.text.document import Document
from monitor.extract.text.small import ARTICLES, DASHES
from monitor.model import Period

__all__ = ["FIRST_YEAR", "day_before", "day_number", "month_at", "year_at", "year_behind"]

FIRST_YEAR = 2014
"""The earliest year of the story."""
_SUFFIXES = frozenset({".", "th", "st", "nd", "rd", "er", "º", "°", "го", "-", "the"})
"""What may stand between a day and its month, with the words of `Language.of`."""
_LONGEST_YEAR = 2
"""So many words may stand before the last one of a phrase for a year."""


def month_at(doc: Document, k: int, published: date) -> Time | None:
    """ "In December", "9 de octubre de 2022", "April 9, 2025", "2-5 жовтня"."""
    month = doc.language.months.get(doc.words[k])
    if month is None or (doc.language.month_first and not doc.text[doc.tokens.starts[k]].isupper()):
        return None
    i, day = day_before(doc, k)
    first, j = _day_of_range(doc, i) or day, k + 1
    if not day:
        i, j = k, j + (doc.word(j) == "." and doc.words[k] in doc.language.short_months)
        first, day, j = _days_behind(doc, j)
    year, j = year_behind(doc, j, published)
    if year is None:
        year, i = _year_before(doc, i, published)
    if day:
        return _days(i, j, (year, month, first, day), published)
    if year is None and (doc.words[k] in doc.language.short_months or _no_month(doc, k)):
        return None
    over = not doc.language.lately.isdisjoint((doc.word(k - 1), doc.word(k + 1)))
    begun = lead_of(doc, i)[0] in doc.language.sinces
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


def day_before(doc: Document, k: int) -> tuple[int, int]:
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


def year_behind(doc: Document, j: int, published: date) -> tuple[int | None, int]:
    """The year named right behind token `j` ("2022", "of 2022", "last year"), and the token behind it."""
    for at in (j, j + 1):
        if at > j and doc.word(j) != "," and doc.word(j) not in doc.language.of and doc.word(j) not in ARTICLES:
            break
        if at in doc.years:
            return int(doc.words[at]), at + 1
        for words, name, number in phrases(doc.language.code).get(doc.word(at), ()):
            if name == "year" and doc.words[at : at + len(words)] == words:
                return published.year + number, at + len(words)
    return None, j


def _year_before(doc: Document, i: int, published: date) -> tuple[int | None, int]:
    """The year told right before a month at token `i`, and where: "last year in October", "торік у жовтні"."""
    last = i - 1 - (doc.word(i - 1) in doc.language.before_years)
    for k in range(max(0, last - _LONGEST_YEAR), last + 1):
        for _, name, number in ending(doc, k, last):
            if name == "year":
                return published.year + number, k
    return None, i


def year_at(doc: Document, k: int, published: date) -> Time | None:
    """ "In 2024", "since 2022": a year behind a preposition."""
    if k not in doc.years or not FIRST_YEAR <= int(doc.words[k]) <= published.year:
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
