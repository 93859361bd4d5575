"""Spaces and words in the text of a page: runs of spaces become one, invisible characters go (issue 6)."""

from __future__ import annotations

import re

__all__ = ["clean", "count_words"]

_SPACES = re.compile(r"(?<!\d)[\xa0\u202f\u2009\u2007]+|[\xa0\u202f\u2009\u2007]+(?!\d)")
_RUNS = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x1c-\x1f\x85]+")
_INVISIBLE = re.compile("[\u200b\u200c\u2060\ufeff\xad\x00-\x08\x0e-\x1b\u200e\u200f\u202a-\u202e]")
_SPECIAL = re.compile("[\xa0\u202f\u2009\u2007\u200b\u200c\u2060\ufeff\xad\x00-\x08\x0e-\x1b\u200e\u200f\u202a-\u202e]")
_FIGURE = re.compile(r"[\xa0\u202f\u2009\u2007](?<=\d.)[\xa0\u202f\u2009\u2007]*\d")
_NO_BREAK = "\xa0\u202f\u2009\u2007"
_TIGHT = 12
_UNSPACED = re.compile("[\u3040-\u30ff\u4e00-\u9fff\u0e00-\u0e7f]")


def clean(text: str) -> str:
    """`text` with runs of spaces as one; a no-break space stays between digits only; invisible characters go."""
    inner = text.strip()
    if inner.isprintable() and "  " not in inner:
        return inner
    plain = " ".join(inner.split())
    if text.isascii():
        return plain
    if plain.isprintable():
        unbroken = "\xa0" in text or "\u202f" in text or "\u2009" in text or "\u2007" in text
        if not (unbroken and _FIGURE.search(text)):
            return plain
    elif not _SPECIAL.search(text):
        return plain
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    return _RUNS.sub(" ", text).strip(" " + _NO_BREAK)


def count_words(text: str) -> int:
    """Words of clean `text`. Where spaces are more than twelve characters apart, two characters of a script that puts
    none between words count as a word too."""
    words = text.count(" ") + text.count("\n") + 1 if text else 0
    spaced = len(text) <= _TIGHT * words or text.isascii()
    return words if spaced else words + len(_UNSPACED.findall(text)) // 2
