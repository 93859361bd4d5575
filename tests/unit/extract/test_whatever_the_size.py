"""What a plain sentence says of its number holds at any size: the weights know the sizes of yesterday."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
SIZES = (12, 64, 234, 1243, 3468, 7432)
SEPARATORS = {"en": ",", "es": ".", "de": ".", "it": ".", "pt": "."}


def _number(value: int, language: str) -> str:
    return f"{value:,}".replace(",", SEPARATORS.get(language, "\N{NO-BREAK SPACE}"))


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "{} abducted children are home, Zelensky said.", "returned"),
        ("en", "{} deported Ukrainian children have been brought back, the ombudsman said.", "returned"),
        ("de", "{} verschleppte Kinder sind zurückgekehrt, sagte Selenskyj.", "returned"),
        ("uk", "{} викрадених дітей повернуто додому, сказав Зеленський.", "returned"),
        ("ru", "{} депортированных детей возвращены домой, сказал Зеленский.", "returned"),
        ("en", "The fate of {} Ukrainian children is unknown, Kyiv said.", "missing"),
        ("en", "The whereabouts of {} Ukrainian children remain unknown, Kyiv said.", "missing"),
        ("es", "Se desconoce la suerte de {} niños ucranianos, dice Kiev.", "missing"),
        ("fr", "Le sort de {} enfants ukrainiens reste inconnu, selon Kiev.", "missing"),
        ("de", "Das Schicksal von {} ukrainischen Kindern ist ungewiss, sagt Kiew.", "missing"),
        ("it", "La sorte di {} bambini ucraini resta ignota, dice Kiev.", "missing"),
        ("pt", "O destino de {} crianças ucranianas é desconhecido, diz Kiev.", "missing"),
        ("pl", "Los {} ukraińskich dzieci pozostaje nieznany, mówi Kijów.", "missing"),
        ("en", "{} Ukrainian children have been sexually abused by Russian soldiers, prosecutors said.", "other"),
        ("en", "{} Ukrainian children were enlisted in the Russian army, the ombudsman said.", "other"),
        ("pt", "Os bombardeamentos russos mataram {} crianças ucranianas, segundo a procuradoria.", "killed"),
        ("pl", "Rosyjski ostrzał ranił {} ukraińskich dzieci, podała prokuratura.", "injured"),
        ("ru", "Власти подтвердили личности {} украинских детей, вывезенных в Россию.", "identified"),
        ("ru", "С февраля 2022 года Россия незаконно вывезла из Украины {} детей.", "deported"),
        ("uk", "З лютого 2022 року Росія незаконно вивезла з України {} дітей.", "deported"),
        ("es", "El número de niños heridos en Ucrania asciende a {}, informó la Fiscalía General.", "injured"),
        ("it", "Il numero dei bambini uccisi in Ucraina è salito a {}, dice Kiev.", "killed"),
        ("es", "Según Unicef, la policía busca a {} niños desaparecidos en Ucrania.", "missing"),
        ("es", "Los ataques rusos han herido a {} niños desde principios de año.", "injured"),
        ("it", "Una banca dati russa per le adozioni comprende {} bambini ucraini, dice Kiev.", "at_risk"),
        ("de", "Moskau hat {} ukrainische Kinder an ihre Familien übergeben, teilte der Ombudsmann mit.", "returned"),
        ("fr", "Kiev a confirmé l'identité de {} enfants emmenés en Russie.", "identified"),
    ],
)
def test_at_every_size(language: str, text: str, measure: str) -> None:
    told = {}
    for value in SIZES:
        found = READER.extract(
            text.format(_number(value, language)), language=language, published=date(2026, 3, 3)
        ).figures
        told[value] = [(figure.value, figure.measure) for figure in found]
    assert told == {value: [(value, measure)] for value in SIZES}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Investigators are looking into the fate of 20,570 Ukrainian children.", "deported"),
        ("A lawyer has clarified the fate of 118 Ukrainian children taken to Russia.", "located"),
    ],
)
def test_a_fate_that_is_looked_into_is_not_unknown(text: str, measure: str) -> None:
    found = READER.extract(text, language="en", published=date(2026, 3, 3)).figures
    assert [figure.measure for figure in found] == [measure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Only a handful of the 7,430 deported children have been returned, Kyiv said."),
        ("en", "7,430 abducted children are still not home, Kyiv said."),
        ("en", "Ukraine demands that 7,430 deported children be returned, Kyiv said."),
        ("en", "We will not rest until 7,430 abducted children are home, Zelensky said."),
        ("de", "Kiew fordert, dass 7.430 verschleppte Kinder zurückgegeben werden."),
        ("de", "Von den 7.430 verschleppten Kindern sind nur wenige zurückgekehrt, sagt Kiew."),
        ("uk", "Київ вимагає, щоб 7430 викрадених дітей повернули."),
        ("ru", "Киев требует, чтобы 7430 депортированных детей вернули."),
        ("pl", "Kijów żąda, by 7430 uprowadzonych dzieci wróciło."),
    ],
)
def test_whose_return_is_wanted_or_denied_is_not_home(language: str, text: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 3)).figures
    assert [(figure.value, figure.measure) for figure in found] == [(7430, "deported")]


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("es", "Se desconoce cuándo volverán los 64 niños ucranianos localizados en Rusia.", "located"),
        ("fr", "Les parents ignorent si les 12 enfants localisés en Crimée vont bien.", "located"),
        ("en", "64 deported Ukrainian children have not been located, Kyiv said.", "missing"),
        ("en", "34 children, some of them sexually abused in camps, were returned from Russia, Kyiv said.", "returned"),
        ("uk", "Що з рештою 26 вихованцями з Херсона, наразі невідомо.", "missing"),
        (
            "pl",
            "Siedmioro dzieci wywieziono z okupowanej części na tereny kontrolowane przez Kijów.",
            "returned",
        ),
    ],
)
def test_what_is_unknown_of_them(language: str, text: str, measure: str) -> None:
    found = READER.extract(text, language=language, published=date(2026, 3, 3)).figures
    assert [figure.measure for figure in found] == [measure]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le sort de la guerre inquiète 300 enfants ukrainiens."),
        ("it", "La sorte di Kiev preoccupa 300 bambini ucraini."),
        ("es", "El primer destino de 53 niños ucranianos fue Valencia."),
        ("pl", "W Los Angeles film o 20 000 ukraińskich dzieci dostał nagrodę."),
        ("de", "Das Schicksal von Mariupol lässt 12 Kinder nicht los, die in Köln leben."),
        ("pt", "A escola em Lviv acolhe 48 crianças deslocadas."),
    ],
)
def test_the_fate_of_something_else_is_no_figure(language: str, text: str) -> None:
    assert not READER.extract(text, language=language, published=date(2026, 3, 3)).figures


def test_what_those_of_a_share_are_called_is_not_what_became_of_them() -> None:
    text = "A fifth of those identified have been adopted by Russian families, activists say."
    found = READER.extract(text, language="en", published=date(2026, 3, 3)).figures
    assert [(figure.value, figure.measure) for figure in found] == [(20, "placed_in_family")]
