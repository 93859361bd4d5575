"""Is all of it true? What `monitor verify` holds together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from monitor.errors import StoreDamaged
from monitor.store.codec import named, sha256
from monitor.store.evidence import body_path, read_body
from monitor.store.seals import Seals

__all__ = ["Verification"]

_MOST = 20
"""So many problems of one kind are listed; the rest is counted."""


class Verification(Seals):
    """The part of the store that checks itself."""

    def verify(self, seal: str = "") -> list[str]:
        """Everything that does not hold, one line each; empty when all is well. Others may write meanwhile.

        SQLite's own integrity, foreign keys, the text index, captured bytes against their hashes, texts against
        theirs, every figure's span against its text, the sealed log, and all that the log says against the database.
        `seal` is the hash of a line that the log must still contain.
        """
        problems = self._integrity_of_pages()
        if problems:
            return problems
        problems = [*_few(self._index()), *_few(self._bodies())]
        with self._at_one_instant():
            for check in (self._integrity, self._keys, self._texts, self._spans):
                problems += _few(check())
            return problems + _few(self.sealed_problems(seal))

    def engine(self) -> str:
        """Name and version of the database engine."""
        return f"SQLite {self._value('SELECT sqlite_version()')}"

    def _integrity_of_pages(self) -> list[str]:
        try:
            rows = self._rows("PRAGMA integrity_check(20)")
        except StoreDamaged as damaged:
            return [f"database: {damaged.message}"]
        return [f"database: {text}" for (text,) in rows if text != "ok"]

    def _integrity(self) -> Iterator[str]:
        for row in self._rows("SELECT id FROM entry WHERE state = 'captured' AND capture_id IS NULL"):
            yield f"{named('entry', row['id'])}: captured, but without a capture"
        for row in self._rows(
            "SELECT id FROM article a WHERE NOT EXISTS (SELECT 1 FROM version WHERE article_id = a.id)"
        ):
            yield f"{named('article', row['id'])}: has no version"

    def _keys(self) -> Iterator[str]:
        for table, row, parent, _ in self._rows("PRAGMA foreign_key_check"):
            yield f"{table} row {row}: what it refers to in {parent} is gone"

    def _index(self) -> Iterator[str]:
        """SQLite takes this question for a write."""
        if self.read_only:
            return
        try:
            self._run("INSERT INTO article_fts (article_fts, rank) VALUES ('integrity-check', 1)")
        except StoreDamaged:
            yield "article_fts: the text index differs from the texts"

    def _bodies(self) -> Iterator[str]:
        kept = "SELECT min(id) AS id, sha256 FROM capture WHERE dropped_at IS NULL"
        for row in self._rows(f"{kept} GROUP BY sha256"):
            try:
                read_body(self.captures, row["sha256"])
            except StoreDamaged as wrong:
                if self._value(f"{kept} AND sha256 = ?", (row["sha256"],)):  # not let go meanwhile
                    yield f"{named('capture', row['id'])}: {wrong.message} ({body_path(self.captures, row['sha256'])})"

    def _texts(self) -> Iterator[str]:
        for row in self._each("SELECT id, text, text_sha256 FROM version"):
            if sha256(row["text"]) != row["text_sha256"]:
                yield f"{named('version', row['id'])}: the text differs from its hash"

    def _spans(self) -> Iterator[str]:
        sql = """
        SELECT f.id FROM figure f JOIN version v ON v.id = f.version_id
        WHERE substr(v.text, f.start_char + 1, f.end_char - f.start_char) <> f.quote
        """
        for row in self._rows(sql):
            if not self._span_holds(row["id"]):
                yield f"{named('figure', row['id'])}: its span of the text is not its quote"

    def _span_holds(self, figure_id: int) -> bool:
        """In Python, for texts with NUL, where SQLite's substr stops."""
        columns = "v.text, f.start_char, f.end_char, f.quote"
        sql = f"SELECT {columns} FROM figure f JOIN version v ON v.id = f.version_id WHERE f.id = ?"
        text, start, end, quote = self._rows(sql, (figure_id,))[0]
        return bool(text[start:end] == quote)


def _few(problems: Iterable[str]) -> list[str]:
    found = list(problems)
    more = [f"... and {len(found) - _MOST} more of this kind"] if len(found) > _MOST else []
    return found[:_MOST] + more
