"""Is the article about the story? And the guard against other stories of children."""

from __future__ import annotations

from functools import cache

from monitor.extract.context.senses import TAKING
from monitor.extract.context.ways import ways
from monitor.extract.text.document import Document

__all__ = ["foreign", "relevance", "relevant"]

_THERE = frozenset({"place.ua", "place.tot"})
_NEAR = 8
"""So many sentences on end name children, the story and a measure somewhere in an article about it."""
_KINDS = _CHILD, _TERM, _MEASURE = 1, 2, 3


def foreign(head: Document, doc: Document) -> bool:
    """True when headline or text speaks of another story and neither names this one."""
    tags = head.said | doc.said
    headed = any(c.tag == "foreign" for c in head.cues) and not (head.told or doc.told)
    punished = "measure.sanctions" in tags and bool(tags & {"measure.carried", "measure.deported"})
    deeds = [q for q in doc.cues_of("measure", 0, len(doc.words)) if q.tag in TAKING] if "foreign" in tags else []
    taken = "child" in tags and any("ru" in ways(doc, *doc.sentence_of(cue.i)).ends for cue in deeds)
    own = punished or taken or "story" in tags or "country" in tags or not tags.isdisjoint(_THERE)
    return "foreign" in tags and (not own or (headed and doc.language.implied_ways))


def relevance(head: Document, doc: Document, told: bool = False) -> tuple[bool, tuple[str, ...]]:
    """(relevant, reasons): children, the story's terms and one of its measures, in headline or text.

    Where figures of the story are `told`, another story beside it does no harm.
    """
    tags = head.said | doc.said
    if not told and foreign(head, doc):
        return False, ("another story",)
    wanted = {
        "children": "child" in tags,
        "terms of the story": "story" in tags or any(t.startswith("place.") for t in tags),
        "a measure": any(t.startswith("measure.") for t in tags),
    }
    missing = tuple(f"no {name}" for name, there in wanted.items() if not there)
    return not missing, missing or tuple(wanted)


def relevant(head: Document, doc: Document, told: bool) -> tuple[bool, tuple[str, ...]]:
    """As `relevance`, and what makes the article relevant stands together: in the headline, or near in the text.

    A long article on something else that names Russia in one place and children in another is not about the story.
    """
    found, reasons = relevance(head, doc, told)
    headed = "child" in head.said or ("story" in head.said and "story" in doc.said)
    if found and not headed and not _together(head, doc):
        return False, ("children, terms of the story and a measure apart from one another",)
    return found, reasons


def _together(head: Document, doc: Document) -> bool:
    """Do `_NEAR` sentences on end, the headline before the first, name children, the story and a measure?"""
    last = dict.fromkeys(_KINDS, -_NEAR)
    last.update((kind, 0) for kind in map(_kind, head.said) if kind)
    if not min(last.values()):
        return True
    for cue in doc.cues:
        kind = _kind(cue.tag)
        if kind:
            number = last[kind] = doc.sentence[cue.i]
            if number - min(last.values()) < _NEAR:
                return True
    return False


@cache
def _kind(tag: str) -> int:
    if tag == "child":
        return _CHILD
    return _TERM if tag == "story" or tag.startswith("place.") else _MEASURE if tag.startswith("measure.") else 0
