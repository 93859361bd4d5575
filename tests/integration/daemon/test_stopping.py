"""The daemon as a process of its own: it stops at once in every state, and goes on beside hosts that hang."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import socket
import sqlite3
import sys
import urllib.request
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from monitor import daemon as metronome
from monitor.cli import run_command
from monitor.config import Config
from monitor.errors import StoreUnusable
from monitor.pipeline import Report
from monitor.store import Store
from tests.doubles.farm import Farm, Manner, Seen, Write, document, hang, status

PATIENCE = 60.0
"""Seconds after which a test gives up; nothing is measured by it."""

RSS = """<rss version="2.0"><channel><title>T</title><link>{base}</link><item><guid>1</guid><title>T</title>
<link>{base}/page</link><pubDate>Fri, 10 Oct 2025 10:00:00 GMT</pubDate></item></channel></rss>"""
PAGE = b"""<html lang="en"><title>Home</title><article><h1>Home</h1><p>Seven Ukrainian children returned from Russia on
Friday, Kyiv said.</p><p>The meeting went on until late in the evening, and both sides agreed to speak again.</p>"""

SILENT_NAMES = "import socket, threading; socket.getaddrinfo = lambda *a, **k: (print('asked', flush=True), \
threading.Event().wait()); from monitor.cli import main; main()"
"""The command on a machine whose name server never answers."""


@dataclass
class Daemon:
    """A running daemon; `told` is what it said so far."""

    process: asyncio.subprocess.Process
    told: list[str] = field(default_factory=list)

    async def says(self, words: str) -> str:
        """The line with these words, once it came."""
        assert self.process.stderr is not None
        async with asyncio.timeout(PATIENCE):
            while line := (await self.process.stderr.readline()).decode():
                self.told.append(line)
                if words in line:
                    return line
        raise AssertionError(f"never said {words!r}: {self.told}")

    async def stopped(self) -> int:
        """The exit code after SIGTERM, and no mistake told."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended()

    async def ended(self) -> int:
        async with asyncio.timeout(PATIENCE):
            out, err = await self.process.communicate()
        self.told += [out.decode(), err.decode()]
        assert "Traceback" not in "".join(self.told), self.told
        assert self.process.returncode is not None
        return self.process.returncode


@asynccontextmanager
async def daemon(*options: str, program: tuple[str, ...] = ("-m", "monitor")) -> AsyncIterator[Daemon]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, *program, "run", *options,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )  # fmt: skip
    try:
        yield Daemon(process)
    finally:
        if process.returncode is None:
            process.kill()
            await process.communicate()


def configured(folder: Path, *feeds: str, hook: str = "", every: str = "1s") -> list[str]:
    """Writes a configuration that polls these feeds; gives the options that name it."""
    settings: dict[str, Any] = {
        "storage": {"database": str(folder / "m.sqlite")},
        "feeds": {"any": [{"name": f"feed {n}", "url": url} for n, url in enumerate(feeds)]},
        "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s", "contact": "tests@localhost"},
        "schedule": {"every": every, "shortest": every, "longest": every},
        "baseline": {"history": False, "silent": "3650d"},
        "alerts": {"first_wave": "0s", "channels": [{"kind": "webhook", "url": hook}] if hook else []},
    }
    path = folder / "config.yaml"
    path.write_text(json.dumps(settings), encoding="utf-8")
    return ["--config", str(path)]


def newsroom(farm: Farm, page: Manner | None = None, *, padding: int = 0) -> str:
    """A feed with one article and so many blanks at its end; gives its address."""
    farm.serve("/page", page or document(PAGE, kind="text/html; charset=utf-8"))
    return farm.serve("/feed.xml", document(RSS.format(base=farm.url("").rstrip("/")).encode() + b" " * padding))


async def until(true: Callable[[], bool]) -> None:
    """Looks again and again, for as long as a test may take."""
    async with asyncio.timeout(PATIENCE):
        while not true():
            await asyncio.sleep(0.02)


def count(folder: Path, table: str) -> int:
    try:
        with closing(sqlite3.connect(f"file:{folder / 'm.sqlite'}?mode=ro", uri=True)) as database:
            return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.Error:
        return 0


def asked(farm: Farm, path: str, times: int = 1) -> Callable[[], bool]:
    return lambda: farm.paths().count(path) >= times


