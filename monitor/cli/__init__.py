"""The command line: one file a group of commands, each thin; every error is one clear line and an exit code.

Exit codes: 0 done; 2 wrong usage; 3 done in part; 10 new flags (only with ``--exit-code``); 65 database or evidence
damaged; 74 disk or I/O; 75 locked; 78 configuration; 130 interrupted. Never 1, which is Python's own.
"""

from __future__ import annotations

import os
import sys
from typing import ClassVar

import click

from monitor import __version__, registry
from monitor.cli._out import problem
from monitor.errors import MonitorError

__all__ = ["main"]


class _Commands(click.Group):
    """Finds commands in the files of this folder: `COMMANDS` of each maps a name to a click command.

    Only the file that holds the wanted command is imported, so that ``monitor --version`` starts fast.
    """

    _homes: ClassVar[dict[str, str]] = {
        "inspect": "inspect", "replay": "replay", "config": "config",
        "run": "run", "catch-up": "run", "recheck": "run", "demo": "demo",
        "flags": "lists", "figures": "lists", "series": "lists", "articles": "lists", "feeds": "feeds",
        "captures": "lists", "show": "evidence", "why": "evidence", "check": "evidence",
        "ack": "decide", "snooze": "decide", "dismiss": "decide",
        "doctor": "keep", "backup": "keep", "restore": "keep", "verify": "keep", "export": "keep",
    }  # fmt: skip

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._homes)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        home = self._homes.get(name)
        if home is None:
            return None
        command: click.Command = registry.find("monitor.cli", home).COMMANDS[name]
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="monitor")
def commands() -> None:
    """Follow one news story and flag every figure that is new.

    \b
    Try it:          monitor demo
    One pass:        monitor catch-up
    For ever:        monitor run
    What is new:     monitor flags
    Why:             monitor why figure-12
    A fact-check:    monitor check "20,000 children deported"
    """


def main() -> None:
    """Run the command line of this process and end it with the exit code of the contract."""
    sys.exit(_run())


def _run() -> int:
    try:
        code = commands.main(standalone_mode=False)
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        wrong.show()
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except MonitorError as error:
        problem(error)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0
