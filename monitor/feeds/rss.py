"""RSS 0.90 to 2.0 and 1.1, RDF, and CDF: items of a channel, with the modules that newsrooms use."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import (
    Fields,
    Source,
    attribute,
    base_of,
    body_at,
    date_at,
    hints,
    lang_of,
    local,
    own_text,
    page_link_at,
    raw_at,
    title_at,
)
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import AUTHOR_KEYS, authors
from monitor.feeds._text import line
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"

_VERSIONS = {"0.9": "rss090", "0.90": "rss090", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
_ROLES = (
    ("title", "dc:title", "atom:title", "media:title", "itunes:title"),
    ("link",),
    ("link", "atom:link"),
    ("guid", "id", "atom:id"),
    (
        "pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date",
        "dcterms:date", "news:publication_date", "created", "dc:created", "?:pubdate", "pub_date", "publishdate",
    ),
    (
        "updated", "atom:updated", "modified", "dcterms:modified", "dc:modified", "lastbuilddate", "lastmod",
        "atom:modified",
    ),
    ("description", "dc:description", "abstract", "itunes:summary", "atom:summary", "summary"),
    (
        "content:encoded", "xhtml:body", "body", "xhtml:div", "fullitem", "atom:content", "content", "fulltext",
        "?:full-text",
    ),
    ("media:description", "media:group"),
    AUTHOR_KEYS,
    ("language", "dc:language"),
    ("source",),
)  # fmt: skip
"""The names of the elements that give an entry's title, link, Atom's link, id, times of publication and update,
summary, content, what Media RSS says, authors, language and origin; best first."""


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
    todo, known = list(reversed(root)), dict[str, str]()
    while todo:
        node = todo.pop()
        name = known.get(node.tag) or known.setdefault(node.tag, local(node))
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
    return feed.page_link("link") or feed.atom_link("link", "atom:link") or feed.web_link(attribute(feed.node, "href"))


def _entry(item: Element, names: Names, base: str | None) -> Entry:
    shape = names.shape(item)
    (title, link, links, ids, published, updated, summary, content, medium, people, language, source
     ) = shape.plan(_ROLES)  # fmt: skip
    guid = item[ids[0]] if ids else None
    said = (guid.text or "").strip() if guid is not None else ""
    text = body_at(item, content) if content else ""
    entry = Entry(
        title_at(item, title) or attribute(item, "title"),
        page_link_at(item, link, base_of(item, base)) or _other_link(Fields(item, names, base), links, guid),
        said or _about(item) or raw_at(item, shape.at("dc:identifier")) or None,
        date_at(item, published),
        (date_at(item, updated) if updated else None) or (parse_date(item.get("LASTMOD")) if item.keys() else None),
        body_at(item, summary) or ("" if text or not medium else Fields(item, names, base).medium()),
        text,
        authors(item, people) if people else (),
        (raw_at(item, language) if language else None) or lang_of(item),
    )
    return _with_publisher(entry, item[source[0]]) if source else entry


def _with_publisher(entry: Entry, source: Element) -> Entry:
    """The entry with whom its `source` names (RSS 2.0: the name as text, the address as attribute)."""
    return entry._replace(publisher=line(own_text(source)) or None, publisher_url=attribute(source, "url") or None)


def _other_link(fields: Fields, links: tuple[int, ...], guid: Element | None) -> str | None:
    """The address where no link says it: Atom's alternate, a guid that is a permalink, rdf:about, a CDF href."""
    if links and (link := fields.atom_link_at(links)):
        return link
    if guid is not None and attribute(guid, "ispermalink").lower() != "false" and is_web((guid.text or "").strip()):
        return (guid.text or "").strip()
    return fields.web_link(_about(fields.node) or attribute(fields.node, "href"))


def _about(item: Element) -> str:
    """RDF's name for an item: its address, mostly."""
    return (item.get(_ABOUT) or item.get("about") or "").strip()
