"""Rules T1-T8: totals, estimates and shares against what is known of their series (gold/SCHEME.md, section 3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from monitor.judge._finding import Case, Finding, Rule
from monitor.judge._keys import INVASION_YEAR, same_span, span_start
from monitor.judge._numbers import bound, holds, interval, is_point, is_round, is_share, meet, number
from monitor.judge._policy import Policy
from monitor.model import Fact, Figure, VerdictKind

__all__ = ["judge_total"]

GROUP = 40
"""So many come home as one group at most."""
FAR_BELOW = 0.2
"""An open total under this share of the latest counts a group or a part, whatever its words."""

RECOUNT = 0.95
"""So much of a running total is left at least when a side finds that it counted some twice."""


def judge_total(case: Case) -> Finding:
    """Judge one figure of a series: the first rule that fits wins."""
    usable = tuple(fact for fact in case.known if fact.state not in ("withdrawn", "rejected"))
    case = replace(case, known=tuple(sorted(usable, key=lambda fact: fact.published)))
    return next(finding for rule in _RULES if (finding := rule(case)))


def _live(case: Case) -> bool:
    return case.figure.measure in case.policy.live and not is_share(case.figure)


def _empty(case: Case) -> Finding | None:
    """T1: nothing is known of the series."""
    return None if case.known else Finding("new_figure", "T1", add="current")


def _known_number(case: Case) -> Finding | None:
    """T2: the number, qualifier aside, is known. A second report confirms a fall that waited for review."""
    same = next((fact for fact in case.known if number(fact.figure) == number(case.figure)), None)
    if same is None:
        return None
    own = same.id in case.here or same.occasion == case.occasion.id
    fresh = abs((case.occasion.published - same.published).days) <= case.policy.fresh
    return Finding(
        "corroboration" if fresh and not own else "restatement",
        "T2",
        (_refined(case, same),),
        note=_stale(case, same),
        seen=same,
        changed=() if own else _confirm(case, same),
    )


def _refined(case: Case, same: Fact) -> Fact:
    """The point that a coarse number stands for by now, else the number itself."""
    if is_point(same.figure) or is_point(case.figure):
        return same
    return _held_point(case) or same


def _stale(case: Case, same: Fact) -> str | None:
    """Say when someone still prints a number that its family has replaced."""
    newer = [fact for fact in _mine(case) if fact.state == "current" and fact.published > same.published]
    settled = any((case.occasion.published - fact.published).days > case.policy.fresh for fact in newer)
    return "repeats_superseded" if same.state == "superseded" and is_point(same.figure) and settled else None


def _confirm(case: Case, same: Fact) -> tuple[Fact, ...]:
    """A fall in review becomes current when a second publisher reports it; a value in conflict stays where it is."""
    second = case.occasion.copy_of is None and case.occasion.publisher != same.publisher
    if _live(case) or same.state != "provisional" or not second:
        return ()
    standing = _standing(case, same.family)
    if any((same.published - fact.published).days <= case.policy.settled for fact in standing if fact.id != same.id):
        return ()
    return (replace(same, state="current"), *_superseded(case, same))


def _held_point(case: Case) -> Fact | None:
    """The latest known point inside the figure's interval, its own family's first."""
    round_live = _live(case) and case.figure.qualifier == "exact"
    span = interval(case.figure, slow=not _live(case) or (round_live and _not_above_latest(case)))
    held = [fact for fact in case.known if is_point(fact.figure) and holds(span, bound(fact.figure))]
    return max(held, key=lambda fact: (fact.family == case.family, fact.published), default=None)


def _not_above_latest(case: Case) -> bool:
    latest = _latest(case)
    return latest is not None and bound(case.figure) <= bound(latest.figure)


def _rounding(case: Case) -> Finding | None:
    """T3: not a point, and a known point lies in its interval."""
    if is_point(case.figure):
        return None
    point = _held_point(case)
    if point is None:
        return None
    kind: VerdictKind = "corroboration" if _same_statement(case, point) else "restatement"
    return Finding(kind, "T3", (point,), note="rounds")


def _same_statement(case: Case, point: Fact) -> bool:
    """The same speaker on the same day in another article: one statement, rounded by one of two outlets."""
    speaker = case.figure.source_id
    said = speaker is not None and speaker == point.figure.source_id
    return said and point.published == case.occasion.published and point.occasion != case.occasion.id


def _coarse(case: Case) -> Finding | None:
    """T4: only coarse values are known, intervals meeting; or it rounds the newest: "nearly 250" of "at least 248".

    Counts of other spans are none of them: "more than 830" is no rival of the 838 for the nine killed in October.
    """
    if is_point(case.figure):
        return None
    slow = not _live(case)
    span = interval(case.figure, slow=slow)
    known = tuple(fact for fact in case.known if same_span(case.figure, fact.figure))
    if any(is_point(fact.figure) for fact in known):
        met = [fact for fact in _newest_of_side(case, known) if holds(span, bound(fact.figure))]
    else:
        met = [fact for fact in known if meet(span, interval(fact.figure, slow=slow))]
    return Finding("restatement", "T4", (met[-1],), note="rounds") if met else None


def _newest_of_side(case: Case, known: Sequence[Fact]) -> list[Fact]:
    """The side's newest number, for a lower bound; for "nearly" so many only if it is coarse ("at least 248").

    What nobody is named for may round the newest coarse number of any side.
    """
    lower = case.figure.qualifier in ("more_than", "at_least")
    newest = {fact.family: fact for fact in known}
    coarse = [fact for fact in newest.values() if not is_point(fact.figure)]
    if not lower and case.figure.qualifier != "approx":
        return []
    if case.family is None:
        return coarse
    own = newest.get(case.family) or newest.get(None)
    return [own] if own and (lower or own in coarse) else []


def _refinement(case: Case) -> Finding | None:
    """T5: a point inside a known coarse value which no known point has refined yet."""
    if not is_point(case.figure):
        return None
    coarse = [fact for fact in case.known if not is_point(fact.figure) and _unrefined(case, fact)]
    if not coarse:
        return None
    met = max(coarse, key=lambda fact: (fact.family == case.family, fact.published))
    latest, gone = _latest(case) if _live(case) else None, (replace(met, state="superseded"),)
    if latest and latest.id != met.id and bound(latest.figure) > bound(case.figure):
        return Finding("updated_total", "T5", (met,), note="refines", add="superseded", changed=gone)
    return Finding("updated_total", "T5", (met,), note="refines", add="current", changed=gone + _superseded(case, met))


def _unrefined(case: Case, fact: Fact) -> bool:
    span = interval(fact.figure, slow=not _live(case))
    points = (other for other in case.known if is_point(other.figure))
    return holds(span, bound(case.figure)) and not any(holds(span, bound(point.figure)) for point in points)


def _new_claimant(case: Case) -> Finding | None:
    """T6: the speaker's family has said nothing in this series."""
    return None if _mine(case) else Finding("new_figure", "T6", add="current")


