"""The story's total passed through the numbers that are years too: which of them are counts, and which are none."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
COUNTS = (1859, 1950, 2003, 2016, 2025, 2026, 2068)
TOLD = [
    ("en", "The total of Ukrainian children returned from Russia now stands at {}."),
    ("en", "The number of children returned to Ukraine rose to {}, Kyiv said."),
    ("en", "Children returned to Ukraine: {}."),
    ("en", "The number of Ukrainian children returned from Russia is {}."),
    ("uk", "Загальна кількість повернутих в Україну дітей сягнула {}."),
    ("uk", "Кількість повернутих з Росії дітей зросла до {}."),
    ("uk", "Повернуто дітей в Україну: {}."),
    ("uk", "Таким чином, число повернутих з Росії дітей становить {}."),
    ("ru", "Общее число возвращённых на Украину детей достигло {}."),
    ("ru", "Число возвращённых из России детей выросло до {}."),
    ("es", "Niños devueltos a Ucrania: {}."),
    ("es", "La cifra de niños ucranianos devueltos por Rusia asciende a {}."),
    ("fr", "Le nombre d'enfants rentrés en Ukraine est passé à {}."),
    ("de", "Die Gesamtzahl der zurückgeholten ukrainischen Kinder liegt bei {}."),
    ("de", "Die Zahl der in die Ukraine zurückgekehrten Kinder stieg auf {}."),
    ("it", "Il numero di bambini tornati in Ucraina è salito a {}."),
    ("pt", "O total de crianças ucranianas devolvidas pela Rússia é de {}."),
    ("pt", "Sobe para {} o número de crianças que voltaram à Ucrânia."),
    ("pl", "Łączna liczba dzieci, które wróciły na Ukrainę, wynosi {}."),
    ("pl", "Liczba dzieci, które wróciły na Ukrainę, wzrosła do {}."),
]


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize(("language", "text"), TOLD)
def test_a_total_may_look_like_a_year(language: str, text: str, count: int) -> None:
    read = READER.extract(text.format(count), language=language, published=date(2026, 11, 20))
    assert [(figure.value, figure.measure) for figure in read.figures] == [(count, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of Ukrainian children returned from Russia rose in 2016."),
        ("en", "The share of Ukrainian children returned from Russia fell from 2022 to 2024."),
        ("uk", "Кількість повернутих з Росії дітей зросла у 2024."),
        ("uk", "Дітей вивозили до Росії ще до 2016."),
        ("en", "The year in which Ukrainian children returned from Russia was 2025."),
        ("ru", "Число возвращённых из России детей выросло в 2025."),
        ("es", "El informe sobre los niños deportados a Rusia es de 2024."),
        ("de", "Die Zahl der Kinder, die aus Russland zurückkehrten, stieg 2024."),
        ("pl", "Raport o dzieciach deportowanych do Rosji jest z 2024."),
        ("uk", "Повернення дітей з Росії в Україну зросло у 2025, порівняно з 2024."),
        ("en", "Timeline of the deportation of Ukrainian children to Russia: 2022"),
        ("en", "Ukraine, Russia: children returned in December: 2024"),
        ("en", "Ukrainian children returned from Russia by year: 2025."),
        ("ru", "Депортация украинских детей в Россию: 2022"),
        ("ru", "Украинских детей вернули из России с начала войны, 2022."),
        ("en", "Russia has deported Ukrainian children, most in 2022, 2023 deported."),
        ("en", "Some of the deported children now live in a palace from 1859, in Russia."),
    ],
)
def test_and_a_year_is_none(language: str, text: str) -> None:
    assert not READER.extract(text, language=language, published=date(2026, 11, 20)).figures


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukraine has returned seven more children from Russia. That makes 2016."),
        ("uk", "Із Росії повернули ще сімох дітей. Разом – 2016."),
        ("ru", "Из России вернули ещё семерых детей. Всего – 2016."),
        ("de", "Sieben weitere ukrainische Kinder sind aus Russland zurück. Damit sind es 2016."),
        ("pl", "Z Rosji wróciło siedmioro dzieci. Razem 2016."),
        ("es", "Otros siete niños ucranianos volvieron de Rusia. Ya son 2016."),
        ("fr", "Sept autres enfants ukrainiens sont rentrés de Russie. Ils sont désormais 2016."),
        ("it", "Altri sette bambini ucraini sono tornati dalla Russia. In tutto 2016."),
        ("pt", "Mais sete crianças ucranianas voltaram da Rússia. No total, 2016."),
        ("uk", "Ще сімох дітей повернули з Росії у вівторок; загалом уже 2016, сказав Лубінець."),
        ("ru", "Ещё семерых детей вернули из России, всего 2016."),
        ("pl", "Siedmioro kolejnych dzieci wróciło z Rosji; łącznie 2016."),
        ("es", "Volvieron de Rusia otros siete niños; en total, 2016, dijo Lubinets."),
        ("fr", "Sept autres enfants sont rentrés de Russie, soit 2016 au total."),
        ("it", "Altri sette bambini sono tornati dalla Russia, 2016 in tutto."),
        ("pt", "Mais sete crianças voltaram da Rússia, 2016 no total."),
        ("en", "Seven more children were returned from Russia, 2016 in all."),
        ("en", "Ukraine got seven children back from Russia, having secured the return of 2016 children before."),
    ],
)
def test_what_is_added_up_is_a_count(language: str, text: str) -> None:
    read = READER.extract(text, language=language, published=date(2026, 11, 20))
    assert [(figure.value, figure.measure) for figure in read.figures] == [(7, "returned"), (2016, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven Ukrainian children returned from Russia. All this happened in 2022."),
        ("uk", "Із Росії повернули сімох дітей. Усього за 2024."),
        ("en", "Seven Ukrainian children returned from Russia. That was 2022 for you."),
        ("uk", "Сімох українських дітей повернули з Росії. Від початку 2025."),
        ("ru", "Семерых украинских детей вернули из России. С начала 2025."),
        ("pl", "Siedmioro ukraińskich dzieci wróciło z Rosji. Od początku 2025."),
        ("en", "Seven Ukrainian children were returned from Russia this year, 2025."),
        ("en", "Ukraine brought home seven children from Russia in 2025, compared with 2024."),
        ("de", "2023 kehrten sieben ukrainische Kinder aus Russland zurück, gegenüber 2022."),
        ("pl", "Wróciło siedmioro ukraińskich dzieci z Rosji, wzrost wobec 2024."),
    ],
)
def test_and_a_year_adds_up_nothing(language: str, text: str) -> None:
    read = READER.extract(text, language=language, published=date(2026, 11, 20))
    assert [figure.value for figure in read.figures] == [7]
