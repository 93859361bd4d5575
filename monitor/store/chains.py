"""Chains of evidence: from anything that has an id down to the bytes, and from a verdict to what it rests on."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from monitor.errors import UsageError
from monitor.store.codec import fact_of, named, numbered
from monitor.store.evidence import body_path, holds
from monitor.store.flags import Flags
from monitor.store.lists import _ARTICLES, _FIGURES, Lists, _plain
from monitor.store.rows import Row

__all__ = ["Chains"]

_VERSIONS = """
SELECT id, number, title, language, parser, relevant, created_at, text_sha256, capture_id, copy_of
FROM version WHERE article_id = ? ORDER BY number
"""

_MENTIONS = """
SELECT m.publisher, m.figure_id, m.copy, a.url AS link, f.quote, f.published AS day FROM mention m
JOIN figure f ON f.id = m.figure_id JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id
WHERE m.flag_id = ? ORDER BY f.published, m.figure_id
"""

_ENTRY = """
SELECT e.id, f.name AS feed, e.feed_id, e.title, e.link, e.summary, e.published, e.first_seen, e.last_seen, e.state,
  e.reason, e.attempts, e.next_try, e.next_read, e.same_as, e.capture_id, e.article_id
FROM entry e JOIN feed f ON f.id = e.feed_id WHERE e.id = ?
"""

_IDS = {"feed_id": "feed", "same_as": "entry", "capture_id": "capture", "figure_id": "figure", "flag_id": "flag"}


class Chains(Flags, Lists):
    """The part of the store that proves."""

    def show(self, public_id: str) -> Row:
        """Anything by its id (`flag-3`, `figure-12`, `article-4` ...) with the evidence under it, nested.

        UsageError for what is no id, and for an id that nothing has.
        """
        kind, number = numbered(public_id)
        looks = {
            "flag": self._show_flag, "figure": self._show_figure, "version": self._show_version,
            "article": self._show_article, "capture": self._show_capture, "entry": self._show_entry,
            "feed": self._show_feed, "delivery": self._show_delivery, "history": self._show_history,
        }  # fmt: skip
        return looks[kind](number)

    def why(self, public_id: str) -> Row:
        """The verdict on a figure (or a flag's figure): its rule and, under `against`, what it was judged against.

        Keys: those of `figures`, with `verdict`, `rule`, `review`, `note`, and `against` (rows with day, value, low,
        high, measure, speaker, quote, publisher, link, state, fact).
        """
        kind, number = numbered(public_id, ("figure", "flag"))
        if kind == "flag":
            number = numbered(str(self.flag_detail(number)["figure_id"]))[1]
        row = dict(self._one("figure", _FIGURES + "WHERE f.id = ?", number))
        verdict = self._row(
            "SELECT against, note, judged_at FROM verdict WHERE figure_id = ? ORDER BY id DESC LIMIT 1", (number,)
        )
        row |= (
            {"note": verdict["note"], "judged_at": verdict["judged_at"]}
            if verdict
            else {"note": None, "judged_at": None}
        )
        return row | {"against": self._said(json.loads(verdict["against"])) if verdict else []}

    def _said(self, facts: Iterable[str]) -> list[Row]:
        """What the ledger knows of these facts, with the figure that made each where there is one."""
        return [row for fact in facts if (row := self._fact_row(fact)) is not None]

    def _fact_row(self, fact_id: str) -> Row | None:
        row = self._row("SELECT data, url, history, note FROM observation WHERE fact = ?", (fact_id,))
        if row is None:
            return None
        fact = fact_of(row["data"])
        figure = fact.figure
        made = self._row(_FIGURES + "WHERE f.fact = ? ORDER BY f.id LIMIT 1", (fact_id,))
        return {
            "fact": fact_id, "id": named("figure", made["id"]) if made else None, "day": str(fact.published),
            "value": figure.value, "low": figure.low, "high": figure.high, "qualifier": figure.qualifier,
            "measure": figure.measure, "scope": figure.scope, "speaker": figure.source, "via": figure.via,
            "quote": figure.quote, "publisher": fact.publisher, "link": row["url"] or (made["link"] if made else None),
            "state": fact.state, "last_seen": str(fact.last_seen or fact.published), "history": bool(row["history"]),
            "note": row["note"],
        }  # fmt: skip

    def _show_flag(self, number: int) -> Row:
        flag = self.flag_detail(number)
        mentions = [_plainly(None, row) for row in self._rows(_MENTIONS, (number,))]
        sql = (
            "SELECT id, channel, state, attempts, due, sent_at, last_error FROM delivery WHERE flag_id = ? ORDER BY id"
        )
        deliveries = [_plainly("delivery", row) for row in self._rows(sql, (number,))]
        sql = "SELECT at, data FROM event_log WHERE subject = ? ORDER BY id"
        decisions = [{"at": row["at"], **json.loads(row["data"])} for row in self._rows(sql, (named("flag", number),))]
        figure = self._show_figure(numbered(str(flag["figure_id"]))[1])
        return {**flag, "decisions": decisions, "deliveries": deliveries, "mentions": mentions, "figure": figure}

    def _show_figure(self, number: int) -> Row:
        why = self.why(named("figure", number))
        row = self._rows(
            "SELECT version_id, start_char, end_char, extractor, data FROM figure WHERE id = ?", (number,)
        )[0]
        data = json.loads(row["data"])
        text = self._value("SELECT text FROM version WHERE id = ?", (row["version_id"],))
        start, end = row["start_char"], row["end_char"]
        return {
            **why, "start": start, "end": end, "extractor": row["extractor"], "binding_rule": data["rule"],
            "period": data["period"], "holds": text[start:end] == data["quote"],
            "context": " ".join(text[max(0, start - 120) : end + 120].split()),
            "version": self._show_version(row["version_id"]),
        }  # fmt: skip

    def _show_version(self, number: int) -> Row:
        sql = (
            "SELECT v.*, a.url AS link, a.publisher FROM version v JOIN article a ON a.id = v.article_id WHERE v.id = ?"
        )
        row = dict(self._one("version", sql, number))
        capture = row.pop("capture_id")
        for name in ("signature", "text"):
            row.pop(name)
        copy_of = row.pop("copy_of")
        row["copy_of"] = None if copy_of is None else named("version", int(copy_of.rpartition("-")[2]))
        return {**row, "details": json.loads(row["details"]), "capture": self._show_capture(capture)}

    def _show_article(self, number: int) -> Row:
        row = self._one("article", _ARTICLES + "WHERE a.id = ?", number)
        versions = [_plainly("version", version) for version in self._rows(_VERSIONS, (number,))]
        sql = "WHERE v.article_id = ? ORDER BY f.version_id, f.start_char, f.id"
        figures = [_plain("figure", figure) for figure in self._rows(f"{_FIGURES} {sql}", (number,))]
        entries = [_plainly("entry", entry) for entry in self._rows(
            "SELECT id, feed_id, link, title, published, first_seen FROM entry WHERE article_id = ?1 OR same_as IN "
            "(SELECT id FROM entry WHERE article_id = ?1) ORDER BY id", (number,))]  # fmt: skip
        return {**row, "entries": entries, "history": versions, "said": figures, "diff": self._diff(number)}

    def _diff(self, article_id: int) -> list[str]:
        """What each version changed: lines with - and +."""
        rows = self._rows("SELECT number, title, text FROM version WHERE article_id = ? ORDER BY number", (article_id,))
        lines: list[str] = []
        for old, new in pairwise(rows):
            names = (f"version {old['number']}", f"version {new['number']}")
            texts = [f"{row['title']}\n{row['text']}".splitlines() for row in (old, new)]
            lines += difflib.unified_diff(texts[0], texts[1], names[0], names[1], lineterm="", n=0)
        return lines

    def _show_capture(self, number: int) -> Row:
        columns = "id, url, final_url, captured_at, status, bytes, sha256, dropped_at"
        row = self._one("capture", f"SELECT {columns} FROM capture WHERE id = ?", number)
        kept = None if row["dropped_at"] else holds(self.captures, row["sha256"])
        return {**row, "file": str(body_path(self.captures, row["sha256"])), "holds": kept}

    def _show_entry(self, number: int) -> Row:
        return self._one("entry", _ENTRY, number)

    def _show_feed(self, number: int) -> Row:
        name = named("feed", number)
        feed = next((row for row in self.feed_health() if row["id"] == name), None)
        if feed is None:
            raise _unknown(name)
        columns = "at, outcome, detail, status, entries, fresh, changed"
        sql = f"SELECT {columns} FROM poll WHERE feed_id = ? ORDER BY id DESC LIMIT 10"
        return {**feed, "polls": [dict(row) for row in self._rows(sql, (number,))]}

    def _show_delivery(self, number: int) -> Row:
        return self._one("delivery", "SELECT * FROM delivery WHERE id = ?", number)

    def _show_history(self, number: int) -> Row:
        """What the shipped history says, and every figure that says the same."""
        name = named("history", number)
        row = self._row("SELECT fact FROM observation WHERE history AND data ->> '$.occasion' = ?", (name,))
        if row is None:
            raise _unknown(name)
        sql = f"{_FIGURES} WHERE f.fact = ? ORDER BY f.published, f.id"
        said = [_plain("figure", figure) for figure in self._rows(sql, (row["fact"],))]
        return {**(self._fact_row(row["fact"]) or {}), "id": name, "said": said}

    def _one(self, kind: str, sql: str, number: int) -> Row:
        row = self._row(sql, (number,))
        if row is None:
            raise _unknown(named(kind, number))
        return _plain(kind, row) if kind == "version" else _plainly(kind, row)


def _plainly(kind: str | None, row: Any) -> dict[str, Any]:
    """As `_plain`, with every other reference by its public id too."""
    plain = _plain(kind, row)
    for key in _IDS.keys() & plain.keys():
        if isinstance(plain[key], int):
            plain[key] = named(_IDS[key], plain[key])
    return plain


def _unknown(public_id: str) -> UsageError:
    return UsageError(
        "nothing has this id", subject=public_id, mend="see `monitor flags`, `figures`, `articles` or `captures`"
    )
