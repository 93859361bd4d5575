"""Many articles, each with a number of its own beside one that all repeat: every number is read, and alerts once.

The numbers are drawn by lot, most of them far from what the story ever had; a day will come when it has them.
"""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from monitor.cli import run_command

KNOWN = 20_000
TOLD = {
    "returned": "{n} Ukrainian children have been brought back to their parents {when}, {who} said.",
    "deported": "{who} said that {n} children had been deported to Russia {when}.",
    "identified": "{who} has identified {n} deported children {when}.",
    "placed_in_family": "Files seen by {who} show that {n} children were placed with Russian families {when}.",
    "killed": "{who} reported {n} children killed {when}.",
    "missing": "{n} children have gone missing {when}, according to {who}.",
    "held": "{n} children are held in Russian camps, {who} said.",
}
WHO = ["Ukraine's ombudsman", "Save Ukraine", "Yale's Humanitarian Research Lab", "Maria Lvova-Belova", "a UN mission",
       "the ministry in Kyiv", "a Qatari envoy"]  # fmt: skip
WHEN = ["since January", "since the invasion", "over the past month", "since the last talks", "this summer", "so far"]
BESIDE = ["Buses waited at the border until the morning.", "Lawyers say that each case takes months."]
ALERTING = {"new_figure", "updated_total", "conflict", "correction"}


def told(lot: random.Random, count: int) -> list[dict[str, Any]]:
    numbers = lot.sample([n for n in range(41, 19_900) if not 1900 <= n <= 2100], count)
    rows = []
    for place, number in enumerate(numbers):
        measure = list(TOLD)[place % len(TOLD)]
        who, when = lot.choice(WHO), lot.choice(WHEN)
        sentence = TOLD[measure].format(n=f"{number:,}", who=who, when=when)
        sentence = sentence[0].upper() + sentence[1:]
        text = "\n".join(
            (BESIDE[0], sentence, f"Kyiv puts the whole at {KNOWN:,} children. File qx{number}ab7.", BESIDE[1])
        )
        rows.append({"id": str(number), "lang": "en", "published": "2026-06-01", "outlet": f"o{place % 3}",
                     "headline": "New numbers on the children taken to Russia", "text": text})  # fmt: skip
    return rows


@pytest.mark.parametrize("seed", range(3))
def test_every_number_is_read_and_alerts_once(
    seed: int, capsys: pytest.CaptureFixture[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rows = told(random.Random(seed), 70)
    path = tmp_path_factory.mktemp("told") / "articles.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run_command(["replay", str(path), "--jsonl"]) == 0
    flags = [
        (line["id"], figure["value"])
        for line in map(json.loads, capsys.readouterr().out.splitlines())
        for figure in line["figures"]
        if figure["flag"] in ALERTING
    ]
    own = [(row["id"], float(row["id"])) for row in rows]
    assert sorted(found for found in flags if found[1] != KNOWN) == sorted(own)
    assert sum(value == KNOWN for _, value in flags) <= 1
