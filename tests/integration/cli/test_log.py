"""What the daemon logs, and where it logs JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.cli._log import log, to_journal

LINE = "One: https://me:s3cret@one.example/f?token=abc123&page=2 answered\n\x1b[31m500"
PROGRAM = """
import os, sys
there = os.fstat(2)
if sys.argv[1] == "journal":
    os.environ["JOURNAL_STREAM"] = f"{there.st_dev}:{there.st_ino}"
from monitor.cli._log import log
log(sys.argv[2])
"""


def test_people_get_one_line_of_text_without_secrets(capsys: pytest.CaptureFixture[str]) -> None:
    log(LINE)
    line = capsys.readouterr().err
    assert line.count("\n") == 1 and "\x1b" not in line
    assert "s3cret" not in line and "abc123" not in line and "one.example" in line and "page=2" in line


@pytest.mark.parametrize("where", ["journal", "elsewhere"])
def test_the_journal_gets_json(tmp_path: Path, where: str) -> None:
    with (tmp_path / "log").open("wb") as file:
        subprocess.run([sys.executable, "-c", PROGRAM, where, LINE], stderr=file, check=True)
    line = (tmp_path / "log").read_text(encoding="utf-8")
    if where == "journal":
        assert json.loads(line)["message"].startswith("One: https://***@one.example/")
    else:
        assert line[:2] == "20"
    assert "s3cret" not in line


def test_a_stream_of_somebody_else_is_not_the_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNAL_STREAM", "1:2")
    assert not to_journal() and not to_journal(-1)
