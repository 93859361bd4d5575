"""Feeds and their polls: what is polled, when next, what each poll brought, and what fills a gap."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from monitor.errors import UsageError
from monitor.model import Answer, Entry, FeedDocument, FeedState
from monitor.store.codec import clean, json_text, named, sha256, stamp, state_of, state_text, when
from monitor.store.missed import Missed
from monitor.store.rows import FeedRow, FeedSpec, Gap, PollSaved

__all__ = ["Feeds"]

_UPSERT_FEED = """
INSERT INTO feed (url, name, kind, language, publisher, every, enabled, state, due, added_at)
VALUES (:url, :name, :kind, :language, :publisher, :every, :enabled, :state, :due, :due)
ON CONFLICT (url) DO UPDATE SET name = excluded.name, kind = excluded.kind, language = excluded.language,
  publisher = excluded.publisher, every = excluded.every, enabled = excluded.enabled
"""

_INSERT_POLL = """
INSERT INTO poll (feed_id, at, outcome, detail, status, final_url, elapsed, bytes, format, repairs, entries,
  fresh, changed, overlap)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

_INSERT_ENTRY = """
INSERT INTO entry (feed_id, identity, link, link_key, title, summary, language, published, first_seen, last_seen,
  digest, same_as, state, when_sort, next_try, reason)
VALUES (:feed_id, :identity, :link, :link_key, :title, :summary, :language, :published, :now, :now,
  :digest, :same_as, :state, coalesce(:published, :now), :now, :reason)
"""

_KNOWN = "SELECT id, identity, digest, same_as, link_key FROM entry WHERE feed_id = ? AND identity"

_EDIT_ENTRY = """
UPDATE entry SET title = ?, summary = ?, digest = ?, last_seen = ? WHERE id = ?
"""

_REREAD = """
UPDATE entry SET next_read = ? WHERE id = ? AND state IN ('done', 'skipped')
"""

_RETRY = """
UPDATE entry SET next_try = ? WHERE id = ? AND state = 'failed'
"""


@dataclass(frozen=True, slots=True)
class _Listed:
    """An entry as a document lists it, with its identity and the key of its link ("" without a link)."""

    identity: str
    key: str
    entry: Entry

    def apart(self) -> _Listed:
        """The same with its link in its identity."""
        return _Listed(f"{self.identity} {self.key}", self.key, self.entry)


