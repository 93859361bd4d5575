"""Ukrainian: sentences of our own, by measure, way, speaker and reason."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

EXTRACTOR = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 1, 20)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Із російського полону неволі та окупації за добу вдалося повернути дев'ятьох дітей.", [(9, "returned")]),
        ("Загалом із 24 лютого 2022 року додому повернулися 1 762 неповнолітні українці.", [(1762, "returned")]),
        ("Росіяни викрали щонайменше 19 270 українських дітей, наголосив омбудсман.", [(19270, "deported")]),
        ("Волонтери допомогли виїхати з тимчасово окупованої Луганщини шістьом підліткам.", [(6, "returned")]),
        ("Окупанти вивезли з дитбудинку в Мелітополі до Криму 34 сироти.", [(34, "deported")]),
        (
            "Зниклими безвісти залишаються 2 140 дітей, ще 615 загинули внаслідок агресії.",
            [(2140, "missing"), (615, "killed")],
        ),
        ("Поранення різної тяжкості дістали 1 874 дитини.", [(1874, "injured")]),
        ("Дослідники виявили 116 таборів, де перевиховують українських дітей.", [(116, "facilities")]),
        ("Євросоюз запровадив санкції проти 16 осіб, причетних до депортації дітей.", [(16, "sanctions")]),
        ("Суд видав шість ордерів на арешт у справі про викрадення дітей.", [(6, "warrants")]),
        ("В окупації досі живуть понад 1,4 млн українських дітей.", [(1400000, "at_risk")]),
        ("Правоохоронці ідентифікували 19 610 депортованих дітей.", [(19610, "identified")]),
        ("Удалося встановити місцеперебування 412 дітей.", [(412, "located")]),
        ("Вдома вже 1 430 дітей, повідомила Дар'я Герасимчук.", [(1430, "returned")]),
        ("Ще двох хлопчиків – 9 і 13 років – доправили на підконтрольну територію.", [(2, "returned")]),
        (
            "За місяць українські правозахисники повернули з Росії 12 дітей, наймолодшій із них 3 роки.",
            [(12, "returned")],
        ),
        ("До родин возз'єднано вісьмох дітей: семеро в Україні, одна – в Росії.", [(8, "returned")]),
        ("Примусово вивезеними вважаються близько 20 тисяч малолітніх українців.", [(20000, "deported")]),
        ("Лічильник – 1 598 повернутих.", [(1598, "returned")]),
    ],
)
def test_measures(text: str, wanted: list[tuple[float, str]]) -> None:
    figures = EXTRACTOR.extract(text, language="uk", published=DAY).figures
    assert set(wanted) <= {(f.value, f.measure) for f in figures}


@pytest.mark.parametrize(
    "text",
    [
        "Обмін: додому повернулися 205 військових і 14 цивільних.",
        "У Харкові до підземних шкіл пішли 6 200 учнів.",
        "З прифронтових громад Донеччини евакуювали 73 дитини.",
        "Під час перевірки 12 закладів інспектори опитали 40 працівників.",
        "За кордоном навчаються 380 тисяч українських дітей.",
        "За рік українські родини усиновили 1 100 дітей.",
        "Унаслідок обстрілу Харкова загинули 4 дорослих.",
    ],
)
def test_not_of_the_story(text: str) -> None:
    assert EXTRACTOR.extract(text, language="uk", published=DAY).figures == ()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Із лівобережжя вивезли двох підлітків, повідомив Прокудін.", "tot>ua"),
        ("З Росії повернулися дев'ять дітей.", "ru>ua"),
        ("Загалом повернули 1 640 дітей, сказав Зеленський.", "ru+tot>ua"),
        ("Окупанти вивезли до Криму 34 сироти.", "tot>ru"),
    ],
)
def test_directions(text: str, direction: str) -> None:
    figures = EXTRACTOR.extract(text, language="uk", published=DAY).figures
    assert [f.direction for f in figures] == [direction]


@pytest.mark.parametrize(
    ("text", "source_id"),
    [
        ("Повернули 14 дітей, каже глава Офісу президента.", "yermak"),
        ("Омбудсман нагадав: повернули 1 700 дітей.", "lubinets"),
        ("За даними Націнформбюро, депортовано 19 500 дітей.", "national_information_bureau"),
        ("Перша леді сказала, що додому повернулися 1 800 дітей.", "olena_zelenska"),
    ],
)
def test_speakers(text: str, source_id: str) -> None:
    figures = EXTRACTOR.extract(text, language="uk", published=DAY).figures
    assert [f.source_id for f in figures] == [source_id]
