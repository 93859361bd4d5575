"""Permanent redirects: followed at once, adopted after three agreeing polls over two days."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from monitor.model import Answer, FeedState
from monitor.schedule.intervals import DAY, jitter

__all__ = ["moved"]

_MOVE_POLLS = 3
_MOVE_SECONDS = 2 * DAY


def moved(state: FeedState, answer: Answer, now: datetime) -> FeedState:
    """The state after a poll that succeeded: its redirect is watched, or adopted where it has held."""
    target = _permanent_target(answer)
    if target is None or target == state.url or not _adoptable(state.url, target):
        if state.moved_to is None:
            return state
        return replace(state, moved_to=None, moved_since=None, moved_polls=0)
    if target != state.moved_to or state.moved_since is None:
        return replace(state, moved_to=target, moved_since=now, moved_polls=1)
    polls = state.moved_polls + 1
    if polls >= _MOVE_POLLS and (now - state.moved_since).total_seconds() >= _MOVE_SECONDS:
        interval = state.interval * max(1.0, jitter(state.url) / jitter(target))  # the jitter is the address's own
        return replace(state, url=target, interval=interval, moved_to=None, moved_since=None, moved_polls=0)
    return replace(state, moved_polls=polls)


def _permanent_target(answer: Answer) -> str | None:
    """Where the permanent redirects at the beginning of the way lead; a temporary one ends what is permanent."""
    target = None
    for status, url in answer.redirects:
        if status not in (301, 308):
            break
        target = url
    return target


def _adoptable(url: str, target: str) -> bool:
    """Never from https to http, and never where the user's credentials would be lost or others' taken over."""
    authority = url.partition("//")[2].partition("/")[0] + target.partition("//")[2].partition("/")[0]
    return "@" not in authority and not (url.startswith("https:") and not target.startswith("https:"))
