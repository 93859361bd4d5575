"""How far a verb or noun of the story is from a number, and which one is said of it."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.context.ways import ways
from monitor.extract.count.candidates import Candidate
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["CAME", "CLAUSE", "FOUND", "NOTHING", "RECEIVED", "casualties", "main_verb", "nearest", "then_home"]

CLAUSE = 7
_BEFORE = 3
_ATTRIBUTE = 12
_ASIDE = 20
_TAKEN_BEFORE = 30
_LIGHT = 5
_ORIGIN = 10
CAME = "measure.came"
RECEIVED = "measure.received"
NOTHING = "measure.nothing"
FOUND = frozenset({"measure.identified", "measure.located"})
_PARTICIPLES = frozenset(
    {
        f"measure.{name}"
        for name in ("deported", "snatched", "carried", "hauled", "identified", "held", "missing", "at_risk")
    }
)
_WEAK = frozenset({"measure.moved", "measure.living"})
_STATES = frozenset({"measure.at_risk", "measure.held", "measure.deported"})
_COMING = frozenset({"measure.returned", CAME, "measure.fetched"})
_OPEN = frozenset({"more", "partitive", "total"})
_LOOSE = FOUND | {"measure.held", RECEIVED}
"""Verbs whose object is often told more closely behind it: "confirmed 1,205 deportations"."""


_HURT = {"measure.killed": "measure.injured", "measure.injured": "measure.killed"}


def casualties(doc: Document, cue: Cue) -> bool:
    """ "Killed or injured": both in one breath, no number for each, count neither."""
    other = _HURT.get(cue.tag)
    if other is None:
        return False
    joins = doc.language.links | doc.language.range_bare | doc.language.connectors
    behind = doc.word(cue.j) in joins and doc.has(cue.j + 1, cue.j + 3, other) and not doc.spans_in(cue.j, cue.j + 4)
    before = doc.word(cue.i - 1) in joins and doc.under(cue.i - 2, cue.i - 1, other)
    return behind or before


def _cost(doc: Document, c: Candidate, cue: Cue) -> int:
    """How far the cue is from the number: tokens, more for every clause between, less for ``verb – number``."""
    if cue.i >= c.j:
        if cue.i == c.j + 1 and doc.word(c.j) in "–:-":
            return 0
        if cue.i == c.j or (cue.i == c.j + 1 and _attributive(doc, c.j)):
            return -1
        return cue.i - c.j + CLAUSE * (doc.clause[cue.i] - doc.clause[c.j - 1])
    gap = c.i - cue.j
    if cue.tag not in _LOOSE and _object(doc, c, cue):
        return gap + 1
    clauses = doc.clause[c.i] - doc.clause[cue.j - 1]
    clauses += 2 * (";" in doc.words[cue.j : c.i])
    if gap == 1 and doc.word(cue.j) in "–:-":
        return -1
    return gap + _BEFORE + CLAUSE * clauses


def _attributive(doc: Document, k: int) -> bool:
    """A word that only qualifies what comes next: "19,546 reported deportations"."""
    language = doc.language
    return doc.tokens.kinds[k] == "w" and doc.tags[k] <= {"say"} and doc.word(k) not in language.joining


def _object(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Brought home another 11", "recovered fewer than": right behind its verb, no participle of a noun."""
    between = range(cue.j, c.i)
    if (cue.i and "child" in doc.tags[cue.i - 1]) or _joined_behind(doc, c, cue):
        return False
    return len(between) <= _BEFORE and all(doc.tokens.kinds[k] == "w" and _plain(doc, k) for k in between)


