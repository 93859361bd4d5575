"""Wholes and parts of those who were taken, and plain verbs that the size of a number does not outweigh."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _measures(language: str, text: str) -> dict[float | None, str]:
    found = READER.extract(text, language=language, published=date(2026, 3, 3))
    return {figure.value: figure.measure for figure in found.figures}


@pytest.mark.parametrize(
    ("language", "text", "part", "whole"),
    [
        ("en", "Of the 36 deported children twelve are home.", 12, 36),
        ("en", "Twelve of the 36 children deported in May have returned.", 12, 36),
        ("fr", "Douze des 36 enfants déportés sont rentrés.", 12, 36),
        ("de", "Von den 36 verschleppten Kindern sind zwölf zurück in der Ukraine.", 12, 36),
        ("it", "Dodici dei 36 bambini deportati sono tornati.", 12, 36),
        ("es", "Doce de los 36 niños deportados han vuelto.", 12, 36),
        ("pt", "Doze das 36 crianças deportadas voltaram.", 12, 36),
        ("pl", "Dwanaścioro z 36 deportowanych dzieci wróciło do domu.", 12, 36),
        ("uk", "Дванадцятеро із 36 депортованих дітей повернулися додому.", 12, 36),
        ("ru", "Двенадцать из 36 депортированных детей вернулись домой.", 12, 36),
    ],
)
def test_the_verb_behind_those_who_were_taken_is_that_of_a_part(
    language: str, text: str, part: float, whole: float
) -> None:
    assert _measures(language, text) == {part: "returned", whole: "deported"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Three of the twelve deported children have died.", {3: "killed", 12: "deported"}),
        ("fr", "Sept des 20 enfants déportés sont morts.", {7: "killed", 20: "deported"}),
        ("it", "Tre dei dodici bambini deportati sono stati adottati.", {3: "placed_in_family", 12: "deported"}),
        ("it", "Otto dei bambini deportati sono morti negli istituti della Crimea.", {8: "killed"}),
        ("en", "Ukraine knows where 430 of the children taken to Russia are.", {430: "located"}),
    ],
)
def test_what_became_of_a_part_of_them_is_told_behind(language: str, text: str, told: dict[float, str]) -> None:
    assert _measures(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("fr", "Sept enfants ont été emmenés de force en Russie, a dit Loubinets.", {7: "deported"}),
        ("de", "Zwölf Kinder wurden aus Cherson verschleppt, sagte Selenskyj.", {12: "deported"}),
        ("it", "Dodici bambini sono stati deportati da Kherson, ha detto Lubinets.", {12: "deported"}),
        ("pl", "Rosjanie wywieźli siedmioro dzieci z Chersonia, powiedział Łubinec.", {7: "deported"}),
        ("it", "Undici bambini sono stati uccisi, dice Kiev.", {11: "killed"}),
        ("de", "Elf Kinder wurden nach Angaben Kiews in Odessa getötet.", {11: "killed"}),
        ("it", "Tre bambini sono stati feriti a Kharkiv, ha detto Zelensky.", {3: "injured"}),
        ("it", "Tre bambini deportati sono stati identificati, ha detto Lubinets.", {3: "identified"}),
    ],
)
def test_a_plain_verb_stands_where_no_word_of_a_return_is_near(
    language: str, text: str, told: dict[float, str]
) -> None:
    assert _measures(language, text) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Sur 19 546 enfants déportés, 2 000 sont revenus et 1 500 ont été localisés."),
        ("it", "Dei 19.546 bambini deportati 2.000 sono tornati e 1.500 sono stati localizzati."),
        ("pl", "Z 19 546 deportowanych dzieci 2 tys. wróciło, a 1,5 tys. zlokalizowano."),
    ],
)
def test_those_who_were_traced_are_told_behind_those_who_are_home(language: str, text: str) -> None:
    assert _measures(language, text) == {19_546: "deported", 2_000: "returned", 1_500: "located"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Fra loro 58 bambini della casa di Kherson, di cui solo nove restituiti dalla Russia."),
        ("en", "Among them are 58 children of the Kherson home, of whom only nine have come back."),
    ],
)
def test_of_whom_a_part_came_back_had_been_taken(language: str, text: str) -> None:
    assert _measures(language, text) == {58: "deported", 9: "returned"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "None of the 53 Ukrainian children was deported, Lvova-Belova said."),
        ("en", '"Not one of the 53 Ukrainian children was kidnapped," Lvova-Belova said.'),
        ("es", "Ninguno de los 53 niños ucranianos fue deportado, dijo Lvova-Belova."),
        ("de", "Keines der 53 Kinder wurde verschleppt, sagte Lwowa-Belowa."),
        ("ru", "Ни один из 53 детей не был похищен, сказала Львова-Белова."),
    ],
)
def test_what_is_said_of_none_of_them_is_denied(language: str, text: str) -> None:
    assert _measures(language, text) == {}


def test_of_none_of_those_who_were_taken_something_else_is_said() -> None:
    assert _measures("en", "None of the 19,546 deported children has a passport.") == {19_546: "deported"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The girl, one of 46 children from Kherson children's home, is now back in Ukraine."),
        ("de", "Das Mädchen, eines von 46 Kindern aus Cherson, ist wieder zu Hause."),
        ("fr", "La fillette, l'une des 46 enfants de Kherson, est de retour."),
        ("pl", "Dziewczynka, jedna z 46 dzieci z Chersonia, jest już w domu."),
    ],
)
def test_who_is_back_alone_is_one_of_those_taken(language: str, text: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 3)).figures
    assert [(figure.value, figure.measure) for figure in found] == [(46, "deported")]
