"""Google News search feeds: the address of a search, and its RSS with links led back to the publishers.

Used only where the user lists such a feed. Links of the old form hold the article's address and are decoded offline;
the others are led to the article that the same publisher's own feed lists under the same title (`resolved`), and stay
as they are where there is none.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode, urlsplit

from monitor.feeds import rss
from monitor.feeds._fields import Source
from monitor.feeds._links import is_web
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "decode_link", "publishers", "query_url", "read", "resolved"]

_HOST = "news.google.com"
_ARTICLE = re.compile(r"/articles/([A-Za-z0-9_-]{16,4000})")
_WORDS = re.compile(r"[^\W_]+")
_COUNTRY = {
    "en": "US",
    "es": "ES",
    "uk": "UA",
    "ru": "RU",
    "fr": "FR",
    "de": "DE",
    "it": "IT",
    "pl": "PL",
    "pt": "PT",
    "nl": "NL",
}


def query_url(
    terms: str,
    *,
    language: str = "en",
    country: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> str:
    """The address of a search for `terms` in one language edition, between two days where given (`until` excluded)."""
    place = country or _COUNTRY.get(language, language.upper())
    query = " ".join([terms, *([f"after:{since}"] if since else []), *([f"before:{until}"] if until else [])])
    edition = f"{language}-{place}" if language in ("en", "pt", "es") else language
    parameters = {"q": query, "hl": edition, "gl": place, "ceid": f"{place}:{language}"}
    return f"https://{_HOST}/rss/search?{urlencode(parameters)}"


def claims(source: Source) -> bool:
    """Whether this is RSS that lies at Google News."""
    try:
        host = urlsplit(source.url or "").hostname
    except ValueError:
        return False
    return host == _HOST and rss.claims(source)


def read(source: Source) -> FeedDocument:
    """The entries, links decoded where their form allows, titles without the publisher's name at the end."""
    document = rss.read(source)
    return replace(document, entries=tuple(map(_at_publisher, document.entries)))


def _at_publisher(entry: Entry) -> Entry:
    title = entry.title.removesuffix(f" - {entry.publisher}") if entry.publisher else entry.title
    return entry._replace(title=title, link=decode_link(entry.link or "") or entry.link)


def decode_link(link: str) -> str | None:
    """The article's address in an old-style link (base64 of a protocol buffer); None where it is not held there."""
    found = _ARTICLE.search(link)
    if not found:
        return None
    try:
        data = urlsafe_b64decode(found[1] + "=" * (-len(found[1]) % 4))
    except ValueError:
        return None
    start = data.find(b'"', 0, 4)
    size, at = _varint(data, start + 1)
    address = data[at : at + size].decode("utf-8", "replace") if start >= 0 else ""
    return address if is_web(address) and "\ufffd" not in address else None


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """A length of one or two bytes at `at`, and where what it measures begins."""
    if at + 1 < len(data) and data[at] & 0x80:
        return (data[at] & 0x7F) | data[at + 1] << 7, at + 2
    return data[at] if at < len(data) else 0, at + 1


def publishers(entries: Iterable[Entry]) -> frozenset[str]:
    """The hosts of those who published what still leads to Google."""
    return frozenset(_site(entry.publisher_url) for entry in entries if _unresolved(entry)) - {""}


def _unresolved(entry: Entry) -> bool:
    return bool(entry.publisher_url) and _site(entry.link) == _HOST


def resolved(document: FeedDocument, known: Iterable[Entry]) -> FeedDocument:
    """`document` with links that lead to Google replaced by those of `known` entries: same publisher, same title.

    Where two articles of a publisher have the title nothing is certain, and the link stays.
    """
    places: dict[tuple[str, str], set[str]] = {}
    for entry in known:
        places.setdefault((_site(entry.link), _bare(entry.title)), set()).add(entry.link or "")
    entries = tuple(_led(entry, places) for entry in document.entries)
    count = sum(after is not before for after, before in zip(entries, document.entries, strict=True))
    told = (f"{count} links led to their publishers",) if count else ()
    return replace(document, entries=entries, repairs=(*document.repairs, *told))


def _led(entry: Entry, places: Mapping[tuple[str, str], Collection[str]]) -> Entry:
    title = _bare(entry.title)
    found = places.get((_site(entry.publisher_url), title), ()) if title and _unresolved(entry) else ()
    return entry._replace(link=next(iter(found))) if len(found) == 1 else entry


def _bare(title: str) -> str:
    return " ".join(_WORDS.findall(title.casefold()))


def _site(address: str | None) -> str:
    """The host of an address, without ``www.``; "" when there is none."""
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
