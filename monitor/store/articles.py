"""Articles: everything that one reading of a page leaves behind, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from monitor.model import Article, Extraction, Figure, FlagDraft, Judgement, Occasion, Verdict
from monitor.parse.versions import cosmetic
from monitor.store.codec import clean, figure_text, json_text, named, sha256, stamp, when
from monitor.store.ledger import LedgerRows
from monitor.store.log import Log
from monitor.store.rows import Committed, CopyCandidate, HistoryItem, Judge, NeedsOf, Routing, Wording

__all__ = ["Articles"]

NO_WORDING = Wording()
"""For a text that shall not be found again as a copy."""

_UPSERT_ARTICLE = """
INSERT INTO article (url, publisher, title, kind, language, published, published_basis, first_seen, last_read)
VALUES (:url, :publisher, :title, :kind, :language, :published, :basis, :now, :now)
ON CONFLICT (url) DO UPDATE SET title = excluded.title, kind = excluded.kind, last_read = excluded.last_read,
  language = coalesce(excluded.language, language), published = coalesce(published, excluded.published),
  published_basis = coalesce(published_basis, excluded.published_basis)
RETURNING id
"""

_INSERT_VERSION = """
INSERT INTO version (article_id, number, capture_id, title, text, text_sha256, language, parser, relevant, created_at,
  signature, copy_of, details)
SELECT ?1, 1 + coalesce(max(number), 0), ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
FROM version WHERE article_id = ?1
"""

_INSERT_FIGURE = """
INSERT INTO figure (version_id, extractor, key, place, measure, kind, value, low, high, qualifier, unit, direction,
  scope, source, source_id, quote, start_char, end_char, confidence, optional, published, data)
VALUES (:version_id, :extractor, :key, :place, :measure, :kind, :value, :low, :high, :qualifier, :unit, :direction,
  :scope, :source, :source_id, :quote, :start, :end, :confidence, :optional, :published, :data)
ON CONFLICT DO NOTHING
"""

_INSERT_FLAG = """
INSERT INTO flag (key, kind, rule, review, figure_id, fact, was, state, opened_at)
VALUES (?, ?, ?, ?, ?, ?, ?, 'open', ?) ON CONFLICT (key) DO NOTHING
"""

_MENTION = "INSERT INTO mention (flag_id, figure_id, publisher, copy) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"

_ENTRY_DONE = """
UPDATE entry SET state = 'done', article_id = ?, reason = NULL, attempts = 0, next_try = NULL, next_read = ?,
  reads = reads + 1 WHERE id = ?
"""

_MET, _COMPARED = 400, 32

_CANDIDATES = f"""
WITH asked (band, last) AS MATERIALIZED (
  SELECT value, (SELECT version_id FROM band WHERE band = value ORDER BY version_id LIMIT 1 OFFSET {_MET - 1})
  FROM json_each(:bands)
), met (version_id) AS MATERIALIZED (
  SELECT b.version_id FROM asked
  JOIN band b ON b.band = asked.band AND b.version_id <= coalesce(asked.last, 9223372036854775807)
  WHERE b.version_id NOT IN (SELECT v.id FROM version v JOIN article a ON a.id = v.article_id WHERE a.url = :besides)
  GROUP BY b.version_id ORDER BY count(*) DESC, b.version_id LIMIT {_COMPARED}
)
SELECT v.id, v.article_id, a.url, a.publisher, v.signature, a.published
FROM met JOIN version v ON v.id = met.version_id JOIN article a ON a.id = v.article_id ORDER BY v.id
"""
"""Of a band the first _MET versions count, so that what an outlet prints under each text costs no more than the rest;
of the versions met those _COMPARED that share the most bands are worth a comparison."""


_INSERT_DELIVERY = """
INSERT INTO delivery (key, flag_id, channel, state, queued_at, due, digest) VALUES (?, ?, ?, 'queued', ?, ?, ?)
"""

EVERYTHING_PAGES = Routing()


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the steps of one commit share. `figure_ids` are rows, in the order of the extraction's figures."""

    occasion: Occasion
    figure_ids: tuple[int, ...]
    channels: tuple[str, ...]
    copy: bool
    now: datetime
    deliver_at: datetime
    routing: Routing = EVERYTHING_PAGES

    def fact(self, place: int) -> str:
        """The id of the fact that figure number `place` makes, if it makes one."""
        return f"{self.occasion.id}/{self.occasion.figure_ids[place]}"


