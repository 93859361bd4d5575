"""Stem patterns of a story and hedges of a language, compiled once: tokens -> cues.

A pattern is one or more words; ``return*`` matches any word that begins with return, ``*`` any word. Matching is by
dictionary (whole words and stems by length), linear in the text; what a word form may begin is remembered. A story has
ten thousand patterns and a text needs few: behind its first word a pattern is split when a text has that word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import places, tokenize

__all__ = ["Cue", "Lexicon", "Patterns"]

_POSSESSIVE = "'s"
_OWNERS = frozenset({"speaker", "side"})
"""Whose names are the same in the possessive: "the charity's count"."""
_CACHE_LIMIT = 50_000
_ASIDE = (
    "agent.", "kin", "institution", "speaker.", "side.", "voice.", "earlier", "story", "homeward", "listing",
    "evacuation", "erratum", "opposite", "epithet", "arrival", "common", "elapsed", "country", "relay.", "citing",
    "front", "building", "planned", "coming", "hearsay", "actual", "doubled", "downed", "hosting",
    "market", "punisher", "unknown", "incumbent_", "regional",
    "instead", "superseded", "hospital", "still_treated", "grave", "body", "chiefs", "grid", "catalogue", "profile",
    "born", "rubble", "lack", "region_", "group_home", "group_place", "guest_stay", "new_group", "that_count",
    "concerns", "offered", "claim", "own_text", "in_all", "handover", "did_so",
    "own_region", "province", "army", "sibling", "possessor",
    "rebuts", "verdict", "rumour", "naturalised", "announces", "thanks", "swap", "russian", "turns", "record",
    "informed", "none_of", "lead", "decree", "imposes", "counterpart", "rested",
    "of_age", "western", "schooling", "whereabouts", "wanted", "helped_by", "average", "monthly", "household",
    "own_people", "parliament", "member", "youth_army", "topmost", "area", "they_were", "that", "seasonal", "asserts",
    "since_when", "when", "one_day", "nationwide", "all_of", "pact",
    "scope.kherson_home", "scope.own_office", "scope.via_ombudsman", "scope.vatican",
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


def _words(pattern: str) -> list[str]:
    """The words of a pattern in shadow form, split as texts are."""
    words: list[str] = []
    for part in pattern.split():
        stem = part.endswith("*")
        if part.isalpha() or (stem and part[:-1].isalpha()):
            words.append(part)
            continue
        tokens = tokenize(part.rstrip("*")).words or [""]
        if stem and part.endswith("'*") and len(tokens) > 1:
            tokens[-2:] = [tokens[-2] + tokens[-1]]
        tokens[-1] += "*" if stem else ""
        words += tokens
    return words


def _fits(word: str, pattern: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _closes(word: str, pattern: _Pattern) -> bool:
    """Is this the last word of a pattern of several, or its possessive ("the programme's", "Save Ukraine's")?"""
    last = pattern.rest[-1]
    return _fits(word, last) or (word == last + _POSSESSIVE and pattern.family in _OWNERS)


def _second(word: str, pattern: _Pattern) -> bool:
    """Is this the second word of the pattern?"""
    return _closes(word, pattern) if len(pattern.rest) == 1 else _fits(word, pattern.rest[0])


def _family(tag: str) -> str:
    """Within a family the longer match hides the shorter; what a number counts (child, unit, reject) is one family."""
    family = tag.split(".", 1)[0]
    return "noun" if family in ("child", "name", "unit", "reject") else family


_Match = tuple[str, int, str, bool]
"""A tag, how many tokens say it, a family or nothing, and whether it is a place: within the family a longer match hides
it, without one it hides all."""


@cache
def _match(tag: str, size: int) -> _Match:
    family = "speaker" if tag.startswith("voice.") else _family(tag)
    return tag, size, family if tag.startswith(_ASIDE) else "", tag.startswith("place.")


class _Next(NamedTuple):
    """What two words may begin: the patterns that look at a third word, the others, and what these say alone.

    `thirds` and `stems` are the third words that there are, whole and as beginnings.
    """

    longer: list[_Pattern]
    shorter: list[_Pattern]
    matches: tuple[_Match, ...]
    thirds: frozenset[str]
    stems: tuple[str, ...]

    def at(self, words: list[str], i: int) -> tuple[_Match, ...]:
        """What is said at token `i`, where the two words stand."""
        third = words[i + 2] if i + 2 < len(words) else ""
        if third not in self.thirds and not third.startswith(self.stems) and not third.endswith(_POSSESSIVE):
            return self.matches
        whole = [p for p in self.longer if _goes_on(words, i, p)]
        return _longest([*whole, *self.shorter]) if whole else self.matches


def _next(patterns: list[_Pattern]) -> _Next:
    """What two words may begin that begin all of `patterns`."""
    longer, shorter = ([p for p in patterns if (len(p.rest) > 1) == more] for more in (True, False))
    thirds = {p.rest[1] for p in longer}
    stems = {third for third in thirds if third.endswith("*")}
    cut = tuple(stem[:-1] for stem in stems)
    return _Next(longer, shorter, _longest(shorter), frozenset(thirds - stems), cut)


def _longest(patterns: list[_Pattern]) -> tuple[_Match, ...]:
    """Of patterns that match, the longest first: the longest of each family, under every tag that has it."""
    sizes: dict[str, int] = {}
    return tuple(
        _match(tag, len(rest) + 1) for rest, tag, family in patterns if len(rest) == sizes.setdefault(family, len(rest))
    )


def _goes_on(words: list[str], i: int, pattern: _Pattern) -> bool:
    """Do the words from the third on match, where token `i` and the next one do?"""
    rest = pattern.rest
    if len(rest) == 2:
        return i + 2 < len(words) and _closes(words[i + 2], pattern)
    ahead = words[i + 2 : i + 1 + len(rest)]
    return len(ahead) == len(rest) - 1 and all(map(_fits, ahead[:-1], rest[1:])) and _closes(ahead[-1], pattern)


def _shadows(patterns: list[str]) -> list[str]:
    """Each pattern in shadow form."""
    low = shadow("\n".join(patterns)).split("\n")
    return low if len(low) == len(patterns) else [*map(shadow, patterns)]


def _listed(lines: str) -> Iterator[_Pattern]:
    """The patterns of one key of `Patterns`."""
    for line in lines.splitlines():
        tag, _, pattern = line.partition("\t")
        yield _Pattern(tuple(_words(pattern)[1:]), tag, _family(tag))


_Begun = tuple[tuple[_Match, ...], frozenset[str], tuple[str, ...]]
"""What a word says before most others, and before which ones more may begin: whole words and beginnings."""


def _begun(patterns: tuple[_Pattern, ...]) -> _Begun:
    """What a word may begin that begins all of `patterns`."""
    seconds = {p.rest[0] for p in patterns if p.rest}
    stems = {second for second in seconds if second.endswith("*")}
    alone = _longest([p for p in patterns if not p.rest])
    return alone, frozenset(seconds - stems), tuple(stem[:-1] for stem in stems)


class Patterns:
    """Patterns by their first words, whole (`exact`) or beginnings (`stems`). `entries` are (tag, pattern).

    Those of one first word are one text, a line each, and taken apart when a text has that word: few of them ever are.
    """

    def __init__(self, entries: Iterable[tuple[str, str]]) -> None:
        self.exact: dict[str, str] = {}
        self.stems: dict[str, str] = {}
        listed = list(entries)
        for (tag, _), pattern in zip(listed, _shadows([pattern for _, pattern in listed]), strict=True):
            first = pattern.split(None, 1)[0]
            if not first.isalpha():
                first = _words(first)[0]
            home, key = (self.stems, first[:-1]) if first.endswith("*") else (self.exact, first)
            home[key] = f"{home[key]}\n{tag}\t{pattern}" if key in home else f"{tag}\t{pattern}"


class Lexicon:
    """All patterns of one language of one story: `entries`, (tag, pattern), and what it shares with other languages.

    Names are two of three patterns and take 3 MB: languages keep them together.
    """

    def __init__(self, entries: Iterable[tuple[str, str]], *shared: Patterns) -> None:
        self._parts = (Patterns(entries), *shared)
        self._known: dict[str, tuple[_Pattern, ...]] = {}
        self._opening: dict[str, _Begun] = {}
        self._pairs: dict[tuple[str, str], _Next] = {}
        self._longest = max(len(stem) for part in self._parts for stem in ("", *part.stems))

    def _begins(self, word: str) -> tuple[_Pattern, ...]:
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._look_up(word)
            if found:
                self._opening[word] = _begun(found)
        return found

    def _followed(self, word: str, after: str) -> _Next:
        """What `word` may begin when `after` comes next (nothing at the end); pairs of words are remembered."""
        patterns = [p for p in self._begins(word) if not p.rest or (after and _second(after, p))]
        found = self._pairs[word, after] = _next(patterns)
        return found

    def _look_up(self, word: str) -> tuple[_Pattern, ...]:
        found = [pattern for part in self._parts for pattern in _listed(part.exact.get(word, ""))]
        for length in range(min(len(word), self._longest), 0, -1):
            whole = {p.family for p in found if not p.rest}
            begun = (pattern for part in self._parts for pattern in _listed(part.stems.get(word[:length], "")))
            found += [p for p in begun if p.rest or p.family not in whole]
        if word.endswith(_POSSESSIVE):
            found += [p for p in self._begins(word[: -len(_POSSESSIVE)]) if p.family in _OWNERS]
        return tuple(sorted(found, key=lambda p: -len(p.rest)))

    def mark(self, words: list[str]) -> list[Cue]:
        """All cues of the text, by position; a longer phrase hides what begins inside it, but places and who acts.

        Of these one that goes on behind the end of another stays, but not behind a possessive ("Save Ukraine's list").
        """
        cues: list[Cue] = []
        ends: dict[str, int] = {}
        end = 0
        self._know(words)
        pairs, opening, followed = self._pairs, self._opening, [*words[1:], ""]
        for i in places(words, opening):
            word, after = words[i], followed[i]
            matches, seconds, stems = opening[word]
            if after in seconds or after.startswith(stems) or after.endswith(_POSSESSIVE):
                follows = pairs.get((word, after)) or self._followed(word, after)
                matches = follows.at(words, i) if follows.longer else follows.matches
            hidden = i < end
            for tag, size, aside, place in matches:
                j = i + size
                if hidden and not place:
                    continue
                if not aside:
                    if j > end:
                        end = j
                elif ends.get(aside, 0) > (i if word.endswith(_POSSESSIVE) else max(i, j - 1)):
                    continue
                else:
                    ends[aside] = j
                cues.append(Cue(tag, i, j))
        return cues

    def _know(self, words: list[str]) -> None:
        """Looks up the words not seen before."""
        if max(len(self._known), len(self._pairs)) > _CACHE_LIMIT:
            for known in (self._known, self._opening, self._pairs):
                known.clear()
        for word in {*words}.difference(self._known):
            self._begins(word)
