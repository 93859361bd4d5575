"""Which way the words of a clause lead, and what a verb of motion means by it.

Verbs that only say that someone was moved (вивезти, забрати, прибути) tell a return from a deportation by where the way
begins and ends and by who acts. Prepositions and verbs are data: languages/ and the story's lexicon.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from monitor.extract.text.document import Document, remembered
from monitor.extract.text.lexicon import Cue

__all__ = ["MOTION", "TAKING", "Ways", "joined", "sense", "ways"]

_NAMES = ("speaker.", "voice.")
_REMEMBERED = 2_000
_BACK = 4
_CUES = 6
_AFTER = 7
_OBJECT = 3
_THEIRS = frozenset({"ru", "tot", "by"})
_AREAS = {"control": {"ru", "tot"}}
_KEPT = frozenset({"held", "at_risk"})
_HAULED = "measure.hauled"
MOTION = {
    "measure.carried": "deported", _HAULED: "deported", "measure.fetched": "returned", "measure.given": "returned",
    "measure.moved": "",
}  # fmt: skip
"""Verbs of moving: what they mean when no way is told. Who gives (віддати, отпустить) lets go, whoever that is."""
TAKING = frozenset({"measure.deported", "measure.carried", _HAULED})
"""Verbs of taking children away, or of moving them there."""


@dataclass(slots=True)
class Ways:
    """The places (ru, tot, ua, third) that a way begins at, ends at, and those named without a preposition."""

    origins: frozenset[str]
    ends: frozenset[str]
    named: frozenset[str]


@remembered
def _governed(doc: Document, k: int) -> str:
    """``from``, ``to`` or nothing: the nearest preposition of the phrase of token `k`, which it may be itself."""
    for at in range(k, max(-1, k - 1 - _BACK), -1):
        word = doc.word(at)
        if word in doc.language.origins:
            return "from"
        if word in doc.language.towards:
            return "to"
        if doc.sentence[at] != doc.sentence[k] or word in ",;:–()":
            return ""
    return ""


@remembered
def ways(doc: Document, a: int, b: int) -> Ways:
    """The places of tokens a..b-1 by the preposition that governs them."""
    return _ways(doc, a, b, frozenset())


def _ways(doc: Document, a: int, b: int, without: frozenset[int]) -> Ways:
    """The places of tokens a..b-1, clauses `without` left out."""
    found: dict[str, set[str]] = {"from": set(), "to": set(), "": set()}
    for cue in doc.cues_of("place", a, b):
        if doc.clause[cue.i] not in without and not _no_place(doc, cue):
            found[_governed(doc, cue.i)] |= _AREAS.get(cue.tag[6:], {cue.tag[6:]})
    for cue in doc.cues_of("region", a, b):
        if doc.clause[cue.i] not in without and _governed(doc, cue.i) == "from":
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
    return doc.language.implied_ways and child is not None and _governed(doc, cue.i) != "to"


def joined(doc: Document, i: int) -> set[int]:
    """The clause of the number, and what a dash joins to it: "to Russia – six", "одну – Росії"."""
    own = {doc.clause[i]}
    own |= {doc.clause[i] - 1} if doc.word(i - 1) == "–" else set()
    return own | ({doc.clause[i] + 1} if "–" in (doc.word(i + 1), doc.word(i + 2)) else set())


@remembered
def sense(doc: Document, cue: Cue) -> str | None:
    """The measure that a cue of measures means where it stands; None when it means none there."""
    name = cue.tag[8:]
    if _in_name(doc.tags[cue.i]):
        return None
    if name in _KEPT and doc.language.implied_ways and doc.word(cue.i - 1) in doc.language.denials:
        return "returned"
    if name == "nothing" or (name == "held" and _abroad(doc, *doc.sentence_of(cue.i))):
        return None
    if name == "received":
        return "placed_in_family" if _got_parents(doc, cue) else "deported"
    if name == "fate":
        return _fate(doc, cue)
    if name == "harmed":
        return None if doc.has(*doc.sentence_of(cue.i), "measure.returned") else "other"
    if name == "came" and "holds" in doc.tags[cue.i] and doc.spans_in(cue.j, cue.j + 1):
        return None  # "the number of wounded has reached 34"
    if name == "came":
        return "deported" if _into_occupied(doc, cue) else "returned"
    if name == "snatched":
        return "returned" if doc.has(*_clause(doc, cue.i), "loser") else "deported"
    if name in ("carried", "hauled") and _to_a_camp(doc, cue):
        return "held"
    if name == "wrested":
        return _wrested(doc, cue)
    if name == "evacuated":
        return _evacuated(doc, cue)
    if name == "living":
        return _living(doc, cue)
    if name in ("returned", "given", "fetched", "deported", "carried") and _to_new_parents(doc, cue):
        return "placed_in_family"
    if name == "located" and _for_guardians(doc, cue):
        return None
    if name == "located" and _lost(doc, cue):
        return "missing"
    if name == "identified" and doc.language.implied_ways and doc.has(*_clause(doc, cue.i), "measure.located"):
        return "located"
    if name == "placed_in_family" and _home_again(doc, cue):
        return "returned" if doc.about or not doc.language.implied_ways else None
    if name == "returned" and not doc.ours and doc.language.implied_ways and _from_camp(doc, cue):
        return None
    meant = _moved(doc, cue, MOTION[cue.tag]) if cue.tag in MOTION else name
    return "held" if meant == "returned" and _never(doc, cue) else meant


@lru_cache(_REMEMBERED)
def _in_name(tags: frozenset[str]) -> bool:
    """ "United Nations", "the initiative on child returns": is the word a part of a speaker's name?"""
    return any(tag.startswith(_NAMES) for tag in tags)


