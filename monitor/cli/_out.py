"""What commands print: tables for people, JSON for programs, and never a control character from a page."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TextIO

import click

from monitor.amounts import QUALIFIERS, amount, number
from monitor.errors import MonitorError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["amount", "clean", "console", "document", "hush", "line", "number", "plain", "problem", "say", "table"]

PIPE_WIDTH = 160
"""Columns of a table that no terminal measures."""

_WIDE = 130
_WHOLE = {"id", "day", "measure", "as_of", "first_said", "last_changed", "last_repeated", "last_seen", "article"}
_NUMBERS = {"figure", "value", "was", "publishers", "sources", "outlets", "entries", "failures", "bytes"}
_WORDS = {"kind", "state", "verdict", "qualifier", "outcome"}
_LONG = 8
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?(Z|\+00:00)")
_HASH = re.compile(r"([0-9a-f]{12})[0-9a-f]{52}")

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def clean(text: str) -> str:
    """`text` fit for a terminal or log: one line, no control characters, escapes or direction overrides."""
    return "".join(
        " " if char in "\n\r\t\v\f\x85\u2028\u2029" else char
        for char in text
        if char in "\n\r\t\v\f\x85\u2028\u2029" or (unicodedata.category(char) != "Cc" and ord(char) not in _BIDI)
    )


def console() -> Console:
    """A console on standard output; wide enough for whole rows when it is a pipe.

    rich is imported here: most commands start without it.
    """
    from rich.console import Console

    class Quiet(Console):
        """Leaves a broken pipe to the caller: rich would end the process with exit code 1."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    return Quiet(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else PIPE_WIDTH)


def say(text: str = "") -> None:
    """Print one line for a person on standard output."""
    click.echo(clean(text))


def problem(error: MonitorError | str) -> None:
    """Print what went wrong on standard error, a line each; where nobody can read it, the exit code alone tells."""
    try:
        for row in str(error).splitlines():
            click.echo(f"monitor: {clean(row)}", err=True)
    except OSError:
        hush(sys.stderr)


def hush(stream: TextIO) -> None:
    """Let what is still written to a standard stream go nowhere: its reader is gone, or its disk is full."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def plain(value: object) -> Any:
    """`value` as JSON can say it: dataclasses as objects, times as ISO 8601 in UTC."""
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)


def document(value: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=plain))


def line(value: object) -> None:
    """Print one line of JSON Lines."""
    click.echo(json.dumps(value, ensure_ascii=False, default=plain))


def table(rows: Iterable[Mapping[str, object]], columns: Sequence[str], *, empty: str) -> None:
    """Print `rows` as a table with `columns`; `empty` is said when there are none.

    The column ``figure`` is made of the number's own columns: "about 20,000", "5-7", "33.3 %". A column whose name
    ends in ``?`` is left out on a narrow terminal, one that is empty in every row always. For which others the terminal
    is too narrow is said below the table.
    """
    found = [_with_figure(row) for row in rows]
    if not found:
        say(empty)
        return
    from rich.table import Table
    from rich.text import Text

    screen = console()
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    wanted = [name.rstrip("?") for name in columns if screen.width >= _WIDE or not name.endswith("?")]
    cells = {name: [clean(_cell(row.get(name))) for row in found] for name in wanted}
    shown = _widths({name: column for name, column in cells.items() if any(column)}, screen.width)
    for name, width in shown.items():
        sheet.add_column(
            _heading(name), overflow="fold", width=width, justify="right" if name in _NUMBERS else "left"
        )  # fmt: skip
    for row in zip(*(cells[name] for name in shown), strict=True):
        sheet.add_row(*map(Text, row))
    screen.print(sheet)
    left_out = [_heading(name) for name in wanted if any(cells[name]) and name not in shown]
    if left_out:
        say(f"the terminal is too narrow for: {', '.join(left_out)}")


def _heading(name: str) -> str:
    return name.replace("_", " ")


def _widths(columns: Mapping[str, Sequence[str]], room: int) -> dict[str, int]:
    """How wide each column is, two spaces between them: the widest give way first, then the last are left out."""
    from rich.cells import cell_len

    widths = {name: max(cell_len(text) for text in (_heading(name), *cells)) for name, cells in columns.items()}
    least = {name: min(widths[name], _least(name, cells)) for name, cells in columns.items()}
    while len(widths) > 1 and sum(least[name] + 2 for name in widths) - 2 > room:
        widths.popitem()
    while sum(widths.values()) + 2 * len(widths) - 2 > room:
        widest = max(widths, key=lambda name: (widths[name] > least[name], widths[name]))
        widths[widest] -= 1
    return widths


def _least(name: str, cells: Sequence[str]) -> int:
    """The narrowest that a column may become: ids, days and numbers stay whole, all else breaks at words.

    Words of ours stay whole, others up to `_LONG` characters of them.
    """
    if name in _WHOLE | _NUMBERS:
        return max(map(len, [*cells, *name.split("_")]))
    longest = max((len(word) for cell in cells for word in cell.split()), default=0)
    return max(longest if name in _WORDS else min(longest, _LONG), *map(len, name.split("_")))


def _with_figure(row: Mapping[str, object]) -> dict[str, object]:
    """The row with its number and its words as a table shows them."""
    shown = dict(row)
    if "value" in row and "measure" in row:
        shown["figure"], shown["value"] = amount(row), amount({**row, "qualifier": "exact"})
    if row.get("qualifier") in QUALIFIERS:
        shown["qualifier"] = QUALIFIERS[str(row["qualifier"])].strip() or row["qualifier"]
    for name in ("kind", "verdict", "outcome", "flag"):
        if isinstance(row.get(name), str):
            shown[name] = str(row[name]).replace("_", " ")
    return shown


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float | int):
        return number(value)
    if isinstance(value, list | tuple):
        return ", ".join(_cell(item) for item in value)
    text = str(plain(value)) if not isinstance(value, str) else value
    if moment := _TIME.fullmatch(text):
        return f"{moment[1]} {moment[2]}"
    return f"{digest[1]}..." if (digest := _HASH.fullmatch(text)) else text
