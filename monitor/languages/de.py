"""German: numbers below a thousand, whole thousands and years of the returns are written as one word."""

from __future__ import annotations

from monitor.languages import Language

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


LANGUAGE = Language(
    code="de",
    words={
        **_numerals(),
        **dict.fromkeys(("ein", "eine", "einer", "einem", "einen", "eines"), 1.0),
        **dict.fromkeys(("beide", "beiden", "zweier", "zweien", "paar"), 2.0),
        **{w: float(n) for n, w in enumerate(("dreien", "vieren", "fünfen", "sechsen", "sieben", "achten"), 3)},
        "dreier": 3.0,
        "trio": 3.0,
        **dict.fromkeys(("halbes", "halbe", "halben"), 0.5),
        "anderthalb": 1.5,
        "eineinhalb": 1.5,
        "zweieinhalb": 2.5,
        "dreieinhalb": 3.5,
    },
    scales={
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
        "approx": "rund, etwa, ungefähr, circa, ca, ca., zirka, fast, beinahe, nahezu, knapp, an die, in etwa, "
        "schätzungsweise, um die, annähernd, ~, bei etwa, ein gutes, ein knappes",
        "at_least": "mindestens, wenigstens, zumindest, nicht weniger als, nicht unter, minimal",
        "more_than": "mehr als, über, gut, mehr denn, weit über, oberhalb von, übersteigt, übertrifft, jenseits von",
        "at_most": "bis zu, höchstens, maximal, allenfalls, nicht mehr als",
        "fewer_than": "weniger als, unter, keine, unterhalb von",
    },
    qualifiers_after={
        "more_than": "+, und mehr, plus",
        "at_least": "oder mehr, mindestens",
        "approx": "in etwa, ungefähr",
        "at_most": "höchstens, maximal",
    },
    connectors=frozenset({"und"}),
    halves=("einhalb",),
    articles=frozenset({"ein", "eine", "einem", "einer", "einen"}),
    ordinals=frozenset({"te", "ter", "ten", "tes", "ste", "sten", "ster", "stes"}),
    months={m: n for n, m in enumerate(_MONTHS, 1)},
    range_between=frozenset({"zwischen", "von"}),
    range_to=frozenset({"und", "bis"}),
    conjunctions=frozenset(
        {"und", "aber", "während", "doch", "dass", "davon", "als", "wobei", "denn", "sondern", "darunter", "wovon"}
    ),
    denials=frozenset({"nicht"}),
    of=frozenset({"von"}),
    links=frozenset({"und"}),
    percents=("prozent",),
    out_of=frozenset({"von", "von je", "aus"}),
    fractions={
        **{f"{every} {nth}{end}": share for every, end in (("jedes", ""), ("jede", ""), ("jeder", ""), ("jeder", "n"),
           ("jedem", "n"), ("jeden", "n")) for nth, share in (("zweite", 50.0), ("dritte", 33.3), ("vierte", 25.0),
           ("fünfte", 20.0), ("sechste", 16.7), ("siebte", 14.3), ("achte", 12.5), ("zehnte", 10.0))},
        "die hälfte": 50.0,
        "ein drittel": 33.3,
        "zwei drittel": 66.7,
        "ein viertel": 25.0,
        "drei viertel": 75.0,
        "ein fünftel": 20.0,
        "vier fünftel": 80.0,
        "ein zehntel": 10.0,
    },
    before_years=frozenset({"zu", "bei", "mit", "in", "seit", "im", "bis", "anno", "ende", "anfang", "an"}),
    wholes=("von", "von den", "von insgesamt", "der", "unter den", "von mehr als", "von rund"),
    definites=frozenset({"die", "diese", "der", "den"}),
    within=frozenset({"jahr", "in"}),
    towards=frozenset({"nach", "auf", "in", "ins"}),
    nouns_capital=True,
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
    bare_splits=True,
    letters="äöüß",
)  # fmt: skip
