"""Work that is done several at a time, and the bound on what waits for it.

What is asked for while a batch is under way forms the next one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

__all__ = ["Backlog", "Together"]

T = TypeVar("T")
R = TypeVar("R")

_EACH: Final = 4_096
"""Bytes that whatever waits takes besides its own."""


class Backlog:
    """What waits to be worked up, in bytes: who would add to it asks for `room` first, and goes on below `most`.

    Room is not kept for anybody, as nobody knows yet what will come: beyond `most` waits what those bring who were let
    in while there was room. Who calls bounds their number.

    Nobody who holds a part of it may wait for room, or all wait for each other.
    """

    def __init__(self, most: int) -> None:
        self._most, self._held = most, 0
        self._room = asyncio.Event()
        self._room.set()

    async def room(self) -> None:
        """Returns when less than `most` waits; who is woken looks again."""
        while not self._room.is_set():
            await self._room.wait()

    @contextmanager
    def holding(self, size: int) -> Iterator[None]:
        """Counts `size` bytes, and a little for what comes with them, as long as it is entered."""
        self._change(size + _EACH)
        try:
            yield
        finally:
            self._change(-size - _EACH)

    def _change(self, size: int) -> None:
        self._held += size
        if self._held < self._most:
            self._room.set()
        else:
            self._room.clear()


class Together(Generic[T, R]):
    """Hands items to `work` in batches of at most `most`; nobody waits longer than for the batch before.

    `work` gives a result for each item, in order. When it raises, nothing of its batch is done: each item is then tried
    alone, so that only the one that is wrong fails.
    """

    def __init__(self, work: Callable[[Sequence[T]], Awaitable[Sequence[R]]], most: int = 50) -> None:
        self._work, self._most = work, most
        self._waiting: list[tuple[T, asyncio.Future[R]]] = []
        self._running: asyncio.Task[None] | None = None

    async def do(self, item: T) -> R:
        """The result for `item`. Raises what `work` raised for it; goes on when its caller is cancelled."""
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._running is None:
            self._running = asyncio.create_task(self._run())
        return await done

    async def finish(self) -> None:
        """Returns when all that was asked for is done."""
        if self._running is not None:
            await self._running

    async def _run(self) -> None:
        try:
            while self._waiting:
                batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._do(batch)
        finally:
            self._running = None

    async def _do(self, batch: Sequence[tuple[T, asyncio.Future[R]]]) -> None:
        try:
            results = await self._work([item for item, _ in batch])
        except Exception as error:
            await self._apart(batch, error)
            return
        for (_, done), result in zip(batch, results, strict=True):
            if not done.done():
                done.set_result(result)

    async def _apart(self, batch: Sequence[tuple[T, asyncio.Future[R]]], error: Exception) -> None:
        if len(batch) > 1:
            for one in batch:
                await self._do([one])
        elif not batch[0][1].done():
            batch[0][1].set_exception(error)
