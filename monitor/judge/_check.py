"""The fact-checker's minute: one claimed figure against what the ledger knows, for `monitor check`."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from monitor.judge._keys import (
    days_between,
    event_days,
    is_event,
    operation,
    same_span,
    series_key,
    span_start,
    subset,
    way,
)
from monitor.judge._numbers import bound, holds, interval, is_point, is_share, number
from monitor.judge._policy import Policy
from monitor.model import Fact, Figure

__all__ = ["Answer", "check"]

_STANDING = ("current", "provisional")


@dataclass(frozen=True, slots=True)
class Answer:
    """What is known of a claim.

    `match` is "same" (the number is known), "rounds" (it rounds `best`), "elsewhere" (`best` is the number in another
    series of the measure, `of_what` says which), "differs" (the series has other numbers) or "unknown" (no such
    series). `said_by` are speakers of `best`, `since` the day of its first sight, `last_changed`
    the first day of the newest number of its family, `last_repeated` the latest day that `best` was printed,
    `replaced_by` the number that stands in its place. `conflicts` are comparable numbers that differ; `incomparable`
    are others of the measure, each with the reason why it is no conflict; `also` are others that `best` may be taken
    for: the same number of another count or event.
    """

    claim: Figure
    match: Literal["same", "rounds", "elsewhere", "withdrawn", "differs", "unknown"]
    best: Fact | None = None
    said_by: tuple[str, ...] = ()
    since: date | None = None
    last_changed: date | None = None
    last_repeated: date | None = None
    replaced_by: Fact | None = None
    conflicts: tuple[Fact, ...] = ()
    incomparable: tuple[tuple[Fact, str], ...] = field(default=())
    of_what: str = ""
    also: tuple[Fact, ...] = ()


def check(claim: Figure, facts: Sequence[Fact], policy: Policy) -> Answer:
    """Compare a claimed figure with the facts of its measure (any scope and family; events too, for a batch)."""
    told = [f for f in facts if f.figure.measure == claim.measure and f.state != "rejected"]
    known = [fact for fact in told if fact.state != "withdrawn"]
    series = _series(claim, known, policy)
    best = _known(claim, series, policy) or _taken_back(claim, _series(claim, told, policy), policy)
    if best is not None:
        return _answer(claim, best, known, series, policy)
    found = _elsewhere(claim, known, policy) or _taken_back(claim, told, policy)
    if found is not None:
        return _answer(claim, found, known, _series(found.figure, known, policy), policy)
    rivals = _rivals(claim, series, policy.family(claim))
    others = _incomparable(claim, known, policy.family(claim), ())
    return Answer(claim, "differs" if rivals else "unknown", conflicts=rivals, incomparable=others)


def _series(claim: Figure, facts: Sequence[Fact], policy: Policy) -> list[Fact]:
    """The facts of the claim's series, or about its days, oldest first."""
    return sorted((fact for fact in facts if _one_series(claim, fact, policy)), key=lambda fact: fact.published)


def _known(claim: Figure, series: Sequence[Fact], policy: Policy) -> Fact | None:
    """The fact that a claim rounds, else the one that has its number."""
    rounded = [fact for fact in series if _rounds(claim, fact, policy)]
    if not is_point(claim) and rounded:
        return _best(claim, rounded, policy)
    return _best(claim, [fact for fact in series if number(fact.figure) == number(claim)], policy)


def _taken_back(claim: Figure, facts: Sequence[Fact], policy: Policy) -> Fact | None:
    """The number as an outlet gave it before it corrected itself."""
    return _best(claim, _same_number(claim, [fact for fact in facts if fact.state == "withdrawn"]), policy)


def _elsewhere(claim: Figure, known: Sequence[Fact], policy: Policy) -> Fact | None:
    """The very number in another series of its measure and unit: of a part, a region, a go-between, one event."""
    return _best(claim, _same_number(claim, known), policy)


def _same_number(figure: Figure, known: Sequence[Fact]) -> list[Fact]:
    """What counts just as many of the same."""
    alike = (fact for fact in known if fact.figure.unit == figure.unit and is_share(fact.figure) == is_share(figure))
    return [fact for fact in alike if number(fact.figure) == number(figure)]


def _answer(claim: Figure, best: Fact, known: Sequence[Fact], series: Sequence[Fact], policy: Policy) -> Answer:
    family = [fact for fact in series if fact.family in (None, best.family)]
    replaced = _replaced(best, family) or _corrected(best, known, series)
    rivals = tuple(f for f in family if f.state == "provisional" and f not in (best, replaced))
    own = _one_series(claim, best, policy)
    also = tuple(fact for fact in _same_number(best.figure, known) if fact.id != best.id)
    named = {best.id, *(fact.id for fact in (*rivals, *also))}
    return Answer(
        claim,
        _match(claim, best, own=own),
        best,
        best.sources,
        best.published,
        max(fact.published for fact in (*family, best) if fact.family == best.family and _of_nature(fact, best)),
        _seen(best),
        replaced,
        rivals,
        _incomparable(claim, known, best.family, named),
        "" if own else _of_what(claim, best.figure),
        also,
    )


