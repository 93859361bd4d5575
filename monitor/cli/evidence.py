"""From a flag to its proof, and from a claim to what is known."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from monitor import judge, stories, wiring
from monitor.cli import _out
from monitor.cli._options import json_options, now, open_store, settings, store_options
from monitor.errors import UsageError
from monitor.extract import Extractor
from monitor.model import Fact

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
    if not diff:
        found.pop("diff", None)
    if as_json or as_jsonl:
        _out.document(found)
    else:
        _tree(found)


def _tree(found: Mapping[str, Any], depth: int = 0) -> None:
    """Print nested rows as an indented list: plain values first, then what lies under them."""
    pad = "  " * depth
    for key, value in found.items():
        if value is None or value == [] or isinstance(value, Mapping | list):
            continue
        _out.say(f"{pad}{key.replace('_', ' '):<14} {_out.number(value) if isinstance(value, float) else value}")
    for key, value in found.items():
        below = [value] if isinstance(value, Mapping) else value if isinstance(value, list) else []
        for item in below:
            if not isinstance(item, Mapping):
                _out.say(f"{pad}{key.replace('_', ' '):<14} {item}")
                continue
            _out.say(f"{pad}{key.replace('_', ' ')}:")
            _tree(item, depth + 1)


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
        _out.document(row)
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
    value = _out.number(row["value"]) if row["value"] is not None else f"{row['low']} to {row['high']}"
    said = f"{row['speaker'] or 'nobody named'}: “{row['quote']}”" if row["quote"] else row["speaker"] or "nobody named"
    _out.say(f"{role:>9}  {row['day']}  {row['qualifier'].replace('_', ' ')} {value} {row['measure']}, {said}")
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
    read = Extractor(story).extract(claim, language=lang, published=now().date())
    if not read.figures:
        raise UsageError(
            "no figure of the story in it", subject=claim, mend='write number and sense: "20,000 children deported"'
        )
    policy = wiring.policy(story)
    with open_store(config, db) as store:
        found = [judge.check(f, store.facts_for_measure(f.measure), policy) for f in read.figures]
    if as_json or as_jsonl:
        _out.document([_out.plain(item) for item in found])
        return 0
    for item in found:
        _answer(item)
    return 0


_MATCHES = {
    "same": "This number is known.",
    "rounds": "This rounds a known number.",
    "differs": "Nobody in the archive gives this number; others are given.",
    "unknown": "The archive has no such series.",
}


def _answer(found: judge.Answer) -> None:
    """Print what is known of one claimed figure."""
    _out.say(f"{judge.shown(found.claim)} {found.claim.measure}: {_MATCHES[found.match]}")
    if found.best:
        _fact("best match", found.best)
        _out.say(f"  said by: {', '.join(found.said_by) or 'nobody named'}; first said {found.since}; "
                 f"last changed {found.last_changed}; last repeated {found.last_repeated}")  # fmt: skip
    if found.replaced_by:
        _fact("replaced by", found.replaced_by)
    for fact in found.conflicts:
        _fact("conflicts with", fact)
    for fact, reason in found.incomparable:
        _fact("no conflict", fact)
        _out.say(f"    {reason}")


def _fact(role: str, fact: Fact) -> None:
    figure = fact.figure
    who = figure.source or figure.source_id or "nobody named"
    quote = f" “{figure.quote}”" if figure.quote else ""
    _out.say(f"  {role}: {judge.shown(figure)} {figure.measure}, {who}, {fact.published}, {fact.publisher}{quote}")


COMMANDS = {"show": show, "why": why, "check": check}
