"""Archived evidence: a database that may not be written is read, and no file is left beside it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import mkdtemp

import pytest
from click import Context

from monitor.cli import commands

READING = ["flags", "figures", "series", "articles", "captures", "feeds", "show flag-1", "why flag-1",
           "check 1,859 children returned", "judge --dry-run", "export flags"]  # fmt: skip
NOBODY = 65534


@pytest.fixture
def unprivileged() -> Iterator[Callable[[], None]]:
    """Makes this process that of a user who may write nowhere, until the test ends.

    All commands are loaded before: such a user may not even read the folder of the interpreter.
    """
    for name in commands.list_commands(Context(commands)):
        commands.get_command(Context(commands), name)
    yield lambda: os.setresuid(NOBODY, NOBODY, 0) if os.geteuid() == 0 else None
    if os.getresuid()[2] == 0:
        os.setresuid(0, 0, 0)


@pytest.fixture
def home(demo_db: Path) -> Iterator[Path]:
    """A copy of the demo's database that every user can reach."""
    folder = Path(mkdtemp(prefix="archived-"))
    shutil.copytree(demo_db.parent, folder / "a", ignore=shutil.ignore_patterns("*.lock"))
    yield folder / "a"
    set_modes(folder, 0o755, 0o644)
    shutil.rmtree(folder)


@pytest.fixture
def archived(home: Path, demo_db: Path, unprivileged: Callable[[], None]) -> Callable[[int], Path]:
    """Gives the database in a folder of the given mode; its files are read-only, and the user has no privileges."""

    def closed(mode: int) -> Path:
        set_modes(home.parent, 0o555, 0o444)
        home.chmod(mode)
        unprivileged()
        return home / demo_db.name

    return closed


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """A folder into which every user may write."""
    folder = Path(mkdtemp(prefix="elsewhere-"))
    folder.chmod(0o777)
    yield folder
    shutil.rmtree(folder)


def set_modes(folder: Path, of_folders: int, of_files: int) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(of_folders if path.is_dir() else of_files)


@pytest.mark.parametrize("mode", [0o555, 0o777])
def test_reading_commands_read_it_and_leave_nothing_beside_it(cli, archived, demo_db, mode):
    wanted = {command: cli(*command.split(maxsplit=1), "--db", demo_db).out for command in READING}
    path = archived(mode)
    before = sorted(path.parent.iterdir())
    found = {command: cli(*command.split(maxsplit=1), "--db", path).out for command in READING}
    found = {command: text.replace(str(path.parent), str(demo_db.parent)) for command, text in found.items()}
    assert found == wanted
    assert sorted(path.parent.iterdir()) == before


def test_its_evidence_is_verified_but_for_the_index(cli, archived):
    done = cli("verify", "--db", archived(0o555))
    assert done.code == 0
    assert "database and evidence hold\nthe text index was not compared" in done.out


def test_doctor_tells_of_the_permissions(cli, archived):
    path = archived(0o555)
    rows = {row["what"]: row for row in cli("doctor", "--db", path, "--json").json}
    assert rows["permissions"]["detail"] == f"{path} cannot be written (and 2 more)"
    assert rows["database"]["state"] == "ok"


@pytest.mark.parametrize("command", ["ack flag-1", "judge", "tidy", "recheck"])
def test_what_writes_says_that_it_cannot(cli, archived, command):
    done = cli(*command.split(), "--db", archived(0o555))
    assert done.code == 74
    assert done.err.count("\n") == 1


def test_a_backup_and_what_tidy_would_do_need_no_right_to_write_there(cli, elsewhere, archived):
    path = archived(0o555)
    assert cli("tidy", "--dry-run", "--db", path).code == 0
    assert cli("backup", elsewhere / "saved.tar", "--db", path).code == 0
    assert cli("restore", elsewhere / "saved.tar", "--db", elsewhere / "back.db").code == 0
    assert cli("flags", "--db", elsewhere / "back.db", "--json").json == cli("flags", "--db", path, "--json").json


def test_a_place_that_is_closed_is_told_in_one_line(cli, archived, tmp_path):
    done = cli("backup", tmp_path / "saved.tar", "--db", archived(0o555))
    assert (done.code, done.err.count("\n")) == (74, 1)


def test_what_another_process_has_not_yet_put_into_the_file_is_read_too(cli, home, archived, demo_db):
    with closing(sqlite3.connect(home / demo_db.name)) as beside:
        beside.execute("UPDATE article SET publisher = 'The Beside'")
        beside.commit()
        assert "The Beside" in cli("articles", "--db", archived(0o555)).out


def test_an_older_one_is_refused_in_one_line(cli, archived, monkeypatch):
    path = archived(0o555)
    monkeypatch.setattr("monitor.store.connection.migrations", lambda: [Path("a")] * 99)
    done = cli("flags", "--db", path)
    assert done.code == 74
    assert "older monitor" in done.err and done.err.count("\n") == 1


@pytest.mark.parametrize("command", ["flags", "verify", "doctor", "ack flag-1", "recheck"])
def test_an_empty_file_is_no_database(cli, tmp_path, command):
    (tmp_path / "e.db").touch()
    done = cli(*command.split(), "--db", "e.db")
    assert done.code == 74
    assert "there is no database in it" in done.err
    assert (tmp_path / "e.db").stat().st_size == 0
    assert [path.name for path in tmp_path.iterdir()] == ["e.db"]


def test_evidence_that_may_not_be_read_is_no_damage(cli, home, demo_db, unprivileged):
    for body in (home / "captures").rglob("*.*"):
        body.chmod(0o000 if body.is_file() else 0o755)
    unprivileged()
    done = cli("verify", "--db", home / demo_db.name)
    assert done.code == 74
    assert "restore" not in done.err
