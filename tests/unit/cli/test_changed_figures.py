"""Figures of two versions of an article, as a reader is told of them."""

from __future__ import annotations

from typing import Any

from monitor.cli._diff import changed_figures


def row(number: int, value: float, measure: str = "deported", speaker: str = "Kyiv", **other: Any) -> dict[str, Any]:
    given = {"kind": "total", "qualifier": "exact", "low": None, "high": None, "unit": "children"}
    return {"id": f"figure-{number}", "value": value, "measure": measure, "speaker": speaker} | given | other


def test_one_figure_became_another() -> None:
    told = changed_figures([row(1, 20000)], [row(2, 19500, qualifier="more_than")], 2)
    assert told == ["version 2: 20,000 deported became more than 19,500 (figure-2)"]


def test_what_stays_is_not_told_wherever_it_stands() -> None:
    assert changed_figures([row(1, 5), row(2, 7)], [row(3, 7), row(4, 5)], 2) == []


def test_figures_of_other_speakers_and_measures_are_not_paired() -> None:
    told = changed_figures([row(1, 5), row(2, 8, "returned")], [row(3, 6, speaker="Moscow"), row(4, 9, "returned")], 3)
    assert told == ["version 3: no longer 5 deported (figure-1)", "version 3: 8 returned became 9 (figure-4)",
                    "version 3: now 6 deported (figure-3)"]  # fmt: skip


def test_what_could_be_either_is_not_paired() -> None:
    told = changed_figures([row(1, 5), row(2, 6)], [row(3, 7)], 2)
    assert told == ["version 2: no longer 5 deported (figure-1)", "version 2: no longer 6 deported (figure-2)",
                    "version 2: now 7 deported (figure-3)"]  # fmt: skip


def test_a_figure_said_twice_is_told_once() -> None:
    assert changed_figures([row(1, 5), row(2, 5)], [], 2) == ["version 2: no longer 5 deported (figure-1)"]
