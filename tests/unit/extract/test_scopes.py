"""Which narrower series a count belongs to when a sentence tells a whole and a part of it."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2025, 10, 15)


@pytest.mark.parametrize(
    ("language", "text", "scopes"),
    [
        ("en", "1,605 children have been returned from Russia, 84 of them through Qatar.", {1605: "all", 84: "qatar"}),
        ("uk", "Повернуто 1605 дітей, з них 84 – за посередництва Катару.", {1605: "all", 84: "qatar"}),
        ("ru", "Украина вернула 1605 детей, 84 ребёнка – при посредничестве Катара.", {1605: "all", 84: "qatar"}),
        ("fr", "1 605 enfants sont rentrés de Russie, dont 84 grâce au Qatar.", {1605: "all", 84: "qatar"}),
        ("de", "1.605 Kinder sind aus Russland zurück, 84 davon dank Katar.", {1605: "all", 84: "qatar"}),
        ("es", "Han regresado de Rusia 1.605 niños, de ellos 84 gracias a Qatar.", {1605: "all", 84: "qatar"}),
        ("pl", "Z Rosji wróciło 1605 dzieci, w tym 84 dzięki Katarowi.", {1605: "all", 84: "qatar"}),
        ("it", "Sono tornati dalla Russia 1.605 bambini, di cui 84 con il Qatar.", {1605: "all", 84: "qatar"}),
        ("pt", "Regressaram da Rússia 1.605 crianças, 84 das quais através do Qatar.", {1605: "all", 84: "qatar"}),
        ("en", "Of 1,605 returned children 600 were saved by Save Ukraine.", {1605: "all", 600: "save_ukraine"}),
        ("uk", "Загалом повернуто 1605 дітей, із них 312 – на Херсонщину.", {1605: "all", 312: "kherson"}),
        (
            "en",
            "Lvova-Belova said 26 children had been returned home, while Bring Kids Back UA counts 1,605 returns.",
            {26: "all", 1605: "bring_kids_back"},
        ),
        ("en", "Seven children - six boys and one girl - came home through Qatar's mediation.", {7: "qatar"}),
        ("en", "Eight children, three of them sisters, are back with their families, Melania Trump said.", {8: "mt"}),
        ("en", "Two more children, one of them an orphan, are home, Save Ukraine said.", {2: "save_ukraine"}),
    ],
)  # fmt: skip
def test_the_scope_of_a_part_is_not_that_of_the_whole(language: str, text: str, scopes: dict[int, str]) -> None:
    figures = READER.extract(text, language=language, published=DAY).figures
    assert {f.value: f.scope for f in figures if f.value in scopes} == scopes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Once niños ucranianos volvieron a casa de Rusia."),
        ("fr", "Onze enfants ukrainiens sont rentrés à la maison de Russie."),
        ("pt", "Onze crianças ucranianas voltaram para casa da Rússia."),
        ("pl", "Jedenaścioro ukraińskich dzieci wróciło do domu z Rosji."),
    ],
)
def test_home_from_russia_is_no_way_to_russia(language: str, text: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 7, 1)).figures
    assert [(figure.value, figure.direction) for figure in found] == [(11, "ru>ua")]


def test_where_children_had_stayed_is_no_way_there() -> None:
    text = "Eleven Ukrainian children came home on Wednesday after spending four years in Russia, officials said."
    found = READER.extract(text, language="en", published=date(2026, 7, 1)).figures
    assert [(figure.value, figure.direction) for figure in found] == [(11, None)]
