"""Atom 0.3 and 1.0 (RFC 4287): a feed of entries, or one entry alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from monitor.feeds._fields import Fields, Source, attribute, hints, lang_of, local, own_text
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import AUTHOR_KEYS, authors
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_ROLES = {
    "title": ("title", "dc:title", "media:title"),
    "link": ("link", "atom:link"),
    "id": ("id", "guid"),
    "published": ("published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created", "pubdate"),
    "updated": ("updated", "modified", "dcterms:modified", "dc:modified"),
    "summary": ("summary", "dc:description", "description", "itunes:summary"),
    "content": ("content", "content:encoded", "xhtml:body", "body"),
    "medium": ("media:description", "media:group"),
    "authors": AUTHOR_KEYS,
    "language": ("language", "dc:language"),
    "source": ("source",),
}
"""Field of an entry -> the names of elements that give it, best first."""


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
    plan = fields.plan(_ROLES)
    identity = fields.raw(*plan["id"])
    origin = fields.inner("source") if plan["source"] else None
    content = fields.body(*plan["content"])
    return Entry(
        title=fields.title(*plan["title"]),
        link=_link(fields, plan["link"], identity),
        id=identity or None,
        published=fields.date(*plan["published"]),
        updated=fields.date(*plan["updated"]),
        summary=fields.body(*plan["summary"]) or ("" if content or not plan["medium"] else fields.medium()),
        content=content,
        authors=authors(fields, plan["authors"]) if plan["authors"] else (),
        language=(fields.raw(*plan["language"]) if plan["language"] else None) or lang_of(node),
        publisher=origin.title("title") or None if origin else None,
        publisher_url=origin.atom_link("link") if origin else None,
    )


def _link(fields: Fields, keys: tuple[str, ...], identity: str) -> str | None:
    """The entry's page: an alternate link, where its content lies, an id that is an address."""
    if link := fields.atom_link(*keys):
        return link
    for node in fields.all(*keys):
        if link := fields.web_link(own_text(node).strip()):
            return link
    content = fields.first(("content",))
    if content is not None and attribute(content, "type") in ("", "html", "text/html"):
        return fields.web_link(attribute(content, "src")) or _web(identity)
    return _web(identity)


def _web(identity: str) -> str | None:
    return identity if is_web(identity) else None
