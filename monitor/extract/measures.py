"""Binds a candidate to what it measures: its noun, the nearest cue of its sentence, the figure before, the headline."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.lexicon import Cue
from monitor.extract.nearest import CAME, CLAUSE, FOUND, NOTHING, RECEIVED, casualties, nearest
from monitor.extract.nouns import Counted
from monitor.extract.predicates import says_it_of
from monitor.extract.ways import MOTION, sense, ways
from monitor.extract.wholes import (
    REGISTER,
    all_taken,
    behind_aside,
    behind_part,
    came_back,
    child_behind,
    its_whole,
    sets_whole,
    taken_whole,
    told_of_part,
    told_of_taken,
    whole_of_relative,
    whole_of_returned,
)

__all__ = [
    "HURT_AMONG",
    "INFORMED",
    "OF_RETURNED",
    "OF_TAKEN",
    "PAPERS",
    "SWAPPED",
    "TOO_MANY",
    "Bound",
    "bind",
    "elliptic",
]

HURT_AMONG = "hurt among people"
SWAPPED = "in an exchange"
PAPERS = "passports"
INFORMED = "told about"
OF_RETURNED = "whole of a part told"
OF_TAKEN = "part of those taken"
TOO_MANY = "too many to be home"
"""The rule by which so many who are said to be home are those who were taken."""

_QUESTIONS = 4
_LINES = 2
_SHORT = 9
_GO_ON = frozenset({"returned", "deported", "identified", "located", "missing", "killed", "injured"})
_KNOWN = 15_000
_MILLION = 1_000_000
"""More children than were ever said to be taken by name: those who live under occupation."""


@dataclass(slots=True)
class Bound:
    """Measure, unit, the rule that bound them, and the cue they rest on."""

    measure: str
    unit: str
    rule: str
    cue: Cue | None = None
    confidence: float = 0.6


Near = tuple[int, Cue]
"""A word of a measure and how far it is, in tokens and what makes it farther."""

_MOVED = frozenset({"measure.returned", CAME, "measure.carried"})
_BACK = frozenset({"returned", "came", "fetched"})


def _said(doc: Document, cue: Cue) -> str:
    return sense(doc, cue) or ""


_FORMS = ("анкет", "профил", "профіл")
_CHILDLESS = frozenset({"sanctions"})
_UNLISTED = _CHILDLESS | {"other"}


def _children(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> Bound | None:
    if what.what == "name" and (c.value or 0) >= REGISTER:
        found = doc.has(c.j, what.at + 1, "measure.identified")
        return Bound("identified" if found else "deported", "children", "register of names", None, 0.6)
    settled = _settled(doc, c, what)
    if settled is not None:
        return settled
    listed = what.what in ("name", "none") or doc.has(max(0, c.i - 3), c.i, "measure.other")
    barred = _CHILDLESS if listed else _UNLISTED
    near = nearest(doc, c, barred, what.at if what.at >= c.j and what.what == "child" else 0)
    unit = "percent" if c.share else "children"
    if c.share and previous is not None and _told_otherwise(doc, c.i):
        return Bound(previous.measure, unit, "told otherwise", previous.cue, 0.6)
    bound = _on_a_list(doc, c, what, near, unit)
    if bound is not None:
        return bound
    of_taken = told_of_taken(doc, c) or behind_aside(doc, c, what)
    if of_taken is not None:
        return Bound(_said(doc, of_taken), "children", OF_TAKEN, of_taken, 0.9)
    near = _of_whole(doc, c, near, barred)
    if near is not None and _informed(doc, c, near[1]):
        return Bound("other", unit, INFORMED, None, 0.7)
    bound = _whatever_the_word(doc, c, what, near, unit)
    if bound is not None:
        return bound
    return _without_word(doc, c, what, previous, unit) if near is None else _by_word(doc, c, what, near, unit)


def _settled(doc: Document, c: Candidate, what: Counted) -> Bound | None:
    """What the shape of the sentence says more surely than any word near the number."""
    if _papers(doc, c):
        return Bound("other", "percent" if c.share else "children", PAPERS, None, 0.7)
    hurt = _hurt_among(doc, c)
    if hurt is not None:
        return Bound(_said(doc, hurt), "children", HURT_AMONG, hurt, 0.9)
    swapped = _swapped(doc, c, what)
    if swapped is not None:
        return Bound("returned", "percent" if c.share else "children", SWAPPED, swapped, 0.9)
    if any(whole(doc, c, what) for whole in (whole_of_returned, whole_of_relative, taken_whole)):
        return Bound("deported", "children", OF_RETURNED, None, 0.7)
    return None


def _papers(doc: Document, c: Candidate) -> bool:
    """ "67 have become Russian citizens", "мають російські паспорти": what was done with papers, and nothing else but
    how they had come there."""
    clause = doc.clauses[doc.clause[c.i]]
    papers = doc.cues_of("naturalised", *clause)
    if not papers or any(_of_home(doc, cue) for cue in papers):
        return False
    told = [q for q in doc.cues_of("measure", *clause) if "naturalised" not in doc.tags[q.j - 1]]
    return all(q.tag in _GIVEN or _tells_whom(doc, c, q) for q in told)


def _tells_whom(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "300 вивезеним дітям", "300 niños deportados": a participle of the children counted, beside their noun."""
    before = doc.has(cue.j, cue.j + 1, "child")
    behind = doc.under(cue.i - 1, cue.i, "child") and not doc.language.adjectives_first
    return cue.tag in _HOW_THERE and cue.i >= c.j and (before or behind)


