"""Filling gaps: what a feed missed is asked of what its outlet offers, politely, within a budget, and resumably.

Ways back, in this order: the feed's own archives (RFC 5005), WordPress pages (``?paged=N``), the outlet's sitemaps as
its robots.txt names them. What is still to be asked is kept in the gap's row after each request, so that a crash
repeats one request at most; entries known already add nothing. What no way leads to is tried again on later days and
then given up, and is said so.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from monitor import feeds
from monitor.model import Answer, Entry, FeedDocument
from monitor.parse import urls
from monitor.store import Gap, Store

__all__ = ["BUDGET", "PAUSE", "Outlet", "Progress", "fill", "offers", "take"]

BUDGET: Final = 30
"""Requests for one feed in one pass."""

PAUSE: Final = timedelta(minutes=10)
"""Between two passes of the daemon over one gap that is not filled yet."""

SLACK: Final = timedelta(hours=1)
"""Articles are listed a little after the time that they are dated."""

_TRIES = 7
_TROUBLE = ("limited", "down", "too_slow", "broken", "challenge")
_SEARCHES = ("news.google.com", "api.gdeltproject.org")
_UNDATED = 10
_LARGEST = 50_000_000

Step = tuple[str, str]
"""One request to make: how to read its answer (archive, paged, robots, sitemap), and the address."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a gap is filled. `start` is where to begin again, `waiting` what is to be asked next, in order.

    `reached` is True once something as old as the window's beginning was seen; `last` tells a page that repeats.
    """

    start: tuple[Step, ...] = ()
    waiting: tuple[Step, ...] = ()
    asked: int = 0
    reached: bool = False
    last: str = ""
    tries: int = 0

    @classmethod
    def of(cls, text: str) -> Progress:
        """From the gap's row; empty when nothing was kept."""
        data: dict[str, Any] = json.loads(text) if text else {}
        data |= {name: tuple((how, url) for how, url in data.get(name, ())) for name in ("start", "waiting")}
        return cls(**data)

    def text(self) -> str:
        """For the gap's row."""
        return json.dumps(asdict(self))


@dataclass(frozen=True, slots=True)
class Outlet:
    """The network as a gap needs it: `get` fetches an address, `read` finds the feed in an answer that is ok."""

    get: Callable[[str], Awaitable[Answer]]
    read: Callable[[Answer], Awaitable[tuple[Answer, FeedDocument | None]]]

    async def document(self, url: str) -> tuple[Answer, FeedDocument | None]:
        """Fetch an address, unpack and read it; no document where the answer is not ok or no feed."""
        answer = await self.get(url)
        if answer.outcome != "ok":
            return answer, None
        return await self.read(replace(answer, body=_unpacked(answer.body)))


# ---------------------------------------------------------------- decisions, pure


def offers(answer: Answer, document: FeedDocument) -> str:
    """Where a gap that this poll opens would begin to be filled, as text for the gap's row."""
    site = urlsplit(answer.final_url)
    if site.hostname in _SEARCHES:
        return Progress().text()
    steps = [("archive", url) for url in document.hints.archives[:1]]
    steps += [("paged", _page(answer.final_url, 2))] if _by_wordpress(answer) else []
    steps += [("robots", f"{site.scheme}://{site.netloc}/robots.txt")]
    return Progress(tuple(steps), tuple(steps), last=_digest(document.entries)).text()


def take(
    progress: Progress, document: FeedDocument, gap: Gap, known: frozenset[str] | set[str]
) -> tuple[Progress, tuple[Entry, ...]]:
    """What a document that answered the first waiting step means: the progress after it, and the entries to add.

    `known` holds the identities and link keys on it that the feed had listed before the gap began.
    """
    (how, url), rest = progress.waiting[0], progress.waiting[1:]
    if how == "sitemap":
        return _of_sitemap(replace(progress, waiting=rest), document, gap)
    entries, digest = document.entries, _digest(document.entries)
    met = next((n for n, entry in enumerate(entries) if _names(entry) & known), None)
    found = tuple(e for n, e in enumerate(entries) if _within(e, gap, undated=met is None or n < met))
    if met is not None or _older(entries, gap):
        return replace(progress, waiting=(), reached=True), found
    more = [("archive", link) for link in document.hints.archives[:1] if how == "archive" and link != url]
    if how == "paged" and entries and digest != progress.last:
        more = [("paged", _page(url, _number(url) + 1))]
    return replace(progress, waiting=(*more, *rest), last=digest), found


def _of_sitemap(progress: Progress, document: FeedDocument, gap: Gap) -> tuple[Progress, tuple[Entry, ...]]:
    """An index leads to its sitemaps changed since the gap began; a sitemap gives its addresses dated within it."""
    if document.hints.children:
        children = document.hints.children
        dated = [(when, url) for url, when in children if when and when >= gap.since - SLACK]
        undated = [url for url, when in children if when is None]
        chosen = [url for _, url in sorted(dated)] + (undated if len(undated) <= _UNDATED else [])
        return replace(progress, waiting=(*(("sitemap", url) for url in chosen), *progress.waiting)), ()
    times = [time for entry in document.entries if (time := _time(entry))]
    reached = progress.reached or (bool(times) and min(times) <= gap.since)
    return replace(progress, reached=reached), tuple(e for e in document.entries if _within(e, gap, undated=False))


def _sitemaps(answer: Answer) -> tuple[Step, ...]:
    """The sitemaps that a robots.txt names, five at most; without any the usual address."""
    lines = answer.body[:512_000].decode("utf-8", "replace").splitlines() if answer.outcome == "ok" else []
    named = [line.partition(":")[2].strip() for line in lines if line.strip().lower().startswith("sitemap:")]
    usual = answer.url.removesuffix("robots.txt") + "sitemap.xml"
    return tuple(("sitemap", url) for url in dict.fromkeys(named[:5] or [usual]))


