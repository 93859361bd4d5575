"""Politeness between us and hosts: one request at a time to a host, a pause after it, and few at once over all.

A host that made us wait before may only take a share of all places, so that silent hosts never starve the others.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from types import TracebackType

__all__ = ["Pace", "Turn"]

_MOST_HOSTS = 512
_OWN_GAPS = {"api.gdeltproject.org": 5.0}
"""Seconds between two requests where the service itself says how many: GDELT answers 429 to more."""


class _Host:
    __slots__ = ("free_at", "gap", "lock", "waiting")

    def __init__(self, gap: float) -> None:
        self.lock = asyncio.Lock()
        self.gap = gap
        self.free_at = float("-inf")
        self.waiting = 0


class Pace:
    """Turns for hosts. `gap` seconds between the end of one request and the next; `concurrency` over all hosts.

    `monotonic` and `sleep` are there for tests with a clock of their own.
    """

    def __init__(
        self,
        gap: float,
        concurrency: int,
        *,
        monotonic: Callable[[], float] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._gap = gap
        self._places = asyncio.Semaphore(concurrency)
        self._slow_places = asyncio.Semaphore(max(1, concurrency * 3 // 4))
        self._slow: set[str] = set()
        self._hosts: dict[str, _Host] = {}
        self._monotonic = monotonic or (lambda: asyncio.get_running_loop().time())
        self._sleep = sleep

    def turn(self) -> Turn:
        """A turn that is at no host yet; use it as an async context manager."""
        return Turn(self)

    def remember(self, host: str, *, slow: bool) -> None:
        """Notes whether `host` made us wait the last time."""
        if slow and len(self._slow) < 10 * _MOST_HOSTS:
            self._slow.add(host)
        elif not slow:
            self._slow.discard(host)

    def widen(self, host: str, gap: float) -> None:
        """Keeps `gap` seconds to `host` when that is more than usual (robots.txt, Crawl-delay)."""
        known = self._host(host)
        known.gap = max(self._usual(host), gap)

    def _usual(self, host: str) -> float:
        return max(self._gap, _OWN_GAPS.get(host, 0.0))

    def _host(self, host: str) -> _Host:
        if host not in self._hosts:
            self._forget()
            self._hosts[host] = _Host(self._usual(host))
        return self._hosts[host]

    def _forget(self) -> None:
        if len(self._hosts) < _MOST_HOSTS:
            return
        now = self._monotonic()
        for name in [
            n for n, h in self._hosts.items() if not h.waiting and h.free_at <= now and h.gap == self._usual(n)
        ]:
            del self._hosts[name]

    async def enter(self, host: str) -> bool:
        """Waits for the host, its pause and a place; True when the place is one for slow hosts."""
        known = self._host(host)
        known.waiting += 1
        try:
            await known.lock.acquire()
        except BaseException:
            known.waiting -= 1
            raise
        try:
            while (wait := known.free_at - self._monotonic()) > 0:
                await self._sleep(wait)
            return await self._place(host in self._slow)
        except BaseException:
            self._unlock(known)
            raise

    async def _place(self, slow: bool) -> bool:
        if slow:
            await self._slow_places.acquire()
        try:
            await self._places.acquire()
        except BaseException:
            if slow:
                self._slow_places.release()
            raise
        return slow

    def leave(self, host: str, slow: bool) -> None:
        """Gives the place back and starts the host's pause."""
        known = self._hosts[host]
        known.free_at = self._monotonic() + known.gap
        self._places.release()
        if slow:
            self._slow_places.release()
        self._unlock(known)

    def _unlock(self, known: _Host) -> None:
        known.waiting -= 1
        known.lock.release()


class Turn:
    """One caller's stay at a host. Redirects within the host stay in the same turn, others move on and wait anew."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self._at: str | None = None
        self._slow = False

    async def at(self, host: str) -> None:
        """Returns when it is our turn at `host`."""
        if host == self._at:
            return
        self._leave()
        self._slow = await self._pace.enter(host)
        self._at = host

    def _leave(self) -> None:
        if self._at is not None:
            self._pace.leave(self._at, self._slow)
            self._at = None

    async def __aenter__(self) -> Turn:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave()
