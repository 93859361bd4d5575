"""JSON text -> data, saving the items of a feed whose JSON is broken or cut short."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["parse"]

_FIRST = re.compile(r"\{\s*\"(id|url|title|content_html|content_text|external_url|summary|date_published|guid)\"")
_ITEMS = re.compile(r"\"items\"\s*:?\s*\[?\s*")
_BESIDE = re.compile(r"[\s,]*(?=\{)")
_FIELD = re.compile(
    r"\"(version|title|home_page_url|feed_url|language|id|url|external_url|content_html|content_text|summary"
    r"|date_published|date_modified)\"?\s*:?\s*(?:\"((?:[^\"\\]|\\.)*+)\"|(\d+))"
)
_MOST = 500
_DECODER = json.JSONDecoder(strict=False)


def parse(text: str) -> tuple[Any, tuple[str, ...]]:
    """The data and the repairs it took; None when nothing can be read. Control characters in strings are let pass."""
    try:
        return _DECODER.decode(text), ()
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> tuple[Any, tuple[str, ...]]:
    """A feed from JSON that is none: every whole item, and the plain fields of the others."""
    first = _FIRST.search(text, 1)
    if not first:
        return None, ()
    listed = _ITEMS.search(text)
    start = listed.end() if listed else first.start()
    items, broken = _items(text, start, first[1] if not listed else (_FIRST.search(text, start) or first)[1])
    repairs = ("broken JSON: read item by item", *([f"items read in part ({broken})"] if broken else []))
    return {**_fields(text[:start]), "items": items}, repairs


def _items(text: str, at: int, key: str) -> tuple[list[dict[str, Any]], int]:
    """The objects from `at` on, which begin with `key`, and how many were read in part."""
    starts = re.compile(r"(?:\{|.)?\s*\"" + key + r"\"\s*:")
    items: list[dict[str, Any]] = []
    broken = 0
    while (start := _next(text, at, starts)) is not None:
        try:
            if broken > _MOST:
                raise ValueError("too much is broken")
            item, at = _DECODER.raw_decode(text, start)
            if not item or not isinstance(item, dict):
                raise ValueError("no item")
        except (ValueError, RecursionError):
            following = starts.search(text, start + len(key) + 4)
            at = following.start() if following else len(text)
            item, broken = _fields(text[start:at]), broken + 1
        if item:
            items.append(item)
    return items, broken


def _next(text: str, at: int, starts: re.Pattern[str]) -> int | None:
    """Where the next item begins: right here, or where its first key stands next."""
    if beside := _BESIDE.match(text, at):
        return beside.end()
    found = starts.search(text, at)
    return found.start() if found else None


def _fields(text: str) -> dict[str, Any]:
    """The plain fields that can be seen in a piece of JSON; the first of each name counts."""
    found: dict[str, Any] = {}
    for name, quoted, number in _FIELD.findall(text):
        found.setdefault(name, _unquoted(quoted) if quoted or not number else number)
    return found


def _unquoted(text: str) -> str:
    try:
        return str(_DECODER.decode(f'"{text}"'))
    except ValueError:
        return text
