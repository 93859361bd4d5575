"""`monitor doctor`: what is wrong, and the command that mends it."""

from __future__ import annotations

import os
import platform
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import click

from monitor import __version__
from monitor.cli._options import json_options, now, settings, store_options
from monitor.cli._out import clean
from monitor.cli.lists import print_rows
from monitor.config import Config
from monitor.store import Store
from monitor.wiring import open_store

__all__ = ["COMMANDS"]

LITTLE_SPACE = 500_000_000
"""Bytes free below which the disk is called nearly full: a month of captures of the shipped feeds needs about that."""

LATE, UNPOLLED = timedelta(minutes=15), timedelta(days=1)
"""How long a message and a feed may be overdue: who calls `catch-up` from cron polls seldom and has no trouble."""

Finding = tuple[str, list[str], str]


@click.command()
@store_options
@json_options
def doctor(config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Say what is wrong and the command that mends it. Ends with 65 when evidence is damaged, 3 with other trouble.

    \b
    monitor doctor
    """
    chosen = settings(config, db)
    rows = [_ok("configuration", f"story {chosen.story}, {sum(map(len, chosen.feeds.values()))} feeds")]
    with open_store(chosen, reading=True) as store:
        rows.append(_ok("versions", f"monitor {__version__}, Python {platform.python_version()}, {store.engine()}"))
        problems = store.verify()
        rows.append(_row(("database", problems, "monitor verify; monitor restore FILE")))
        rows += [_row(finding) for finding in _findings(chosen, store, now())]
    print_rows(rows, ("what", "state", "detail", "mend"), as_json, as_jsonl, empty="")
    return 65 if problems else 3 if any(row["state"] != "ok" for row in rows) else 0


def _findings(chosen: Config, store: Store, at: datetime) -> Iterator[Finding]:
    health = [row for row in store.feed_health() if row["state"] == "active"]
    yield "feeds", [f"{row['name']}: {row['detail']}" for row in health if row["failures"]], "monitor feeds check"
    silent = [f"{row['name']}: nothing new since {row['silent_since']}" for row in health if row["silent_since"]]
    yield "silent feeds", silent, "monitor feeds check, then mend the address in config.yaml"
    yield "lag", _lag(store, at), "monitor run (or catch-up)"
    yield "clock", _clock(chosen, at), "set the clock: timedatectl set-ntp true"
    yield "disk", _space(chosen), "free space, or set storage.keep and storage.cap, then: monitor tidy"
    yield "permissions", _permissions(chosen), "chown or chmod the path to the user that runs monitor"
    dead = [f"{row['channel']}: {row['detail']}, {row['waiting']} waiting" for row in store.dead_channels()]
    yield "channels", dead, "mend alerts.channels in config.yaml; monitor config check"
    yield "outbox", _overdue(chosen, store, at), "monitor run (or catch-up)"


def _lag(store: Store, at: datetime) -> list[str]:
    late = [row.name for row in store.due_feeds(at - UNPOLLED)]
    return [f"{len(late)} feeds should have been polled more than a day ago, the first {late[0]}"] if late else []


def _clock(chosen: Config, at: datetime) -> list[str]:
    """A file of ours written in the future: the clock was ahead then, or is behind now."""
    journal = chosen.database.with_name(f"{chosen.database.name}-wal")
    files = [path for path in (chosen.database, journal, chosen.captures) if path.exists()]
    ahead = [(path, path.stat().st_mtime - at.timestamp()) for path in files]
    return [f"{path} was written {seconds:,.0f} s in the future" for path, seconds in ahead if seconds > 60]


def _space(chosen: Config) -> list[str]:
    folders = {folder for folder in (chosen.database.parent, chosen.captures) if folder.exists()}
    free = {folder: shutil.disk_usage(folder).free for folder in sorted(folders)}
    return [f"{folder}: {left / 1e6:,.0f} MB free" for folder, left in free.items() if left < LITTLE_SPACE]


def _permissions(chosen: Config) -> list[str]:
    paths = (chosen.database, chosen.database.parent, chosen.captures)
    return [f"{path} cannot be written" for path in paths if path.exists() and not os.access(path, os.W_OK)]


def _overdue(chosen: Config, store: Store, at: datetime) -> list[str]:
    known = {channel.name for channel in chosen.alerts.channels}
    found = []
    for row in store.overdue(at - LATE):
        why = "" if row["channel"] in known else ", which is no longer in config.yaml"
        found.append(f"{row['waiting']} messages wait since {row['since']} for {row['channel']}{why}")
    return found


def _ok(what: str, detail: str) -> dict[str, str]:
    return {"what": what, "state": "ok", "detail": detail, "mend": ""}


def _row(finding: Finding) -> dict[str, str]:
    what, problems, mend = finding
    if not problems:
        return _ok(what, "")
    more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
    return {"what": what, "state": "wrong", "detail": clean(problems[0]) + more, "mend": mend}


COMMANDS = {"doctor": doctor}
