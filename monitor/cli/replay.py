"""Dated articles, or the story's shipped history, through judgement on a ledger that is thrown away."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import click

from monitor import judge, stories, wiring
from monitor.cli import _out
from monitor.cli._rows import as_text, day, json_lines, own_mistake, read_text
from monitor.cli.lists import print_rows
from monitor.errors import MonitorError, UsageError
from monitor.extract import Extractor
from monitor.model import Figure, Ledger
from monitor.stories import history as shipped

__all__ = ["COMMANDS"]

Row = dict[str, Any]
Reader = Callable[[Mapping[str, Any]], Sequence[Figure]]


@click.command()
@click.argument("file", metavar="[FILE.jsonl|-]", required=False)
@click.option("--given-figures", is_flag=True, help="Judge the figures that the file gives instead of extracting.")
@click.option("--baseline", is_flag=True, help="Load the story's shipped history first.")
@click.option("--history", is_flag=True, help="Judge the story's shipped history itself, from its first day.")
@click.option("--story", "story_name", default="ukrainian_children", show_default=True, help="The story.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print JSON, one line per article.")
def replay(
    file: str | None,
    given_figures: bool,
    baseline: bool,
    history: bool,
    story_name: str,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    """Judge dated articles in their order: which figure would have raised a flag, by which rule.

    \b
    monitor replay articles.jsonl
    monitor replay articles.jsonl --given-figures --jsonl
    monitor replay --history
    """
    if (file is None) != history or (history and (baseline or given_figures)):
        raise UsageError("wants either a file or --history", subject="replay", mend="see `monitor replay --help`")
    story = stories.load(story_name)
    policy = wiring.policy(story)
    if file is None:
        announced = list(_history_rows(story))
        rows = [{**told, **row} for told, row in zip(announced, judge.replay_rows(announced, policy), strict=True)]
    else:
        known = wiring.history_ledger(story_name, policy) if baseline else Ledger()
        reader = None if given_figures else _reader(Extractor(story))
        rows = list(_judged(*read_text(file), policy, reader, known))
    if as_jsonl or as_json:
        print_rows(rows, (), as_json, as_jsonl, empty="")
    elif file is None:
        _flags_for_people(rows)
    else:
        _for_people(rows)
    return 3 if any("error" in row for row in rows) else 0


def _history_rows(story: stories.Story) -> Iterator[Row]:
    """The shipped history as article rows, a row a figure, in order of publication."""
    for number, row in enumerate(sorted(shipped.load(story.folder), key=lambda row: row.published), 1):
        name = f"history-{number}"
        figure = judge.figure_row("f1", row.figure)
        told = {"published": str(row.published), "outlet": row.publisher, "url": row.url}
        yield {"id": name, **told, "figures": [figure]}


def _judged(content: str, whole: bool, policy: judge.Policy, reader: Reader | None, known: Ledger) -> Iterator[Row]:
    """Rows out in input order; a line that is no JSON, or no UTF-8, becomes its error row and the rest goes on."""
    good: list[Row] = []
    broken: dict[int, Row] = {}
    for place, (name, row) in enumerate(json_lines(content, whole=whole)):
        if isinstance(row, str):
            broken[place] = {"id": name, "error": row}
        else:
            good.append(row)
    judged = iter(judge.replay_rows(good, policy, reader, known))
    for place in range(len(good) + len(broken)):
        yield broken[place] if place in broken else next(judged)


def _reader(extractor: Extractor) -> Reader:
    """Reads the figures of an article row; what goes wrong is that row's error."""

    def read(row: Mapping[str, Any]) -> Sequence[Figure]:
        try:
            return _figures(extractor, row)
        except MonitorError:
            raise
        except Exception as error:
            raise own_mistake(error, str(row.get("id"))) from error

    return read


def _figures(extractor: Extractor, row: Mapping[str, Any]) -> Sequence[Figure]:
    found = extractor.extract(
        as_text(row, "text") or "", language=as_text(row, "lang"), published=day(row.get("published")),
        headline=as_text(row, "headline") or "", publisher=as_text(row, "outlet") or "",
    )  # fmt: skip
    return found.figures


def _sheet(rows: list[Row]) -> list[Row]:
    """A line per figure; what cannot be judged is said on standard error."""
    for row in rows:
        if "error" in row:
            _out.problem(row["error"])
    return [{"article": row["id"], **figure} for row in rows for figure in row.get("figures", ())]


def _for_people(rows: list[Row]) -> None:
    sheet = _sheet(rows)
    _out.table(sheet, ("article", "figure", "measure", "flag", "rule", "against", "quote?"), empty="no figures")
    flags = sum(figure["flag"] in judge.ALERTING for figure in sheet)
    _out.say(f"{len(rows)} articles, {len(sheet)} figures, {flags} would have raised a flag")


def _flags_for_people(rows: list[Row]) -> None:
    """The flags that the history would have raised, day by day."""
    known = {str(row["id"]): row["figures"][0] for row in rows if "figures" in row}
    sheet = [figure for figure in _sheet(rows) if figure["flag"] in judge.ALERTING]
    for figure in sheet:
        figure["day"] = next(row["published"] for row in rows if row["id"] == figure["article"])
        figure["look"] = "review" if figure["review"] else ""
        against = figure["against"][:1] if figure["flag"] != "new_figure" else []
        figure["was"] = "".join(_out.amount(known[name.rpartition("/")[0]]) for name in against)
    _out.table(sheet, ("day", "flag", "figure", "measure", "scope", "was", "source", "look", "rule?"), empty="no flags")
    look = sum(bool(figure["look"]) for figure in sheet)
    _out.say(f"{len(rows)} announced figures: {len(sheet)} would have raised a flag, {look} of them for a person")


COMMANDS = {"replay": replay}
