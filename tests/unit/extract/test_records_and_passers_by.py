"""Whose number it is that stands in a register, in a list of numbers, or beside lands that are only passed through."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 3, 3)
KYIV, YALE, MOSCOW = "ukrainian_authorities", "yale_hrl", "lvova_belova"


def _told(language: str, text: str, headline: str = "") -> dict[float | None, str | None]:
    found = READER.extract(text, language=language, published=DAY, headline=headline)
    return {figure.value: figure.source_id for figure in found.figures}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lvova-Belova says 700,000 children came. The Ukrainian register lists 19,546 deported."),
        ("en", "Lvova-Belova says 700,000 children came. Among 19,546 children in Ukraine's register are infants."),
        ("fr", "Lvova-Belova affirme que 700 000 enfants sont venus. Le registre ukrainien recense 19 546 déportés."),
        ("de", "Lwowa-Belowa spricht von 700.000 Kindern. Im ukrainischen Register stehen 19.546 verschleppte Kinder."),
        ("it", "Lvova-Belova parla di 700mila bambini. Il registro ucraino conta 19.546 minori deportati."),
        ("es", "Lvova-Belova habla de 700.000 niños. El registro ucraniano recoge 19.546 menores deportados."),
        ("pt", "Lvova-Belova fala em 700 mil crianças. O registo ucraniano contém 19.546 crianças deportadas."),
        ("pl", "Lwowa-Biełowa mówi o 700 tysiącach dzieci. W ukraińskim rejestrze figuruje 19 546 deportowanych."),
        ("uk", "Львова-Бєлова заявила про 700 тисяч дітей. В українському реєстрі є 19 546 депортованих дітей."),
        ("ru", "Львова-Белова заявила о 700 тысячах детей. В украинском реестре 19 546 депортированных детей."),
    ],
)
def test_a_register_of_one_side_is_not_told_by_the_other(language: str, text: str) -> None:
    assert _told(language, text) == {700_000: MOSCOW, 19_546: KYIV}


@pytest.mark.parametrize("where", ["Ukraine's official list", "the government's list", "Kyiv's tally"])
def test_a_number_that_is_compared_with_another_is_that_of_its_record(where: str) -> None:
    text = f"The Yale team had been following some 35,000 abducted children, against 19,546 on {where}."
    assert _told("en", text) == {35_000: YALE, 19_546: KYIV}


def test_who_speaks_for_a_side_may_tell_what_its_register_holds() -> None:
    text = "Two cousins have been led out, Kyrylo Budanov said on Tuesday. Ukraine's tally of those returned is 2,094."
    assert _told("en", text, headline="Budanov: two led out of Luhansk region")[2094] == "budanov"


def test_where_children_are_found_does_not_count_them() -> None:
    text = "Yale analysts looked at photographs. They recognised 314 children in Russia's database of adoptions."
    assert _told("en", text) == {314: YALE}


def test_an_item_of_a_list_names_the_source_of_its_own_number() -> None:
    text = (
        "- 165 camps documented in Russia and Belarus\n- 210 facilities identified by Yale\n- 1,859 children back home"
    )
    assert _told("en", text) == {165: None, 210: YALE, 1859: None}
    assert _told("en", f"Yale's numbers:\n{text}")[165] == YALE


def test_the_answers_of_an_interview_are_no_items_of_a_list() -> None:
    text = "– Що каже Нацбюро?\n– Нацбюро каже про 1 859 повернутих дітей.\n– А депортованих?\n– 413."
    assert _told("uk", text) == {1859: "national_information_bureau", 413: "national_information_bureau"}


def test_a_land_on_the_way_is_no_source() -> None:
    text = "She went by bus through Poland and Latvia to fetch him. Volunteers say they have brought back 531 children."
    assert _told("en", text) == {531: None}


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("en", "The UN has verified that 684 Ukrainian children were killed.", "united_nations"),
        ("fr", "Selon les Nations unies, 684 enfants ukrainiens ont été tués.", "united_nations"),
        ("en", "A commission of inquiry spoke on Monday. The UN counted 1,205 deported children.", "un_commission"),
        ("en", "OHCHR reported to the council. The UN has verified that 684 children were killed.", "ohchr"),
        ("es", "En la ONU, Zelensky dijo que 1.641 niños deportados habían vuelto.", "zelensky"),
    ],
)
def test_the_un_is_that_of_its_bodies_which_the_article_names(language: str, text: str, speaker: str) -> None:
    assert {*_told(language, text).values()} == {speaker}
