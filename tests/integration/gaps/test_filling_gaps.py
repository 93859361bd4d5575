"""An outlet off our screen for a week: what it published meanwhile is found again, and nothing else (issue 5)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from monitor import gaps
from monitor.config import Baseline, Config, Network, Schedule, Storage
from monitor.config import Feed as FeedSetting
from monitor.pipeline import Pipeline, Report
from monitor.wiring import feed_specs, open_store
from tests.doubles.farm import Farm
from tests.doubles.outlet import START, Outlet

AWAY = timedelta(days=7)
BEFORE = START + timedelta(days=3)
WAYS = ("wordpress", "archives", "sitemaps")


@dataclass
class Watch:
    """A pipeline over one outlet, with a clock that both share."""

    pipeline: Pipeline
    outlet: Outlet

    async def poll(self, at: datetime) -> Report:
        self.outlet.now = at
        report = Report()
        (row,) = self.pipeline.store.feeds()
        await self.pipeline.poll(row, report)
        return report

    async def fill(self) -> list[str]:
        report = Report()
        await self.pipeline.fill_gaps(report, self.outlet.now)
        return report.gaps

    async def outage(self) -> None:
        """A poll before, one after a week."""
        await self.poll(BEFORE)
        await self.poll(BEFORE + AWAY)
        self.outlet.farm.seen.clear()

    def missed(self) -> set[str]:
        return self.outlet.published(BEFORE, BEFORE + AWAY)

    def stored(self) -> Counter[str]:
        return Counter(row["link"] for row in self.pipeline.store._rows("SELECT link FROM entry"))


@asynccontextmanager
async def watching(offers: str, path: Path, **other: timedelta) -> AsyncIterator[Watch]:
    async with Farm() as farm:
        outlet = Outlet(farm, offers, **other)
        config = Config(
            storage=Storage(database=path / "monitor.sqlite"), baseline=Baseline(history=False),
            network=Network(allow=("127.0.0.0/8",), host_gap=0),
            feeds={"en": (FeedSetting(url=outlet.feed, name="Outlet"),)},
        )  # fmt: skip
        with open_store(config) as store:
            store.sync_feeds(feed_specs(config), START)
            async with Pipeline.of(config, store, clock=lambda: outlet.now) as pipeline:
                yield Watch(pipeline, outlet)


@pytest.mark.parametrize("way", WAYS)
async def test_a_week_off_is_recovered_within_one_budget(way: str, tmp_path: Path) -> None:
    async with watching(way, tmp_path) as watch:
        await watch.outage()
        (told,) = await watch.fill()
        missed, stored = watch.missed(), watch.stored()
        assert len(missed) == 280
        assert len(missed & stored.keys()) >= 0.99 * len(missed)
        assert max(stored.values()) == 1
        assert len(watch.outlet.farm.seen) <= gaps.BUDGET
        assert stored.keys() <= watch.outlet.published(START - watch.outlet.every, watch.outlet.now)
        assert "is filled" in told and watch.pipeline.store.gaps() == []


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_older_than_the_window_is_added(way: str, tmp_path: Path) -> None:
    async with watching(way, tmp_path) as watch:
        await watch.outage()
        first = watch.outlet.published(BEFORE - watch.outlet.every * 20, BEFORE)
        await watch.fill()
        early = watch.stored().keys() - watch.missed() - first
        assert early == set()


async def test_a_second_filling_adds_nothing(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path) as watch:
        await watch.outage()
        kept = watch.pipeline.store.gaps()[0].progress
        await watch.fill()
        before = watch.stored()
        watch.pipeline.store._run("UPDATE gap SET state = 'open', progress = ?", (kept,))
        await watch.fill()
        assert watch.stored() == before


async def test_a_busy_outlet_takes_several_passes_each_within_the_budget(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path, every=timedelta(minutes=9)) as watch:
        await watch.outage()
        passes = 0
        while watch.pipeline.store.gaps():
            watch.outlet.farm.seen.clear()
            (told,) = await watch.fill()
            passes += 1
            assert len(watch.outlet.farm.seen) <= gaps.BUDGET
            assert await watch.fill() == []
            watch.outlet.now += gaps.PAUSE
        missed = watch.missed()
        assert passes == 2 and "is filled" in told
        assert len(missed & watch.stored().keys()) >= 0.99 * len(missed)
        assert max(watch.stored().values()) == 1


async def test_trouble_stops_the_pass_and_it_goes_on_from_there(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path) as watch:
        await watch.outage()
        watch.outlet.trouble.add("/feed/?paged=5")
        (told,) = await watch.fill()
        assert "stays open: " in told and "503" in told
        assert [seen.path for seen in watch.outlet.farm.seen][-1] == "/feed/?paged=5"
        watch.outlet.farm.seen.clear()
        watch.outlet.now += timedelta(hours=1)
        await watch.fill()
        assert watch.outlet.farm.seen[0].path == "/feed/?paged=5"
        missed = watch.missed()
        assert len(missed & watch.stored().keys()) >= 0.99 * len(missed)


async def test_an_outlet_without_a_past_is_said_so_and_given_up_after_a_week(tmp_path: Path) -> None:
    async with watching("nothing", tmp_path) as watch:
        await watch.outage()
        (told,) = await watch.fill()
        assert "stays open: 0 entries" in told and "offers no more today" in told
        assert watch.pipeline.store.feed_health()[0]["gaps"] == 1
        assert await watch.fill() == []
        for _ in range(6):
            watch.outlet.now += timedelta(days=1)
            (told,) = await watch.fill()
        (gap,) = watch.pipeline.store.gaps(open_only=False)
        assert gap.state == "given_up" and told == f"Outlet: {gap.note}" and "is given up" in told


async def test_a_short_absence_leaves_no_gap(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path) as watch:
        await watch.poll(BEFORE)
        await watch.poll(BEFORE + timedelta(hours=6))
        assert watch.pipeline.store.gaps() == [] and await watch.fill() == []


async def test_the_way_back_is_kept_with_the_gap(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path) as watch:
        await watch.outage()
        (gap,) = watch.pipeline.store.gaps()
        steps = json.loads(gap.progress)["waiting"]
        assert [how for how, _ in steps] == ["paged", "robots"]
        assert gap.since == BEFORE and gap.until == BEFORE + AWAY - 19 * watch.outlet.every


async def test_articles_are_read_again_at_the_ages_of_the_configuration(tmp_path: Path) -> None:
    async with watching("wordpress", tmp_path) as watch:
        await watch.poll(BEFORE)
        (entry, *_) = watch.pipeline.store.pending(BEFORE)
        watch.pipeline.config = watch.pipeline.config.model_copy(update={"schedule": Schedule(reread=("2h", "30m"))})
        asked = [timedelta(0), timedelta(minutes=31), timedelta(hours=3)]
        found = []
        for age in asked:
            watch.outlet.now = BEFORE + age
            found.append(watch.pipeline._next_read(entry))
        assert found == [BEFORE + timedelta(minutes=30), BEFORE + timedelta(hours=2), None]
