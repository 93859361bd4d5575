"""Plain words that say what became of a number, and which way, where its size or what stands before would mislead."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))
KYIV, UN, YALE = "ukrainian_authorities", "united_nations", "yale_hrl"


def _figures(language: str, text: str) -> tuple[Figure, ...]:
    return READER.extract(text, language=language, published=date(2026, 3, 3)).figures


def _measures(language: str, text: str) -> list[tuple[float | None, str]]:
    return [(figure.value, figure.measure) for figure in _figures(language, text)]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The UN says 700 Ukrainian children were killed. Kyiv puts the figure at 745.", {700: UN, 745: KYIV}),
        ("en", "Kyiv says 745 Ukrainian children have been killed, the UN 700.", {745: KYIV, 700: UN}),
        ("es", "Kiev habla de 745 niños ucranianos muertos y la ONU de 700.", {745: KYIV, 700: UN}),
        ("pt", "Kiev fala em 745 crianças ucranianas mortas e a ONU em 700.", {745: KYIV, 700: UN}),
    ],
)
def test_a_second_count_of_the_killed_has_its_own_speaker(language: str, text: str, told: dict[float, str]) -> None:
    figures = _figures(language, text)
    assert {figure.value: figure.source_id for figure in figures} == told
    assert {figure.measure for figure in figures} == {"killed"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("uk", "Торік загинули 92 дитини, а за два попередні роки — 310.", [(92, "killed"), (310, "killed")]),
        ("ru", "За год ранены 90 детей, а годом ранее — 60.", [(90, "injured"), (60, "injured")]),
        ("ru", "В прошлом году погибли 112 детей, годом ранее — 90.", [(112, "killed"), (90, "killed")]),
        (
            "en",
            "The register shows 26,113 children found and 19,546 deported from Ukraine.",
            [(26_113, "located"), (19_546, "deported")],
        ),
        (
            "es",
            "El registro ucraniano muestra 26.113 niños localizados y 19.546 deportados.",
            [(26_113, "located"), (19_546, "deported")],
        ),
        ("en", "Yale tracks deported children. We have found 37 of them, said Nathaniel Raymond.", [(37, "located")]),
    ],
)
def test_the_word_behind_a_number_is_its_own(language: str, text: str, told: list[tuple[float, str]]) -> None:
    assert _measures(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "150 юношей, вывезенных из Донбасса, погибли на фронте.", (150, "killed")),
        ("uk", "Семеро дітей, повернутих додому, загинули під обстрілами.", (7, "killed")),
        ("en", "Two children, returned from Crimea, were killed in a Russian attack.", (2, "killed")),
        ("uk", "Двох вихованців олешківського інтернату забрала родина з Ростова.", (2, "placed_in_family")),
        (
            "ru",
            "В семьи жителей Тулы переданы 33 ребенка, оставшихся без попечения родителей.",
            (33, "placed_in_family"),
        ),
        ("ru", "В Херсонской области на российской мине подорвались трое детей.", (3, "injured")),
        ("uk", "У Харкові з-під завалів дістали тіла трьох дітей.", (3, "killed")),
        ("uk", "Мережа допомогла вивезти з окупації й депортації 507 дітей.", (507, "returned")),
        ("ru", "Расследователям удалось установить имена 54 детей.", (54, "identified")),
        ("uk", "Україна передала Катару інформацію про 60 дітей.", (60, "other")),
        ("ru", "Киев передал Москве сведения о 40 детях.", (40, "other")),
        ("es", "Ucrania entregó a Catar información sobre 60 niños.", (60, "other")),
        ("en", "Nine children were among 20 people killed in a Russian strike on Kryvyi Rih.", (9, "killed")),
        ("en", "Nine children died when a missile struck a playground in Kryvyi Rih, Ukraine.", (9, "killed")),
        ("en", "Kremlin troops have abducted 20,000 Ukrainian children.", (20_000, "deported")),
    ],
)
def test_what_became_of_children_is_told_by_the_verb(language: str, text: str, told: tuple[float, str]) -> None:
    assert _measures(language, text) == [told]


def test_an_attack_without_a_land_of_the_story_is_another_story() -> None:
    assert _measures("en", "Nine children died when a missile struck a playground in Gaza.") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Російські паспорти оформили 300 вивезеним дітям."),
        ("ru", "300 детей из Донецка получили паспорта РФ."),
        ("en", "Some 300 deported children have been given Russian passports."),
        ("es", "300 niños deportados recibieron la ciudadanía rusa."),
    ],
)
def test_papers_are_told_as_such_and_are_never_news(language: str, text: str) -> None:
    (figure,) = _figures(language, text)
    assert (figure.value, figure.measure, figure.note, figure.optional) == (300, "other", "Russian papers", True)


@pytest.mark.parametrize(
    ("language", "text", "ways"),
    [
        ("ru", "Девять детей вернулись на Украину. В Россию приехали четверо ребят.", ["ru>ua", "ua>ru"]),
        ("uk", "До України повернулися п'ятеро дітей, до Росії поїхали двоє.", ["ru>ua", "ua>ru"]),
        ("uk", "Росіяни передали Україні 136 дітей, а їм натомість повернули 29.", ["ru>ua", "ua>ru"]),
        ("uk", "З Білорусі повернули п'ятьох дітей.", ["by>ua"]),
        ("uk", "Росія натомість передала Україні 12 дітей.", ["ru>ua"]),
        ("ru", "Россия в обмен передала Украине 12 детей.", ["ru>ua"]),
    ],
)
def test_the_way_is_that_of_the_numbers_own_words(language: str, text: str, ways: list[str]) -> None:
    figures = _figures(language, text)
    assert [figure.direction for figure in figures] == ways
    assert not any(figure.optional for figure in figures)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The number of returned Ukrainian children stood at 2,016 a week later.", (2016, "returned")),
        ("en", "Lubinets put the total of returned children at 2,031 two days later.", (2031, "returned")),
        ("es", "El número de niños devueltos a Ucrania era de 2.016 un día después.", (2016, "returned")),
        ("it", "Kiev parla invece di 1.592 bambini rientrati dalla Russia.", (1592, "returned")),
        ("en", "Save Ukraine says 1,000 Ukrainian orphans were adopted.", (1000, "placed_in_family")),
        ("de", "Die Bundesregierung spricht von 19.500 nach Russland verbrachten Kindern.", (19_500, "deported")),
        ("fr", "Le gouvernement français parle de 19 500 enfants emmenés en Russie.", (19_500, "deported")),
    ],
)
def test_a_main_figure_is_not_lost(language: str, text: str, told: tuple[float, str]) -> None:
    assert _measures(language, text) == [told]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Zwölf Kinder sind zurück in der Ukraine, drei in russischen Adoptivfamilien."),
        ("it", "Dodici bambini sono tornati in Ucraina, tre sono in famiglie adottive russe."),
    ],
)
def test_russian_families_beside_ukraine_are_no_return(language: str, text: str) -> None:
    assert _measures(language, text) == [(12, "returned"), (3, "placed_in_family")]


def test_a_counterpart_is_no_pair() -> None:
    text = "Lvova-Belova habló de 29 niños devueltos a Ucrania; su par en Kiev, de 31."
    assert _measures("es", text) == [(29, "returned"), (31, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "No son menos de 20.000 los niños ucranianos deportados."),
        ("pt", "Não foram menos de 20.000 as crianças ucranianas deportadas."),
    ],
)
def test_not_fewer_than_is_at_least(language: str, text: str) -> None:
    (figure,) = _figures(language, text)
    assert (figure.value, figure.qualifier) == (20_000, "at_least")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "uk",
            "Повернули 46 дітей: 30 — з ТОТ, 14 — з Росії, 2 — з Білорусі.",
            {30: "tot>ua", 14: "ru>ua", 2: "by>ua"},
        ),
        (
            "ru",
            "С семьями воссоединились семь детей: шестеро отправились на Украину, одна девочка — в Россию.",
            {6: "ru>ua", 1: "ua>ru"},
        ),
        (
            "es",
            "Melania Trump anunció la vuelta de 13 menores ucranianos: ocho ya están en Ucrania y cinco en Rusia.",
            {8: "ru>ua", 5: "ua>ru"},
        ),
        (
            "pt",
            "O Catar reuniu seis crianças ucranianas com as famílias, duas na Rússia e quatro na Ucrânia.",
            {2: "ua>ru", 4: "ru>ua"},
        ),
    ],
)
def test_the_items_of_a_split_have_ways_of_their_own(language: str, text: str, told: dict[float, str]) -> None:
    figures = _figures(language, text)[1:]
    assert {figure.value: figure.direction for figure in figures} == told
    assert not any(figure.optional for figure in figures)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Solo a gennaio le vittime tra i bambini ucraini sono state 41: sette morti e 34 feriti."),
        ("pl", "W styczniu ofiarami wojny na Ukrainie padło 41 dzieci: siedmioro zginęło, 34 zostało rannych."),
    ],
)
def test_the_sum_of_killed_and_hurt_is_neither(language: str, text: str) -> None:
    assert _measures(language, text) == [(41, "other"), (7, "killed"), (34, "injured")]


def test_a_share_of_many_is_not_one_of_few_regions() -> None:
    text = "Комісія ООН підтвердила депортацію 1 205 дітей із п'яти областей, 80% із них не повернулися."
    assert [value for value, _ in _measures("uk", text)] == [1205, 80]


def test_those_hit_in_the_sentence_before_are_a_batch() -> None:
    (figure,) = _figures("en", "A Russian drone hit a school in Kharkiv. Two children were killed.")
    assert (figure.value, figure.measure, figure.kind) == (2, "killed", "batch")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("it", "La Russia ha restituito, secondo i dati di Kiev, 40 bambini all'Ucraina.", (40, "returned")),
        ("de", "Zurückgekehrt sind nach Daten von Kiew 40 Kinder aus Russland.", (40, "returned")),
        ("en", "Russia deported 19,546 Ukrainian children to give them Russian citizenship.", (19_546, "deported")),
        ("ru", "Россия депортировала 700 детей с украинским гражданством.", (700, "deported")),
        ("en", "67 Ukrainian children have become Russian citizens.", (67, "other")),
        ("ru", "Подорвали доверие: Россия не вернула 300 детей.", (300, "held")),
        ("en", "12 Ukrainian children found their way home from Russia.", (12, "returned")),
        ("es", "Más de un millón 600 mil niños ucranianos viven bajo ocupación rusa.", (1_600_000, "at_risk")),
        ("en", "In a country of 38 million 19,000 children were deported to Russia.", (19_000, "deported")),
        ("es", "En relación a 2023 niños ucranianos deportados a Rusia no hay datos.", (2023, "deported")),
        ("fr", "L'Ukraine a réuni des informations sur 19 546 enfants déportés.", (19_546, "deported")),
    ],
)
def test_words_that_only_look_alike_mislead_nobody(language: str, text: str, told: tuple[float, str]) -> None:
    assert told in _measures(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sudanese militias abducted 60 children in Darfur, Russia's envoy said."),
        ("en", "Russian mercenaries abducted 60 children in Mali."),
        ("en", "Two Ukrainian children were killed in an Israeli attack on Beirut."),
        ("ru", "Боевики похитили 60 детей в Судане, заявил постпред России."),
    ],
)
def test_other_wars_stay_other_stories(language: str, text: str) -> None:
    assert _measures(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Повернули 14 дітей. Восьмеро жили на окупованій території, шестеро – в Росії."),
        ("es", "De los 14 niños que volvieron, ocho vivían en la Ucrania ocupada y seis en Rusia."),
    ],
)
def test_where_they_had_lived_is_not_where_they_went(language: str, text: str) -> None:
    assert [figure.direction for figure in _figures(language, text)][1:] == ["tot>ua", "ru>ua"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 12 returned children were given Ukrainian citizenship."),
        ("uk", "12 дітей отримали громадянство України."),
        ("ru", "12 детей получили украинское гражданство."),
    ],
)
def test_papers_of_ukraine_are_none_of_russia(language: str, text: str) -> None:
    assert not any(figure.note == "Russian papers" for figure in _figures(language, text))
