"""Children taken or hurt in other lands, told beside this story's: a report on all wars, a comparison."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
REGISTER = {
    "en": "Ukraine counts 20,570 children deported to Russia.",
    "es": "Ucrania tiene registrados 20.570 menores deportados a Rusia.",
    "fr": "L'Ukraine recense 20 570 enfants déportés vers la Russie.",
    "de": "Die Ukraine zählt 20.570 nach Russland verschleppte Kinder.",
    "it": "L'Ucraina conta 20.570 bambini deportati in Russia.",
    "pt": "A Ucrânia contabiliza 20.570 crianças deportadas para a Rússia.",
    "pl": "Ukraina doliczyła się 20 570 dzieci wywiezionych do Rosji.",
    "uk": "До українського реєстру внесено 20 570 депортованих до Росії дітей.",
    "ru": "В украинский реестр внесены 20 570 депортированных в Россию детей.",
}


def _values(language: str, text: str) -> list[tuple[float | None, str]]:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    return [(figure.value, figure.measure) for figure in read.figures]


@pytest.mark.parametrize(
    ("language", "elsewhere"),
    [
        ("en", "In Sudan, 2,300 children have been abducted since 2023."),
        ("en", "UNICEF says 2,300 children were abducted in Sudan last year."),
        ("en", "Some 8,000 children were kidnapped last year in Nigeria."),
        ("es", "En Sudán han sido secuestrados 2.300 menores desde 2023."),
        ("fr", "Au Soudan, 2 300 enfants ont été enlevés depuis 2023."),
        ("de", "Im Sudan wurden seit 2023 rund 2.300 Kinder entführt."),
        ("it", "In Sudan dal 2023 sono stati rapiti 2.300 bambini."),
        ("pt", "No Sudão foram raptadas 2.300 crianças desde 2023."),
        ("pl", "W Sudanie od 2023 roku porwano 2300 dzieci."),
        ("uk", "У Судані від 2023 року викрали 2300 дітей."),
        ("ru", "В Судане с 2023 года похищены 2300 детей."),
    ],
)
def test_children_taken_in_another_land_are_not_of_this_story(language: str, elsewhere: str) -> None:
    assert _values(language, f"{elsewhere} {REGISTER[language]}") == [(20570, "deported")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Gaza, 12,000 children were killed, says UNICEF; in Ukraine, 669 children have been killed."),
        ("es", "En Gaza murieron 12.000 niños y en Ucrania han muerto 669 menores, según Unicef."),
        ("fr", "Au Nigeria, 7 402 enfants ont été recrutés; en Ukraine, 669 enfants ont été tués, selon l'ONU."),
        ("uk", "У Газі загинули 12 000 дітей, в Україні з початку війни загинули 669 дітей, повідомила ООН."),
        ("ru", "В Газе убиты 12 000 детей, в Украине с начала войны погибли 669 детей, сообщила ООН."),
    ],
)
def test_children_killed_in_ukraine_are_told_beside_other_wars(language: str, text: str) -> None:
    assert _values(language, text) == [(669, "killed")]
