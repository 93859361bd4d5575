"""From where to where, and which narrower series (scope) a figure belongs to."""

from __future__ import annotations

from monitor.extract.document import Document
from monitor.extract.measures import Bound
from monitor.extract.ways import MOTION, Ways, ways
from monitor.stories import Speaker

__all__ = ["direction_of", "joined", "scope_of"]

_MIXED = "mixed"
_BOTH = "ru+tot>ua"


def _places(doc: Document, a: int, b: int) -> set[str]:
    way = ways(doc, a, b)
    return set(way.origins | way.ends | way.named)


def direction_of(
    doc: Document,
    i: int,
    bound: Bound,
    source: Speaker | None,
    single: bool = False,
    kind: str = "total",
    before: str | None = None,
    head: Document | None = None,
) -> str | None:
    """Deported goes ua>ru; returned by the places its clause and sentence name, else by who counts.

    A `single` child told beside a group in a clause that names Russia went there; a group carried away in one go was
    taken from land occupied by then. `before` is the direction of the returns told right before, `head` the headline.
    """
    implied = doc.language.implied_ways
    if bound.measure == "deported":
        if implied and _to_belarus(doc, i):
            return "ua>by"
        carried = implied and bound.cue is not None and bound.cue.tag in MOTION
        return "tot>ru" if carried and kind == "batch" else "ua>ru"
    if bound.measure == "identified" and implied:
        return "ua>ru"
    if bound.measure != "returned":
        return None
    if implied:
        return _implied(doc, i, source, single, kind, head)
    return None if kind == "share" else _told(doc, i, bound, source, kind, before, head)


def _to_belarus(doc: Document, i: int) -> bool:
    """ "Опинилися в Білорусі": the one other state that children were taken to."""
    places = _places(doc, *doc.sentence_of(i))
    return "by" in places and "ru" not in places


def _told(
    doc: Document, i: int, bound: Bound, source: Speaker | None, kind: str, before: str | None, head: Document | None
) -> str | None:
    """The way as the words around the number tell it; what they leave open, who counts and the headline tell."""
    a, b = territory(doc, i)
    if doc.has(a, b, "opposite"):
        return "ru>ua" if before is not None and before.endswith(">ru") else "ua>ru"
    way = ways(doc, a, b)
    if _to_russia(doc, way, bound, i, b):
        return "ua>ru"
    if "third" in way.ends | way.named:
        return "ru>ua+third"
    if kind in ("total", "increment"):
        return _of_total(doc, i, source, way)
    return _of_batch(doc, i, source, way, head)


def _to_russia(doc: Document, way: Ways, bound: Bound, i: int, b: int) -> bool:
    """ "Left Ukraine for Russia", "reunited with kin in Russia": the way ends there, behind the verb or number."""
    if "ru" not in way.ends or "ru" in way.origins or "ua" in way.ends:
        return False
    first = bound.cue.j if bound.cue is not None and i < bound.cue.j < b else i
    taken = next((cue.i for cue in doc.cues_in(first, b) if cue.tag in _TAKEN and cue != bound.cue), b)
    return "ru" in ways(doc, first, taken).ends


_TAKEN = frozenset({"measure.deported", "measure.carried", "measure.hauled"})
"""Behind a return they tell what was before it: "brought home 2,000 who had been taken to Russia"."""


def _of_total(doc: Document, i: int, source: Speaker | None, way: Ways) -> str | None:
    """A count of all: both ways when its keeper counts both; what a narrower series (a region, a channel) is not."""
    if source is not None and source.totals.endswith("third") and "ru" not in way.ends:
        return source.totals
    if source is not None and source.way and source.way != _MIXED and scope_of(doc, i, source, "returned") in _WIDE:
        return source.way
    return _from(way.origins | way.named) if source is None or not source.way else _from(way.origins)


_WIDE = frozenset({"all", "bring_kids_back", "lvova_belova", "save_ukraine"})


def _of_batch(doc: Document, i: int, source: Speaker | None, way: Ways, head: Document | None) -> str | None:
    """One group: where it was by its words, then by the headline, then by whose groups come from where."""
    dealt = (source is not None and source.way == _MIXED) or scope_of(doc, i, source, "returned") in _DEALS
    if way.origins or (way.named - {"ua"} and not dealt):
        return _from(way.origins | way.named)
    if dealt:
        return "ru>ua" if "ua" in way.ends | way.named else None
    above = _headed(head)
    return above or (source and (source.batches or source.way)) or _nearby(doc, i)


_DEALS = frozenset({"mt", "qatar"})


def _headed(head: Document | None) -> str | None:
    """ "Eight brought out of occupied Luhansk" as the headline of "eight are home"."""
    if head is None or not head.tokens:
        return None
    way = ways(head, 0, len(head.tokens))
    return _from(way.origins | (way.named & {"tot"}))


def _nearby(doc: Document, i: int) -> str | None:
    """No speaker, no origin: land told as held by Ukraine, or occupied land told close by, speaks for the latter."""
    number = doc.sentence[i]
    a, b = doc.bounds[max(0, number - 1)][0], doc.bounds[min(number + 1, len(doc.bounds) - 1)][1]
    held = doc.has(*doc.sentence_of(i), "held_land")
    return "tot>ua" if held or doc.has(a, b, "place.tot") else None


