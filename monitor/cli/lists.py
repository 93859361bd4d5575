"""Lists of what the store holds, filtered; tables for people, JSON for programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import click
from click.core import ParameterSource

from monitor.cli import _out
from monitor.cli._options import json_options, open_store, span, store_options
from monitor.errors import UsageError
from monitor.model import Measure, VerdictKind

__all__ = ["COMMANDS", "print_rows"]

F = TypeVar("F", bound=Callable[..., Any])


def print_rows(
    rows: Any, columns: tuple[str, ...], as_json: bool, as_jsonl: bool, *, empty: str, limit: int | None = None
) -> None:
    """Print `rows` as one JSON document, as JSON Lines, or as a table of `columns`.

    Of more rows than `limit` the first are printed; who did not ask for so many is told so on standard error.
    """
    if limit is not None and len(rows) > limit:
        rows = rows[:limit]
        if click.get_current_context().get_parameter_source("limit") == ParameterSource.DEFAULT:
            _out.problem(f"only the first {limit} rows; --limit {10 * limit} shows more")
    if as_json:
        _out.document(list(rows))
    elif as_jsonl:
        for row in rows:
            _out.line(row)
    else:
        _out.table(rows, columns, empty=empty)


def _filters(*names: str) -> Callable[[F], F]:
    every = {
        "since": click.option("--since", help="Published (captures: kept) since then: 3d, 12h, 2025-10-10."),
        "until": click.option("--until", help="Published (captures: kept) before then."),
        "measure": click.option("--measure", help="Only this measure, e.g. returned."),
        "source": click.option("--source", help="Only what this source says (its id or part of its name)."),
        "state": click.option("--state", help="Only rows in this state."),
        "publisher": click.option("--publisher", help="Only what this publisher printed."),
        "limit": click.option(
            "--limit", type=click.IntRange(min=1), default=50, show_default=True, help="At most so many rows."
        ),
    }

    def add(command: F) -> F:
        for name in reversed(names):
            command = every[name](command)
        return json_options(store_options(command))

    return add


def _one_of(name: str, value: str | None, known: Sequence[str]) -> None:
    """Raises UsageError, naming what there is, for a filter that nothing can ever meet."""
    if value is not None and value not in known:
        raise UsageError(f"there is no {name} {value!r}", subject=f"--{name}", mend=f"use {', '.join(known)}")


def _asked(given: dict[str, Any]) -> dict[str, Any]:
    """The filters as the store takes them, and one row more than are printed: whether there are more."""
    _one_of("measure", given.get("measure"), get_args(Measure))
    since, until = span(given.get("since"), given.get("until"))
    times = {k: v for k, v in (("since", since), ("until", until)) if k in given}
    return {**given, **times, "limit": given["limit"] + 1}


def _empty(what: str, given: dict[str, Any], mend: str) -> str:
    """What a list without rows says: that nothing met the filters, or how to get some (`mend`, if anything does)."""
    filters = [f"--{name}" for name, value in given.items() if value and name != "limit"]
    if filters:
        return f"no {what} with these filters: {', '.join(filters)}"
    return f"no {what}; {mend}" if mend else f"no {what}"


def number(text: str) -> float:
    """A number as it is typed or as the tables print it: 19546, 19,546 or 12.5."""
    try:
        return float(re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", text))
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a number; write it like 19546 or 19,546") from None


@click.command()
@_filters("since", "until", "measure", "source", "state", "limit")
def flags(config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool, **given: Any) -> None:
    """List what was new, newest first. States: open, acknowledged, snoozed, dismissed.

    \b
    monitor flags --since 7d --measure returned
    """
    _one_of("state", given["state"], ("open", "acknowledged", "snoozed", "dismissed"))
    with open_store(config, db) as store:
        rows = store.flags(**_asked(given))
    columns = ("id", "day", "kind", "figure", "measure", "was", "speaker", "quote?", "outlets", "state?")
    empty = _empty("flags", given, "monitor catch-up looks for news")
    print_rows(rows, columns, as_json, as_jsonl, empty=empty, limit=given["limit"])


@click.command()
@_filters("since", "until", "measure", "source", "state", "limit")
@click.option("--value", type=number, metavar="NUMBER", help="Only this number.")
@click.option("--first", type=number, metavar="VALUE", help="Who said VALUE first in our archive.")
def figures(
    config: Path | None,
    db: Path | None,
    as_json: bool,
    as_jsonl: bool,
    value: float | None,
    first: float | None,
    **given: Any,
) -> None:
    """List figures with who says them; --state takes a verdict such as restatement.

    \b
    monitor figures --measure deported --limit 10
    monitor figures --first 19546
    """
    _one_of("state", given["state"], get_args(VerdictKind))
    with open_store(config, db) as store:
        wanted = first if first is not None else value
        rows = store.figures(**_asked(given), value=wanted, first=first is not None)
        if first is not None:
            rows = sorted([*store.history_of(first), *rows], key=lambda row: str(row["day"]))
    columns = ("id", "day", "figure", "measure", "kind", "speaker", "verdict", "publisher?", "quote?")
    narrowed = {**given, "value": value, "first": first}
    empty = _empty("figures", narrowed, "monitor catch-up looks for articles")
    print_rows(rows, columns, as_json, as_jsonl, empty=empty, limit=given["limit"])


@click.command()
@click.argument("measure", required=False)
@click.option("--source", help="Only what this source says.")
@click.option("--scope", help="Only this scope, e.g. mt, qatar.")
@click.option("--limit", type=click.IntRange(min=1), default=200, show_default=True, help="At most so many rows.")
@json_options
@store_options
def series(
    measure: str | None,
    source: str | None,
    scope: str | None,
    limit: int,
    config: Path | None,
    db: Path | None,
    as_json: bool,
    as_jsonl: bool,
) -> None:
    """Show every series with its current value, or the whole line of one measure.

    \b
    monitor series
    monitor series deported
    """
    _one_of("measure", measure, get_args(Measure))
    with open_store(config, db) as store:
        if measure:
            rows = store.series_line(measure, source=source, scope=scope, limit=limit + 1)
            columns: tuple[str, ...] = ("day", "value", "qualifier", "speaker", "scope", "note?", "direction?", "state",
                                        "last_seen", "publishers", "sources?")  # fmt: skip
        else:
            rows = store.series(source=source, scope=scope, limit=limit + 1)
            columns = ("measure", "scope?", "note?", "speaker", "value", "qualifier", "as_of?", "first_said",
                       "last_changed", "last_repeated", "publishers", "sources")  # fmt: skip
    what = f"series of {measure}" if measure else "series"
    empty = _empty(what, {"source": source, "scope": scope}, "" if measure else "monitor catch-up looks for articles")
    print_rows(rows, columns, as_json, as_jsonl, empty=empty, limit=limit)


@click.command()
@_filters("since", "until", "publisher", "limit")
@click.option("--edited", is_flag=True, help="Only articles whose text was changed after it was first read.")
def articles(config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool, **given: Any) -> None:
    """List articles, newest first, with their versions and copies.

    \b
    monitor articles --since 2025-10-10 --publisher "BBC World"
    monitor articles --edited
    """
    with open_store(config, db) as store:
        rows = store.articles(**_asked(given))
    columns = ("id", "published", "publisher", "title", "kind?", "relevant", "figures", "versions", "copy_of?")
    empty = _empty("articles", given, "monitor catch-up fetches them")
    print_rows(rows, columns, as_json, as_jsonl, empty=empty, limit=given["limit"])


@click.command()
@_filters("since", "until", "limit")
@click.option("--url", help="Only captures of this address.")
def captures(config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool, **given: Any) -> None:
    """List captures: the bytes that were kept as evidence, with their hash.

    \b
    monitor captures --since 1d
    """
    with open_store(config, db) as store:
        rows = store.captures_list(**_asked(given))
    columns = ("id", "captured_at", "status", "bytes", "sha256?", "url")
    empty = _empty("captures", given, "monitor catch-up fetches pages")
    print_rows(rows, columns, as_json, as_jsonl, empty=empty, limit=given["limit"])


COMMANDS = {"flags": flags, "figures": figures, "series": series, "articles": articles, "captures": captures}
