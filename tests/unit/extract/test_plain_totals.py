"""Totals that one plain verb tells, of every size: the size of a number never turns the taken into the returned."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
TAKEN = [
    ("en", "Russia has deported {} Ukrainian children."),
    ("en", "According to Kyiv, {} children were forcibly taken to Russia since 2022."),
    ("en", "{} Ukrainian children have been abducted by Russia, Kyiv says."),
    ("uk", "Росія депортувала {} українських дітей."),
    ("uk", "Депортація {} українських дітей – воєнний злочин, сказав Зеленський."),
    ("ru", "По данным Киева, {} украинских детей похищены Россией."),
    ("es", "Según Kiev, {} niños ucranianos han sido secuestrados por Rusia."),
    ("es", "Rusia ha deportado a {} niños ucranianos."),
    ("fr", "Selon Kiev, {} enfants ukrainiens ont été enlevés par la Russie."),
    ("fr", "La Russie a déporté {} enfants ukrainiens."),
    ("de", "Russland hat {} ukrainische Kinder deportiert."),
    ("it", "Secondo Kiev {} bambini ucraini sono stati rapiti dalla Russia."),
    ("it", "La Russia ha deportato {} bambini ucraini."),
    ("pt", "A Rússia deportou {} crianças ucranianas."),
    ("pl", "Rosja deportowała {} ukraińskich dzieci."),
]


@pytest.mark.parametrize("count", [684, 1234, 19546, 20570])
@pytest.mark.parametrize(("language", "text"), TAKEN)
def test_the_taken_are_taken(language: str, text: str, count: int) -> None:
    read = READER.extract(text.format(count), language=language, published=date(2026, 11, 20))
    assert [(figure.value, figure.measure, figure.note) for figure in read.figures] == [(count, "deported", None)]
