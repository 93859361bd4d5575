"""From where to where, and which narrower series (scope) a figure belongs to."""

from __future__ import annotations

from monitor.extract.document import Document
from monitor.extract.measures import Bound
from monitor.extract.ways import MOTION, ways
from monitor.stories import Speaker

__all__ = ["direction_of", "joined", "scope_of"]

_MIXED = "mixed"
_BOTH = "ru+tot>ua"


def _places(doc: Document, a: int, b: int) -> set[str]:
    way = ways(doc, a, b)
    return set(way.origins | way.ends | way.named)


def direction_of(
    doc: Document, i: int, bound: Bound, source: Speaker | None, single: bool = False, kind: str = "total"
) -> str | None:
    """Deported goes ua>ru; returned by the places its clause and sentence name, else by who counts.

    A `single` child told beside a group in a clause that names Russia went there; a group carried away in one go was
    taken from land occupied by then.
    """
    if bound.measure == "deported":
        carried = bound.cue is not None and bound.cue.tag in MOTION
        return "tot>ru" if carried and kind == "batch" else "ua>ru"
    if bound.measure == "identified" and doc.language.implied_ways:
        return "ua>ru"
    if bound.measure != "returned" or kind == "increment":
        return None
    a, b = doc.sentence_of(i)
    own = joined(doc, i)
    clause = [k for k in range(a, b) if doc.clause[k] in own]
    near = _places(doc, clause[0], clause[-1] + 1)
    away = ((single or len(own) > 1) and "ru" in near) or "ru" in ways(doc, clause[0], clause[-1] + 1).ends
    if away and "ua" not in near:
        return "ua>ru"
    if doc.has(a, b, "opposite"):
        return "ua>ru"
    places = near or _places(doc, a, b)
    if "ua" in places and "third" in _places(doc, a, b):
        return "ru>ua+third"
    if {"ru", "tot"} <= places:
        return "ru+tot>ua"
    if "tot" in places:
        return "tot>ua"
    if "third" in places:
        return "ru>ua+third"
    if "ru" in places:
        return "ru>ua"
    if source is not None and source.way == _MIXED:
        return "ru>ua" if "ua" in near and doc.language.implied_ways else None
    if source is not None and kind == "total" and source.totals and "ua" not in places:
        return source.totals if doc.language.implied_ways else source.way or None
    if source is not None and source.batches and kind == "batch" and doc.language.implied_ways:
        return source.batches
    if source is not None and source.way:
        return source.way
    return _untold(doc, a, b, kind) if doc.language.implied_ways else None


def _untold(doc: Document, a: int, b: int, kind: str) -> str | None:
    """No place is told: a region's children come from its occupied part, Kyiv's counts join both ways."""
    if doc.has(a, b, "scope.kherson"):
        return "tot>ua"
    if kind == "batch":
        return _elsewhere_told(doc)
    return _BOTH


def _elsewhere_told(doc: Document) -> str:
    """A batch: the places the whole text names; from occupied land when it names none."""
    places = doc.lands & {"ru", "tot"}
    return {"ru": "ru>ua", "tot": "tot>ua"}.get("".join(places), "ru+tot>ua" if places else "tot>ua")


def joined(doc: Document, i: int) -> set[int]:
    """The clause of the number, and what a dash joins to it: "to Russia – six", "одну – Росії"."""
    own = {doc.clause[i]}
    own |= {doc.clause[i] - 1} if doc.word(i - 1) == "–" else set()
    return own | ({doc.clause[i] + 1} if "–" in (doc.word(i + 1), doc.word(i + 2)) else set())


def scope_of(doc: Document, i: int, source: Speaker | None, measure: str) -> str:
    """The narrowest scope whose cue stands in the sentence, or that the speaker implies."""
    if measure not in ("returned", "deported", "located", "placed_in_family", "held"):
        return "all"
    a, b = doc.sentence_of(i)
    scopes = [c.tag[6:] for c in doc.cues_in(a, b) if c.tag.startswith("scope.")]
    if measure != "returned":
        return "kherson_home" if "kherson_home" in scopes else "all"
    own = [source.scope] if source is not None and source.scope else []
    return next(iter([*scopes, *own]), "all")
