"""docs/rules.md against the code: every row of its table is judged, every rule and remark is on the page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from monitor.judge import NOTES, RULES, Policy, families_of, replay
from monitor.model import Figure, Occasion

PAGE = Path(__file__).parents[3] / "docs" / "rules.md"
ROW = re.compile(r"^\| ([TE]\d) \| (.+) \| (.+) \| (.+) \|$", re.MULTILINE)
CELL = re.compile(
    r"(?:(?P<hedge>nearly|more than) )?(?P<value>[\d,]+) (?P<measure>[a-z]+)(?P<batch> batch)?(?: \[(?P<scope>\w+)\])?"
    r"(?: (?P<way>\w+>\w+))?, (?P<who>\w+), (?P<day>[\d-]{10})(?: by (?P<outlet>\w+))?(?: \"(?P<head>[^\"]+)\")?"
)
HEDGES = {None: "exact", "nearly": "approx", "more than": "more_than"}
POLICY = Policy(
    families_of(
        {
            "kyiv": ["lubinets", "zelensky", "kondratiuk", "yermak", "children_of_war", "olena_zelenska"],
            "moscow": ["lvova_belova", "dmitriev"],
            "us_first_lady": ["melania_trump", "white_house"],
            "un": ["un_commission"],
        }
    ),
    regions=frozenset({"kherson"}),
    helpers=frozenset({"save_ukraine", "via_ombudsman"}),
    groups=frozenset({"kherson_home"}),
    deals=frozenset({"mt", "qatar", "vatican"}),
)
TEXT = PAGE.read_text(encoding="utf-8")


def article(name: str, cell: str) -> tuple[Occasion, list[Figure]]:
    found = [CELL.fullmatch(part) for part in cell.split(" + ")]
    assert all(found), f"cannot read {cell!r}"
    figures, first = [], found[0]
    for match in found:
        figures.append(
            Figure(
                float(match["value"].replace(",", "")),
                match["measure"],
                "batch" if match["batch"] else "total",
                "",
                0,
                0,
                qualifier=HEDGES[match["hedge"]],
                scope=match["scope"] or "all",
                direction=match["way"],
                source_id=None if match["who"] == "nobody" else match["who"],
            )
        )
    outlet = first["outlet"] or name
    return Occasion(name, date.fromisoformat(first["day"]), outlet, headline=first["head"] or ""), figures


@pytest.mark.parametrize(("rule", "known", "said", "verdict"), ROW.findall(TEXT))
def test_row(rule: str, known: str, said: str, verdict: str) -> None:
    before = [] if known == "nothing" else known.split("; ")
    articles = [article(f"k{i}", cell) for i, cell in enumerate(before)] + [article("new", said)]
    found = list(replay(articles, POLICY))[-1].judgement.verdicts[0]
    shown = f"{found.kind}, review" if found.review else found.kind
    assert (found.rule, shown) == (rule, verdict)


def test_every_rule_has_a_row() -> None:
    assert {row[0] for row in ROW.findall(TEXT)} == set(RULES) - {"optional"}


def test_every_remark_is_explained() -> None:
    assert [note for note in NOTES if not re.search(rf"^\| .*\b{note}\b", TEXT, re.MULTILINE)] == []
