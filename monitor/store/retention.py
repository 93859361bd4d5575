"""Which captured bytes may go when they are old or the disk is short. Never evidence of what the ledger holds."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from monitor.store.backups import Backups
from monitor.store.codec import json_text, stamp
from monitor.store.connection import plain_errors
from monitor.store.evidence import ENDING, body_path
from monitor.store.log import Log

__all__ = ["Retention", "Tidied"]

POLLS = timedelta(days=90)
"""So long each poll is remembered; of a feed that is asked more seldom, the last one."""

YOUNG = timedelta(hours=1)
"""A file younger than this may belong to a row that is being written."""

_BATCH = 500

_EVIDENCE = 5
_EXPENDABLE = f"""
SELECT sha256, max(captured_at) AS last, max(CASE
    WHEN EXISTS (SELECT 1 FROM entry WHERE capture_id = c.id AND state = 'captured') THEN {_EVIDENCE}
    WHEN EXISTS (SELECT 1 FROM version v JOIN figure f ON f.version_id = v.id WHERE v.capture_id = c.id
      AND (f.fact IS NOT NULL OR EXISTS (SELECT 1 FROM mention WHERE figure_id = f.id))) THEN {_EVIDENCE}
    WHEN EXISTS (SELECT 1 FROM version v JOIN figure f ON f.version_id = v.id WHERE v.capture_id = c.id) THEN 4
    WHEN EXISTS (SELECT 1 FROM version WHERE capture_id = c.id AND relevant) THEN 3
    WHEN EXISTS (SELECT 1 FROM version WHERE capture_id = c.id) THEN 2
    ELSE 1 END) AS worth
FROM capture c WHERE dropped_at IS NULL GROUP BY sha256 HAVING worth < {_EVIDENCE} ORDER BY worth, last
"""

_STILL_WANTED = """
SELECT DISTINCT sha256 FROM capture WHERE dropped_at IS NULL AND sha256 IN (SELECT value FROM json_each(?))
"""

_OLD_POLLS = "DELETE FROM poll WHERE at < ? AND id NOT IN (SELECT max(id) FROM poll GROUP BY feed_id)"


@dataclass(frozen=True, slots=True)
class Tidied:
    """What `tidy` removed: bodies and their bytes on disk, files that nothing named, polls; and what is left."""

    bodies: int
    freed: int
    strays: int
    polls: int
    left: int


class Retention(Backups, Log):
    """The part of the store that forgets, by a stated policy (docs/data.md)."""

    def tidy(
        self, now: datetime, *, keep: timedelta | None = None, cap: int | None = None, dry_run: bool = False
    ) -> Tidied:
        """Remove captured bytes older than `keep`, then, while all of them exceed `cap` bytes, the least worth first.

        Least: pages without an article, then articles about other things, then such without figures, then such whose
        figures are in no fact; oldest first among equals. Bytes behind the ledger, a flag or work in hand stay. Rows,
        texts and hashes stay too, and the log says what went. With `dry_run` nothing is changed. StoreLocked.
        """
        with self.keeping(), plain_errors(self.captures):
            files = dict(self._files())
            goes = self._chosen(files, stamp(now - keep) if keep else "", cap)
            strays = self._strays(files, now)
            left = sum(files.values()) - sum(files.get(digest, 0) for digest in [*goes, *strays])
            polls = 0
            if not dry_run:
                self._drop(goes, files, now)
                self._unlink(strays)
                polls = self._forget_polls(now)
        return Tidied(len(goes), sum(files.get(digest, 0) for digest in goes), len(strays), polls, left)

    def _files(self) -> Iterator[tuple[str, int]]:
        """(hash, bytes on disk) of every captured body."""
        if not self.captures.is_dir():
            return
        for folder in os.scandir(self.captures):
            if folder.is_dir():
                for file in os.scandir(folder.path):
                    if file.name.endswith(ENDING):
                        yield file.name.removesuffix(ENDING), file.stat().st_size

    def _chosen(self, files: dict[str, int], before: str, cap: int | None) -> list[str]:
        rows = self._rows(_EXPENDABLE)
        goes = [row["sha256"] for row in rows if row["last"] < before]
        over = sum(files.values()) - sum(files.get(digest, 0) for digest in goes) - cap if cap is not None else 0
        for row in rows:
            if over <= 0:
                break
            if row["last"] >= before:
                goes.append(row["sha256"])
                over -= files.get(row["sha256"], 0)
        return goes

    def _strays(self, files: dict[str, int], now: datetime) -> list[str]:
        """Files that no row names: a crash came between file and row, or between the row's end and the file's."""
        named = {row[0] for row in self._rows("SELECT DISTINCT sha256 FROM capture WHERE dropped_at IS NULL")}
        young = (now - YOUNG).timestamp()
        return [
            digest
            for digest in files.keys() - named
            if body_path(self.captures, digest).stat().st_mtime < young
        ]  # fmt: skip

    def _drop(self, digests: Sequence[str], files: dict[str, int], now: datetime) -> None:
        """First the rows say so, then the files go: a crash between leaves a stray, never a row without its bytes."""
        for start in range(0, len(digests), _BATCH):
            part = digests[start : start + _BATCH]
            with self.writing():
                sql = "UPDATE capture SET dropped_at = ? WHERE sha256 IN (SELECT value FROM json_each(?))"
                self._run(sql, (stamp(now), json_text(part)))
                self._note("tidied", "captures", {digest: files.get(digest, 0) for digest in part}, now)
            self._unlink(part)

    def _unlink(self, digests: Sequence[str]) -> None:
        """Within a transaction, so that nobody captures the same bytes again between the question and the removal."""
        with self.writing():
            wanted = {row[0] for row in self._rows(_STILL_WANTED, (json_text(list(digests)),))}
            for digest in digests:
                if digest not in wanted:
                    body_path(self.captures, digest).unlink(missing_ok=True)

    def _forget_polls(self, now: datetime) -> int:
        with self.writing():
            return self._run(_OLD_POLLS, (stamp(now - POLLS),))
