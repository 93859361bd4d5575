"""Numbers of clocks and calendars: times, dates, years (SCHEME, "Not a figure")."""

from __future__ import annotations

from monitor.extract.context.named import day_number
from monitor.extract.context.phrases import names_years, tells_when
from monitor.extract.context.times import bare_day
from monitor.extract.count.changes import changed, step
from monitor.extract.reject.cases import ITS_OWN, Case, hedged
from monitor.extract.reject.totals import like_year
from monitor.extract.text.document import Document
from monitor.extract.text.small import ARTICLES, DASHES

__all__ = ["clock_time", "date", "hour", "of_a_season", "of_birth", "year"]


def clock_time(case: Case) -> bool:
    """ "19:30": a colon joins the number to another; so does an h ("18h45", "18 h 45")."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if doc.word(j) == "h" and _digits(doc, i):
        return (case.c.value or 0) <= _HOURS
    if doc.word(i - 1) == "h" and _digits(doc, i - 2):
        counted = case.n.what == "child" and case.n.at == j
        return _digits(doc, i) and len(doc.word(i)) == _TWO and (case.c.value or 0) < _MINUTES and not counted
    before = doc.word(i - 1) == ":" and doc.word(i - 2).isdigit()
    after = doc.word(j) == ":" and doc.word(j + 1).isdigit()
    if after and doc.tokens.starts[j] == doc.tokens.ends[j - 1]:
        return True
    return before and doc.tokens.ends[i - 1] == doc.tokens.starts[i]


def _digits(doc: Document, k: int) -> bool:
    return doc.word(k).isdecimal()


_HOURS, _MINUTES, _TWO = 24, 60, 2
_FAR = 6


def hour(case: Case) -> bool:
    """ "The panel at 11": a bare hour behind a word of hours, no word of counts before it."""
    doc, i, value = case.doc, case.c.i, case.c.value
    if value is None or value > _HOURS or doc.word(i - 1) not in doc.language.at_hours:
        return False
    if case.c.spans[0].form != "digits" and value > _HOURS / 2:
        return False
    first = max(doc.sentence_of(i)[0], i - _FAR)
    return not any({"total", "holds", "say", "estimate", "unit.facilities"} & doc.tags[k] for k in range(first, i))


def date(case: Case) -> bool:
    """ "3 May", "October 5 and 7", "terça (28)", "le 9" behind "le 3 octobre": a day of a month."""
    if case.c.value is None or not 1 <= case.c.value <= 31 or (case.n.what == "child" and case.n.at == case.c.j):
        return False
    doc, j = case.doc, case.c.j
    if (doc.word(case.c.i - 1), doc.word(j)) == ("(", ")") and _weekday(doc, case.c.i - 2):
        return True
    if case.n.what == "none" and bare_day(doc, case.c.spans[0]) and not step(doc, case.c.i, j):
        return True
    if doc.word(j) in doc.language.range_bare and doc.spans_in(j + 1, j + 2):
        j += 2
    dotted = doc.word(j) == "." and (doc.language.nouns_capital or not _opens_sentence(doc, j + 1))
    after = doc.word(j + 1) if dotted or doc.word(j) in doc.language.of else doc.word(j)
    short = _in_short(doc, case.c.i, j) or _short_month(case) or _of_worded_day(case)
    return after in doc.language.months or short or _days_to_month(doc, j) or _behind_month(case)


def _in_short(doc: Document, i: int, j: int) -> bool:
    """ "16 out 2025", "17 X 2025", "18 mar (EFE)", "16 MAR -": a day, the beginning of a month's name or its Roman
    number, and a year or, where a text begins, the agency in brackets or a dash."""
    k = j + 1 + (doc.word(j + 1) == ".")
    year = k in doc.years or (i < _DATELINE and (doc.word(k) == "(" or doc.word(k) in DASHES))
    return year and doc.word(i).isdecimal() and _names_month(doc, j)


def _short_month(case: Case) -> bool:
    """ "16 dez 2025": the month, where its short name is a number too."""
    doc, i, j = case.doc, case.c.i, case.c.j
    return bool(day_number(doc.word(i - 1))) and j in doc.years and j == i + 1 and _names_month(doc, i)


def _of_worded_day(case: Case) -> bool:
    """ "Двадцять третього вересня": the tens of a day in words."""
    doc, j = case.doc, case.c.j
    tens = (case.c.value or 0) in _TENS and doc.language.day_words.get(doc.word(j), _DAYS) < _DAYS
    return tens and doc.word(j + 1) in doc.language.months


_TENS, _DAYS = (20, 30), 10


def _names_month(doc: Document, k: int) -> bool:
    word = doc.word(k)
    roman = word.upper() in _ROMAN and doc.text[doc.tokens.starts[k]].isupper()
    return roman or (len(word) >= _SHORT and any(month.startswith(word) for month in doc.language.months))


_DATELINE = 8
"""A dateline stands among so many tokens at the head of a text."""
_SHORT = 3
_ROMAN = frozenset({"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"})


def _behind_month(case: Case) -> bool:
    """ "October 5", "Dec. 4", "October 5 and 7", "October 5-7": a month right before, or another day between."""
    doc, k = case.doc, case.c.i - 1
    if not doc.language.month_first:
        return False
    joined = doc.word(k) in doc.language.unto or (doc.word(k) in DASHES and _closed(doc, k))
    if joined and case.c.spans[0].form == "digits" and day_number(doc.word(k - 1)):
        k -= 2
    k -= doc.word(k) == "." and doc.word(k - 1) in doc.language.short_months
    return doc.word(k) in doc.language.months


def _closed(doc: Document, k: int) -> bool:
    """Does the token stand without space on either side? That before "Eleven" in "Feb 16 - Eleven" does not."""
    starts, ends = doc.tokens.starts, doc.tokens.ends
    return 0 < k < len(starts) - 1 and ends[k - 1] == starts[k] and ends[k] == starts[k + 1]


def _days_to_month(doc: Document, j: int) -> bool:
    """ "Du 5 au 7 octobre", "с 5 по 7 октября": behind the first day of a span of days."""
    k = j + (doc.word(j) == ".")
    if doc.word(k) not in doc.language.unto:
        return False
    k += 1 + (doc.word(k + 1) in ARTICLES)
    last, k = doc.word(k), k + 1
    while doc.word(k) == "." or doc.word(k) in doc.language.of:
        k += 1
    return bool(day_number(last)) and doc.word(k) in doc.language.months


def _weekday(doc: Document, k: int) -> bool:
    """Is token `k`, with the word before it, a day of the week: "na terça", "sexta-feira"?"""
    return doc.word(k) in doc.language.weekdays or f"{doc.word(k - 1)} {doc.word(k)}" in doc.language.weekdays


def _opens_sentence(doc: Document, k: int) -> bool:
    """Does a capital letter open token `k`: "December: 11. November: 5"?"""
    return k < len(doc.words) and doc.text[doc.tokens.starts[k]].isupper()


_THIS_WAR = (2014, 2030)
_ROW = 20
"""So many tokens a row of years has at most."""


def year(case: Case) -> bool:
    """ "In 2023", "between 2022 and 2025": a number like a year that nothing counts."""
    span = case.c.spans[0]
    if _of_season(case):
        return True
    if not (span.round and case.c.value and 1900 <= case.c.value <= 2099):
        return False
    if names_years(case.doc, case.c.i - 1) and case.n.what == "none":
        return True
    if like_year(case):
        return False
    if _of_document(case) or _of_aim(case):
        return True
    if _joined(case) or case.doc.word(case.c.i - 1) in case.doc.language.dating or _months_of(case):
        return True
    if _counts_acts(case):
        return False
    if case.n.what in ("child", "name") and case.n.at <= case.c.j + 1 and not case.doc.spans_in(case.c.j, case.n.at):
        return False
    if _compared(case):
        return True
    counted = case.doc.has(case.c.j, case.c.j + 1, "measure.returned")
    pointed = not counted and case.doc.word(case.c.i - 1) in case.doc.language.definites
    if case.doc.language.before_years and hedged(case.doc, case.c.i) and not pointed:
        return False
    if _answer(case) or _object(case):
        return False
    at = case.c.i - 1 - (case.doc.word(case.c.i - 1) in ("–", ":"))
    before = case.doc.tags[at] if at >= 0 else frozenset()
    if case.doc.language.inverted and not _THIS_WAR[0] <= case.c.value <= _THIS_WAR[1]:
        return False
    if "total" in before and not _THIS_WAR[0] <= case.c.value <= _THIS_WAR[1]:
        return False
    return not any(t.startswith(("measure.", "hedge.", "qualifier")) for t in before)


def _of_season(case: Case) -> bool:
    """ "In 2022–23": the end of a span of years."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) not in DASHES or i - 2 not in doc.years or len(doc.words[i]) != 2:
        return False
    return doc.tokens.ends[i - 1] == case.c.spans[0].start and int(doc.words[i - 2][2:]) + 1 == case.c.value


