"""Answers that wait for the database are few, however many feeds are due together (issue 5: memory)."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path

from monitor import pipeline
from monitor.config import Baseline, Config, Feed, Network, Storage
from monitor.pipeline import Pipeline, Report
from monitor.wiring import feed_specs, open_store
from tests.doubles.farm import Farm, document

NOW = datetime(2026, 1, 8, 12, tzinfo=UTC)
SIZE = 100_000


async def settled(farm: Farm) -> int:
    """How many requests came when no more come."""
    seen = -1
    while seen < len(farm.seen):
        seen = len(farm.seen)
        await asyncio.sleep(0.5)
    return seen


async def test_while_the_database_is_busy_little_is_asked_for_and_then_all(tmp_path: Path) -> None:
    text = "x" * SIZE
    body = f"<rss version='2.0'><channel><item><guid>1</guid><title>{text}</title></item></channel></rss>".encode()
    busy = threading.Event()
    async with Farm() as farm:
        listed = tuple(Feed(url=farm.serve(f"/{n}", document(body)), name=f"F{n}") for n in range(40))
        config = Config(
            storage=Storage(database=tmp_path / "m.sqlite"), baseline=Baseline(history=False),
            network=Network(allow=("127.0.0.0/8",), host_gap=0), feeds={"en": listed},
        )  # fmt: skip
        with open_store(config) as store:
            store.sync_feeds(feed_specs(config), NOW)
            async with Pipeline.of(config, store, clock=lambda: NOW) as line:
                rows, report = store.feeds(), Report()
                held = asyncio.create_task(line.db(busy.wait))
                polls = [asyncio.create_task(line.poll(row, report)) for row in rows]
                assert pipeline.UNSAVED // SIZE - 1 <= await settled(farm) <= pipeline.UNSAVED // SIZE + 1
                busy.set()
                await asyncio.gather(held, *polls)
        assert len(farm.seen) == 40
    assert report.entries == 40
