"""Judging the stored figures again, with the rules of today."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from monitor import judge as rules
from monitor import stories, wiring
from monitor.cli import _out
from monitor.cli._options import json_options, now, open_store, settings, store_options

__all__ = ["COMMANDS"]

_COLUMNS = ("id", "day", "figure", "measure", "before", "after", "speaker", "publisher?", "quote?")


@click.command()
@click.option("--dry-run", is_flag=True, help="Show what would change; write nothing.")
@store_options
@json_options
def judge(dry_run: bool, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> None:
    """Judge every stored figure again, in order of publication, and show each verdict that differs.

    Old verdicts stay beside the new ones. New flags are opened, but nobody is alerted; a flag that would not be raised
    any more stays until a person dismisses it.

    \b
    monitor judge --dry-run
    monitor judge
    """
    chosen = settings(config, db)
    policy = wiring.policy(stories.load(chosen.story))
    with open_store(config, db, writing=not dry_run) as store:
        found = store.judge_again(partial(rules.judge, policy=policy), rules.needs, now(), apply=not dry_run)
    if as_json:
        _out.document(
            {"figures": found.figures, "changes": found.changes, "flags": found.flags, "applied": not dry_run}
        )
    elif as_jsonl:
        for row in found.changes:
            _out.line(row)
    else:
        _out.table([_for_people(dict(row)) for row in found.changes], _COLUMNS, empty="every verdict stays as it is")
        end = "nothing was written" if dry_run else f"written; {len(found.flags)} new flags, nobody was alerted"
        _out.say(f"{found.figures} figures judged again, {len(found.changes)} verdicts differ; {end}")


def _for_people(row: dict[str, object]) -> dict[str, object]:
    before, after = ((row[kind], row[rule]) for kind, rule in (("was", "was_rule"), ("verdict", "rule")))
    words = [f"{str(kind or 'not judged').replace('_', ' ')} {rule or ''}".strip() for kind, rule in (before, after)]
    return {**row, "before": words[0], "after": words[1]}


COMMANDS = {"judge": judge}
