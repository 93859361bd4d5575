"""English."""

from __future__ import annotations

from monitor.languages import Language

_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

LANGUAGE = Language(
    code="en",
    words={
        **{w: float(n) for n, w in enumerate(_UNITS)},
        **{w: 10.0 * n for n, w in enumerate(_TENS, 2)},
        "half": 0.5,
        "pair": 2.0,
        "couple": 2.0,
        "trio": 3.0,
    },
    scales={
        "dozen": 12,
        "score": 20,
        "hundred": 100,
        "thousand": 1000,
        "k": 1000,
        "million": 1_000_000,
        "m": 1_000_000,
        "mn": 1_000_000,
        "billion": 10**9,
        "bn": 10**9,
    },
    qualifiers={
        "approx": "nearly, almost, about, around, some, roughly, approximately, close to, closer to, an estimated, "
        "estimated, circa, ~, in the region of, in the order of, perhaps, just under, just short of, or so",
        "at_least": "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum",
        "more_than": "more than, over, upward of, upwards of, in excess of, above, north of, well over, just over, >",
        "at_most": "up to, as many as, at most, no more than, a maximum of, not more than",
        "fewer_than": "fewer than, less than, under, below, <",
    },
    qualifiers_after={
        "more_than": "+, - plus, plus",
        "at_least": "or more, and more, at least, at a minimum",
        "approx": "or so, approximately",
        "at_most": "at most, or fewer",
    },
    connectors=frozenset({"and"}),
    halves=("and a half",),
    articles=frozenset({"a", "an", "one"}),
    ordinals=frozenset({"st", "nd", "rd", "th"}),
    months={
        m: n
        for n, names in enumerate(
            (
                "january jan",
                "february feb",
                "march",
                "april apr",
                "may",
                "june jun",
                "july jul",
                "august aug",
                "september sept sep",
                "october oct",
                "november nov",
                "december dec",
            ),
            1,
        )
        for m in names.split()
    },
    range_between=frozenset({"between", "from"}),
    range_to=frozenset({"to", "and", "-"}),
    conjunctions=frozenset(
        {
            "and",
            "while",
            "but",
            "although",
            "though",
            "whereas",
            "because",
            "when",
            "which",
            "who",
            "that",
            "with",
            "against",
            "versus",
            "out",
            "after",
            "before",
        }
    ),
    negations=frozenset({"not", "no", "never"}),
    abbreviations=frozenset(
        {
            "mr",
            "mrs",
            "ms",
            "dr",
            "st",
            "u.s",
            "no",
            "vs",
            "gen",
            "sen",
            "rep",
            "gov",
            "u.n",
            "jan",
            "feb",
            "aug",
            "sept",
            "oct",
            "nov",
            "dec",
        }
    ),
    frequent=frozenset(
        {
            "the",
            "of",
            "and",
            "to",
            "in",
            "have",
            "has",
            "were",
            "was",
            "is",
            "with",
            "for",
            "from",
            "by",
            "said",
            "been",
            "on",
            "at",
        }
    ),
    letters="",
)
