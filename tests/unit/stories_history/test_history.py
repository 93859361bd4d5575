"""The shipped baseline of announced figures, and what its loader says about a mistake."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import monitor.stories.history as history
from monitor.errors import StoryError
from monitor.model import Measure, Period

FOLDER = Path(history.__file__).parent / "ukrainian_children"
ROWS = history.load(FOLDER)
GOOD = {
    "published": "2025-09-24", "as_of": "2025-09-24", "publisher": "example.org", "source": "Dmytro Lubinets",
    "source_id": "lubinets", "measure": "returned", "unit": "children", "kind": "total", "value": "1641", "low": "",
    "high": "", "qualifier": "exact", "direction": "ru+tot>ua", "scope": "all", "period_from": "2022-02-24",
    "period_to": "2025-09-24", "note": "", "optional": "", "remark": "", "url": "https://example.org/1",
}  # fmt: skip


def table(*rows: dict[str, str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, history.COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def one_problem(**changed: str) -> str:
    with pytest.raises(StoryError) as caught:
        history.read(table(GOOD, GOOD | changed), "history.csv")
    assert len(caught.value.problems) == 1
    return caught.value.problems[0]


def values(measure: str, scope: str = "all", **wanted: object) -> list[float | None]:
    return [
        row.figure.value
        for row in ROWS
        if row.figure.measure == measure
        and row.figure.scope == scope
        and all(getattr(row.figure, key) == value for key, value in wanted.items())
    ]


def test_shipped_history_is_long_dated_and_in_order() -> None:
    assert len(ROWS) >= 400
    days = [row.published for row in ROWS]
    assert days == sorted(days)
    assert days[0].year == 2022
    assert days[-1] == date(2026, 3, 12)


def test_shipped_history_says_no_fact_twice_and_nothing_before_its_day() -> None:
    keys = [(row.published, row.url, row.publisher, row.figure) for row in ROWS]
    assert len(set(keys)) == len(keys)
    assert all(row.as_of <= row.published for row in ROWS)


def test_all_but_two_rows_of_the_seed_article_have_an_address() -> None:
    assert [row.publisher for row in ROWS if not row.url] == ["elpais", "elpais"]


def test_the_register_fell_twice_and_has_stood_still() -> None:
    course = values("deported", qualifier="exact", kind="total", note=None)
    assert course.index(16011) < course.index(13899) < course.index(16222) < course.index(19514) < course.index(19391)
    still = [row.published for row in ROWS if row.figure.value == 19546]
    assert (still[0], still[-1]) == (date(2023, 9, 13), date(2026, 2, 12))


def test_the_counter_of_returned_children_is_complete() -> None:
    assert {1247, 1359, 1458, 1564, 1625, 1641, 1652, 1859, 1985, 2000, 2016} <= set(values("returned", kind="total"))


def test_the_eight_of_the_seed_day_count_both_directions_and_their_parts_are_optional() -> None:
    seed = [row.figure for row in ROWS if row.published == date(2025, 10, 10) and row.figure.scope == "mt"]
    assert {figure.value for figure in seed if not figure.optional} == {8}
    assert {figure.value for figure in seed if figure.optional} == {1, 3, 5}
    assert all(figure.direction is None for figure in seed if figure.value == 8)
    assert {figure.period for figure in seed if figure.value == 8} == {Period(date(2025, 10, 9), date(2025, 10, 10))}


def test_claims_of_moscow_are_marked_as_its_framing() -> None:
    claims = [row.figure for row in ROWS if (row.figure.value or 0) >= 450_000 and row.figure.measure == "deported"]
    assert claims
    assert {figure.note for figure in claims} == {"Russian framing"}
    assert {figure.source_id for figure in claims} == {"russian_authorities", "lvova_belova"}


def test_narrower_counters_keep_their_own_scope() -> None:
    assert 419 in values("returned", "via_ombudsman")
    assert 288 in values("returned", "kherson")
    assert 83 in values("returned", "qatar")
    assert {386, 388} <= set(values("returned", "portal"))
    assert 122 in values("returned", "lvova_belova", direction="ru>ua+third")


def test_measures_are_of_the_scheme_and_figures_carry_a_label() -> None:
    assert {row.figure.measure for row in ROWS} <= set(get_args(Measure))
    assert all(row.figure.quote and row.figure.start == row.figure.end == 0 for row in ROWS)


def test_label_and_fields_of_one_row() -> None:
    (row,) = history.read(table(GOOD))
    assert row.figure.quote == "1641 children, returned (total), Dmytro Lubinets"
    assert row.figure.period == Period(date(2022, 2, 24), date(2025, 9, 24))
    assert (row.figure.source_id, row.figure.extraction_confidence) == ("lubinets", 1.0)


def test_a_range_has_low_and_high() -> None:
    (row,) = history.read(table(GOOD | {"value": "", "low": "200000", "high": "300000", "qualifier": "range"}))
    assert (row.figure.value, row.figure.low, row.figure.high) == (None, 200_000, 300_000)
    assert row.figure.quote.startswith("200000-300000 children")


def test_as_of_falls_back_to_the_day_of_publication() -> None:
    (row,) = history.read(table(GOOD | {"as_of": ""}))
    assert row.as_of == date(2025, 9, 24)


def test_a_folder_without_history_has_no_rows(tmp_path: Path) -> None:
    assert history.load(tmp_path) == ()


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("published", "24.09.2025"), ("published", ""), ("publisher", ""), ("measure", "rescued"), ("unit", "kids"),
        ("kind", "sum"), ("value", "1,641"), ("value", "-3"), ("value", "nan"), ("value", ""), ("qualifier", "nearly"),
        ("qualifier", ""), ("optional", "no"), ("period_to", "2021-01-01"), ("url", "ftp://example.org"),
    ],
)  # fmt: skip
def test_a_mistake_names_file_line_and_column(column: str, cell: str) -> None:
    said = one_problem(**{column: cell})
    assert said.startswith(f"history.csv, line 3, column {column}: ")
    assert "; " in said
    assert "\n" not in said


def test_a_range_the_wrong_way_round_is_refused() -> None:
    assert "column low" in one_problem(value="", low="300", high="200", qualifier="range")


def test_all_mistakes_come_at_once() -> None:
    with pytest.raises(StoryError) as caught:
        history.read(table(GOOD | {"kind": "x"}, GOOD, GOOD | {"unit": "y"}), "h.csv")
    assert [problem.split(":")[0] for problem in caught.value.problems] == [
        "h.csv, line 2, column kind",
        "h.csv, line 4, column unit",
    ]


def test_too_many_cells_and_too_few() -> None:
    with pytest.raises(StoryError, match="cells too many"):
        history.read(table(GOOD).rstrip("\n") + ",more\n")
    with pytest.raises(StoryError, match="column qualifier"):
        history.read(",".join(history.COLUMNS) + "\n2025-01-01,,example.org\n")


@pytest.mark.parametrize("heading", ["", "published,publisher", ",".join((*history.COLUMNS, "extra"))])
def test_a_wrong_heading_is_one_clear_line(heading: str) -> None:
    with pytest.raises(StoryError, match="line 1: the heading is not right"):
        history.read(heading + "\n", "history.csv")


def test_a_quote_that_never_closes_is_one_clear_line() -> None:
    with pytest.raises(StoryError, match="is not CSV"):
        history.read(table(GOOD) + '"' + "x" * 140_000)


def test_bytes_that_are_not_utf8_are_refused(tmp_path: Path) -> None:
    (tmp_path / "history.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StoryError, match="UTF-8"):
        history.load(tmp_path)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_never_more(text: str) -> None:
    try:
        history.read(table(GOOD) + text)
    except StoryError as error:
        assert str(error)
