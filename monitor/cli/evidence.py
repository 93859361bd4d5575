"""From a flag to its proof, and from a claim to what is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import click

from monitor import judge, stories, wiring
from monitor.cli import _out
from monitor.cli._answer import answer
from monitor.cli._diff import changed_figures, changed_words
from monitor.cli._options import json_options, language, now, open_store, settings, store_options
from monitor.errors import UsageError
from monitor.extract import Extractor
from monitor.store import Store

__all__ = ["COMMANDS"]


@click.command()
@click.argument("id", metavar="ID")
@click.option("--diff", is_flag=True, help="For an article: the words and figures that its versions changed.")
@store_options
@json_options
def show(id: str, diff: bool, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> None:
    """Show anything by its id, with the evidence under it, down to the hash of the bytes.

    \b
    monitor show flag-3
    monitor show article-12 --diff
    """
    with open_store(config, db) as store:
        found = dict(store.show(id))
        changes = changed_words(found.pop("diff", ())) if diff else []
        figures = _changed_figures(store, found) if diff else []
    if diff and not id.strip().lower().startswith("article-"):
        raise UsageError("only an article has versions to compare", subject=id, mend="drop --diff")
    if as_json or as_jsonl:
        _print([{**found, "changes": changes, "changed_figures": figures} if diff else found], as_jsonl)
    elif diff:
        _differences(found, changes, figures)
    else:
        _tree(found)


def _print(items: Sequence[object], as_jsonl: bool) -> None:
    """Each item as one line of JSON, or as a document of its own."""
    for item in items:
        (_out.line if as_jsonl else _out.document)(item)


def _changed_figures(store: Store, found: Mapping[str, Any]) -> list[str]:
    """What the versions of an article say differently: "version 2: 20,000 deported became 19,500 (figure-20)"."""
    said: dict[int, list[Mapping[str, Any]]] = {int(version["number"]): [] for version in found.get("history", ())}
    for figure in found.get("said", ()):
        said[int(store.show(figure["id"])["version"]["number"])].append(figure)
    return [row for old, new in pairwise(sorted(said)) for row in changed_figures(said[old], said[new], new)]


def _differences(found: Mapping[str, Any], changes: Sequence[str], figures: Sequence[str]) -> None:
    versions = found.get("history", ())
    _out.say(f"{found['id']}: {found['title']}")
    _out.say(f"{found['publisher']} {found['link']}")
    for version in versions:
        _out.say(f"  version {version['number']}, {version['created_at']}, text {version['text_sha256'][:12]}")
    for row in changes or ["one version only" if len(versions) < 2 else "the words are the same"]:
        _out.say(row)
    for row in figures or (["no figure changed"] if len(versions) > 1 else []):
        _out.say(row)


def _tree(found: Mapping[str, Any], depth: int = 0) -> None:
    """Print nested rows as an indented list: plain values first, then what lies under them."""
    pad = "  " * depth
    for key, value in found.items():
        if value is None or value == [] or isinstance(value, Mapping | list):
            continue
        _out.say(f"{pad}{key.replace('_', ' '):<14} {_shown(key, value)}")
    for key, value in found.items():
        below = [value] if isinstance(value, Mapping) else value if isinstance(value, list) else []
        for item in below:
            if not isinstance(item, Mapping):
                _out.say(f"{pad}{key.replace('_', ' '):<14} {item}")
                continue
            _out.say(f"{pad}{key.replace('_', ' ')}:")
            _tree(item, depth + 1)


_YES_NO = {"review", "optional", "copy", "relevant", "holds", "history"}
_PEOPLE_READ = {"value", "low", "high", "was", "bytes"}


def _shown(key: str, value: Any) -> str:
    if key in _YES_NO and not isinstance(value, str):
        return "yes" if value else "no"
    return _out.number(value) if key in _PEOPLE_READ and isinstance(value, int | float) else str(value)


@click.command()
@click.argument("id", metavar="FIGURE-ID|FLAG-ID")
@store_options
@json_options
def why(id: str, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> None:
    """Say which rule decided about a figure, in plain words, and what it was judged against.

    \b
    monitor why figure-12
    monitor why flag-3
    """
    with open_store(config, db) as store:
        row = store.why(id)
    if as_json or as_jsonl:
        _print([row], as_jsonl)
        return
    kind = (row["verdict"] or "not judged").replace("_", " ")
    _out.say(f"{row['id']}: {kind}, rule {row['rule']}{' (a person should look)' if row['review'] else ''}")
    _out.say(f"  {judge.RULES.get(row['rule'], '')}")
    if row["note"]:
        _out.say(f"  {judge.NOTES.get(row['note'], row['note'])}")
    _said("now", row)
    for other in row["against"]:
        _said("against", other)


def _said(role: str, row: Mapping[str, Any]) -> None:
    """Print one quote with all that a person needs to weigh it."""
    who = (row["speaker"] or "nobody named") + (f" (via {row['via']})" if row["via"] else "")
    said = f"{who}: “{row['quote']}”" if row["quote"] else who
    _out.say(f"{role:>9}  {row['day']}  {_out.amount(row)} {row['measure']}, {said}")
    _out.say(f"{'':>11}{row['publisher']} {row['link'] or ''}")


@click.command()
@click.argument("claim")
@click.option("--lang", help="The language of the claim; guessed when absent.")
@store_options
@json_options
def check(claim: str, lang: str | None, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Check a claim against all that is known: who says so, since when, what it rounds, what conflicts.

    \b
    monitor check "20,000 children deported"
    """
    chosen = settings(config, db)
    story = stories.load(chosen.story)
    read = Extractor(story).extract(claim, language=language(lang, story), published=now().date(), ours=True)
    if not read.figures:
        raise UsageError(
            "no figure of the story in it", subject=claim, mend='write number and sense: "20,000 children deported"'
        )
    policy = wiring.policy(story)
    with open_store(config, db) as store:
        found = [judge.check(f, store.facts_for_measure(f.measure), policy) for f in read.figures]
        links = {row["fact"]: row["link"] for f in read.figures for row in store.series_line(f.measure)}
    if as_jsonl:
        _print([_out.plain(item) for item in found], as_jsonl)
        return 0
    if as_json:
        _out.document([_out.plain(item) for item in found])
        return 0
    for item in found:
        answer(item, links, {name: speaker.name for name, speaker in story.speakers.items()})
    return 0


COMMANDS = {"show": show, "why": why, "check": check}
