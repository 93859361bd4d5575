"""Counts that are reached, groups by their months, what is rated false, occasions and times that count nobody."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 4, 28)


def _read(language: str, text: str, **more: object) -> list[tuple[float | None, str, str]]:
    figures = READER.extract(text, language=language, published=DAY, **more).figures  # type: ignore[arg-type]
    return [(f.value, f.measure, f.kind) for f in figures if not f.optional]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "en",
            "The court issued warrants for three more officials over the deportation of Ukrainian children, which "
            "raises the number of warrants to six.",
            [(3, "warrants", "batch"), (6, "warrants", "total")],
        ),
        (
            "es",
            "La Corte da otro paso. Sus jueces hicieron públicas este martes cuatro órdenes de detención por el "
            "traslado de niños ucranianos.",
            [(4, "warrants", "batch")],
        ),
        (
            "de",
            "Die UN-Kommission zählt nun 1.317 deportierte Kinder. Im Mai war sie noch auf 1.262 gekommen.",
            [(1317, "deported", "total"), (1262, "deported", "total")],
        ),
        (
            "es",
            "La primera dama estadounidense ya había anunciado el regreso de seis niños en marzo y de once en mayo.",
            [(6, "returned", "batch"), (11, "returned", "batch")],
        ),
        (
            "it",
            "Rettifica: per errore abbiamo scritto un numero sbagliato. I bambini tornati dalla Russia sono nove, non "
            "dieci.",
            [(9, "returned", "batch")],
        ),
    ],
)
def test_what_a_count_came_to_and_what_is_a_group(
    language: str, text: str, found: list[tuple[float, str, str]]
) -> None:
    assert _read(language, text) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Claim: Russia has returned 4,000 Ukrainian children.\nRating: False. No agency has such a number."),
        (
            "en",
            'Claim: "Police have found 4,000 of the children Kyiv says were stolen."\nVerdict: False.',
        ),
        ("en", "The report that 4,000 Ukrainian children returned from Russia is fake."),
        ("es", "La noticia de que 4.000 niños ucranianos volvieron de Rusia es un montaje."),
        ("de", "Im Netz heißt es, Kiew habe 4.000 Kinder zurückgeholt. Das stimmt nicht."),
        ("uk", "Російські канали пишуть про наказ передати 3 200 дітей під опіку РФ. Документ підроблено."),
        ("uk", "У вчорашньому матеріалі ми написали про 17 врятованих дітей. Насправді їх було шістнадцять."),
    ],
)
def test_what_is_rated_false_or_put_right_is_not_counted(language: str, text: str) -> None:
    assert not {4000, 3200, 17} & {value for value, _, _ in _read(language, text)}


def test_the_time_of_an_entry_counts_nobody() -> None:
    text = "1740: Nine Ukrainian children were handed over through Doha.\n1755: The ministry says power is back."
    assert _read("en", text) == [(9, "returned", "batch")]
    assert (1740, "returned", "total") in _read("en", "So far 1,740 children have been returned from Russia.")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "По итогам трёх передач из России вернулись двадцать шесть детей.", 26),
        ("en", "After three handovers 26 Ukrainian children are home from Russia.", 26),
    ],
)
def test_a_few_handovers_are_occasions(language: str, text: str, value: int) -> None:
    assert [found for found, _, _ in _read(language, text)] == [value]


def test_many_handovers_count_children() -> None:
    text = "Аппарат Львовой-Беловой признаёт 190 передач детей на Украину."
    assert [value for value, _, _ in _read("ru", text)] == [190]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("it", "Sedici ragazzi ucraini, nove femmine e sette maschi, sono rientrati giovedì dalla Crimea.", 16),
        ("it", "Nove femmine e sette maschi ucraini sono rientrati giovedì dalla Crimea.", 16),
        ("pt", "O grupo de catorze crianças ucranianas, nove raparigas e cinco rapazes, voltou da Rússia.", 14),
    ],
)
def test_girls_and_boys_of_a_number_are_its_parts(language: str, text: str, value: int) -> None:
    assert [found for found, _, _ in _read(language, text)] == [value]


def test_whom_soldiers_took_are_no_soldiers() -> None:
    text = "When war came to Mariupol the school had 71 pupils enrolled. Russian soldiers took 31 of them to Donetsk."
    assert [(value, measure) for value, measure, _ in _read("en", text)] == [(31, "deported")]
    swap = "Russian and Ukrainian soldiers came home in the swap, 40 of them wounded."
    assert _read("en", swap) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Омбудсмен рассказала об ужине: за столом десять детей, которых они с мужем растят, и гости."),
        ("fr", "Douze orphelins de la région de Dnipro passeront les fêtes dans des familles aveyronnaises."),
    ],
)
def test_own_children_and_guests_are_no_figures(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("ru", "В приюте под Курском держат человек сорок украинских детей.", "approx"),
        ("ru", "В приюте под Курском держат сорок украинских детей.", "exact"),
        ("ru", "Счёт возвращённых детей дошёл до 2140.", "exact"),
        ("ru", "В приюте под Курском держат до 40 украинских детей.", "at_most"),
    ],
)
def test_heads_before_a_number_and_what_a_count_came_to(language: str, text: str, qualifier: str) -> None:
    figures = READER.extract(text, language=language, published=DAY).figures
    assert [f.qualifier for f in figures] == [qualifier]


def test_a_known_place_and_a_known_name() -> None:
    assert _read("ru", "Украина знает, где находятся 5100 вывезенных детей.") == [(5100, "located", "total")]
    assert _read("ru", "Личность удалось установить у 51 вывезенного ребёнка.") == [(51, "identified", "total")]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (
            "de",
            "Der Ombudsmann berichtete über weitere 14 Kinder, die am Montag aus Russland zurückkehrten.",
            [(14, "returned", "batch")],
        ),
        ("en", "1859: this is how many children have been returned from Russia.", [(1859, "returned", "total")]),
        (
            "es",
            "En un solo día no se hace todo: 57 niños ucranianos han vuelto hasta ahora de Rusia.",
            [(57, "returned", "total")],
        ),
        ("uk", "Вони з чоловіком виховують трьох дітей, повернутих з окупації.", [(3, "returned", "batch")]),
        (
            "en",
            "Peace terms are being negotiated as nine Ukrainian children return from Russia.",
            [(9, "returned", "batch")],
        ),
        ("en", "Russian officials say the camp programme for Ukrainian children cost 650,000.", []),
        (
            "en",
            "Correction: Since 2022 Latvia has sent back 12 children from Russia, not 13.",
            [(12, "returned", "total")],
        ),
    ],
)
def test_what_only_looks_like_it(language: str, text: str, found: list[tuple[float, str, str]]) -> None:
    assert _read(language, text) == found
