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
from monitor.parse.hints import HINTS_OF, LONGEST, hint
from monitor.parse.spaces import clean, count_words

__all__ = ["AROUND", "MAX_BLOCKS", "Box", "Raw", "TooManyBlocksError", "Walk", "called", "walk"]

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


_BLOCKS = _numbered(_BLOCK)
_PLAIN, _BLOCKY, _LINK, _BREAK, _HEADED, _TIMED, _PASSED = range(7)
"""What an element is to the walk: nothing, a block, a link, a line break, a heading, a time, passed over."""

_SORTS = {
    **dict.fromkeys(_BLOCKS, _BLOCKY), **dict.fromkeys(_numbered(HEADINGS), _HEADED),
    **dict.fromkeys(_numbered(("time",)), _TIMED), **dict.fromkeys(_numbered(("br",)), _BREAK),
    **dict.fromkeys(_numbered(("a",)), _LINK), **dict.fromkeys(_numbered(_STRIPPED), _PASSED),
}  # fmt: skip

_TEXT = 2
"""The number of text, which is in no element of its own (LXB_TAG__TEXT)."""

_TIGHT = 12
_LINKED, _MENU = 0.8, 14
_BREAKS = re.compile(r"\x0b(?:[^\S\x0b]*\x0b)+")
_HIDDEN = re.compile(r"display\s*:\s*none")
_WHOLE = frozenset(("body", "main", "article"))
_TOOL = hint("tool")
MAX_BLOCKS = 30_000
AROUND = {
    "aside": "inaside", "footer": "infooter", "figure": "infigure", "figcaption": "infigure", "form": "inform",
    "ul": "inlist", "ol": "inlist", "table": "intable", "blockquote": "inquote",
}  # fmt: skip
"""Elements whose being around a block is a feature, in the order of the bits of `Box.around`."""

_BIT = {tag: 1 << bit for bit, tag in enumerate(AROUND)}
_BOXES = {number: (tag, _BIT.get(tag, 0)) for number, tag in _BLOCKS.items()}
_BODY = ("body", 0)
"""For an element that holds blocks its name and its bit of `Box.around`."""
_UNMARKED = (0, False)
_NAVIGATION = hint("nav")
_NAMING = frozenset(("class", "id", "role", "itemprop", "data-testid", "data-component", "data-type"))


@dataclass(slots=True, init=False)
class Box:
    """An element that holds blocks. `near` and `far` are bit sets of hints (hints.py): of itself, and of all around it;
    `around` is the bit set of the elements of AROUND it is in, `prose` the words of prose inside it.

    Boxes and blocks are filled in where they are made: a page has 270, and an `__init__` for each costs 1 % of its CPU.
    """

    parent: int
    tag: str
    near: int
    far: int
    around: int
    hidden: bool
    prose: float


@dataclass(slots=True, init=False)
class Raw:
    """A block as the walk found it. `box` is the index of the element that holds it, `links` counts characters in
    links. `menu` has the two elements around a block that is a short link and nothing else, () for all others: no box
    is made for it, its `box` is one farther out."""

    text: str
    tag: str
    box: int
    links: int
    words: int
    hidden: bool
    menu: tuple[LexborNode, ...]


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


_NOWHERE = Box()
_NOWHERE.far, _NOWHERE.around, _NOWHERE.hidden = 0, 0, False


