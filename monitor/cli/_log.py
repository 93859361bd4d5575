"""The daemon's log on standard error: text for people, JSON for the journal of systemd; never a secret."""

from __future__ import annotations

import json
import os

import click

from monitor.cli import _out
from monitor.cli._options import now
from monitor.fetch.urls import redact

__all__ = ["log", "to_journal"]


def to_journal(descriptor: int = 2) -> bool:
    """Whether this is the journal: ``JOURNAL_STREAM`` names its device and inode (systemd.exec(5))."""
    try:
        there = os.fstat(descriptor)
    except OSError:
        return False
    return os.environ.get("JOURNAL_STREAM") == f"{there.st_dev}:{there.st_ino}"


def log(text: str) -> None:
    """Write one line, with its time."""
    time, shown = f"{now():%Y-%m-%dT%H:%M:%SZ}", _out.clean(redact(text))
    as_json = to_journal()
    click.echo(
        json.dumps({"time": time, "message": shown}, ensure_ascii=False) if as_json else f"{time} {shown}", err=True
    )
