"""How long to wait: the feed's own rhythm and window, what it and its server ask for, and hours to leave out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Final

from monitor.model import Answer, Entry, FeedDocument, FeedState

__all__ = [
    "DAY",
    "IntervalLimits",
    "asked_by",
    "asked_in",
    "believable_times",
    "due_after",
    "jitter",
    "rhythm_of",
    "share",
    "wanted",
    "window",
]

DAY: Final = 86_400.0

_JITTER = 0.1
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOONEST_DATE = datetime(1995, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class IntervalLimits:
    """Bounds of the interval between two polls, in seconds. `first` holds until the rhythm is known.

    `shortest` and `longest` clamp whatever feed and servers say; `backoff` is the longest wait after failures.
    """

    shortest: float = 300.0
    longest: float = DAY
    first: float = 900.0
    backoff: float = DAY

    def clamp(self, seconds: float) -> float:
        """`seconds` within the limits."""
        return max(self.shortest, min(seconds, self.longest))


def due_after(state: FeedState, now: datetime, limits: IntervalLimits) -> datetime:
    """When the feed is due: its interval after `now`, but for its own jitter and the hours that it wants left out."""
    return _awake(now + timedelta(seconds=limits.clamp(state.interval * jitter(state.url))), state)


def wanted(rhythm: float | None, newest: datetime | None, otherwise: float, now: datetime) -> float:
    """Half the feed's own rhythm (`otherwise` without one), and a twenty-fourth of its silence when that is longer."""
    silence = max(0.0, (now - newest).total_seconds()) if newest else 0.0
    return max(otherwise if rhythm is None else rhythm / 2, silence / 24)


def believable_times(entries: Sequence[Entry], now: datetime) -> list[datetime]:
    """Believable times of entries, oldest first."""
    latest = now + timedelta(days=1)
    found = (entry.published or entry.updated for entry in entries)
    return sorted(time for time in found if time is not None and _SOONEST_DATE < time < latest)


def rhythm_of(times: Sequence[datetime]) -> float | None:
    """Median seconds between entries, from three entries on; None when they were all dated alike."""
    recent = times[-50:]
    if len(recent) < 3 or recent[0] == recent[-1]:
        return None
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(recent)]
    return median(gaps) or (recent[-1] - recent[0]).total_seconds() / len(gaps)


def window(times: Sequence[datetime], size: int) -> float:
    """The longest wait that keeps a third of the feed's window: the least time that two thirds of it ever took."""
    steps = max(1, 2 * size // 3)
    if len(times) <= steps:
        return float("inf")
    spans = ((times[i + steps] - times[i]).total_seconds() for i in range(len(times) - steps))
    return min((span for span in spans if span > 0), default=float("inf"))


def asked_in(document: FeedDocument, url: str) -> float:
    """The least wait that the feed asks for (ttl in minutes, sy:update*), before jitter."""
    hints = document.hints
    return max((hints.ttl or 0) * 60.0, hints.update_seconds or 0.0, 0.0) / min(1.0, jitter(url))


def asked_by(answer: Answer, url: str) -> float:
    """The least wait that the server asks for (RFC 9111: max-age less Age, or Expires), before jitter."""
    headers = dict(answer.headers)
    control = headers.get("cache-control", "").lower()
    match = re.search(r"(?:^|[\s,])max-age\s*=\s*\"?([0-9]{1,9})", control)
    if match:
        fresh = int(match[1]) - _number(headers, "age")
    elif headers.get("expires") and not re.search(r"no-(?:cache|store)", control):
        fresh = _expires_in(headers, answer.fetched_at)
    else:
        return 0.0
    return max(0.0, fresh) / min(1.0, jitter(url))


def _number(headers: Mapping[str, str], name: str) -> float:
    value = headers.get(name, "").strip()
    return float(value) if re.fullmatch(r"[0-9]{1,9}", value) else 0.0


def _expires_in(headers: Mapping[str, str], now: datetime) -> float:
    expires = _http_date(headers["expires"])
    return (expires - (_http_date(headers.get("date", "")) or now)).total_seconds() if expires else 0.0


def _http_date(text: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(text[:60])
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _awake(due: datetime, state: FeedState) -> datetime:
    """`due`, or the first hour after it outside skipHours and skipDays (GMT); lists that leave no hour do not count."""
    days = {day.lower() for day in state.skip_days}
    hours = {hour % 24 for hour in state.skip_hours}
    if not days and not hours:
        return due
    hour = due.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    for step in range(7 * 24):
        start = hour + timedelta(hours=step)
        if start.hour not in hours and _DAY_NAMES[start.weekday()] not in days:
            return due if not step else start + timedelta(seconds=share(state.url) * 600)
    return due


@lru_cache(2048)
def share(url: str) -> float:
    """A number from 0 to 1 that is the feed's own and stays the same."""
    return int.from_bytes(hashlib.sha256(url.encode("utf-8", "replace")).digest()[:4], "big") / 2**32


def jitter(url: str) -> float:
    return 1 - _JITTER + 2 * _JITTER * share(url)
