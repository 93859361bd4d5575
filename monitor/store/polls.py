"""Polls and the entries they list: many polls in one transaction, each entry of a document looked up in one go."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from monitor.model import Entry, FeedDocument, FeedState
from monitor.store.codec import clean, json_text, sha256, stamp, state_text
from monitor.store.missed import Missed
from monitor.store.rows import Gap, Poll, PollSaved

__all__ = ["Polls"]

_INSERT_POLL = """
INSERT INTO poll (feed_id, at, outcome, detail, status, final_url, elapsed, bytes, format, repairs, entries,
  fresh, changed, overlap)
VALUES {}
"""

_KEEP_STATES = """
WITH after (id, state, due) AS (VALUES {})
UPDATE feed SET state = after.state, due = after.due FROM after WHERE feed.id = after.id
"""

_INSERT_ENTRY = """
INSERT INTO entry (feed_id, identity, link, link_key, title, summary, language, published, first_seen, last_seen,
  digest, same_as, state, when_sort, next_try, reason)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?9, ?10, ?11, ?12, coalesce(?8, ?9), ?9, ?13)
"""

_KNOWN = """
SELECT id, identity, digest, same_as, link_key FROM entry
WHERE feed_id = ? AND identity IN (SELECT value FROM json_each(?))
"""

_CARRIERS = """
SELECT link_key, min(id) FROM entry WHERE same_as IS NULL AND link_key IN (SELECT value FROM json_each(?))
GROUP BY link_key
"""

_EDIT_ENTRY = """
UPDATE entry SET title = ?, summary = ?, digest = ?, last_seen = ? WHERE id = ?
"""

_REREAD = """
UPDATE entry SET next_read = ? WHERE id = ? AND state IN ('done', 'skipped')
"""

_RETRY = """
UPDATE entry SET next_try = ? WHERE id = ? AND state = 'failed'
"""


@dataclass(slots=True)
class _Listed:
    """An entry as a document lists it, with its identity and the key of its link ("" without a link)."""

    identity: str
    key: str
    entry: Entry

    def apart(self) -> _Listed:
        """The same with its link in its identity."""
        return _Listed(f"{self.identity} {self.key}", self.key, self.entry)


class Polls(Missed):
    """The part of the store about polls and what they list."""

    def save_polls(
        self,
        polls: Sequence[Poll],
        *,
        link_key: Callable[[str], str],
        identity: Callable[[Entry], str],
        channels: Sequence[str] = (),
    ) -> list[PollSaved]:
        """All of these polls in one transaction: poll rows, entries, states, gaps, moves and alarms.

        `channels` hear of alarms. `link_key` normalises a link: entries of whatever feed with one key are one article
        to fetch. `identity` tells an entry within its feed; entries that share one but not their link (guids repeat in
        the wild) stay apart. Not durable against a power cut: the polls are then forgotten whole, validators and
        entries, and made again.
        """
        with self.writing(durable=False):
            saved = [self._save_document(poll, link_key, identity) for poll in polls]
            self._together(_INSERT_POLL, [_poll_values(*one) for one in zip(polls, saved, strict=True)])
            self._save_states(polls, saved, channels)
        return saved

    def _save_document(self, poll: Poll, link_key: Callable[[str], str], identity: Callable[[Entry], str]) -> PollSaved:
        document = poll.document
        if document is None:
            return PollSaved()
        values = (clean(document.title), document.format, poll.feed_id)
        self._run("UPDATE feed SET title = ?, format = ? WHERE id = ?", values)
        return self._save_entries(poll, document, _identified(document.entries, link_key, identity))

    def _save_states(self, polls: Sequence[Poll], saved: Sequence[PollSaved], channels: Sequence[str]) -> None:
        """The states after these polls; of two polls of one feed the later one's stays."""
        states = [poll.decide(done.new, done.overlap) for poll, done in zip(polls, saved, strict=True)]
        rows = {poll.feed_id: _state_values(poll.feed_id, state) for poll, state in zip(polls, states, strict=True)}
        self._together(_KEEP_STATES, list(rows.values()))
        alarms = self._open_alarms(list(rows))
        for poll, state in zip(polls, states, strict=True):
            self._keep_move(poll.feed_id, poll.before, state, poll.at)
            alarms[poll.feed_id] = self._keep_alarm(poll.feed_id, state, alarms.get(poll.feed_id), channels, poll.at)

    def _keep_state(self, feed_id: int, state: FeedState) -> None:
        self._together(_KEEP_STATES, [_state_values(feed_id, state)])

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
            known = self._known_links(gap.feed_id, listed)
            fresh = [item for item in listed if item.key and item.key not in known]
            new, _ = self._save_listed(gap.feed_id, fresh, self._known(gap.feed_id, fresh), language, now)
            self._run("UPDATE gap SET found = found + ? WHERE id = ?", (new, gap.id))
        return new

    def _save_entries(self, poll: Poll, document: FeedDocument, listed: Sequence[_Listed]) -> PollSaved:
        known = self._known(poll.feed_id, listed)
        overlap, gap = self._overlaps(poll.feed_id, listed, known), None
        if not overlap:
            names = {name for item in listed for name in (item.identity, item.key) if name}
            gap = self._open_gap(poll.feed_id, names, document, poll.before, poll.at, poll.offers)
        new, changed = self._save_listed(poll.feed_id, listed, known, document.language, poll.at)
        return PollSaved(new, changed, overlap, gap)

    def _known(self, feed_id: int, listed: Sequence[_Listed]) -> dict[str, sqlite3.Row]:
        """The feed's entries of these identities."""
        names = json_text([item.identity for item in listed])
        return {row["identity"]: row for row in self._rows(_KNOWN, (feed_id, names))}

    def _overlaps(self, feed_id: int, listed: Sequence[_Listed], known: dict[str, sqlite3.Row]) -> bool:
        """True when an entry was known before by identity or link, for a first poll and for an empty one."""
        if known or not listed:
            return True
        has_past = self._value("SELECT 1 FROM entry WHERE feed_id = ? LIMIT 1", (feed_id,))
        return not has_past or bool(self._known_links(feed_id, listed))

    def _known_links(self, feed_id: int, listed: Sequence[_Listed]) -> set[str]:
        sql = "SELECT link_key FROM entry WHERE feed_id = ? AND link_key IN (SELECT value FROM json_each(?))"
        return {row[0] for row in self._rows(sql, (feed_id, json_text([item.key for item in listed if item.key])))}

    def _save_listed(
        self,
        feed_id: int,
        listed: Sequence[_Listed],
        known: dict[str, sqlite3.Row],
        language: str | None,
        now: datetime,
    ) -> tuple[int, int]:
        """How many of the entries were new, and how many changed."""
        moved = [item.apart() for item in listed if _elsewhere(item, known)]
        if moved:
            listed = [item for item in listed if not _elsewhere(item, known)] + moved
            known = known | self._known(feed_id, moved)
        fresh = [item for item in listed if item.identity not in known]
        digests = [(item, known[item.identity], _digest(item.entry)) for item in listed if item.identity in known]
        edited = [(item, row, digest) for item, row, digest in digests if row["digest"] != digest]
        for item, row, digest in edited:
            self._edit(item.entry, row, digest, stamp(now))
        self._add(feed_id, fresh, language, stamp(now))
        return len(fresh), len(edited)

    def _edit(self, entry: Entry, row: sqlite3.Row, digest: str, now: str) -> None:
        """An edited entry makes its article due for rereading."""
        self._run(_EDIT_ENTRY, (clean(entry.title), clean(entry.summary), digest, now, row["id"]))
        worker = row["same_as"] or row["id"]
        self._run(_REREAD, (now, worker))
        self._run(_RETRY, (now, worker))

    def _add(self, feed_id: int, fresh: Sequence[_Listed], language: str | None, now: str) -> None:
        """New entries; of those with one link the first carries the work, of whatever feed it is, others join it."""
        first = {item.key: item for item in reversed(fresh)}
        leading = [item for item in fresh if not item.key or first[item.key] is item]
        joining = [item for item in fresh if item.key and first[item.key] is not item]
        for items in filter(None, (leading, joining)):
            keys = json_text([item.key for item in items if item.key])
            carriers = {row[0]: row[1] for row in self._rows(_CARRIERS, (keys,))}
            rows = [_entry_values(feed_id, i, carriers.get(i.key), i.entry.language or language, now) for i in items]
            self._many(_INSERT_ENTRY, rows)


