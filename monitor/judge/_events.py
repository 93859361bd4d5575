"""Rules E1-E5: batches and increments against the known events of their days (gold/SCHEME.md, section 3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

from monitor.judge._cues import has_additive_cue
from monitor.judge._finding import Case, Finding, Rule
from monitor.judge._keys import (
    days_between,
    event_days,
    hindsight,
    is_background,
    may_be_one,
    on_other_days,
    operation,
    same_event,
    same_group,
    subset,
    told_as_past,
    way,
)
from monitor.judge._numbers import bound, holds, interval, is_point, number
from monitor.model import Fact, Figure

__all__ = ["is_sum_of_siblings", "judge_event"]


def judge_event(case: Case) -> Finding:
    """Judge one batch: the first rule that fits wins. `case.known` may hold any events of its measure and days."""
    usable = (fact for fact in case.known if fact.state not in ("withdrawn", "rejected"))
    known = tuple(sorted(usable, key=lambda fact: fact.published))
    same = tuple(f for f in known if same_event(case.figure, case.occasion.published, f, case.policy))
    case = replace(case, known=known, same=same)
    return next(finding for rule in _RULES if (finding := rule(case)))


def _equal(case: Case) -> tuple[Fact, ...]:
    """Facts of the same event key and value; a coarse value equals the point that it holds."""
    day, policy = case.occasion.published, case.policy
    alike = (fact for fact in case.known if _same_value(case.figure, fact.figure))
    return tuple(fact for fact in alike if same_group(case.figure, day, fact, policy))


def _same_value(one: Figure, other: Figure) -> bool:
    if number(one) == number(other):
        return True
    if is_point(one) == is_point(other):
        return False
    point, coarse = (one, other) if is_point(one) else (other, one)
    return holds(interval(coarse, slow=False), bound(point))


def _another_batch(case: Case) -> Finding | None:
    """E1: same value and speaker, a later day, an additive cue and periods apart: another batch of the same size."""
    equal = _equal(case)
    if not equal or case.occasion.copy_of or not has_additive_cue(case.figure, case.occasion):
        return None
    if _beside_others(case):
        return None
    return Finding("new_figure", "E1", add="current") if all(_apart(case, fact) for fact in equal) else None


def _beside_others(case: Case) -> bool:
    """ "Rome brought 24 home; in the same week the Emirates mediated for another 14": without days of its own, other
    than the batch told before it in its article."""
    own = case.figure
    before = (one for one in case.siblings if one.start < own.start and one.measure == own.measure)
    return own.period is None and any(number(one) != number(own) for one in before)


def _apart(case: Case, fact: Fact) -> bool:
    """Same speaker, later day, periods apart. A day that the article does not state must lie two days on."""
    if case.figure.source_id is None or case.figure.source_id != fact.figure.source_id:
        return False
    first, _ = event_days(case.figure, case.occasion.published)
    days = (first - _days_of(fact)[1]).days
    return days >= (1 if case.figure.period else 2)


def _known_event(case: Case) -> Finding | None:
    """E2: same event key, same value: one event, however many speakers and outlets report it."""
    equal = [fact for fact in _equal(case) if not on_other_days(case.figure, fact.figure, case.policy, alike=True)]
    if not equal:
        return None
    first = equal[0]
    own = first.id in case.here or first.occasion == case.occasion.id
    fresh = abs((case.occasion.published - first.published).days) <= case.policy.event
    past = own or not fresh or told_as_past(case.figure, case.occasion.published)
    return Finding("restatement" if past else "corroboration", "E2", (first,), seen=first)


def _recalled(case: Case) -> Finding | None:
    """E2: told with hindsight, and a known event of this value lies among the days that the article means."""
    spans = hindsight(case.figure, case.occasion, case.policy)
    alike = (
        fact
        for fact in case.known
        if may_be_one(case.figure, fact, case.policy) and _same_value(case.figure, fact.figure)
    )
    near = [fact for fact in alike if any(days_between(span, _days_of(fact)) == 0 for span in spans)]
    told, own = event_days(case.figure, case.occasion.published), operation(case.figure)
    found = min(near, key=lambda f: (operation(f.figure) != own, days_between(told, _days_of(f))), default=None)
    return Finding("restatement", "E2", (found,), seen=found) if found else None


def _days_of(fact: Fact) -> tuple[date, date]:
    """First and last day of a known event."""
    return event_days(fact.figure, fact.published)


def _sum_of_parts(case: Case) -> Finding | None:
    """E3: the value is the sum of two batches of one article, same scope, at most two days apart."""
    near = [fact for fact in case.known if _may_be_part(case, fact)]
    pairs = [pair for pair in combinations(near, 2) if _one_story(case, *pair) or _of_one_span(case, *pair)]
    back = [fact for fact in case.known if _went_the_other_way(case, fact)]
    pairs += [(one, other) for one in near for other in back if one.occasion == other.occasion]
    for one, other in pairs:
        if bound(one.figure) + bound(other.figure) == bound(case.figure):
            return Finding("corroboration", "E3", (one, other), note="sum")
    return None


def _went_the_other_way(case: Case, fact: Fact) -> bool:
    """ "Five are home through Qatar. Four came to Russia.": the four are of no named deal, and yet the nine's."""
    counted = fact.figure.measure == case.figure.measure and fact.figure.scope == "all" != case.figure.scope
    days = event_days(case.figure, case.occasion.published), _days_of(fact)
    apart = way(fact.figure) != way(case.figure)
    return counted and apart and fact.state != "provisional" and days_between(*days) <= case.policy.near


