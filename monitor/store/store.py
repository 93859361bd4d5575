"""The database of monitor as one object, put together from its parts."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from monitor.store.again import Again
from monitor.store.backups import restore
from monitor.store.chains import Chains
from monitor.store.entries import Entries
from monitor.store.feeds import Feeds
from monitor.store.lease import Leases
from monitor.store.outbox import Outbox
from monitor.store.pulse import Pulse
from monitor.store.retention import Retention
from monitor.store.verification import Verification

__all__ = ["Store"]


class Store(Feeds, Entries, Again, Outbox, Chains, Pulse, Leases, Retention, Verification):
    """One database file and its captures; docs/data.md has the tables.

    Used from one thread at a time. Whatever sqlite3 or the disk raises arrives as a StoreError of one plain line.
    """

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        captures: Path | None = None,
        create: bool = True,
        reading: bool = False,
        wait: float = 10.0,
    ) -> Store:
        """Open, and where needed create and migrate, the database; use as a context manager.

        `captures` is the folder of captured bodies, by default `captures` beside the database; `wait` the seconds to
        wait for another writer. Who is only `reading` may open what cannot be written; it is `read_only` then.
        StoreTooNew, StoreDamaged, StoreUnusable, StoreLocked.
        """
        return cls(
            path, captures or path.parent / "captures", create=create and not reading, reading=reading, wait=wait
        )

    @staticmethod
    def restore(source: Path, path: Path, *, captures: Path | None = None) -> Path | None:
        """Put the backup `source` in place of the database `path`; gives where the old one lies now."""
        return restore(source, path, captures or path.parent / "captures")

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
