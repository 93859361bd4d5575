"""Which measure a number has: what the grammar proposes, weighed against all that stands round it."""

from __future__ import annotations

import math
from dataclasses import replace

from monitor.extract.context.senses import TAKING, sense
from monitor.extract.context.ways import clause_of, opening
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.changes import amounts, changed, grew
from monitor.extract.count.nouns import Counted
from monitor.extract.figure.plain import EVERYONE, SURE, stands
from monitor.extract.figure.reading import Reading
from monitor.extract.measure.bind import bind
from monitor.extract.measure.bound import (
    ANSWERED,
    BODIES,
    CAME_TO,
    CATALOGUED,
    CLAIMED,
    CORRECTED,
    HURT,
    HURT_AMONG,
    INFORMED,
    OF_RETURNED,
    OF_TAKEN,
    OTHERWISE,
    PAPERS,
    SWAPPED,
    TOO_MANY,
    Bound,
)
from monitor.extract.measure.defaults import Untold, usual
from monitor.extract.measure.evidence import of_others
from monitor.extract.measure.nearest import main_verb
from monitor.extract.measure.predicates import says_it_of
from monitor.extract.measure.wordless import elliptic
from monitor.extract.speaker.speakers import speaker_of
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.extract.weigh.others import NONE
from monitor.model import Figure

__all__ = ["settle"]

_MANY = 20_000
_REGISTER = 15_000
_PENALISED = {"unit.people": "people", "unit.organisations": "organisations", "unit.facilities": "organisations"}
_UNITS = {"facilities": "facilities", "warrants": "warrants", "sanctions": "people"}
_SETTLED = frozenset(
    {
        ANSWERED,
        BODIES,
        CAME_TO,
        CATALOGUED,
        CLAIMED,
        CORRECTED,
        HURT_AMONG,
        SWAPPED,
        PAPERS,
        INFORMED,
        OF_RETURNED,
        OF_TAKEN,
        OTHERWISE,
    }
)
"""Rules that nothing outweighs."""
_NEAR = 0.7
"""The confidence of a word farther off."""
_TRUST, _TRUST_CUE, _TRUST_DOUBT = 0.7, 1.0, 2.0
"""How much likelier the grammar's own measure (none, if it doubts) is held than the weights say; natural logarithms."""
_MISSES = 0.3
"""How much less likely a number is none than the weights say: they learned from more near misses than news has."""


def settle(reading: Reading, c: Candidate, what: Counted, doubt: str | None) -> tuple[Bound | None, str | None]:
    """What the number is bound to by grammar and weights, or the reason for which it is bound to nothing.

    With a `doubt` (a reason of the grammar's that the weights may overrule) the weights alone bind it. A claim to check
    is taken at its word: that so many came home may be just what is wrong with it.
    """
    bound, why = (None, doubt) if doubt else _ruled(reading, c, what)
    if reading.asked and bound is not None and bound.rule == TOO_MANY:
        return replace(bound, measure="returned"), None
    if "measure" in reading.hints:
        bound = _weighed(reading, c, what, bound, doubt)
    return bound, None if bound else why or "says nothing of the story"


def _ruled(reading: Reading, c: Candidate, what: Counted) -> tuple[Bound | None, str | None]:
    """What the grammar binds the number to, or why it binds it to nothing."""
    if not _context(reading, c, what):
        return None, "counts nothing of the story"
    bound = bind(reading.doc, c, what, reading.previous)
    if bound is None or bound.measure in ("other", "facilities"):
        bound = _sanctioned(reading, c, what) or bound or _from_headline(reading, c, what)
    bound = bound or _usual(reading, c, what)
    if bound is None:
        return None, "no measure"
    if of_others(reading.doc, reading.head, c, bound):
        return None, "counts nothing of the story"
    return _part_of_batch(reading, c, bound) or bound, None


