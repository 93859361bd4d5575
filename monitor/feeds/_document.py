"""Any bytes -> a feed's document, or one clear line why not."""

from __future__ import annotations

import re
from datetime import datetime
from hashlib import sha256
from typing import Any

from monitor import registry
from monitor.errors import FeedError
from monitor.feeds import _encoding, _json, _pages, _xml
from monitor.feeds._fields import Source
from monitor.feeds._text import line
from monitor.model import Entry, FeedDocument

__all__ = ["as_json", "identity", "read"]

_PACKAGE = "monitor.feeds"
_JSON_FEED = re.compile(r"<?[^<]*jsonfeed\.org/version/")
_OPML = re.compile(r"<opml\b", re.I)
_FEED_TAG = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|urlset|sitemapindex|channel|item|entry|loc)[\s>/]", re.I)


def read(body: bytes, *, url: str | None = None, content_type: str | None = None) -> FeedDocument:
    """The feed in `body`; `url` is where it lies, `content_type` the header it was served with.

    Raises FeedError, and nothing else whatever the bytes are, when they hold no feed.
    """
    text, repairs, utf8 = _encoding.decode(body, content_type)
    start = text[:200].lstrip("\ufeff \t\r\n\0")[:1]
    if not start and not text.strip("\ufeff \t\r\n\0"):
        raise FeedError("the answer is empty", subject=url or "", mend="ask again later or check the address")
    json = start in ("{", "[") or _JSON_FEED.match(text, 0, 300) is not None
    source = _json_source(text, url) if json else _xml_source(text, url, utf8)
    if json and source.data is None and _FEED_TAG.search(text):
        source = _xml_source(text, url, utf8)
    source.repairs[:0] = repairs
    for name in registry.names(_PACKAGE):
        kind = registry.find(_PACKAGE, name)
        if kind.claims(source):
            document: FeedDocument = kind.read(source)
            return document
    raise _no_feed(text, source, url)


def _json_source(text: str, url: str | None) -> Source:
    data, repairs = _json.parse(text.strip("\ufeff \t\r\n\0"))
    return Source(url, data=data, repairs=list(repairs))


def _xml_source(text: str, url: str | None, utf8: bytes | None) -> Source:
    if _pages.is_page(text) or not _FEED_TAG.search(text):
        return Source(url)
    feed = _pages.inside(text)
    root, repairs = _xml.parse(feed, utf8 if feed is text else None)
    cut = ["text before the feed cut off"] if feed is not text else []
    return Source(url, root=root, repairs=[*cut, *repairs])


def _no_feed(text: str, source: Source, url: str | None) -> FeedError:
    """Why the text is no feed, in one line."""
    subject = url or ""
    if source.data is not None:
        return FeedError("JSON, but not a feed", subject=subject, mend="check the address")
    if _OPML.search(text[:5000]):
        mend = "take it over with `monitor feeds import`"
        return FeedError("an OPML list of feeds, not a feed", subject=subject, mend=mend)
    if _pages.is_page(text):
        title = _pages.title_of(text)
        named = f' titled "{title}"' if title else ""
        mend = "look for its feeds with `monitor feeds discover`"
        return FeedError(f"an HTML page{named} where a feed was promised", subject=subject, mend=mend)
    if text.lstrip("\ufeff \t\r\n\0")[:1] in ("{", "["):
        return FeedError("broken JSON", subject=subject, mend="ask again later")
    if text.lstrip("\ufeff \t\r\n\0")[:1] == "<":
        return FeedError("XML or HTML, but not a feed", subject=subject, mend="check the address")
    if any(char < " " and char not in "\t\r\n\f" for char in text[:400]):
        binary = "neither text nor a feed (a picture, a sound or a packed file)"
        return FeedError(binary, subject=subject, mend="check the address")
    if len(text) < 400:
        return FeedError(f'a message instead of a feed: "{line(text)}"', subject=subject, mend="mend the query or wait")
    return FeedError("neither XML nor JSON", subject=subject, mend="check the address")


def identity(entry: Entry) -> str:
    """What an entry is known by from poll to poll: its id, else its link, else its title with its date.

    An entry that has none of them is known by its text.
    """
    if entry.id:
        return entry.id
    if entry.link:
        return entry.link
    when = entry.published or entry.updated
    text = f"{entry.title}\n{when.isoformat() if when else ''}"
    if not entry.title and not when:
        text = f"{entry.summary}\n{entry.content}"
    return f"sha256:{sha256(text.encode('utf-8', 'replace')).hexdigest()}"


def as_json(document: FeedDocument, file: str) -> dict[str, Any]:
    """What `monitor inspect feed` prints of one document. The sitemaps of an index stand among its entries."""
    children = tuple(Entry(link=link, id=link, updated=when) for link, when in document.hints.children)
    return {
        "file": file,
        "format": document.format,
        "title": document.title or None,
        "link": document.link,
        "language": document.language,
        "repairs": list(document.repairs),
        "entries": [_row(entry) for entry in (*document.entries, *children)],
    }


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "title": entry.title or None,
        "link": entry.link,
        "id": entry.id,
        "published": _time(entry.published),
        "updated": _time(entry.updated),
        "summary": entry.summary,
        "content": entry.content,
        "authors": list(entry.authors),
        "language": entry.language,
        "source_name": entry.publisher,
        "source_url": entry.publisher_url,
    }


def _time(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
