"""What a text must show for a word that other stories use as well: finding, keeping, placing, rescuing, evacuating."""

from __future__ import annotations

from monitor.extract.context.senses import MOTION
from monitor.extract.count.candidates import Candidate
from monitor.extract.measure.bound import Bound
from monitor.extract.text.document import Document

__all__ = ["of_others", "other_places"]

_PLACES, _THOUSANDS = 5, 10_000
"""Fewer places are those of one tale; so many at risk are those of the story."""
_HOMELY = frozenset({"held", "placed_in_family", "at_risk"})
_SOFT = _HOMELY | {"located", "missing", "other"}
_FEW = 100
"""More children are not lost or found in another story that names no place."""


def of_others(doc: Document, head: Document, c: Candidate, bound: Bound) -> bool:
    """Words of finding, keeping, placing, rescuing are those of other stories too: they count in a text of ours."""
    cue = bound.cue
    told = {bound.measure, cue.tag.removeprefix("measure.") if cue is not None else ""} & _SOFT
    told = told if (c.value or 0) < _THOUSANDS else told - {"at_risk"}
    ours = doc.about if told & _HOMELY else doc.ours
    ours = ours or (head.about if told & _HOMELY else head.ours)
    if cue is not None and cue.tag in MOTION:
        return _at_home(doc, head)
    if ours or not doc.language.implied_ways:
        return False
    tags = doc.said | head.said
    spoken = any(t.startswith("speaker.") for t in tags)
    known = spoken or "country" in tags
    if bound.rule == "headline" and not spoken:
        return True
    if told:
        few = c.share or (c.value or _FEW) < _FEW
        return bool(told & _HOMELY) or (few and not (spoken if "other" in told else known))
    return cue is not None and "common" in doc.tags[cue.i] and not known


def _at_home(doc: Document, head: Document) -> bool:
    """Evacuations from the front line, in a text that names no occupied land."""
    tags = doc.said | head.said
    moved = bool(tags & {"elsewhere", "measure.evacuated"})
    return doc.language.implied_ways and moved and not (doc.about or head.about)


def other_places(doc: Document, head: Document, c: Candidate) -> bool:
    """Two homes of one tale, schools that were shelled; those that inspectors visit in another story."""
    if not doc.language.implied_ways or c.share:
        return False
    if doc.has(*doc.sentence_of(c.i), "destroyed"):
        return True
    ours = doc.ours or head.ours or "speaker.yale_hrl" in doc.said
    return (c.value or 0) < _PLACES or not ours
