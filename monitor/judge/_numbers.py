"""What a stated value may mean: its interval, and whether it is a point (gold/SCHEME.md, section 2, "Interval")."""

from __future__ import annotations

from monitor.judge._words import words
from monitor.model import Figure

__all__ = ["Span", "bound", "holds", "interval", "is_point", "is_round", "is_share", "meet", "number", "shown"]

Span = tuple[float, float]


def number(figure: Figure) -> Span:
    """The number of a figure, qualifier aside: (value, value), or (low, high) of a range."""
    if figure.value is not None:
        return figure.value, figure.value
    low = figure.low if figure.low is not None else 0.0
    return low, figure.high if figure.high is not None else low


def bound(figure: Figure) -> float:
    """The number that counts for rise and fall: the value, or the lower end of a range."""
    return number(figure)[0]


def is_share(figure: Figure) -> bool:
    """True for percentages."""
    return figure.kind == "share" or figure.unit == "percent"


def is_round(figure: Figure) -> bool:
    """True for a bare number of 1,000 or more with at most two significant digits (20,000; 1,800)."""
    low, high = number(figure)
    return low == high and low >= 1000 and _digits(low) <= 2


def is_point(figure: Figure) -> bool:
    """True for an exact value that is not round; shares and ranges never are, nor what is told in tens or dozens."""
    exact = figure.qualifier == "exact" and figure.value is not None and not _in_tens(figure)
    return exact and not is_share(figure) and not is_round(figure)


def _in_tens(figure: Figure) -> bool:
    """True for "four dozen", "quatro dezenas", "четыре десятка": the writer counts in bundles."""
    return bool(figure.num and words("bundles").search(figure.num))


def interval(figure: Figure, *, slow: bool) -> Span:
    """The values that a figure may stand for. `slow` is True for every series that is not a live counter."""
    low, high = number(figure)
    if is_share(figure):
        near = 1 if figure.num is None or any(mark.isdigit() for mark in figure.num) else _FRACTION
        return low - near, high + near
    if low != high or figure.qualifier == "range":
        return low, high
    slack = min(_unit(low), 0.05 * low)
    below = 0.025 * low if slow and _digits(low) <= 2 else 0.0
    return _around(figure, low, slack, below, slow)


_MORE = 0.1
"""Part by which what is told as "more than 400" may be more, where one digit tells it."""
_FRACTION = 3
"""Percentage points by which "three in four" may miss what it stands for."""


def _around(figure: Figure, value: float, slack: float, below: float, slow: bool) -> Span:
    match "approx" if figure.qualifier == "exact" and _in_tens(figure) else figure.qualifier:
        case "approx":
            return value - slack, value + slack
        case "more_than" | "at_least":
            return value - below, value + (min(_unit(value), _MORE * value) if _digits(value) == 1 else slack)
        case "fewer_than" if slow:
            return value - slack, value
        case "fewer_than" | "at_most":
            return 0.0, value
    return (value - slack, value + slack) if slow and is_round(figure) else (value, value)


def holds(span: Span, value: float) -> bool:
    """True when `value` lies in `span`, ends included."""
    return span[0] <= value <= span[1]


def meet(one: Span, other: Span) -> bool:
    """True when two intervals have a value in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def shown(figure: Figure) -> str:
    """The number as a person writes it: "19,546", "35-40"."""
    low, high = number(figure)
    return f"{low:,g}" if low == high and low < 1e6 else f"{low:,.0f}" if low == high else f"{low:,g}-{high:,g}"


def _unit(value: float) -> float:
    """The unit of the last significant digit: 100 for 19,500, 1 for 19,546, 0.1 for 12.5."""
    unit = 1.0
    while value % unit > 1e-9 and unit > 1e-4:
        unit /= 10
    while value and value % (unit * 10) == 0:
        unit *= 10
    return unit


def _digits(value: float) -> int:
    """How many significant digits a value has: 1 for 20,000, 3 for 20,500."""
    return len(f"{value / _unit(value):.0f}") if value else 1
