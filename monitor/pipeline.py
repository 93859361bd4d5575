"""The whole program on one screen. The daemon, the catch-up, the demo and the tests all walk this path::

    config.yaml + story
       |
     schedule -> fetch -> feeds -> [entry] -> fetch -> [capture] -> parse -> [article version]
                                                                                |
                          extract -> [figure] -> judge -> [verdict, flag] -> notify -> [delivery]

What stands between brackets is a row in the database, so each stage resumes where a crash left it. Network and parsing
run side by side; the database is asked from one thread of its own, so that a lock never stops the network.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from monitor import __version__, feeds, gaps, judge, notify, parts, schedule, stories, wiring
from monitor.config import Config
from monitor.errors import StoreDamaged, StoreLocked
from monitor.extract import Extractor
from monitor.fetch import Fetcher
from monitor.model import Answer, Article, Extraction, FeedDocument, FeedState, Occasion, Outcome
from monitor.parse import PARSER, copies, publication_day, urls
from monitor.parse.kinds import ROLLING
from monitor.store import CopyCandidate, Evidence, FeedRow, Gap, PendingEntry, Poll, PollSaved, Store, Wording
from monitor.together import Backlog, Together
from monitor.workers import Failed, ParsePool

__all__ = ["Pipeline", "Report"]

T = TypeVar("T")

BATCH = 50
"""So many captured articles are read and put in order of publication before they are judged."""

PART, READING = 20, 32
"""The daemon fetches so many articles of a feed in one go, for so many feeds at once."""

UNSAVED = 1_000_000
"""From so many bytes of answers on that wait for the database, nothing more is asked for; requests under way go on."""

EXTRACTOR = f"monitor {__version__}"
TABLE = 100
"""A text with more figures is a table; each could be a flag, and no report has a tenth of that (issue 7)."""

COPY = 0.8
"""From this likeness on a text is a copy of another (issue 6)."""


_NO_ARTICLE = {
    "consent": "a consent wall stands before the article",
    "missing": "the page says that there is no such article",
}
"""Kinds of page that are kept as evidence and hold no article."""


def silent(phrase: str) -> None:
    """Tell nobody."""


@dataclass
class Report:
    """What one pass did: counts, the ids of the flags it raised, one line per failure and per gap worked on.

    `answers` counts what came of all that was asked for, failures too.
    """

    answers: int = 0
    feeds: int = 0
    entries: int = 0
    articles: int = 0
    versions: int = 0
    figures: int = 0
    flags: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Read:
    entry: PendingEntry
    capture_id: int
    article: Article
    extraction: Extraction


class Pipeline:
    """One story's way from feed to flag over one store.

    `clock` gives the present in UTC; `tell` is called with a short phrase as work advances (for a progress line).
    Use as an async context manager: it owns the database thread, the fetcher and the parser's processes.
    """

    def __init__(
        self,
        config: Config,
        store: Store,
        fetcher: Fetcher,
        pool: ParsePool,
        extractor: Extractor,
        policy: judge.Policy,
        *,
        clock: Callable[[], datetime],
        tell: Callable[[str], None] = silent,
    ) -> None:
        self.config, self.store, self.fetcher, self.pool = config, store, fetcher, pool
        self.extractor, self.policy, self.clock, self.tell = extractor, policy, clock, tell
        self.first_wave, self.started = wiring.first_wave(config), store.started() or clock()
        self._thread = ThreadPoolExecutor(1, "store")
        self._extracting = ThreadPoolExecutor(1, "extract")  # Python computes in one thread at a time anyway
        self._settling = asyncio.Lock()
        self._reading = asyncio.Semaphore(READING)
        self._polls = Together(self._save_polls)
        self._unsaved = Backlog(UNSAVED)

    @classmethod
    def of(
        cls,
        config: Config,
        store: Store,
        *,
        clock: Callable[[], datetime],
        tell: Callable[[str], None] = silent,
    ) -> Pipeline:
        """A pipeline with the story, limits and network of `config`; loads the story's history when that is wanted."""
        story = stories.load(config.story)
        fetcher = Fetcher(wiring.fetch_policy(config), clock=clock)
        pool = ParsePool(config.limits.workers, memory_mb=config.limits.memory // 1_000_000)
        return cls(config, store, fetcher, pool, Extractor(story), wiring.policy(story), clock=clock, tell=tell)

    def use(self, config: Config) -> None:
        """Take over a changed configuration: feeds, intervals, channels. Story, database and network stay."""
        self.config = config
        self.first_wave = wiring.first_wave(config)
        self._thread.submit(self.store.sync_feeds, wiring.feed_specs(config), self.clock())

    async def __aenter__(self) -> Pipeline:
        self._stack = contextlib.AsyncExitStack()
        if self.config.baseline.history:
            await self.db(wiring.load_history, self.store, self.config.story, self.policy, self.clock())
        await self._stack.enter_async_context(self.fetcher)
        await self._stack.enter_async_context(self.pool)
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._polls.finish()
        await self._stack.aclose()
        self._extracting.shutdown(wait=True, cancel_futures=True)
        self._thread.shutdown(wait=True, cancel_futures=True)

    async def db(self, call: Callable[..., T], *args: Any, **named: Any) -> T:
        """Run a method of the store in the store's own thread."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(call, *args, **named))

    # ------------------------------------------------------------ one pass over everything

    async def catch_up(
        self, *, since: datetime | None = None, until: datetime | None = None, names: Sequence[str] = (),
        poll: bool = True,
    ) -> Report:  # fmt: skip
        """Poll every feed (or those named), read every article that is waiting, judge in order, deliver.

        Without `poll` no feed is asked: only what waits is read.

        Flags are sent when the pass has ended: by then they name every outlet, so they wait for no first wave.
        """
        report = Report()
        self.first_wave = timedelta(0)
        rows = [row for row in await self.db(self.store.feeds) if row.state == "active"]
        rows = [row for row in rows if not names or row.name in names or row.url in names]
        if poll:
            self.tell(f"polling {len(rows)} feeds")
            await asyncio.gather(*(self.poll(row, report) for row in rows))
            await self.fill_gaps(report, self.clock() + gaps.PAUSE, {row.id for row in rows})
        await self._read(report, [row.id for row in rows], since, until)
        await self.settle(report)
        await self.deliver()
        return report

    async def follow(self, row: FeedRow, report: Report) -> Outcome | None:
        """What the daemon does with one feed that is due: poll, and fetch its new articles; `settle` judges them.

        Gives how the poll ended, None where it has to wait.

        Articles are looked up and fetched some at a time, and few feeds do so at once: a thousand feeds that are due
        together must not be held in memory together.
        """
        outcome = await self.poll(row, report)
        await self.rest(row, report)
        return outcome

    async def rest(self, row: FeedRow, report: Report) -> None:
        """Fetch the articles that wait in a feed."""
        now, seen = self.clock(), set[int]()
        while len(seen) < self.config.limits.articles and (found := await self._some(row, now, seen, report)):
            seen |= found

    async def _some(self, row: FeedRow, now: datetime, seen: Collection[int], report: Report) -> set[int]:
        """Fetch some articles that wait in a feed and were not `seen` in this pass; gives their ids."""
        async with self._reading:
            waiting = await self.db(self.store.pending, now, limit=PART, feeds=[row.id])
            waiting = [entry for entry in waiting if entry.id not in seen]
            await asyncio.gather(*(self.collect(entry, report) for entry in waiting))
        return {entry.id for entry in waiting}

    async def _read(self, report: Report, feeds: Sequence[int], since: datetime | None, until: datetime | None) -> None:
        """Fetch what waits in these feeds, and at once what failed before."""
        look = partial(self.store.pending, limit=self.config.limits.articles, feeds=feeds, since=since, until=until)
        found = [*await self.db(look, None), *await self.db(look, self.clock())]
        waiting = list({entry.id: entry for entry in found}.values())
        self.tell(f"reading {len(waiting)} articles")
        await asyncio.gather(*(self.collect(entry, report) for entry in waiting))

    # ------------------------------------------------------------ the stages

    async def poll(self, row: FeedRow, report: Report) -> Outcome | None:
        """schedule -> fetch -> feeds -> [entry]; gives how it ended, None where the feed has to wait."""
        state, now = row.last, self.clock()
        if state.not_before and now < state.not_before:
            report.failures.append(f"{row.name}: asked us to wait until {state.not_before:%Y-%m-%d %H:%M} UTC")
            return None
        answer = await self.fetcher.get(
            state.url, purpose="feed", validators=schedule.request_validators(state, now), room=self._unsaved.room
        )
        with self._unsaved.holding(len(answer.body)):
            answer, document = await self._feed(answer)
        if document:
            document = await parts.completed(answer, document, self._outlet(), since=state.last_success)
        with self._unsaved.holding(len(answer.body)):
            if document:
                document = await parts.led_to_publishers(document, partial(self.db, self.store.listed_at), now)
            now = self.clock()
            offers = partial(gaps.offers, answer, document) if document else str
            decide = partial(self._after, row, answer, document, now)
            saved = await self._polls.do(Poll(row.id, answer, document, state, decide, now, offers))
        report.answers += 1
        report.feeds += 1
        report.entries += saved.new
        if answer.outcome not in ("ok", "not_modified"):
            report.failures.append(f"{row.name}: {answer.detail}")
        return answer.outcome

    async def fill_gaps(self, report: Report, now: datetime, feeds: Collection[int] | None = None) -> None:
        """Ask outlets for what their feeds missed: gaps that may be worked on by `now`, of all feeds or of these."""
        waiting = [gap for gap in await self.db(self.store.due_gaps, now) if feeds is None or gap.feed_id in feeds]
        by_feed = {gap.feed_id: [other for other in waiting if other.feed_id == gap.feed_id] for gap in waiting}
        await asyncio.gather(*(self._fill(found, report) for found in by_feed.values()))

    async def _fill(self, waiting: Sequence[Gap], report: Report) -> None:
        """The gaps of one feed, oldest first, within the budget of one pass and only where we are welcome."""
        budget, outlet = gaps.BUDGET, self._outlet()
        state = await self.db(self.store.feed_state, waiting[0].feed_id)
        if state.not_before and self.clock() < state.not_before:
            return
        for gap in waiting:
            made, told, added = await gaps.fill(gap, outlet, self.store, self.db, self.clock, budget)
            budget -= made
            report.entries += added
            report.gaps.append(f"{gap.feed}: {told}")

    def _outlet(self) -> gaps.Outlet:
        return gaps.Outlet(partial(self.fetcher.get, purpose="feed"), self._feed)

    async def _feed(self, answer: Answer) -> tuple[Answer, FeedDocument | None]:
        if answer.outcome != "ok":
            return answer, None
        found = await self.pool.feed(answer.body, url=answer.final_url, content_type=_content_type(answer.headers))
        if isinstance(found, Failed):
            return replace(answer, outcome="not_a_feed", detail=found.reason), None
        return answer, found

    def _after(
        self, row: FeedRow, answer: Answer, document: FeedDocument | None, now: datetime, new: int, overlap: bool
    ) -> FeedState:
        return schedule.next_state(
            row.last, answer, document, now=now, limits=wiring.interval_limits(self.config, row.every),
            new_entries=new, overlap=overlap,
        )  # fmt: skip

    async def _save_polls(self, polls: Sequence[Poll]) -> Sequence[PollSaved]:
        return await self.db(
            self.store.save_polls, polls, link_key=urls.normalise, identity=feeds.identity,
            channels=list(wiring.channels(self.config)),
        )  # fmt: skip

    async def collect(self, entry: PendingEntry, report: Report) -> None:
        """[entry] -> fetch -> [capture]"""
        answer = await self.fetcher.get(
            entry.link, purpose="page", validators=entry.validators if entry.reread else None, room=self._unsaved.room
        )
        report.answers += 1
        if answer.outcome == "ok":
            with self._unsaved.holding(len(answer.body)):
                await self.db(self.store.save_capture, answer, entry.id)
        elif answer.outcome == "not_modified":
            await self.db(self.store.unchanged_entry, entry.id, self._next_read(entry))
        else:
            report.failures.append(f"{entry.link}: {answer.detail}")
            await self.db(self.store.fail_entry, entry.id, answer.detail, self._retry(entry, answer))

    def _retry(self, entry: PendingEntry, answer: Answer) -> datetime:
        """Articles that fail are tried again after 5 minutes, doubling to a day; never given up."""
        pause = min(timedelta(minutes=5) * int(2 ** min(entry.attempts, 9)), timedelta(days=1))
        return self.clock() + max(pause, timedelta(seconds=answer.retry_after or 0))

    def _next_read(self, entry: PendingEntry) -> datetime | None:
        return schedule.reread_at(entry.first_seen, 0, self.clock(), sorted(self.config.schedule.reread))

    async def settle(self, report: Report) -> None:
        """[capture] -> parse -> extract -> judge -> [version, figures, verdicts, flags], in order of publication."""
        async with self._settling:
            while waiting := await self.db(self.store.captured, limit=BATCH):
                self.tell(f"judging {len(waiting)} articles")
                read = await asyncio.gather(*(self._article(entry, report) for entry in waiting))
                for item in sorted((found for found in read if found), key=_when):
                    await self._commit(item, report)

    async def _article(self, entry: PendingEntry, report: Report) -> _Read | None:
        capture = await self.db(self.store.capture, entry.capture_id)
        try:
            body = await self.db(self.store.capture_body, entry.capture_id)
        except StoreDamaged as error:
            await self._unread(entry, str(error), report)
            return None
        article = await self._parsed(capture, body)
        if isinstance(article, Failed):
            await self._unread(entry, article.reason, report)
            return None
        if not article.text.strip() or article.kind in _NO_ARTICLE:
            await self._unread(entry, _NO_ARTICLE.get(article.kind, "the page holds no text"), report)
            return None
        if article.published is None and entry.published is not None:
            article = replace(article, published=entry.published, published_basis="feed")
        loop = asyncio.get_running_loop()
        found = await loop.run_in_executor(self._extracting, self._figures, entry, article)
        if len(found.figures) > TABLE:
            await self._unread(entry, f"more than {TABLE} figures: a table, which no rule can judge", report)
            return None
        return _Read(entry, capture.id, article, found)

    async def _parsed(self, capture: Evidence, body: bytes) -> Article | Failed:
        """The article in the bytes of a capture; such as kill their process are left to newer parsers."""
        if reason := await self.db(self.store.unreadable, capture.sha256, PARSER):
            return Failed(reason)
        served, kind = capture.captured_at.date(), _content_type(capture.headers)
        read = await self.pool.parse(body, url=capture.final_url, content_type=kind, served=served)
        if isinstance(read, Failed) and read.killed:
            await self.db(self.store.killed_parser, capture.sha256, PARSER, read.reason, self.clock())
        return read

    async def _unread(self, entry: PendingEntry, reason: str, report: Report) -> None:
        """The page gave no article: say why, and fetch it again later."""
        report.failures.append(f"{entry.link}: {reason}")
        pause = self.clock() + timedelta(hours=1) * int(2 ** min(entry.attempts, 5))
        await self.db(self.store.fail_entry, entry.id, reason, pause)

    def _figures(self, entry: PendingEntry, article: Article) -> Extraction:
        found = self.extractor.extract(
            article.text, language=article.language or entry.language, published=_day(entry, article),
            headline=article.title, publisher=entry.publisher, most=TABLE,
        )  # fmt: skip
        return found if found.relevant else replace(found, figures=())

    async def _commit(self, item: _Read, report: Report) -> None:
        sketch = copies.signature(item.article.text)
        wording = Wording(copies.pack(sketch), copies.bands(sketch))
        others = await self.db(self.store.copy_candidates, wording.bands, item.article.canonical_url)
        copy = self._copy(sketch, others)
        now = self.clock()
        done = await self.db(
            self.store.commit_article, item.entry.id, item.capture_id, item.article, item.extraction,
            occasion=self._occasion(item, copy), needs=judge.needs, judge=partial(judge.judge, policy=self.policy),
            channels=self._told(item), routing=wiring.routing(self.config, now), extractor=EXTRACTOR, now=now,
            wording=wording,
            copy_of=copy.version_id if copy else None, deliver_at=now + self.first_wave,
            next_read=self._next_read(item.entry),
        )  # fmt: skip
        report.articles += 1
        report.versions += done.new_version
        report.figures += done.figures
        report.flags += [f"flag-{number}" for number in done.flags]

    def _told(self, item: _Read) -> list[str]:
        """The channels that hear of an article's flags: none when it is older than the first start allows."""
        first = self.started - timedelta(seconds=self.config.baseline.silent)
        return list(wiring.channels(self.config)) if _when(item) >= first else []

    def _copy(self, sketch: copies.Signature, others: Sequence[CopyCandidate]) -> CopyCandidate | None:
        """The first of the stored versions `others` that a text repeats nearly word for word."""
        return next((other for other in others if copies.alike(sketch, other.signature, COPY)), None)

    def _occasion(self, item: _Read, copy: CopyCandidate | None) -> Occasion:
        return Occasion(
            id=item.article.canonical_url, published=_day(item.entry, item.article), publisher=item.entry.publisher,
            headline=item.article.title, text=item.article.text, language=item.extraction.language,
            copy_of=copy.url if copy else None, rolling=item.article.kind in ROLLING,
        )  # fmt: skip

    async def deliver(self) -> tuple[int, int]:
        """[flag] -> notify -> [delivery], digests, alarms about feeds and channels; gives (sent, failed)."""
        channels, sent, failed = wiring.channels(self.config), 0, 0
        for send in (notify.deliver, notify.deliver_digests, notify.deliver_alarms, notify.deliver_dead):
            done = await send(self.store, channels, self.clock, self.db)
            sent, failed = sent + done[0], failed + done[1]
        return sent, failed

    async def tidy(self) -> str:
        """Remove what the configuration's policy lets go; gives a line for the log, empty when there was nothing."""
        try:
            done = await self.db(wiring.tidy, self.store, self.config, self.clock())
        except StoreLocked as busy:
            return str(busy)
        return f"tidied: {done.bodies} captured pages, {done.freed:,} bytes" if done.bodies else ""

    async def settle_feeds(self) -> None:
        """After a start, a suspended machine or a step of the clock: what is due is due once, spread over a minute."""
        await self.db(wiring.settle_feeds, self.store, self.config, self.clock())

    async def forgive_feeds(self) -> None:
        """After our own network was away: failures without any answer do not count."""
        await self.db(wiring.forgive_feeds, self.store, self.clock())


def _day(entry: PendingEntry, article: Article) -> date:
    """The day of publication as the page prints it, else as the feed gives it, else the day of first sight."""
    return publication_day(article) or (entry.published or entry.first_seen).date()


def _content_type(headers: Sequence[tuple[str, str]]) -> str | None:
    return dict(headers).get("content-type")


def _when(item: _Read) -> datetime:
    return item.article.published or item.entry.published or item.entry.first_seen
