"""Weights of traits: how likely each class is for a number, learned from annotated texts (bench/figures.py).

The grammar finds numbers and proposes a measure and a kind; where its words do not reach, the sum of many small hints
does. Weights are data of a story (``weights.json``), made anew by one command, and small: traits that decide little
are left out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["NONE", "Weights", "weighed"]

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

    def chances(self, traits: Iterable[str]) -> dict[str, float]:
        """The natural logarithm of each class's probability, by class."""
        sums = list(self._bias)
        for trait in traits:
            for place, weight in self._traits.get(trait, ()):
                sums[place] += weight
        top = max(sums)
        whole = top + math.log(sum(math.exp(value - top) for value in sums))
        return {name: value - whole for name, value in zip(self.classes, sums, strict=True)}


def weighed(chances: Mapping[str, float], ruled: str, trust: float) -> tuple[str, float]:
    """The likeliest class when the rule's own counts `trust` more (a logarithm); and its probability."""
    best = max(chances, key=lambda name: chances[name] + trust * (name == ruled))
    return best, math.exp(chances[best])
