"""Years that are none of the story's counts, counts like years, millions with thousands, and adults beside children."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _values(language: str, text: str) -> list[tuple[float | None, str]]:
    found = READER.extract(text, language=language, published=date(2026, 3, 3))
    return [(figure.value, figure.measure) for figure in found.figures]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("it", "Tra il 2022 e il 2025 sono stati deportati 3.000 minori ucraini.", [(3000, "deported")]),
        ("it", "Il 2024 ha visto il ritorno di 400 bambini dalla Russia.", [(400, "returned")]),
        ("es", "El número de niños devueltos aumentó respecto a 2023.", []),
        ("en", "Of the 12 deported children, 2024 saw the return of seven.", [(12, "deported"), (7, "returned")]),
    ],
)
def test_years_count_nothing(language: str, text: str, told: list[tuple[float, str]]) -> None:
    assert _values(language, text) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 19,546 children deported in the war, 2003 have returned."),
        ("fr", "Sur 19 546 enfants déportés, 2003 sont rentrés."),
        ("it", "Dei 19.546 bambini deportati, 2003 sono tornati."),
        ("pl", "Moskwa uprowadziła 19 546 dzieci, z których 2003 wróciło."),
    ],
)
def test_the_part_of_a_whole_may_be_like_a_year(language: str, text: str) -> None:
    assert _values(language, text) == [(19_546, "deported"), (2003, "returned")]


def test_a_verb_of_change_may_stand_far_from_its_total() -> None:
    text = "Damit steige die Zahl der aus Russland heimgekehrten Kinder auf 2023."
    assert _values("de", text) == [(2023, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Un milione e 600 mila bambini ucraini vivono sotto occupazione."),
        ("fr", "Un million 600 000 enfants ukrainiens vivent sous occupation."),
        ("pl", "Milion 600 tysięcy ukraińskich dzieci żyje pod okupacją."),
        ("de", "Eine Million 600.000 ukrainische Kinder leben unter Besatzung."),
        ("es", "Un millón 600 mil niños ucranianos viven bajo ocupación."),
        ("uk", "Мільйон 600 тисяч українських дітей живуть в окупації."),
        ("ru", "Миллион 600 тысяч украинских детей живут в оккупации."),
    ],
)
def test_a_million_goes_on_with_thousands(language: str, text: str) -> None:
    assert _values(language, text) == [(1_600_000, "at_risk")]


def test_a_range_to_a_million_is_no_sum() -> None:
    text = "Between a million and 600,000 children live under occupation."
    found = READER.extract(text, language="en", published=None).figures
    assert all(figure.value != 1_600_000 for figure in found)


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("de", "Ein russischer Angriff auf Sumy tötete eine Frau und ihre drei Kinder.", 3),
        ("fr", "Une frappe russe sur Odessa a tué un homme et deux enfants.", 2),
        ("it", "Un attacco russo a Odessa ha ucciso un uomo e due bambini.", 2),
        ("uk", "Російський удар убив чоловіка та двох дітей в Одесі.", 2),
    ],
)
def test_one_man_or_woman_is_no_child(language: str, text: str, killed: float) -> None:
    assert _values(language, text) == [(killed, "killed")]


def test_a_young_man_of_nineteen_is_not_added_to_the_children() -> None:
    text = "Dix enfants et un jeune de 19 ans ont été ramenés de Russie, dit Kiev."
    assert _values("fr", text)[0] == (10, "returned")
