"""Rule E0: what an article corrects. Its own earlier version first, then what its outlet said; never anybody else.

A page that prints another number than it did replaces its own, with a notice or without one. A later article of the
outlet replaces what its notice names, or, where the notice speaks of a number, the one that can be meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from itertools import chain
from math import inf, log

from monitor.judge._cues import has_additive_cue, sentence_of
from monitor.judge._finding import ALERTING, Case, Finding
from monitor.judge._keys import is_event, same_event, same_span, series_key, subset, way
from monitor.judge._notices import Notice, notice_of
from monitor.judge._numbers import bound, interval, is_share, meet, number
from monitor.judge._policy import Policy
from monitor.judge._spelt import spelt
from monitor.model import Fact, Figure, Ledger, Occasion

__all__ = ["Correction", "Corrections", "corrected", "corrections"]


@dataclass(frozen=True, slots=True)
class Correction:
    """The known facts that one figure replaces, the one that it corrects first; `told` where a notice says so.

    `guessed` where that does not say what it corrects: it is what the figure contradicts.
    """

    old: tuple[Fact, ...]
    told: bool
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an article corrects: `by` figure (its index), and remarks on what its notice only tells `aside`."""

    by: Mapping[int, Correction] = field(default_factory=dict)
    aside: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one article's corrections are looked for with. `judged` are its figures that count, by index."""

    occasion: Occasion
    judged: Mapping[int, Figure]
    notice: Notice | None
    policy: Policy
    said: frozenset[object]
    """The counts (`_count`) of all that it says."""

    def gone(self, fact: Fact) -> bool:
        """True when the article does not say a number any more."""
        if _count(fact.figure) in self.said:
            return False
        return self.names(fact) or not fact.figure.quote or fact.figure.quote not in self.occasion.text

    def names(self, fact: Fact) -> bool:
        """True when the article's notice names a number."""
        return self.notice is not None and self.notice.names(fact.figure)

    def denies(self, figure: Figure, fact: Fact) -> bool:
        """True when the sentence of a figure names the number of a fact too: "twelve, not 13"."""
        told = spelt(sentence_of(figure, self.occasion.text), self.occasion.language)
        return not {one.value for one in told}.isdisjoint(number(fact.figure))

    def comparable(self, figure: Figure, fact: Fact) -> bool:
        """True when both speak of one event, or are totals of one series and of the same nature."""
        if is_event(figure) != is_event(fact.figure):
            return False
        if is_event(figure):
            return same_event(figure, self.occasion.published, fact, self.policy)
        return _one_count(figure, fact.figure)

    def meet(self, one: Figure, other: Figure) -> bool:
        """True when two figures may mean one number, as 19,546 and a bare 20,000 may where totals move slowly."""
        slow = one.measure not in self.policy.live and not is_event(one)
        return meet(interval(one, slow=slow), interval(other, slow=slow))

    def one_side(self, figure: Figure, fact: Fact) -> bool:
        """True when the same side says both, or one of them names nobody."""
        family = self.policy.family(figure)
        return family is None or fact.family in (None, family)


def corrections(
    occasion: Occasion, figures: Sequence[Figure], ledger: Ledger, policy: Policy, made: frozenset[str]
) -> Corrections:
    """What the figures of an article correct. `made` are the ids of the facts that this very version makes."""
    notice = notice_of(occasion)
    aside = _aside(notice, figures) if notice else {}
    judged = {i: f for i, f in enumerate(figures) if not f.optional and i not in aside}
    told = tuple(figure for i, figure in enumerate(figures) if aside.get(i) != "taken_back")
    desk = _Desk(occasion, judged, notice, policy, frozenset(map(_count, told)))
    facts = [fact for fact in _all(ledger) if fact.id not in made and fact.state not in ("withdrawn", "rejected")]
    own = [fact for fact in facts if fact.occasion == occasion.id]
    found = _own(desk, own)
    if not found and notice and occasion.publisher:
        found = _of_outlet(desk, notice, [f for f in facts if f.occasion != occasion.id])
    return Corrections(found, aside)


def _aside(notice: Notice, figures: Sequence[Figure]) -> dict[int, str]:
    """What a notice says was told before, and a group that it tells again, as if it were a total.

    "(Corrects the number of children to 12 from 13)" has both.
    """
    groups = {_count(figure) for figure in figures if is_event(figure) and not figure.optional}
    remarks = {i: "taken_back" for i, figure in enumerate(figures) if notice.takes_back(figure)}
    totals = ((i, figure) for i, figure in enumerate(figures) if not is_event(figure) and _count(figure) in groups)
    return {**{i: "again" for i, figure in totals if notice.holds(figure)}, **remarks}


