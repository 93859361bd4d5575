"""Markup -> plain text, for the text fields of a feed. Own code: selectolax stays in `monitor.parse` (DESIGN)."""

from __future__ import annotations

import re
from html import unescape
from xml.etree.ElementTree import Element

__all__ = ["line", "node_text", "plain", "title_text"]

_REST = r"(?:[^<>\"']*+(?:\"[^\"<]*+\"[^<>\"']*+|'[^'<]*+'[^<>\"']*+)*+>|[^>]*>)"
_DROPPED = re.compile(r"<(script|style|head|template|select|textarea)\b", re.I)
_ESCAPED = re.compile(r"</(?:p|a|b|i|em|strong|div|span|li|ul|ol|h\d|td|font)>|<(?:br|p|img)\b[^<>]*>", re.I)
_REFERENCE = re.compile(r"&(?:#\d{2,7}|#[xX][0-9a-fA-F]{2,6}|[A-Za-z]{2,8});")
_BLOCKS = (
    "p br div li ul ol tr table h1 h2 h3 h4 h5 h6 blockquote section article header footer figure figcaption pre hr "
    "dd dt dl center title"
)
_BLOCK_NAMES = frozenset(_BLOCKS.split())
_TAG = re.compile(r"<<{0,3}/?([A-Za-z!?]\w*+)" + _REST)
_INSTEAD = {"td": " ", "th": " ", **dict.fromkeys(_BLOCK_NAMES, "\n")}
"""What stands for a tag of that name; nothing for others."""
_DROPPED_NAMES = frozenset({"script", "style", "head", "template"})


def line(text: str) -> str:
    """`text` on one line, runs of white space made one space."""
    return text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())


def plain(markup: str) -> str:
    """The text of an HTML fragment: one newline between blocks, references resolved, scripts and comments gone."""
    if "<" not in markup and "&" not in markup:
        return _tidy(markup)
    if "<" in markup:
        text = _without_tags(markup)
        if "&" in text:
            text = unescape(text)
    else:
        text = unescape(markup)
        if "<" in text and _ESCAPED.search(text):
            text = _without_tags(text)
    if "&" in text and _REFERENCE.search(text):
        text = unescape(text)
    return _tidy(text)


def title_text(markup: str) -> str:
    """The text of a title on one line."""
    return line(plain(markup)) if "<" in markup or "&" in markup else line(markup)


def _without_tags(markup: str) -> str:
    if "!" in markup:
        markup = _cut(markup, "<!--", "-->").replace("<!--", "").replace("<![CDATA[", "")
    if "]" in markup:
        markup = markup.replace("]]>", "")
    if _DROPPED.search(markup):
        markup = _without_scripts(markup)
    last = markup.rfind(">") + 1
    pieces = _TAG.split(markup[:last])
    pieces[1::2] = [_INSTEAD.get(name.lower(), "") for name in pieces[1::2]]
    return "".join((*pieces, markup[last:]))


def _cut(text: str, start: str, end: str) -> str:
    """`text` without what lies between `start` and `end`, both included; an unclosed `start` stays. Linear."""
    kept, at = [], 0
    while (opened := text.find(start, at)) >= 0 and (closed := text.find(end, opened + len(start))) >= 0:
        kept.append(text[at:opened])
        at = closed + len(end)
    return "".join((*kept, text[at:]))


def _without_scripts(text: str) -> str:
    """`text` without elements whose content nobody reads. One pass: an element without its end tag is left."""
    lower = text.lower()
    if len(lower) != len(text):
        return text
    kept, at, missing = [], 0, set[str]()
    for found in _DROPPED.finditer(text):
        name = found[1].lower()
        if found.start() < at or name in missing:
            continue
        closed = lower.find(f"</{name}", found.end())
        if closed < 0:
            missing.add(name)
            continue
        kept.append(text[at : found.start()])
        end = text.find(">", closed)
        at = end + 1 if end >= 0 else len(text)
    return "".join((*kept, text[at:]))


def _tidy(text: str) -> str:
    """Runs of spaces made one, runs of line ends made one."""
    if "\n" not in text:
        return line(text)
    if not ("  " in text or "\t" in text or "\r" in text or "\xa0" in text):
        return "\n".join(filter(None, map(str.strip, text.split("\n"))))
    return "\n".join(filter(None, (" ".join(piece.split()) for piece in text.split("\n"))))


def node_text(node: Element) -> str:
    """The text below an element that holds real child elements (XHTML content, unescaped HTML), blocks on own lines."""
    pieces: list[str] = []
    todo: list[Element | str] = [node]
    while todo:
        item = todo.pop()
        if isinstance(item, str):
            pieces.append(item)
            continue
        todo.extend(reversed(_parts(item)))
    return _tidy("".join(pieces))


def _parts(node: Element) -> list[Element | str]:
    """What an element reads as, in order: its text, its children with their tails, line ends round a block."""
    parts: list[Element | str] = [node.text or ""]
    for child in node:
        name = str(child.tag).rpartition("}")[2].lower()
        if name not in _DROPPED_NAMES:
            parts += ["\n", child, "\n"] if name in _BLOCK_NAMES else [child]
        parts.append(child.tail or "")
    return parts
