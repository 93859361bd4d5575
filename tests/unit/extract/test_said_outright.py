"""What is said outright is read whatever its number; corrections, questions, conditions, codes and ages."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Extraction

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> Extraction:
    return READER.extract(text, language=language, published=date(2026, 3, 3))


def _measures(language: str, text: str) -> dict[float | None, str]:
    return {figure.value: figure.measure for figure in _read(language, text).figures}


@pytest.mark.parametrize("value", [101, 412, 1_339, 3_495, 6_772, 9_668, 13_830, 19_899])
@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("{} Ukrainian children were returned to their families over the past week, Lubinets said.", "returned"),
        ("According to the ministry, {} children have come home over the summer, with some help.", "returned"),
        ("The ombudsman said {} children had been deported or forcibly transferred over the summer.", "deported"),
        ("Records reviewed by a laboratory show {} children placed with Russian families.", "placed_in_family"),
        ("The ministry counted {} children killed since the start of the year.", "killed"),
        ("{} children remain unaccounted for since the last round of talks, a mediator told reporters.", "missing"),
    ],
)  # fmt: skip
def test_what_is_said_outright_is_read_however_many_there_are(value: int, text: str, measure: str) -> None:
    told = _measures("en", text.format(f"{value:,}") + "\nKyiv has put the total at 20,000 children.")
    assert told[value] == measure


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("es", "Unos 9.668 niños han vuelto a Ucrania en lo que va de año, según Kiev.", "returned"),
        ("uk", "За час війни 9 668 дітей повернулися в Україну, каже омбудсман.", "returned"),
        ("ru", "С начала войны в Украину вернулись 9 668 детей, говорит омбудсмен.", "returned"),
        ("de", "Seit Beginn des Krieges sind 9.668 Kinder in die Ukraine zurückgekehrt, sagt Kiew.", "returned"),
    ],
)
def test_totals_may_grow(language: str, text: str, measure: str) -> None:
    assert _measures(language, text) == {9_668: measure}


@pytest.mark.parametrize(
    "text",
    [
        "Kyiv has put the total at 20,000 children. Desk reference zx803ab79310.",
        "Kyiv has put the total at 20,000 children. File 374495zx961.",
        "Kyiv has put the total at 20,000 children, in the U2 and the G20.",
    ],
)
def test_digits_glued_to_letters_count_nothing(text: str) -> None:
    assert list(_measures("en", text)) == [20_000]


@pytest.mark.parametrize("text", ["1e5 children were deported.", "999999999999999999999999 children were deported."])
def test_pieces_of_a_longer_number_are_none(text: str) -> None:
    assert not _read("en", text).figures


def test_a_lost_space_and_scales_are_no_codes() -> None:
    assert list(_measures("en", "Kyiv says 700k minors were deported.")) == [700_000]
    assert list(_measures("uk", "Київ каже про понад19 тисяч депортованих дітей.")) == [19_000]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Correction: an earlier version said 21 children had been brought home from Luhansk. It was 12.", 12),
        ("es", "Fe de errores: se dijo que 17 niños habían vuelto de Lugansk. Son 13, según el defensor.", 13),
        ("de", "Korrektur: In einer früheren Fassung hieß es, 17 Kinder seien zurückgekehrt. Es waren 13.", 13),
        ("fr", "Rectificatif : nous écrivions que 17 enfants étaient rentrés. Ils étaient 13, précise Kiev.", 13),
        ("it", "Errata corrige: si parlava di 17 bambini tornati da Lugansk. Erano 13, precisa l'ombudsman.", 13),
        ("pt", "Correção: dizia-se que 17 crianças tinham regressado. São 13, esclarece o provedor.", 13),
        (
            "uk",
            "Виправлення: у попередній версії йшлося про 17 дітей, повернутих з Луганщини. Їх 13, каже Лубінець.",
            13,
        ),
        (
            "ru",
            "Исправление: в первой версии говорилось о 17 детях, возвращенных из Луганска. Их 13, говорит Лубинец.",
            13,
        ),
    ],
)
def test_a_correction_replaces_its_number(language: str, text: str, value: float) -> None:
    assert list(_measures(language, text)) == [value]


def test_the_correction_of_an_identity_corrects_no_number() -> None:
    text = (
        "How many children are back in Ukraine?\n1,372, said Herasymchuk. Then there were fifty.\nWhat do they tell?\n"
        "Not much. Some went through what I call a correction of identity."
    )
    assert 1_372 in _measures("en", text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the deported children it could be 200,000 or even 300,000, Herasymchuk said."),
        ("es", "Los niños deportados podrían ser 200.000 o incluso 300.000, dijo Herasymchuk."),
        ("uk", "Дітей, яких вивезли, може бути 200 чи навіть 300 тисяч, вважає Герасимчук."),
        ("ru", "Вывезенных детей может быть 200 или даже 300 тысяч, считает Герасимчук."),
    ],
)
def test_or_even_joins_the_bounds_of_a_range(language: str, text: str) -> None:
    assert [(figure.low, figure.high) for figure in _read(language, text).figures] == [(200_000, 300_000)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two thousand children home? Not yet. On Thursday Lubinets spoke of 1,350."),
        ("pl", "Dwa tysiące dzieci w domu? Jeszcze nie. W czwartek rzecznik praw człowieka mówił o 1350."),
        ("uk", "Дві тисячі дітей удома? Ще ні. У четвер Лубінець говорив про 1350."),
    ],
)
def test_a_question_answered_with_no_tells_no_number(language: str, text: str) -> None:
    assert list(_measures(language, text)) == [1_350]


def test_what_would_not_be_enough_is_only_supposed() -> None:
    text = "Ai minori deportati pensa la viceministra: anche se fossero diecimila, non ci basterebbe."
    assert "supposed" in {number.reason for number in _read("it", text).numbers}


def test_those_over_eighteen_are_no_eighteen() -> None:
    text = "Nine children returned from occupied Luhansk. Two of those who travelled are over 18."
    assert list(_measures("en", text)) == [9]


def test_number_is_a_verb_behind_whom_it_counts() -> None:
    assert 19_546 in _measures("en", "The deported number 19,546; 388 of them were returned to Ukraine.")


def test_the_twenty_seven_are_a_name() -> None:
    text = "Ieri i Ventisette hanno colpito altre diciannove persone per la deportazione dei minori ucraini."
    assert list(_measures("it", text)) == [19]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,187 children have returned to school in Kherson region, Ukraine's education ministry said."),
        ("es", "Han vuelto a clase 1.187 niños en Jersón, según Kiev."),
        ("de", "In Cherson sind 1.187 Kinder in die Schule zurückgekehrt, sagt Kiew."),
        ("uk", "1187 дітей повернулися до школи, повідомили в Києві."),
    ],
)
def test_back_at_school_is_not_home(language: str, text: str) -> None:
    assert "school" in {number.reason for number in _read(language, text).numbers}


def test_home_and_then_back_at_school_is_home() -> None:
    text = "Save Ukraine brought 17 children home from Russia; they have gone back to school in Kyiv."
    assert _measures("en", text) == {17: "returned"}
