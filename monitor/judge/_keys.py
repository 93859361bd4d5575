"""What belongs together: series of totals, events of batches, days, directions, notes (gold/SCHEME.md, section 2)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from monitor.judge._cues import recalls
from monitor.judge._notices import notice_of
from monitor.judge._numbers import is_point, is_share, number
from monitor.judge._policy import Needs, Policy
from monitor.judge._recaps import recalled_months
from monitor.model import Fact, Figure, Measure, Occasion, Period

__all__ = [
    "INVASION_YEAR",
    "ISSUED",
    "compatible_direction",
    "days_between",
    "event_days",
    "flag_key",
    "hindsight",
    "is_background",
    "is_event",
    "is_group",
    "is_planned",
    "may_be_one",
    "needs",
    "of_two_issuers",
    "on_other_days",
    "operation",
    "same_event",
    "same_group",
    "same_span",
    "series_key",
    "span_start",
    "subset",
    "told_as_past",
    "way",
]

LONGEST_EVENT = timedelta(days=92)
LONGEST_STATED = timedelta(days=6)
LONGEST_PAST = 366
INVASION_YEAR = 2022
UMBRELLA = "bring_kids_back"
"""The state's programme, under whose name any return may be told: it is all of them."""
_REGISTER: Mapping[Measure, Measure] = {"identified": "deported", "deported": "identified"}
_NO_SUBSET = re.compile(
    r"component|part of|sub-?part|previous|same |framing|synthetic|planned|announced|forthcoming|"
    r"reported via|vague|completed|status|only$|via |could be|displaced|killed and injured",
    re.IGNORECASE,
)
_LIST = re.compile(r"^list( handed\b.*| from\b.*|)$", re.IGNORECASE)
_PLANNED = re.compile(r"\bplanned|\bforthcoming", re.IGNORECASE)


def is_event(figure: Figure) -> bool:
    """True for what is judged as an event (rules E0-E5): batches and stated increments. The rest are series."""
    return figure.kind in ("batch", "increment") and not is_share(figure)


def is_group(figure: Figure) -> bool:
    """True for a number of those taken, kept or placed that may be told as one event and as the count of a group, and
    for a count of warrants or sanctions, which may be that of those issued just now."""
    size = number(figure)[0]
    sized = figure.measure in _OF_GROUPS and _SMALLEST <= size < _LARGEST and size % 10 != 0
    issued = figure.measure in ISSUED and size > 1 and not is_event(figure)
    return (sized or issued) and not is_share(figure) and is_point(figure)


ISSUED = frozenset({"warrants", "sanctions"})
"""What authorities issue one by one or many at once, and count together."""
_OF_GROUPS = frozenset({"deported", "held", "placed_in_family"})
_SMALLEST, _LARGEST = 20, 1000
"""Fewer are often as many by chance, as round numbers are; more are counts of all."""


def series_key(figure: Figure) -> str:
    """The series of a total, estimate or share: measure, unit, share, operation, to Russia or not, subset.

    Speaker and period are no part of it. Two figures with one key are compared, others never are.
    """
    share = "share" if is_share(figure) else "count"
    return "|".join((figure.measure, figure.unit, share, operation(figure), way(figure), subset(figure)))


def subset(figure: Figure) -> str:
    """The subset that a note names ("military subset" -> "military"), or "" when it names none."""
    if not figure.note:
        return ""
    note = figure.note.strip().lower()
    if _LIST.match(note):
        return "list"
    if _NO_SUBSET.search(note):
        return ""
    return re.sub(r"[\s:,]+", " ", note.replace("subset", "")).strip()


def way(figure: Figure) -> str:
    """The word to_ru for children who came to Russia, or "": the two ways of returns are series of their own."""
    return "to_ru" if figure.measure == "returned" and "ru" in _ends(figure.direction)[1] else ""


def _ends(direction: str | None) -> tuple[frozenset[str], frozenset[str]]:
    """From where and to where: "ru+tot>ua" -> ({ru, tot}, {ua})."""
    origin, _, goal = (direction or "").partition(">")
    return frozenset(filter(None, origin.split("+"))), frozenset(filter(None, goal.split("+")))


def compatible_direction(one: Figure, other: Figure) -> bool:
    """True unless both say a direction and the two share no origin or no goal."""
    if one.direction is None or other.direction is None or one.direction == other.direction:
        return True
    pairs = zip(_ends(one.direction), _ends(other.direction), strict=True)
    return all(not here or not there or here & there for here, there in pairs)


def is_planned(figure: Figure) -> bool:
    """True for what is announced and has not happened (gold/SCHEME.md, fine point 7)."""
    return figure.note is not None and bool(_PLANNED.search(figure.note))


def event_days(figure: Figure, published: date) -> tuple[date, date]:
    """First and last day of the event that a figure speaks of; the day of publication where no period is given.

    A period open to the left, or longer than a quarter, counts as its last day.
    """
    period = figure.period or Period()
    last = period.end or published
    first = period.start or last
    if first > last:
        first, last = last, first
    return (first if last - first <= LONGEST_EVENT else last), last


