"""One pass over the tree of a page: its blocks of text, and what surrounds each (issue 6, DESIGN decision 5).

Inside a block nothing is put between pieces of text, so "20,<b>000</b>" stays one number. List items, table cells,
quotes, headings and captions are blocks of their own; two line breaks in a row end a block.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor.parse.headings import HEADINGS, Heading, heading_of
from monitor.parse.hints import hint, hints_of
from monitor.parse.spaces import clean, count_words

__all__ = ["AROUND", "MAX_BLOCKS", "STRIPPED", "Box", "Raw", "TooManyBlocksError", "Walk", "walk"]

STRIPPED = [
    "script", "style", "noscript", "svg", "template", "iframe", "button", "select", "textarea", "object", "audio",
    "video",
    "canvas", "map", "math", "datalist", "dialog", "nav", "meter", "progress", "input", "link", "meta",
]  # fmt: skip
"""Elements without text of an article; taken out by the parser itself before the walk."""

_BLOCK = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_TIGHT = 12
_WHOLE = frozenset(("body", "main", "article"))
_TOOL = hint("tool")
MAX_BLOCKS = 30_000
AROUND = {"article": "inarticle", "main": "inmain", "aside": "inaside", "footer": "infooter", "header": "inheader",
"figure": "infigure",
           "figcaption": "infigure", "form": "inform", "table": "intable", "ul": "inlist", "ol": "inlist",
           "blockquote": "inquote",
           "details": "indetails"}  # fmt: skip
"""Elements whose being around a block is a feature, in the order of the bits of `Box.around`."""

_AROUND_BIT = {tag: 1 << bit for bit, tag in enumerate(AROUND)}
_NAVIGATION = hint("nav")
_NAMING = ("class", "id", "role", "itemprop", "data-testid", "data-component", "data-type")


@dataclass(slots=True)
class Box:
    """An element that holds blocks. `near` and `far` are bit sets of hints (hints.py): of itself, and of all around it;
    `around` is the bit set of the elements of AROUND it is in. The sums are over everything inside it."""

    parent: int
    tag: str
    near: int
    far: int
    around: int
    words: int = 0
    prose: float = 0.0
    blocks: int = 0


@dataclass(slots=True)
class Raw:
    """A block as the walk found it. `box` is the index of the element that holds it, `links` and `bold` count
    characters in links and in bold, `menu` is a short link and nothing else.
    """

    text: str
    tag: str
    box: int
    links: int = 0
    bold: int = 0
    words: int = 0
    hidden: bool = False
    menu: bool = False


@dataclass(slots=True)
class Walk:
    """All boxes (0 is the body) and blocks of a page, in its order; `times` are its time elements (datetime, text,
    hints)."""

    boxes: list[Box] = field(default_factory=list)
    blocks: list[Raw] = field(default_factory=list)
    times: list[tuple[str, str, int]] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)


class TooManyBlocksError(Exception):
    """A page of more than MAX_BLOCKS blocks."""


_NOWHERE = Box(-1, "", 0, 0, 0)


class _Collector:
    """Gathers the text of one block after the other."""

    def __init__(self) -> None:
        self.found = Walk()
        self.box = -1
        self.open: list[int] = []
        self.parts: list[str] = []
        self.links = self.bold = self.in_link = self.in_bold = self.hidden = 0

    def flush(self) -> None:
        if not self.parts:
            return
        joined = "".join(self.parts)
        self.parts = []
        links, bold, self.links, self.bold = self.links, self.bold, 0, 0
        if not joined or joined.isspace():
            return
        pieces = re.split(r"(?:[^\S\x0b]*\x0b){2,}", joined) if "\x0b" in joined else (joined,)
        whole = len(joined)
        for piece in pieces:
            if text := clean(piece):
                share = len(piece) / whole
                self.add(text, round(links * share), round(bold * share))

    def add(self, text: str, links: int, bold: int) -> None:
        found = self.found
        if len(found.blocks) >= MAX_BLOCKS:
            raise TooManyBlocksError
        box = found.boxes[self.box]
        words = text.count(" ") + 1
        if len(text) > _TIGHT * words and not text.isascii():
            words = count_words(text)
        menu = words < 8 and links > 0.8 * len(text)
        found.blocks.append(Raw(text, box.tag, self.box, min(links, len(text)), bold, words, self.hidden > 0, menu))

    def enter(self, node: LexborNode, tag: str) -> None:
        """Begin a block element."""
        self.flush()
        boxes = self.found.boxes
        near, hidden = self.marks(node)
        if tag in _WHOLE:
            near &= ~_TOOL
        self.hidden += hidden
        outer = boxes[self.box] if self.box >= 0 else _NOWHERE
        boxes.append(Box(self.box, tag, near, outer.far | near, outer.around | _AROUND_BIT.get(tag, 0)))
        self.open.append(hidden)
        self.box = len(boxes) - 1
        if tag in HEADINGS:
            self.found.headings.append(heading_of(node, len(self.found.blocks), apart=bool(outer.near & _NAVIGATION)))

    def leave(self) -> None:
        """End a block element."""
        self.flush()
        self.hidden -= self.open.pop()
        self.box = self.found.boxes[self.box].parent

    def marks(self, node: LexborNode) -> tuple[int, bool]:
        attributes = node.attributes
        if not attributes:
            return 0, False
        name = " ".join([attributes[key] or "" for key in _NAMING if key in attributes])
        style = attributes.get("style") or ""
        hidden = "hidden" in attributes or ("none" in style and re.search(r"display\s*:\s*none", style) is not None)
        return hints_of(name) if name else 0, hidden


def walk(tree: LexborHTMLParser) -> Walk:
    """The blocks of `tree`, whose elements of STRIPPED are gone. Iterative: depth costs nothing."""
    collector = _Collector()
    body = tree.body or tree.root
    if body is None:
        return collector.found
    collector.enter(body, "body")
    node = body.first_child
    tags: list[tuple[LexborNode, str]] = []
    while node is not None or tags:
        if node is None:
            parent, tag = tags.pop()
            _close(collector, tag)
            node = parent.next
            continue
        child = _open(collector, node)
        if child is not None:
            tags.append((node, node.tag or ""))
            node = child
        else:
            node = node.next
    collector.leave()
    return _sealed(collector.found)


def _open(collector: _Collector, node: LexborNode) -> LexborNode | None:
    """Take in `node`; its first child if there is something inside to walk."""
    if node.is_text_node:
        _text(collector, node.text_content or "")
        return None
    tag = node.tag or ""
    if tag == "br":
        collector.parts.append(" \x0b")
        return None
    child = node.first_child
    if tag == "time":
        _time(collector, node)
    if child is None:
        if tag in _BLOCK:
            collector.flush()
        return None
    if tag in _BLOCK:
        collector.enter(node, tag)
    elif tag == "a":
        collector.in_link += 1
    elif tag in ("b", "strong"):
        collector.in_bold += 1
    return child


def _text(collector: _Collector, text: str) -> None:
    if text.isspace():
        if collector.parts:
            collector.parts.append(" ")
        return
    if "\x0b" in text:
        text = text.replace("\x0b", " ")
    collector.parts.append(text)
    if collector.in_link:
        collector.links += len(text.strip())
    if collector.in_bold:
        collector.bold += len(text.strip())


def _close(collector: _Collector, tag: str) -> None:
    if tag in _BLOCK:
        collector.leave()
    elif tag == "a":
        collector.in_link -= 1
    elif tag in ("b", "strong"):
        collector.in_bold -= 1


def _time(collector: _Collector, node: LexborNode) -> None:
    attributes = node.attributes
    near = collector.marks(node)[0] | (collector.found.boxes[collector.box].far)
    stamp = attributes.get("datetime") or attributes.get("content") or ""
    collector.found.times.append((stamp, clean(node.text() or "")[:60], near))


def _sealed(found: Walk) -> Walk:
    """Sums for the boxes: words and prose of all blocks under them."""
    for raw in found.blocks:
        prose = raw.words * (1 - raw.links / max(len(raw.text), 1)) if raw.words > 9 else 0.0
        box = found.boxes[raw.box]
        box.words += raw.words
        box.prose += prose
        box.blocks += 1
    for index in range(len(found.boxes) - 1, 0, -1):
        box = found.boxes[index]
        parent = found.boxes[box.parent]
        parent.words += box.words
        parent.prose += box.prose
        parent.blocks += box.blocks
    return found
