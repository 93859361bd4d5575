"""Plain words that no weight outweighs: what a verb says of a number where nothing near it says anything else.

The weights know by its size what a number usually is: seven are returned, a thousand deported. "Seven were taken to
Russia" is not what is usual, and says so.
"""

from __future__ import annotations

from bisect import bisect_left

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.figure.reading import Reading
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
from monitor.extract.text.small import DASHES

__all__ = ["EVERYONE", "SURE", "stands"]

SURE = 0.9
"""The confidence of a word near the number."""
EVERYONE = 100_000
"""More than this nobody can have brought home."""
_VICTIMS = 10_000
"""So many children at most were hit, in any count."""
_GROUP = 100
"""Up to so many are a group, of which a text may tell how it had been taken."""
_NEAR = 4
"""So many words at most stand between a number and the word, or the time, that is its own."""
_HIT = frozenset({"killed", "injured"})
_FOUND = frozenset({"identified", "located"})
_LOST = _HIT | {"missing", "placed_in_family"}
_TAKEN = _LOST | {"deported"}
_MAY_BE = {
    "returned": frozenset(
        f"measure.{name}" for name in ("returned", "came", "fetched", "carried", "moved", "received", "located")
    ),
    "injured": frozenset({"measure.injured"}),
    "deported": frozenset(f"measure.{name}" for name in ("deported", "carried", "hauled", "snatched")),
    "placed_in_family": frozenset(
        f"measure.{name}" for name in ("placed_in_family", "given", "received", "moved", "living")
    ),
}
"""Of each measure that weights choose against a plain word, the words that may mean it."""


def stands(reading: Reading, c: Candidate, what: Counted, ruled: Bound, measure: str) -> bool:
    """Does the rule's measure `ruled` stand against the likelier `measure`, for which no word speaks?"""
    others = _MAY_BE.get(measure)
    if others is None or (ruled.cue is not None and ruled.cue.tag == "measure.snatched"):
        return False
    if ruled.measure in _FOUND:
        return ruled.cue is not None and _traced(reading, c, what, ruled.cue, measure)
    if ruled.measure not in _TAKEN:
        return False
    if ruled.cue is None:
        return ruled.rule == "ellipsis" and _goes_on(reading, c, others)
    if _again(reading.doc, c, what, ruled.measure, measure):
        return others.isdisjoint(_words(reading.doc, *reading.doc.sentence_of(c.i)))
    return _beside(reading.doc, c, what, ruled.cue) and _alone(reading, c, ruled, others)


def _words(doc: Document, a: int, b: int) -> set[str]:
    """The tags of measures in tokens a..b-1."""
    return {cue.tag for cue in doc.cues_of("measure", a, b)}


def _beside(doc: Document, c: Candidate, what: Counted, cue: Cue) -> bool:
    """Are children counted, no more than may be, in the clause of the word?"""
    return what.what == "child" and doc.clause[cue.i] == doc.clause[c.i] and (c.value or 0) <= EVERYONE


def _alone(reading: Reading, c: Candidate, ruled: Bound, others: frozenset[str]) -> bool:
    """No word of the other measure in the whole article, or, beside more than a group and a near word of its own, in
    this sentence, the one before and the headline."""
    doc, head = reading.doc, reading.head
    if others.isdisjoint(doc.said | head.said):
        return True
    if (c.value or 0) <= _GROUP or ruled.confidence < SURE:
        return False
    first = doc.bounds[max(0, doc.sentence[c.i] - 1)][0]
    near = _words(doc, first, doc.sentence_of(c.i)[1]) | _words(head, 0, len(head.words))
    return others.isdisjoint(near)


def _traced(reading: Reading, c: Candidate, what: Counted, cue: Cue, measure: str) -> bool:
    """ "Three deported children were identified", "2,000 came back and 1,500 were traced": a word of finding, with no
    return in the article, or right behind the number and with no other word before the next one."""
    doc, others = reading.doc, _MAY_BE[measure]
    if _beside(doc, c, what, cue) and others.isdisjoint((doc.said | reading.head.said) - {cue.tag}):
        return measure == "returned"
    end = doc.clauses[doc.clause[c.i]][1]
    end = min([end, *(span.i for span in doc.spans_in(c.j, end))])
    told = measure == "returned" or (measure == "deported" and cue.tag == "measure.located")
    right_behind = c.j <= cue.i < min(c.j + _NEAR, end)
    return told and right_behind and others.isdisjoint(_words(doc, c.j, end) - {cue.tag})


def _goes_on(reading: Reading, c: Candidate, others: frozenset[str]) -> bool:
    """ "700 were killed. Kyiv puts the figure at 745": no word of another measure since the figure before."""
    doc, last = reading.doc, reading.figures[-1]
    since = bisect_left(doc.tokens.starts, last.start)
    return last.measure in _LOST and others.isdisjoint(_words(doc, since, doc.sentence_of(c.i)[1]))


def _again(doc: Document, c: Candidate, what: Counted, ruled: str, measure: str) -> bool:
    """ "745 were killed, the UN says 700", "112 were killed, a year earlier 90": a second count of those hit, right
    behind who tells it or the time of which it is told."""
    if measure == "injured" and _after_speaker(doc, c.i):
        return True
    few = what.what == "none" and (c.value or 0) < _VICTIMS
    return few and ruled in _HIT and _before_that(doc, c.i)


def _before_that(doc: Document, i: int) -> bool:
    """Stands a time before right before the number: "a year earlier 90", "за два попередні роки — 310"?"""
    first = max(doc.sentence_of(i)[0], i - _NEAR)
    apart = doc.word(i - 1) in DASHES | {":"} or doc.clauses[doc.clause[i]][0] >= first
    return apart and any(doc.has(first, i, tag) for tag in ("earlier", "reject.duration"))


def _after_speaker(doc: Document, i: int) -> bool:
    """Stands who says it right before the number, the verb left out: "the UN 700", "y la ONU de 700"?"""
    first = max(doc.sentence_of(i)[0], i - 2)
    return any(tag.startswith(("speaker.", "voice.")) for k in range(first, i) for tag in doc.tags[k])
