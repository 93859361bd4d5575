"""The words of a language by which the judge compares figures (`languages.Telling`), as patterns."""

from __future__ import annotations

import re
from functools import cache

from monitor import languages

__all__ = ["listed", "words"]

_NONE = "(?!)"


def words(kind: str, language: str = "", *, whole: bool = True) -> re.Pattern[str]:
    """The words of a kind ("another") in a language ("en", "en-GB"); of all languages where it is unknown.

    Where they are not `whole`, a word may go on behind them.
    """
    return _pattern(kind, _known(language), whole)


def listed(kind: str, language: str = "") -> str:
    """The same as alternatives of a regular expression, to stand in a larger one."""
    code = _known(language)
    tongues = [languages.load(one).telling for one in ([code] if code else languages.codes())]
    return "|".join(languages.alternatives(told) for one in tongues if (told := getattr(one, kind))) or _NONE


def _known(language: str) -> str:
    """The code of a language that there is a file of, else none: texts name any."""
    code = language[:2].lower()
    return code if code in languages.codes() else ""


@cache
def _pattern(kind: str, code: str, whole: bool) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{listed(kind, code)})" + r"\b" * whole, re.IGNORECASE)