def _joined(case: Case) -> bool:
    """ "Between 2022 and 2025", "in 2023, 2024 and 2025": one of the years of a row that is told as a time."""
    doc, language, k = case.doc, case.doc.language, case.c.i
    links = language.range_bare | language.range_to | language.links | DASHES
    later = doc.word(case.c.j) in links and case.c.j + 1 in doc.years and doc.words[case.c.j + 1] > doc.words[k]
    if doc.word(k - 1) in language.range_between and later and not changed(doc, k):
        return True
    if k - 2 not in doc.years or doc.word(k - 1) not in links or doc.words[k - 2] >= doc.words[k]:
        return False
    if doc.word(k - 1) in language.range_bare or changed(doc, k):
        return doc.word(k - 1) in language.range_bare
    first, links = max(k - _ROW, 0), links | {","}
    while k > first and doc.word(k - 1) in links and k - 2 in doc.years:
        k -= 2
    return doc.word(k - 1) in language.dating | language.range_between or names_years(doc, k - 1)


def _of_document(case: Case) -> bool:
    """ "La convention de 1948": the year of a document."""
    doc, i = case.doc, case.c.i
    document = any("reject.documents" in doc.tags[k] for k in range(max(0, i - _NEAR), i - 1))
    return document and doc.word(i - 1) in doc.language.of and (case.c.value or 0) < _THIS_WAR[0]


