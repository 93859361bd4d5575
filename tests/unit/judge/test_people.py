"""What people read: explanations, the fact-checker's answer, replayed rows, and the whole history as one list."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from monitor import stories, wiring
from monitor.judge import Replayed, check, explain, figure_row, replay, replay_rows
from monitor.model import Fact, Figure, Occasion, Period
from monitor.stories import history

STORY = Path(__file__).parents[3] / "monitor" / "stories" / "ukrainian_children"
POLICY = wiring.policy(stories.load("ukrainian_children"))


def fig(value: float, measure: Any = "deported", kind: Any = "total", **more: Any) -> Figure:
    return Figure(value, measure, kind, f"{value:g} children", 0, 0, **more)


def known(*told: tuple[str, Figure]) -> list[Fact]:
    runs = replay([(Occasion(f"a{n}", date.fromisoformat(day)), [f]) for n, (day, f) in enumerate(told)], POLICY)
    ledger = list(runs)[-1].ledger
    return [fact for facts in ledger.series.values() for fact in facts] + list(ledger.events)


# ---------------------------------------------------------------- why


def test_explain_has_rule_and_both_quotes() -> None:
    fact = known(("2023-09-13", fig(19546, source="the register")))[0]
    text = explain("restatement", "T3", fig(20000, qualifier="approx", source_id="zelensky"), [fact], "rounds")
    assert text.splitlines() == [
        "restatement: It is a rounded way of saying a number that is known exactly. (T3)",
        "It rounds a known number.",
        'now: approx 20,000 deported, zelensky: "20000 children"',
        '2023-09-13: 19,546 deported, the register: "19546 children"',
    ]


def test_explain_without_verdict_or_speaker() -> None:
    assert explain(None, "optional", fig(3)).startswith("not judged: The number is a side note")
    assert 'nobody named: "3 children"' in explain(None, "optional", fig(3))


# ---------------------------------------------------------------- check

FACTS = known(
    ("2023-03-28", fig(19514, source_id="reintegration_ministry")),
    ("2023-09-13", fig(19546, source_id="children_of_war")),
    ("2025-09-16", fig(35000, source_id="yale_hrl", kind="estimate", qualifier="approx")),
    ("2025-10-10", fig(19546, source_id="lubinets")),
    ("2025-10-10", fig(48, scope="kherson_home", source_id="prokudin")),
)


def test_check_of_a_rounding() -> None:
    answer = check(fig(20000), FACTS, POLICY)
    assert answer.match == "rounds" and answer.best is not None and answer.best.figure.value == 19546
    assert answer.said_by == ("children_of_war", "lubinets")
    assert (answer.since, answer.last_changed) == (date(2023, 9, 13), date(2023, 9, 13))
    assert answer.last_repeated == date(2025, 10, 10)


def test_check_tells_why_others_are_no_conflict() -> None:
    answer = check(fig(20000), FACTS, POLICY)
    assert answer.conflicts == ()
    assert {(fact.figure.value, why) for fact, why in answer.incomparable} == {
        (35000, "another side counts in its own way (yale, not kyiv)"),
        (48, "it counts a narrower or other operation (kherson_home, not all)"),
    }


def test_check_of_what_the_programme_counts() -> None:
    told = known(("2026-03-02", fig(2016, "returned", source_id="lubinets")))
    answer = check(fig(2016, "returned", scope="bring_kids_back"), told, POLICY)
    assert (answer.match, answer.of_what, answer.incomparable) == ("same", "", ())
    assert check(fig(2050, "returned", scope="bring_kids_back"), told, POLICY).match == "differs"


def test_check_of_a_replaced_number() -> None:
    answer = check(fig(19514), FACTS, POLICY)
    assert answer.match == "same" and answer.replaced_by is not None and answer.replaced_by.figure.value == 19546


def test_check_of_a_wrong_number_lists_the_nearest_first() -> None:
    answer = check(fig(25123), FACTS, POLICY)
    assert answer.match == "differs" and [fact.figure.value for fact in answer.conflicts] == [19546, 35000]


def test_check_of_an_attributed_number_keeps_to_its_side() -> None:
    answer = check(fig(25123, source_id="yale_hrl"), FACTS, POLICY)
    assert [fact.figure.value for fact in answer.conflicts] == [35000]


def test_check_of_a_number_that_another_series_has() -> None:
    answer = check(fig(48), FACTS, POLICY)
    assert (answer.match, answer.of_what) == ("elsewhere", "kherson_home")
    assert answer.best is not None and answer.said_by == ("prokudin",)
    assert check(fig(48, unit="cases"), FACTS, POLICY).match == "unknown"


def test_check_of_a_total_that_is_known_of_one_event() -> None:
    facts = known(("2025-10-10", fig(8, "returned", "batch", source_id="melania_trump")))
    answer = check(fig(8, "returned"), facts, POLICY)
    assert (answer.match, answer.of_what) == ("elsewhere", "one event")


def test_check_of_a_year_s_count_said_as_the_whole() -> None:
    year = Period(date(2024, 1, 1), date(2024, 12, 31))
    facts = known(
        ("2025-01-02", fig(449, "returned", period=year, source_id="lubinets")),
        ("2025-01-02", fig(1022, "returned", source_id="lubinets")),
    )
    whole, of_year = check(fig(449, "returned"), facts, POLICY), check(fig(449, "returned", period=year), facts, POLICY)
    assert (whole.match, whole.of_what) == ("elsewhere", "from 2024-01-01 on")
    assert (of_year.match, of_year.conflicts) == ("same", ())
    assert of_year.incomparable[0][1] == "it counts since the invasion, not from 2024-01-01 on"


def test_check_of_an_event_on_another_day() -> None:
    autumn = Period(date(2025, 10, 16), date(2025, 10, 16))
    facts = known(("2025-10-16", fig(8, "returned", "batch", period=autumn, source_id="yermak")))
    march = Period(date(2026, 3, 1), date(2026, 3, 1))
    answer = check(fig(8, "returned", "batch", period=march), facts, POLICY)
    assert (answer.match, answer.of_what) == ("elsewhere", "another day")
    assert check(fig(8, "returned", "batch", period=autumn), facts, POLICY).match == "same"
    assert check(fig(8, "returned", "batch"), facts, POLICY).match == "same"


def test_check_tells_of_all_that_have_the_number() -> None:
    facts = known(
        ("2025-10-10", fig(8, "returned", "batch", scope="mt", source_id="melania_trump")),
        ("2025-10-16", fig(8, "returned", "batch", source_id="yermak")),
    )
    answer = check(fig(8, "returned", "batch"), facts, POLICY)
    assert answer.best is not None and answer.best.sources == ("yermak",)
    assert [fact.sources for fact in answer.also] == [("melania_trump",)] and answer.incomparable == ()


def test_a_count_of_2022_is_not_one_since_the_invasion() -> None:
    year = Period(date(2022, 1, 1), date(2022, 12, 31))
    facts = known(("2026-03-02", fig(2016, "returned", source_id="lubinets")))
    answer = check(fig(2016, "returned", period=year), facts, POLICY)
    assert (answer.match, answer.of_what) == ("elsewhere", "since the invasion")


def test_check_names_the_other_direction_before_the_go_between() -> None:
    facts = known(("2025-10-10", fig(19, "returned", direction="ua>ru", scope="qatar")))
    assert check(fig(19, "returned", direction="ru>ua"), facts, POLICY).of_what == "the other direction"


def test_check_of_the_unknown() -> None:
    answer = check(fig(12, "killed"), FACTS, POLICY)
    assert (answer.match, answer.best, answer.conflicts, answer.incomparable) == ("unknown", None, (), ())


# ---------------------------------------------------------------- replay


def row(**more: Any) -> dict[str, Any]:
    return {"id": "a", "published": "2026-01-10", "figures": [figure_row("f1", fig(5, "returned", "batch"))], **more}


def test_replay_gives_figures_back_with_flag_rule_and_targets() -> None:
    first, second = replay_rows([row(), row(id="b")], POLICY)
    assert (first["figures"][0]["flag"], first["figures"][0]["rule"]) == ("new_figure", "E5")
    assert second["figures"][0]["against"] == ["a/f1"] and second["figures"][0]["measure"] == "returned"


def test_replay_with_an_extractor() -> None:
    figure = fig(5, "returned", "batch", period=Period(date(2026, 1, 9), None))
    found = next(replay_rows([row(text="five")], POLICY, lambda article: [figure] if article["text"] else []))
    assert found["figures"][0]["fid"] == "f1" and found["figures"][0]["period"] == {"from": "2026-01-09", "to": None}


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ({"published": "yesterday"}, "a: published 'yesterday' is no date; write YYYY-MM-DD"),
        ({"id": ""}, 'article: has no id; give each line an "id"'),
        ({"figures": [{"measure": "returned"}]}, 'a: a figure has no value; give "value", or "low" and "high"'),
        ({"figures": [{"value": 1, "kind": "heap"}]}, "a: kind 'heap' is unknown; use batch, total, increment,"),
    ],
)
def test_a_bad_row_is_one_error_and_the_rest_goes_on(bad: dict[str, Any], message: str) -> None:
    broken, good = replay_rows([row(**bad), row(id="b")], POLICY)
    assert broken["error"].startswith(message) and good["figures"][0]["flag"] == "new_figure"


# ---------------------------------------------------------------- history


def test_who_imposes_sanctions_is_read_from_the_story() -> None:
    issuers = wiring.policy(stories.load("ukrainian_children")).issuers
    assert {"uk", "eu", "us", "canada_government"} <= issuers and issuers.isdisjoint({"kyiv", "moscow", "un"})


OFFICIAL = [16011, 13899, 16222, 16226, 19514, 19391, 19453, 19499, 19546]


def replayed_history() -> list[Replayed]:
    rows = groupby(history.load(STORY), key=lambda row: (row.published, row.publisher, row.url))
    told = [
        (Occasion(f"h{n}", day, publisher), [row.figure for row in group])
        for n, ((day, publisher, _), group) in enumerate(rows)
    ]
    return list(replay(told, POLICY))


def test_history_from_an_empty_ledger() -> None:
    flags = [(run.figures[flag.figure], flag) for run in replayed_history() for flag in run.judgement.flags]
    official = {
        figure.value: flag
        for figure, flag in flags
        if (figure.measure, figure.scope, POLICY.family(figure)) == ("deported", "all", "kyiv")
    }
    assert [value for value in OFFICIAL if value not in official] == []
    assert official[13899].review and official[19391].review and not official[19546].review
    assert len(flags) <= 300


def test_history_flags_nothing_twice() -> None:
    keys = [flag.key for run in replayed_history() for flag in run.judgement.flags]
    assert len(keys) == len(set(keys))
