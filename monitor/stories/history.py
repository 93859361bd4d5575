"""The announced figures a story starts from: `history.csv` of its folder, read into model values.

One line is one fact: who printed which number, said by whom, when and where; columns and their making are described in
docs/history.md. The file is the story's silent baseline, so that a number known for years is not news on the first day.
Nothing here knows a clock, the network or the store.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar, get_args

from monitor.errors import StoryError
from monitor.model import Figure, Kind, Measure, Period, Qualifier, Unit

__all__ = ["COLUMNS", "FILE", "HistoryRow", "load", "read"]

FILE = "history.csv"
COLUMNS = (
    "published", "as_of", "publisher", "source", "source_id", "measure", "unit", "kind", "value", "low", "high",
    "qualifier", "direction", "scope", "period_from", "period_to", "note", "optional", "remark", "url",
)  # fmt: skip
"""The heading of history.csv. `note` is the note of SCHEME 1 (it can make another series), `remark` is for readers."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One announced figure. `as_of` is the day the number stands for, `published` the day it was printed.

    `url` is empty where no address was recorded. The figure's quote is a label made of its fields, `start` and `end`
    are 0: there is no stored text behind it.
    """

    published: date
    publisher: str
    url: str
    figure: Figure
    as_of: date
    remark: str = ""


class _CellError(ValueError):
    """A mistake in one column of the line at hand."""

    def __init__(self, column: str, message: str, mend: str) -> None:
        super().__init__(message)
        self.column, self.message, self.mend = column, message, mend


def load(folder: Path) -> tuple[HistoryRow, ...]:
    """The story folder's history.csv, oldest first; no rows where the folder has no such file.

    Raises StoryError with every mistake, each with file, line and column.
    """
    path = folder / FILE
    if not path.exists():
        return ()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise StoryError(
            f"cannot be read ({error})", subject=str(path), mend="make it a readable UTF-8 file"
        ) from error
    return read(text, str(path))


def read(text: str, name: str = FILE) -> tuple[HistoryRow, ...]:
    """The rows of a history in CSV `text`, oldest first; `name` is what errors call the file."""
    table = csv.DictReader(io.StringIO(text), restval="")
    _check_heading(table.fieldnames, name)
    rows: list[HistoryRow] = []
    problems: list[str] = []
    for line, cells in _lines(table, name):
        try:
            rows.append(_row(cells))
        except _CellError as cell:
            problems.append(f"{name}, line {line}, column {cell.column}: {cell.message}; {cell.mend}")
    if problems:
        raise StoryError(f"{len(problems)} mistakes", subject=name, problems=tuple(problems))
    return tuple(sorted(rows, key=lambda row: row.published))


def _lines(table: csv.DictReader[str], name: str) -> Iterator[tuple[int, Mapping[Any, Any]]]:
    try:
        for cells in table:
            yield table.line_num, cells
    except csv.Error as error:
        where = f"{name}, line {table.line_num}"
        raise StoryError(f"is not CSV ({error})", subject=where, mend='look for a " that is never closed') from error


def _check_heading(found: Any, name: str) -> None:
    if tuple(found or ()) == COLUMNS:
        return
    missing = [column for column in COLUMNS if column not in (found or ())]
    unknown = [column for column in found or () if column not in COLUMNS]
    said = f"missing {', '.join(missing)}" if missing else f"unknown {', '.join(unknown)}" if unknown else "wrong order"
    raise StoryError(f"the heading is not right: {said}", subject=f"{name}, line 1", mend=f"write {','.join(COLUMNS)}")


def _row(cells: Mapping[Any, Any]) -> HistoryRow:
    if None in cells:
        raise _CellError(COLUMNS[-1], f"{len(cells[None])} cells too many", 'put texts that hold a comma in "quotes"')
    published = _required(cells, "published", _day)
    return HistoryRow(
        published=published,
        publisher=_required(cells, "publisher", str),
        url=_url(cells["url"]),
        figure=_figure(cells),
        as_of=_optional(cells, "as_of", _day) or published,
        remark=cells["remark"],
    )


def _figure(cells: Mapping[str, str]) -> Figure:
    low, high = _optional(cells, "low", _number), _optional(cells, "high", _number)
    value = _optional(cells, "value", _number)
    qualifier: Qualifier = _one_of(cells, "qualifier", get_args(Qualifier))
    _check_amount(value, low, high, qualifier)
    return Figure(
        value=value,
        low=low,
        high=high,
        qualifier=qualifier,
        measure=_one_of(cells, "measure", get_args(Measure)),
        unit=_one_of(cells, "unit", get_args(Unit)),
        kind=_one_of(cells, "kind", get_args(Kind)),
        quote=_label(cells),
        start=0,
        end=0,
        period=_period(cells),
        direction=cells["direction"] or None,
        scope=cells["scope"] or "all",
        source=cells["source"] or None,
        source_id=cells["source_id"] or None,
        note=cells["note"] or None,
        optional=_one_of(cells, "optional", ("", "yes")) == "yes",
        extraction_confidence=1.0,
        rule="history",
    )


def _check_amount(value: float | None, low: float | None, high: float | None, qualifier: str) -> None:
    if qualifier == "range":
        if value is not None or low is None or high is None or low > high:
            raise _CellError("low", "a range needs low and high, low first, and no value", "fill low and high only")
    elif value is None or low is not None or high is not None:
        raise _CellError(
            "value", "a figure needs a value and neither low nor high", 'fill value, or set qualifier "range"'
        )


def _label(cells: Mapping[str, str]) -> str:
    amount = cells["value"] or f"{cells['low']}-{cells['high']}"
    hedge = "" if cells["qualifier"] in ("exact", "range") else cells["qualifier"].replace("_", " ") + " "
    measure = cells["measure"].replace("_", " ")
    said = f", {cells['source']}" if cells["source"] else ""
    return f"{hedge}{amount} {cells['unit']}, {measure} ({cells['kind']}){said}"


def _period(cells: Mapping[str, str]) -> Period | None:
    start, end = _optional(cells, "period_from", _day), _optional(cells, "period_to", _day)
    if start and end and start > end:
        raise _CellError("period_to", f"{end} lies before period_from {start}", "swap them")
    return Period(start, end) if start or end else None


def _required(cells: Mapping[str, str], column: str, convert: Callable[[str], T]) -> T:
    value = _optional(cells, column, convert)
    if value is None:
        raise _CellError(column, "is empty", "fill it in")
    return value


def _optional(cells: Mapping[str, str], column: str, convert: Callable[[str], T]) -> T | None:
    try:
        return convert(cells[column]) if cells[column] else None
    except ValueError:
        example = "a day like 2025-10-10" if convert is _day else "a number like 19546, without separators"
        raise _CellError(column, f"{cells[column]!r} cannot be read", f"write {example}") from None


def _one_of(cells: Mapping[str, str], column: str, allowed: tuple[Any, ...]) -> Any:
    if cells[column] not in allowed:
        words = ", ".join(word or "(empty)" for word in allowed)
        raise _CellError(column, f"{cells[column]!r} is not known", f"write one of {words}")
    return cells[column]


def _url(text: str) -> str:
    if text and not text.startswith(("http://", "https://")):
        raise _CellError("url", f"{text!r} is no address", "begin it with https:// or leave it empty")
    return text


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _number(text: str) -> float:
    value = float(text)
    if not 0 <= value < float("inf"):
        raise ValueError(text)
    return value
