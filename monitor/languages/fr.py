"""French."""

from __future__ import annotations

from monitor.languages import Language, Telling

_UNITS = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
    "vingt",
]
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
_TENS = {"trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "nonante": 90}
_ORDINALS = """
unième deuxième troisième quatrième cinquième sixième septième huitième
neuvième dixième onzième douzième treizième quatorzième quinzième seizième
"""
_GROUPS = {"dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40}
_SHORT_MONTHS = {"janv": 1, "févr": 2, "avr": 4, "juil": 7, "sept": 9, "oct": 10, "nov": 11, "déc": 12}
"""Months as datelines shorten them, but for those that are words of their own."""

LANGUAGE = Language(
    code="fr",
    words={
        **{w: float(n) for n, w in enumerate(_UNITS) if "-" not in w},
        **{w: float(n) for w, n in _TENS.items()},
        "une": 1.0,
        "vingts": 20.0,
        "demi": 0.5,
        "paire": 2.0,
        "trio": 3.0,
        "duo": 2.0,
        "quatuor": 4.0,
    },
    scales={
        "k": 1000,
        **_GROUPS,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "douzaines": 12,
        "dizaines": 10,
        "centaines": 100,
        "cent": 100,
        "cents": 100,
        "mille": 1000,
        "millier": 1000,
        "milliers": 1000,
        "million": 1_000_000,
        "millions": 1_000_000,
    },
    qualifiers={
        "approx": "près de, près d', presque, environ, quelque, quelques, autour de, autour d', aux alentours de, "
        "aux environs de, à peu près, approximativement, pas loin de, approchant les, avoisine les, "
        "avoisinent les, avoisinant les, on estime à, estime à, estiment à, estimés à, estimé à, ~, dans "
        "les, à quelque, proche des, proche de, frôle les, frise les, un peu moins de, près du, près des, "
        "environ le, à peu près le, presque le, presque la, presque un, presque une, pas loin des, autour "
        "du, autour des, aux alentours des, avoisine, avoisinent, frôlant les, frisant les, grosso modo, "
        "plus ou moins, dans les quelque, les quelque, des quelque, ces quelque, on évalue à, évalue à, "
        "évaluent à, évalués à, évalué à, approche les, approchent les, approche de, s'approche de, tourne"
        " autour de, tournent autour de, de l'ordre de, à quelques unités de, pratiquement, une petite, un"
        " bon, une bonne, à quelques-uns près",
        "at_least": "au moins, au minimum, pas moins de, pas moins d', à tout le moins, au bas mot, minimum, au moins "
        "un, au moins une, au moins les, au moins le, un minimum de, a minima, rien moins que, pas moins "
        "des, ne sont pas moins de, à partir de, d'au moins, à au moins",
        "more_than": "plus de, plus d', un peu plus de, plus que, au-delà de, au-delà des, dépasse, dépassent, dépasse "
        "les, dépassent les, a dépassé les, ont dépassé les, dépassé les, dépassant les, supérieur à, bien"
        " plus de, excède, passé les, plus du, plus des, plus de la, plus d'un, au-delà du, au-dessus de, "
        "au-dessus des, au-dessus du, dépasse le, dépasse la, dépassent le, dépassait les, dépassé le, "
        "dépasse désormais les, dépasse désormais, dépasse déjà les, excédant les, excèdent, supérieure à,"
        " supérieurs à, beaucoup plus de, largement plus de, un peu plus que, un peu plus des, franchi "
        "les, franchit les, franchi le cap des, passé le cap des, franchi la barre des, passé la barre "
        "des, plus de quelque",
        "at_most": "jusqu'à, tout au plus, au plus, au maximum, pas plus de, pas plus d', un maximum de, au grand "
        "maximum, pas plus que, pas plus des, ne dépasse pas, ne dépassent pas, ne dépasse pas les, ne dépassent pas "
        "les, n'excède pas, n'excèdent pas, n'excède pas les, n'excèdent pas les",
        "fewer_than": "moins de, moins d', en dessous de, en deçà de, inférieur à, sous les, sous la barre des, moins "
        "du, moins des, moins de la, moins d'un, moins d'une, en dessous des, en dessous du, au-dessous "
        "de, au-dessous des, en deçà des, inférieure à, inférieurs à, même pas, pas même, n'atteint pas, "
        "n'atteignent pas, n'atteint pas les, bien moins de, beaucoup moins de, nettement moins de",
    },
    qualifiers_after={
        "more_than": "+, et quelques, et plus, bien sonnés, passés, et des poussières",
        "at_least": "ou plus, au moins, au minimum, au bas mot, a minima, minimum",
        "approx": "environ, à peu près, plus ou moins, grosso modo, approximativement",
        "at_most": "au plus, au maximum, tout au plus, ou moins",
    },
    joins={
        ("quatre", "vingt"): 80.0,
        ("quatre", "vingts"): 80.0,
        ("dix", "sept"): 17.0,
        ("dix", "huit"): 18.0,
        ("dix", "neuf"): 19.0,
        ("demi", "douzaine"): 6.0,
        ("demi", "millier"): 500.0,
        ("demi", "million"): 500_000.0,
    },
    connectors=frozenset({"et"}),
    halves=("et demi", "et demie"),
    articles=frozenset({"un", "une"}),
    ordinals=frozenset({"e", "er", "ère", "ème", "ième", "eme", "ere", "nd", "nde"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
    range_between=frozenset({"entre", "de"}),
    range_to=frozenset({"à", "et", "a"}),
    singles=frozenset({"sœur", "frère", "cousine", "cousin", "soeur"}),
    range_bare=frozenset({"à", "ou"}),
    range_even=frozenset({"ou même", "voire", ", voire", "ou peut-être"}),
    no=frozenset({"non", "pas encore"}),
    conjunctions=frozenset(
        {"et", "mais", "dont", "tandis", "alors", "pendant", "lorsque", "quand", "contre", "que", "qu'", "qui", "puis"}
    ),
    denials=frozenset({"pas", "non", "ni", "lieu de"}),
    of=frozenset({"de"}),
    links=frozenset({"et"}),
    fillers=frozenset({"un", "la"}),
    authors=frozenset({"de"}),
    since=frozenset({"en"}),
    ordinal_shares=frozenset(["cinquième", "sixième", "septième", "huitième", "neuvième", "dixième"]),
    ordinal_words={"centième": 100.0, "millième": 1000.0},
    ordinal_units={word: float(n) for n, word in enumerate(_ORDINALS.split(), 1)},
    whence=frozenset({"de", "d'", "du"}),
    origins=frozenset({"depuis"}),
    pronouns=frozenset({"il", "elle", "lui"}),
    relatives=frozenset({"qui", "dont"}),
    amounts=frozenset({":", "à", "sont", "étaient"}),
    vague=frozenset({"milliers", "centaines", "dizaines", "douzaines", "plusieurs"}),
    moves=("augment", "grimp", "progress", "allong", "accru", "pass", "hausse"),
    steps=frozenset({"de"}),
    further=frozenset({"plus"}),
    glued=frozenset({"k"}),
    percents=("pour cent",),
    out_of=frozenset({"sur", "sur les"}),
    fractions={
        "la moitié": 50.0,
        "un tiers": 33.3,
        "le tiers": 33.3,
        "les deux tiers": 66.7,
        "les trois quarts": 75.0,
        "le cinquième": 20.0,
        "le dixième": 10.0,
        "les quatre cinquièmes": 80.0,
        "deux cinquièmes": 40.0,
        "trois cinquièmes": 60.0,
        "deux tiers": 66.7,
        "un quart": 25.0,
        "le quart": 25.0,
        "trois quarts": 75.0,
        "un cinquième": 20.0,
        "quatre cinquièmes": 80.0,
        "un dixième": 10.0,
    },
    each=frozenset({"sur chaque", "pour chaque"}),
    before_years=frozenset({"en", "dans", "depuis", "fin", "début", "courant", "été"}),
    beside=frozenset({"rapport"}),
    wholes=("sur les", "sur", "des", "parmi les", "de ces", "sur un total de", "sur ces", "de"),
    definites=frozenset({"les", "ces"}),
    within=frozenset({"en", "de"}),
    opinions=frozenset({"pour"}),
    towards=frozenset({"en", "vers", "à", "dans", "pour"}),
    plurals=("s", "x"),
    functions=frozenset(
        {
            "depuis",
            "alors",
            "après",
            "sous",
            "sans",
            "leurs",
            "autres",
            "toutes",
            "toujours",
            "désormais",
            "jamais",
            "ailleurs",
            "certains",
            "d'entre",
            "grâce",
            "parmi",
            "plusieurs",
        }
    ),
    being=frozenset({"avait"}),
    nowadays=frozenset({"aujourd'hui", "maintenant"}),
    amounting=(
        "s'élève à",
        "s'élèvent à",
        "s'établit à",
        "est de",
        "sont",
        "atteint",
        "total à",
        "nombre à",
        "bilan à",
    ),
    exceeds=("de plus que", "de plus qu'", "de plus par rapport"),
    past=(
        "il y a un an", "il y a un mois", "un an plus tôt", "un an auparavant", "le chiffre précédent était de",
        "ils étaient", "le précédent bilan était de",
    ),
    leads_on={"sur": ("informat", "donné", "preuv", "parl",)},
    per=frozenset({"contre", "pour"}),
    already=frozenset({"déjà"}),
    conditionals=frozenset({"si"}),
    irreal=frozenset({"serait", "seraient", "aurait", "auraient", "faudrait", "prendrait"}),
    persons=frozenset({"il", "elle"}),
    numbering=frozenset({"al", "art", "chap", "n", "p", "vol"}),
    abbreviations=frozenset({"m", "mme", "mm", "dr", "art", "env", "av", "etc"}),
    frequent=frozenset(
        {
            "le", "les", "des", "du", "et", "est", "en", "une", "dans", "pour", "par", "sur", "qui", "au", "aux", "ont",
            "selon", "enfants", "avec", "ce", "sont", "été", "d'", "l'",
        }
    ),
    lived=frozenset({"vivaient", "vivait", "habitaient", "étaient", "résidaient"}),
    inside=frozenset({"dans", "en", "par", "au", "aux"}),
    starts=frozenset({"depuis"}),
    before_ago=frozenset({"y a"}),
    every=frozenset({"tous", "toutes"}),
    fewer=frozenset({"moins"}),
    formers=frozenset({"plus que les", "contre les", "contre", "au lieu de"}),
    addresses=frozenset({"devant"}),
    times={
        "day 0": "aujourd'hui, ce soir, ce matin, cette nuit",
        "day -1": "hier, la veille, un jour plus tôt",
        "day -2": "avant-hier, l'avant-veille, deux jours plus tôt",
        "hours": "24 heures, vingt-quatre heures, un seul jour",
        "week 0": (
            "cette semaine, la semaine dernière, la semaine passée, ce week-end, le week-end dernier, "
            "ces derniers jours, derniers jours, il y a une semaine"
        ),
        "month 0": "ce mois-ci, ce mois",
        "start 0": "début de l'année, début d'année, nouvel an",
        "days 30": "dernier mois",
        "days 365": "année écoulée, douze derniers mois",
        "month -1": "le mois dernier, le mois passé",
        "year 0": "cette année, année en cours",
        "year -1": "l'année dernière, l'an dernier, l'année passée, l'an passé",
        "weekday 0": "lundi",
        "weekday 1": "mardi",
        "weekday 2": "mercredi",
        "weekday 3": "jeudi",
        "weekday 4": "vendredi",
        "weekday 5": "samedi",
        "weekday 6": "dimanche",
        "season 1": "au printemps, le printemps dernier, ce printemps",
        "season 2": "en été, à l'été, l'été dernier, cet été, pendant l'été, mois d'été, saison estivale",
        "season 3": "en automne, à l'automne, l'automne dernier, cet automne",
        "season 4": "en hiver, l'hiver dernier, cet hiver, à l'hiver",
        "quarter 1": "premier trimestre",
        "quarter 2": "deuxième trimestre",
        "quarter 3": "troisième trimestre",
        "quarter 4": "quatrième trimestre, dernier trimestre",
        "semester 1": "premier semestre",
        "half 1": "première moitié",
        "semester 2": "second semestre, deuxième semestre",
        "half 2": "seconde moitié",
        "span 1": "jours, jour",
        "span 7": "semaines, semaine",
        "span 30": "mois",
        "span 365": "ans, années",
    },
    stages=frozenset({"début", "fin", "mi", "milieu", "courant"}),
    during=frozenset({"pendant", "durant", "année", "l'année", "courant"}),
    so_far=frozenset({"déjà"}),
    firsts=frozenset({"premiers"}),
    lately=frozenset({"passé", "passée", "derniers", "dernières", "dernier", "dernière"}),
    sinces=frozenset({"depuis", "dès"}),
    untils=frozenset({"date du", "avant", "jusqu'", "jusque", "après", "prochain", "prochaine", "ici", "d'ici"}),
    ahead=frozenset({"prochain", "prochaine"}),
    unto=frozenset({"à", "au", "et"}),
    letters="çêèœ",
    telling=Telling(
        another=r"autres? | de plus | supplémentaires? | nouveau groupe",
        of_them=r"dont | d['’]entre (?:eux|elles) | parmi (?:eux|elles|lesquels) | y compris | compren(?:d|nent)",
        ago=r"il y a \w+ (?:jours|semaines?|mois|ans?) | auparavant | précédemment | plus tôt",
        known=r"les (?:\w+ )(?:enfants|mineurs|adolescents)(?: ukrainiens)?,? (?:qui|que)\b",
        looks_back=r"""
            {m} (?:dernier|précédent|de l['’]an(?:née)? (?:dernière?|passée?|précédente?))
          | (?:an dernier|année dernière),? en {m}
        """,
        since=r"depuis",
        bundles=r"dizaines? | douzaines? | (?:quinz|vingt|trent|quarant|cinquant)aines?",
        bands=r"group | mission | convo",
        labels=r"correctif | rectificatif | rectification | corrig[ée]",
        corrects=r"corrig[ée]e? | rectifi(?:e|é)",
        notices=r"""
            version (?:précédente|antérieure|initiale) de (?:cet|notre|l['’])
          | dans une (?:première version|version (?:précédente|antérieure))
          | (?:cet article|ce texte)\b[^.\n]{0,40}\b(?:corrigé|rectifié)
          | nous avons (?:écrit|indiqué|annoncé)?\s?(?:par erreur|à tort)
        """,
        own_article=r"(?:notre|nos) (?:précédente?s? )?(?:article|dépêche|texte)s?(?: précédente?s?)?",
        erred=r"par erreur | à tort | erronée?s? | (?:chiffre|nombre) (?:exact|correct)",
        numbers=r"nombre | chiffres? | combien | total",
        before=r"""
            précédente? | précédemment | antérieure? | initiale(?:ment)? | par erreur | à tort | erronée? | au lieu de
        """,
        in_truth=r"mais | en réalité | en fait | il s['’]agit | ce sont | il fallait | exact | bon",
    ),
)  # fmt: skip
