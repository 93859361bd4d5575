"""Shadow text -> tokens, sentences, clauses."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from monitor.languages import Language

__all__ = ["Token", "clause_ids", "sentence_ids", "tokenize"]

_LONGEST = 200
_STOPS = frozenset("\n!?….")
_OPENERS = frozenset(',;:–()"')
_TOKEN = re.compile(
    r"(?P<n>(?<![\d])\d{1,3}([ .,'])\d{3}(?:\2\d{3}){0,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,18}(?:[.,]\d{1,4}(?![\d]))?)"
    r"|(?P<w>(?:[dlqnscjmt]|qu|un|jusqu|lorsqu|puisqu|quelqu|(?:de|ne|da|su|a|quel|quest|tutt)ll?|quest|sant)'"
    r"(?=[aeiouyhàâäéèêëîïôöûùœæ\d]|$)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<p>\n|[^\w\s]|_)"
)


class Token(NamedTuple):
    """One word (w), digit run (n) or mark (p) of the shadow, with its offsets. A tuple: a text makes hundreds."""

    text: str
    start: int
    end: int
    kind: Literal["w", "n", "p"]


def tokenize(shadow: str) -> list[Token]:
    """All tokens of the shadow, in order."""
    make = Token._make
    return [make((m[0], *m.span(), m.lastgroup)) for m in _TOKEN.finditer(shadow)]


def _ends(tokens: list[Token], i: int, language: Language) -> bool:
    """Does the mark of `_STOPS` at `i` end a sentence?"""
    token = tokens[i]
    if token.text != ".":
        return True
    before = tokens[i - 1] if i else None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if after is not None and after.start == token.end and after.kind != "p":
        return False
    if before is not None and before.kind == "n" and len(before.text) <= 2 and language.nouns_capital:
        return after is None or after.kind != "w"
    return before is None or not _short(before, language)


def _short(token: Token, language: Language) -> bool:
    """Is the word before a stop an abbreviation or an initial? X is where people write."""
    one = len(token.text) == 1 and token.text != "x"
    return token.kind == "w" and (token.text in language.abbreviations or one)


def sentence_ids(tokens: list[Token], language: Language) -> list[int]:
    """The sentence number of each token; the closing mark belongs to the sentence it closes.

    A run of more than `_LONGEST` tokens without an end is cut, so that work stays linear in the text.
    """
    ids: list[int] = []
    current = first = 0
    for i, token in enumerate(tokens):
        ids.append(current)
        if (token.text in _STOPS and _ends(tokens, i, language)) or i - first >= _LONGEST:
            current, first = current + 1, i + 1
    return ids


def clause_ids(tokens: list[Token], sentences: list[int], language: Language) -> list[int]:
    """The clause number of each token: commas, dashes, brackets and conjunctions open a clause."""
    ids: list[int] = []
    current, last, opened = 0, 0, True
    conjunctions = language.conjunctions
    for token, sentence in zip(tokens, sentences, strict=True):
        word = token.text
        if not opened and (sentence != last or word in conjunctions):
            current += 1
        ids.append(current)
        last, opened = sentence, word in _OPENERS
        current += opened
    return ids
