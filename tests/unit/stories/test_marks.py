"""Weights as characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.stories.marks import UNIT, marks, worth


@given(st.lists(st.floats(-2.7, 2.7)))
def test_a_mark_is_near_its_weight_and_nearest_about_zero(weights: list[float]) -> None:
    row = marks(weights)
    assert len(row) == len(weights) and row.isprintable() and not set(row) & set('"\\')
    for weight, known in zip(weights, worth(row), strict=True):
        assert known / UNIT == pytest.approx(weight, abs=0.002 + 0.04 * abs(weight) ** 0.5)


def test_a_great_weight_is_the_greatest_that_a_mark_can_tell() -> None:
    assert worth(marks([9, -9, 0])) == [2700, -2700, 0]


def test_no_mark_is_told() -> None:
    with pytest.raises(KeyError):
        worth("é")
