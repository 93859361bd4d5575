"""RSS 0.90 to 2.0 and 1.1, RDF, and CDF: items of a channel, with the modules that newsrooms use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import Fields, Source, attribute, hints, lang_of, local, own_text
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import AUTHOR_KEYS, authors
from monitor.feeds._text import line
from monitor.model import Entry, FeedDocument

__all__ = ["claims", "read"]

_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
Plan = dict[str, tuple[str, ...]]

_VERSIONS = {"0.9": "rss090", "0.90": "rss090", "0.92": "rss092", "0.93": "rss093", "0.94": "rss094"}
_ROLES = {
    "title": ("title", "dc:title", "atom:title", "media:title", "itunes:title"),
    "link": ("link",),
    "atom:link": ("link", "atom:link"),
    "id": ("guid", "id", "atom:id"),
    "published": (
        "pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date",
        "dcterms:date", "news:publication_date", "created", "dc:created", "?:pubdate", "pub_date", "publishdate",
    ),
    "updated": (
        "updated", "atom:updated", "modified", "dcterms:modified", "dc:modified", "lastbuilddate", "lastmod",
        "atom:modified",
    ),
    "summary": ("description", "dc:description", "abstract", "itunes:summary", "atom:summary", "summary"),
    "content": (
        "content:encoded", "xhtml:body", "body", "xhtml:div", "fullitem", "atom:content", "content", "fulltext",
        "?:full-text",
    ),
    "medium": ("media:description", "media:group"),
    "authors": AUTHOR_KEYS,
    "language": ("language", "dc:language"),
    "source": ("source",),
}  # fmt: skip
"""Field of an entry -> the names of elements that give it, best first."""


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
    return feed.page_link("link") or feed.atom_link("link", "atom:link") or feed.web_link(attribute(feed.node, "href"))


def _entry(item: Element, names: Names, base: str | None) -> Entry:
    fields = Fields(item, names, base)
    plan = fields.plan(_ROLES)
    guid = fields.first(plan["id"])
    said = (guid.text or "").strip() if guid is not None else ""
    content = fields.body(*plan["content"]) if plan["content"] else ""
    entry = Entry(
        fields.title(*plan["title"]) or attribute(item, "title"),
        fields.page_link(*plan["link"]) or _other_link(fields, plan, guid),
        said or _about(item) or fields.raw("dc:identifier") or None,
        fields.date(*plan["published"]),
        (fields.date(*plan["updated"]) if plan["updated"] else None) or parse_date(item.get("LASTMOD")),
        fields.body(*plan["summary"]) or ("" if content or not plan["medium"] else fields.medium()),
        content,
        authors(fields, plan["authors"]) if plan["authors"] else (),
        (fields.raw(*plan["language"]) if plan["language"] else None) or lang_of(item),
    )
    return _with_publisher(entry, plan["source"], fields) if plan["source"] else entry


def _with_publisher(entry: Entry, keys: tuple[str, ...], fields: Fields) -> Entry:
    """The entry with whom its `source` names (RSS 2.0: the name as text, the address as attribute)."""
    source = fields.first(keys)
    assert source is not None
    return replace(entry, publisher=line(own_text(source)) or None, publisher_url=attribute(source, "url") or None)


def _other_link(fields: Fields, plan: Plan, guid: Element | None) -> str | None:
    """The address where no link says it: Atom's alternate, a guid that is a permalink, rdf:about, a CDF href."""
    if plan["atom:link"] and (link := fields.atom_link(*plan["atom:link"])):
        return link
    if guid is not None and attribute(guid, "ispermalink").lower() != "false" and is_web((guid.text or "").strip()):
        return (guid.text or "").strip()
    return fields.web_link(_about(fields.node) or attribute(fields.node, "href"))


def _about(item: Element) -> str:
    """RDF's name for an item: its address, mostly."""
    return (item.get(_ABOUT) or item.get("about") or "").strip() if item.attrib else ""
