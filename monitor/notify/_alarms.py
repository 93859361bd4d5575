"""Alarms about feeds on their way: one line through every channel, told once, tried until it is taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from monitor.notify._message import Message
from monitor.notify._round import Round
from monitor.store import Store

__all__ = ["compose_alarm", "deliver_alarms"]


async def deliver_alarms(
    store: Store, settings: Mapping[str, Any], clock: Callable[[], datetime], run: Callable[..., Awaitable[Any]]
) -> tuple[int, int]:
    """Send the alarms that are due, as `deliver` does with flags; gives (sent, failed)."""
    way = Round(settings, clock)
    for row in await run(store.notices, clock()):
        taken, later = partial(run, store.notified, row["id"]), partial(run, store.notice_failed, row["id"])
        await way.send(row["channel"], compose_alarm(row), row["attempts"], taken, later)
    return way.sent, way.failed


def compose_alarm(row: Mapping[str, Any]) -> Message:
    """A message of kind `feed` about one row of `Store.notices`."""
    since = str(row["since"])[:16].replace("T", " ")
    if row["alarm"] == "silent":
        what = f"has listed nothing new since {since} UTC, although it used to every {_span(row['rhythm'])}"
    else:
        what = f"has not answered well since {since} UTC: {row['detail']}"
    fields = {name: row[name] for name in ("feed_id", "feed", "url", "alarm", "since", "opened_at", "detail")}
    return Message(row["key"], f"feed: {row['feed']} {what}", {"key": row["key"], "kind": "feed", **fields})


def _span(seconds: float | None) -> str:
    hours = (seconds or 0) / 3600
    if hours < 1:
        return f"{max(1, round(hours * 60))} minutes"
    return f"{round(hours)} hours" if hours < 48 else f"{round(hours / 24)} days"
