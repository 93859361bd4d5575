"""What the other numbers of a text say of one of them, as traits: a text tells one story, and its numbers go together.

Every number is first guessed by what stands round it alone. Then each is weighed again knowing the guesses of the
others: the ones before and behind it, what is told most, whether any is surely a figure. (Stacked generalisation;
Wolpert 1992. When weights are made, the guesses come from weights that did not see the text: bench/figures.py.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from functools import cache
from itertools import chain, pairwise
from operator import itemgetter, sub
from typing import NamedTuple

__all__ = ["ALONE", "NONE", "Guess", "among", "families"]

NONE = "none"
"""The class of numbers that say nothing of the story."""

_FIFTHS, _QUARTERS = 5, 4


class Guess(NamedTuple):
    """One number of a text: its sentence, its value (or bounds), what it counts, the probability of each measure.

    The `measures` are the same in all guesses of a text.
    """

    sentence: int
    value: tuple[float | None, float | None, float | None]
    counts: str
    measures: Sequence[str]
    chances: Sequence[float]

    @property
    def measure(self) -> str:
        """The likeliest class."""
        return self.measures[self.chances.index(max(self.chances))]


ALONE = frozenset({"B prev -", "B prev - False", "B next -", "B next - False", "B alone", "B before -"})
"""The traits of the only number of a text."""


def among(guesses: Sequence[Guess]) -> list[set[str]]:
    """The traits of each number, in order, from the guesses of all the others of its text."""
    if len(guesses) < 2:
        return [{*ALONE} for _ in guesses]
    return [{*chain.from_iterable(found)} for found in families(guesses)]


def families(guesses: Sequence[Guess]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """As `among`, of two numbers or more: the traits in tuples that come again and again, no trait in two of them.

    So what they add can be known for all of a tuple; a number has some twenty traits, in at most five tuples.
    """
    told = [guess.measure for guess in guesses]
    return zip(
        _beside(guesses, told),
        _sharing("any", [None] * len(told), told),
        _sharing("same", [guess.value for guess in guesses], told),
        _sharing("alike", [guess.counts for guess in guesses], told),
        _together(guesses, told),
        strict=True,
    )


def _beside(guesses: Sequence[Guess], told: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The measures of the numbers right before and behind each, and whether they share its sentence."""
    near = [before.sentence == guess.sentence for before, guess in pairwise(guesses)]
    return map(_neighbours, ["-", *told], [False, *near], [*told[1:], "-"], [*near, False])


@cache
def _neighbours(before: str, near_before: bool, behind: str, near_behind: bool) -> tuple[str, ...]:
    return f"B prev {before}", f"B prev {before} {near_before}", f"B next {behind}", f"B next {behind} {near_behind}"


def _sharing(family: str, keys: Sequence[Hashable], told: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each number, the measures of the others that have the same key."""
    often = Counter(zip(keys, told, strict=True))
    groups: defaultdict[Hashable, list[str]] = defaultdict(list)
    for key, measure in sorted(often, key=itemgetter(1)):
        groups[key].append(measure)
    found = {
        (key, own): tuple([f"B {family} {measure}" for measure in groups[key] if measure != own or times > 1])
        for (key, own), times in often.items()
    }
    return map(found.__getitem__, zip(keys, told, strict=True))


@cache
def _whole(last: str, most: str, second: str, surest: int, share: int) -> tuple[str, ...]:
    """The traits of what the others are as a whole."""
    return f"B before {last}", f"B most {most}", f"B told {second}", f"B surest {surest}", f"B share {share}"


def _together(guesses: Sequence[Guess], told: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each number, what the others are as a whole: the figure before it, the surest, how many, what most say."""
    names, chances = guesses[0].measures, [guess.chances for guess in guesses]
    none = names.index(NONE)
    sums = [*map(sum, zip(*chances, strict=True))]
    figures = len(told) - told.count(NONE)
    surest = sorted((1 - own[none] for own in chances), reverse=True)[:2]
    last = "-"
    for own, measure in zip(chances, told, strict=True):
        rest = [*map(sub, sums, own)]
        most = names[rest.index(max(rest))]
        rest[none] = -1.0
        second = names[rest.index(max(rest))] if most == NONE else most
        sure = int(_FIFTHS * surest[1 - own[none] == surest[0]])
        share = _QUARTERS * (figures - (measure != NONE)) // (len(guesses) - 1)
        yield _whole(last, most, second, sure, share)
        last = last if measure == NONE else measure
