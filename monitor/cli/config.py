"""Check a configuration; print the schema that editors understand."""

from __future__ import annotations

from pathlib import Path

import click

from monitor import stories, wiring
from monitor.cli import _out
from monitor.cli._options import settings
from monitor.config import USUAL, is_there, schema
from monitor.stories import checking

__all__ = ["COMMANDS"]


@click.group()
def config() -> None:
    """Check the configuration, or print its JSON schema.

    \b
    monitor config check config.yaml
    monitor config schema > config.schema.json
    """


@config.command("check")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--config", "option", type=click.Path(path_type=Path), help="The same as FILE.")
def config_check(file: Path | None, option: Path | None) -> None:
    """Say every mistake of a configuration and of its story's files with file, line and key, or that all is fine."""
    chosen = settings(file or option, None)
    story = stories.load(chosen.story)
    checking.check(story)
    enabled = sum(feed.enabled for feed in wiring.feed_specs(chosen))
    found = "configuration is fine" if file or option or is_there(USUAL) else f"no {USUAL} here, the defaults hold"
    _out.say(f"{found}: story {story.name}, {enabled} feeds, database {chosen.database}")


@config.command("schema")
def config_schema() -> None:
    """Print the JSON schema of config.yaml."""
    _out.document(schema())


COMMANDS = {"config": config}
