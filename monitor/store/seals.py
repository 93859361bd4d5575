"""Whether the log holds, and whether the database says what the log says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from monitor.store.codec import named, sha256
from monitor.store.log import FIRST, Log, line_hash

__all__ = ["Seals"]

GUARDS = ("event_log_kept", "event_log_sealed", "verdict_kept", "verdict_sealed")
"""Triggers that keep log and verdicts from being changed or deleted."""


@dataclass
class _Said:
    """What the log says, by public id: verdicts, texts and captures of versions, figures, flags, the last decision;
    and by hash: captured bodies that were let go."""

    verdicts: dict[str, set[str]] = field(default_factory=dict)
    versions: dict[str, tuple[str, str]] = field(default_factory=dict)
    figures: dict[str, str] = field(default_factory=dict)
    drafts: set[tuple[str, str]] = field(default_factory=set)
    raised: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    decided: dict[str, str] = field(default_factory=dict)
    tidied: set[str] = field(default_factory=set)

    def take(self, kind: str, subject: str, data: Any) -> None:
        """One line of the log."""
        if kind == "decided":
            self.decided[subject] = data["to"]
        elif kind == "tidied":
            self.tidied.update(data)
        elif kind == "judged":
            self._judged(subject, data)

    def _judged(self, version: str, data: Any) -> None:
        for name, *verdict in data["verdicts"]:
            self.verdicts.setdefault(name, set()).add(json.dumps(verdict))
        self.drafts.update((key, kind) for key, kind in data["flags"])
        self.raised.update({name: (key, kind, figure) for name, key, kind, figure in data.get("raised", ())})
        self.figures.update(data.get("figures", {}))
        if "text" in data:
            self.versions[version] = (data["text"], data["capture"])


class Seals(Log):
    """The part of the store that holds the database against its log."""

    def sealed_problems(self, seal: str = "") -> Iterator[str]:
        """What does not hold, a line each; `seal` is a hash that the log must still contain."""
        said, seals, broken = self._read_log()
        if broken:
            yield broken
            return
        if (len(seals), seals[-1] if seals else "") != self.seal():
            yield f"event_log: has {len(seals)} lines where {self.seal()[0]} were written, or ends otherwise"
        if seal and seal not in seals:
            yield f"event_log: has no line with the seal {seal}: it was cut or written anew since"
        yield from self._guards()
        yield from self._verdicts(said)
        yield from self._evidence(said)
        yield from self._figures(said)
        yield from self._flags(said)
        yield from self._dropped(said)

    def _read_log(self) -> tuple[_Said, list[str], str]:
        """What it says, the seal of each line, and the first break: all after it follow from it."""
        said, seals, previous = _Said(), list[str](), FIRST
        for row in self._each("SELECT * FROM event_log ORDER BY id"):
            sealed = line_hash(previous, row["at"], row["kind"], row["subject"], row["data"])
            if row["prev_hash"] != previous or row["hash"] != sealed:
                return said, seals, f"event_log: line {row['id']} was changed, or lines before it were removed"
            said.take(row["kind"], row["subject"], json.loads(row["data"]))
            seals.append(previous := sealed)
        return said, seals, ""

    def _guards(self) -> Iterator[str]:
        there = {row[0] for row in self._rows("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
        for name in sorted(set(GUARDS) - there):
            yield f"{name}: the trigger that keeps the log from being changed is gone"

    def _verdicts(self, said: _Said) -> Iterator[str]:
        for row in self._each("SELECT figure_id, kind, rule, against, review, note FROM verdict"):
            name = named("figure", row["figure_id"])
            verdict = [row["kind"], row["rule"], json.loads(row["against"]), bool(row["review"]), row["note"]]
            if json.dumps(verdict) not in said.verdicts.get(name, set()):
                yield f"{name}: its verdict is not the one in the log"
        judged = {named("figure", row[0]) for row in self._each("SELECT DISTINCT figure_id FROM verdict")}
        for name in sorted(said.verdicts.keys() - judged):
            yield f"{name}: its verdict in the log is gone from the database"

    def _evidence(self, said: _Said) -> Iterator[str]:
        sql = "SELECT v.id, v.text_sha256, c.sha256 FROM version v JOIN capture c ON c.id = v.capture_id"
        for row in self._each(sql):
            name = named("version", row["id"])
            if said.versions.pop(name, (row["text_sha256"], row["sha256"])) != (row["text_sha256"], row["sha256"]):
                yield f"{name}: text or capture are not those that were judged"
        for name in said.versions:
            yield f"{name}: was judged and is gone"

    def _figures(self, said: _Said) -> Iterator[str]:
        sql = """SELECT id, data, value IS data ->> '$.value' AND low IS data ->> '$.low' AND high IS data ->> '$.high'
          AND measure = data ->> '$.measure' AND quote = data ->> '$.quote' AS same FROM figure"""
        for row in self._each(sql):
            name = named("figure", row["id"])
            if not row["same"] or said.figures.get(name, seal := sha256(row["data"])) != seal:
                yield f"{name}: is not what was read"

    def _flags(self, said: _Said) -> Iterator[str]:
        for row in self._each("SELECT id, key, kind, figure_id, state FROM flag"):
            name, raised = named("flag", row["id"]), (row["key"], row["kind"], named("figure", row["figure_id"]))
            if raised[:2] not in said.drafts or said.raised.pop(name, raised) != raised:
                yield f"{name}: is not what was raised"
            decided = said.decided.get(name, "open")
            if row["state"] != decided and (row["state"], decided) != ("open", "snoozed"):
                yield f"{name}: is {row['state']}, but {decided} in the log"
        for name in said.raised:
            yield f"{name}: was raised and is gone"

    def _dropped(self, said: _Said) -> Iterator[str]:
        for row in self._each("SELECT min(id) AS id, sha256 FROM capture WHERE dropped_at IS NOT NULL GROUP BY sha256"):
            if row["sha256"] not in said.tidied:
                yield f"{named('capture', row['id'])}: its bytes are marked as let go, but no tidying let them go"
