"""XML text -> element tree: expat for what is well-formed, mended text through expat, then the tolerant scanner.

A feed that is not well-formed is read entry by entry, so that damage to one entry touches no other; where the entries
themselves cannot be told apart, the scanner reads the whole.

No document type declaration ever reaches expat: entities that a feed declares for itself are used only when their
value is short and plain, so nothing expands in steps and nothing outside is read (XXE, "billion laughs").
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element, ParseError, XMLParser

from monitor.feeds import _mend, _scan

__all__ = ["parse"]

_PLACE = "entries-stand-here"
_TOKEN = re.compile(r"<(/?)(?:[\w-]+:)?(item|entry)(?=[\s>/])[^<>]*>", re.I)
_SITEMAP_TOKEN = re.compile(r"<(/?)(url|sitemap)(?=[\s>/])[^<>]*>", re.I)
_HOMES = {"item": "rss", "entry": "feed", "url": "urlset", "sitemap": "sitemapindex"}
_MOST = 300
"""Entries that are mended one by one; a feed with more broken ones is scanned from there on in one go."""
_CONTAINERS = frozenset({"rss", "rdf", "channel", "feed", "urlset", "sitemapindex", "items"})
_DECLARED = re.compile(r"\bxmlns(?::([\w.-]+))?\s*=\s*(?:\"([^\"<]*)\"|'([^'<]*)')")


@dataclass(slots=True)
class _Reading:
    """One text on its way to a tree: the plain entities it declares and what was mended, counted."""

    entities: dict[str, str]
    repairs: Counter[str] = field(default_factory=Counter)


def parse(whole: str, utf8: bytes | None = None) -> tuple[Element, tuple[str, ...]]:
    """The root of a text and the repairs that reading it took; `utf8` is the same text, where it came as UTF-8.

    Never fails: a text without tags has an empty root.
    """
    text, entities, refused = _mend.without_doctype(whole)
    reading = _Reading(entities)
    reading.repairs.update(["entity declarations refused"] if refused else [])
    text = _mend.windows_references(text, reading.repairs)
    root = _expat(text if utf8 is None or text is not whole else utf8)
    if root is None or _unbalanced(text):
        reading.repairs["not well-formed"] += 1
        text = _mend.trimmed(text, reading.repairs)
        root = _by_entries(text, reading) or _whole(text, reading)
    return root, tuple(what if n == 1 else f"{what} ({n})" for what, n in reading.repairs.items())


def _expat(text: str | bytes) -> Element | None:
    """The root of a well-formed text, else None; bytes are UTF-8 whatever their prolog says."""
    parser = XMLParser(encoding="utf-8")
    try:
        parser.feed(text)
        return parser.close()
    except (ParseError, UnicodeEncodeError, ValueError):
        return None


def _unbalanced(text: str) -> bool:
    """Whether a CDATA section lost its end and took the following elements in, up to the end of the next one."""
    opened = text.count("<![CDATA[") if "[" in text else 0
    return opened > 0 and opened > text.count("]]>")


def _local(node: Element) -> str:
    return str(node.tag).rpartition("}")[2].lower()


def _whole(text: str, reading: _Reading) -> Element:
    """The tree of a text that is read in one piece: mended, else scanned."""
    mended = _mend.mended(text, reading.entities, reading.repairs)
    root = _expat(mended) if mended != text and not _unbalanced(mended) else None
    return root if root is not None else _scan.scan(mended, reading.repairs)


def _by_entries(text: str, reading: _Reading) -> Element | None:
    """The tree of a text whose entries can be told apart; None when they cannot."""
    name, spans = _entry_spans(text)
    if not spans:
        return None
    head = text[: spans[0][0]]
    between = "".join(text[a[1] : b[0]] for a, b in pairwise(spans))
    frame = _whole(f"{head}<{_PLACE}/>{between}{text[spans[-1][1] :]}", reading)
    chunks = [text[start:end] for start, end in spans]
    entries = _entries(chunks, name, _declarations(_mend.CONTROLS.sub("", head)), reading)
    parent, at = _place(frame)
    if parent is None:
        reading.repairs["root element rebuilt"] += 1
        frame = _rebuilt(_HOMES[name], frame, entries)
        parent, at = frame, len(frame)
    elif parent is not frame and all(parent is not node for node in frame):
        frame = parent
    parent[at : at + 1] = entries
    return frame


def _rebuilt(name: str, frame: Element, entries: list[Element]) -> Element:
    """A root for entries whose own was spoilt, with what is left of the feed's own fields."""
    space = str(entries[0].tag).rpartition("}")[0] if entries else ""
    root = Element(f"{space}}}{name}" if space else name)
    root.extend(node for node in frame if not str(node.tag).endswith(_PLACE))
    return root


