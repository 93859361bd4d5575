"""HTML pages: telling them from feeds, and the feeds that they announce (autodiscovery)."""

from __future__ import annotations

import re
from html import unescape

from monitor.feeds import _encoding
from monitor.feeds._links import absolute, is_web
from monitor.feeds._text import title_text

__all__ = ["discover", "inside", "is_page", "title_of"]

_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex)[\s>]", re.I)
_SURELY = re.compile(
    r"<(?:rss\b[^<>]{0,2000}\bversion\s*=|feed\b[^<>]{0,2000}w3\.org/2005/Atom|(?:urlset|sitemapindex)\b[^<>]{0,2000}/sitemap)",
    re.I,
)
_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{0,300})", re.I)
_TAG = re.compile(r"<(link|a|base)\b([^<>]*)>", re.I)
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]+))")
_TYPES = {
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    "text/xml", "application/xml", "application/x-rss+xml",
}  # fmt: skip
_SAYS_FEED = re.compile(r"(?:/|\b)(?:feeds?|rss|atom|rdf)(?:[./_-]|/?\Z)|\.(?:rss|atom|rdf)\Z|rss\.xml|feed\.xml", re.I)


def is_page(text: str) -> bool:
    """Whether `text` is an HTML page: an HTML tag comes before any tag of a feed, and no feed's root stands in it."""
    feed = _FEED.search(text)
    page = _HTML.search(text, 0, min(feed.start() if feed else len(text), 50_000))
    return page is not None and (feed is None or _SURELY.search(text, feed.start()) is None)


def inside(text: str) -> str:
    """`text` from the feed on that stands in a page or after one; `text` itself where no page begins it."""
    feed = _FEED.search(text)
    if feed is None or _HTML.search(text, 0, min(feed.start(), 50_000)) is None:
        return text
    return text[feed.start() :]


def title_of(text: str) -> str:
    """The title of a page, shortened."""
    found = _TITLE.search(text[:100_000])
    return title_text(found[1])[:80] if found else ""


def discover(html: bytes, url: str) -> tuple[tuple[str, str, str], ...]:
    """The feeds that a page at `url` announces, as (address, title, media type), best first.

    ``<link rel="alternate">`` of a feed's type, then plain links whose address says feed, of the same page only.
    """
    text = _encoding.decode(html, None).text
    base, announced, linked = url, list[tuple[str, str, str]](), list[tuple[str, str, str]]()
    for found in _TAG.finditer(text):
        values = {n.lower(): unescape(a or b or c).strip() for n, a, b, c in _ATTRIBUTE.findall(found[2])}
        href, tag = values.get("href", ""), found[1].lower()
        if tag == "base":
            base = absolute(href, url) or base
        elif tag == "link" and _announces(values):
            announced.append((href, values.get("title", ""), values.get("type", "").lower()))
        elif tag == "a" and _SAYS_FEED.search(href):
            linked.append((href, values.get("title", ""), ""))
    whole = ((absolute(href, base), title, kind) for href, title, kind in (*announced, *linked))
    unique = {address: (address, title, kind) for address, title, kind in reversed(list(whole)) if is_web(address)}
    return tuple((address or "", title, kind) for address, title, kind in reversed(unique.values()))


def _announces(values: dict[str, str]) -> bool:
    """Whether the attributes of a link element name a feed."""
    relations = values.get("rel", "").lower().split()
    kind = values.get("type", "").lower().partition(";")[0].strip()
    return "feed" in relations or (
        "alternate" in relations and kind in _TYPES and "oembed" not in values.get("href", "")
    )