def _of_home(doc: Document, papers: Cue) -> bool:
    """ "Ukrainian citizenship", "громадянство України": is the land of the papers named beside them, and not Russia?"""
    near = [doc.tags[k] for k in range(max(papers.i - 1, 0), min(papers.j + 1, len(doc.tags)))]
    return not any(_THEIRS & tags for tags in near) and any(_HOME & tags for tags in (near[0], near[-1]))


_HOME, _THEIRS = frozenset({"place.ua", "country", "story"}), frozenset({"russian", "place.ru"})
_GIVEN = frozenset({"measure.given", "measure.other"})
_HOW_THERE = frozenset({"measure.deported", "measure.carried"})


def _informed(doc: Document, c: Candidate, cue: Cue) -> bool:
    """ "Kyiv gave Moscow information about 40 children": what was handed over are data."""
    given = cue.i < c.i and cue.tag in ("measure.returned", "measure.received", "measure.given")
    if not given or c.share or (c.value or 0) >= REGISTER:
        return False
    quoted = doc.has(cue.j, c.i, "citing") or "," in doc.words[cue.j : c.i]
    return not quoted and doc.under(max(cue.i, c.i - _INCLUDED), c.i, "informed")


def _hurt_among(doc: Document, c: Candidate) -> Cue | None:
    """ "26 people died, among them three children, 93 were hurt": children told among people have the people's verb."""
    a, _ = doc.sentence_of(c.i)
    numbers = doc.spans_in(a, c.i)
    if c.share or not doc.has(max(a, c.i - _INCLUDED), c.i, "including") or not numbers:
        return None
    of_children = doc.under(numbers[-1].j, min(numbers[-1].j + _INCLUDED, c.i), "child")
    before = [q for q in doc.cues_in(a, c.i) if q.tag.startswith("measure.")]
    hit = before and before[-1].tag in ("measure.killed", "measure.injured") and not of_children
    return before[-1] if hit else None


def _swapped(doc: Document, c: Candidate, what: Counted) -> Cue | None:
    """ "Home came 185 soldiers, 20 civilians and three deported children": told last in a row of those exchanged, whose
    verb is that of all."""
    a, b = doc.sentence_of(c.i)
    before = doc.spans_in(a, c.i)
    hit = doc.has(a, b, "measure.killed") or doc.has(a, b, "measure.injured")
    if what.what != "child" or c.share or hit or not before or (c.value or 0) >= _EXCHANGED:
        return None
    row = range(before[-1].j, c.i)
    soldiers = any("reject.soldiers" in doc.tags[k] for k in row)
    told = any(q.tag.startswith("measure.") and q.tag not in _HOW_TAKEN for q in doc.cues_in(what.at + 1, b))
    if not soldiers or told or not all(_in_row(doc, k) for k in row):
        return None
    back = (q for q in doc.cues_in(a, b) if q.tag == "measure.returned" and not before[0].i <= q.i < what.at)
    return next((q for q in back if sense(doc, q) == "returned"), None)


def _in_row(doc: Document, k: int) -> bool:
    """Does token `k` only go on with a row: "prisoners of war, ... civilians and"?"""
    word, language = doc.word(k), doc.language
    return (
        "reject.soldiers" in doc.tags[k]
        or word == ","
        or word in language.links | language.of
        or (doc.word(k - 1) in language.of)
    )


