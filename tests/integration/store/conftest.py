"""A store on a real file, and short ways to feed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from monitor import judge
from monitor.model import Answer, Article, Entry, Extraction, FeedDocument, FeedState, Figure, Occasion, Validators
from monitor.store import Committed, FeedSpec, Poll, PollSaved, Store, Wording

NOW = datetime(2025, 10, 10, 12, tzinfo=UTC)
FEED = "https://one.example/rss"


def answer(
    url: str = FEED, body: bytes = b"<rss/>", outcome: str = "ok", headers: tuple[tuple[str, str], ...] = ()
) -> Answer:
    """An answer of a server, of 10 October 2025, noon."""
    return Answer(url, url, outcome, outcome, NOW, status=200, headers=headers, body=body)  # type: ignore[arg-type]


def entry(number: int, **other: object) -> Entry:
    """Entry number so-and-so of the feed, published that many minutes after midnight."""
    given = {"title": f"Title {number}", "link": f"https://one.example/{number}", "id": f"guid-{number}"}
    return Entry(**(given | {"published": datetime(2025, 10, 10, tzinfo=UTC) + timedelta(minutes=number)} | other))  # type: ignore[arg-type]


def identity(entry: Entry) -> str:
    """As the feeds package tells entries apart."""
    return entry.id or entry.link or entry.title


class Desk:
    """A store with one feed, and the moves of the pipeline in short."""

    def __init__(self, path: Path) -> None:
        self.store = Store.open(path, wait=5.0)
        self.store.sync_feeds([FeedSpec(FEED, "One")], NOW)
        self.feed = self.store.feeds()[0].id

    def poll(self, *entries: Entry, at: datetime = NOW, feed: int | None = None, etag: str | None = None) -> PollSaved:
        """One successful poll that lists these entries."""
        feed = feed or self.feed
        after = replace(
            self.store.feed_state(feed), due=at + timedelta(minutes=15), last_success=at, validators=Validators(etag)
        )
        return self.save(answer(), FeedDocument("rss20", "One", entries=entries), after, at, feed=feed)

    def save(
        self,
        given: Answer,
        document: FeedDocument | None,
        after: FeedState,
        at: datetime = NOW,
        *,
        feed: int | None = None,
        channels: tuple[str, ...] = (),
    ) -> PollSaved:
        """One poll that leaves this state."""
        feed = feed or self.feed
        poll = Poll(feed, given, document, self.store.feed_state(feed), lambda *_: after, at)
        (saved,) = self.store.save_polls([poll], link_key=str.lower, identity=identity, channels=channels)
        return saved

    def capture(self, entry_id: int, body: bytes = b"<p>page</p>") -> int:
        """The page of an entry, kept."""
        link = next(item.link for item in self.store.pending(None) if item.id == entry_id)
        return self.store.save_capture(
            answer(link, body, headers=(("etag", '"e"'), ("content-type", "text/html"))), entry_id
        )

    def commit(
        self, url: str, text: str, *figures: Figure, entry_id: int | None = None, day: int = 10,
        publisher: str = "One", channels: tuple[str, ...] = ("console",), copy_of: int | None = None,
        bands: tuple[str, ...] = (), extractor: str = "x1", now: datetime = NOW, deliver_at: datetime | None = None,
        **other: Any,
    ) -> Committed:  # fmt: skip
        """Everything of one article."""
        capture_id = self.store.save_capture(answer(url, text.encode("utf-8", "replace")), entry_id)
        published = datetime(2025, 10, day, tzinfo=UTC)
        article = Article(url, url, f"On {url}", text, "article", "p1", published=published)
        return self.store.commit_article(
            entry_id, capture_id, article, Extraction("en", True, (), figures),
            occasion=Occasion(url, published.date(), publisher, text=text), needs=judge.needs,
            judge=partial(judge.judge, policy=judge.Policy()), channels=channels, extractor=extractor, now=now,
            wording=Wording(b"sig", bands), copy_of=copy_of, deliver_at=deliver_at, **other,
        )  # fmt: skip


def figure(value: float, text: str, measure: str = "deported", kind: str = "total", **other: object) -> Figure:
    """A figure whose quote is the number as it stands in `text`."""
    printed = f"{value:,.0f}"
    start = text.index(printed)
    return Figure(value, measure, kind, printed, start, start + len(printed), **other)  # type: ignore[arg-type]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A fresh desk."""
    made = Desk(tmp_path / "monitor.sqlite")
    yield made
    made.store.close()


@pytest.fixture
def make() -> SimpleNamespace:
    """The helpers, for tests that may not import this file."""
    return SimpleNamespace(answer=answer, entry=entry, figure=figure, identity=identity, NOW=NOW, FEED=FEED, Desk=Desk)
