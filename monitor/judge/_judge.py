"""Judging one article: its figures in turn, each against the ledger and the article's earlier figures.

::

    figures -> [what it corrects] -> [rules T1-T8 or E1-E5, E0] -> finding -> verdict, facts -> ledger -> next figure
                                                                           \\-> flags: one per novelty of the article
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from monitor.judge._corrections import Corrections, corrected, corrections
from monitor.judge._cues import is_told_as_part
from monitor.judge._events import is_sum_of_siblings, judge_event
from monitor.judge._finding import ALERTING, Case, Finding
from monitor.judge._keys import (
    ISSUED,
    compatible_direction,
    days_between,
    event_days,
    flag_key,
    is_event,
    is_group,
    of_two_issuers,
    operation,
    series_key,
    span_start,
    subset,
    way,
)
from monitor.judge._numbers import bound, holds, interval, is_point, is_share, number
from monitor.judge._policy import Policy
from monitor.judge._totals import judge_total
from monitor.model import Fact, Figure, FlagDraft, Judgement, Ledger, Occasion, Verdict

__all__ = ["apply", "judge"]

TWO_MEASURES_FROM = 50


@dataclass(frozen=True, slots=True)
class _Run:
    """What stands after some of an article's figures: the ledger, verdicts by figure, flags, and facts touched."""

    ledger: Ledger
    verdicts: Mapping[int, Verdict]
    flags: tuple[FlagDraft, ...] = ()
    touched: Mapping[str, Fact] | None = None
    here: frozenset[str] = frozenset()


def judge(occasion: Occasion, figures: Sequence[Figure], ledger: Ledger, policy: Policy) -> Judgement:
    """Judge the figures of one article version against the ledger.

    `ledger` must hold what `needs` names. Optional figures get a verdict without kind. On a baseline occasion the
    verdicts and facts are the same and no flag is raised. Judging the same article again raises nothing new. Pure:
    the ledger is not changed; `apply` gives the next one.
    """
    made = frozenset(_fact_id(occasion, index) for index in range(len(figures)))
    mended = corrections(occasion, figures, ledger, policy, made)
    run = _Run(ledger, {}, touched={})
    for index in _order(figures, policy):
        run = _step(run, index, occasion, figures, policy, mended)
    verdicts = tuple(_reviewed(run.verdicts[index], figures) for index in range(len(figures)))
    flags = () if occasion.baseline else _merged(run.flags, verdicts, occasion)
    return Judgement(verdicts, flags, tuple((run.touched or {}).values()))


def apply(ledger: Ledger, judgement: Judgement) -> Ledger:
    """The ledger after a judgement: its facts added, or put in the place of the known fact of the same id."""
    return _with(ledger, judgement.facts)


def _order(figures: Sequence[Figure], policy: Policy) -> list[int]:
    """Figures in their order, but sums of two batches after their parts (rule E3), and roundings after their number.

    "More than 2,500; the exact number is 2,511": the second is the news, and the first rounds it.
    """
    told = tuple(figure for figure in figures if not figure.optional)
    batches = tuple(figure for figure in told if is_event(figure))

    def later(index: int) -> bool:
        figure = figures[index]
        return is_sum_of_siblings(figure, batches) if is_event(figure) else _rounds_own(figure, told, policy)

    return sorted(range(len(figures)), key=later)


def _rounds_own(figure: Figure, told: Sequence[Figure], policy: Policy) -> bool:
    """True for a total that the article gives exactly too."""
    span = interval(figure, slow=figure.measure not in policy.live or is_share(figure))
    exact = (other for other in told if is_point(other) and not is_event(other))
    alike = (other for other in exact if series_key(other) == series_key(figure))
    return not is_point(figure) and any(holds(span, bound(other)) for other in alike)


def _step(
    run: _Run, index: int, occasion: Occasion, figures: Sequence[Figure], policy: Policy, mended: Corrections
) -> _Run:
    figure = figures[index]
    if figure.optional or index in mended.aside:
        return _aside(run, index, None if figure.optional else mended.aside[index])
    if _is_growth(figure, figures):
        return _aside(run, index, "growth")
    if _is_register(figure, run.ledger, policy):
        return _aside(run, index, "register")
    case = _case(run, figure, occasion, figures, policy)
    rules = judge_event if is_event(figure) else judge_total
    correction = mended.by.get(index)
    finding = corrected(case, correction, run.ledger, rules) if correction else rules(case)
    if _is_part(case, finding) or _is_part_of_group(case, finding, figures):
        return _aside(run, index, "part")
    for known_as in (_told_as_identified, _told_of_all, _told_otherwise):
        finding = known_as(case, finding, run.ledger)
    facts = _facts(finding, case, _fact_id(occasion, index))
    verdict = Verdict(
        index, finding.kind, finding.rule, tuple(f.id for f in finding.against), finding.review, finding.note
    )
    return _Run(
        _with(run.ledger, facts),
        {**run.verdicts, index: verdict},
        (*run.flags, *_flag(verdict, case)),
        {**(run.touched or {}), **{fact.id: fact for fact in facts}},
        run.here | ({facts[-1].id} if finding.add else set()),
    )