def _by_wordpress(answer: Answer) -> bool:
    """Whether WordPress made this feed: it says so in its Link header, or the address has the form of its feeds."""
    site, links = urlsplit(answer.final_url), " ".join(v for name, v in answer.headers if name == "link")
    return "api.w.org" in links or "/feed" in f"{site.path}/"[-12:] or "feed=" in site.query


def _page(url: str, number: int) -> str:
    """`url` with ``paged=number``."""
    site = urlsplit(url)
    query = [(name, value) for name, value in parse_qsl(site.query, keep_blank_values=True) if name != "paged"]
    return urlunsplit(site._replace(query=urlencode([*query, ("paged", str(number))]), fragment=""))


def _number(url: str) -> int:
    return int(dict(parse_qsl(urlsplit(url).query)).get("paged", "1"))


def _digest(entries: Sequence[Entry]) -> str:
    return hashlib.sha256("\n".join(map(feeds.identity, entries)).encode("utf-8", "replace")).hexdigest()


def _names(entry: Entry) -> set[str]:
    return {feeds.identity(entry)} | ({urls.normalise(entry.link)} if entry.link else set())


def _time(entry: Entry) -> datetime | None:
    return entry.published or entry.updated


def _within(entry: Entry, gap: Gap, *, undated: bool) -> bool:
    time = _time(entry)
    return undated if time is None else gap.since - SLACK <= time <= gap.until


def _older(entries: Sequence[Entry], gap: Gap) -> bool:
    """Whether a page reaches back beyond the window; a single old entry may be one that is shown again."""
    times = [time for entry in entries if (time := _time(entry))]
    return bool(times) and sum(time <= gap.since for time in times) >= min(2, len(times))


# ---------------------------------------------------------------- the work


async def fill(
    gap: Gap,
    outlet: Outlet,
    store: Store,
    run: Callable[..., Awaitable[Any]],
    clock: Callable[[], datetime],
    budget: int = BUDGET,
) -> tuple[int, str, int]:
    """Work on one open gap with at most `budget` requests; gives (requests made, what to tell, entries added).

    `run` calls a method of the store off the event loop.
    """
    progress, made, added = Progress.of(gap.progress), 0, 0
    while progress.waiting and made < budget:
        made += 1
        answer, document = await _ask(progress.waiting[0], outlet)
        if answer.outcome in _TROUBLE:
            later = clock() + max(timedelta(hours=1), timedelta(seconds=answer.retry_after or 0))
            note = f"{_window(gap)} stays open: {answer.detail}"
            await run(store.keep_gap, gap.id, progress.text(), note, later)
            return made, note, added
        progress, entries = await _taken(replace(progress, asked=progress.asked + 1), answer, document, gap, store, run)
        if entries and document:
            added += await run(
                store.save_missed, gap, entries, document.language, clock(),
                link_key=urls.normalise, identity=feeds.identity,
            )  # fmt: skip
        await run(store.keep_gap, gap.id, progress.text(), "", clock() + PAUSE)
    return made, await _end(gap, progress, gap.found + added, store, run, clock()), added


async def _ask(step: Step, outlet: Outlet) -> tuple[Answer, FeedDocument | None]:
    how, url = step
    return (await outlet.get(url), None) if how == "robots" else await outlet.document(url)


def _unpacked(body: bytes) -> bytes:
    """Sitemaps often lie packed (.xml.gz); what does not unpack stays as it is."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        return zlib.decompressobj(31).decompress(body, _LARGEST)
    except zlib.error:
        return body


async def _taken(
    progress: Progress,
    answer: Answer,
    document: FeedDocument | None,
    gap: Gap,
    store: Store,
    run: Callable[..., Awaitable[Any]],
) -> tuple[Progress, tuple[Entry, ...]]:
    if progress.waiting[0][0] == "robots":
        return replace(progress, waiting=(*_sitemaps(answer), *progress.waiting[1:])), ()
    if document is None:
        return replace(progress, waiting=progress.waiting[1:]), ()
    names = {name for entry in document.entries for name in _names(entry)}
    return take(progress, document, gap, await run(store.known_before, gap.feed_id, names, gap.since))


async def _end(
    gap: Gap, progress: Progress, found: int, store: Store, run: Callable[..., Awaitable[Any]], now: datetime
) -> str:
    """Close the gap, or keep it for later; gives the sentence about it."""
    so_far = f"{found} entries in {progress.asked} requests"
    if progress.waiting:
        note = f"{_window(gap)} stays open: {so_far} so far; it is gone on with later"
        await run(store.keep_gap, gap.id, progress.text(), note, now + PAUSE)
    elif progress.reached:
        note = f"{_window(gap)} is filled: {so_far}"
        await run(store.close_gap, gap.id, note, now)
    elif progress.tries + 1 >= _TRIES:
        note = f"{_window(gap)} is given up: {so_far}; the outlet offers no more"
        await run(store.close_gap, gap.id, note, now, state="given_up")
    else:
        note = f"{_window(gap)} stays open: {so_far}; the outlet offers no more today"
        again = replace(progress, waiting=progress.start, tries=progress.tries + 1)
        await run(store.keep_gap, gap.id, again.text(), note, now + timedelta(days=1))
    return note


def _window(gap: Gap) -> str:
    return f"what was missed from {gap.since:%Y-%m-%d %H:%M} to {gap.until:%Y-%m-%d %H:%M} UTC"
