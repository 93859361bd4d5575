"""The command line: one file a group of commands, each thin; every error is one clear line and an exit code.

Exit codes: 0 done; 2 wrong usage; 3 done in part; 10 new flags (only with ``--exit-code``); 65 database or evidence
damaged; 70 a mistake in monitor itself (``monitor --debug`` shows where); 74 disk or I/O; 75 locked; 78 configuration;
130 interrupted. Never 1, which is Python's own.
"""

from __future__ import annotations

import io
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import click

from monitor import __version__, registry
from monitor.cli._out import hush, problem
from monitor.errors import MonitorError

__all__ = ["main", "run_command"]

OWN_MISTAKE = 70
"""EX_SOFTWARE of sysexits.h: an exception that nobody foresaw."""


class _Commands(click.Group):
    """Finds commands in the files of this folder: `COMMANDS` of each maps a name to a click command.

    Only the file that holds the wanted command is imported, and ``monitor --help`` imports none: what it says of each
    command stands here.
    """

    _parts: ClassVar[dict[str, dict[str, tuple[str, str]]]] = {
        "Follow the story": {
            "demo": ("demo", "Run the real pipeline on a bundled newsroom, offline."),
            "catch-up": ("run", "Poll every feed once, judge what is new, say what is news."),
            "run": ("run", "Follow the story until told to stop."),
            "recheck": ("run", "Read stored articles again now: silent edits become versions."),
        },
        "See what is known": {
            "flags": ("lists", "List what was new."),
            "figures": ("lists", "List figures with who says them."),
            "series": ("lists", "Show every series with its current value, or one measure's line."),
            "articles": ("lists", "List articles with their versions and copies."),
            "captures": ("lists", "List the kept bytes with their hash."),
            "feeds": ("feeds", "List the feeds with their health; check, discover, import, export."),
            "show": ("evidence", "Show anything by its id, with its evidence."),
            "why": ("evidence", "Say which rule decided about a figure."),
            "check": ("evidence", "Check a claim against all that is known."),
        },
        "Decide about a flag": {
            "ack": ("decide", "Acknowledge a flag."),
            "snooze": ("decide", "Put a flag away until a day."),
            "dismiss": ("decide", "Dismiss a flag with a reason."),
        },
        "The stages by hand": {
            "inspect": ("inspect", "Run one stage on a feed, page or text."),
            "replay": ("replay", "Judge dated articles in their order, on a throw-away ledger."),
            "judge": ("judge", "Judge the stored figures again with the rules of today."),
        },
        "Keep it well": {
            "config": ("config", "Check the configuration, or print its schema."),
            "doctor": ("doctor", "Say what is wrong and the command that mends it."),
            "verify": ("keep", "Re-hash every capture, re-check every quote."),
            "backup": ("keep", "Save database and captures in one file."),
            "restore": ("keep", "Bring a backup into place."),
            "tidy": ("keep", "Remove captured pages that are no evidence, when they are old or too many."),
            "export": ("keep", "Print everything of one kind as CSV, JSON Lines or HTML."),
        },
    }

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for part in self._parts.values() for name in part]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        found = next((part[name] for part in self._parts.values() if name in part), None)
        if found is None:
            return None
        command: click.Command = registry.find("monitor.cli", found[0]).COMMANDS[name]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        for title, part in self._parts.items():
            with formatter.section(title):
                formatter.write_dl([(name, summary) for name, (_, summary) in part.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="monitor")
@click.option("--debug", is_flag=True, help="Show where in monitor an unexpected error comes from.")
def commands(debug: bool) -> None:
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
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if "run" in sys.argv:  # the daemon listens itself once it is up
        signal.signal(signal.SIGTERM, _stop_before_the_start)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    sys.exit(run_command(sys.argv[1:]))


def _open_closed_streams() -> None:
    """Who closes a standard stream (``>&-``) wants nothing of it; no file of ours may get its number either."""
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode, encoding="utf-8"))


def _stop_before_the_start(*_: object) -> None:
    """SIGTERM while the daemon is still on its way up: that is an orderly end too."""
    raise SystemExit(0)


def run_command(args: Sequence[str]) -> int:
    """Run one command line and give its exit code; whatever goes wrong is told on standard error."""
    try:
        code = commands.main(list(args), prog_name="monitor", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as wrong:
        try:
            wrong.show()
        except OSError:
            hush(sys.stderr)
        return 2
    except (KeyboardInterrupt, click.Abort):
        problem("interrupted; what was committed stays")
        return 130
    except MonitorError as error:
        problem(error)
        return error.exit_code
    except (BrokenPipeError, SystemExit):  # click ends a broken pipe with exit code 1
        hush(sys.stdout)
        return 0
    except UnicodeEncodeError as error:
        if not _undecoded(args):
            return _unforeseen(error, debug="--debug" in args)
        problem("an argument is not UTF-8; write it in UTF-8")
        return 2
    except Exception as error:
        return _unforeseen(error, debug="--debug" in args)
    return code if isinstance(code, int) else 0


def _undecoded(args: Sequence[str]) -> bool:
    """Has an argument bytes that are not UTF-8, which Python keeps as lone surrogates (PEP 383)?"""
    return any("\udc80" <= char <= "\udcff" for arg in args for char in arg)


def _unforeseen(error: Exception, *, debug: bool) -> int:
    """One line about an exception that no command foresaw; all of it with --debug."""
    if isinstance(error, OSError) and error.errno:
        if error.filename and debug:
            traceback.print_exception(error)
        if error.filename:
            problem(f"{error.filename}: {error.strerror}; check its name and your rights there")
        else:
            hush(sys.stdout)
            problem(f"cannot write: {error.strerror}; free some space or write elsewhere")
        return 74
    if debug:
        traceback.print_exception(error)
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(place.filename).name}:{place.lineno}"
    problem(
        f"a mistake in monitor itself: {type(error).__name__}: {error} ({where}); please report it, with what "
        "`monitor --debug COMMAND` prints"
    )
    return OWN_MISTAKE
