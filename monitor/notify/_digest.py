"""The daily digest: what does not page, in one message a day and channel, at least once and with its own key."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from monitor import registry
from monitor.notify._message import DeliveryError, compose_digest
from monitor.notify._waits import wait
from monitor.store import Store

__all__ = ["deliver_digests"]


async def deliver_digests(
    store: Store, settings: Mapping[str, Any], clock: Callable[[], datetime], run: Callable[..., Awaitable[Any]]
) -> tuple[int, int]:
    """Send the digests that are due, as `deliver` does with flags; gives (sent, failed)."""
    sent = failed = 0
    for digest in await run(store.due_digests, clock()):
        chosen = settings.get(digest.channel)
        if chosen is None:
            continue
        message = compose_digest(digest.flags, digest.day, key=digest.key)
        try:
            await registry.find("monitor.notify", chosen.kind).send(message, chosen)
        except DeliveryError as failure:
            failed += 1
            next_try = clock() + wait(digest.attempts, failure.retry_after)
            for row in digest.delivery_ids:
                await run(store.delivery_failed, row, str(failure), next_try)
        else:
            sent += 1
            for row in digest.delivery_ids:
                await run(store.delivered, row, clock())
    return sent, failed