def _aside(run: _Run, index: int, note: str | None) -> _Run:
    """A side note is not judged."""
    return replace(run, verdicts={**run.verdicts, index: Verdict(index, None, "optional", note=note)})


def _is_growth(figure: Figure, figures: Sequence[Figure]) -> bool:
    """True for the increment ("grew by 52 to 2,090") of a total that the article gives too, and exactly."""
    said = (f for f in figures if f.kind == "total" and not f.optional and is_point(f))
    totals = (f for f in said if series_key(f) == series_key(figure))
    return figure.kind == "increment" and any(bound(total) > bound(figure) for total in totals)


def _is_register(figure: Figure, ledger: Ledger, policy: Policy) -> bool:
    """True for a total "identified" that is the known count of all who were taken: "has identified over 19,500"."""
    if figure.measure != "identified" or figure.kind != "total":
        return False
    span, side = interval(figure, slow=True), policy.family(figure)
    taken = ledger.series.get(series_key(replace(figure, measure="deported")), ())
    return any(
        number(fact.figure) == number(figure)
        or (not is_point(figure) and is_point(fact.figure) and holds(span, bound(fact.figure)))
        for fact in _valid(taken, side)
    )


def _told_as_identified(case: Case, finding: Finding, ledger: Ledger) -> Finding:
    """The other way round: a count of all who were taken that its side told as "identified" enters without a flag.

    A fall is for a person, but once: not when the number "identified" waits for one already.
    """
    figure = case.figure
    if figure.measure != "deported" or figure.kind != "total" or not is_point(figure):
        return finding
    if finding.kind not in ALERTING - {"correction"} or bound(figure) < TWO_MEASURES_FROM:
        return finding
    found = ledger.series.get(series_key(replace(figure, measure="identified")), ())
    said = [fact for fact in _valid(found, case.family) if number(fact.figure) == number(figure)]
    if not said or (finding.review and said[-1].state != "provisional"):
        return finding
    return replace(finding, kind="restatement", against=(said[-1],), note="register")


def _told_of_all(case: Case, finding: Finding, ledger: Ledger) -> Finding:
    """ "165 re-education camps", where its side gave the 165 as camps: a part by its words only; no flag."""
    figure = case.figure
    if (
        is_event(figure)
        or figure.measure not in _TOLD_IN_PARTS
        or not subset(figure)
        or is_share(figure)
        or finding.kind not in ALERTING - {"correction"}
    ):
        return finding
    found = ledger.series.get(series_key(replace(figure, note=None)), ())
    said = [fact for fact in _valid(found, case.family) if number(fact.figure) == number(figure)]
    if not said or not is_point(figure) or case.family is None:
        return finding
    return replace(finding, kind="restatement", against=(said[-1],), note="other_part")


_TOLD_IN_PARTS = frozenset({"facilities", "held", "deported"})
"""Of what is counted so words for a part often only describe all."""


def _told_otherwise(case: Case, finding: Finding, ledger: Ledger) -> Finding:
    """ "Convicted of deporting 27 children", after "in October he took 27 to Anapa": a group of this size was told as a
    count within a month, or a count as a group; of those of one home, whenever. So was "three warrants" as a count, if
    its side issued three within a week. It enters without a flag."""
    figure = case.figure
    if not is_group(figure) or finding.kind not in ALERTING - {"correction"}:
        return finding
    key = series_key(replace(figure, kind="total"))
    known = ledger.series.get(key, ()) if is_event(figure) else ledger.events
    same = [fact for fact in reversed(known) if fact.state not in ("withdrawn", "rejected") and _is_it(case, fact)]
    if not same:
        return finding
    fresh = (case.occasion.published - same[0].published).days <= case.policy.fresh
    return replace(finding, kind="corroboration" if fresh else "restatement", against=(same[0],), note="other_kind")


