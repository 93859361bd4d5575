"""The days a figure speaks of, resolved against the day of publication."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta

from monitor.extract.document import Document
from monitor.model import Period

__all__ = ["INVASION", "period_of"]

INVASION = date(2022, 2, 24)


def period_of(doc: Document, i: int, kind: str, published: date | None) -> Period | None:
    """A total of the war runs from the invasion; "24 hours" is the day before until the day; "in 2024" that year."""
    if published is None:
        return None
    a, b = doc.sentence_of(i)
    if kind == "batch" and "24" in doc.words[a:b]:
        return Period(published - timedelta(days=1), published)
    if kind == "total" and doc.has(a, b, "invasion"):
        return Period(INVASION, published)
    return _year(doc, i, published) if kind in ("total", "estimate") else None


def _year(doc: Document, i: int, published: date) -> Period | None:
    """The one year that the clause of the number or the clause beside it names, up to the day of publication."""
    a, b = doc.sentence_of(i)
    within, words, own = doc.language.within, doc.words, doc.clause[i]
    near = doc.years[bisect_right(doc.years, a) : bisect_left(doc.years, b)]
    years = {int(words[k]) for k in near if words[k - 1] in within and abs(doc.clause[k] - own) <= 1}
    years = {year for year in years if INVASION.year <= year <= published.year}
    if len(years) != 1:
        return None
    year = years.pop()
    return Period(date(year, 1, 1), min(date(year, 12, 31), published))
