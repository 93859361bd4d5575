"""The append-only log of judgements and human decisions. Each line holds the hash of the one before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from monitor.store.codec import json_text, sha256, stamp
from monitor.store.connection import Connection

__all__ = ["FIRST", "Log", "line_hash"]

FIRST = "0" * 64
"""What the first line holds in the place of a hash."""


def line_hash(previous: str, at: str, kind: str, subject: str, data: str) -> str:
    """The seal of a line: over the line before and all that it says."""
    return sha256(previous, at, kind, subject, data)


class Log(Connection):
    """The part of the store about the log."""

    def seal(self) -> tuple[int, str]:
        """How many lines the log has, and the hash of the last, which seals all of them; empty for none."""
        lines, last = self._rows("SELECT lines, hash FROM log_head")[0]
        return int(lines), str(last)

    def _note(self, kind: str, subject: str, data: Any, now: datetime) -> None:
        """Add a line. Within a transaction, so that no other process adds one between."""
        previous = self._value("SELECT hash FROM event_log ORDER BY id DESC LIMIT 1") or FIRST
        at, text = stamp(now), json_text(data)
        sealed = line_hash(previous, at, kind, subject, text)
        sql = "INSERT INTO event_log (at, kind, subject, data, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?)"
        self._insert(sql, (at, kind, subject, text, previous, sealed))
        self._run("UPDATE log_head SET lines = lines + 1, hash = ?", (sealed,))