def _lost(doc: Document, cue: Cue) -> bool:
    """Who is not found is missing, and whose whereabouts are unknown; others of whom something else is unknown are not.

    In languages whose finite verbs say so (`never`), also who "is unknown" where a verb of finding stands.
    """
    language = doc.language
    if doc.word(cue.i - 1) in language.never or not language.denials.isdisjoint(doc.words[max(cue.i - 2, 0) : cue.i]):
        return True
    where = bool(language.never) or doc.has(cue.i, cue.j, "whereabouts")
    return where and doc.has(*_clause(doc, cue.i), "unknown")


def _fate(doc: Document, cue: Cue) -> str | None:
    """ "The fate of 64 children is unknown": they are missing; into whose fate somebody looks, they were taken, in a
    text of this story. The fate of a place or a war is none of theirs."""
    if not _whose(doc, cue.j, doc.sentence_of(cue.i)[1]):
        return None
    if doc.has(*doc.sentence_of(cue.i), "unknown"):
        return "missing"
    return "deported" if doc.ours else None


def _whose(doc: Document, j: int, b: int) -> bool:
    """Do a number or children stand behind a word for a fate, and no place before them?"""
    for k in range(j, min(j + _WHOSE, b)):
        if doc.spans_in(k, k + 1) or "child" in doc.tags[k]:
            return True
        if any(tag.startswith(("place.", "side.")) for tag in doc.tags[k]):
            return False
    return False


_WHOSE = 3
"""So few words stand between a fate and whose it is."""


_BACK_HOME = frozenset({"measure.returned", "measure.moved", "measure.fetched", "measure.given"})


def _never(doc: Document, cue: Cue) -> bool:
    """ "Додому так і не потрапили", "назад не отпустили": who did not come back is still held."""
    if not doc.language.implied_ways:
        return False
    a, b = _clause(doc, cue.i)
    told = [q for q in doc.cues_of("measure", a, min(b + 3, doc.sentence_of(cue.i)[1])) if q.tag in _BACK_HOME]
    denied = [q for q in told if doc.word(q.i - 1) in doc.language.never]
    return any(q.i < b or doc.word(q.i - 2) in doc.language.links for q in denied)


