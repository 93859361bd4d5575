"""RSS 0.90 to 2.0 and 1.1, RDF, and CDF: items of a channel, with the modules that newsrooms use."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from monitor.feeds._dates import parse_date
from monitor.feeds._fields import Fields, Source, attribute, hints, lang_of, local
from monitor.feeds._links import is_web
from monitor.feeds._names import Names
from monitor.feeds._people import AUTHOR_KEYS, authors
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
    for node in feed.all("link"):
        if link := feed.web_link((node.text or "").strip()):
            return link
    return feed.atom_link("link", "atom:link") or feed.web_link(attribute(feed.node, "href"))


def _entry(item: Element, names: Names, base: str | None) -> Entry:
    fields = Fields(item, names, base)
    plan = fields.plan(_ROLES)
    guid = fields.first(plan["id"])
    identity = (guid.text or "").strip() if guid is not None else ""
    content = fields.body(*plan["content"])
    source = fields.first(plan["source"])
    return Entry(
        title=fields.title(*plan["title"]) or attribute(item, "title"),
        link=_link(fields, plan, guid),
        id=identity or _about(item) or fields.raw("dc:identifier") or None,
        published=fields.date(*plan["published"]),
        updated=fields.date(*plan["updated"]) or parse_date(item.get("LASTMOD")),
        summary=fields.body(*plan["summary"]) or ("" if content or not plan["medium"] else fields.medium()),
        content=content,
        authors=authors(fields, plan["authors"]) if plan["authors"] else (),
        language=(fields.raw(*plan["language"]) if plan["language"] else None) or lang_of(item),
        publisher=(source.text or "").strip() or None if source is not None else None,
        publisher_url=attribute(source, "url") or None if source is not None else None,
    )


def _link(fields: Fields, plan: Plan, guid: Element | None) -> str | None:
    """The article's address: link, Atom's alternate, a guid that is a permalink, rdf:about, a CDF href."""
    for node in fields.all(*plan["link"]):
        if (address := _address(node)) and (link := fields.web_link(address)):
            return link
    if link := fields.atom_link(*plan["atom:link"]):
        return link
    if guid is not None and attribute(guid, "ispermalink").lower() != "false" and is_web((guid.text or "").strip()):
        return (guid.text or "").strip()
    return fields.web_link(_about(fields.node) or attribute(fields.node, "href"))


def _about(item: Element) -> str:
    """RDF's name for an item: its address, mostly."""
    return (item.get(_ABOUT) or item.get("about") or "").strip() if item.attrib else ""


def _address(node: Element) -> str:
    """What a link element says, with the markup inside left out."""
    return ("".join(node.itertext()) if len(node) else node.text or "").strip()
