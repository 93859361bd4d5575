"""Numbers that their own form gives away: ordinals, adjectives, fractions, scale words, names."""

from __future__ import annotations

from monitor.extract.context.phrases import tells_when
from monitor.extract.reject.cases import FEW, Case, hedged
from monitor.extract.text.document import Document
from monitor.extract.text.numbers import Span
from monitor.extract.text.small import ARTICLES, DASHES

__all__ = [
    "adjective", "clock", "couple", "dotted", "fraction", "hyphened", "impossible", "named_number", "ordinal",
    "particle", "score", "vague", "which_third",
]  # fmt: skip

_MANY = 100
"""Ordinals from here on state a total: right before the noun ("her fifth child" does not), and anywhere near it."""


def ordinal(case: Case) -> bool:
    """ "The 41st child": is it an ordinal that states no total?"""
    c, n = case.c, case.n
    year = 1900 <= (c.value or 0) <= 2040
    if year and (n.at != c.j or case.doc.word(c.i - 1) in case.doc.language.dating):
        return True
    event = n.what == "none" and not year and case.doc.has(c.j, c.j + 2, "measure.returned")
    if (n.what == "child" and _one_of_them(case)) or (event and _who_came(case)):
        return c.spans[0].value < FEW
    return not ((n.what == "child" or event) and c.spans[0].value >= _MANY)


def _who_came(case: Case) -> bool:
    """ "The 46th to return", "el 46.º en volver": an ordinal, one small word and what that child did."""
    doc, j = case.doc, case.c.j
    if doc.has(j + 2, j + 3, "possessor"):
        return False
    led = doc.word(case.c.i - 1) in doc.language.definites and doc.word(j) in doc.language.small
    return led and doc.has(j + 1, j + 2, "measure.returned") and not doc.has(j + 1, j + 2, "acts")


def _one_of_them(case: Case) -> bool:
    """ "The 41st Ukrainian child"; but neither "the 30th children's camp" nor "the 25th child of the family"."""
    doc, at, language = case.doc, case.n.at, case.doc.language
    behind = doc.tags[at + 1] if at + 1 < len(doc.tags) else frozenset()
    other = any(tag.startswith("unit.") for tag in behind) or doc.has(at + 1, at + 4, "family")
    between = doc.tokens.kinds[case.c.j : at]
    single = not doc.word(at).endswith(language.plurals)
    return single and not other and len(between) <= 1 and set(between) <= {"w"}


def clock(case: Case) -> bool:
    """ "1740: No child was handed over": the time of one of several entries, each at the head of its line."""
    own = case.c.spans[0]
    return _heads(case.doc, own) and any(_heads(case.doc, span) for span in case.doc.spans if span.i != own.i)


def score(case: Case) -> bool:
    """ "England 231-7", "won 3-1": one of two numbers in digits that a dash joins, the smaller behind, with no children
    behind them."""
    doc, own = case.doc, case.c.spans[0]
    behind, before = doc.spans_in(own.j + 1, own.j + 2), [s for s in doc.spans_in(own.i - 2, own.i) if s.j == own.i - 1]
    pairs = [(own, s) for s in behind] + [(s, own) for s in before]
    falling = (pair for pair in pairs if _joined(doc, *pair) and pair[1].value < pair[0].value)
    return case.n.what != "child" and any(not doc.has(low.j, low.j + 2, "child") for _, low in falling)


def _joined(doc: Document, one: Span, other: Span) -> bool:
    """Does a dash alone part two numbers in digits?"""
    starts, ends, dash = doc.tokens.starts, doc.tokens.ends, one.j
    written = one.form == other.form == "digits" and doc.word(dash) in DASHES
    return written and ends[dash - 1] == starts[dash] and ends[dash] == starts[dash + 1]


def _heads(doc: Document, span: Span) -> bool:
    """Is it four digits of a time of day, at the head of a line and before a colon?"""
    heads = (span.i == 0 or doc.word(span.i - 1) == "\n") and doc.word(span.j) == ":"
    written = doc.text[doc.tokens.starts[span.i] : doc.tokens.ends[span.j - 1]]
    return (
        heads and len(written) == _CLOCK and written.isdigit() and span.value < _MIDNIGHT and span.value % 100 < _HOUR
    )


_CLOCK, _MIDNIGHT, _HOUR = 4, 2400, 60
"""The digits of a time of day without a mark, its bound, and the minutes of an hour."""


