"""Entries on their way: waiting, captured, read, failed; and the captures they led to."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import cast

from monitor.errors import UsageError
from monitor.model import Answer, Validators
from monitor.store.codec import clean, json_text, named, stamp, when
from monitor.store.connection import Connection
from monitor.store.evidence import keep_body, read_body
from monitor.store.rows import Evidence, PendingEntry

__all__ = ["Entries"]

_COLUMNS = """
SELECT e.*, f.name AS feed, f.publisher, coalesce(e.language, f.language) AS lang, c.headers AS known_headers
FROM entry e JOIN feed f ON f.id = e.feed_id LEFT JOIN capture c ON c.id = e.capture_id
"""

_WAITING = """
WHERE e.id IN (SELECT id FROM entry WHERE state IN ('new', 'failed') AND next_try <= :now
    UNION SELECT id FROM entry WHERE next_read <= :due)
"""

_WAITING_OF = """
WHERE e.id IN (
    SELECT id FROM entry WHERE state IN ('new', 'failed') AND feed_id IN (SELECT value FROM json_each(:feeds))
      AND next_try <= :now
    UNION SELECT w.id FROM entry j JOIN entry w ON w.id = j.same_as
      WHERE j.state = 'joined' AND j.feed_id IN (SELECT value FROM json_each(:feeds)) AND j.next_try >= :joined
      AND w.state IN ('new', 'failed') AND w.next_try <= :now
    UNION SELECT r.id FROM entry r WHERE r.next_read <= :due AND (
      r.feed_id IN (SELECT value FROM json_each(:feeds)) OR EXISTS (
        SELECT 1 FROM entry j WHERE j.same_as = r.id AND j.feed_id IN (SELECT value FROM json_each(:feeds)))))
"""
"""Of some feeds: what they list themselves, and what they joined within a week (their `next_try` is when)."""

_JOINED = timedelta(days=7)

_NARROWED = """
AND (:feeds IS NULL OR e.feed_id IN (SELECT value FROM json_each(:feeds)) OR EXISTS (
  SELECT 1 FROM entry j WHERE j.same_as = e.id AND j.feed_id IN (SELECT value FROM json_each(:feeds))))
"""

_ORDERED = "ORDER BY e.when_sort, e.id LIMIT :limit"

_IN_TURN = """
ORDER BY row_number() OVER (
  PARTITION BY e.feed_id ORDER BY e.attempts > 0, e.published IS NULL, e.when_sort DESC, e.id), e.id LIMIT :limit
