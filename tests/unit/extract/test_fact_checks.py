"""What a fact check claims and rates, what an article corrects, what may come, rates: none of them counts anybody."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> list[tuple[float | None, str]]:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    return [(figure.value, figure.measure) for figure in read.figures if not figure.optional]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Claim: Ukraine admitted that only 340 children were deported. Rating: False. Kyiv knows of 20,812."),
        (
            "de",
            "Behauptung: Kiew gebe zu, dass nur 340 Kinder verschleppt wurden. Bewertung: Falsch. Kiew kennt 20.812.",
        ),
        (
            "fr",
            "Affirmation : seuls 340 enfants ukrainiens ont été déportés. Verdict : faux. Kiev en a recensé 20 812.",
        ),
    ],
)
def test_a_claim_that_is_rated_false_is_not_counted(language: str, text: str) -> None:
    assert [value for value, _ in _read(language, text)] == [20_812]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un vídeo viral asegura que Ucrania ha recuperado a 5.000 niños. Es mentira. Han vuelto 2.344."),
        ("pl", "Prorosyjskie kanały twierdzą, że Ukraina odzyskała już 5000 dzieci. To fałsz. Do domu wróciło 2344."),
        ("uk", "Російські канали пишуть, ніби Україна потай повернула 5000 дітей. Фейк. Повернуто 2344 дитини."),
        ("ru", "Провластные каналы пишут, будто Украина вернула 5000 детей. Это ложь. Возвращены 2344 ребенка."),
    ],
)
def test_a_rumour_that_the_next_sentence_calls_a_lie_is_not_counted(language: str, text: str) -> None:
    assert [value for value, _ in _read(language, text)] == [2344]


def test_a_report_beside_which_nothing_is_false_is_counted() -> None:
    text = (
        "Posts on Telegram showed 12 children back in Ukraine from Russia. Nothing in those posts of theirs was false."
    )
    assert _read("en", text) == [(12, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Correction: an earlier version said 1,318 children had been deported. The correct number is 1,138."),
        ("en", "An earlier version said 1,318 children had been deported from Kherson. The correct figure is 1,138."),
    ],
)
def test_the_corrected_number_counts_what_the_wrong_one_did(language: str, text: str) -> None:
    assert _read(language, text) == [(1138, "deported")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A third group of about 20 Ukrainian children could be brought home from Russia before Christmas."),
        ("de", "Etwa 20 ukrainische Kinder könnten vor Weihnachten aus Russland zurückkehren."),
        ("fr", "Une vingtaine d'enfants ukrainiens pourraient rentrer de Russie avant Noël."),
        ("it", "Una ventina di bambini potrebbe tornare dalla Russia prima di Natale."),
        ("es", "Unos veinte niños podrían ser devueltos por Rusia antes de Navidad."),
        ("pt", "Cerca de vinte crianças poderiam regressar da Rússia antes do Natal."),
        ("pl", "Jeszcze w tym roku z Rosji może wrócić dwadzieścioro dzieci."),
        ("uk", "До Різдва з Росії можуть повернути ще близько 20 дітей."),
        ("ru", "До Рождества из России могут вернуть еще около 20 детей."),
        ("uk", "У 2025 році в середньому поверталися з Росії 50 дітей на місяць."),
        ("ru", "В 2025 году в среднем возвращались из России 50 детей в месяц."),
        ("en", "In 2025 an average of 50 Ukrainian children a month came home from Russia."),
    ],
)
def test_what_may_come_and_what_a_month_brings_are_no_news(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 67 Ukrainian children taken from Donetsk are being raised in 41 foster families in Rostov."),
        ("de", "67 aus Donezk verschleppte Kinder leben in 41 Pflegefamilien in Rostow."),
        ("uk", "У 41 прийомній сім'ї в Ростовській області живуть 67 дітей, вивезених із Донбасу."),
        ("ru", "В 41 приемной семье в Ростовской области живут 67 детей, вывезенных из Донбасса."),
    ],
)
def test_foster_families_are_not_the_children_in_them(language: str, text: str) -> None:
    assert _read(language, text) == [(67, "placed_in_family")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "До 2 344 зросла кількість дітей, повернутих в Україну з Росії."),
        ("ru", "До 2344 выросло число детей, возвращенных из России в Украину."),
        ("pl", "Do 2344 wzrosła liczba dzieci, które wróciły z Rosji do Ukrainy."),
    ],
)
def test_what_a_count_rose_to_is_exact_also_where_it_opens_the_sentence(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=date(2026, 6, 20)).figures
    assert [(figure.value, figure.qualifier) for figure in figures] == [(2344, "exact")]