_EXCHANGED = 500
_HOW_TAKEN = frozenset({"measure.deported", "measure.carried", "measure.snatched", "measure.returned"})
"""Behind those who are home they tell no more than how they had been taken."""
_INCLUDED = 4
"""So few tokens stand between "including" and its number, and between a number and its noun."""


def _on_a_list(doc: Document, c: Candidate, what: Counted, near: Near | None, unit: str) -> Bound | None:
    """Names, where no word says what became of those who bear them, and a short list's whatever became of a part."""
    if what.what == "name" and (c.value or 0) < REGISTER and (near is None or near[1].tag in _MOVED):
        if doc.language.implied_ways and doc.word(what.at).startswith(_FORMS):
            return Bound("at_risk", unit, "offered for adoption", None, 0.5)
        saved = doc.language.implied_ways and doc.has(c.i - 2, c.i, "measure.returned")
        return Bound("returned" if saved else "other", unit, "list of names", None, 0.5)
    return Bound("other", unit, "list of names", None, 0.6) if _listed(doc, c, what) else None


def _of_whole(doc: Document, c: Candidate, near: Near | None, barred: frozenset[str]) -> Near | None:
    """The word of the number's whole where it is a part, and no word of its part where it is a whole."""
    whole = its_whole(doc, c)
    if whole is not None and (near is None or near[1].tag != "measure.returned"):
        near = came_back(doc, whole) or nearest(doc, whole, barred, child_behind(doc, whole.j)) or near
    if near is not None and near[1].tag in _MOVED and told_of_part(doc, c, near[1]):
        near = nearest(doc, c, barred | _BACK) or near
    return near


def _whatever_the_word(doc: Document, c: Candidate, what: Counted, near: Near | None, unit: str) -> Bound | None:
    """What size, list and place say more surely than the word near the number."""
    if near is not None and near[1].tag == "measure.returned" and (sets_whole(doc, c, near[1]) or behind_part(doc, c)):
        return Bound("deported", unit, "whole of a part", None, 0.7)
    if doc.language.implied_ways and all_taken(doc, c):
        return Bound("deported", unit, "whole of a part", None, 0.7)
    if _guess(doc, c, what, near):
        return Bound("deported", unit, "estimate", None, 0.6)
    if near is not None and near[1].tag == "measure.other" and (c.value or 0) >= _KNOWN:
        return Bound("deported", unit, "register of names", None, 0.6)
    if what.what == "name" and (near is None or near[1].tag in MOTION or doc.clause[near[1].i] != doc.clause[c.i]):
        return Bound("other", unit, "list of names", None, 0.5)
    kept = near is None or doc.clause[near[1].i] != doc.clause[c.i]
    if kept and what.what in ("child", "none") and _kept(doc, c):
        return Bound("held", unit, "kept in places", None, 0.6)
    return None


def _by_word(doc: Document, c: Candidate, what: Counted, near: Near, unit: str) -> Bound:
    """What the word near the number says of it."""
    if casualties(doc, near[1]):
        return Bound("other", unit, "killed or injured", near[1], 0.9)
    if _too_many(doc, c, what, near[1]):
        return Bound("deported", unit, TOO_MANY, near[1], 0.6)
    suspects = what.what == "none" and "suspects" in doc.tags[near[1].i]
    unit = "people" if suspects and unit == "children" else unit
    return Bound(_said(doc, near[1]), unit, "cue", near[1], 0.9 if near[0] < 8 else 0.7)


def _without_word(doc: Document, c: Candidate, what: Counted, previous: Bound | None, unit: str) -> Bound | None:
    """What a question, a tally, the register's size, the figure before or a way says where no word is near."""
    asked = _asked(doc, c)
    if asked is not None:
        return Bound(_said(doc, asked), unit, "question", asked, 0.6)
    if _tally(doc, c, what, previous):
        return Bound("returned", unit, "tally", None, 0.5)
    large = what.what == "child" and not c.share and (c.value or 0) >= (REGISTER if doc.told else _KNOWN)
    totalled = doc.has(*doc.sentence_of(c.i), "total")
    taken = "at_risk" if (c.value or 0) >= _MILLION else "deported"
    if large and totalled:
        return Bound(taken, unit, "the register's total", None, 0.5)
    restated = _restated(doc, c)
    if restated is not None:
        return Bound(_said(doc, restated), unit, "restated", restated, 0.6)
    if previous is not None and previous.measure in _GO_ON and what.what == "none" and elliptic(doc, c):
        told = "deported" if (c.value or 0) >= REGISTER else previous.measure
        return Bound(told, unit, "ellipsis", None, 0.5)
    if _bare(doc, c, what):
        return Bound(taken, unit, "large bare number", None, 0.5)
    way = _by_way(doc, c, what, previous)
    if way:
        return Bound(way, unit, "way", None, 0.5)
    goes_on = c.share or c.value is None or _partitive(doc, c) or (what.what == "child" and totalled)
    if previous is not None and previous.measure not in ("sanctions", "warrants") and goes_on:
        return Bound(previous.measure, unit, "previous figure", None, 0.5)
    return None


