"""The append-only log of judgements and human decisions. Each line holds the hash of the one before."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from monitor.store.codec import json_text, sha256, stamp
from monitor.store.connection import Connection

__all__ = ["Log"]

_FIRST = "0" * 64


class Log(Connection):
    """The part of the store about the log."""

    def _note(self, kind: str, subject: str, data: Any, now: datetime) -> None:
        """Add a line. Within a transaction, so that no other process adds one between."""
        previous = self._value("SELECT hash FROM event_log ORDER BY id DESC LIMIT 1") or _FIRST
        at, text = stamp(now), json_text(data)
        sql = "INSERT INTO event_log (at, kind, subject, data, prev_hash, hash) VALUES (?, ?, ?, ?, ?, ?)"
        self._insert(sql, (at, kind, subject, text, previous, sha256(previous, at, kind, subject, text)))

    def _log_problems(self) -> list[str]:
        """Lines of the log that do not hold; one sentence for the first break, as all after it follow from it."""
        previous = _FIRST
        for row in self._rows("SELECT * FROM event_log ORDER BY id"):
            sealed = sha256(previous, row["at"], row["kind"], row["subject"], row["data"])
            if row["prev_hash"] != previous or row["hash"] != sealed:
                return [f"event_log: line {row['id']} was changed, or lines before it were removed"]
            previous = row["hash"]
        return []
