"""One demo database for all, and the command line in this process."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import run_command


@dataclass(frozen=True)
class Done:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


Cli = Callable[..., Done]


@pytest.fixture(scope="session")
def demo_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database that `monitor demo` leaves; read it only."""
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    stdout, sys.stdout = sys.stdout, io.StringIO()
    try:
        assert run_command(["demo", "--db", str(path)]) == 0
    finally:
        sys.stdout = stdout
    return path


@pytest.fixture
def own_db(demo_db: Path, tmp_path: Path) -> Path:
    """A copy of the demo's database to write into."""
    shutil.copytree(demo_db.parent, tmp_path / "own")
    return tmp_path / "own" / "demo.db"


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Cli:
    """Runs a command line in an empty folder: ``cli("flags", "--db", path, stdin="...")``."""
    monkeypatch.chdir(tmp_path)

    def run(*args: object, stdin: str | bytes = b"") -> Done:
        given = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        code = run_command([str(arg) for arg in args])
        return Done(code, *capsys.readouterr())

    return run
