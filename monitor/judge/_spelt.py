"""The numbers that words name, in digits or spelt out, and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from monitor import languages

__all__ = ["Spelt", "spelt"]

_NEAR = 2
_YEARS = 2014, 2100


class Spelt(NamedTuple):
    """A number of a text: from where to where it stands, and its value."""

    start: int
    end: int
    value: float


def spelt(words: str, language: str, *, ones: bool = False) -> Iterator[Spelt]:
    """The numbers of some words, in their order; ordinals, ages, articles, dates and clocks are none.

    "Correction, Jan. 8: seven children, not 9" has 7 and 9. With `ones`, "one child" and "a child" have 1.
    Reading numbers is loaded here because few articles need it, and commands that only list need none of it.
    """
    from monitor.extract.text.numbers import find
    from monitor.extract.text.shadow import shadow
    from monitor.extract.text.tokens import tokenize

    code = language[:2].lower()
    tongue, tokens = languages.load(code if code in languages.codes() else "en"), tokenize(shadow(words))
    dated, forms = -_NEAR, {"digits", "words", *(["article"] if ones else [])}
    for span in find(tokens, tongue):
        before, behind = tokens.words[max(span.i - _NEAR, 0) : span.i], tokens.words[span.j : span.j + _NEAR]
        day = {*before[-1 - (before[-1:] == ["."]) :], *behind[: 1 + (behind[:1] == ["."] or behind[:1] == ["de"])]}
        if not tongue.months.keys().isdisjoint(day):
            dated = span.j
        elif span.form in forms and not (_is_year(span.value) and span.i - dated <= 2 * _NEAR):
            yield Spelt(span.start, span.end, span.value)


def _is_year(value: float) -> bool:
    return _YEARS[0] <= value <= _YEARS[1]