def days_between(one: tuple[date, date], other: tuple[date, date]) -> int:
    """Days between two spans of days; 0 when they meet."""
    return max((one[0] - other[1]).days, (other[0] - one[1]).days, 0)


def operation(figure: Figure) -> str:
    """The scope that a figure is compared by: what is told of the state's programme is told of all."""
    return "all" if figure.scope == UMBRELLA else figure.scope


def same_event(figure: Figure, published: date, fact: Fact, policy: Policy) -> bool:
    """True when the event keys agree: measure, unit, plan, direction, scope and days.

    The speaker is not part of it, but who imposes sanctions is.
    """
    if not _one_matter(figure, fact.figure) or of_two_issuers(figure, published, fact, policy):
        return False
    if not (_one_scope(figure, fact) or _all_meets(figure, fact)):
        return False
    gap = days_between(event_days(figure, published), event_days(fact.figure, fact.published))
    return gap <= (policy.event if _one_scope(figure, fact) else policy.near)


def same_group(figure: Figure, published: date, fact: Fact, policy: Policy) -> bool:
    """As `same_event`, of two groups of one size: a region and a helper may name the same one within a few days."""
    if same_event(figure, published, fact, policy):
        return True
    gap = days_between(event_days(figure, published), event_days(fact.figure, fact.published))
    return _one_matter(figure, fact.figure) and _both_help(figure, fact, policy) and gap <= policy.near


def may_be_one(figure: Figure, fact: Fact, policy: Policy) -> bool:
    """As `same_group`, on whatever days."""
    scopes_meet = _one_scope(figure, fact) or _all_meets(figure, fact) or _both_help(figure, fact, policy)
    return _one_matter(figure, fact.figure) and scopes_meet


def of_two_issuers(figure: Figure, published: date, fact: Fact, policy: Policy) -> bool:
    """True for sanctions that two sides impose: nine put on Britain's list, and nine on Canada's.

    What an article dates before its day ("on Monday the EU listed 17"), it may tell of anybody.
    """
    recap = figure.period is not None and figure.period.end is not None and figure.period.end < published
    if figure.measure != "sanctions" or recap or policy.family(figure) not in policy.issuers:
        return False
    issuers = policy.issuers & {policy.side(speaker) for speaker in fact.sources}
    return bool(issuers) and policy.family(figure) not in issuers


def _one_matter(one: Figure, other: Figure) -> bool:
    """The same measure, unit, plan and part, and no two directions."""
    if (one.measure, one.unit, is_planned(one)) != (other.measure, other.unit, is_planned(other)):
        return False
    return subset(one) == subset(other) and compatible_direction(one, other)


def _one_scope(figure: Figure, fact: Fact) -> bool:
    return operation(figure) in (operation(fact.figure), *fact.scopes)


def _all_meets(figure: Figure, fact: Fact) -> bool:
    return "all" in (operation(figure), operation(fact.figure))


def _both_help(figure: Figure, fact: Fact, policy: Policy) -> bool:
    """True when both are told of a helper, a home or a region, and not of two regions."""
    names = policy.helpers | policy.groups | policy.regions
    two_regions = {figure.scope, fact.figure.scope} <= policy.regions and figure.scope != fact.figure.scope
    return figure.scope in names and not names.isdisjoint((fact.figure.scope, *fact.scopes)) and not two_regions


def on_other_days(one: Figure, other: Figure, policy: Policy, *, alike: bool) -> bool:
    """True when both figures state the days of their events, a week at most, and these lie apart.

    Of two days that follow each other, two reports of groups `alike` in size may mean one: a text that is printed on
    the morrow says "today" too. Of a deal no days tell two groups apart.
    """
    days, others = _stated_days(one), _stated_days(other)
    if days is None or others is None or not policy.deals.isdisjoint((one.scope, other.scope)):
        return False
    single = days[0] == days[1] and others[0] == others[1]
    return days_between(days, others) > (1 if alike and single else 0)


def _stated_days(figure: Figure) -> tuple[date, date] | None:
    """The days that a figure names, a week at most; of a day and the one before ("the past 24 hours") the later."""
    period = figure.period or Period()
    if period.start is None or period.end is None or not timedelta() <= period.end - period.start <= LONGEST_STATED:
        return None
    day = timedelta(days=1)
    return (period.end if period.end - period.start == day else period.start), period.end


def told_as_past(figure: Figure, published: date) -> bool:
    """True when an event is told with hindsight: its days ended over a week ago, or were a whole past month or so."""
    if figure.period is None or figure.period.end is None:
        return False
    first, last = figure.period.start or figure.period.end, figure.period.end
    return last < published and ((published - last).days > 7 or (last - first).days > 7)


