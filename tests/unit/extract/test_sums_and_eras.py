"""Two ways that add up, labels of counts, victims who are children, sanctions in return, other eras, odd numbers."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Extraction

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> Extraction:
    return READER.extract(text, language=language, published=date(2026, 3, 3))


def _reasons(language: str, text: str) -> dict[str, str | None]:
    return {text[n.start : n.end]: n.reason for n in _read(language, text).numbers}


def test_two_ways_that_add_up_to_a_count_are_counts() -> None:
    text = (
        "Since October, 33 minors have been reunited through the US first lady's team, Lvova-Belova said. "
        "Twenty-six of them went to Ukraine and seven came to Russia."
    )
    assert {f.value: (f.kind, f.direction) for f in _read("en", text).figures} == {
        33: ("total", None), 26: ("total", "ru>ua"), 7: ("total", "ua>ru"),
    }  # fmt: skip


def test_a_group_that_went_two_ways_stays_one_event() -> None:
    text = "Melania Trump said that six children were reunited: five went to Ukraine and one to Russia."
    assert {figure.kind for figure in _read("en", text).figures} == {"batch"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Seven Ukrainian children are home from Russia. The tally since her first letter to Putin: 15.", "total"),
        ("Her office has so far helped 15 minors home from Russia: eight in October and seven in December.", "batch"),
    ],
)
def test_a_colon_joins_a_number_to_its_label_alone(text: str, kind: str) -> None:
    assert _read("en", text).figures[-1].kind == kind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A missile hit Kyiv; 28 people were killed, three of the dead were children, the mayor of Kyiv said."),
        ("ru", "Ракета попала в дом в Тернополе: погибли 28 человек, трое из погибших — дети."),
        ("de", "Bei dem Raketenangriff auf Ternopil starben 28 Menschen, drei der Toten sind Kinder."),
    ],
)
def test_the_dead_who_were_children_are_counted(language: str, text: str) -> None:
    assert [(figure.value, figure.measure) for figure in _read(language, text).figures] == [(3, "killed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Moscow banned 25 Canadian officials from entry in response to sanctions over deported children."),
        ("uk", "МЗС РФ заборонив в’їзд 25 канадським посадовцям через санкції за депортацію дітей."),
        ("ru", "МИД РФ запретил въезд 25 британским чиновникам из-за санкций за вывоз детей."),
    ],
)
def test_those_of_the_states_that_punish_are_punished_in_return(language: str, text: str) -> None:
    assert _reasons(language, text)["25"] == "in return"


def test_residents_of_a_region_are_no_children_of_a_home() -> None:
    assert not _read("en", "Russia freed 146 prisoners of war, and eight residents of Kursk region went home.").figures
    text = "Eight residents of the home were sent back to Ukraine from Russia."
    assert [figure.value for figure in _read("en", text).figures] == [8]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "В 1943-м в Германию угнали пять тысяч детей. Сегодня в Украине ищут 2 200 детей."),
        ("uk", "У 1944-му з Криму вивезли 100 тисяч дітей. Сьогодні Київ шукає 2 200 дітей."),
    ],
)
def test_another_era_ends_where_today_is_told_of(language: str, text: str) -> None:
    assert [figure.value for figure in _read(language, text).figures] == [2_200]


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("en", "They've given back 1,500 children and change, Graham said.", "exact"),
        ("en", "Of the deported they've given back 1,500 and change, Lindsey Graham said.", "more_than"),
        ("en", "Thirty-odd Ukrainian children have come home from Russia, Cardinal Zuppi said.", "approx"),
        ("en", "The number of Ukrainian children returned exceeds 1,240, Kyiv said.", "more_than"),
        ("it", "I sanzionati per la deportazione dei bambini ucraini superano quota 130.", "more_than"),
    ],
)
def test_how_sure_a_number_is(language: str, text: str, qualifier: str) -> None:
    assert [figure.qualifier for figure in _read(language, text).figures] == [qualifier]
