"""The way of those who were taken or came back, in languages whose readers supply what is not told."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.context.ways import joined, ways
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.stories import Speaker

__all__ = ["BOTH", "MIXED", "Told", "implied"]

MIXED = "mixed"
"""The way of a speaker (Speaker.way) whose groups came both ways: none is implied."""
BOTH = "ru+tot>ua"
_ALL = 400
"""So many returns are a count of all: they came from Russia and from occupied land."""
_LANDS = frozenset({"ru", "tot"})


@dataclass(slots=True)
class Told:
    """Who counts, whether it is a `single` child told beside a group, kind and value, and the headline."""

    source: Speaker | None
    single: bool
    kind: str
    value: float
    head: Document | None
    cue: Cue | None = None
    """The word that says what became of those counted."""


def implied(doc: Document, i: int, measure: str, told: Told) -> str | None:
    """From where to where the children of the number at token `i` went; None where that is not said or mixed."""
    if measure == "deported":
        return _taken(doc, i, told)
    if measure == "identified":
        return "ua>ru"
    if measure == "placed_in_family":
        return "tot>ru" if told.kind == "batch" and "tot" in _from_where(doc, i) else None
    return _returned(doc, i, told) if measure == "returned" else None


def _places(doc: Document, a: int, b: int) -> set[str]:
    way = ways(doc, a, b)
    return set(way.origins | way.ends | way.named)


def _occupied(places: set[str] | frozenset[str]) -> set[str]:
    """The places, a town that is occupied as occupied land."""
    return {"tot" if place == "town" else place for place in places}


def _lands(doc: Document, head: Document | None) -> set[str]:
    """The lands that text and headline name."""
    return _occupied(doc.lands | (head.lands if head is not None else frozenset()))


def _from_where(doc: Document, i: int) -> set[str]:
    """The lands from which a way begins in the sentence."""
    return _occupied(ways(doc, *doc.sentence_of(i)).origins)


def _taken(doc: Document, i: int, told: Told) -> str:
    """To Russia, or to Belarus, the one other state that children were taken to.

    A group carried away in one go was taken from land occupied by then, as those whom the sentence takes from there.
    """
    places, lands = _occupied(_places(doc, *doc.sentence_of(i))), _lands(doc, told.head)
    if "ru" not in places and "by" in (places or lands) and ("by" in places or "ru" not in lands):
        return "tot>by" if "tot" in lands else "ua>by"
    occupied = told.kind == "batch" or ("tot" in _from_where(doc, i) and "ru" not in places)
    return "tot>ru" if occupied else "ua>ru"


def _returned(doc: Document, i: int, told: Told) -> str | None:
    """By the places its clause and sentence name, else by who counts, else by the lands of the text.

    A single child told beside a group in a clause that names Russia went there.
    """
    a, b = doc.sentence_of(i)
    own = joined(doc, i) | _verb_of(doc, i, told.cue)
    clause = [k for k in range(a, b) if doc.clause[k] in own]
    near = _places(doc, clause[0], clause[-1] + 1)
    way = ways(doc, clause[0], clause[-1] + 1)
    away = ((told.single or len(own) > 1) and "ru" in near) or "ru" in way.ends
    if (away or _with_kin_there(doc, i, clause[-1] + 1)) and "ua" not in way.ends | way.named:
        return "ua>ru"
    if _back_from_ukraine(doc, i, clause[-1] + 1):
        return "ua>ru"
    if told.kind == "share" and not near:
        return None
    if way.origins == {"by"}:
        return "by>ua"
    near |= _places(doc, *_segment(doc, i))
    if told.kind in ("total", "increment"):
        return _of_all(doc, i, told, _occupied(near))
    return _named_way(_occupied(near or _places(doc, a, b))) or _of_group(doc, i, told, near)


def _with_kin_there(doc: Document, i: int, b: int) -> bool:
    """ "С родными в России, по её словам, встретились 33": whose relatives live there came to Russia."""
    a, _ = doc.sentence_of(i)
    before = doc.live_in(a, i)
    cues = doc.cues_of("measure", before[-1] if before else a, b)
    ends = [cue.j for cue in cues if cue.tag == "measure.returned" and not _described(doc, cue)]
    there = (k for k in ends if doc.word(k) in doc.language.within and doc.has(k + 1, k + 2, "place.ru"))
    return any(doc.word(k + 1).endswith(doc.language.locatives) for k in there)


def _described(doc: Document, cue: Cue) -> bool:
    """Stands the cue in a relative clause, which says where those lived?"""
    return doc.word(doc.clauses[doc.clause[cue.i]][0]) in doc.language.relatives


def _verb_of(doc: Document, i: int, cue: Cue | None) -> set[int]:
    """ "Шестеро детей, а не пятеро, вернулись в Россию": the clause of the verb, behind what is only put between."""
    if cue is None or cue.i < i or doc.sentence[cue.i] != doc.sentence[i] or doc.live_in(i + 1, cue.i):
        return set()
    between = range(doc.clause[i] + 1, doc.clause[cue.i])
    first, last = doc.clauses[doc.clause[i]][0], doc.clauses[doc.clause[cue.i]][0]
    return {doc.clause[cue.i]} if between and not doc.under(first, last, "measure") else set()


def _back_from_ukraine(doc: Document, i: int, b: int) -> bool:
    """ "Пятеро детей, вернувшихся с Украины, ...": who came *back* from there, told in the number's clause or the next
    one, came to Russia; who was carried from there may have come home since."""
    if b < len(doc.words) and doc.sentence[b] == doc.sentence[i]:
        b = doc.clauses[doc.clause[b]][1]
    back = [
        cue for cue in doc.cues_of("measure", i, b) if cue.tag == "measure.returned" and not doc.has(cue.j, b, "kin")
    ]
    spans = [(cue.i, min(cue.j + _FROM, doc.clauses[doc.clause[cue.i]][1])) for cue in back]
    found = [ways(doc, *span) for span in spans]
    return any(way.origins == {"ua"} and not way.ends & {"ua", "third"} for way in found)


_FROM = 4
"""So many tokens behind "came back" tell from where."""


def _segment(doc: Document, i: int) -> tuple[int, int]:
    """The tokens around `i` up to a mark or another number of the story; "and" does not end them."""
    a, b = doc.sentence_of(i)
    lives = set(doc.live_in(a, b))
    first, last = i, i + 1
    while first > a and doc.tokens.kinds[first - 1] != "p" and first - 1 not in lives:
        first -= 1
    while last < b and (doc.tokens.kinds[last] != "p" or doc.word(last) == "-") and last not in lives:
        last += 1
    return first, last


def _named_way(places: set[str]) -> str | None:
    if "ua" in places and "third" in places:
        return "ru>ua+third"
    if places >= _LANDS:
        return BOTH
    ways_of = (("tot", "tot>ua"), ("third", "ru>ua+third"), ("ru", "ru>ua"))
    return next((way for place, way in ways_of if place in places), None)


def _of_all(doc: Document, i: int, told: Told, near: set[str]) -> str | None:
    """A count of all: what its keeper counts, both ways when it is large, else by the lands that are named."""
    source = told.source
    counts = (source.totals or source.way) if source is not None else ""
    sentence = _occupied(_places(doc, *doc.sentence_of(i)))
    if counts.endswith("third") and "ru" not in near:
        return counts if "third" in near | sentence or "ua" not in near | sentence else "ru>ua"
    if counts == "tot>ua":
        return counts
    if not counts.endswith("third") and told.value >= _ALL:
        return BOTH
    if counts == BOTH:
        return "tot>ua" if near & _LANDS == {"tot"} else BOTH
    named = _named_way(near or sentence)
    if named:
        return named
    if counts == MIXED:
        return "ru>ua" if "ua" in (near or sentence) else None
    if counts and (source is None or not source.totals or "ua" not in (near or sentence)):
        return counts
    return (source.way if source is not None else "") or _of_land(doc, told.head)


def _of_group(doc: Document, i: int, told: Told, near: set[str]) -> str | None:
    """One group, or a part, whom no place near it tells: whose groups come from where, else what the text names."""
    source = told.source
    if source is not None and source.way == MIXED:
        return "ru>ua" if "ua" in (near or _places(doc, *doc.sentence_of(i))) else None
    if told.kind == "batch":
        own = source.way if source is not None and not source.batches else ""
        return own or _elsewhere_told(doc, source, told.head)
    return (source.totals or source.way if source is not None else "") or _of_land(doc, told.head)


def _of_land(doc: Document, head: Document | None) -> str:
    """A region's children come from its occupied part, others from the one land that the text names."""
    if "scope.kherson" in doc.said | (head.said if head is not None else frozenset()):
        return "tot>ua"
    return {"ru": "ru>ua", "tot": "tot>ua"}.get("".join(_lands(doc, head) & _LANDS), BOTH)


def _elsewhere_told(doc: Document, source: Speaker | None, head: Document | None) -> str:
    """A batch: through a third state from Russia; by whose groups come from where; by what the whole text names."""
    places = _lands(doc, head) & _LANDS
    told = doc.said | (head.said if head is not None else frozenset())
    if source is None and "scope.kherson" in told:
        return "tot>ua"
    if "tot" not in places and ("scope.qatar" in told or "speaker.vatican" in told):
        return "ru>ua"
    if source is not None and source.batches:
        return "tot>ua" if places == {"tot"} else source.batches
    return _of_land(doc, head)
