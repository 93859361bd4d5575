"""Keeping the database: check it, save it, bring it back, take it elsewhere."""

from __future__ import annotations

import csv
import html
import re
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from monitor import wiring
from monitor.cli import _out
from monitor.cli._options import json_options, now, open_store, settings, store_options
from monitor.errors import StoreDamaged, UsageError
from monitor.store import Store

__all__ = ["COMMANDS"]

_SEAL = re.compile(r"[0-9a-f]{64}")


@click.command()
@click.option("--seal", default="", metavar="HASH", help="A seal printed earlier: the log must still contain it.")
@store_options
@json_options
def verify(seal: str, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Re-hash every capture, re-check every quote, the database and the log of decisions.

    \b
    monitor verify
    monitor verify --seal HASH
    """
    seal = seal.strip().lower()
    if seal and not _SEAL.fullmatch(seal):
        raise UsageError("is no seal", subject=f"--seal {seal}", mend="give the 64 characters that verify printed")
    with open_store(config, db) as store:
        problems = store.verify(seal)
        lines, last = store.seal()
        read_only = store.read_only
    if as_json or as_jsonl:
        _print({"holds": not problems, "problems": problems, "lines": lines, "seal": last}, as_json)
        return StoreDamaged.exit_code if problems else 0
    for row in problems:
        _out.problem(row)
    if problems:
        raise StoreDamaged(f"{len(problems)} things do not hold", mend="restore a backup: monitor restore FILE")
    _out.say("database and evidence hold")
    if read_only:
        _out.say("the text index was not compared with the texts: that takes a database that can be written")
    _out.say(f"the log has {lines:,} lines, seal {last or 'none'}")
    return 0


def _print(told: dict[str, Any], as_json: bool) -> None:
    _out.document(told) if as_json else _out.line(told)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_options
def backup(file: Path, config: Path | None, db: Path | None) -> int:
    """Save database and captures into FILE, also while the daemon runs.

    \b
    monitor backup monitor-backup.tar
    """
    if file.exists():
        raise UsageError("exists already", subject=str(file), mend="name a new file")
    with open_store(config, db) as store:
        gone = store.backup(file)
    for path in gone:
        _out.problem(f"{path}: the captured body is gone; the backup is without it")
    _out.say(f"saved in {file}")
    return 3 if gone else 0


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@store_options
def restore(file: Path, config: Path | None, db: Path | None) -> None:
    """Bring a backup into place; an existing database is kept beside it.

    \b
    monitor restore monitor-backup.tar
    """
    if not file.exists():
        raise UsageError("there is no such file", subject=str(file), mend="check the file's name")
    chosen = settings(config, db)
    Store.restore(file, chosen.database, captures=chosen.captures)
    _out.say(f"restored into {chosen.database}")


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@store_options
@json_options
def tidy(dry_run: bool, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> None:
    """Remove captured pages as storage.keep and storage.cap say; never evidence of a figure in the ledger.

    \b
    monitor tidy --dry-run
    """
    chosen = settings(config, db)
    with wiring.open_store(chosen, create=False, reading=dry_run) as store:
        done = wiring.tidy(store, chosen, now(), dry_run=dry_run)
    if as_json or as_jsonl:
        _print({**asdict(done), "applied": not dry_run}, as_json)
        return
    word = "would go" if dry_run else "removed"
    _out.say(f"{word}: {done.bodies} captured pages ({done.freed:,} bytes), {done.strays} files that nothing names")
    _out.say(f"captured pages take {done.left:,} bytes" + ("" if dry_run else " now"))
    if chosen.storage.cap is not None and done.left > chosen.storage.cap:
        _out.problem(
            f"that is more than storage.cap ({chosen.storage.cap:,}), but all of it is evidence; raise the cap"
        )


@click.command()
@click.argument("what", type=click.Choice(["flags", "figures", "articles", "series"]))
@click.option("--format", "form", type=click.Choice(["csv", "jsonl", "html"]), default="csv", show_default=True)
@store_options
def export(what: str, form: str, config: Path | None, db: Path | None) -> None:
    """Print everything of one kind as CSV, JSON Lines or an HTML table.

    \b
    monitor export figures --format csv > figures.csv
    """
    with open_store(config, db) as store:
        rows: list[Any] = list(getattr(store, what)(limit=None))
    if form == "jsonl":
        for row in rows:
            _out.line(row)
    elif form == "csv":
        _csv(rows)
    else:
        _html(rows)


def _csv(rows: list[Any]) -> None:
    if not rows:
        return
    writer = csv.writer(sys.stdout)
    writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_harmless(value) for value in row.values()])


def _harmless(value: object) -> object:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    text = _out.clean(str(_out.plain(value))) if not isinstance(value, int | float) and value is not None else value
    return f"'{text}" if isinstance(text, str) and text.lstrip()[:1] in {"=", "+", "-", "@"} else text


def _html(rows: list[Any]) -> None:
    click.echo('<!doctype html><meta charset="utf-8"><title>monitor</title><table>')
    for row in rows[:1]:
        click.echo("<tr>" + "".join(f"<th>{html.escape(str(name))}</th>" for name in row) + "</tr>")
    for row in rows:
        cells = ("" if v is None else html.escape(_out.clean(str(_out.plain(v)))) for v in row.values())
        click.echo("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    click.echo("</table>")


COMMANDS = {"verify": verify, "tidy": tidy, "backup": backup, "restore": restore, "export": export}
