"""What the head of a page declares: meta elements, links, title, JSON-LD (issue 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser

from monitor.parse import jsonld
from monitor.parse.spaces import clean

__all__ = ["Head", "read_head"]


_DECLARED = 'meta[content], link[rel="canonical" i][href], script[type*="ld+json"]'
_ORGANISATIONS = frozenset(("NewsMediaOrganization", "Organization", "WebSite"))
_NAMES = ("property", "name", "itemprop", "http-equiv")
_BYLINE = '[itemprop="author"], [rel="author"]'


@dataclass(slots=True)
class Head:
    """`meta` maps a name, property or itemprop in lower case to its contents in order; `node` is the JSON-LD of the
    article, `publisher` the outlet's name as it states it, `byline` the text of the first element marked as the author
    where the head names none."""

    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    nodes: list[jsonld.Node] = field(default_factory=list)
    node: jsonld.Node = field(default_factory=dict)
    publisher: str = ""
    byline: str = ""

    def first(self, names: Iterable[str]) -> str:
        """Content of the first of `names` that is there and not empty."""
        for name in names:
            for content in self.meta.get(name, ()):
                if content:
                    return content
        return ""


def read_head(tree: LexborHTMLParser) -> Head:
    """The head of `tree`; it must still have its script elements."""
    head = Head()
    scripts = []
    for node in tree.css(_DECLARED):
        tag = node.tag
        if tag == "script":
            scripts.append(node.text() or "")
        else:
            _declared(head, node.attributes, link=tag == "link")
    root = tree.root
    attributes = root.attributes if root is not None else {}
    head.language = (attributes.get("lang") or attributes.get("xml:lang") or "").strip()
    title = tree.css_first("head title") or tree.css_first("title")
    head.title = clean(title.text() or "") if title is not None else ""
    head.nodes = jsonld.nodes(scripts)
    head.node = jsonld.article_of(head.nodes)
    head.publisher = _publisher(head)
    if not (head.node.get("author") or "author" in head.meta):
        marked = tree.css_first(_BYLINE)
        head.byline = clean(marked.text(separator=" ") or "")[:200] if marked is not None else ""
    return head


def _publisher(head: Head) -> str:
    """The outlet's name: of its site, its article's publisher, any organisation in JSON-LD, other meta elements."""
    named = head.first(("og:site_name",)) or next((n for n, _ in jsonld.names(head.node.get("publisher"))), "")
    if not named:
        orgs = [node for node in head.nodes if not _ORGANISATIONS.isdisjoint(jsonld.types(node))]
        named = next((t for node in orgs if (t := jsonld.text_of(node.get("name")))), "")
    return named or head.first(("application-name", "dc.publisher", "publisher", "copyright"))


def _declared(head: Head, attributes: dict[str, str | None], *, link: bool) -> None:
    """Take in what a meta or link element says."""
    if link:
        head.links.setdefault("canonical", (attributes.get("href") or "").strip())
        return
    content = clean(attributes.get("content") or "")
    for key in _NAMES:
        if name := attributes.get(key):
            head.meta.setdefault(name.strip().lower(), []).append(content)
