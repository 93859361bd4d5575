"""The outbox's other end: flags go out through channels, each at least once and each with a key.

A channel is one file in this folder, found by its name, with ``async def send(message, settings)``. What a channel
cannot deliver stays in the outbox and is tried again, later each time; nothing is given up, nothing sent twice
without the same key, so that a receiver can tell a repeat.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from monitor import registry
from monitor.notify._alarms import deliver_alarms
from monitor.notify._dead import deliver_dead
from monitor.notify._digest import deliver_digests
from monitor.notify._message import DeliveryError, Message, compose
from monitor.notify._round import Round
from monitor.store import Store

__all__ = [
    "DeliveryError",
    "Message",
    "channels",
    "compose",
    "deliver",
    "deliver_alarms",
    "deliver_dead",
    "deliver_digests",
]


def channels() -> tuple[str, ...]:
    """The kinds of channel there are."""
    return registry.names("monitor.notify")


async def deliver(
    store: Store,
    settings: Mapping[str, Any],
    clock: Callable[[], datetime],
    run: Callable[..., Awaitable[Any]],
) -> tuple[int, int]:
    """Send what is due in the outbox; gives (sent, failed).

    `settings` maps a channel's name to its settings, whose ``kind`` names the plug-in; `run` calls a store method off
    the event loop. Deliveries of channels that are no longer configured wait.
    """
    began, way = clock(), Round(settings, clock)
    while rows := await run(store.queued, began):
        for row in rows:
            message = compose(row.detail, key=row.key)
            taken, later = partial(run, store.delivered, row.id), partial(run, store.delivery_failed, row.id)
            await way.send(row.channel, message, row.attempts, taken, later)
    return way.sent, way.failed
