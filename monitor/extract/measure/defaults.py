"""What a number of children measures when no word of its sentence says it: the last resort, in a text of the story."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.stories import Speaker

__all__ = ["Untold", "usual"]

_TAKEN = 15_000
_SMALL = 10
_PART = 4
_GO_ON = frozenset({"returned", "deported", "held", "located", "missing", "killed", "injured"})
_LISTED = frozenset({*_GO_ON, "other"})
_PLACED = frozenset({"sanctions", "facilities"})
_LISTS = frozenset({*_GO_ON, *_PLACED, "at_risk", "placed_in_family"})


@dataclass(frozen=True, slots=True)
class Untold:
    """A number that no verb of the story tells of, and what stands around it."""

    doc: Document
    head: Document
    c: Candidate
    what: Counted
    previous: Bound | None
    """The figure before."""
    batch: float
    """The size of the batch told before; a smaller number is a part of it."""
    source: Speaker | None

    @property
    def value(self) -> float:
        """The number, 0 for a range."""
        return self.c.value or 0

    @property
    def sentence(self) -> tuple[int, int]:
        """The words of its sentence."""
        return self.doc.sentence_of(self.c.i)


def usual(number: Untold) -> Bound | None:
    """Counted children, or a bare count, whom the sentence gives no verb of the story; None outside the story.

    Kin in the sentence make it a return, homes in Russian hands a holding; a number of the register's size counts
    those who were taken; else it goes on with the sentence before, the figure before, the headline, or counts what
    its speaker counts.
    """
    doc, what, previous = number.doc, number.what, number.previous
    a, b = number.sentence
    if number.c.share or number.c.value is None or not _of_story(number) or doc.word(b - 1) == "?":
        return None
    if doc.has(a, b, "measure.evacuated"):
        return None
    if doc.has(a, b, "measure.living"):
        lived = previous is not None and previous.measure == "deported" and what.what == "child"
        return Bound("deported", "children", "usual", None, 0.4) if lived else None
    if what.what == "child":
        measure = _of_children(number)
    else:
        measure = _of_count(number) if what.what == "none" and _bare(doc, number.c) else None
    unit = previous.unit if previous is not None and measure in _PLACED else "children"
    return Bound(measure, unit, "usual", None, 0.4) if measure else None


def _of_story(number: Untold) -> bool:
    doc, head = number.doc, number.head
    cues = doc.said | head.said
    told = doc.told or head.told or doc.ours or head.ours or "measure.carried" in cues
    young = "child" in cues or number.value >= _TAKEN
    return told and young and not {"elsewhere", "leisure"} & cues


def _of_children(number: Untold) -> str | None:
    doc, c, what, previous = number.doc, number.c, number.what, number.previous
    if doc.has(*number.sentence, "measure.moved") and doc.has(*number.sentence, "unit.facilities"):
        return None
    listed = previous is not None and previous.measure == "other"
    if (what.at < c.j and doc.word(c.i - 1) != "–") or listed or number.value < number.batch:
        return None
    near = _by_place(number) or _by_size(number) or _beside(number, -1) or _after(previous)
    return near or _headed(number.head) or _by_whom(number.source) or _beside(number, 1)


def _by_place(number: Untold) -> str | None:
    doc, sentence = number.doc, number.sentence
    if doc.has(*sentence, "kin"):
        return "returned"
    theirs = any(doc.has(*sentence, tag) for tag in ("place.ru", "place.tot", "place.by", "agent.taker"))
    if theirs and doc.has(*sentence, "institution"):
        return "held"
    return "at_risk" if number.value >= _TAKEN and doc.has(*sentence, "place.tot") else None


def _by_size(number: Untold) -> str | None:
    return "deported" if number.value >= _TAKEN else None


def _beside(number: Untold, step: int) -> str | None:
    """What the sentence before (or behind) tells."""
    doc, at = number.doc, number.c.i
    sentence = doc.sentence[at]
    if not 0 <= sentence + step < len(doc.bounds):
        return None
    told = doc.cues_of("measure", *doc.bounds[sentence + step])
    last = next((s for q in reversed(told) if (s := sense(doc, q)) in _LISTED), None)
    return last if last != "other" or at - doc.bounds[sentence][0] < _PART else None


def _after(previous: Bound | None) -> str | None:
    return previous.measure if previous is not None and previous.measure in _GO_ON else None


def _headed(head: Document) -> str | None:
    told = (sense(head, q) for q in head.cues if q.tag.startswith("measure."))
    return next((s for s in told if s in _GO_ON), None)


def _by_whom(source: Speaker | None) -> str | None:
    """Ombudsmen, regions and funds count returns when they say nothing else."""
    return "returned" if source is not None and (source.way or source.totals or source.batches) else None


def _bare(doc: Document, c: Candidate) -> bool:
    """A count that ends its clause, right behind a colon, dash, or word that says or holds counts."""
    hedged = doc.word(c.j) in doc.language.hedge_begins
    ends = c.j >= len(doc.words) or doc.tokens.kinds[c.j] == "p" or hedged or doc.word(c.j) in doc.language.conjunctions
    added = doc.under(max(0, c.i - 2), c.i, "increase")
    if c.spans[0].form not in ("digits", "words") or not ends or not (added or (c.value or 0) >= _SMALL):
        return False
    held = range(max(0, c.i - _PART), c.i)
    if any(doc.word(k).endswith(doc.language.plurals) and not doc.tags[k] for k in held):
        return False
    if c.i and not doc.tags[c.i - 1] and doc.text[doc.tokens.starts[c.i - 1]].isupper():
        return False
    return doc.word(c.i - 1) in (":", "–") or any({"holds", "total", "say"} & doc.tags[k] for k in held)


def _of_count(number: Untold) -> str | None:
    previous = number.previous
    last = previous.measure if previous is not None and previous.measure in _LISTS else None
    if last == "deported" and number.value < _TAKEN / _PART:
        last = "returned"
    return _by_size(number) or last or _headed(number.head) or _by_whom(number.source)
