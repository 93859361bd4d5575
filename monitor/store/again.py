"""Judging again: every stored figure with the rules of today, compared with its verdict before anything is written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from monitor import judge as rules
from monitor.model import Fact, Figure, Judgement, Ledger, Occasion, Verdict
from monitor.parse.kinds import ROLLING
from monitor.store.articles import Articles, _Reading
from monitor.store.codec import fact_of, fact_text, figure_of, named
from monitor.store.rows import Judge, NeedsOf, Rejudged, Row

__all__ = ["Again"]

_READ = """
SELECT f.id, f.version_id, f.data, f.published FROM figure f
JOIN (SELECT version_id, extractor, max(id) FROM figure GROUP BY version_id) newest
  ON newest.version_id = f.version_id AND newest.extractor = f.extractor
JOIN version v ON v.id = f.version_id JOIN article a ON a.id = v.article_id
ORDER BY f.published, coalesce(a.published, a.first_seen), f.version_id, f.place
"""

_VERSION = """
SELECT a.url, a.publisher, a.kind, v.title, v.text, v.language, (
  SELECT c.url FROM version o JOIN article c ON c.id = o.article_id WHERE o.id = v.copy_of) AS copy_of
FROM version v JOIN article a ON a.id = v.article_id WHERE v.id = ?
"""

_SILENT = """
SELECT EXISTS (SELECT 1 FROM verdict d JOIN figure f ON f.id = d.figure_id WHERE f.version_id = ?1
    AND d.kind IN ('new_figure', 'updated_total', 'conflict', 'correction'))
  AND NOT EXISTS (SELECT 1 FROM mention m JOIN figure f ON f.id = m.figure_id WHERE f.version_id = ?1)
