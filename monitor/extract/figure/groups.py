"""Groups of children taken from one home (a story's scopes.yaml), and which numbers of a text count them.

An article names such a home once and then counts on: "46 were taken", "seven are back". One that names the home only by
its kind ("the orphanage") is of that home where its place stands right beside it, or in the headline.
"""

from __future__ import annotations

from collections.abc import Iterator

from monitor.extract.count.candidates import Candidate
from monitor.extract.figure.reading import Reading
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue
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
    groups = (name for name, told in reading.story.scopes.items() if told.role == "group")
    return next((name for name in groups if _counts(reading, c, measure, kind, scope, name)), scope)


def _counts(reading: Reading, c: Candidate, measure: str, kind: str, scope: str, name: str) -> bool:
    """Does the number count children of this group?"""
    first = _first(reading, name)
    if first is None or first > reading.doc.sentence[c.i]:
        return False
    group, known = reading.story.scopes[name], [told for told in reading.figures if told.scope == name]
    taken = [told.value for told in known if told.measure == "deported" and told.value]
    most = group.most if measure == "deported" else max(taken, default=group.most)
    narrower = {"all", group.region, *(reading.story.scopes_of("deal") if known else ())}
    if (c.value or 0) > most or scope not in narrower:
        return False
    if measure != "returned" and reading.doc.has(*reading.doc.sentence_of(c.i), f"scope.{name}"):
        return True
    if measure == "returned" and not (known or f"scope.{name}" in reading.head.said):
        return False
    part = _part_of_it(reading.doc, c)
    if measure == "returned" and not part and (kind == "batch" or scope not in ("all", group.region)):
        return False
    if first == _HEADLINE and not known and not (part or _named_near(reading.doc, c, name)):
        return False
    return not _of_others(reading.doc, c, name, group, goes_on=bool(known) and known[-1] is reading.figures[-1])


def _first(reading: Reading, name: str) -> int | None:
    """The sentence from which on the text is of the group, looked for once."""
    if name not in reading.groups:
        reading.groups[name] = next(_told(reading.doc, reading.head, name), None)
    return reading.groups[name]


def _named_near(doc: Document, c: Candidate, name: str) -> bool:
    """Does the number's sentence or the one before speak of the home or its place?"""
    number = doc.sentence[c.i]
    near = doc.bounds[max(0, number - 1)][0], doc.bounds[number][1]
    return any(doc.has(*near, f"{tag}.{name}") for tag in ("scope", "group_home", "group_place"))


def _part_of_it(doc: Document, c: Candidate) -> bool:
    """ "Of them 14", "fourteen of them", "of those taken, 14": what tells a part right beside the number."""
    a, _ = doc.sentence_of(c.i)
    return doc.has(max(a, c.i - _PARTS), c.i, "partitive") or doc.has(c.j, c.j + _PARTS, "partitive")


_PARTS = 5
"""So near a number words say of which group it is a part."""


def _told(doc: Document, head: Document, name: str) -> Iterator[int]:
    """The sentence from which on the text is of the group, none where it is not."""
    scope, home, place = f"scope.{name}", f"group_home.{name}", f"group_place.{name}"
    if scope in head.said or _beside(head, 0, len(head.words), name):
        yield _HEADLINE
    if not {scope, home, place} & doc.said:
        return
    for number, (a, b) in enumerate(doc.bounds):
        homes = [cue for cue in _cues(doc, home, a, b) if not _of_another_town(doc, cue, place)]
        under = number <= _OPENING and bool(
            (homes and place in head.said and not head.has(0, len(head.words), "region_of"))
            or (home in head.said and doc.has(a, b, place) and not doc.has(a, b, "region_of"))
        )
        if doc.has(a, b, scope) or under or _beside(doc, a, b, name):
            yield number


def _beside(doc: Document, a: int, b: int, name: str) -> bool:
    """ "The Kherson infants' home", "будинок дитини в Херсоні": the place right before the home, or behind it and
    "of" or "in", where it names no region ("an orphanage in Kherson region")."""
    places = _cues(doc, f"group_place.{name}", a, b)
    led = doc.language.of | doc.language.inside | doc.language.definites | doc.language.articles
    for home in _cues(doc, f"group_home.{name}", a, b):
        for place in places:
            between = doc.words[home.j : place.i]
            behind = 0 < len(between) <= _LED and led.issuperset(between)
            if behind and not doc.has(place.i, place.j, "region_of"):
                return True
            if 0 <= home.i - place.j <= 1:
                return True
    return False


def _cues(doc: Document, tag: str, a: int, b: int) -> list[Cue]:
    """The cues of one group that begin in tokens a..b-1."""
    return [cue for cue in doc.cues_of(tag.partition(".")[0], a, b) if cue.tag == tag]


_LED = 2
"""So many words lead from a home to its place."""


def _of_another_town(doc: Document, home: Cue, place: str) -> bool:
    """ "The Oleshky orphanage", "orphelinat de Berdiansk": another town right beside the home."""
    near = (k for k in range(max(home.i - _LED, 0), min(home.j + _LED + 1, len(doc.tags))))
    return any(_towns(doc.tags[k]) and place not in doc.tags[k] for k in near)


def _towns(tags: frozenset[str]) -> bool:
    return not tags.isdisjoint(("place.tot", "place.town", "place.ru"))


def _of_others(doc: Document, c: Candidate, name: str, group: Scope, *, goes_on: bool) -> bool:
    """Does the sentence name another region, another town that they come from, or more children, and does the text not
    go on with the group?"""
    a, b = doc.sentence_of(c.i)
    place, home = f"group_place.{name}", f"group_home.{name}"
    cues = (*doc.cues_of("region_of", a, b), *doc.cues_of("region_short", a, b))
    regions = {cue.tag.partition(".")[2] for cue in cues}
    other_home = any(_of_another_town(doc, cue, place) for cue in _cues(doc, home, a, b))
    if regions - {group.region} or other_home or _from_elsewhere(doc, a, b, place, home):
        return True
    return not goes_on and doc.has(max(a, c.i - 1), c.j + 1, "more")


def _from_elsewhere(doc: Document, a: int, b: int, place: str, home: str) -> bool:
    """ "From Mariupol", "from the Oleshky boarding school", "із Новопетрівської школи": another town or institution."""
    for k in range(a + 1, b):
        if doc.word(k - 1) in doc.language.origins:
            at = k + (doc.word(k) in doc.language.definites | doc.language.articles)
            near = min(at + _LED, b)
            kept = doc.has(at, near, "institution") and not _cues(doc, home, at, near)
            if not doc.has(at, near, place) and (kept or (at < b and _towns(doc.tags[at]))):
                return True
    return False