def _context(reading: Reading, c: Candidate, what: Counted) -> bool:
    """Does the number belong to the story: its noun, children near it or in the headline, a plain cue beside it?"""
    if what.what != "none" or reading.previous is not None:
        return True
    doc = reading.doc
    if _among_ours(reading, c) or ((c.value or 0) >= _REGISTER and doc.told):
        return True
    if doc.sentence[c.i] and doc.word(doc.sentence_of(c.i)[0] - 1) == "?":
        return True
    first = doc.bounds[max(0, doc.sentence[c.i] - 2)][0]
    a, b = doc.sentence_of(c.i)
    if doc.word(c.i - 1) == ":" and doc.under(c.i - 2, c.i - 1, "measure"):
        return True
    if doc.has(first, b, "child") or any(q.tag == "child" for q in reading.head.cues):
        return True
    head = {q.tag for q in reading.head.cues}
    if "measure.returned" in head and "reject.soldiers" not in head and elliptic(doc, c):
        return True
    if doc.has(a, b, "unit.warrants"):
        return True
    if doc.language.implied_ways and doc.has(a, b, "arrival") and "child" in doc.said:
        return True
    if (c.value or 0) >= _MANY and doc.has(a, b, "estimate") and doc.has(a, b, "speaker"):
        return True
    ours = ("placed_in_family", "carried", "missing") if doc.language.implied_ways and doc.ours else ()
    told = ("deported", "identified", "returned", "facilities", *ours)
    return any(doc.has(a, b, f"measure.{m}") for m in told)


def _among_ours(reading: Reading, c: Candidate) -> bool:
    """A bare number in a text of the story that speaks of children, in a sentence of no attack and no court."""
    doc, head = reading.doc, reading.head
    tags = doc.said | head.said
    if (c.value or 0) >= _REGISTER and "measure.carried" in tags:
        return doc.language.implied_ways
    young = "child" in tags
    apart = any(doc.has(*doc.sentence_of(c.i), f"measure.{m}") for m in ("killed", "injured", "other"))
    return doc.language.implied_ways and young and not apart and (doc.ours or head.ours)


def _usual(reading: Reading, c: Candidate, what: Counted) -> Bound | None:
    """What a number of children usually means from the speaker whom the grammar sees; the figure's own is weighed."""
    if not reading.doc.language.implied_ways:
        return None
    ruled = speaker_of(reading.head, reading.doc, c.i)
    source = reading.story.speakers[reading.holder(ruled)] if ruled else None
    return usual(Untold(reading.doc, reading.head, c, what, reading.previous, reading.batch, source))


def _sanctioned(reading: Reading, c: Candidate, what: Counted) -> Bound | None:
    """People or bodies under a headline of sanctions, or told right after others who were put on that list."""
    unit = _PENALISED.get(what.what)
    after = reading.previous is not None and reading.previous.measure == "sanctions"
    penalties = any(q.tag == "measure.sanctions" for q in reading.head.cues)
    if unit is None or c.share or not (after or (penalties and what.what != "unit.facilities")):
        return None
    return Bound("sanctions", unit, "sanctions", None, 0.5)


def _from_headline(reading: Reading, c: Candidate, what: Counted) -> Bound | None:
    """A number of children in a sentence without a verb of the story takes the measure of the headline."""
    first = reading.previous is None and not any(q.tag == "elsewhere" for q in reading.head.cues)
    cues = reading.head.cues_of("measure", 0, len(reading.head.words))
    said = next((s for s in (sense(reading.head, q) for q in cues) if s), None)
    counted = what.what == "child" or (what.what == "none" and _bare_count(reading.doc, c))
    if not (first and counted and said) or said == "sanctions" or cues[0].tag == "measure.carried":
        return None
    return Bound(said, "percent" if c.share else "children", "headline", None, 0.5)


def _bare_count(doc: Document, c: Candidate) -> bool:
    """ "The region counted 214", "there were 19": right behind a word that holds counts, or an ellipsis."""
    holds = not c.share and doc.under(max(0, c.i - 3), c.i, "holds")
    return holds or elliptic(doc, c)


def _part_of_batch(reading: Reading, c: Candidate, bound: Bound) -> Bound | None:
    """ "Eight came home; three of them had been taken to Russia": fewer than the batch just told are a part of it."""
    taken = bound.measure in ("deported", "held")
    part = taken and not c.share and c.value is not None and c.value < reading.batch
    part = part or (bound.measure == "deported" and _of_returned(reading.doc, c, reading.figures))
    rule = "the other way" if bound.cue is not None and bound.cue.tag in _WENT else "part of a batch"
    return Bound("returned", bound.unit, rule, bound.cue, 0.5) if part else None


_WENT = frozenset({"measure.moved", "measure.came"})
"""Behind a batch of those who came home who goes to Russia goes to kin there: "four came to Russia"."""


def _of_returned(doc: Document, c: Candidate, figures: list[Figure]) -> bool:
    """ "1,200 came back; 300 of them had been deported": a part of those returned."""
    last = figures[-1] if figures else None
    whole = last.value if last is not None and last.measure == "returned" else None
    return whole is not None and not c.share and (c.value or whole) < whole and doc.has(c.i - 1, c.j + 2, "partitive")


