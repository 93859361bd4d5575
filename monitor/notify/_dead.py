"""Word of a channel that does not take its messages, through the other channels, once a day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from monitor import registry
from monitor.notify._message import DeliveryError, Message
from monitor.notify._waits import wait
from monitor.store import Store

__all__ = ["deliver_dead"]


async def deliver_dead(
    store: Store, settings: Mapping[str, Any], clock: Callable[[], datetime], run: Callable[..., Awaitable[Any]]
) -> tuple[int, int]:
    """Tell the living channels of the dead ones; gives (sent, failed)."""
    dead = {row["channel"]: row for row in await run(store.dead_channels)}
    living = tuple(name for name in settings if name not in dead)
    for name, row in dead.items():
        if name in settings:
            await run(store.tell_dead, name, living, row["detail"] or "", clock())
    sent = failed = 0
    for row in await run(store.channel_notices, clock()):
        chosen = settings.get(row["channel"])
        if chosen is None:
            continue
        try:
            await registry.find("monitor.notify", chosen.kind).send(_compose(row), chosen)
        except DeliveryError as failure:
            failed += 1
            next_try = clock() + wait(row["attempts"], failure.retry_after)
            await run(store.channel_notice_failed, row["id"], str(failure), next_try)
        else:
            sent += 1
            await run(store.channel_notified, row["id"], clock())
    return sent, failed


def _compose(row: Mapping[str, Any]) -> Message:
    line = f"channel {row['about']} does not take its messages: {row['detail']}; see `monitor doctor`"
    fields = {"key": row["key"], "kind": "channel", "channel": row["about"], "detail": row["detail"]}
    return Message(row["key"], line, fields)
