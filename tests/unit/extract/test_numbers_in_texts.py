"""Numbers that many languages tell alike: ranges, corrections, ages in brackets, datelines, ordinals with a dot."""

from __future__ import annotations

import pytest

from monitor import stories
from monitor.extract import Extractor

EXTRACTOR = Extractor(stories.load("ukrainian_children"))


def _read(code: str, text: str) -> tuple[list[object], dict[str, str | None]]:
    """The values (or bounds) of the figures, and of every number that is none its reason by its words."""
    found = EXTRACTOR.extract(text, language=code, published=None)
    reasons = {text[n.start : n.end]: n.reason for n in found.numbers if n.figure is None}
    return [f.value if f.value is not None else (f.low, f.high) for f in found.figures], reasons


@pytest.mark.parametrize(
    ("code", "text", "bounds"),
    [
        ("en", "Kyiv says 700 to 900 children were taken to Russia.", (700, 900)),
        ("en", "Eight to ten children came home from Russia.", (8, 10)),
        ("en", "Between roughly 200,000 and 300,000 children were deported to Russia.", (200_000, 300_000)),
        ("en", "Four to five hundred Ukrainian children are held in Russian camps.", (400, 500)),
        ("en", "Between 1 and 1.5 million children live under Russian occupation.", (1_000_000, 1_500_000)),
        (
            "de",
            "Die Regierung schätzt, dass 14.000 bis 16.000 Kinder nach Russland verschleppt wurden.",
            (14_000, 16_000),
        ),
        ("es", "Entre ocho y diez menores ucranianos volvieron de Rusia.", (8, 10)),
        ("fr", "Quinze à vingt enfants ukrainiens sont rentrés de Russie.", (15, 20)),
        ("it", "Da sette a nove bambini ucraini sono tornati dalla Russia.", (7, 9)),
        ("pt", "Dez a doze crianças ucranianas voltaram da Rússia.", (10, 12)),
        ("pl", "Z Rosji wróciło do domu 15 do 20 ukraińskich dzieci.", (15, 20)),
        ("uk", "З Росії повернули десять чи дванадцять дітей.", (10, 12)),
        ("ru", "Из России вернули пять или шесть украинских детей.", (5, 6)),
    ],
)
def test_bounds_are_a_range_in_every_language(code: str, text: str, bounds: tuple[float, float]) -> None:
    assert _read(code, text)[0] == [bounds]


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("en", "The court voted 12 to 15.", []),
        ("en", "Children aged 8 to 17 came home from Russia.", []),
        ("en", "Russia deported 3,000 children in 2022 to 2023.", [3000]),
        ("de", "Russland hat 2022 bis 2023 3.000 Kinder verschleppt.", [3000]),
        ("en", "Ukraine brought 12 children home from Russia on 28 or 29 November.", [12]),
        ("es", "Doce niños ucranianos volvieron de Rusia el 28 o 29 de noviembre.", [12]),
    ],
)
def test_votes_ages_years_and_days_are_no_range_of_children(code: str, text: str, values: list[float]) -> None:
    assert _read(code, text)[0] == values


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Ukraine brought back eight to ten abducted Ukrainian children from Russia.", (8, 10)),
        ("Between six and one thousand children were deported to Russia.", (6, 1000)),
        ("Between two and three hundred fifty children were deported to Russia.", (2, 350)),
    ],
)
def test_the_lower_bound_has_the_size_that_is_said_for_both(text: str, bounds: tuple[float, float]) -> None:
    assert _read("en", text)[0] == [bounds]


