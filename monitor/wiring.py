"""From the configuration to what the stages want: the one place where both are known."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import groupby
from zoneinfo import ZoneInfo

from monitor import judge, stories
from monitor.config import Channel, Config, SearchFeed
from monitor.feeds import gdelt, google_news
from monitor.fetch import FetchPolicy
from monitor.model import Ledger, Occasion
from monitor.schedule import IntervalLimits, forgive, settle
from monitor.store import FeedSpec, HistoryItem, Routing, Store, Tidied
from monitor.stories import history

__all__ = [
    "channels",
    "feed_specs",
    "fetch_policy",
    "first_wave",
    "forgive_feeds",
    "history_ledger",
    "interval_limits",
    "load_history",
    "open_store",
    "policy",
    "routing",
    "settle_feeds",
    "tidy",
]


def open_store(config: Config, *, create: bool = True, reading: bool = False) -> Store:
    """The store that the configuration names."""
    return Store.open(config.database, captures=config.captures, create=create, reading=reading)


def policy(story: stories.Story) -> judge.Policy:
    """How the story's figures are judged."""
    issuers = frozenset(story.families.get(who.id, who.id) for who in story.speakers.values() if who.punishes)
    helpers, groups, deals = map(story.scopes_of, ("helper", "group", "deal"))
    return judge.Policy(
        families=story.families, issuers=issuers, regions=frozenset(story.regions), helpers=helpers, groups=groups,
        deals=deals, live=story.live_measures,
    )  # fmt: skip


def load_history(store: Store, story: str, policy: judge.Policy, now: datetime) -> int:
    """Fill the ledger with the story's shipped history, once per content of its file; gives the number of new facts.

    A story without a history starts from nothing.
    """
    folder = stories.load(story).folder
    items = [
        HistoryItem(id=f"history-{n}", figure=row.figure, published=row.published, publisher=row.publisher,
                    url=row.url, family=policy.family(row.figure), note=row.figure.note)
        for n, row in enumerate(history.load(folder), 1)
    ]  # fmt: skip
    if not items:
        return 0
    digest = hashlib.sha256((folder / history.FILE).read_bytes()).hexdigest()
    return store.load_history(story, digest, items, partial(judge.judge, policy=policy), judge.needs, now)


def history_ledger(story: str, policy: judge.Policy) -> Ledger:
    """The ledger after the story's shipped history, in memory."""
    known = Ledger()
    for day, rows in groupby(sorted(history.load(stories.load(story).folder), key=_published), key=_published):
        occasion = Occasion(id=f"history {day}", published=day, baseline=True)
        judgement = judge.judge(occasion, [row.figure for row in rows], known, policy)
        known = judge.apply(known, judgement)
    return known


def _published(row: history.HistoryRow) -> date:
    return row.published


def fetch_policy(config: Config) -> FetchPolicy:
    """Limits and manners of the network."""
    net = config.network
    return FetchPolicy(
        contact=net.contact or "", connect=net.connect_timeout, read=net.read_timeout, total=net.total_timeout,
        max_compressed=net.max_download, max_inflated=net.max_inflated, max_redirects=net.max_redirects,
        allowed_networks=tuple(str(network) for network in net.allow), host_gap=net.host_gap,
        concurrency=net.concurrency, robots=net.robots,
    )  # fmt: skip


def interval_limits(config: Config, every: float | None) -> IntervalLimits:
    """Bounds of a feed's polling interval; `every` is the feed's own first interval, in seconds."""
    times = config.schedule
    first = every or times.every
    return IntervalLimits(first=first, shortest=min(times.floor, first), longest=times.longest)


def feed_specs(config: Config) -> tuple[FeedSpec, ...]:
    """Every feed and search of the configuration; disabled ones too, marked so."""
    listed = [
        FeedSpec(url=feed.url, name=feed.title, kind=feed.kind, language=None if language == "any" else language,
                 publisher=feed.publisher, every=feed.every, enabled=feed.enabled)
        for language, group in config.feeds.items() for feed in group
    ]  # fmt: skip
    return (*listed, *(_search(search) for search in config.search if search.enabled))


def _search(search: SearchFeed) -> FeedSpec:
    """A search as a feed whose address never changes: it asks for the newest, or for the last day."""
    edition, _, country = (search.hl or "").partition("-")
    if search.kind == "gdelt":
        url = gdelt.rolling_url(search.query, language=search.lang)
    else:
        language = edition.lower() or search.lang or "en"
        url = google_news.query_url(search.query, language=language, country=search.gl or country.upper() or None)
    return FeedSpec(url=url, name=search.title, kind=search.kind, language=search.lang, every=search.every)


def settle_feeds(store: Store, config: Config, now: datetime) -> None:
    """Put every feed's due time right after a pause or a step of the clock."""
    for row in store.feeds():
        after = settle(row.last, now, interval_limits(config, row.every))
        if after != row.last:
            store.keep_state(row.id, after)


def forgive_feeds(store: Store, now: datetime) -> int:
    """Make feeds that failed without any answer due soon, when our own network was away; gives their number."""
    forgiven = [(row.id, after) for row in store.feeds() if (after := forgive(row.last, now)) != row.last]
    for feed, after in forgiven:
        store.keep_state(feed, after)
    return len(forgiven)


def tidy(store: Store, config: Config, now: datetime, *, dry_run: bool = False) -> Tidied:
    """Remove captured bytes as the configuration's policy says."""
    keep = config.storage.keep
    return store.tidy(now, keep=timedelta(seconds=keep) if keep else None, cap=config.storage.cap, dry_run=dry_run)


def channels(config: Config) -> Mapping[str, Channel]:
    """The channels by name."""
    return {channel.name: channel for channel in config.alerts.channels}


def routing(config: Config, now: datetime) -> Routing:
    """Which flags are sent at once, and when the digest of the others is due: at the next such time of day."""
    alerts = config.alerts
    if alerts.digest is None:
        return Routing(frozenset(alerts.page))
    zone = ZoneInfo(alerts.timezone)
    today = now.astimezone(zone).date()
    days = [today + timedelta(days=n) for n in (0, 1)]
    times = [datetime.combine(day, alerts.digest, zone).astimezone(UTC) for day in days]
    day, at = next((day, at) for day, at in zip(days, times, strict=True) if at > now)
    return Routing(frozenset(alerts.page), day.isoformat(), at)


def first_wave(config: Config) -> timedelta:
    """How long a flag waits so that its message names all first outlets."""
    return timedelta(seconds=config.alerts.first_wave)
