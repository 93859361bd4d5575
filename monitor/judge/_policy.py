"""What judging is told from outside: claimant families, live counters, windows; and what it asks of a store."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from monitor.model import Figure

__all__ = ["Needs", "Policy", "families_of"]


@dataclass(frozen=True, slots=True)
class Policy:
    """`families` maps a speaker's id to its claimant family; a speaker not in it is a family of its own.

    `issuers` are the families that put people under sanctions of their own, `regions` the scopes of regions: of
    whose rescues who helped is told, too. `helpers` are the scopes of those who bring children home (one group may be
    told under several of these names, and of its region's), `groups` those of children taken from one home, the same
    whenever they are counted, `deals` those of handovers that go-betweens arrange: one is announced on several days,
    each of them "today". `live` are the measures that only rise,
    `stocks` those that rise and fall by nature. Windows are in days and come
    from gold/SCHEME.md, section 3: `fresh` (a repeat corroborates), `settled` (a change is an update, not a
    conflict), `event` (reports of one event), `near` (scope `all` meets a named scope); not from there are `past` (an
    event that was over longer ago is no news), `recall` (so far back "earlier" looks) and `jitter` (how late an article
    may come and still count as on time).
    """

    families: Mapping[str, str] = field(default_factory=dict)
    issuers: frozenset[str] = frozenset()
    regions: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    deals: frozenset[str] = frozenset()
    live: frozenset[str] = frozenset({"returned"})
    stocks: frozenset[str] = frozenset({"missing", "held", "at_risk"})
    fresh: int = 3
    settled: int = 7
    event: int = 7
    near: int = 2
    past: int = 30
    recall: int = 120
    jitter: int = 2

    def family(self, figure: Figure) -> str | None:
        """The claimant family of a figure's speaker; None when nobody is named: it then matches any family."""
        return None if figure.source_id is None else self.side(figure.source_id)

    def side(self, speaker: str) -> str:
        """The claimant family of a speaker's id."""
        return self.families.get(speaker, speaker)


@dataclass(frozen=True, slots=True)
class Needs:
    """The part of the ledger that one article can touch.

    A store fetches the facts of `series` (index on the series key; one row per distinct number), and the events whose
    measure is in `measures` and whose days (`judge.event_days`) meet `first`..`last` (index on measure and last day).
    `first` is None when no event is judged.
    """

    series: frozenset[str]
    measures: frozenset[str]
    first: date | None
    last: date | None


def families_of(claimants: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Turn ``{family: [source_id, ...]}`` (families.yaml of a story) into ``{source_id: family}``."""
    return {source: family for family, sources in claimants.items() for source in sources}