@pytest.mark.parametrize(
    ("code", "text", "wrong", "right"),
    [
        (
            "de",
            "In einer früheren Fassung hieß es, acht Kinder seien aus Russland heimgekehrt. "
            "Richtig ist: Elf Kinder wurden am Donnerstag übergeben.",
            "acht",
            11,
        ),
        (
            "fr",
            "Rectificatif : par erreur, nous avons écrit que 14 enfants ukrainiens étaient rentrés de Russie. "
            "En réalité, neuf enfants sont rentrés.",
            "14",
            9,
        ),
        (
            "es",
            "En la nota de ayer se dijo que habían regresado de Rusia 14 niños. Fueron cuatro, procedentes de Jersón.",
            "14",
            4,
        ),
        (
            "it",
            "Rettifica: per errore avevamo scritto che dalla Russia erano tornati 14 bambini; in realtà sono nove.",
            "14",
            9,
        ),
        (
            "pt",
            "Correção: a versão anterior falava em 22 crianças ucranianas devolvidas pela Rússia. "
            "Na verdade, voltaram 12 crianças.",
            "22",
            12,
        ),
        (
            "pl",
            "We wczorajszym wydaniu podaliśmy, że z okupacji wydostało się dziewięcioro dzieci. "
            "W rzeczywistości było ich siedmioro.",
            "dziewięcioro",
            7,
        ),
        (
            "uk",
            "Уточнення: у попередній версії йшлося про 14 дітей, повернутих з Росії. Насправді їх було дев'ятеро.",
            "14",
            9,
        ),
        (
            "ru",
            "Поправка: ранее мы сообщали, что из России вернули 14 украинских детей. На самом деле вернули девятерых.",
            "14",
            9,
        ),
    ],
)
def test_a_corrected_number_is_none(code: str, text: str, wrong: str, right: float) -> None:
    values, reasons = _read(code, text)
    assert values == [right]
    assert reasons[wrong] == "denied"


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        (
            "en",
            "Correction: a name was misspelled. Ukraine says 19,546 children were deported and are held in 57 regions.",
            [19_546],
        ),
        (
            "en",
            "Correction: Kyiv says 19,546 children were deported and it is known that 1,500 came back.",
            [19_546, 1500],
        ),
    ],
)
def test_a_correction_of_something_else_takes_no_figure(code: str, text: str, values: list[float]) -> None:
    assert _read(code, text)[0] == values


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Eight children are back from Russia thanks to Melania Trump (55), says Lubinets (43)."),
        ("de", "Acht Kinder sind dank Melania Trump (55) aus Russland zurück, sagt Lubinez (43)."),
        ("es", "Ocho niños volvieron de Rusia gracias a Melania Trump (55), dijo Lubinets (43)."),
    ],
)
def test_a_number_in_brackets_behind_a_name_is_an_age(code: str, text: str) -> None:
    values, reasons = _read(code, text)
    assert values == [8]
    assert (reasons["55"], reasons["43"]) == ("age", "age")


def test_a_number_between_commas_behind_a_first_name_is_an_age() -> None:
    values, reasons = _read(
        "en", "Eight children came home from Russia. Sasha, 11, and his aunt crossed four countries."
    )
    assert values == [8]
    assert reasons["11"] == "age"


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine brought home its children (43) from Russia on Friday.",
        "Children returned from Russia live in Kherson Oblast (43), Kyiv City (23) and Odesa.",
    ],
)
def test_a_number_in_brackets_behind_others_may_count_children(text: str) -> None:
    assert _read("en", text)[1].get("43") != "age"


@pytest.mark.parametrize(
    ("code", "text", "number", "reason"),
    [
        ("es", "KIEV, 18 feb - Ocho menores volvieron de Rusia.", "18", "date"),
        ("fr", "KIEV, 18 févr. - Huit enfants sont rentrés de Russie.", "18", "date"),
        ("de", "Bei der 14. Aktion kehrten acht Kinder aus Russland zurück.", "14.", "ordinal"),
        ("pt", "Voltaram da Rússia oito crianças. A reunião será no dia 17.", "17", "reference"),
    ],
)
def test_days_and_ordinals_are_no_figures(code: str, text: str, number: str, reason: str) -> None:
    values, reasons = _read(code, text)
    assert values == [8]
    assert reasons[number] == reason


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "Four brothers and a sister came home from Russia.", 5),
        ("en", "Two sisters and their brother came home from Russia.", 3),
        ("es", "Cuatro varones y dos hembras volvieron de Rusia a Ucrania.", 6),
        ("it", "Due fratelli e la loro sorella sono tornati dalla Russia in Ucraina.", 3),
        ("de", "Zwei Brüder und eine Schwester kamen aus Russland zurück.", 3),
        ("fr", "Trois frères et deux sœurs sont rentrés de Russie.", 5),
        ("pl", "Dwóch braci i trzy siostry wróciły z Rosji do domu.", 5),
    ],
)
def test_brothers_and_sisters_are_one_group(code: str, text: str, value: float) -> None:
    assert _read(code, text)[0] == [value]


def test_a_month_that_opens_a_line_is_no_date_of_the_number_before() -> None:
    values, _ = _read("uk", "Повернення дітей з Росії. Листопад: 15. Грудень: 18. Січень: 21.")
    assert values == [15, 18, 21]
