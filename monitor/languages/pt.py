"""Portuguese, of Europe and Brazil."""

from __future__ import annotations

from monitor.languages import Language, Telling

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
_SHORT_MONTHS = {"jan": 1, "fev": 2, "abr": 4, "jun": 6, "jul": 7, "ago": 8, "nov": 11, "dez": 12}
"""Months as datelines shorten them, but for those that are words of their own."""

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
        "dupla": 2.0,
        "duo": 2.0,
        "quarteto": 4.0,
        "quinteto": 5.0,
    },
    scales={
        "k": 1000,
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
        "sensivelmente, na casa dos, na ordem dos, a rondar os, ronda os, rondam os, ronda as, beira os, "
        "beiram os, estimado em, estimados em, estima em, ~, praticamente, próximo de, cerca do, cerca da,"
        " cerca dos, cerca das, perto dos, perto das, perto do, quase um, quase uma, quase o, quase os, "
        "quase as, aproximadamente um, em torno dos, em torno das, por volta dos, por volta das, à volta "
        "dos, rondam as, rondando os, beirando os, aproxima-se dos, aproximam-se dos, próximo dos, "
        "próximos de, mais ou menos, coisa de, algo como, estimadas em, estimam em, calculados em, calcula"
        " em, uns quantos, na casa das, na ordem das, da ordem de, pouco menos dos, cerca de uma, cerca de"
        " um",
        "at_least": "não são menos de, não eram menos de, não foram menos de, "
        "pelo menos, ao menos, no mínimo, não menos de, nada menos que, não menos que, a partir de, pelo "
        "menos um, pelo menos uma, pelo menos os, um mínimo de, no mínimo uns, quando menos, não inferior "
        "a, de pelo menos, nada menos de, não menos do que",
        "more_than": "para cima de, mais de, mais do que, acima de, superior a, ultrapassa os, ultrapassa as, "
        "ultrapassam as, supera as, superam as, ultrapassam os, ultrapassou os, ultrapassa, supera, superam, "
        "supera os, superam os, passa de, passam de, pouco mais de, para lá de, além de, passou dos, passou das, "
        "bem mais de, mais da, mais do, mais dos, mais das, mais de um, mais de uma, acima dos, acima das, superior "
        "aos, superiores a, superando os, supera já os, superou os, superou as, ultrapassa o, "
        "ultrapassaram os, ultrapassaram as, ultrapassada a, ultrapassados os, ultrapassa já os, "
        "ultrapassam já os, passam das, passam dos, passa dos, um pouco mais de, muito mais de, pouco mais"
        " que, excede os, excedem os, excede, excedem, mais que",
        "at_most": "até, no máximo, quando muito, não mais de, não mais que, no máximo uns, um máximo de, até um, até"
        " uma, não mais do que, não ultrapassa, não ultrapassam, não ultrapassa os, não ultrapassam os, não excede, "
        "não excedem, não supera, não superam, não supera os, não superam os, não excede os, não excedem os",
        "fewer_than": "menos de, abaixo de, inferior a, menos do que, não chega a, não chegam a, menos da, menos do, "
        "menos dos, menos das, menos de um, menos de uma, abaixo dos, abaixo das, inferior aos, inferiores"
        " a, não chega aos, não chegam aos, não chega às, não atinge os, não atingem os, nem sequer, bem "
        "menos de, muito menos de, menos que, não passa de, não passam de",
    },
    qualifiers_after={
        "more_than": "+, e tal, e tantas, e tantos, e poucos, e poucas, bem contados, largos, e picos",
        "at_least": "ou mais, pelo menos, no mínimo, ao menos",
        "approx": "aproximadamente, mais ou menos, sensivelmente, aproximados, aproximadas",
        "at_most": "no máximo, quando muito, ou menos",
    },
    connectors=frozenset({"e"}),
    halves=("e meio", "e meia"),
    articles=frozenset({"um", "uma"}),
    ordinals=frozenset({"º", "ª", "o", "a"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
    range_between=frozenset({"entre", "de", "dos", "das"}),
    range_to=frozenset({"e", "a", "aos", "às"}),
    singles=frozenset({"irmã", "irmão", "prima", "primo"}),
    range_bare=frozenset({"a", "ou"}),
    range_even=frozenset({"ou até", "ou mesmo", "ou talvez"}),
    no=frozenset({"não", "ainda não"}),
    conjunctions=frozenset({"e", "mas", "enquanto", "que", "quando", "porém", "contra", "embora", "cujas", "cujos"}),
    denials=frozenset({"não", "no", "vez de", "não há", "não existem", "não são", "não foram"}),
    of=frozenset({"de"}),
    whence=frozenset({"de", "da", "do"}),
    origins=frozenset({"desde"}),
    pronouns=frozenset({"ele", "ela"}),
    relatives=frozenset({"que", "cujos", "cujas"}),
    amounts=frozenset({":", "em", "são", "eram"}),
    vague=frozenset({"milhares", "centenas", "dezenas", "dúzias", "vários", "várias"}),
    moves=("cresc", "aument", "sub", "sobe", "pass"),
    steps=frozenset({"em"}),
    further=frozenset({"mais"}),
    links=frozenset({"e", "o"}),
    authors=frozenset({"de"}),
    glued=frozenset({"k"}),
    percents=("por cento",),
    out_of=frozenset({"em cada", "de cada", "em", "a cada"}),
    fractions={
        "metade": 50.0,
        "um sexto": 16.7,
        "um oitavo": 12.5,
        "um vigésimo": 5.0,
        "dois quintos": 40.0,
        "três quintos": 60.0,
        "os dois terços": 66.7,
        "a quinta parte": 20.0,
        "uma quinta parte": 20.0,
        "a quarta parte": 25.0,
        "uma quarta parte": 25.0,
        "a terça parte": 33.3,
        "uma terça parte": 33.3,
        "a décima parte": 10.0,
        "uma décima parte": 10.0,
        "a metade": 50.0,
        "um terço": 33.3,
        "dois terços": 66.7,
        "um quarto": 25.0,
        "três quartos": 75.0,
        "um quinto": 20.0,
        "quatro quintos": 80.0,
        "um décimo": 10.0,
    },
    ordinal_words={stem + end: n for stem, n in (("centésim", 100.0), ("milésim", 1000.0)) for end in "oa"},
    weekdays=frozenset({"feira", "na segunda", "na terça", "na quarta", "na quinta", "na sexta", "sábado", "domingo"}),
    each=frozenset({"de cada", "em cada", "por cada"}),
    before_years=frozenset({"em", "desde", "de", "até", "na", "no", "nas", "nos", "numa", "num"}),
    homographs={"par": ("de",)},
    beside=frozenset({"face", "relação", "comparação", "frente"}),
    wholes=("das", "dos", "de", "entre as", "de um total de", "das cerca de", "dentre as"),
    definites=frozenset({"os", "as", "esses", "estes"}),
    within=frozenset({"em", "de"}),
    opinions=frozenset({"para"}),
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
    being=frozenset({"tinha", "tem"}),
    nowadays=frozenset({"hoje", "agora"}),
    amounting=(
        "é de",
        "é agora de",
        "são",
        "são já",
        "chega a",
        "chegou a",
        "atinge",
        "atingiu",
        "total para",
        "número para",
        "total a",
    ),
    exceeds=("a mais do que", "do que há", "a mais que", "do que em", "do que no", "do que na"),
    past=(
        "há um ano", "há um mês", "um ano antes", "o número anterior era", "o número anterior era de",
    ),
    per=frozenset({"por"}),
    already=frozenset({"já"}),
    conditionals=frozenset({"se"}),
    irreal=frozenset({"seria", "seriam", "teria", "teriam", "fossem", "tivessem", "levaria", "demoraria"}),
    persons=frozenset({"ele", "ela"}),
    numbering=frozenset({"art", "arts", "cap", "n", "núm", "pág"}),
    abbreviations=frozenset({"sr", "sra", "dr", "dra", "art", "n", "núm", "eua"}),
    frequent=frozenset(
        {
            "o", "os", "as", "de", "que", "em", "do", "da", "dos", "das", "não", "uma", "com", "para", "por", "foram",
            "crianças", "segundo", "ao", "pelo", "pela", "são", "mais", "no", "na", "já",
        }
    ),
    at_hours=frozenset({"às"}),
    lived=frozenset({"viviam", "vivia", "viveram", "estavam", "moravam"}),
    pairs=frozenset({"par"}),
    inside=frozenset({"em", "nos", "nas", "no", "na", "num", "numa", "por"}),
    starts=frozenset({"desde"}),
    ago=frozenset({"atrás"}),
    before_ago=frozenset({"há"}),
    every=frozenset({"todos", "todas"}),
    fewer=frozenset({"menos"}),
    formers=frozenset({"mais do que os", "mais do que as", "mais que os", "contra", "face a", "face aos"}),
    addresses=frozenset({"perante", "diante de"}),
    times={
        "day 0": "hoje, esta noite, esta manhã, esta tarde",
        "day -1": "ontem, na véspera, o dia anterior, um dia antes",
        "day -2": "anteontem, há dois dias, dois dias antes",
        "hours": "24 horas, vinte e quatro horas, um só dia",
        "week 0": (
            "esta semana, nesta semana, na semana passada, semana passada, última semana, no fim de semana, "
            "últimos dias, há uma semana"
        ),
        "month 0": "este mês, neste mês",
        "start 0": "início do ano, começo do ano, princípio do ano",
        "days 30": "último mês",
        "days 365": "último ano",
        "month -1": "mês passado",
        "year 0": "este ano, neste ano, deste ano, ano em curso",
        "year -1": "ano passado",
        "weekday 0": "segunda-feira, na segunda, nesta segunda",
        "weekday 1": "terça-feira, na terça, nesta terça",
        "weekday 2": "quarta-feira, na quarta, nesta quarta",
        "weekday 3": "quinta-feira, na quinta, nesta quinta",
        "weekday 4": "sexta-feira, na sexta, nesta sexta",
        "weekday 5": "sábado",
        "weekday 6": "domingo",
        "season 1": "na primavera, primavera passada",
        "season 2": "no verão, verão passado, neste verão, este verão, meses de verão",
        "season 3": "no outono, outono passado",
        "season 4": "no inverno, inverno passado",
        "quarter 1": "primeiro trimestre",
        "quarter 2": "segundo trimestre",
        "quarter 3": "terceiro trimestre",
        "quarter 4": "quarto trimestre, último trimestre",
        "semester 1": "primeiro semestre",
        "half 1": "primeira metade",
        "semester 2": "segundo semestre",
        "half 2": "segunda metade",
        "span 1": "dias, dia",
        "span 7": "semanas, semana",
        "span 30": "meses, mês",
        "span 365": "anos, ano",
    },
    stages=frozenset({"início", "começo", "fim", "final", "meados", "princípio", "princípios"}),
    during=frozenset({"durante", "ano"}),
    so_far=frozenset({"já"}),
    firsts=frozenset({"primeiros"}),
    lately=frozenset({"passado", "passada", "últimos", "últimas", "último", "última", "passados", "passadas"}),
    sinces=frozenset({"desde"}),
    untils=frozenset({"data de", "antes", "até", "após", "depois", "próximo", "próxima"}),
    ahead=frozenset({"próximo", "próxima", "que vem"}),
    unto=frozenset({"a", "até", "e", "ao"}),
    letters="ãõ",
    telling=Telling(
        another=r"outr[oa]s | mais\b(?! de)",
        of_them=r"del[ea]s | dest[ea]s | dess[ea]s | d[oa]s quais | entre el[ea]s | inclu(?:indo|ídos|ídas)",
        ago=r"há \w+ (?:dias|semanas?|m[eê]s(?:es)?|anos?) | anteriormente",
        known=r"[ao]s (?:\w+ )(?:crianças|menores|jovens)(?: ucranian\w+)?,? que\b",
        looks_back=r"""
            (?:passado|naquele) (?:mês de )?{m} | {m} (?:passado|último|do ano (?:passado|anterior))
          | ano passado,? em {m}
        """,
        since=r"desde",
        bundles=r"dezenas? | dúzias?",
        bands=r"grup | miss[ãõ] | combo",
        labels=r"corre[cç]?ção | corrigid[oa] | re(?:c)?tificação",
        corrects=r"corrige | corrigid[oa] | corre[cç]?ção | rectifica",
        notices=r"""
            versão anterior d(?:este|esta|o (?:artigo|texto)|a (?:notícia|matéria|reportagem))
          | em uma? versão anterior | numa versão anterior
          | est[ea] (?:artigo|texto|notícia|matéria|reportagem)\b[^.\n]{0,40}\b(?:corrigid|retificad|rectificad)[oa]
          | por (?:erro|engano|lapso),? (?:escrevemos|noticiamos|informamos|dissemos)
        """,
        own_article=r"""
            (?:texto|artigo|notícia|matéria|nota) anterior (?:noss[oa]|d(?:o|a|este|esta) (?:portal|jornal|site|sítio))
        """,
        erred=r"por (?:erro|engano|lapso) | errad[oa] | (?:número|cifra) (?:correto|correta|certo|certa)",
        numbers=r"número | cifras? | quant[oa]s | total",
        before=r"""
            anterior(?:mente)? | inicial(?:mente)? | por (?:erro|engano|lapso) | errad[oa] | erróne\w+ | em vez de
        """,
        in_truth=r"mas | na verdade | são | eram | foram | corret[oa] | corre[ct]to | cert[oa]",
    ),
)  # fmt: skip
