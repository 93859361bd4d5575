"""Binds a candidate to what it measures: its noun, the nearest cue of its sentence, the figure before, the headline."""

from __future__ import annotations

from monitor.extract.context.senses import MOTION, sense
from monitor.extract.context.ways import ways
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.count.wholes import (
    REGISTER,
    all_taken,
    behind_aside,
    behind_part,
    came_back,
    child_behind,
    its_whole,
    sets_whole,
    told_of_part,
    told_of_taken,
)
from monitor.extract.measure.bound import CHILDLESS, HURT, INFORMED, KNOWN, OF_TAKEN, TOO_MANY, Bound, Near, meant
from monitor.extract.measure.nearest import CAME, CLAUSE, casualties, nearest
from monitor.extract.measure.predicates import says_it_of
from monitor.extract.measure.shapes import by_shape, informed
from monitor.extract.measure.units import arrests, more_warrants, of_unit, same_places
from monitor.extract.measure.wordless import answered, without_word
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["bind"]

_MOVED = frozenset({"measure.returned", CAME, "measure.carried"})
_BACK = frozenset({"returned", "came", "fetched"})
_FORMS = ("анкет", "профил", "профіл")
_UNLISTED = CHILDLESS | {"other"}


def _children(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> Bound | None:
    if what.what == "name" and (c.value or 0) >= REGISTER:
        found = doc.has(c.j, what.at + 1, "measure.identified")
        return Bound("identified" if found else "deported", "children", "register of names", None, 0.6)
    settled = by_shape(doc, c, what)
    if settled is not None:
        return settled
    told = answered(doc, c, what, "percent" if c.share else "children")
    if told is not None:
        return told
    listed = what.what in ("name", "none") or doc.has(max(0, c.i - 3), c.i, "measure.other")
    barred = CHILDLESS if listed else _UNLISTED
    near = nearest(doc, c, barred, what.at if what.at >= c.j and what.what == "child" else 0)
    unit = "percent" if c.share else "children"
    if c.share and previous is not None and _told_otherwise(doc, c.i):
        return Bound(previous.measure, unit, "told otherwise", previous.cue, 0.6)
    bound = _on_a_list(doc, c, what, near, unit)
    if bound is not None:
        return bound
    of_taken = told_of_taken(doc, c) or behind_aside(doc, c, what)
    if of_taken is not None:
        return Bound(meant(doc, of_taken), "children", OF_TAKEN, of_taken, 0.9)
    near = _of_whole(doc, c, near, barred)
    if near is not None and informed(doc, c, near[1]):
        return Bound("other", unit, INFORMED, None, 0.7)
    bound = _whatever_the_word(doc, c, what, near, unit)
    if bound is not None:
        return bound
    return without_word(doc, c, what, previous, unit) if near is None else _by_word(doc, c, what, near, unit)


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
    if near is not None and near[1].tag == "measure.other" and (c.value or 0) >= KNOWN:
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
        return Bound("other", unit, HURT, near[1], 0.9)
    if _too_many(doc, c, what, near[1]):
        return Bound("deported", unit, TOO_MANY, near[1], 0.6)
    suspects = what.what == "none" and "suspects" in doc.tags[near[1].i]
    unit = "people" if suspects and unit == "children" else unit
    return Bound(meant(doc, near[1]), unit, "cue", near[1], 0.9 if near[0] < 8 else 0.7)


def _listed(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The 339 children on the Istanbul list": a short list's names, whatever became of a part of them."""
    short = not c.share and 1 < (c.value or 0) < KNOWN / 10 and doc.word(c.i - 1) in doc.language.definites
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
    return away or ((c.value or c.low or 0) >= KNOWN * 2 / 3 and not home)


_MANY = 100


def _kept(doc: Document, c: Candidate) -> bool:
    """ "2,000 spend August in Russian camps", "in homes sit 40": a place for children that "in" governs, no verb."""
    clause = range(*doc.clauses[doc.clause[c.i]])
    places = [k for k in clause if doc.tags[k] & _HOMES and not c.i <= k < c.j]
    return any(doc.word(n) in doc.language.inside for k in places for n in range(k - _BETWEEN, k))


_BETWEEN = 3
_HOMES = frozenset({"unit.facilities", "institution"})


def _guess(doc: Document, c: Candidate, what: Counted, near: Near | None) -> bool:
    """ "The lab puts it at 35,000": a large bare number beside a word of estimates, no verb of the story near."""
    if c.share or what.what != "none" or (c.value or 0) < 20_000:
        return False
    first = doc.sentence_of(c.i)[0]
    first = max(first, c.i - 8) if near is None else max(first, c.i - 8, doc.clauses[doc.clause[c.i]][0])
    return doc.under(first, c.i, "estimate") and (near is None or near[0] > CLAUSE)


def bind(doc: Document, c: Candidate, what: Counted, previous: Bound | None) -> Bound | None:
    """The measure of the candidate, None when nothing in reach says one. `previous` is the figure before it."""
    if c.share and previous is not None and previous.measure == "facilities" and what.what == "unit.cases":
        return Bound("facilities", "percent", "figure before", None, 0.6)
    if what.what == "none" and more_warrants(doc, c, previous):
        return Bound("warrants", "warrants", "more warrants", None, 0.9)
    if what.what == "none" and arrests(doc, c):
        return Bound("warrants", "warrants", "warrants", None, 0.6)
    if what.what.startswith("unit."):
        found = of_unit(doc, c, what.what[5:], previous)
        if found is not None and c.share:
            return Bound(found.measure, "percent", found.rule, found.cue, found.confidence)
        return found
    if previous is not None and previous.measure == "facilities" and same_places(doc, c, what):
        return Bound("facilities", "percent" if c.share else "facilities", "figure before", None, 0.6)
    return _children(doc, c, what, previous)
