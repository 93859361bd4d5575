"""Weights of traits: how likely each class is for a number, learned from annotated texts (bench/figures.py).

The grammar finds numbers and proposes a measure and a kind; where its words do not reach, the sum of many small hints
does. Weights are data of a story (``weights.json``), made anew by one command, and small: traits that decide little
are left out.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, count, repeat
from operator import mul, sub
from typing import Any

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted
from monitor.extract.others import ALONE, Guess, among
from monitor.extract.traits import Seen, Sentence, Token, about, at_size, beside, own, size, stems, tokens, within
from monitor.stories.marks import UNIT, worth

__all__ = ["Hints", "Weights", "weighed"]

_BITS = 32
"""A sum is one integer that holds the sum of every class of every table, 32 bits each, in parts of a UNIT."""
_ZERO = 1 << (_BITS - 1)
_LONG = 64
_NO_UNITS: Mapping[str, Any] = {"bias": (), "after": ()}
_SAME = 1e-9
"""Logarithms that differ by less are equal."""


def _parts(weight: float) -> int:
    return round(weight * UNIT)


_Rows = list[tuple[Mapping[str, str], tuple[int, ...]]]
"""Of each table its traits, and 1 in the field of each class."""


class _Marks(dict[str, int]):
    """What each trait adds beside numbers of a size, worked out at its first use; 0 for one that no table has.

    Above the fields stands a number of the trait's own, so that a set of these keeps two traits that add the same.
    """

    def __init__(self, rows: _Rows, bits: int, size: str) -> None:
        self._rows, self._bits, self._size, self._numbers = rows, bits, size, count(1)

    def __missing__(self, trait: str) -> int:
        names = trait, at_size(trait, self._size)
        found = [(rows[name], ones) for rows, ones in self._rows for name in names if name in rows]
        if not found:
            return 0
        adds = sum([sum(map(mul, worth(row), ones)) for row, ones in found])
        return self.setdefault(trait, adds + (next(self._numbers) << self._bits))


class _Sights(dict[str, Seen[int]]):
    """The words of all texts as numbers of each size see them; of the size "" those that no size changes."""

    def __init__(self, rows: _Rows, bits: int) -> None:
        self._rows, self._bits = rows, bits
        self._stems = stems(chain.from_iterable(known for known, _ in rows))

    def __missing__(self, size: str) -> Seen[int]:
        return self.setdefault(size, Seen(_Marks(self._rows, self._bits, size).__getitem__, self._stems))


class Weights:
    """Tables read from ``{name: {"classes": [...], "bias": [...], "traits": {trait: marks}}}`` (stories/marks.py).

    A table may have hidden units: ``"hidden": {"bias": [...], "after": [[...], ...]}``, with each unit's weight for
    each class. Then the traits' marks go on with those for the units, and a unit counts where its sum is above 0.
    """

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._classes: dict[str, tuple[str, ...]] = {name: tuple(table["classes"]) for name, table in tables.items()}
        self._fields: dict[str, struct.Struct] = {}
        self._units: dict[str, list[int]] = {}
        rows: _Rows = []
        self._bias = 0
        size = 0
        for name, table in tables.items():
            hidden = table.get("hidden", _NO_UNITS)
            bias = [*table["bias"], *hidden["bias"]]
            ones = tuple(1 << _BITS * (size + k) for k in range(len(bias)))
            self._bias += sum(map(mul, (_parts(worth) + _ZERO for worth in bias), ones))
            self._units[name] = [_packed([_parts(weight) for weight in after]) for after in hidden["after"]]
            rows.append((table["traits"], ones))
            self._fields[name] = struct.Struct(f"<{size * _BITS // 8}x{len(ones)}I")
            size += len(ones)
        self._size = size * _BITS // 8
        self._fields_alone = (1 << size * _BITS) - 1
        self.seen = _Sights(rows, size * _BITS)

    def __contains__(self, name: str) -> bool:
        return name in self._classes

    def sum(self, traits: Set[str]) -> int:
        """What traits that no size changes add to each class, as one integer, as the sum of what `seen` names."""
        return sum(self.seen[""].named(traits))

    def _values(self, name: str, total: int) -> tuple[int, ...]:
        """What each class of table `name` has at a sum of `total`; only the differences mean something."""
        fields = (total + self._bias) & self._fields_alone
        values: tuple[int, ...] = self._fields[name].unpack_from(fields.to_bytes(self._size, "little"))
        units = self._units[name]
        return _after(values[: -len(units)], values[-len(units) :], units) if units else values

    def likeliest(self, name: str, total: int, ruled: str, trust: float) -> str:
        """The likeliest class of table `name`, as `weighed` has it."""
        values, classes = self._values(name, total), self._classes[name]
        top = max(values)
        held = ruled in classes and values[classes.index(ruled)] + trust * UNIT >= top
        return ruled if held else classes[values.index(top)]

    def chances(self, name: str, total: int) -> dict[str, float]:
        """The natural logarithm of each class's probability, by class of table `name`, at a sum of `total`."""
        return dict(zip(self._classes[name], self._logarithms(name, total), strict=True))

    def probabilities(self, name: str, total: int) -> dict[str, float]:
        """Each class's probability, by class of table `name`, at a sum of `total`."""
        return dict(zip(self._classes[name], map(math.exp, self._logarithms(name, total)), strict=True))

    def _logarithms(self, name: str, total: int) -> list[float]:
        values = self._values(name, total)
        top = max(values)
        leads = [(value - top) / UNIT for value in values]
        return [*map(sub, leads, repeat(math.log(sum(map(math.exp, leads)))))]


