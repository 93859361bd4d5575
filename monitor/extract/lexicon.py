"""Stem patterns of a story and hedges of a language, compiled once: tokens -> cues.

A pattern is one or more words; ``return*`` matches any word that begins with return, ``*`` any word. Matching is by
dictionary (whole words and stems by length), linear in the text; what a word form may begin is remembered. A story has
ten thousand patterns and a text needs few: behind its first word a pattern is split when a text has that word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from monitor.extract.shadow import shadow
from monitor.extract.tokens import tokenize

__all__ = ["Cue", "Lexicon"]

_POSSESSIVE = "'s"
_OWNERS = frozenset({"speaker", "side"})
"""Whose names are the same in the possessive: "the charity's count"."""
_CACHE_LIMIT = 50_000
_ASIDE = (
    "agent.", "kin", "institution", "speaker.", "side.", "voice.", "earlier", "story", "homeward", "listing",
    "evacuation", "erratum", "opposite", "epithet", "arrival", "common", "elapsed", "country", "relay.", "citing",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Cue:
    """Tokens i..j-1 say `tag` (like measure.returned, child, place.ru, speaker.lubinets)."""

    tag: str
    i: int
    j: int


class _Pattern(NamedTuple):
    rest: tuple[str, ...]
    tag: str
    family: str


_Entry = tuple[str, tuple[str, ...], str]
"""The tag of a pattern, the tokens of its first word but the first one, and its other words as written."""


def _words(pattern: str) -> list[str]:
    """The words of a pattern in shadow form, split as texts are."""
    words: list[str] = []
    for part in pattern.split():
        stem = part.endswith("*")
        if part.isalpha() or (stem and part[:-1].isalpha()):
            words.append(part)
            continue
        tokens = [t.text for t in tokenize(part.rstrip("*"))] or [""]
        if stem and part.endswith("'*") and len(tokens) > 1:
            tokens[-2:] = [tokens[-2] + tokens[-1]]
        tokens[-1] += "*" if stem else ""
        words += tokens
    return words


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _family(tag: str) -> str:
    """Within a family the longer match hides the shorter; what a number counts (child, unit, reject) is one family."""
    family = tag.split(".", 1)[0]
    return "noun" if family in ("child", "name", "unit", "reject") else family


class _Match(NamedTuple):
    """So many tokens say `tag`; within `aside`, a family, a longer match hides it, without one it hides all."""

    tag: str
    size: int
    aside: str
    place: bool


@cache
def _match(tag: str, size: int) -> _Match:
    return _Match(tag, size, _family(tag) if tag.startswith(_ASIDE) else "", tag.startswith("place."))


def _shadows(patterns: list[str]) -> list[str]:
    """Each pattern in shadow form."""
    low = shadow("\n".join(patterns)).split("\n")
    return low if len(low) == len(patterns) else [*map(shadow, patterns)]


def _pattern(entry: _Entry) -> _Pattern:
    tag, more, rest = entry
    return _Pattern((*more, *_words(rest)), tag, _family(tag))


class Lexicon:
    """All patterns of one language of one story. `entries` are (tag, pattern)."""

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._stems: dict[str, list[_Entry]] = {}
        self._known: dict[str, tuple[_Pattern, ...]] = {}
        self._pairs: dict[tuple[str, str], tuple[_Pattern, ...]] = {}
        self._sure: dict[tuple[str, str], tuple[_Match, ...]] = {}
        listed = list(entries)
        for (tag, _), pattern in zip(listed, _shadows([pattern for _, pattern in listed]), strict=True):
            first, *rest = pattern.split(None, 1)
            more: tuple[str, ...] = ()
            if not first.isalpha():
                first, *others = _words(first)
                more = tuple(others)
            home, key = (self._stems, first[:-1]) if first.endswith("*") else (self._exact, first)
            entry = tag, more, rest[0] if rest else ""
            if key in home:
                home[key].append(entry)
            else:
                home[key] = [entry]
        self._longest = max(map(len, self._stems), default=0)

    def _begins(self, word: str) -> tuple[_Pattern, ...]:
        found = self._known.get(word)
        if found is None:
            found = self._look_up(word)
            if len(self._known) < _CACHE_LIMIT:
                self._known[word] = found
        return found

    def _followed(self, word: str, after: str) -> tuple[_Pattern, ...]:
        """The patterns that `word` may begin when `after` comes next; pairs of words are remembered."""
        found = self._pairs.get((word, after))
        if found is None:
            found = tuple(p for p in self._begins(word) if not p.rest or _fits(after, p.rest[0]))
            if len(self._pairs) < _CACHE_LIMIT:
                self._pairs[word, after] = found
        return found

    def _look_up(self, word: str) -> tuple[_Pattern, ...]:
        found = [_pattern(entry) for entry in self._exact.get(word, ())]
        for length in range(min(len(word), self._longest), 0, -1):
            whole = {p.family for p in found if not p.rest}
            begun = map(_pattern, self._stems.get(word[:length], ()))
            found += [p for p in begun if p.rest or p.family not in whole]
        if word.endswith(_POSSESSIVE):
            found += [p for p in self._begins(word[: -len(_POSSESSIVE)]) if p.family in _OWNERS]
        return tuple(sorted(found, key=lambda p: -len(p.rest)))

    def _at(self, words: list[str], i: int, after: str) -> tuple[_Match, ...]:
        """The longest match of each family at token `i`, under every tag that has it; the longest comes first.

        Where no pattern has a third word, two words tell them, and are remembered.
        """
        patterns = self._followed(words[i], after)
        found = []
        sizes: dict[str, int] = {}
        for rest, tag, family in patterns:
            n = len(rest)
            if n < sizes.get(family, 0) or i + n >= len(words):
                continue
            if n < 2 or all(map(_fits, words[i + 2 : i + 1 + n], rest[1:])):
                sizes[family] = n
                found.append(_match(tag, n + 1))
        matches = tuple(found)
        if all(len(pattern.rest) < 2 for pattern in patterns) and len(self._sure) < _CACHE_LIMIT:
            self._sure[words[i], after] = matches
        return matches

    def mark(self, words: list[str]) -> list[Cue]:
        """All cues of the text, by position; a longer phrase hides what begins inside it, but places and who acts."""
        cues: list[Cue] = []
        ends: dict[str, int] = {}
        end = 0
        known, sure = self._known, self._sure
        for i, pair in enumerate(pairwise([*words, ""])):
            if not known.get(pair[0], True):
                continue
            found, hidden = sure.get(pair), i < end
            for tag, size, aside, place in self._at(words, i, pair[1]) if found is None else found:
                j = i + size
                if hidden and not place:
                    continue
                if not aside:
                    end = max(end, j)
                elif ends.get(aside, 0) > max(i, j - 1):
                    continue
                else:
                    ends[aside] = j
                cues.append(Cue(tag, i, j))
        return cues
