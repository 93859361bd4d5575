"""Words that decide between two events of one size, in the story's languages, and where a figure's words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from monitor.judge._numbers import number
from monitor.judge._spelt import Spelt, spelt
from monitor.judge._words import listed, words
from monitor.model import Figure, Occasion

__all__ = [
    "has_additive_cue",
    "is_told_as_part",
    "place",
    "recalls",
    "sentence_of",
    "sentences",
]

_BESIDE = 15
"""So many characters before a number or behind it the words stand that make it a part."""
_LEAD = re.compile(r"\W*(?:\w+\s+){0,2}")
"""Two words at most may stand before what opens a sentence: "the list includes", but not "six children, including"."""
_SENTENCE = 200
"""So many characters may part a number from the beginning of its sentence."""
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def has_additive_cue(figure: Figure, occasion: Occasion, *, headline: bool = True) -> bool:
    """True when its own sentence, or the headline, says "another", "more", "otros", "ще" ... of a figure (E1, E4).

    "One more child is home" says so of one child, and not of the 16 who are home now. Without the `headline` its own
    sentence alone tells: "Yale asks for more money" adds nothing to a number that a notice corrects.
    """
    told = sentence_of(figure, occasion.text) or figure.quote, occasion.headline if headline else ""
    return any(_adds(one, figure, occasion.language) for one in told)


def _adds(sentence: str, figure: Figure, language: str) -> bool:
    """True when an additive cue stands nearer to the figure's number than to any other, or beside none at all."""
    cues = list(words("another", language).finditer(sentence))
    if not cues or (figure.num is None and figure.derived):
        return bool(cues)
    bands = _bands(language)
    told = [one for one in spelt(sentence, language, ones=True) if not bands.match(sentence, one.end)]
    return not told or any(_belongs(cue, figure, told) for cue in cues)


@lru_cache(32)
def _bands(language: str) -> re.Pattern[str]:
    """What stands behind a number that counts groups, and not who is in them."""
    return re.compile(rf"\W*(?:\w+\s+)?(?:{listed('bands', language)})", re.IGNORECASE)


def _belongs(cue: re.Match[str], figure: Figure, told: Sequence[Spelt]) -> bool:
    """True when the figure's number is among those nearest to a cue: "a further 16 children"."""
    apart = [max(one.start - cue.end(), cue.start() - one.end) for one in told]
    return any(one.value in number(figure) for one, gap in zip(told, apart, strict=True) if gap == min(apart))


def recalls(figure: Figure, occasion: Occasion) -> bool:
    """True when the figure's sentence begins with "two months ago", "earlier", "раніше" ..., or with a group that is
    told of as known: "The eight children who were reunited ..."."""
    sentence = sentence_of(figure, occasion.text).lstrip()
    return any(words(cue, occasion.language).match(sentence) for cue in ("ago", "known"))


def is_told_as_part(figure: Figure, whole: Figure, occasion: Occasion) -> bool:
    """True when "of those", "davon", "из них" ... stands right beside the number, or leads to it from the whole, or
    opens the number's sentence: "among them are a director and two officials".

    "8 enfants, dont deux sœurs": behind the noun it makes the next number a part, not this one.
    """
    start, end = place(figure, occasion.text)
    if start == end:
        return False
    cue = words("of_them", occasion.language)
    before = _SENTENCE_END.split(occasion.text[max(start - _BESIDE, 0) : start])[-1]
    opening = _SENTENCE_END.split(f". {occasion.text}"[max(start - _SENTENCE, 0) : start + 2])
    first = cue.search(opening[-1]) if len(opening) > 1 else None
    opens = first is not None and _LEAD.fullmatch(opening[-1], 0, first.start())
    between = occasion.text[place(whole, occasion.text)[1] : start] if _precedes(whole, start, occasion.text) else ""
    behind = occasion.text[end : end + _BESIDE].lstrip()
    return bool(cue.search(before) or cue.search(between) or cue.match(behind) or opens)


def _precedes(figure: Figure, place_behind: int, text: str) -> bool:
    """True when a figure's number stands before a place, in the same sentence."""
    end = place(figure, text)[1]
    return 0 <= end <= place_behind and not _SENTENCE_END.search(text, end, place_behind)


def place(figure: Figure, text: str) -> tuple[int, int]:
    """Where the number of a figure stands in a text, else its quote; (-1, -1) when neither is in it."""
    if figure.num and figure.num_start is not None and text.startswith(figure.num, figure.num_start):
        return figure.num_start, figure.num_start + len(figure.num)
    start = text.find(figure.quote, max(figure.start - 1, 0)) if figure.quote else -1
    return (start, start + len(figure.quote)) if start >= 0 else (-1, -1)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a stretch of text."""
    for stop in _SENTENCE_END.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    if start < end:
        yield start, end


def sentence_of(figure: Figure, text: str) -> str:
    """The sentence of `text` around a figure's quote; the whole text when the quote is not in it."""
    start = text.find(figure.quote, max(figure.start - 1, 0)) if figure.quote else -1
    if start < 0:
        return text
    begins = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    end = _SENTENCE_END.search(text, start + len(figure.quote) - 1)
    return text[begins[-1] if begins else 0 : end.start() if end else len(text)]
