"""Options that several commands share, and the way from them to a Config and a Store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from monitor import stories, wiring
from monitor.config import Config, load, place
from monitor.errors import ConfigError, UsageError
from monitor.store import Store

__all__ = ["json_options", "language", "now", "open_store", "point_in_time", "settings", "span", "store_options"]

F = TypeVar("F", bound=Callable[..., Any])


def store_options(command: F) -> F:
    """Add ``--config`` and ``--db``."""
    command = click.option(
        "--db", "db", type=click.Path(path_type=Path), help="The database, instead of the config's."
    )(command)
    return click.option(
        "--config", "config", type=click.Path(path_type=Path), help="The configuration (default: ./config.yaml)."
    )(command)


def json_options(command: F) -> F:
    """Add ``--json`` (one document) and ``--jsonl`` (a line per item)."""
    command = click.option("--jsonl", "as_jsonl", is_flag=True, help="Print JSON, one line per item.")(command)
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def settings(config: Path | None, db: Path | None) -> Config:
    """The Config of file `config` (or ./config.yaml, or the defaults), with the database replaced by `db`.

    Raises ConfigError for every mistake, and for a story that there is not.
    """
    loaded = load(config)
    if loaded.story not in stories.names():
        message, mend = f"found {loaded.story!r}, which is no story", f"there are: {', '.join(stories.names())}"
        raise ConfigError(message, subject=place(config, "story"), mend=mend)
    if db is None:
        return loaded
    storage = loaded.storage.model_copy(update={"database": db.absolute(), "captures": None})
    return loaded.model_copy(update={"storage": storage})


def open_store(config: Path | None, db: Path | None, *, writing: bool = False) -> Store:
    """The store that the options name, which must be there; to read it, it need not be writable."""
    return wiring.open_store(settings(config, db), create=False, reading=not writing)


def language(code: str | None, story: stories.Story) -> str | None:
    """The language that `code` names in any case; None stays None. UsageError where the story has no words of it."""
    if code is None:
        return None
    known = story.languages()
    if (found := code.strip().lower()) not in known:
        raise UsageError(f"no words of {code!r} in the story", subject="--lang", mend=f"use one of {', '.join(known)}")
    return found


def now() -> datetime:
    """The present instant in UTC: the only clock of the command line."""
    return datetime.now(UTC)


def span(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """The instants of ``--since`` and ``--until``. Raises UsageError when nothing can lie between them."""
    start, end = point_in_time(since, name="--since"), point_in_time(until, name="--until")
    if start is not None and end is not None and start >= end:
        raise UsageError(
            f"{since!r} is not before --until {until!r}", subject="--since", mend="give the earlier of the two first"
        )
    return start, end


def point_in_time(text: str | None, *, name: str, ahead: bool = False) -> datetime | None:
    """``3d``, ``12h`` (ago, or `ahead`), ``2025-10-10`` or ``2025-10-10T12:00`` as an instant in UTC; None stays None.

    Raises UsageError that names the option and shows what would be right.
    """
    if text is None:
        return None
    units = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
    if text[:-1].isdigit() and text[-1:] in units and len(text) < 8:
        distance = timedelta(**{units[text[-1]]: int(text[:-1])})
        return now() + distance if ahead else now() - distance
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text!r} is not a time", subject=name, mend="write 3d, 12h, 2025-10-10 or 2025-10-10T12:00"
        ) from None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
