"""The metronome: the only place that knows APScheduler.

One job beats; all else is in the database. At each beat the feeds whose ``due`` has come are followed, what was
captured is judged, and the outbox is emptied. APScheduler stops after a backward step of the clock (DESIGN 15), so
a monotonic watchdog beats in its place when it falls silent.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import signal
import socket
import time
from collections.abc import Callable, Coroutine
from datetime import UTC
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from monitor.errors import StoreError
from monitor.health import Vitals
from monitor.pipeline import Pipeline, Report
from monitor.store import FeedRow

__all__ = ["Daemon"]

STEP = 5.0
"""Seconds by which the wall clock may drift from the monotonic one before the schedule is settled anew."""

BEAT = 1.0
"""Seconds between two looks at what is due; a quarter of the shortest interval when that is less."""

TIDY, FIRST_TIDY = 86400.0, 600.0
"""Seconds between two removals of what may go, and until the first."""

AGAIN = 60.0
"""Seconds after which the same trouble of the database is told again."""

PATIENCE, LONGEST, FIRST_LONGEST = 3.0, 9.0, 60.0
"""Seconds that captured articles wait for feeds in hand, so that all are judged in order of publication: while nothing
arrives from these, in all, and in all after the start, when much may have been missed."""

WAITING = 300.0
"""Seconds between two looks at articles that wait in feeds which are not due; the first is after the start."""

DRAIN = 1.5
"""Seconds that work in hand has to reach its commit after SIGTERM; the network is cut at once."""


class Daemon:
    """Runs a pipeline until SIGTERM or SIGINT. `say` takes one line for the log; `reload` is called on SIGHUP."""

    def __init__(
        self,
        pipeline: Pipeline,
        *,
        say: Callable[[str], None],
        reload: Callable[[], None] = lambda: None,
    ) -> None:
        self.pipeline, self.say, self.reload = pipeline, say, reload
        self._working: dict[str, asyncio.Task[None]] = {}
        self._stop = asyncio.Event()
        self.vitals = Vitals()
        self._told_at = 0.0
        self._offset = self._wall_offset()
        self._cut_off = False
        self._looked = False
        self._following: dict[str, Report] = {}
        self._awaited: list[Report] = []
        self._arrived = 0
        self._awaited_since = self._arrived_at = 0.0
        self._longest = FIRST_LONGEST
        self._waiting_at = 0.0
        self._every = min(BEAT, pipeline.config.schedule.floor / 4)
        self._tidy_at = time.monotonic() + FIRST_TIDY

    async def run(self) -> None:
        """Beat until told to stop, then drain. Ends normally on SIGTERM and SIGINT."""
        loop = asyncio.get_running_loop()
        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, self._stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reload)
        await self.pipeline.settle_feeds()
        metronome = self._metronome()
        watchdog = asyncio.create_task(self._watch(metronome))
        notify_systemd("READY=1")
        try:
            await self._stop.wait()
        finally:
            notify_systemd("STOPPING=1")
            metronome.shutdown(wait=False)
            watchdog.cancel()
            await self._drain()

    def _reload(self) -> None:
        """Between RELOADING=1 and READY=1, as sd_notify(3) asks for."""
        notify_systemd(f"RELOADING=1\nMONOTONIC_USEC={time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000}")
        try:
            self.reload()
        finally:
            notify_systemd("READY=1")

    def _metronome(self) -> AsyncIOScheduler:
        logging.getLogger("apscheduler").setLevel(logging.CRITICAL)  # a beat tells its own mistakes
        metronome = AsyncIOScheduler(timezone=UTC)
        metronome.add_job(
            self._tick, "interval", seconds=self._every, id="beat", coalesce=True, max_instances=1,
            misfire_grace_time=None,
        )  # fmt: skip
        metronome.start()
        return metronome

    async def _watch(self, metronome: AsyncIOScheduler) -> None:
        """Beat where the metronome has fallen silent, and wind it up again: after a backward step of the clock it would
        wait until the old time comes."""
        while True:
            await asyncio.sleep(BEAT)
            notify_systemd("WATCHDOG=1")
            if self._stepped() or time.monotonic() - self.vitals.beaten > 5 * BEAT:
                metronome.reschedule_job("beat", trigger="interval", seconds=self._every)
                await self._tick()

    async def _tick(self) -> None:
        """A beat whose failure is told: neither metronome nor watchdog ends by it."""
        try:
            await self.beat()
        except Exception as error:
            self._failed("beat", error)

    def _stepped(self) -> bool:
        return abs(self._wall_offset() - self._offset) > STEP

    async def beat(self) -> None:
        """Start what is due and not in hand already."""
        self.vitals.beaten = time.monotonic()
        pipeline = self.pipeline
        if self._stepped():
            self._offset = self._wall_offset()
            self.say("the clock was set, or the machine slept: every feed is due at a time of its own within a minute")
            await pipeline.settle_feeds()
        if self.vitals.trouble:
            if "trial" not in self._working:
                self._start("trial", self._trial())
            return
        if "due" not in self._working:
            self._start("due", self._due())
        if "gaps" not in self._working:
            self._start("gaps", self._told("gaps", self._gaps, Report()))
        if "outbox" not in self._working:
            self._start("outbox", self._outbox())
        if "settle" not in self._working and self._ripe():
            self._longest = LONGEST
            self._start("settle", self._told("settle", pipeline.settle, Report()))
        if time.monotonic() > self._tidy_at:
            self._tidy_at += TIDY
            self._start("tidy", self._tidy())

    async def _trial(self) -> None:
        """While the database refuses what is read, nobody is asked for anything; a small write tells when it ends."""
        await self.pipeline.db(self.pipeline.store.try_writing)
        self.vitals.trouble = ""
        self.say("the database takes what is read again")

    async def _tidy(self) -> None:
        if line := await self.pipeline.tidy():
            self.say(line)

    def _ripe(self) -> bool:
        """Whether no feed is in hand, or some have been for so long that what was captured is judged without them."""
        now, in_hand = time.monotonic(), list(self._following.values())
        if not in_hand:
            self._awaited = []
            return self._looked
        if not any(report is other for report in self._awaited for other in in_hand):
            self._awaited, self._arrived, self._awaited_since, self._arrived_at = in_hand, 0, now, now
        if (arrived := sum(report.answers for report in self._awaited)) > self._arrived:
            self._arrived, self._arrived_at = arrived, now
        return now - self._arrived_at > PATIENCE or now - self._awaited_since > self._longest

    async def _due(self) -> None:
        """Follow the feeds that are due, and fetch what waits in others: after a crash, a failure, for rereading."""
        now, store = self.pipeline.clock(), self.pipeline.store
        for row in await self.pipeline.db(store.due_feeds, now):
            self._take(row, partial(self._follow, row))
        if time.monotonic() >= self._waiting_at:
            self._waiting_at = time.monotonic() + WAITING
            for row in await self.pipeline.db(store.waiting_feeds, now):
                self._take(row, partial(self.pipeline.rest, row))
        self._looked = True

    def _take(self, row: FeedRow, work: Callable[[Report], Coroutine[Any, Any, None]]) -> None:
        """Start work on a feed unless it is in hand."""
        if (name := f"feed-{row.id}") not in self._working:
            self._following[name] = report = Report()
            self._start(name, self._told(row.name, work, report))

    async def _follow(self, row: FeedRow, report: Report) -> None:
        """Follow one feed; the first that answers after all were without any tells that our own network is back."""
        outcome = await self.pipeline.follow(row, report)
        if outcome == "down":
            self._cut_off = self._cut_off or await self.pipeline.db(self.pipeline.store.last_outcomes) == {"down"}
        elif outcome and self._cut_off:
            self._cut_off = False
            self.say("the network is back: feeds that could not be reached are asked again within a minute")
            await self.pipeline.forgive_feeds()

    async def _gaps(self, report: Report) -> None:
        await self.pipeline.fill_gaps(report, self.pipeline.clock())
        for line in report.gaps:
            self.say(line)

    def _wall_offset(self) -> float:
        """Seconds between the wall clock and the monotonic one: changes when the clock is set or the machine slept."""
        return self.pipeline.clock().timestamp() - time.monotonic()

    async def _outbox(self) -> None:
        sent, failed = await self.pipeline.deliver()
        self.vitals.counts.update(messages_sent=sent, messages_failed=failed)
        refusing = await self.pipeline.db(self.pipeline.store.dead_channels, 1) if failed else []
        if sent or failed:
            why = (f"{row['channel']}: {row['detail']}" for row in refusing)
            self.say("; ".join([f"outbox: {sent} sent, {failed} failed", *why]))

    async def _told(self, name: str, work: Callable[[Report], Coroutine[Any, Any, None]], report: Report) -> None:
        await work(report)
        self._count(report)
        for failure in report.failures:
            self.say(failure if failure.startswith(f"{name}: ") else f"{name}: {failure}")
        if report.entries or report.versions or report.flags:
            self.say(
                f"{name}: {report.entries} new entries, {report.versions} versions, {report.figures} figures, "
                f"{len(report.flags)} flags {' '.join(report.flags)}".rstrip()
            )

    def _count(self, report: Report) -> None:
        self.vitals.counts.update(
            polls=report.feeds, entries=report.entries, articles=report.articles, versions=report.versions,
            figures=report.figures, flags=len(report.flags), failures=len(report.failures),
        )  # fmt: skip

    def _start(self, name: str, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work, name=name)
        self._working[name] = task
        task.add_done_callback(lambda done: self._ended(name, done))

    def _ended(self, name: str, task: asyncio.Task[None]) -> None:
        self._working.pop(name, None)
        self._following.pop(name, None)
        if task.cancelled():
            return
        if error := task.exception():
            self._failed(name, error)

    def _failed(self, name: str, error: BaseException) -> None:
        if isinstance(error, StoreError):
            self._refused(name, error)
        else:
            self.say(f"{name}: {type(error).__name__}: {error}")

    def _refused(self, name: str, error: StoreError) -> None:
        """Full, read-only, locked or failing: told once a minute for as long as it lasts."""
        if str(error) != self.vitals.trouble or time.monotonic() - self._told_at > AGAIN:
            self._told_at = time.monotonic()
            self.say(f"{name}: {error}")
        self.vitals.trouble = str(error)

    async def _drain(self) -> None:
        working = list(self._working.values())
        for task in working:
            task.cancel()
        if working:
            await asyncio.wait(working, timeout=DRAIN)


def notify_systemd(state: str) -> None:
    """Tell systemd how we are (sd_notify protocol), when it asked to know through ``NOTIFY_SOCKET``."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as channel:
        channel.sendto(state.encode(), "\0" + address[1:] if address[0] == "@" else address)
