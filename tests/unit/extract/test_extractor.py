"""The whole way from text to figures, on sentences of our own, and on any text at all."""

from __future__ import annotations

import sys
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor import stories
from monitor.extract import Extractor, as_json
from monitor.extract.extractor import LONGEST
from monitor.extract.text.shadow import shadow

EXTRACTOR = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 1, 20)


def read(text: str, language: str = "en") -> list[tuple[object, ...]]:
    extraction = EXTRACTOR.extract(text, language=language, published=DAY)
    return [(f.value, f.measure, f.qualifier) for f in extraction.figures]


def why(text: str, language: str = "en") -> list[str | None]:
    return [n.reason for n in EXTRACTOR.extract(text, language=language, published=DAY).numbers]


def test_of_an_endless_text_the_beginning_is_read_to_the_end_of_a_block() -> None:
    said = "Kyiv says 421 children have returned from Russia.\n"
    found = EXTRACTOR.extract(said + "word " * 55_000 + "\n" + said * 2_000, language="en", published=DAY)
    assert found.figures[0].value == 421
    assert LONGEST - 2 * len(said) < found.numbers[-1].end <= LONGEST
    assert {number.value for number in found.numbers} == {421}


def calls(text: str) -> int:
    """How many functions reading the text calls."""
    made = 0

    def count(*_: object) -> None:
        nonlocal made
        made += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        EXTRACTOR.extract(text, language="en", published=DAY)
    finally:
        sys.setprofile(before)
    return made


@pytest.mark.parametrize("line", ["5, ", "5 and ", "2015 and 2016 and ", "8 children came home from Russia, "])
def test_a_long_list_of_numbers_takes_time_by_its_length(line: str) -> None:
    read(line)
    assert calls(line * 1200) < 6 * calls(line * 300)


@pytest.mark.parametrize("day", [date(1, 1, 5), date(9999, 12, 31)])
def test_an_impossible_day_of_publication_is_unknown(day: date) -> None:
    text = "On Friday 8 children came home from Russia, 421 last year, Lubinets said."
    undated = EXTRACTOR.extract(text, language="en", published=None)
    assert EXTRACTOR.extract(text, language="en", published=day) == undated


def test_returned_and_deported_in_one_sentence() -> None:
    assert read("Kyiv says 421 children have returned, while more than 12,300 were deported to Russia.") == [
        (421, "returned", "exact"),
        (12300, "deported", "more_than"),
    ]


def test_a_participle_before_the_noun_is_not_the_news() -> None:
    assert read("Nearly 730 stolen children have been recovered.") == [(730, "returned", "approx")]


def test_boys_and_girls_are_summed() -> None:
    (figure,) = EXTRACTOR.extract("Four boys and three girls were brought home.", language="en", published=DAY).figures
    assert (figure.value, figure.derived, figure.parts, figure.num) == (7, True, "boys:4,girls:3", None)


@pytest.mark.parametrize(
    ("text", "language", "reason"),
    [
        ("The children were away for 9 months.", "en", "duration"),
        ("A boy of 12 came home.", "en", "age"),
        ("In 2024 children were returned.", "en", "year"),
        ("The children's fund received $14 million.", "en", "money"),
        ("Article 17 protects children who were deported.", "en", "reference"),
        ("Діти чекали 8 місяців.", "uk", "duration"),
        ("Дети прошли 300 километров.", "ru", "distance"),
    ],
)
def test_rejections_are_named(text: str, language: str, reason: str) -> None:
    assert why(text, language) == [reason]


def test_other_nations_children_are_not_figures() -> None:
    assert why("Gunmen in Nigeria abducted 34 girls.") == ["another story"]


def test_collective_number_in_ukrainian() -> None:
    assert read("Додому повернулися дев'ятеро дітей.", "uk") == [(9, "returned", "exact")]


def test_json_has_whole_numbers() -> None:
    figure = EXTRACTOR.extract("Lubinets said 37 children had returned.", language="en", published=DAY).figures[0]
    row = as_json(figure)
    assert (row["value"], row["source_id"], row["quote"][:8]) == (37, "lubinets", "Lubinets")
    assert isinstance(row["value"], int)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["eight ", "20,000 ", "children ", "returned", ", ", "٣ ", "İ", "п'ятеро ", "-", "\u0301", "of them "]
        )
        | st.text(max_size=8)
    )
)
def test_any_text_gives_verbatim_spans(parts: list[str]) -> None:
    text = "".join(parts)
    extraction = EXTRACTOR.extract(text, language=None, published=None)
    for figure in extraction.figures:
        assert text[figure.start : figure.end] == figure.quote
        if figure.num is not None:
            assert text[figure.num_start : figure.num_end] == figure.num


@given(st.text())
def test_the_shadow_has_the_same_length(text: str) -> None:
    assert len(shadow(text)) == len(text)


def test_behind_more_figures_than_asked_for_nothing_is_read() -> None:
    text = "\n".join(f"{100_000 + n:,} children were deported to Russia, Kyiv said." for n in range(40))
    assert len(EXTRACTOR.extract(text, language="en", published=None).figures) == 40
    assert len(EXTRACTOR.extract(text, language="en", published=None, most=10).figures) == 11
