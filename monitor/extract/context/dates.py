"""The calendar behind what a text tells: spans of days that lie before a day of publication. Pure date arithmetic."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from monitor.model import Period

__all__ = ["back", "day_of", "days", "last_weekday", "latest", "months"]

_SOON = 3
"""A month named without a year that begins so many months ahead lies ahead."""
_AHEAD = 45
"""So does a day that comes in so many days; one of tomorrow is today's where the outlet is."""


def days(length: int, published: date) -> Period:
    """So many days up to the day of publication."""
    return Period(published - timedelta(length), published)


def last_weekday(weekday: int, published: date, before: bool) -> Period:
    """The last Monday (0) to Sunday (6), today or, with `before`, earlier."""
    day = published - timedelta((published.weekday() - weekday) % 7)
    day -= timedelta(7 if before and day == published else 0)
    return Period(day, day)


def latest(
    month: int, length: int, year: int | None, published: date, before: bool = False, begun: bool = False
) -> Period | None:
    """So many months from `month` on, in `year` or the last time that they began, with `before` also ended.

    None when they may be about to begin, unless they have `begun`: "since March" in January.
    """
    if year is not None:
        return months(date(year, month, 1), length, published)
    if not (before or begun) and 0 < month - published.month <= _SOON:
        return None
    first = date(published.year - (month > published.month), month, 1)
    found = months(first, length, published)
    if found is not None and before and found.end == published:
        return months(first.replace(year=first.year - 1), length, published)
    return found


def months(first: date, length: int, published: date) -> Period | None:
    """So many months from the day `first` on, up to the day of publication; None when they lie ahead."""
    last = back(first, 1 - length)
    end = last.replace(day=monthrange(last.year, last.month)[1])
    return Period(first, min(end, published)) if first <= published else None


def back(first: date, count: int) -> date:
    """The first day of the month so many months before."""
    whole = first.year * 12 + first.month - 1 - count
    return date(whole // 12, whole % 12 + 1, 1)


def day_of(year: int | None, month: int, day: int, published: date) -> date | None:
    """The day of `year`, or the last time that it came; None when there is no such day or it lies ahead."""
    for own in (year,) if year else (published.year, published.year - 1):
        if day > monthrange(own, month)[1]:
            continue
        found = date(own, month, day)
        if found <= published:
            return found
        if (found - published).days <= _AHEAD:
            return published if (found - published).days == 1 else None
    return None
