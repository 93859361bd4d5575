"""Atom 0.3 and 1.0 (RFC 4287): a feed of entries, or one entry alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from monitor.feeds._fields import Fields, Source, attribute, hints, lang_of, local, own_text
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import authors
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_PUBLISHED = ("published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created", "pubdate")
_UPDATED = ("updated", "modified", "dcterms:modified", "dc:modified")
_SUMMARY = ("summary", "dc:description", "description", "itunes:summary")
_CONTENT = ("content", "content:encoded", "xhtml:body", "body")


def claims(source: Source) -> bool:
    """Whether the root is a feed or an entry, or there are entries below it."""
    root = source.root
    return root is not None and (local(root) in ("feed", "entry") or any(local(node) == "entry" for node in root))


def read(source: Source) -> FeedDocument:
    """All entries of the feed, in the order of the document."""
    root = source.root
    assert root is not None
    names = Names(root)
    alone = local(root) == "entry"
    feed = Fields(root, names, source.url)
    nodes = [root] if alone else list(feed.all("entry", "item", "rss:item"))
    link = None if alone else feed.atom_link("link") or feed.web_link(feed.raw("link")) or _web(feed.raw("id", "guid"))
    return FeedDocument(
        format=_format(root),
        title="" if alone else feed.title("title", "dc:title"),
        link=link,
        language=feed.raw("language", "dc:language") or lang_of(root),
        repairs=tuple(source.repairs),
        entries=tuple(_entry(node, names, feed.base or link) for node in nodes),
        hints=hints(feed),
    )


def _format(root: Element) -> str:
    space = str(root.tag).rpartition("}")[0].strip("{").lower()
    if "2005/atom" in space:
        return "atom10"
    return "atom03" if attribute(root, "version") == "0.3" or "purl.org/atom" in space else "atom"


def _entry(node: Element, names: Names, base: str | None) -> Entry:
    fields = Fields(node, names, base)
    identity = fields.raw("id", "guid")
    origin = fields.inner("source")
    return Entry(
        title=fields.title("title", "dc:title", "media:title"),
        link=_link(fields, identity),
        id=identity or None,
        published=fields.date(*_PUBLISHED),
        updated=fields.date(*_UPDATED),
        summary=_summary(fields),
        content=fields.body(*_CONTENT),
        authors=authors(fields),
        language=fields.raw("language", "dc:language") or lang_of(node),
        publisher=origin.title("title") or None if origin else None,
        publisher_url=origin.atom_link("link") if origin else None,
    )


def _link(fields: Fields, identity: str) -> str | None:
    """The entry's page: an alternate link, where its content lies, an id that is an address."""
    if link := fields.atom_link("link", "atom:link"):
        return link
    for node in fields.all("link"):
        if link := fields.web_link(own_text(node).strip()):
            return link
    content = next(fields.all("content"), None)
    if content is not None and attribute(content, "type") in ("", "html", "text/html") and (link := fields.web_link(attribute(content, "src"))):
        return link
    return _web(identity)


def _web(identity: str) -> str | None:
    return identity if is_web(identity) else None


def _summary(fields: Fields) -> str:
    return fields.body(*_SUMMARY) or ("" if any(k in fields.by_name for k in _CONTENT) else fields.medium())