def _from(places: frozenset[str]) -> str | None:
    if {"ru", "tot"} <= places:
        return _BOTH
    return {True: "tot>ua", False: "ru>ua" if "ru" in places else None}["tot" in places]


def territory(doc: Document, i: int) -> tuple[int, int]:
    """The tokens that speak of the number at `i`: from its clause up to the clause of the next number that counts."""
    a, b = doc.sentence_of(i)
    lives = doc.live_in(a, b)
    before, after = [k for k in lives if k < i], [k for k in lives if k > i]
    first = a if not before else max(_opens(doc, i), before[-1] + 1)
    after = [k for k in after if _speaks(doc, k)]
    last = b if not after else _opens(doc, after[0])
    return first, last if last > i else after[0]


def _speaks(doc: Document, k: int) -> bool:
    """Has the clause of the number at `k` a verb or way of its own? "Six boys and one girl" have none."""
    clause = doc.clauses[doc.clause[k]]
    return any(doc.under(*clause, tag) for tag in ("measure", "place", "opposite"))


def _opens(doc: Document, k: int) -> int:
    """Where the clause of token `k` begins."""
    return doc.clauses[doc.clause[k]][0]


def _implied(
    doc: Document, i: int, source: Speaker | None, single: bool, kind: str, head: Document | None
) -> str | None:
    """The way of a return in a language whose readers supply what is not told."""
    a, b = doc.sentence_of(i)
    own = joined(doc, i)
    clause = [k for k in range(a, b) if doc.clause[k] in own]
    near = _places(doc, clause[0], clause[-1] + 1)
    away = ((single or len(own) > 1) and "ru" in near) or "ru" in ways(doc, clause[0], clause[-1] + 1).ends
    if (away and "ua" not in near) or doc.has(clause[0], clause[-1] + 1, "opposite"):
        return "ua>ru"
    if kind == "share" and not near:
        return None
    near |= _places(doc, *_segment(doc, i))
    counter = source.totals if source is not None and kind == "total" else ""
    if counter.endswith("third") and "ru" not in near:
        return counter
    return _named_way(near or _places(doc, a, b)) or _counter_way(doc, i, source, near, kind, head)


def _segment(doc: Document, i: int) -> tuple[int, int]:
    """The tokens around `i` up to a mark or another number of the story; "and" does not end them."""
    a, b = doc.sentence_of(i)
    lives = set(doc.live_in(a, b))
    first, last = i, i + 1
    while first > a and doc.tokens[first - 1].kind != "p" and first - 1 not in lives:
        first -= 1
    while last < b and (doc.tokens[last].kind != "p" or doc.word(last) == "-") and last not in lives:
        last += 1
    return first, last


def _named_way(places: set[str]) -> str | None:
    if "ua" in places and "third" in places:
        return "ru>ua+third"
    places = places - {"town"} | ({"tot"} if "town" in places else set())
    if {"ru", "tot"} <= places:
        return _BOTH
    ways_of = (("tot", "tot>ua"), ("third", "ru>ua+third"), ("ru", "ru>ua"))
    return next((way for place, way in ways_of if place in places), None)


def _counter_way(
    doc: Document, i: int, source: Speaker | None, near: set[str], kind: str, head: Document | None
) -> str | None:
    a, b = doc.sentence_of(i)
    if source is None:
        return _untold(doc, kind, head)
    if source.way == _MIXED:
        return "ru>ua" if "ua" in (near or _places(doc, a, b)) else None
    if kind != "batch" and source.totals and "ua" not in (near or _places(doc, a, b)):
        return source.totals
    if kind == "batch" and (source.batches or not source.way):
        return _elsewhere_told(doc, source, head)
    return source.way or _untold(doc, kind, head)


def _untold(doc: Document, kind: str, head: Document | None) -> str | None:
    """No place is told: a region's children come from its occupied part, Kyiv's counts join both ways."""
    if "scope.kherson" in doc.said | (head.said if head is not None else frozenset()):
        return "tot>ua"
    return _elsewhere_told(doc, None, head) if kind == "batch" else _BOTH


def _elsewhere_told(doc: Document, source: Speaker | None, head: Document | None) -> str:
    """A batch: what the whole text names; through a third state from Russia; else whose groups come from where."""
    lands = doc.lands | (head.lands if head is not None else frozenset())
    places = {"tot" if p == "town" else p for p in lands} & {"ru", "tot"}
    told = doc.said | (head.said if head is not None else frozenset())
    if "tot" not in places and ("scope.qatar" in told or "speaker.vatican" in told):
        return "ru>ua"
    if source is not None and source.batches:
        return "tot>ua" if places == {"tot"} else source.batches
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
    scopes = [c.tag[6:] for c in doc.cues_of("scope", a, b)]
    if measure != "returned":
        return "kherson_home" if "kherson_home" in scopes else "all"
    own = [source.scope] if source is not None and source.scope else []
    return next(iter([*scopes, *own]), "all")