def _listed(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The 339 children on the Istanbul list": a short list's names, whatever became of a part of them."""
    short = not c.share and 1 < (c.value or 0) < _KNOWN / 10 and doc.word(c.i - 1) in doc.language.definites
    return short and doc.has(c.j, min(max(c.j, what.at) + 3, doc.sentence_of(c.i)[1]), "listing")


def _told_otherwise(doc: Document, i: int) -> bool:
    """ "387 children, that is two per cent": a number right before, in other words."""
    return doc.word(i - 1) in doc.language.apposes and bool(doc.spans_in(max(0, i - CLAUSE), i))


def _too_many(doc: Document, c: Candidate, what: Counted, cue: Cue) -> bool:
    """ "The 19,500 who were taken, the 1,850 who are home": so many never came back, unless just that is said of them;
    and hundreds went to Russia."""
    if c.share or sense(doc, cue) != "returned":
        return False
    a, b = doc.sentence_of(c.i)
    there = "ru" in ways(doc, cue.j, b).ends or (cue.j < b and "place.ru" in doc.tags[cue.j])
    away = cue.tag == CAME and (c.value or 0) >= _MANY and there and not doc.has(a, b, "kin")
    home = says_it_of(doc, c, what, cue) and not doc.has(a, b, "measure.deported")
    return away or ((c.value or c.low or 0) >= _KNOWN * 2 / 3 and not home)


_MANY = 100


def _kept(doc: Document, c: Candidate) -> bool:
    """ "2,000 spend August in Russian camps", "in homes sit 40": a place for children that "in" governs, no verb."""
    clause = range(*doc.clauses[doc.clause[c.i]])
    places = [k for k in clause if doc.tags[k] & _HOMES and not c.i <= k < c.j]
    return any(doc.word(n) in doc.language.inside for k in places for n in range(k - _BETWEEN, k))


_BETWEEN = 3
_HOMES = frozenset({"unit.facilities", "institution"})


def _by_way(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> str:
    """No verb of the story: "14 pupils rolled into Sumy region" is a return; "two to Russia" goes on with one."""
    if what.what not in ("child", "none") or c.share or not doc.language.inside:
        return ""
    clause = [k for k in range(c.j, doc.sentence_of(c.i)[1]) if doc.clause[k] == doc.clause[c.j - 1]]
    went_on = previous is not None and previous.measure == "returned"
    if _led(doc, clause, "place.ua") and (went_on or what.what == "child"):
        return "returned"
    return "returned" if _led(doc, clause, "place.ru") and went_on and what.what == "none" else ""


def _led(doc: Document, clause: list[int], place: str) -> bool:
    """Does a preposition of a way's end, and not of a stay, stand right before `place`, or its article?"""
    ends = doc.language.towards - doc.language.inside
    return any(place in doc.tags[k] and {doc.word(k - 1), doc.word(k - 2)} & ends for k in clause)


def _guess(doc: Document, c: Candidate, what: Counted, near: tuple[int, Cue] | None) -> bool:
    """ "The lab puts it at 35,000": a large bare number beside a word of estimates, no verb of the story near."""
    if c.share or what.what != "none" or (c.value or 0) < 20_000:
        return False
    first = doc.sentence_of(c.i)[0]
    first = max(first, c.i - 8) if near is None else max(first, c.i - 8, doc.clauses[doc.clause[c.i]][0])
    return doc.under(first, c.i, "estimate") and (near is None or near[0] > CLAUSE)


def _bare(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The answer is nearer 35,000": without a noun or verb, so large a number is that of those who were taken."""
    return what.what == "none" and not c.share and (c.value or 0) >= _KNOWN and doc.told


def _asked(doc: Document, c: Candidate) -> Cue | None:
    """ "How many have come back? 1,859": the measure of the questions before, the nearest that says one."""
    number = doc.sentence[c.i]
    questions = [n for n in range(number - 1, max(-1, number - 2 * _QUESTIONS), -1) if _question(doc, n)]
    if not questions or questions[0] < number - _LINES:
        return None
    a, b = doc.bounds[number]
    asked = [cue for n in questions[: _QUESTIONS if b - a < _SHORT else 1] for cue in doc.cues_in(*doc.bounds[n])]
    told = [cue for cue in asked if cue.tag.startswith("measure.") and cue.tag != RECEIVED and sense(doc, cue)]
    verbs = (cue for cue in told if cue.j >= len(doc.tags) or "child" not in doc.tags[cue.j])
    return next(verbs, told[0] if told else None)


def _restated(doc: Document, c: Candidate) -> Cue | None:
    """ "It was two": a short sentence that only sets a number right has the measure of the sentence before."""
    a, b = doc.sentence_of(c.i)
    if not a or (b - a > _SHORT and not doc.has(0, a, "erratum")) or not doc.has(a, b, "restates"):
        return None
    told = doc.cues_in(*doc.bounds[doc.sentence[c.i] - 1])
    return next((q for q in told if q.tag.startswith("measure.") and q.tag != NOTHING and sense(doc, q)), None)


def _question(doc: Document, n: int) -> bool:
    _, b = doc.bounds[n]
    return "?" in (doc.word(b - 1), doc.word(b - 2))


def elliptic(doc: Document, c: Candidate) -> bool:
    """ "In December seven; in October, eight", "the total is 1,859": a bare number beside a month or word of totals."""
    paired = doc.word(c.j) in doc.language.links and bool(doc.spans_in(c.j + 1, c.j + 2))
    if c.j < len(doc.words) and doc.tokens.kinds[c.j] != "p" and "total" not in doc.tags[c.j] and not paired:
        return False
    a, b = doc.sentence_of(c.i)
    if _question(doc, doc.sentence[c.i]):
        return False
    if doc.has(a, b, "total") or doc.among(a, b, doc.language.months.keys()):
        return True
    if c.j + 1 >= b and doc.has(max(a, c.i - 3), c.i, "say"):
        return True
    named = doc.has(a, c.i, "place") or doc.has(a, c.i, "speaker")
    return doc.word(c.i - 1) == ":" and c.j + 1 >= b and named


_FEWEST = 40


def _tally(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> bool:
    """ "The government had 1,598", "the region counted 214": a bare count in a text that told of returns before."""
    if what.what != "none" or c.share or (c.value or 0) < _FEWEST or (previous and previous.measure != "returned"):
        return False
    told = previous is not None or any(cue.tag == "measure.returned" for cue in doc.cues_in(0, c.i))
    return told and doc.under(max(0, c.i - 3), c.i, "holds")


def _partitive(doc: Document, c: Candidate) -> bool:
    """``of them``, ``із них``, ``the other five``: the number speaks of the figure before."""
    near = [k for k in (c.i - 2, c.i - 1) if k >= 0]
    near += [k for k in (c.j, c.j + 1) if k < len(doc.words) and doc.clause[k] == doc.clause[c.j - 1]]
    return any(doc.has(k, k + 1, "partitive") for k in near)


def _unit(doc: Document, c: Candidate, unit: str, previous: Bound | None) -> Bound | None:
    a, b = doc.sentence_of(c.i)
    sanctions = doc.has(a, b, "measure.sanctions")
    if unit == "people" and (c.value or 99) < 20 and doc.has(a, b, "speaker.icc"):
        return Bound("warrants", "warrants", "wanted by the court", None, 0.6)
    if unit in ("people", "organisations") or (sanctions and unit == "facilities"):
        if sanctions:
            return Bound("sanctions", "organisations" if unit == "facilities" else unit, "sanctions", None, 0.8)
        if _arrests(doc, c) or (unit == "people" and (c.value or 99) < _FEWEST and doc.has(a, b, "unit.warrants")):
            return Bound("warrants", "warrants", "warrants", None, 0.6)
        if doc.has(a, b, "punisher") and doc.language.implied_ways and doc.has(a, b, "measure.other"):
            return Bound("sanctions", unit, "put on a list", None, 0.6)
        return Bound("other", unit, "suspects", None, 0.6) if doc.has(a, b, "measure.other") else None
    if unit == "facilities":
        return Bound("facilities", unit, "facilities", None, 0.7)
    if unit == "warrants":
        return Bound("warrants", unit, "warrants", None, 0.8)
    if any(doc.has(k, k + 1, "measure.other") for k in range(max(a, c.i - 4), c.i)):
        return Bound("other", "cases", "cases", None, 0.7)
    so_many = any(doc.word(k) in doc.language.so_many for k in range(c.j, doc.sentence_of(c.i)[1]))
    if not so_many and doc.under(c.j, min(c.j + 3, len(doc.tags)), "proceedings"):
        return Bound("other", "cases", "proceedings", None, 0.7)
    of_what = _cases_of(doc, c)
    if of_what is not None:
        unit = "cases" if of_what.tag == "measure.other" else "children"
        return Bound(_said(doc, of_what), unit, "cases", of_what, 0.8)
    near = nearest(doc, c, _CHILDLESS | frozenset(cue.tag[8:] for cue in doc.cues_in(c.j, c.j + 2) if cue.tag in FOUND))
    if previous is not None and previous.measure in _GO_ON and (near is None or near[0] > 2 * CLAUSE):
        return Bound(previous.measure, "children", "figure before", None, 0.5)
    if near is not None and near[1].tag == "measure.returned" and doc.spans_in(c.j, near[1].i):
        return Bound("deported", "children", "cases", None, 0.5)
    return (
        Bound(_said(doc, near[1]), "cases" if near[1].tag == "measure.other" else "children", "cases", near[1])
        if near
        else None
    )


def _cases_of(doc: Document, c: Candidate) -> Cue | None:
    """ "5,100 cases of forced removal": the noun right behind tells of what, whatever verb stands before."""
    last = min(c.j + CLAUSE, doc.sentence_of(c.i)[1])
    told = [q for q in doc.cues_in(c.j, last) if q.tag.startswith("measure.") and q.tag not in FOUND]
    return next((q for q in told if doc.clause[q.i] == doc.clause[c.j - 1] and sense(doc, q)), None)


def bind(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> Bound | None:
    """The measure of the candidate, None when nothing in reach says one. `previous` is the figure before it."""
    if c.share and previous is not None and previous.measure == "facilities" and what.what == "unit.cases":
        return Bound("facilities", "percent", "figure before", None, 0.6)
    if what.what == "none" and _more_warrants(doc, c, previous):
        return Bound("warrants", "warrants", "more warrants", None, 0.9)
    if what.what == "none" and _arrests(doc, c):
        return Bound("warrants", "warrants", "warrants", None, 0.6)
    if what.what.startswith("unit."):
        found = _unit(doc, c, what.what[5:], previous)
        if found is not None and c.share:
            return Bound(found.measure, "percent", found.rule, found.cue, found.confidence)
        return found
    if previous is not None and previous.measure == "facilities" and _same_places(doc, c, what):
        return Bound("facilities", "percent" if c.share else "facilities", "figure before", None, 0.6)
    return _children(doc, c, what, previous)


def _more_warrants(doc: Document, c: Candidate, previous: Bound | None) -> bool:
    """ "That makes five in all": a small bare number behind a figure of warrants, in a sentence of totals."""
    behind = previous is not None and previous.measure == "warrants"
    return behind and not c.share and (c.value or 99) < 20 and doc.has(*doc.sentence_of(c.i), "total")


def _arrests(doc: Document, c: Candidate) -> bool:
    """ "Warrants were issued for two": a small bare number behind the word in its clause."""
    first = next((k for k in range(c.i, -1, -1) if doc.clause[k] != doc.clause[c.i]), -1)
    first = doc.sentence_of(c.i)[0] - 1 if elliptic(doc, c) else first
    return not c.share and (c.value or 99) < 20 and doc.has(first + 1, c.i, "unit.warrants")


def _same_places(doc: Document, c: Candidate, what: Counted) -> bool:
    """After a figure of places: a share, or a bare number in a sentence that names no children right there."""
    if c.share or (what.what == "none" and _partitive(doc, c)):
        return True
    a, b = doc.sentence_of(c.i)
    near = nearest(doc, c, _CHILDLESS)
    if near is not None and near[0] < 2:
        return False
    inside = doc.word(c.i - 1) in doc.language.within and doc.language.implied_ways and what.what == "child"
    if (what.what == "none" or inside) and doc.word(c.i - 1) in doc.language.before_years:
        return True
    if near is None and what.what == "none":
        return doc.has(doc.bounds[max(0, doc.sentence[c.i] - 1)][0], b, "unit.facilities")
    return what.what == "none" and (near is None or near[0] > CLAUSE) and doc.has(a, b, "unit.facilities")