def _entry_spans(text: str) -> tuple[str, list[tuple[int, int]]]:
    """What entries are called and where each stands; one without end reaches to the next, one without start begins
    where the one before ended. Nothing when the first has no start.
    """
    token = _TOKEN
    if not token.search(text):
        token = _SITEMAP_TOKEN
    spans: list[tuple[int, int]] = []
    start, name = None, "item"
    for found in token.finditer(text):
        name = found[2].lower()
        if not found[1]:
            if start is not None:
                spans.append((start, found.start()))
            start = found.start()
            if found[0].endswith("/>"):
                spans.append((start, found.end()))
                start = None
        elif start is None and not spans:
            return name, []
        else:
            spans.append((spans[-1][1] if start is None else start, found.end()))
            start = None
    return name, [*spans, (start, len(text))] if start is not None else spans


def _place(frame: Element) -> tuple[Element | None, int]:
    """The element that holds the placeholder of the entries, and where in it; looked for without recursion."""
    for parent in frame.iter():
        for at, child in enumerate(parent):
            if str(child.tag).endswith(_PLACE):
                return (parent, at) if _local(parent) in _CONTAINERS else (None, 0)
    return None, 0


def _declarations(head: str) -> dict[str, str]:
    """The namespaces declared before the first entry, the first of each prefix."""
    declared: dict[str, str] = {}
    for prefix, double, single in _DECLARED.findall(head):
        declared.setdefault(prefix, (double or single).replace("&", "&amp;"))
    return declared


def _entries(chunks: list[str], name: str, declared: dict[str, str], reading: _Reading) -> list[Element]:
    """The elements of the chunks: together where that works, else each half for itself, down to the broken one."""
    attributes = "".join(f' xmlns{":" + p if p else ""}="{space}"' for p, space in declared.items() if space or not p)
    found: list[Element] = []
    todo, broken = [chunks], 0
    while todo:
        some = todo.pop()
        root = None if broken > _MOST else _together(some, attributes)
        if root is not None:
            found += root
        elif broken > _MOST:
            home = _HOMES[name]
            root = _scan.scan(f"<{home}>{_mended(some, reading)}</{home}>", reading.repairs, declared, name)
            found += [node for node in root if _local(node) == name]
        elif len(some) == 1:
            broken += 1
            found += _broken_entry(some[0], name, attributes, declared, reading)
        else:
            todo += [some[len(some) // 2 :], some[: len(some) // 2]]
    return found


def _together(chunks: list[str], attributes: str) -> Element | None:
    """The chunks as one document; None when that is not well-formed or its entries are not as many."""
    text = "".join(chunks)
    root = None if _unbalanced(text) else _expat(f"<all{attributes}>{text}</all>")
    return root if root is not None and len(root) == len(chunks) else None


def _mended(chunks: list[str], reading: _Reading) -> str:
    return "".join(_mend.mended(chunk, reading.entities, reading.repairs) for chunk in chunks)


def _broken_entry(chunk: str, name: str, attributes: str, declared: dict[str, str], reading: _Reading) -> list[Element]:
    """The entry in a chunk that is not well-formed: mended, else scanned."""
    mended = _mend.mended(chunk, reading.entities, reading.repairs)
    if mended != chunk and not _unbalanced(mended):
        root = _expat(f"<all{attributes}>{mended}</all>")
        if root is not None:
            return list(root)
    root = _scan.scan(mended, reading.repairs, declared, name)
    return [root] if root.tag != "document" else [node for node in root if _local(node) in _HOMES]