"""

_DROP = "UPDATE observation SET state = 'rejected', data = json_set(data, '$.state', 'rejected') WHERE fact = ?"


class _Memory:
    """The ledger while judging again: facts by series, events by measure; gives judging what it needs."""

    def __init__(self) -> None:
        self.facts: dict[str, Fact] = {}
        self._series: dict[str, dict[str, Fact]] = {}
        self._events: dict[str, dict[str, Fact]] = {}

    def put(self, fact: Fact) -> None:
        """Take a fact in, in the place of the one with its id."""
        self.facts[fact.id] = fact
        home, key = (
            (self._events, fact.figure.measure)
            if rules.is_event(fact.figure)
            else (self._series, rules.series_key(fact.figure))
        )
        home.setdefault(key, {})[fact.id] = fact

    def ledger(self, needs: rules.Needs) -> Ledger:
        """The facts that judging needs, in the order in which they came."""
        series = {key: tuple(self._series.get(key, {}).values()) for key in needs.series}
        found = [fact for name in sorted(needs.measures) for fact in self._events.get(name, {}).values()]
        return Ledger(series, tuple(fact for fact in found if _near(fact, needs)))


def _near(fact: Fact, needs: rules.Needs) -> bool:
    first, last = rules.event_days(fact.figure, fact.published)
    return needs.first is not None and needs.last is not None and last >= needs.first and first <= needs.last


@dataclass(frozen=True, slots=True)
class _Judged:
    """One reading judged again: its rows, whether it is silent history, and what comes of it."""

    version_id: int
    reading: _Reading
    figures: tuple[Figure, ...]
    judgement: Judgement
    changed: tuple[Verdict, ...]
    rows: tuple[Row, ...]


class Again(Articles):
    """The part of the store that judges what it holds anew."""

    def judge_again(self, judge: Judge, needs: NeedsOf, now: datetime, *, apply: bool) -> Rejudged:
        """Judge every stored figure again, in order of publication, after the shipped history.

        Gives how many were judged, and a row per figure whose verdict or rule differs. With `apply` the new verdicts
        are added to the old ones, the ledger follows, and new flags are opened without a delivery; a flag that would
        not be raised now stays for a person to decide. One transaction: all or nothing.
        """
        with self.writing() if apply else self._at_one_instant():
            memory = _Memory()
            for occasion, figures in self._history():
                for fact in judge(occasion, figures, memory.ledger(needs(figures, occasion))).facts:
                    memory.put(fact)
            found = [self._once_more(*read, memory, judge, needs) for read in self._readings(now)]
            flags = self._apply(found, memory, now) if apply else ()
        rows = tuple(row for item in found for row in item.rows)
        return Rejudged(sum(len(item.figures) for item in found), rows, flags)

    def _history(self) -> Iterator[tuple[Occasion, tuple[Figure, ...]]]:
        for (data,) in self._rows("SELECT data FROM observation WHERE history ORDER BY published, id"):
            fact = fact_of(data)
            yield Occasion(fact.occasion, fact.published, fact.publisher, baseline=True), (fact.figure,)

    def _readings(self, now: datetime) -> Iterator[tuple[int, _Reading, tuple[Figure, ...]]]:
        """Every version as its newest extractor read it, in order of publication."""
        for version_id, group in groupby(self._rows(_READ), key=lambda row: int(row["version_id"])):
            rows = list(group)
            names = tuple(named("figure", row["id"]) for row in rows)
            page = self._rows(_VERSION, (version_id,))[0]
            occasion = Occasion(
                page["url"], date.fromisoformat(rows[0]["published"]), page["publisher"], headline=page["title"],
                text=page["text"], language=page["language"] or "", copy_of=page["copy_of"], figure_ids=names,
                baseline=bool(self._value(_SILENT, (version_id,))), rolling=page["kind"] in ROLLING,
            )  # fmt: skip
            copy = page["copy_of"] is not None
            reading = _Reading(occasion, tuple(row["id"] for row in rows), (), copy, now, now)
            yield version_id, reading, tuple(figure_of(row["data"]) for row in rows)

    def _once_more(
        self,
        version_id: int,
        reading: _Reading,
        figures: tuple[Figure, ...],
        memory: _Memory,
        judge: Judge,
        needs: NeedsOf,
    ) -> _Judged:
        judgement = judge(reading.occasion, figures, memory.ledger(needs(figures, reading.occasion)))
        for fact in judgement.facts:
            memory.put(fact)
        before = [self._verdict_row(row) for row in reading.figure_ids]
        pairs = list(zip(judgement.verdicts, before, strict=True))
        changed = tuple(new for new, old in pairs if old is None or _told(new) != old)
        rows = tuple(
            _difference(reading, figures[new.figure], new, old)
            for new, old in pairs
            if old is None or (new.kind, new.rule) != old[:2]
        )
        return _Judged(version_id, reading, figures, judgement, changed, rows)

    def _verdict_row(self, figure_id: int) -> tuple[object, ...] | None:
        sql = "SELECT kind, rule, against, review, note FROM verdict WHERE figure_id = ? ORDER BY id DESC LIMIT 1"
        row = self._row(sql, (figure_id,))
        if row is None:
            return None
        return row["kind"], row["rule"], tuple(json.loads(row["against"])), bool(row["review"]), row["note"]

    def _apply(self, found: Sequence[_Judged], memory: _Memory, now: datetime) -> tuple[str, ...]:
        """Write what judging again brought; gives the flags it opened."""
        self._follow(memory, now)
        opened: list[str] = []
        for item in found:
            made = {fact.id for fact in item.judgement.facts}
            for verdict in item.changed:
                self._save_verdict(item.reading, verdict, made)
            fresh = {verdict.figure for verdict in item.changed}
            drafts = [draft for draft in item.judgement.flags if draft.figure in fresh]
            raised = [self._raise_flag(item.reading, draft, item.judgement, made) for draft in drafts]
            new = [flag for flag in raised if flag is not None]
            opened += [named("flag", flag) for flag in new]
            if item.changed:
                self._seal(item.version_id, item.judgement, item.reading.occasion.figure_ids, new, now)
        return tuple(opened)

    def _follow(self, memory: _Memory, now: datetime) -> None:
        """The observations as they are now: new ones added, states renewed, what no figure makes any more rejected."""
        for fact_id, history, data in self._rows("SELECT fact, history, data FROM observation"):
            fact = memory.facts.get(fact_id)
            if fact is None:
                self._run(_DROP, (fact_id,))
            elif fact_text(fact) != data:
                self._save_facts([_joined(fact, fact_of(data)) if history else fact], now)
        known = {row[0] for row in self._rows("SELECT fact FROM observation")}
        self._save_facts([fact for name, fact in memory.facts.items() if name not in known], now)


def _joined(fact: Fact, stored: Fact) -> Fact:
    """A fact of the shipped history keeps the days, speakers and publishers of its repeats in the history."""
    seen = max(fact.last_seen or fact.published, stored.last_seen or stored.published)
    sources = tuple(dict.fromkeys((*stored.sources, *fact.sources)))
    publishers = tuple(sorted({*fact.publishers, *stored.publishers}))
    return replace(fact, last_seen=seen, sources=sources, publishers=publishers)


def _told(verdict: Verdict) -> tuple[object, ...]:
    return verdict.kind, verdict.rule, verdict.against, verdict.review, verdict.note


def _difference(reading: _Reading, figure: Figure, new: Verdict, old: tuple[object, ...] | None) -> Row:
    return {
        "id": named("figure", reading.figure_ids[new.figure]), "day": str(reading.occasion.published),
        "value": figure.value, "low": figure.low, "high": figure.high, "qualifier": figure.qualifier,
        "unit": figure.unit, "measure": figure.measure, "speaker": figure.source,
        "was": old[0] if old else None, "was_rule": old[1] if old else None, "verdict": new.kind, "rule": new.rule,
        "publisher": reading.occasion.publisher, "quote": figure.quote,
    }  # fmt: skip
