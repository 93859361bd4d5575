"""GDELT's DOC 2.0 search: the address of a search over a window of time, and its JSON list of articles.

One request returns 250 articles at most and does not say when there are more: a full answer means that the window
must be halved (`narrower`). Errors arrive with status 200 as a plain sentence; `monitor.feeds.read` raises FeedError
with that sentence. One request in five seconds is allowed: that is the fetcher's part.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import Source
from monitor.feeds._links import absolute
from monitor.feeds._text import title_text
from monitor.model import Entry, FeedDocument

__all__ = ["LIMIT", "claims", "narrower", "query_url", "read", "rolling_url", "window_url"]

LIMIT = 250
"""Most articles in one answer."""
_HOST = "api.gdeltproject.org"
_SHORTEST = timedelta(minutes=15)
_SPACED = re.compile(r"\s+([,.;:!?%)\]’”])")
_CODES = {
    "english": "en", "spanish": "es", "ukrainian": "uk", "russian": "ru", "french": "fr", "german": "de",
    "italian": "it", "polish": "pl", "portuguese": "pt", "dutch": "nl", "turkish": "tr", "romanian": "ro",
    "czech": "cs", "greek": "el",
}  # fmt: skip


def query_url(terms: str, start: datetime, end: datetime, *, language: str | None = None) -> str:
    """The address of a search between two instants; `language` is GDELT's English name ("spanish")."""
    query = f"{terms} sourcelang:{language}" if language else terms
    parameters = {
        "query": query, "mode": "artlist", "format": "json", "maxrecords": LIMIT, "sort": "datedesc",
        "startdatetime": _stamp(start), "enddatetime": _stamp(end),
    }  # fmt: skip
    return f"https://{_HOST}/api/v2/doc/doc?{urlencode(parameters)}"


def rolling_url(terms: str, *, span: str = "1d", language: str | None = None) -> str:
    """The address of a search over the last `span` (15min, 6h, 1d, 1w), which stays the same from poll to poll.

    `language` is an ISO 639-1 code or GDELT's English name.
    """
    name = next((name for name, code in _CODES.items() if code == language), language)
    query = f"{terms} sourcelang:{name}" if name else terms
    parameters = {
        "query": query, "mode": "artlist", "format": "json", "maxrecords": LIMIT, "sort": "datedesc", "timespan": span,
    }  # fmt: skip
    return f"https://{_HOST}/api/v2/doc/doc?{urlencode(parameters)}"


def window_url(url: str, start: datetime, end: datetime) -> str:
    """The search at `url` (`rolling_url` or `query_url`) between two instants."""
    parts = urlsplit(url)
    times = {"timespan", "startdatetime", "enddatetime"}
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name not in times]
    window = [("startdatetime", _stamp(start)), ("enddatetime", _stamp(end))]
    return urlunsplit(parts._replace(query=urlencode([*kept, *window])))


def _stamp(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y%m%d%H%M%S")


def narrower(found: int, start: datetime, end: datetime) -> tuple[tuple[datetime, datetime], ...]:
    """The two windows to ask instead when an answer of `found` articles was full; none when it was whole.

    A window of 15 minutes is GDELT's smallest and is not halved.
    """
    if found < LIMIT or end - start <= _SHORTEST:
        return ()
    middle = (start + (end - start) / 2).replace(microsecond=0)
    return (start, middle), (middle, end)


def claims(source: Source) -> bool:
    """Whether the JSON is a list of GDELT's articles; an empty answer only counts from its own address."""
    if not isinstance(source.data, dict):
        return False
    articles = source.data.get("articles")
    if isinstance(articles, list) and articles:
        return isinstance(articles[0], dict) and "seendate" in articles[0]
    try:
        return urlsplit(source.url or "").hostname == _HOST and (not source.data or articles == [])
    except ValueError:
        return False


def read(source: Source) -> FeedDocument:
    """An entry for each article. `updated` is when GDELT saw it: it does not know when it was published."""
    articles = [a for a in source.data.get("articles") or [] if isinstance(a, dict)]
    entries = tuple(map(_entry, articles))
    repairs = (*source.repairs, *(["full answer: there may be more"] if len(articles) >= LIMIT else []))
    return FeedDocument("gdelt", title="GDELT", repairs=repairs, entries=entries)


def _entry(article: dict[str, Any]) -> Entry:
    link = absolute(str(article.get("url") or "").strip(), None)
    domain = str(article.get("domain") or "").strip()
    return Entry(
        title=_SPACED.sub(r"\1", title_text(str(article.get("title") or ""))),
        link=link,
        id=link,
        updated=parse_date(str(article.get("seendate") or "")),
        language=_CODES.get(str(article.get("language") or "").lower()),
        publisher=domain or None,
        publisher_url=f"https://{domain}" if domain else None,
    )
