"""Number spans -> candidates: plain numbers, ranges, shares, sums of boys and girls."""

from __future__ import annotations

from dataclasses import dataclass, replace

from monitor.extract.count.changes import changed
from monitor.extract.text.document import Document
from monitor.extract.text.numbers import Span

__all__ = ["Candidate", "compose", "rate"]


@dataclass(slots=True)
class Candidate:
    """What may become a figure: `spans` of the text it rests on, value or low..high, and what it is."""

    spans: tuple[Span, ...]
    i: int
    j: int
    value: float | None
    low: float | None = None
    high: float | None = None
    share: bool = False
    derived: bool = False
    parts: str | None = None


_WHOLES = frozenset({"child", "measure.deported", "unit.cases", "unit.facilities"})
"""What may stand between the numbers of a share: "one camp in five"; at most so many words."""
_THINGS = ("child", "unit.", "reject.")
_ADDED = 3
_BASES = 10, 100, 1000
"""What a rate is told by: of every ten."""
_YEARS = 1900, 2100
_AGED = 6
"""So far before its noun stands an article: "a 13-year-old girl"."""
_THE = frozenset({"i", "gli", "le", "los", "las", "les", "os", "as", "the", "den", "die"})
"""Articles before the bounds of a range: "tra i 200 e i 250"."""
_WAR = 2014, 2030
_EVEN = 4
"""So many words at most join bounds: "or even", ", а то й"."""
_WIDE = 5
"""A range told by a joining word alone is no wider: "eight to ten", but not "from the 3 to the 500"."""


def _plain(span: Span) -> Candidate:
    return Candidate((span,), span.i, span.j, span.value)


def _range(doc: Document, k: int) -> Candidate | None:
    """``from 260,000 to 700,000``, ``200–300 тисяч``, ``eight to ten``: two numbers joined, told as a range, by a
    dash, or by a word that joins bounds alone."""
    if k + 1 >= len(doc.spans):
        return None
    a, b = doc.spans[k], doc.spans[k + 1]
    if doc.word(a.j) == "-" and doc.word(a.j + 1) in doc.language.range_to and b.i == a.j + 2:
        return _hanging(a, b)
    even = b.i - a.j <= _EVEN and " ".join(doc.words[a.j : b.i]) in doc.language.range_even
    if not even and b.i - (b.i == a.j + 2 and doc.word(b.i - 1) in _THE) != a.j + 1:
        return None
    link = doc.word(a.j)
    dash = link in "-–" and doc.tokens.starts[a.j] == a.end and doc.tokens.ends[a.j] == b.start
    opened = link in doc.language.range_to and _opens_range(doc, a.i)
    low, high = _lower(doc, a, b, dash or opened or even), b.value
    told = even or link in doc.language.range_bare
    told = opened or (told and high <= _WIDE * low and not _dated(doc, a, b))
    moved = link not in doc.language.links - doc.language.towards and changed(doc, a.i)
    told = told and not moved and not _since_year(doc, a, b)
    if not (dash or told) or _of_years(doc, a, b) or {a.form, b.form} & {"ordinal", "adjective"}:
        return None
    return Candidate((a, b), a.i, b.j, None, low, high) if low < high else None


def _hanging(a: Span, b: Span) -> Candidate | None:
    """``fünf- bis siebenhundert``: a hyphen stands for the rest of the second number."""
    size = next((size for size in (10**6, 1000, 100) if b.value % size == 0 and a.value * size < b.value), 1)
    low = a.value if a.form == "digits" else a.value * size
    return Candidate((a, b), a.i, b.j, None, low, b.value) if low < b.value else None


def _since_year(doc: Document, a: Span, b: Span) -> bool:
    """ "Desde febrero de 2022 a 730.000 niños", "since 2022 to 2,271": the year of a date, no bound."""
    if not a.round or not _YEARS[0] <= a.value < _YEARS[1]:
        return False
    month = any(doc.word(k) in doc.language.months for k in (a.i - 1, a.i - 2))
    opened = doc.word(a.i - 1) in doc.language.since | doc.language.starts and a.i in doc.years and b.i not in doc.years
    return opened or (month and b.value > _WIDE * a.value)


def _of_years(doc: Document, a: Span, b: Span) -> bool:
    """ "Between 2022 and 2025", "2022–2025": the years of the war, written as years are, no bounds of a count; nor are
    years before it behind which the sentence stops: "between 1939 and 1945"."""
    years = a.i in doc.years and b.i in doc.years and a.value < b.value
    stops = b.j >= len(doc.words) or doc.tokens.kinds[b.j] == "p"
    before = stops and _YEARS[0] <= a.value and b.value < _WAR[0]
    return years and (before or (_WAR[0] <= a.value and b.value <= _WAR[1]))


