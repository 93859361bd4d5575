"""The connection: opened with care, written to in short transactions, every sqlite3 error told in one plain line."""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from monitor.errors import StoreDamaged, StoreError, StoreLocked, StoreUnusable
from monitor.store.locks import FileLock
from monitor.store.migrations import check_version, migrate, migrations

__all__ = ["Connection", "plain_errors"]

Values = Sequence[Any] | Mapping[str, Any]

_CHECKED = 32_000_000
"""Files of up to so many bytes are checked whole when opened (about 0.1 s); larger ones by `monitor verify`."""

_PAUSE = 0.005
_WAIT = "wait for it to end, or stop it"
_DAMAGED = "restore a backup with `monitor restore FILE`; the damaged file is left as it is"
_SYSTEM = {
    errno.ENOSPC: ("the disk is full", "free some space"),
    errno.EDQUOT: ("the disk quota is used up", "free some space"),
    errno.EROFS: ("the disk is read-only", "choose another place in config.yaml, storage.database"),
    errno.EACCES: ("no permission", "give this user the right to read and write there"),
    errno.EPERM: ("no permission", "give this user the right to read and write there"),
    errno.ENOTDIR: ("a part of the path is a file, not a folder", "choose another place in config.yaml"),
    errno.EFBIG: ("the file may not grow further", "raise the limit of file sizes"),
}


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turns what sqlite3 and the system raise into a StoreError whose subject is `path`."""
    try:
        yield
    except sqlite3.Error as wrong:
        raise _told(wrong, path) from wrong
    except OSError as wrong:
        message, mend = _SYSTEM.get(wrong.errno or 0, (wrong.strerror or str(wrong), "check the disk"))
        raise StoreUnusable(message, subject=str(wrong.filename or path), mend=mend) from wrong


def _told(wrong: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(wrong, "sqlite_errorname", "") or ""
    text, subject = str(wrong), str(path)
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreLocked("another process holds the database", subject=subject, mend=_WAIT)
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or code == "SQLITE_IOERR_SHORT_READ":
        return StoreDamaged(f"the database is damaged ({text})", subject=subject, mend=_DAMAGED)
    if code.startswith("SQLITE_FULL"):
        return StoreUnusable("the disk is full", subject=subject, mend="free some space")
    if code.startswith("SQLITE_READONLY"):
        return StoreUnusable(
            "the database is read-only", subject=subject, mend="give this user the right to write there"
        )
    if code.startswith(("SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        mend = "check that its folder exists and that this user may write there"
        return StoreUnusable("the database cannot be opened", subject=subject, mend=mend)
    if code.startswith("SQLITE_IOERR"):
        return StoreUnusable(
            f"the disk fails ({text})", subject=subject, mend="check disk and cables; see `monitor verify`"
        )
    return StoreDamaged(
        f"the database does not hold what it should ({text})", subject=subject, mend="run `monitor verify`"
    )


class Connection:
    """One open database and its folder of captures. Built by `Store.open`; used from one thread at a time."""

    def __init__(self, path: Path, captures: Path, *, create: bool, reading: bool, wait: float) -> None:
        self.path, self.captures = path, captures
        self._depth, self._wait, self._how = 0, wait, "FULL"
        self._turn = FileLock(path.with_name(f"{path.name}.lock"))
        self._sending = FileLock(path.with_name(f"{path.name}.outbox.lock"))
        with plain_errors(path):
            _look(path, create)
            self.read_only = reading and not _writable(path)
            self._db = Database(_connect(path, wait, self.read_only))
            try:
                _check(self._db, path, wait, create)
                if self.read_only:
                    _check_age(self._db, path)
                else:
                    _prepare(self._db, wait)
                    migrate(self._db, path)
            except BaseException:
                self._db.close()
                raise

    def close(self) -> None:
        """Close the database; what was committed stays."""
        with plain_errors(self.path):
            self._db.close()
            self._turn.close()
            self._sending.close()

    @contextmanager
    def writing(self, *, durable: bool = True) -> Iterator[None]:
        """A short BEGIN IMMEDIATE .. COMMIT, rolled back on any exception; within another one it joins that one.

        What is not `durable` outlives every crash of ours, but a power cut may take it back, whole, until the next
        durable one or checkpoint: for what can simply be asked again. It spares waiting for the disk (DESIGN 6).

        One process at a time writes and checkpoints: SQLite before 3.51.3 may damage a file where two do (DESIGN 15).
        """
        if self._depth:
            yield
            return
        with plain_errors(self.path), self._taking_turns():
            self._synchronous("FULL" if durable else "NORMAL")
            self._db.conn.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._db.conn.execute("COMMIT")
            except BaseException:
                _roll_back(self._db.conn)
                raise
            finally:
                self._depth -= 1

    def _synchronous(self, how: str) -> None:
        if how != self._how:
            self._db.conn.execute(f"PRAGMA synchronous = {how}")
            self._how = how

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        if not self._turn.acquire(self._wait):
            raise StoreLocked("another process holds the database", subject=str(self.path), mend=_WAIT)
        try:
            yield
        finally:
            self._turn.release()

    def _run(self, sql: str, values: Values = ()) -> int:
        """Execute one statement; gives the number of rows it changed."""
        with plain_errors(self.path):
            return int(self._db.conn.execute(sql, values).rowcount)

    def _many(self, sql: str, rows: Sequence[Values]) -> None:
        """Execute one statement for each of the rows."""
        with plain_errors(self.path):
            self._db.conn.executemany(sql, rows)

    def _together(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute one statement for all of the rows at once, which stand as a list of VALUES where `sql` has ``{}``.

        A thread waits for the interpreter once, not with each row: that is dear where another thread computes.
        """
        if rows:
            places = f"({', '.join('?' * len(rows[0]))})"
            self._run(sql.format(", ".join([places] * len(rows))), [value for row in rows for value in row])

    def _insert(self, sql: str, values: Values = ()) -> int:
        """Execute one INSERT; gives the new row's id."""
        with plain_errors(self.path):
            return int(self._db.conn.execute(sql, values).lastrowid or 0)

    def _rows(self, sql: str, values: Values = ()) -> list[sqlite3.Row]:
        with plain_errors(self.path):
            return list(self._db.conn.execute(sql, values))

    def _each(self, sql: str, values: Values = ()) -> Iterator[sqlite3.Row]:
        """The rows one by one: for what may be too much to hold."""
        with plain_errors(self.path):
            yield from self._db.conn.execute(sql, values)

    @contextmanager
    def _at_one_instant(self) -> Iterator[None]:
        """What is read within is the database of one instant, whatever others commit meanwhile."""
        with plain_errors(self.path):
            self._db.conn.execute("BEGIN")
            try:
                yield
            finally:
                _roll_back(self._db.conn)

    def _row(self, sql: str, values: Values = ()) -> sqlite3.Row | None:
        with plain_errors(self.path):
            found: sqlite3.Row | None = self._db.conn.execute(sql, values).fetchone()
            return found

    def _value(self, sql: str, values: Values = ()) -> Any:
        """The first column of the first row, or None."""
        found = self._row(sql, values)
        return found[0] if found else None


