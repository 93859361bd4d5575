"""The short form of `make chaos`."""

from __future__ import annotations

from pathlib import Path

from tests.doubles.chaos import chaos


def test_killed_again_and_again_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    damage = chaos(tmp_path, cycles=1, seed=7, commands=("catch-up",))
    assert damage.killed and damage.none, damage
