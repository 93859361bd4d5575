"""Numbered migrations: db/0001_initial.sql and so on, each in one transaction of its own. user_version counts them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from monitor.errors import StoreDamaged, StoreTooNew, StoreUnusable

__all__ = ["check_version", "migrate", "migrations", "statements"]

_APPLICATION = 0x6D6F6E69
"""`moni` in SQLite's application_id: tells our files from other programs' databases."""


def migrate(db: Database, path: Path) -> None:
    """Bring the database to the newest schema. StoreTooNew: a newer program wrote it; StoreDamaged: not ours."""
    steps = migrations()
    version = check_version(db, path)
    for number, step in enumerate(steps[version:], version + 1):
        _apply(db, number, step)


def check_version(db: Database, path: Path) -> int:
    """The schema's number, 0 for an empty file; reads only. Raises as `migrate`."""
    version, known = _version(db), len(migrations())
    if version > known:
        message = f"was written by a newer monitor (schema {version}, this program knows {known})"
        raise StoreTooNew(message, subject=str(path), mend="install the newer version")
    if version == 0 and _foreign(db) and _version(db) == 0:  # asked again: another process may be creating it
        raise StoreDamaged("is a database of another program", subject=str(path), mend="name another file")
    return _version(db)


def migrations() -> list[Path]:
    """The migration files in order: beside the package in a checkout, inside it in an installed wheel."""
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_db", package.parent / "db"):
        if found := sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql")):
            return found
    raise StoreUnusable("the migrations are missing", subject=str(package / "_db"), mend="install monitor again")


def statements(script: str) -> Iterator[str]:
    """The statements of a script one by one; triggers, comments and strings may hold semicolons."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""
    if any(line.strip() and not line.strip().startswith("--") for line in statement.splitlines()):
        raise ValueError("the last statement is not complete")


def _version(db: Database) -> int:
    return int(db.conn.execute("PRAGMA user_version").fetchone()[0])


def _foreign(db: Database) -> bool:
    return bool(db.conn.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])


def _apply(db: Database, number: int, step: Path) -> None:
    """One migration; another process that did it meanwhile is found out under the lock."""
    db.conn.execute("BEGIN IMMEDIATE")
    try:
        if _version(db) < number:
            for statement in statements(step.read_text(encoding="utf-8")):
                db.conn.execute(statement)
            db.conn.execute(f"PRAGMA application_id = {_APPLICATION}")
            db.conn.execute(f"PRAGMA user_version = {number}")
        db.conn.execute("COMMIT")
    except BaseException:
        if db.conn.in_transaction:
            db.conn.execute("ROLLBACK")
        raise
