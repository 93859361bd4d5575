"""Documents that only point to more: an index of sitemaps, a search whose answer is full (issue 5)."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from monitor import feeds, parts
from monitor.cli.feeds import _check
from monitor.config import Baseline, Config, Feed, Network, Storage
from monitor.feeds.gdelt import LIMIT
from monitor.model import Entry, FeedDocument
from monitor.pipeline import Pipeline, Report
from monitor.store import FeedSpec
from monitor.wiring import feed_specs, open_store
from tests.doubles.farm import Farm, Seen, Write, document, head

NOW = datetime(2026, 1, 8, 12, tzinfo=UTC)
GOOGLE = "https://news.google.com/rss/search?q=x"
RATE = b"Please limit requests to one every 5 seconds or contact the owner for larger queries."


@asynccontextmanager
async def polled(url: str, path: Path) -> AsyncIterator[Pipeline]:
    config = Config(
        storage=Storage(database=path / "m.sqlite"), baseline=Baseline(history=False),
        network=Network(allow=("127.0.0.0/8",), host_gap=0), feeds={"en": (Feed(url=url, name="F"),)},
    )  # fmt: skip
    with open_store(config) as store:
        store.sync_feeds(feed_specs(config), NOW)
        async with Pipeline.of(config, store, clock=lambda: NOW) as pipeline:
            await pipeline.poll(store.feeds()[0], Report())
            yield pipeline


def links(pipeline: Pipeline) -> set[str]:
    return {entry.link.rpartition("/")[2] for entry in pipeline.store.pending(None)}


def index(farm: Farm, dated: bool) -> str:
    """An index of six sitemaps of one address each; the third one is the newest, the fifth is missing."""
    rows = []
    for n in range(6):
        body = f"<urlset><url><loc>{farm.url(f'/a/{n}')}</loc></url></urlset>".encode()
        url = farm.url("/map-4.xml") if n == 4 else farm.serve(f"/map-{n}.xml", document(body, kind="text/xml"))
        when = f"<lastmod>2026-01-0{7 if n == 2 else n + 1}</lastmod>" if dated else ""
        rows.append(f"<sitemap><loc>{url}</loc>{when}</sitemap>")
    return farm.serve("/index.xml", document(f"<sitemapindex>{''.join(rows)}</sitemapindex>".encode(), kind="text/xml"))


async def test_the_newest_sitemaps_of_an_index_are_read_within_the_budget(tmp_path: Path) -> None:
    async with Farm() as farm, polled(index(farm, dated=True), tmp_path) as pipeline:
        assert links(pipeline) == {"2", "5"}  # the third, number 4, is missing
        assert len(farm.seen) == 1 + parts.CHILDREN
        assert pipeline.store.feed_health()[0]["repairs"] == ["index of 6 sitemaps: 2 of the newest read"]


async def test_undated_sitemaps_are_read_from_the_end(tmp_path: Path) -> None:
    async with Farm() as farm, polled(index(farm, dated=False), tmp_path) as pipeline:
        assert links(pipeline) == {"5", "3"}


async def test_check_says_what_an_index_is_and_that_a_feed_is_empty_or_moved() -> None:
    async with Farm() as farm:
        empty = farm.serve("/empty", document(b"<rss version='2.0'><channel><title>T</title></channel></rss>"))
        farm.serve("/old", _moved(empty))
        specs = [FeedSpec(url, url) for url in (index(farm, dated=True), empty, farm.url("/old"))]
        rows = await _check(Config(network=Network(allow=("127.0.0.0/8",), host_gap=0)), specs)
    assert [(row["outcome"], row["entries"]) for row in rows] == [("ok", 2), ("ok", 0), ("ok", 0)]
    assert rows[0]["detail"] == "index of 6 sitemaps: 2 of the newest read"
    assert rows[1]["detail"].startswith("a feed without entries")
    assert rows[2]["detail"].startswith(f"moved for good to {empty}: put that into config.yaml; a feed without")


def _moved(target: str):  # type: ignore[no-untyped-def]
    async def manner(_: Seen, out: Write) -> None:
        out.write(head(301, {"Location": target}, 0))

    return manner


class Gdelt:
    """GDELT's manner: 250 of the window's articles, newest first; a sentence, still as 200, when asked too much."""

    def __init__(self, articles: int, patience: int = 1000) -> None:
        self.times = [NOW - timedelta(days=1) * (n + 0.5) / articles for n in range(articles)]
        self.patience = patience
        self.windows: list[tuple[datetime, datetime]] = []

    async def __call__(self, seen: Seen, out: Write) -> None:
        asked = {name: values[0] for name, values in parse_qs(urlsplit(seen.path).query).items()}
        start, end = (self._time(asked.get(f"{name}datetime")) for name in ("start", "end"))
        assert ("timespan" in asked) == (start is None)
        window = (start or NOW - timedelta(days=1), end or NOW)
        self.windows.append(window)
        kind, body = (
            ("text/html", RATE) if len(self.windows) > self.patience else ("application/json", self._list(window))
        )
        out.write(head(200, {"Content-Type": kind}, len(body)) + body)

    def _time(self, stamp: str | None) -> datetime | None:
        return datetime.strptime(stamp, "%Y%m%d%H%M%S").replace(tzinfo=UTC) if stamp else None

    def _list(self, window: tuple[datetime, datetime]) -> bytes:
        found = [(n, time) for n, time in enumerate(self.times) if window[0] <= time <= window[1]][:LIMIT]
        rows = [
            {"url": f"https://o.example/{n}", "title": f"T {n}", "seendate": f"{t:%Y%m%dT%H%M%SZ}",
             "domain": "o.example", "language": "English"}
            for n, t in found
        ]  # fmt: skip
        return json.dumps({"articles": rows} if rows else {}).encode()


async def test_a_full_search_is_halved_until_all_is_there(tmp_path: Path) -> None:
    search = Gdelt(900)
    async with Farm() as farm:
        farm.serve("/doc", search)
        async with polled(farm.url("/doc?query=children&mode=artlist&timespan=1d"), tmp_path) as pipeline:
            assert len(links(pipeline)) == 900
            assert len(search.windows) <= 1 + parts.WINDOWS


async def test_a_search_that_is_whole_is_asked_once(tmp_path: Path) -> None:
    search = Gdelt(100)
    async with Farm() as farm:
        farm.serve("/doc", search)
        async with polled(farm.url("/doc?query=children&timespan=1d"), tmp_path) as pipeline:
            assert len(links(pipeline)) == 100 and len(search.windows) == 1


async def test_a_search_that_refuses_midway_keeps_what_it_gave(tmp_path: Path) -> None:
    search = Gdelt(1400, patience=1)
    async with Farm() as farm:
        farm.serve("/doc", search)
        async with polled(farm.url("/doc?query=children&timespan=1d"), tmp_path) as pipeline:
            assert len(links(pipeline)) == LIMIT and len(search.windows) == 2


async def test_a_search_leads_to_the_article_that_the_publisher_lists(tmp_path: Path) -> None:
    """The search's link leads to Google; the paper's own feed, polled before, knows where the article lies."""
    search = (
        "<item><title>Eight home - Paper</title><guid>g</guid><link>https://news.google.com/rss/articles/x</link>"
        '<source url="http://127.0.0.1">Paper</source></item>'
    )
    async with Farm() as farm:
        article = farm.url("/eight")
        paper = (
            f"<rss version='2.0'><channel><item><title>Eight home</title><link>{article}</link></item></channel></rss>"
        )
        async with polled(farm.serve("/paper", document(paper.encode())), tmp_path) as pipeline:
            found = FeedDocument("rss20", entries=feeds.read(f"<rss>{search}</rss>".encode(), url=GOOGLE).entries)

            async def listed_at(hosts: Collection[str], since: datetime) -> list[Entry]:
                return pipeline.store.listed_at(hosts, since)

            (entry,) = (await parts.led_to_publishers(found, listed_at, NOW)).entries
    assert (entry.title, entry.link) == ("Eight home", article)