class _Collector:
    """Gathers the text of one block after the other. `open` holds the block elements around the place where the walk
    is, outermost first; only those around a block get a box: `boxed` has the indices of the boxes of as many of the
    outermost."""

    __slots__ = ("boxed", "found", "links", "open", "parts")

    def __init__(self, body: LexborNode) -> None:
        self.found = Walk()
        self.open: list[LexborNode] = [body]
        self.boxed: list[int] = []
        self.parts: list[str] = []
        self.links = 0

    def flush(self) -> None:
        """End the block that is open, if any text is in it."""
        parts, links = self.parts, self.links
        joined = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        self.links = 0
        if "\x0b" in joined and joined.count("\x0b") > 1:
            *ended, last = _BREAKS.split(joined)
            for piece in (*map(str.rstrip, ended), last):
                if text := clean(piece):
                    self.add(text, round(links * len(piece) / len(joined)))
        elif text := clean(joined):
            self.add(text, links)

    def add(self, text: str, links: int) -> None:
        """Take in a block."""
        found, size = self.found, len(text)
        if len(found.blocks) >= MAX_BLOCKS:
            raise TooManyBlocksError
        words = text.count(" ") + 1
        if size > _TIGHT * words and not text.isascii():
            words = count_words(text)
        links = links if links < size else size
        menu = words < _MENU and links > _LINKED * size
        at = self.boxed[-1] if self.boxed and (menu or len(self.boxed) == len(self.open)) else self.box()
        box = found.boxes[at]
        raw = Raw()
        raw.text, raw.box, raw.links, raw.words, raw.hidden = text, at, links, words, box.hidden
        raw.tag, raw.menu = box.tag, ()
        if menu:
            raw.tag, raw.menu = _BLOCKS.get(self.open[-1].tag_id, "body"), tuple(self.open[-2:])
        found.blocks.append(raw)

    def box(self) -> int:
        """Index of the box of the innermost open element."""
        boxed, boxes = self.boxed, self.found.boxes
        at, outer = (boxed[-1], boxes[boxed[-1]]) if boxed else (-1, _NOWHERE)
        for node in self.open[len(boxed) :]:
            tag, bit = _BOXES.get(node.tag_id, _BODY)
            near, hidden = _marks(node.attributes)
            if near & _TOOL and tag in _WHOLE:
                near &= ~_TOOL
            inner = Box()
            inner.parent, inner.tag, inner.near, inner.far = at, tag, near, outer.far | near
            inner.around, inner.hidden, inner.prose = outer.around | bit, hidden or outer.hidden, 0.0
            outer, at = inner, len(boxes)
            boxes.append(outer)
            boxed.append(at)
        return at

    def begin(self, node: LexborNode, sort: int) -> int:
        """Begin a heading or a time, without what is passed over in it; how it ends."""
        if any(map(_is_passed, node.traverse())):
            node.strip_tags(_STRIPPED, recursive=True)
        if sort == _TIMED:
            self.time(node)
            return _PLAIN
        if self.parts:
            self.flush()
        if node.first_child is not None:
            self.heading(node)
            self.open.append(node)
        return _BLOCKY

    def heading(self, node: LexborNode) -> None:
        outer = _marks(self.open[-1].attributes)[0]
        self.found.headings.append(heading_of(node, len(self.found.blocks), apart=bool(outer & _NAVIGATION)))

    def time(self, node: LexborNode) -> None:
        attributes = node.attributes
        near = _marks(attributes)[0] | self.found.boxes[self.box()].far
        stamp = attributes.get("datetime") or attributes.get("content") or ""
        self.found.times.append((stamp, clean(node.text() or "")[:60], near))


def _marks(attributes: dict[str, str | None]) -> tuple[int, bool]:
    """Bit set of the hints in `attributes`, and whether they hide the element."""
    if not attributes:
        return _UNMARKED
    if len(attributes) == 1 and (name := attributes.get("class")):
        return HINTS_OF[name if len(name) <= LONGEST else name[:LONGEST]], False
    bits, hidden = 0, False
    for key, value in attributes.items():
        if key in _NAMING:
            if value:
                bits |= HINTS_OF[value if len(value) <= LONGEST else value[:LONGEST]]
        elif key == "hidden" or (key == "style" and value and "none" in value and _HIDDEN.search(value)):
            hidden = True
    return bits, hidden


def called(found: Walk, raw: Raw) -> tuple[int, int]:
    """Bit sets of the hints of the element that holds `raw` and of the one around it."""
    if raw.menu:
        near = [_marks(node.attributes)[0] for node in raw.menu]
        return near[-1], near[0]
    box = found.boxes[raw.box]
    return box.near, found.boxes[max(box.parent, 0)].near


def walk(tree: LexborHTMLParser) -> Walk:
    """The blocks of `tree`, without its elements of _STRIPPED. Iterative: depth costs nothing."""
    body = tree.body or tree.root
    if body is None:
        return Walk()
    collector = _Collector(body)
    parts, open_, boxed, sort_of = collector.parts, collector.open, collector.boxed, _SORTS.get
    around: list[tuple[LexborNode, int]] = []
    in_link = 0
    node = body.first_child
    while True:
        if node is None:
            if not around:
                break
            node, sort = around.pop()
            if sort == _BLOCKY:
                if parts:
                    collector.flush()
                open_.pop()
                if len(boxed) > len(open_):
                    boxed.pop()
            elif sort == _LINK:
                in_link -= 1
        elif (number := node.tag_id) == _TEXT:
            if parts or not node.is_empty_text_node:
                text = node.text_content or ""
                parts.append(text)
                if in_link:
                    collector.links += len(text.strip())
        elif (sort := sort_of(number, _PLAIN)) != _PASSED:
            child = node.first_child
            if sort == _BLOCKY:
                if parts:
                    collector.flush()
                if child is not None:
                    open_.append(node)
            elif sort == _LINK:
                in_link += child is not None
            elif sort == _BREAK:
                parts.append(" \x0b")
            elif sort:
                sort = collector.begin(node, sort)
                child = node.first_child
            if child is not None:
                around.append((node, sort))
                node = child
                continue
        node = node.next
    if parts:
        collector.flush()
    return _sealed(collector.found)


def _is_passed(node: LexborNode) -> bool:
    return _SORTS.get(node.tag_id) == _PASSED


def _sealed(found: Walk) -> Walk:
    """The words of prose of all blocks under each box."""
    boxes = found.boxes
    for raw in found.blocks:
        if raw.words > 9:
            boxes[raw.box].prose += raw.words * (1 - raw.links / len(raw.text))
    for box in boxes[:0:-1]:
        if box.prose:
            boxes[box.parent].prose += box.prose
    return found
