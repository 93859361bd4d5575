"""A running daemon in numbers, for docs/operation.md: idle memory, SIGTERM, hosts that hang, backups beside it (Linux).

python bench/operation.py
"""

from __future__ import annotations

import asyncio
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import time
from contextlib import AsyncExitStack, closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from monitor.demo import Newsroom
from tests.doubles.farm import Farm, document, hang

ROOT = Path(__file__).parent.parent
MONITOR = (sys.executable, "-m", "monitor")
PAGE = """<html lang="en"><article><h1>Report {n}</h1><p>Ukraine has brought home {n:,} children from Russia since the
invasion began, the ombudsman said.</p><p>Both sides agreed to meet again, officials were told.</p></article></html>"""
ITEM = "<item><guid>{n}</guid><title>Report {n}</title><link>{base}/{n}</link><pubDate>{day}</pubDate></item>"


def started(config: Path) -> subprocess.Popen[bytes]:
    """The daemon of this configuration."""
    return subprocess.Popen([*MONITOR, "run", "--config", str(config)], stderr=subprocess.DEVNULL, cwd=config.parent)


def stopped(daemon: subprocess.Popen[bytes]) -> str:
    """How it ended after SIGTERM, and after how long."""
    began = time.monotonic()
    daemon.send_signal(signal.SIGTERM)
    return f"SIGTERM: exit {daemon.wait(60)} after {time.monotonic() - began:.1f} s"


def configured(folder: Path, feeds: list[tuple[str, str]]) -> Path:
    """A configuration that polls these feeds every two seconds."""
    settings: dict[str, Any] = {
        "storage": {"database": "m.sqlite"}, "baseline": {"history": False}, "alerts": {"channels": []},
        "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s"},
        "schedule": {"every": "2s", "shortest": "2s", "longest": "2s"},
        "feeds": {"en": [{"name": name, "url": url} for name, url in feeds]},
    }  # fmt: skip
    folder.mkdir()
    (folder / "config.yaml").write_text(json.dumps(settings), encoding="utf-8")
    return folder / "config.yaml"


def count(database: Path) -> int:
    """Articles that are stored."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as conn:
            return int(conn.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.Error:
        return 0


def idle(folder: Path) -> None:
    """The daemon with the shipped configuration, half a minute after the start."""
    folder.mkdir()
    shutil.copy(ROOT / "config.yaml", folder)
    daemon = started(folder / "config.yaml")
    time.sleep(30)
    status = Path(f"/proc/{daemon.pid}/status").read_text(encoding="ascii")
    resident = next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]
    print(f"idle, shipped config: {int(resident) / 1000:.0f} MB; {stopped(daemon)}", flush=True)


async def hanging(folder: Path, articles: int = 8) -> None:
    """Six of eight hosts never answer; seconds from publication to the stored article."""
    async with AsyncExitStack() as stack:
        hosts = [await stack.enter_async_context(Farm(f"127.0.1.{n + 1}")) for n in range(8)]
        for host in hosts[2:]:
            host.serve("/feed.xml", hang())
        live, items = hosts[0], ""
        for host in hosts[:2]:
            host.serve("/feed.xml", document(b"<rss version='2.0'><channel><title>T</title></channel></rss>"))
        config = configured(folder, [(f"host {n}", host.url("/feed.xml")) for n, host in enumerate(hosts)])
        daemon, took = started(config), []
        await asyncio.sleep(6)
        for n in range(articles):
            base, day = live.url("").rstrip("/"), datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
            live.serve(f"/{2000 + n}", document(PAGE.format(n=2000 + n).encode(), kind="text/html; charset=utf-8"))
            items += ITEM.format(n=2000 + n, base=base, day=day)
            feed = f"<rss version='2.0'><channel><title>T</title><link>{base}</link>{items}</channel></rss>"
            live.serve("/feed.xml", document(feed.encode()))
            began = time.monotonic()
            while count(folder / "m.sqlite") <= n:
                await asyncio.sleep(0.05)
            took.append(time.monotonic() - began)
            await asyncio.sleep(1.3)
        print(f"hosts that hang: stored {min(took):.1f} to {max(took):.1f} s after publication, polls every 2 s; "
              f"{await asyncio.to_thread(stopped, daemon)}", flush=True)  # fmt: skip


def backups(folder: Path, times: int = 6) -> None:
    """Saved while the daemon reads the bundled newsroom, brought back elsewhere, compared and verified."""
    whole = 0
    with Newsroom() as room:
        config = configured(folder, [(feed.name, feed.url) for feed in room.feeds])
        daemon = started(config)
        for n in range(times):
            time.sleep(1)
            saved, place = folder / f"{n}.tar", folder / f"{n}" / "m.sqlite"
            steps = (["backup", str(saved), "--config", str(config)], ["restore", str(saved), "--db", str(place)],
                     ["verify", "--db", str(place)], ["verify", "--config", str(config)])  # fmt: skip
            done = [subprocess.run([*MONITOR, *step], capture_output=True, check=False).returncode for step in steps]
            with tarfile.open(saved) as tar:
                tar.extract("monitor.sqlite", folder / f"{n}-saved", filter="data")
            whole += not any(done) and dump(folder / f"{n}-saved" / "monitor.sqlite") == dump(place)
        print(f"backups beside the daemon: {whole} of {times} whole, equal and verified; {stopped(daemon)}", flush=True)


def dump(database: Path) -> list[str]:
    """All that a database holds."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro&immutable=1", uri=True)) as conn:
        return list(conn.iterdump())


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        idle(Path(scratch) / "idle")
        asyncio.run(hanging(Path(scratch) / "hanging"))
        backups(Path(scratch) / "backups")
