"""A time that a text tells, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.model import Period

__all__ = ["DAY", "DAYS_OF_MONTH", "DAYS_OF_YEAR", "GRAINS", "MONTH", "SINCE", "WEEK", "YEAR", "Time"]

SINCE, DAY, WEEK, MONTH, YEAR = "since", "day", "week", "month", "year"
"""How exactly a time is told, or that it is a beginning."""
GRAINS = (SINCE, DAY, WEEK, MONTH, YEAR)
DAYS_OF_MONTH, DAYS_OF_YEAR = 30, 365
"""So many days has the unit of a span."""


@dataclass(frozen=True, slots=True)
class Time:
    """Tokens i..j-1 tell the days of `period`, as exactly as `grain` says; with `edge` only how things stood then."""

    i: int
    j: int
    period: Period
    grain: str
    edge: bool = False
