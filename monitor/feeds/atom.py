"""Atom 0.3 and 1.0 (RFC 4287): a feed of entries, or one entry alone."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from monitor.feeds._fields import (
    Fields,
    Source,
    attribute,
    body_at,
    date_at,
    hints,
    lang_of,
    local,
    own_text,
    raw_at,
    title_at,
)
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import AUTHOR_KEYS, authors
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_ROLES = (
    ("title", "dc:title", "media:title"),
    ("link", "atom:link"),
    ("id", "guid"),
    ("published", "issued", "dc:date", "dcterms:issued", "created", "dcterms:created", "pubdate"),
    ("updated", "modified", "dcterms:modified", "dc:modified"),
    ("summary", "dc:description", "description", "itunes:summary"),
    ("content", "content:encoded", "xhtml:body", "body"),
    ("media:description", "media:group"),
    AUTHOR_KEYS,
    ("language", "dc:language"),
    ("source",),
)
"""The names of the elements that give an entry's title, link, id, times of publication and update, summary, content,
what Media RSS says, authors, language and origin; best first."""


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
    whole = () if alone else authors(root, feed.shape.at("author"))
    link = None if alone else feed.atom_link("link") or feed.web_link(feed.raw("link")) or _web(feed.raw("id", "guid"))
    return FeedDocument(
        format=_format(root),
        title="" if alone else feed.title("title", "dc:title"),
        link=link,
        language=feed.raw("language", "dc:language") or lang_of(root),
        repairs=tuple(source.repairs),
        entries=tuple(_entry(node, names, feed.base or link, whole) for node in nodes),
        hints=hints(feed),
    )


def _format(root: Element) -> str:
    space = str(root.tag).rpartition("}")[0].strip("{").lower()
    if "2005/atom" in space:
        return "atom10"
    return "atom03" if attribute(root, "version") == "0.3" or "purl.org/atom" in space else "atom"


def _entry(node: Element, names: Names, base: str | None, whole: tuple[str, ...]) -> Entry:
    """One entry; `whole` are the authors of the feed, who wrote what names no author (RFC 4287, 4.2.1)."""
    fields = Fields(node, names, base)
    (title, links, ids, published, updated, summary, content, medium, people, language, source
     ) = fields.shape.plan(_ROLES)  # fmt: skip
    identity = raw_at(node, ids)
    origin = fields.inner("source") if source else None
    text = body_at(node, content)
    return Entry(
        title=title_at(node, title),
        link=_link(fields, links, identity),
        id=identity or None,
        published=date_at(node, published),
        updated=date_at(node, updated),
        summary=body_at(node, summary) or ("" if text or not medium else fields.medium()),
        content=text,
        authors=_authors(node, people, origin) or whole,
        language=(raw_at(node, language) if language else None) or lang_of(node),
        publisher=origin.title("title") or None if origin else None,
        publisher_url=origin.atom_link("link") if origin else None,
    )


def _authors(node: Element, places: tuple[int, ...], origin: Fields | None) -> tuple[str, ...]:
    """Who wrote an entry: its own authors, else those of the feed that it was taken from."""
    own = authors(node, places) if places else ()
    return own or (authors(origin.node, origin.shape.at("author")) if origin else ())


def _link(fields: Fields, places: tuple[int, ...], identity: str) -> str | None:
    """The entry's page: an alternate link, where its content lies, an id that is an address."""
    if link := fields.atom_link_at(places):
        return link
    for node in [fields.node[at] for at in places]:
        if link := fields.web_link(own_text(node).strip()):
            return link
    content = next(iter(fields.all("content")), None)
    if content is not None and attribute(content, "type") in ("", "html", "text/html"):
        return fields.web_link(attribute(content, "src")) or _web(identity)
    return _web(identity)


def _web(identity: str) -> str | None:
    return identity if is_web(identity) else None