"""
"""Where not all can be read, each feed has its turn, with its newest first: a feed that lists 20,000 entries must not
keep the others waiting, nor its own news."""

TRIES = 2
"""So often one version of the parser reads bytes that kill it: once more, as the machine may be at fault."""

_KILLED = """
INSERT INTO unreadable (sha256, parser, times, reason, last_at) VALUES (?, ?, 1, ?, ?)
ON CONFLICT (sha256, parser) DO UPDATE SET times = times + 1, reason = excluded.reason, last_at = excluded.last_at
"""


class Entries(Connection):
    """The part of the store about entries and captures."""

    def pending(
        self,
        now: datetime | None,
        *,
        limit: int | None = None,
        feeds: Collection[int] | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
    ) -> list[PendingEntry]:
        """Entries whose page is to be fetched, in order of publication: new, failed and due again, due for rereading.

        Of more than `limit` those are given that each feed listed last; untried ones go before failed ones.
        `now` None ignores the waiting time of failed ones (not of those given up). `since` (included) and `until`
        (excluded) look at the publication, or the first sight of entries without one.
        """
        asked = {
            "now": _stamp(now) or "9", "due": _stamp(now) or "", "limit": -1 if limit is None else limit,
            "feeds": _ids(feeds), "since": _stamp(since) or "", "until": _stamp(until) or "9",
            "joined": stamp(now - _JOINED) if now else "",
        }  # fmt: skip
        sql = (
            _COLUMNS
            + (_WAITING if feeds is None else _WAITING_OF)
            + "AND e.when_sort >= :since AND e.when_sort < :until "
            + _IN_TURN
        )
        rows = sorted(self._rows(sql, asked), key=lambda row: (row["when_sort"], row["id"]))
        return [_pending(row) for row in rows]

    def captured(self, *, limit: int | None = None, feeds: Collection[int] | None = None) -> list[PendingEntry]:
        """Entries captured but not read yet, a crash or a moment ago: read them from `capture_body(capture_id)`."""
        asked = {"limit": -1 if limit is None else limit, "feeds": _ids(feeds)}
        sql = _COLUMNS + "WHERE e.state = 'captured' " + _NARROWED + _ORDERED
        return [_pending(row) for row in self._rows(sql, asked)]

    def save_capture(self, answer: Answer, entry_id: int | None = None) -> int:
        """Keep an answer as evidence; gives the capture's id. The body is on the disk before the row names it.

        With `entry_id` the entry is captured by it.
        """
        digest = keep_body(self.captures, answer)
        values = (
            clean(answer.url), clean(answer.final_url), stamp(answer.fetched_at), answer.status,
            clean(json_text(answer.headers)), digest, len(answer.body),
        )  # fmt: skip
        columns = "url, final_url, captured_at, status, headers, sha256, bytes"
        sql = f"INSERT INTO capture ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        with self.writing():
            keep_body(self.captures, answer)  # again: retention may have removed these very bytes in between
            capture_id = self._insert(sql, values)
            if entry_id is not None:
                update = (
                    "UPDATE entry SET state = 'captured', capture_id = ?, reason = NULL, next_read = NULL WHERE id = ?"
                )
                self._run(update, (capture_id, entry_id))
        return capture_id

    def capture(self, capture_id: int) -> Evidence:
        """A capture without its body. UsageError for an unknown one."""
        row = self._row("SELECT * FROM capture WHERE id = ?", (capture_id,))
        if row is None:
            raise UsageError(
                "there is no such capture", subject=named("capture", capture_id), mend="see `monitor captures`"
            )
        time = cast(datetime, when(row["captured_at"]))
        return Evidence(
            row["id"],
            row["url"],
            row["final_url"],
            time,
            row["status"],
            _headers(row["headers"]),
            row["sha256"],
            row["bytes"],
            when(row["dropped_at"]),
        )

    def capture_body(self, capture_id: int) -> bytes:
        """The bytes of a capture, checked against their hash.

        StoreDamaged when they are gone or differ, UsageError when retention removed them.
        """
        capture = self.capture(capture_id)
        if capture.dropped_at:
            message = f"its bytes were removed by retention on {capture.dropped_at:%Y-%m-%d}; the hash is kept"
            raise UsageError(message, subject=named("capture", capture_id), mend="look in a backup")
        return read_body(self.captures, capture.sha256)

    def unreadable(self, sha256: str, parser: str) -> str:
        """Why these bytes are not given to this version of the parser any more; empty when they may be."""
        sql = "SELECT reason FROM unreadable WHERE sha256 = ? AND parser = ? AND times >= ?"
        return str(self._value(sql, (sha256, parser, TRIES)) or "")

    def killed_parser(self, sha256: str, parser: str, reason: str, now: datetime) -> None:
        """These bytes ended the process that read them."""
        with self.writing():
            self._run(_KILLED, (sha256, parser, clean(reason), stamp(now)))

    def fail_entry(self, entry_id: int, reason: str, next_try: datetime | None) -> None:
        """Count a failed attempt and say why; with None it is not tried again by itself.

        An entry whose article is stored already stays done: only its rereading failed.
        """
        sql = """
        UPDATE entry SET attempts = attempts + 1, reason = ?2, next_try = CASE WHEN article_id IS NULL THEN ?3 END,
          next_read = CASE WHEN article_id IS NOT NULL THEN ?3 END,
          state = CASE WHEN article_id IS NULL THEN 'failed' ELSE 'done' END WHERE id = ?1
        """
        with self.writing():
            self._run(sql, (entry_id, clean(reason), _stamp(next_try)))

    def skip_entry(self, entry_id: int, reason: str, *, next_read: datetime | None = None) -> None:
        """The page was read and is no article (an index, a consent wall ...); it may be read again later."""
        sql = """
        UPDATE entry SET state = 'skipped', reason = ?, next_read = ?, reads = reads + 1, attempts = 0 WHERE id = ?
        """
        with self.writing():
            self._run(sql, (clean(reason), _stamp(next_read), entry_id))

    def unchanged_entry(self, entry_id: int, next_read: datetime | None) -> None:
        """A rereading found nothing new (304, or the same bytes)."""
        sql = """
        UPDATE entry SET next_read = ?, reads = reads + 1, attempts = 0, reason = NULL,
          state = CASE WHEN article_id IS NULL THEN 'skipped' ELSE 'done' END WHERE id = ?
        """
        with self.writing():
            self._run(sql, (_stamp(next_read), entry_id))

    def recheck(self, now: datetime, *, since: datetime | None = None) -> int:
        """Make every stored article due for rereading now; gives how many."""
        sql = "UPDATE entry SET next_read = ? WHERE state = 'done' AND same_as IS NULL AND when_sort >= ?"
        with self.writing():
            return self._run(sql, (stamp(now), _stamp(since) or ""))


def _pending(row: sqlite3.Row) -> PendingEntry:
    return PendingEntry(
        id=row["id"], feed_id=row["feed_id"], feed=row["feed"], publisher=row["publisher"], language=row["lang"],
        link=row["link"], title=row["title"], summary=row["summary"], published=when(row["published"]),
        first_seen=cast(datetime, when(row["first_seen"])), attempts=row["attempts"], capture_id=row["capture_id"],
        reread=row["article_id"] is not None, reads=row["reads"], validators=_validators(row),
    )  # fmt: skip


def _validators(row: sqlite3.Row) -> Validators:
    """Those of the last capture, once it has been read: an unread one must be fetched whole."""
    if row["known_headers"] is None or row["state"] not in ("done", "skipped"):
        return Validators()
    headers = dict(_headers(row["known_headers"]))
    return Validators(headers.get("etag"), headers.get("last-modified"))


def _headers(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(value)) for name, value in json.loads(text))


def _ids(feeds: Collection[int] | None) -> str | None:
    return None if feeds is None else json_text(sorted(feeds))


def _stamp(time: datetime | None) -> str | None:
    return None if time is None else stamp(time)
