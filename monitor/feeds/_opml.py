"""Lists of feeds in OPML, in and out (opml.org)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from monitor.errors import FeedError
from monitor.feeds import _encoding, _xml
from monitor.feeds._fields import attribute, local
from monitor.feeds._links import absolute, is_web
from monitor.feeds._text import line

__all__ = ["opml_read", "opml_write"]

Listed = tuple[str, str, str]


def opml_read(body: bytes) -> tuple[tuple[Listed, ...], tuple[str, ...]]:
    """The feeds of a list as (name, address, group), each address once, and a line about each that is left out.

    A group is "" or "outer/inner". Raises FeedError when the bytes are no OPML.
    """
    decoded = _encoding.decode(body, None)
    root, _ = _xml.parse(decoded.text, decoded.utf8)
    top = next((node for node in root.iter() if local(node) == "body"), None)
    if top is None or not any(local(node) == "opml" for node in root.iter()):
        raise FeedError("not an OPML list of feeds", mend="export it again as OPML from the reader it comes from")
    found: dict[str, Listed] = {}
    left_out = []
    for node, group in _outlines(top):
        feed = attribute(node, "type") == "rss"
        address = attribute(node, "xmlurl") or (attribute(node, "url") if feed else "")
        if (link := absolute(address, None)) and is_web(link):
            if link in found:
                left_out.append(f"{_name(node) or link}: the same address as {found[link][0]} ({link})")
            found.setdefault(link, (_name(node) or link, link, group))
        elif address or feed:
            left_out.append(f"{_name(node) or 'a feed'}: {line(address) or 'nothing'} is no address on the web")
    return tuple(found.values()), tuple(left_out)


def _name(node: Element) -> str:
    return line(attribute(node, "title") or attribute(node, "text"))


def _outlines(top: Element) -> Iterator[tuple[Element, str]]:
    """Every outline with the group it stands in, in the order of the document, without recursion."""
    todo = [(node, "") for node in reversed(top)]
    while todo:
        node, group = todo.pop()
        yield node, group
        inner = "/".join(part for part in (group, _name(node)) if part)[:200]
        todo.extend((child, inner) for child in reversed(node))


def opml_write(feeds: Iterable[Listed], *, title: str = "Feeds of monitor") -> bytes:
    """An OPML 2.0 list of (name, address, group); feeds of one group stand together."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = title
    body = SubElement(root, "body")
    groups: dict[str, Element] = {"": body}
    for name, address, group in feeds:
        if group not in groups:
            groups[group] = SubElement(body, "outline", text=group, title=group)
        SubElement(groups[group], "outline", type="rss", text=name, title=name, xmlUrl=address)
    indent(root)
    written: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
