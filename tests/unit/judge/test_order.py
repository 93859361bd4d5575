"""Order of arrival: what must not matter (reports of one number or event, repeats, batches) does not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.judge import Policy, replay, series_key
from monitor.model import Figure, Ledger, Occasion

DAY = date(2025, 10, 10)
POLICY = Policy({"lubinets": "kyiv", "zelensky": "kyiv", "melania_trump": "us_first_lady", "yale_hrl": "yale"})
Told = tuple[Occasion, tuple[Figure, ...]]


def figure(value: float, measure: str, kind: str, **more: object) -> Figure:
    return Figure(value, measure, kind, f"{value:g}", 0, 0, **more)


EIGHT = figure(8, "returned", "batch", scope="mt", source_id="melania_trump")
KYIV = figure(19546, "deported", "total", source_id="lubinets")
YALE = figure(35000, "deported", "estimate", source_id="yale_hrl")
KILLED = figure(661, "killed", "total", source_id="zelensky")
FIGURES = (EIGHT, replace(EIGHT, source_id=None), KYIV, replace(KYIV, source_id="zelensky"), YALE, KILLED)
SAME_DAY = st.lists(st.lists(st.sampled_from(FIGURES), min_size=1, max_size=4, unique=True), min_size=1, max_size=7)


def articles(days: Sequence[Sequence[Figure]]) -> list[Told]:
    return [(Occasion(f"a{n}", DAY, f"outlet{n}"), tuple(figures)) for n, figures in enumerate(days)]


def outcome(told: Sequence[Told], ledger: Ledger | None = None) -> tuple[set[str], set[object], int]:
    """Flag keys, distinct observations with family, state and speakers, and how many flags there were."""
    keys: list[str] = []
    known = ledger or Ledger()
    for run in replay(told, POLICY, ledger):
        keys += [flag.key for flag in run.judgement.flags]
        known = run.ledger
    facts = [(key, fact) for key, series in known.series.items() for fact in series]
    facts += [("event", fact) for fact in known.events]
    seen = {(k, f.figure.value, f.family, f.state, frozenset(f.sources), f.last_seen) for k, f in facts}
    return set(keys), seen, len(keys)


@settings(deadline=None)
@given(SAME_DAY.flatmap(lambda days: st.tuples(st.just(articles(days)), st.permutations(articles(days)))))
def test_same_day_articles_in_any_order(pair: tuple[list[Told], list[Told]]) -> None:
    assert outcome(pair[0]) == outcome(pair[1])


@settings(deadline=None)
@given(SAME_DAY, st.data())
def test_repeated_deliveries_change_nothing(days: list[list[Figure]], data: st.DataObject) -> None:
    told = articles(days)
    again = data.draw(st.lists(st.sampled_from(told), max_size=5))
    assert outcome([*told, *again]) == outcome(told)


@settings(deadline=None)
@given(SAME_DAY, st.integers(0, 7))
def test_split_batches_change_nothing(days: list[list[Figure]], cut: int) -> None:
    told = articles(days)
    runs = list(replay(told[:cut], POLICY))
    first = runs[-1].ledger if runs else Ledger()
    keys = {flag.key for run in runs for flag in run.judgement.flags}
    rest_keys, facts, _ = outcome(told[cut:], first)
    assert (keys | rest_keys, facts) == outcome(told)[:2]


@settings(deadline=None)
@given(SAME_DAY)
def test_one_flag_a_novelty(days: list[list[Figure]]) -> None:
    keys, _, count = outcome(articles(days))
    assert len(keys) == count == len({(f.value, f.measure) for figures in days for f in figures})


VALUES = st.one_of(
    st.floats(0, 1e12, allow_nan=False).map(lambda v: round(v, 1)), st.integers(0, 2_000_000_000).map(float)
)
ANY = st.builds(
    Figure,
    VALUES,
    st.sampled_from(["returned", "deported", "held"]),
    st.sampled_from(["batch", "total", "increment", "estimate", "share"]),
    st.just("q"),
    st.just(0),
    st.just(0),
    qualifier=st.sampled_from(["exact", "approx", "at_least", "at_most", "more_than", "fewer_than"]),
    scope=st.sampled_from(["all", "mt"]),
    source_id=st.sampled_from([None, "lubinets", "yale_hrl"]),
    optional=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 40), st.lists(ANY, max_size=4)), max_size=8))
def test_any_figures_get_one_verdict_each_and_valid_targets(days: list[tuple[int, list[Figure]]]) -> None:
    told = [(Occasion(f"a{n}", DAY + timedelta(days=d), f"o{n}"), tuple(f)) for n, (d, f) in enumerate(days)]
    known: set[str] = set()
    for run in replay(told, POLICY):
        known |= {fact.id for fact in run.judgement.facts}
        assert [v.figure for v in run.judgement.verdicts] == list(range(len(run.figures)))
        assert {target for v in run.judgement.verdicts for target in v.against} <= known
        assert all(key == series_key(f.figure) for key, facts in run.ledger.series.items() for f in facts)
