"""Counts of one region, of a governor's, and of the Vatican's channel are series of their own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 4, 28)


def _scopes(language: str, text: str) -> list[tuple[float | None, str, str]]:
    figures = READER.extract(text, language=language, published=DAY).figures
    return [(f.value, f.measure, f.scope) for f in figures]


@pytest.mark.parametrize(
    ("language", "text", "scope"),
    [
        ("en", "Since January 47 children of the Kharkiv region have been returned from Russia.", "kharkiv"),
        ("de", "Seit Januar kehrten 47 Kinder aus der Region Charkiw aus Russland zurück.", "kharkiv"),
        ("es", "Desde enero 47 niños de la región de Járkov han vuelto de Rusia.", "kharkiv"),
        ("fr", "Depuis janvier, 47 enfants de la région de Zaporijjia sont rentrés de Russie.", "zaporizhzhia"),
        ("it", "Da gennaio sono tornati dalla Russia 47 bambini della regione di Zaporizhzhia.", "zaporizhzhia"),
        ("pl", "Od stycznia wróciło z Rosji 47 dzieci z obwodu zaporoskiego.", "zaporizhzhia"),
        ("pt", "Desde janeiro voltaram da Rússia 47 crianças da região de Zaporíjia.", "zaporizhzhia"),
        ("uk", "З початку року на Луганщину повернули 47 дітей, вивезених росіянами.", "luhansk"),
        ("ru", "С начала года в Сумскую область вернули 47 детей, вывезенных в Россию.", "sumy"),
        ("en", "Since January 47 children have been returned, said Oleh Syniehubov, the Kharkiv governor.", "kharkiv"),
        ("uk", "З початку року повернулися 47 дітей, повідомив Іван Федоров.", "zaporizhzhia"),
        ("ru", "С начала года вернулись 47 детей, сообщил Вадим Филашкин.", "donetsk"),
    ],
)
def test_a_count_of_a_region_is_its_own_series(language: str, text: str, scope: str) -> None:
    assert _scopes(language, text) == [(47, "returned", scope)]


def test_the_taken_and_the_victims_of_a_region_are_not_those_of_all() -> None:
    text = "Governor Oleh Syniehubov said 762 children had been deported from the Kharkiv region since the invasion."
    assert _scopes("en", text) == [(762, "deported", "kharkiv")]
    text = "За рік повномасштабної війни на Харківщині загинула 61 дитина, 221 дістала поранення."
    assert _scopes("uk", text) == [(61, "killed", "kharkiv"), (221, "injured", "kharkiv")]


def test_thousands_home_are_no_regions() -> None:
    text = "2,071 children have been returned from Russia, said Oleh Syniehubov, the Kharkiv governor."
    assert [scope for _, _, scope in _scopes("en", text)] == ["all"]


def test_regions_told_in_turns_have_each_its_number() -> None:
    text = "Since January 47 children of the Kharkiv region and 12 from Sumy have been returned from Russia."
    assert [(value, scope) for value, _, scope in _scopes("en", text)] == [(47, "kharkiv"), (12, "sumy")]
    text = "За підрахунками правозахисників, з Харківської області росія депортувала 1 412 дітей, із Сумської – 317."
    assert [(value, scope) for value, _, scope in _scopes("uk", text)] == [(1412, "kharkiv"), (317, "sumy")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Vatican has helped bring back 57 Ukrainian children from Russia, Cardinal Zuppi said."),
        ("it", "Grazie alla Santa Sede sono tornati dalla Russia 57 bambini ucraini, ha detto il cardinale Zuppi."),
        ("uk", "За посередництва Ватикану повернулися 57 дітей, уточнив Лубінець."),
        ("ru", "При посредничестве Святого престола вернулись 57 детей, уточнил Лубинец."),
        ("de", "Durch Vermittlung des Heiligen Stuhls sind 57 ukrainische Kinder aus Russland zurückgekehrt."),
    ],
)
def test_the_vaticans_channel_is_its_own_series(language: str, text: str) -> None:
    assert _scopes(language, text) == [(57, "returned", "vatican")]


@pytest.mark.parametrize(
    ("language", "text", "scopes"),
    [
        ("en", "Across Ukraine 684 children have been killed, Syniehubov said.", ["all"]),
        ("en", "Vitalii Kim said 744 children had been returned from Russia across the country this year.", ["all"]),
        ("en", "In Kharkiv region 61 children were killed, and 2,300 were injured across Ukraine.", ["kharkiv", "all"]),
        ("fr", "Avec l'aide de l'ombudsman, l'Ukraine a ramené 1 859 enfants de Russie.", ["all"]),
    ],
)
def test_a_count_of_all_the_land_is_no_regions_and_no_channels(language: str, text: str, scopes: list[str]) -> None:
    assert [scope for _, _, scope in _scopes(language, text)] == scopes