def _wrested(doc: Document, cue: Cue) -> str:
    """ "Torn from Russia's grip", "strappati alla Russia" is a return, torn from home or mothers a taking."""
    behind = range(cue.j, min(cue.j + _AFTER, _clause(doc, cue.i)[1]))
    theirs = ("place.ru", "place.control", "place.tot", "agent.taker")
    return "returned" if any(t in theirs for k in behind for t in doc.tags[k]) else "deported"


def _to_new_parents(doc: Document, cue: Cue) -> bool:
    """ "Handed over to Russian foster parents": the way ends at those with whom children are placed."""
    a, b = doc.sentence_of(cue.i)
    near = max(a, cue.i - _AFTER), min(cue.j + _AFTER, b)
    if not doc.has(*near, "measure.placed_in_family"):
        return False
    told = doc.cues_of("measure", *near)
    placed = [q for q in told if q.tag == "measure.placed_in_family" and doc.clause[q.i] == doc.clause[cue.i]]
    given = cue.tag == "measure.given" and not _home_again(doc, cue)
    return any(given or doc.word(q.i - n) in doc.language.towards for q in placed for n in (0, 1, 2))


def _got_parents(doc: Document, cue: Cue) -> bool:
    """ "Received new parents": those with whom children are placed come right behind the verb."""
    return any(q.tag == "measure.placed_in_family" for q in doc.cues_in(cue.j, cue.j + _OBJECT))


def _abroad(doc: Document, a: int, b: int) -> bool:
    """ "In camps in Poland": who stays in a third country is not held by Russia."""
    russian = any(doc.has(a, b, f"place.{place}") for place in ("ru", "tot", "by", "control"))
    return doc.has(a, b, "place.third") and not russian


def _from_camp(doc: Document, cue: Cue) -> bool:
    """ "Школярі повернулися з табору": holidays are over."""
    last = min(cue.j + _AFTER, doc.sentence_of(cue.i)[1])
    return any("unit.facilities" in doc.tags[k] and _governed(doc, k) == "from" for k in range(cue.j, last))


def _for_guardians(doc: Document, cue: Cue) -> bool:
    """ "Guardians were found for 300": what is found is no child."""
    stems = doc.language.guardians or ("\n",)
    found = [k for k in range(*_clause(doc, cue.i)) if doc.word(k).startswith(stems) and not cue.i <= k < cue.j]
    return any(not {doc.word(k - n) for n in (1, 2, 3)} & doc.language.within for k in found)


def _into_occupied(doc: Document, cue: Cue) -> bool:
    """ "Left for Crimea": nobody comes home there."""
    way = ways(doc, *_clause(doc, cue.i))
    return "tot" in way.ends and "ua" not in way.ends | way.named and "tot" not in way.origins


def _to_a_camp(doc: Document, cue: Cue) -> bool:
    """ "Sent to the Artek camp": the way ends at a place where children are kept."""
    last = min(cue.j + _AFTER, _clause(doc, cue.j - 1)[1])
    if any(q.tag == "measure.held" and doc.word(q.i) in doc.language.towards for q in doc.cues_in(cue.j, last)):
        return True
    return any("unit.facilities" in doc.tags[k] and _governed(doc, k) == "to" for k in range(cue.j, last))


def _home_again(doc: Document, cue: Cue) -> bool:
    """ "Handed to families in Ukraine": their own; nobody is placed there. "Save Ukraine" is no place, and families
    that the clause, or the next words, call Russian are none of theirs."""
    if cue.i and "possessor" in doc.tags[cue.i - 1] and "kin" in doc.tags[cue.i]:
        return True  # "an ihre Familien übergeben": their own
    a, b = doc.sentence_of(cue.i)
    home = any(not _named_after(doc, place) for place in doc.cues_of("place", a, b) if place.tag == "place.ua")
    russian = doc.has(*_clause(doc, cue.i), "russian") or doc.has(cue.j, min(cue.j + _FAMILY, b), "russian")
    return home and not russian and not doc.has(a, b, "place.ru")


_FAMILY = 3