def _mine(case: Case) -> tuple[Fact, ...]:
    """Known facts of the figure's family; an unattributed figure or fact matches any."""
    if case.family is None:
        return case.known
    return tuple(fact for fact in case.known if fact.family in (None, case.family))


def _comparable(case: Case) -> tuple[Fact, ...]:
    """Facts of the family over the same span of time and of the same nature; without any, all of the family."""
    mine = _mine(case)
    return tuple(fact for fact in mine if _alike(case.figure, fact.figure)) or mine


def _alike(one: Figure, other: Figure) -> bool:
    """True when both count over one span, and both are counts or both estimates."""
    return same_span(one, other) and (one.kind == "estimate") == (other.kind == "estimate")


def _latest(case: Case) -> Fact | None:
    """The highest undisputed number of a live counter that stands; where none does, of those that were replaced."""
    sure = [fact for fact in _comparable(case) if fact.state != "provisional"]
    standing = [fact for fact in sure if fact.state == "current"]
    return max(standing or sure, key=lambda fact: bound(fact.figure), default=None)


def _is_milestone(fact: Fact) -> bool:
    return fact.figure.qualifier == "exact" and is_round(fact.figure)


def _makes_exact(figure: Figure, published: date, milestone: Fact, policy: Policy) -> bool:
    """True for 2,194 on the day of a bare 2,200, or a few days later: the count for which the round number stood."""
    soon = 0 <= (published - milestone.published).days <= policy.fresh
    if not soon or not is_point(figure) or bound(figure) >= bound(milestone.figure):
        return False
    return holds(interval(milestone.figure, slow=True), bound(figure))


