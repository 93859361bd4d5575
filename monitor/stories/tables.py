"""Tables of weights as a file: of each trait a row of marks (marks.py), one for each class and hidden unit.

The file is JSON, ``{name: {"classes": [...], "bias": [...], "traits": "one\\ttwo", "marks": "..."}}``; a table may have
``"hidden"`` units as well. Names and rows stand in one string each: a hundred thousand small ones take as long to read
as all else that a reader needs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

from monitor.stories.marks import are_marks

__all__ = ["Rows", "read_tables", "text_of"]

_BETWEEN = "\t"
_NEEDED = {"measure": "none", "speaker": "says", "direction": "none"}
"""The class that a table of this name must have."""
_SHORTEST = 3
"""The shortest name of a trait: of what kind it is, a space, and what it says."""
_GREATEST = 100
"""A sum of some hundred weights has room in a field (extract/weigh/weights.py)."""
_NO_UNITS: Mapping[str, Any] = {"bias": [], "after": []}


class Rows(Mapping[str, str]):
    """The row of marks of each trait; rows are cut from one string when they are asked for."""

    def __init__(self, names: str, marks: str, width: int) -> None:
        self._marks, self._width = marks, width
        self._places = dict(zip(names.split(_BETWEEN) if names else (), range(0, len(marks) + 1, width), strict=False))

    def __getitem__(self, trait: str) -> str:
        place = self._places[trait]
        return self._marks[place : place + self._width]

    def __contains__(self, trait: object) -> bool:
        return trait in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def read_tables(data: bytes) -> dict[str, dict[str, Any]]:
    """The tables of a file by name, each with its `traits` as rows.

    Raises ValueError (or what a missing part raises: KeyError, TypeError, AttributeError) when it is no such file.
    """
    return {name: _table(name, **table) for name, table in json.loads(data).items()}


def _table(
    name: str, *, classes: Any, bias: Any, traits: str, marks: str, hidden: Mapping[str, Any] = _NO_UNITS
) -> dict[str, Any]:
    if not (isinstance(traits, str) and isinstance(marks, str)):
        raise TypeError(f"{name}: traits and marks are one string each")
    if not classes or len({*classes}) < len(classes) or _NEEDED.get(name, "") not in ("", *classes):
        raise ValueError(f"{name}: classes {classes} do not fit")
    after = hidden["after"]
    if len(bias) != len(classes) or [len(unit) for unit in after] != [len(classes)] * len(hidden["bias"]):
        raise ValueError(f"{name}: bias or hidden units do not fit the classes")
    if not all(
        isinstance(worth, int | float) and abs(worth) <= _GREATEST for worth in chain(bias, hidden["bias"], *after)
    ):
        raise ValueError(f"{name}: a bias or a hidden unit's weight is no number up to {_GREATEST}")
    rows = Rows(traits, marks, len(bias) + len(hidden["bias"]))
    if len(rows) * (len(bias) + len(hidden["bias"])) != len(marks) or not are_marks(marks):
        raise ValueError(f"{name}: rows of marks are too long, too short or have a character that is no mark")
    shortest = min(rows, key=len, default=" " * _SHORTEST)
    if len(shortest) < _SHORTEST:
        raise ValueError(f"{name}: trait {shortest!r}")
    return {"classes": classes, "bias": bias, "hidden": hidden, "traits": rows}


def text_of(tables: Mapping[str, Mapping[str, Any]]) -> str:
    """The tables as `read_tables` reads them, their traits in alphabetical order."""
    return json.dumps({name: _packed(table) for name, table in tables.items()}, ensure_ascii=False, indent=0) + "\n"


def _packed(table: Mapping[str, Any]) -> dict[str, Any]:
    rows = sorted(table["traits"].items())
    names, marks = _BETWEEN.join(name for name, _ in rows), "".join(row for _, row in rows)
    return {**table, "traits": names, "marks": marks}
