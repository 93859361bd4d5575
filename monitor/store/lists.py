"""What people read: lists and searches, as plain rows. Times are ISO 8601 texts, ids the public ones."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

from monitor.store.codec import named, stamp, whole
from monitor.store.connection import Connection
from monitor.store.flags import _DETAIL
from monitor.store.rows import Row

__all__ = ["Lists"]

_FIGURES = """
SELECT f.id, f.published AS day, f.value, f.low, f.high, f.qualifier, f.unit, f.measure, f.kind,
  f.data ->> '$.period.start' AS period_from, f.data ->> '$.period.end' AS period_to, f.direction, f.scope,
  f.source AS speaker, f.source_id, f.data ->> '$.via' AS via, f.confidence, f.optional, f.quote,
  d.kind AS verdict, d.rule, d.review,
  a.publisher, a.url AS link, v.title AS headline, v.language, a.id AS article_id
FROM figure f JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id
LEFT JOIN verdict d ON d.id = (SELECT max(id) FROM verdict WHERE figure_id = f.id)
"""

_LINE = """
SELECT o.id AS observation, o.fact, o.published AS day, o.value, o.low, o.high,
  o.data ->> '$.figure.qualifier' AS qualifier, o.data ->> '$.figure.unit' AS unit, o.measure,
  o.data ->> '$.figure.note' AS note, o.data ->> '$.figure.source' AS speaker,
  o.data ->> '$.figure.source_id' AS source_id, o.family, s.scope,
  o.data ->> '$.figure.direction' AS direction, s.key AS series, o.state, o.last_seen, o.history,
  (SELECT count(*) FROM (
    SELECT o.publisher UNION SELECT value FROM json_each(o.data, '$.publishers')
    UNION SELECT a.publisher FROM figure f JOIN version v ON v.id = f.version_id
      JOIN article a ON a.id = v.article_id WHERE f.fact = o.fact)) AS publishers,
  json_array_length(o.data, '$.sources') AS sources, coalesce(o.url, (
    SELECT a.url FROM figure f JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id
    WHERE f.fact = o.fact ORDER BY f.id LIMIT 1)) AS link
FROM observation o LEFT JOIN series s ON s.id = o.series_id
"""

_NEWEST = """
WITH line AS (
  SELECT o.id, count(*) OVER whole AS count, min(o.published) OVER whole AS first, max(o.last_seen) OVER whole AS last,
    row_number() OVER (PARTITION BY o.series_id, o.family
      ORDER BY o.state IN ('current', 'provisional') DESC, o.published DESC, o.id DESC) AS place
  FROM observation o WHERE o.series_id IS NOT NULL {narrowed}
  WINDOW whole AS (PARTITION BY o.series_id, o.family))
SELECT line.count, line.first, line.last, said.* FROM line JOIN ({said}) said ON said.observation = line.id
WHERE line.place = 1 ORDER BY said.measure, said.scope, coalesce(said.family, ''), line.id LIMIT ?
"""

_ARTICLES = """
SELECT a.id, a.published, a.first_seen, a.publisher, v.title, a.url AS link, a.kind, v.language, v.relevant,
  (SELECT count(*) FROM figure f WHERE f.version_id = v.id) AS figures, v.number AS versions,
  (SELECT o.article_id FROM version o WHERE o.id = v.copy_of) AS copy_of
FROM article a JOIN version v ON v.article_id = a.id
  AND v.number = (SELECT max(number) FROM version WHERE article_id = a.id)
"""

_HEALTH = """
SELECT f.id, f.name, f.url, f.language, f.publisher, CASE WHEN f.enabled THEN 'active' ELSE 'paused' END AS state,
  json_extract(f.state, '$.last_outcome') AS outcome, json_extract(f.state, '$.last_poll') AS last_poll,
  json_extract(f.state, '$.last_success') AS last_success, json_extract(f.state, '$.last_new') AS last_new,
  json_extract(f.state, '$.failures') AS failures, json_extract(f.state, '$.rhythm') AS rhythm, f.due, p.detail,
  p.format, p.repairs, (SELECT count(*) FROM entry e WHERE e.feed_id = f.id) AS entries,
  (SELECT count(*) FROM gap g WHERE g.feed_id = f.id AND g.state = 'open') AS gaps,
  (SELECT count(*) FROM feed_move m WHERE m.feed_id = f.id) AS moves, a.alarm, a.since,
  CASE WHEN a.alarm = 'silent' THEN a.since END AS silent_since