async def test_idle(tmp_path: Path) -> None:
    async with Farm() as farm, daemon(*configured(tmp_path, newsroom(farm))) as running:
        await until(lambda: count(tmp_path, "article") == 1 and asked(farm, "/feed.xml", 2)())
        assert await running.stopped() == 0


async def test_on_its_way_up(tmp_path: Path) -> None:
    """The signals come when the database has just been made: the event loop is not yet there."""
    async with daemon(*configured(tmp_path)) as running:
        await until((tmp_path / "m.sqlite").exists)
        running.process.send_signal(signal.SIGHUP)
        assert await running.stopped() == 0


async def test_interrupted_at_the_keyboard(tmp_path: Path) -> None:
    async with Farm() as farm, daemon(*configured(tmp_path, newsroom(farm))) as running:
        await until(asked(farm, "/feed.xml"))
        running.process.send_signal(signal.SIGINT)
        assert await running.ended() == 0


async def test_while_a_host_hangs(tmp_path: Path) -> None:
    async with Farm() as farm, daemon(*configured(tmp_path, farm.serve("/feed.xml", hang()))) as running:
        await until(asked(farm, "/feed.xml"))
        assert await running.stopped() == 0


async def test_while_a_name_is_looked_up(tmp_path: Path) -> None:
    options = configured(tmp_path, "http://silent.example/feed.xml")
    async with daemon(*options, program=("-c", SILENT_NAMES)) as running:
        assert running.process.stdout is not None
        assert await asyncio.wait_for(running.process.stdout.readline(), PATIENCE) == b"asked\n"
        assert await running.stopped() == 0


async def test_while_a_page_is_parsed(tmp_path: Path) -> None:
    """The workers are stopped in their tracks just before the page arrives, so that its parsing cannot end.

    The feed is large, so that a worker has started to read it.
    """
    async with Farm() as farm:
        held: list[int] = []

        async def page(seen: Seen, out: Write) -> None:
            held.extend(hold(workers(running.process.pid)))
            await document(PAGE, kind="text/html")(seen, out)

        async with daemon(*configured(tmp_path, newsroom(farm, page, padding=200_000))) as running:
            await until(lambda: count(tmp_path, "capture") == 1)
            assert held
            assert await running.stopped() == 0
        assert not any(Path(f"/proc/{pid}/status").exists() for pid in held), "no worker outlives the daemon"
    assert await asyncio.to_thread(run_command, ["catch-up", *configured(tmp_path)]) == 0
    assert count(tmp_path, "article") == 1, "the capture was kept and is read by the next run"


def workers(pid: int) -> list[int]:
    tasks = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]


def hold(pids: list[int]) -> list[int]:
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    return pids


async def test_while_a_receiver_hangs(tmp_path: Path) -> None:
    async with Farm() as farm:
        hook = farm.serve("/hook", hang())
        options = configured(tmp_path, newsroom(farm), hook=hook)
        async with daemon(*options) as running:
            await until(asked(farm, "/hook"))
            assert await running.stopped() == 0
        farm.serve("/hook", document(b"ok"))
        async with daemon(*options) as running:
            await until(asked(farm, "/hook", 2))
            assert await running.stopped() == 0
    first, second, *_ = [seen.headers["idempotency-key"] for seen in farm.seen if seen.path == "/hook"]
    assert first == second, "what was cut off is sent again under its key"


async def test_a_channel_that_refuses_is_named_with_its_reason(tmp_path: Path) -> None:
    async with Farm() as farm:
        hook = farm.serve("/hook", status(503))
        async with daemon(*configured(tmp_path, newsroom(farm), hook=hook)) as running:
            line = await running.says("outbox:")
            assert "outbox: 0 sent, 1 failed; webhook: " in line and "503" in line
            assert await running.stopped() == 0


async def test_a_feed_that_fails_is_named_once(tmp_path: Path) -> None:
    async with Farm() as farm, daemon(*configured(tmp_path, farm.serve("/feed.xml", status(500)))) as running:
        assert (await running.says("feed 0: ")).count("feed 0") == 1
        assert await running.stopped() == 0


