"""Bytes of a feed -> text: byte order mark, then UTF-8 whenever it holds, then header, prolog and a guess.

Servers and prologs lie more often than UTF-8 fits by chance, so bytes that are valid UTF-8 are read as UTF-8 whatever
was declared; text that is UTF-8 but for a few bytes stays UTF-8 and loses one character a bad byte (issue 5).
"""

from __future__ import annotations

import codecs
import re
from functools import lru_cache
from typing import NamedTuple

__all__ = ["Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = (
    (re.compile(rb"[<{]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0[<{]"), "utf-32-be"),
    (re.compile(rb"[<{]\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0[<{]\0[^\0]"), "utf-16-be"),
    (re.compile(rb"\x4c\x6f\xa7\x94"), "cp037"),
)
_SEVEN_BIT = ("iso2022_jp", "iso2022_kr", "hz", "utf_7")
# What a label means in practice (the WHATWG encoding standard reads Latin-1 as windows-1252, and so on).
_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "gb2312": "gb18030",
    "gbk": "gb18030", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874", "shift_jis": "cp932",
    "euc_kr": "cp949", "big5": "cp950", "iso8859_8_i": "cp1255", "iso8859-8": "cp1255", "koi8-r": "koi8-u",
}  # fmt: skip
_LABELS = {
    "windows1250": "cp1250", "windows1251": "cp1251", "windows1252": "cp1252", "win1250": "cp1250",
    "win1251": "cp1251", "win1252": "cp1252", "xcp1250": "cp1250", "xcp1251": "cp1251", "xcp1252": "cp1252",
    "ansi": "cp1252", "ansi1251": "cp1251", "koi8": "koi8-u", "koi8ru": "koi8-u", "koi": "koi8-u",
    "dos866": "cp866", "xmaccyrillic": "mac_cyrillic", "macintosh": "mac_roman", "xsjis": "cp932",
    "windows31j": "cp932", "xeucjp": "euc_jp", "xgbk": "gb18030", "xxbig5": "cp950", "windows949": "cp949",
    "ksc5601": "cp949", "ksc56011987": "cp949", "windows874": "cp874", "utf8mb4": "utf-8", "unicode11utf8": "utf-8",
    "xunicode20utf8": "utf-8", "iso88598i": "cp1255", "iso885915": "iso8859-15",
}  # fmt: skip
_ALLOWED = re.compile(
    r"(?:utf|cp\d|iso|koi8|mac|big5|gb|hz|euc|shift|johab|kz1048|ptcp154|hp_roman8|ascii|latin|tis)[\w-]*\Z"
)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_PROLOG = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_TONGUE = re.compile(rb"(?:<(?:dc:)?language>|xml:lang\s*=\s*[\"'])\s*([A-Za-z]{2})\b")
_HIGH = re.compile(rb"[\x80-\xff]")
_GOOD = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_STRAY = re.compile("[\udc80-\udcff]+")
_CYRILLIC = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac_cyrillic")
_BY_LANGUAGE = (
    ("be bg kk mk ru sr tg uk", _CYRILLIC), ("bs cs hr hu pl ro sk sl sq", ("cp1250", "iso8859-2")),
    ("az tr", ("cp1254",)), ("el", ("cp1253", "iso8859-7")), ("he iw yi", ("cp1255",)), ("ar fa ur", ("cp1256",)),
    ("et lt lv", ("cp1257",)), ("vi", ("cp1258",)), ("th", ("cp874",)), ("ja", ("cp932", "euc_jp")),
    ("zh", ("gb18030", "cp950")), ("ko", ("cp949",)),
)  # fmt: skip
_SLAVIC_WORD = re.compile("(?<![A-Za-z])[А-ЯЁІЇЄҐЎ]?[а-яёіїєґў]{2,}|(?<![A-Za-zа-яё])[А-ЯЁІЇЄҐЎ]{3,}(?![a-zа-яё])")


class Decoded(NamedTuple):
    """A text, what had to be mended to get it, and the same text in UTF-8 where it came as that."""

    text: str
    repairs: tuple[str, ...] = ()
    utf8: bytes | None = None


def decode(body: bytes, content_type: str | None) -> Decoded:
    """The text of `body`; `content_type` is the header as it came."""
    start = body[:4]
    if (b"\0" in start or not start.isascii()) and (marked := _marked(body)):
        return marked
    header, prolog = _header_charset(content_type), _prolog_charset(body)
    seven = next((c for c in (header, prolog) if c in _SEVEN_BIT), None)
    if seven and (read := _strict(body, seven)) is not None:
        return Decoded(read)
    if (read := _strict(body, "utf-8")) is not None:
        return Decoded(read, _lies(read, header, prolog), body)
    return _legacy(body, header, prolog)


