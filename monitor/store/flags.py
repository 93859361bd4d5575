"""Flags on their way to people: the outbox, and what people decide."""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import cast

from monitor.errors import UsageError
from monitor.store.codec import clean, named, stamp, when, whole
from monitor.store.connection import plain_errors
from monitor.store.log import Log
from monitor.store.rows import DeliveryRow, Row

__all__ = ["Flags"]

_CLAIM = """
UPDATE delivery SET claimed_until = ?1 WHERE id IN (
  SELECT id FROM delivery WHERE state = 'queued' AND digest IS NULL AND due <= ?2
    AND (claimed_until IS NULL OR claimed_until <= ?2)
  ORDER BY due, id LIMIT ?3)
RETURNING id, key, flag_id, channel, attempts, queued_at
"""

_ANY_DUE = """
SELECT EXISTS (SELECT 1 FROM delivery WHERE state = 'queued' AND digest IS NULL AND due <= ?1)
  OR EXISTS (SELECT 1 FROM flag WHERE state = 'snoozed' AND snoozed_until <= ?1)
"""

_DETAIL = """
SELECT g.id, g.key, g.kind, g.rule, g.review, g.state, g.opened_at, g.snoozed_until, f.published AS day,
  f.value, f.low, f.high, f.qualifier, f.unit, f.measure, f.kind AS figure_kind,
  f.data ->> '$.period.start' AS period_from, f.data ->> '$.period.end' AS period_to, f.direction, f.scope,
  coalesce(o.value, o.high) AS was, json_extract(o.data, '$.figure.qualifier') AS was_qualifier,
  f.source AS speaker, f.source_id, f.quote, v.title AS headline, a.url AS link, a.publisher, a.published, v.language,
  (SELECT count(DISTINCT publisher) FROM mention m WHERE m.flag_id = g.id) AS outlets,
  (SELECT count(DISTINCT coalesce(mf.source_id, mf.source)) FROM mention m JOIN figure mf ON mf.id = m.figure_id
    WHERE m.flag_id = g.id AND NOT m.copy) AS sources,
  f.id AS figure_id, a.id AS article_id
FROM flag g JOIN figure f ON f.id = g.figure_id JOIN version v ON v.id = f.version_id
JOIN article a ON a.id = v.article_id
LEFT JOIN observation o ON o.fact = g.was
"""


_PRINTED_BY = "SELECT publisher FROM mention WHERE flag_id = ? GROUP BY publisher ORDER BY min(figure_id)"


class Flags(Log):
    """The part of the store about flags and their deliveries."""

    _sends = False

    def queued(self, now: datetime, *, limit: int = 50, claim: float = 60.0) -> list[DeliveryRow]:
        """Deliveries that are due, the longest waiting first.

        Each is claimed for `claim` seconds, so that two processes do not send it at once; claims of processes that died
        are void once no other process sends. Snoozed flags whose time has come are opened on the way.
        """
        self._free_claims()
        until = stamp(now + timedelta(seconds=claim))
        if not self._value(_ANY_DUE, (stamp(now),)):
            return []
        with self.writing():
            sql = "UPDATE flag SET state = 'open', snoozed_until = NULL WHERE state = 'snoozed' AND snoozed_until <= ?"
            self._run(sql, (stamp(now),))
            rows = self._rows(_CLAIM, (until, stamp(now), limit))
        return [self._delivery(row) for row in sorted(rows, key=lambda row: int(row["id"]))]

    def _free_claims(self) -> None:
        """On the first look: alone, we know that every claim is a dead process's. From then on we count as a sender."""
        if self._sends:
            return
        with plain_errors(self.path):
            if self._sending.acquire():
                with self.writing():
                    self._run("UPDATE delivery SET claimed_until = NULL WHERE claimed_until IS NOT NULL")
            self._sends = self._sending.acquire(self._wait, shared=True)

    def _delivery(self, row: sqlite3.Row) -> DeliveryRow:
        queued_at = cast(datetime, when(row["queued_at"]))
        detail = self.flag_detail(row["flag_id"])
        return DeliveryRow(row["id"], row["key"], row["flag_id"], row["channel"], row["attempts"], queued_at, detail)

    def delivered(self, delivery_id: int, now: datetime) -> None:
        """The channel took it."""
        sql = "UPDATE delivery SET state = 'sent', sent_at = ?, claimed_until = NULL, last_error = NULL WHERE id = ?"
        with self.writing():
            self._run(sql, (stamp(now), delivery_id))

    def delivery_failed(self, delivery_id: int, error: str, next_try: datetime | None) -> None:
        """The channel did not take it: due again at `next_try`, or given up (None)."""
        sql = """
        UPDATE delivery SET attempts = attempts + 1, last_error = ?1, claimed_until = NULL, due = coalesce(?2, due),
          state = CASE WHEN ?2 IS NULL THEN 'failed' ELSE 'queued' END WHERE id = ?3
        """
        with self.writing():
            self._run(sql, (clean(error), _maybe(next_try), delivery_id))

    def flag_detail(self, flag_id: int) -> Row:
        """All that a message about a flag needs. UsageError for an unknown flag.

        `was` is the value it replaces or contradicts, `outlets` counts publishers and `printed_by` names them, the
        first first; `sources` counts distinct speakers outside copies (0 when nobody is named). `id`, `figure_id` and
        `article_id` are public ids.
        """
        row = self._row(_DETAIL + "WHERE g.id = ?", (flag_id,))
        if row is None:
            raise UsageError("there is no such flag", subject=named("flag", flag_id), mend="see `monitor flags`")
        return {**_public(row), "printed_by": [name for (name,) in self._rows(_PRINTED_BY, (flag_id,))]}

    def ack(self, flag_id: int, *, by: str, reason: str = "", now: datetime) -> bool:
        """Seen and taken up. False, and nothing logged, where it was so already and no reason is given."""
        return self._decide(flag_id, "acknowledged", by, reason, now, None)

    def snooze(self, flag_id: int, *, by: str, until: datetime, reason: str = "", now: datetime) -> None:
        """Away until then."""
        self._decide(flag_id, "snoozed", by, reason, now, until)

    def dismiss(self, flag_id: int, *, by: str, reason: str, now: datetime) -> None:
        """No news; the reason is kept."""
        self._decide(flag_id, "dismissed", by, reason, now, None)

    def _decide(self, flag_id: int, state: str, by: str, reason: str, now: datetime, until: datetime | None) -> bool:
        with self.writing():
            flag = self.flag_detail(flag_id)
            before = flag["state"]
            if not reason and (before, flag["snoozed_until"]) == (state, _maybe(until)):
                return False
            sql = "UPDATE flag SET state = ?, snoozed_until = ? WHERE id = ?"
            self._run(sql, (state, _maybe(until), flag_id))
            data = {"from": before, "to": state, "by": clean(by), "reason": clean(reason), "until": _maybe(until)}
            self._note("decided", named("flag", flag_id), data, now)
            return True


def _public(row: sqlite3.Row) -> dict[str, object]:
    named_ids = {"id": "flag", "figure_id": "figure", "article_id": "article"}
    return {key: named(named_ids[key], row[key]) if key in named_ids else whole(row[key]) for key in row.keys()}  # noqa: SIM118


def _maybe(time: datetime | None) -> str | None:
    return None if time is None else stamp(time)