async def test_it_says_that_it_is_well_and_what_it_did(tmp_path: Path) -> None:
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm))
        with socket.create_server(("127.0.0.1", 0)) as listener:
            port = listener.getsockname()[1]
        listen(Path(options[1]), port)
        async with daemon(*options) as running:
            await until(lambda: count(tmp_path, "flag") == 1)
            assert json.loads(await asyncio.to_thread(page, f"http://127.0.0.1:{port}/healthz"))["status"] == "ok"
            measured = await asyncio.to_thread(page, f"http://127.0.0.1:{port}/metrics")
            assert "monitor_feeds 1.0" in measured and "monitor_flags_open 1.0" in measured
            assert await running.stopped() == 0


def listen(config: Path, port: int) -> None:
    settings = json.loads(config.read_text(encoding="utf-8"))
    config.write_text(json.dumps(settings | {"health": {"listen": f"127.0.0.1:{port}"}}), encoding="utf-8")


def page(url: str) -> str:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return str(answer.read().decode())


async def test_articles_that_a_killed_daemon_left_are_fetched_before_their_feed_is_due(tmp_path: Path) -> None:
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm, hang()), every="1h")
        async with daemon(*options) as running:
            await until(asked(farm, "/page"))
            running.process.kill()
            await running.process.wait()
        newsroom(farm)
        async with daemon(*options) as running:
            await until(lambda: count(tmp_path, "article") == 1)
            assert await running.stopped() == 0
        assert farm.paths().count("/feed.xml") == 1


async def test_a_database_that_refuses_is_told_once_and_nobody_is_asked_until_it_takes_again() -> None:
    refusing = True

    async def refused() -> None:
        raise StoreUnusable("the disk is full", subject="m.sqlite", mend="free some space")

    async def in_thread(call: Callable[[], object], *_: object) -> object:
        if refusing:
            await refused()
        return call()

    told: list[str] = []
    store = SimpleNamespace(try_writing=lambda: None)
    stub = SimpleNamespace(config=Config.default(), clock=lambda: datetime.now(UTC), db=in_thread, store=store)
    watched = metronome.Daemon(stub, say=told.append)  # type: ignore[arg-type]
    watched._start("feed-1", refused())
    for _ in range(3):
        await asyncio.gather(*watched._working.values(), return_exceptions=True)
        await asyncio.sleep(0)
        await watched.beat()
        assert list(watched._working) == ["trial"], "no feed, no outbox, no page"
    assert told == ["feed-1: m.sqlite: the disk is full; free some space"]
    assert watched.vitals.trouble == "m.sqlite: the disk is full; free some space"
    refusing = False
    await asyncio.gather(*watched._working.values())
    assert (watched.vitals.trouble, told[1:]) == ("", ["the database takes what is read again"])


async def test_a_beat_that_fails_is_told_and_the_next_one_comes() -> None:
    async def refused() -> None:
        raise StoreUnusable("the disk is full", subject="m.sqlite")

    told: list[str] = []
    stub = SimpleNamespace(config=Config.default(), clock=lambda: datetime.now(UTC), settle_feeds=refused)
    watched = metronome.Daemon(stub, say=told.append)  # type: ignore[arg-type]
    watched._offset -= 3600
    await watched._tick()
    assert told[1:] == ["beat: m.sqlite: the disk is full"] and watched.vitals.trouble