FROM feed f LEFT JOIN feed_alarm a ON a.feed_id = f.id AND a.ended_at IS NULL
LEFT JOIN poll p ON p.id = (SELECT max(id) FROM poll WHERE feed_id = f.id) ORDER BY f.name, f.id
"""

_SEARCH = """
SELECT a.id, a.url AS link, v.title, a.publisher, a.published,
  snippet(article_fts, 1, '[', ']', ' ... ', 16) AS excerpt
FROM article_fts JOIN version v ON v.id = article_fts.rowid JOIN article a ON a.id = v.article_id
WHERE article_fts MATCH ? ORDER BY rank LIMIT ?
"""

_COUNTS = """
SELECT (SELECT count(*) FROM feed WHERE enabled) AS feeds, (SELECT count(*) FROM entry) AS entries,
  (SELECT count(*) FROM entry WHERE state IN ('new', 'captured')) AS waiting,
  (SELECT count(*) FROM entry WHERE state = 'failed') AS failed, (SELECT count(*) FROM capture) AS captures,
  (SELECT count(*) FROM article WHERE first_seen >= :since) AS articles,
  (SELECT count(*) FROM version WHERE created_at >= :since) AS versions,
  (SELECT count(*) FROM figure f JOIN version v ON v.id = f.version_id WHERE v.created_at >= :since) AS figures,
  (SELECT count(*) FROM observation WHERE history) AS history, (SELECT count(*) FROM series) AS series,
  (SELECT count(*) FROM flag WHERE opened_at >= :since) AS flags,
  (SELECT count(*) FROM flag WHERE state = 'open') AS open_flags,
  (SELECT count(*) FROM delivery WHERE state = 'queued') AS queued_deliveries,
  (SELECT count(*) FROM delivery WHERE state = 'failed' OR (state = 'queued' AND attempts > 0)) AS failed_deliveries,
  (SELECT count(*) FROM gap WHERE state = 'open') AS open_gaps
