"""Weights as characters, one a class, so that tens of thousands of them stay small to keep and quick to load.

A character stands for a step from -45 to 45, a step k for k * |k| / 750: fine about zero, where most weights are, and
within 0.06 of any weight up to 2.7; greater ones count as 2.7.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

__all__ = ["UNIT", "are_marks", "marks", "worth"]

UNIT = 1000
"""`worth` counts in parts of one: thousandths."""
_MOST = 45
_SCALE = 750
_SIGNS = "".join(chr(code) for code in range(35, 127) if chr(code) != "\\")
_MARKS = _SIGNS.encode("ascii")
_WORTH = {sign: k * abs(k) * UNIT // _SCALE for sign, k in zip(_SIGNS, range(-_MOST, _MOST + 1), strict=True)}


def marks(weights: Iterable[float]) -> str:
    """A character for each weight (a natural logarithm)."""
    return "".join([_SIGNS[_MOST + _step(weight)] for weight in weights])


def _step(weight: float) -> int:
    return min(_MOST, round(math.sqrt(_SCALE * abs(weight)))) * (-1 if weight < 0 else 1)


def are_marks(row: str) -> bool:
    """Is every character one that `worth` knows? Told at once also of a million."""
    return row.isascii() and not row.encode("ascii").translate(None, _MARKS)


def worth(row: str) -> list[int]:
    """The weight of each character, in thousandths.

    Raises KeyError when a character is no mark.
    """
    return [*map(_WORTH.__getitem__, row)]