def _look(path: Path, create: bool) -> None:
    if not create and not path.exists():
        raise StoreUnusable("there is no such database", subject=str(path), mend="run `monitor catch-up` to make one")
    if path.is_dir():
        raise StoreUnusable("is a folder, not a database", subject=str(path), mend="name a file in it")
    if create:
        path.parent.mkdir(parents=True, exist_ok=True)


def _writable(path: Path) -> bool:
    """Writing makes files beside the database too."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _connect(path: Path, wait: float, read_only: bool) -> sqlite3.Connection:
    conn = sqlite3.connect(
        _read_only(path) if read_only else path,
        timeout=wait, isolation_level=None, check_same_thread=False, uri=read_only,
    )  # fmt: skip
    conn.row_factory = sqlite3.Row
    return conn


def _read_only(path: Path) -> str:
    """The database as an address to read from. With nobody at work on it SQLite makes no files beside it."""
    beside = (path.with_name(f"{path.name}-{name}") for name in ("wal", "shm", "journal"))
    at_work = any(file.exists() and file.stat().st_size for file in beside)
    return f"{path.absolute().as_uri()}?mode=ro" + ("" if at_work else "&immutable=1")


def _check(db: Database, path: Path, wait: float, create: bool) -> None:
    """Look before the first byte is written: a newer or damaged file must stay as it is, and turning WAL on writes."""
    db.conn.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
    if check_version(db, path) == 0 and not create:
        mend = "run `monitor catch-up` to make one, or `monitor restore FILE`"
        raise StoreUnusable("is empty: there is no database in it", subject=str(path), mend=mend)
    if path.stat().st_size <= _CHECKED and (found := db.conn.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
        raise StoreDamaged(f"the database is damaged ({' '.join(found.split())})", subject=str(path), mend=_DAMAGED)


def _check_age(db: Database, path: Path) -> None:
    """What cannot be written cannot be brought to the newest schema either."""
    version, known = check_version(db, path), len(migrations())
    if version < known:
        message = f"was written by an older monitor (schema {version}, this program reads {known}) and is read-only"
        raise StoreUnusable(message, subject=str(path), mend="open it once where it can be written: monitor flags")


def _prepare(db: Database, wait: float) -> None:
    _turn_wal_on(db.conn, wait)
    db.conn.execute("PRAGMA synchronous = FULL")
    db.conn.execute("PRAGMA foreign_keys = ON")
    db.conn.execute("PRAGMA recursive_triggers = ON")


def _turn_wal_on(conn: sqlite3.Connection, wait: float) -> None:
    """Ask again where another has begun to write: here SQLite refuses at once, whatever its busy_timeout.

    So two processes meet that open a new database in one instant.
    """
    until = time.monotonic() + wait
    while True:
        try:
            conn.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as wrong:
            if wrong.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _roll_back(conn: sqlite3.Connection) -> None:
    """Undo what is open; after a full disk SQLite may have done so itself."""
    if conn.in_transaction:
        conn.execute("ROLLBACK")
