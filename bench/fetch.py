"""CPU of polling 600 feeds on loopback, a cold round and a round of mostly 304; beside lemon24/reader when installed.

    python bench/fetch.py [--feeds 600]

Ours is fetch, read, schedule and store, reader's its whole update, each on a file in /tmp, with 20 at once. The
server runs in a process of its own and is not counted. Only what was measured is printed.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib.util
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from monitor import feeds, gaps
from monitor.fetch import Fetcher, FetchPolicy
from monitor.parse import urls as addresses
from monitor.schedule import IntervalLimits, next_state, request_validators
from monitor.store import FeedSpec, Store

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


def measured(work: Callable[[], None]) -> tuple[float, float]:
    """CPU seconds of this process and wall seconds of `work`."""
    before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, time.monotonic() - began


class Ours:
    """Fetch, read, schedule, store: one poll as the pipeline does it, read in this process so that it counts."""

    name = "monitor"

    def __init__(self, urls: list[str], folder: str) -> None:
        self.store = Store.open(Path(folder, "monitor.sqlite"))
        self.store.sync_feeds([FeedSpec(url, url) for url in urls], datetime.now(UTC))
        self.outcomes: dict[str, int] = {}
        policy = FetchPolicy(allowed_networks=("127.0.0.0/8",), host_gap=0.0, concurrency=20)
        self.runner, self.fetcher = asyncio.Runner(), Fetcher(policy, clock=lambda: datetime.now(UTC))

    def round(self) -> None:
        self.outcomes = {}
        self.runner.run(self._round())

    async def _round(self) -> None:
        await asyncio.gather(*(self._poll(self.fetcher, row.id) for row in self.store.feeds()))

    async def _poll(self, fetcher: Fetcher, feed: int) -> None:
        now, state = datetime.now(UTC), self.store.feed_state(feed)
        answer = await fetcher.get(state.url, purpose="feed", validators=request_validators(state, now))
        found = feeds.read(answer.body, url=answer.final_url) if answer.outcome == "ok" else None
        self.outcomes[answer.outcome] = self.outcomes.get(answer.outcome, 0) + 1
        listed = {feeds.identity(entry) for entry in found.entries} if found else set()
        new = len(listed - self.store.known_identities(feed, listed))
        after = next_state(state, answer, found, now=now, new_entries=new, limits=IntervalLimits(), overlap=True)
        self.store.save_poll(
            feed, answer, found, after, now, link_key=addresses.normalise, identity=feeds.identity,
            offers=gaps.offers(answer, found) if found else "",
        )  # fmt: skip

    def freshen(self, share: int) -> None:
        """Every `share`-th feed forgets its validators, as if it had changed."""
        old = datetime.now(UTC) - timedelta(days=2)
        for row in self.store.feeds()[::share]:
            self.store.keep_state(row.id, replace(self.store.feed_state(row.id), full_at=old))


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


def contest(urls: list[str], folder: str) -> dict[str, list[float]]:
    """CPU seconds (cold, mostly 304) of each contestant, printed as they come."""
    there = importlib.util.find_spec("reader") is not None
    contestants: list[Ours | Reader] = [Ours(urls, folder)] + ([Reader(urls, folder)] if there else [])
    seconds: dict[str, list[float]] = {}
    for contestant in contestants:
        for label in ("cold", "mostly 304"):
            cpu, wall = measured(contestant.round)
            seconds.setdefault(contestant.name, []).append(cpu)
            print(f"{contestant.name:8} {label:10} {len(urls)} feeds: {cpu:6.2f} s CPU, {wall:6.2f} s wall", end="")
            print(f"  {contestant.outcomes}")
            contestant.freshen(20)
    return seconds


def main() -> None:
    """Starts the farm, runs the rounds, prints the ratios."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--feeds", type=int, default=600)
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
            with tempfile.TemporaryDirectory() as folder:
                seconds = contest(urls, folder)
        finally:
            farm.kill()
    if "reader" in seconds:
        cold, warm = (theirs / ours for theirs, ours in zip(seconds["reader"], seconds["monitor"], strict=True))
        print(f"ratio    cold 1/{cold:.1f}, mostly 304 1/{warm:.1f} of reader's CPU")
    else:
        print("reader is not installed here: no comparison")


if __name__ == "__main__":
    main()
