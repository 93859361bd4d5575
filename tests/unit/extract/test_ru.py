"""Russian: sentences of our own, by measure, way, speaker and reason."""

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
        ("На Украину вернулись еще 11 детей, сообщила Мария Львова-Белова.", [(11, "returned")]),
        ("С начала вторжения домой удалось вернуть 1 511 несовершеннолетних.", [(1511, "returned")]),
        ("Россия насильно вывезла более 19 тысяч детей, утверждает Киев.", [(19000, "deported")]),
        ("Из интерната в Каховке в Крым вывезли 58 воспитанников.", [(58, "deported")]),
        ("Волонтеры вывезли из оккупированного Бердянска троих подростков.", [(3, "returned")]),
        ("Под опеку в российские семьи передали 380 сирот.", [(380, "placed_in_family")]),
        ("По данным портала, 2 012 детей пропали без вести, 598 погибли.", [(2012, "missing"), (598, "killed")]),
        ("Ранения получили 1 650 детей.", [(1650, "injured")]),
        ("Исследователи насчитали 57 лагерей, где держат украинских детей.", [(57, "facilities")]),
        ("Великобритания ввела санкции против восьми человек за похищение детей.", [(8, "sanctions")]),
        ("Под оккупацией живут около 1,5 миллиона украинских детей.", [(1500000, "at_risk")]),
        ("Следователи установили личности 19 540 депортированных детей.", [(19540, "identified")]),
        ("Найдены 340 детей, которых считали пропавшими.", [(340, "located")]),
        ("Пятеро детей воссоединились с родными при посредничестве Катара.", [(5, "returned")]),
        ("Всего возвращено 1 822, уточнили в Офисе президента.", [(1822, "returned")]),
        (
            "По его словам, украинской стороне переданы 96 детей, в Россию вернулись 19.",
            [(96, "returned"), (19, "returned")],
        ),
        ("Каждый пятый депортированный ребенок уже в приемной семье.", [(20, "placed_in_family")]),
        ("Киев передал список из 339 детей.", [(339, "other")]),
        ("Еще шестерых детей удалось вывезти с левого берега.", [(6, "returned")]),
        ("За четыре года из России и с оккупированных территорий вернули 2 140 детей.", [(2140, "returned")]),
        ("Киев считает похищенными 20 тысяч детей.", [(20000, "deported")]),
        ("По версии следствия, 31 ребенка из Донбасса передали в приемные семьи.", [(31, "placed_in_family")]),
        ("Российская сторона вернула семерых детей, Украина передала четверых.", [(7, "returned"), (4, "returned")]),
        ("В розыске числятся 2 200 пропавших без вести детей.", [(2200, "missing")]),
        ("Канада ввела санкции против 13 чиновников.", [(13, "sanctions")]),
        ("Не менее 60 центров задействованы в перевоспитании украинских детей.", [(60, "facilities")]),
    ],
)
def test_measures(text: str, wanted: list[tuple[float, str]]) -> None:
    figures = EXTRACTOR.extract(text, language="ru", published=DAY).figures
    assert set(wanted) <= {(f.value, f.measure) for f in figures}


@pytest.mark.parametrize(
    "text",
    [
        "Домой вернулись 146 российских военнослужащих.",
        "Из приграничных районов Курской области эвакуировали 900 детей.",
        "В России усыновили за год 2,1 тысячи детей.",
        "В лагере отдохнули 300 школьников из Белгорода.",
        "При ударе дрона погибли двое взрослых.",
        "Мать троих детей рассказала о жизни в оккупации.",
        "На линейку пришли 400 школьников.",
    ],
)
def test_not_of_the_story(text: str) -> None:
    assert EXTRACTOR.extract(text, language="ru", published=DAY).figures == ()


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("На Украину из России вернулись 11 детей.", "ru>ua"),
        ("Из оккупации вывезли троих подростков.", "tot>ua"),
        ("В Россию вернулись 19 детей.", "ua>ru"),
        ("В Крым вывезли 58 воспитанников.", "tot>ru"),
    ],
)
def test_directions(text: str, direction: str) -> None:
    figures = EXTRACTOR.extract(text, language="ru", published=DAY).figures
    assert [f.direction for f in figures] == [direction]


@pytest.mark.parametrize(
    ("text", "source_id"),
    [
        ("По данным аппарата, вернулись 95 детей.", "lvova_belova"),
        ("Глава российской делегации назвал 339 фамилий в списке.", "medinsky"),
        ("Супруга президента США сообщила о возвращении семи детей.", "melania_trump"),
        ("По словам украинского омбудсмена, вернули 1 500 детей.", "lubinets"),
    ],
)
def test_speakers(text: str, source_id: str) -> None:
    figures = EXTRACTOR.extract(text, language="ru", published=DAY).figures
    assert [f.source_id for f in figures] == [source_id]
