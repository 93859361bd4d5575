"""Months that a sentence looks back to: "last October", "en octubre del año pasado", "торік у жовтні"."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from functools import cache

from monitor import languages
from monitor.judge._cues import sentence_of
from monitor.model import Figure, Occasion

__all__ = ["recalled_months"]

_BACK = 2
"""So many times does a month come back to which a sentence may look: "last October" may be a month or a year ago."""

_LOOKS_BACK = {
    "en": r"(?:last|past|previous|that)\s+{m}|{m},?\s+(?:of\s+)?(?:last|the\s+previous)\s+year"
    r"|last\s+year,?\s+in\s+{m}",
    "es": r"(?:pasado|aquel)\s+(?:mes\s+de\s+)?{m}|{m}\s+(?:pasado|último|del\s+(?:año\s+(?:pasado|anterior)))"
    r"|{m}\s+del\s+pasado\s+año|año\s+pasado,?\s+en\s+{m}",
    "fr": r"{m}\s+(?:dernier|précédent|de\s+l['’]an(?:née)?\s+(?:dernière?|passée?|précédente?))"
    r"|(?:an\s+dernier|année\s+dernière),?\s+en\s+{m}",
    "de": r"(?:vergangene[nrm]|letzte[nrm]|vorige[nrm]|jenem)\s+{m}"
    r"|{m}\s+(?:des\s+)?(?:vergangenen|letzten|vorigen)\s+jahres",
    "it": r"(?:scorso|quell['’])\s*{m}|{m}\s+(?:scorso|passato|dell['’]anno\s+(?:scorso|passato|precedente))"
    r"|(?:anno\s+scorso|scorso\s+anno),?\s+a\s+{m}",
    "pt": r"(?:passado|naquele)\s+(?:mês\s+de\s+)?{m}|{m}\s+(?:passado|último|do\s+ano\s+(?:passado|anterior))"
    r"|ano\s+passado,?\s+em\s+{m}",
    "pl": r"(?:zeszłym|ubiegłym|minionym|tamtym)\s+{m}|{m}\s+(?:zeszłego|ubiegłego|minionego)\s+roku"
    r"|(?:zeszłym|ubiegłym)\s+roku,?\s+w\s+{m}",
    "uk": r"(?:минул|торішн)\w*\s+{m}|того\s+{m}|{m}\s+(?:минулого|торішнього)\s+року|торік,?\s+[ву]\s+{m}|{m}\s+торік",
    "ru": r"(?:прошл|минувш)\w*\s+{m}|того\s+{m}|{m}\s+(?:прошлого|минувшего)\s+года|в\s+прошлом\s+году,?\s+в\s+{m}",
}
_OF_YEAR = r"{m}\s+(?:del?\s+|of\s+)?(?P<year>20\d\d)"
_SINCE = re.compile(
    r"(?:since|until|desde|depuis|seit(?:\s+dem)?|dal|dall['’]|dallo|od|від|з|із|со?)\s*$", re.IGNORECASE
)


def recalled_months(figure: Figure, occasion: Occasion) -> Iterator[tuple[date, date]]:
    """First and last days of the months that a figure's sentence looks back to, and of others that it names then.

    "Eight came home last October, seven more in December": these of this year and of the last. What was the largest
    group "since last October" is told of today.
    """
    code, published = occasion.language[:2].lower(), occasion.published
    if code not in _LOOKS_BACK:
        return
    looks_back, months = _patterns(code)
    sentence = sentence_of(figure, occasion.text)
    found = (match for match in looks_back.finditer(sentence) if int(match["year"] or 0) < published.year)
    if all(_SINCE.search(sentence, 0, match.start()) for match in found):
        return
    for name in sorted({match[0].lower() for match in months.finditer(sentence)}):
        yield from _spans(languages.load(code).months[name], published)


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What looks back to a month in a language, and its months but for words that are others too (may)."""
    tongue = languages.load(code)
    names = sorted(tongue.months.keys() - tongue.short_months, key=len, reverse=True)
    sure = "|".join(name for name in names if name not in tongue.unsure)
    looks_back = f"{_LOOKS_BACK[code]}|{_OF_YEAR}".replace("{m}", f"(?:{'|'.join(names)})")
    return re.compile(rf"\b(?:{looks_back})\b", re.IGNORECASE), re.compile(rf"\b(?:{sure})\b", re.IGNORECASE)


def _spans(month: int, published: date) -> Iterator[tuple[date, date]]:
    """The last times that a month was, up to a day."""
    newest = published.year if month <= published.month else published.year - 1
    for year in range(newest, max(newest - _BACK, 0), -1):
        yield date(year, month, 1), date(year, month, monthrange(year, month)[1])
