"""Parts that add up to a count told before: "33 were reunited ... 26 went to Ukraine and seven came to Russia"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from monitor.model import Figure

__all__ = ["with_kind_of_whole"]

_AWAY = ">ru"
_SUM = 20
"""Fewer are one group, whatever is said of it."""


def with_kind_of_whole(figures: Sequence[Figure]) -> list[Figure]:
    """The figures in order; where the two ways of returns told right behind a total add up to it, they are totals."""
    found = list(figures)
    for k, whole in enumerate(found[:-2]):
        parts = found[k + 1 : k + 3]
        summed = whole.measure == "returned" and whole.kind == "total" and (whole.value or 0) >= _SUM
        if summed and _both_ways(parts, whole.value):
            found[k + 1 : k + 3] = [replace(part, kind="total", period=whole.period) for part in parts]
    return found


def _both_ways(parts: Sequence[Figure], value: float | None) -> bool:
    """Are these batches of returns, one to Russia and the other not, that together are `value`?"""
    batches = all(part.measure == "returned" and part.kind == "batch" and part.value for part in parts)
    away = [part for part in parts if (part.direction or "").endswith(_AWAY)]
    return batches and len(away) == 1 and sum(part.value or 0 for part in parts) == value
