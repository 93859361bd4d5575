"""Dated articles through extraction and judgement, on a ledger that is thrown away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from monitor import judge, stories, wiring
from monitor.cli import _out
from monitor.cli._rows import day, json_lines, read_text
from monitor.cli.lists import print_rows
from monitor.extract import Extractor
from monitor.model import Figure, Ledger

__all__ = ["COMMANDS"]

Row = dict[str, Any]


@click.command()
@click.argument("file", metavar="FILE.jsonl|-")
@click.option("--given-figures", is_flag=True, help="Judge the figures that the file gives instead of extracting.")
@click.option("--baseline", is_flag=True, help="Load the story's shipped history first.")
@click.option("--story", "story_name", default="ukrainian_children", show_default=True, help="The story.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print JSON, one line per article.")
def replay(file: str, given_figures: bool, baseline: bool, story_name: str, as_json: bool, as_jsonl: bool) -> int:
    """Judge dated articles in their order: which figure would have raised a flag, by which rule.

    \b
    monitor replay articles.jsonl
    monitor replay articles.jsonl --given-figures --jsonl
    """
    story = stories.load(story_name)
    policy = wiring.policy(story)
    known = wiring.history_ledger(story_name, policy) if baseline else Ledger()
    extractor = Extractor(story)
    reader = None if given_figures else lambda row: _figures(extractor, row)
    rows = list(_judged(read_text(file), policy, reader, known))
    if as_jsonl or as_json:
        print_rows(rows, (), as_json, as_jsonl, empty="")
    else:
        _for_people(rows)
    return 3 if any("error" in row for row in rows) else 0


def _judged(content: str, policy: judge.Policy, reader: Any, known: Ledger) -> Iterator[Row]:
    """Rows out in input order; a line that is no JSON becomes its error row and the rest goes on."""
    good: list[Row] = []
    broken: dict[int, Row] = {}
    for place, (name, row) in enumerate(json_lines(content)):
        if isinstance(row, str):
            broken[place] = {"id": name, "error": row}
        else:
            good.append(row)
    judged = iter(judge.replay_rows(good, policy, reader, known))
    for place in range(len(good) + len(broken)):
        yield broken[place] if place in broken else next(judged)


def _figures(extractor: Extractor, row: Mapping[str, Any]) -> Sequence[Figure]:
    found = extractor.extract(
        str(row.get("text") or ""), language=row.get("lang"), published=day(row.get("published")),
        headline=str(row.get("headline") or ""), publisher=str(row.get("outlet") or ""),
    )  # fmt: skip
    return found.figures


def _for_people(rows: list[Row]) -> None:
    for row in rows:
        if "error" in row:
            _out.problem(f"{row['id']}: {row['error']}")
    sheet = [{"article": row["id"], **figure} for row in rows for figure in row.get("figures", ())]
    _out.table(sheet, ("article", "value", "measure", "flag", "rule", "against", "quote"), empty="no figures")
    flags = sum(figure["flag"] in {"new_figure", "updated_total", "conflict", "correction"} for figure in sheet)
    _out.say(f"{len(rows)} articles, {len(sheet)} figures, {flags} would have raised a flag")


COMMANDS = {"replay": replay}
