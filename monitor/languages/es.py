"""Spanish."""

from __future__ import annotations

from monitor.languages import Language, Telling

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
_SHORT_MONTHS = {
    "ene": 1,
    "feb": 2,
    "abr": 4,
    "jun": 6,
    "jul": 7,
    "ago": 8,
    "sep": 9,
    "sept": 9,
    "oct": 10,
    "nov": 11,
    "dic": 12,
}
"""Months as datelines shorten them, but for those that are words of their own."""

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
        "dúo": 2.0,
        "cuarteto": 4.0,
        "quinteto": 5.0,
        "veintidos": 22.0,
        "veintitres": 23.0,
        "veintiseis": 26.0,
    },
    scales={
        "k": 1000,
        "decena": 10,
        "decenas": 10,
        "docena": 12,
        "docenas": 12,
        "quincena": 15,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centena": 100,
        "centenar": 100,
        "centenares": 100,
        "mil": 1000,
        "millar": 1000,
        "millares": 1000,
        "millón": 1_000_000,
        "millon": 1_000_000,
        "millones": 1_000_000,
    },
    qualifiers={
        "exact": "asciende hasta los, ascendió hasta los, sube hasta los, subió hasta los, aumentó hasta los, sube "
        "hasta, subió hasta, se eleva hasta los, hasta los, hasta las",
        "approx": "casi, casi los, casi un, cerca de, cerca de los, unos, unas, alrededor de, aproximadamente, en "
        "torno a, en torno a los, cuasi, cosa de, aproximadamente unos, poco menos de, prácticamente, del "
        "orden de, próximo a los, cercano a los, roza los, rozan los, rozando, ronda los, rondan los, ~, "
        "se estima en, cerca del, casi el, casi la, casi las, cerca de las, cerca de la, alrededor del, "
        "alrededor de los, alrededor de las, en torno al, en torno a la, en torno a las, aproximadamente "
        "el, más o menos, poco más o menos, algo así como, rondando los, ronda el, rondan el, bordea los, "
        "bordean los, cercana a, próxima a, próximos a, cercanos a, roza el, rozan el, rozando los, ronda "
        "las, a punto de alcanzar los, se acerca a los, se acercan a los, se acerca a, se aproxima a los, "
        "se estiman en, estimados en, calculados en, calcula en, estima en, estiman en, poco menos de los,"
        " poco menos del, aproximadamente un, aproximadamente una, unos cuantos",
        "at_least": "no son menos de, no eran menos de, no fueron menos de, no han sido menos de, "
        "al menos, al menos a, por lo menos a, por lo menos, como mínimo, no menos de, cuando menos, un "
        "mínimo de, mínimo, nada menos que, a partir de, como poco, cuanto menos, no baja de, no bajan de,"
        " no menos que, al menos a los, al menos los, al menos el, al menos un, por lo menos a los, de al "
        "menos, cuando menos a, no bajan de los, no baja de los, siquiera, mínimo de, no inferior a",
        "more_than": "más de, por encima de, supera los, superan los, superan, supera, superó los, superado los, ha "
        "superado los, han superado los, rebasa los, rebasan los, sobrepasa los, sobrepasan los, algo más "
        "de, poco más de, más de los, pasan de, pasa de, por encima de los, bastante más de, mas de, más "
        "del, más de la, más de las, por encima del, por encima de las, superior a, superiores a, superior"
        " al, supera el, supera la, superan el, superan la, supera ya los, superan ya los, superan ya, "
        "supera ya, superaron los, superó el, pasa ya de, pasan ya de, excede de, exceden de, excede los, "
        "exceden los, mucho más de, bien más de, un poco más de, superando los, superadas las, rebasó los,"
        " rebasado los, rebasan ya los, sobrepasó los, superaba los, superaban los, han superado ya los, "
        "ha superado ya los, superados los, más allá de los, más de a",
        "at_most": "hasta, como máximo, a lo sumo, no más de, un máximo de, tope de, como mucho, todo lo más, no más "
        "del, nada más que, máximo, a lo más, hasta un, hasta una, no más de los",
        "fewer_than": "menos de, por debajo de, no llegan a, no llega a, por debajo de los, algo menos de, inferior a, "
        "menos del, menos de los, menos de la, por debajo del, no llegan ni a, no llega ni a, no alcanzan "
        "los, no alcanza los, no alcanzan, no alcanza, no llega al, no llegan al, no llegan a los, no "
        "llega a los, ni siquiera, inferior al, no supera los, no superan los, no pasa de, no pasan de, no"
        " alcanzan el, no alcanza el, bastante menos de, mucho menos de, menos que",
    },
    qualifiers_after={
        "more_than": "+, y pico, largos, largas, largo, larga, y tantos, y tantas, y algo, y picos, de sobra, bien "
        "largos, bien contados, pasados",
        "at_least": "o más, como mínimo, al menos, por lo menos, como poco, cuando menos, cuanto menos",
        "at_most": "como máximo, como mucho, a lo sumo, todo lo más, o menos",
        "approx": "aproximadamente, más o menos, poco más o menos, aproximados, aproximadas, en números redondos",
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
    }
    | _SHORT_MONTHS,
    range_between=frozenset({"entre", "de"}),
    range_to=frozenset({"a", "y", "-"}),
    singles=frozenset({"hermana", "hermano", "prima", "primo"}),
    range_bare=frozenset({"a", "o", "u"}),
    range_even=frozenset({"o incluso", "o hasta", "o quizá", "o quizás"}),
    no=frozenset({"no", "todavía no", "aún no"}),
    conjunctions=frozenset({"y", "mientras", "pero", "aunque", "que", "cuando", "frente"}),
    denials=frozenset(
        {"no", "ni", "no son", "no fueron", "no eran", "no hay", "no existen", "ni hay", "vez de", "lugar de"}
    ),
    of=frozenset({"de"}),
    links=frozenset({"y", "o"}),
    fillers=frozenset({"un", "una", "los", "las", "el", "la"}),
    authors=frozenset({"de"}),
    since=frozenset({"en", "desde"}),
    ordinal_words={
        stem + end: n
        for stem, n in (("centésim", 100.0), ("quingentésim", 500.0), ("milésim", 1000.0), ("dosmilésim", 2000.0))
        for end in "oa"
    },
    whence=frozenset({"de", "del"}),
    origins=frozenset({"desde"}),
    pronouns=frozenset({"él", "ella"}),
    relatives=frozenset({"que", "quienes", "cuyos", "cuyas"}),
    amounts=frozenset({":", "en", "son", "eran", "suman"}),
    vague=frozenset({"miles", "cientos", "centenares", "decenas", "millares", "docenas", "varios", "varias"}),
    plus=frozenset({"+"}),
    further=frozenset({"más"}),
    moves=("subi", "pas", "aument", "crec", "increment", "elev", "engros", "ascend", "ascien", "sub"),
    steps=frozenset({"en"}),
    glued=frozenset({"k"}),
    percents=("por ciento",),
    out_of=frozenset({"de cada"}),
    fractions={
        "la mitad": 50.0,
        **{
            f"{a} {nth} parte": share
            for a in ("la", "una")
            for nth, share in (
                ("tercera", 33.3),
                ("cuarta", 25.0),
                ("quinta", 20.0),
                ("sexta", 16.7),
                ("séptima", 14.3),
                ("octava", 12.5),
                ("décima", 10.0),
                ("vigésima", 5.0),
                ("centésima", 1.0),
            )
        },
        "el tercio": 33.3,
        "las dos terceras partes": 66.7,
        "las tres cuartas partes": 75.0,
        "dos quintas partes": 40.0,
        "tres quintas partes": 60.0,
        "las cuatro quintas partes": 80.0,
        "un décimo": 10.0,
        "un tercio": 33.3,
        "dos tercios": 66.7,
        "dos terceras partes": 66.7,
        "un cuarto": 25.0,
        "tres cuartos": 75.0,
        "tres cuartas partes": 75.0,
        "un quinto": 20.0,
        "cuatro quintas partes": 80.0,
    },
    each=frozenset({"de cada", "por cada"}),
    before_years=frozenset({"en", "desde", "de", "hasta", "durante"}),
    homographs={"par": ("de",)},
    beside=frozenset({"respecto", "frente", "comparación", "relación"}),
    wholes=(
        "de los",
        "de las",
        "de",
        "del total de",
        "entre los",
        "de esos",
        "de estos",
        "de entre los",
        "de los casi",
        "sobre los",
        "sobre un total de",
        "frente a los",
        "de los más de",
        "de un total de",
    ),
    definites=frozenset({"los", "las", "esos", "esas", "estos", "estas"}),
    within=frozenset({"en", "durante", "de"}),
    opinions=frozenset({"para"}),
    towards=frozenset({"a", "hacia", "hasta", "para"}),
    plurals=("s",),
    functions=frozenset(
        {
            "además",
            "antes",
            "después",
            "entonces",
            "entre",
            "durante",
            "desde",
            "ellos",
            "ellas",
            "todos",
            "todas",
            "estos",
            "estas",
            "unos",
            "unas",
            "muchos",
            "jamás",
            "apenas",
            "gracias",
            "ambos",
            "vamos",
            "hemos",
            "podemos",
            "tenemos",
        }
    ),
    being=frozenset({"tenía", "tiene"}),
    nowadays=frozenset({"ahora", "hoy"}),
    amounting=(
        "asciende a",
        "ascienden a",
        "es de",
        "son",
        "suman",
        "son ya",
        "ya son",
        "alcanza",
        "alcanzó",
        "llega a",
        "llegó a",
        "total a",
        "cifra a",
        "número a",
        "van ya",
        "ya van",
    ),
    exceeds=("más que", "más respecto"),
    past=(
        "hace un año",
        "hace un mes",
        "un año antes",
        "un año atrás",
        "la cifra anterior era de",
        "el dato anterior era de",
        "la anterior cifra era",
    ),
    leads_on={
        "sobre": (
            "informac",
            "dato",
            "prueb",
            "habl",
        )
    },
    per=frozenset({"por"}),
    already=frozenset({"ya"}),
    conditionals=frozenset({"si"}),
    irreal=frozenset({"sería", "serían", "habría", "habrían", "fueran", "hubieran", "tardaría", "tardarían", "harían"}),
    persons=frozenset({"él", "ella"}),
    numbering=frozenset({"art", "arts", "cap", "núm", "núms", "pág", "págs"}),
    abbreviations=frozenset({"sr", "sra", "ee", "uu", "dr", "núm", "art"}),
    frequent=frozenset(
        {"el", "la", "los", "las", "de", "que", "en", "y", "han", "del", "un", "una", "por", "según", "con", "su"}
    ),
    at_hours=frozenset({"las"}),
    lived=frozenset({"vivían", "vivía", "vivieron", "estaban", "residían"}),
    pairs=frozenset({"par"}),
    inside=frozenset({"en", "por"}),
    starts=frozenset({"desde"}),
    before_ago=frozenset({"hace"}),
    every=frozenset({"todos", "todas"}),
    fewer=frozenset({"menos"}),
    formers=frozenset(
        {"más que los", "más que las", "menos que los", "en comparación con los", "frente a", "frente a los"}
    ),
    addresses=frozenset({"ante"}),
    times={
        "day 0": "hoy, esta noche, esta mañana, esta tarde",
        "day -1": "ayer, anoche, la víspera, el día anterior, un día antes",
        "day -2": "anteayer, hace dos días",
        "hours": "24 horas, veinticuatro horas, un solo día",
        "week 0": (
            "esta semana, la semana pasada, última semana, pasada semana, semana pasada, el fin de semana, "
            "este fin de semana, últimos días, hace una semana"
        ),
        "month 0": "este mes",
        "start 0": "comienzos de año, principios de año, comienzo del año, inicio del año, principio de año",
        "days 30": "último mes",
        "days 365": "último año",
        "month -1": "el mes pasado, pasado mes",
        "year 0": "este año, año en curso, presente año, en lo que va de año, en lo que va del año",
        "year -1": "el año pasado, pasado año, año pasado",
        "weekday 0": "lunes",
        "weekday 1": "martes",
        "weekday 2": "miércoles",
        "weekday 3": "jueves",
        "weekday 4": "viernes",
        "weekday 5": "sábado",
        "weekday 6": "domingo",
        "season 1": "en primavera, en la primavera, la primavera pasada, esta primavera",
        "season 2": "en verano, en el verano, el verano pasado, este verano, meses de verano",
        "season 3": "en otoño, en el otoño, el otoño pasado, este otoño",
        "season 4": "en invierno, en el invierno, el invierno pasado, este invierno",
        "quarter 1": "primer trimestre",
        "quarter 2": "segundo trimestre",
        "quarter 3": "tercer trimestre",
        "quarter 4": "cuarto trimestre, último trimestre",
        "semester 1": "primer semestre",
        "half 1": "primera mitad",
        "semester 2": "segundo semestre",
        "half 2": "segunda mitad",
        "span 1": "días, día",
        "span 7": "semanas, semana",
        "span 30": "meses, mes",
        "span 365": "años, año",
    },
    stages=frozenset(
        {"principios", "comienzos", "inicios", "inicio", "finales", "final", "fines", "fin", "mediados", "mitad"}
    ),
    during=frozenset({"durante", "año"}),
    so_far=frozenset({"ya"}),
    firsts=frozenset({"primeros"}),
    lately=frozenset({"pasado", "pasada", "últimos", "últimas", "último", "última", "pasados", "pasadas"}),
    sinces=frozenset({"desde"}),
    untils=frozenset({"fecha de", "antes", "hasta", "tras", "próximo", "próxima"}),
    ahead=frozenset({"próximo", "próxima", "viene"}),
    unto=frozenset({"a", "hasta", "y", "al"}),
    letters="ñ¿¡",
    telling=Telling(
        another=r"otr[oa]s | más\b(?! de) | adicional(?:es)? | nuevo grupo",
        of_them=r"de (?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s cuales) | entre ell[oa]s | inclu(?:id[oa]s|yendo|yen?)",
        ago=r"hace \w+ (?:d[ií]as|semanas?|mes(?:es)?|años?) | anteriormente | previamente",
        known=r"l[oa]s (?:\w+ )(?:niñ[oa]s|menores|adolescentes)(?: ucrani\w+)?,? (?:que|quienes)\b",
        looks_back=r"""
            (?:pasado|aquel) (?:mes de )?{m} | {m} (?:pasado|último|del (?:año (?:pasado|anterior)))
          | {m} del pasado año | año pasado,? en {m}
        """,
        since=r"desde",
        bundles=r"decenas? | docenas?",
        bands=r"grup | misi[óo]n | convo",
        labels=r"correcci[oó]n(?:es)? | corregid[oa] | rectificaci[oó]n | fe de (?:erratas|errores)",
        corrects=r"corrige | corregid[oa] | correcci[oó]n",
        notices=r"""
            versi[oó]n (?:anterior|previa|inicial) de(?:l| la| est[ae]) (?:art[ií]culo|texto|noticia|nota)
          | en una versi[oó]n (?:anterior|previa)
          | est[ea] (?:artículo|texto|noticia|nota|información)\b[^.\n]{0,40}\b(?:corregid|rectificad)[oa]
          | por error (?:se )?(?:dijo|publicó|publicamos|informó|informamos|indicó|escribimos|dijimos)
        """,
        own_article=r"""
            (?:nota|noticia|información|texto|artículo) (?:anterior|previ[ao])
              d(?:e|el) (?:este )?(?:medio|portal|diario)
          | en (?:una|nuestra) (?:nota|noticia|información) (?:anterior|previa)
        """,
        erred=r"erróne\w+ | equivocad\w+ | por error | (?:cifra|número) correct[oa]",
        numbers=r"número | cifras? | cantidad | cuánt[oa]s | total",
        before=r"""
            anterior(?:mente)? | previa(?:mente)? | inicial(?:mente)? | por error | erróne\w+ | equivocad\w+
          | en (?:lugar|vez) de
        """,
        in_truth=r"pero | en realidad | son | eran | fueron | debe | debía | correct[oa] | sino",
    ),
)
