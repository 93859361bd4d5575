"""What the shape of a sentence says more surely than any word near the number: papers, people hurt, exchanges."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.count.wholes import REGISTER, taken_whole, whole_of_one, whole_of_relative, whole_of_returned
from monitor.extract.measure.bound import BODIES, CATALOGUED, HURT_AMONG, OF_RETURNED, PAPERS, SWAPPED, Bound, meant
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.extract.text.small import DASHES

__all__ = ["by_shape", "informed"]


def by_shape(doc: Document, c: Candidate, what: Counted) -> Bound | None:
    """What the shape of the sentence says more surely than any word near the number."""
    if _papers(doc, c):
        return Bound("other", "percent" if c.share else "children", PAPERS, None, 0.7)
    if not c.share and _bodies(doc, c, what):
        return Bound("killed", "children", BODIES, None, 0.9)
    if not c.share and (_catalogued(doc, c, what) or _profiled(doc, c, what) or _offered(doc, what)):
        return Bound("at_risk", "children", CATALOGUED, None, 0.9)
    hurt = _hurt_among(doc, c) or _some_were_children(doc, c)
    if hurt is not None:
        return Bound(meant(doc, hurt), "children", HURT_AMONG, hurt, 0.9)
    swapped = _swapped(doc, c, what)
    if swapped is not None:
        return Bound("returned", "percent" if c.share else "children", SWAPPED, swapped, 0.9)
    if any(whole(doc, c, what) for whole in (whole_of_returned, whole_of_relative, whole_of_one, taken_whole)):
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


def _bodies(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "The bodies of 31 soldiers and six children": whose they are, and others, alone between; of children told behind
    soldiers a verb may say more."""
    near = range(max(doc.sentence_of(c.i)[0], c.i - _ROW), c.i)
    at = next((k for k in reversed(near) if "body" in doc.tags[k]), None)
    if at is None or what.what != "child":
        return False
    row = bool(doc.spans_in(at + 1, c.i))
    if row and doc.under(what.at + 1, min(what.at + 1 + _INCLUDED, doc.sentence_of(c.i)[1]), "measure"):
        return False
    return all(_of_bodies(doc, k) for k in range(at + 1, c.i))


def _of_bodies(doc: Document, k: int) -> bool:
    """Does token `k` only say whose bodies: "of", an article, "and", a number, soldiers?"""
    language = doc.language
    led = language.of | language.links | language.articles | language.definites
    return doc.word(k) in led or "reject.soldiers" in doc.tags[k] or bool(doc.spans_in(k, k + 1))


