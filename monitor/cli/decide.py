"""What a person decides about a flag; every decision is logged with its reason."""

from __future__ import annotations

import getpass
from pathlib import Path

import click

from monitor.cli import _out
from monitor.cli._options import now, open_store, point_in_time, store_options
from monitor.errors import UsageError

__all__ = ["COMMANDS"]


def _number(flag: str) -> int:
    name, _, number = flag.rpartition("-")
    if name not in ("flag", "") or not number.isdigit():
        raise UsageError("is not a flag's id", subject=flag, mend="write flag-3; monitor flags lists them")
    return int(number)


@click.command()
@click.argument("flag", metavar="FLAG-ID")
@click.option("--reason", default="", help="Why, for the log.")
@store_options
def ack(flag: str, reason: str, config: Path | None, db: Path | None) -> None:
    """Acknowledge a flag: seen and taken up.

    \b
    monitor ack flag-3 --reason "published in the morning note"
    """
    with open_store(config, db, writing=True) as store:
        fresh = store.ack(_number(flag), by=getpass.getuser(), reason=reason.strip(), now=now())
    _out.say(f"{flag} {'acknowledged' if fresh else 'is acknowledged already'}")


@click.command()
@click.argument("flag", metavar="FLAG-ID")
@click.option("--until", required=True, help="When it comes back: 3d, 2025-11-01 or 2025-11-01T09:00.")
@click.option("--reason", default="", help="Why, for the log.")
@store_options
def snooze(flag: str, until: str, reason: str, config: Path | None, db: Path | None) -> None:
    """Put a flag away until a day; then it is open again.

    \b
    monitor snooze flag-3 --until 3d
    monitor snooze flag-3 --until 2025-11-01
    """
    end = point_in_time(until, name="--until", ahead=True)
    if end is None or end <= now():
        raise UsageError("lies in the past", subject=f"--until {until}", mend="name a day to come")
    with open_store(config, db, writing=True) as store:
        store.snooze(_number(flag), by=getpass.getuser(), until=end, reason=reason.strip(), now=now())
    _out.say(f"{flag} snoozed until {end:%Y-%m-%d %H:%M} UTC")


@click.command()
@click.argument("flag", metavar="FLAG-ID")
@click.option("--reason", required=True, help="Why it is no news.")
@store_options
def dismiss(flag: str, reason: str, config: Path | None, db: Path | None) -> None:
    """Dismiss a flag with a reason.

    \b
    monitor dismiss flag-3 --reason "counts evacuees, not returns"
    """
    if not reason.strip():
        raise UsageError("is empty", subject="--reason", mend="say why it is no news")
    with open_store(config, db, writing=True) as store:
        store.dismiss(_number(flag), by=getpass.getuser(), reason=reason.strip(), now=now())
    _out.say(f"{flag} dismissed")


COMMANDS = {"ack": ack, "snooze": snooze, "dismiss": dismiss}
