"""The outbox's other end: flags go out through channels, each at least once and each with a key.

A channel is one file in this folder, found by its name, with ``async def send(message, settings)``. What a channel
cannot deliver stays in the outbox and is tried again, later each time; nothing is given up, nothing sent twice
without the same key, so that a receiver can tell a repeat.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from monitor import registry
from monitor.notify._message import DeliveryError, Message, compose
from monitor.store import Store

__all__ = ["DeliveryError", "Message", "channels", "compose", "deliver"]

FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)


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


def wait(attempts: int, retry_after: float | None) -> timedelta:
    """How long to wait after failure number `attempts` (from 0): doubling from 30 s to 6 h, or longer if asked to."""
    doubled = min(FIRST_WAIT * int(2 ** min(attempts, 16)), LONGEST_WAIT)
    return max(doubled, min(timedelta(seconds=retry_after), LONGEST_WAIT)) if retry_after else doubled
