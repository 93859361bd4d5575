"""Documents that say that there is more: an index of sitemaps, and a search whose answer is full.

What more there is, is asked for at once, newest first and within a budget, and its entries join those of the document.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from monitor.feeds import gdelt, google_news
from monitor.gaps import Outlet
from monitor.model import Answer, Entry, FeedDocument, FeedHints

__all__ = ["CHILDREN", "WINDOWS", "completed", "led_to_publishers", "newest"]

CHILDREN: Final = 3
"""Sitemaps of one index that are read in one poll."""

WINDOWS: Final = 12
"""Windows of one search that are asked for in one poll."""

_LISTED: Final = timedelta(days=14)
"""So long ago may a publisher's own feed have listed what a search finds."""

_SPAN: Final = timedelta(days=1)
_SLACK: Final = timedelta(hours=1)


async def completed(
    answer: Answer, document: FeedDocument, outlet: Outlet, *, since: datetime | None = None
) -> FeedDocument:
    """`document` with the entries of what it only points to; `since` is the last poll that succeeded.

    What cannot be had is left out, and the document's repairs say how much was read. Never raises for the network.
    """
    if document.hints.children:
        return await _indexed(document, outlet, since)
    if document.format == "gdelt" and len(document.entries) >= gdelt.LIMIT:
        return await _searched(answer, document, outlet, since)
    return document


# ---------------------------------------------------------------- an index of sitemaps


def newest(hints: FeedHints, since: datetime | None, most: int = CHILDREN) -> list[str]:
    """The sitemaps of an index to read: those changed since, newest first.

    Where none is dated: those that name news in their address, then the last ones listed (sitemaps.org gives no order;
    WordPress and Yoast number upwards).
    """
    dated = sorted(((when, url) for url, when in hints.children if when), reverse=True)
    if dated:
        return [url for when, url in dated if since is None or when >= since - _SLACK][:most]
    listed = [url for url, _ in reversed(hints.children)]
    return sorted(listed, key=lambda url: "news" not in url.lower())[:most]


async def _indexed(document: FeedDocument, outlet: Outlet, since: datetime | None) -> FeedDocument:
    """The entries of the newest sitemaps; an index within an index is followed with the same budget."""
    waiting, seen, found = newest(document.hints, since), set[str](), list[Entry]()
    read = 0
    while waiting and len(seen) < CHILDREN:
        url = waiting.pop(0)
        seen.add(url)
        _, child = await outlet.document(url)
        if child is None:
            continue
        read += 1
        found += child.entries
        waiting = [url for url in newest(child.hints, since) if url not in seen] + waiting
    told = f"index of {len(document.hints.children)} sitemaps: {read} of the newest read"
    return replace(document, entries=tuple(found), repairs=(*document.repairs, told))


# ---------------------------------------------------------------- a search whose answer is full


async def _searched(answer: Answer, document: FeedDocument, outlet: Outlet, since: datetime | None) -> FeedDocument:
    """The rest of a search: the time before its oldest entry, halved where an answer is full again (issue 5)."""
    end = _oldest(document.entries, answer.fetched_at)
    start = max(answer.fetched_at - _SPAN, (since - _SLACK) if since else answer.fetched_at - _SPAN)
    waiting = [(start, end)] if start < end else []
    found, asked = {entry.link: entry for entry in document.entries}, 0
    while waiting and asked < WINDOWS:
        window, asked = waiting.pop(), asked + 1
        _, part = await outlet.document(gdelt.window_url(answer.url, *window))
        if part is None:
            break
        found = {**{entry.link: entry for entry in part.entries}, **found}
        waiting += gdelt.narrower(len(part.entries), *window)
    if not asked:
        return document
    told = f"{asked} more windows of a full answer read" + (": not all of them" if waiting else "")
    return replace(document, entries=tuple(found.values()), repairs=(*document.repairs[:-1], told))


def _oldest(entries: Sequence[Entry], otherwise: datetime) -> datetime:
    return min((entry.updated for entry in entries if entry.updated), default=otherwise)


# ---------------------------------------------------------------- a search that hides where articles lie


async def led_to_publishers(
    document: FeedDocument, listed_at: Callable[[Collection[str], datetime], Awaitable[Sequence[Entry]]], now: datetime
) -> FeedDocument:
    """Links of Google News, led to the articles that the publishers' own feeds list (`Store.listed_at`)."""
    hosts = google_news.publishers(document.entries)
    return google_news.resolved(document, await listed_at(hosts, now - _LISTED)) if hosts else document
