"""One pass over the tree of a page: its blocks of text, and what surrounds each (issue 6, DESIGN decision 5).

Inside a block nothing is put between pieces of text, so "20,<b>000</b>" stays one number. List items, table cells,
quotes, headings and captions are blocks of their own; two line breaks in a row end a block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from monitor.parse.headings import HEADINGS, Heading, heading_of
from monitor.parse.hints import hint, hints_of
from monitor.parse.spaces import clean, count_words

__all__ = ["AROUND", "MAX_BLOCKS", "Box", "Raw", "TooManyBlocksError", "Walk", "walk"]

_STRIPPED = [
    "script", "style", "noscript", "svg", "template", "iframe", "button", "select", "textarea", "object", "audio",
    "video",
    "canvas", "map", "math", "datalist", "dialog", "nav", "meter", "progress", "input", "link", "meta", "footer", "img",
]  # fmt: skip
"""Elements without text of an article; the walk passes over them."""

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


def _numbered(names: Iterable[str]) -> dict[int, str]:
    """`names` by the number that the parser gives an element of that name: quicker to ask a node for."""
    maker = LexborHTMLParser("")
    return {maker.create_node(name).tag_id: name for name in names}


_BLOCKS, _INLINE = _numbered(_BLOCK), _numbered(("a", "br", "time"))
"""Elements whose begin or end means something to the walk."""

_NO_END, _BLOCK_END, _LINK_END = range(3)
_PASSED = frozenset(_numbered(_STRIPPED))
_WHOLE_TEXT = frozenset(_numbered((*HEADINGS, "time")))
"""Elements whose text is also read as a whole."""

_TEXT = 2
"""The number of text, which is in no element of its own (LXB_TAG__TEXT)."""

_TIGHT = 12
_BREAKS = re.compile(r"(?:[^\S\x0b]*\x0b){2,}")
_HIDDEN = re.compile(r"display\s*:\s*none")
_WHOLE = frozenset(("body", "main", "article"))
_TOOL = hint("tool")
MAX_BLOCKS = 30_000
AROUND = {
    "aside": "inaside", "footer": "infooter", "figure": "infigure", "figcaption": "infigure", "form": "inform",
    "ul": "inlist", "ol": "inlist", "table": "intable", "blockquote": "inquote",
}  # fmt: skip
"""Elements whose being around a block is a feature, in the order of the bits of `Box.around`."""

_AROUND_BIT = {tag: 1 << bit for bit, tag in enumerate(AROUND)}
_NAVIGATION = hint("nav")
_NAMING = frozenset(("class", "id", "role", "itemprop", "data-testid", "data-component", "data-type"))


@dataclass(slots=True)
class Box:
    """An element that holds blocks. `near` and `far` are bit sets of hints (hints.py): of itself, and of all around it;
    `around` is the bit set of the elements of AROUND it is in, `prose` the words of prose inside it."""

    parent: int
    tag: str
    near: int
    far: int
    around: int
    hidden: bool = False
    prose: float = 0.0


@dataclass(slots=True)
class Raw:
    """A block as the walk found it. `box` is the index of the element that holds it, `links` counts characters in
    links, `menu` is a short link and nothing else."""

    text: str
    tag: str
    box: int
    links: int = 0
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
    """Gathers the text of one block after the other. `open` holds the block elements around the place where the walk
    is, outermost first, as (node, name); only those around a block get a box: `boxed` has the indices of the boxes of
    as many of the outermost."""

    __slots__ = ("boxed", "found", "in_link", "links", "open", "parts")

    def __init__(self, body: LexborNode) -> None:
        self.found = Walk()
        self.open: list[tuple[LexborNode, str]] = [(body, "body")]
        self.boxed: list[int] = []
        self.parts: list[str] = []
        self.links = self.in_link = 0

    def flush(self) -> None:
        """End the block that is open, if any text is in it."""
        parts = self.parts
        joined = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        links, self.links = self.links, 0
        if "\x0b" not in joined:
            self.add(clean(joined), links)
            return
        for piece in _BREAKS.split(joined):
            self.add(clean(piece), round(links * len(piece) / len(joined)))

    def add(self, text: str, links: int) -> None:
        """Take in a block."""
        if not text:
            return
        found, size = self.found, len(text)
        if len(found.blocks) >= MAX_BLOCKS:
            raise TooManyBlocksError
        words = text.count(" ") + 1
        if size > _TIGHT * words and not text.isascii():
            words = count_words(text)
        at = self.boxed[-1] if len(self.boxed) == len(self.open) else self.box()
        box, menu = found.boxes[at], words < 8 and links > 0.8 * size
        found.blocks.append(Raw(text, box.tag, at, links if links < size else size, words, box.hidden, menu))

    def box(self) -> int:
        """Index of the box of the innermost open element."""
        boxed, boxes = self.boxed, self.found.boxes
        at, outer = (boxed[-1], boxes[boxed[-1]]) if boxed else (-1, _NOWHERE)
        for node, tag in self.open[len(boxed) :]:
            outer = _boxed(at, outer, node.attributes, tag)
            at = len(boxes)
            boxes.append(outer)
            boxed.append(at)
        return at

    def begin(self, node: LexborNode, tag: str) -> None:
        """Begin an element of _BLOCK that has something inside."""
        self.open.append((node, tag))
        if tag in HEADINGS:
            self.heading(node)

    def end(self, end: int) -> None:
        """End what began as _BLOCK_END or _LINK_END says."""
        if end == _LINK_END:
            self.in_link -= 1
            return
        if self.parts:
            self.flush()
        self.open.pop()
        if len(self.boxed) > len(self.open):
            self.boxed.pop()

    def inline(self, node: LexborNode, tag: str, *, empty: bool) -> bool:
        """Take in an element of _INLINE; whether it is a link that begins here."""
        if tag == "time":
            self.time(node)
        elif tag == "br":
            self.parts.append(" \x0b")
        elif not empty:
            self.in_link += 1
            return True
        return False

    def heading(self, node: LexborNode) -> None:
        outer = _marks(self.open[-2][0].attributes)[0]
        self.found.headings.append(heading_of(node, len(self.found.blocks), apart=bool(outer & _NAVIGATION)))

    def time(self, node: LexborNode) -> None:
        attributes = node.attributes
        near = _marks(attributes)[0] | self.found.boxes[self.box()].far
        stamp = attributes.get("datetime") or attributes.get("content") or ""
        self.found.times.append((stamp, clean(node.text() or "")[:60], near))


def _boxed(at: int, outer: Box, attributes: dict[str, str | None], tag: str) -> Box:
    """The box of an element with these `attributes` in the box `outer`, whose index is `at`."""
    around = outer.around | _AROUND_BIT.get(tag, 0)
    if not attributes:
        return Box(at, tag, 0, outer.far, around, outer.hidden)
    near, hidden = _marks(attributes)
    if tag in _WHOLE:
        near &= ~_TOOL
    return Box(at, tag, near, outer.far | near, around, hidden or outer.hidden)


def _marks(attributes: dict[str, str | None]) -> tuple[int, bool]:
    """Bit set of the hints in `attributes`, and whether they hide the element."""
    if not attributes:
        return 0, False
    name, hidden = attributes.get("class") or "", False
    if len(attributes) > 1 or not name:
        name = " ".join([value for key, value in attributes.items() if value and key in _NAMING])
        style = attributes.get("style") or ""
        hidden = "hidden" in attributes or ("none" in style and _HIDDEN.search(style) is not None)
    return hints_of(name) if name else 0, hidden


def walk(tree: LexborHTMLParser) -> Walk:
    """The blocks of `tree`, without its elements of _STRIPPED. Iterative: depth costs nothing."""
    body = tree.body or tree.root
    if body is None:
        return Walk()
    collector = _Collector(body)
    parts, around = collector.parts, list[tuple[LexborNode, int]]()
    node = body.first_child
    while node is not None or around:
        if node is None:
            node, end = around.pop()
            if end:
                collector.end(end)
        elif (number := node.tag_id) == _TEXT:
            text = node.text_content or ""
            if parts or not text.isspace():
                parts.append(text.replace("\x0b", " ") if "\x0b" in text else text)
                if collector.in_link:
                    collector.links += len(text.strip())
        elif number not in _PASSED:
            if number in _WHOLE_TEXT and any(inner.tag_id in _PASSED for inner in node.traverse()):
                node.strip_tags(_STRIPPED, recursive=True)
            child, end = node.first_child, _NO_END
            if number in _BLOCKS:
                if parts:
                    collector.flush()
                if child is not None:
                    collector.begin(node, _BLOCKS[number])
                    end = _BLOCK_END
            elif number in _INLINE and collector.inline(node, _INLINE[number], empty=child is None):
                end = _LINK_END
            if child is not None:
                around.append((node, end))
                node = child
                continue
        node = node.next
    if parts:
        collector.flush()
    return _sealed(collector.found)


def _sealed(found: Walk) -> Walk:
    """The words of prose of all blocks under each box."""
    boxes = found.boxes
    for raw in found.blocks:
        if raw.words > 9:
            boxes[raw.box].prose += raw.words * (1 - raw.links / len(raw.text))
    for box in boxes[:0:-1]:
        boxes[box.parent].prose += box.prose
    return found
