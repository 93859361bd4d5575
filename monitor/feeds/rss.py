"""RSS 0.90 to 2.0 and 1.1, RDF, and CDF: items of a channel, with the modules that newsrooms use."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import Fields, Source, attribute, hints, lang_of, local
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import authors
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_VERSIONS = {"0.9": "rss090", "0.90": "rss090", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
_CONTENT = ("content:encoded", "xhtml:body", "body", "xhtml:div", "fullitem", "content", "fulltext", "?:full-text", "yandex:full-text")
_SUMMARY = ("description", "dc:description", "abstract", "itunes:summary", "atom:summary", "summary")
_PUBLISHED = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date", "dcterms:date", "news:publication_date", "created", "?:pubdate", "dc:created", "pub_date", "publishdate", "a10:published")
_UPDATED = ("updated", "atom:updated", "modified", "dcterms:modified", "dc:modified", "lastbuilddate", "lastmod", "atom:modified")


def claims(source: Source) -> bool:
    """Whether the root is RSS's, RDF's or a channel, or there are items below it."""
    if source.root is None:
        return False
    return local(source.root) in ("rss", "rdf", "channel", "item") or next(_items(source.root), None) is not None


def read(source: Source) -> FeedDocument:
    """All entries of the channel and of the root, in the order of the document."""
    root = source.root
    assert root is not None
    names = Names(root)
    channel = next((node for node in root if local(node) == "channel"), root)
    outer = Fields(root, names, source.url)
    feed = Fields(channel, names, outer.base) if channel is not root else outer
    link = _feed_link(feed)
    base = feed.base or link
    language = feed.raw("language", "dc:language") or lang_of(channel) or lang_of(root)
    return FeedDocument(
        format=_format(root),
        title=feed.title("title", "dc:title", "atom:title") or attribute(channel, "title"),
        link=link,
        language=language or None,
        repairs=tuple(source.repairs),
        entries=tuple(_entry(item, names, base) for item in _items(root)),
        hints=hints(feed, outer),
    )


def _items(root: Element) -> Iterator[Element]:
    """Every item that is a child of the root, of a channel or of a list of items; without recursion."""
    if local(root) == "item":
        yield root
    todo = list(reversed(root))
    while todo:
        node = todo.pop()
        name = local(node)
        if name == "item":
            yield node
        elif name in ("channel", "items", "rss", "rdf", "document"):
            todo.extend(reversed(node))


def _format(root: Element) -> str:
    """The kind and version of the feed, in feedparser's words."""
    name = local(root)
    if name == "channel" and attribute(root, "href"):
        return "cdf"
    if name == "rdf":
        inner = {str(node.tag).rpartition("}")[0].strip("{") for node in root}
        return "rss090" if any("netscape" in space for space in inner) else "rss10"
    version = attribute(root, "version")
    if version == "0.91":
        return "rss091u"
    return _VERSIONS.get(version) or ("rss20" if version[:1] == "2" else "rss10" if version[:2] == "1." else "rss")


def _feed_link(feed: Fields) -> str | None:
    """The site's address: the channel's own link, else Atom's alternate (never rel self)."""
    for node in feed.all("link"):
        if link := feed.web_link((node.text or "").strip()):
            return link
    return feed.atom_link("link", "atom:link") or feed.web_link(attribute(feed.node, "href"))


def _entry(item: Element, names: Names, base: str | None) -> Entry:
    fields = Fields(item, names, base)
    guid = next(fields.all("guid", "id", "atom:id"), None)
    identity = (guid.text or "").strip() if guid is not None else ""
    identity = identity or attribute(item, "about") or fields.raw("dc:identifier")
    published, updated = fields.date(*_PUBLISHED), fields.date(*_UPDATED) or parse_date(attribute(item, "lastmod"))
    source = next(fields.all("source"), None)
    return Entry(
        title=fields.title("title", "dc:title", "atom:title", "media:title", "itunes:title") or attribute(item, "title"),
        link=_link(fields, guid, item),
        id=identity or None,
        published=published,
        updated=updated,
        summary=_summary(fields),
        content=fields.body(*_CONTENT),
        authors=authors(fields),
        language=fields.raw("language", "dc:language") or lang_of(item),
        publisher=_publisher(source),
        publisher_url=attribute(source, "url") or None if source is not None else None,
    )


def _publisher(source: Element | None) -> str | None:
    return (source.text or "").strip() or None if source is not None else None


def _link(fields: Fields, guid: Element | None, item: Element) -> str | None:
    """The article's address: link, Atom's alternate, a guid that is a permalink, rdf:about, a CDF href."""
    for node in fields.all("link"):
        if link := fields.web_link(_address(node)):
            return link
    if link := fields.atom_link("link", "atom:link"):
        return link
    if guid is not None and attribute(guid, "ispermalink").lower() != "false" and is_web((guid.text or "").strip()):
        return (guid.text or "").strip()
    return fields.web_link(attribute(item, "about") or attribute(item, "href"))


def _address(node: Element) -> str:
    """What a link element says, markup and all white space inside left out."""
    return "".join((node.text or "").split("\n")).strip() if not len(node) else "".join(node.itertext()).strip()


def _summary(fields: Fields) -> str:
    """The entry's description; the description of the medium only where the entry has no text at all."""
    return fields.body(*_SUMMARY) or ("" if any(k in fields.by_name for k in _CONTENT) else fields.medium())
