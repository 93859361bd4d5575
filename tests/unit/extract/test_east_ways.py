"""Ukrainian and Russian: from where to where, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

STORY = stories.load("ukrainian_children")
EXTRACTOR = Extractor(STORY, {name: table for name, table in STORY.weights().items() if name != "direction"})
"""The grammar's own directions, not weighed (test_usual_ways.py)."""
DAY = date(2026, 5, 12)


def read(language: str, text: str, headline: str = "") -> tuple[Figure, ...]:
    """The figures of a sentence known to be of the story, as each of these is."""
    return EXTRACTOR.extract(text, language=language, published=DAY, headline=headline, ours=True).figures


def ways(language: str, text: str, headline: str = "") -> list[tuple[float | None, str | None]]:
    return [(f.value, f.direction) for f in read(language, text, headline)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "До санаторіїв Білорусі торік вивезли 480 дітей із Донеччини.", [(480, "tot>by")]),
        ("ru", "В Беларусь вывезли 310 школьников.", [(310, "ua>by")]),
        ("uk", "Окупанти за одну ніч вивезли з Мелітополя 19 дітей.", [(19, "tot>ru")]),
        ("ru", "Оккупанты вывезли из Бердянска 480 воспитанников интернатов.", [(480, "tot>ru")]),
        ("uk", "До Росії депортували 19 700 дітей.", [(19_700, "ua>ru")]),
    ],
)
def test_where_children_were_taken(language: str, text: str, wanted: list[tuple[float, str]]) -> None:
    assert ways(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "З Криму вивезли трьох братів. Загалом додому повернулися 1 930 дітей.", (1930, "ru+tot>ua")),
        ("ru", "Из России домой вернулись уже 870 детей.", (870, "ru+tot>ua")),
        ("uk", "Лубінець: із Росії торік удалося повернути 210 дітей.", (210, "ru+tot>ua")),
        ("uk", "Прокудін: від початку року повернули 74 дитини.", (74, "tot>ua")),
        ("ru", "Львова-Белова: на Украину уехали уже 133 ребенка.", (133, "ru>ua")),
        ("ru", "Львова-Белова: всего с семьями воссоединены 133 ребенка.", (133, "ru>ua+third")),
        ("uk", "Волонтерка згадує Каховку. Загалом вона повернула 64 дітей.", (64, "tot>ua")),
    ],
)
def test_a_count_of_all_is_what_its_keeper_counts(language: str, text: str, wanted: tuple[float, str]) -> None:
    assert wanted in ways(language, text)


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Додому повернулися п'ятеро дітей.", "ru+tot>ua"),
        ("ru", "Двое братьев из Одессы уехали к отцу в Пензу.", "ua>ru"),
        ("uk", "Трьох дівчаток з Одеси передали мамі у Брянську.", "ua>ru"),
        ("uk", "Шестеро дітей повернулися з Пензи.", "ru>ua"),
    ],
)
def test_a_group(language: str, text: str, wanted: str) -> None:
    assert [way for _, way in ways(language, text)] == [wanted]


@pytest.mark.parametrize(
    ("language", "text", "value", "measure"),
    [
        ("ru", "Из Токмака в Киев пробились девять подростков.", 9, "returned"),
        ("ru", "Сестры добирались до Полтавы из Крыма, всего детей семеро.", 7, "returned"),
        ("ru", "За год из оккупации удалось вытащить шестьдесят детей.", 60, "returned"),
        ("uk", "На Великдень удалося з'єднати з родинами 14 депортованих дітей.", 14, "returned"),
        ("uk", "Назад із Криму автобус віз 26 дітей.", 26, "returned"),
        ("ru", "Из плена оккупантов выпустили пятнадцать детей.", 15, "returned"),
        ("uk", "Росіяни обстріляли Херсон: троє українських дітей у реанімації.", 3, "injured"),
        ("ru", "После обстрела Херсона четверо детей в реанимации.", 4, "injured"),
        ("ru", "Судьба 940 детей, вывезенных в Россию, неизвестна.", 940, "missing"),
        ("ru", "Тридцать херсонских школьников застряли в крымских лагерях.", 30, "held"),
    ],
)
def test_verbs_of_the_story(language: str, text: str, value: float, measure: str) -> None:
    assert (value, measure) in {(f.value, f.measure) for f in read(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "value", "measure"),
    [
        ("uk", "З Енергодара «на оздоровлення» окупанти вивезли 74 школярів.", 74, "deported"),
        ("uk", "Із Токмака 60 школярів вивезли углиб Росії.", 60, "deported"),
        ("ru", "Из Токмака 60 школьников вывезли вглубь России.", 60, "deported"),
        ("uk", "Двадцять дітей із таборів у Криму додому так і не потрапили.", 20, "held"),
        ("ru", "Двадцать детей из лагерей Крыма домой не отпустили.", 20, "held"),
        ("uk", "Поліція розслідує 950 випадків депортації дітей.", 950, "other"),
        ("ru", "Полиция расследует 950 случаев депортации детей.", 950, "other"),
        ("uk", "Прізвища 17 вивезених до Росії дітей звірено.", 17, "identified"),
        ("ru", "Еще 250 вывезенных из Херсона детей разыскиваются.", 250, "missing"),
        ("ru", "Девяносто сирот из Донецка отданы гражданам РФ.", 90, "placed_in_family"),
    ],
)
def test_pretexts_denied_returns_and_inquiries(language: str, text: str, value: float, measure: str) -> None:
    assert (value, measure) in {(f.value, f.measure) for f in read(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Розвідка встановила адреси ще 52 викрадених дітей.", (52, "located")),
        ("ru", "Разведка установила адреса еще 52 похищенных детей.", (52, "located")),
        ("ru", "До сих пор не найдены 1 830 похищенных детей.", (1830, "missing")),
        ("uk", "Досі не знайдено 1 830 викрадених дітей.", (1830, "missing")),
        ("ru", "В розыск объявлены 1 940 вывезенных в Россию детей.", (1940, "missing")),
        ("ru", "Путь домой нашли 28 детей.", (28, "returned")),
    ],
)
def test_found_and_not_found(language: str, text: str, wanted: tuple[float, str]) -> None:
    assert wanted in {(f.value, f.measure) for f in read(language, text)}