def test_articles_wait_for_feeds_in_hand_while_these_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that all are judged in order of publication; feeds that hang, or came later, keep nobody waiting."""
    now = 100.0
    monkeypatch.setattr(metronome, "time", SimpleNamespace(monotonic=lambda: now))
    stub = SimpleNamespace(config=Config.default(), clock=lambda: datetime.now(UTC))
    watched = metronome.Daemon(stub, say=print)  # type: ignore[arg-type]
    feeds = watched._following

    def after(seconds: float) -> bool:
        nonlocal now
        now += seconds
        return watched._ripe()

    assert not after(1), "nobody looked what is due"
    watched._looked = True
    assert after(1)
    feeds |= {f"feed-{n}": Report() for n in range(3)}
    assert not after(0) and not after(2)
    feeds["feed-0"].answers += 1
    assert not after(2), "something came"
    feeds["feed-9"] = Report(answers=7)
    del feeds["feed-0"]
    feeds["feed-9"].answers += 1
    assert not after(2) and after(1.5), "the others of them hang; what the later one gets is no reason to wait"
    assert after(60), "and they go on to hang"
    del feeds["feed-1"], feeds["feed-2"]
    assert not after(0), "those ended: now it is the one that came later"
    for _ in range(30):
        feeds["feed-9"].answers += 1
        ripe = after(2)
    assert not ripe and after(2), "after the start much is waited for"
    watched._longest = metronome.LONGEST
    feeds["feed-9"] = Report()
    assert not after(0)
    for _ in range(5):
        feeds["feed-9"].answers += 1
        ripe = after(2)
    assert ripe, "later not so long"


async def test_it_goes_on_by_itself_when_the_disk_has_room_again(tmp_path: Path) -> None:
    """The daemon's files may not grow for a while: what is published meanwhile is stored afterwards."""
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm))
        async with daemon(*options) as running:
            await until(lambda: count(tmp_path, "article") == 1)
            unlimited = resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, (1, resource.RLIM_INFINITY))
            farm.serve("/other", document(PAGE, kind="text/html; charset=utf-8"))
            both = RSS.replace(
                "</channel>", "<item><guid>2</guid><title>U</title><link>{base}/other</link></item></channel>"
            )
            farm.serve("/feed.xml", document(both.format(base=farm.url("").rstrip("/")).encode()))
            await running.says("the file may not grow further")
            assert count(tmp_path, "article") == 1
            resource.prlimit(running.process.pid, resource.RLIMIT_FSIZE, unlimited)
            await running.says("takes what is read again")
            await until(lambda: count(tmp_path, "article") == 2)
            assert await running.stopped() == 0
    with Store.open(tmp_path / "m.sqlite") as store:
        assert store.verify() == []


async def test_a_second_daemon_names_the_first(tmp_path: Path) -> None:
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm))
        async with daemon(*options) as first:
            await until(asked(farm, "/feed.xml"))
            async with daemon(*options) as second:
                assert await second.ended() == 75
            assert f"(pid {first.process.pid})" in "".join(second.told)
            assert await first.stopped() == 0
        before = farm.paths().count("/feed.xml")
        async with daemon(*options) as after:
            await until(asked(farm, "/feed.xml", before + 1))
            assert await after.stopped() == 0


async def test_a_bad_configuration_on_sighup_keeps_the_old_one(tmp_path: Path) -> None:
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm))
        async with daemon(*options) as running:
            await until(asked(farm, "/feed.xml"))
            Path(options[1]).write_text("feeds: {any: [", encoding="utf-8")
            running.process.send_signal(signal.SIGHUP)
            await running.says("the old one stays in force")
            assert any("config.yaml" in line for line in running.told)
            before = farm.paths().count("/feed.xml")
            await until(asked(farm, "/feed.xml", before + 2))
            assert await running.stopped() == 0


async def test_a_changed_configuration_on_sighup_is_taken_over(tmp_path: Path) -> None:
    async with Farm() as farm:
        options = configured(tmp_path, newsroom(farm))
        async with daemon(*options) as running:
            await until(asked(farm, "/feed.xml"))
            configured(tmp_path, farm.url("/feed.xml"), farm.serve("/other.xml", document(b"<rss/>")))
            running.process.send_signal(signal.SIGHUP)
            await running.says("configuration reloaded")
            await until(asked(farm, "/other.xml"))
            assert await running.stopped() == 0


async def test_hosts_that_hang_do_not_hold_up_the_others(tmp_path: Path) -> None:
    """Six of eight never answer; what the other two publish is stored while all six still hang."""
    async with Farm() as farm, Farm("127.0.1.9") as other:
        dead = [await farm_that_hangs(f"127.0.1.{n + 1}") for n in range(6)]
        feeds = [newsroom(farm), newsroom(other), *(one.url("/feed.xml") for one in dead)]
        try:
            async with daemon(*configured(tmp_path, *feeds)) as running:
                await until(lambda: all(one.seen for one in dead) and asked(farm, "/feed.xml", 2)())
                await until(lambda: count(tmp_path, "article") == 2)
                assert await running.stopped() == 0
        finally:
            for one in dead:
                await one.__aexit__(None, None, None)


async def farm_that_hangs(host: str) -> Farm:
    farm = await Farm(host).__aenter__()
    farm.serve("/feed.xml", hang())
    return farm
