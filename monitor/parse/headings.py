"""Headings as a page prints them: the headline apart from its kicker, and what only looks like one (issue 6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborNode

from monitor.parse.hints import LONGEST
from monitor.parse.spaces import clean

__all__ = ["HEADINGS", "Heading", "heading_of"]

HEADINGS = frozenset(("h1", "h2"))
_LONGEST = 500
_WORD = re.compile(r"[^\W_]")
_FRONT = re.compile(r"(?:(?:https?:)?//[^/?#]+)?/?(?:[?#].*|index\.\w+|\w\w/)?$", re.I)
_NO_HEADLINE = re.compile(r"bread-?_?crumb|seo-?_?title|site-?_?(?:title|name|logo)|branding|\blogo", re.I)
_SECOND = re.compile(r"sub|invisible|hidden|offscreen|screen-?reader|slogan", re.I)
_BOXES = frozenset(("span", "div", "small", "p"))


@dataclass(slots=True)
class Heading:
    """An h1 or h2: the index of its first block, all its text, that text without kicker or second line, and whether it
    stands in a breadcrumb or carries the name of the site (`apart`)."""

    at: int
    tag: str
    whole: str
    main: str
    apart: bool


def heading_of(node: LexborNode, at: int, *, apart: bool) -> Heading:
    """The heading that `node` is; `apart` tells that the boxes around it already make it no headline."""
    whole = clean(node.text(separator=" ") or "")[:_LONGEST]
    apart = apart or _named(node) or (node.parent is not None and _named(node.parent))
    apart = apart or (node.tag == "h1" and _leads_home(node, whole))
    return Heading(at, node.tag or "", whole, _main(node) or whole, apart)


def _named(node: LexborNode) -> bool:
    attributes = node.attributes
    if not attributes:
        return False
    return _names_no_headline(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:LONGEST])


@lru_cache(maxsize=4096)
def _names_no_headline(names: str) -> bool:
    """Whether class and id tell of no headline; the headings of a page share a few."""
    return _NO_HEADLINE.search(names) is not None


def _leads_home(node: LexborNode, whole: str) -> bool:
    """Its whole text is a link to the front page."""
    link = node.css_first("a[href]")
    if link is None or not _FRONT.match((link.attributes.get("href") or "?").strip()):
        return False
    return len(clean(link.text(separator=" ") or "")) > 0.8 * len(whole)


def _main(node: LexborNode) -> str:
    """The headline of two parts that `node` is made of, "" when it is no kicker and headline, headline and second
    line."""
    only = node.first_child
    while only is not None and only.next is None:
        node, only = only, only.first_child
    if node.first_child is None:
        return ""
    parts = _parts(node)
    while len(parts) == 1 and parts[0][0].is_element_node:
        parts = _parts(parts[0][0])
    if len(parts) != 2:
        return ""
    (first, kicker), (second, headline) = parts
    if second.is_element_node and (second.tag == "small" or _SECOND.search(second.attributes.get("class") or "")):
        return kicker[:_LONGEST]
    kicked = first.tag in _BOXES and second.tag not in ("a", "sup") and headline[0] not in "–—-|"
    return headline[:_LONGEST] if kicked else ""


def _parts(node: LexborNode) -> list[tuple[LexborNode, str]]:
    """Children of `node` that hold letters or digits, with their text."""
    pairs = ((child, clean(child.text(separator=" ") or "")) for child in node.iter(include_text=True))
    return [(child, text) for child, text in pairs if _WORD.search(text)]
