"""What goes wrong: one clear line, the exit code of the contract, and nothing created on the way."""

from __future__ import annotations

import json
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.cli import _Commands, commands

MONITOR = [sys.executable, "-m", "monitor"]
NO_DATABASE = ["flags", "figures", "series", "articles", "captures", "feeds", "show flag-1", "why figure-1",
               "ack flag-1", "judge --dry-run", "verify", "doctor", "export flags", "backup b.tar", "recheck",
               "dismiss flag-1 --reason x"]  # fmt: skip
NAMES = [name for part in _Commands._parts.values() for name in part]


@pytest.mark.parametrize("command", NO_DATABASE)
def test_a_reading_command_creates_no_database(cli, tmp_path, command):
    done = cli(*command.split(), "--db", "nowhere.db")
    assert done.code == 74
    assert done.err.count("\n") == 1
    assert "no such database" in done.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("nonsense", 2, "No such command"),
        ("flags --limit 0", 2, "--limit"),
        ("flags --since yesterday", 2, "write 3d"),
        ("figures --value many", 2, "--value"),
        ("flags --state shut", 2, "use open, acknowledged"),
        ("figures --state news", 2, "use new_figure"),
        ("figures --measure retruned", 2, "use returned"),
        ("series nonsense", 2, "use returned"),
        ("flags --since 2025-12-01 --until 2025-11-01", 2, "is not before --until"),
        ("why xx", 2, "write it like figure-3"),
        ("why article-1", 2, "article-1: is no figure or flag"),
        ("verify --seal abc", 2, "is no seal; give the 64 characters"),
        ("show nope-1", 2, "not an id"),
        ("show flag-999", 2, "flag-999"),
        ("show flag-1 --diff", 2, "drop --diff"),
        ("ack figure-1", 2, "not a flag's id"),
        ("check hello", 2, "write number and sense"),
        ("inspect text missing.txt", 2, "missing.txt"),
        ("inspect text missing.txt --published yesterday", 2, "write YYYY-MM-DD"),
        ("inspect text missing.txt --lang ua", 2, "no words of 'ua' in the story; use one of de"),
        ("inspect feed missing.xml", 3, "missing.xml"),
        ("inspect page missing.html", 3, "missing.html"),
        ("replay missing.jsonl", 2, "missing.jsonl"),
        ("replay", 2, "--history"),
        ("replay x.jsonl --history", 2, "--history"),
        ("config check missing.yaml", 78, "missing.yaml"),
        ("flags --config missing.yaml", 78, "missing.yaml"),
        ("restore missing.tar", 2, "missing.tar"),
        ("check 5 --lang xx", 2, "use one of de, en"),
        ("feeds import missing.opml", 2, "missing.opml"),
        ("catch-up --feed Nobody", 2, "Nobody"),
    ],
)
def test_one_line_and_the_code(cli, own_db, command, code, said):
    needs_db = not command.startswith(("nonsense", "inspect", "replay", "config", "feeds import"))
    done = cli(*command.split(), *(["--db", own_db] if needs_db else []))
    assert done.code == code
    assert said in done.err
    assert "Traceback" not in done.err


def test_junk_is_no_database(cli, tmp_path):
    (tmp_path / "junk.db").write_text("junk")
    assert cli("flags", "--db", "junk.db").code == 65
    assert (tmp_path / "junk.db").read_text() == "junk"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_closed_stream_is_one_that_nobody_reads(demo_db, closed):
    command = f"{shlex.join([*MONITOR, 'flags', '--db', str(demo_db)])} {closed}"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    assert ("flag-1" in done.stdout) == (">&-" not in closed.replace("2>&-", ""))
    assert b"flag" not in demo_db.read_bytes()[:16]


def test_a_mistake_of_our_own_is_one_line_and_70(cli, monkeypatch):
    def broken(_: str) -> None:
        raise KeyError("oh")

    monkeypatch.setattr("monitor.stories.load", broken)
    done = cli("replay", "--history")
    assert done.code == 70
    assert done.err.count("\n") == 1
    assert "please report it" in done.err
    assert "Traceback" in cli("--debug", "replay", "--history").err


