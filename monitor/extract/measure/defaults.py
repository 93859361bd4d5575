"""What a number of children measures when no word of its sentence says it: the last resort, in a text of the story."""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document
from monitor.stories import Speaker

__all__ = ["usual"]

_TAKEN = 15_000
_SMALL = 10
_PART = 4
_GO_ON = frozenset({"returned", "deported", "held", "located", "missing", "killed", "injured"})
_LISTED = frozenset({*_GO_ON, "other"})
_PLACED = frozenset({"sanctions", "facilities"})
_LISTS = frozenset({*_GO_ON, *_PLACED, "at_risk", "placed_in_family"})


def usual(
    doc: Document,
    head: Document,
    c: Candidate,
    what: Counted,
    previous: Bound | None,
    batch: float,
    source: Speaker | None,
) -> Bound | None:
    """Counted children, or a bare count, whom the sentence gives no verb of the story; None outside the story.

    Kin in the sentence make it a return, homes in Russian hands a holding; a number of the register's size counts
    those who were taken; else it goes on with the sentence before, the figure before, the headline, or counts what
    its speaker counts. A number smaller than the `batch` told before is a part of it.
    """
    a, b = doc.sentence_of(c.i)
    if c.share or c.value is None or not _of_story(doc, head, c.value >= _TAKEN) or doc.word(b - 1) == "?":
        return None
    if doc.has(a, b, "measure.evacuated"):
        return None
    if doc.has(a, b, "measure.living"):
        lived = previous is not None and previous.measure == "deported" and what.what == "child"
        return Bound("deported", "children", "usual", None, 0.4) if lived else None
    if what.what == "child":
        measure = _of_children(doc, head, c, what, previous, batch, source)
    else:
        measure = _of_count(head, c, previous, source) if what.what == "none" and _bare(doc, c) else None
    unit = previous.unit if previous is not None and measure in _PLACED else "children"
    return Bound(measure, unit, "usual", None, 0.4) if measure else None


def _of_story(doc: Document, head: Document, large: bool) -> bool:
    cues = doc.said | head.said
    told = doc.told or head.told or doc.ours or head.ours or "measure.carried" in cues
    young = "child" in cues or large
    return told and young and not {"elsewhere", "leisure"} & cues


def _of_children(
    doc: Document,
    head: Document,
    c: Candidate,
    what: Counted,
    previous: Bound | None,
    batch: float,
    source: Speaker | None,
) -> str | None:
    a, b = doc.sentence_of(c.i)
    if doc.has(a, b, "measure.moved") and doc.has(a, b, "unit.facilities"):
        return None
    listed = previous is not None and previous.measure == "other"
    if (what.at < c.j and doc.word(c.i - 1) != "–") or listed or (c.value or 0) < batch:
        return None
    near = _by_place(doc, c) or _by_size(c) or _beside(doc, c, -1) or _after(previous)
    return near or _headed(head) or _by_whom(source) or _beside(doc, c, 1)


def _by_place(doc: Document, c: Candidate) -> str | None:
    a, b = doc.sentence_of(c.i)
    if doc.has(a, b, "kin"):
        return "returned"
    theirs = any(doc.has(a, b, tag) for tag in ("place.ru", "place.tot", "place.by", "agent.taker"))
    if theirs and doc.has(a, b, "institution"):
        return "held"
    return "at_risk" if (c.value or 0) >= _TAKEN and doc.has(a, b, "place.tot") else None


def _by_size(c: Candidate) -> str | None:
    return "deported" if (c.value or 0) >= _TAKEN else None


def _beside(doc: Document, c: Candidate, step: int) -> str | None:
    """What the sentence before (or behind) tells."""
    number = doc.sentence[c.i]
    if not 0 <= number + step < len(doc.bounds):
        return None
    told = doc.cues_of("measure", *doc.bounds[number + step])
    last = next((s for q in reversed(told) if (s := sense(doc, q)) in _LISTED), None)
    return last if last != "other" or c.i - doc.bounds[number][0] < _PART else None


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


def _of_count(head: Document, c: Candidate, previous: Bound | None, source: Speaker | None) -> str | None:
    last = previous.measure if previous is not None and previous.measure in _LISTS else None
    if last == "deported" and (c.value or 0) < _TAKEN / _PART:
        last = "returned"
    return _by_size(c) or last or _headed(head) or _by_whom(source)
