"""Names to addresses, in threads of our own: dead names must neither fill a shared pool nor hold up the exit.

`getaddrinfo` cannot be cancelled and a name server that stays silent holds it for 10 to 40 s. Threads of the default
executor are joined when Python exits, so each lookup has a daemon thread, at most `limit` at once; callers that ask
for the same name share one lookup, and everybody gives up at a time limit of their own.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable

from monitor.fetch.addresses import Address, numeric

__all__ = ["Lookup", "Resolver", "system_lookup"]

Lookup = Callable[[str], tuple[Address, ...]]
"""Blocking: all addresses of a name, best first. Raises OSError or UnicodeError when there is none."""


def system_lookup(host: str) -> tuple[Address, ...]:
    """All addresses of `host` as the system resolves it, in the system's order."""
    found = [numeric(str(row[4][0])) for row in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)]
    return tuple(dict.fromkeys(address for address in found if address is not None))


class Resolver:
    """Bounded lookups. `limit` threads at most; a name that is being looked up is not looked up twice."""

    def __init__(self, lookup: Lookup = system_lookup, *, limit: int = 32) -> None:
        self._lookup = lookup
        self._free = asyncio.Semaphore(limit)
        self._pending: dict[str, asyncio.Future[tuple[Address, ...]]] = {}

    async def resolve(self, host: str) -> tuple[Address, ...]:
        """Addresses of `host`. Raises OSError or UnicodeError; set a time limit around the call."""
        literal = numeric(host)
        if literal is not None:
            return (literal,)
        if host not in self._pending:
            await self._free.acquire()
        if host not in self._pending:
            self._start(host)
        else:
            self._free.release()
        return await asyncio.shield(self._pending[host])

    def _start(self, host: str) -> None:
        loop = asyncio.get_running_loop()
        future: asyncio.Future[tuple[Address, ...]] = loop.create_future()
        future.add_done_callback(lambda done: self._finish(host, done))
        self._pending[host] = future
        threading.Thread(target=self._work, args=(host, loop, future), name="resolve", daemon=True).start()

    def _work(self, host: str, loop: asyncio.AbstractEventLoop, future: asyncio.Future[tuple[Address, ...]]) -> None:
        result: tuple[Address, ...] | Exception
        try:
            result = self._lookup(host)
        except Exception as error:
            result = error
        with contextlib.suppress(RuntimeError):  # the loop has closed meanwhile: nobody waits any more
            loop.call_soon_threadsafe(_settle, future, result)

    def _finish(self, host: str, done: asyncio.Future[tuple[Address, ...]]) -> None:
        self._pending.pop(host, None)
        self._free.release()
        if not done.cancelled():
            done.exception()  # mark it as seen: the callers may have given up


def _settle(future: asyncio.Future[tuple[Address, ...]], result: tuple[Address, ...] | Exception) -> None:
    if future.cancelled():
        return
    if isinstance(result, Exception):
        future.set_exception(result)
    else:
        future.set_result(result)