def _all(ledger: Ledger) -> Iterable[Fact]:
    return chain(ledger.events, *ledger.series.values())


def _own(desk: _Desk, own: Sequence[Fact]) -> dict[int, Correction]:
    """What the article's earlier version said, and this one does not: each by the nearest number that is new in it."""
    found: dict[int, Correction] = {}
    gone, before = [fact for fact in own if desk.gone(fact)], {_count(fact.figure) for fact in own}
    for fact in gone:
        able = [i for i, figure in desk.judged.items() if _may_replace(desk, figure, fact, before)]
        best = min(able, key=lambda i: _distance(desk.judged[i], fact), default=None)
        if best is None:
            continue
        told = desk.names(fact) or (desk.notice is not None and desk.notice.of_numbers)
        rival = found.get(best)
        if rival is None or _distance(desk.judged[best], fact) < _distance(desk.judged[best], rival.old[0]):
            found[best] = Correction((fact,), told)
    return {i: replace(one, old=(*one.old, *_roundings(desk, one.old[0], gone))) for i, one in found.items()}


def _may_replace(desk: _Desk, figure: Figure, fact: Fact, before: Set[object]) -> bool:
    """Another number of the same count, not said `before`; where the notice names the old one, told in any way."""
    if desk.names(fact):
        return desk.comparable(figure, fact) or _one_matter(figure, fact.figure)
    if desk.meet(figure, fact.figure) or desk.occasion.rolling:
        return False
    same = _count(figure) not in before and desk.comparable(figure, fact) and desk.one_side(figure, fact)
    return same and not has_additive_cue(figure, desk.occasion, headline=False)


def _roundings(desk: _Desk, fact: Fact, gone: Iterable[Fact]) -> list[Fact]:
    """Other forms of a number that went with it."""
    return [
        other for other in gone
        if other.id != fact.id and _one_matter(other.figure, fact.figure) and desk.meet(other.figure, fact.figure)
    ]  # fmt: skip


def _of_outlet(desk: _Desk, notice: Notice, facts: Sequence[Fact]) -> dict[int, Correction]:
    """What another article of the outlet said: the number that the notice names, else the one that it can mean."""
    known = [fact for fact in facts if desk.occasion.publisher in (fact.publisher, *fact.publishers)]
    found: dict[int, Correction] = {}
    meant: dict[int, Correction] = {}
    for index, figure in desk.judged.items():
        if has_additive_cue(figure, desk.occasion, headline=False):
            continue
        same = [fact for fact in known if _of_one_event(desk, figure, fact)]
        named = [fact for fact in same if desk.gone(fact) and notice.names(fact.figure)]
        used = {fact.id for one in found.values() for fact in one.old}
        if named and named[-1].id not in used:
            found[index] = Correction((named[-1],), told=True)
        elif not named and not meant and (one := _meant(desk, notice, figure, same)):
            meant[index] = one
    return {**_along(desk, known, found), **found} or meant


def _along(desk: _Desk, known: Sequence[Fact], found: Mapping[int, Correction]) -> dict[int, Correction]:
    """Totals that go with a corrected group: "twelve, not 13; the total is therefore 45", after 46."""
    shifts = {
        (desk.judged[index].measure, bound(desk.judged[index]) - bound(one.old[0].figure))
        for index, one in found.items() if is_event(desk.judged[index])
    }  # fmt: skip
    totals = ((i, figure, fact) for i, figure in desk.judged.items() if not is_event(figure) for fact in known)
    return {
        index: Correction((fact,), told=True)
        for index, figure, fact in totals
        if _of_one_event(desk, figure, fact) and desk.gone(fact)
        and (figure.measure, bound(figure) - bound(fact.figure)) in shifts
    }  # fmt: skip


def _meant(desk: _Desk, notice: Notice, figure: Figure, same: Sequence[Fact]) -> Correction | None:
    """What a notice can mean that names no old number: the only other one, or the very one that it tells anew."""
    others = [fact for fact in same if not desk.meet(figure, fact.figure) and desk.gone(fact)]
    if len(others) == 1 and notice.of_numbers and not notice.values:
        return Correction(tuple(others), told=True)
    if len(others) == 1 and notice.bare:
        return Correction(tuple(others), told=True, guessed=not desk.denies(figure, others[0]))
    repeated = [fact for fact in same if notice.values == {bound(figure)} == {bound(fact.figure)}]
    return Correction((repeated[-1],), told=True) if repeated else None


