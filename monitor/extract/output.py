"""A figure as JSON fields, in the order of gold/SCHEME.md."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitor.model import Figure, Period

__all__ = ["as_json"]


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _period(period: Period | None) -> dict[str, str | None] | None:
    return None if period is None else {"from": _day(period.start), "to": _day(period.end)}


def as_json(figure: Figure) -> dict[str, Any]:
    """All fields of the figure; whole numbers as int, the period as {from, to}."""
    return {
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "qualifier": figure.qualifier,
        "unit": figure.unit,
        "measure": figure.measure,
        "kind": figure.kind,
        "period": _period(figure.period),
        "place": figure.place,
        "direction": figure.direction,
        "scope": figure.scope,
        "source": figure.source,
        "source_id": figure.source_id,
        "via": figure.via,
        "quote": figure.quote,
        "start": figure.start,
        "end": figure.end,
        "num": figure.num,
        "num_start": figure.num_start,
        "num_end": figure.num_end,
        "optional": figure.optional,
        "derived": figure.derived,
        "parts": figure.parts,
        "note": figure.note,
        "extraction_confidence": figure.extraction_confidence,
        "rule": figure.rule,
    }
