"""What a word of a measure means where it stands: home or taken, found or missing, placed or held.

Verbs that only say that someone was moved (вивезти, забрати, прибути) tell a return from a deportation by where the way
begins and ends and by who acts; others tell by the words round them. The words are data: languages/, the lexicon.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from monitor.extract.context.ways import THEIRS, Ways, clause_of, governed, ways, ways_but
from monitor.extract.text.document import Document, remembered
from monitor.extract.text.lexicon import Cue

__all__ = ["MOTION", "TAKING", "sense"]

_NAMES = ("speaker.", "voice.")
_REMEMBERED = 2_000
_CUES = 6
_AFTER = 7
_OBJECT = 3
_KEPT = frozenset({"held", "at_risk"})
_HAULED = "measure.hauled"
MOTION = {
    "measure.carried": "deported", _HAULED: "deported", "measure.fetched": "returned", "measure.given": "returned",
    "measure.moved": "",
}  # fmt: skip
"""Verbs of moving: what they mean when no way is told. Who gives (віддати, отпустить) lets go, whoever that is."""
TAKING = frozenset({"measure.deported", "measure.carried", _HAULED})
"""Verbs of taking children away, or of moving them there."""


@remembered
def sense(doc: Document, cue: Cue) -> str | None:
    """The measure that a cue of measures means where it stands; None when it means none there."""
    name = cue.tag[8:]
    if _in_name(doc.tags[cue.i]):
        return None
    if name in _KEPT and doc.language.implied_ways and doc.word(cue.i - 1) in doc.language.denials:
        return "returned"
    if name == "nothing":
        return None
    if name in _BROUGHT and doc.has(*clause_of(doc, cue.i), "rubble") and not _near(doc, cue).ends & THEIRS:
        return None
    if name in _BROUGHT and _to_hospital(doc, cue):
        return "injured"
    if name == "held" and doc.has(cue.i, cue.j, "still_treated") and doc.has(0, cue.i, "measure.injured"):
        return "injured"
    if name in _MEANS:
        return _MEANS[name](doc, cue)
    if name in ("carried", "hauled") and _to_a_camp(doc, cue):
        return "held"
    if name in _WAYS and _to_new_parents(doc, cue):
        return "placed_in_family"
    if name == "returned" and not doc.ours and doc.language.implied_ways and _from_camp(doc, cue):
        return None
    meant = _moved(doc, cue, MOTION[cue.tag]) if cue.tag in MOTION else name
    return "held" if meant == "returned" and _never(doc, cue) else meant


def _to_hospital(doc: Document, cue: Cue) -> bool:
    """ "After the strike five children were taken to hospital": who is brought there from an attack is hurt."""
    a, b = clause_of(doc, cue.i)
    there = [k for k in range(a, b) if "hospital" in doc.tags[k] and governed(doc, k) != "from"]
    told = (q for q in doc.cues_of("measure", cue.j, b) if q.tag == "measure.injured")
    there += [q.i for q in told if doc.word(q.i) in doc.language.inside]
    sentence, way = doc.sentence_of(cue.i), ways(doc, *doc.sentence_of(cue.i))
    hit = any(doc.has(*sentence, tag) for tag in ("attack", "reject.weapons", "measure.killed", "measure.injured"))
    return bool(there) and hit and not (way.ends | way.origins) & THEIRS


_BROUGHT = frozenset(
    ("carried", "hauled", "moved", "came", "given", "fetched", "returned", "deported", "received", "held", "located")
)


def _held(doc: Document, cue: Cue) -> str | None:
    return None if _abroad(doc, *doc.sentence_of(cue.i)) else "held"


def _received(doc: Document, cue: Cue) -> str:
    return "placed_in_family" if _got_parents(doc, cue) else "deported"


def _harmed(doc: Document, cue: Cue) -> str | None:
    """What was done to children, of whom a verb of return tells more: "34, some of them abused, are home"."""
    return None if doc.has(*doc.sentence_of(cue.i), "measure.returned") else "other"


def _came(doc: Document, cue: Cue) -> str | None:
    """ "The number of wounded has reached 34" moved nobody."""
    if "holds" in doc.tags[cue.i] and doc.spans_in(cue.j, cue.j + 1):
        return None
    return "deported" if _into_occupied(doc, cue) else "returned"


def _snatched(doc: Document, cue: Cue) -> str:
    return "returned" if doc.has(*clause_of(doc, cue.i), "loser") else "deported"


def _located(doc: Document, cue: Cue) -> str | None:
    if _for_guardians(doc, cue):
        return None
    return "missing" if _lost(doc, cue) else "located"


def _identified(doc: Document, cue: Cue) -> str:
    found = doc.language.implied_ways and doc.has(*clause_of(doc, cue.i), "measure.located")
    return "located" if found else "identified"


def _placed(doc: Document, cue: Cue) -> str | None:
    if not _home_again(doc, cue):
        return "placed_in_family"
    return "returned" if doc.about or not doc.language.implied_ways else None


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
    return where and doc.has(*clause_of(doc, cue.i), "unknown")


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
    a, b = clause_of(doc, cue.i)
    told = [q for q in doc.cues_of("measure", a, min(b + 3, doc.sentence_of(cue.i)[1])) if q.tag in _BACK_HOME]
    denied = [q for q in told if doc.word(q.i - 1) in doc.language.never]
    return any(q.i < b or doc.word(q.i - 2) in doc.language.links for q in denied)


def _wrested(doc: Document, cue: Cue) -> str:
    """ "Torn from Russia's grip", "strappati alla Russia" is a return, torn from home or mothers a taking."""
    behind = range(cue.j, min(cue.j + _AFTER, clause_of(doc, cue.i)[1]))
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
    return any("unit.facilities" in doc.tags[k] and governed(doc, k) == "from" for k in range(cue.j, last))


def _for_guardians(doc: Document, cue: Cue) -> bool:
    """ "Guardians were found for 300": what is found is no child."""
    stems = doc.language.guardians
    found = [k for k in range(*clause_of(doc, cue.i)) if doc.word(k).startswith(stems) and not cue.i <= k < cue.j]
    return any(not {doc.word(k - n) for n in (1, 2, 3)} & doc.language.within for k in found)


def _into_occupied(doc: Document, cue: Cue) -> bool:
    """ "Left for Crimea": nobody comes home there."""
    way = ways(doc, *clause_of(doc, cue.i))
    return "tot" in way.ends and "ua" not in way.ends | way.named and "tot" not in way.origins


def _to_a_camp(doc: Document, cue: Cue) -> bool:
    """ "Sent to the Artek camp": the way ends at a place where children are kept."""
    last = min(cue.j + _AFTER, clause_of(doc, cue.j - 1)[1])
    if any(q.tag == "measure.held" and doc.word(q.i) in doc.language.towards for q in doc.cues_in(cue.j, last)):
        return True
    return any("unit.facilities" in doc.tags[k] and governed(doc, k) == "to" for k in range(cue.j, last))


def _home_again(doc: Document, cue: Cue) -> bool:
    """ "Handed to families in Ukraine": their own; nobody is placed there. "Save Ukraine" is no place, and families
    that the clause, or the next words, call Russian are none of theirs."""
    if cue.i and "possessor" in doc.tags[cue.i - 1] and "kin" in doc.tags[cue.i]:
        return True  # "an ihre Familien übergeben": their own
    a, b = doc.sentence_of(cue.i)
    home = any(not _named_after(doc, place) for place in doc.cues_of("place", a, b) if place.tag == "place.ua")
    russian = doc.has(*clause_of(doc, cue.i), "russian") or doc.has(cue.j, min(cue.j + _FAMILY, b), "russian")
    return home and not russian and not doc.has(a, b, "place.ru")


_FAMILY = 3


def _named_after(doc: Document, place: Cue) -> bool:
    """Is the place the end of a longer name: "Save Ukraine"?"""
    named = {tag for tag in doc.tags[place.i] if tag.startswith("speaker.")}
    return place.i > 0 and not named.isdisjoint(doc.tags[place.i - 1])


def _near(doc: Document, cue: Cue) -> Ways:
    """The way told in the clause of the cue, else also in the verbless ones."""
    own = ways(doc, *clause_of(doc, cue.i))
    return own if own.origins | own.ends | own.named & {"ua"} else _verbless(doc, cue)


def _verbless(doc: Document, cue: Cue) -> Ways:
    """The way told in the clause of the cue and those of its sentence that have no verb of the story."""
    a, b = doc.sentence_of(cue.i)
    verbs = {doc.clause[q.i] for q in doc.cues_of("measure", a, b)} - {doc.clause[cue.i]}
    return ways_but(doc, a, b, frozenset(verbs))


def _evacuated(doc: Document, cue: Cue) -> str | None:
    """Out of occupied land is a return, by or to Russia a deportation; from the front line it is another story."""
    a, b = doc.sentence_of(cue.i)
    way = _near(doc, cue)
    if way.ends & THEIRS or any(doc.has(a, b, tag) for tag in ("agent.taker", "side.moscow", "place.ru")):
        return "deported"
    held = [k for k in range(a, b) if "place.tot" in doc.tags[k] and "region" not in doc.tags[k]]
    return "returned" if any(governed(doc, k) == "from" for k in held) else None


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
    if own == "deported" and doc.language.implied_ways and doc.under(*clause_of(doc, cue.i), "leisure"):
        return own
    if _homeward(doc, cue):
        return "returned"
    if own == "deported" and _our_own(doc, cue):
        return "returned"
    if own == "deported" and doc.word(cue.i).endswith(doc.language.participles):
        return _taken_along(doc, cue)
    if doc.language.implied_ways and "ua" in way.origins and own and not way.ends and not kin:
        return "deported"
    if not own and _through_homes(doc, cue):
        return "held"
    dealt = doc.language.implied_ways and (doc.has(a, b, "scope.qatar") or doc.has(a, b, "scope.mt"))
    if (way.ends & {"ua", "third"} and not way.ends & THEIRS) or (dealt and not taken):
        return "returned"
    if "by" in way.ends and own == "deported" and not kin:
        return own
    if way.ends & THEIRS:
        back = "ua" in way.origins or (kin and own != "deported")
        return "returned" if back and not taken else "deported"
    if own == "deported" and _from_home(doc, a, b, kin) and not doc.has(a, b, "agent.rescuer"):
        return own
    if taken and cue.tag != "measure.given":
        return "deported"
    if cue.tag == _HAULED:
        return own
    if way.origins & THEIRS or doc.has(*clause_of(doc, cue.i), "agent.rescuer"):
        return "returned"
    if not own:
        camp = doc.under(*clause_of(doc, cue.i), "unit.facilities")
        arrived = "returned" if doc.ours and "arrival" in doc.tags[cue.i] and not camp else None
        return "returned" if kin else _before(doc, cue) or arrived
    return _then(doc, cue) or (_from_home(doc, a, b, kin) or own)


def _taken_along(doc: Document, cue: Cue) -> str:
    """ "Вивезених": children who were taken, unless words right behind tell a rescue."""
    way = ways(doc, cue.j, clause_of(doc, cue.i)[1])
    home = way.ends & {"ua", "third"} or (way.origins & THEIRS and not way.ends)
    if (
        not (way.ends | way.origins)
        and doc.word(cue.i).endswith(doc.language.impersonals)
        and _before(doc, cue) == "returned"
    ):
        return "returned"
    return "returned" if home or doc.has(cue.j, cue.j + 2, "agent.rescuer") else "deported"


def _our_own(doc: Document, cue: Cue) -> bool:
    """ "Ми вивезли 30 дітей": rescuers say so of themselves, when nobody of Moscow's side speaks in the text."""
    first = {doc.word(k) for k in range(*clause_of(doc, cue.i))} & doc.language.ourselves
    return bool(first) and "side.moscow" not in doc.said


