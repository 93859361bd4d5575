"""Shadow text -> tokens, sentences, clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from itertools import accumulate, chain, compress, count, pairwise, repeat
from operator import add, itemgetter
from typing import Literal, NamedTuple, TypeVar

from monitor.languages import Language

__all__ = ["Tokens", "clauses", "per_token", "places", "sentences", "tokenize"]

_LONGEST = 200
_STOPS = frozenset("\n!?….")
_OPENERS = frozenset(',;:–()"')
_GROUPED = "|".join(rf"(?:{by}\d{{3}}){{1,5}}" for by in (" ", r"\.", ",", "'"))
_TOKEN = re.compile(
    r"(?:[a-zß-öø-žа-яєіїґ]++(?![\w'])"
    r"|[.,:;–()\"!?\n%-]"
    r"|[^\W\d_]++(?!')"
    r"|(?:[dlqnscjmt]|qu|un|jusqu|lorsqu|puisqu|quelqu|(?:de|ne|da|su|a|quel|quest|tutt)ll?|quest|sant)'"
    r"(?=[aeiouyhàâäéèêëîïôöûùœæ\d]|$)"
    r"|[^\W\d_]+(?:'[^\W\d_]+)*"
    rf"|(?<!\d)\d{{1,3}}(?:{_GROUPED})(?!\d)(?:[.,]\d{{1,2}}(?!\d))?"
    r"|\d{1,18}(?:[.,]\d{1,4}(?!\d))?"
    r"|\n|[^\w\s]|_) ?"
    r"|[^\S\n]"
)
"""Words, digits, marks, each with the space behind it, and any other blank: together they are the whole text. Most
words have usual letters alone and no apostrophe: these and the usual marks are told first."""

_BLANKS = frozenset(
    ("", *"\t\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000", *map(chr, range(0x2000, 0x200B)))
)

Kind = Literal["w", "n", "p"]


class _Kinds(dict[str, Kind]):
    """The kind of a token by its first character."""

    def __missing__(self, first: str) -> Kind:
        self[first] = "n" if first.isdecimal() else "w" if first.isalnum() else "p"
        return self[first]


_KINDS = _Kinds()


class Tokens(NamedTuple):
    """The words (w), digit runs (n) and marks (p) of a shadow, with their offsets and kinds.

    A text makes hundreds: they are lists of plain values, made without a line of Python or an object for each.
    """

    words: list[str]
    starts: list[int]
    ends: list[int]
    kinds: list[Kind]


def tokenize(shadow: str) -> Tokens:
    """All tokens of the shadow, in order."""
    pieces = _TOKEN.findall(shadow)
    words = [*map(str.rstrip, pieces, repeat(" "))]
    starts = [*accumulate(map(len, pieces), initial=0)]
    starts.pop()
    if not _BLANKS.isdisjoint(words):
        starts = [*compress(starts, map(_is_token, words))]
        words = [*filter(_is_token, words)]
    ends = [*map(add, starts, map(len, words))]
    return Tokens(words, starts, ends, [*map(_KINDS.__getitem__, map(itemgetter(0), words))])


def _is_token(word: str) -> bool:
    return word not in _BLANKS


def _ends(tokens: Tokens, i: int, language: Language, text: str) -> bool:
    """Does the mark of `_STOPS` at `i` end a sentence?"""
    words, _, _, kinds = tokens
    if words[i] != ".":
        return True
    last = i + 1 == len(words)
    if not last and tokens.starts[i + 1] == tokens.ends[i] and kinds[i + 1] != "p":
        return False
    if i and kinds[i - 1] == "n" and len(words[i - 1]) <= 2 and language.nouns_capital:
        dated = i > 1 and words[i - 2] in language.before_dotted
        return last or kinds[i + 1] != "w" or (not dated and _opens(tokens, i + 1, language, text))
    return not i or kinds[i - 1] != "w" or not _short(words[i - 1], language)


def _opens(tokens: Tokens, i: int, language: Language, text: str) -> bool:
    """ "Zurück sind 38. Die Stadt ...": has a word at `i` that is no noun a capital?"""
    return tokens.words[i] in language.openers and text[tokens.starts[i]].isupper()


def _short(word: str, language: Language) -> bool:
    """Is the word before a stop an abbreviation or an initial? X is where people write."""
    return word in language.stopped or (len(word) == 1 and word != "x")


def sentences(tokens: Tokens, language: Language, text: str) -> list[tuple[int, int]]:
    """The first token of each sentence of `text` and the one behind its last; a mark belongs to the one it closes.

    A run of more than `_LONGEST` tokens without an end is cut, so that work stays linear in the text.
    """
    firsts = [0]
    for i in places(tokens.words, _STOPS):
        if i - firsts[-1] > _LONGEST:
            _cut(firsts, i)
        if i - firsts[-1] == _LONGEST or _ends(tokens, i, language, text):
            firsts.append(i + 1)
    _cut(firsts, len(tokens.words) - 1)
    return _ranges(firsts, len(tokens.words))


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
