"""Weights of traits: how likely each class is for a number, learned from annotated texts (bench/figures.py).

The grammar finds numbers and proposes a measure and a kind; where its words do not reach, the sum of many small hints
does. Weights are data of a story (``weights.json``), made anew by one command, and small: traits that decide little
are left out.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from itertools import repeat
from operator import truediv
from typing import Any, NamedTuple

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document
from monitor.extract.weigh.others import ALONE, Guess, families
from monitor.extract.weigh.traits import (
    SIZES,
    Seen,
    Sentence,
    about,
    at_size,
    beside,
    headwords,
    own,
    place,
    size,
    within,
)
from monitor.stories.marks import UNIT, worth

__all__ = ["Hints", "Odds", "Weights"]

_BITS = 32
"""A sum is one integer that holds the sum of every class of every table, 32 bits each, in parts of a UNIT."""
_ZERO = 1 << (_BITS - 1)
_LONG = 64
_NO_UNITS: Mapping[str, Any] = {"bias": (), "after": ()}
_AS_TOLD: Mapping[str, float] = {}


def _parts(weight: float) -> int:
    return round(weight * UNIT)


_REMEMBERED = 20_000

_Rows = list[tuple[Mapping[str, str], int]]
"""Of each table its traits, and where in a sum its fields begin."""


class _Marks:
    """What each trait adds beside numbers of a size ("": what it adds beside all), worked out at its first use.

    Kept in a plain dict of texts and integers, which the collector of garbage need not walk.
    """

    def __init__(self, rows: _Rows, size: str) -> None:
        self._rows, self._size = rows, size
        self._known: dict[str, int] = {}

    def sum(self, traits: Collection[str]) -> int:
        """What the traits add together."""
        try:
            return sum(map(self._known.__getitem__, traits))
        except KeyError:
            return self._learned(traits)

    def _learned(self, traits: Collection[str]) -> int:
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        for trait in traits:
            if trait not in self._known:
                self._known[trait] = self.worth(trait)
        return sum(map(self._known.__getitem__, traits))

    def worth(self, trait: str) -> int:
        """What one trait adds; 0 for one that no table has."""
        names = (trait, at_size(trait, self._size)) if self._size else (trait,)
        return sum([_fields(worth(rows[name])) << low for rows, low in self._rows for name in names if name in rows])


def _fields(row: Iterable[int]) -> int:
    """Numbers of either sign as one integer, a field each."""
    lifted = [*map(_ZERO.__add__, row)]
    return int.from_bytes(struct.pack(f"<{len(lifted)}I", *lifted), "little") - _zeros(len(lifted))


@cache
def _zeros(size: int) -> int:
    """What so many fields are lifted by, to hold numbers of either sign."""
    return sum([_ZERO << _BITS * k for k in range(size)])


class Weights:
    """Tables read from ``{name: {"classes": [...], "bias": [...], "traits": {trait: marks}}}`` (stories/marks.py).

    A table may have hidden units: ``"hidden": {"bias": [...], "after": [[...], ...]}``, with each unit's weight for
    each class. Then the traits' marks go on with those for the units, and a unit counts where its sum is above 0.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._classes: dict[str, tuple[str, ...]] = {name: tuple(table["classes"]) for name, table in tables.items()}
        self._fields: dict[str, struct.Struct] = {}
        self._units: dict[str, list[int]] = {}
        self._rows: _Rows = []
        biases: list[int] = []
        for name, table in tables.items():
            hidden = table.get("hidden", _NO_UNITS)
            bias = [*table["bias"], *hidden["bias"]]
            self._units[name] = [_packed([_parts(weight) for weight in after]) for after in hidden["after"]]
            self._rows.append((table["traits"], len(biases) * _BITS))
            self._fields[name] = struct.Struct(f"<{len(biases) * _BITS // 8}x{len(bias)}i")
            biases += map(_parts, bias)
        self._size = len(biases) * _BITS // 8
        self._zeros = _zeros(len(biases))
        self._bias = _fields(biases) + self._zeros
        self._beside = {size: _Marks(self._rows, size) for size in ("", *SIZES)}
        self._together: dict[tuple[str, ...], int] = {}
        self.seen = Seen(self._told, self._heard)

    def __contains__(self, name: str) -> bool:
        return name in self._classes

    def sum(self, traits: Collection[str], size: str = "") -> int:
        """What traits add to each class beside numbers of a size, or beside all, as one integer."""
        return self._beside[size].sum(traits)

    def together(self, traits: tuple[str, ...]) -> int:
        """What traits add that are asked for together again and again."""
        found = self._together.get(traits)
        if found is None:
            if len(self._together) > _REMEMBERED:
                self._together.clear()
            found = self._together[traits] = self._told(traits)
        return found

    def _told(self, traits: Iterable[str]) -> int:
        """What traits that no size changes add; whoever asks remembers it."""
        return sum(map(self._beside[""].worth, traits))

    def knows(self, trait: str) -> bool:
        """Does the trait add anything, beside numbers of whatever size?"""
        return self._heard((trait,))

    def _heard(self, traits: Iterable[str]) -> bool:
        """Does one of the traits add anything?"""
        return any(trait in rows for trait in traits for rows, _ in self._rows)

    def _values(self, name: str, total: int) -> tuple[int, ...]:
        """What each class of table `name` has at a sum of `total`; only the differences mean something.

        Lifted, the fields do not borrow from one another; with their highest bits turned they are signed numbers.
        """
        fields = (total + self._bias) ^ self._zeros
        values: tuple[int, ...] = self._fields[name].unpack_from(fields.to_bytes(self._size, "little"))
        units = self._units[name]
        return _after(values[: -len(units)], values[-len(units) :], units) if units else values

    def odds(self, name: str, total: int) -> Odds:
        """How the classes of table `name` stand at a sum of `total`."""
        return Odds(self._classes[name], self._values(name, total))


