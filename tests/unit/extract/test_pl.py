"""Polish: number words and sentences of our own, in other wording than the gold (issue 3)."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.extract.numbers import find
from monitor.extract.shadow import shadow
from monitor.extract.tokens import tokenize
from monitor.languages import load
from monitor.model import Figure

_EXTRACTOR = Extractor(stories.load("ukrainian_children"))
_DAY = date(2026, 3, 10)

WORDS = [
    ("dwadzieścia dwa", 22),
    ("dwudziestu trzech", 23),
    ("ośmioro", 8),
    ("dwanaścioro", 12),
    ("dwa tysiące", 2000),
    ("półtora tysiąca", 1500),
    ("20 tys.", 20000),
    ("19,5 tys.", 19500),
    ("sto czterdzieści", 140),
    ("pięćdziesięciu", 50),
    ("sześćset", 600),
]
FIGURES = [
    (
        "Dziewięcioro ukraińskich dzieci przekazano krewnym, poinformował rzecznik praw człowieka.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Piętnaścioro nastolatków wyjechało z okupowanych terenów.", [(15, "returned", "batch", "exact")]),
    (
        "Kijów udokumentował uprowadzenie 19 546 dzieci, wróciło dotąd 1744.",
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Około 35 tys. dzieci mogło zostać wywiezionych, szacują badacze z Yale.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Co najmniej 669 dzieci zginęło, a 2238 zostało rannych.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Kanada objęła sankcjami 23 osoby i 16 organizacji.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Moskwa twierdzi, że przyjęła 700 tysięcy dzieci.", [(700000, "deported", "total", "exact")]),
    ("Wróciło co dziesiąte uprowadzone dziecko.", [(10, "returned", "share", "exact")]),
    ("Prawie dwadzieścia tysięcy dzieci deportowano do Rosji.", [(20000, "deported", "total", "approx")]),
    ("Dwudziestu trzech chłopców odzyskano z obozu pod Rostowem.", [(23, "returned", "batch", "exact")]),
    ("Półtora miliona dzieci żyje pod okupacją.", [(1500000, "at_risk", "total", "exact")]),
    ("Ponad 2 tys. dzieci uznaje się za zaginione.", [(2000, "missing", "total", "more_than")]),
    (
        "Z 19 546 zarejestrowanych dzieci wróciło zaledwie 1898, ubolewa Kijów.",
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Siedemnaścioro dzieci sprowadzono z Rosji, podał Jermak.", [(17, "returned", "batch", "exact")]),
    ("Liczba zaginionych nieletnich wzrosła do 2134.", [(2134, "missing", "total", "exact")]),
    (
        "Nawet 35 tysięcy dzieci mogło zostać deportowanych, szacuje laboratorium.",
        [(35000, "deported", "estimate", "at_most")],
    ),
    (
        "Łącznie 23 dzieci wróciło dzięki pierwszej damie: ośmioro w październiku, siedmioro w grudniu.",
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "UE wpisała 16 osób i siedem podmiotów na czarną listę.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Trybunał wydał dwa nakazy aresztowania.", [(2, "warrants", "batch", "exact")]),
    ("Dwoje rodzeństwa odzyskano z rodziny zastępczej.", [(2, "returned", "batch", "exact")]),
    ("Zweryfikowano ponad 1200 przypadków uprowadzeń.", [(1200, "deported", "total", "more_than")]),
    ("Zidentyfikowano 210 obozów i ośrodków.", [(210, "facilities", "total", "exact")]),
    (
        (
            "Pierwsza dama potwierdziła czwarty powrót: dziewięcioro dzieci, wśród nich dwie siostry w "
            "wieku 7 i 10 lat. Łubinec naliczył już 2057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "Rosja wywiozła blisko 20 tys. nieletnich, a oddała tylko 1900.",
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "ONZ potwierdziła śmierć 745 dzieci; rany odniosło 2375.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kijów wręczył listę z 339 nazwiskami.", [(339, "other", "total", "exact")]),
    ("Siedem procent deportowanych dzieci wróciło.", [(7, "returned", "share", "exact")]),
    ("Czworo na pięcioro dzieci nie wróciło.", [(80, "returned", "share", "exact")]),
    ("Liczba zwróconych dzieci przekracza 1900.", [(1900, "returned", "total", "more_than")]),
    ("Dwadzieścia dwoje nieletnich wraca z Krymu, ogłosił Łubinec.", [(22, "returned", "batch", "exact")]),
    (
        "Waszyngton nakłada sankcje na dwa podmioty i trzynaście osób.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        "Pięcioro dzieci wraca na Ukrainę, jedno trafia do rodziny w Rosji.",
        [(1, "returned", "batch", "exact"), (5, "returned", "batch", "exact")],
    ),
    ("Ponad dwa tysiące dzieci jest już w domu.", [(2000, "returned", "total", "more_than")]),
    (
        "Deportowane: 19 546\nSprowadzone: 1898\nZabite: 669\nRanne: 2238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Jedenaścioro nieletnich w wieku od 3 do 17 lat wróciło dzięki Katarowi. Od 2023 roku "
            "emirat pomógł w powrocie 107 dzieci."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "62 proc. z 210 ośrodków służyło reedukacji.",
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Ponad setka dzieci wróciła w tym roku.", [(100, "returned", "total", "more_than")]),
    ("Nieznany jest los 2100 dzieci.", [(2100, "missing", "total", "exact")]),
    ("Liczba zabitych dzieci sięgnęła 700.", [(700, "killed", "total", "exact")]),
    ("Od 19 do 20 tys. dzieci deportowano.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Dwudziestu jeden nastolatkom udało się uciec z Mariupola.", [(21, "returned", "batch", "exact")]),
    ("Kijów odzyskał dotąd 1762 dzieci.", [(1762, "returned", "total", "exact")]),
    ("Rosyjskie rodziny adoptowały 380 sierot.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Tylko 1243 z 19 546 deportowanych dzieci wróciło.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Pięcioro rodzeństwa wróciło dzięki Watykanowi.", [(5, "returned", "batch", "exact")]),
    ("Już 107 dzieci połączono z bliskimi dzięki Katarowi.", [(107, "returned", "total", "exact")]),
]
NONE = [
    "W polskich szkołach uczy się 200 tys. ukraińskich dzieci.",
    "W Strefie Gazy zginęło 18 tys. dzieci.",
    "Rezolucję przyjęto 93 głosami przy ośmiu przeciw.",
    "Prezydent ma 73 lata i mówił przez 45 minut.",
    "W Polsce przebywa 350 tys. ukraińskich dzieci.",
    "Za rezolucją głosowało 91 państw.",
    "Koalicja liczy 41 państw.",
    "Wypadek autokaru: 22 dzieci na pokładzie, siedmioro rannych.",
    "Papież przyjął 40 ukraińskich dzieci.",
    "Boko Haram uwolniło 82 uczennice.",
    "Kijów i Moskwa wymieniły 1000 ciał.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="pl", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("pl"))] == [value]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures(text: str, figures: list[tuple[object, ...]]) -> None:
    assert sorted(map(_told, _figures(text)), key=str) == sorted(figures, key=str)


@pytest.mark.parametrize("text", NONE)
def test_not_a_figure(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FIGURES])
def test_spans_are_verbatim(text: str) -> None:
    for figure in _figures(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.derived or text[figure.num_start : figure.num_end] == figure.num