def _of_aim(case: Case) -> bool:
    """ "L'obiettivo per il 2026 è ...": an article stands before years there, and no noun behind this one."""
    doc, i = case.doc, case.c.i
    led = (
        doc.word(i - 1) in doc.language.definites
        and doc.word(i - 2) in doc.language.towards | doc.language.before_years
    )
    return led and case.n.what == "none" and _THIS_WAR[0] <= (case.c.value or 0) <= _THIS_WAR[1]


_NEAR = 5


def _months_of(case: Case) -> bool:
    """ "Les neuf premiers mois de 2025", "la première moitié de 2026": the year of a time told right before."""
    doc, i = case.doc, case.c.i
    if i < 2 or doc.word(i - 1) not in doc.language.of:
        return False
    return "reject.duration" in doc.tags[i - 2] or tells_when(doc, max(i - 3, 0), i - 2)


def of_a_season(case: Case) -> bool:
    """ "The three summer months", "los tres meses de verano": how long, though a season is told."""
    doc, j = case.doc, case.c.j
    before = doc.has(j, j + 1, "seasonal") and doc.has(j + 1, j + 2, "reject.duration")
    return before or (doc.has(j, j + 1, "reject.duration") and doc.has(j + 1, j + 3, "seasonal"))


def of_birth(case: Case) -> bool:
    """ "Born between 2004 and 2021": years of birth."""
    doc, i = case.doc, case.c.i
    years = all(len(doc.words[span.i]) == _YEAR and doc.words[span.i].isdecimal() for span in case.c.spans)
    born = doc.has(max(doc.sentence_of(i)[0], i - _BIRTH), i, "born") or doc.has(case.c.j, case.c.j + 1, "born")
    of_late = all(_BORN[0] <= span.value <= _BORN[1] for span in case.c.spans)
    return years and born and of_late


_BORN = 1990, 2035
"""Children of this story were born no earlier."""


_YEAR, _BIRTH = 4, 4
"""The figures that a year is written with, and the words within which "born" stands before it."""


def _compared(case: Case) -> bool:
    """ "Aumentó respecto a 2023": the year that a count is only compared with."""
    doc, i = case.doc, case.c.i
    return doc.word(i - 2) in doc.language.beside and doc.word(i - 1) in doc.language.towards


def _counts_acts(case: Case) -> bool:
    """A number right before a noun of returns, which no year stands before: "2016 retours", "2016 повернень"."""
    return (
        case.doc.has(case.c.j, case.c.j + 1, "acts") and case.doc.word(case.c.i - 1) not in case.doc.language.definites
    )


def _answer(case: Case) -> bool:
    """ "How many are back? 2003." """
    a, b = case.doc.sentence_of(case.c.i)
    return a == case.c.i and b - a <= 2 and case.doc.word(a - 1) == "?"


def _object(case: Case) -> bool:
    """A verb and one word before a number that is no year of this war: "we brought them back 1985"."""
    at = case.c.i - 2
    if (
        at < 0
        or _THIS_WAR[0] <= (case.c.value or 0) <= _THIS_WAR[1]
        or case.doc.clause[at] != case.doc.clause[case.c.i]
    ):
        return False
    return any(t in ITS_OWN for t in case.doc.tags[at])
