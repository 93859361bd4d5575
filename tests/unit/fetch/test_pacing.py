"""Turns of hosts, in simulated time."""

from __future__ import annotations

import asyncio

from monitor.fetch.pacing import Pace
from tests.doubles.simulated import run

Visit = tuple[str, float, float]


async def visit(pace: Pace, host: str, seconds: float, seen: list[Visit]) -> None:
    async with pace.turn() as turn:
        await turn.at(host)
        began = asyncio.get_running_loop().time()
        await asyncio.sleep(seconds)
        seen.append((host, began, asyncio.get_running_loop().time()))


def visits(
    plan: list[tuple[str, float]], *, gap: float = 2.0, places: int = 8, slow: tuple[str, ...] = ()
) -> list[Visit]:
    seen: list[Visit] = []

    async def main() -> None:
        pace = Pace(gap, places)
        for host in slow:
            pace.remember(host, slow=True)
        await asyncio.gather(*(visit(pace, host, seconds, seen) for host, seconds in plan))

    run(main())
    return sorted(seen, key=lambda v: v[1])


def test_one_at_a_time_and_a_pause_between() -> None:
    seen = visits([("a", 1.0)] * 4)
    assert [began for _, began, _ in seen] == [0.0, 3.0, 6.0, 9.0]


def test_hosts_do_not_wait_for_each_other() -> None:
    assert [began for _, began, _ in visits([("a", 1.0), ("b", 1.0), ("c", 1.0)])] == [0.0, 0.0, 0.0]


def test_places_are_few_over_all_and_waiting_for_a_host_takes_none() -> None:
    seen = visits([("a", 5.0), ("a", 5.0), ("b", 1.0), ("c", 1.0)], places=2)
    assert {(host, began) for host, began, _ in seen} == {("a", 0.0), ("b", 0.0), ("c", 1.0), ("a", 7.0)}


def test_slow_hosts_leave_places_for_the_others() -> None:
    slow = tuple(f"s{n}" for n in range(20))
    seen = visits([(host, 30.0) for host in slow] + [("quick", 1.0)], slow=slow)
    assert next(began for host, began, _ in seen if host == "quick") == 0.0
    assert sum(1 for _, began, _ in seen if began == 0.0) == 7


def test_a_wider_gap_is_kept_and_places_come_back_after_a_cancel() -> None:
    seen: list[Visit] = []

    async def main() -> None:
        pace = Pace(2.0, 1)
        pace.widen("a", 10.0)
        first = asyncio.create_task(visit(pace, "a", 100.0, seen))
        await asyncio.sleep(1)
        waiting = asyncio.create_task(visit(pace, "a", 1.0, seen))
        await asyncio.sleep(1)
        first.cancel()
        waiting.cancel()
        await asyncio.gather(first, waiting, return_exceptions=True)
        await visit(pace, "a", 1.0, seen)

    run(main())
    assert seen == [("a", 12.0, 13.0)]


def test_a_redirect_within_a_host_keeps_its_turn_and_one_elsewhere_waits() -> None:
    stops: list[tuple[str, float]] = []

    async def main() -> None:
        pace = Pace(2.0, 8)
        async with pace.turn() as turn:
            for host in ("a", "a", "b", "a"):
                await turn.at(host)
                stops.append((host, asyncio.get_running_loop().time()))

    run(main())
    assert stops == [("a", 0.0), ("a", 0.0), ("b", 0.0), ("a", 2.0)]


def test_hosts_of_the_past_are_forgotten() -> None:
    async def main() -> int:
        pace = Pace(1.0, 8)
        for n in range(2000):
            async with pace.turn() as turn:
                await turn.at(f"h{n}")
            await asyncio.sleep(1.5)
        return len(pace._hosts)

    assert run(main()) <= 513


def test_gdelt_gets_the_five_seconds_that_it_asks_for() -> None:
    seen = visits([("api.gdeltproject.org", 1.0)] * 2)
    assert [began for _, began, _ in seen] == [0.0, 6.0]
