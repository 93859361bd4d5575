"""Totals whose number could be a year: "rose to 2016", "Returned children: 2025", "in all 2016"."""

from __future__ import annotations

from monitor.extract.context.phrases import names_years
from monitor.extract.count.changes import amounts
from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document
from monitor.extract.text.small import DASHES

__all__ = ["like_year"]

_LAST_YEAR = 2035
"""The last year that a text of this story tells of."""
_NEAR = 5


def like_year(case: Case) -> bool:
    """Is the number, one like a year, a count all the same: where it stands no year can?"""
    return any(rule(case) for rule in (_beyond, _so_far, _too_late, _of_all, _in_all, _in_row, _part))


def _beyond(case: Case) -> bool:
    """ "Rose from 2016 to 2043": a row that ends after every time of this story counts."""
    doc, i, j = case.doc, case.c.i, case.c.j
    links = doc.language.range_to | DASHES
    last = j + 1 if doc.word(j) in links and j + 1 in doc.years else i
    row = last > i or (doc.word(i - 1) in links and i - 2 in doc.years)
    return row and doc.words[last].isdecimal() and int(doc.words[last]) > _LAST_YEAR


def _too_late(case: Case) -> bool:
    """ "As of today: 2068.": no year of this story, unless a preposition or the word year says so."""
    doc = case.doc
    led = doc.word(case.c.i - 1) in doc.language.before_years | doc.language.dating
    return (case.c.value or 0) > _LAST_YEAR and not led and not names_years(doc, case.c.j)


def _so_far(case: Case) -> bool:
    """ "Всего удалось вернуть уже 2025.", "с начала войны – 2016": a count of all, where no year can stand."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if j < len(doc.words) and doc.tokens.kinds[j] != "p":
        return False
    first, total = max(0, i - _NEAR), doc.under(max(0, i - _NEAR), i - 1, "total")
    told = doc.word(i - 1) in doc.language.already and (total or doc.under(first, i - 1, "measure"))
    return told or (doc.word(i - 1) in DASHES and total)


def _of_all(case: Case) -> bool:
    """ "The number of children returned rose to 2016", "Returned children: 2016": behind what is said of counts
    alone, at the end of what tells of children and what became of them; or before it ("sobe para 2016 o número")."""
    doc, i, j = case.doc, case.c.i, case.c.j
    a, b = doc.sentence_of(i)
    if i - 2 in doc.years or names_years(doc, j) or doc.word(j) in DASHES:
        return False
    if doc.under(j, min(j + 2, b), "total"):
        return amounts(doc, i) and doc.has(j, b, "child")
    if not ((doc.has(a, i, "child") or doc.has(a, i, "acts")) and doc.has(a, i, "measure.returned")):
        return False
    ends = j >= b or doc.tokens.kinds[j] == "p"
    return ends and (amounts(doc, i) or (doc.word(i - 1) == ":" and j >= b - 1 and not _led(doc, i - 1)))


def _in_all(case: Case) -> bool:
    """ "Seven children are back. In all 2016.", "seven are back, 2016 in all": what only adds up."""
    doc, i, j = case.doc, case.c.i, case.c.j
    a, b = doc.sentence_of(i)
    before = doc.bounds[doc.sentence[i] - 1] if doc.sentence[i] else (0, 0)
    if _led(doc, i) or _from_a_time(doc, i):
        return False
    if doc.has(a, i, "child") and doc.has(a, i, "measure.returned"):
        return _with_total(doc, i, j)
    if i - a > _NEAR or j < b - 1 or doc.spans_in(a, i):
        return False
    return (
        (doc.has(a, i, "total") or amounts(doc, i))
        and doc.has(*before, "child")
        and doc.has(*before, "measure.returned")
    )


def _in_row(case: Case) -> bool:
    """ "20,570 deported, 2016 returned"; "the return of 2016 children": what is counted stands right behind."""
    doc, i, j = case.doc, case.c.i, case.c.j
    last = j + 1 >= len(doc.words) or doc.tokens.kinds[j + 1] == "p"
    if doc.word(i - 2) in doc.language.months or i - 2 in doc.years:
        return False
    told = doc.has(j, j + 1, "measure.returned") and bool(doc.spans_in(max(0, i - _NEAR), i))
    row = doc.word(i - 1) == "," and last and told
    of = doc.word(i - 1) in doc.language.of and case.n.at <= j + 1
    return row or (of and case.n.what == "child" and doc.has(i - 2, i - 1, "measure"))


def _part(case: Case) -> bool:
    """ "Of the 19,546 deported children 2003 have returned": a part opens its clause, with a verb and nothing counted
    behind it, where the whole stands before it."""
    doc, i, j = case.doc, case.c.i, case.c.j
    a, _ = doc.sentence_of(i)
    end = doc.clauses[doc.clause[i]][1]
    opens = doc.word(i - 1) == "," or doc.under(i - 1, i, "partitive") or doc.under(i - 1, i, "child")
    whole = any(s.value > (case.c.value or 0) for s in doc.spans_in(a, i)) and doc.has(a, i, "child")
    told = doc.has(j, min(j + _NEAR, end), "measure.returned")
    return opens and whole and told and not doc.spans_in(j, end) and not doc.has(j, end, "child")


def _from_a_time(doc: Document, i: int) -> bool:
    """ "Since the start of 2025", "this year, 2025": words of totals that tell a time."""
    return any(
        doc.word(k) in doc.language.starts or "reject.duration" in doc.tags[k] or names_years(doc, k)
        for k in range(max(0, i - _NEAR), i)
    )


def _led(doc: Document, i: int) -> bool:
    """Stands a word before token `i` that stands before years?"""
    language, word = doc.language, doc.word(i - 1)
    time = word in language.months or (i > 0 and "reject.duration" in doc.tags[i - 1])
    return time or word in language.before_years | language.within | language.since | language.dating | language.of


def _with_total(doc: Document, i: int, j: int) -> bool:
    """Is the number of tokens i..j-1 a clause with nothing but a word of totals right before or behind it?"""
    ends = j >= len(doc.words) or doc.tokens.kinds[j] == "p"
    at = i - 1 - (doc.word(i - 1) == ",")
    if ends:
        return at > 0 and "total" in doc.tags[at] and doc.word(at) not in doc.language.nowadays
    behind = [k for k in range(j, min(j + 3, len(doc.words))) if "total" in doc.tags[k]]
    own = doc.tokens.kinds[i - 1] == "p" or not doc.tags[i - 1]
    return own and bool(behind) and (behind[-1] + 1 >= len(doc.words) or doc.tokens.kinds[behind[-1] + 1] == "p")