def _dated(doc: Document, a: Span, b: Span) -> bool:
    """ "2022 to 2023", "28 or 29 November": years, or days of a month."""
    years = all(span.round and _YEARS[0] <= span.value < _YEARS[1] for span in (a, b))
    month = b.j + (doc.word(b.j) in doc.language.of or doc.word(b.j) == ".")
    return years or doc.word(month) in doc.language.months or doc.word(a.i - 1) in doc.language.months


def _lower(doc: Document, a: Span, b: Span, sure: bool) -> float:
    """The lower bound, of the size that the upper one says for both: "20–30 thousand", "four to five hundred"."""
    last = doc.word(b.j - 1 - (doc.word(b.j - 1) == "."))
    said = doc.language.scales.get(last)
    sizes = (said,) if said else ((10**6, 1000) if sure else ())
    fits = (size for size in sizes if a.value < size and a.value * size < b.value and b.value % (size / 10) == 0)
    return a.value * next(fits, 1)


def _opens_range(doc: Document, i: int) -> bool:
    """ "Between", "between about": a word that opens a range before token `i`, at most a hedge between."""
    if doc.word(i - 1) in doc.language.range_between or (
        doc.word(i - 1) in _THE and doc.word(i - 2) in doc.language.range_between
    ):
        return True
    return doc.word(i - 1) in doc.language.hedge_ends and doc.word(i - 2) in doc.language.range_between


def _percent(doc: Document, j: int) -> int:
    """Index behind a percent sign or word at token `j`, or 0."""
    word = doc.word(j)
    if word == "%" or word.startswith(doc.language.percents):
        return j + 1 + (doc.word(j + 1) == "." and word in doc.language.abbreviations)
    if f"{word} {doc.word(j + 1)}" in doc.language.percents:
        return j + 2
    return 0


def _out_of(doc: Document, k: int) -> Candidate | None:
    """``one in ten``, ``four out of five``, ``uno de cada diez``, ``восемь из десяти``."""
    if k + 1 >= len(doc.spans):
        return None
    a, b = doc.spans[k], doc.spans[k + 1]
    if b.i - a.j > doc.language.longest_out_of + _ADDED:
        return None
    first = a.j
    while first < min(b.i, a.j + _ADDED) and (_WHOLES | {"story"}) & doc.tags[first]:
        first += 1
    if b.i - first > doc.language.longest_out_of:
        return None
    between = " ".join(doc.words[first : b.i])
    if first > a.j and a.value > 1 and between in doc.language.range_between:
        return None
    if between not in doc.language.out_of:
        return None
    if _one_of_a_group(doc, a, b):
        return None
    counted = b.value > 10 if b.form == "digits" else b.value > 20 and b.value % 100
    if not a.value < b.value <= 100 or (counted and " " not in between and not _odds(doc, a, b)):
        return None
    if doc.word(b.j) and doc.word(b.j) in doc.language.months:
        return None
    return Candidate((a, b), a.i, b.j, _percentage(a.value, b.value), share=True)


def _one_of_a_group(doc: Document, a: Span, b: Span) -> bool:
    """ "Максим – один з одинадцяти дітей, яких повернули", "eines von elf Kindern, die ...": one told of, no share."""
    noun = next((k for k in range(b.j, min(b.j + _ADDED, len(doc.tags))) if "child" in doc.tags[k]), None)
    if a.value != 1 or noun is None or doc.word(b.i - 1) not in doc.language.wholes:
        return False
    behind = doc.words[noun + 1 : noun + 3]
    pointed = doc.word(a.i - 1) in doc.language.pointing | doc.language.definites | _APART
    return pointed or (behind[:1] == [","] and behind[-1] in doc.language.relatives)


_APART = frozenset({"–", "-", ","})


def _percentage(part: float, whole: float) -> float:
    """Per cent, with one decimal, or with the two that say it exactly: 33.3 of one in three, 6.25 of one in sixteen."""
    exact = 100 * part / whole
    return exact if exact == round(exact, 2) else round(exact, 1)


def _odds(doc: Document, a: Span, b: Span) -> bool:
    """ "One in thirty-four": odds, whatever the second number, unless it counts days or pages."""
    counted = b.j < len(doc.tags) and any(tag.startswith(("reject.", "unit.")) for tag in doc.tags[b.j])
    part = doc.word(b.i - 1) in doc.language.of | doc.language.origins
    return a.value == 1 and not (counted or part or b.round)


