"""The other side's office, whose lead a state takes, decrees, holidays, and the opposite way."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Extraction

READER = Extractor(stories.load("ukrainian_children"))
KYIV, MOSCOW, LVOVA = "ukrainian_authorities", "russian_authorities", "lvova_belova"


def _read(language: str, text: str) -> Extraction:
    return READER.extract(text, language=language, published=date(2026, 3, 3))


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Lvova-Belova named 380 children. Her Ukrainian counterpart said 19,546 had been taken.", KYIV),
        ("en", "Lubinets said 1,985 children were back. His Russian counterpart put it at 150.", MOSCOW),
        ("es", "Lvova-Belova habla de 380 niños; su homólogo ucraniano cifra en 19.546 los deportados.", KYIV),
        ("fr", "Lvova-Belova parle de 380 enfants ; son homologue ukrainien compte 19 546 enfants déportés.", KYIV),
        ("de", "Lwowa-Belowa spricht von 380; ihr ukrainischer Amtskollege nennt 19.546 verschleppte Kinder.", KYIV),
        ("it", "Lvova-Belova parla di 380 minori; il suo omologo ucraino ne conta 19.546 deportati.", KYIV),
        ("pt", "Lvova-Belova fala em 380 crianças; o seu homólogo ucraniano conta 19.546 deportadas.", KYIV),
        ("pl", "Lwowa-Biełowa mówi o 380 dzieciach; jej ukraiński odpowiednik podaje 19 546 deportowanych.", KYIV),
        ("ru", "Львова-Белова говорит о 380 детях, ее украинский коллега – о 19 546 депортированных.", KYIV),
        ("uk", "Лубінець повідомив про 1985 повернутих дітей. Його російська візаві називає 150.", MOSCOW),
    ],
)
def test_a_counterpart_speaks_for_the_other_side(language: str, text: str, who: str) -> None:
    assert _read(language, text).figures[-1].source_id == who


def test_a_counterpart_who_is_told_something_says_nothing() -> None:
    text = "Moskalkova gave her Ukrainian counterpart the names of nine children taken from Russia to Ukraine."
    assert [figure.source_id for figure in _read("en", text).figures] == ["moskalkova"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "Ukraine, following Canada and the EU, sanctioned 48 people for taking children.", KYIV),
        ("en", "In the footsteps of the EU and Canada, Britain sanctioned 48 for taking children.", "uk_government"),
        ("uk", "Слідом за Канадою та ЄС Україна запровадила санкції проти 48 викрадачів дітей.", KYIV),
        ("es", "Siguiendo a Canadá y la UE, Ucrania sancionó a 48 personas por deportar a niños.", KYIV),
    ],
)
def test_the_state_whose_lead_is_taken_does_not_punish(language: str, text: str, who: str) -> None:
    assert [figure.source_id for figure in _read(language, text).figures] == [who]


def test_what_a_state_did_before_is_still_its_own() -> None:
    told = _read("en", "Following EU sanctions on 12 people for taking children, Britain listed five more.").figures
    assert {figure.value: figure.source_id for figure in told} == {12: "european_union", 5: "uk_government"}


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Zelensky signed a decree: sanctions on 55 people for taking Ukrainian children.", "batch"),
        ("en", "Zelensky signed a decree: sanctions on 412 people for deporting Ukrainian children.", "batch"),
        ("en", "Ukraine sanctioned 48 people over the deportation of children.", "batch"),
        ("uk", "Україна запровадила санкції проти 1412 осіб, причетних до депортації дітей.", "batch"),
        ("en", "The EU has sanctioned 612 Russian officials over the abduction of Ukrainian children.", "total"),
        ("ru", "Указом президента под ограничения попали 48 россиян, вывозивших детей.", "batch"),
        ("uk", "Україна запровадила санкції проти 55 осіб, причетних до депортації дітей.", "batch"),
        ("en", "Britain has so far sanctioned 48 people over the deportation of Ukrainian children.", "total"),
        ("uk", "Під санкціями вже 55 осіб, причетних до депортації дітей.", "total"),
    ],
)
def test_a_decree_puts_people_on_the_list_at_once(language: str, text: str, kind: str) -> None:
    assert [figure.kind for figure in _read(language, text).figures] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "24 children from Mariupol returned from a holiday in Crimea, the Russian-installed mayor said."),
        ("ru", "35 детей из Мариуполя вернулись с отдыха в Крыму, сообщили оккупационные власти."),
        ("uk", "40 дітей з окупованого Бердянська повернулися з відпочинку в Білорусі."),
        ("es", "24 niños de Mariúpol volvieron de vacaciones en Crimea, dijo el alcalde prorruso."),
    ],
)
def test_back_from_a_holiday_is_no_way_home(language: str, text: str) -> None:
    read = _read(language, text)
    assert not read.figures
    assert "holiday" in {number.reason for number in read.numbers}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "12 ukraińskich dzieci wróciło z wakacji w Jewpatorii na Krymie do rodziców."),
        ("ru", "Из Крыма домой вернулись после отдыха 13 детей, которых вывезли российские военные."),
        ("uk", "13 дітей з Херсона повернулися з відпочинку в Криму через пів року, їх утримували в таборі."),
        ("es", "Volvieron de vacaciones en Crimea 13 niños tras seis meses retenidos por Rusia."),
    ],
)
def test_a_holiday_from_which_nobody_let_them_go_is_none(language: str, text: str) -> None:
    assert "holiday" not in {number.reason for number in _read(language, text).numbers}


def test_a_pretended_holiday_that_ends_at_home_is_a_return() -> None:
    text = "Save Ukraine brought 17 children home from a holiday in Crimea that had lasted seven months."
    assert [(figure.value, figure.measure) for figure in _read("en", text).figures] == [(17, "returned")]


@pytest.mark.parametrize(
    ("language", "text", "ways"),
    [
        (
            "ru",
            "На Украину к близким уехали 109 детей, сообщила Львова-Белова. В обратном направлении, в Россию, – 24.",
            {109: "ru>ua", 24: "ua>ru"},
        ),
        (
            "uk",
            "Львова-Бєлова: з України до РФ вона привезла 22 дітей. У протилежний бік, за її словами, поїхало 110.",
            {22: "ua>ru", 110: "ru>ua"},
        ),
        (
            "uk",
            "Дев’ятьох дітей повезуть з РФ до України, двох – у зворотному напрямку, сказав Лубінець.",
            {9: "ru>ua", 2: "ua>ru"},
        ),
    ],
)
def test_the_opposite_way_is_that_of_the_number_it_stands_beside(
    language: str, text: str, ways: dict[float, str]
) -> None:
    assert {figure.value: figure.direction for figure in _read(language, text).figures} == ways
