"""The short form of `make soak`: hours pass, and nothing grows."""

from __future__ import annotations

from pathlib import Path

from tests.doubles.soaking import KEPT, soak


def test_hours_pass_and_nothing_leaks(tmp_path: Path) -> None:
    held = soak(tmp_path, feeds=3, hours=13)
    warm, last = held[4], held[-1]
    assert last.polls > warm.polls > 3 and last.articles > warm.articles > 3 * 3, "work went on"
    assert last.threads == warm.threads and last.descriptors <= warm.descriptors + KEPT
    assert last.own - warm.own < 5, "MB"
