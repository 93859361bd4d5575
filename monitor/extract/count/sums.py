"""Parts that add up to a count told before: "33 were reunited ... 26 went to Ukraine and seven came to Russia"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.model import Figure

__all__ = ["with_kind_of_whole"]

_AWAY = ">ru"
_SUM = 20
"""Fewer are one group, whatever is said of it."""
_DAYS = 14
"""A count of a shorter time may be one event."""


def with_kind_of_whole(figures: Sequence[Figure]) -> list[Figure]:
    """The figures in order; where the two ways of returns told right behind a count of weeks or more add up to it, they
    are totals of the same time; behind a group, groups of its day."""
    found = list(figures)
    for k, whole in enumerate(found[:-2]):
        parts = found[k + 1 : k + 3]
        if (_is_count(whole) or _is_group(whole)) and _both_ways(parts, whole.value, whole.kind):
            found[k + 1 : k + 3] = [replace(part, kind=whole.kind, period=whole.period) for part in parts]
    return found


def _is_count(whole: Figure) -> bool:
    period = whole.period
    long = bool(period and period.start and period.end and (period.end - period.start).days >= _DAYS)
    return long and whole.measure == "returned" and whole.kind == "total" and (whole.value or 0) >= _SUM


def _is_group(whole: Figure) -> bool:
    return whole.measure == "returned" and whole.kind == "batch" and not whole.optional


def _both_ways(parts: Sequence[Figure], value: float | None, kind: str) -> bool:
    """Are these returns of another kind, one to Russia and the other not, that together are `value`?"""
    other = all(p.measure == "returned" and p.kind != kind and p.value and p.period is None for p in parts)
    away = [part for part in parts if (part.direction or "").endswith(_AWAY)]
    return other and len(away) == 1 and sum(part.value or 0 for part in parts) == value
