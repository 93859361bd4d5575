"""What commands print: tables for people, JSON for programs, and never a control character from a page."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from monitor.amounts import QUALIFIERS, amount, number
from monitor.errors import MonitorError

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["amount", "clean", "console", "document", "line", "number", "plain", "problem", "say", "table"]

PIPE_WIDTH = 160
"""Columns of a table that no terminal measures."""

_WIDE = 130
_WHOLE = {"id", "day", "measure", "as_of", "first_said", "last_changed", "last_repeated", "last_seen", "article"}
_NUMBERS = {"figure", "value", "was", "publishers", "sources", "outlets", "entries", "failures", "bytes"}
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
    """Print what went wrong on standard error, a line each."""
    for row in str(error).splitlines():
        click.echo(f"monitor: {clean(row)}", err=True)


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
    ends in ``?`` is left out on a narrow terminal, one that is empty in every row always.
    """
    found = [_with_figure(row) for row in rows]
    if not found:
        say(empty)
        return
    from rich.table import Table
    from rich.text import Text

    screen = console()
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    shown = [name.rstrip("?") for name in columns if screen.width >= _WIDE or not name.endswith("?")]
    shown = [name for name in shown if any(row.get(name) not in (None, "") for row in found)]
    for name in shown:
        cells = [clean(_cell(row.get(name))) for row in found]
        sheet.add_column(name.replace("_", " "), overflow="fold", min_width=_least(name, cells),
                         justify="right" if name in _NUMBERS else "left")  # fmt: skip
    for row in found:
        sheet.add_row(*(Text(clean(_cell(row.get(name)))) for name in shown))
    screen.print(sheet)


def _least(name: str, cells: Sequence[str]) -> int:
    """The narrowest that a column may become: ids, days and numbers stay whole, headings break at words."""
    whole = max(map(len, cells)) if name in _WHOLE | _NUMBERS else 0
    return max(whole, *map(len, name.split("_")))


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