def _elsewhere(item: _Listed, known: dict[str, sqlite3.Row]) -> bool:
    """Whether the known entry of that identity lies at another address."""
    row = known.get(item.identity)
    return row is not None and bool(item.key) and row["link_key"] != item.key


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


def _digest(entry: Entry) -> str:
    """Tells an edited entry."""
    return sha256(entry.title, entry.summary, entry.updated.isoformat() if entry.updated else "")


def _state_values(feed_id: int, state: FeedState) -> tuple[object, ...]:
    return feed_id, state_text(state), stamp(state.due)


def _poll_values(poll: Poll, saved: PollSaved) -> tuple[object, ...]:
    answer, document = poll.answer, poll.document
    shape = document.format if document else None
    repairs = json_text(document.repairs) if document and document.repairs else "[]"
    count = len(document.entries) if document else 0
    return (
        poll.feed_id, stamp(answer.fetched_at), answer.outcome, clean(answer.detail), answer.status,
        clean(answer.final_url), answer.elapsed, len(answer.body), shape, repairs, count, saved.new, saved.changed,
        int(saved.overlap),
    )  # fmt: skip


def _entry_values(
    feed_id: int, item: _Listed, same_as: int | None, language: str | None, now: str
) -> tuple[object, ...]:
    entry = item.entry
    state = "joined" if same_as else "new" if entry.link else "skipped"
    published = stamp(entry.published) if entry.published else None
    return (
        feed_id, item.identity, clean(entry.link or ""), item.key, clean(entry.title), clean(entry.summary), language,
        published, now, _digest(entry), same_as, state, None if entry.link else "the feed gives no link",
    )  # fmt: skip
