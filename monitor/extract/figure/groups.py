"""Groups of children taken from one home (a story's scopes.yaml), and which numbers of a text count them.

An article names such a home once and then counts on: "46 were taken", "seven are back". One that names the home only by
its kind ("the orphanage") is of that home where its place stands beside it, or in the headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.extract.count.candidates import Candidate
from monitor.extract.figure.reading import Reading
from monitor.extract.text.document import Document
from monitor.stories import Scope

__all__ = ["group_of"]

_OPENING = 3
"""So many sentences under a headline that names the home, or its place, may name the other."""
_HEADLINE = -1
_OF_THEM = frozenset(("deported", "located", "identified", "held", "placed_in_family", "returned", "missing"))
"""What is told of the children of a home."""


def group_of(reading: Reading, c: Candidate, measure: str, kind: str, scope: str) -> str:
    """The scope of the group that the number counts, else `scope`, which its sentence or speaker tells.

    A group that came home of late, told as news, may be any; what is counted of those who are back is theirs, whoever
    brought them.
    """
    if measure not in _OF_THEM or c.share or not c.value:
        return scope
    groups = reading.story.scopes_of("group")
    return next((name for name in groups if _counts(reading, c, measure, kind, scope, name)), scope)


def _counts(reading: Reading, c: Candidate, measure: str, kind: str, scope: str, name: str) -> bool:
    """Does the number count children of this group?"""
    group, known = reading.story.scopes[name], [told for told in reading.figures if told.scope == name]
    taken = [told.value for told in known if told.measure == "deported" and told.value]
    most = group.most if measure == "deported" else max(taken, default=group.most)
    narrower = {"all", group.region, *(reading.story.scopes_of("deal") if known else ())}
    if (c.value or 0) > most or scope not in narrower:
        return False
    if measure == "returned" and not (known or f"scope.{name}" in reading.head.said):
        return False
    if measure == "returned" and kind == "batch" and not _part_of_it(reading.doc, c):
        return False
    first = next(_told(reading.doc, reading.head, name), None)
    goes_on = bool(known) and known[-1] is reading.figures[-1]
    return first is not None and first <= reading.doc.sentence[c.i] and not _of_others(reading.doc, c, group, goes_on)


def _part_of_it(doc: Document, c: Candidate) -> bool:
    """ "Of them 14", "fourteen of them", "of those taken, 14": what tells a part right beside the number."""
    a, _ = doc.sentence_of(c.i)
    return doc.has(max(a, c.i - _PARTS), c.i, "partitive") or doc.has(c.j, c.j + _PARTS, "partitive")


_PARTS = 5
"""So near a number words say of which group it is a part."""


def _told(doc: Document, head: Document, name: str) -> Iterator[int]:
    """The sentence from which on the text is of the group, none where it is not."""
    scope, home, place = f"scope.{name}", f"group_home.{name}", f"group_place.{name}"
    if scope in head.said or {home, place} <= head.said:
        yield _HEADLINE
    if not {home, scope} & doc.said:
        return
    for number, sentence in enumerate(doc.bounds):
        above = head.said if number <= _OPENING else frozenset()
        named = [tag for tag in (home, place) if tag in above or doc.has(*sentence, tag)]
        if doc.has(*sentence, scope) or (len(named) == 2 and not {home, place} <= above):
            yield number


def _of_others(doc: Document, c: Candidate, group: Scope, goes_on: bool) -> bool:
    """Does the sentence name another region, or more children, and does the text not go on with the group?"""
    a, b = doc.sentence_of(c.i)
    cues = (*doc.cues_of("region_of", a, b), *doc.cues_of("region_short", a, b))
    regions = {cue.tag.partition(".")[2] for cue in cues}
    return bool(regions - {group.region}) or (not goes_on and doc.has(max(a, c.i - 1), c.j + 1, "more"))
