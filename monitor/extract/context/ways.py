"""Which way the words of a clause lead: from where, to where, by the prepositions that govern its places.

Prepositions are data: languages/ and the story's lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.text.document import Document, remembered
from monitor.extract.text.lexicon import Cue

__all__ = ["THEIRS", "Ways", "clause_of", "governed", "joined", "opening", "ways", "ways_but"]

THEIRS = frozenset({"ru", "tot", "by"})
"""Where those lands are from which children come home: Russia, what it occupies, Belarus."""

_BACK = 4
_AREAS = {"control": {"ru", "tot"}}


@dataclass(slots=True)
class Ways:
    """The places (ru, tot, ua, third) that a way begins at, ends at, and those named without a preposition."""

    origins: frozenset[str]
    ends: frozenset[str]
    named: frozenset[str]


@remembered
def governed(doc: Document, k: int) -> str:
    """``from``, ``to`` or nothing: the nearest preposition of the phrase of token `k`, which it may be itself."""
    for at in range(k, max(-1, k - 1 - _BACK), -1):
        word = doc.word(at)
        if word in doc.language.origins or (word in doc.language.whence and _homeward(doc, at, k)):
            return "from"
        if word in doc.language.towards:
            return "to"
        if doc.sentence[at] != doc.sentence[k] or word in ",;:–()":
            return ""
    return ""


def _homeward(doc: Document, at: int, k: int) -> bool:
    """ "A casa de Rusia", "do domu z Rosji": does a word of coming home stand right before "of" a land at token `k`?"""
    return at == k - 1 and any(tag.startswith(_HOME) for tag in doc.tags[at - 1])


_HOME = ("homeward", "measure.returned", "measure.came", "measure.moved")


@remembered
def ways(doc: Document, a: int, b: int) -> Ways:
    """The places of tokens a..b-1 by the preposition that governs them."""
    return ways_but(doc, a, b, frozenset())


def ways_but(doc: Document, a: int, b: int, without: frozenset[int]) -> Ways:
    """The places of tokens a..b-1, clauses `without` left out."""
    found: dict[str, set[str]] = {"from": set(), "to": set(), "": set()}
    for cue in doc.cues_of("place", a, b):
        if doc.clause[cue.i] not in without and not _no_place(doc, cue):
            found[governed(doc, cue.i)] |= _AREAS.get(cue.tag[6:], {cue.tag[6:]})
    for cue in doc.cues_of("region", a, b):
        if doc.clause[cue.i] not in without and governed(doc, cue.i) == "from":
            found["from"].add("tot")
    return Ways(_kept(found["from"]), _kept(found["to"]), _kept(found[""]))


def _kept(places: set[str]) -> frozenset[str]:
    """The places as one set for all that have the same: a long text asks for thousands, of few lands."""
    found = frozenset(places)
    return _KEPT_SETS.setdefault(found, found)


_KEPT_SETS: dict[frozenset[str], frozenset[str]] = {}


def _no_place(doc: Document, cue: Cue) -> bool:
    """ "Українських сиріт": whose children they are; "Львова-Белова": a name; "seized by Russia": who holds it."""
    if cue.tag != "place.ua":
        return cue.tag == "place.ru" and "place.tot" in doc.tags[cue.i]
    if "side.moscow" in doc.tags[cue.i]:
        return True
    behind = range(cue.j, min(cue.j + 2, len(doc.tags)))
    child = next((k for k in behind if "child" in doc.tags[k]), None)
    return doc.language.implied_ways and child is not None and governed(doc, cue.i) != "to"


def joined(doc: Document, i: int) -> set[int]:
    """The clause of the number, what a dash joins to it ("to Russia – six", "одну – Росії"), and a way behind it."""
    own = {doc.clause[i]}
    own |= {doc.clause[i] - 1} if doc.word(i - 1) == "–" else set()
    own |= {doc.clause[i] + 1} if "–" in (doc.word(i + 1), doc.word(i + 2)) else set()
    return own | _gapped(doc, doc.clause[i])


def _gapped(doc: Document, clause: int) -> set[int]:
    """ "Ten went to Ukraine; four, to Russia", "двух, наоборот, привезли в Анапу": behind a comma the way alone, or a
    word of the other way and what it opens; where another number follows, the way may be of that one."""
    found = set[int]()
    for k in range(clause + 1, len(doc.clauses)):
        a, b = doc.clauses[k]
        opposite = doc.has(a, b, "opposite") and b - a <= _WORD
        led = doc.word(a) in doc.language.towards and doc.has(a + 1, min(a + _PLACE, b), "place")
        behind = k - 1 in found and doc.has(*doc.clauses[k - 1], "opposite")
        last = doc.sentence[a] == doc.sentence[a - 1] and not doc.spans_in(a, doc.sentence_of(a)[1])
        if not last or doc.word(a - 1) != "," or not (opposite or led or behind):
            break
        found.add(k)
        if not opposite:
            break
    return found


_PLACE, _WORD = 4, 3
"""So many tokens a way alone has, "to Russia", and so many "on the contrary" with its commas."""


def opening(doc: Document, a: int) -> int:
    """Where the clause of token `a` begins with the land that a comma parts from it, "In Sudan, 2,300 were ..."."""
    before = doc.clauses[doc.clause[a - 1]][0] if a and doc.word(a - 1) == "," else a
    alone = a - before <= _OPENING and doc.sentence[before] == doc.sentence[a]
    return before if alone and any(doc.has(before, a, land) for land in ("foreign", "place")) else a


_OPENING = 4
"""So many tokens has what opens a sentence before a comma, "In Sudan,"."""


def clause_of(doc: Document, k: int) -> tuple[int, int]:
    return doc.clauses[doc.clause[k]]
