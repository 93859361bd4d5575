"""Numbers that others replace: the promised 24 of whom eleven came, an earlier version of the story; and odd forms."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _values(language: str, text: str) -> list[float | None]:
    return [figure.value for figure in READER.extract(text, language=language, published=date(2026, 6, 20)).figures]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Instead of the promised 24 children, only eleven came back from Russia on Sunday."),
        ("es", "En vez de los 24 niños prometidos, el domingo volvieron de Rusia solo once."),
        ("fr", "Au lieu des 24 enfants promis, onze seulement sont revenus de Russie dimanche."),
        ("it", "Invece dei 24 bambini promessi, domenica ne sono tornati dalla Russia solo undici."),
        ("pt", "Em vez das 24 crianças prometidas, só onze voltaram da Rússia no domingo."),
        ("de", "Statt der versprochenen 24 Kinder kamen am Sonntag nur elf aus Russland zurück."),
        ("pl", "Zamiast przyrzeczonych dwudziestu czworga w niedzielę oddano jedenaścioro dzieci z Rosji."),
        ("uk", "Замість обіцяних 24 дітей у неділю з Росії повернулися лише одинадцятеро."),
        ("ru", "Вместо обещанных 24 детей в воскресенье из России вернулись лишь одиннадцать."),
        ("en", "Eleven children came from Russia. There should have been 24, but the rest were held back."),
        ("uk", "Одинадцятеро дітей приїхали з Росії. Мало бути двадцять четверо, але решту затримали."),
        ("ru", "Всего одиннадцать детей приехали из России. Должно было быть двадцать четыре, уточняет она."),
    ],
)
def test_who_came_and_not_who_should_have_come(language: str, text: str) -> None:
    assert _values(language, text) == [11]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve Ukrainian children arrived from Russia. An earlier version of this story said 15 children."),
        ("es", "Doce niños ucranianos llegaron de Rusia. Una versión anterior de la noticia hablaba de 15 menores."),
        ("fr", "Douze enfants ukrainiens sont arrivés de Russie. Une première version parlait de 15 enfants."),
        ("it", "Dodici bambini ucraini sono arrivati dalla Russia. Una prima versione parlava di 15 minori."),
        ("pt", "Doze crianças ucranianas chegaram da Rússia. A versão inicial desta notícia falava em 15 menores."),
        ("pl", "Dwanaścioro ukraińskich dzieci wróciło z Rosji. W pierwotnej wersji była mowa o 15 dzieciach."),
        ("uk", "Дванадцятеро дітей прибули з Росії. У першій версії новини йшлося про 15 дітей."),
        ("ru", "Двенадцать детей прибыли из России. В первой версии новости говорилось о 15 детях."),
    ],
)
def test_what_an_earlier_version_said_is_no_figure(language: str, text: str) -> None:
    assert _values(language, text) == [12]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "A dozen and a half Ukrainian children returned from Russia.", 18),
        ("es", "Docena y media de niños ucranianos volvieron de Rusia.", 18),
        ("fr", "Une douzaine et demie d'enfants ukrainiens sont rentrés de Russie.", 18),
        ("it", "Una dozzina e mezza di bambini ucraini è tornata dalla Russia.", 18),
        ("pt", "Uma dúzia e meia de crianças ucranianas voltou da Rússia.", 18),
        ("ru", "Полудюжина украинских детей вернулась из России.", 6),
        ("ru", "Вывезены в Россию полторы дюжины детей.", 18),
        ("it", "Un milione e seicentomila minori ucraini vivono sotto occupazione.", 1_600_000),
        ("uk", "Двійко малюків із Маріуполя повернули в Україну.", 2),
    ],
)
def test_dozens_and_millions_in_words(language: str, text: str, value: float) -> None:
    assert _values(language, text) == [value]


def test_a_hyphen_stands_for_the_rest_of_the_second_number() -> None:
    text = "Fünf- bis siebenhundert ukrainische Kinder sind noch in russischen Heimen."
    found = READER.extract(text, language="de", published=None).figures
    assert [(figure.low, figure.high) for figure in found] == [(500, 700)]


@pytest.mark.parametrize(
    "text",
    [
        "The number of children taken to Russia is a six-figure one, he said.",
        "A six-member team spoke of the children taken to Russia.",
        "It was a two-way exchange of children between Russia and Ukraine.",
    ],
)
def test_a_number_that_a_hyphen_joins_to_a_thing_counts_no_children(text: str) -> None:
    assert _values("en", text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Maksym is the forty-sixth to return from Russia."),
        ("es", "Maksym es el 46.º en volver de Rusia."),
        ("pt", "Maksym é o 46.º a regressar da Rússia."),
    ],
)
def test_the_46th_to_return_states_a_total(language: str, text: str) -> None:
    found = READER.extract(text, language=language, published=None).figures
    assert [(figure.value, figure.kind) for figure in found] == [(46, "total")]


def test_the_scale_before_what_multiplies_it_is_approximate() -> None:
    found = READER.extract("Тысяч шесть украинских детей держат в российских лагерях.", language="ru", published=None)
    assert [(figure.value, figure.qualifier) for figure in found.figures] == [(6000, "approx")]