def adjective(case: Case) -> bool:
    """ "A 2-year programme": an adjective made of a number."""
    return case.c.spans[0].form == "adjective"


def hyphened(case: Case) -> bool:
    """ "A six-figure number", "a six-member team": a number in words that a hyphen joins to what is no child."""
    doc, j = case.doc, case.c.j
    if case.c.spans[0].form != "words" or doc.word(j) != "-" or j + 1 >= len(doc.words):
        return False
    language, tail = doc.language, doc.word(j + 1)
    closed = doc.tokens.starts[j] == doc.tokens.ends[j - 1] and doc.tokens.ends[j] == doc.tokens.starts[j + 1]
    another = bool(doc.spans_in(j + 1, j + 2)) or tail in language.tails | language.range_to | language.links
    return closed and doc.tokens.kinds[j + 1] == "w" and not another and "child" not in doc.tags[j + 1]


def impossible(case: Case) -> bool:
    """Too large, below 0, or a broken number that is no share."""
    value = case.c.value if case.c.value is not None else case.c.high
    if value is None or value > 10**8 or value < 0:
        return True
    return not case.c.share and value != int(value)


def vague(case: Case) -> bool:
    """ "Thousands", "tens of thousands": scale words alone."""
    doc, i, vague = case.doc, case.c.i, case.doc.language.vague
    if case.c.j != i + 1:
        return vague.issuperset(doc.words[i : case.c.j])
    if doc.word(i) in doc.language.singulars and hedged(doc, i) and doc.word(i - 1) not in doc.language.ungoverning:
        return False
    return doc.word(i) in vague or doc.word(i - 1) in vague


def couple(case: Case) -> bool:
    """ "Пара повернеться": two who are a couple, unless a noun says what they are."""
    return case.doc.word(case.c.i) in case.doc.language.couples


def fraction(case: Case) -> bool:
    """ "Half a year", "half": a part of a time, or of nothing that is counted."""
    half_year = case.c.share and tells_when(case.doc, max(case.c.i - 1, 0), case.c.i)
    if half_year or (case.c.share and case.doc.word(case.c.j) in case.doc.language.calendar):
        return True
    return case.c.value == 0.5 and not case.c.share


def which_third(case: Case) -> bool:
    """ "A third group", "le cinquième groupe", "for a third time": which of several, no share of them."""
    doc, j = case.doc, case.c.j
    led = doc.language.articles | ARTICLES
    which = doc.word(j - 1) in doc.language.ordinal_shares and doc.word(case.c.i) in led
    if not which or j >= len(doc.words) or doc.tokens.kinds[j] != "w":
        return False
    word, tags = doc.word(j), doc.tags[j]
    single = "child" in tags and not word.endswith(doc.language.plurals)
    epithet = bool(tags & {"story", "foreign"}) and j + 1 < len(doc.tags) and "child" in doc.tags[j + 1]
    return bool(tags & {"acts", "turns"}) or single or epithet


def dotted(case: Case) -> bool:
    """ "To już 17. pakiet": digits with a point before a noun are an ordinal."""
    doc, j = case.doc, case.c.j
    if not doc.language.dotted_ordinals or doc.word(j) != "." or j + 1 >= len(doc.words):
        return False
    touching = doc.tokens.ends[j - 1] == doc.tokens.starts[j]
    return touching and doc.tokens.kinds[j + 1] == "w" and doc.text[doc.tokens.starts[j + 1]].islower()


def named_number(case: Case) -> bool:
    """ "I Ventisette hanno sanzionato": a number word with a capital behind an article is a name."""
    doc, i = case.doc, case.c.i
    words = case.c.spans[0].form == "words" and doc.word(i - 1) in doc.language.definites and case.n.at != case.c.j
    capital = doc.text[doc.tokens.starts[i]].isupper() and not doc.language.nouns_capital
    goes_on = case.c.j < len(doc.words) and doc.text[doc.tokens.starts[case.c.j]].isupper()
    return words and capital and not goes_on


def particle(case: Case) -> bool:
    """An article that counts nothing: "trafen in Kiew ein"."""
    last = case.c.j >= len(case.doc.words) or case.doc.tokens.kinds[case.c.j] == "p"
    return last and case.doc.word(case.c.i) in case.doc.language.articles
