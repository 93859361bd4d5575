"""Weights of traits: how likely each class is for a number, learned from annotated texts (bench/figures.py).

The grammar finds numbers and proposes a measure and a kind; where its words do not reach, the sum of many small hints
does. Weights are data of a story (``weights.json``), made anew by one command, and small: traits that decide little
are left out.
"""

from __future__ import annotations

import math
import operator
import struct
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from itertools import chain, count, repeat
from operator import sub
from typing import Any

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted
from monitor.extract.others import ALONE, Guess, among
from monitor.extract.traits import Seen, Sentence, about, beside, own

__all__ = ["Hints", "Weights", "weighed"]

_BITS = 32
_UNIT = 100
"""A sum is one integer that holds the sum of every class of every table, 32 bits each, in hundredths."""
_ZERO = 1 << (_BITS - 1)
_SAME = 1e-9
"""Logarithms that differ by less are equal."""


def _hundredths(weight: float) -> int:
    return round(weight * _UNIT)


_Rows = list[tuple[Mapping[str, Mapping[str, float]], dict[str, int]]]
"""Of each table its traits, and 1 in the field of each class."""


class _Marks(dict[str, int]):
    """What each trait adds, worked out at its first use; 0 for one that no table has.

    Above the fields stands a number of the trait's own, so that a set of these keeps two traits that add the same.
    """

    def __init__(self, rows: _Rows, bits: int) -> None:
        self._rows, self._bits, self._numbers = rows, bits, count(1)

    def __missing__(self, trait: str) -> int:
        found = [(rows[trait], ones) for rows, ones in self._rows if trait in rows]
        if not found:
            return 0
        adds = sum([_hundredths(w) * ones[label] for row, ones in found for label, w in row.items()])
        return self.setdefault(trait, adds + (next(self._numbers) << self._bits))


class Weights:
    """Tables read from ``{name: {"classes": [...], "bias": [...], "traits": {trait: {class: weight}}}}``."""

    def __init__(self, tables: Mapping[str, Mapping[str, Any]]) -> None:
        self._classes: dict[str, tuple[str, ...]] = {name: tuple(table["classes"]) for name, table in tables.items()}
        self._fields: dict[str, struct.Struct] = {}
        rows: _Rows = []
        self._bias = 0
        size = 0
        for name, table in tables.items():
            ones = {label: 1 << _BITS * (size + k) for k, label in enumerate(table["classes"])}
            self._bias += sum(map(operator.mul, (_hundredths(bias) + _ZERO for bias in table["bias"]), ones.values()))
            rows.append((table["traits"], ones))
            self._fields[name] = struct.Struct(f"<{size * _BITS // 8}x{len(ones)}I")
            size += len(ones)
        self._size = size * _BITS // 8
        self._fields_alone = (1 << size * _BITS) - 1
        self._marks = _Marks(rows, size * _BITS)
        self.seen = Seen(self._marks.__getitem__, chain.from_iterable(known for known, _ in rows))

    def __contains__(self, name: str) -> bool:
        return name in self._classes

    def sum(self, traits: Set[str]) -> int:
        """What the traits add to each class, as one integer, as the sum of what `seen` names; sums add up to sums."""
        return sum(self.seen.named(traits))

    def _values(self, name: str, total: int) -> tuple[int, ...]:
        """What each class of table `name` has at a sum of `total`; only the differences mean something."""
        fields = (total + self._bias) & self._fields_alone
        values: tuple[int, ...] = self._fields[name].unpack_from(fields.to_bytes(self._size, "little"))
        return values

    def likeliest(self, name: str, total: int, ruled: str, trust: float) -> str:
        """The likeliest class of table `name`, as `weighed` has it."""
        values, classes = self._values(name, total), self._classes[name]
        top = max(values)
        held = ruled in classes and values[classes.index(ruled)] + trust * _UNIT >= top
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
        leads = [(value - top) / _UNIT for value in values]
        return [*map(sub, leads, repeat(math.log(sum(map(math.exp, leads)))))]


class Hints:
    """Weights applied to one article: what it and its sentences say is added up once."""

    def __init__(self, weights: Weights, doc: Document, head: Document) -> None:
        self._weights = weights
        self._doc = doc
        self._seen = weights.seen
        self._head = head
        self._sentences: dict[int, tuple[int, Sentence[int]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._weights

    @cached_property
    def _article(self) -> int:
        return sum(about(self._doc, self._head, self._seen))

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
        number = self._doc.sentence[c.i]
        if number not in self._sentences:
            words = self._seen.sentence(self._doc, number)
            self._sentences[number] = sum(beside(self._doc, number, words, self._seen)), words
        near, words = self._sentences[number]
        return self._article + near + sum(own(self._doc, c, what, doubt, words, self._seen))

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
