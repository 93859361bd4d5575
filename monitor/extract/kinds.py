"""batch, total, increment, estimate or share."""

from __future__ import annotations

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.measures import Bound

__all__ = ["kind_of"]

_SMALL = 40


def kind_of(doc: Document, c: Candidate, bound: Bound, source_id: str | None) -> str:
    """The kind by share, estimate words, measure, words of totals, and size."""
    if c.share:
        return "share"
    if c.value is None:
        return "estimate"
    value = c.value
    a, b = doc.sentence_of(c.i)
    if (
        bound.measure == "deported"
        and value >= 20000
        and (source_id == "yale_hrl" or (doc.has(a, b, "estimate") and value >= 30000))
    ):
        return "estimate"
    if bound.measure == "warrants":
        return "batch" if doc.sentence[c.i] == 0 else "total"
    if bound.measure == "sanctions":
        return "batch" if value <= _SMALL else "total"
    if bound.measure == "held" and doc.has(a, b, "estimate"):
        return "estimate"
    if bound.measure != "returned":
        return "total"
    if value > 200:
        return "total"
    if value <= _SMALL and c.i and "partitive" in doc.tags[c.i - 1]:
        return "batch"
    clauses = {doc.clause[c.i], doc.clause[a] if c.i < a + 6 else doc.clause[c.i]}
    clause = [k for k in range(a, b) if doc.clause[k] in clauses]
    total = any("total" in doc.tags[k] for k in clause) or (value > _SMALL and doc.has(a, b, "total"))
    return "total" if total or value > 60 else "batch"
