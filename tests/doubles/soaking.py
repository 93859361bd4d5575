"""The pipeline over many feeds and simulated hours in one process, with what it holds on to measured at every hour."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from monitor.config import Config, parse
from monitor.pipeline import Pipeline, Report
from monitor.store import Store
from tests.doubles.newsstand import START, newsstand

__all__ = ["KEPT", "Held", "soak"]

TICK = timedelta(minutes=5)
KEPT = 8
"""So many connections may be kept open between two requests (DESIGN 1)."""


@dataclass(frozen=True)
class Held:
    """After one simulated hour: resident MB of this process and of its children, descriptors, threads; work so far."""

    hour: int
    own: float
    children: float
    descriptors: int
    threads: int
    polls: int
    articles: int
    flags: int


def soak(folder: Path, feeds: int, hours: int, tell: Callable[[Held], None] = lambda _: None) -> list[Held]:
    """Follow `feeds` feeds through `hours` simulated hours; gives what was held after each."""
    with newsstand() as port, Store.open(folder / "monitor.sqlite") as store:
        return asyncio.run(_soak(_config(port, feeds, folder), store, port, hours, tell))


def _config(port: int, feeds: int, folder: Path) -> Config:
    listed = "\n".join(
        f"    - {{name: outlet {n}, url: 'http://127.1.{n // 250}.{n % 250 + 1}:{port}/{n}/feed.xml'}}"
        for n in range(feeds)
    )
    text = (
        "network: {allow: [127.0.0.0/8], host_gap: 0s, robots: false}\nbaseline: {history: false}\n"
        f"alerts: {{channels: []}}\nfeeds:\n  en:\n{listed}\n"
    )
    return parse(text, folder / "config.yaml", {})


async def _soak(config: Config, store: Store, port: int, hours: int, tell: Callable[[Held], None]) -> list[Held]:
    now, report, held = START, Report(), []
    async with Pipeline.of(config, store, clock=lambda: now) as pipeline:
        pipeline.use(config)
        for hour in range(hours):
            await asyncio.to_thread(urllib.request.urlopen(f"http://127.0.0.1:{port}/now/{hour}").close)
            while now < START + timedelta(hours=hour + 1):
                await _beat(pipeline, report)
                now += TICK
            held.append(_held(hour, report))
            tell(held[-1])
            report.failures.clear()
    return held


async def _beat(pipeline: Pipeline, report: Report) -> None:
    """What the daemon does when its metronome beats."""
    due = await pipeline.db(pipeline.store.due_feeds, pipeline.clock())
    await asyncio.gather(*(pipeline.follow(row, report) for row in due))
    await pipeline.fill_gaps(report, pipeline.clock())
    await pipeline.settle(report)
    await pipeline.deliver()


def _held(hour: int, report: Report) -> Held:
    gc.collect()
    own, children = _resident("self"), sum(map(_resident, _children()))
    descriptors = sum(1 for _ in Path("/proc/self/fd").iterdir())
    return Held(hour, own, children, descriptors, threading.active_count(), report.feeds, report.articles,
                len(report.flags))  # fmt: skip


def _resident(process: str) -> float:
    """MB of memory that the process holds (proc(5), statm)."""
    pages = int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def _children() -> Iterator[str]:
    for task in Path("/proc/self/task").iterdir():
        yield from (task / "children").read_text(encoding="ascii").split()
