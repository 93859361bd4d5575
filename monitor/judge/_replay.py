"""Judging dated articles one after the other from an empty ledger, in memory: the pure part of `monitor replay`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from math import isfinite
from typing import Any, get_args

from monitor.errors import InputError
from monitor.judge._judge import apply, judge
from monitor.judge._policy import Policy
from monitor.model import Figure, Judgement, Kind, Ledger, Measure, Occasion, Period, Qualifier, Unit

__all__ = ["Extract", "Replayed", "article_occasion", "figure_from_row", "figure_row", "replay", "replay_rows"]

Extract = Callable[[Mapping[str, Any]], Sequence[Figure]]
"""Reads the figures of one article row (keys as in `replay_rows`)."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """One article of a replay: what was judged, the judgement, and the ledger after it."""

    occasion: Occasion
    figures: tuple[Figure, ...]
    judgement: Judgement
    ledger: Ledger


def replay(
    articles: Iterable[tuple[Occasion, Sequence[Figure]]], policy: Policy, ledger: Ledger | None = None
) -> Iterator[Replayed]:
    """Judge articles in the order given, each against what the ones before it left in the ledger."""
    known = ledger or Ledger()
    for occasion, figures in articles:
        judgement = judge(occasion, figures, known, policy)
        known = apply(known, judgement)
        yield Replayed(occasion, tuple(figures), judgement, known)


def replay_rows(
    articles: Iterable[Mapping[str, Any]], policy: Policy, extract: Extract | None = None, ledger: Ledger | None = None
) -> Iterator[dict[str, Any]]:
    """Judge article rows in their order; one row out per row in, as CONTRACT.md says for `monitor replay`.

    A row has `id` and `published` (YYYY-MM-DD) and may have `lang`, `outlet`, `headline`, `text`, `dup_of` and, when
    no `extract` is given, `figures` with the fields of gold/SCHEME.md. Out comes ``{"id", "figures": [{..., "flag",
    "rule", "against"}]}``. A further row with an id is a later version of that article, whose figures others name
    "id/v2-f1". A row that cannot be judged gives ``{"id", "error"}`` and leaves the ledger as it was.
    """
    known, versions = ledger or Ledger(), Counter[str]()
    for row in articles:
        try:
            occasion, figures, given = _read(row, extract)
        except InputError as error:
            yield {"id": row.get("id"), "error": str(error)}
            continue
        versions[occasion.id] += 1
        occasion = _version(occasion, figures, versions[occasion.id])
        judgement = judge(occasion, figures, known, policy)
        known = apply(known, judgement)
        yield {"id": occasion.id, "figures": _judged(given, judgement)}


def _read(row: Mapping[str, Any], extract: Extract | None) -> tuple[Occasion, tuple[Figure, ...], list[dict[str, Any]]]:
    occasion = article_occasion(row)
    if extract:
        figures = tuple(extract(row))
        return occasion, figures, [figure_row(f"f{i + 1}", figure) for i, figure in enumerate(figures)]
    given = [dict(figure) for figure in _listed(row.get("figures"), occasion.id)]
    names = tuple(str(figure.get("fid") or f"f{i + 1}") for i, figure in enumerate(given))
    return replace(occasion, figure_ids=names), tuple(figure_from_row(f, occasion.id) for f in given), given


def _version(occasion: Occasion, figures: Sequence[Figure], number: int) -> Occasion:
    """The occasion of an article's first, second ... row: the figures of later ones are v2-f1, v3-f1 ..."""
    names = occasion.figure_ids or tuple(f"f{i + 1}" for i in range(len(figures)))
    return occasion if number == 1 else replace(occasion, figure_ids=tuple(f"v{number}-{name}" for name in names))