def is_background(figure: Figure, published: date, policy: Policy) -> bool:
    """True when an event is told with hindsight and was over more than a month or so before the article."""
    last = event_days(figure, published)[1]
    return told_as_past(figure, published) and (published - last).days > policy.past


def hindsight(figure: Figure, occasion: Occasion, policy: Policy) -> tuple[tuple[date, date], ...]:
    """The days among which an event lies that is told with hindsight; none when it is told as news.

    Days long ago are seldom named to the day. "Earlier" without any looks back for some months, and "last October" to
    that of a year ago, too.
    """
    published, period = occasion.published, figure.period or Period()
    past = told_as_past(figure, published)
    if period.end and not past:
        return ()
    months = tuple(recalled_months(figure, occasion))
    if period.end:
        around = policy.event if is_background(figure, published, policy) else 0
        longest = min((period.end - period.start).days, LONGEST_PAST) if period.start else policy.recall
        return ((_back(period.end, longest + around), period.end + timedelta(days=around)), *months)
    if period.start is None and recalls(figure, occasion):
        return ((_back(published, policy.recall), published), *months)
    return months


def _back(day: date, days: int) -> date:
    """So many days before a day, but no earlier than there are dates."""
    return date.fromordinal(max(day.toordinal() - days, 1))


def span_start(figure: Figure) -> date | None:
    """The first day of a bounded count ("in 2024"); None for counts since the invasion or without a beginning."""
    period = figure.period or Period()
    over = period.end is not None and period.end.year <= INVASION_YEAR
    return period.start if period.start and (over or period.start.year > INVASION_YEAR) else None


def same_span(one: Figure, other: Figure) -> bool:
    """True when two totals count from the same day on: 449 "in 2024" is not comparable with 1,859 since 2022.

    Nor are 250 "in the first half of 2025" with 600 "in 2025": of two that end with a month both are over, and apart.
    """
    if span_start(one) is None or span_start(one) != span_start(other):
        return span_start(one) == span_start(other)
    end, other_end = _month_end(one), _month_end(other)
    return end is None or other_end is None or end == other_end


def _month_end(figure: Figure) -> date | None:
    """The last day of the count where that ends a month; one of any other day is likely that of its article."""
    end = figure.period.end if figure.period else None
    return end if end and (end + timedelta(days=1)).day == 1 else None


def needs(figures: Sequence[Figure], occasion: Occasion, policy: Policy | None = None) -> Needs:
    """Name the part of the ledger that these figures can touch, so that a store reads nothing else.

    It must index facts by series key, and events by measure and last day. Facts of a series are its distinct numbers
    (a repeat adds none), so what is read stays bounded however many figures are stored. A notice of correction may
    mean a number that was told of one event and is told of all now, or the other way round.
    """
    policy = policy or Policy()
    window = timedelta(days=policy.event)
    judged = [figure for figure in figures if not figure.optional]
    noticed = notice_of(occasion) is not None
    events = [figure for figure in judged if noticed or is_event(figure)]
    series = [figure for figure in judged if noticed or not is_event(figure) or is_group(figure)]
    groups = [figure for figure in judged if is_group(figure)]
    spans = [(event_days(figure, occasion.published), *hindsight(figure, occasion, policy)) for figure in events]
    days = [day for span in spans for day in chain.from_iterable(span)]
    first = [_moved(day, -window) for day in days]
    if groups:
        first.append(_moved(occasion.published, -timedelta(days=policy.past)))
        days.append(occasion.published)
    return Needs(
        series=frozenset(key for figure in series for key in _looked_up(figure)),
        measures=frozenset(figure.measure for figure in (*events, *groups)),
        first=min(first, default=None),
        last=_moved(max(days), window) if days else None,
    )


def _moved(day: date, by: timedelta) -> date:
    """The day so much later or earlier, within what a calendar has."""
    return date.fromordinal(min(max(day.toordinal() + by.days, date.min.toordinal()), date.max.toordinal()))


def _looked_up(figure: Figure) -> tuple[str, ...]:
    """The series of a figure; that of all for a part; and for those identified or taken that of the other: the register
    is told as both."""
    other = _REGISTER.get(figure.measure)
    found = [figure, *([replace(figure, note=None)] if subset(figure) else [])]
    return tuple(map(series_key, [*found, *([replace(figure, measure=other)] if other else [])]))


def flag_key(figure: Figure, published: date) -> str:
    """The key of the flag that a new number raises: the same from whichever outlet it comes first."""
    low, high = number(figure)
    amount = f"{low:.12g}" if low == high else f"{low:.12g}-{high:.12g}"
    if not is_event(figure):
        return f"series|{series_key(figure)}|{amount}"
    day = event_days(figure, published)[1]
    plan = "planned" if is_planned(figure) else ""
    return "|".join(
        ("event", figure.measure, figure.unit, figure.scope, way(figure), subset(figure), plan, amount, str(day))
    )
