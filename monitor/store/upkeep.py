"""Keeping the database: is all of it true, a copy while it is in use, and the way back."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path

from monitor.errors import StoreDamaged, StoreError, StoreUnusable
from monitor.store.codec import named, sha256
from monitor.store.connection import plain_errors
from monitor.store.evidence import body_path, read_body
from monitor.store.log import Log

__all__ = ["Upkeep", "restore"]

_MOST = 20
"""So many problems of one kind are listed; the rest is counted."""


class Upkeep(Log):
    """The part of the store that checks and copies."""

    def verify(self) -> list[str]:
        """Everything that does not hold, one line each; empty when all is well.

        SQLite's own integrity, foreign keys, the text index, captured bytes against their hashes, texts against
        theirs, every figure's span against its text, and the sealed log.
        """
        checks = (self._integrity, self._keys, self._index, self._bodies, self._texts, self._spans, self._verdicts)
        problems = self._integrity_of_pages()
        if problems:
            return problems
        for check in checks:
            problems += _few(list(check()))
        return problems + self._log_problems()

    def backup(self, target: Path) -> None:
        """A copy of the database at `target` and of its captures in the folder `target`.captures, while in use.

        The database is copied first: every capture that it names is on the disk by then. An existing target is
        replaced only when the copy is whole.
        """
        with plain_errors(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh = target.with_name(f".{target.name}.new")
            with suppress(FileNotFoundError):
                fresh.unlink()
            try:
                with closing(sqlite3.connect(fresh)) as copy:
                    self._db.conn.backup(copy)
                    copy.execute("PRAGMA journal_mode = DELETE")
                for digest in self._digests(fresh):
                    _copy_body(self.captures, _beside(target), digest)
                _sync(fresh)
                fresh.replace(target)
            except BaseException:
                fresh.unlink(missing_ok=True)
                raise

    def _digests(self, copy: Path) -> list[str]:
        with closing(sqlite3.connect(copy)) as conn:
            return [digest for (digest,) in conn.execute("SELECT DISTINCT sha256 FROM capture")]

    def _integrity_of_pages(self) -> list[str]:
        try:
            rows = self._rows("PRAGMA integrity_check(20)")
        except StoreDamaged as damaged:
            return [f"database: {damaged.message}"]
        return [f"database: {text}" for (text,) in rows if text != "ok"]

    def _integrity(self) -> Iterator[str]:
        for row in self._rows("SELECT id FROM entry WHERE state = 'captured' AND capture_id IS NULL"):
            yield f"{named('entry', row['id'])}: captured, but without a capture"
        for row in self._rows(
            "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM version WHERE article_id = a.id)"
        ):
            yield f"{named('article', row['id'])}: has no version"

    def _keys(self) -> Iterator[str]:
        for table, row, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield f"{table} row {row}: what it refers to in {parent} is gone"

    def _index(self) -> Iterator[str]:
        try:
            self._run("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
        except StoreDamaged:
            yield "article_fts: the text index differs from the texts"

    def _bodies(self) -> Iterator[str]:
        for row in self._rows("SELECT min(id) AS id, sha256 FROM capture GROUP BY sha256"):
            try:
                read_body(self.captures, row["sha256"])
            except StoreError as wrong:
                yield f"{named('capture', row['id'])}: {wrong.message} ({body_path(self.captures, row['sha256'])})"

    def _texts(self) -> Iterator[str]:
        for row in self._rows("SELECT id, text, text_sha256 FROM version"):
            if sha256(row["text"]) != row["text_sha256"]:
                yield f"{named('version', row['id'])}: the text differs from its hash"

    def _spans(self) -> Iterator[str]:
        sql = """
        SELECT f.id FROM figure f JOIN version v ON v.id = f.version_id
        WHERE substr(v.text, f.start_char + 1, f.end_char - f.start_char) <> f.quote
        """
        for row in self._rows(sql):
            if not self._span_holds(row["id"]):
                yield f"{named('figure', row['id'])}: its span of the text is not its quote"

    def _span_holds(self, figure_id: int) -> bool:
        """In Python, for texts with NUL, where SQLite's substr stops."""
        columns = "v.text, f.start_char, f.end_char, f.quote"
        sql = f"SELECT {columns} FROM figure f JOIN version v ON v.id = f.version_id WHERE f.id = ?"
        text, start, end, quote = self._rows(sql, (figure_id,))[0]
        return bool(text[start:end] == quote)

    def _verdicts(self) -> Iterator[str]:
        """Every verdict stands in the sealed log with the same rule and kind."""
        logged: dict[str, set[tuple[str | None, str]]] = {}
        for row in self._rows("SELECT data FROM event_log WHERE kind = 'judged'"):
            for name, kind, rule, *_ in json.loads(row["data"])["verdicts"]:
                logged.setdefault(name, set()).add((kind, rule))
        for row in self._rows("SELECT figure_id, kind, rule FROM verdict"):
            if (row["kind"], row["rule"]) not in logged.get(named("figure", row["figure_id"]), set()):
                yield f"{named('figure', row['figure_id'])}: its verdict is not the one in the log"


def restore(source: Path, path: Path, captures: Path) -> Path | None:
    """Put a backup in place of the database; gives where the old one was moved, None when there was none.

    The backup is checked first (StoreDamaged, StoreUnusable) and never changed. Nothing may use the database meanwhile.
    """
    with plain_errors(source):
        _check_backup(source)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        shutil.copyfile(source, fresh)
        _sync(fresh)
        for file in _beside(source).glob("*/*.z"):
            _copy_body(_beside(source), captures, file.stem)
        aside = _aside(path)
        fresh.replace(path)
    return aside


def _check_backup(source: Path) -> None:
    if not source.is_file():
        raise StoreUnusable("there is no such backup", subject=str(source), mend="name a file made by `monitor backup`")
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        found = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
        ours = conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'event_log'").fetchone()[0]
    if found != "ok" or not ours:
        raise StoreDamaged("is not a whole backup of monitor", subject=str(source), mend="name another backup")


def _aside(path: Path) -> Path | None:
    """Move the database at `path` and its journal out of the way, to the first name that is free."""
    if not path.exists():
        return None
    aside = next(free for n in count(1) if not (free := path.with_name(f"{path.name}.before-restore-{n}")).exists())
    for ending in ("-wal", "-shm", ""):
        old = path.with_name(path.name + ending)
        if old.exists():
            old.replace(aside.with_name(aside.name + ending))
    return aside


def _beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.captures")


def _copy_body(source: Path, target: Path, digest: str) -> None:
    old, new = body_path(source, digest), body_path(target, digest)
    if new.exists() or not old.exists():
        return
    new.parent.mkdir(parents=True, exist_ok=True)
    fresh = new.with_name(f".new-{digest}")
    shutil.copyfile(old, fresh)
    _sync(fresh)
    fresh.replace(new)


def _sync(file: Path) -> None:
    with file.open("rb+") as open_file:
        os.fsync(open_file.fileno())


def _few(problems: list[str]) -> list[str]:
    more = [f"... and {len(problems) - _MOST} more of this kind"] if len(problems) > _MOST else []
    return problems[:_MOST] + more
