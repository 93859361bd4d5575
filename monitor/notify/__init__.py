"""The outbox's other end: flags go out through channels, each at least once and each with a key.

A channel is one file in this folder, found by its name, with ``async def send(message, settings)``. What a channel
cannot deliver stays in the outbox and is tried again, later each time; nothing is given up, nothing sent twice
without the same key, so that a receiver can tell a repeat.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from monitor import registry
from monitor.notify._alarms import deliver_alarms
from monitor.notify._message import DeliveryError, Message, compose
from monitor.notify._waits import wait
from monitor.store import Store

__all__ = ["DeliveryError", "Message", "channels", "compose", "deliver", "deliver_alarms"]


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
    sent = failed = 0
    for row in await run(store.queued, clock()):
        chosen = settings.get(row.channel)
        if chosen is None:
            continue
        message = compose(row.detail, key=row.key)
        try:
            await registry.find("monitor.notify", chosen.kind).send(message, chosen)
        except DeliveryError as failure:
            failed += 1
            await run(store.delivery_failed, row.id, str(failure), clock() + wait(row.attempts, failure.retry_after))
        else:
            sent += 1
            await run(store.delivered, row.id, clock())
    return sent, failed
