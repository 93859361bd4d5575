"""Language of a text by its letters and frequent words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from monitor.languages import Language

__all__ = ["guess"]

_WORD = re.compile(r"[^\W\d_]+")
_LOOK = 4000


def guess(shadow: str, languages: Iterable[Language]) -> str:
    """Code of the likeliest language; the first one when nothing speaks for any."""
    head = shadow[:_LOOK]
    words = _WORD.findall(head)
    letters = set(head)

    def score(language: Language) -> float:
        own = sum(head.count(c) for c in language.letters if c in letters)
        return sum(w in language.frequent for w in words) + 2 * own

    return max(languages, key=score).code
