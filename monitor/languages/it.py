"""Italian: numbers are written as one word; "mila" may follow digits (20mila)."""

from __future__ import annotations

from monitor.languages import Language, Telling

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
_SHORT_MONTHS = {
    "gen": 1,
    "feb": 2,
    "apr": 4,
    "mag": 5,
    "giu": 6,
    "lug": 7,
    "ago": 8,
    "sett": 9,
    "ott": 10,
    "nov": 11,
    "dic": 12,
}
"""Months as datelines shorten them, but for those that are words of their own."""


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
    elided = {w.replace("centoott", "centott"): v for w, v in values.items() if "centoott" in w}
    short = {w[:-1]: v for w, v in values.items() if w.endswith("uno") and w != "uno"}
    return {**values, **accented, **elided, **short}


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
        "duo": 2.0,
        "terzetto": 3.0,
        "quartetto": 4.0,
        "quintetto": 5.0,
    },
    scales={
        "k": 1000,
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
        "più o meno, qualcosa come, poco meno di, vicino a, ~, sfiora i, sfiorano i, stimati in, si stima "
        "in, sui, si aggira intorno ai, si aggirano sui, si aggira sui, circa i, circa il, circa un, circa"
        " una, quasi un, quasi una, quasi il, quasi la, quasi i, quasi le, intorno al, intorno alla, "
        "intorno alle, attorno al, attorno alle, vicino ai, vicini a, prossimi a, prossimo a, a ridosso "
        "di, a ridosso dei, sfiora il, sfiorano il, sfiorano le, sfiora le, sfiorando i, pressoché, grosso"
        " modo, nell'ordine di, nell'ordine dei, stimati, stimate, stimati a, sulle, si avvicina ai, si "
        "avvicinano ai, si avvicina a, una buona, un buon, qualcosa meno di, poco meno del, poco meno dei,"
        " si aggirano intorno ai, si aggira attorno ai, approssimativamente, praticamente, "
        "un'approssimazione di, ad occhio",
        "at_least": "almeno, non meno di, come minimo, perlomeno, minimo, quantomeno, per lo meno, a dir poco, almeno "
        "un, almeno una, almeno i, almeno il, quanto meno, un minimo di, non meno del, niente meno che, "
        "nientemeno che, non inferiore a, a partire da, ad almeno",
        "more_than": "più di, oltre, oltre i, oltre a, supera i, superano i, superato i, supera, superano, "
        "poco più di, supera quota, superano quota, superato quota,"
        " superiore a, superiori a, al di sopra di, ben oltre, più del, più dei, più della, più delle, più"
        " di un, più di una, oltre il, oltre la, oltre le, oltre un, oltre una, ben più di, molto più di, "
        "un po' più di, poco più del, poco più dei, superato il, superati i, hanno superato i, ha superato"
        " i, supera il, supera la, superano il, superando i, superava i, superiore al, superiori ai, al di"
        " sopra dei, al di là dei, al di là di, passa i, passano i, eccede, eccedono, varcato la soglia "
        "dei",
        "at_most": "fino a, al massimo, non più di, tutt'al più, al più, un massimo di, al massimo un, non più dei, "
        "non oltre, massimo, fino ai, fino al, fino a un",
        "fewer_than": "meno di, sotto i, al di sotto di, inferiore a, non arrivano a, meno del, meno dei, meno della, "
        "meno delle, meno di un, meno di una, non arriva a, non arriva al, non arrivano al, non arrivano "
        "ai, non raggiungono i, non raggiunge i, non raggiungono, neanche, nemmeno, neppure, al di sotto "
        "dei, al di sotto del, inferiore al, inferiori a, ben meno di, molto meno di, sotto il, sotto la "
        "soglia dei, non supera i, non superano i",
    },
    qualifiers_after={
        "more_than": "+, e passa, e rotti, abbondanti, suonati, e più, e oltre",
        "at_least": "o più, almeno, come minimo, per lo meno, quantomeno, a dir poco",
        "approx": "circa, all'incirca, più o meno, grosso modo, pressappoco",
        "at_most": "al massimo, o meno, tutt'al più",
    },
    connectors=frozenset({"e"}),
    halves=("e mezzo", "e mezza"),
    articles=frozenset({"un", "una", "un'"}),
    ordinals=frozenset({"°", "º", "ª", "esimo", "esima", "a", "o"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
    range_between=frozenset({"tra", "fra", "da", "dai", "dalle"}),
    range_to=frozenset({"a", "e", "ai", "alle"}),
    singles=frozenset({"sorella", "fratello", "cugina", "cugino", "sorellina", "fratellino"}),
    range_bare=frozenset({"o"}),
    range_even=frozenset({"o addirittura", "o persino", "o perfino", "o anche", "o forse"}),
    no=frozenset({"no", "non ancora"}),
    conjunctions=frozenset({"e", "ed", "ma", "mentre", "che", "quando", "però", "contro", "cui", "invece", "bensì"}),
    denials=frozenset({"non", "né", "anziché", "invece di", "non sono", "non erano", "nessun"}),
    of=frozenset({"di"}),
    origins=frozenset({"dall'", "dalla", "dai", "dalle"}),
    pronouns=frozenset({"lui", "lei"}),
    relatives=frozenset({"che", "cui"}),
    amounts=frozenset({":", "a", "sono", "erano"}),
    vague=frozenset({"migliaia", "centinaia", "decine", "dozzine", "diversi", "diverse", "vari", "varie"}),
    moves=("cresc", "aument", "sal", "pass", "increment"),
    steps=frozenset({"di"}),
    further=frozenset({"più"}),
    links=frozenset({"e", "o"}),
    fillers=frozenset({"un", "una", "la"}),
    glued=frozenset({"k"}),
    percents=("per cento",),
    out_of=frozenset({"su", "ogni"}),
    fractions={
        **{
            f"ogni {nth}{end}": round(100 / n, 1)
            for n, nth in enumerate(["second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim"], 2)
            for end in "oa"
        },
        "la metà": 50.0,
        "metà": 50.0,
        "della metà": 50.0,
        "i due terzi": 66.7,
        "i tre quarti": 75.0,
        "i quattro quinti": 80.0,
        "due quinti": 40.0,
        "tre quinti": 60.0,
        "una terza parte": 33.3,
        "la terza parte": 33.3,
        "la quinta parte": 20.0,
        "la quarta parte": 25.0,
        "la decima parte": 10.0,
        "un terzo": 33.3,
        "due terzi": 66.7,
        "un quarto": 25.0,
        "tre quarti": 75.0,
        "un quinto": 20.0,
        "quattro quinti": 80.0,
        "un decimo": 10.0,
    },
    ordinal_words={
        stem + end: n
        for stem, n in (("centesim", 100.0), ("cinquecentesim", 500.0), ("millesim", 1000.0), ("duemillesim", 2000.0))
        for end in "oa"
    },
    each=frozenset({"di ogni", "su ogni", "per ogni"}),
    year_articles=frozenset({"il"}),
    before_years=frozenset({"in", "nel", "nella", "nelle", "nei", "negli", "dal", "del", "fino al", "al", "estate"}),
    beside=frozenset({"rispetto", "confronto", "fronte"}),
    wholes=("dei", "delle", "degli", "di", "su", "sui", "dei circa", "su un totale di", "tra i", "degli oltre"),
    definites=frozenset({"i", "gli", "le", "quei", "questi"}),
    within=frozenset({"nel", "del"}),
    opinions=frozenset({"per"}),
    towards=frozenset({"in", "a", "per", "verso"}),
    being=frozenset({"aveva", "ha"}),
    nowadays=frozenset({"oggi", "adesso", "ora"}),
    amounting=(
        "è di",
        "è ora di",
        "ammonta a",
        "ammontano a",
        "sono",
        "sono ora",
        "raggiunge",
        "raggiunto",
        "totale a",
        "numero a",
    ),
    exceeds=("in più rispetto", "in più di", "in più che", "in più in"),
    past=(
        "un anno fa", "un mese fa", "un anno prima", "il dato precedente era", "la cifra precedente era di",
    ),
    leads_on={"su": ("informazion", "dati", "prov", "parl",)},
    per=frozenset({"contro", "per"}),
    already=frozenset({"già"}),
    conditionals=frozenset({"se"}),
    irreal=frozenset(
        {"sarebbe", "sarebbero", "avrebbe", "avrebbero", "fossero", "avessero", "servirebbero", "vorrebbero"}
    ),
    persons=frozenset({"lui", "lei"}),
    numbering=frozenset({"art", "artt", "cap", "n", "num", "pag"}),
    abbreviations=frozenset({"dott", "art", "sig", "on", "n", "mons", "card", "avv", "prof"}),
    frequent=frozenset(
        {
            "il", "lo", "la", "gli", "di", "che", "è", "e", "sono", "della", "dei", "del", "per", "con", "nel", "alla",
            "bambini", "i", "secondo", "dal", "ha", "stati", "ai", "le", "dell'", "l'",
        }
    ),
    at_hours=frozenset({"alle", "ore"}),
    lived=frozenset({"vivevano", "viveva", "abitavano", "erano", "stavano"}),
    pairs=frozenset({"paio"}),
    inside=frozenset(
        {"in", "nei", "negli", "nelle", "nel", "nella", "nello", "nell'", "presso", "sul", "sui", "sulla", "sulle"}
    ),
    starts=frozenset({"dal"}),
    ago=frozenset({"fa"}),
    every=frozenset({"tutti", "tutte"}),
    fewer=frozenset({"meno"}),
    formers=frozenset({"più dei", "più delle", "contro i", "rispetto a", "rispetto ai", "contro"}),
    addresses=frozenset({"davanti a"}),
    times={
        "day 0": "oggi, stasera, stamattina, stanotte",
        "day -1": "ieri, il giorno prima, alla vigilia",
        "day -2": "l'altro ieri, due giorni fa, due giorni prima",
        "hours": "24 ore, ventiquattro ore, un solo giorno",
        "week 0": (
            "questa settimana, la settimana scorsa, settimana scorsa, scorsa settimana, nel fine settimana, "
            "ultimi giorni, nei giorni scorsi, una settimana fa"
        ),
        "month 0": "questo mese",
        "start 0": "inizio dell'anno, inizio anno, inizio d'anno",
        "days 30": "ultimo mese",
        "days 365": "ultimo anno",
        "month -1": "il mese scorso, mese scorso, scorso mese",
        "year 0": "quest'anno, anno in corso",
        "year -1": "l'anno scorso, anno scorso, lo scorso anno, scorso anno",
        "weekday 0": "lunedì",
        "weekday 1": "martedì",
        "weekday 2": "mercoledì",
        "weekday 3": "giovedì",
        "weekday 4": "venerdì",
        "weekday 5": "sabato",
        "weekday 6": "domenica",
        "season 1": "in primavera, nella primavera, la scorsa primavera",
        "season 2": (
            "in estate, nell'estate, la scorsa estate, l'estate scorsa, quest'estate, d'estate, mesi estivi, "
            "stagione estiva"
        ),
        "season 3": "in autunno, nell'autunno, lo scorso autunno, quest'autunno",
        "season 4": "in inverno, nell'inverno, lo scorso inverno",
        "quarter 1": "primo trimestre",
        "quarter 2": "secondo trimestre",
        "quarter 3": "terzo trimestre",
        "quarter 4": "quarto trimestre, ultimo trimestre",
        "semester 1": "primo semestre",
        "half 1": "prima metà",
        "semester 2": "secondo semestre",
        "half 2": "seconda metà",
        "span 1": "giorni, giorno",
        "span 7": "settimane, settimana",
        "span 30": "mesi, mese",
        "span 365": "anni, anno",
    },
    stages=frozenset({"inizio", "fine", "metà", "primi", "inizi"}),
    during=frozenset({"durante", "anno", "nell'anno"}),
    so_far=frozenset({"già", "finora"}),
    firsts=frozenset({"primi"}),
    lately=frozenset({"scorso", "scorsa", "ultimi", "ultime", "ultimo", "ultima", "scorsi", "scorse"}),
    sinces=frozenset({"dal", "dall'", "dallo", "dalla", "da"}),
    untils=frozenset({"data del", "entro", "prima", "fino", "sino", "dopo", "prossimo", "prossima"}),
    ahead=frozenset({"prossimo", "prossima"}),
    unto=frozenset({"a", "al", "e", "fino"}),
    letters="òì",
    telling=Telling(
        another=r"altr[iae] | ulteriori",
        of_them=r"di (?:cui|loro|questi|essi) | dei quali | tra (?:loro|cui) | compres[ie] | inclus[ie]",
        ago=r"(?:\w+ )?(?:giorni|settiman[ae]|mes[ei]|ann[oi]) fa | in precedenza | precedentemente",
        known=r"(?:gli|i) (?:\w+ )(?:bambini|minori|ragazzi)(?: ucraini)?,? (?:che|i quali)\b",
        looks_back=r"""
            (?:scorso|quell['’])\s*{m} | {m} (?:scorso|passato|dell['’]anno (?:scorso|passato|precedente))
          | (?:anno scorso|scorso anno),? a {m}
        """,
        since=r"dal | dall['’] | dallo",
        bundles=r"decin[ae] | dozzin[ae]",
        bands=r"grupp | mission | convo",
        labels=r"correzione | corretto | rettifica",
        corrects=r"corregge | corretto | correzione",
        notices=r"""
            (?:versione precedente|precedente versione) d(?:i questo|ell['’]articolo|el testo)
          | in una (?:versione precedente|precedente versione)
          | (?:questo|l['’])\s?(?:articolo|testo)\b[^.\n]{0,40}\b(?:corretto|rettificato)
          | (?:questa|la) notizia è stata (?:corretta|rettificata) | per errore (?:abbiamo|avevamo)
        """,
        own_article=r"nostr[oa] (?:precedente|prim[oa]) (?:articolo|lancio|notizia|testo|pezzo)",
        erred=r"per errore | errat[oa] | sbagliat[oa] | (?:numero|cifra) (?:corrett|esatt|giust)[oa]",
        numbers=r"numer[oi] | cifr[ae] | quant[ie] | totale",
        before=r"precedente(?:mente)? | inizial(?:e|mente) | per errore | errat[oa] | sbagliat[oa] | invece di",
        in_truth=r"ma | in realtà | sono | erano | corrett[oa] | giust[oa] | bensì",
    ),
)  # fmt: skip