def _exact_milestone(case: Case, latest: Fact) -> Finding | None:
    """T5: the count behind a milestone that was rounded up, if it is above all that was counted before."""
    counted = (fact for fact in _comparable(case) if is_point(fact.figure) and fact.state != "provisional")
    above = all(bound(case.figure) > bound(fact.figure) for fact in counted)
    if (
        not above
        or not _is_milestone(latest)
        or not _makes_exact(case.figure, case.occasion.published, latest, case.policy)
    ):
        return None
    changed = (replace(latest, state="superseded"), *_superseded(case, latest))
    return Finding("updated_total", "T5", (latest,), note="refines", add="current", changed=changed)


def _other_span(case: Case, rule: str) -> Finding | None:
    """A count beside those of other spans only: new, and no conflict ("449 in 2024"; 838 in all after 9 in October)."""
    whole = span_start(case.figure) is None
    if any(same_span(case.figure, fact.figure) or (whole and _is_of_2022(fact)) for fact in _mine(case)):
        return None
    return Finding("new_figure", rule, note="another_period", add="current" if whole else "superseded")


def _is_of_2022(fact: Fact) -> bool:
    """True for what was counted since the invasion when that was the same year: the whole goes on from it."""
    start = span_start(fact.figure)
    return start is not None and start.year == INVASION_YEAR


def _estimate(case: Case) -> Finding | None:
    """A family's first estimate beside its counts of the same week: new, and no conflict with them."""
    if case.figure.kind != "estimate" or any(fact.figure.kind == "estimate" for fact in _mine(case)):
        return None
    return Finding("new_figure", "T8", note="estimate_beside_count", add="current")


def _live_counter(case: Case) -> Finding | None:
    """T7: a live counter only rises. Above the latest: an update; below and unknown: a conflict."""
    if not _live(case):
        return None
    if span_start(case.figure) is None and (whole := _other_span(case, "T7")):
        return whole
    then = replace(case, known=tuple(f for f in case.known if f.published <= case.occasion.published))
    before, latest = _latest(then), _latest(case)
    if latest is None or bound(case.figure) > bound(latest.figure):
        against = (latest,) if latest else ()
        return Finding("updated_total", "T7", against, add="current", changed=_superseded(case, latest, stays=False))
    if found := _other_span(case, "T7") or _exact_milestone(case, latest) or _recounted(case, latest):
        return found
    if _is_late(case, before, latest):
        return Finding("restatement", "T7", (latest,), note="late_report", add="superseded")
    if before and _is_small(case, [before]):
        return _small(case, "T7", before)
    return Finding("conflict", "T7", (latest,), add="provisional")


def _recounted(case: Case, latest: Fact) -> Finding | None:
    """T7: the side counted a little less, which is in dispute still, and counts on from there: 2,287; 2,268; 2,271.

    Whoever quotes an old number far below (1,859) starts no count anew.
    """
    side = (fact for fact in _comparable(case) if fact.family in (None, latest.family) and is_point(fact.figure))
    last = max(side, key=lambda fact: (_day_of(fact), fact.published), default=latest)
    fell = last.state == "provisional" and RECOUNT * bound(latest.figure) <= bound(last.figure) < bound(case.figure)
    if not fell or _day_of(last) <= _day_of(latest) or _own_day(case) < _day_of(last):
        return None
    return Finding("updated_total", "T7", (last,), add="current", changed=_superseded(case, last, stays=False))


def _is_small(case: Case, others: Sequence[Fact]) -> bool:
    """True for children counted without a beginning who are far fewer than the others: no grand total."""
    figure, period = case.figure, case.figure.period
    if figure.unit != "children" or figure.kind != "total" or (period and period.start):
        return False
    return all(_alike(figure, fact.figure) and bound(figure) < FAR_BELOW * bound(fact.figure) for fact in others)


def _small(case: Case, rule: str, whole: Fact) -> Finding:
    """A group is told of in passing ("all three are with their mother"); a count of more is one of its own: news."""
    if bound(case.figure) <= GROUP:
        return Finding("restatement", rule, (whole,), note="small_group")
    return Finding("new_figure", rule, (whole,), note="small_count", add="superseded")


def _is_late(case: Case, before: Fact | None, latest: Fact) -> bool:
    """True when a lower number was right in its day: the article, or the day it speaks of, is older than the latest."""
    value, own = bound(case.figure), _own_day(case)
    if latest.published > case.occasion.published:
        return before is None or value > bound(before.figure)
    known = [fact for fact in _comparable(case) if _day_of(fact) <= own and fact.state != "provisional"]
    return own < _day_of(latest) and all(bound(fact.figure) < value for fact in known)


