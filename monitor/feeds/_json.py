"""JSON text -> data, saving the items of a feed whose JSON is broken or cut short."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["parse"]

_LIST = re.compile(r"(?:\"items\"?|:)\s*:?\s*\[\s*(?=\{)")
_FIRST_KEY = re.compile(r"\{\s*(\"\w{1,40}\")")
_FIELD = re.compile(
    r"\"(version|title|home_page_url|feed_url|language|id|url|external_url|content_html|content_text|summary"
    r"|date_published|date_modified)\"?\s*:?\s*(?:\"((?:[^\"\\]|\\.)*+)\"|(\d+))"
)
_DECODER = json.JSONDecoder(strict=False)


def parse(text: str) -> tuple[Any, tuple[str, ...]]:
    """The data and the repairs it took; None when nothing can be read. Control characters in strings are let pass."""
    try:
        return _DECODER.decode(text), ()
    except (ValueError, RecursionError):
        return _salvaged(text)


def _salvaged(text: str) -> tuple[Any, tuple[str, ...]]:
    """A feed from JSON that is none: every whole item, and the plain fields of the others."""
    found = _LIST.search(text)
    if not found:
        return None, ()
    items, broken = _items(text, found.end())
    repairs = ("broken JSON: read item by item", *([f"items read in part ({broken})"] if broken else []))
    return {**_fields(text[: found.start()]), "items": items}, repairs


def _items(text: str, at: int) -> tuple[list[dict[str, Any]], int]:
    """The objects of a list that begins at `at`, and how many were read in part."""
    key = _FIRST_KEY.match(text, at)
    exact = re.compile(r"\}\s*,?\s*(?=\{\s*" + (re.escape(key[1]) if key else '"') + ")")
    items: list[dict[str, Any]] = []
    broken = 0
    while (at := text.find("{", at)) >= 0:
        try:
            item, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            following = exact.search(text, at)
            end = following.end() if following else len(text)
            item, at, broken = _fields(text[at:end]), end, broken + 1
        if item:
            items.append(item)
        if text[at : at + 20].lstrip()[:1] == "]":
            break
    return items, broken


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
