"""The flags expected of the demo follow from its expected figures by the rules: judged here without any extraction."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from monitor import judge, stories
from monitor.demo.content import Version, load_outlets, load_versions

EXPECTED: dict[str, Any] = json.loads((Path(__file__).parent / "expected.json").read_text(encoding="utf-8"))
OUTLETS = {outlet.key: outlet for outlet in load_outlets()}
POLICY = judge.Policy(families=stories.load("ukrainian_children").families)
ALERTS = {"new_figure", "updated_total", "conflict", "correction"}
Flag = tuple[str, float, str, str]


def row(version: Version) -> dict[str, Any]:
    name = f"{version.outlet}/{version.slug}" + (".2" if version.number == 2 else "")
    return {
        "id": name,
        "published": version.published.date().isoformat(),
        "outlet": OUTLETS[version.outlet].name,
        "lang": OUTLETS[version.outlet].language,
        "headline": version.title,
        "text": "\n".join(version.paragraphs),
        "figures": EXPECTED["articles"][name],
        "dup_of": "lantern/2025-09-16-camps" if version.slug == "2025-09-17-camps-copy" else None,
    }


def flags(versions: Iterable[Version]) -> list[Flag]:
    judged = judge.replay_rows([row(version) for version in versions], POLICY)
    return [
        (article["id"], figure["value"], figure["flag"], figure["rule"])
        for article in judged
        for figure in article["figures"]
        if figure["flag"] in ALERTS
    ]


def test_the_rules_give_exactly_the_expected_flags() -> None:
    passes = sorted(load_versions(), key=lambda version: (version.stage, version.published))
    wanted = [(flag["article"], flag["value"], flag["flag"], flag["rule"]) for flag in EXPECTED["flags"]]
    assert flags(passes) == wanted


@pytest.mark.parametrize("seed", range(5))
def test_the_seed_day_is_one_flag_in_any_order(seed: int) -> None:
    before = [version for version in load_versions() if version.slug < "2025-10-10"]
    day = [version for version in load_versions() if version.slug.startswith("2025-10-10")]
    random.Random(seed).shuffle(day)
    raised = flags(itertools.chain(before, day))[len(flags(before)) :]
    assert [(value, kind) for _, value, kind, _ in raised] == [(8, "new_figure")]
