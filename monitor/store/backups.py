"""A backup is one tar file: the database as it stood at one instant, every capture that it names, and a manifest."""

from __future__ import annotations

import io
import json
import os
import re
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import IO

from sqlite_utils import Database

from monitor.errors import StoreDamaged, StoreLocked, StoreUnusable
from monitor.store.connection import Connection, plain_errors
from monitor.store.evidence import body_path, write_record
from monitor.store.locks import FileLock
from monitor.store.migrations import check_version

__all__ = ["Backups", "restore"]

_DATABASE, _MANIFEST = "monitor.sqlite", "manifest.json"
_CAPTURE = re.compile(r"captures/[0-9a-f]{2}/([0-9a-f]{64})\.warc\.gz")
_ANOTHER = "name another backup"
_KEPT = "SELECT DISTINCT sha256 FROM capture WHERE dropped_at IS NULL ORDER BY sha256"


class Backups(Connection):
    """The part of the store that saves it elsewhere."""

    def backup(self, target: Path) -> list[str]:
        """Save database and captures in the tar file `target`, while in use; gives the paths of captures that are gone.

        The database is copied first: every capture that it names is on the disk by then. An existing target is
        replaced only when the copy is whole. StoreUnusable, StoreLocked (while `tidy` removes captures).
        """
        fresh, copy = (target.with_name(f".{target.name}.{ending}") for ending in ("new", "sqlite"))
        with plain_errors(target), self.keeping():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._copy_to(copy)
                gone = self._pack(copy, fresh)
                fresh.replace(target)
            finally:
                for file in (fresh, copy):
                    file.unlink(missing_ok=True)
        return gone

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Keep other processes from removing captures meanwhile; none does where nobody may write. StoreLocked when
        one is at it."""
        if self.read_only:
            yield
            return
        with _locked(self.path, "captures", "a backup or `monitor tidy` is at work"):
            yield

    def _copy_to(self, copy: Path) -> None:
        copy.unlink(missing_ok=True)
        with closing(sqlite3.connect(copy)) as conn:
            self._db.conn.backup(conn)
            conn.execute("PRAGMA journal_mode = DELETE")

    def _pack(self, copy: Path, fresh: Path) -> list[str]:
        with closing(sqlite3.connect(copy)) as conn:
            digests = [digest for (digest,) in conn.execute(_KEPT)]
        gone = []
        with fresh.open("wb") as file:
            with tarfile.open(fileobj=file, mode="w") as tar:
                tar.add(copy, _DATABASE)
                for digest in digests:
                    path = body_path(self.captures, digest)
                    try:
                        tar.add(path, f"captures/{digest[:2]}/{path.name}")
                    except FileNotFoundError:
                        gone.append(str(path))
                _add_manifest(tar, len(digests) - len(gone))
            file.flush()
            os.fsync(file.fileno())
        return gone


def restore(source: Path, path: Path, captures: Path) -> Path | None:
    """Put a backup in place of the database; gives where the old one was moved, None when there was none.

    The backup is read whole and checked before anything is replaced, and never changed. StoreDamaged and StoreTooNew
    for one that cannot be used, StoreLocked while a daemon works on the database.
    """
    if not source.is_file():
        raise StoreUnusable("there is no such backup", subject=str(source), mend="name a file made by `monitor backup`")
    fresh = path.with_name(f".{path.name}.new")
    with plain_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _locked(path, "daemon", "a daemon works on this database"), _removed_on_failure(fresh):
            _unpack(source, fresh, captures)
            _check(fresh, source)
            aside = _aside(path)
            fresh.replace(path)
    return aside


@contextmanager
def _removed_on_failure(fresh: Path) -> Iterator[None]:
    """Remove the half-made file when what is done meanwhile fails."""
    try:
        yield
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise


def _add_manifest(tar: tarfile.TarFile, captures: int) -> None:
    data = json.dumps({"captures": captures}).encode()
    member = tarfile.TarInfo(_MANIFEST)
    member.size = len(data)
    tar.addfile(member, io.BytesIO(data))


def _unpack(source: Path, fresh: Path, captures: Path) -> None:
    """The database to `fresh`, each capture to its place unless a sound one is there; the manifest comes last."""
    found, expected = 0, -1
    try:
        with tarfile.open(source) as tar:
            for member in tar:
                file = tar.extractfile(member)
                if file is None:
                    continue
                if member.name == _DATABASE:
                    _write_database(file, fresh)
                elif member.name == _MANIFEST:
                    expected = int(json.load(file)["captures"])
                elif known := _CAPTURE.fullmatch(member.name):
                    write_record(captures, known[1], file.read())
                    found += 1
    except (tarfile.TarError, EOFError, ValueError, KeyError) as wrong:
        raise StoreDamaged("is not a whole backup of monitor", subject=str(source), mend=_ANOTHER) from wrong
    if found != expected or not fresh.exists():
        raise StoreDamaged("is not a whole backup of monitor", subject=str(source), mend=_ANOTHER)


def _write_database(file: IO[bytes], fresh: Path) -> None:
    with fresh.open("wb") as out:
        while piece := file.read(1 << 20):
            out.write(piece)
        out.flush()
        os.fsync(out.fileno())


def _check(fresh: Path, source: Path) -> None:
    with closing(sqlite3.connect(f"{fresh.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as conn:
        try:
            found = conn.execute("PRAGMA integrity_check(1)").fetchone()[0]
            ours = conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'event_log'").fetchone()[0]
        except sqlite3.DatabaseError:
            found, ours = "no database", 0
        if found != "ok" or not ours:
            raise StoreDamaged("is not a whole backup of monitor", subject=str(source), mend=_ANOTHER)
        check_version(Database(conn), source)


def _aside(path: Path) -> Path | None:
    """Move the database at `path` and its journal out of the way, to the first name that is free."""
    if not path.exists():
        return None
    aside = next(free for n in count(1) if not (free := path.with_name(f"{path.name}.before-restore-{n}")).exists())
    for ending in ("-wal", "-shm", ""):
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).replace(aside.with_name(aside.name + ending))
    return aside


@contextmanager
def _locked(path: Path, name: str, trouble: str) -> Iterator[None]:
    lock = FileLock(path.with_name(f"{path.name}.{name}.lock"))
    try:
        if not lock.acquire():
            raise StoreLocked(trouble, subject=str(path), mend="wait for it to end, or stop it")
        yield
    finally:
        lock.close()
