"""Number spans -> candidates: plain numbers, ranges, shares, sums of boys and girls."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.changes import changed
from monitor.extract.document import Document
from monitor.extract.numbers import Span

__all__ = ["Candidate", "compose"]


@dataclass(frozen=True, slots=True)
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


def _plain(span: Span) -> Candidate:
    return Candidate((span,), span.i, span.j, span.value)


def _range(doc: Document, k: int) -> Candidate | None:
    """``from 260,000 to 700,000``, ``200–300 тисяч``: two numbers joined, the first told as a range or by a dash."""
    if k + 1 >= len(doc.spans):
        return None
    a, b = doc.spans[k], doc.spans[k + 1]
    if b.i != a.j + 1:
        return None
    link = doc.word(a.j)
    dash = link in "-–" and doc.tokens[a.j].start == a.end and doc.tokens[a.j].end == b.start
    told = link in doc.language.range_to and doc.word(a.i - 1) in doc.language.range_between
    told = told and not changed(doc, a.i)
    if not (dash or told) or {a.form, b.form} & {"ordinal", "adjective"}:
        return None
    low, high = a.value, b.value
    if (dash or b.j - b.i > 1) and low < 1000 <= high and high / 1000 > low:
        low *= next((s for s in (10**6, 1000) if high >= s and high % s == 0), 1)
    return Candidate((a, b), a.i, b.j, None, low, high) if low < high else None


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
    first = a.j
    while first < min(b.i, a.j + 3) and ("child" in doc.tags[first] or "measure.deported" in doc.tags[first]):
        first += 1
    between = " ".join(doc.word(i) for i in range(first, b.i))
    if first > a.j and a.value > 1 and between in doc.language.range_between:
        return None
    if between not in doc.language.out_of:
        return None
    if not a.value < b.value <= 100 or (b.form == "digits" and b.value > 10 and " " not in between):
        return None
    if doc.word(b.j) and doc.word(b.j) in doc.language.months:
        return None
    value = round(100 * a.value / b.value, 1)
    return Candidate((a, b), a.i, b.j, value, share=True)


def _sum(doc: Document, k: int) -> Candidate | None:
    """``six boys and one girl``: number child-noun and number child-noun; an adjective may stand before the first."""
    if k + 1 >= len(doc.spans):
        return None
    a, b = doc.spans[k], doc.spans[k + 1]
    if not 2 <= b.i - a.j <= 3 or doc.word(b.i - 1) not in doc.language.links:
        return None
    kinds = [_sex(doc, b.i - 2), _sex(doc, b.j)]
    if set(kinds) != {"boys", "girls"}:
        return None
    parts = f"{kinds[0]}:{a.value:g},{kinds[1]}:{b.value:g}"
    return Candidate((a, b), a.i, b.j + 1, a.value + b.value, derived=True, parts=parts)


def _sex(doc: Document, k: int) -> str:
    tags = doc.tags[k] if k < len(doc.tags) else frozenset()
    return next((sex for sex in ("girls", "boys") if f"sex.{sex}" in tags), "")


def _one(doc: Document, k: int) -> Candidate:
    found = _range(doc, k) or _sum(doc, k) or _out_of(doc, k)
    if found is not None:
        return found
    span = doc.spans[k]
    behind = _percent(doc, span.j)
    if span.form == "share":
        return Candidate((span,), span.i, span.j, span.value, share=True)
    if behind:
        return Candidate((span,), span.i, behind, span.value, share=True)
    return _plain(span)


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