"""

_PUBLIC = {"article_id": "article", "copy_of": "article", "figure_id": "figure"}


class Lists(Connection):
    """The part of the store that people read."""

    def flags(
        self, *, since: datetime | None = None, until: datetime | None = None, measure: str | None = None,
        source: str | None = None, state: str | None = None, kind: str | None = None, limit: int | None = None,
    ) -> list[Row]:  # fmt: skip
        """Flags, newest first, with the keys of `flag_detail`. `since` and `until` are days of publication."""
        asked = {
            "f.published >= ?": _day(since), "f.published < ?": _day(until), "f.measure = ?": measure,
            "g.state = ?": state, "g.kind = ?": kind, _SPEAKER: source,
        }  # fmt: skip
        return self._listed("flag", _DETAIL, asked, "g.id DESC", limit)

    def figures(
        self, *, since: datetime | None = None, until: datetime | None = None, measure: str | None = None,
        source: str | None = None, state: str | None = None, value: float | None = None, first: bool = False,
        limit: int | None = None,
    ) -> list[Row]:  # fmt: skip
        """Figures, newest publication first, oldest with `first`. `state` is a verdict; times are publication days."""
        asked = {
            "f.published >= ?": _day(since), "f.published < ?": _day(until), "f.measure = ?": measure,
            "d.kind = ?": state, "f.value = ?": value, _SPEAKER: source,
        }  # fmt: skip
        return self._listed(
            "figure", _FIGURES, asked, "f.published, f.id" if first else "f.published DESC, f.id DESC", limit
        )

    def series_line(
        self, measure: str, *, source: str | None = None, scope: str | None = None, limit: int | None = None
    ) -> list[Row]:
        """Every observation of a measure's series, oldest first, with its state."""
        asked = {
            "o.measure = ?": measure,
            "o.series_id IS NOT NULL AND ? IS NOT NULL": 1,
            "s.scope = ?": scope,
            _SAID: source,
        }
        rows = self._listed(None, _LINE, asked, "o.published, o.id", limit)
        return [{key: value for key, value in row.items() if key != "observation"} for row in rows]

    def series(
        self, *, measure: str | None = None, source: str | None = None, scope: str | None = None,
        limit: int | None = None,
    ) -> list[Row]:  # fmt: skip
        """Every series by claimant: current value, first said, last changed, last repeated; keys as `series_line`."""
        asked = {"o.measure = ?": measure, _SAID: source, _OF_SCOPE: scope}
        conditions, values = _narrowed(asked)
        sql = _NEWEST.format(narrowed="".join(f" AND {text}" for text in conditions), said=_LINE)
        return [_summed(_plain(None, row)) for row in self._rows(sql, [*values, -1 if limit is None else limit])]

    def articles(
        self, *, since: datetime | None = None, until: datetime | None = None, publisher: str | None = None,
        edited: bool = False, limit: int | None = None,
    ) -> list[Row]:  # fmt: skip
        """Articles (only `edited` ones) with their newest version, newest first (by publication, else first sight)."""
        time = "coalesce(a.published, a.first_seen)"
        asked = {
            f"{time} >= ?": _stamp(since), f"{time} < ?": _stamp(until), "a.publisher = ?": publisher,
            "v.number > ?": 1 if edited else None,
        }  # fmt: skip
        return self._listed("article", _ARTICLES, asked, f"{time} DESC, a.id DESC", limit)

    def captures_list(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        url: str | None = None,
        limit: int | None = None,
    ) -> list[Row]:
        """Captures without their bodies, newest first."""
        sql = "SELECT id, captured_at, status, bytes, sha256, url, final_url, dropped_at FROM capture"
        asked = {"captured_at >= ?": _stamp(since), "captured_at < ?": _stamp(until), "? IN (url, final_url)": url}
        return self._listed("capture", sql, asked, "captured_at DESC, id DESC", limit)

    def feed_health(self) -> list[Row]:
        """Every feed: state, last outcome with its sentence, last success and new entry, rhythm, failures, open gaps.

        `alarm` is what is wrong with it (silent, or the outcome that keeps coming) and `since` when; `silent_since` is
        its last new entry.
        """
        rows = [_plain("feed", row) for row in self._rows(_HEALTH)]
        return [{**row, "repairs": json.loads(row["repairs"] or "[]")} for row in rows]

    def search(self, text: str, *, limit: int = 20) -> list[Row]:
        """Articles whose title or text hold all the words, best first; `excerpt` marks them in brackets."""
        words = " ".join('"' + word.replace('"', '""') + '"' for word in text.replace("\0", " ").split())
        return [_plain("article", row) for row in self._rows(_SEARCH, (words, limit))] if words else []

    def counts(self, *, since: datetime | None = None) -> Row:
        """How many there are of everything; articles, versions, figures and flags since then."""
        return dict(self._rows(_COUNTS, {"since": _stamp(since) or ""})[0])

    def _listed(self, kind: str | None, sql: str, asked: dict[str, Any], order: str, limit: int | None) -> list[Row]:
        """Rows of `sql` that meet every condition whose value is set."""
        conditions, values = _narrowed(asked)
        where = " AND ".join(conditions) or "1"
        query = f"{sql} WHERE {where} ORDER BY {order} LIMIT ?"
        return [_plain(kind, row) for row in self._rows(query, [*values, -1 if limit is None else limit])]


_OF_SCOPE = "(SELECT s.scope FROM series s WHERE s.id = o.series_id) = ?"
_SPEAKER = "(f.source_id = ? OR instr(lower(coalesce(f.source, '')), lower(?)))"
_SAID = """(o.data ->> '$.figure.source_id' = ? OR o.family = ?
  OR instr(lower(coalesce(o.data ->> '$.figure.source', '')), lower(?)))"""


def _plain(kind: str | None, row: sqlite3.Row) -> dict[str, Any]:
    """A row with public ids in place of numbers."""
    plain = {key: whole(row[key]) for key in row.keys()}  # noqa: SIM118
    if kind is not None:
        plain["id"] = named(kind, plain["id"])
    for key in _PUBLIC.keys() & plain.keys():
        plain[key] = None if plain[key] is None else named(_PUBLIC[key], plain[key])
    return plain


def _narrowed(asked: dict[str, Any]) -> tuple[list[str], list[Any]]:
    """The conditions whose value is set, and a value for each of their question marks."""
    wanted = [(text, value) for text, value in asked.items() if value is not None]
    return [text for text, _ in wanted], [value for text, value in wanted for _ in range(text.count("?"))]


def _summed(row: Row) -> Row:
    """One series of one claimant in a line: its newest standing value, and its dates."""
    rest = {key: value for key, value in row.items() if key not in ("observation", "count", "first", "last")}
    return {
        **rest, "as_of": row["day"], "first_said": row["first"], "last_changed": row["day"],
        "last_repeated": row["last"], "values": row["count"],
    }  # fmt: skip


def _stamp(time: datetime | None) -> str | None:
    return None if time is None else stamp(time)


def _day(time: datetime | None) -> str | None:
    return None if time is None else str(time.date())
