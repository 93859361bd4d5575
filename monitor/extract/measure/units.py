"""What counted people, bodies, places, warrants and cases measure."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.measure.bound import CHILDLESS, GO_ON, Bound, meant
from monitor.extract.measure.nearest import CLAUSE, FOUND, nearest
from monitor.extract.measure.wordless import elliptic, partitive
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["arrests", "more_warrants", "of_unit", "same_places"]

_WANTED = 20
"""The court wants fewer people."""
_SUSPECTED = 40
"""And fewer than so many people beside a word of warrants are those who are wanted."""


def of_unit(doc: Document, c: Candidate, unit: str, previous: Bound | None) -> Bound | None:
    """What a number of `unit` (people, organisations, facilities, warrants, cases) measures."""
    sanctions = doc.has(*doc.sentence_of(c.i), "measure.sanctions")
    if unit in ("people", "organisations") or (sanctions and unit == "facilities"):
        return _of_people(doc, c, unit, sanctions)
    if unit == "facilities":
        return Bound("facilities", unit, "facilities", None, 0.7)
    if unit == "warrants":
        return Bound("warrants", unit, "warrants", None, 0.8)
    return _of_cases(doc, c, previous)


def _of_people(doc: Document, c: Candidate, unit: str, sanctions: bool) -> Bound | None:
    """People and bodies are wanted, punished or suspected."""
    sentence, people = doc.sentence_of(c.i), c.value or 99
    if unit == "people" and people < _WANTED and doc.has(*sentence, "speaker.icc"):
        return Bound("warrants", "warrants", "wanted by the court", None, 0.6)
    if sanctions:
        return Bound("sanctions", "organisations" if unit == "facilities" else unit, "sanctions", None, 0.8)
    if arrests(doc, c) or (unit == "people" and people < _SUSPECTED and doc.has(*sentence, "unit.warrants")):
        return Bound("warrants", "warrants", "warrants", None, 0.6)
    if not doc.has(*sentence, "measure.other"):
        return None
    if doc.has(*sentence, "punisher") and doc.language.implied_ways:
        return Bound("sanctions", unit, "put on a list", None, 0.6)
    return Bound("other", unit, "suspects", None, 0.6)


def _of_cases(doc: Document, c: Candidate, previous: Bound | None) -> Bound | None:
    """Cases are investigated, or are those of children of whom the nearest word tells."""
    a, b = doc.sentence_of(c.i)
    if doc.has(max(a, c.i - 4), c.i, "measure.other"):
        return Bound("other", "cases", "cases", None, 0.7)
    so_many = any(doc.word(k) in doc.language.so_many for k in range(c.j, b))
    if not so_many and doc.under(c.j, min(c.j + 3, len(doc.tags)), "proceedings"):
        return Bound("other", "cases", "proceedings", None, 0.7)
    of_what = _cases_of(doc, c)
    if of_what is not None:
        unit = "cases" if of_what.tag == "measure.other" else "children"
        return Bound(meant(doc, of_what), unit, "cases", of_what, 0.8)
    near = nearest(doc, c, CHILDLESS | frozenset(cue.tag[8:] for cue in doc.cues_in(c.j, c.j + 2) if cue.tag in FOUND))
    if previous is not None and previous.measure in GO_ON and (near is None or near[0] > 2 * CLAUSE):
        return Bound(previous.measure, "children", "figure before", None, 0.5)
    if near is None:
        return None
    if near[1].tag == "measure.returned" and doc.spans_in(c.j, near[1].i):
        return Bound("deported", "children", "cases", None, 0.5)
    return Bound(meant(doc, near[1]), "cases" if near[1].tag == "measure.other" else "children", "cases", near[1])


def _cases_of(doc: Document, c: Candidate) -> Cue | None:
    """ "5,100 cases of forced removal": the noun right behind tells of what, whatever verb stands before."""
    last = min(c.j + CLAUSE, doc.sentence_of(c.i)[1])
    told = [q for q in doc.cues_in(c.j, last) if q.tag.startswith("measure.") and q.tag not in FOUND]
    return next((q for q in told if doc.clause[q.i] == doc.clause[c.j - 1] and sense(doc, q)), None)


def more_warrants(doc: Document, c: Candidate, previous: Bound | None) -> bool:
    """ "That makes five in all": a small bare number behind a figure of warrants, in a sentence of totals."""
    behind = previous is not None and previous.measure == "warrants"
    return behind and not c.share and (c.value or 99) < _WANTED and doc.has(*doc.sentence_of(c.i), "total")


def arrests(doc: Document, c: Candidate) -> bool:
    """ "Warrants were issued for two": a small bare number behind the word in its clause."""
    first = next((k for k in range(c.i, -1, -1) if doc.clause[k] != doc.clause[c.i]), -1)
    first = doc.sentence_of(c.i)[0] - 1 if elliptic(doc, c) else first
    return not c.share and (c.value or 99) < _WANTED and doc.has(first + 1, c.i, "unit.warrants")


def same_places(doc: Document, c: Candidate, what: Counted) -> bool:
    """After a figure of places: a share, or a bare number in a sentence that names no children right there."""
    if c.share or (what.what == "none" and partitive(doc, c)):
        return True
    a, b = doc.sentence_of(c.i)
    near = nearest(doc, c, CHILDLESS)
    if near is not None and near[0] < 2:
        return False
    inside = doc.word(c.i - 1) in doc.language.within and doc.language.implied_ways and what.what == "child"
    if (what.what == "none" or inside) and doc.word(c.i - 1) in doc.language.before_years:
        return True
    if near is None and what.what == "none":
        return doc.has(doc.bounds[max(0, doc.sentence[c.i] - 1)][0], b, "unit.facilities")
    return what.what == "none" and (near is None or near[0] > CLAUSE) and doc.has(a, b, "unit.facilities")
