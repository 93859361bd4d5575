"""What of a text speaks for or against a measure of one number: named traits, the same when weights are made and used.

A trait is a short string. Words of the story enter by their tags (so that a new word in a lexicon is weighed like its
kin), other words by their beginnings; both by whether they stand in the number's clause or only in its sentence, and
how far away. The sentences beside, the headline and the article count by their tags alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.extract import gate
from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted
from monitor.extract.ways import sense

__all__ = ["SCALES", "about", "beside", "own", "traits"]

_FARTHEST = 1000
_NEAR = (1, 3, 6, 12)
_BEFORE, _BEHIND = ([f"{way}{sum(steps > far for far in _NEAR)}" for steps in range(_FARTHEST)] for way in "<>")
_STEM = 6
_BESIDE = 2
_TOUCHING = 3
_COUNTED = 5

SCALES = {"P": 0.5, "Q": 0.3, "D": 0.6, "H": 0.5, "h": 0.3}
"""Traits of these families weigh less when weights are made: what stands beside the sentence is only a hint."""


def about(doc: Document, head: Document) -> frozenset[str]:
    """The traits of the whole article, the same for all its numbers: what it speaks of, and its headline."""
    tags = {q.tag for q in doc.cues} | {q.tag for q in head.cues}
    found = {f"D {tag}" for tag in tags if not tag.startswith(("measure", "say"))}
    found.add(f"g {gate.relevance(head, doc)[0]}")
    found.update(f"H {q.tag}" for q in head.cues)
    found.update(f"h {doc.language.code} {t.text[:_STEM]}" for t in head.tokens if t.kind == "w" and len(t.text) > 3)
    return frozenset(found)


def beside(doc: Document, number: int) -> set[str]:
    """The traits of sentence `number`, the same for all numbers in it: words, tags and senses, and neighbours' tags."""
    a, b = doc.bounds[number]
    code = doc.language.code
    found = {f"t {tag}" for k in range(a, b) for tag in doc.tags[k]}
    numbers = {k for span in doc.spans_in(a, b) for k in range(span.i, span.j)}
    found.update(
        f"w {code} {doc.word(k)[:_STEM]}" for k in range(a, b) if doc.tokens[k].kind == "w" and k not in numbers
    )
    found.update(f"m {said}" for _, said in _senses(doc, a, b))
    for family, other in (("P", number - 1), ("Q", number + 1)):
        if 0 <= other < len(doc.bounds):
            found.update(f"{family} {q.tag}" for q in doc.cues_in(*doc.bounds[other]))
    return found


def own(doc: Document, c: Candidate, what: Counted, previous: str | None, doubt: str | None) -> set[str]:
    """The traits of candidate `c` alone.

    `previous` is the measure of the figure before it in the text, `doubt` why the grammar would reject it.
    """
    found = {f"v {_size(c)}", f"n {what.what}", f"b {previous}", f"s {c.share}", f"x {doubt}"}
    a, b = doc.sentence_of(c.i)
    found.update(_neighbours(doc, c, a, b), _where(doc, c, a, b))
    places = [_place(doc, c, k) for k in range(a, b)]
    found.update(_words(doc, c, a, places))
    for k, said in _senses(doc, a, b):
        place, away = places[k - a]
        found.add(f"m {said} {place}")
        found.add(f"m {said} {place}{away}")
    return found


def traits(
    doc: Document, head: Document, c: Candidate, what: Counted, previous: str | None, doubt: str | None
) -> set[str]:
    """All traits of candidate `c`."""
    return {*about(doc, head)} | beside(doc, doc.sentence[c.i]) | own(doc, c, what, previous, doubt)


def _neighbours(doc: Document, c: Candidate, a: int, b: int) -> Iterator[str]:
    """The words right before and behind the number, each with its place."""
    code = doc.language.code
    for steps in range(1, _TOUCHING + 1):
        if c.i - steps >= a:
            yield f"- {code} {steps} {doc.word(c.i - steps)[:_STEM]}"
        if c.j - 1 + steps < b:
            yield f"+ {code} {steps} {doc.word(c.j - 1 + steps)[:_STEM]}"


def _where(doc: Document, c: Candidate, a: int, b: int) -> Iterator[str]:
    """Where the sentence stands in the text, how many numbers it has, and which of them this one is."""
    number, last = doc.sentence[c.i], len(doc.bounds) - 1
    yield f"f first {number == 0}"
    yield f"f last {number == last}"
    yield f"f sentences {min(last + 1, _COUNTED)}"
    live = doc.live_in(a, b)
    yield f"f numbers {min(len(live), _COUNTED)}"
    yield f"f place {min(live.index(c.i), _COUNTED) if c.i in live else None}"


def _size(c: Candidate) -> str:
    value = c.value if c.value is not None else c.low or 0
    return "range" if c.value is None else next((str(top) for top in _SIZES if value < top), "more")


_SIZES = (1.5, 4, 10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000, 320_000, 1_000_000)


def _words(doc: Document, c: Candidate, a: int, places: list[tuple[str, str]]) -> Iterator[str]:
    code = doc.language.code
    for k, (place, away) in enumerate(places, a):
        for tag in doc.tags[k]:
            yield f"t {tag} {place}"
            yield f"t {tag} {place}{away}"
        token = doc.tokens[k]
        if token.kind == "w" and not c.i <= k < c.j:
            stem = token.text[:_STEM]
            yield f"w {code} {stem} {place}"
            if c.i - _BESIDE <= k < c.j + _BESIDE:
                yield f"w {code} {stem} {away[0]}"


def _place(doc: Document, c: Candidate, k: int) -> tuple[str, str]:
    """Does token `k` stand in the number's clause (c) or only in its sentence (s), before or behind it, how far?"""
    steps = c.i - k if k < c.i else k - c.j + 1
    return "c" if doc.clause[k] == doc.clause[c.i] else "s", _BEFORE[steps] if k < c.i else _BEHIND[max(steps, 0)]


def _senses(doc: Document, a: int, b: int) -> Iterator[tuple[int, str]]:
    """What the verbs of tokens a..b-1 mean where they stand (came is returned or deported by its way), and where."""
    for cue in doc.cues_in(a, b):
        if cue.tag.startswith("measure.") and (said := sense(doc, cue)) is not None:
            yield cue.i, said
