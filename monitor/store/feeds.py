"""Feeds: what is polled, when next, and what is known of each."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from monitor.errors import UsageError
from monitor.model import Entry, FeedState
from monitor.store.codec import json_text, named, stamp, state_of, state_text, when
from monitor.store.polls import Polls
from monitor.store.rows import FeedRow, FeedSpec

__all__ = ["Feeds"]

_UPSERT_FEED = """
INSERT INTO feed (url, name, kind, language, publisher, every, enabled, state, due, added_at)
VALUES (:url, :name, :kind, :language, :publisher, :every, :enabled, :state, :due, :due)
ON CONFLICT (url) DO UPDATE SET name = excluded.name, kind = excluded.kind, language = excluded.language,
  publisher = excluded.publisher, every = excluded.every, enabled = excluded.enabled
"""

_WAITING_FEEDS = """
SELECT * FROM feed WHERE enabled = 1 AND id IN (
  SELECT feed_id FROM entry WHERE state IN ('new', 'failed') AND next_try <= ?1
  UNION SELECT feed_id FROM entry WHERE next_read <= ?1)
"""


class Feeds(Polls):
    """The part of the store about feeds."""

    def sync_feeds(self, specs: Sequence[FeedSpec], now: datetime) -> None:
        """Make the feeds those of the configuration: by url; what is disabled or gone is paused, never deleted."""
        listed = json_text([spec.url for spec in specs])
        with self.writing():
            self._run(
                "UPDATE feed SET enabled = 0 WHERE enabled AND url NOT IN (SELECT value FROM json_each(?))", (listed,)
            )
            for spec in specs:
                self._run(_UPSERT_FEED, _feed_values(spec, now))

    def feeds(self) -> list[FeedRow]:
        """Every feed ever listed, paused ones too, by name."""
        return [_feed_row(row) for row in self._rows("SELECT * FROM feed ORDER BY name, id")]

    def due_feeds(self, now: datetime, *, limit: int = 1000) -> list[FeedRow]:
        """Enabled feeds whose due time has come, the longest waiting first."""
        sql = "SELECT * FROM feed WHERE enabled = 1 AND due <= ? ORDER BY due LIMIT ?"
        return [_feed_row(row) for row in self._rows(sql, (stamp(now), limit))]

    def waiting_feeds(self, now: datetime) -> list[FeedRow]:
        """Enabled feeds with articles that may be fetched by now: new, failed and due again, due for rereading."""
        return [_feed_row(row) for row in self._rows(_WAITING_FEEDS, (stamp(now),))]

    def next_due(self) -> datetime | None:
        """When the next feed is due; None without feeds."""
        return when(self._value("SELECT min(due) FROM feed WHERE enabled = 1"))

    def feed_state(self, feed_id: int) -> FeedState:
        """The state that the last poll left. UsageError for an unknown feed."""
        text = self._value("SELECT state FROM feed WHERE id = ?", (feed_id,))
        if text is None:
            raise UsageError("there is no such feed", subject=named("feed", feed_id), mend="see `monitor feeds`")
        return state_of(text)

    def listed_at(self, hosts: Collection[str], since: datetime) -> list[Entry]:
        """Title and link of the entries, of all feeds, whose link names one of these hosts; not older than `since`."""
        sql = """
        SELECT title, link FROM entry e WHERE when_sort >= ?
          AND EXISTS (SELECT 1 FROM json_each(?) AS host WHERE instr(e.link, host.value))
        """
        rows = self._rows(sql, (stamp(since), json_text(sorted(hosts))))
        return [Entry(title=row["title"], link=row["link"]) for row in rows]

    def last_outcomes(self) -> set[str]:
        """The outcomes of the last polls of all enabled feeds that were polled at all."""
        sql = "SELECT DISTINCT json_extract(state, '$.last_outcome') FROM feed WHERE enabled"
        return {row[0] for row in self._rows(sql) if row[0]}

    def keep_state(self, feed_id: int, state: FeedState) -> None:
        """A state that changed without a poll (a step of the clock, a network that came back)."""
        with self.writing():
            self._keep_state(feed_id, state)


def _feed_values(spec: FeedSpec, now: datetime) -> dict[str, object]:
    state = FeedState(url=spec.url, due=now)
    if spec.every:
        state = replace(state, interval=spec.every)
    return {
        "url": spec.url, "name": spec.name, "kind": spec.kind, "language": spec.language, "every": spec.every,
        "publisher": spec.publisher or spec.name, "enabled": int(spec.enabled), "state": state_text(state),
        "due": stamp(now),
    }  # fmt: skip


def _feed_row(row: sqlite3.Row) -> FeedRow:
    names = ("id", "url", "name", "kind", "language", "publisher", "every")
    state, due = "active" if row["enabled"] else "paused", cast(datetime, when(row["due"]))
    return FeedRow(**{name: row[name] for name in names}, state=state, due=due, last=state_of(row["state"]))
