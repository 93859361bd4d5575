"""Italian: numbers are written as one word; "mila" may follow digits (20mila)."""

from __future__ import annotations

from monitor.languages import Language

_UNITS = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
]
_TENS = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
_MONTHS = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
]
_GROUPS = {"decina": 10, "dozzina": 12, "quindicina": 15, "ventina": 20, "trentina": 30, "quarantina": 40}


def _below_hundred(n: int) -> str:
    """Tens lose their vowel before uno and otto (ventuno, ventotto)."""
    if n < 20:
        return _UNITS[n]
    ten, unit = _TENS[n // 10 - 2], n % 10
    return (ten[:-1] if unit in (1, 8) else ten) + (_UNITS[unit] if unit else "")


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    head = ("" if hundreds == 1 else _UNITS[hundreds]) + "cento" if hundreds else ""
    return head + (_below_hundred(rest) if rest or not hundreds else "")


def _numerals() -> dict[str, float]:
    """Every spelling of 0..999, of whole thousands and hundreds above, and of 1,001..2,999."""
    values = {_below_thousand(n): float(n) for n in range(1000)}
    thousands = {n: "mille" if n == 1 else f"{_below_thousand(n)}mila" for n in range(1, 1000)}
    values |= {word: 1000.0 * n for n, word in thousands.items() if n > 1}
    for n in range(1, 41):
        for rest in range(1, 1000) if n <= 2 else range(100, 1000, 100):
            values[thousands[n] + _below_thousand(rest)] = 1000.0 * n + rest
    accented = {f"{w[:-1]}é": v for w, v in values.items() if w.endswith("tre") and w != "tre"}
    short = {w[:-1]: v for w, v in values.items() if w.endswith("uno") and w != "uno"}
    return {**values, **accented, **short}


LANGUAGE = Language(
    code="it",
    words={
        **_numerals(),
        "un": 1.0,
        "una": 1.0,
        "un'": 1.0,
        "mezza": 0.5,
        "mezzo": 0.5,
        "paio": 2.0,
        "coppia": 2.0,
        "trio": 3.0,
        "entrambi": 2.0,
    },
    scales={
        **_GROUPS,
        "cinquantina": 50,
        "sessantina": 60,
        "settantina": 70,
        "ottantina": 80,
        "centinaio": 100,
        "centinaia": 100,
        "decine": 10,
        "dozzine": 12,
        "mille": 1000,
        "mila": 1000,
        "migliaio": 1000,
        "migliaia": 1000,
        "milione": 1_000_000,
        "milioni": 1_000_000,
        "mln": 1_000_000,
    },
    qualifiers={
        "approx": "circa, quasi, intorno a, intorno ai, attorno a, attorno ai, all'incirca, pressappoco, suppergiù, "
        "più o meno, qualcosa come, poco meno di, vicino a, ~, sfiora i, sfiorano i, stimati in, si stima in, sui, "
        "si aggira intorno ai, si aggirano sui, si aggira sui, circa i",
        "at_least": "almeno, non meno di, come minimo, perlomeno, minimo, quantomeno",
        "more_than": "più di, oltre, oltre i, oltre a, supera i, superano i, superato i, supera, superano, "
        "poco più di, "
        "superiore a, superiori a, al di sopra di, ben oltre",
        "at_most": "fino a, al massimo, non più di, tutt'al più, al più",
        "fewer_than": "meno di, sotto i, al di sotto di, inferiore a, non arrivano a",
    },
    qualifiers_after={
        "more_than": "+, e passa, e rotti",
        "at_least": "o più, almeno, come minimo",
        "approx": "circa, all'incirca",
        "at_most": "al massimo",
    },
    connectors=frozenset({"e"}),
    halves=("e mezzo", "e mezza"),
    articles=frozenset({"un", "una", "un'"}),
    ordinals=frozenset({"°", "º", "ª", "esimo", "esima", "a", "o"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)},
    range_between=frozenset({"tra", "fra", "da", "dai", "dalle"}),
    range_to=frozenset({"a", "e", "ai", "alle"}),
    conjunctions=frozenset({"e", "ed", "ma", "mentre", "che", "quando", "però", "contro", "cui", "invece", "bensì"}),
    denials=frozenset({"non"}),
    of=frozenset({"di"}),
    links=frozenset({"e", "o"}),
    fillers=frozenset({"un", "una", "la"}),
    percents=("per cento",),
    out_of=frozenset({"su", "ogni"}),
    fractions={
        "la metà": 50.0,
        "un terzo": 33.3,
        "due terzi": 66.7,
        "un quarto": 25.0,
        "tre quarti": 75.0,
        "un quinto": 20.0,
        "quattro quinti": 80.0,
        "un decimo": 10.0,
    },
    before_years=frozenset({"in", "nel", "dal", "del", "fino al", "al", "estate"}),
    wholes=("dei", "delle", "degli", "di", "su", "sui", "dei circa", "su un totale di", "tra i", "degli oltre"),
    definites=frozenset({"i", "gli", "le", "quei", "questi"}),
    within=frozenset({"nel", "del"}),
    towards=frozenset({"in", "a", "verso"}),
    abbreviations=frozenset({"dott", "art", "sig", "on", "n", "mons", "card", "avv", "prof"}),
    frequent=frozenset(
        {
            "il", "lo", "la", "gli", "di", "che", "è", "e", "sono", "della", "dei", "del", "per", "con", "nel", "alla",
            "bambini", "i", "secondo", "dal", "ha", "stati", "ai", "le", "dell'", "l'",
        }
    ),
    at_hours=frozenset({"alle", "ore"}),
    bare_splits=True,
    letters="òì",
)  # fmt: skip
