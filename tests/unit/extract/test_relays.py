"""Who passed a number on: agencies and outlets, and speakers who cite others."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories
from monitor.model import Figure

READER = extract.Extractor(stories.load("ukrainian_children"))


def only(language: str, text: str) -> Figure:
    (figure,) = READER.extract(text, language=language, published=date(2025, 10, 10)).figures
    return figure


@pytest.mark.parametrize(
    ("language", "text", "source", "via"),
    [
        ("en", "Reuters reported, citing Lubinets, that eight children had come home from Russia.", "lubinets",
         "Reuters"),
        ("es", "Según informó EFE, que cita a Lubinets, doce niños volvieron de Rusia.", "lubinets", "EFE"),
        ("fr", "Selon Lubinets, cité par l'AFP, sept enfants sont rentrés de Russie.", "lubinets", "AFP"),
        ("de", "Zwölf Kinder kehrten aus Russland zurück, berichtete die dpa unter Berufung auf Lubinez.", "lubinets",
         "dpa"),
        ("it", "Sette bambini sono tornati dalla Russia, riferisce l'ANSA citando Lubinets.", "lubinets", "ANSA"),
        ("pt", "Doze crianças regressaram da Rússia, disse Lubinets à Lusa.", "lubinets", "Lusa"),
        ("pl", "Jak podaje PAP, powołując się na Łubineca, z Rosji wróciło 11 dzieci.", "lubinets", "PAP"),
        ("uk", "Як повідомляє «Укрінформ» з посиланням на Лубінця, з Росії повернули 12 дітей.", "lubinets",
         "Ukrinform"),
        ("ru", "ТАСС со ссылкой на Львову-Белову сообщает, что семеро детей вернулись на Украину.", "lvova_belova",
         "TASS"),
    ],
)  # fmt: skip
def test_agencies_pass_on_what_others_say(language: str, text: str, source: str, via: str) -> None:
    figure = only(language, text)
    assert (figure.source_id, figure.via) == (source, via)


@pytest.mark.parametrize(
    ("language", "text", "source", "via"),
    [
        ("en", "Dmitriev said that, by Lvova-Belova's count, 22 children had been handed back.", "lvova_belova",
         "Kirill Dmitriev"),
        ("en", "Citing Yale, Kallas said 35,000 children had been taken to Russia.", "yale_hrl", "Kaja Kallas"),
        ("es", "Sybiha, citando a Save Ukraine, dijo que 23 niños habían vuelto de Rusia.", "save_ukraine",
         "Andrii Sybiha"),
        ("fr", "Kallas, citant Yale, a évoqué 35 000 enfants déportés en Russie.", "yale_hrl", "Kaja Kallas"),
        ("de", "Kallas sprach unter Berufung auf die Yale-Forscher von 35.000 nach Russland verschleppten Kindern.",
         "yale_hrl", "Kaja Kallas"),
        ("it", "Kallas, citando Yale, ha parlato di 35.000 bambini deportati in Russia.", "yale_hrl", "Kaja Kallas"),
        ("pt", "Kallas, citando Yale, falou de 35 mil crianças deportadas para a Rússia.", "yale_hrl", "Kaja Kallas"),
        ("pl", "Sybiha, powołując się na Save Ukraine, powiedział, że z Rosji wróciło 23 dzieci.", "save_ukraine",
         "Andrii Sybiha"),
        ("uk", "Сибіга, посилаючись на Save Ukraine, сказав, що з Росії повернулися 23 дитини.", "save_ukraine",
         "Andrii Sybiha"),
        ("ru", "Дмитриев сказал, что, по подсчетам Львовой-Беловой, вернулись 22 ребенка.", "lvova_belova",
         "Kirill Dmitriev"),
    ],
)  # fmt: skip
def test_the_innermost_speaker_says_a_number_and_the_outer_one_passes_it_on(
    language: str, text: str, source: str, via: str
) -> None:
    figure = only(language, text)
    assert (figure.source_id, figure.via) == (source, via)


def test_speakers_who_have_numbers_of_their_own_pass_nothing_on() -> None:
    text = (
        "Zelensky said 1,625 children had been returned from Russia and, according to Yale, 35,000 had been deported."
    )
    first, second = READER.extract(text, language="en", published=date(2025, 10, 10)).figures
    assert (first.source_id, first.via) == ("zelensky", None)
    assert (second.source_id, second.via) == ("yale_hrl", None)


def test_a_speaker_alone_has_no_relay() -> None:
    assert only("en", "Lubinets said that eight children had come home from Russia.").via is None


@pytest.mark.parametrize(
    ("language", "text", "via"),
    [
        ("es", "En todo el país, según Lubinets, volvieron de Rusia doce niños.", None),
        ("es", "El país celebra, según Lubinets, que doce niños volvieran de Rusia.", None),
        ("es", "Doce niños volvieron de Rusia, contó Lubinets a El País.", "El País"),
        ("fr", "Le monde entier sait, selon Lubinets, que sept enfants sont rentrés de Russie.", None),
        ("fr", "Sept enfants sont rentrés de Russie, a déclaré Lubinets au journal Le Monde.", "Le Monde"),
        ("en", "Lubinets said eight children had come home from Russia, each with the guardian who sought it.", None),
        ("en", "Lubinets told the Guardian that eight children had come home from Russia.", "The Guardian"),
        ("it", "Sette bambini sono tornati dalla Repubblica popolare di Donetsk, dice Lubinets.", None),
        ("it", "Sette bambini sono tornati dalla Russia, ha detto Lubinets a Repubblica.", "la Repubblica"),
        ("uk", "З Росії повернули 12 дітей, і громадське життя ожило, каже Лубінець.", None),
        ("uk", "З Росії повернули 12 дітей, сказав Лубінець в етері Громадського радіо.", "Hromadske"),
        ("uk", "Лубінець сказав виданню «Українська правда», що з Росії повернули 12 дітей.", "Ukrainska Pravda"),
        ("ru", "Из России вернулись 12 детей, сказал Лубинец Би-би-си.", "BBC"),
        ("de", "Zwölf Kinder kehrten aus Russland zurück, sagte Lubinez der dpa.", "dpa"),
    ],
)  # fmt: skip
def test_an_outlet_with_the_name_of_a_thing_is_told_by_its_capital(language: str, text: str, via: str | None) -> None:
    assert only(language, text).via == via


def test_an_outlet_passes_on_nothing_that_it_says_itself() -> None:
    figure = only("en", "The BBC says it has found nine children who were taken to Russia.")
    assert (figure.source, figure.via) == ("BBC", None)
