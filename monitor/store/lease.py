"""One process at a time under a name: a lock file beside the database, and a row that tells whose it is."""

from __future__ import annotations

import fcntl
import os
from datetime import datetime
from pathlib import Path
from types import TracebackType

from monitor.errors import StoreLocked
from monitor.store.codec import stamp
from monitor.store.connection import Connection, plain_errors

__all__ = ["Lease", "Leases"]

_TAKE = """
INSERT INTO lease (name, pid, taken_at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET pid = excluded.pid, taken_at = excluded.taken_at
"""


class Lease:
    """A name held until `release`, the end of the `with` block, or the end of the process: the system sees to it."""

    def __init__(self, path: Path, number: int) -> None:
        self.path, self._number = path, number

    def release(self) -> None:
        """Give the name back; harmless when repeated."""
        if self._number >= 0:
            os.close(self._number)
            self._number = -1

    def __enter__(self) -> Lease:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


class Leases(Connection):
    """The part of the store about leases."""

    def lease(self, name: str, pid: int, now: datetime) -> Lease:
        """Hold `name` on this database. StoreLocked names the process that holds it; a dead one holds nothing."""
        path = self.path.with_name(f"{self.path.name}.{name}.lock")
        with plain_errors(path):
            number = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            lease = Lease(path, number)
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lease.release()
                raise self._held(name) from None
        try:
            with self.writing():
                self._run(_TAKE, (name, pid, stamp(now)))
        except BaseException:
            lease.release()
            raise
        return lease

    def _held(self, name: str) -> StoreLocked:
        pid = self._value("SELECT pid FROM lease WHERE name = ?", (name,))
        message = f"a {name} works on this database already (pid {pid})"
        return StoreLocked(message, subject=str(self.path), mend=f"stop it first: kill {pid}")
