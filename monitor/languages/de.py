"""German: numbers below a thousand, whole thousands and years of the returns are written as one word."""

from __future__ import annotations

from monitor.languages import Language, Telling

_UNITS = [
    "null",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn",
]
_TENS = ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"]
_MONTHS = [
    "januar",
    "februar",
    "märz",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "dezember",
]
_BEFORE_DOTTED = (
    "der dem das des zum zur beim am im vom ihr ihre ihrem ihren ihrer sein seine seinem seinen seiner unser"
)
_SHORT_MONTHS = {
    "jan": 1,
    "feb": 2,
    "apr": 4,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "sept": 9,
    "okt": 10,
    "nov": 11,
    "dez": 12,
}
"""Months as datelines shorten them, but for those that are words of their own."""


def _below_hundred(n: int) -> str:
    if n < 20:
        return _UNITS[n]
    ten, unit = _TENS[n // 10 - 2], n % 10
    return f"{'ein' if unit == 1 else _UNITS[unit]}und{ten}" if unit else ten


def _head(n: int) -> str:
    """The first part of a compound: ein-, zwei-, zweiundzwanzig-, zweihundert-."""
    return "ein" if n == 1 else _below_thousand(n)


def _below_thousand(n: int) -> str:
    hundreds, rest = divmod(n, 100)
    return (f"{_head(hundreds)}hundert" if hundreds else "") + (_below_hundred(rest) if rest or not hundreds else "")


def _numerals() -> dict[str, float]:
    """Every spelling of 0..999, of whole thousands and hundreds above, and of 1,001..2,999."""
    values: dict[str, float] = {}
    for n in range(1000):
        values[_below_thousand(n)] = float(n)
    for n in range(1, 1000):
        values[f"{_head(n)}tausend"] = 1000.0 * n
    for n in range(1, 41):
        for rest in range(1, 1000) if n <= 2 else range(100, 1000, 100):
            values[f"{_head(n)}tausend{_below_thousand(rest)}"] = 1000.0 * n + rest
    short = {w.removeprefix("ein"): v for w, v in values.items() if w.startswith(("einhundert", "eintausend"))}
    spelled = {w.replace("ß", "ss"): v for w, v in values.items() if "ß" in w}
    return {**values, **short, **spelled}


def _ordinals() -> dict[str, float]:
    """Every form of 100th to 900th and of 1,000th to 12,000th, by whole hundreds and thousands."""
    sizes = {f"{_head(n)}hundert": 100.0 * n for n in range(1, 10)} | {"hundert": 100.0, "tausend": 1000.0}
    sizes |= {f"{_head(n)}tausend": 1000.0 * n for n in range(1, 13)}
    return {f"{word}ste{end}": n for word, n in sizes.items() for end in ("", "n", "r", "s")}


LANGUAGE = Language(
    code="de",
    words={
        **_numerals(),
        **dict.fromkeys(("ein", "eine", "einer", "einem", "einen", "eines"), 1.0),
        **dict.fromkeys(("beide", "beiden", "zweier", "zweien", "paar"), 2.0),
        **{w: float(n) for n, w in enumerate(("dreien", "vieren", "fünfen", "sechsen", "sieben", "achten"), 3)},
        "dreier": 3.0,
        "trio": 3.0,
        "duo": 2.0,
        "quartett": 4.0,
        "anderthalbtausend": 1500.0,
        "eineinhalbtausend": 1500.0,
        "zweieinhalbtausend": 2500.0,
        "anderthalbhundert": 150.0,
        "fünfzehnhundert": 1500.0,
        "sechzehnhundert": 1600.0,
        "siebzehnhundert": 1700.0,
        "achtzehnhundert": 1800.0,
        "neunzehnhundert": 1900.0,
        **dict.fromkeys(("halbes", "halbe", "halben"), 0.5),
        "anderthalb": 1.5,
        "eineinhalb": 1.5,
        "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
    },
    scales={
        "k": 1000,
        "dutzend": 12,
        "dutzende": 12,
        "hundert": 100,
        "hunderte": 100,
        "hunderten": 100,
        "tausend": 1000,
        "tausende": 1000,
        "tausenden": 1000,
        "tsd": 1000,
        "million": 1_000_000,
        "millionen": 1_000_000,
        "mio": 1_000_000,
    },
    qualifiers={
        "approx": "gut und gern, gut und gerne, "
        "rund, etwa, ungefähr, circa, ca, ca., zirka, fast, beinahe, nahezu, knapp, an die, in etwa, "
        "schätzungsweise, um die, annähernd, ~, bei etwa, ein gutes, ein knappes, knapp ein, fast ein, "
        "rund ein, beinahe ein, nahezu ein, etwa ein, gut ein, kaum weniger als, bei rund, bei knapp, auf "
        "rund, auf etwa, mit rund, in der größenordnung von, um und bei, so um die, grob, "
        "geschätzte, geschätzten, an etwa, mehr oder weniger, schätzungsweise rund, auf knapp, auf fast, "
        "auf nahezu, nahe an, nicht ganz, fast schon, praktisch, rund die, etwa die, knapp die, fast die, "
        "fast jedes, rund jedes, etwa jedes",
        "at_least": "mindestens, wenigstens, zumindest, nicht weniger als, nicht unter, minimal, zum mindesten, "
        "mindestens ein, wenigstens ein, mindestens die, auf mindestens, mindestens jedes, ein minimum "
        "von, ab, nicht minder als",
        "more_than": "mehr als, über, gut, mehr denn, weit über, oberhalb von, übersteigt, übertrifft, jenseits von, "
        "mehr als die, mehr als ein, über die, weit mehr als, deutlich mehr als, deutlich über, etwas mehr"
        " als, etwas über, gut die, reichlich, weit über die, auf über, auf mehr als, von über, von mehr "
        "als, überstieg, übersteigen, überschritt, überschreitet, überschreiten, überschritten, mehr als "
        "jedes, knapp über, die marke von",
        "at_most": "bis zu, höchstens, maximal, allenfalls, nicht mehr als, bestenfalls, nicht über, auf bis zu, ein "
        "maximum von, längstens",
        "fewer_than": "weniger als, unter, keine, unterhalb von, keine vollen, nicht einmal, nicht mal, noch nicht "
        "einmal, noch keine, weniger als ein, weniger als die, weniger als jedes, deutlich weniger als, "
        "weit weniger als, etwas weniger als, knapp unter, etwas unter, unter der marke von, nicht ganz "
        "jedes, kaum",
    },
    qualifiers_after={
        "more_than": "+, und mehr, plus, und ein paar, und einige, aufwärts",
        "at_least": "oder mehr, mindestens, wenigstens, mindestens aber",
        "approx": "in etwa, ungefähr, circa, mehr oder weniger, oder so",
        "at_most": "höchstens, maximal, oder weniger",
    },
    connectors=frozenset({"und"}),
    halves=("einhalb",),
    openers=frozenset(
        {"der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "einen", "er", "sie"}
        | {"es", "wir", "ich", "man", "ihr", "ihre", "ihren", "unter", "sein", "seine", "alle", "diese"}
        | {"dieser", "dieses", "davon", "darunter", "dabei", "dazu", "damit", "danach", "zuvor", "später"}
        | {"heute", "gestern", "inzwischen", "insgesamt", "weitere", "auch", "noch", "nur", "doch", "aber"}
        | {"und", "oder", "denn", "so", "wie", "was", "wer", "wo", "wann", "warum", "als", "am", "an", "auf"}
        | {"aus", "bei", "beim", "bis", "durch", "für", "im", "in", "ins", "laut", "mit", "nach", "ohne"}
        | {"seit", "trotz", "über", "um", "vom", "von", "vor", "wegen", "während", "weil", "wenn", "zu"}
        | {"zum", "zur", "nicht", "kein", "keine", "mehr", "weniger", "bisher", "bislang", "viele", "manche"}
        | {"einige", "jetzt", "dort"}
    ),
    articles=frozenset({"ein", "eine", "einem", "einer", "einen"}),
    before_dotted=frozenset(_BEFORE_DOTTED.split()),
    ordinals=frozenset({"te", "ter", "ten", "tes", "ste", "sten", "ster", "stes"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)} | _SHORT_MONTHS,
    range_between=frozenset({"zwischen", "von"}),
    range_to=frozenset({"und", "bis"}),
    singles=frozenset({"schwester", "bruder", "cousin", "cousine"}),
    range_bare=frozenset({"bis", "oder"}),
    range_even=frozenset({"oder sogar", "oder gar", "oder vielleicht"}),
    no=frozenset({"nein", "noch nicht"}),
    conjunctions=frozenset(
        {"und", "aber", "während", "doch", "dass", "davon", "als", "wobei", "denn", "sondern", "darunter", "wovon"}
    ),
    denials=frozenset({"nicht", "weder", "statt", "anstatt", "anstelle von", "gibt keine", "gab keine", "gebe keine"}),
    of=frozenset({"von"}),
    origins=frozenset({"aus", "vom"}),
    pronouns=frozenset({"er", "sie", "ihm"}),
    relatives=frozenset({"die", "der", "das", "den", "denen", "deren", "welche"}),
    amounts=frozenset({":", "auf", "sind", "waren"}),
    vague=frozenset({"tausende", "tausenden", "hunderte", "hunderten", "dutzende", "mehrere", "einige"}),
    moves=("stieg", "steig", "wuchs", "kletter", "erhöh", "gestiegen", "nahm", "zugenommen"),
    steps=frozenset({"um"}),
    further=frozenset({"mehr"}),
    links=frozenset({"und"}),
    glued=frozenset({"k"}),
    percents=("prozent",),
    out_of=frozenset({"von", "von je", "aus"}),
    fractions={
        **{f"{every} {nth}{end}": share for every, end in (("jedes", ""), ("jede", ""), ("jeder", ""), ("jeder", "n"),
           ("jedem", "n"), ("jeden", "n")) for nth, share in (("zweite", 50.0), ("dritte", 33.3), ("vierte", 25.0),
           ("fünfte", 20.0), ("sechste", 16.7), ("siebte", 14.3), ("achte", 12.5), ("neunte", 11.1), ("zehnte", 10.0),
           ("elfte", 9.1), ("zwölfte", 8.3), ("fünfzehnte", 6.7),
           ("zwanzigste", 5.0))},
        "die hälfte": 50.0,
        "der hälfte": 50.0,
        "ein sechstel": 16.7,
        "ein achtel": 12.5,
        "ein zwanzigstel": 5.0,
        "einem drittel": 33.3,
        "einem viertel": 25.0,
        "einem fünftel": 20.0,
        "einem zehntel": 10.0,
        "ein drittel": 33.3,
        "zwei drittel": 66.7,
        "ein viertel": 25.0,
        "drei viertel": 75.0,
        "zwei fünftel": 40.0,
        "drei fünftel": 60.0,
        "zwei fünfteln": 40.0,
        "drei fünfteln": 60.0,
        "vier fünfteln": 80.0,
        "ein fünftel": 20.0,
        "vier fünftel": 80.0,
        "ein zehntel": 10.0,
    },
    ordinal_words=_ordinals(),
    each=frozenset({"von je", "auf je", "von jeden"}),
    before_years=frozenset({"zu", "bei", "mit", "in", "seit", "im", "bis", "anno", "ende", "anfang", "an"}),
    wholes=("von", "von den", "von insgesamt", "der", "unter den", "von mehr als", "von rund"),
    definites=frozenset({"die", "diese", "der", "den"}),
    within=frozenset({"jahr", "in"}),
    opinions=frozenset({"für"}),
    towards=frozenset({"nach", "auf", "in", "ins"}),
    nouns_capital=True,
    verb_second=True,
    being=frozenset({"war", "ist"}),
    pointing=frozenset({"ist", "war"}),
    nowadays=frozenset({"heute", "jetzt", "mittlerweile", "inzwischen"}),
    amounting=(
        "liegt bei",
        "steht bei",
        "steht damit bei",
        "steht nun bei",
        "stand bei",
        "lag bei",
        "beträgt",
        "betrug",
        "beläuft sich auf",
        "sind es",
        "waren es",
        "insgesamt",
        "zahl auf",
        "macht",
    ),
    exceeds=("mehr als",),
    past=(
        "vor einem jahr", "vor einem monat", "ein jahr zuvor", "damals", "zuvor", "bisher war von",
        "zuvor war von", "die bisherige zahl war", "die vorherige zahl war", "zuletzt war von",
    ),
    leads_on={
        "über": (
            "sprech", "sprich", "sprach", "red", "verfüg", "diskutier", "akt", "informat", "daten", "beweis"
        )
    },
    per=frozenset({"gegen", "für"}),
    already=frozenset({"bereits", "schon"}),
    bare_years=True,
    conditionals=frozenset({"wenn", "falls", "kämen", "käme"}),
    irreal=frozenset({"würde", "würden", "wäre", "wären", "hätte", "hätten", "bräuchte", "zurückgäbe", "zurückkämen"}),
    persons=frozenset({"er", "sie"}),
    numbering=frozenset({"abs", "art", "bd", "kap", "nr", "ziff"}),
    abbreviations=frozenset(
        {"ca", "bzw", "dr", "prof", "tsd", "mio", "mrd", "art", "nr", "st", "abs", "u", "z", "b", "d", "h"}
    ),
    frequent=frozenset(
        {
            "der", "die", "das", "und", "ist", "in", "den", "von", "zu", "mit", "sich", "auf", "für", "nicht", "ein",
            "eine", "dem", "nach", "aus", "wurden", "sind", "haben", "kinder", "laut", "bei", "sagte", "waren",
        }
    ),
    at_hours=frozenset({"um"}),
    lived=frozenset({"lebten", "lebte", "wohnten", "waren", "befanden"}),
    inside=frozenset({"in", "im"}),
    starts=frozenset({"seit"}),
    before_ago=frozenset({"vor"}),
    every=frozenset({"alle"}),
    fewer=frozenset({"weniger"}),
    formers=frozenset({"mehr als die", "weniger als die", "gegenüber", "nach zuvor", "statt zuvor"}),
    addresses=frozenset({"vor"}),
    times={
        "day 0": "heute, heute abend, am heutigen",
        "day -1": "gestern, am vortag, tags zuvor, einen tag zuvor",
        "day -2": "vorgestern, zwei tage zuvor",
        "hours": "24 stunden, vierundzwanzig stunden",
        "week 0": (
            "diese woche, dieser woche, vergangene woche, vergangenen woche, letzte woche, letzten woche, "
            "vorige woche, vorigen woche, am wochenende, vergangenen tagen, letzten tagen, vor einer woche"
        ),
        "month 0": "diesen monat, diesem monat",
        "start 0": "jahresbeginn, jahresanfang, beginn des jahres, anfang des jahres, neujahr",
        "month -1": "vergangenen monat, letzten monat, vorigen monat, im vormonat",
        "year 0": "dieses jahr, diesem jahr, dieses jahres, laufenden jahres, laufenden jahr",
        "year -1": (
            "vergangenes jahr, vergangenen jahr, letztes jahr, letzten jahr, voriges jahr, vorigen jahr, vorjahr, "
            "vergangenen jahres, letzten jahres, vorigen jahres"
        ),
        "weekday 0": "montag",
        "weekday 1": "dienstag",
        "weekday 2": "mittwoch",
        "weekday 3": "donnerstag",
        "weekday 4": "freitag",
        "weekday 5": "samstag, sonnabend",
        "weekday 6": "sonntag",
        "season 1": "im frühjahr, im frühling",
        "season 2": "im sommer, den sommermonaten, der sommersaison, vergangenen sommer, letzten sommer, diesen sommer",
        "season 3": "im herbst, vergangenen herbst, letzten herbst",
        "season 4": "im winter, vergangenen winter, letzten winter",
        "quarter 1": "ersten quartal, erstes quartal",
        "quarter 2": "zweiten quartal",
        "quarter 3": "dritten quartal",
        "quarter 4": "vierten quartal",
        "semester 1": "ersten halbjahr, erstes halbjahr, ersten jahreshälfte",
        "half 1": "ersten hälfte",
        "semester 2": "zweiten halbjahr, zweites halbjahr, zweiten jahreshälfte",
        "half 2": "zweiten hälfte",
        "span 1": "tagen, tage, tag",
        "span 7": "wochen, woche",
        "span 30": "monaten, monate, monat",
        "span 365": "jahren, jahres, jahre, jahr",
    },
    stages=frozenset({"anfang", "mitte", "ende", "beginn"}),
    during=frozenset({"jahr", "jahre", "während"}),
    capital_days=True,
    so_far=frozenset({"bislang", "bisher", "bereits", "schon"}),
    firsts=frozenset({"ersten"}),
    lately=frozenset(
        {"letzte", "vergangene", "vorige", "vergangener", "letzter"}
        | {"vergangenen", "vergangenem", "letztem", "letzten", "vorigen", "zurückliegenden"}
    ),
    sinces=frozenset({"seit", "ab"}),
    untils=frozenset({"stand", "bis", "vor", "nach", "nächsten", "kommenden"}),
    ahead=frozenset({"nächsten", "nächste", "nächster", "kommenden", "kommende"}),
    unto=frozenset({"bis", "und"}),
    letters="äöüß",
    telling=Telling(
        another=r"weitere[nrs]? | zusätzliche[nr]?",
        of_them=r"davon | von (?:ihnen|diesen|denen) | darunter | einschließlich | inklusive | umfass(?:t|en)",
        ago=r"vor \w+ (?:tagen|wochen?|monat(?:en)?|jahr(?:en)?) | zuvor | früher",
        known=r"die (?:\w+ ){1,2}(?:kinder|minderjährigen|jugendlichen), die\b",
        looks_back=r"""
            (?:vergangene[nrm]|letzte[nrm]|vorige[nrm]|jenem) {m}
          | {m} (?:des )?(?:vergangenen|letzten|vorigen) jahres
        """,
        since=r"seit(?: dem)?",
        bundles=r"dutzend\w*",
        bands=r"grupp | mission | konvo | übergab",
        labels=r"korrektur | korrigiert | berichtigung | berichtigt | richtigstellung",
        corrects=r"korrigiert | berichtigt | korrektur | berichtigung",
        notices=r"""
            in (?:einer|der) (?:früheren|vorherigen|ursprünglichen|ersten)
              (?:fassung|version)(?! d(?:es|er) (?!artikels|textes|meldung))
          | (?:frühere|vorherige|ursprüngliche|erste) (?:fassung|version) (?:dies)?(?:es|des) (?:artikels|textes)
          | (?:diese[rs]?|d(?:er|ie)) (?:artikel|text|beitrag|meldung|nachricht)
              wurde\b[^.\n]{0,40}\b(?:korrigiert|berichtigt)
          | wir haben (?:irrtümlich|fälschlich)\w*
        """,
        own_article=r"unsere?[rmn]? (?:früher|vorherig|ursprünglich|erst)\w+ (?:meldung|bericht|artikel|text|fassung)",
        erred=r"irrtümlich\w* | fälschlich\w* | falsch\w* | (?:richtige|korrekte) zahl",
        numbers=r"zahl(?:en)? | anzahl | wie viele | gesamtzahl",
        before=r"""
            früher\w* | vorherig\w* | ursprünglich\w* | zunächst | zuvor | irrtümlich\w* | fälschlich\w* | falsch\w*
          | statt
        """,
        in_truth=r"sondern | tatsächlich | richtig\w* | korrekt\w* | es (?:sind|waren) | aber",
    ),
)  # fmt: skip