def _sum_of_own(case: Case) -> Finding | None:
    """E3: the sum of two batches of its own article, however these were judged: "11 today, 11 on Monday, 22 in all"."""
    alike = [sibling for sibling in case.siblings if _counts_alike(case.figure, sibling)]
    for pair in combinations(alike, 2):
        if sum(map(bound, pair)) == bound(case.figure):
            told = {fact.id: fact for part in pair if (fact := _told(case, part))}
            if told:
                return Finding("corroboration", "E3", tuple(told.values()), note="sum")
    return None


def _sum_of_its_parts(case: Case) -> Finding | None:
    """E3: "twelve this week, nine on Monday and three on Saturday": its article gives its parts, all of them known."""
    told = {fact.id: fact for part in case.parts if (fact := _told(case, part))}
    if len(told) < max(len(case.parts), 2) or sum(map(bound, case.parts)) != bound(case.figure):
        return None
    return Finding("corroboration", "E3", tuple(told.values()), note="sum")


def _told(case: Case, part: Figure) -> Fact | None:
    """The known event that another batch of the article is."""
    day = case.occasion.published
    alike = (fact for fact in case.known if number(fact.figure) == number(part))
    return next((fact for fact in alike if same_group(part, day, fact, case.policy)), None)


def _part_of_known(case: Case) -> Finding | None:
    """E3, the other way round: with another batch it adds up to a third of its article, an event told elsewhere before.

    "Seven, six in Ukraine and one in Russia", where another article told of the seven.
    """
    for whole, other in permutations(case.siblings, 2):
        alike = all(_counts_alike(case.figure, sibling) for sibling in (whole, other))
        if not alike or bound(case.figure) + bound(other) != bound(whole):
            continue
        told = [fact for fact in case.known if fact.id not in case.here and _may_be_part(case, fact)]
        known = next((fact for fact in told if number(fact.figure) == number(whole)), None)
        if known is not None and known.occasion != case.occasion.id:
            return Finding("corroboration", "E3", (known,), note="part", add="current")
    return None


