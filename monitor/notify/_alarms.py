"""Alarms about feeds on their way: one line through every channel, told once, tried until it is taken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from monitor import registry
from monitor.notify._message import DeliveryError, Message
from monitor.notify._waits import wait
from monitor.store import Store

__all__ = ["compose_alarm", "deliver_alarms"]


async def deliver_alarms(
    store: Store, settings: Mapping[str, Any], clock: Callable[[], datetime], run: Callable[..., Awaitable[Any]]
) -> tuple[int, int]:
    """Send the alarms that are due, as `deliver` does with flags; gives (sent, failed)."""
    sent = failed = 0
    for row in await run(store.notices, clock()):
        chosen = settings.get(row["channel"])
        if chosen is None:
            continue
        try:
            await registry.find("monitor.notify", chosen.kind).send(compose_alarm(row), chosen)
        except DeliveryError as failure:
            failed += 1
            await run(
                store.notice_failed, row["id"], str(failure), clock() + wait(row["attempts"], failure.retry_after)
            )
        else:
            sent += 1
            await run(store.notified, row["id"], clock())
    return sent, failed


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
