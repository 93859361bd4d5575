"""What is refused or trimmed before it meets the HTML parser, which is quadratic in open elements and attributes."""

from __future__ import annotations

import re
from collections import Counter

from monitor.errors import PageError

__all__ = ["MAX_BYTES", "check_bytes", "check_markup"]

MAX_BYTES = 8_000_000
_MAX_OPEN = 4000
_MANY_TAGS = 8000
_MAX_ATTRIBUTES = 400
_LONG_TAG = 3000
_LARGE = 200_000
_QUOTED_TAG = re.compile(r"<[a-zA-Z](?>[^<>\"']+|\"[^\"]*\"|'[^']*')*+>?")
_MANY_QUOTES = 30_000
_BEGIN = re.compile(rf"<[a-zA-Z][^<]{{{_LONG_TAG - 2},}}")
_BEGIN_IN_BYTES = re.compile(_BEGIN.pattern.encode())
_ODD_BYTES = bytes((*range(9), *range(14, 27), 28, 29, 30, 31))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_SELF_CLOSING = frozenset(["p", "li", "td", "tr", "option", "a", "dd", "dt"])
_MAGIC = (
    (b"%PDF", "a PDF"), (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"RIFF",
    "an image or sound"),
    (b"PK\x03\x04", "a ZIP archive or office document"), (b"\x1f\x8b", "compressed data"), (b"\x00\x00\x00\x18ftyp",
    "a video"),
    (b"\x00\x00\x00 ftyp", "a video"), (b"ID3", "a sound"), (b"\x00\x00\x01\x00", "an icon"), (b"\xd0\xcf\x11\xe0",
    "an office document"),
    (b"{\\rtf", "an office document"), (b"wOFF", "a font"), (b"Rar!", "an archive"), (b"7z\xbc\xaf", "an archive"),
    (b"OggS", "a sound"),
)  # fmt: skip
_MAGICS = tuple(magic for magic, _ in _MAGIC)
_TYPES = {"image": "an image", "audio": "a sound", "video": "a video", "font": "a font"}
_APPLICATIONS = {"application/pdf": "a PDF", "application/zip": "an archive", "text/css": "a style sheet",
                 "application/javascript": "a script", "text/javascript": "a script"}  # fmt: skip


def check_bytes(body: bytes, content_type: str | None, url: str) -> None:
    """Raise PageError for what is no page: nothing at all, PDFs, images, JSON, archives, or more than 8 MB."""
    if len(body) > MAX_BYTES:
        raise PageError(
            f"{len(body) // 1_000_000} MB is too large for a page (limit {MAX_BYTES // 1_000_000} MB)", subject=url
        )
    start = body[:2048].lstrip()
    if not start and not body.strip():
        raise PageError("the page is empty", subject=url)
    what = _magic(body) or _magic(start)
    what = what or (_json(start) if start[:1] in (b"{", b"[") else None) or (_xml(start) if start[:1] == b"<" else None)
    what = what or (_typed(content_type or "") if b"<" not in start else None) or _binary(body)
    if what:
        raise PageError(f"this is {what}, not a page", subject=url, mend="give the address of an HTML page")


def check_markup(text: str, body: bytes | None = None) -> str:
    """`text` without the attributes of tags that have hundreds of them, and without the tags of a name that nests
    thousands deep: what stands in them stays, and no newsroom means anything by them. `body` are its bytes in UTF-8 if
    they are at hand: they tell most pages without long tags in a third of the time that `text` takes."""
    given = text
    if text.count("<") > _MANY_TAGS:
        for name in _nested(text):
            text = re.sub(rf"</?{name}(?![a-zA-Z0-9-])[^<>]*>?", " ", text, flags=re.IGNORECASE)
    if len(text) > _LARGE and text.count("=") > _MANY_QUOTES:
        text = _QUOTED_TAG.sub(_trimmed, text)
    known = body is not None and text is given and not _may_be_long(body)
    return text if known else _shortened(text)


