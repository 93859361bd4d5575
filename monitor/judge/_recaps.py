"""Months that a sentence looks back to: "last October", "en octubre del año pasado", "торік у жовтні"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from monitor import languages
from monitor.judge._cues import sentence_of
from monitor.judge._words import listed
from monitor.model import Figure, Occasion

__all__ = ["recalled_months"]

_BACK = 2
"""So many times does a month come back to which a sentence may look: "last October" may be a month or a year ago."""

_OF_YEAR = r"{m}\s+(?:del?\s+|of\s+)?(?P<year>20\d\d)"


def recalled_months(figure: Figure, occasion: Occasion) -> Iterator[tuple[date, date]]:
    """First and last days of the months that a figure's sentence looks back to, and of others that it names then.

    "Eight came home last October, seven more in December": these of this year and of the last. What was the largest
    group "since last October" is told of today.
    """
    code, published = occasion.language[:2].lower(), occasion.published
    if code not in languages.codes():
        return
    looks_back, months, since = _patterns(code)
    sentence = sentence_of(figure, occasion.text)
    found = (match for match in looks_back.finditer(sentence) if int(match["year"] or 0) < published.year)
    if all(since.search(sentence, 0, match.start()) for match in found):
        return
    for name in sorted({match[0].lower() for match in months.finditer(sentence)}):
        yield from _spans(languages.load(code).months[name], published)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What looks back to a month, its months but for words that are others too (may), and what is told since one."""
    tongue = languages.load(code)
    names = sorted(tongue.months.keys() - tongue.short_months, key=len, reverse=True)
    sure = "|".join(name for name in names if name not in tongue.unsure)
    looks_back = f"{listed('looks_back', code)}|{_OF_YEAR}".replace("{m}", f"(?:{'|'.join(names)})")
    patterns = rf"\b(?:{looks_back})\b", rf"\b(?:{sure})\b", rf"\b(?:{listed('since', code)})\s*$"
    first, second, third = (re.compile(pattern, re.IGNORECASE) for pattern in patterns)
    return first, second, third


def _spans(month: int, published: date) -> Iterator[tuple[date, date]]:
    """The last times that a month was, up to a day."""
    newest = published.year if month <= published.month else published.year - 1
    for year in range(newest, max(newest - _BACK, 0), -1):
        yield date(year, month, 1), date(year, month, monthrange(year, month)[1])