def test_an_interrupt_ends_with_130(cli, monkeypatch):
    def stopped(_: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("monitor.stories.load", stopped)
    assert cli("replay", "--history").code == 130


@pytest.mark.parametrize("name", NAMES)
def test_every_command_has_help_with_an_example(cli, name):
    done = cli(name, "--help")
    assert done.code == 0
    assert f"monitor {name}" in done.out.replace("Usage: ", "")


def test_every_command_stands_in_the_docs_with_an_example():
    page = (Path(__file__).parents[3] / "docs" / "commands.md").read_text(encoding="utf-8")
    sections = {part.split("`")[0]: part for part in page.split("\n### `monitor ")[1:]}
    assert sorted(sections) == sorted(NAMES)
    assert all(f"$ monitor {name}" in text for name, text in sections.items())


def test_help_of_all_imports_no_command():
    probe = "import sys; from monitor.cli import run_command; run_command(['--help']); print(sorted(sys.modules))"
    out = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    modules = out.splitlines()[-1]
    assert all(name in out for name in NAMES)
    assert not any(f"'{heavy}'" in modules for heavy in ("httpx", "rich", "pydantic", "sqlite_utils", "monitor.store"))


def test_the_daemon_holds_nothing_that_only_terminals_and_channels_need():
    probe = "import sys, monitor.cli.run; print(sorted(sys.modules))"
    modules = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True).stdout
    assert not any(f"'{heavy}'" in modules for heavy in ("httpx", "rich"))


def test_every_command_of_the_list_is_there():
    assert all(commands.get_command(None, name).name == name for name in NAMES)


def test_a_reader_that_goes_away_is_no_error(demo_db):
    for command in (["figures", "--jsonl", "--limit", "9999"], ["export", "figures"], ["figures", "--limit", "9999"]):
        read, write = os.pipe()
        os.close(read)
        with subprocess.Popen([*MONITOR, *command, "--db", demo_db], stdout=write, stderr=subprocess.PIPE) as process:
            os.close(write)
            err = process.communicate(timeout=60)[1]
        assert (process.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_a_full_disk_ends_with_74(demo_db):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*MONITOR, "flags", "--db", demo_db], stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 74
    assert "cannot write" in done.stderr


def test_output_is_utf_8_whatever_the_locale_and_lone_surrogates_stay_json():
    given = json.dumps({"id": "дев’ять \ud800", "text": "Eight children were returned from Russia."}).encode()
    environment = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [*MONITOR, "inspect", "text", "-", "--jsonl"]
    done = subprocess.run(command, input=given, capture_output=True, env=environment, timeout=60)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "дев’ять \ud800"


def _heed_sigint():
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_sigint_ends_with_130(tmp_path):
    """What a shell starts with ``&`` ignores SIGINT, and so would all that it starts: the suite may be such a thing."""
    command = [*MONITOR, "inspect", "text", "-"]
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, **pipes, cwd=tmp_path, preexec_fn=_heed_sigint) as process:
        assert process.stdin
        probe = f"/proc/{process.pid}/wchan"
        while process.poll() is None and "pipe" not in Path(probe).read_text():
            continue
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=60)[1]
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_an_argument_that_is_no_text_is_wrong_usage(cli, demo_db):
    done = cli("flags", "--db", demo_db, "--source", "\udcff")
    assert (done.code, done.err) == (2, "monitor: an argument is not UTF-8; write it in UTF-8\n")


@pytest.mark.parametrize(("command", "code"), [("nosuch", 2), ("config check nosuch.yaml", 78)])
def test_a_full_standard_error_changes_no_exit_code(tmp_path, command, code):
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*MONITOR, *command.split()], stderr=full, cwd=tmp_path, check=False)
    assert done.returncode == code


def test_an_interrupt_while_parts_are_loaded_is_quiet_too(tmp_path):
    """Stands for Ctrl-C in the first moments: the first import of the command line is interrupted."""
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n")
    done = subprocess.run(
        [sys.executable, "-m", "monitor", "--version"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