def _may_be_long(body: bytes) -> bool:
    """Whether `_shortened` may find a tag that is too long: as many bytes are as many characters or fewer."""
    at, last = -1, len(body) - _LONG_TAG
    while at < last:
        end = body.rfind(b">", at + 1, at + 1 + _LONG_TAG)
        if end < 0:
            end = (body.find(b">", at + 1) + 1 or len(body)) - 1
            begins = body.find(b"<", at + 1, max(end + 2 - _LONG_TAG, 0)) >= 0
            if begins and _BEGIN_IN_BYTES.search(body, at + 1, end + 1):
                return True
        at = end
    return False


def _shortened(text: str) -> str:
    """`text` without the attributes of tags that go on for thousands of characters and hundreds of attributes. It is
    looked at only where no ">" is for long."""
    kept: list[str] = []
    done, at = 0, -1
    while at + _LONG_TAG < len(text):
        end = text.rfind(">", at + 1, at + 1 + _LONG_TAG)
        if end < 0:
            end = (text.find(">", at + 1) + 1 or len(text)) - 1
            begins = text.find("<", at + 1, max(end + 2 - _LONG_TAG, 0)) >= 0
            tag = _BEGIN.search(text, at + 1, end + 1) if begins else None
            if tag and (short := _without_many(tag[0])) != tag[0]:
                kept += text[done : tag.start()], short
                done = tag.end()
        at = end
    return "".join((*kept, text[done:])) if kept else text


def _nested(text: str) -> list[str]:
    """Names of which thousands of elements are open at once, as far as tags tell."""
    written = Counter(re.findall(r"<([a-zA-Z][a-zA-Z0-9-]*)", text))
    times: Counter[str] = Counter()
    for name, count in written.items():
        times[name.lower()] += count
    many = {name for name, count in times.items() if count > _MAX_OPEN} - _VOID - _SELF_CLOSING
    opened, deepest = dict.fromkeys(many, 0), dict.fromkeys(many, 0)
    for closing, tag in _TAG.findall(text) if many else ():
        if (name := tag.lower()) in many:
            opened[name] = max(0, opened[name] - 1) if closing else opened[name] + 1
            deepest[name] = max(deepest[name], opened[name])
    return [name for name in sorted(many) if deepest[name] > _MAX_OPEN]


def _trimmed(tag: re.Match[str]) -> str:
    return _without_many(tag[0])


def _without_many(tag: str) -> str:
    """`tag` without attributes if it has hundreds."""
    return tag if len(tag.split(None, _MAX_ATTRIBUTES)) <= _MAX_ATTRIBUTES else tag.split(None, 1)[0] + ">"


def _magic(start: bytes) -> str | None:
    return next(what for magic, what in _MAGIC if start.startswith(magic)) if start.startswith(_MAGICS) else None


def _json(start: bytes) -> str | None:
    return "JSON" if re.match(rb"[\[{]\s*([\"\[{\]}0-9tfn-]|$)", start) else None


def _xml(start: bytes) -> str | None:
    """Feeds and other XML, but not XHTML."""
    if start.startswith(b"<?xml") and not re.search(rb"<html|<!doctype html", start, re.I):
        return "XML" if re.search(rb"<(rss|feed|rdf:RDF|urlset|sitemapindex|svg|opml)\b", start) else None
    return "a feed" if re.match(rb"<(rss|feed)[\s>]", start) else "an image" if start.startswith(b"<svg") else None


def _typed(content_type: str) -> str | None:
    kind = content_type.partition(";")[0].strip().lower()
    return _APPLICATIONS.get(kind) or _TYPES.get(kind.partition("/")[0]) or ("JSON" if kind.endswith("json") else None)


def _binary(body: bytes) -> str | None:
    """Bytes that no text has, in number; UTF-16 has a byte order mark."""
    sample = body[:4096]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    odd = len(sample) - len(sample.translate(None, _ODD_BYTES))
    return "binary data" if odd > max(len(sample) // 20, 3) and b"<html" not in sample.lower() else None