def _joined_behind(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Left two dead and six with wounds": a conjunction right before the number opens what is said of it."""
    return doc.word(c.i - 1) in doc.language.conjunctions and doc.clause[cue.j - 1] != doc.clause[c.i]


def _plain(doc: Document, k: int) -> bool:
    return doc.clause[k] == doc.clause[k + 1] and doc.tags[k] <= _OPEN


def _origin(doc: Document, cue: Cue) -> bool:
    """ "From areas under Russian control", "the children moved to Russia": where they had been, not what is told."""
    if cue.tag not in _STATES:
        return False
    before = [k for k in range(max(0, cue.i - 3), cue.i) if doc.words[k] in doc.language.origins]
    return any("partitive" not in doc.tags[k] for k in before)


def nearest(doc: Document, c: Candidate, barred: frozenset[str], noun: int = 0) -> tuple[int, Cue] | None:
    """The cheapest cue of the sentence; a participle between number and noun ("stolen children") counts for less."""
    a, b = doc.sentence_of(c.i)
    cues = [
        cue
        for cue in doc.cues_of("measure", a, b)
        if cue.tag[8:] not in barred and not (c.i <= cue.i < c.j) and cue.tag != NOTHING
    ]
    if not cues:
        return None
    if not doc.places:
        cues = [cue for cue in cues if cue.tag != CAME]
    if any(cue.tag == RECEIVED for cue in cues) and not _russian(doc, a, b):
        cues = [cue for cue in cues if cue.tag != RECEIVED]
    cues = [cue for cue in _meant(doc, cues, c.j, noun) if not _of_another(doc, c, cue)]
    found = [
        (
            _cost(doc, c, cue)
            + _ATTRIBUTE * _attribute(doc, c, cue, noun, cues)
            + _aside(doc, cue, cues) * (not _governed(doc, c))
            - 4 * (cue.tag in FOUND)
            + _LIGHT * (cue.tag == CAME)
            + _ORIGIN * _origin(doc, cue),
            cue,
        )
        for cue in cues
    ]
    return min(found, key=lambda x: (x[0], x[1].i), default=None)


def _meant(doc: Document, cues: list[Cue], j: int, noun: int) -> list[Cue]:
    """The cues that mean a measure where they stand.

    A weak verb gives way to a plain cue in its clause that is no epithet of the noun; "from deportation" is a return.
    """
    plain = {doc.clause[cue.i] for cue in cues if cue.tag not in _WEAK and not j <= cue.i < noun}
    kept = [cue for cue in cues if cue.tag not in _WEAK or doc.clause[cue.i] not in plain]
    kept = [cue for cue in kept if cue.tag != "measure.deported" or doc.word(cue.i - 1) not in doc.language.origins]
    return [cue for cue in kept if sense(doc, cue) is not None and not (cue.tag in FOUND and then_home(doc, cue))]


def then_home(doc: Document, cue: Cue) -> bool:
    """ "Found and returned": the last of two verbs tells what became of them."""
    return doc.word(cue.j) in doc.language.connectors and doc.has(cue.j + 1, cue.j + 2, "measure.returned")


def _of_another(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Kyiv lists 19,546 and has recovered 1,500": a verb of a later clause, its own smaller number behind it; "Moscow
    speaks of 744,000, and under occupation live 1.6 million": of whatever size."""
    living = cue.tag == "measure.at_risk" and cue.i - doc.clauses[doc.clause[cue.i]][0] < _HEAD
    if (cue.tag not in _COMING and not living) or cue.i < c.j or doc.clause[cue.i] == doc.clause[c.j - 1]:
        return False
    last = min(cue.j + (_SAID if living else _BEFORE), doc.sentence_of(c.i)[1])
    own = [s for s in doc.spans_in(cue.j, last) if living or doc.clause[s.i] == doc.clause[cue.i]]
    between = doc.spans_in(c.j, cue.i)
    if not own or between or own[0].form not in ("digits", "words"):
        return False
    return living or 1 < own[0].value < (c.value or 0)


_HEAD, _SAID = 2, 12
"""Among so many words at its head a clause names where its own number lives, which stands so near behind, whoever says
so between."""


def _russian(doc: Document, a: int, b: int) -> bool:
    """Does the sentence name Russia or its side? Only there do "received" and "sheltered" mean deported."""
    return doc.has(a, b, "place.ru") or doc.has(a, b, "side.moscow")


_OF_THOSE = 3
"""So few words stand between a share and what those of it are called: "a fifth of those identified"."""


def _of_those(doc: Document, c: Candidate, cue: Cue) -> bool:
    """Do the words between say "of those": "трое из найденных", "un 9 % de los localizados"?"""
    of_those = " ".join(doc.words[c.j : cue.i]) in doc.language.wholes
    return of_those or (c.share and doc.has(c.j, cue.i, "partitive"))


def _attribute(doc: Document, c: Candidate, cue: Cue, noun: int, cues: list[Cue]) -> bool:
    """ "Stolen children", "a fifth of those identified have been adopted", "niños deportados han vuelto": a participle
    beside the noun, before its verb."""
    if cue.i <= c.j + _OF_THOSE and _of_those(doc, c, cue):
        near = (q for q in cues if q is not cue and doc.clause[q.i] == doc.clause[cue.i])
        return any(q.i >= cue.j or (not c.share and q.j <= c.i) for q in near)
    if c.j <= cue.i < noun:
        if doc.among(cue.j, noun, doc.language.leading):
            return False
        beside = any(q is not cue and doc.clause[q.i] == doc.clause[cue.i] for q in cues)
        return beside or not doc.language.bare_participles
    if cue.i == c.j and not noun and cue.tag in _PARTICIPLES:
        mine = [q for q in cues if q.tag != cue.tag and doc.clause[q.i] == doc.clause[cue.i]]
        after = doc.language.implied_ways
        back = any(q.j <= c.i and q.tag == "measure.returned" for q in mine)
        return back or any(after and q.i >= cue.j and not doc.spans_in(cue.j, q.i) for q in mine)
    last = noun
    while noun and last + 1 < len(doc.tags) and "child" in doc.tags[last + 1]:
        last += 1
    if not noun or cue.i not in (noun, last, last + 1) or cue.tag not in _PARTICIPLES:
        return False
    own = {doc.clause[cue.i]} | ({doc.clause[cue.j]} if doc.word(cue.j) in doc.language.relatives else set())
    others = [q for q in cues if q.tag != cue.tag and doc.clause[q.i] in own]
    told = {"measure.returned", *FOUND} if cue.i == noun else {"measure.returned"}
    return any(q.i >= cue.j or (q.j <= c.i and q.tag in told) for q in others)


def _aside(doc: Document, cue: Cue, cues: list[Cue]) -> int:
    """What a verb of a relative clause costs, before the main verb: "nine, who were held there, met their mothers".

    Without commas the main verb shows by coming back: "the nine who were taken to Crimea have been brought home".
    """
    k = doc.clauses[doc.clause[cue.i]][0]
    after = [q for q in cues if q.i >= cue.j]
    told = doc.word(cue.j) in ("–", ":")
    participle = k == cue.i and cue.tag in _PARTICIPLES and doc.word(k - 1) == "," and not told
    if participle and any(doc.clause[q.i] > doc.clause[cue.i] for q in after):
        return _ASIDE
    if not {doc.word(k), doc.word(k + 1)} & _opening(doc):
        return 0
    if doc.language.implied_ways:
        that = doc.word(k) in doc.language.conjunctions and _said_that(doc, k)
        main = any(doc.clause[q.i] < doc.clause[cue.i] or q.i > cue.j for q in cues if q is not cue)
        return _ASIDE * (main and not that)
    back = [q for q in after if q.tag == "measure.returned" and not doc.spans_in(cue.j, q.i)]
    if doc.language.who and (not back or _doubted(doc, cue.j, back[0])):
        return 0
    if back and cue.tag != "measure.returned" and _one_run(doc, cue.j, back[0].i):
        return _TAKEN_BEFORE
    return _ASIDE * any("," in doc.words[cue.j : q.i] for q in after)


def main_verb(doc: Document, c: Candidate, at: int, cue: Cue) -> bool:
    """ "94 children who were taken to Russia are home again": does a relative clause right behind their noun, token
    `at`, tell how they had been taken, and `cue` what became of them?"""
    if sense(doc, cue) != "returned" or not {doc.word(at + 1), doc.word(at + 2)} & _opening(doc):
        return False
    if _governed(doc, c) or _doubted(doc, at, cue):
        return False
    between = doc.cues_of("measure", at + 1, cue.i)
    return any(sense(doc, q) == "deported" and _aside(doc, q, [*between, cue]) for q in between)


def _governed(doc: Document, c: Candidate) -> bool:
    """ "The parents of 94 children who ... have returned", "five of the 40 children who ...": the verb is another's."""
    before = doc.word(c.i - 1)
    definite = before in doc.language.definites and doc.word(c.i - 2) in doc.language.of
    return before in doc.language.of or definite


def _doubted(doc: Document, a: int, cue: Cue) -> bool:
    """ "... have not been brought home", "must return", "Will they be brought home?", "if ...", "were returned to
    Russian camps": is what a verb of coming home, behind token `a`, says not so, or leads it elsewhere?"""
    first, last = doc.sentence_of(cue.i)
    language = doc.language
    denied = not doc.has(a, cue.i, "planned") and doc.among(
        a, cue.i, language.denials | language.never | language.irreal | language.modals
    )
    asked = doc.word(last - 1) == "?" or doc.has(first, last, "none_of")
    supposed = doc.among(first, a, language.conditionals)
    there = "ru" in ways(doc, cue.i, last).ends or doc.has(cue.j, min(cue.j + _OF_THOSE, last), "russian")
    return denied or asked or supposed or there


def _opening(doc: Document) -> frozenset[str]:
    """What opens a relative clause."""
    return doc.language.relatives | doc.language.who


def _said_that(doc: Document, k: int) -> bool:
    """ "The ombudsman said that ...": a word of saying right before the clause, it is no relative one."""
    return doc.under(max(0, k - 4), k, "say")


_MARKS = frozenset({",", ";", ":", "–"})


def _one_run(doc: Document, a: int, b: int) -> bool:
    """Do tokens a..b-1 hold no comma and no conjunction?"""
    return not (doc.among(a, b, _MARKS) or doc.among(a, b, doc.language.conjunctions))