def _marked(body: bytes) -> Decoded | None:
    """The text of a body that begins with a mark or as only one encoding would have it; None for others."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _wide(body[len(mark) :], name)
    return next((_wide(body, name) for start, name in _WIDE if start.match(body)), None)


def _wide(body: bytes, name: str) -> Decoded:
    """Text in an encoding that its first bytes prove."""
    if (read := _strict(body, name)) is None:
        return Decoded(body.decode(name, "replace"), (f"bad bytes replaced ({name})",))
    return Decoded(read, utf8=body if name == "utf-8" else None)


def _lies(text: str, header: str | None, prolog: str | None) -> tuple[str, ...]:
    """Names the declaration that UTF-8 text contradicts; ASCII contradicts nothing."""
    declared = next((c for c in (prolog, header) if c not in (None, "utf-8")), None)
    return () if declared is None or text.isascii() else (f"declared {declared}, is utf-8",)


def _legacy(body: bytes, header: str | None, prolog: str | None) -> Decoded:
    """Bytes that are not UTF-8: nearly UTF-8, as declared, or guessed."""
    if _nearly_utf8(body):
        return Decoded(_by_character(body), ("bad bytes replaced (utf-8)",))
    declared = [c for c in (header, prolog) if c and not c.startswith("utf")]
    if len(declared) == 2 and declared[0] == "cp1252":
        declared.reverse()
    for name in declared:
        if (read := _strict(body, name)) is not None:
            return Decoded(read)
    name = _guess(body)
    said = prolog or header
    how = f"declared {said}, read as {name}" if said else f"encoding guessed: {name}"
    if (read := _strict(body, name)) is not None:
        return Decoded(read, (how,))
    for damaged in declared:
        return Decoded(body.decode(damaged, "replace"), (f"bad bytes replaced ({damaged})",))
    return Decoded(body.decode(name, "replace"), (how, f"bad bytes replaced ({name})"))


def _by_character(body: bytes) -> str:
    """UTF-8 with bytes that fit in nowhere: between ASCII they are windows-1252, elsewhere U+FFFD."""
    return _STRAY.sub(_one_character, body.decode("utf-8", "surrogateescape"))


def _one_character(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    if text[max(start - 1, 0) : start].isascii() and text[end : end + 1].isascii():
        return found[0].encode("latin-1", "surrogateescape").decode("cp1252", "replace")
    return "\ufffd" * (end - start)


def _strict(body: bytes, name: str) -> str | None:
    try:
        return body.decode(name)
    except (UnicodeError, LookupError):
        pass
    if name == "cp1252" and (text := body.decode("cp1252", "replace")).count("\ufffd") <= 5:
        return body.decode("latin-1") if "\ufffd" not in text else text
    return None


def _nearly_utf8(body: bytes) -> bool:
    """Whether good multi-byte sequences outnumber the bytes that fit into none, five times at least."""
    good = sum(map(len, _GOOD.findall(body)))
    return good >= 5 * (len(_HIGH.findall(body)) - good)


def _header_charset(content_type: str | None) -> str | None:
    found = _CHARSET.search(content_type or "")
    return _known(found[1]) if found else None


def _prolog_charset(body: bytes) -> str | None:
    found = _PROLOG.search(body[:1024])
    return _known(found[1].decode("ascii", "replace")) if found else None


@lru_cache(64)
def _known(label: str) -> str | None:
    """The codec that a label means; None for what is no text encoding (`zlib_codec`) or cannot hold here (utf-16)."""
    key = re.sub(r"[^a-z0-9]", "", label.lower())
    try:
        name = codecs.lookup(_LABELS.get(key, label.strip())).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if not _ALLOWED.match(name) or name.startswith(("utf-16", "utf-32", "utf_8_sig")):
        return None
    return _MEANT.get(name, name)


def _guess(body: bytes) -> str:
    """The most likely single- or double-byte encoding, by the language the feed names or by its letters."""
    found = _TONGUE.search(body[:20_000])
    tongue = found[1].decode().lower() if found else ""
    candidates = next((names for tongues, names in _BY_LANGUAGE if tongue and tongue in tongues.split()), None)
    sample = b" ".join(re.findall(rb"[^<>]*[\x80-\xff][^<>]*", body)[:400])[:40_000]
    if candidates is None and not tongue and (wide := _east_asian(sample)):
        return wide
    if candidates is _CYRILLIC or (candidates is None and not tongue and _looks_cyrillic(sample)):
        return max(_CYRILLIC, key=lambda name: _slavic(sample, name))
    return next((name for name in candidates or () if _strict(body, name) is not None), "cp1252")


def _looks_cyrillic(sample: bytes) -> bool:
    """Whether words consist of high bytes (Cyrillic) rather than hold a few of them (Latin)."""
    words = re.findall(rb"[A-Za-z]*[\x80-\xff][A-Za-z\x80-\xff]*", sample)
    whole = sum(1 for word in words if len(word) >= 3 and len(_HIGH.findall(word)) == len(word))
    return 2 * whole > len(words)


def _east_asian(sample: bytes) -> str | None:
    """The double-byte encoding of a sample whose runs of high bytes are all of even length; None when they are not."""
    runs = re.findall(rb"[\x80-\xff]+", sample)
    leads = b"".join(run[::2] for run in runs)
    if len(leads) < 4 or any(len(run) % 2 for run in runs) or min(leads) < 0xA1:
        return None
    kana = sum(lead in (0xA4, 0xA5) for lead in leads)
    if 5 * kana > len(leads):
        return "euc_jp"
    hangul = sum(0xB0 <= lead <= 0xC8 for lead in leads)
    common = sum(0xB0 <= lead <= 0xD7 for lead in leads)
    return "cp949" if 10 * hangul > 9 * len(leads) else "gb18030" if 10 * common > 8 * len(leads) else None


def _slavic(sample: bytes, name: str) -> int:
    return sum(map(len, _SLAVIC_WORD.findall(sample.decode(name, "replace"))))
