"""Counts by step, month, pair and catalogue, as new texts told them; each rule with sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))


def _figures(language: str, text: str, headline: str = "") -> list[Figure]:
    read = READER.extract(text, language=language, published=date(2026, 11, 20), headline=headline)
    return [figure for figure in read.figures if not figure.optional]


def _told(language: str, text: str) -> list[tuple[float | None, str, str]]:
    return [(figure.value, figure.measure, figure.kind) for figure in _figures(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "A couple of hundred Ukrainian children live with Russian guardians.", 200),
        ("en", "A couple of Ukrainian children live with Russian guardians.", 2),
        ("es", "Un par de centenares de menores ucranianos viven con tutores rusos.", 200),
        ("it", "Un paio di centinaia di bambini ucraini vivono con tutori russi.", 200),
        ("pt", "Um par de centenas de crianças ucranianas vive com famílias russas.", 200),
    ],
)
def test_a_couple_of_hundred(language: str, text: str, value: float) -> None:
    assert _told(language, text) == [(value, "placed_in_family", "total")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Por esos campos de Crimea pasaron entre 6.000 y 11.000 niños ucranianos."),
        ("it", "Per quei campi in Crimea sono passati tra 6.000 e 11.000 bambini ucraini."),
        ("pt", "Passaram por esses campos na Crimeia entre 6.000 e 11.000 crianças ucranianas."),
    ],
)
def test_a_range_behind_a_verb_of_passing(language: str, text: str) -> None:
    assert [(figure.low, figure.high, figure.measure) for figure in _figures(language, text)] == [(6000, 11000, "held")]


def test_what_rose_from_one_number_to_another_is_no_range() -> None:
    assert [figure.value for figure in _figures("es", "Los niños regresados pasaron de 1.642 a 1.693.")] == [1642, 1693]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Yale studied the photographs of 300 camp counsellors who had met Ukrainian children.", []),
        ("Yale studied 30 camps that hold Ukrainian children.", [(30, "facilities", "total")]),
        ("Of the 27 teenagers whom Save Ukraine brought home in March, eleven are orphans.", [27]),
    ],
)
def test_the_last_of_several_nouns_is_counted(text: str, numbers: list[object]) -> None:
    told = _told("en", text)
    assert (told if numbers != [27] else [row[0] for row in told][:1]) == numbers


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2025, 731 children came back from Russia, a third more than the year before."),
        ("de", "2025 kehrten 731 Kinder aus Russland zurück, ein Drittel mehr als im Vorjahr."),
        ("es", "En 2025 volvieron de Rusia 731 niños, un tercio más que el año anterior."),
        ("fr", "En 2025, 731 enfants sont rentrés de Russie, un tiers de plus que l'année précédente."),
        ("it", "Nel 2025 sono tornati dalla Russia 731 minori, un terzo in più rispetto all'anno prima."),
        ("pt", "Em 2025 voltaram da Rússia 731 crianças, um terço a mais do que no ano anterior."),
        ("uk", "У 2025 році з Росії повернули 731 дитину, на третину більше, ніж торік."),
        ("ru", "В 2025 году из России вернули 731 ребенка, на 30% больше, чем годом ранее."),
    ],
)
def test_by_how_much_a_count_differs_is_no_share(language: str, text: str) -> None:
    assert [row[0] for row in _told(language, text)] == [731]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", '"Neither twenty nor twenty thousand kidnapped children: there are 339 names", Medinsky said.'),
        ("de", "„Weder zwanzig noch zwanzigtausend entführte Kinder: Es sind 339 Namen“, sagte Medinski."),
        ("it", "«Né venti né ventimila bambini rapiti: ci sono 339 nomi», ha detto Medinskij."),
        ("pl", "„Ani dwadzieścia, ani dwadzieścia tysięcy porwanych dzieci: jest 339 nazwisk”, uciął Medinski."),
    ],
)
def test_neither_of_two_numbers_is_told(language: str, text: str) -> None:
    assert [row[0] for row in _told(language, text)] == [339]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "В Save Ukraine сообщают о 1 400 детях на порталах усыновления.", (1400, "at_risk")),
        ("it", "Sono più di 1.400 i bambini ucraini sui portali di adozione russi.", (1400, "at_risk")),
        ("de", "Auf russischen Adoptionsportalen stehen 400 ukrainische Kinder.", (400, "at_risk")),
        ("fr", "Yale vient de recenser 523 profils d'enfants ukrainiens dans ces catalogues.", (523, "at_risk")),
        ("en", "In the adoption catalogues the profiles of 523 Ukrainian children are on display.", (523, "at_risk")),
        ("en", "Save Ukraine rescued 12 children listed on Russian adoption portals.", (12, "returned")),
        ("en", "Save Ukraine rescued 12 children from Russian adoption portals.", (12, "returned")),
        ("en", "Yale matched 314 children with entries in Russian adoption catalogues.", (314, "identified")),
    ],
)
def test_who_is_shown_in_a_catalogue(language: str, text: str, told: tuple[float, str]) -> None:
    assert [row[:2] for row in _told(language, text)] == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since January 1, 17 children from Kherson have returned."),
        ("es", "Desde el 1 de enero han regresado 17 menores de Jersón."),
        ("fr", "Depuis le 1er janvier, 17 mineurs de Kherson sont rentrés en Ukraine."),
        ("it", "Dal 1° gennaio sono tornati in Ucraina 17 minori di Kherson."),
        ("pl", "Od 1 stycznia wróciło na Ukrainę 17 dzieci z Chersonia."),
        ("pt", "Desde 1 de janeiro voltaram à Ucrânia 17 crianças de Kherson."),
        ("uk", "З 1 січня повернулися 17 дітей з Херсона."),
    ],
)
def test_who_came_since_a_day_are_a_total_of_that_time(language: str, text: str) -> None:
    (figure,) = _figures(language, text)
    assert (figure.value, figure.kind) == (17, "total")
    assert figure.period is not None and figure.period.start == date(2026, 1, 1)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "In October 12 children were killed in Russian strikes on Ukraine, UNICEF said.", "total"),
        ("en", "On October 12 five children were killed in a Russian strike on Dnipro.", "batch"),
        ("es", "En octubre murieron 12 niños por bombardeos rusos en Ucrania, informó Unicef.", "total"),
        ("de", "Im Oktober wurden in der Ukraine 12 Kinder getötet, so die Vereinten Nationen.", "total"),
        ("ru", "За октябрь в Украине погибли восемь детей, сообщила миссия ООН.", "total"),
        ("uk", "У жовтні в Україні загинули 12 дітей, повідомила місія ООН.", "total"),
    ],
)
def test_the_toll_of_a_month(language: str, text: str, kind: str) -> None:
    assert [row[1:] for row in _told(language, text)] == [("killed", kind)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Already 61 people and eight organisations are under EU sanctions over the deportation of children."),
        ("ru", "Под санкциями ЕС за депортации детей находится уже 61 человек и восемь организаций."),
    ],
)
def test_who_is_on_a_list_already_is_its_sum(language: str, text: str) -> None:
    assert _told(language, text) == [(61, "sanctions", "total"), (8, "sanctions", "total")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Out of every five of those deported children, four are still away."),
        ("es", "De cada cinco de esos niños deportados, cuatro siguen lejos de casa."),
        ("pt", "Em cada cinco dessas crianças deportadas, quatro continuam longe de casa."),
    ],
)
def test_a_rate_of_five_is_a_share(language: str, text: str) -> None:
    assert [(row[0], row[2]) for row in _told(language, text)] == [(80, "share")]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "Домой вернулись пока трое из найденных детей.", (3, "returned")),
        ("es", "Apenas un 9 % de los menores localizados ha podido volver a Ucrania.", (9, "returned")),
        ("en", "Three of those identified have returned to Ukraine.", (3, "returned")),
    ],
)
def test_what_became_of_a_part_of_those_found(language: str, text: str, told: tuple[float, str]) -> None:
    assert [row[:2] for row in _told(language, text)] == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 48 wards of the Kherson baby home, reporters have traced 22."),
        ("pl", "Spośród 48 wychowanków chersońskiego domu dziecka dziennikarze odnaleźli 22."),
    ],
)
def test_the_wards_of_a_home_of_whom_some_were_found_had_been_taken(language: str, text: str) -> None:
    assert [row[:2] for row in _told(language, text)] == [(48, "deported"), (22, "located")]


@pytest.mark.parametrize(
    ("language", "text", "step", "total"),
    [
        ("de", "Die Zahl der heimgekehrten ukrainischen Kinder ist um 31 auf 1.968 gestiegen.", 31, 1968),
        ("en", "Since mid-February the number of children returned has grown by 16 and reached 2016.", 16, 2016),
        ("pl", "Od połowy lutego liczba powrotów dzieci wzrosła o 16 i sięgnęła 2016.", 16, 2016),
    ],
)
def test_by_how_much_a_count_grew(language: str, text: str, step: float, total: float) -> None:
    assert _told(language, text) == [(step, "returned", "increment"), (total, "returned", "total")]


def test_a_counter_that_stands_at_a_number_tells_no_year() -> None:
    text = "Neun ukrainische Kinder sind zurück. Der Gesamtzähler steht damit bei 1742."
    assert _told("de", text) == [(9, "returned", "batch"), (1742, "returned", "total")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We wrongly reported that twelve children had returned. In fact there were eleven."),
        ("pl", "Błędnie podaliśmy, że wróciło dwanaścioro dzieci. W rzeczywistości było ich jedenaścioro."),
    ],
)
def test_the_right_number_of_a_group_is_a_group(language: str, text: str) -> None:
    assert _told(language, text) == [(11, "returned", "batch")]


def test_a_group_brought_out_of_occupied_land_is_back() -> None:
    text = "Czternaścioro dzieci wywieziono w ciągu tygodnia z okupowanych terenów, przekazała Daria Zariwna."
    assert _told("pl", text) == [(14, "returned", "batch")]


def test_pupils_of_a_school_abroad_are_no_return() -> None:
    text = "It began with nine nervous pupils in the back room of a Bradford church hall. The Ukrainian school has 84."
    assert _told("en", text) == []