class Odds(NamedTuple):
    """How the classes of a table stand to one another: what each has, in parts of a UNIT of a logarithm.

    Who only asks for the likeliest need not wait for probabilities.
    """

    classes: tuple[str, ...]
    values: tuple[int, ...]

    def likeliest(self, ruled: str, trust: float, less: Mapping[str, float] = _AS_TOLD) -> str:
        """The likeliest class when the rule's own counts `trust` more (a logarithm), on a tie the rule's own.

        `less`: by how much less likely classes are than the weights say.
        """
        values = [*self.values]
        for name, much in less.items():
            values[self.classes.index(name)] -= _parts(much)
        top = max(values)
        held = ruled in self.classes and values[self.classes.index(ruled)] + _parts(trust) >= top
        return ruled if held else self.classes[values.index(top)]

    def probabilities(self) -> list[float]:
        """The probability of each class."""
        top = max(self.values)
        shares = [math.exp((value - top) / UNIT) for value in self.values]
        return [*map(truediv, shares, repeat(sum(shares)))]

    def probability(self, name: str) -> float:
        """The probability of one class."""
        return self.probabilities()[self.classes.index(name)]


def _packed(weights: Sequence[int]) -> int:
    """Weights as one integer, a long field each, so that one product multiplies all of them."""
    return sum([weight << _LONG * k for k, weight in enumerate(weights)])


def _after(values: Sequence[int], inner: Sequence[int], units: Sequence[int]) -> tuple[int, ...]:
    """What the classes have when the hidden units, by their own values `inner`, are counted in."""
    size = len(values)
    told = sum([value * unit for value, unit in zip(inner, units, strict=True) if value > 0]) + _lifted(size)
    longs = _longs(size).unpack(told.to_bytes(size * _LONG // 8, "little"))
    return tuple([value + long // UNIT for value, long in zip(values, longs, strict=True)])


@cache
def _lifted(size: int) -> int:
    """So many long fields, lifted to hold numbers of either sign, by as much as makes no difference to a class."""
    return _packed([_ZERO * UNIT] * size)


@cache
def _longs(size: int) -> struct.Struct:
    """So many long fields."""
    return struct.Struct(f"<{size}Q")


class Hints:
    """Weights applied to one article: what it and its sentences say to numbers of a size is added up once."""

    def __init__(self, weights: Weights, doc: Document, head: Document) -> None:
        self._weights = weights
        self._doc = doc
        self._head = head
        self._articles: dict[str, int] = {}
        self._sentences: dict[int, tuple[Sentence, int, set[str]]] = {}
        self._round: dict[tuple[int, str], int] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._weights

    @cached_property
    def _about(self) -> set[str]:
        return about(self._doc, self._head)

    @cached_property
    def _headed(self) -> int:
        return self._weights.sum(headwords(self._doc, self._head))

    def totals(self, numbers: Sequence[tuple[Candidate, Counted, str | None]]) -> list[int]:
        """For each number of the text that may be a figure, the sum of all that speaks for or against each class.

        A number is (candidate, what it counts, why the grammar doubts it); what the others say is in the sum.
        """
        alone = [self._alone(*number) for number in numbers]
        if "measure" not in self or not alone:
            return alone
        if len(alone) == 1:
            return [alone[0] + self._weights.sum(ALONE)]
        odds = map(self.measures, alone)
        guesses = [
            Guess(self._doc.sentence[c.i], (c.value, c.low, c.high), what.what, told.classes, told.probabilities())
            for (c, what, _), told in zip(numbers, odds, strict=True)
        ]
        together = self._weights.together
        return [sum(map(together, found), total) for total, found in zip(alone, families(guesses), strict=True)]

    def _alone(self, c: Candidate, what: Counted, doubt: str | None) -> int:
        """What speaks for or against each class for candidate `c` but the other numbers."""
        group, number = size(c), self._doc.sentence[c.i]
        where = number, group
        if where not in self._round:
            self._round[where] = self._around(number, group)
        told, seen = own(self._doc, c, what, doubt, self._sentences[number][0], self._weights.seen)
        return sum(told, self._round[where] + self._weights.sum(seen, group))

    def _around(self, number: int, group: str) -> int:
        """What the article and sentence `number` say to all numbers of a size in that sentence."""
        if group not in self._articles:
            self._articles[group] = self._headed + self._weights.sum(self._about, group)
        if number not in self._sentences:
            self._sentences[number] = self._sentence(number)
        _, near, sized = self._sentences[number]
        return self._articles[group] + near + self._weights.sum(sized, group)

    def _sentence(self, number: int) -> tuple[Sentence, int, set[str]]:
        """The words of sentence `number`, what it and its place say to all numbers, and its traits by size."""
        doc, seen = self._doc, self._weights.seen
        sentence = seen.sentence(doc, number)
        told, said = within(doc, number, sentence, seen)
        said |= beside(doc, number)
        return sentence, sum(told, place(doc, number, seen)), said

    def measures(self, total: int) -> Odds:
        """How the measures stand at a sum of `total`."""
        return self._weights.odds("measure", total)

    def kind(self, total: int, measure: str, ruled: str, trust: float) -> str:
        """The likeliest kind of a number of this measure when the rule's own counts `trust` more (a logarithm)."""
        return self._weights.odds("kind", total + self._weights.sum({f"k {measure}"})).likeliest(ruled, trust)
