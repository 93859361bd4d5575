"""French: number words and sentences of our own, in other wording than the gold (issue 3)."""

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
    ("vingt et un", 21),
    ("quatre-vingt-trois", 83),
    ("quatre-vingt-dix-sept", 97),
    ("soixante et onze", 71),
    ("deux mille", 2000),
    ("mille six cent vingt-cinq", 1625),
    ("demi-douzaine", 6),
    ("une trentaine", 30),
    ("1,6 million", 1600000),
    ("un million et demi", 1500000),
    ("19 546", 19546),
]
FIGURES = [
    (
        "Neuf mineurs ukrainiens ont été rendus à leurs proches, a indiqué le médiateur.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Une quinzaine d'adolescents ont pu quitter la région de Kherson occupée.", [(15, "returned", "batch", "exact")]),
    ("Quatre-vingt-dix-sept enfants ont retrouvé leur famille depuis janvier.", [(97, "returned", "total", "exact")]),
    (
        "Environ 35 000 enfants auraient été enlevés, selon les chercheurs de Yale.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Au moins 669 enfants ont été tués et 2 238 blessés.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Ottawa a sanctionné 23 personnes et 16 entités.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Moscou affirme avoir accueilli 700.000 enfants.", [(700000, "deported", "total", "exact")]),
    ("Un enfant déporté sur dix est revenu.", [(10, "returned", "share", "exact")]),
    ("Pas moins de 2 000 enfants sont portés disparus.", [(2000, "missing", "total", "at_least")]),
    ("Six garçons et quatre filles sont rentrés lundi en Ukraine.", [(10, "returned", "batch", "exact")]),
    ("Les enquêteurs ont localisé 314 enfants dans des familles d'accueil.", [(314, "located", "total", "exact")]),
    ("Quelque 20 000 enfants ont été emmenés de force en Russie.", [(20000, "deported", "total", "approx")]),
    ("Trente et un enfants de retour, annonce Save Ukraine.", [(31, "returned", "batch", "exact")]),
    (
        ("Sur les 19 546 enfants recensés par le registre national, à peine 1 898 ont pu rentrer, déplore Kiev."),
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Dix-sept enfants ramenés de Russie, se réjouit Andriy Yermak.", [(17, "returned", "batch", "exact")]),
    ("Le nombre de mineurs disparus atteint 2 134.", [(2134, "missing", "total", "exact")]),
    ("Deux mandats d'arrêt visent le président russe et sa commissaire.", [(2, "warrants", "batch", "exact")]),
    (
        ("En tout, vingt-trois enfants sont revenus grâce à la première dame : huit en octobre, sept en décembre."),
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "Jusqu'à 35 000 mineurs pourraient avoir été transférés, estime le laboratoire.",
        [(35000, "deported", "estimate", "at_most")],
    ),
    ("La Russie dit avoir recueilli 744 000 enfants.", [(744000, "deported", "total", "exact")]),
    (
        "L'Union européenne a ajouté 16 personnes et sept entités à sa liste noire.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Près d'1,6 million d'enfants vivent toujours sous occupation.", [(1600000, "at_risk", "total", "approx")]),
    ("Une demi-douzaine d'adolescents ont été exfiltrés de Marioupol.", [(6, "returned", "batch", "exact")]),
    (
        (
            "La première dame confirme un quatrième retour : neuf enfants, dont deux sœurs de 7 et 10 "
            "ans. Lubinets en compte désormais 2 057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        ("Près de 20.000 mineurs ont été arrachés à leurs familles par la Russie, qui n'en a rendu que 1.900."),
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "L'ONU a vérifié la mort de 745 enfants ; 2.375 autres ont été blessés.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kiev a remis une liste de 339 noms.", [(339, "other", "total", "exact")]),
    ("Sept pour cent des enfants déportés sont revenus.", [(7, "returned", "share", "exact")]),
    (
        "La commission a établi 1 205 transferts forcés ; quatre enfants sur cinq ne sont pas rentrés.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    ("Deux orphelinats, 46 bébés : tous ont été emmenés en Crimée.", [(46, "deported", "batch", "exact")]),
    ("Le nombre d'enfants rendus dépasse les 1 900.", [(1900, "returned", "total", "more_than")]),
    ("Vingt-deux mineurs reviennent de Crimée, annonce le médiateur Lubinets.", [(22, "returned", "batch", "exact")]),
    (
        "Washington sanctionne deux entités et treize individus pour le transfert de mineurs.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        "Plus de deux mille petits Ukrainiens sont désormais rentrés au pays.",
        [(2000, "returned", "total", "more_than")],
    ),
    (
        "Déportés : 19 546\nRevenus : 1 898\nTués : 669\nBlessés : 2 238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Onze mineurs, âgés de 3 à 17 ans, rendus grâce au Qatar. Depuis 2023, l'émirat a facilité "
            "le retour de 107 enfants."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    ("Le 2 000e enfant est rentré.", [(2000, "returned", "total", "exact")]),
    (
        "62 % des 210 sites servaient à la rééducation ; un sur cinq, à l'entraînement militaire.",
        [
            (20, "facilities", "share", "exact"),
            (210, "facilities", "total", "exact"),
            (62, "facilities", "share", "exact"),
        ],
    ),
    ("Plus d'une centaine d'enfants sont rentrés cette année.", [(100, "returned", "total", "more_than")]),
    ("Combien sont revenus ? 1 898, répond le médiateur.", [(1898, "returned", "total", "exact")]),
    ("On est sans nouvelles de 2 100 enfants.", [(2100, "missing", "total", "exact")]),
    ("Le nombre d'enfants tués s'élève à 700.", [(700, "killed", "total", "exact")]),
    ("Plus de 13 500 enfants ont été formellement identifiés.", [(13500, "identified", "total", "more_than")]),
    ("Entre 19 000 et 20 000 enfants ont été déportés.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Vingt et un adolescents ont réussi à fuir Marioupol.", [(21, "returned", "batch", "exact")]),
    ("Kiev a pu récupérer 1 762 enfants jusqu'ici.", [(1762, "returned", "total", "exact")]),
    ("Des familles russes ont adopté 380 orphelins.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Seuls 1 243 des 19 546 mineurs déportés sont revenus.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Cinq frères et sœurs rapatriés avec l'aide du Vatican.", [(5, "returned", "batch", "exact")]),
    ("Ils sont désormais 107 à avoir retrouvé leurs proches grâce à Doha.", [(107, "returned", "total", "exact")]),
    ("Vingt civils tués, dont trois enfants.", [(3, "killed", "total", "exact")]),
]
NONE = [
    "La France accueille 20 000 élèves ukrainiens dans ses écoles.",
    "À Gaza, 18 000 enfants ont été tués.",
    "La résolution a été adoptée par 93 voix contre huit.",
    "Le président, 73 ans, a parlé 45 minutes.",
    "Le texte, adopté par 91 voix, exige le retour de tous les enfants.",
    "Calais : 120 mineurs isolés mis à l'abri.",
    "Un garçon de 16 ans raconte ses 11 jours de voyage.",
    "La coalition réunit 41 pays.",
    "Un car scolaire se renverse : 22 enfants à bord, sept blessés.",
    "Le pape a reçu 40 enfants ukrainiens.",
    "Boko Haram libère 82 lycéennes enlevées en 2014.",
    "Le film dure 95 minutes et a coûté 3 millions d'euros.",
    "La France compte 15 000 mineurs non accompagnés.",
    "Kiev et Moscou ont échangé 1 000 corps.",
    "Le 24 février marque quatre ans de guerre, soit 1 461 jours.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="fr", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("fr"))] == [value]


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
