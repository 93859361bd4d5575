"""The product at work: the daemon, one pass, and the bundled newsroom."""

from __future__ import annotations

import asyncio
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from monitor import health, wiring
from monitor.cli import _out
from monitor.cli._log import log
from monitor.cli._options import json_options, now, point_in_time, settings, span, store_options
from monitor.config import Config
from monitor.daemon import Daemon
from monitor.errors import ConfigError, UsageError
from monitor.pipeline import Pipeline, Report, silent
from monitor.store import Store

__all__ = ["COMMANDS", "one_pass", "opened", "tell_report"]


@click.command()
@click.option("--once", is_flag=True, help="One pass over all feeds, then end: the same as catch-up.")
@click.option("--exit-code", is_flag=True, help="End with 10 when there are new flags, even where a feed failed.")
@store_options
@json_options
def run(once: bool, exit_code: bool, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Follow the story until told to stop (SIGTERM or Ctrl-C).

    \b
    monitor run
    monitor run --config /etc/monitor/config.yaml
    """
    if once:
        return _pass(settings(config, db), None, None, (), exit_code, as_json, as_jsonl)
    chosen = settings(config, db)
    with opened(chosen) as store, store.lease("daemon", os.getpid(), now()):
        asyncio.run(_daemon(chosen, store, lambda: settings(config, db)))
    return 0


@click.command("catch-up")
@click.option("--since", help="Only articles published (or first seen) since: 3d, 12h, 2025-10-10.")
@click.option("--until", help="Only articles published until then.")
@click.option("--feed", "names", multiple=True, metavar="NAME", help="Only this feed (name or address); repeatable.")
@click.option("--exit-code", is_flag=True, help="End with 10 when there are new flags, even where a feed failed.")
@store_options
@json_options
def catch_up(
    since: str | None,
    until: str | None,
    names: tuple[str, ...],
    exit_code: bool,
    config: Path | None,
    db: Path | None,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    """Poll every feed once, read what is new, judge it, and say what is new.

    \b
    monitor catch-up
    monitor catch-up --since 3d --feed "BBC World"
    """
    start, end = span(since, until)
    return _pass(settings(config, db), start, end, names, exit_code, as_json, as_jsonl)


@click.command()
@click.option("--since", help="Only articles stored since: 3d, 12h, 2025-10-10.")
@store_options
@json_options
def recheck(since: str | None, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Read stored articles again now: silent edits become new versions.

    \b
    monitor recheck --since 7d
    """
    chosen = settings(config, db)
    with wiring.open_store(chosen, create=False) as store:
        store.recheck(now(), since=point_in_time(since, name="--since"))
    report = one_pass(chosen, None, None, (), poll=False)
    tell_report(chosen, report, as_json, as_jsonl)
    return 3 if report.failures else 0


def _pass(
    chosen: Config,
    since: datetime | None,
    until: datetime | None,
    names: Sequence[str],
    exit_code: bool,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    report = one_pass(chosen, since, until, names)
    tell_report(chosen, report, as_json, as_jsonl)
    if exit_code and report.flags:
        return 10
    return 3 if report.failures else 0


def one_pass(
    chosen: Config, since: datetime | None, until: datetime | None, names: Sequence[str], *, poll: bool = True
) -> Report:
    """One pass in this process; Ctrl-C ends it after the commit in hand. Without `poll` no feed is asked."""
    unknown = set(names) - {value for spec in wiring.feed_specs(chosen) for value in (spec.name, spec.url)}
    if unknown:
        raise UsageError(f"no feed {sorted(unknown)[0]!r}", subject="--feed", mend="monitor feeds lists the names")
    with opened(chosen) as store, _progress() as tell:
        return asyncio.run(_passed(chosen, store, tell, since, until, names, poll))


async def _passed(
    chosen: Config,
    store: Store,
    tell: Callable[[str], None],
    since: datetime | None,
    until: datetime | None,
    names: Sequence[str],
    poll: bool,
) -> Report:
    async with Pipeline.of(chosen, store, clock=now, tell=tell) as pipeline:
        return await pipeline.catch_up(since=since, until=until, names=names, poll=poll)


async def _daemon(chosen: Config, store: Store, again: Callable[[], Config]) -> None:
    async with Pipeline.of(chosen, store, clock=now) as pipeline:
        daemon = Daemon(pipeline, say=log, reload=lambda: _reload(pipeline, again))
        async with health.served(chosen.health.listen, daemon.vitals, lambda: pipeline.db(store.pulse, now())):
            await daemon.run()


def _reload(pipeline: Pipeline, again: Callable[[], Config]) -> None:
    try:
        pipeline.use(again())
    except ConfigError as error:
        _out.problem(error)
        log("configuration not reloaded: the old one stays in force")
    else:
        log("configuration reloaded")


@contextlib.contextmanager
def opened(chosen: Config) -> Iterator[Store]:
    with wiring.open_store(chosen) as store:
        store.sync_feeds(wiring.feed_specs(chosen), now())
        yield store


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    """A line that says what is under way when a person watches; nothing in a pipe."""
    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.status import Status

    with Status("starting", console=Console(stderr=True)) as status:
        yield status.update


def tell_report(chosen: Config, report: Report, as_json: bool, as_jsonl: bool) -> None:
    """Print what a pass did and the flags it raised: for people, as one JSON document, or a JSON line per flag."""
    with opened(chosen) as store:
        flags = [row for row in store.flags() if row["id"] in set(report.flags)]
        if as_json:
            _out.document({"report": _out.plain(report), "flags": flags})
            return
    if as_jsonl:
        for flag in sorted(flags, key=_order):
            _out.line(flag)
        return
    _out.say(
        f"{report.feeds} feeds polled, {report.entries} new entries, {report.articles} articles read, "
        f"{report.figures} figures, {len(flags)} new flags"
    )
    for failure in _few(report.failures):
        _out.problem(failure)
    for line in report.gaps:
        _out.say(_out.clean(line))
    if flags:
        _out.say()
        _out.table(sorted(flags, key=_order), FLAG_COLUMNS, empty="")


FLAG_COLUMNS = ("id", "day", "kind", "figure", "measure", "was", "speaker", "quote?", "outlets")


def _order(row: Any) -> tuple[str, int]:
    """By day, and of one day as they were raised."""
    return str(row["day"]), int(row["id"].rpartition("-")[2])


def _few(failures: Sequence[str], most: int = 10) -> list[str]:
    rows = sorted(set(failures))
    return rows[:most] + ([f"... and {len(rows) - most} more: monitor feeds"] if len(rows) > most else [])


COMMANDS = {"run": run, "catch-up": catch_up, "recheck": recheck}