def _of_one_event(desk: _Desk, figure: Figure, fact: Fact) -> bool:
    near = abs((desk.occasion.published - fact.published).days) <= desk.policy.event
    same = figure.scope == fact.figure.scope and desk.comparable(figure, fact)
    return near and same and desk.one_side(figure, fact)


def _count(figure: Figure) -> object:
    """What a figure says at its barest: measure, unit, number."""
    return figure.measure, figure.unit, number(figure)


def _one_count(one: Figure, other: Figure) -> bool:
    alike = series_key(one) == series_key(other) and same_span(one, other)
    return alike and (one.kind == "estimate") == (other.kind == "estimate")


def _one_matter(one: Figure, other: Figure) -> bool:
    """True when two figures count the same, be it told of one event or of all."""
    counted = (one.measure, one.unit, is_share(one), way(one), subset(one))
    return counted == (other.measure, other.unit, is_share(other), way(other), subset(other))


def _distance(figure: Figure, fact: Fact) -> float:
    one, other = bound(figure), bound(fact.figure)
    return abs(log(one / other)) if one > 0 and other > 0 else inf


def corrected(case: Case, correction: Correction, ledger: Ledger, judge: Callable[[Case], Finding]) -> Finding:
    """The finding on a figure that replaces known facts: it is judged as if they had not been said.

    A number that others print too is not withdrawn: the corrected one then stands beside it, in dispute. Without a
    notice, a running total that went on is an update, and a number that is known already is no news.
    """
    plain = judge(case)
    if (not correction.told and plain.kind == "updated_total") or (correction.guessed and plain.kind != "conflict"):
        return plain
    mine = tuple(replace(fact, state="withdrawn") for fact in correction.old if _withdrawn(fact, case))
    changed = (*mine, *_restored(mine, correction.old[0], ledger, case.policy))
    finding = judge(_after(case, changed)) if changed else plain
    if not mine:
        beside = replace(finding, add="provisional", changed=()) if finding.add else finding
        return _told(beside, correction, ())
    finding = finding if correction.told else replace(finding, note="edited")
    return _told(finding, correction, (*changed, *_settled(finding, correction)))


def _told(finding: Finding, correction: Correction, changed: tuple[Fact, ...]) -> Finding:
    known = {fact.id: fact for fact in (*changed, *finding.changed)}
    finding = replace(finding, changed=tuple(known.values()))
    if not correction.told and finding.kind not in ALERTING:
        return finding
    return replace(finding, kind="correction", rule="E0", against=correction.old)


def _withdrawn(fact: Fact, case: Case) -> bool:
    """False for a number that others than the correcting outlet print too, and for one that is only told anew."""
    alone = {*fact.publishers, fact.publisher} <= {case.occasion.publisher, ""}
    return alone and _count(fact.figure) != _count(case.figure)


def _after(case: Case, changed: Sequence[Fact]) -> Case:
    new = {fact.id: fact for fact in changed}
    return replace(case, known=tuple(new.get(fact.id, fact) for fact in case.known))


def _restored(mine: Sequence[Fact], first: Fact, ledger: Ledger, policy: Policy) -> tuple[Fact, ...]:
    """What a withdrawn number of a series had replaced, current again: the latest of its side, of a live count the
    highest."""
    if not mine or is_event(first.figure) or first.state != "current":
        return ()
    gone = {fact.id for fact in mine}
    side = [
        fact for fact in ledger.series.get(series_key(first.figure), ())
        if fact.id not in gone and fact.family in (None, first.family) and _one_count(first.figure, fact.figure)
    ]  # fmt: skip
    before = [fact for fact in side if fact.state == "superseded"]
    if not before or any(fact.state == "current" for fact in side):
        return ()
    live = first.figure.measure in policy.live and not is_share(first.figure)
    last = max(before, key=lambda fact: (bound(fact.figure) if live else 0, fact.published))
    return (replace(last, state="current"),)


def _settled(finding: Finding, correction: Correction) -> tuple[Fact, ...]:
    """A known number that was only disputed by the withdrawn one stands undisputed."""
    seen = finding.seen
    if seen is None or seen.state != "provisional" or correction.old[0].state != "current":
        return ()
    return (replace(seen, state="current"),)