def _sum(doc: Document, k: int) -> Candidate | None:
    """``six boys and (the) one girl``, ``six boys and a girl``: number child-noun and number or article child-noun.

    An adjective or a verb may stand before a noun ("six are boys and five are girls").
    """
    a = doc.spans[k]
    first = a.j + (not _sex(doc, a.j) and _sex(doc, a.j + 1) != "")
    if doc.word(first + 1) not in doc.language.links | {","}:
        return None
    second = first + 2 + (doc.word(first + 2) in doc.language.definites)
    b = doc.spans[k + 1] if k + 1 < len(doc.spans) and doc.spans[k + 1].i == second else None
    noun = b.j + _said(doc, b.j) if b is not None else first + 3
    kinds = [_sex(doc, first), _sex(doc, noun)]
    if b is not None and _splits(doc, k):
        return None
    if set(kinds) != {"boys", "girls"} or not (b or doc.word(first + 2) in doc.language.articles):
        return _both(doc, a, b) if b is not None and doc.word(first + 1) != "," else None
    more = b.value if b is not None else 1
    parts = f"{kinds[0]}:{a.value:g},{kinds[1]}:{more:g}"
    spans = (a, b) if b is not None else (a,)
    return Candidate(spans, a.i, noun + 1, a.value + more, derived=True, parts=parts)


def _splits(doc: Document, k: int) -> bool:
    """ "Sedici ragazzi, nove femmine e sette maschi": are the girls and boys behind the `k`-th number its parts?"""
    whole, *parts = doc.spans[k : k + 3]
    sexes = {_sex(doc, part.j) for part in parts}
    return sexes == {"boys", "girls"} and sum(part.value for part in parts) == whole.value


def _said(doc: Document, j: int) -> bool:
    """ "Five are girls": does a verb of counts stand at token `j`, before the noun?"""
    return doc.has(j, j + 1, "holds") and _sex(doc, j + 1) != ""


_FEW = 40


def _both(doc: Document, a: Span, b: Span) -> Candidate | None:
    """``четверо школярів і троє дошкільнят``: two small counts of children, told together as one group."""
    young = all(0 < s.j < len(doc.tags) and "child" in doc.tags[s.j] and s.value < _FEW for s in (a, b))
    apart = doc.word(a.j) != doc.word(b.j) and doc.language.singles
    if (
        not (young and apart)
        or _grown(doc, b.j + 1)
        or any(doc.word(s.j + 1).endswith(doc.language.finite) for s in (a, b))
    ):
        return None
    return Candidate((a, b), a.i, b.j + 1, a.value + b.value, derived=True)


def _and_one(doc: Document, k: int) -> Candidate | None:
    """``двоє близнюків та їхня сестра``, ``дівчинка і двоє братів``: a number of children and one more, unnumbered.

    An article and a possessor may stand before the number: "una niña y sus dos hermanos", "e i suoi due fratelli".
    """
    span = doc.spans[k]
    if span.form not in ("words", "digits") or not doc.under(span.j, span.j + 3, "child"):
        return None
    if span.value != int(span.value):
        return None
    noun = next((n for n in range(span.j, min(span.j + 3, len(doc.tags))) if "child" in doc.tags[n]), None)
    if noun is None or any(doc.tokens.kinds[n] != "w" for n in range(span.j, noun)) or doc.spans_in(span.j, noun):
        return None
    link = span.i - 1 - ("possessor" in doc.tags[span.i - 1] if span.i else 0)
    link -= doc.word(link) in doc.language.definites | _THE
    behind, before = _single(doc, noun + 1), _single(doc, link - 1, -1)
    before = _lone(doc, link - 1) if before is None else before
    if behind is not None and (_pair(doc, span, noun, behind) or _grown(doc, behind + 1)):
        return None
    others = behind is not None and bool(doc.spans_in(noun + 1, behind))
    if behind is not None and not others and doc.word(noun + 1) in doc.language.links:
        return Candidate((span,), span.i, behind + 1, span.value + 1, derived=True)
    if before is not None and doc.word(link) in doc.language.links:
        return Candidate((span,), before, noun + 1, span.value + 1, derived=True)
    return None


def _grown(doc: Document, j: int) -> bool:
    """ "Ten children and a young man of 19": is the age behind a noun that ends before token `j` that of an adult?"""
    ages = doc.spans_in(j, j + _AGED)
    return bool(ages) and ages[0].value >= _ADULT and doc.under(ages[0].j, ages[0].j + 1, "reject.age")


