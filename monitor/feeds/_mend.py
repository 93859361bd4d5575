"""Mending XML text so that expat takes it: references, control characters, what stands before the feed, DOCTYPE."""

from __future__ import annotations

import re
from collections import Counter
from html.entities import html5

__all__ = ["CONTROLS", "mended", "trimmed", "windows_references", "without_doctype"]

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|entry|item)\b", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*", re.I)
_SUBSET_END = re.compile(r"\]\s*>")
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s+(?:\"([^\"<]{0,200})\"|'([^'<]{0,200})')\s*>")
_SIMPLE = re.compile(r"[^&]*(?:&#\w{1,8};[^&]*)?\Z")
CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_C1 = re.compile(r"&#(?:0*(1[2345]\d)|[xX]0*([89][0-9a-fA-F]));")
_AMPERSAND = re.compile(r"<!\[CDATA\[|\]\]>|&(#\d{1,8};|#[xX][0-9a-fA-F]{1,7};|[A-Za-z][\w.-]{0,40};)?")
_BUILT_IN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def without_doctype(text: str) -> tuple[str, dict[str, str], bool]:
    """`text` without its document type, the plain entities it declares, and whether it declares others (refused)."""
    root = _ROOT.search(text)
    found = _DOCTYPE.search(text, 0, root.start() if root else len(text))
    if not found:
        return text, {}, False
    subset, end = "", found.end()
    if text[end : end + 1] == "[":
        closed = _SUBSET_END.search(text, end)
        start, end = end, closed.end() if closed else root.start() if root else len(text)
        subset = text[start:end]
    else:
        end += 1
    values = {name: double or single for name, double, single in _ENTITY.findall(subset)}
    plain = {name: value for name, value in values.items() if _SIMPLE.match(value)}
    return text[: found.start()] + text[end:], plain, subset.count("<!ENTITY") > len(plain)


def windows_references(text: str, repairs: Counter[str]) -> str:
    """`text` with references to control characters of Latin-1 read as windows-1252, as browsers do."""
    if "#" not in text or not _C1.search(text):
        return text
    repairs["windows-1252 references read"] += 1
    return _C1.sub(_windows, text)


def _windows(found: re.Match[str]) -> str:
    code = int(found[1]) if found[1] else int(found[2], 16)
    return bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0x9F else found[0]


def trimmed(text: str, repairs: Counter[str]) -> str:
    """`text` from its prolog or its root on."""
    root = _ROOT.search(text)
    head = text[: root.start()] if root else text[:2000]
    prolog = head.find("<?xml ")
    start = prolog if prolog >= 0 else root.start() if root else 0
    if start:
        blank = not text[:start].strip("\ufeff \t\r\n")
        repairs["blank before the prolog cut off" if blank else "text before the feed cut off"] += 1
    return text[start:]


def mended(text: str, entities: dict[str, str], repairs: Counter[str]) -> str:
    """`text` without control characters, with stray ``&`` escaped and entities unknown to XML replaced."""
    text, count = CONTROLS.subn("", text)
    if count:
        repairs["control character removed"] += count
    return _References(entities, repairs).mend(text) if "&" in text else text


class _References:
    """Mends references outside CDATA sections, one pass over a text."""

    def __init__(self, entities: dict[str, str], repairs: Counter[str]) -> None:
        self.entities, self.repairs, self.inside = entities, repairs, False

    def mend(self, text: str) -> str:
        return _AMPERSAND.sub(self._one, text)

    def _one(self, found: re.Match[str]) -> str:
        whole, body = found[0], found[1]
        if whole[0] != "&":
            self.inside = whole[0] == "<"
            return whole
        if self.inside or body in _BUILT_IN:
            return whole
        known = self._meaning(body)
        if known is None:
            self.repairs["stray & escaped"] += 1
            return "&amp;" + whole[1:]
        if known != whole:
            self.repairs["entity resolved"] += 1
        return known

    def _meaning(self, body: str | None) -> str | None:
        """What ``&body`` stands for in XML text; None when it is no reference."""
        if not body:
            return None
        if body[0] == "#":
            return f"&{body}" if _is_character(body) else None
        value = self.entities.get(body[:-1], html5.get(body))
        return None if value is None else value.replace("&", "&amp;").replace("<", "&lt;")


def _is_character(body: str) -> bool:
    """Whether ``#..;`` names a character that XML allows."""
    code = int(body[2:-1], 16) if body[1] in "xX" else int(body[1:-1])
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