def _own_day(case: Case) -> date:
    return _told_day(case.figure, case.occasion.published)


def _day_of(fact: Fact) -> date:
    return _told_day(fact.figure, fact.published)


def _told_day(figure: Figure, published: date) -> date:
    """The day that a count speaks of: the end of its period, and never after its publication."""
    end = figure.period.end if figure.period else None
    return min(end, published) if end else published


def _slow_series(case: Case) -> Finding:
    """T8: a slow series differs from its family's last value: an update after a week, a conflict within.

    A fall of an exact count goes to a person: the current value stays until one, or a second publisher, decides.
    """
    mine = _not_of_a_part(case, _whole(_own(case)) if case.family else _own(case))
    if not mine:
        return Finding("new_figure", "T8", note="another_period", add="current")
    day = case.occasion.published
    later = [fact for fact in mine if (fact.published - day).days > case.policy.jitter]
    if later:
        return Finding("restatement", "T8", (later[-1],), note="late_report", add="superseded")
    last = mine[-1]
    if apart := _other_span(case, "T8"):
        return apart
    if _is_small(case, [last] if case.family else [fact for fact in mine if fact.state == "current"] or [last]):
        return _small(case, "T8", last)
    if (day - last.published).days <= case.policy.settled:
        return _above_bound(case, last) or _estimate(case) or Finding("conflict", "T8", (last,), add="provisional")
    if old := _dated_before(case, last):
        return old
    if _is_fall(case, last):
        return Finding("updated_total", "T8", (last,), note="fall", review=True, add="provisional")
    return Finding("updated_total", "T8", (last,), add="current", changed=_superseded(case, last, stays=False))


def _above_bound(case: Case, last: Fact) -> Finding | None:
    """An exact 251 a few days after "at least 248" of its own side contradicts nothing: it makes it exact."""
    open_ended = last.figure.qualifier in ("at_least", "more_than") and last.family in (None, case.family)
    if not open_ended or not is_point(case.figure) or bound(case.figure) < bound(last.figure):
        return None
    return Finding(
        "updated_total", "T5", (last,), note="refines", add="current", changed=_superseded(case, last, stays=False)
    )


def _whole(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without the counts of a part (`small_count`), far below the largest: the next whole is not judged by them."""
    largest = max(bound(fact.figure) for fact in facts)
    return tuple(fact for fact in facts if bound(fact.figure) >= FAR_BELOW * largest)


def _not_of_a_part(case: Case, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without what the article itself counts far below this: "88 were hurt in October, 2,705 in all" is no conflict."""
    here = [fact for fact in facts if fact.id in case.here and _alike(case.figure, fact.figure)]
    parts = {fact.id for fact in here if bound(fact.figure) < FAR_BELOW * bound(case.figure)}
    return tuple(fact for fact in facts if fact.id not in parts)


def _own(case: Case) -> tuple[Fact, ...]:
    """Comparable facts that the family itself said; unattributed ones only without any."""
    comparable = _comparable(case)
    return tuple(fact for fact in comparable if fact.family == case.family) or comparable


def _dated_before(case: Case, last: Fact) -> Finding | None:
    """A count that the article itself dates over a week before the last value: history, not news."""
    if (_day_of(last) - _own_day(case)).days <= case.policy.settled:
        return None
    return Finding("restatement", "T8", (last,), note="late_report", add="superseded")


def _is_fall(case: Case, last: Fact) -> bool:
    official = case.figure.kind == "total" and is_point(case.figure) and case.figure.measure not in case.policy.stocks
    return official and bound(case.figure) < bound(last.figure)


def _superseded(case: Case, by: Fact | None, *, stays: bool = True) -> tuple[Fact, ...]:
    """What a new or confirmed value replaces: the standing facts of its family, else of `by`'s; `by` may stay."""
    family = case.family or (by.family if by else None)
    standing = _standing(case, family)
    return tuple(replace(fact, state="superseded") for fact in standing if not (stays and by and fact.id == by.id))


def _standing(case: Case, family: str | None) -> list[Fact]:
    """Facts of one family and span that have not been replaced, unattributed ones among them."""
    return [
        fact
        for fact in case.known
        if fact.state in ("current", "provisional")
        and fact.family in (None, family)
        and _alike(case.figure, fact.figure)
    ]


_RULES: tuple[Rule, ...] = (
    _empty,
    _known_number,
    _rounding,
    _coarse,
    _refinement,
    _new_claimant,
    _live_counter,
    _slow_series,
)
