"""Sitemaps with or without the news extension, and indexes of sitemaps (sitemaps.org, Google News)."""

from __future__ import annotations

from datetime import datetime

from monitor.feeds._fields import Fields, Source, local
from monitor.feeds._names import Names
from monitor.model import Entry, FeedDocument, FeedHints

__all__ = ["claims", "read"]


def claims(source: Source) -> bool:
    """Whether the root is a set of addresses or an index of sitemaps."""
    return source.root is not None and local(source.root) in ("urlset", "sitemapindex")


def read(source: Source) -> FeedDocument:
    """An entry for each address of a sitemap; for an index, its sitemaps as `hints.children` and no entries."""
    root = source.root
    assert root is not None
    names = Names(root)
    index = local(root) == "sitemapindex"
    nodes = [Fields(node, names, source.url) for node in root if local(node) == ("sitemap" if index else "url")]
    repairs = tuple(source.repairs)
    if index:
        children = tuple(child for fields in nodes if (child := _child(fields)))
        return FeedDocument("sitemapindex", repairs=repairs, hints=FeedHints(children=children))
    entries = tuple(_entry(fields) for fields in nodes)
    title = next((name for fields in nodes if (name := _news(fields)[1])), "")
    language = next((entry.language for entry in entries if entry.language), None)
    return FeedDocument("sitemap", title=title, language=language, repairs=repairs, entries=entries)


def _child(fields: Fields) -> tuple[str, datetime | None] | None:
    link = fields.web_link(fields.raw("loc"))
    return (link, fields.date("lastmod")) if link else None


def _news(fields: Fields) -> tuple[Fields | None, str, str | None]:
    """The news part of an address, the name of its publication and its language."""
    news = fields.inner("news:news")
    paper = news.inner("news:publication") if news else None
    return news, paper.title("news:name") if paper else "", (paper.raw("news:language") or None) if paper else None


def _entry(fields: Fields) -> Entry:
    news, publisher, language = _news(fields)
    link = fields.web_link(fields.raw("loc"))
    return Entry(
        title=news.title("news:title") if news else "",
        link=link,
        id=link,
        published=news.date("news:publication_date") if news else None,
        updated=fields.date("lastmod"),
        language=language,
        publisher=publisher or None,
    )
