"""Weights of traits: how likely each class is for a number, learned from annotated texts (bench/figures.py).

The grammar finds numbers and proposes a measure and a kind; where its words do not reach, the sum of many small hints
does. Weights are data of a story (``weights.json``), made anew by one command, and small: traits that decide little
are left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monitor.extract.document import Document
from monitor.extract.traits import about, beside

__all__ = ["NONE", "Hints", "Weights", "weighed"]

NONE = "none"
"""The class of numbers that say nothing of the story."""


class Weights:
    """A table read from ``{"classes": [...], "bias": [...], "traits": {trait: {class: weight}}}``."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.classes: tuple[str, ...] = tuple(table["classes"])
        self._bias: tuple[float, ...] = tuple(table["bias"])
        places = {name: k for k, name in enumerate(self.classes)}
        self._traits: dict[str, tuple[tuple[int, float], ...]] = {
            trait: tuple((places[name], weight) for name, weight in row.items())
            for trait, row in table["traits"].items()
        }

    def sums(self, traits: Iterable[str]) -> list[float]:
        """What the traits add to each class, in the order of `classes`."""
        sums = [0.0] * len(self.classes)
        known = self._traits
        for trait in traits:
            if trait in known:
                for place, weight in known[trait]:
                    sums[place] += weight
        return sums

    def chances(self, *parts: Sequence[float]) -> dict[str, float]:
        """The natural logarithm of each class's probability, by class, of `parts` as `sums` gives them."""
        sums = [sum(row) for row in zip(self._bias, *parts, strict=True)]
        top = max(sums)
        whole = top + math.log(sum(math.exp(value - top) for value in sums))
        return {name: value - whole for name, value in zip(self.classes, sums, strict=True)}


class Hints:
    """Tables of weights applied to one article: what it and its sentences say is added up once."""

    def __init__(self, tables: Mapping[str, Weights], doc: Document, head: Document) -> None:
        self._tables = tables
        self._doc = doc
        whole = about(doc, head)
        self._article = {name: table.sums(whole) for name, table in tables.items()}
        self._sentences: dict[int, dict[str, list[float]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._tables

    def chances(self, name: str, number: int, traits: Iterable[str]) -> dict[str, float]:
        """By table `name`, the logarithm of each class's probability for a number in sentence `number` with `traits`
        of its own."""
        if number not in self._sentences:
            near = beside(self._doc, number)
            self._sentences[number] = {key: table.sums(near) for key, table in self._tables.items()}
        table = self._tables[name]
        return table.chances(self._article[name], self._sentences[number][name], table.sums(traits))


def weighed(chances: Mapping[str, float], ruled: str, trust: float) -> tuple[str, float]:
    """The likeliest class when the rule's own counts `trust` more (a logarithm); and its probability."""
    best = max(chances, key=lambda name: chances[name] + trust * (name == ruled))
    return best, math.exp(chances[best])
