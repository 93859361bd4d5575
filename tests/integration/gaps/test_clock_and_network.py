"""What the daemon does when the clock is set, the machine slept, or our own network was away."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from monitor import wiring
from monitor.config import Config, Feed, Storage
from monitor.daemon import Daemon
from monitor.model import FeedState
from monitor.store import FeedRow, Store

NOW = datetime.now(UTC)
HOUR = timedelta(hours=1)


class Still:
    """A pipeline that fetches nothing; its clock is ours. `outcome` is what a followed feed answers."""

    def __init__(self, config: Config, store: Store) -> None:
        self.config, self.store, self.step, self.outcome = config, store, timedelta(0), "ok"

    def clock(self) -> datetime:
        return datetime.now(UTC) + self.step

    async def db(self, call, *args):
        return call(*args)

    async def settle_feeds(self) -> None:
        wiring.settle_feeds(self.store, self.config, self.clock())

    async def forgive_feeds(self) -> None:
        wiring.forgive_feeds(self.store, self.clock())

    async def follow(self, row: FeedRow, report: object) -> str:
        state = self.store.feed_state(row.id)
        failures = 0 if self.outcome == "ok" else state.failures + 1
        self.store.keep_state(row.id, replace(state, failures=failures, last_outcome=self.outcome, due=NOW + 24 * HOUR))
        return self.outcome

    async def fill_gaps(self, report: object, now: datetime) -> None:
        return

    async def settle(self, report: object) -> None:
        return

    async def deliver(self) -> tuple[int, int]:
        return 0, 0


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[SimpleNamespace]:
    feeds = tuple(Feed(url=f"https://one.example/{n}", name=f"F{n}") for n in range(3))
    config = Config(storage=Storage(database=tmp_path / "monitor.sqlite"), feeds={"en": feeds})
    with wiring.open_store(config) as store:
        store.sync_feeds(wiring.feed_specs(config), NOW)
        pipeline, said = Still(config, store), []
        yield SimpleNamespace(store=store, pipeline=pipeline, said=said, daemon=Daemon(pipeline, say=said.append))


def states(desk: SimpleNamespace) -> list[FeedState]:
    return [desk.store.feed_state(row.id) for row in desk.store.feeds()]


def put(desk: SimpleNamespace, **values: object) -> None:
    for row in desk.store.feeds():
        desk.store.keep_state(row.id, replace(desk.store.feed_state(row.id), **values))


async def beat(desk: SimpleNamespace) -> None:
    await desk.daemon.beat()
    while desk.daemon._working:
        await asyncio.sleep(0)


async def test_a_clock_set_back_leaves_no_feed_waiting_for_days(desk) -> None:
    put(desk, due=NOW + HOUR / 4, last_poll=NOW)
    desk.pipeline.step = -48 * HOUR
    await beat(desk)
    assert all(state.due <= desk.pipeline.clock() + timedelta(minutes=1) for state in states(desk))
    assert len(desk.said) == 1


async def test_after_a_step_back_the_metronome_is_wound_up_again(desk) -> None:
    """APScheduler waits for the time that the clock showed before; two hours of silence would follow."""
    metronome, beats = desk.daemon._metronome(), []
    metronome.modify_job("beat", next_run_time=datetime.now(UTC) + 2 * HOUR, func=lambda: beats.append(1))
    desk.pipeline.step = -2 * HOUR
    watchdog = asyncio.create_task(desk.daemon._watch(metronome))
    async with asyncio.timeout(30):
        while not beats:
            await asyncio.sleep(0.01)
    watchdog.cancel()
    metronome.shutdown(wait=False)


async def test_after_a_sleep_feeds_are_spread_over_a_minute(desk) -> None:
    put(desk, due=NOW + HOUR / 4, last_poll=NOW)
    desk.pipeline.step = 8 * HOUR
    await beat(desk)
    dues = [state.due - desk.pipeline.clock() for state in states(desk)]
    assert len(set(dues)) == 3 and all(due <= timedelta(minutes=1) for due in dues)
    await beat(desk)
    assert len(desk.said) == 1


async def test_a_steady_clock_changes_nothing(desk) -> None:
    put(desk, due=NOW + HOUR, last_poll=NOW)
    before = states(desk)
    await beat(desk)
    assert states(desk) == before and desk.said == []


async def test_the_first_success_after_all_were_down_forgives_the_others(desk) -> None:
    desk.pipeline.outcome = "down"
    await beat(desk)
    assert [state.failures for state in states(desk)] == [1, 1, 1]
    desk.pipeline.outcome = "ok"
    (first, *_) = desk.store.feeds()
    desk.store.keep_state(first.id, replace(desk.store.feed_state(first.id), due=NOW))
    await beat(desk)
    assert [state.failures for state in states(desk)] == [0, 0, 0]
    assert all(state.due <= desk.pipeline.clock() + timedelta(minutes=5) for state in states(desk)[1:])
    assert len(desk.said) == 1 and "network is back" in desk.said[0]


async def test_one_feed_that_is_down_among_others_is_not_forgiven(desk) -> None:
    rows = desk.store.feeds()
    put(desk, due=NOW + 24 * HOUR, last_outcome="ok")
    lame = replace(desk.store.feed_state(rows[2].id), failures=4, last_outcome="down", due=NOW + 24 * HOUR)
    desk.store.keep_state(rows[2].id, lame)
    desk.store.keep_state(rows[0].id, replace(desk.store.feed_state(rows[0].id), due=NOW))
    await beat(desk)
    assert desk.store.feed_state(rows[2].id) == lame
