"""One process at a time under a name: a lock file beside the database, and a row that tells whose it is."""

from __future__ import annotations

from datetime import datetime
from types import TracebackType

from monitor.errors import StoreLocked
from monitor.store.codec import stamp
from monitor.store.connection import Connection, plain_errors
from monitor.store.locks import FileLock

__all__ = ["Lease", "Leases"]

_TAKE = """
INSERT INTO lease (name, pid, taken_at) VALUES (?, ?, ?)
ON CONFLICT (name) DO UPDATE SET pid = excluded.pid, taken_at = excluded.taken_at
"""


class Lease:
    """A name held until `release`, the end of the `with` block, or the end of the process: the system sees to it."""

    def __init__(self, lock: FileLock) -> None:
        self._lock = lock

    def release(self) -> None:
        """Give the name back; harmless when repeated."""
        self._lock.close()

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
        lock = FileLock(path)
        lease = Lease(lock)
        with plain_errors(path):
            if not lock.acquire():
                lease.release()
                raise self._held(name)
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
