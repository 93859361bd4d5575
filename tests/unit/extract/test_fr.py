"""French: number words and sentences of our own, in other wording than the gold (issue 3)."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.extract.text.numbers import find
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import tokenize
from monitor.languages import load
from monitor.model import Figure

_EXTRACTOR = Extractor(stories.load("ukrainian_children"))
_DAY = date(2026, 3, 10)

WORDS = [
    ("vingt et un", 21),
    ("vingt-et-un", 21),
    ("mille-deux-cents", 1200),
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
    (
        (
            "Dix adolescents ont pu fuir la rive gauche occupée du Dniepr, a fait savoir Prokoudine ; depuis "
            "janvier, ils sont 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        (
            "Une fratrie de quatre enfants, de 5 à 15 ans, de Louhansk occupée, a franchi à pied la frontière et dort "
            "désormais à Loutsk."
        ),
        [(4, "returned", "batch", "exact")],
    ),
    (
        (
            "Grâce au Saint-Siège, une cinquantaine de gamins ont déjà pu serrer les leurs dans leurs bras, a "
            "raconté le cardinal Zuppi."
        ),
        [(50, "returned", "total", "exact")],
    ),
    (
        (
            "La commissaire russe se félicite de ce que 380 orphelins du Donbass vivent aujourd'hui dans des "
            "familles de Moscou."
        ),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Selon Moscou, 744 000 mineurs ukrainiens sont arrivés sur le sol russe depuis février 2022.",
        [(744000, "deported", "total", "exact")],
    ),
    (
        (
            "On est sans nouvelles de 2 190 mineurs, selon le portail Enfants de la guerre ; 660 autres ont perdu"
            " la vie et 2 207 ont été blessés."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact"), (2207, "injured", "total", "exact")],
    ),
    (
        (
            "« Ils nous ont volé vingt mille enfants. Nous avons réussi à en faire revenir 1 625 », a lancé le "
            "président."
        ),
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        "Vingt-six jeunes qui avaient été emmenés en Crimée « en vacances » ont été rendus à leurs parents.",
        [(26, "returned", "batch", "exact")],
    ),
    (
        "Le parquet général instruit 5 210 dossiers et a inculpé 23 suspects.",
        [(5210, "other", "total", "exact"), (23, "other", "total", "exact")],
    ),
    (
        (
            "Sur le site du ministère de l'Éducation de Louhansk figurent les photos de 294 petits Ukrainiens "
            "proposés à l'adoption."
        ),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        "Au moins 3 000 écoliers de Kherson ont été expédiés cet été dans des camps en Crimée, dénonce l'ONG.",
        [(3000, "held", "total", "at_least")],
    ),
    (
        "Le Royaume-Uni inscrit onze personnes et entités sur sa liste noire pour la déportation d'enfants.",
        [(11, "sanctions", "batch", "exact")],
    ),
    (
        "Avec les 16 rapatriés de jeudi, Bring Kids Back a ramené plus de 1 500 enfants.",
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        "L'Ukraine a pu mettre un nom sur 19 546 enfants déportés ; on sait où se trouvent 1 200 d'entre eux.",
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        ("Un missile s'est abattu sur une aire de jeux à Kryvyi Rih : neuf enfants tués, une trentaine de blessés."),
        [(9, "killed", "batch", "exact"), (30, "injured", "batch", "exact")],
    ),
    (
        (
            "Deux jumelles de huit ans ont retrouvé leur grand-mère à Poltava après quatorze mois passés dans un "
            "orphelinat de Rostov."
        ),
        [(2, "returned", "batch", "exact")],
    ),
    ("Moins d'un déporté sur dix est revenu, rappelle Olena Kondratiouk.", [(10, "returned", "share", "fewer_than")]),
    (
        "Plus de la moitié des déportés n'ont pas été localisés, déplore Iermak.",
        [(50, "missing", "share", "more_than")],
    ),
    (
        "Combien sont rentrés ? 2 003. Combien en manque-t-il ? Plus de 17 500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        "Entre 200 000 et 300 000 enfants auraient été déportés, estime Daria Guerassymtchouk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        ("Six mineurs ont regagné l'Ukraine sous médiation qatarie, tandis que trois faisaient le chemin inverse."),
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        "« Nos équipes ont sorti 1 047 enfants des territoires occupés », explique Mykola Kouleba.",
        [(1047, "returned", "total", "exact")],
    ),
    (
        "Sur les 48 bébés du foyer de Kherson enlevés par les Russes, neuf seulement ont été récupérés.",
        [(48, "deported", "total", "exact"), (9, "returned", "total", "exact")],
    ),
    (
        "Près d'un million et demi de mineurs vivent toujours dans les régions que contrôle Moscou.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    ("Plus de 50 000 jeunes de Crimée ont été enrôlés dans la Iounarmia.", [(50000, "at_risk", "total", "more_than")]),
    ("Le registre des disparus s'est allongé de 38 enfants en une semaine.", [(38, "missing", "increment", "exact")]),
    (
        (
            "Deux fillettes de plus ont retrouvé les bras de leur mère, annonce le bureau du médiateur ; elles "
            "sont désormais 1 990."
        ),
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        (
            "La Russie a remis à l'Ukraine sept autres enfants, portant à 22 le total obtenu par l'épouse de "
            "Donald Trump."
        ),
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    ("« Nous avons rendu 101 mineurs », a dit Dmitri Peskov.", [(101, "returned", "total", "exact")]),
    (
        "Vingt-deux petits de Donetsk ont été confiés à des familles d'accueil en Sibérie.",
        [(22, "placed_in_family", "total", "exact")],
    ),
    (
        "Un gardien a été condamné à 12 ans de prison pour l'enlèvement de 17 pensionnaires.",
        [(17, "deported", "total", "exact")],
    ),
    (
        "Des bénévoles ont retrouvé la piste de 130 mineurs dans 11 régions russes.",
        [(130, "located", "total", "exact")],
    ),
    (
        "La commission a vérifié 1 205 cas ; quatre enfants sur cinq ne sont pas revenus.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    (
        (
            "Deux mille cinq cents écoliers ont quitté les territoires sous contrôle russe depuis le début de "
            "l'invasion."
        ),
        [(2500, "returned", "total", "exact")],
    ),
    (
        "Quelque mille cinq cents enfants ont été arrachés à la Russie, selon la première dame ukrainienne.",
        [(1500, "returned", "total", "approx")],
    ),
    (
        (
            "Neuf chaises étaient vides depuis deux ans : elles sont occupées, depuis lundi soir, par neuf "
            "adolescents exfiltrés de Louhansk par Save Ukraine."
        ),
        [(9, "returned", "batch", "exact")],
    ),
    (
        ("Moscou parle de 744 000 mineurs « évacués » du Donbass ; Kiev les dit enlevés et en documente 19 546."),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Les satellites ont permis à Yale de situer 210 endroits où l'on rééduque des enfants ; 62 % "
            "proposent des programmes patriotiques."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    (
        "À Melitopol, plus de 3 200 écoliers portent déjà l'uniforme de la Iounarmia.",
        [(3200, "at_risk", "total", "more_than")],
    ),
    (
        "Un décret du Kremlin a permis à 380 orphelins de recevoir des parents russes.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Sur les 339 noms de la liste, Moscou n'a répondu que pour 128.",
        [(339, "other", "total", "exact"), (128, "other", "total", "exact")],
    ),
    (
        "La semaine écoulée a coûté la vie à 12 enfants et en a blessé 47, selon l'Unicef.",
        [(12, "killed", "total", "exact"), (47, "injured", "total", "exact")],
    ),
    ("On ne sait rien de 2 215 enfants ukrainiens, souligne la police.", [(2215, "missing", "total", "exact")]),
    ("La Russie détient encore plus de 17 000 mineurs.", [(17000, "held", "total", "more_than")]),
    ("Près de 4 000 des enfants transférés étaient orphelins, calcule l'ONG.", [(4000, "deported", "total", "approx")]),
    ("Par les camps de Biélorussie sont passés 2 442 mineurs de 6 à 17 ans.", [(2442, "held", "total", "exact")]),
    (
        "La base fédérale contient les fiches de 120 petits de Kherson en attente d'adoptants.",
        [(120, "at_risk", "total", "exact")],
    ),
    (
        "« Un par un, nous en avons arraché 1 800 aux Russes », résume le conseiller.",
        [(1800, "returned", "total", "exact")],
    ),
    (
        ("Mille jours après l'invasion, Kiev avait ramené 1 022 mineurs ; il en est aujourd'hui à près de deux mille."),
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    ("Six mineurs ont décollé de Doha à destination de Kiev.", [(6, "returned", "batch", "exact")]),
    (
        "De l'internat d'Olechky, 14 enfants sont partis pour la Crimée en octobre 2022 ; nul ne les a revus.",
        [(14, "deported", "batch", "exact")],
    ),
    (
        "Kiev connaît par leur nom 19 546 enfants enlevés, mais n'en a situé que 1 300 sur une carte.",
        [(19546, "identified", "total", "exact"), (1300, "located", "total", "exact")],
    ),
    (
        (
            "Trois cent quatre-vingts orphelins du Donbass ont reçu de nouveaux parents en Russie, se réjouit la "
            "commissaire."
        ),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Quelque 2 400 jeunes ont séjourné dans les sanatoriums biélorusses, selon les chercheurs.",
        [(2400, "held", "total", "approx")],
    ),
    (
        "Les bombardements ont fauché 661 jeunes vies et en ont mutilé 2 200.",
        [(661, "killed", "total", "exact"), (2200, "injured", "total", "exact")],
    ),
    (
        "« Ils ont emporté 46 bébés en Crimée en une nuit », se souvient une infirmière du foyer de Kherson.",
        [(46, "deported", "total", "exact")],
    ),
    (
        "Près de 300 orphelins sont présentés en ligne comme « dociles » aux candidats à l'adoption.",
        [(300, "at_risk", "total", "approx")],
    ),
    (
        "De ces 20 000 gamins, combien ont revu leur chambre ? À peine 1 700.",
        [(20000, "deported", "total", "exact"), (1700, "returned", "total", "exact")],
    ),
    ("La liste remise à Istanbul comporte 339 noms.", [(339, "other", "total", "exact")]),
    (
        "Seize responsables et sept établissements rejoignent la liste noire de l'UE.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    (
        "Plus de 600 000 petits Ukrainiens suivent désormais le programme russe.",
        [(600000, "at_risk", "total", "more_than")],
    ),
    ("2 190 mineurs se sont volatilisés depuis 2022.", [(2190, "missing", "total", "exact")]),
    (
        "Le médiateur ukrainien fait état de 1 859 retours, dont 388 obtenus par ses services.",
        [(1859, "returned", "total", "exact"), (388, "returned", "total", "exact")],
    ),
    ("L'estimation haute, 35 000, vient de Yale.", [(35000, "deported", "estimate", "exact")]),
    ("L'orphelinat de Stepanivka a été vidé de ses 53 pensionnaires.", [(53, "deported", "total", "exact")]),
    ("Par deux mandats d'arrêt, la CPI vise la déportation d'enfants.", [(2, "warrants", "batch", "exact")]),
    (
        "Trente enfants ont été retrouvés dans la région de Rostov par les enquêteurs.",
        [(30, "located", "total", "exact")],
    ),
    ("Trente enfants ont retrouvé leurs parents lundi.", [(30, "returned", "batch", "exact")]),
    ("Vingt orphelins ont été placés chez des Moscovites.", [(20, "placed_in_family", "total", "exact")]),
    ("1,6 million d'enfants restent à la merci de l'occupant.", [(1600000, "at_risk", "total", "exact")]),
    ("L'ONU a confirmé le rapt de 1 205 mineurs.", [(1205, "deported", "total", "exact")]),
    ("Paris et Berlin gèlent les avoirs de 14 complices.", [(14, "sanctions", "batch", "exact")]),
    ("Quatre cents enfants sont activement recherchés.", [(400, "missing", "total", "exact")]),
    ("Au moins 6 000 enfants sont passés par ces camps.", [(6000, "held", "total", "at_least")]),
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
    "Le club cadet l'a emporté 5 à 0 devant 300 spectateurs ; aucun des 22 joueurs n'a plus de 15 ans.",
    "Le trajet dure 14 heures. La voiture 7 compte 40 passagers.",
    ("Quelque 400 000 élèves ukrainiens suivent les cours à distance et 900 écoles souterraines vont ouvrir."),
    "61 migrants, dont douze mineurs, ont été secourus au large de Calais.",
    "La résolution, en 12 paragraphes, a recueilli 93 voix ; elle réclame le retour des enfants.",
    "Les enfants, âgés de 4, 7 et 11 ans, ont passé 18 mois en Russie.",
    "À Gaza, l'OMS a évacué 41 enfants blessés.",
    "Le plan coûtera 30 millions et durera cinq ans ; 41 pays le soutiennent pour rendre les enfants.",
    "L'école emploie 24 maîtres et accueille 310 élèves déplacés de Kherson.",
    "Le procès, prévu le 14 mai à 10 h 00, se tiendra salle 3.",
    "Lors du 71e échange, 205 militaires sont revenus ; le plus jeune a 20 ans.",
    "Une poignée d'enfants sont rentrés, des milliers attendent.",
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
