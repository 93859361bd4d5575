"""One pass over what waits to be sent."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from monitor import registry
from monitor.notify._message import DeliveryError, Message
from monitor.notify._waits import wait

__all__ = ["Round"]

PATIENCE = 2
"""After so many failures in a row a channel is left alone until its next time: each may take seconds, and the other
channels wait meanwhile. One message that the receiver will not take does not hold up the rest."""

Taken = Callable[[datetime], Awaitable[Any]]
Later = Callable[[str, datetime], Awaitable[Any]]


@dataclass
class Round:
    """Sends through the channels in `settings`, by name; counts what was `sent` and what `failed`."""

    settings: Mapping[str, Any]
    clock: Callable[[], datetime]
    sent: int = 0
    failed: int = 0
    _failures: dict[str, list[DeliveryError]] = field(default_factory=dict)

    async def send(self, channel: str, message: Message, attempts: int, taken: Taken, later: Later) -> None:
        """Send `message`, then call `taken` with the time, or `later` with the reason and the time of the next try.

        `attempts` are the failures before. What belongs to a channel that is no longer configured waits.
        """
        chosen = self.settings.get(channel)
        if chosen is None:
            return
        try:
            await self._try(channel, message, chosen)
        except DeliveryError as failure:
            self.failed += 1
            await later(str(failure), self.clock() + wait(attempts, failure.retry_after))
        else:
            self.sent += 1
            await taken(self.clock())

    async def _try(self, channel: str, message: Message, chosen: Any) -> None:
        failures = self._failures.setdefault(channel, [])
        if len(failures) >= PATIENCE:
            raise failures[-1]
        try:
            await registry.find("monitor.notify", chosen.kind).send(message, chosen)
        except DeliveryError as failure:
            failures.append(failure)
            raise
        failures.clear()
