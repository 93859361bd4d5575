"""JSON Feed 1.0 and 1.1 (jsonfeed.org), read generously."""

from __future__ import annotations

from typing import Any

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import Source
from monitor.feeds._links import absolute, is_web
from monitor.feeds._text import line, plain, title_text
from monitor.model import Entry, FeedDocument, FeedHints

__all__ = ["claims", "read"]

Data = dict[str, Any]


def claims(source: Source) -> bool:
    """Whether the JSON names JSON Feed's version or holds a list of items that look like entries."""
    data = source.data
    if not isinstance(data, dict):
        return False
    if "jsonfeed" in str(data.get("version", "")).lower():
        return _listed(data) is not None
    return isinstance(data.get("items"), list) and any(map(_like_an_entry, data["items"]))


def _listed(data: Data) -> list[Any] | None:
    """The list of items; under another name where there is none of the right one. None when there is no list."""
    if isinstance(data.get("items"), list):
        return list(data["items"])
    lists = (value for value in data.values() if isinstance(value, list) and any(map(_like_an_entry, value)))
    return next(lists, None)


def _like_an_entry(item: object) -> bool:
    keys = ("url", "content_html", "content_text", "date_published")
    return isinstance(item, dict) and any(key in item for key in keys)


def read(source: Source) -> FeedDocument:
    """All items, in their order; an item that is no object is kept out and named among the repairs."""
    data: Data = source.data
    listed = _listed(data) or []
    items = [item for item in listed if isinstance(item, dict)]
    lost = len(listed) - len(items)
    link = absolute(_text(data, "home_page_url"), source.url)
    base = source.url or absolute(_text(data, "feed_url"), None) or link
    return FeedDocument(
        format="json",
        title=title_text(_text(data, "title")),
        link=link,
        language=_text(data, "language") or None,
        repairs=(*source.repairs, *([f"{lost} items that are no objects"] if lost else [])),
        entries=tuple(_entry(item, base) for item in items),
        hints=FeedHints(hub=_hub(data)),
    )


def _text(data: Data, *keys: str) -> str:
    """The first text that is not blank; numbers (ids) count as text."""
    for key in keys:
        value = data.get(key)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return str(value).strip()
    return ""


def _hub(data: Data) -> str | None:
    hubs = data.get("hubs")
    found = [_text(hub, "url") for hub in hubs if isinstance(hub, dict)] if isinstance(hubs, list) else []
    return next((url for url in found if is_web(url)), None)


def _entry(item: Data, base: str | None) -> Entry:
    identity = _text(item, "id")
    link = absolute(_text(item, "url", "external_url"), base) or (identity if is_web(identity) else None)
    return Entry(
        title=line(title_text(_text(item, "title"))),
        link=link,
        id=identity or None,
        published=parse_date(_text(item, "date_published")),
        updated=parse_date(_text(item, "date_modified")),
        summary=plain(_text(item, "summary")),
        content=plain(_text(item, "content_html")) or _text(item, "content_text"),
        authors=_authors(item),
        language=_text(item, "language") or None,
    )


def _authors(item: Data) -> tuple[str, ...]:
    """Names of authors: the list of version 1.1, the single one of 1.0, or plain strings."""
    listed = item.get("authors")
    people = [*(listed if isinstance(listed, list) else [listed]), item.get("author")]
    names = (_text(p, "name") if isinstance(p, dict) else p.strip() if isinstance(p, str) else "" for p in people)
    return tuple(dict.fromkeys(name for name in names if name))