def _named_after(doc: Document, place: Cue) -> bool:
    """Is the place the end of a longer name: "Save Ukraine"?"""
    named = {tag for tag in doc.tags[place.i] if tag.startswith("speaker.")}
    return place.i > 0 and not named.isdisjoint(doc.tags[place.i - 1])


def _clause(doc: Document, k: int) -> tuple[int, int]:
    return doc.clauses[doc.clause[k]]


def _near(doc: Document, cue: Cue) -> Ways:
    """The way told in the clause of the cue, else also in the verbless ones."""
    own = ways(doc, *_clause(doc, cue.i))
    return own if own.origins | own.ends | own.named & {"ua"} else _verbless(doc, cue)


def _verbless(doc: Document, cue: Cue) -> Ways:
    """The way told in the clause of the cue and those of its sentence that have no verb of the story."""
    a, b = doc.sentence_of(cue.i)
    verbs = {doc.clause[q.i] for q in doc.cues_of("measure", a, b)} - {doc.clause[cue.i]}
    return _ways(doc, a, b, frozenset(verbs))


def _evacuated(doc: Document, cue: Cue) -> str | None:
    """Out of occupied land is a return, by or to Russia a deportation; from the front line it is another story."""
    a, b = doc.sentence_of(cue.i)
    way = _near(doc, cue)
    if way.ends & _THEIRS or any(doc.has(a, b, tag) for tag in ("agent.taker", "side.moscow", "place.ru")):
        return "deported"
    held = [k for k in range(a, b) if "place.tot" in doc.tags[k] and "region" not in doc.tags[k]]
    return "returned" if any(_governed(doc, k) == "from" for k in held) else None


def _living(doc: Document, cue: Cue) -> str | None:
    """Who lives or stays in homes or in Russia is held there, who lives under occupation is at risk.

    Who *lived* somewhere is told by where they were before.
    """
    if doc.word(cue.i) in doc.language.lived:
        return None
    way = _verbless(doc, cue)
    if doc.has(*doc.sentence_of(cue.i), "institution") or "ru" in way.ends:
        return "held"
    return "at_risk" if "tot" in way.ends | way.named else None


def _moved(doc: Document, cue: Cue, own: str) -> str | None:
    """Home is a return; to Russia or occupied land is none, unless to kin; else who acts and the verb decide."""
    a, b = doc.sentence_of(cue.i)
    way, kin = _near(doc, cue), doc.has(a, b, "kin")
    taken = _acts(doc, cue, "agent.taker")
    if own == "deported" and doc.language.implied_ways and doc.under(*_clause(doc, cue.i), "leisure"):
        return own
    if _homeward(doc, cue):
        return "returned"
    if own == "deported" and _our_own(doc, cue):
        return "returned"
    if own == "deported" and doc.word(cue.i).endswith(doc.language.participles or ("\n",)):
        return _taken_along(doc, cue)
    if doc.language.implied_ways and "ua" in way.origins and own and not way.ends and not kin:
        return "deported"
    if not own and _through_homes(doc, cue):
        return "held"
    dealt = doc.language.implied_ways and (doc.has(a, b, "scope.qatar") or doc.has(a, b, "scope.mt"))
    if (way.ends & {"ua", "third"} and not way.ends & _THEIRS) or (dealt and not taken):
        return "returned"
    if "by" in way.ends and own == "deported" and not kin:
        return own
    if way.ends & _THEIRS:
        back = "ua" in way.origins or (kin and own != "deported")
        return "returned" if back and not taken else "deported"
    if own == "deported" and _from_home(doc, a, b, kin) and not doc.has(a, b, "agent.rescuer"):
        return own
    if taken and cue.tag != "measure.given":
        return "deported"
    if cue.tag == _HAULED:
        return own
    if way.origins & _THEIRS or doc.has(*_clause(doc, cue.i), "agent.rescuer"):
        return "returned"
    if not own:
        camp = doc.under(*_clause(doc, cue.i), "unit.facilities")
        arrived = "returned" if doc.ours and "arrival" in doc.tags[cue.i] and not camp else None
        return "returned" if kin else _before(doc, cue) or arrived
    return _then(doc, cue) or (_from_home(doc, a, b, kin) or own)


