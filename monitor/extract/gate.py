"""Is the article about the story? And the guard against other stories of children."""

from __future__ import annotations

from monitor.extract.document import Document

__all__ = ["foreign", "relevance"]


_THERE = frozenset({"place.ua", "place.tot"})


def foreign(head: Document, doc: Document) -> bool:
    """True when headline or text speaks of another story and neither names this one."""
    tags = head.said | doc.said
    headed = any(c.tag == "foreign" for c in head.cues) and not (head.told or doc.told)
    punished = "measure.sanctions" in tags and bool(tags & {"measure.carried", "measure.deported"})
    own = punished or "story" in tags or "country" in tags or not tags.isdisjoint(_THERE)
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
