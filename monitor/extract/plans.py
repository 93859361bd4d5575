"""What is only planned: children who are to come home are no return yet (gold/SCHEME.md, fine point 7)."""

from __future__ import annotations

from monitor.extract.document import Document
from monitor.extract.measures import Bound

__all__ = ["planned"]

_ACTS = frozenset({"returned", "placed_in_family", "sanctions", "warrants", "other", "held", "located"})
"""Measures of what somebody may plan; of those who were taken a text tells that they must come home."""


def planned(doc: Document, i: int, bound: Bound) -> bool:
    """Is what the number at token `i` counts still to come: "20 are due home", "вернутся 20", "next week"?

    The plan must be told up to the verb that says the measure; a time to come, anywhere in its clause.
    """
    if bound.measure not in _ACTS:
        return False
    clauses = {doc.clause[i]} | ({doc.clause[bound.cue.i]} if bound.cue is not None else set())
    for a, b in (doc.clauses[clause] for clause in clauses):
        if doc.has(a, b, "hearsay"):
            continue
        last = b if bound.cue is None or not a <= bound.cue.i < b else bound.cue.j
        if doc.has(a, b, "coming") or doc.has(a, last, "planned"):
            return True
    return False