_ADULT = 18


def _lone(doc: Document, n: int) -> int | None:
    """ "A girl and her two brothers": the noun at token `n` of one child with an article of its own."""
    if n > 0 and not doc.language.adjectives_first and not _sex(doc, n) and _sex(doc, n - 1):
        n -= 1
    own = doc.language.articles | doc.language.definites
    articled = any(doc.word(k) in own for k in range(max(0, n - _AGED), n))
    return n if n > 0 and _sex(doc, n) and articled and not doc.spans_in(n, n + 1) else None


def _pair(doc: Document, span: Span, noun: int, single: int) -> bool:
    """Is the single child at `single` none to be added to the number's `noun`?

    "31 хлопчик і дівчинка" are 31 together, the nouns have the form of one; "pięcioro dzieci i chłopiec opowiada":
    where a clause may begin without a comma, only boys and a girl, or girls and a boy, are added up.
    """
    kinds = {_sex(doc, noun), _sex(doc, single)}
    if not doc.language.implied_ways:
        return kinds != {"boys", "girls"}
    return kinds == {"boys", "girls"} and span.value > 20 and span.value % 10 == 1


def _single(doc: Document, at: int, step: int = 1) -> int | None:
    """The noun for one child at most two words behind (or before) token `at`, in the same sentence."""
    first = at + (step > 0)
    near = range(first, first + 3 * step, step) if step > 0 else range(first, first - 1, -1)
    for n in near:
        if not 0 <= n < len(doc.words) or doc.tokens.kinds[n] != "w":
            return None
        if doc.word(n) in doc.language.singles:
            return n
    return None


def rate(doc: Document, whole: Span) -> bool:
    """ "Of every hundred children taken", "de cada cem, ...": is the number what a rate is told by?"""
    each = f"{doc.word(whole.i - 2)} {doc.word(whole.i - 1)}" in doc.language.each
    behind = range(whole.j, min(whole.j + _ADDED, len(doc.words)))
    base = whole.value in _BASES or 2 < whole.value < _BASES[0]
    return each and base and (doc.word(whole.j) == "," or any(_WHOLES & doc.tags[k] for k in behind))


def _by_rate(doc: Document, k: int) -> Candidate | None:
    """ "Of every hundred taken, six are back": six per cent."""
    whole, span = doc.spans[max(0, k - 1)], doc.spans[k]
    told = k > 1 and doc.spans[k - 2].j == whole.i - 2
    apart = doc.sentence[whole.i] != doc.sentence[span.i] or ";" in doc.words[whole.j : span.i]
    if told or apart or span.value >= whole.value or not rate(doc, whole):
        return None
    return Candidate((span,), span.i, span.j, _percentage(span.value, whole.value), share=True)


def _sex(doc: Document, k: int) -> str:
    tags = doc.tags[k] if k < len(doc.tags) else frozenset()
    return "girls" if "sex.girls" in tags else "boys" if "sex.boys" in tags else ""


def _one(doc: Document, k: int) -> Candidate:
    found = _range(doc, k) or _sum(doc, k) or _out_of(doc, k) or (doc.language.singles and _and_one(doc, k)) or None
    found = found or _by_rate(doc, k)
    if found is not None:
        return found
    span = doc.spans[k]
    behind = _percent(doc, span.j)
    if span.form == "share" and _ordinal(doc, span):
        return _plain(replace(span, value=round(100 / span.value), form="ordinal"))
    if span.form == "share":
        return Candidate((span,), span.i, span.j, span.value, share=True)
    if behind:
        return Candidate((span,), span.i, behind, span.value, share=True)
    return _plain(span)


def _ordinal(doc: Document, share: Span) -> bool:
    """ "A fifth warrant", "un cinquième mandat": an article and an ordinal right before one thing are no fraction."""
    j, language = share.j, doc.language
    if (
        j >= len(doc.tags)
        or doc.word(share.i) not in language.articles
        or doc.word(j - 1) not in language.ordinal_units
    ):
        return False
    counted = any(tag.startswith(_THINGS) for tag in doc.tags[j])
    return counted and not doc.word(j).endswith(language.plurals)


def compose(doc: Document) -> list[Candidate]:
    """Every number span is in exactly one candidate, in order; fractions are candidates without a span."""
    found: list[Candidate] = []
    k = 0
    while k < len(doc.spans):
        candidate = _one(doc, k)
        found.append(candidate)
        k += len(candidate.spans)
        while k < len(doc.spans) and doc.spans[k].i < candidate.j:
            k += 1
    return found
