"""Numbers as people say them: "about 20,000", "5-7", "more than 1,600", "33.3 %". Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

__all__ = ["QUALIFIERS", "amount", "number"]

QUALIFIERS = {
    "exact": "", "range": "", "approx": "about ", "at_least": "at least ", "at_most": "at most ",
    "more_than": "more than ", "fewer_than": "fewer than ",
}  # fmt: skip
"""What stands before a number of each qualifier."""


def amount(row: Mapping[str, Any]) -> str:
    """The number of a figure's row, with its qualifier and the sign of a share."""
    words = QUALIFIERS.get(str(row.get("qualifier") or "exact"), "")
    sign = " %" if row.get("unit") == "percent" else ""
    low, high = row.get("low"), row.get("high")
    if row.get("value") is not None:
        return f"{words}{_number_or_text(row['value'])}{sign}"
    ends = [_number_or_text(end) for end in (low, high) if end is not None]
    return f"{words}{'-'.join(dict.fromkeys(ends))}{sign}"


def number(value: float) -> str:
    """19,546 or 12.5."""
    return f"{int(value):,}" if float(value).is_integer() else f"{value:,}"


def _number_or_text(value: Any) -> str:
    return number(value) if isinstance(value, int | float) else str(value)
