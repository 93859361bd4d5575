"""The gold of the scheme: truth table, dated scenario and pairs, with the figures that the files give."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from monitor import stories, wiring
from monitor.judge import replay_rows

ROOT = Path(__file__).parents[3]
GOLD = ROOT / "tests" / "gold"
POLICY = wiring.policy(stories.load("ukrainian_children"))


def rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


def ledger_rows(row: dict[str, Any]) -> list[dict[str, Any]]:
    """The ledger of a truth-table row as articles: one each, but the parts of a sum stand in one."""
    if row["rule"] == "E3":
        return [{"id": "known", "published": row["ledger"][0]["published"], "figures": row["ledger"]}]
    return [{"id": f"k{i}", "published": f["published"], "figures": [f]} for i, f in enumerate(row["ledger"])]


@pytest.mark.parametrize("row", rows("truth-table.jsonl"), ids=lambda row: row["id"])
def test_truth_table(row: dict[str, Any]) -> None:
    figure = row["incoming"]
    new = {"id": "new", "published": figure["published"], "headline": row["text"], "figures": [figure]}
    found = list(replay_rows([*ledger_rows(row), new], POLICY))[-1]["figures"][0]
    assert (found["flag"], found["rule"]) == (row["flag"], row["rule"])


def test_scenario() -> None:
    articles = rows("scenario-dev.jsonl")
    found = {row["id"]: {f["fid"]: f for f in row["figures"]} for row in replay_rows(articles, POLICY)}
    wrong = [
        (article["id"], wanted, found[article["id"]][wanted["fid"]])
        for article in articles
        for wanted in article["expected"]
        if not found[article["id"]][wanted["fid"]]["optional"]
        and (wanted["flag"], wanted["against"])
        != tuple(found[article["id"]][wanted["fid"]][name] for name in ("flag", "against"))
    ]
    assert wrong == []


def test_scenario_leaves_optional_figures_unjudged() -> None:
    figures = [f for row in replay_rows(rows("scenario-dev.jsonl"), POLICY) for f in row["figures"]]
    assert [f["flag"] for f in figures if f["optional"]] == [None, None]


@pytest.mark.parametrize("pair", rows("pairs-dev.jsonl"), ids=lambda pair: pair["id"])
def test_pairs(pair: dict[str, Any]) -> None:
    figures = {f["fid"]: f for f in list(replay_rows([pair["first"], pair["second"]], POLICY))[1]["figures"]}
    assert {figures[second]["flag"] for _, second in pair["links"]} == {pair["flag"]}


def test_every_gold_speaker_has_a_family() -> None:
    known = set(POLICY.families) | {"zmina", "unicef"}
    alone = {"new_york_times", "financial_times", "important_stories", "sos_villages"}
    said = {
        f["source_id"] for name in ("west-dev.jsonl", "east-dev.jsonl") for row in rows(name) for f in row["figures"]
    }
    assert {source for source in said if source} - known - alone == set()