def _counts_alike(one: Figure, other: Figure) -> bool:
    """May they be added up? People and organisations put on one list may: "17 people and entities"."""
    listed = one.measure == "sanctions" or one.unit == other.unit
    return listed and (one.measure, operation(one), subset(one)) == (other.measure, operation(other), subset(other))


def _may_be_part(case: Case, fact: Fact) -> bool:
    if not _counts_alike(case.figure, fact.figure):
        return False
    days = event_days(case.figure, case.occasion.published), _days_of(fact)
    return fact.state != "provisional" and days_between(*days) <= case.policy.near


def _one_story(case: Case, one: Fact, other: Fact) -> bool:
    """Both parts from one article, or of one named operation; the same event is not counted twice."""
    named = operation(case.figure) != "all"
    return one.id != other.id and (one.occasion == other.occasion or named)


def _of_one_span(case: Case, one: Fact, other: Fact) -> bool:
    """ "Ten in all this week": both parts lie among the days that the sum states, which are more than theirs."""
    period = case.figure.period
    if one.id == other.id or period is None or period.start is None or period.end is None:
        return False
    days = [_days_of(fact) for fact in (one, other)]
    inside = all(period.start <= first and last <= period.end for first, last in days)
    return inside and days[0] != days[1]


def _background(case: Case) -> Finding | None:
    """E5 without a flag: what was over long before the article fills the history."""
    if not is_background(case.figure, case.occasion.published, case.policy):
        return None
    return Finding("restatement", "E5", note="background", add="current")


def _other_value(case: Case) -> Finding | None:
    """E4: same event of a named scope, another value, no additive cue: two reports contradict each other."""
    if operation(case.figure) == "all" or has_additive_cue(case.figure, case.occasion):
        return None
    rivals = [fact for fact in case.same if _contradicts(case, fact)]
    if not rivals:
        return None
    old = min(rivals, key=lambda fact: (fact.state == "provisional", fact.published))
    return Finding("conflict", "E4", (old,), add="provisional")


def _contradicts(case: Case, fact: Fact) -> bool:
    """Not the article's own figures, not of other days or a part of them, and not a known sum of which it now gives the
    parts."""
    if fact.id in case.here or fact.figure.scope != case.figure.scope or _of_its_week(case, fact):
        return False
    if on_other_days(case.figure, fact.figure, case.policy, alike=False):
        return False
    sizes = sorted((bound(case.figure), bound(fact.figure)))
    if sizes[0] < _ALIKE * sizes[1]:
        return False
    rest = bound(fact.figure) - bound(case.figure)
    return not any(bound(sibling) == rest for sibling in case.siblings)


_ALIKE = 0.5
"""Two reports of one group differ by less: three are another group than nine."""


def _of_its_week(case: Case, fact: Fact) -> bool:
    """True when the days of one event lie among those of the other, which is the larger: a week and a day of it."""
    if case.figure.scope in case.policy.deals:
        return False
    sized = [
        (bound(case.figure), event_days(case.figure, case.occasion.published)),
        (bound(fact.figure), _days_of(fact)),
    ]
    (_, day), (_, week) = sorted(sized)
    return day != week and week[0] <= day[0] and day[1] <= week[1]


def _new_event(_case: Case) -> Finding:
    """E5: an event that nobody reported before."""
    return Finding("new_figure", "E5", add="current")


def is_sum_of_siblings(figure: Figure, siblings: tuple[Figure, ...]) -> bool:
    """True when two other batches of the same article and scope add up to this one (it is judged after them)."""
    key = operation(figure), figure.measure
    parts = [s for s in siblings if s is not figure and (operation(s), s.measure) == key]
    return any(bound(one) + bound(other) == bound(figure) for one, other in combinations(parts, 2))


_RULES: tuple[Rule, ...] = (
    _another_batch,
    _known_event,
    _recalled,
    _sum_of_parts,
    _sum_of_own,
    _sum_of_its_parts,
    _part_of_known,
    _background,
    _other_value,
    _new_event,
)
