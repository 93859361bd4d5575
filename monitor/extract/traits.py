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

__all__ = ["SCALES", "about", "traits"]

_NEAR = (1, 3, 6, 12)
_STEM = 6
_BESIDE = 2

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


def traits(doc: Document, whole: frozenset[str], c: Candidate, what: Counted, previous: str | None) -> set[str]:
    """The traits of candidate `c` in an article of which `whole` holds (see `about`); `previous` is the measure of
    the figure before it in the text."""
    number = doc.sentence[c.i]
    found = {f"v {_size(c)}", f"n {what.what}", f"b {previous}", f"s {c.share}", *whole}
    found.update(_words(doc, c))
    found.update(_senses(doc, c))
    for family, other in (("P", number - 1), ("Q", number + 1)):
        if 0 <= other < len(doc.bounds):
            found.update(f"{family} {q.tag}" for q in doc.cues_in(*doc.bounds[other]))
    return found


def _size(c: Candidate) -> str:
    value = c.value if c.value is not None else c.low or 0
    return "range" if c.value is None else next((str(top) for top in _SIZES if value < top), "more")


_SIZES = (1.5, 4, 10, 32, 100, 320, 1000, 3200, 10_000, 32_000, 100_000, 320_000, 1_000_000)


def _words(doc: Document, c: Candidate) -> Iterator[str]:
    a, b = doc.sentence_of(c.i)
    code, own = doc.language.code, doc.clause[c.i]
    for k in range(a, b):
        place = "c" if doc.clause[k] == own else "s"
        away = _away(c, k)
        for tag in doc.tags[k]:
            yield f"t {tag}"
            yield f"t {tag} {place}"
            yield f"t {tag} {place}{away}"
        token = doc.tokens[k]
        if token.kind != "w" or c.i <= k < c.j:
            continue
        stem = token.text[:_STEM]
        yield f"w {code} {stem}"
        yield f"w {code} {stem} {place}"
        if c.i - _BESIDE <= k < c.j + _BESIDE:
            yield f"w {code} {stem} {'<' if k < c.i else '>'}"


def _away(c: Candidate, k: int) -> str:
    steps = c.i - k if k < c.i else k - c.j + 1
    return f"{'<' if k < c.i else '>'}{sum(steps > far for far in _NEAR)}"


def _senses(doc: Document, c: Candidate) -> Iterator[str]:
    """What the verbs of the sentence mean where they stand (came is returned or deported by its way)."""
    for cue in doc.cues_in(*doc.sentence_of(c.i)):
        if cue.tag.startswith("measure."):
            said = sense(doc, cue)
            if said is not None:
                place = "c" if doc.clause[cue.i] == doc.clause[c.i] else "s"
                yield f"m {said}"
                yield f"m {said} {place}"
                yield f"m {said} {place}{_away(c, cue.i)}"
