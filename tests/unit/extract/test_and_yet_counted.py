"""What a rule that turns something down must leave alone: the near cases of each."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> tuple[Figure, ...]:
    return tuple(READER.extract(text, language=language, published=date(2025, 12, 10)).figures)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("uk", "Україна повернула 8 викрадених Росією дітей.", [(8, "returned")]),
        (
            "en",
            "Lubinets reported that 2,016 children have been returned to Ukraine. Russia has denied it takes any.",
            [(2016, "returned")],
        ),
        (
            "en",
            "Russia freed 1,200 soldiers, but 19,546 children are still held in Russia.",
            [(19546, "held")],
        ),
        (
            "en",
            "669 children have been killed and 19,546 deported, including 1,600 orphans.",
            [(669, "killed"), (19546, "deported"), (1600, "deported")],
        ),
        ("uk", "Росія вивезла 116 000 українських дітей.", [(116000, "deported")]),
        ("en", "Russia has taken over 19,000 children.", [(19000, "deported")]),
        ("ru", "После пожара в интернате россияне вывезли 46 детей.", [(46, "deported")]),
        ("ru", "Домой вернулись пятеро третьего сентября.", [(5, "returned")]),
        (
            "en",
            "In November 87 children had been returned by the programme. It is now 95.",
            [(87, "returned"), (95, "returned")],
        ),
        ("en", "The Seven Have Come Home. The children crossed the border on Monday.", [(7, "returned")]),
        ("en", "Of the children who returned, a third suffer from depression.", [(33.3, "returned")]),
    ],
)
def test_it_still_counts(language: str, text: str, told: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.measure) for figure in _read(language, text)] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Selenskyj freute sich über die Rückkehr von neun Kindern."),
        ("it", "Finora 1.985 bambini sono tornati, ma gli altri non sono ancora a casa."),
        ("en", "Some 2,016 children have returned home; the others have not."),
    ],
)
def test_nothing_is_put_aside(language: str, text: str) -> None:
    assert [(figure.measure, figure.note) for figure in _read(language, text)] == [("returned", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Лубінець зустрівся з Москальковою. Омбудсман повідомив, що 12 дітей повернулися додому."),
        ("en", "Lubinets met reporters. 12 children had returned on Friday, the official told Sky News."),
    ],
)
def test_an_office_is_its_holder_s(language: str, text: str) -> None:
    assert [(figure.value, figure.source_id) for figure in _read(language, text)] == [(12, "lubinets")]


def test_more_than_is_told_of_what_was_taken() -> None:
    (figure,) = _read("en", "Russia has taken over 19,000 children.")
    assert figure.qualifier == "more_than"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "Україна ідентифікувала 19 546 дітей, у т.ч. 1 600 дітей-сиріт.", 1600),
        ("ru", "Украина установила 19 546 детей, в т. ч. 1 600 сирот.", 1600),
    ],
)
def test_part_of_that_number_is_no_part_of_a_law(language: str, text: str, value: float) -> None:
    assert value in [figure.value for figure in _read(language, text)]


def test_numbers_in_numbers_have_an_end() -> None:
    assert len(_read("en", "Art. " + "1(2" * 2_000 + " of the law.")) < 10