def _catalogued(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "Yale found 1,120 children in Russian adoption catalogues": who is offered there, found by whom it may be, but
    for those who were named, given away or fetched home."""
    clause = doc.clauses[doc.clause[c.i]]
    listed = next(iter(doc.cues_of("catalogue", *clause)), None)
    if listed is None or what.what not in ("child", "none"):
        return False
    places = doc.language.inside | doc.language.placing - doc.language.origins
    led = any(doc.word(k) in places for k in range(max(clause[0], listed.i - _INCLUDED), listed.i))
    aside = doc.among(c.j, listed.i, doc.language.relatives)
    told = [q for q in doc.cues_of("measure", *clause) if q.j <= listed.i or q.i > listed.j + _INCLUDED]
    rescuers = doc.covered_in(*clause, "agent.rescuer")
    doing = bool(rescuers) and not doc.has(rescuers[-1] + 1, rescuers[-1] + 1 + _SAYS, "say")
    return led and not aside and not doing and not any(q.tag in _DONE_TO_THEM for q in told)


_SAYS = 2
"""So near behind a rescuer's name a verb says that it only tells."""


def _profiled(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "In the catalogues, the profiles of 523 children were on display", "523 profils d'enfants": shown there, where
    the sentence or the two before name a catalogue."""
    near = range(max(doc.sentence_of(c.i)[0], c.i - _EPITHET), c.i)
    before = any("profile" in doc.tags[k] and doc.word(k + 1) in doc.language.of | {doc.word(c.i)} for k in near)
    shown = before or doc.has(c.j, c.j + _EPITHET, "profile")
    told = [q for q in doc.cues_of("measure", *doc.clauses[doc.clause[c.i]]) if "profile" not in doc.tags[q.i]]
    if any(q.tag in _HAPPENED and not {"say", "total"} & doc.tags[q.i] for q in told):
        return False
    first = doc.bounds[max(0, doc.sentence[c.i] - _LEADS)][0]
    return shown and what.what in ("child", "name", "none") and doc.has(first, doc.sentence_of(c.i)[1], "catalogue")


_LEADS = 2
"""So many sentences before may name the catalogue."""

_DONE_TO_THEM = frozenset(
    f"measure.{name}" for name in ("identified", "placed_in_family", "deported", "carried", "hauled", "fetched")
)
_HAPPENED = _DONE_TO_THEM | {"measure.returned", "measure.killed", "measure.injured"}
"""What else is told of those whose profiles or photographs somebody shows."""


def _offered(doc: Document, what: Counted) -> bool:
    """ "1,348 enfants ukrainiens proposés à l'adoption": a participle behind the noun offers them to families, in a
    clause that counts them and tells nothing else."""
    if what.what != "child":
        return False
    behind = next(iter(doc.cues_of("offered", what.at + 1, what.at + 1 + _EPITHET)), None)
    led = doc.language.inside | doc.language.articles | doc.language.definites | doc.language.relatives
    if behind is None or doc.among(what.at + 1, behind.i, led):
        return False
    told = (q for q in doc.cues_of("measure", *doc.clauses[doc.clause[what.at]]) if q.j <= behind.i or q.i >= behind.j)
    return all(q.tag in _COUNTED or {"say", "total"} & doc.tags[q.i] for q in told)


_COUNTED = frozenset({"measure.at_risk", "measure.placed_in_family", "measure.located"})
_EPITHET = 2
"""So many words may stand between a noun and its participle's end: "enfants ukrainiens proposés"."""


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


def informed(doc: Document, c: Candidate, cue: Cue) -> bool:
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


def _some_were_children(doc: Document, c: Candidate) -> Cue | None:
    """ "Six of the 20 people killed in the strike were children": a part of victims of any age, told to be children."""
    b = doc.sentence_of(c.i)[1]
    behind = next(iter(doc.spans_in(c.j, b)), None)
    if c.share or behind is None or behind.value <= (c.value or 0) or not _parted(doc, c.j, behind.i):
        return None
    if len(doc.spans_in(c.j, b)) > 1 or doc.has(c.j, behind.j + 2, "child") or not _are_children(doc, behind.j, b):
        return None
    told = [q for q in doc.cues_of("measure", behind.j, b) if "child" not in doc.tags[q.j - 1]]
    return told[0] if told and told[0].tag in ("measure.killed", "measure.injured") else None


def _are_children(doc: Document, a: int, b: int) -> bool:
    """ "... were children", "– діти": does a form of "be" or a dash, with an article, stand right before them?"""
    young = next((k for k in range(a, b) if "child" in doc.tags[k]), None)
    if young is None:
        return False
    at = young - 1 - (doc.word(young - 1) in doc.language.articles)
    return doc.word(at) in DASHES or "they_were" in doc.tags[at]


def _parted(doc: Document, a: int, b: int) -> bool:
    """Do tokens a..b-1 only lead to the whole: "of the", "из", "der"?"""
    return 0 < b - a <= _LEADING and doc.words[a:b] in doc.language.whole_phrases


_LEADING = 3
"""So many words lead from a part to its whole at most."""


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


_ROW = 8
"""So many tokens a row of who is exchanged has at most."""
_EXCHANGED = 500
_HOW_TAKEN = frozenset({"measure.deported", "measure.carried", "measure.snatched", "measure.returned"})
"""Behind those who are home they tell no more than how they had been taken."""
_INCLUDED = 4
"""So few tokens stand between "including" and its number, and between a number and its noun."""
