"""Memory of a real daemon with 1,000 feeds: `monitor run` against a server on loopback, read from /proc (Linux).

    python bench/memory.py [--feeds 1000] [--seconds 300]

Every feed is 20 kB on a host of its own and is polled each minute (mostly 304, a twentieth changes each time); its
entries lead to 1,200 articles that are fetched and read. RSS is what the process holds, PSS counts pages that
processes share once. The server is not counted.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from fetch import document

PAGES = 1200
DAEMON = """
import sys
sys.modules.update(numpy=None, brotli=None, zstandard=None)
from monitor.cli import main
main()
"""
"""Without what only peers of the benches and extras bring: sqlite-utils loads numpy (12 MB) where it finds it."""
CONFIG = """
story: ukrainian_children
storage: {{database: monitor.sqlite}}
schedule: {{every: 60s, shortest: 60s, longest: 60s}}
network: {{allow: ["127.0.0.0/8"], host_gap: 0, concurrency: 20}}
feeds:
  en:
"""
PAGE = (
    "<!doctype html><html lang=en><title>Report {n}</title><meta property='article:published_time' "
    "content='2026-01-05T10:00:00Z'><article><h1>Report {n}</h1>{text}</article></html>"
)
TEXT = "<p>Officials said that {n} Ukrainian children who had been taken to Russia returned to their families.</p>"


async def serve() -> None:
    """/f/N.xml is a feed, /p/N a page; anything else (robots.txt) is missing."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                writer.write(answer(request, writer.get_extra_info("sockname")[1]))
        except (asyncio.IncompleteReadError, OSError, ValueError):
            writer.close()

    server = await asyncio.start_server(connected, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def answer(request: bytes, port: int) -> bytes:
    """The whole answer to a request, 304 where the validators hold."""
    what, _, name = request.split(b" ", 2)[1].decode().strip("/").partition("/")
    number = int(name.partition(".")[0] or "0") if what in ("f", "p") else -1
    if number < 0:
        return b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"
    version = (int(time.time() / 60) + number) // 20 if what == "f" else 0
    tag = f'"{number}-{version}"'.encode()
    if b"if-none-match: " + tag in request.lower():
        return b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n"
    kind, body = (b"application/rss+xml", feed(number, version, port)) if what == "f" else (b"text/html", page(number))
    head = b"HTTP/1.1 200 OK\r\nETag: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
    return head % (tag, kind, len(body)) + body


def feed(number: int, version: int, port: int) -> bytes:
    """The feed of `bench/fetch.py`, its links leading to our pages."""
    where = f"http://127.0.9.{number % 40 + 1}:{port}/p/{number % 40 * 30}"
    body = re.sub(rb"http://outlet[0-9]+\.example/([0-9]+)", where.encode()[:-1] + rb"\1", document(number))
    return body.replace(b"<title>Feed ", b"<title>Feed %d " % version)


def page(number: int) -> bytes:
    """An article of about 10 kB."""
    text = TEXT.format(n=number % 50 + 2) + "<p>The council met again on Friday, and the court heard them.</p>" * 150
    return PAGE.format(n=number, text=text).encode()


@dataclass(frozen=True, slots=True)
class Held:
    """Megabytes of the daemon and of the daemon with its workers."""

    rss: float
    pss: float
    whole: float
    processes: int


def held(daemon: int) -> Held:
    """What is held now."""
    rss, pss = rollup(daemon)
    workers = [found for pid in below(daemon) if (found := rollup(pid))[0]]
    return Held(rss, pss, pss + sum(own for _, own in workers), 1 + len(workers))


def rollup(pid: int) -> tuple[float, float]:
    """RSS and PSS of one process in MB; zeros when it is gone."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0.0, 0.0
    rss, pss = (re.search(rf"^{name}:\s+(\d+) kB", text, re.MULTILINE) for name in ("Rss", "Pss"))
    return (int(rss[1]) / 1000, int(pss[1]) / 1000) if rss and pss else (0.0, 0.0)


def below(pid: int) -> list[int]:
    """All processes that descend from this one."""
    children = [int(path.parent.name) for path in Path("/proc").glob("[0-9]*/stat") if parent(path) == pid]
    return [*children, *(deeper for child in children for deeper in below(child))]


def parent(stat: Path) -> int:
    """The parent of the process whose /proc/N/stat this is; 0 when it is gone."""
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def watch(folder: Path, seconds: int) -> list[Held]:
    """Run the daemon for so long and look every second; a line every half minute."""
    command = [sys.executable, "-c", DAEMON, "run", "--config", str(folder / "config.yaml")]
    log = (folder / "log").open("wb")
    with log, subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as daemon:
        seen = []
        for second in range(1, seconds + 1):
            time.sleep(1)
            if daemon.poll() is not None:
                sys.exit((folder / "log").read_text()[-2000:])
            seen.append(held(daemon.pid))
            if second % 30 == 0:
                tell(second, seen[-1], folder)
        daemon.send_signal(signal.SIGTERM)
    return seen


def tell(second: int, now: Held, folder: Path) -> None:
    """One line: time, work done, memory."""
    with sqlite3.connect(folder / "monitor.sqlite") as db:
        counts = [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("poll", "entry", "article")]
    print(f"{second:5} s {counts[0]:7} {counts[1]:8} {counts[2]:9} {now.rss:9.1f} {now.pss:9.1f} {now.whole:9.1f}",
          flush=True)  # fmt: skip


def main() -> None:
    """Starts the farm and the daemon, prints what they hold."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--feeds", type=int, default=1000)
    options.add_argument("--seconds", type=int, default=300)
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        asyncio.run(serve())
        return
    print("   time   polls  entries  articles  RSS, MB   PSS, MB  with workers")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, env=environment) as farm:
        try:
            assert farm.stdout is not None
            port = int(farm.stdout.readline())
            with tempfile.TemporaryDirectory() as name:
                hosts = (f"127.{n // 250 + 1}.0.{n % 250 + 1}" for n in range(chosen.feeds))
                rows = [
                    f"    - {{url: 'http://{host}:{port}/f/{n}.xml', name: 'feed {n}'}}" for n, host in enumerate(hosts)
                ]
                Path(name, "config.yaml").write_text(CONFIG.format() + "\n".join(rows) + "\n")
                seen = watch(Path(name), chosen.seconds)
        finally:
            farm.kill()
    print(f"peak with {chosen.feeds} feeds: daemon {max(now.rss for now in seen):.0f} MB RSS, "
          f"{max(now.pss for now in seen):.0f} MB PSS; with its {max(now.processes for now in seen) - 1} workers "
          f"{max(now.whole for now in seen):.0f} MB PSS")  # fmt: skip


if __name__ == "__main__":
    main()
