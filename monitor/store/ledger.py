"""The ledger in the database: observations by series and by event, read by index, replaced by id, never deleted."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any

from monitor import judge
from monitor.model import Fact, Ledger
from monitor.store.codec import fact_of, fact_text, json_text, stamp, whole
from monitor.store.connection import Connection

__all__ = ["LedgerRows"]

_LONGEST_EVENT = timedelta(days=92)
"""An event's days span a quarter at most (judge.event_days): bounds the walk through the index of last days."""

_SERIES = """
SELECT s.key, o.data FROM json_each(?) AS asked
JOIN series s ON s.key = asked.value JOIN observation o ON o.series_id = s.id ORDER BY o.published, o.id
"""

_EVENTS = """
SELECT o.data FROM observation o INDEXED BY observation_event
WHERE o.series_id IS NULL AND o.measure IN (SELECT value FROM json_each(?))
  AND o.event_last >= ? AND o.event_last <= ? AND o.event_first <= ? ORDER BY o.published, o.id
"""

_HISTORY = "SELECT data, url FROM observation WHERE history AND value = ? ORDER BY published, id"

_UPSERT = """
INSERT INTO observation (fact, series_id, measure, published, last_seen, event_first, event_last, family, publisher,
  value, low, high, state, history, url, note, recorded_at, data)
VALUES (:fact, :series_id, :measure, :published, :last_seen, :first, :last, :family, :publisher,
  :value, :low, :high, :state, :history, :url, :note, :now, :data)
ON CONFLICT (fact) DO UPDATE SET series_id = excluded.series_id, published = excluded.published, value = excluded.value,
  low = excluded.low, high = excluded.high, publisher = excluded.publisher, last_seen = excluded.last_seen,
  event_first = excluded.event_first, event_last = excluded.event_last, family = excluded.family,
  state = excluded.state, data = excluded.data
"""


class LedgerRows(Connection):
    """The part of the store about what is known."""

    def ledger(self, needs: judge.Needs) -> Ledger:
        """The facts that judging needs, oldest first."""
        series: dict[str, list[Fact]] = {}
        if needs.series:
            for key, data in self._rows(_SERIES, (json_text(sorted(needs.series)),)):
                series.setdefault(key, []).append(_fact(data))
        return Ledger({key: tuple(facts) for key, facts in series.items()}, self._events(needs))

    def _events(self, needs: judge.Needs) -> tuple[Fact, ...]:
        if needs.first is None or needs.last is None or not needs.measures:
            return ()
        furthest = min(needs.last, date.max - _LONGEST_EVENT) + _LONGEST_EVENT
        asked = (json_text(sorted(needs.measures)), str(needs.first), str(furthest), str(needs.last))
        return tuple(_fact(data) for (data,) in self._rows(_EVENTS, asked))

    def facts_for_measure(self, measure: str) -> tuple[Fact, ...]:
        """All facts of a measure, oldest first, for `monitor check`."""
        sql = "SELECT data FROM observation WHERE measure = ? ORDER BY published, id"
        return tuple(_fact(data) for (data,) in self._rows(sql, (measure,)))

    def history_of(self, value: float) -> list[dict[str, Any]]:
        """What the shipped history has of this very number, oldest first, as rows like those of `figures`."""
        return [_history_row(*row) for row in self._rows(_HISTORY, (value,))]

    def _save_facts(
        self,
        facts: Iterable[Fact],
        now: datetime,
        *,
        history: bool = False,
        url: str | None = None,
        note: str | None = None,
    ) -> None:
        """New facts, and known ones with a later `last_seen` or another `state`. Within a transaction."""
        for fact in facts:
            figure = fact.figure
            first, last = judge.event_days(figure, fact.published)
            values = {
                "fact": fact.id, "series_id": self._series_id(fact), "measure": figure.measure, "value": figure.value,
                "low": figure.low, "high": figure.high, "published": str(fact.published), "first": str(first),
                "last": str(last), "last_seen": str(fact.last_seen or fact.published), "family": fact.family,
                "publisher": fact.publisher, "state": fact.state, "history": int(history), "url": url, "note": note,
                "now": stamp(now), "data": fact_text(fact),
            }  # fmt: skip
            self._run(_UPSERT, values)

    def _series_id(self, fact: Fact) -> int | None:
        figure = fact.figure
        if judge.is_event(figure):
            return None
        key = judge.series_key(figure)
        known = self._value("SELECT id FROM series WHERE key = ?", (key,))
        if known is not None:
            return int(known)
        sql = "INSERT INTO series (key, measure, unit, scope, direction) VALUES (?, ?, ?, ?, ?)"
        return self._insert(sql, (key, figure.measure, figure.unit, figure.scope, figure.direction))


def _history_row(data: str, url: str | None) -> dict[str, Any]:
    fact = fact_of(data)
    figure = fact.figure
    names = ("low", "high", "qualifier", "unit", "measure", "kind", "direction", "scope", "source_id", "quote")
    return {
        "id": fact.occasion, "day": str(fact.published), "value": whole(figure.value), "speaker": figure.source,
        "publisher": fact.publisher, "link": url, "verdict": None, "history": True,
    } | {name: getattr(figure, name) for name in names}  # fmt: skip


@lru_cache(maxsize=1024)
def _fact(data: str) -> Fact:
    """Facts are frozen and asked for again and again: the same text is the same fact. 3 kB each are held."""
    return fact_of(data)
