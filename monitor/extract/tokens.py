"""Shadow text -> tokens, sentences, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from itertools import chain, compress, count, pairwise, repeat
from operator import attrgetter, itemgetter
from typing import Literal, NamedTuple, TypeVar

from monitor.languages import Language

__all__ = ["Token", "clauses", "per_token", "places", "sentences", "tokenize"]

_LONGEST = 200
_STOPS = frozenset("\n!?….")
_OPENERS = frozenset(',;:–()"')
_TOKEN = re.compile(
    r"(?P<w>[^\W\d_]++(?!')"
    r"|(?:[dlqnscjmt]|qu|un|jusqu|lorsqu|puisqu|quelqu|(?:de|ne|da|su|a|quel|quest|tutt)ll?|quest|sant)'"
    r"(?=[aeiouyhàâäéèêëîïôöûùœæ\d]|$)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*)"
    r"|(?P<n>(?<!\d)\d{1,3}(?P<by>[ .,'])\d{3}(?:(?P=by)\d{3}){0,4}(?!\d)(?:[.,]\d{1,2}(?!\d))?"
    r"|\d{1,18}(?:[.,]\d{1,4}(?!\d))?)"
    r"|(?P<p>\n|[^\w\s]|_)"
)
"""Most words have no apostrophe and are told first."""

_KIND = attrgetter("lastgroup")


class Token(NamedTuple):
    """One word (w), digit run (n) or mark (p) of the shadow, with its offsets.

    A text makes hundreds: they are tuples, made without a line of Python for each.
    """

    text: str
    start: int
    end: int
    kind: Literal["w", "n", "p"]


def tokenize(shadow: str) -> list[Token]:
    """All tokens of the shadow, in order."""
    found = [*_TOKEN.finditer(shadow)]
    starts, ends = map(re.Match.start, found), map(re.Match.end, found)
    fields = zip(map(re.Match.group, found), starts, ends, map(_KIND, found), strict=True)
    return [*map(tuple.__new__, repeat(Token), fields)]


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


def sentences(tokens: list[Token], language: Language) -> list[tuple[int, int]]:
    """The first token of each sentence and the one behind its last; the closing mark belongs to the one it closes.

    A run of more than `_LONGEST` tokens without an end is cut, so that work stays linear in the text.
    """
    firsts = [0]
    for i in places(map(itemgetter(0), tokens), _STOPS):
        _cut(firsts, i)
        if i - firsts[-1] == _LONGEST or _ends(tokens, i, language):
            firsts.append(i + 1)
    _cut(firsts, len(tokens) - 1)
    return _ranges(firsts, len(tokens))


def _cut(firsts: list[int], i: int) -> None:
    """Begins sentences until token `i` is not too far behind the beginning of one."""
    while i - firsts[-1] > _LONGEST:
        firsts.append(firsts[-1] + _LONGEST + 1)


def clauses(words: list[str], sentences: list[tuple[int, int]], language: Language) -> list[tuple[int, int]]:
    """The first token of each clause and the one behind its last: commas, dashes, brackets, conjunctions open one."""
    firsts = {a for a, _ in sentences}
    firsts.update(places(words, language.conjunctions - _OPENERS))
    firsts.update(i + 1 for i in places(words, _OPENERS))
    return _ranges(sorted(firsts), len(words))


def _ranges(firsts: list[int], size: int) -> list[tuple[int, int]]:
    """From each of `firsts` to the next; the last ends at `size`."""
    return list(pairwise(firsts if not firsts or firsts[-1] == size else [*firsts, size]))


def places(values: Iterable[str], wanted: Set[str] | Mapping[str, object]) -> list[int]:
    """The places of those values that are `wanted`; a text has hundreds of them, none takes a line of Python."""
    return [*compress(count(), map(wanted.__contains__, values))]


T = TypeVar("T")


def per_token(values: Iterable[T], ranges: Iterable[tuple[int, int]]) -> list[T]:
    """For each token the value of the range that it lies in."""
    return list(chain.from_iterable(map(repeat, values, [b - a for a, b in ranges])))
