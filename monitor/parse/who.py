"""Who wrote an article (issue 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice, zip_longest

from monitor.parse import jsonld
from monitor.parse.head import Head
from monitor.parse.hints import hint
from monitor.parse.walk import Raw, Walk, called

__all__ = ["authors_of"]

_BY = re.compile(
    r"^\W*(?:(?:written |posted |story |text |reported |words |article )?by|von|par|por|di|door|av|af|autorzy"
    r"|autore?n?|autor(?:in|a|es|ka|ka textu)?|author|текст|автор[ыи]?|"
    r"redacción|od|фото)\s*[:：]?\s+(?=\S)",
    re.I,
)
_BY_STARTS = frozenset((
    "wr", "po", "st", "te", "re", "wo", "ar", "by", "vo", "pa", "di", "do", "av", "af", "au", "те", "ав", "od", "фо",
))  # fmt: skip
"""The first two letters of whatever `_BY` finds in a text that starts with two letters; few of a menu's lines do."""
_ASIDE, _ASIDES = re.compile(r"https?://\S*|\S+@\S+|\([^)]*\)|<[^>]*>"), ("://", "@", "(", "<")
"""Addresses and what stands in brackets; one of these is in each."""
_SPLIT = re.compile(r"\s*(?:[,;|/•·]|\s(?:and|und|y|et|e|i|og|och|en|та|и|і|&|with|mit|con|avec)\s)\s*")
_NO_NAME = re.compile(
    r"https?:|www\.|@|\d{2,}|^\W*$|\.(?:com|org|net|html?)\b|minutes?\b|updated|published|photo|subscribe"
    r"|^(?:by|admin|null|undefined|none|n/a|unknown|anonymous)$",
    re.I,
)
_NO_NAME_WORDS = ("minute", "updated", "published", "photo", "subscribe")
_NOBODY = frozenset(("by", "admin", "null", "undefined", "none", "anonymous", "unknown"))
"""What of `_NO_NAME` may be in a text that has nothing but plain letters and spaces."""
_BYLINES = hint("author")
_UNDER, _REACH = 3, 60
"""A byline stands about three blocks under the headline; as many blocks as that, the nearest ones first, are read."""
_WORD = re.compile(r"[^\W_]+")


def authors_of(head: Head, found: Walk, at: int) -> tuple[str, ...]:
    """People (or, where it says so, a desk) in the order printed, without addresses, roles and the outlet's own
    name."""
    given = jsonld.names(head.node.get("author")) or jsonld.names(head.node.get("creator"))
    parts = [(n, kind) for name, kind in given for n in _split(name)]
    names = _unique([n for n, _ in parts])
    people = [n for n, kind in parts if kind != "Organization"]
    if people and (at < 0 or any(map(_looks_name, people)) or not _byline(found, at)):
        unique = _unique(people)
        return unique if len(unique) == len(names) else names
    metas = [
        v
        for key in (
            "author",
            "article:author",
            "parsely-author",
            "dc.creator",
            "sailthru.author",
            "byl",
            "citation_author",
            "dcterms.creator",
        )
        for v in head.meta.get(key, ())[:8]
    ]
    meta = _unique([n for v in metas[:8] for n in _split(v)])
    site = _plain(head.publisher)
    if meta and not all(_plain(n) == site or not _looks_name(n) for n in meta):
        return tuple(n for n in meta if _plain(n) != site)
    return _unique(_split(head.byline)) or _byline(found, at) or names or meta


def _byline(found: Walk, at: int) -> tuple[str, ...]:
    """Names in elements called author or byline, near the headline first."""
    for raw in islice(_nearest(found.blocks, at + _UNDER) if at >= 0 else found.blocks, _REACH):
        if (
            raw.words <= 14
            and (_says_by(raw.text) or _is_called(found, raw))
            and (names := _unique(_split(raw.text)))
            and all(_looks_name(n) for n in names)
        ):
            return names
    return ()


def _nearest(blocks: list[Raw], centre: int) -> Iterator[Raw]:
    """`blocks` from the one at `centre` outwards, of two as near the one before it first; few are ever asked for."""
    before, after = blocks[max(centre - _REACH, 0) : centre], blocks[centre + 1 : centre + _REACH]
    sides = chain.from_iterable(zip_longest(reversed(before), after))
    return chain(blocks[centre : centre + 1], (raw for raw in sides if raw))


def _says_by(text: str) -> bool:
    start = text[:2]
    return (start.casefold() in _BY_STARTS or not start.isalpha()) and _BY.match(text) is not None


def _is_called(found: Walk, raw: Raw) -> bool:
    """Whether the element that holds `raw`, or the one around it, is called an author's."""
    near, around = called(found, raw)
    return (near | around) & _BYLINES != 0


def _looks_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 4 and all(
        w[0].isupper() or w.lower() in ("de", "van", "von", "der", "la", "el", "di", "da", "del", "bin", "al")
        for w in words
    )


def _split(text: str) -> list[str]:
    if any(map(text.__contains__, _ASIDES)):
        text = _ASIDE.sub(" ", text)
    text = _BY.sub("", text.strip()).replace(" 기자", "")
    parts = [p.strip(" .\u00a0:–-") for p in _SPLIT.split(text)] if len(text) < 200 else []
    return [re.sub(r"\s+", " ", p) for p in parts if p and len(p) < 60 and not _is_no_name(p)]


def _is_no_name(text: str) -> bool:
    """Whether `_NO_NAME` finds anything in `text`, which costs most names a glance: it tries each letter anew."""
    if text.isascii() and text.replace(" ", "").isalpha():
        low = text.lower()
        if low not in _NOBODY and not any(map(low.__contains__, _NO_NAME_WORDS)):
            return False
    return _NO_NAME.search(text) is not None


def _unique(names: list[str]) -> tuple[str, ...]:
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(_plain(name), name)
    return tuple(seen.values())


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
