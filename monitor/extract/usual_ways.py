"""Which way children went: the direction that the grammar proposes, weighed by what such figures usually have.

A count of those who came home has a direction also where its text names no place, and who speaks says much of it. Few
traits decide: the grammar's own direction, what is counted and by whom, the lands named in clause, sentence, headline
and text.
"""

from __future__ import annotations

from monitor.extract.document import Document
from monitor.extract.weights import Weights
from monitor.model import Figure

__all__ = ["NO_WAY", "usual_way", "way_traits"]

NO_WAY = "none"
"""The class of figures that have no direction."""
_TABLE = "direction"
_TRUST, _TRUST_LAND = 0.5, 1.5
"""How much likelier the grammar's own direction is held to be than the weights say, more where the number's clause
names a land; natural logarithms."""


def usual_way(doc: Document, head: Document, i: int, figure: Figure, weights: Weights) -> str | None:
    """The direction of the figure whose number is token `i`; the figure's own where no weights are known."""
    if _TABLE not in weights:
        return figure.direction
    total = weights.sum(way_traits(doc, head, i, figure))
    trust = _TRUST_LAND if doc.has(*doc.clauses[doc.clause[i]], "place") else _TRUST
    found = weights.likeliest(_TABLE, total, figure.direction or NO_WAY, trust)
    return None if found == NO_WAY else found


def way_traits(doc: Document, head: Document, i: int, figure: Figure) -> set[str]:
    """What speaks for a direction of the figure, of which `figure.direction` is the grammar's."""
    ruled, counted = figure.direction or NO_WAY, f"{figure.measure} {figure.kind}"
    said = figure.source_id or "nobody"
    sentence, clause = doc.sentence_of(i), doc.clauses[doc.clause[i]]
    found = {
        f"rule {ruled}", f"rule {ruled} {figure.measure}", f"rule {ruled} {counted}", f"counts {counted}",
        f"by {figure.rule}", f"scope {figure.scope} {figure.measure}",
        f"says {said}", f"says {said} {counted}", f"says {said} {ruled}",
        f"in {doc.language.code} {counted}", f"in {doc.language.code} {ruled}",
        f"land {doc.has(*sentence, 'place')} {counted} {ruled}",
    }  # fmt: skip
    lands = {
        "sentence": _lands(doc, *sentence), "clause": _lands(doc, *clause), "text": doc.lands, "headline": head.lands,
    }  # fmt: skip
    for where, named in lands.items():
        for land in named:
            found |= {f"{where} place.{land}", f"{where} place.{land} {figure.measure}"}
    return found


def _lands(doc: Document, a: int, b: int) -> set[str]:
    """The lands that tokens a..b-1 name."""
    return {cue.tag.removeprefix("place.") for cue in doc.cues_of("place", a, b)}
