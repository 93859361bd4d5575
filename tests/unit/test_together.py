"""Work in batches: what comes while one is under way forms the next, and only what is wrong fails; bounded backlogs."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest

from monitor.together import Backlog, Together


class Desk:
    """Doubles numbers; refuses every batch that holds a negative one. `open` lets the first batch through."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.open = asyncio.Event()

    async def work(self, items: Sequence[int]) -> list[int]:
        self.batches.append(list(items))
        await self.open.wait()
        if min(items) < 0:
            raise ValueError("negative")
        return [2 * item for item in items]


async def test_what_comes_meanwhile_is_done_together() -> None:
    desk = Desk()
    together = Together(desk.work, most=3)
    first = asyncio.create_task(together.do(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    others = [asyncio.create_task(together.do(n)) for n in range(2, 7)]
    await asyncio.sleep(0)
    desk.open.set()
    assert await asyncio.gather(first, *others) == [2, 4, 6, 8, 10, 12]
    assert desk.batches == [[1], [2, 3, 4], [5, 6]]


async def test_only_the_wrong_one_of_a_batch_fails() -> None:
    desk = Desk()
    desk.open.set()
    together = Together(desk.work)
    done = await asyncio.gather(*(together.do(n) for n in (1, -1, 3)), return_exceptions=True)
    assert (done[0], done[2]) == (2, 6) and isinstance(done[1], ValueError)
    assert desk.batches == [[1, -1, 3], [1], [-1], [3]]
    with pytest.raises(ValueError, match="negative"):
        await together.do(-5)


async def test_work_goes_on_without_its_caller_and_can_be_waited_for() -> None:
    desk = Desk()
    together = Together(desk.work)
    caller = asyncio.create_task(together.do(1))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    caller.cancel()
    desk.open.set()
    await together.finish()
    assert desk.batches == [[1]]
    assert await together.do(2) == 4


async def test_there_is_room_until_too_much_waits_and_again_when_it_is_done() -> None:
    backlog = Backlog(100_000)
    await backlog.room()
    with backlog.holding(60_000):
        await backlog.room()
        with backlog.holding(60_000):
            waiting = asyncio.create_task(backlog.room())
            await asyncio.sleep(0)
            assert not waiting.done()
        await asyncio.wait_for(waiting, 1)


async def test_who_is_woken_looks_again() -> None:
    backlog = Backlog(100_000)
    with backlog.holding(100_000):
        waiting = asyncio.create_task(backlog.room())
        await asyncio.sleep(0)
    with backlog.holding(100_000), pytest.raises(TimeoutError):
        await asyncio.wait_for(asyncio.shield(waiting), 0.01)
    await asyncio.wait_for(waiting, 1)


async def test_more_waits_than_the_bound_by_what_those_bring_who_were_let_in_at_once() -> None:
    backlog, waits, most = Backlog(100_000), 0, 0

    async def bring() -> None:
        nonlocal waits, most
        async with places:
            await backlog.room()
            await asyncio.sleep(0.001)
        with backlog.holding(60_000):
            waits += 60_000
            most = max(most, waits)
            await asyncio.sleep(0.005)
            waits -= 60_000

    places = asyncio.Semaphore(3)
    await asyncio.gather(*(bring() for _ in range(20)))
    assert 100_000 < most < 100_000 + 3 * 60_000


async def test_what_fails_leaves_its_room() -> None:
    backlog = Backlog(1)
    with pytest.raises(ValueError), backlog.holding(5):
        raise ValueError
    await asyncio.wait_for(backlog.room(), 1)


async def test_many_small_things_fill_a_backlog_too() -> None:
    backlog = Backlog(10_000)
    with backlog.holding(0), backlog.holding(0), backlog.holding(0), pytest.raises(TimeoutError):
        await asyncio.wait_for(backlog.room(), 0.01)
    await asyncio.wait_for(backlog.room(), 1)
