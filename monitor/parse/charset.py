"""Bytes to text: which character set a page is really in (issue 6; names as in the WHATWG Encoding Standard)."""

from __future__ import annotations

import codecs
import re

__all__ = ["decode", "plain"]

_NAMES = {
    "utf-8": "utf-8", "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "utf-16": "utf-16-le", "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
    "ascii": "cp1252", "us-ascii": "cp1252", "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252",
    "latin-1": "cp1252",
    "windows-1252": "cp1252", "cp1252": "cp1252", "windows-1251": "cp1251", "cp1251": "cp1251", "win-1251": "cp1251",
    "win1251": "cp1251",
    "koi8-r": "koi8-r", "koi8-u": "koi8-u", "ibm866": "cp866", "cp866": "cp866", "iso-8859-5": "iso8859-5",
    "x-mac-cyrillic": "mac-cyrillic",
    "windows-1250": "cp1250", "cp1250": "cp1250", "iso-8859-2": "iso8859-2", "iso-8859-3": "iso8859-3",
    "iso-8859-4": "iso8859-4",
    "iso-8859-7": "iso8859-7", "windows-1253": "cp1253", "iso-8859-9": "cp1254", "windows-1254": "cp1254",
    "latin5": "cp1254",
    "iso-8859-8": "iso8859-8", "windows-1255": "cp1255", "iso-8859-6": "iso8859-6", "windows-1256": "cp1256",
    "windows-1257": "cp1257",
    "iso-8859-13": "iso8859-13", "iso-8859-15": "iso8859-15", "iso-8859-16": "iso8859-16", "windows-1258": "cp1258",
    "windows-874": "cp874",
    "tis-620": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932", "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp",
    "euc-kr": "cp949", "ks_c_5601-1987": "cp949", "macintosh": "mac-roman",
}  # fmt: skip
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.I
)
_HEAD = 4096
_CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщіїєґ"


def decode(body: bytes, content_type: str | None = None) -> str:
    """Text of `body`. A byte order mark wins, then valid UTF-8 over any declaration, header, meta, guess. Never
    raises."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    text = plain(body)
    if text is not None:
        return text
    declared = _declared(body, content_type)
    if declared in (None, "utf-8") or declared.startswith("utf-16"):
        return _utf8_with_errors(body) or body.decode(_guess(body), "replace")
    return body.decode(declared, "replace")


def plain(body: bytes) -> str | None:
    """Text of `body` if it is UTF-8 without a mark, byte for byte; else None."""
    try:
        return None if body.startswith(codecs.BOM_UTF8) else body.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _declared(body: bytes, content_type: str | None) -> str | None:
    """First declaration that names a charset of the white list."""
    header = _HEADER.search(content_type or "")
    names = [header[1]] if header else []
    names += [(m[1] or m[2]).decode("ascii", "replace") for m in _META.finditer(body[:_HEAD])]
    return next((_NAMES[n.lower()] for n in names if n.lower() in _NAMES), None)


def _utf8_with_errors(body: bytes) -> str | None:
    """UTF-8 with the odd broken byte: at most one replacement in fifty letters beyond ASCII."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = len(body) - sum(map(body.count, (b"\xef\xbf\xbd",))) - len(text)
    return text if bad * 50 <= max(good, 0) + 50 and good > bad else None


def _guess(body: bytes) -> str:
    """The Cyrillic charset whose letters are the most frequent ones in lower case; Western if few are Cyrillic."""
    sample = bytes(b for b in body[:200_000] if b >= 0x80)[:4000]
    scores = {name: _frequent(sample.decode(name, "replace")) for name in ("cp1251", "koi8-u", "cp866", "iso8859-5")}
    best = max(scores, key=lambda name: scores[name])
    runs = re.search(rb"[\x80-\xff]{4}", body)
    return best if scores[best] > 0.7 and runs else "cp1252"


def _frequent(text: str) -> float:
    return sum(c in _CYRILLIC for c in text) / max(len(text), 1)
