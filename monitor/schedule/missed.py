"""What was missed between two polls, and when articles are read again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from monitor.model import Entry
from monitor.schedule.intervals import DAY, believable_times

__all__ = ["REREADS", "Gap", "gap", "reread_at"]

REREADS: Final = (3_600.0, 21_600.0, DAY, 7 * DAY)
"""Ages at which an article is read again, in seconds since it was first seen: figures get edited silently."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A window of time in which entries came and went unseen: after `start`, before `end`."""

    start: datetime
    end: datetime


def gap(
    previous: Collection[str],
    current: Collection[str],
    entries: Sequence[Entry],
    *,
    last_success: datetime | None,
    now: datetime,
    last_full: datetime | None = None,
    complete: bool = False,
) -> Gap | None:
    """The window that was missed, when a poll shares no entry with the last one although the feed has a past.

    `previous` and `current` hold the identities of all known and all listed entries (give links and ids, so that a feed
    that changes its ids is not mistaken). Entries dated before the last full fetch (`last_full`, FeedState.full_at)
    prove that ids changed and nothing was missed; a complete feed (RFC 5005) cannot miss anything. When a 304 since
    then hid entries, the window begins at the last full fetch.
    """
    if not previous or not current or last_success is None or complete or not set(previous).isdisjoint(current):
        return None
    times = believable_times(entries, now)
    full = min(last_full or last_success, last_success)
    if times and times[0] <= full:
        return None
    return Gap(full if times and times[0] <= last_success else last_success, times[0] if times else now)


def reread_at(
    first_seen: datetime, reads: int, last_read: datetime | None = None, ages: Sequence[float] = REREADS
) -> datetime | None:
    """When an article is read again, `reads` re-reads after it was `first_seen`; None when it has had its last.

    With `last_read`, ages that the article had then already are left out: after a pause it is read once, not thrice.
    """
    for age in ages[max(0, reads) :]:
        when = first_seen + timedelta(seconds=age)
        if last_read is None or when > last_read:
            return when
    return None