def _listed(figures: object, subject: str) -> list[Mapping[str, Any]]:
    """The figures of a row, none when it has none. Raises InputError when they are no list of objects."""
    if figures is None:
        return []
    if isinstance(figures, list) and all(isinstance(figure, Mapping) for figure in figures):
        return figures
    raise InputError("figures are not a list of objects", subject=subject, mend='write [{"value": 8, ...}]')


def _judged(given: list[dict[str, Any]], judgement: Judgement) -> list[dict[str, Any]]:
    return [
        {**figure, "flag": v.kind, "rule": v.rule, "against": list(v.against), "review": v.review, "remark": v.note}
        for figure, v in zip(given, judgement.verdicts, strict=True)
    ]


def article_occasion(row: Mapping[str, Any]) -> Occasion:
    """The occasion of an article row. Raises InputError when `id` or `published` is missing or no date."""
    name = str(row.get("id") or "")
    if not name:
        raise InputError("has no id", subject="article", mend='give each line an "id"')
    return Occasion(
        id=name,
        published=_day(row.get("published"), name, "published"),
        publisher=str(row.get("outlet") or ""),
        headline=str(row.get("headline") or ""),
        text=str(row.get("text") or ""),
        language=str(row.get("lang") or ""),
        copy_of=row.get("dup_of"),
    )


def figure_from_row(row: Mapping[str, Any], subject: str = "figure") -> Figure:
    """The figure of a row with the fields of gold/SCHEME.md. Raises InputError, naming field and article."""
    known = {name: row[name] for name in _FIELDS if row.get(name) is not None}
    if known.get("value") is None and known.get("low") is None:
        raise InputError("a figure has no value", subject=subject, mend='give "value", or "low" and "high"')
    for name in known:
        _typed(name, known[name], subject)
    for name, allowed in _CHOICES.items():
        if known.get(name, allowed[0]) not in allowed:
            raise InputError(f"{name} {known[name]!r} is unknown", subject=subject, mend=f"use {', '.join(allowed)}")
    if row.get("period"):
        if not isinstance(row["period"], Mapping):
            raise InputError("period is not an object", subject=subject, mend='write {"from": "...", "to": "..."}')
        ends = {end: row["period"].get(end) for end in ("from", "to")}
        days = {end: _day(value, subject, f"period.{end}") if value else None for end, value in ends.items()}
        known["period"] = Period(days["from"], days["to"])
    return Figure(**{**_DEFAULTS, **known})


def _typed(name: str, value: object, subject: str) -> None:
    """Raises InputError when a field holds what it cannot: numbers are finite, texts are texts."""
    fits = {"value": _is_number, "low": _is_number, "high": _is_number}.get(name)
    kind = "a number" if fits else "a text"
    if fits is None and name not in _TEXTS:
        return
    if not (fits(value) if fits else isinstance(value, str)):
        raise InputError(f"{name} {value!r} is not {kind}", subject=subject, mend=f"write {kind}")


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)


def figure_row(name: str, figure: Figure) -> dict[str, Any]:
    """A figure as a JSON row with the fields of gold/SCHEME.md, `fid` first."""
    row = {"fid": name, **asdict(figure)}
    period = figure.period
    row["period"] = period and {
        "from": period.start.isoformat() if period.start else None,
        "to": period.end.isoformat() if period.end else None,
    }
    return row


def _day(value: object, subject: str, field: str) -> date:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        raise InputError(f"{field} {value!r} is no date", subject=subject, mend="write YYYY-MM-DD") from None


_FIELDS = tuple(name for name in Figure.__dataclass_fields__ if name != "period")
_TEXTS = {"place", "direction", "scope", "source", "source_id", "via", "quote", "note", "parts", "num", "rule"}
_DEFAULTS: dict[str, Any] = {"value": None, "measure": "other", "kind": "total", "quote": "", "start": 0, "end": 0}
_CHOICES: dict[str, tuple[str, ...]] = {
    "qualifier": get_args(Qualifier),
    "unit": get_args(Unit),
    "measure": get_args(Measure),
    "kind": get_args(Kind),
}
