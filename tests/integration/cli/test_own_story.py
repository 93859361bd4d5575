"""A story of one's own: what its folder may lack, and what `monitor config check` says of its files."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor import stories


@pytest.fixture
def mini(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the shipped story as the story `mini` of a config.yaml here, without its history and weights."""
    home = tmp_path / "stories"
    without = shutil.ignore_patterns("history.csv", "weights.json")
    shutil.copytree(stories.load("ukrainian_children").folder, home / "mini", ignore=without)
    monkeypatch.setattr(stories, "_HOME", home)
    stories.load.cache_clear()
    (tmp_path / "config.yaml").write_text("story: mini\n", encoding="utf-8")
    yield home / "mini"
    stories.load.cache_clear()


@pytest.mark.usefixtures("mini")
def test_a_story_needs_neither_history_nor_weights(cli):
    done = cli("catch-up")
    assert (done.code, done.err) == (0, "")
    assert cli("check", "20,000 children deported").out.splitlines()[1].startswith("Unknown")
