"""Every so-many-th, ages told of somebody, the days of datelines, and numbers that count a pronoun."""

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> list[tuple[float | None, str]]:
    found = READER.extract(text, language=language, published=date(2026, 3, 10), ours=True).figures
    return [(figure.value, figure.unit) for figure in found if not figure.optional]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Every tenth of the deported children came back from Russia.", 10.0),
        ("en", "Every third child is still held in Russia.", 33.3),
        ("de", "Heimgekehrt ist jedes fünfzehnte der verschleppten Kinder.", 6.7),
        ("it", "Ogni decimo bambino deportato è tornato dalla Russia.", 10.0),
    ],
)
def test_every_so_many_th_is_a_share(language: str, text: str, value: float) -> None:
    assert (value, "percent") in _read(language, text)


def test_every_third_friday_is_none() -> None:
    assert _read("en", "Mothers of the children deported to Russia meet every third Friday.") == []


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "МОСКВА/КИЕВ, 20 фев. – Россия передала Украине одиннадцать детей.", [11]),
        ("uk", "КИЇВ, 18 жовт. – З Росії повернули вісім дітей, серед них юнак, якому 17.", [8]),
        ("ru", "Из России вернулись шесть детей, среди них подросток, которому 16.", [6]),
        ("de", "Aus Russland kehrten acht Kinder heim. Die jüngste Rückkehrerin ist nach seinen Angaben fünf.", [8]),
    ],
)
def test_days_of_datelines_and_ages_are_no_figures(language: str, text: str, values: list[int]) -> None:
    assert [value for value, _ in _read(language, text)] == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "de",
            "2.217 Kinder sind aus Russland zurück, für 639 von ihnen hat der Staat Vormünder bestellt.",
            [2217, 639],
        ),
        ("pl", "Z Rosji wróciło 1292 dzieci, trzydzieści jeden spośród nich za pośrednictwem Stolicy.", [1292, 31]),
        ("uk", "Удома вже п’ятиста сімдесятьох дітей немає: їх депортували до Росії.", [570]),
    ],
)
def test_a_number_that_counts_a_pronoun_counts_no_later_noun(language: str, text: str, values: list[int]) -> None:
    assert [value for value, _ in _read(language, text)] == values


def test_batches_of_two_months_are_two_in_a_list_as_well() -> None:
    text = "Her office has helped 15 children return from Russia: eight in October and seven in December."
    assert {7, 8, 15} <= {value for value, _ in _read("en", text)}
