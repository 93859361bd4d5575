"""XML text -> element tree: expat when it is well-formed, mended text through expat, then the tolerant scanner.

No document type declaration ever reaches expat: entities that a feed declares for itself are used only when their
value is short and plain, so nothing expands in steps and nothing outside is read (XXE, "billion laughs").
"""

from __future__ import annotations

import re
from html.entities import html5
from xml.etree.ElementTree import Element, ParseError, XMLParser

from monitor.feeds import _scan

__all__ = ["parse"]

_ROOT = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel|urlset|sitemapindex|entry|item)\b", re.I)
_DOCTYPE = re.compile(r"<!DOCTYPE\b[^\[>]*", re.I)
_SUBSET_END = re.compile(r"\]\s*>")
_ENTITY = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s+(?:\"([^\"<]{0,200})\"|'([^'<]{0,200})')\s*>")
_SIMPLE = re.compile(r"[^&]*(?:&#\w{1,8};[^&]*)?\Z")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_AMPERSAND = re.compile(r"<!\[CDATA\[|\]\]>|&(#\d{1,8};|#[xX][0-9a-fA-F]{1,7};|[A-Za-z][\w.-]{0,40};)?")
_C1 = re.compile(r"&#(?:0*(1[2345]\d)|[xX]0*([89][0-9a-fA-F]));")
_BUILT_IN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def parse(text: str) -> tuple[Element, tuple[str, ...]]:
    """The root of `text` and the repairs that reading it took. Never fails: a text without tags has an empty root."""
    repairs: list[str] = []
    entities: dict[str, str] = {}
    if "<!DOCTYPE" in text[:20_000].upper():
        text, entities = _without_doctype(text)
        repairs += ["entity declarations refused"] if entities.pop("", None) else []
    if "&#" in text and _C1.search(text):
        text = _C1.sub(_windows, text)
        repairs.append("windows-1252 references")
    root = _expat(text)
    if root is not None and not _swallowed(text):
        return root, tuple(repairs)
    mended = _trimmed(text, repairs)
    mended = _without_controls(mended, repairs)
    mended = _references(mended, entities, repairs)
    if repairs and root is None and (root := _expat(mended)) is not None and not _swallowed(mended):
        return root, tuple(repairs)
    root, found = _scan.scan(mended)
    return root, (*repairs, "not well-formed: read tolerantly", *found)


def _windows(found: re.Match[str]) -> str:
    """The character that a reference to a control character of Latin-1 means in windows-1252 (as browsers read it)."""
    code = int(found[1]) if found[1] else int(found[2], 16)
    return bytes([code]).decode("cp1252", "replace") if 0x80 <= code <= 0x9F else found[0]


def _expat(text: str) -> Element | None:
    parser = XMLParser(encoding="utf-8")
    try:
        parser.feed(text.encode("utf-8"))
        return parser.close()
    except (ParseError, UnicodeEncodeError, ValueError):
        return None


def _swallowed(text: str) -> bool:
    """Whether a CDATA section lost its end and took the following elements in, up to the end of the next one."""
    opened, closed = text.count("<![CDATA["), text.count("]]>")
    return opened > closed


def _without_doctype(text: str) -> tuple[str, dict[str, str]]:
    """`text` without its document type, and the plain entities it declares ("" marks that others were refused)."""
    found, root = _DOCTYPE.search(text), _ROOT.search(text)
    if not found or (root and root.start() < found.start()):
        return text, {}
    subset, end = "", found.end()
    if text[end : end + 1] == "[":
        closed = _SUBSET_END.search(text, end)
        start, end = end, closed.end() if closed else root.start() if root else len(text)
        subset = text[start:end]
    else:
        end += 1
    values = {name: double or single for name, double, single in _ENTITY.findall(subset)}
    plain = {name: value for name, value in values.items() if _SIMPLE.match(value)}
    if subset.count("<!ENTITY") > len(plain):
        plain[""] = "refused"
    return text[: found.start()] + text[end:], plain


def _trimmed(text: str, repairs: list[str]) -> str:
    """`text` from its prolog or its root on."""
    root = _ROOT.search(text)
    head = text[: root.start()] if root else text[:2000]
    prolog = head.find("<?xml ")
    start = prolog if prolog >= 0 else root.start() if root else 0
    if start and text[:start].strip():
        repairs.append("text before the feed cut off")
    elif start:
        repairs.append("blank before the prolog cut off")
    return text[start:]


def _without_controls(text: str, repairs: list[str]) -> str:
    text, count = _CONTROL.subn("", text)
    repairs += [f"{count} control characters removed"] if count else []
    return text


def _references(text: str, entities: dict[str, str], repairs: list[str]) -> str:
    """`text` with stray ``&`` escaped and entities that XML does not know replaced; CDATA is left alone."""
    if "&" not in text:
        return text
    inside, named, stray = False, 0, 0

    def mend(found: re.Match[str]) -> str:
        nonlocal inside, named, stray
        whole, body = found[0], found[1]
        if whole[0] != "&":
            inside = whole[0] == "<"
            return whole
        if inside or body in _BUILT_IN:
            return whole
        known = _reference(body, entities)
        named, stray = named + (known not in (None, whole)), stray + (known is None)
        return "&amp;" + whole[1:] if known is None else known

    mended = _AMPERSAND.sub(mend, text)
    repairs += [f"{named} entities resolved"] if named else []
    repairs += [f"{stray} stray & escaped"] if stray else []
    return mended


def _reference(body: str | None, entities: dict[str, str]) -> str | None:
    """What ``&body`` stands for in XML text; None when it is no reference."""
    if not body:
        return None
    if body[0] == "#":
        return f"&{body}" if _is_character(body) else None
    value = entities.get(body[:-1])
    if value is None and (value := html5.get(body)) is not None:
        value = value.replace("&", "&amp;").replace("<", "&lt;")
    return value


def _is_character(body: str) -> bool:
    """Whether ``#..;`` names a character that XML allows."""
    code = int(body[2:-1], 16) if body[1] in "xX" else int(body[1:-1])
    return code in (9, 10, 13) or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