class Articles(LedgerRows, Log):
    """The part of the store about articles, their figures, and what these mean."""

    def copy_candidates(self, bands: Sequence[str], besides: str = "") -> list[CopyCandidate]:
        """At most 32 stored versions that share the most bands with a new text, in the order in which they were stored,
        those of the article at the address `besides` aside; how alike they are, the caller tells by `signature`."""
        rows = self._rows(_CANDIDATES, {"bands": json_text(sorted(set(bands))), "besides": clean(besides)})
        return [CopyCandidate(row[0], row[1], row[2], row[3], row[4] or b"", when(row[5])) for row in rows]

    def commit_article(
        self,
        entry_id: int | None,
        capture_id: int,
        article: Article,
        extraction: Extraction,
        *,
        occasion: Occasion,
        needs: NeedsOf,
        judge: Judge,
        channels: Sequence[str],
        extractor: str,
        now: datetime,
        wording: Wording = NO_WORDING,
        copy_of: int | None = None,
        deliver_at: datetime | None = None,
        next_read: datetime | None = None,
        routing: Routing = EVERYTHING_PAGES,
    ) -> Committed:
        """Article, version, figures, verdicts, facts, flags and deliveries of one reading: all or nothing.

        Idempotent: an article is its canonical URL, a version its text, a figure its span, measure and value under one
        `extractor`; what is there already is neither stored nor judged again. The ledger is read and judged inside
        the transaction. `copy_of` is the version that this text repeats; `deliver_at` when deliveries are due;
        `next_read` when the entry is read again; `routing` which flags wait for a digest instead.
        """
        with self.writing():
            known = self._value("SELECT count(*) FROM article WHERE url = ?", (clean(article.canonical_url),))
            article_id = self._save_article(article, occasion, now)
            version_id, new = self._save_version(article_id, capture_id, article, extraction, wording, copy_of, now)
            if new:
                rows = [(band, version_id) for band in sorted(set(wording.bands))]
                self._db.conn.executemany("INSERT INTO band (band, version_id) VALUES (?, ?)", rows)
            figure_ids = self._save_figures(version_id, extractor, extraction.figures, occasion)
            flags: tuple[int, ...] = ()
            if figure_ids:
                at = deliver_at or now
                reading = _Reading(occasion, figure_ids, tuple(channels), copy_of is not None, now, at, routing)
                flags = self._judge(reading, extraction.figures, needs, judge, version_id)
            if entry_id is not None:
                self._run(_ENTRY_DONE, (article_id, stamp(next_read) if next_read else None, entry_id))
        return Committed(article_id, version_id, not known, new, len(figure_ids), flags)

    def load_history(
        self, story: str, sha256: str, items: Sequence[HistoryItem], judge: Judge, needs: NeedsOf, now: datetime
    ) -> int:
        """The shipped history as silent facts, in order of publication, once per story and file; gives how many."""
        with self.writing():
            if self._value("SELECT 1 FROM history WHERE story = ? AND sha256 = ?", (story, sha256)):
                return 0
            for item in sorted(items, key=lambda item: item.published):
                occasion = Occasion(item.id, item.published, item.publisher, baseline=True)
                ledger = self.ledger(needs((item.figure,), occasion))
                facts = judge(occasion, (item.figure,), ledger).facts
                self._save_facts(facts, now, history=True, url=item.url, note=item.note)
            sql = "INSERT INTO history (story, sha256, loaded_at, facts) VALUES (?, ?, ?, ?)"
            self._insert(sql, (story, sha256, stamp(now), len(items)))
            self._note("history", story, {"sha256": sha256, "items": len(items)}, now)
        return len(items)

    def _save_article(self, article: Article, occasion: Occasion, now: datetime) -> int:
        values = {
            "url": clean(article.canonical_url), "publisher": clean(occasion.publisher or article.publisher or ""),
            "title": clean(article.title), "kind": article.kind, "language": article.language,
            "published": stamp(article.published) if article.published else None, "basis": article.published_basis,
            "now": stamp(now),
        }  # fmt: skip
        return int(self._value(_UPSERT_ARTICLE, values))

    def _save_version(
        self, article_id: int, capture_id: int, article: Article, extraction: Extraction, wording: Wording,
        copy_of: int | None, now: datetime,
    ) -> tuple[int, bool]:  # fmt: skip
        """(id, whether it is new) of the version with this wording: a text that comes back is the version it was."""
        text = clean(article.text)
        digest = sha256(text)
        known = self._known_version(article_id, text, digest)
        if known is not None:
            return known, False
        values = (
            article_id, capture_id, clean(article.title), text, digest, extraction.language, article.parser,
            int(extraction.relevant), stamp(now), wording.signature, copy_of, _details(article, extraction),
        )  # fmt: skip
        return self._insert(_INSERT_VERSION, values), True

    def _known_version(self, article_id: int, text: str, digest: str) -> int | None:
        """The version with this text, else the last one whose wording is the same (issue 6: cosmetic changes)."""
        sql = (
            "SELECT id, text, text_sha256 FROM version WHERE article_id = ? ORDER BY text_sha256 = ? DESC, number DESC"
        )
        rows = self._rows(sql, (article_id, digest))
        return next((int(row[0]) for row in rows if row[2] == digest or cosmetic(row[1], text)), None)

    def _save_figures(
        self, version_id: int, extractor: str, figures: Sequence[Figure], occasion: Occasion
    ) -> tuple[int, ...]:
        """The rows of all figures, in order; none when this version was read by this extractor before."""
        if self._value("SELECT 1 FROM figure WHERE version_id = ? AND extractor = ? LIMIT 1", (version_id, extractor)):
            return ()
        return tuple(
            self._insert(_INSERT_FIGURE, _figure_values(version_id, extractor, place, figure, occasion))
            for place, figure in enumerate(figures)
        )

    def _judge(
        self, reading: _Reading, figures: Sequence[Figure], needs: NeedsOf, judge: Judge, version_id: int
    ) -> tuple[int, ...]:
        """Judge against the ledger as it is now and write what comes of it; gives the flags raised."""
        names = tuple(named("figure", row) for row in reading.figure_ids)
        reading = replace(reading, occasion=replace(reading.occasion, figure_ids=names))
        judgement = judge(reading.occasion, figures, self.ledger(needs(figures, reading.occasion)))
        self._save_facts(judgement.facts, reading.now)
        made = {fact.id for fact in judgement.facts}
        for verdict in judgement.verdicts:
            self._save_verdict(reading, verdict, made)
        raised = [flag for draft in judgement.flags if (flag := self._raise_flag(reading, draft, judgement, made))]
        self._seal(version_id, judgement, names, raised, reading.now)
        return tuple(raised)

    def _seal(
        self, version_id: int, judgement: Judgement, names: Sequence[str], raised: Sequence[int], now: datetime
    ) -> None:
        """A line of the log: what was judged, from which bytes, and what came of it (store/seals.py holds it true)."""
        sql = "SELECT v.text_sha256, c.sha256 FROM version v JOIN capture c ON c.id = v.capture_id WHERE v.id = ?"
        text, capture = self._rows(sql, (version_id,))[0]
        figures = self._rows("SELECT id, data FROM figure WHERE version_id = ?", (version_id,))
        sql = "SELECT id, key, kind, figure_id FROM flag WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        flags = self._rows(sql, (json_text(list(raised)),))
        data = {
            "verdicts": [(names[v.figure], v.kind, v.rule, v.against, v.review, v.note) for v in judgement.verdicts],
            "flags": [(draft.key, draft.kind) for draft in judgement.flags],
            "facts": [(fact.id, fact.state) for fact in judgement.facts],
            "raised": [(named("flag", r["id"]), r["key"], r["kind"], named("figure", r["figure_id"])) for r in flags],
            "figures": {named("figure", row["id"]): sha256(row["data"]) for row in figures},
            "text": text,
            "capture": capture,
        }
        self._note("judged", named("version", version_id), data, now)

    def _save_verdict(self, reading: _Reading, verdict: Verdict, made: set[str]) -> None:
        row = reading.figure_ids[verdict.figure]
        sql = (
            "INSERT INTO verdict (figure_id, kind, rule, against, review, note, judged_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
        )
        values = (row, verdict.kind, verdict.rule, json_text(verdict.against), int(verdict.review), verdict.note)
        self._insert(sql, (*values, stamp(reading.now)))
        own = reading.fact(verdict.figure)
        silent = verdict.kind in ("corroboration", "restatement")
        fact = own if own in made else verdict.against[0] if silent and verdict.against else None
        self._run("UPDATE figure SET fact = ? WHERE id = ?", (fact, row))
        if silent:
            self._mention(reading, row, verdict.against)

    def _mention(self, reading: _Reading, figure_id: int, facts: Sequence[str]) -> None:
        """The flags that say one of these facts get this figure's publisher as a further outlet."""
        sql = "SELECT id FROM flag WHERE fact IN (SELECT value FROM json_each(?))"
        for (flag_id,) in self._rows(sql, (json_text(facts),)):
            self._run(_MENTION, (flag_id, figure_id, clean(reading.occasion.publisher), int(reading.copy)))

    def _raise_flag(self, reading: _Reading, draft: FlagDraft, judgement: Judgement, made: set[str]) -> int | None:
        """A new flag with its deliveries; one known already only gets a further outlet. None on the baseline."""
        if reading.occasion.baseline:
            return None
        row, fact = reading.figure_ids[draft.figure], reading.fact(draft.figure)
        against = next((v.against for v in judgement.verdicts if v.figure == draft.figure), ())
        was = against[0] if against and draft.kind != "new_figure" else None
        values = (draft.key, draft.kind, draft.rule, int(draft.review), row, fact if fact in made else None, was)
        new = self._run(_INSERT_FLAG, (*values, stamp(reading.now))) > 0
        flag_id = int(self._value("SELECT id FROM flag WHERE key = ?", (draft.key,)))
        self._run(_MENTION, (flag_id, row, clean(reading.occasion.publisher), int(reading.copy)))
        if not new:
            return None
        self._queue(reading, draft, flag_id)
        return flag_id

    def _queue(self, reading: _Reading, draft: FlagDraft, flag_id: int) -> None:
        """The deliveries of a new flag: messages of their own, or lines of the digest, or none."""
        routing, pages = reading.routing, reading.routing.pages(draft.kind)
        due = reading.deliver_at if pages else routing.at
        if due is None:
            return
        for channel in reading.channels:
            key, day = sha256(draft.key, channel)[:32], None if pages else routing.day
            self._insert(_INSERT_DELIVERY, (key, flag_id, channel, stamp(reading.now), stamp(due), day))


