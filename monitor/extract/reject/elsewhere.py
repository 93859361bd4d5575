"""Sentences of other times and places: another century, school years, refugees abroad, evacuations at home."""

from __future__ import annotations

from monitor.extract.count.changes import amounts
from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document, remembered
from monitor.extract.text.numbers import Span

__all__ = ["another_era", "elsewhere", "guests", "hosted", "rested", "schooled"]

_WAR, _PRINT, _LIFETIME = 2014, 1500, 20
"""A year since the second, and before the war by the third, tells of another era: no child of this story lived then."""


def another_era(case: Case) -> bool:
    """A sentence, or the one before, of another century: "In 1937 nearly 3,000 were shipped; 1,500 went home"; but what
    is told of today in this story's land is of today."""
    return _of_another_era(case.doc, case.doc.sentence[case.c.i])


@remembered
def _of_another_era(doc: Document, number: int) -> bool:
    ours = any(doc.has(*doc.bounds[number], tag) for tag in ("place.ua", "story", "place.ru"))
    today = ours and doc.among(*doc.bounds[number], doc.language.nowadays)
    first, last = doc.bounds[number if today else max(0, number - 1)][0], doc.bounds[number][1]
    return any((s.round or s.form == "ordinal") and _long_ago(doc, s) for s in doc.spans_in(first, last))


def _long_ago(doc: Document, span: Span) -> bool:
    """ "In 1937", "у 1943 році", "в 1943-м": a year of another era behind a preposition of time."""
    i, value, prepositions = span.i, span.value, doc.language.before_years | doc.language.since
    named = doc.has(span.j, span.j + 1, "reject.age")
    named = named or (span.form == "ordinal" and not doc.under(span.j, span.j + 1, "reject.duration"))
    if span.form == "ordinal" and not named:
        return False
    if doc.language.inverted and not named:
        return False
    document = any(not _PAPERS.isdisjoint(doc.tags[k]) for k in range(max(0, i - _TITLE), i))
    between = doc.word(i - 1) in doc.language.range_between and span.j + 1 in doc.years
    old = _PRINT <= value < _WAR - _LIFETIME and (doc.word(i - 1) in prepositions or between)
    return old and not document and not amounts(doc, i)


_PAPERS = frozenset({"reject.documents", "pact"})
_TITLE = 6
"""So many words a convention's name may have, up to its year."""


def rested(case: Case) -> bool:
    """ "24 children from Mariupol returned from a holiday in Crimea": back where they live under occupation, if its
    land or side is named, and nobody who took, kept, or fetched them, nor how long or to whom."""
    doc = case.doc
    a, b = doc.sentence_of(case.c.i)
    cues = doc.cues_of("rested", *doc.clauses[doc.clause[case.c.i]])
    came = any(doc.under(max(a, cue.i - _BACK), cue.i, tag) for cue in cues for tag in _CAME)
    if not came or len(doc.cues_of("measure", a, b)) > 1:
        return False
    theirs = doc.has(a, b, "side.moscow") or doc.has(a, b, "place.tot")
    return theirs and not any(doc.has(a, b, tag) for tag in _NO_HOLIDAY)


def schooled(case: Case) -> bool:
    """ "1,187 children have returned to school": where they went is no home, in a sentence that says nothing else and
    names no land of the other side."""
    doc = case.doc
    sentence = doc.sentence_of(case.c.i)
    came = [cue for cue in doc.cues_of("measure", *sentence) if cue.tag in _CAME]
    to_school = bool(came) and all(doc.under(max(0, cue.i - 1), cue.j + 1, "schooling") for cue in came)
    taken = any(doc.has(*sentence, tag) for tag in ("place.tot", "place.ru", "measure.deported"))
    return to_school and not taken and len(doc.spans_in(*sentence)) == 1


_NO_HOLIDAY = (
    "place.ua", "side.kyiv", "agent.rescuer", "homeward", "kin", "family", "reject.duration", "scope.kherson",
)  # fmt: skip
_BACK = 3
_CAME = ("measure.came", "measure.returned")


def elsewhere(case: Case) -> bool:
    """School years, refugees abroad, evacuations at home: Ukraine's children, but not of this story.

    So is a sentence beside one of evacuations, when it names no land of the other side; in a text that tells of no
    taking and no return, a sentence beside any of them.
    """
    return _told_elsewhere(case.doc, case.doc.sentence[case.c.i])


def hosted(case: Case) -> bool:
    """Refugees abroad, told as such in the number's own clause: "Germany has taken in 350,000 Ukrainian children"."""
    return _hosted(case.doc, case.doc.clause[case.c.i])


@remembered
def _hosted(doc: Document, number: int) -> bool:
    a, b = doc.clauses[number]
    if any(doc.has(a, b, tag) for tag in (*_OCCUPIED, "place.tot", "measure.returned", "measure.deported")):
        return False
    if doc.has(a, b, "measure.killed") or doc.has(a, b, "measure.injured"):
        return False
    abroad = any(_third(tag) for k in range(a, b) for tag in doc.tags[k])
    return (doc.has(a, b, "hosting") and abroad) or (doc.has(a, b, "elsewhere") and not doc.language.implied_ways)


def guests(case: Case) -> bool:
    """ "Thirty Ukrainian children hosted by families in Bergamo go home": a holiday, in a sentence, or behind one, that
    names neither the other side nor its land."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    first, last = doc.bounds[max(0, number - 1)][0], doc.bounds[number][1]
    ours = any(doc.has(first, last, tag) for tag in _OTHER_SIDE) or doc.under(first, last, "scope")
    return doc.has(first, last, "guest_stay") and not ours


_OTHER_SIDE = ("place.ru", "place.tot", "place.by", "russian", "side.moscow", "agent.taker", "measure.deported")


def _third(tag: str) -> bool:
    """Does the tag name a land that is not a side of the story?"""
    return tag in ("place.third", "foreign") or (tag.startswith(("voice.", "speaker.")) and tag.endswith("_government"))


@remembered
def _told_elsewhere(doc: Document, number: int) -> bool:
    a, b = doc.bounds[number]
    hurt = doc.has(a, b, "measure.killed") or doc.has(a, b, "measure.injured")
    if _leisure(doc, a, b) and not hurt:
        return True
    ours = (doc.places or "province" in doc.said) and not doc.has(a, b, "foreign")
    ours = ours or doc.has(a, b, "place.ua")
    struck = hurt and ours and doc.has(a, b, "attack")
    if (doc.has(a, b, "elsewhere") and not struck) or (doc.has(a, b, "front") and not hurt):
        return doc.language.implied_ways or not any(doc.has(a, b, tag) for tag in _OCCUPIED)
    beside = [doc.bounds[n] for n in (number - 1, number + 1) if 0 <= n < len(doc.bounds)]
    if any(doc.has(*bounds, "evacuation") for bounds in beside):
        return not any(doc.has(a, b, tag) for tag in ("place.ru", "place.tot", "place.control"))
    own = hurt or doc.told or doc.ours or doc.has(a, b, "place") or not doc.language.implied_ways
    return not own and any(doc.has(*bounds, "elsewhere") for bounds in beside)


_OCCUPIED = ("measure.at_risk", "place.ru")
"""A school year there is part of this story."""


def _leisure(doc: Document, a: int, b: int) -> bool:
    """ "40,000 will rest in camps": holidays, unless the sentence says that they were only the pretext of a taking."""
    taken = ("measure.carried", "measure.deported", "measure.held", "agent.taker")
    return doc.has(a, b, "leisure") and not any(doc.has(a, b, tag) for tag in taken)
