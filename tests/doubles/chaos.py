"""SIGKILL at random moments of a catch-up and a daemon over the bundled newsroom, and what is left compared.

A round starts with no database. Its processes are killed one after the other, the database is verified after each, and
at last a catch-up runs to its end: then it must hold the articles, figures and flags of a run that nobody disturbed.
"""

from __future__ import annotations

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from monitor.demo import Newsroom
from monitor.store import Store

__all__ = ["Damage", "chaos"]

KILLS = 4
"""So many processes are killed in a round before one may end."""

_HELD = {
    "articles": "SELECT url FROM article",
    "versions": "SELECT a.url, v.text_sha256 FROM version v JOIN article a ON a.id = v.article_id",
    "figures": "SELECT v.text_sha256, f.key FROM figure f JOIN version v ON v.id = f.version_id",
    "flags": "SELECT key FROM flag",
    "deliveries": "SELECT key FROM delivery",
}


@dataclass
class Damage:
    """Counted over all rounds: processes killed, verifications that found something, rows lost and doubled."""

    killed: int = 0
    rounds: int = 0
    unclean: list[str] = field(default_factory=list)
    lost: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_HELD, 0))
    doubled: dict[str, int] = field(default_factory=lambda: dict.fromkeys(_HELD, 0))

    @property
    def none(self) -> bool:
        """Whether nothing was damaged, lost or doubled."""
        return not self.unclean and not sum(self.lost.values()) and not sum(self.doubled.values())


def chaos(
    folder: Path,
    cycles: int,
    seed: int,
    tell: Callable[[Damage], None] = lambda _: None,
    commands: tuple[str, ...] = ("catch-up", "run"),
) -> Damage:
    """Kill `cycles` processes, or a few more to end the last round; the moments follow from `seed`.

    A daemon judges what it has when feeds keep it waiting (`daemon.PATIENCE`): on a machine so slow that a round of
    polls takes longer, its flags may differ from those of a catch-up, which waits for all.
    """
    damage, moments = Damage(), random.Random(seed)
    with Newsroom() as room:
        feeds = [(feed.name, feed.url) for feed in room.feeds]
        began = time.monotonic()
        _ended(_configured(folder / "calm", feeds))
        longest = time.monotonic() - began
        calm = _held(folder / "calm")
        while damage.killed < cycles:
            place = folder / f"round-{damage.rounds}"
            _round(_configured(place, feeds), place, moments, longest, damage, commands)
            _compare(calm, _held(place), damage)
            damage.rounds += 1
            tell(damage)
    return damage


def _round(
    config: Path, place: Path, moments: random.Random, longest: float, damage: Damage, commands: tuple[str, ...]
) -> None:
    for _ in range(KILLS):
        process = _started(moments.choice(commands), config)
        try:
            process.wait(moments.uniform(0.1, 1.2) * longest)
        except subprocess.TimeoutExpired:
            process.kill()
            damage.killed += 1
        process.wait()
        if (place / "m.sqlite").exists():
            with Store.open(place / "m.sqlite") as store:
                damage.unclean += store.verify()
    _ended(config)


def _configured(place: Path, feeds: list[tuple[str, str]]) -> Path:
    place.mkdir(parents=True)
    settings = {
        "storage": {"database": str(place / "m.sqlite")},
        "feeds": {"any": [{"name": name, "url": url} for name, url in feeds]},
        "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s"},
        "schedule": {"every": "1s"},
        "baseline": {"history": False, "silent": "3650d"},
    }
    path = place / "config.yaml"
    path.write_text(json.dumps(settings), encoding="utf-8")
    return path


def _started(command: str, config: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "monitor", command, "--config", str(config)],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _ended(config: Path) -> None:
    assert _started("catch-up", config).wait() == 0


def _held(place: Path) -> dict[str, list[tuple[str, ...]]]:
    with closing(sqlite3.connect(place / "m.sqlite")) as database:
        return {name: database.execute(sql).fetchall() for name, sql in _HELD.items()}


def _compare(calm: dict[str, list[tuple[str, ...]]], after: dict[str, list[tuple[str, ...]]], damage: Damage) -> None:
    for name, rows in calm.items():
        damage.lost[name] += len(set(rows) - set(after[name]))
        damage.doubled[name] += len(after[name]) - len(set(after[name])) + len(set(after[name]) - set(rows))