def _weighed(reading: Reading, c: Candidate, what: Counted, ruled: Bound | None, doubt: str | None) -> Bound | None:
    """The likeliest measure by all that stands round the number, where the rule's own is unlikely."""
    if ruled is not None and (ruled.rule in _SETTLED or _told(reading, c, what, ruled)):
        reading.sure = 1.0
        return ruled
    odds = reading.hints.measures(reading.hinted)
    trust = _TRUST_DOUBT if doubt else _trust(ruled)
    measure = odds.likeliest(ruled.measure if ruled else NONE, trust, {NONE: _MISSES})
    likely = measure
    if ruled is not None and measure not in (NONE, ruled.measure) and stands(reading, c, what, ruled, measure):
        measure = ruled.measure
    agreed = ruled is not None and measure == ruled.measure
    if measure != NONE and reading.sure < 1:
        outright = agreed and likely == measure and _outright(reading.doc, c, what, ruled)
        reading.sure = max(reading.sure, 1.0 if outright else 1 - odds.probability(NONE) * math.exp(-_MISSES))
    if agreed or (measure == NONE and reading.asked):
        return ruled
    if measure == NONE or (measure == "returned" and not c.share and (c.value or 0) > EVERYONE):
        return None
    return Bound(measure, _unit(c, what, measure), "weighed", None, round(odds.probability(measure), 2))


def _told(reading: Reading, c: Candidate, what: Counted, ruled: Bound) -> bool:
    """Is the number an answer, or is it said outright in a sentence that names no other land, in a text of this story,
    or of no other land at all and a place of this story?

    The weights know how many such children there usually were; next year there may be more.
    """
    doc = reading.doc
    if ruled.rule == "question" and _answer(doc, c):
        return True
    if ruled.rule == HURT and _at_home(doc, c):
        return True
    if ruled.rule == "sanctions":
        return _for_taking(doc, c, what)
    if _put_right(doc, c, ruled) or (
        ruled.cue is not None and what.what == "child" and main_verb(doc, c, what.at, ruled.cue)
    ):
        return True
    if _count_moved(doc, c, ruled) and "foreign" not in doc.said | reading.head.said:
        return True
    if ruled.cue is None or ruled.rule != "cue" or (ruled.confidence < SURE and what.what != "none"):
        return False
    if ruled.measure not in _OUTRIGHT or not _names_it(doc, ruled.cue, ruled.measure):
        return False
    sentence = doc.sentence_of(c.i)
    home = _at_home(doc, c)
    if not home and any(doc.has(*sentence, tag) for tag in ("foreign", "place.third")):
        return False
    if not _COUNTED <= (c.value or 0) <= EVERYONE or (ruled.measure in _HURT and not _counts_them(doc, sentence)):
        return False
    others = ruled.cue.tag in _UNKNOWN or "foreign" in doc.said | reading.head.said
    ours = doc.ours if others and not home else doc.places or reading.head.places
    return ours and says_it_of(doc, c, what, ruled.cue)


def _put_right(doc: Document, c: Candidate, ruled: Bound) -> bool:
    """ "We wrote that eleven were hurt. In fact he spoke of thirteen hurt children.": it counts what it corrects."""
    a, _ = doc.sentence_of(c.i)
    if ruled.cue is None or not (doc.has(0, a, "erratum") and doc.has(a, c.i, "restates")):
        return False
    before = doc.cues_of("measure", *doc.bounds[doc.sentence[c.i] - 1])
    return ruled.measure in {sense(doc, cue) for cue in before}


def _count_moved(doc: Document, c: Candidate, ruled: Bound) -> bool:
    """ "The number of killed children rose to six", "sube a seis el número de niños muertos": what a count of children,
    whose verb stands with them, came to."""
    a, b = clause_of(doc, c.i)
    if ruled.cue is None or ruled.rule != "cue":
        return False
    if c.j <= ruled.cue.i < b:
        return amounts(doc, c.i) and doc.has(c.j, c.j + _COUNT, "total") and doc.has(c.j, b, "child")
    if not a <= ruled.cue.i < c.i or doc.spans_in(a, c.i):
        return False
    return (changed(doc, c.i) or grew(doc, c.j)) and doc.has(a, c.i, "total") and doc.has(a, c.i, "child")


_COUNT = 3
"""So near behind its number stands the word for a count."""


