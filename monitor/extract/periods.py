"""The days a figure speaks of, resolved against the day of publication."""

from __future__ import annotations

from datetime import date, timedelta

from monitor.extract.document import Document
from monitor.model import Period

__all__ = ["INVASION", "period_of"]

INVASION = date(2022, 2, 24)


def period_of(doc: Document, i: int, kind: str, published: date | None) -> Period | None:
    """A total of the war runs from the invasion; "24 hours" is the day before until the day; else unknown."""
    if published is None:
        return None
    a, b = doc.sentence_of(i)
    words = {doc.word(k) for k in range(a, b)}
    if "24" in words and kind == "batch":
        return Period(published - timedelta(days=1), published)
    if kind == "total" and words & {"invasion", "invasión", "вторгнення", "вторжения", "повномасштабного"}:
        return Period(INVASION, published)
    return None
