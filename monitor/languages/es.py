"""Spanish."""

from __future__ import annotations

from monitor.languages import Language

_UNITS = [
    "cero",
    "uno",
    "dos",
    "tres",
    "cuatro",
    "cinco",
    "seis",
    "siete",
    "ocho",
    "nueve",
    "diez",
    "once",
    "doce",
    "trece",
    "catorce",
    "quince",
    "dieciséis",
    "diecisiete",
    "dieciocho",
    "diecinueve",
    "veinte",
    "veintiuno",
    "veintidós",
    "veintitrés",
    "veinticuatro",
    "veinticinco",
    "veintiséis",
    "veintisiete",
    "veintiocho",
    "veintinueve",
]
_TENS = ["treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa"]
_HUNDREDS = ["doscient", "trescient", "cuatrocient", "quinient", "seiscient", "setecient", "ochocient", "novecient"]

LANGUAGE = Language(
    code="es",
    words={
        **{w: float(n) for n, w in enumerate(_UNITS)},
        **{w: 10.0 * n for n, w in enumerate(_TENS, 3)},
        **{w + g: 100.0 * n for n, w in enumerate(_HUNDREDS, 2) for g in ("os", "as")},
        "un": 1.0,
        "una": 1.0,
        "veintiún": 21.0,
        "veintiuna": 21.0,
        "dieciseis": 16.0,
        "cien": 100.0,
        "ciento": 100.0,
        "medio": 0.5,
        "media": 0.5,
        "par": 2.0,
        "trío": 3.0,
        "veintidos": 22.0,
        "veintitres": 23.0,
        "veintiseis": 26.0,
    },
    scales={
        "decena": 10,
        "docena": 12,
        "docenas": 12,
        "quincena": 15,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centena": 100,
        "centenar": 100,
        "mil": 1000,
        "millar": 1000,
        "millón": 1_000_000,
        "millon": 1_000_000,
        "millones": 1_000_000,
    },
    qualifiers={
        "exact": "asciende hasta los, ascendió hasta los, sube hasta los, subió hasta los, aumentó hasta los, "
        "sube hasta, subió hasta, se eleva hasta los",
        "approx": "casi, casi los, casi un, cerca de, cerca de los, unos, unas, alrededor de, aproximadamente, "
        "en torno a, en torno a los, cuasi, cosa de, "
        "aproximadamente unos, poco menos de, prácticamente, del orden de, próximo a los, cercano a los, "
        "roza los, rozan los, "
        "rozando, ronda los, rondan los, ~, se estima en",
        "at_least": "al menos, al menos a, por lo menos a, por lo menos, como mínimo, no menos de, cuando menos, "
        "un mínimo de, mínimo, nada menos que, a partir de",
        "more_than": "más de, por encima de, supera los, superan los, superan, supera, superó los, superado los, "
        "ha superado los, han superado los, rebasa los, rebasan los, sobrepasa los, sobrepasan los, algo más de, "
        "poco más de, más de los, pasan de, pasa de, por encima de los, bastante más de, mas de",
        "at_most": "hasta, como máximo, a lo sumo, no más de, un máximo de, tope de",
        "fewer_than": "menos de, por debajo de, no llegan a, no llega a, por debajo de los, algo menos de, inferior a",
    },
    qualifiers_after={
        "more_than": "+, y pico, largos, y tantos, y tantas",
        "at_least": "o más, como mínimo, al menos, por lo menos",
        "approx": "aproximadamente",
    },
    connectors=frozenset({"y"}),
    halves=("y medio", "y media"),
    articles=frozenset({"un", "una"}),
    ordinals=frozenset({"º", "ª", "o", "a", "er", "er."}),
    months={
        m: n
        for n, m in enumerate(
            [
                "enero",
                "febrero",
                "marzo",
                "abril",
                "mayo",
                "junio",
                "julio",
                "agosto",
                "septiembre",
                "octubre",
                "noviembre",
                "diciembre",
            ],
            1,
        )
    },
    range_between=frozenset({"entre", "de"}),
    range_to=frozenset({"a", "y", "-"}),
    conjunctions=frozenset({"y", "mientras", "pero", "aunque", "que", "cuando", "frente"}),
    negations=frozenset({"no", "ni"}),
    out_of=frozenset({"de cada"}),
    fractions={
        "la mitad": 50.0,
        "un tercio": 33.3,
        "una tercera parte": 33.3,
        "dos tercios": 66.7,
        "dos terceras partes": 66.7,
        "un cuarto": 25.0,
        "una cuarta parte": 25.0,
        "tres cuartos": 75.0,
        "tres cuartas partes": 75.0,
        "un quinto": 20.0,
        "una quinta parte": 20.0,
        "cuatro quintas partes": 80.0,
        "una décima parte": 10.0,
    },
    before_years=frozenset({"en", "desde", "de", "hasta", "durante"}),
    wholes=(
        "de los",
        "de las",
        "de",
        "del total de",
        "entre los",
        "de esos",
        "de estos",
        "de los casi",
        "de los más de",
        "de un total de",
    ),
    abbreviations=frozenset({"sr", "sra", "ee", "uu", "dr", "núm", "art"}),
    frequent=frozenset(
        {"el", "la", "los", "las", "de", "que", "en", "y", "han", "del", "un", "una", "por", "según", "con", "su"}
    ),
    letters="ñ¿¡",
)
