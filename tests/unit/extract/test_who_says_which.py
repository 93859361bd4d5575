"""Of several who speak in a sentence, whose number each is; who does a deed is no source of its number."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
KYIV, YALE, MOSCOW, UN = "ukrainian_authorities", "yale_hrl", "russian_authorities", "united_nations"
EU, UK, CANADA, US = "european_union", "uk_government", "canada_government", "us_government"


def _told(language: str, text: str) -> dict[float | None, str | None]:
    found = READER.extract(text, language=language, published=date(2026, 3, 3))
    return {figure.value: figure.source_id for figure in found.figures}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "20,000 Ukrainian children were deported, Kyiv says; Yale speaks of 35,000.",
            {20_000: KYIV, 35_000: YALE},
        ),
        (
            "en",
            "19,546 children were deported, according to Kyiv; Yale estimates 35,000.",
            {19_546: KYIV, 35_000: YALE},
        ),
        (
            "en",
            "20,000 Ukrainian children were deported, says Kyiv; the UN has verified 1,205.",
            {20_000: KYIV, 1205: UN},
        ),
        (
            "fr",
            "Kiev estime que 200 000 enfants ont été déportés ; Moscou revendique 744 000 mineurs accueillis.",
            {200_000: KYIV, 744_000: MOSCOW},
        ),
        (
            "de",
            "Kiew schätzt, es könnten 200.000 deportierte Kinder sein; Russland spricht von 744.000 aufgenommenen.",
            {200_000: KYIV, 744_000: MOSCOW},
        ),
    ],
)
def test_on_each_side_of_a_semicolon_speaks_who_is_named_there(
    language: str, text: str, told: dict[float, str]
) -> None:
    assert _told(language, text) == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "The EU sanctioned nine people and Britain eight over abducted Ukrainian children.", {9: EU, 8: UK}),
        (
            "en",
            "Ten people were sanctioned over the abduction of Ukrainian children by Canada, seven by Britain and five "
            "by the EU.",
            {10: CANADA, 7: UK, 5: EU},
        ),
        (
            "es",
            "La UE sancionó a nueve personas y el Reino Unido a ocho por la deportación de niños ucranianos.",
            {9: EU, 8: UK},
        ),
        (
            "pt",
            "A UE sancionou nove pessoas, o Reino Unido oito e o Canadá sete pela deportação de crianças ucranianas.",
            {9: EU, 8: UK, 7: CANADA},
        ),
        ("ru", "ЕС ввел санкции против 16 человек за депортацию детей, США — против 9.", {16: EU, 9: US}),
        (
            "fr",
            "Aux sanctions britanniques contre onze Russes pour les déportations d'enfants, le Canada ajoute sept noms",
            {11: UK, 7: CANADA},
        ),
    ],
)
def test_of_several_who_punish_each_has_its_own_number(language: str, text: str, told: dict[float, str]) -> None:
    assert _told(language, text) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "Secondo un'attivista 5.000 bambini sono stati deportati in Russia."),
        ("it", "I minori ucraini deportati in Russia sono 3.000."),
        ("it", "La Russia ha deportato 20.000 bambini, ha detto il deputato."),
        ("de", "1.205 Kinder sind nach Russland deportiert worden."),
        ("pl", "Rosja uprowadziła 20 tys. ukraińskich dzieci - powiedział premier Donald Tusk."),
        ("ru", "Россия вывезла 20 тысяч детей, сказал депутат."),
    ],
)
def test_who_takes_children_and_where_they_are_taken_is_no_source(language: str, text: str) -> None:
    assert {*_told(language, text).values()} == {None}


def test_what_a_land_says_of_itself_it_says() -> None:
    assert _told("en", "Russia says it has taken in 700,000 Ukrainian children.") == {700_000: MOSCOW}


def test_a_name_within_a_possessive_name_is_not_another() -> None:
    assert _told("en", "Save Ukraine's tally of returned children is 1,200.") == {1200: "save_ukraine"}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("pl", "Zełenski podziękował Melanii Trump, dzięki której z Rosji wróciło 23 dzieci.", {23: "zelensky"}),
        ("fr", "Zelensky a remercié Melania Trump, grâce à qui 23 enfants sont rentrés.", {23: "zelensky"}),
        ("uk", "Лубінець подякував Меланії Трамп: завдяки їй повернулися 24 дитини.", {24: "lubinets"}),
    ],
)
def test_who_is_thanked_is_no_source(language: str, text: str, told: dict[float, str]) -> None:
    assert _told(language, text) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Доповідав Буданов. «За рік повернули 580 дітей. Дякую команді», — сказав Зеленський."),
        ("ru", "На встрече был Буданов. «Мы вернули 580 детей. Это много», — сказал Зеленский."),
        ("en", 'Budanov reported. "We have brought back 580 children. It is a lot," Zelensky said.'),
    ],
)
def test_a_quotation_of_several_sentences_is_said_by_who_is_named_behind_it(language: str, text: str) -> None:
    assert _told(language, text) == {580: "zelensky"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A lawyer said 35,000 Ukrainian children were deported. Lubinets said 2,016 had returned."),
        ("es", "35.000 niños ucranianos fueron deportados, dicen activistas. Lubinets cuenta 2.016 devueltos."),
    ],
)
def test_who_speaks_only_later_did_not_say_what_another_said(language: str, text: str) -> None:
    assert _told(language, text) == {35_000: None, 2016: "lubinets"}


def test_who_is_thanked_for_what_they_said_said_it() -> None:
    assert _told("de", "Selenskyj dankte Lubinez, der die Rückkehr von 14 Kindern meldete.") == {14: "lubinets"}
    assert _told("uk", "Зеленський подякував Лубінцю, який повідомив про повернення 14 дітей.") == {14: "lubinets"}


def test_a_bare_commission_is_that_of_the_body_named_before() -> None:
    text = "The EU has sanctioned 86 people over abducted children. The Commission will support 848 returned children."
    assert _told("en", text)[848] == EU


@pytest.mark.parametrize(
    ("text", "headline", "told"),
    [
        (
            "Ukraine says Russia deported 20,000 children; Yale counts 35,000 children.",
            "",
            {20_000: KYIV, 35_000: YALE},
        ),
        (
            "Zelensky in Kyiv said 19,546 children were deported to Russia; Yale counts 35,000.",
            "",
            {19_546: "zelensky", 35_000: YALE},
        ),
        (
            '"We have returned 58 children from Russia. It is a lot," Zelensky told Melania Trump.',
            "Zelensky meets Melania Trump",
            {58: "zelensky"},
        ),
        (
            "Melania Trump thanked Zelensky, who said 20 children had returned from Russia to Ukraine.",
            "",
            {20: "zelensky"},
        ),
        (
            "Britain, together with the EU, sanctioned 11 people over deported Ukrainian children.",
            "",
            {11: UK},
        ),
    ],
)
def test_who_stands_near_is_not_yet_who_speaks(text: str, headline: str, told: dict[float, str]) -> None:
    found = READER.extract(text, language="en", published=date(2026, 3, 3), headline=headline)
    assert {figure.value: figure.source_id for figure in found.figures} == told


def test_long_texts_are_read_in_time_that_grows_with_them() -> None:
    text = '"We returned 8 children, the register of Ukraine lists 19,546 deported; Yale says 35,000 ' * 100
    assert len(READER.extract(text, language="en", published=None).numbers) == 300


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "en",
            "Last week 31 children came home from Russia with Qatar's help. In all 2,141 have been returned.",
            {31: (None, "qatar"), 2141: (None, "all")},
        ),
        (
            "es",
            "Con la mediación de Catar volvieron de Rusia 31 niños. En total han vuelto 2.141.",
            {31: (None, "qatar"), 2141: (None, "all")},
        ),
        (
            "en",
            "With Qatar's mediation 31 children came home from Russia, the Qatari foreign ministry said.",
            {31: ("qatar", "qatar")},
        ),
    ],
)
def test_who_helps_does_not_say_it(language: str, text: str, told: dict[float, tuple[str | None, str]]) -> None:
    found = READER.extract(text, language=language, published=date(2026, 4, 12)).figures
    assert {figure.value: (figure.source_id, figure.scope) for figure in found} == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Росія повернула 50 дітей, повідомляли телеграм-канали. В Офісі омбудсмена це спростували."),
        ("ru", "Россия вернула 50 детей, сообщали телеграм-каналы. В офисе омбудсмена это опровергли."),
    ],
)
def test_a_rumour_that_an_office_refutes_is_no_figure(language: str, text: str) -> None:
    assert not READER.extract(text, language=language, published=date(2026, 4, 12)).figures


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "In all 163 children came home through Qatar's mediation, the Qatari foreign ministry said.", "qatar"),
        ("es", "Un total de 163 niños han vuelto, dijo el Ministerio de Asuntos Exteriores de Catar.", "qatar"),
        ("es", "Un total de 163 niños han vuelto, dijo el Ministerio de Exteriores polaco.", "polish_government"),
        ("it", "In tutto 163 bambini sono tornati, ha detto il ministero degli Esteri qatariota.", "qatar"),
        ("it", "In tutto 163 bambini sono tornati, ha detto il ministero degli Esteri.", "ukrainian_authorities"),
        (
            "fr",
            "Au total, 163 enfants sont là, a dit le ministère letton des Affaires étrangères.",
            "latvian_government",
        ),
        ("fr", "Au total, 163 enfants sont rentrés, a indiqué le ministère des Affaires étrangères du Qatar.", "qatar"),
        (
            "fr",
            "Au total, 163 enfants sont là, a dit le ministère des Affaires étrangères de la Pologne.",
            "polish_government",
        ),
        ("fr", "Au total, 163 enfants sont là, a dit le ministère des Affaires étrangères de la Finlande.", None),
        ("de", "Insgesamt sind 163 Kinder heimgekehrt, teilte das Außenministerium in Doha mit.", "qatar"),
        ("de", "Insgesamt sind 163 Kinder heimgekehrt, teilte das Außenministerium mit.", "ukrainian_authorities"),
        ("pt", "No total, 163 crianças regressaram, disse o Ministério das Relações Exteriores do Catar.", "qatar"),
        ("pl", "Łącznie 163 dzieci wróciło, podało Ministerstwo Spraw Zagranicznych Kataru.", "qatar"),
        ("ru", "Всего вернулись 163 ребёнка, сообщило Министерство иностранных дел Катара.", "qatar"),
    ],
)
def test_a_ministry_of_another_land_is_not_kyivs(language: str, text: str, who: str | None) -> None:
    found = READER.extract(text, language=language, published=date(2026, 12, 3))
    assert [figure.source_id for figure in found.figures] == [who]


@pytest.mark.parametrize("end", ["", " de", " de la"])
def test_a_text_may_break_off_behind_a_ministry(end: str) -> None:
    found = READER.extract(f"163 enfants ukrainiens sont là, a dit le gouvernement{end}", language="fr", published=None)
    assert [figure.value for figure in found.figures] == [163]
