"""Groups that one day or a sum makes groups, kin on the other side, who lives under occupation, who is tried."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 5, 10)


def _figures(language: str, text: str) -> list[extract.Figure]:
    return [f for f in READER.extract(text, language=language, published=DAY).figures if not f.optional]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "У жовтні 2025-го, наприклад, за один день з окупації врятували 31 дитину."),
        ("ru", "В октябре 2025-го за один день с оккупированных территорий вернули 31 ребёнка."),
        ("en", "In October 2025, in a single day, 31 Ukrainian children were brought back from Russia."),
        ("fr", "En octobre 2025, en une seule journée, 31 enfants ukrainiens sont revenus de Russie."),
        ("pl", "W październiku 2025 roku jednego dnia z Rosji wróciło 31 dzieci."),
    ],
)
def test_who_came_in_one_day_is_a_group(language: str, text: str) -> None:
    assert [(f.value, f.kind) for f in _figures(language, text)] == [(31, "batch")]


def test_a_month_without_a_day_is_a_count() -> None:
    assert [f.kind for f in _figures("uk", "За жовтень 2025-го з окупації врятували 31 дитину.")] == ["total"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "it",
            "Sono nove i ragazzi ucraini coinvolti nell'ultimo ricongiungimento negoziato dal Qatar: sette hanno "
            "raggiunto l'Ucraina, due sono partiti in direzione opposta.",
        ),
        ("en", "Nine children were reunited through Qatar: seven went to Ukraine and two to Russia."),
    ],
)
def test_the_two_ways_of_a_group_are_groups(language: str, text: str) -> None:
    assert [(f.value, f.kind) for f in _figures(language, text)] == [(9, "batch"), (7, "batch"), (2, "batch")]


def test_whose_kin_live_in_russia_came_there() -> None:
    text = "С родными в России, по словам Львовой-Беловой, встретились 36 украинских детей."
    assert [(f.value, f.direction) for f in _figures("ru", text)] == [(36, "ua>ru")]
    text = "Дети, которые жили с родными в России, вернулись: 36 детей уже на Украине."
    assert [f.direction for f in _figures("ru", text)] == ["ru>ua"]


def test_under_occupation_live_those_of_the_number_behind() -> None:
    text = (
        "Сколько украинских детей вывезено, не знает никто. Российские чиновники упоминали 744 тысячи, а под "
        "оккупацией, по словам Киева, остаётся более 1,6 миллиона детей."
    )
    assert [(f.value, f.measure) for f in _figures("ru", text)] == [(744_000, "deported"), (1_600_000, "at_risk")]


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Over the deportation of Ukrainian children twelve defendants have been convicted.", "convicted"),
        ("uk", "За депортацію українських дітей засуджено дванадцять осіб.", "convicted"),
        (
            "en",
            "Over the deportation of Ukrainian children 41 people have been notified of suspicion.",
            "suspects notified",
        ),
    ],
)
def test_who_is_convicted_is_no_suspect_more(language: str, text: str, note: str) -> None:
    assert [f.note for f in _figures(language, text)] == [note]
