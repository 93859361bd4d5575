"""The plain part of YAML that story files are written in, read at once; the rest is left to a reader of all YAML.

Plain are, in lines without tabs or odd characters: ``key: text``, ``key: "text"``, ``key: true``, ``key: >-`` with
lines below that are folded to one, ``key: {a: text, b: "text"}``, ``key:`` with deeper ``key:`` or ``- text`` lines,
and comments on lines of their own. A reader of all of YAML costs a quarter of a second before the first article.
"""

from __future__ import annotations

import re
from typing import Any

__all__ = ["plain"]

_ODD = re.compile(r" $|[^\n -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]", re.M)
_LINE = re.compile(r"( *)(?:([a-z][a-z0-9_]*):(?: +(.+))?|- +(.+))")
_TEXT = r"[^\W\d_][^,\[\]{}:#]*"
_VALUE = rf"""(?:"[^"\\]*"|'[^']*'|{_TEXT})"""
_FLOW = re.compile(rf"\{{(?:[a-z][a-z0-9_]*: {_VALUE}, )*[a-z][a-z0-9_]*: {_VALUE}\}}")
_PAIR = re.compile(rf"([a-z][a-z0-9_]*): ({_VALUE})")
_SCALAR = re.compile(r"""(?:"[^"\\]*"|'[^']*'|[^\W\d_][^:#]*)""")
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_NOTHING = frozenset({"null", "Null", "NULL"})
_FOLDED = ">-"


class _NotPlainError(Exception):
    """Something that only a reader of all of YAML knows."""


def plain(text: str) -> dict[str, Any] | None:
    """The mapping that `text` is, as every YAML reader has it; None when it is not plain, or no mapping."""
    if _ODD.search(text):
        return None
    try:
        return _Lines(text.split("\n")).mapping(0) or None
    except _NotPlainError:
        return None


class _Lines:
    """The lines of a file, read from the first to the last."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._at = 0

    def _next(self) -> tuple[int, str | None, str, str]:
        """Indent, key, value and item of the next line that is no comment; an indent of -1 behind the last."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line and not line.lstrip(" ").startswith("#"):
                found = _LINE.fullmatch(line)
                if found is None:
                    raise _NotPlainError
                return len(found[1]), found[2], found[3] or "", found[4] or ""
            self._at += 1
        return -1, None, "", ""

    def mapping(self, indent: int) -> dict[str, Any]:
        """The keys from here on that stand `indent` deep."""
        tree: dict[str, Any] = {}
        while True:
            deep, key, value, _ = self._next()
            if deep < indent:
                return tree
            if deep > indent or key is None or key in tree or key in _TRUTHS or key in _NOTHING:
                raise _NotPlainError
            self._at += 1
            tree[key] = self._value(indent, value)

    def _value(self, indent: int, value: str) -> Any:
        if value == _FOLDED:
            return self._folded(indent)
        if value:
            return _flow(value) if value[0] == "{" else _scalar(value)
        deep, key, *_ = self._next()
        if deep <= indent:
            return None
        return self._items(deep) if key is None else self.mapping(deep)

    def _items(self, indent: int) -> list[str | bool]:
        items: list[str | bool] = []
        while True:
            deep, key, _, item = self._next()
            if deep < indent:
                return items
            if deep > indent or key is not None:
                raise _NotPlainError
            self._at += 1
            items.append(_scalar(item))

    def _folded(self, indent: int) -> str:
        """The lines below that are deeper, joined by spaces; empty ones only behind the last."""
        rows: list[str] = []
        depths: set[int] = set()
        ended = False
        while self._at < len(self._lines):
            line = self._lines[self._at]
            row = line.lstrip(" ")
            deep = len(line) - len(row)
            if row and deep <= indent:
                break
            if row and ended:
                raise _NotPlainError
            ended = not row
            if row:
                rows.append(row)
                depths.add(deep)
            self._at += 1
        if len(depths) != 1:
            raise _NotPlainError
        return " ".join(rows)


def _flow(value: str) -> dict[str, Any]:
    if not _FLOW.fullmatch(value):
        raise _NotPlainError
    pairs = _PAIR.findall(value[1:-1])
    tree = {key: _scalar(part) for key, part in pairs}
    if len(tree) < len(pairs) or not tree.keys().isdisjoint({*_TRUTHS, *_NOTHING}):
        raise _NotPlainError
    return tree


def _scalar(value: str) -> str | bool:
    value = value.rstrip(" ")
    if not _SCALAR.fullmatch(value) or value in _NOTHING:
        raise _NotPlainError
    return value[1:-1] if value[0] in "\"'" else _TRUTHS.get(value, value)
