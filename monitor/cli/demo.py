"""The bundled newsroom, read by the real pipeline."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import click

from monitor.cli import _out
from monitor.cli._options import json_options, now
from monitor.cli.run import one_pass, opened, tell_report
from monitor.config import Config
from monitor.demo import Newsroom
from monitor.errors import UsageError
from monitor.pipeline import Report

__all__ = ["COMMANDS"]


@click.command()
@click.option("--db", "db", type=click.Path(path_type=Path), help="Keep the demo's database in this file.")
@json_options
def demo(db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Run the real pipeline on a bundled newsroom: six invented outlets on this machine, no network.

    \b
    monitor demo
    monitor demo --db demo.db && monitor flags --db demo.db
    """
    if db and db.exists():
        raise UsageError("exists already", subject=str(db), mend="name a new file: the demo starts from nothing")
    home = db or Path(tempfile.mkdtemp(prefix="monitor-demo-")) / "demo.db"
    with Newsroom() as room:
        chosen = _demo_config(room, home)
        first = one_pass(chosen, None, None, ())
        room.advance()
        with opened(chosen) as store:
            store.recheck(now())
        second = one_pass(chosen, None, None, ())
    tell_report(chosen, _both(first, second), as_json, as_jsonl)
    if not (as_json or as_jsonl):
        _next_steps(home)
    return 0


def _demo_config(room: Newsroom, home: Path) -> Config:
    return Config.model_validate(
        {
            "storage": {"database": str(home)},
            "feeds": {
                language: [{"name": n, "url": u} for n, lang, u in room.feeds if lang == language]
                for language in {lang for _, lang, _ in room.feeds}
            },
            "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s", "contact": "demo@localhost"},
            "baseline": {"history": False},
            "alerts": {"first_wave": "0s", "channels": []},
        }
    )


def _next_steps(home: Path) -> None:
    _out.say()
    _out.say("Look further (the demo's database stays until you delete it):")
    for command in ("flags", "why flag-1", 'check "20,000 children deported"', "series returned", "articles"):
        _out.say(f"  {_program()} {command} --db {home}")


def _program() -> str:
    """How this program is called from here: `monitor` where the shell finds it, else as it was called now."""
    called, found = Path(sys.argv[0]), shutil.which("monitor")
    if called.name == "__main__.py":
        return "python -m monitor"
    here = called.name == "monitor" and called.exists() and not (found and called.samefile(found))
    return str(called) if here else "monitor"


def _both(first: Report, second: Report) -> Report:
    sums = {n: getattr(first, n) + getattr(second, n) for n in ("entries", "articles", "versions", "figures")}
    return Report(
        feeds=first.feeds, flags=first.flags + second.flags, failures=first.failures + second.failures, **sums
    )


COMMANDS = {"demo": demo}