def _through_homes(doc: Document, cue: Cue) -> bool:
    """ "Через табори пройшли 6 000", "43 табори, через які пройшли 6 000": who passed through camps was held there."""
    a, b = clause_of(doc, cue.i)
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
    names = [q for q in doc.cues_in(*clause_of(doc, cue.i)) if q.tag == tag]
    return any(not _beside(doc, q.i) for q in names)


def _beside(doc: Document, k: int) -> bool:
    """Stands token `k`, or its article, behind a preposition of place or way ("in Russia", "from the Kremlin")?"""
    language = doc.language
    before = doc.word(k - 1)
    aside = before in language.definites or before in language.articles or before in language.fillers
    return doc.word(k - 1 - aside) in language.placing


def _homeward(doc: Document, cue: Cue) -> bool:
    """ "Whisked 40 to safety", "flown back home": words of the way home behind the verb in its clause."""
    last = clause_of(doc, cue.i)[1]
    return doc.has(cue.j, min(cue.j + _AFTER, last), "homeward")


def _from_home(doc: Document, a: int, b: int, kin: bool) -> str:
    """Fetched from a children's home, no kin in the sentence: taken."""
    homes = [cue for cue in doc.cues_in(a, b) if cue.tag == "institution"]
    return "deported" if not kin and any(governed(doc, cue.i) == "from" for cue in homes) else ""


def _then(doc: Document, cue: Cue) -> str | None:
    """ "Then 84 were fetched": an adverb that points back to what the sentence before tells."""
    back = {doc.word(k) for k in range(*clause_of(doc, cue.i))} & doc.language.then
    return _before(doc, cue) if back else None


def _before(doc: Document, cue: Cue) -> str | None:
    """What the sentence before tells, when it is a taking or a return."""
    number = doc.sentence[cue.i]
    if not number:
        return None
    told = doc.cues_of("measure", *doc.bounds[number - 1])
    return next((s for s in (sense(doc, q) for q in told[-_CUES:]) if s in ("returned", "deported")), None)


_WAYS = frozenset({"returned", "given", "fetched", "deported", "carried"})
_MEANS: dict[str, Callable[[Document, Cue], str | None]] = {
    "held": _held,
    "received": _received,
    "fate": _fate,
    "harmed": _harmed,
    "came": _came,
    "snatched": _snatched,
    "wrested": _wrested,
    "evacuated": _evacuated,
    "living": _living,
    "located": _located,
    "identified": _identified,
    "placed_in_family": _placed,
}
"""Words whose sense hangs on what stands round them, by the names of their tags."""
