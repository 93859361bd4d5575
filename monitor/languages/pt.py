"""Portuguese, of Europe and Brazil."""

from __future__ import annotations

from monitor.languages import Language

_UNITS = [
    "zero",
    "um",
    "dois",
    "três",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "catorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
    "vinte",
]
_TENS = ["trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"]
_HUNDREDS = ["duzent", "trezent", "quatrocent", "quinhent", "seiscent", "setecent", "oitocent", "novecent"]
_MONTHS = [
    "janeiro",
    "fevereiro",
    "março",
    "abril",
    "maio",
    "junho",
    "julho",
    "agosto",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
]

LANGUAGE = Language(
    code="pt",
    words={
        **{w: float(n) for n, w in enumerate(_UNITS)},
        **{w: 10.0 * n for n, w in enumerate(_TENS, 3)},
        **{w + g: 100.0 * n for n, w in enumerate(_HUNDREDS, 2) for g in ("os", "as")},
        "uma": 1.0,
        "duas": 2.0,
        "ambas": 2.0,
        "ambos": 2.0,
        "quatorze": 14.0,
        "dezasseis": 16.0,
        "dezassete": 17.0,
        "dezanove": 19.0,
        "cem": 100.0,
        "cento": 100.0,
        "meia": 0.5,
        "meio": 0.5,
        "par": 2.0,
        "trio": 3.0,
    },
    scales={
        "dezena": 10,
        "dezenas": 10,
        "dúzia": 12,
        "dúzias": 12,
        "quinzena": 15,
        "vintena": 20,
        "trintena": 30,
        "centena": 100,
        "centenas": 100,
        "mil": 1000,
        "milhar": 1000,
        "milhares": 1000,
        "milhão": 1_000_000,
        "milhões": 1_000_000,
    },
    qualifiers={
        "approx": "quase, cerca de, aproximadamente, por volta de, em torno de, à volta de, perto de, uns, umas, "
        "sensivelmente, na casa dos, na ordem dos, a rondar os, ronda os, rondam os, ronda as, beira os, beiram os, "
        "estimado em, estimados em, estima em, ~, praticamente, próximo de",
        "at_least": "pelo menos, ao menos, no mínimo, não menos de, nada menos que, não menos que, a partir de",
        "more_than": "mais de, mais do que, acima de, superior a, ultrapassa os, ultrapassa as, ultrapassam as, "
        "supera as, superam as, ultrapassam os, ultrapassou os, "
        "ultrapassa, supera, superam, supera os, superam os, passa de, passam de, pouco mais de, para lá de, além de, "
        "passou dos, passou das, bem mais de",
        "at_most": "até, no máximo, quando muito, não mais de, não mais que",
        "fewer_than": "menos de, abaixo de, inferior a, menos do que, não chega a, não chegam a, pouco menos de",
    },
    qualifiers_after={
        "more_than": "+, e tal, e tantas, e tantos",
        "at_least": "ou mais, pelo menos, no mínimo",
        "approx": "aproximadamente, mais ou menos",
        "at_most": "no máximo",
    },
    connectors=frozenset({"e"}),
    halves=("e meio", "e meia"),
    articles=frozenset({"um", "uma"}),
    ordinals=frozenset({"º", "ª", "o", "a"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)},
    range_between=frozenset({"entre", "de"}),
    range_to=frozenset({"e", "a"}),
    conjunctions=frozenset({"e", "mas", "enquanto", "que", "quando", "porém", "contra", "embora", "cujas", "cujos"}),
    negations=frozenset({"não", "nem", "nenhuma", "nenhum"}),
    percents=("por cento",),
    out_of=frozenset({"em cada", "de cada", "em", "a cada"}),
    fractions={
        "metade": 50.0,
        "a metade": 50.0,
        "um terço": 33.3,
        "dois terços": 66.7,
        "um quarto": 25.0,
        "três quartos": 75.0,
        "um quinto": 20.0,
        "quatro quintos": 80.0,
        "um décimo": 10.0,
    },
    before_years=frozenset({"em", "desde", "de", "até"}),
    wholes=("das", "dos", "de", "entre as", "de um total de", "das cerca de", "dentre as"),
    definites=frozenset({"os", "as", "esses", "estes"}),
    within=frozenset({"em", "de"}),
    towards=frozenset({"para", "à", "a"}),
    plurals=("s",),
    functions=frozenset(
        {
            "depois",
            "antes",
            "apenas",
            "todos",
            "todas",
            "estas",
            "estes",
            "elas",
            "eles",
            "deles",
            "delas",
            "outros",
            "outras",
            "através",
            "ambos",
            "graças",
        }
    ),
    abbreviations=frozenset({"sr", "sra", "dr", "dra", "art", "n", "núm", "eua"}),
    frequent=frozenset(
        {
            "o", "os", "as", "de", "que", "em", "do", "da", "dos", "das", "não", "uma", "com", "para", "por", "foram",
            "crianças", "segundo", "ao", "pelo", "pela", "são", "mais", "no", "na", "já",
        }
    ),
    letters="ãõ",
)  # fmt: skip
