"""A fact-checker's answer in plain lines: is the number known, who says it, since when, what speaks against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from monitor import judge
from monitor.cli import _out
from monitor.model import Fact, Figure

__all__ = ["answer"]

_ONE = {"children": "child", "people": "person", "facilities": "facility", "warrants": "warrant", "cases": "case"}
_MOST = 5
"""So many numbers are shown of each kind; the rest is counted."""


def answer(found: judge.Answer, links: Mapping[str, str | None], names: Mapping[str, str]) -> None:
    """Print what is known of one claimed figure; `links` leads from a fact to its page, `names` from ids to names."""
    claim = found.claim
    _out.say(f"Claim: {_words(claim)}")
    _out.say(_conclusion(found))
    if found.best:
        _out.say()
        _out.say(f"  {_words(found.best.figure)}")
        _line("said by", _speakers(found, names))
        _line("first said", f"{found.since}, {found.best.publisher}{_quoted(found.best.figure)}")
        _line("", links.get(found.best.id))
        _line("last repeated", found.last_repeated)
        _line("last changed", _changed(found))
    _others("Replaced since by", [(found.replaced_by, "")] if found.replaced_by else [], links)
    _others("The same number is also told of", [(fact, "") for fact in found.also], links)
    _others("In conflict" if found.best else "Numbers that are given", [(f, "") for f in found.conflicts], links)
    _others("Not in conflict, because", found.incomparable, links)
    _out.say()


def _conclusion(found: judge.Answer) -> str:
    best = found.best
    if best is None:
        return (
            "Unknown: the archive has no number of this kind."
            if found.match == "unknown"
            else f"Not found: nobody in the archive gives this number; others given: {len(found.conflicts)}."
        )
    who = best.figure.source or "nobody named"
    outdated = " It has been replaced since." if found.replaced_by else ""
    disputed = " Another report contradicts it." if found.conflicts and not found.replaced_by else ""
    if found.match == "withdrawn":
        counted = f" ({found.of_what})" if found.of_what else ""
        return f"Withdrawn: {best.publisher or 'an outlet'} gave this number{counted}, by {who}, and corrected it."
    if found.match == "elsewhere":
        return f"Known, but of another count ({found.of_what}), by {who}.{outdated}{disputed}"
    if found.match == "same":
        return f"Known: exactly this number, by {who}.{outdated}{disputed}"
    return f"A rounding: the known number is {_amount(best.figure)}, by {who}.{outdated}{disputed}"


def _speakers(found: judge.Answer, names: Mapping[str, str]) -> str:
    best = found.best
    said = [names.get(name, name.replace("_", " ")) for name in found.said_by]
    return ", ".join(said) or (best.figure.source if best else None) or "nobody named"


def _changed(found: judge.Answer) -> str | None:
    day = found.last_changed
    if day is None or day != found.since or found.replaced_by:
        return None if day is None else str(day)
    return f"{day}: it stands since it was first said"


def _others(title: str, facts: Sequence[tuple[Fact, str]], links: Mapping[str, str | None]) -> None:
    """Numbers beside the claimed one, each on a line with its reason; the newest first."""
    newest = sorted(facts, key=lambda pair: _seen(pair[0]), reverse=True)
    if newest:
        _out.say()
        _out.say(f"{title}:")
    for fact, reason in newest[:_MOST]:
        why = f"; {reason}" if reason else ""
        who = fact.figure.source or "nobody named"
        _out.say(f"  {_words(fact.figure)}, {who}, {fact.published}, {fact.publisher}{why}")
        _line("", links.get(fact.id) if not reason else None)
    if len(newest) > _MOST:
        _out.say(f"  and {len(newest) - _MOST} more: monitor series {newest[0][0].figure.measure}")


def _seen(fact: Fact) -> date:
    return fact.last_seen or fact.published


def _line(name: str, value: object) -> None:
    if value is not None:
        _out.say(f"  {name:<15}{value}")


def _quoted(figure: Figure) -> str:
    return f": “{figure.quote}”" if figure.quote else ""


def _words(figure: Figure) -> str:
    """ "about 20,000 children deported", "7 children returned (mt), 2025-12-04"."""
    unit = "" if figure.unit == "percent" else _ONE.get(figure.unit, figure.unit) if figure.value == 1 else figure.unit
    measure = "" if figure.measure == figure.unit else figure.measure.replace("_", " ")
    scope = "" if figure.scope == "all" else f"({figure.scope})"
    return " ".join(filter(None, (_amount(figure), unit, measure, scope))) + _when(figure)


def _when(figure: Figure) -> str:
    """The days that it counts, or when it happened."""
    period = figure.period
    if period is None or not period.start or not period.end:
        return ""
    return f", {period.start}" if period.start == period.end else f", {period.start} to {period.end}"


def _amount(figure: Figure) -> str:
    return _out.amount(
        {
            "value": figure.value,
            "low": figure.low,
            "high": figure.high,
            "qualifier": figure.qualifier,
            "unit": figure.unit,
        }
    )