def _packed(weights: Sequence[int]) -> int:
    """Weights as one integer, a long field each, so that one product multiplies all of them."""
    return sum([weight << _LONG * k for k, weight in enumerate(weights)])


def _after(values: Sequence[int], inner: Sequence[int], units: Sequence[int]) -> tuple[int, ...]:
    """What the classes have when the hidden units, by their own values `inner`, are counted in."""
    told = sum([(value - _ZERO) * unit for value, unit in zip(inner, units, strict=True) if value > _ZERO])
    fields = told + _packed([_ZERO * UNIT] * len(values))
    longs = struct.unpack(f"<{len(values)}Q", fields.to_bytes(len(values) * _LONG // 8, "little"))
    return tuple([value + long // UNIT for value, long in zip(values, longs, strict=True)])


class Hints:
    """Weights applied to one article: what it and its sentences say to numbers of a size is added up once."""

    def __init__(self, weights: Weights, doc: Document, head: Document) -> None:
        self._weights = weights
        self._doc = doc
        self._head = head
        self._articles: dict[str, int] = {}
        self._places: dict[int, tuple[list[Token], set[str]]] = {}
        self._sentences: dict[tuple[int, str], tuple[int, Sentence[int]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._weights

    @cached_property
    def _about(self) -> set[str]:
        return about(self._doc, self._head)

    def totals(self, numbers: Sequence[tuple[Candidate, Counted, str | None]]) -> list[int]:
        """For each number of the text that may be a figure, the sum of all that speaks for or against each class.

        A number is (candidate, what it counts, why the grammar doubts it); what the others say is in the sum.
        """
        alone = [self._alone(*number) for number in numbers]
        if "measure" not in self or not alone:
            return alone
        if len(alone) == 1:
            return [alone[0] + self._weights.sum(ALONE)]
        sentence, probabilities = self._doc.sentence, self._weights.probabilities
        guesses = [
            Guess(sentence[c.i], (c.value, c.low, c.high), what.what, probabilities("measure", total))
            for (c, what, _), total in zip(numbers, alone, strict=True)
        ]
        return [total + self._weights.sum(found) for total, found in zip(alone, among(guesses), strict=True)]

    def _alone(self, c: Candidate, what: Counted, doubt: str | None) -> int:
        """What speaks for or against each class for candidate `c` but the other numbers."""
        group, number = size(c), self._doc.sentence[c.i]
        seen = self._weights.seen[group]
        if group not in self._articles:
            self._articles[group] = sum(seen.named(self._about))
        if (number, group) not in self._sentences:
            self._sentences[number, group] = self._sentence(number, seen)
        near, words = self._sentences[number, group]
        return self._articles[group] + near + sum(own(self._doc, c, what, doubt, words, seen))

    def _sentence(self, number: int, seen: Seen[int]) -> tuple[int, Sentence[int]]:
        """What sentence `number` and its place say to numbers of a size, and its words."""
        if number not in self._places:
            self._places[number] = tokens(self._doc, number), beside(self._doc, number)
        said, place = self._places[number]
        words = seen.words(said)
        return sum(within(self._doc, number, words) | seen.named(place)), words

    def measures(self, total: int) -> dict[str, float]:
        """The logarithm of each measure's probability at a sum of `total`."""
        return self._weights.chances("measure", total)

    def kind(self, total: int, measure: str, ruled: str, trust: float) -> str:
        """The likeliest kind of a number of this measure when the rule's own counts `trust` more (a logarithm)."""
        return self._weights.likeliest("kind", total + self._weights.sum({f"k {measure}"}), ruled, trust)


def weighed(chances: Mapping[str, float], ruled: str, trust: float) -> tuple[str, float]:
    """The likeliest class when the rule's own counts `trust` more (a logarithm), on a tie the rule's own; and its
    probability."""
    best = max(chances, key=chances.__getitem__)
    if ruled in chances and chances[ruled] + trust > chances[best] - _SAME:
        best = ruled
    return best, math.exp(chances[best])
