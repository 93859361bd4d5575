"""CPU of polling 600 feeds on loopback, a cold round and a round of mostly 304; beside lemon24/reader when installed.

    python bench/fetch.py [--feeds 600]

Ours is the pipeline's own poll (schedule, fetch, read, store, its workers included), reader's its whole update, each on
a file in /tmp, with 20 at once. The server runs in a process of its own and is not counted. Contestants take turns in
--rounds rounds of their own stores; the least CPU of each counts. `floor` is what opening 600 connections, sending a
request and reading the answer costs by itself, without any program around it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import importlib.util
import resource
import socket
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

from monitor import wiring
from monitor.config import Baseline, Config, Feed, Network, Storage
from monitor.pipeline import Pipeline, Report

WORDS = (
    "children",
    "returned",
    "families",
    "officials",
    "region",
    "statement",
    "council",
    "court",
    "people",
    "said",
    "a",
    "b",
)


def document(feed: int, entries: int = 30) -> bytes:
    """An RSS feed of a usual size (about 20 kB), the same each time."""
    items = "".join(
        f"<item><title>{WORDS[n % 12].title()} {feed}-{n}</title><link>http://outlet{feed}.example/{n}</link>"
        f"<guid>{feed}-{n}</guid><pubDate>Mon, 05 Jan 2026 {n % 24:02}:{feed % 60:02}:00 GMT</pubDate>"
        f"<description>{' '.join(WORDS[(n + k) % 12] for k in range(60))}</description></item>"
        for n in range(entries)
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Feed {feed}</title>{items}</channel></rss>'.encode()
    )


async def serve() -> None:
    """The farm: any path /N.xml, its ETag for ever the same, on every address of this machine's loopback."""
    bodies: dict[int, bytes] = {}

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                request = await reader.readuntil(b"\r\n\r\n")
                number = int(request.split(b" ", 2)[1].strip(b"/").split(b".")[0] or b"0")
                tag = f'"{number}"'.encode()
                if b"if-none-match: " + tag in request.lower():
                    writer.write(b"HTTP/1.1 304 Not Modified\r\nETag: " + tag + b"\r\n\r\n")
                    continue
                body = bodies.setdefault(number, document(number))
                kind = b"Content-Type: application/rss+xml\r\n"
                writer.write(
                    b"HTTP/1.1 200 OK\r\nETag: %s\r\n%sContent-Length: %d\r\n\r\n" % (tag, kind, len(body)) + body
                )
        except (asyncio.IncompleteReadError, OSError, ValueError):
            writer.close()

    server = await asyncio.start_server(connected, "0.0.0.0", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def measured(work: Callable[[], None]) -> float:
    """CPU seconds of `work`, those of processes that it started and ended included.

    Garbage is collected before, so that nobody pays for what imports and the round before left behind.
    """
    gc.collect()
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


class Ours:
    """The pipeline of this project, as the daemon and the catch-up use it."""

    name = "monitor"

    def __init__(self, urls: list[str], folder: str) -> None:
        config = Config(
            storage=Storage(database=Path(folder, "monitor.sqlite")), baseline=Baseline(history=False),
            network=Network(allow=("127.0.0.0/8",), host_gap=0, concurrency=20),
            feeds={"en": tuple(Feed(url=url, name=url) for url in urls)},
        )  # fmt: skip
        self.store = wiring.open_store(config)
        self.store.sync_feeds(wiring.feed_specs(config), datetime.now(UTC))
        self.runner = asyncio.Runner()
        self.pipeline = Pipeline.of(config, self.store, clock=lambda: datetime.now(UTC))
        self.outcomes: dict[str, int] = {}

    def round(self) -> None:
        self.outcomes = self.runner.run(self._round())

    async def _round(self) -> dict[str, int]:
        report = Report()
        ended = await asyncio.gather(*(self.pipeline.poll(row, report) for row in self.store.feeds()))
        await asyncio.to_thread(self.pipeline.pool.close)
        return dict(Counter(str(outcome) for outcome in ended))

    def freshen(self, share: int) -> None:
        """Every `share`-th feed forgets its validators, as if it had changed."""
        old = datetime.now(UTC) - timedelta(days=2)
        for row in self.store.feeds()[::share]:
            self.store.keep_state(row.id, replace(row.last, full_at=old))


class Reader:
    """lemon24/reader, as its documentation uses it."""

    name = "reader"

    def __init__(self, urls: list[str], folder: str) -> None:
        from reader import make_reader  # type: ignore[import-not-found,unused-ignore]

        self.reader = make_reader(str(Path(folder, "reader.sqlite")))
        self.outcomes: dict[str, int] = {}
        for url in urls:
            self.reader.add_feed(url)

    def round(self) -> None:
        self.reader.update_feeds(scheduled=False, workers=20)
        feeds_read = list(self.reader.get_feeds())
        failed = sum(1 for feed in feeds_read if feed.last_exception)
        self.outcomes = {"ok": len(feeds_read) - failed, "failed": failed}

    def freshen(self, share: int) -> None:
        """Every `share`-th feed is read anew."""
        for index, feed in enumerate(self.reader.get_feeds()):
            if index % share == 0:
                self.reader._storage.set_feed_stale(feed.url, True)


LABELS = ("cold", "mostly 304")


def contest(urls: list[str]) -> dict[str, list[float]]:
    """CPU seconds (cold, mostly 304) of each contestant in one round, printed as they come."""
    there = importlib.util.find_spec("reader") is not None
    seconds: dict[str, list[float]] = {"floor": [measured(lambda: bare(urls))] * 2}
    for maker in (Ours, Reader) if there else (Ours,):
        with tempfile.TemporaryDirectory() as folder:
            contestant = maker(urls, folder)
            for label in LABELS:
                seconds.setdefault(contestant.name, []).append(measured(contestant.round))
                print(f"{contestant.name:8} {label:10} {seconds[contestant.name][-1]:6.2f} s  {contestant.outcomes}")
                contestant.freshen(20)
    return seconds


def bare(urls: list[str]) -> None:
    """A connection for each address, a request, the first bytes of its answer."""
    for url in urls:
        parts = urlsplit(url)
        with socket.create_connection((parts.hostname or "", parts.port or 80)) as connection:
            connection.send(f"GET {parts.path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
            connection.recv(65_536)


def main() -> None:
    """Starts the farm, runs the rounds, prints the ratios."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--feeds", type=int, default=600)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    chosen = options.parse_args()
    if chosen.serve:
        asyncio.run(serve())
        return
    with subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as farm:
        try:
            assert farm.stdout is not None
            port = farm.stdout.readline().strip()
            urls = [f"http://127.0.{n // 250 + 1}.{n % 250 + 1}:{port}/{n}.xml" for n in range(chosen.feeds)]
            rounds = [contest(urls) for _ in range(chosen.rounds)]
        finally:
            farm.kill()
    best = {name: [min(one[name][n] for one in rounds) for n in (0, 1)] for name in rounds[0]}
    print(f"least of {chosen.rounds} rounds, {chosen.feeds} feeds: " + "; ".join(
        f"{name} {cold:.2f} s cold, {warm:.2f} s mostly 304" for name, (cold, warm) in best.items()))  # fmt: skip
    if "reader" in best:
        cold, warm = (theirs / ours for theirs, ours in zip(best["reader"], best["monitor"], strict=True))
        print(f"ratio    cold 1/{cold:.1f}, mostly 304 1/{warm:.1f} of reader's CPU")
    else:
        print("reader is not installed here: no comparison")


if __name__ == "__main__":
    main()
