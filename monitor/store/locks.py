"""Locks on files that end with the process that holds them, however it ends."""

from __future__ import annotations

import fcntl
import os
import time
from pathlib import Path

__all__ = ["FileLock"]

_PAUSE = 0.005
_OPEN: set[int] = set()


class FileLock:
    """A lock on `path` (flock), made when missing; for one holder or, shared, for many. Raises the system's OSError.

    Forked children give up their share at once: a worker that outlives its killed parent must not keep the lock.
    """

    def __init__(self, path: Path) -> None:
        self.path, self._number = path, -1

    def acquire(self, wait: float = 0.0, *, shared: bool = False) -> bool:
        """Take the lock within `wait` seconds; False when another holds it all the while.

        `shared` stands beside other shared ones, and turns a lock that is held already into a shared one.
        """
        if self._number < 0:
            self._number = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            _OPEN.add(self._number)
            _hand_over(self._number, self.path.parent)
        until = time.monotonic() + wait
        while not self._taken(fcntl.LOCK_SH if shared else fcntl.LOCK_EX):
            if time.monotonic() >= until:
                return False
            time.sleep(_PAUSE)
        return True

    def release(self) -> None:
        """Give the lock back; harmless when it is not held."""
        if self._number >= 0:
            fcntl.flock(self._number, fcntl.LOCK_UN)

    def close(self) -> None:
        """Give the lock back for good and close the file; harmless when repeated."""
        if self._number >= 0:
            self.release()
            os.close(self._number)
            _OPEN.discard(self._number)
            self._number = -1

    def _taken(self, kind: int) -> bool:
        try:
            fcntl.flock(self._number, kind | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


def _hand_over(number: int, folder: Path) -> None:
    """What root makes belongs to the owner of the folder: `sudo monitor backup` must not lock the service out."""
    owner = folder.stat()
    if os.geteuid() == 0 and os.fstat(number).st_uid != owner.st_uid:
        os.fchown(number, owner.st_uid, owner.st_gid)


def _let_go() -> None:
    """In a forked child: its copies of the descriptors would keep the parent's locks alive."""
    for number in _OPEN:
        os.close(number)
    _OPEN.clear()


os.register_at_fork(after_in_child=_let_go)
