"""`monitor doctor` on a real database with one thing wrong at a time."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from monitor.cli import doctor
from monitor.store.outbox import DEAD

FLAG = "(SELECT id FROM flag LIMIT 1)"
OLD = "2025-01-01T00:00:00.000000Z"


def spoil(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute(sql)
        database.commit()


def wrong(cli: Any, path: Path, code: int = 3) -> dict[str, Any]:
    done = cli("doctor", "--db", path, "--jsonl")
    assert done.code == code
    (row,) = [row for row in map(json.loads, done.out.splitlines()) if row["state"] != "ok"]
    assert row["mend"]
    return row


def delivery(channel: str, attempts: int) -> str:
    return (
        "INSERT INTO delivery (key, flag_id, channel, state, attempts, queued_at, due, last_error) "
        f"VALUES ('k', {FLAG}, '{channel}', 'queued', {attempts}, '{OLD}', '{OLD}', 'the receiver answered 500')"
    )


def test_all_is_well_and_the_versions_are_named(cli, own_db):
    done = cli("doctor", "--db", own_db)
    assert done.code == 0 and "SQLite 3." in done.out and "Python 3." in done.out


@pytest.mark.parametrize(
    ("sql", "what", "detail"),
    [
        (delivery("console", DEAD), "channels", "console: the receiver answered 500, 1 waiting"),
        (delivery("console", 0), "outbox", "1 messages wait"),
        (delivery("gone", 0), "outbox", "no longer in config.yaml"),
        (f"UPDATE feed SET due = '{OLD}'", "lag", "more than a day ago"),
        ("UPDATE feed SET state = json_set(state, '$.failures', 3) WHERE id = 1", "feeds", ": "),
    ],
)
def test_each_trouble_is_one_line_with_its_command(cli, own_db, sql, what, detail):
    spoil(own_db, sql)
    row = wrong(cli, own_db)
    assert row["what"] == what and detail in row["detail"]


def test_a_file_from_the_future_tells_of_the_clock(cli, own_db):
    ahead = time.time() + 7200
    os.utime(own_db.parent / "captures", (ahead, ahead))
    assert wrong(cli, own_db)["what"] == "clock"


def test_little_space_is_told_before_it_is_none(cli, own_db, monkeypatch):
    monkeypatch.setattr(doctor, "LITTLE_SPACE", 10**18)
    assert "MB free" in wrong(cli, own_db)["detail"]


def test_damaged_evidence_ends_with_65(cli, own_db):
    body = next(path for path in (own_db.parent / "captures").rglob("*") if path.is_file())
    body.write_bytes(b"")
    assert wrong(cli, own_db, 65)["what"] == "database"