def _at_home(doc: Document, c: Candidate) -> bool:
    """ "..., in Ukraine 94 children were killed": a clause of Ukraine alone, whatever other lands the text names."""
    a, b = clause_of(doc, c.i)
    a = opening(doc, a)
    there = any(doc.has(a, b, tag) for tag in ("foreign", "place.third"))
    ours = [k for k in range(a, b) if "place.ua" in doc.tags[k]]
    return not there and any(doc.language.inside & {doc.word(k - 1), doc.word(k - 2)} for k in ours)


def _names_it(doc: Document, cue: Cue, measure: str) -> bool:
    """Is the word one of that measure alone; or of whom nothing is known; or of what those do who take children; or of
    families that are their own?"""
    took = cue.tag in _TOOK and doc.has(*doc.clauses[doc.clause[cue.i]], "agent.taker")
    unknown = measure == "missing" and cue.tag in _UNKNOWN
    theirs = cue.tag == "measure.placed_in_family" and cue.i > 0 and "possessor" in doc.tags[cue.i - 1]
    own = measure == "returned" and theirs
    treated = measure == "injured" and doc.has(*clause_of(doc, cue.i), "hospital")
    return cue.tag == f"measure.{measure}" or unknown or own or treated or (measure == "deported" and took)


_TOOK = frozenset({"measure.carried", "measure.moved", "measure.hauled"})
_UNKNOWN = frozenset({"measure.fate", "measure.located"})


def _for_taking(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "Sanctions on 412 people for taking Ukrainian children": a sentence of one number and of what they did."""
    sentence = doc.sentence_of(c.i)
    did = any(cue.tag in TAKING for cue in doc.cues_of("measure", *sentence))
    counted = what.what.startswith("unit.") and c.j <= what.at <= c.j + 1
    return counted and did and doc.has(*sentence, "child") and len(doc.live_in(*sentence)) == 1


def _counts_them(doc: Document, sentence: tuple[int, int]) -> bool:
    """Were they hurt by an attack, or does somebody count them, in Ukraine or at least in no place in Russia?"""
    if doc.has(*sentence, "attack"):
        return True
    counted = any(doc.has(*sentence, tag) for tag in ("speaker", "voice", "say", "holds"))
    return counted and (doc.has(*sentence, "place.ua") or not doc.has(*sentence, "place.ru"))


_HURT = frozenset({"killed", "injured"})
_OUTRIGHT = frozenset(
    ("returned", "deported", "missing", "killed", "injured", "placed_in_family", "identified", "held", "at_risk")
)
_COUNTED = 5
"""Fewer are often told in passing, of children whom the text knows."""
_THEIRS = ("place.ru", "place.tot", "place.town")
_OURS = ("place.ua", "story", "country", "russian")
_ASKED, _SAID = 4, 4
"""So few words stand before an answer, and between it and who gives it."""
_ITEMS = 20
"""A list has hardly more items; their numbers answer nothing."""


def _answer(doc: Document, c: Candidate) -> bool:
    """ "How many have you returned? – Two hundred and eleven.", "Only 308, says Kyiv.": the sentence is the number,
    a word or two before it and who says so."""
    a, b = doc.sentence_of(c.i)
    told = c.spans[0].form == "words" or (c.value or 0) > _ITEMS
    short = c.i - a <= _ASKED and not doc.has(a, c.i, "measure")
    alone = all(doc.tokens.kinds[k] == "p" for k in range(c.j, b))
    said = c.j < b and doc.tokens.kinds[c.j] == "p" and doc.under(c.j + 1, min(c.j + 1 + _SAID, b), "say")
    return told and short and (alone or said)


def _outright(doc: Document, c: Candidate, what: Counted, ruled: Bound | None) -> bool:
    """ "Eight children came home from Russia": counted children, a near word, and a land of the other side; of those
    who were taken, or hit by an attack, Ukraine will do."""
    if ruled is None or what.what != "child":
        return False
    sentence = doc.sentence_of(c.i)
    hit = ruled.measure in ("killed", "injured") and doc.has(*sentence, "attack")
    ours = (hit or ruled.measure == "deported") and ruled.confidence >= _NEAR and not doc.has(*sentence, "foreign")
    theirs = ruled.confidence >= SURE and any(doc.has(*sentence, land) for land in _THEIRS)
    return theirs or (ours and any(doc.has(*sentence, land) for land in (*_THEIRS, *_OURS)))


def _trust(ruled: Bound | None) -> float:
    """A near word says more than a rule of last resort."""
    return _TRUST if ruled is None or ruled.confidence < SURE else _TRUST_CUE


def _unit(c: Candidate, what: Counted, measure: str) -> str:
    if c.share:
        return "percent"
    return what.what[5:] if what.what.startswith("unit.") else _UNITS.get(measure, "children")