def _taken_along(doc: Document, cue: Cue) -> str:
    """ "Вивезених": children who were taken, unless words right behind tell a rescue."""
    way = ways(doc, cue.j, _clause(doc, cue.i)[1])
    home = way.ends & {"ua", "third"} or (way.origins & _THEIRS and not way.ends)
    if (
        not (way.ends | way.origins)
        and doc.word(cue.i).endswith(doc.language.impersonals)
        and _before(doc, cue) == "returned"
    ):
        return "returned"
    return "returned" if home or doc.has(cue.j, cue.j + 2, "agent.rescuer") else "deported"


def _our_own(doc: Document, cue: Cue) -> bool:
    """ "Ми вивезли 30 дітей": rescuers say so of themselves, when nobody of Moscow's side speaks in the text."""
    first = {doc.word(k) for k in range(*_clause(doc, cue.i))} & doc.language.ourselves
    return bool(first) and "side.moscow" not in doc.said


def _through_homes(doc: Document, cue: Cue) -> bool:
    """ "Через табори пройшли 6 000", "43 табори, через які пройшли 6 000": who passed through camps was held there."""
    a, b = _clause(doc, cue.i)
    first = doc.sentence_of(cue.i)[0]
    a = a if doc.has(first, a, "measure") else first
    homes = [k for k in range(first, b) if {"unit.facilities", "institution"} & doc.tags[k]]
    passed = [k for k in range(max(first, a - 1), b) if doc.word(k) in doc.language.through]
    return any(0 < home - k <= _OBJECT or (home < k and _refers(doc, k + 1)) for home in homes for k in passed)


def _refers(doc: Document, k: int) -> bool:
    """Is token `k` a relative pronoun?"""
    return doc.word(k) in doc.language.relatives or doc.word(k) in doc.language.conjunctions


def _acts(doc: Document, cue: Cue, tag: str) -> bool:
    """Does `tag` act in the clause: a name right behind no preposition, unless it is that of authors ("by")?"""
    names = [q for q in doc.cues_in(*_clause(doc, cue.i)) if q.tag == tag]
    return any(not _beside(doc, q.i) for q in names)


def _beside(doc: Document, k: int) -> bool:
    """Stands token `k`, or its article, behind a preposition of place or way ("in Russia", "from the Kremlin")?"""
    language = doc.language
    before = doc.word(k - 1)
    aside = before in language.definites or before in language.articles or before in language.fillers
    return doc.word(k - 1 - aside) in language.placing


def _homeward(doc: Document, cue: Cue) -> bool:
    """ "Whisked 40 to safety", "flown back home": words of the way home behind the verb in its clause."""
    last = _clause(doc, cue.i)[1]
    return doc.has(cue.j, min(cue.j + _AFTER, last), "homeward")


def _from_home(doc: Document, a: int, b: int, kin: bool) -> str:
    """Fetched from a children's home, no kin in the sentence: taken."""
    homes = [cue for cue in doc.cues_in(a, b) if cue.tag == "institution"]
    return "deported" if not kin and any(_governed(doc, cue.i) == "from" for cue in homes) else ""


def _then(doc: Document, cue: Cue) -> str | None:
    """ "Then 84 were fetched": an adverb that points back to what the sentence before tells."""
    back = {doc.word(k) for k in range(*_clause(doc, cue.i))} & doc.language.then
    return _before(doc, cue) if back else None


def _before(doc: Document, cue: Cue) -> str | None:
    """What the sentence before tells, when it is a taking or a return."""
    number = doc.sentence[cue.i]
    if not number:
        return None
    told = doc.cues_of("measure", *doc.bounds[number - 1])
    return next((s for s in (sense(doc, q) for q in told[-_CUES:]) if s in ("returned", "deported")), None)
