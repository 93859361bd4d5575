"""What a rule found about one figure, and the case it looked at. Internal to judging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from monitor.judge._policy import Policy
from monitor.model import Fact, Figure, Occasion, VerdictKind

__all__ = ["ALERTING", "Case", "Finding", "Rule", "State"]

State = Literal["provisional", "current", "superseded", "withdrawn", "rejected"]
ALERTING = frozenset({"new_figure", "updated_total", "conflict", "correction"})


@dataclass(frozen=True, slots=True)
class Case:
    """One figure before the rules. `known` are facts of its series or events, oldest first.

    `here` are ids of the facts that this very article brought, `siblings` its other batches, or its other figures of
    the series, `same` the known events of the figure's event key, `parts` the batches told as its parts.
    """

    figure: Figure
    occasion: Occasion
    known: tuple[Fact, ...]
    policy: Policy
    here: frozenset[str] = frozenset()
    siblings: tuple[Figure, ...] = ()
    same: tuple[Fact, ...] = ()
    parts: tuple[Figure, ...] = ()

    @property
    def family(self) -> str | None:
        """The claimant family of the figure's speaker."""
        return self.policy.family(self.figure)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the first rule that fits says.

    `add` is the state in which the figure enters the ledger as a new fact, None when it does not. `seen` is the
    known fact that the figure repeats; `changed` are known facts in their new state.
    """

    kind: VerdictKind
    rule: str
    against: tuple[Fact, ...] = ()
    note: str | None = None
    review: bool = False
    add: State | None = None
    seen: Fact | None = None
    changed: tuple[Fact, ...] = ()


Rule = Callable[[Case], Finding | None]