class Feeds(Missed):
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

    def next_due(self) -> datetime | None:
        """When the next feed is due; None without feeds."""
        return when(self._value("SELECT min(due) FROM feed WHERE enabled = 1"))

    def feed_state(self, feed_id: int) -> FeedState:
        """The state that the last poll left. UsageError for an unknown feed."""
        text = self._value("SELECT state FROM feed WHERE id = ?", (feed_id,))
        if text is None:
            raise UsageError("there is no such feed", subject=named("feed", feed_id), mend="see `monitor feeds`")
        return state_of(text)

    def known_identities(self, feed_id: int, identities: Collection[str]) -> set[str]:
        """Which of these identities of entries the feed has listed before."""
        sql = "SELECT identity FROM entry WHERE feed_id = ? AND identity IN (SELECT value FROM json_each(?))"
        asked = {clean(identity): identity for identity in identities}
        return {asked[row[0]] for row in self._rows(sql, (feed_id, json_text(sorted(asked))))}

    def save_poll(
        self,
        feed_id: int,
        answer: Answer,
        document: FeedDocument | None,
        state: FeedState,
        now: datetime,
        *,
        link_key: Callable[[str], str],
        identity: Callable[[Entry], str],
        offers: str = "",
        channels: Sequence[str] = (),
    ) -> PollSaved:
        """All of one poll in one transaction: poll row, entries, state, a gap, a move and an alarm if there are any.

        `offers` is where a gap that opens now begins to be filled (`monitor.gaps`), `channels` who hears of an alarm.

        `link_key` normalises a link: entries of whatever feed with one key are one article to fetch. `identity` tells
        an entry within its feed; entries that share one but not their link (guids repeat in the wild) stay apart.
        Not durable against a power cut: the poll is then forgotten whole, validators and entries, and made again.
        """
        with self.writing(durable=False):
            before = self.feed_state(feed_id)
            saved = PollSaved()
            if document is not None:
                listed = _identified(document.entries, link_key, identity)
                saved = self._save_entries(feed_id, document, listed, before, now, offers)
                values = (clean(document.title), document.format, feed_id)
                self._run("UPDATE feed SET title = ?, format = ? WHERE id = ?", values)
            self._insert(_INSERT_POLL, _poll_values(feed_id, answer, document, saved))
            self.keep_state(feed_id, state)
            self._keep_move(feed_id, before, state, now)
            self._keep_alarm(feed_id, state, channels, now)
        return saved

    def last_outcomes(self) -> set[str]:
        """The outcomes of the last polls of all enabled feeds that were polled at all."""
        sql = "SELECT DISTINCT json_extract(state, '$.last_outcome') FROM feed WHERE enabled"
        return {row[0] for row in self._rows(sql) if row[0]}

    def save_missed(
        self,
        gap: Gap,
        entries: Sequence[Entry],
        language: str | None,
        now: datetime,
        *,
        link_key: Callable[[str], str],
        identity: Callable[[Entry], str],
    ) -> int:
        """Entries that fill a gap; gives how many were not known. One whose link the feed has already adds nothing."""
        with self.writing():
            listed = _identified(entries, link_key, identity)
            known = self._known_links(gap.feed_id, [item.key for item in listed])
            fresh = [item for item in listed if item.key and item.key not in known]
            new = self._save_listed(gap.feed_id, fresh, language, now).count("new")
            self._run("UPDATE gap SET found = found + ? WHERE id = ?", (new, gap.id))
        return new

    def keep_state(self, feed_id: int, state: FeedState) -> None:
        """A state that changed without a poll (a step of the clock, a network that came back)."""
        with self.writing():
            self._run("UPDATE feed SET state = ?, due = ? WHERE id = ?", (state_text(state), stamp(state.due), feed_id))

    def _save_entries(
        self,
        feed_id: int,
        document: FeedDocument,
        listed: Sequence[_Listed],
        before: FeedState,
        now: datetime,
        offers: str,
    ) -> PollSaved:
        overlap, gap = self._overlaps(feed_id, listed), None
        if not overlap:
            names = {name for item in listed for name in (item.identity, item.key) if name}
            gap = self._open_gap(feed_id, names, document, before, now, offers)
        saved = self._save_listed(feed_id, listed, document.language, now)
        return PollSaved(saved.count("new"), saved.count("changed"), overlap, gap)

    def _overlaps(self, feed_id: int, listed: Sequence[_Listed]) -> bool:
        """True when an entry was known before by identity or link, for a first poll and for an empty one."""
        has_past = bool(self._value("SELECT 1 FROM entry WHERE feed_id = ? LIMIT 1", (feed_id,)))
        known = self.known_identities(feed_id, [item.identity for item in listed])
        return bool(known) or not has_past or not listed or bool(self._known_links(feed_id, [i.key for i in listed]))

    def _known_links(self, feed_id: int, keys: Sequence[str]) -> set[str]:
        sql = "SELECT link_key FROM entry WHERE feed_id = ? AND link_key IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._rows(sql, (feed_id, json_text([key for key in keys if key])))}

    def _save_listed(self, feed_id: int, listed: Sequence[_Listed], language: str | None, now: datetime) -> list[str]:
        """What became of each entry; those known are looked up in one go."""
        names = json_text([item.identity for item in listed])
        rows = self._rows(f"{_KNOWN} IN (SELECT value FROM json_each(?))", (feed_id, names))
        known, carriers = {row["identity"]: row for row in rows}, self._carriers([item.key for item in listed])
        return [
            self._save_entry(feed_id, i, known.get(i.identity), carriers, i.entry.language or language, now)
            for i in listed
        ]

    def _carriers(self, keys: Sequence[str]) -> dict[str, int]:
        """The first entry of each known link key, of whatever feed: it carries the work, later ones join it."""
        sql = """
        SELECT link_key, min(id) FROM entry WHERE same_as IS NULL AND link_key IN (SELECT value FROM json_each(?))
        GROUP BY link_key
        """
        return {row[0]: row[1] for row in self._rows(sql, (json_text([key for key in keys if key]),))}

    def _save_entry(
        self,
        feed_id: int,
        item: _Listed,
        known: sqlite3.Row | None,
        carriers: dict[str, int],
        language: str | None,
        now: datetime,
    ) -> str:
        """`new`, `changed` or `known`. An edited entry makes its article due for rereading."""
        entry = item.entry
        digest = sha256(entry.title, entry.summary, entry.updated.isoformat() if entry.updated else "")
        if known is not None and known["link_key"] != item.key and item.key:
            item = item.apart()
            known = self._row(f"{_KNOWN} = ?", (feed_id, item.identity))
        if known is None:
            same_as = carriers.get(item.key)
            number = self._insert(_INSERT_ENTRY, _entry_values(feed_id, item, same_as, language, digest, now))
            if item.key and same_as is None:
                carriers[item.key] = number
            return "new"
        if known["digest"] == digest:
            return "known"
        self._run(_EDIT_ENTRY, (clean(entry.title), clean(entry.summary), digest, stamp(now), known["id"]))
        worker = known["same_as"] or known["id"]
        self._run(_REREAD, (stamp(now), worker))
        self._run(_RETRY, (stamp(now), worker))
        return "changed"


def _identified(
    entries: Iterable[Entry], link_key: Callable[[str], str], identity: Callable[[Entry], str]
) -> list[_Listed]:
    """Every entry once: a true double is dropped, one that only shares its identity is told apart by its link."""
    found: dict[str, _Listed] = {}
    for entry in entries:
        item = _Listed(clean(identity(entry)), clean(link_key(entry.link)) if entry.link else "", entry)
        first = found.setdefault(item.identity, item)
        if first.key != item.key:
            apart = item.apart()
            found.setdefault(apart.identity, apart)
    return list(found.values())


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
    return FeedRow(**{name: row[name] for name in names}, state=state, due=due)


def _poll_values(feed_id: int, answer: Answer, document: FeedDocument | None, saved: PollSaved) -> tuple[object, ...]:
    shape = document.format if document else None
    repairs = json_text(document.repairs if document else ())
    count = len(document.entries) if document else 0
    return (
        feed_id, stamp(answer.fetched_at), answer.outcome, clean(answer.detail), answer.status, clean(answer.final_url),
        answer.elapsed, len(answer.body), shape, repairs, count, saved.new, saved.changed, int(saved.overlap),
    )  # fmt: skip


def _entry_values(
    feed_id: int, item: _Listed, same_as: int | None, language: str | None, digest: str, now: datetime
) -> dict[str, object]:
    entry = item.entry
    state = "joined" if same_as else "new" if entry.link else "skipped"
    return {
        "feed_id": feed_id, "identity": item.identity, "link": clean(entry.link or ""), "link_key": item.key,
        "title": clean(entry.title), "summary": clean(entry.summary), "language": language,
        "published": stamp(entry.published) if entry.published else None, "now": stamp(now), "digest": digest,
        "same_as": same_as, "state": state, "reason": None if entry.link else "the feed gives no link",
    }  # fmt: skip