def _details(article: Article, extraction: Extraction) -> str:
    """What a version's page said besides title and text, for `monitor show`."""
    stamps = {"published": article.published, "modified": article.modified}
    return clean(
        json_text(
            {name: stamp(time) if time else None for name, time in stamps.items()}
            | {"published_basis": article.published_basis, "modified_basis": article.modified_basis}
            | {"authors": article.authors, "section": article.section, "publisher": article.publisher}
            | {"language_basis": article.language_basis, "kind": article.kind, "reasons": extraction.reasons}
        )
    )


def _figure_values(
    version_id: int, extractor: str, place: int, figure: Figure, occasion: Occasion
) -> dict[str, object]:
    amount = f"{figure.value}" if figure.value is not None else f"{figure.low}..{figure.high}"
    span = f"{figure.start}:{figure.end}:{figure.num_start}"
    key = f"{span}:{figure.measure}:{figure.kind}:{amount}:{figure.direction}:{place}"
    figure = replace(figure, quote=clean(figure.quote))
    names = ("measure", "kind", "value", "low", "high", "qualifier", "unit", "direction", "scope", "source",
             "source_id", "quote", "start", "end")  # fmt: skip
    return {name: getattr(figure, name) for name in names} | {
        "version_id": version_id, "extractor": extractor, "key": key, "place": place, "optional": int(figure.optional),
        "confidence": figure.extraction_confidence, "published": str(occasion.published), "data": figure_text(figure),
    }  # fmt: skip
