"""What feeds missed and what is wrong with them: gaps with their progress, moves, alarms and the notices about them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import cast

from monitor import schedule
from monitor.model import FeedDocument, FeedState
from monitor.store.codec import clean, json_text, named, stamp, when
from monitor.store.log import Log
from monitor.store.rows import Gap, Row

__all__ = ["Missed"]

_GAPS = "SELECT g.*, f.name AS feed FROM gap g JOIN feed f ON f.id = g.feed_id WHERE"

_NOTICES = """
SELECT n.id, n.key, n.channel, n.attempts, a.alarm, a.since, a.opened_at, f.id AS feed_id, f.name AS feed, f.url,
  json_extract(f.state, '$.rhythm') AS rhythm, p.detail
FROM feed_notice n JOIN feed_alarm a ON a.id = n.alarm_id JOIN feed f ON f.id = a.feed_id
LEFT JOIN poll p ON p.id = (SELECT max(id) FROM poll WHERE feed_id = f.id)
WHERE n.state = 'queued' AND n.due <= ? ORDER BY n.due, n.id LIMIT ?
"""


_NOTICE = "INSERT INTO feed_notice (key, alarm_id, channel, state, due) VALUES (?, ?, ?, 'queued', ?)"


class Missed(Log):
    """The part of the store about gaps, moves and alarms of feeds."""

    def gaps(self, *, open_only: bool = True) -> list[Gap]:
        """What was missed between two polls, oldest first."""
        return [_gap(row) for row in self._rows(f"{_GAPS} g.state = 'open' OR ? ORDER BY g.id", (not open_only,))]

    def due_gaps(self, now: datetime) -> list[Gap]:
        """Open gaps of enabled feeds that may be worked on now, oldest first."""
        sql = f"{_GAPS} g.state = 'open' AND f.enabled AND coalesce(g.next_try, '') <= ? ORDER BY g.id"
        return [_gap(row) for row in self._rows(sql, (stamp(now),))]

    def keep_gap(self, gap_id: int, progress: str, note: str, next_try: datetime) -> None:
        """An open gap's progress, what can be said of it, and when to go on."""
        sql = "UPDATE gap SET progress = ?, note = ?, next_try = ? WHERE id = ?"
        with self.writing():
            self._run(sql, (progress, clean(note), stamp(next_try), gap_id))

    def close_gap(self, gap_id: int, note: str, now: datetime, *, state: str = "filled") -> None:
        """A gap was filled, or is `given_up`; `note` says how far."""
        sql = "UPDATE gap SET state = ?, note = ?, closed_at = ?, next_try = NULL WHERE id = ?"
        with self.writing():
            self._run(sql, (state, clean(note), stamp(now), gap_id))

    def known_before(self, feed_id: int, names: Collection[str], before: datetime) -> set[str]:
        """Which of these identities and link keys belong to entries that the feed had listed by then."""
        sql = """
        SELECT identity, link_key FROM entry WHERE feed_id = ?1 AND first_seen <= ?2 AND (
          identity IN (SELECT value FROM json_each(?3)) OR link_key IN (SELECT value FROM json_each(?3)))
        """
        asked = {clean(name): name for name in names if name}
        rows = self._rows(sql, (feed_id, stamp(before), json_text(sorted(asked))))
        return {asked[value] for row in rows for value in row if value in asked}

    def moves(self, feed_id: int) -> list[Row]:
        """The permanent redirects that were adopted, oldest first: at, from_url, to_url."""
        sql = "SELECT at, from_url, to_url FROM feed_move WHERE feed_id = ? ORDER BY id"
        return [dict(row) for row in self._rows(sql, (feed_id,))]

    def notices(self, now: datetime, *, limit: int = 50) -> list[Row]:
        """Alarms about feeds on their way to a channel, with all that a message needs."""
        return [
            dict(row) | {"feed_id": named("feed", row["feed_id"])} for row in self._rows(_NOTICES, (stamp(now), limit))
        ]

    def notified(self, notice_id: int, now: datetime) -> None:
        """The channel took it."""
        with self.writing():
            self._run("UPDATE feed_notice SET state = 'sent', sent_at = ? WHERE id = ?", (stamp(now), notice_id))

    def notice_failed(self, notice_id: int, error: str, next_try: datetime) -> None:
        """The channel did not take it; it is tried again then."""
        sql = "UPDATE feed_notice SET attempts = attempts + 1, last_error = ?, due = ? WHERE id = ?"
        with self.writing():
            self._run(sql, (clean(error), stamp(next_try), notice_id))

    def _open_gap(
        self,
        feed_id: int,
        listed: Collection[str],
        document: FeedDocument,
        before: FeedState,
        now: datetime,
        offers: Callable[[], str],
    ) -> int | None:
        """The row of a gap, when a poll that shares nothing with the past shows one."""
        found = schedule.gap(
            {""}, listed, document.entries, last_success=before.last_success, now=now, last_full=before.full_at,
            complete=document.hints.complete,
        )  # fmt: skip
        if found is None:
            return None
        sql = "INSERT INTO gap (feed_id, since, until, state, progress) VALUES (?, ?, ?, 'open', ?)"
        return self._insert(sql, (feed_id, stamp(found.start), stamp(found.end), offers()))

    def _keep_move(self, feed_id: int, before: FeedState, after: FeedState, now: datetime) -> None:
        if before.url != after.url:
            sql = "INSERT INTO feed_move (feed_id, at, from_url, to_url) VALUES (?, ?, ?, ?)"
            self._insert(sql, (feed_id, stamp(now), before.url, after.url))
            self._note("moved", named("feed", feed_id), {"from": before.url, "to": after.url}, now)

    def _open_alarms(self, feeds: Sequence[int]) -> dict[int, int | None]:
        """The open alarm of each of these feeds that has one."""
        sql = """
        SELECT feed_id, id FROM feed_alarm WHERE ended_at IS NULL AND feed_id IN (SELECT value FROM json_each(?))
        """
        return {row[0]: row[1] for row in self._rows(sql, (json_text(feeds),))}

    def _keep_alarm(
        self, feed_id: int, state: FeedState, known: int | None, channels: Sequence[str], now: datetime
    ) -> int | None:
        """Open an alarm when there is cause and none is `known`; end that when the cause is gone. -> what is open"""
        cause = schedule.alarm(state, now)
        if cause is None and known is not None:
            self._run("UPDATE feed_alarm SET ended_at = ? WHERE id = ?", (stamp(now), known))
            self._run("DELETE FROM feed_notice WHERE alarm_id = ? AND state = 'queued'", (known,))
            self._note("feed_well", named("feed", feed_id), {}, now)
        if cause is None or known is not None:
            return known if cause else None
        sql = "INSERT INTO feed_alarm (feed_id, alarm, since, opened_at) VALUES (?, ?, ?, ?)"
        number = self._insert(sql, (feed_id, cause.kind, stamp(cause.since), stamp(now)))
        self._note("feed_alarm", named("feed", feed_id), {"alarm": cause.kind, "since": stamp(cause.since)}, now)
        for channel in channels:
            self._insert(_NOTICE, (f"feed-alarm-{number}-{channel}", number, channel, stamp(now)))
        return number


def _gap(row: sqlite3.Row) -> Gap:
    since, until = cast(datetime, when(row["since"])), cast(datetime, when(row["until"]))
    return Gap(
        row["id"], row["feed_id"], row["feed"], since, until, row["state"], row["note"], row["progress"], row["found"]
    )
