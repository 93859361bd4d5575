"""The rest of the outbox: digests, which hold many flags in one message, and word of channels that are dead."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import groupby

from monitor.store.codec import clean, sha256, stamp, when
from monitor.store.flags import Flags
from monitor.store.rows import DigestRow, Row

__all__ = ["DEAD", "Outbox"]

DEAD = 8
"""A channel is dead when one of its messages failed so often: with the usual waits, for ten minutes."""

_DIGESTS = """
UPDATE delivery SET claimed_until = ?1 WHERE state = 'queued' AND digest IS NOT NULL AND due <= ?2
  AND (claimed_until IS NULL OR claimed_until <= ?2)
RETURNING id, flag_id, channel, digest, attempts
"""

_DEAD = """
SELECT channel, min(queued_at) AS since, count(*) AS waiting, max(attempts) AS attempts, max(last_error) AS detail
FROM delivery WHERE state = 'queued' AND attempts >= ? GROUP BY channel ORDER BY channel
"""

_KEEP_NOTICE = """
INSERT INTO channel_notice (key, about, channel, since, detail, state, due) VALUES (?, ?, ?, ?, ?, 'queued', ?)
ON CONFLICT (key) DO NOTHING
"""


class Outbox(Flags):
    """The part of the store about digests and dead channels."""

    def due_digests(self, now: datetime, *, claim: float = 60.0) -> list[DigestRow]:
        """Digests whose time has come, each whole and claimed for `claim` seconds.

        The key is made of the channel and the day, and is the same at every attempt.
        """
        if not self._value(
            "SELECT 1 FROM delivery WHERE state = 'queued' AND digest <> '' AND due <= ?", (stamp(now),)
        ):
            return []
        with self.writing():
            rows = self._rows(_DIGESTS, (stamp(now + timedelta(seconds=claim)), stamp(now)))
        ordered = sorted(rows, key=lambda row: (row["channel"], row["digest"], row["id"]))
        found = []
        for (channel, day), group in groupby(ordered, key=lambda row: (row["channel"], row["digest"])):
            members = list(group)
            flags = tuple(self.flag_detail(row["flag_id"]) for row in members)
            ids = tuple(int(row["id"]) for row in members)
            key = sha256("digest", channel, day)[:32]
            found.append(DigestRow(key, channel, day, ids, max(row["attempts"] for row in members), flags))
        return found

    def started(self) -> datetime | None:
        """When monitor first looked at a feed with this database; None before."""
        return when(self._value("SELECT min(added_at) FROM feed"))

    def dead_channels(self, attempts: int = DEAD) -> list[Row]:
        """Channels that refused a message so often: since when, how many wait, and the last error."""
        return [dict(row) for row in self._rows(_DEAD, (attempts,))]

    def overdue(self, before: datetime) -> list[Row]:
        """Channels with messages that were due before then and never failed: nobody tried to send them."""
        sql = """SELECT channel, min(due) AS since, count(*) AS waiting FROM delivery
          WHERE state = 'queued' AND attempts = 0 AND due <= ? GROUP BY channel ORDER BY channel"""
        return [dict(row) for row in self._rows(sql, (stamp(before),))]

    def tell_dead(self, channel: str, through: tuple[str, ...], detail: str, now: datetime) -> None:
        """Queue word of a dead channel through the others, once a day."""
        with self.writing():
            for other in through:
                key = sha256("dead", channel, other, f"{now:%Y-%m-%d}")[:32]
                self._run(_KEEP_NOTICE, (key, channel, other, stamp(now), clean(detail), stamp(now)))

    def channel_notices(self, now: datetime) -> list[Row]:
        """Word of dead channels that is due."""
        sql = "SELECT * FROM channel_notice WHERE state = 'queued' AND due <= ? ORDER BY id"
        return [dict(row) for row in self._rows(sql, (stamp(now),))]

    def channel_notified(self, notice_id: int, now: datetime) -> None:
        """The channel took it."""
        with self.writing():
            self._run("UPDATE channel_notice SET state = 'sent', sent_at = ? WHERE id = ?", (stamp(now), notice_id))

    def channel_notice_failed(self, notice_id: int, error: str, next_try: datetime) -> None:
        """The channel did not take it; it is tried again then."""
        sql = "UPDATE channel_notice SET attempts = attempts + 1, last_error = ?, due = ? WHERE id = ?"
        with self.writing():
            self._run(sql, (clean(error), stamp(next_try), notice_id))