def _is_it(case: Case, fact: Fact) -> bool:
    """True for a known number of the same children, by measure, size, operation, way and days."""
    one, other = case.figure, fact.figure
    counted = (one.measure, one.unit, number(one), operation(one), subset(one))
    alike = counted == (other.measure, other.unit, number(other), operation(other), subset(other))
    issued = one.measure in ISSUED
    window = case.policy.settled if issued else case.policy.past
    near = abs((case.occasion.published - (fact.last_seen or fact.published)).days) <= window
    near = near and (not issued or case.family in (None, fact.family) or fact.family is None)
    near = near or (operation(one) in case.policy.groups and one.measure == "deported")
    days = days_between(event_days(one, case.occasion.published), event_days(other, fact.published))
    timed = one.period is not None and other.period is not None and days > case.policy.event
    return alike and near and not timed and not _spans(one) and not _spans(other) and compatible_direction(one, other)


def _spans(figure: Figure) -> bool:
    """True for a count that has a beginning of its own: "since January"."""
    return figure.kind == "total" and span_start(figure) is not None


def _valid(facts: Iterable[Fact], family: str | None) -> list[Fact]:
    """Facts of a family, unattributed ones among them, that were neither withdrawn nor rejected."""
    return [f for f in facts if f.state not in ("withdrawn", "rejected") and f.family in (None, family)]


def _is_part(case: Case, finding: Finding) -> bool:
    """True for a total told as a part ("2,400 of those") of a larger one of the same series and article.

    Such a part disputes nothing, and it is no update of the count of the side that gives the whole.
    """
    if is_event(case.figure) or finding.kind not in ("conflict", "updated_total"):
        return False
    larger = [sibling for sibling in case.siblings if bound(sibling) > bound(case.figure)]
    if finding.kind == "updated_total":
        own = (case.family, case.figure.kind)
        larger = [sibling for sibling in larger if (case.policy.family(sibling), sibling.kind) == own]
    return any(is_told_as_part(case.figure, whole, case.occasion) for whole in larger)


def _is_part_of_group(case: Case, finding: Finding, figures: Sequence[Figure]) -> bool:
    """True for a new group told as a part ("236 came home, including 12 from Luhansk") of what the article counts.

    One that went another way is news of its own, and so is one of a group of which the way is not said.
    """
    if not is_event(case.figure) or finding.kind not in ("new_figure", "conflict"):
        return False
    wholes = (f for f in figures if not f.optional and bound(f) > bound(case.figure) and _holds(f, case.figure))
    return any(is_told_as_part(case.figure, whole, case.occasion) for whole in wholes)


def _holds(whole: Figure, part: Figure) -> bool:
    counted = (whole.measure, whole.unit, operation(whole), way(whole))
    alike = counted == (part.measure, part.unit, operation(part), way(part))
    said = whole.direction is not None or whole.kind == "total" or whole.measure == "sanctions"
    return alike and said and compatible_direction(whole, part)


def _case(run: _Run, figure: Figure, occasion: Occasion, figures: Sequence[Figure], policy: Policy) -> Case:
    others = tuple(f for f in figures if f is not figure and not f.optional)
    if is_event(figure):
        siblings = tuple(f for f in others if is_event(f))
        parts = tuple(
            f for f in figures if f.optional and f.note == f"part of {bound(figure):g}" and _counts_it(f, figure)
        )
        return Case(figure, occasion, run.ledger.events, policy, run.here, siblings, parts=parts)
    key = series_key(figure)
    siblings = tuple(f for f in others if not is_event(f) and series_key(f) == key)
    return Case(figure, occasion, tuple(run.ledger.series.get(key, ())), policy, run.here, siblings)


def _counts_it(part: Figure, whole: Figure) -> bool:
    return is_event(part) and (part.measure, part.unit) == (whole.measure, whole.unit)


def _fact_id(occasion: Occasion, index: int) -> str:
    name = occasion.figure_ids[index] if occasion.figure_ids else f"f{index + 1}"
    return f"{occasion.id}/{name}"


def _facts(finding: Finding, case: Case, new_id: str) -> tuple[Fact, ...]:
    """Facts that a finding writes: known ones in their new state, the repeated one seen again, the new one last."""
    changed = {fact.id: fact for fact in finding.changed}
    if finding.seen:
        changed[finding.seen.id] = _seen(changed.get(finding.seen.id, finding.seen), case)
    if finding.add is None:
        return tuple(changed.values())
    day, speaker = case.occasion.published, case.figure.source_id
    new = Fact(
        new_id,
        case.figure,
        day,
        family=case.family,
        publisher=case.occasion.publisher,
        publishers=(case.occasion.publisher,) if case.occasion.publisher else (),
        last_seen=day,
        state=finding.add,
        occasion=case.occasion.id,
        sources=(speaker,) if speaker else (),
    )
    return (*changed.values(), new)


