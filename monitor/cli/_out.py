"""What commands print: tables for people, JSON for programs, and never a control character from a page."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from monitor.errors import MonitorError

__all__ = ["clean", "console", "document", "line", "number", "problem", "say", "table"]

_BIDI = {*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C}


def clean(text: str) -> str:
    """`text` fit for a terminal or log: one line, no control characters, escapes or direction overrides."""
    return "".join(
        " " if char in "\n\r\t\v\f\x85\u2028\u2029" else char
        for char in text
        if char in "\n\r\t\v\f\x85\u2028\u2029" or (unicodedata.category(char) != "Cc" and ord(char) not in _BIDI)
    )


def console() -> Console:
    """A console on standard output; wide enough for whole rows when it is a pipe."""
    return Console(highlight=False, soft_wrap=False, width=None if sys.stdout.isatty() else 160)


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
    """Print `rows` as a table with `columns`; `empty` is said when there are none."""
    found = list(rows)
    if not found:
        say(empty)
        return
    sheet = Table(box=None, pad_edge=False, header_style="bold")
    for name in columns:
        sheet.add_column(name.replace("_", " "), overflow="fold", no_wrap=name in {"id", "flag", "when"})
    for row in found:
        sheet.add_row(*(Text(clean(_cell(row.get(name)))) for name in columns))
    console().print(sheet)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float | int) and not isinstance(value, bool):
        return number(value)
    return str(plain(value)) if not isinstance(value, str) else value


def number(value: float) -> str:
    """A number as people read it: 19,546 or 12.5."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"
