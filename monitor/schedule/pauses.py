"""After a restart, a suspended machine, a step of the clock or a network that was away: due once, spread a little."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from monitor.model import FeedState
from monitor.schedule.intervals import DAY, IntervalLimits, share

__all__ = ["forgive", "settle"]


def settle(state: FeedState, now: datetime, limits: IntervalLimits, *, window: float = 60.0) -> FeedState:
    """`state` after a pause or a step of the clock: still due once, at a time of its own within `window` seconds.

    A last poll in the future comes from a clock that was set back: a Retry-After then counts from now, since nobody
    knows how much of it is over. A due time long past comes from a suspended machine. Anything else stays as it is.
    """
    stepped_back = state.last_poll is not None and state.last_poll > now
    overdue = (now - state.due).total_seconds() > max(2 * state.interval, window)
    if not stepped_back and not overdue:
        return state
    spread = now + timedelta(seconds=share(state.url) * min(window, state.interval, limits.longest))
    not_before = state.not_before
    if stepped_back and state.last_poll and not_before:
        not_before = now + min(max(not_before - state.last_poll, timedelta()), timedelta(seconds=DAY))
    last_poll = min(state.last_poll, now) if state.last_poll else None
    return replace(state, due=max(spread, not_before or spread), not_before=not_before, last_poll=last_poll)


def forgive(state: FeedState, now: datetime, *, window: float = 60.0) -> FeedState:
    """`state` after our own network was away: failures without any answer do not count, it is due soon."""
    if not state.failures or state.last_outcome != "down" or (state.not_before and state.not_before > now):
        return state
    soon = now + timedelta(seconds=share(state.url) * min(window, state.interval))
    return replace(state, due=min(state.due, soon), failures=0)
