"""What a text tells aside of its news: what is planned, what a count was before, a place's part of it.

Source: SCHEME, fine points 3 and 7.
"""

from __future__ import annotations

from collections.abc import Sequence

from monitor.extract.directions import territory
from monitor.extract.document import Document
from monitor.extract.measures import Bound
from monitor.model import Figure

__all__ = ["aside"]

_ACTS = frozenset({"returned", "placed_in_family", "sanctions", "warrants", "other", "held", "located"})
"""Measures of what somebody may plan; of those who were taken a text tells that they must come home."""


def aside(doc: Document, i: int, bound: Bound, figure: Figure, before: Sequence[Figure]) -> str | None:
    """The note of `figure`, the number at token `i`, if it is no news: ``planned``, ``previous value``, ``part of 9``.

    `before` are the figures that the text told before it.
    """
    if before and (_previous(doc, i) or _then(doc, i)) and _comparable(before[-1], figure):
        return "previous value"
    if bound.measure in _ACTS and _planned(doc, i, bound):
        return "planned"
    whole = _whole(doc, i, figure, before)
    return f"part of {whole:g}" if whole else None


def _whole(doc: Document, i: int, part: Figure, before: Sequence[Figure]) -> float | None:
    """ "215 children, including 61 from Zaporizhzhia and 40 from Donetsk": the larger number of which it is a part.

    Only a part that a place alone sets apart: one with a time, a channel or a helper of its own stands for itself.
    """
    placed = any(doc.has(i, territory(doc, i)[1], tag) for tag in ("region", "place"))
    if not placed or part.measure != "returned" or part.period is not None or part.value is None:
        return None
    if part.kind in ("share", "increment"):
        return None
    start, _ = doc.sentence_of(i)
    cues = doc.cues_of("including", start, i)
    told = doc.tokens.starts[cues[0].i] if cues else 0
    for whole in reversed(before):
        if not doc.tokens.starts[start] <= (whole.num_start or 0) < told:
            continue
        same = (whole.measure, whole.unit) == (part.measure, part.unit) and part.scope in ("all", whole.scope)
        same = same and not (part.direction or "").endswith(">ru")
        if same and whole.value is not None and whole.value > part.value and not whole.optional:
            return whole.value
    return None


def _previous(doc: Document, i: int) -> bool:
    """ "1,859, up from 1,829": behind a word for what a count was before, and behind the count itself."""
    before = {" ".join(doc.words[i - size : i]) for size in (1, 2, 3) if i >= size}
    return not before.isdisjoint(doc.language.formers) and bool(doc.live_in(doc.sentence_of(i)[0], i))


def _then(doc: Document, i: int) -> bool:
    """ "1,819 are home. A year ago it was 1,022.": a bare count of a time before, that no verb of its own tells."""
    a, b = doc.sentence_of(i)
    clause = doc.clauses[doc.clause[i]]
    opening = " ".join(doc.words[max(a, clause[0] - 1) : i]) + " "
    old = any(f"{phrase} " in opening for phrase in doc.language.past)
    return old and not doc.has(a, b, "child") and not doc.has(*clause, "measure")


def _comparable(now: Figure, then: Figure) -> bool:
    """Are both of one measure, and neither less than half nor more than twice the other?"""
    if now.measure != then.measure or now.value is None or then.value is None:
        return False
    return then.value / 2 <= now.value <= 2 * then.value


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
