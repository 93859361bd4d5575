"""Where a key stands: from pydantic's path to the line in the YAML file and the dotted name a person reads. Pure."""

from __future__ import annotations

from typing import Any

__all__ = ["Keys", "line_of"]

Keys = tuple[int | str, ...]


def line_of(tree: Any, keys: Keys) -> tuple[int, str]:
    """Line (from 1) and dotted name of a path; what the file lacks (a union's tag, a key) stays at its parent."""
    line, name, node = 1, "", tree
    for place, key in enumerate(keys):
        if _holds(node, key):
            line, node = _line(node, key, line), node[key]
        elif place < len(keys) - 1 or key == "[key]":
            continue
        name = _named(name, key)
    return line, name


def _holds(node: Any, key: int | str) -> bool:
    if isinstance(node, dict):
        return key in node
    return isinstance(node, list) and isinstance(key, int) and key < len(node)


def _line(node: Any, key: int | str, otherwise: int) -> int:
    positions = getattr(getattr(node, "lc", None), "data", None) or {}
    return int(positions[key][0]) + 1 if key in positions else otherwise


def _named(name: str, key: int | str) -> str:
    if isinstance(key, int):
        return f"{name}[{key + 1}]"
    return f"{name}.{key}" if name else key
