"""What the other numbers of a text say of one of them, as traits: a text tells one story, and its numbers go together.

Every number is first guessed by what stands round it alone. Then each is weighed again knowing the guesses of the
others: the ones before and behind it, what is told most, whether any is surely a figure. (Stacked generalisation;
Wolpert 1992. When weights are made, the guesses come from weights that did not see the text: bench/figures.py.)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["NONE", "Guess", "among"]

NONE = "none"
"""The class of numbers that say nothing of the story."""

_FIFTHS, _QUARTERS = 5, 4


@dataclass(frozen=True, slots=True)
class Guess:
    """One number of a text: its sentence, its value (or bounds), what it counts, the probability of each measure."""

    sentence: int
    value: tuple[float | None, float | None, float | None]
    counts: str
    chances: Mapping[str, float]

    @property
    def measure(self) -> str:
        """The likeliest class."""
        return max(self.chances, key=self.chances.__getitem__)


def among(guesses: Sequence[Guess]) -> list[set[str]]:
    """The traits of each number, in order, from the guesses of all the others of its text."""
    told = [guess.measure for guess in guesses]
    found = [_beside(guesses, told, k) for k in range(len(guesses))]
    for family, keys in (
        ("any", [None] * len(told)),
        ("same", [guess.value for guess in guesses]),
        ("alike", [guess.counts for guess in guesses]),
    ):
        for traits, measures in zip(found, _sharing(keys, told), strict=True):
            traits.update(f"B {family} {measure}" for measure in measures)
    for traits, more in zip(found, _together(guesses, told), strict=True):
        traits |= more
    return found


def _beside(guesses: Sequence[Guess], told: Sequence[str], k: int) -> set[str]:
    """The measures of the numbers right before and behind number `k`, and whether they share its sentence."""
    traits = set()
    for way, other in (("prev", k - 1), ("next", k + 1)):
        there = 0 <= other < len(guesses)
        near = there and guesses[other].sentence == guesses[k].sentence
        measure = told[other] if there else "-"
        traits |= {f"B {way} {measure}", f"B {way} {measure} {near}"}
    return traits


def _sharing(keys: Sequence[Hashable], told: Sequence[str]) -> Iterator[set[str]]:
    """For each number, the measures of the others that have the same key."""
    groups: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for key, measure in zip(keys, told, strict=True):
        groups[key][measure] += 1
    for key, own in zip(keys, told, strict=True):
        yield {measure for measure, often in groups[key].items() if often > (measure == own)}


def _together(guesses: Sequence[Guess], told: Sequence[str]) -> Iterator[set[str]]:
    """For each number, what the others are as a whole: the figure before it, the surest, how many, what most say."""
    if len(guesses) < 2:
        yield from [{"B alone", "B before -"}] * len(guesses)
        return
    sums = {measure: sum(guess.chances[measure] for guess in guesses) for measure in guesses[0].chances}
    figures = sum(measure != NONE for measure in told)
    surest = sorted((1 - guess.chances[NONE] for guess in guesses), reverse=True)[:2]
    last = "-"
    for guess, measure in zip(guesses, told, strict=True):
        rest = {name: total - guess.chances[name] for name, total in sums.items()}
        traits = {f"B before {last}", f"B most {max(rest, key=rest.__getitem__)}"}
        rest[NONE] = -1.0
        traits.add(f"B told {max(rest, key=rest.__getitem__)}")
        traits.add(f"B surest {int(_FIFTHS * surest[1 - guess.chances[NONE] == surest[0]])}")
        traits.add(f"B share {_QUARTERS * (figures - (measure != NONE)) // (len(guesses) - 1)}")
        yield traits
        last = last if measure == NONE else measure
