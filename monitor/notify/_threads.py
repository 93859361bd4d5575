"""A blocking call in a thread that never holds up the end of the process, unlike those of asyncio's own pool."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from typing import TypeVar

__all__ = ["in_thread"]

T = TypeVar("T")


async def in_thread(call: Callable[[], T]) -> T:
    """The result of `call`, or what it raises. When we are cancelled the thread is left behind."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def work() -> None:
        try:
            result = call()
        except Exception as error:
            _later(loop, _settle, lambda error=error: done.set_exception(error), done)
        else:
            _later(loop, _settle, lambda: done.set_result(result), done)

    threading.Thread(target=work, name="channel", daemon=True).start()
    return await done


def _settle(mark: Callable[[], None], done: asyncio.Future[T]) -> None:
    if not done.done():
        mark()


def _later(loop: asyncio.AbstractEventLoop, call: Callable[..., None], *args: object) -> None:
    with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
        loop.call_soon_threadsafe(call, *args)