def _match(claim: Figure, best: Fact, *, own: bool) -> Literal["same", "rounds", "elsewhere", "withdrawn"]:
    if best.state == "withdrawn":
        return "withdrawn"
    if not own:
        return "elsewhere"
    return "same" if number(best.figure) == number(claim) else "rounds"


def _replaced(best: Fact, family: Sequence[Fact]) -> Fact | None:
    """The current number of the family that stands in the place of a superseded one."""
    current = [fact for fact in family if fact.state == "current" and fact.published >= best.published]
    return current[-1] if best.state == "superseded" and current else None


def _corrected(best: Fact, known: Sequence[Fact], series: Sequence[Fact]) -> Fact | None:
    """What the article of a withdrawn number, or its outlet, says now; where it tells it otherwise, its only number."""
    if best.state != "withdrawn":
        return None
    article = [fact for fact in series if fact.occasion == best.occasion]
    outlet = [fact for fact in series if best.publisher in fact.publishers and _seen(fact) >= best.published]
    other = [fact for fact in known if fact.occasion == best.occasion and fact.figure.unit == best.figure.unit]
    found = article[-1:] or outlet[:1] or (other if len(other) == 1 else [])
    return found[0] if found else None


def _seen(fact: Fact) -> date:
    """The last day on which a number was printed."""
    return fact.last_seen or fact.published


def _of_what(claim: Figure, other: Figure) -> str:
    """What a number of another series counts: "the other direction", "portal", "military", "one event"."""
    if way(other) != way(claim):
        return "the other direction"
    narrower = other.scope if operation(other) != operation(claim) else subset(other)
    told = "one event" if is_event(other) else "a total"
    if narrower or is_event(other) != is_event(claim):
        return narrower or told
    return "another day" if is_event(other) else _from(other)


def _from(figure: Figure) -> str:
    start = span_start(figure)
    return f"from {start} on" if start else "since the invasion"


def _of_nature(fact: Fact, other: Fact) -> bool:
    """Both counts, or both estimates."""
    return (fact.figure.kind == "estimate") == (other.figure.kind == "estimate")


def _one_series(claim: Figure, fact: Fact, policy: Policy) -> bool:
    """Are they two events of one series and about one day, or totals of one that count from the same day on?"""
    if is_event(claim) != is_event(fact.figure) or series_key(claim) != series_key(fact.figure):
        return False
    return _at_once(claim, fact, policy) if is_event(claim) else same_span(claim, fact.figure)


def _at_once(claim: Figure, fact: Fact, policy: Policy) -> bool:
    """Can the event be of the days that the claim names?"""
    last = claim.period.end if claim.period else None
    if last is None:
        return True
    return days_between(event_days(claim, last), event_days(fact.figure, fact.published)) <= policy.event


def _rounds(claim: Figure, fact: Fact, policy: Policy) -> bool:
    slow = claim.measure not in policy.live or is_share(claim) or claim.qualifier == "exact"
    return is_point(fact.figure) and holds(interval(claim, slow=slow), bound(fact.figure))


def _best(claim: Figure, found: Sequence[Fact], policy: Policy) -> Fact | None:
    """The claimant's own fact first, a standing one before a replaced one, the newest last sight first."""
    family = policy.family(claim)
    return max(
        found,
        key=lambda f: (f.family == family, f.state == "current", _seen(f)),
        default=None,
    )


def _rivals(claim: Figure, series: Sequence[Fact], family: str | None) -> tuple[Fact, ...]:
    """Standing numbers of the series by the claimed side, or by any when the claim names nobody; nearest first."""
    mine = [f for f in series if f.state in _STANDING and (family is None or f.family in (None, family))]
    return tuple(sorted(mine, key=lambda fact: abs(bound(fact.figure) - bound(claim))))


def _incomparable(
    claim: Figure, known: Sequence[Fact], family: str | None, besides: Collection[str]
) -> tuple[tuple[Fact, str], ...]:
    standing = (fact for fact in known if fact.state == "current" and fact.id not in besides)
    reasons = ((fact, _why(claim, fact, family)) for fact in standing if is_event(fact.figure) == is_event(claim))
    return tuple((fact, why) for fact, why in reasons if why)


def _why(claim: Figure, fact: Fact, family: str | None) -> str:
    """Why a number of the same measure is no conflict with the claim; "" when it may be one."""
    other = fact.figure
    if other.unit != claim.unit:
        return f"it counts {other.unit}, not {claim.unit}"
    if operation(other) != operation(claim):
        return f"it counts a narrower or other operation ({other.scope}, not {claim.scope})"
    if subset(other) != subset(claim):
        return f"it counts a part ({subset(other) or 'the whole'}, not {subset(claim) or 'the whole'})"
    if series_key(other) != series_key(claim):
        return "it counts the other direction, or a share"
    if not is_event(claim) and not same_span(claim, other):
        return f"it counts {_from(other)}, not {_from(claim)}"
    if family is not None and fact.family not in (None, family):
        return f"another side counts in its own way ({fact.family}, not {family})"
    return ""
