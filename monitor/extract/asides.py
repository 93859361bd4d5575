"""What a text tells aside of its news: what is only planned, and what a count was before (SCHEME, fine points 3, 7)."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.extract.document import Document
from monitor.extract.measures import Bound
from monitor.model import Figure

__all__ = ["aside"]

_ACTS = frozenset({"returned", "placed_in_family", "sanctions", "warrants", "other", "held", "located"})
"""Measures of what somebody may plan; of those who were taken a text tells that they must come home."""


def aside(doc: Document, i: int, bound: Bound, value: float, before: Sequence[Figure]) -> str | None:
    """The note of a number at token `i` that is no news of its own: ``planned``, ``previous value``; or None.

    `before` are the figures that the text told before it.
    """
    if before and _previous(doc, i) and _comparable(before[-1], bound.measure, value):
        return "previous value"
    return "planned" if bound.measure in _ACTS and _planned(doc, i, bound) else None


def _previous(doc: Document, i: int) -> bool:
    """ "1,859, up from 1,829": behind a word for what a count was before, and behind the count itself."""
    before = {" ".join(doc.words[i - size : i]) for size in (1, 2, 3) if i >= size}
    return not before.isdisjoint(doc.language.formers) and bool(doc.live_in(doc.sentence_of(i)[0], i))


def _comparable(now: Figure, measure: str, value: float) -> bool:
    """Is the figure told before of the same measure, and neither less than half nor more than twice as much?"""
    return now.measure == measure and now.value is not None and value / 2 <= now.value <= 2 * value


def _planned(doc: Document, i: int, bound: Bound) -> bool:
    """Is what the number counts still to come: "20 are due home", "вернутся 20", "next week"?

    The plan must be told up to the verb that says the measure; a time to come, anywhere in its clause.
    """
    clauses = {doc.clause[i]} | ({doc.clause[bound.cue.i]} if bound.cue is not None else set())
    for a, b in (doc.clauses[clause] for clause in clauses):
        if doc.has(a, b, "hearsay"):
            continue
        last = b if bound.cue is None or not a <= bound.cue.i < b else bound.cue.j
        if doc.has(a, b, "coming") or doc.has(a, last, "planned"):
            return True
    return False