def _seen(fact: Fact, case: Case) -> Fact:
    """A fact that was printed again: a later day, its family once known, its speakers; a copy adds no speaker."""
    speaker = case.figure.source_id
    new = speaker and speaker not in fact.sources and case.occasion.copy_of is None
    return replace(
        fact,
        last_seen=max(fact.last_seen or fact.published, case.occasion.published),
        family=fact.family or case.family,
        publishers=_with_publisher(fact, case.occasion.publisher),
        sources=(*fact.sources, speaker) if new and speaker else fact.sources,
        scopes=_with_scope(fact, case.figure),
    )


def _with_scope(fact: Fact, figure: Figure) -> tuple[str, ...]:
    """The operations that reports of an event name, in alphabetical order, besides its own; `all` names none."""
    told = {operation(figure)} - {"all", operation(fact.figure)} if is_event(figure) else set()
    return tuple(sorted({*fact.scopes, *told}))


def _with_publisher(fact: Fact, publisher: str) -> tuple[str, ...]:
    """All that printed a fact, in alphabetical order, whatever the order in which they did."""
    return tuple(sorted({*fact.publishers, fact.publisher, publisher} - {""}))


def _flag(verdict: Verdict, case: Case) -> tuple[FlagDraft, ...]:
    if verdict.kind is None or verdict.kind not in ALERTING:
        return ()
    key = flag_key(case.figure, case.occasion.published)
    if verdict.kind == "correction":
        key = f"correction|{key}"
    elif is_event(case.figure) and _taken(key, case):
        key = f"{key}|{case.figure.direction or case.family}"
    return (FlagDraft(key, verdict.kind, verdict.figure, verdict.rule, verdict.review),)


def _taken(key: str, case: Case) -> bool:
    """True when a known event of another direction or issuer, of the same size and day, has this key already."""
    sized = (fact for fact in case.known if number(fact.figure) == number(case.figure))
    rivals = (fact for fact in sized if _differs(case, fact))
    return any(flag_key(fact.figure, fact.published) == key for fact in rivals)


def _differs(case: Case, fact: Fact) -> bool:
    """True for children who went the other way, and for sanctions that another side imposed."""
    two = of_two_issuers(case.figure, case.occasion.published, fact, case.policy)
    return two or not compatible_direction(fact.figure, case.figure)


def _with(ledger: Ledger, facts: Iterable[Fact]) -> Ledger:
    series, events = dict(ledger.series), ledger.events
    for fact in facts:
        if is_event(fact.figure):
            events = _put(events, fact)
        else:
            key = series_key(fact.figure)
            series[key] = _put(series.get(key, ()), fact)
    return Ledger(series, events)


def _put(facts: tuple[Fact, ...], fact: Fact) -> tuple[Fact, ...]:
    ids = [known.id for known in facts]
    if fact.id not in ids:
        return (*facts, fact)
    place = ids.index(fact.id)
    return (*facts[:place], fact, *facts[place + 1 :])


def _reviewed(verdict: Verdict, figures: Sequence[Figure]) -> Verdict:
    """Ask for a person when one telling number stands under two measures of an article (386 returned and adopted)."""
    figure = figures[verdict.figure]
    if verdict.kind is None or not is_point(figure) or number(figure)[0] < TWO_MEASURES_FROM:
        return verdict
    twins = (f for f in figures if not f.optional and f.measure != figure.measure and f.unit == figure.unit)
    if all(number(twin) != number(figure) for twin in twins):
        return verdict
    return replace(verdict, review=True, note=verdict.note or "two_measures")


def _merged(flags: Sequence[FlagDraft], verdicts: Sequence[Verdict], occasion: Occasion) -> tuple[FlagDraft, ...]:
    """One flag per novelty: equal keys once, and a number that the article both rounds and gives exactly once."""
    kept: dict[str, FlagDraft] = {}
    for flag in flags:
        flag = replace(flag, review=verdicts[flag.figure].review)
        rounded = _rounded_here(flag, verdicts, occasion, kept)
        if rounded:
            del kept[rounded.key]
            flag = replace(flag, kind=rounded.kind, rule=rounded.rule)
        kept.setdefault(flag.key, flag)
    return tuple(kept.values())


def _rounded_here(
    flag: FlagDraft, verdicts: Sequence[Verdict], occasion: Occasion, kept: Mapping[str, FlagDraft]
) -> FlagDraft | None:
    """The article's own flag on the rounded form of this flag's number (T5 within one article)."""
    if flag.rule != "T5":
        return None
    against = verdicts[flag.figure].against
    return next((known for known in kept.values() if _fact_id(occasion, known.figure) in against), None)
