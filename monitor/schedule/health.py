"""What a person should know of a feed: that it fails again and again, or is silent against its rhythm."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from monitor.model import FeedState
from monitor.schedule.intervals import DAY

__all__ = ["Alarm", "alarm"]

_ALARM_FAILURES = 5
_ALARM_RHYTHMS = 12.0


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong with a feed (`kind`: silent, or the outcome that keeps coming) and since when."""

    kind: str
    since: datetime


def alarm(state: FeedState, now: datetime) -> Alarm | None:
    """What a person should know of a feed after a poll: it fails again and again, or is silent against its rhythm.

    Failing: five polls in a row without success over a day at least. Silent: no new entry for twelve times its median
    gap between entries, two days at least (nights and weekends) and sixty at most. Without a rhythm nothing is silent.
    """
    if state.failures >= _ALARM_FAILURES:
        start = state.last_success or state.last_new
        if start is None or (now - start).total_seconds() >= DAY:
            return Alarm(state.last_outcome or "down", start or now)
    if state.failures or state.rhythm is None or state.last_new is None:
        return None
    patience = min(max(_ALARM_RHYTHMS * state.rhythm, 2 * DAY), 60 * DAY)
    return Alarm("silent", state.last_new) if (now - state.last_new).total_seconds() > patience else None
