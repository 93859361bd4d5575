"""What every kind of XML feed shares: the fields of an element by canonical name, their texts, dates and links."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from xml.etree.ElementTree import Element

from monitor.feeds._dates import parse_date
from monitor.feeds._links import absolute, is_web, join
from monitor.feeds._names import Names
from monitor.feeds._text import line, node_text, plain, title_text
from monitor.model import FeedHints

__all__ = [
    "Fields",
    "Source",
    "attribute",
    "base_of",
    "body_at",
    "date_at",
    "hints",
    "lang_of",
    "local",
    "own_text",
    "page_link_at",
    "raw_at",
    "title_at",
]

_XML = "{http://www.w3.org/XML/1998/namespace}"
_BASE, _LANG = f"{_XML}base", f"{_XML}lang"
_SECONDS = {"hourly": 3600, "daily": 86400, "weekly": 7 * 86400, "monthly": 30 * 86400, "yearly": 365 * 86400}
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NO_PAGE = (
    "self enclosure edit replies hub next prev previous first last via related prev-archive next-archive current "
    "license search service.edit service.post service.feed icon payment http://schemas.google.com/g/2005#feed"
)
_ASIDE = frozenset(_NO_PAGE.split())


@dataclass(slots=True)
class Source:
    """The bytes of a feed as far as read: an XML tree or JSON data, where it lies, and what was mended so far."""

    url: str | None = None
    root: Element | None = None
    data: Any = None
    repairs: list[str] = field(default_factory=list)


def local(node: Element) -> str:
    """The name of an element without its namespace, in lower case."""
    return str(node.tag).rpartition("}")[2].lower()


def attribute(node: Element, name: str) -> str:
    """An attribute, whatever its namespace and case; "" when absent."""
    value = node.get(name)
    if value is None and node.keys():
        value = next((said for key, said in node.items() if key.rpartition("}")[2].lower() == name), None)
    return value.strip() if value else ""


def own_text(node: Element) -> str:
    """The text of an element with all below it, as it stands."""
    return "".join(node.itertext()) if len(node) else node.text or ""


def lang_of(node: Element) -> str | None:
    """The language that an element declares for itself (xml:lang)."""
    return node.get(_LANG, "").strip() or None


def base_of(node: Element, base: str | None) -> str | None:
    """What links in an element are seen from: its xml:base, seen from that of the element around it."""
    return join(base, own) if (own := node.get(_BASE)) else base


class Fields:
    """The children of one element by canonical name; a look-up takes the first that says something."""

    __slots__ = ("base", "names", "node", "shape")

    def __init__(self, node: Element, names: Names, base: str | None) -> None:
        self.node, self.names, self.base = node, names, base_of(node, base)
        self.shape = names.shape(node)

    def all(self, *keys: str) -> list[Element]:
        """The children of these names, name by name."""
        return [self.node[at] for at in self.shape.at(*keys)]

    def inner(self, key: str) -> Fields | None:
        """The fields of the first child of that name."""
        found = self.shape.at(key)
        return Fields(self.node[found[0]], self.names, self.base) if found else None

    def raw(self, *keys: str) -> str:
        """The first text that is not blank, as it stands but for the space around it."""
        return raw_at(self.node, self.shape.at(*keys))

    def title(self, *keys: str) -> str:
        """The first text that is not blank, without markup, on one line."""
        return title_at(self.node, self.shape.at(*keys))

    def body(self, *keys: str) -> str:
        """The first text that is not blank, without markup, one line a paragraph."""
        return body_at(self.node, self.shape.at(*keys))

    def date(self, *keys: str) -> datetime | None:
        """The first date that can be read."""
        return date_at(self.node, self.shape.at(*keys))

    def page_link(self, *keys: str) -> str | None:
        """The first text that is an address; after an empty element (HTML's ``<link/>``) the text that follows."""
        return page_link_at(self.node, self.shape.at(*keys), self.base)

    def web_link(self, text: str) -> str | None:
        """`text` as an absolute address."""
        return absolute(text, self.base)

    def atom_link(self, *keys: str) -> str | None:
        """The address of the page: rel "alternate" or none, HTML before other types, else any that is no aside."""
        return self.atom_link_at(self.shape.at(*keys))

    def atom_link_at(self, places: tuple[int, ...]) -> str | None:
        """As `atom_link`, of the children at these places."""
        best: tuple[int, str] | None = None
        for node in [self.node[at] for at in places]:
            if not (address := attribute(node, "href")):
                continue
            rank = _rank(node.get("rel", "").strip().lower(), node.get("type", "").strip().lower())
            if rank < 9 and (best is None or rank < best[0]):
                own = node.get(_BASE)
                if (link := absolute(address, join(self.base, own) if own else self.base)) is not None:
                    best = (rank, link)
        return best[1] if best else None

    def medium(self) -> str:
        """What Media RSS says about the entry as a whole; never the caption of one picture (inside media:content)."""
        if text := self.body("media:description"):
            return text
        group = self.inner("media:group")
        return group.body("media:description") if group else ""


def raw_at(node: Element, places: tuple[int, ...]) -> str:
    """Of the children at these places the first text that is not blank, as it stands but for the space around it."""
    for at in places:
        if text := own_text(node[at]).strip():
            return text
    return ""


def title_at(node: Element, places: tuple[int, ...]) -> str:
    """Of the children at these places the first text that is not blank, without markup, on one line."""
    for at in places:
        child = node[at]
        text = child.text
        if text and "<" not in text and "&" not in text and not child.keys() and not len(child):
            text = line(text)
        else:
            text = line(_construct(child, title_text))
        if text:
            return text
    return ""


def body_at(node: Element, places: tuple[int, ...]) -> str:
    """Of the children at these places the first text that is not blank, without markup, one line a paragraph."""
    for at in places:
        child = node[at]
        text = child.text
        if not text or "<" in text or "&" in text or "\n" in text or child.keys() or len(child):
            text = _construct(child, plain)
        else:
            text = line(text)
        if text:
            return text
    return ""


def date_at(node: Element, places: tuple[int, ...]) -> datetime | None:
    """Of the children at these places the first date that can be read."""
    for at in places:
        if found := parse_date(own_text(node[at])):
            return found
    return None


def page_link_at(node: Element, places: tuple[int, ...], base: str | None) -> str | None:
    """Of the children at these places the first text that is an address, seen from `base`.

    After an empty element (HTML's ``<link/>``) that is the text that follows.
    """
    for at in places:
        child = node[at]
        text = own_text(child).strip()
        if not text and is_web((child.tail or "").strip()):
            text = (child.tail or "").strip()
        if text and (link := absolute(text, base)):
            return link
    return None


def _rank(relation: str, kind: str) -> int:
    """How well a link suits as the page of an entry: 0 best, 9 not at all (RFC 4287, 4.2.7)."""
    if relation in ("alternate", ""):
        return 0 if not kind or "html" in kind else 1
    return 9 if relation in _ASIDE else 3


def _construct(node: Element, markup: Callable[[str], str]) -> str:
    """The text of a text construct: XHTML children, escaped HTML, base64, or plain (RFC 4287, 3.1)."""
    if len(node):
        return node_text(node)
    text = node.text
    if not text:
        return ""
    if node.keys():
        kind = node.get("type", "html")
        if node.get("mode") == "base64" or (kind != "html" and _is_binary(kind)):
            text = _unpacked(text)
        elif kind == "text" and "</" not in text:
            return text.strip()
    return markup(text)


def _is_binary(kind: str) -> bool:
    return "/" in kind and not kind.startswith("text/") and "ml" not in kind


def _unpacked(text: str) -> str:
    """Base64 text unpacked; itself where it is none."""
    try:
        return b64decode(text, validate=False).decode("utf-8")
    except (binascii.Error, ValueError):
        return text


def hints(feed: Fields, extra: Fields | None = None) -> FeedHints:
    """What a feed says about its rhythm and its archives; `extra` is the element round the feed's own, if any."""
    links = _related(feed)
    hubs = links.get("hub") or (_related(extra).get("hub") if extra else None)
    ttl = _number(feed.raw("ttl"))
    return FeedHints(
        ttl=int(ttl) if ttl and ttl < 1_000_000 else None,
        update_seconds=_update(feed),
        skip_hours=_skip_hours(feed),
        skip_days=_skip_days(feed),
        archives=tuple(links.get("prev-archive", ())),
        hub=hubs[0] if hubs else None,
        complete=bool(feed.shape.at("fh:complete")),
    )


def _related(feed: Fields) -> dict[str, list[str]]:
    """The addresses that a feed's Atom links lead to, by relation."""
    found: dict[str, list[str]] = {}
    for node in feed.all("link", "atom:link"):
        relation = attribute(node, "rel")
        if relation and (link := feed.web_link(attribute(node, "href"))) and is_web(link):
            found.setdefault(relation, []).append(link)
    return found


def _number(text: str) -> float | None:
    """A positive number; None for anything else."""
    try:
        value = float(text) if len(text) < 20 else 0.0
    except ValueError:
        return None
    return value if 0 < value < float("inf") else None


def _update(feed: Fields) -> float | None:
    """Seconds between updates (RSS module syndication); the period alone means once in it."""
    period = _SECONDS.get(feed.raw("sy:updateperiod").lower())
    return period / (_number(feed.raw("sy:updatefrequency")) or 1.0) if period else None


def _skip_hours(feed: Fields) -> tuple[int, ...]:
    """Hours 0..23 GMT; RSS 0.91 counts 1..24, so 24 is 0."""
    values = [own_text(child).strip() for node in feed.all("skiphours")[:1] for child in node]
    return tuple(sorted({int(v) % 24 for v in values if v.isascii() and v.isdigit() and len(v) < 3 and int(v) <= 24}))


def _skip_days(feed: Fields) -> tuple[str, ...]:
    said = {own_text(child).strip().lower() for node in feed.all("skipdays")[:1] for child in node}
    return tuple(day for day in _DAYS if day.lower() in said)
