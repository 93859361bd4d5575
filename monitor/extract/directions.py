"""From where to where, and which narrower series (scope) a figure belongs to."""

from __future__ import annotations

from monitor.extract.document import Document
from monitor.extract.measures import Bound

__all__ = ["direction_of", "scope_of"]

_KYIV_SIDE = frozenset({"lubinets", "zelensky", "yermak", "herasymchuk", "olena_zelenska", "zarivna"})
_TO = frozenset({"to", "in", "a", "в", "у", "до", "на", "into"})


def _places(doc: Document, a: int, b: int) -> set[str]:
    return {c.tag[6:] for c in doc.cues_in(a, b) if c.tag.startswith("place.")}


def direction_of(doc: Document, i: int, bound: Bound, source_id: str | None, single: bool = False) -> str | None:
    """Deported goes ua>ru; returned by the places its clause and sentence name, else by who counts.

    A `single` child told beside a group in a clause that names Russia went there.
    """
    if bound.measure == "deported":
        return "ua>ru"
    if bound.measure != "returned":
        return None
    a, b = doc.sentence_of(i)
    clause = [k for k in range(a, b) if doc.clause[k] == doc.clause[i]]
    near = {t[6:] for k in clause for t in doc.tags[k] if t.startswith("place.")}
    away = (single and "ru" in near) or _towards(doc, clause, "place.ru")
    if away and "ua" not in near:
        return "ua>ru"
    places = near or _places(doc, a, b)
    if {"ru", "tot"} <= places:
        return "ru+tot>ua"
    if "tot" in places:
        return "tot>ua"
    if "third" in places:
        return "ru>ua+third"
    if source_id in _KYIV_SIDE:
        return "ru+tot>ua"
    return "ru>ua" if "ru" in places or source_id in ("lvova_belova", "medinsky") else None


def _towards(doc: Document, clause: list[int], tag: str) -> bool:
    return any(tag in doc.tags[k] and doc.word(k - 1) in _TO for k in clause)


def scope_of(doc: Document, i: int, source_id: str | None, measure: str) -> str:
    """The narrowest scope whose cue stands in the sentence, or that the speaker implies."""
    if measure not in ("returned", "deported", "located", "placed_in_family", "held"):
        return "all"
    a, b = doc.sentence_of(i)
    scopes = [c.tag[6:] for c in doc.cues_in(a, b) if c.tag.startswith("scope.")]
    if measure != "returned":
        return "kherson_home" if "kherson_home" in scopes else "all"
    if source_id in ("melania_trump", "white_house"):
        return "mt"
    if source_id in ("save_ukraine", "kuleba"):
        return "save_ukraine"
    if source_id == "lvova_belova":
        return "lvova_belova" if "mt" not in scopes and "qatar" not in scopes else scopes[0]
    return scopes[0] if scopes else "all"
