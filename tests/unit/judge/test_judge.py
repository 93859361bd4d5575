"""Our own cases for each rule and for what issue 4 adds: short stories of a few articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest

from monitor.judge import ALERTING, Policy, Replayed, families_of, flag_key, needs, replay, series_key
from monitor.model import Fact, Figure, Judgement, Ledger, Occasion, Period

POLICY = Policy(
    families_of({"kyiv": ["lubinets", "zelensky", "register"], "moscow": ["lvova_belova"], "un": ["un"], "eu": ["eu"]}),
    regions=frozenset({"kharkiv", "kherson"}),
    helpers=frozenset({"save_ukraine", "via_ombudsman"}),
    groups=frozenset({"kherson_home"}),
    deals=frozenset({"mt", "qatar", "vatican"}),
)
DAY = date(2026, 1, 10)


def fig(value: float, measure: Any = "deported", kind: Any = "total", **more: Any) -> Figure:
    more = {"source_id": "lubinets", **more}
    return Figure(value, measure, kind, f"{value:g} children", 0, 0, **more)


def batch(value: float, **more: Any) -> Figure:
    return fig(value, "returned", "batch", **more)


def tell(*articles: tuple[Any, ...], policy: Policy = POLICY) -> list[Replayed]:
    """Judge articles given as (days after DAY, figures, changes to the occasion)."""
    told = []
    for number, (days, figures, *more) in enumerate(articles):
        occasion = Occasion(f"a{number}", DAY + timedelta(days=days), f"outlet{number}")
        told.append((replace(occasion, **(more[0] if more else {})), figures))
    return list(replay(told, policy))


def last(*articles: tuple[Any, ...]) -> Judgement:
    return tell(*articles)[-1].judgement


def outcome(judgement: Judgement, index: int = 0) -> tuple[Any, str, str | None]:
    verdict = judgement.verdicts[index]
    return verdict.kind, verdict.rule, verdict.note


def states(ledger: Ledger) -> dict[float | None, str]:
    facts = [fact for facts in ledger.series.values() for fact in facts] + list(ledger.events)
    return {fact.figure.value: fact.state for fact in facts}


# ---------------------------------------------------------------- totals


def test_ten_outlets_are_one_flag() -> None:
    runs = tell(*((n % 3, [fig(19546)]) for n in range(10)))
    assert sum(len(run.judgement.flags) for run in runs) == 1


def test_refined_coarse_value_is_refined_once() -> None:
    story = [(0, [fig(1600, "returned", qualifier="more_than")]), (5, [fig(1625, "returned")])]
    assert outcome(last(*story)) == ("updated_total", "T5", "refines")
    judgement = last(*story, (6, [fig(1641, "returned")]))
    assert (outcome(judgement)[1], judgement.verdicts[0].against) == ("T7", ("a1/f1",))


def test_roundings_leave_the_milestone_to_be_news() -> None:
    nearly = (1, [fig(2000, "returned", qualifier="approx")])
    assert outcome(last((0, [fig(1985, "returned")]), nearly))[0] == "restatement"
    assert outcome(last((0, [fig(1985, "returned")]), nearly, (3, [fig(2000, "returned")])))[:2] == (
        "updated_total",
        "T7",
    )


def test_bare_round_number_below_a_live_counter_is_a_rounding() -> None:
    assert outcome(last((0, [fig(1859, "returned")]), (9, [fig(1800, "returned")]))) == ("restatement", "T3", "rounds")


@pytest.mark.parametrize(("value", "kind"), [(81, "restatement"), (85, "updated_total")])
def test_shares_meet_within_a_point(value: float, kind: str) -> None:
    shares = [fig(v, "held", "share", unit="percent", source_id="un") for v in (80, value)]
    assert outcome(last((0, shares[:1]), (20, shares[1:])))[0] == kind


def test_ranges_are_compared_by_both_ends() -> None:
    low_high = Figure(None, "deported", "estimate", "q", 0, 0, low=200, high=300, qualifier="range", source_id="eu")
    assert outcome(last((0, [low_high]), (9, [low_high])))[:2] == ("restatement", "T2")
    assert outcome(last((0, [low_high]), (9, [replace(low_high, high=400)])))[:2] == ("restatement", "T4")


def test_unattributed_number_gets_its_family_from_the_first_who_says_it() -> None:
    story = [(0, [fig(19546, source_id=None)]), (1, [fig(19546)])]
    assert tell(*story)[-1].ledger.series[series_key(fig(1))][0].family == "kyiv"
    assert outcome(last(*story, (9, [fig(20500, qualifier="approx", source_id="eu")])))[:2] == ("new_figure", "T6")


def test_own_family_is_compared_before_the_unattributed() -> None:
    story = [(0, [fig(164, source_id="un")]), (5, [fig(260_000, source_id=None)])]
    judgement = last(*story, (30, [fig(1205, source_id="un")]))
    assert judgement.verdicts[0].against == ("a0/f1",) and not judgement.verdicts[0].review


def test_a_fall_is_flagged_for_review_and_the_old_value_stands() -> None:
    story = [(0, [fig(16011)]), (14, [fig(13899)])]
    run = tell(*story)[-1]
    assert (outcome(run.judgement), run.judgement.flags[0].review) == (("updated_total", "T8", "fall"), True)
    assert states(run.ledger) == {16011: "current", 13899: "provisional"}


def test_a_second_outlet_confirms_a_fall() -> None:
    story = [(0, [fig(16011)]), (14, [fig(13899)]), (15, [fig(13899)])]
    run = tell(*story)[-1]
    assert run.judgement.flags == ()
    assert states(run.ledger) == {16011: "superseded", 13899: "current"}


@pytest.mark.parametrize("more", [{"publisher": "outlet1"}, {"copy_of": "a1"}])
def test_the_same_outlet_or_a_copy_confirms_nothing(more: dict[str, Any]) -> None:
    story = [(0, [fig(16011)]), (14, [fig(13899)]), (15, [fig(13899)], more)]
    assert states(tell(*story)[-1].ledger)[13899] == "provisional"


def test_a_rise_after_a_fall_in_review_is_no_fall() -> None:
    story = [(0, [fig(16011)]), (14, [fig(13899)]), (40, [fig(16222)])]
    run = tell(*story)[-1]
    assert not run.judgement.verdicts[0].review
    assert states(run.ledger) == {16011: "superseded", 13899: "superseded", 16222: "current"}


def test_missing_children_fall_without_review() -> None:
    assert not last((0, [fig(350, "missing")]), (14, [fig(347, "missing")])).verdicts[0].review


def test_a_conflict_does_not_move_a_live_counter() -> None:
    story = [(0, [fig(1859, "returned")]), (1, [fig(1790, "returned")]), (9, [fig(1870, "returned")])]
    assert last(*story).verdicts[0].against == ("a0/f1",)


def test_a_half_year_is_no_old_number_of_its_year() -> None:
    half = fig(250, "returned", period=Period(date(2025, 1, 1), date(2025, 6, 30)))
    year = fig(600, "returned", period=Period(date(2025, 1, 1), date(2025, 12, 31)))
    assert outcome(last((0, [year]), (1, [half]))) == ("new_figure", "T7", "another_period")


def test_a_count_since_new_year_goes_on() -> None:
    march = fig(250, "returned", period=Period(date(2025, 1, 1), date(2025, 3, 31)))
    april = fig(288, "returned", period=Period(date(2025, 1, 1), date(2025, 4, 12)))
    assert outcome(last((0, [march]), (12, [april])))[:2] == ("updated_total", "T7")


def test_old_number_repeated_is_listed() -> None:
    story = [(0, [fig(1564, "returned")]), (30, [fig(1859, "returned")]), (60, [fig(1564, "returned")])]
    assert outcome(last(*story)) == ("restatement", "T2", "repeats_superseded")


def test_number_of_the_day_before_is_not_yet_stale() -> None:
    story = [(0, [fig(1564, "returned")]), (30, [fig(1859, "returned")]), (31, [fig(1564, "returned")])]
    assert outcome(last(*story))[2] is None


def test_year_count_is_no_conflict_with_the_whole() -> None:
    year = fig(449, "returned", period=Period(date(2025, 1, 1), date(2025, 12, 31)))
    story = [(0, [fig(1859, "returned")]), (1, [year])]
    assert outcome(last(*story)) == ("new_figure", "T7", "another_period")
    assert last(*story, (2, [fig(1870, "returned")])).verdicts[0].against == ("a0/f1",)


def counts(*told: tuple[int, float]) -> list[tuple[int, list[Figure]]]:
    return [(day, [fig(value, "returned")]) for day, value in told]


FELL = counts((0, 2287), (2, 2268))


def test_a_side_counts_on_from_what_it_took_back_to() -> None:
    assert outcome(last(*FELL))[0] == "conflict"
    run = tell(*FELL, *counts((4, 2268), (6, 2271)))[-1]
    assert outcome(run.judgement) == ("updated_total", "T7", None) and run.judgement.verdicts[0].against == ("a1/f1",)
    assert states(run.ledger) == {2287: "superseded", 2268: "superseded", 2271: "current"}


def test_the_count_before_the_recount_is_no_measure_any_more() -> None:
    later = [*FELL, *counts((6, 2271), (12, 2275))]
    assert last(*later).verdicts[0].against == ("a2/f1",)
    assert outcome(last(*later, *counts((20, 2287)))) == ("restatement", "T2", "repeats_superseded")
    assert outcome(last(*later, *counts((20, 2273))))[0] == "conflict"


@pytest.mark.parametrize(
    "story",
    [
        counts((0, 2016), (60, 1870), (61, 1905)),
        counts((0, 2016), (60, 1990), (59, 1995)),
        counts((0, 2016), (60, 1990), (61, 1985)),
        counts((0, 2287), (30, 1859), (31, 2280)),
    ],
)
def test_a_lower_number_that_starts_no_count_anew(story: list[tuple[int, list[Figure]]]) -> None:
    assert outcome(last(*story))[0] == "conflict"


def test_the_exact_form_of_an_old_milestone_moves_no_counter() -> None:
    story = [(0, [fig(1600, "returned", qualifier="more_than")]), *counts((30, 1859), (40, 1625))]
    assert outcome(last(*story))[:2] == ("updated_total", "T5")
    assert states(tell(*story)[-1].ledger) == {1600: "superseded", 1859: "current", 1625: "superseded"}
    assert last(*story, *counts((50, 1705))).verdicts[0].kind == "conflict"


OCTOBER = Period(date(2025, 10, 1), date(2025, 10, 31))


@pytest.mark.parametrize("month", [fig(9, "killed", period=OCTOBER), fig(9, "killed")])
def test_the_whole_is_no_conflict_with_a_month_of_its_article(month: Figure) -> None:
    whole = fig(838, "killed", period=Period(date(2022, 2, 24), DAY))
    run = tell((0, [month, whole]))[-1]
    assert outcome(run.judgement, 1) == ("new_figure", "T8", "another_period")
    assert states(run.ledger)[838] == "current"
    assert last((0, [month, whole]), (30, [fig(845, "killed")])).verdicts[0].against == ("a0/f2",)


def test_the_whole_goes_on_from_the_count_of_the_first_year() -> None:
    first = fig(382, "killed", period=Period(date(2022, 2, 24), date(2022, 9, 6)))
    assert outcome(last((0, [first]), (130, [fig(455, "killed")])))[:2] == ("updated_total", "T8")


def test_a_whole_said_first_after_a_year() -> None:
    year = fig(98, "returned", period=Period(date(2025, 1, 1), date(2025, 12, 31)))
    assert outcome(last((0, [year]), (1, [fig(1859, "returned")]))) == ("new_figure", "T7", "another_period")


def test_a_month_does_not_keep_a_rounding_from_its_whole() -> None:
    said = [fig(838, "killed", qualifier="at_least"), fig(9, "killed", period=OCTOBER)]
    story = [(0, said), (2, [fig(830, "killed", qualifier="more_than")])]
    assert outcome(last(*story)) == ("restatement", "T4", "rounds")


@pytest.mark.parametrize(
    ("value", "qualifier", "source", "kind"),
    [
        (250, "approx", "un", "restatement"),
        (250, "approx", None, "restatement"),
        (250, "approx", "eu", "new_figure"),
        (240, "more_than", "un", "restatement"),
        (249, "at_least", "un", "conflict"),
        (260, "approx", "un", "conflict"),
        (250, "exact", "un", "updated_total"),
        (210, "approx", "un", "restatement"),
    ],
)
def test_a_rounding_of_the_newest_lower_bound(value: float, qualifier: Any, source: str | None, kind: str) -> None:
    known = [(-60, 210, "exact"), (0, 248, "at_least")]
    told = [(day, [fig(n, "held", qualifier=q, source_id="un")]) for day, n, q in known]
    assert outcome(last(*told, (1, [fig(value, "held", qualifier=qualifier, source_id=source)])))[0] == kind


def test_what_nobody_said_since_is_not_the_newest_of_a_side() -> None:
    told = [fig(248, "held", qualifier="at_least", source_id="un"), fig(600, "held", source_id=None)]
    story = [(0, told[:1]), (20, told[1:]), (30, [fig(250, "held", qualifier="approx", source_id="un")])]
    assert outcome(last(*story)) == ("restatement", "T4", "rounds")


def test_a_bare_round_number_is_no_rounding_of_a_lower_bound() -> None:
    said = [fig(43, source_id="lvova_belova"), fig(730_000, qualifier="more_than", source_id="lvova_belova")]
    story = [(0, said[:1]), (20, said[1:]), (60, [fig(700_000, source_id="lvova_belova")])]
    assert outcome(last(*story))[:2] == ("updated_total", "T8")


def test_estimate_is_no_conflict_with_the_count_of_the_same_day() -> None:
    judgement = last((0, [fig(19499), fig(300_000, kind="estimate", qualifier="at_least")]))
    assert outcome(judgement, 1)[2] == "estimate_beside_count"
    assert outcome(last((0, [fig(19499)]), (1, [fig(300_000, kind="estimate")]), (90, [fig(19546)]))) == (
        "updated_total",
        "T8",
        None,
    )


def test_late_article_fills_history_without_a_flag() -> None:
    story = [(0, [fig(1600, "returned")]), (60, [fig(1859, "returned")]), (30, [fig(1700, "returned")])]
    run = tell(*story)[-1]
    assert (outcome(run.judgement)[::2], run.judgement.flags) == (("restatement", "late_report"), ())
    assert states(run.ledger)[1700] == "superseded" and states(run.ledger)[1859] == "current"


def test_late_article_of_a_slow_series() -> None:
    story = [(0, [fig(19514)]), (60, [fig(19546)]), (30, [fig(19530)])]
    assert outcome(last(*story))[::2] == ("restatement", "late_report")


def test_late_article_still_conflicts_with_what_was_known_then() -> None:
    story = [(0, [fig(1600, "returned")]), (60, [fig(1859, "returned")]), (30, [fig(1550, "returned")])]
    assert outcome(last(*story))[0] == "conflict"


def test_number_of_an_earlier_day_told_today() -> None:
    told = fig(1700, "returned", period=Period(None, DAY + timedelta(days=30)))
    story = [(0, [fig(1600, "returned")]), (60, [fig(1859, "returned")]), (70, [told])]
    assert outcome(last(*story))[::2] == ("restatement", "late_report")


def test_one_article_rounding_its_own_number_raises_one_flag() -> None:
    judgement = last((0, [fig(20000, qualifier="approx"), fig(19546)]))
    assert [(flag.figure, flag.kind, flag.rule) for flag in judgement.flags] == [(1, "new_figure", "T1")]


@pytest.mark.parametrize(
    ("known", "value", "days", "verdict"),
    [
        (fig(2016, "returned"), 3, 9, ("restatement", "T7", "small_group")),
        (fig(2016, "returned"), 403, 9, ("new_figure", "T7", "small_count")),
        (fig(2016, "returned"), 404, 9, ("conflict", "T7", None)),
        (fig(19546), 15, 9, ("restatement", "T8", "small_group")),
        (fig(19546), 15, 2, ("restatement", "T8", "small_group")),
        (fig(19546), 402, 2, ("new_figure", "T8", "small_count")),
        (fig(19546), 13899, 9, ("updated_total", "T8", "fall")),
        (fig(60, "facilities", unit="facilities"), 6, 9, ("updated_total", "T8", "fall")),
    ],
)
def test_a_small_group_is_no_rival_of_the_whole(known: Figure, value: float, days: int, verdict: tuple[Any]) -> None:
    run = tell((0, [known]), (days, [replace(known, value=value)]))[-1]
    assert outcome(run.judgement) == verdict
    if verdict[2] in ("small_group", "small_count"):
        assert states(run.ledger)[known.value] == "current"
        again = tell((0, [known]), (days, [replace(known, value=value)]), (days, [replace(known, value=value)]))[-1]
        assert outcome(again.judgement)[0] in ("restatement", "corroboration")


def test_a_small_number_that_nobody_says_is_held_against_every_side() -> None:
    sides = [(0, [fig(1205, source_id="un")]), (1, [fig(744_000, source_id="lvova_belova")])]
    assert outcome(last(*sides, (20, [fig(1300, source_id=None)])))[0] == "updated_total"
    assert outcome(last(*sides, (20, [fig(15, source_id=None)])))[2] == "small_group"


def test_the_next_whole_is_not_judged_by_the_count_of_a_part() -> None:
    days = [(0, 19_546), (4, 402), (6, 1_913), (25, 19_560), (55, 403), (58, 19_571)]
    told = [(day, [fig(value)]) for day, value in days]
    verdicts = [outcome(last(*told[: n + 1]))[::2] for n in range(len(told))]
    small = ("new_figure", "small_count")
    assert verdicts == [("new_figure", None), small, small, ("updated_total", None), small, ("updated_total", None)]


def test_a_small_number_of_its_day_or_span_is_none() -> None:
    whole = (60, [fig(2016, "returned")])
    assert outcome(last((0, [fig(50, "returned")]), whole, (30, [fig(125, "returned")])))[2] == "late_report"
    year = fig(98, "returned", period=Period(date(2026, 1, 1), date(2026, 3, 31)))
    assert outcome(last(whole, (61, [year])))[2] == "another_period"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In all 1500 came home, including 961 from Zaporizhzhia and 540 from Donetsk."),
        ("es", "Han vuelto 1500, incluidos 961 de Zaporiyia y 540 de Donetsk."),
        ("fr", "Au total 1500 sont rentrés, dont 961 de Zaporijjia et 540 de Donetsk."),
        ("de", "Zurück sind 1500, davon 961 aus Saporischschja und 540 aus Donezk."),
        ("it", "Sono tornati in 1500, di cui 961 da Zaporizhzhia e 540 da Donetsk."),
        ("pt", "Voltaram 1500, das quais 961 de Zaporíjia e 540 de Donetsk."),
        ("pl", "Wróciło 1500, w tym 961 z Zaporoża i 540 z Doniecka."),
        ("uk", "Повернули 1500, зокрема 961 із Запоріжжя та 540 з Донеччини."),
        ("uk", "Повернули 1500, у тому числі 961 із Запоріжжя та 540 з Донеччини."),
        ("ru", "Вернули 1500, в том числе 961 из Запорожья и 540 из Донецка."),
    ],
)
def test_parts_behind_their_whole(language: str, text: str) -> None:
    figures = [_placed(value, text) for value in (1500, 961, 540)]
    told = {"text": text, "language": language}
    assert [v.note for v in last((0, [fig(2016, "returned")]), (9, figures, told)).verdicts][1:] == ["part", "part"]


def _share(value: float, num: str) -> Figure:
    return fig(value, "returned", "share", unit="percent", num=num)


def _placed(value: int, text: str) -> Figure:
    start = text.index(str(value))
    return replace(fig(value, "returned"), quote=str(value), start=start, end=start + len(str(value)))


@pytest.mark.parametrize(
    ("whole", "part", "noted"),
    [
        ({"kind": "total"}, {"direction": "tot>ua"}, True),
        ({"kind": "batch", "direction": "ru+tot>ua"}, {"direction": "tot>ua"}, True),
        ({"kind": "batch", "direction": "ru>ua"}, {"direction": "ua>ru"}, False),
        ({"kind": "batch"}, {"direction": "ua>ru"}, False),
        ({"kind": "batch"}, {"direction": "ru>ua"}, False),
        ({"kind": "batch", "direction": "ru>ua"}, {"direction": "ru>ua", "scope": "qatar"}, False),
    ],
)
def test_a_group_told_as_a_part(whole: dict[str, Any], part: dict[str, Any], noted: bool) -> None:
    text = "236 came home, including 12 from Luhansk."
    figures = [replace(_placed(236, text), **whole), replace(_placed(12, text), kind="batch", **part)]
    assert (last((0, figures, {"text": text})).verdicts[1].note == "part") is noted


@pytest.mark.parametrize(
    ("text", "noted"),
    [
        ("236 people were put on the list. Among them are the head of a school and 12 officials.", True),
        ("236 people were put on the list. The list includes a head of a school and 12 officials.", True),
        ("236 people were put on the list. Today a judge, including his firm, and 12 officials were added.", False),
        ("Among them are clerks. 236 people were put on the list, and in a second step 12 officials.", False),
        (f"236 people were put on the list. Now{' and then' * 25} among them it says, besides, 12 officials.", False),
    ],
)
def test_who_is_among_those_on_a_list(text: str, noted: bool) -> None:
    figures = [replace(_placed(v, text), measure="sanctions", unit="people", kind="batch") for v in (236, 12)]
    assert (last((0, figures, {"text": text})).verdicts[1].note == "part") is noted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "236 sont rentrés en tout. Hier, 12 enfants, dont deux sœurs, sont arrivés."),
        ("en", "In all 236 are home. Today 12, of whom two are sisters, arrived."),
    ],
)
def test_a_number_that_has_parts_is_none_of_the_number_before(language: str, text: str) -> None:
    figures = [_placed(236, text), replace(_placed(12, text), kind="batch", direction="tot>ua")]
    assert last((0, figures, {"text": text, "language": language})).verdicts[1].note != "part"


def test_a_part_is_no_update() -> None:
    text = "2100 are home, including 2050 orphans."
    judgement = last((0, [fig(2016, "returned")]), (9, [_placed(v, text) for v in (2050, 2100)], {"text": text}))
    assert [(v.kind, v.note) for v in judgement.verdicts] == [(None, "part"), ("updated_total", None)]


def test_another_sides_count_is_no_part_of_an_estimate() -> None:
    text = "Moscow says 744000, of which Kyiv confirms 19600."
    figures = [replace(_placed(744_000, text), measure="deported", source_id="lvova_belova")]
    figures.append(replace(_placed(19600, text), measure="deported"))
    assert outcome(last((0, [fig(19546)]), (30, figures, {"text": text})), 1)[:2] == ("updated_total", "T8")


def test_a_part_of_another_sentence_is_none() -> None:
    text = "In all 1500 came home, including many orphans. Now 1400 are home."
    judgement = last((0, [fig(2016, "returned")]), (9, [_placed(v, text) for v in (1500, 1400)], {"text": text}))
    assert outcome(judgement, 1)[0] == "conflict"


@pytest.mark.parametrize(
    ("milestone", "value", "days", "verdict"),
    [
        (2200, 2194, 0, ("updated_total", "T5", "refines")),
        (2100, 2097, 3, ("updated_total", "T5", "refines")),
        (2100, 2097, 4, ("conflict", "T7", None)),
        (2200, 2099, 1, ("conflict", "T7", None)),
        (2200, 2010, 1, ("conflict", "T7", None)),
        (2194, 2190, 1, ("conflict", "T7", None)),
    ],
)
def test_the_count_behind_a_milestone(milestone: float, value: float, days: int, verdict: tuple[Any]) -> None:
    story = [(0, [fig(2016, "returned")]), (9, [fig(milestone, "returned")]), (9 + days, [fig(value, "returned")])]
    assert outcome(last(*story)) == verdict


def test_a_count_goes_on_from_the_one_behind_the_milestone() -> None:
    story = [(0, [fig(2016, "returned")]), (9, [fig(2100, "returned")]), (9, [fig(2097, "returned")])]
    run = tell(*story, (16, [fig(2099, "returned")]))[-1]
    assert outcome(run.judgement)[:2] == ("updated_total", "T7")
    assert run.judgement.verdicts[0].against == ("a2/f1",)
    assert states(run.ledger) == {2016: "superseded", 2100: "superseded", 2097: "superseded", 2099: "current"}


def test_no_count_behind_a_milestone_is_below_an_older_one() -> None:
    story = [(0, [fig(2150, "returned")]), (9, [fig(2200, "returned")]), (9, [fig(2140, "returned")])]
    assert outcome(last(*story))[:2] == ("conflict", "T7")


@pytest.mark.parametrize(
    ("measure", "known", "rounded", "exact"),
    [
        ("returned", 2016, fig(2500, "returned", qualifier="more_than"), 2511),
        ("returned", 2016, fig(2600, "returned", qualifier="approx"), 2594),
        ("deported", 19_546, fig(21_000), 20_742),
    ],
)
def test_the_exact_number_of_an_article_is_judged_before_its_rounding(
    measure: str, known: float, rounded: Figure, exact: float
) -> None:
    run = tell((0, [fig(known, measure)]), (30, [rounded, fig(exact, measure)]))[-1]
    assert [v.kind for v in run.judgement.verdicts] == ["restatement", "updated_total"]
    assert run.judgement.verdicts[1].against == ("a0/f1",) and len(run.judgement.flags) == 1


def test_an_article_that_rounds_up_its_own_count_raises_one_flag() -> None:
    judgement = last((0, [fig(2016, "returned")]), (9, [fig(2200, "returned"), fig(2194, "returned")]))
    assert [(flag.figure, flag.kind) for flag in judgement.flags] == [(1, "updated_total")]


def test_what_a_total_grew_by_is_told_by_the_total() -> None:
    grown = [fig(52, "returned", "increment"), fig(2090, "returned")]
    judgement = last((0, [fig(2038, "returned")]), (9, grown))
    assert [v.note for v in judgement.verdicts] == ["growth", None] and len(judgement.flags) == 1


@pytest.mark.parametrize(
    "total",
    [
        fig(2090),
        fig(2090, "returned", optional=True),
        fig(83, "returned", scope="qatar"),
        fig(2000, "returned", qualifier="more_than"),
    ],
)
def test_growth_without_its_total_is_news(total: Figure) -> None:
    assert outcome(last((0, [fig(52, "returned", "increment"), total])))[1] == "E5"


@pytest.mark.parametrize(
    ("value", "qualifier", "note"),
    [(19_500, "more_than", "register"), (19_546, "exact", "register"), (6_395, "exact", None), (20_610, "exact", None)],
)
def test_the_register_told_as_identified_is_no_news(value: int, qualifier: str, note: str | None) -> None:
    story = [(0, [fig(19_546, "deported", source_id="lubinets")]), (1, [fig(6_395, "identified", source_id="betsa")])]
    told = fig(value, "identified", qualifier=qualifier, source_id="lubinets")
    verdict = last(*story[: 1 + (value != 6_395)], (30, [told])).verdicts[0]
    assert (verdict.note == "register", verdict.kind is None) == (note is not None, note is not None)


@pytest.mark.parametrize(
    ("value", "source", "kind"),
    [
        (20_742, "register", "restatement"),
        (20_742, "lvova_belova", "new_figure"),
        (20_743, "register", "updated_total"),
        (18_200, "register", "updated_total"),
    ],
)
def test_all_who_were_taken_were_told_as_identified_before(value: int, source: str, kind: str) -> None:
    story = [
        (0, [fig(19_546, "deported", source_id="lubinets")]),
        (2, [fig(18_200, "identified", source_id="lubinets")]),
        (10, [fig(20_742, "identified", source_id="lubinets")]),
    ]
    told = fig(value, "deported", source_id=source)
    judgement = last(*story, (30, [told]))
    assert (judgement.verdicts[0].kind, bool(judgement.flags)) == (kind, kind != "restatement")
    after = last(*story, (30, [told]), (50, [fig(20_800, "deported", source_id=source)]))
    assert outcome(after)[0] == "updated_total"


@pytest.mark.parametrize(
    "story",
    [
        [(10, fig(20_742, "identified")), (30, fig(18_200, "identified")), (31, fig(18_200))],
        [(30, fig(18_200)), (33, fig(18_300, "identified")), (34, fig(18_300))],
        [(3, fig(20_742, "identified")), (4, fig(20_742))],
    ],
)
def test_a_number_in_dispute_or_in_review_is_flagged_under_one_word(story: list[tuple[int, Figure]]) -> None:
    runs = tell((0, [fig(19_546)]), *((day, [figure]) for day, figure in story))
    assert (outcome(runs[-1].judgement)[::2], runs[-1].judgement.flags) == (("restatement", "register"), ())
    assert runs[-2].judgement.flags
    assert runs[-1].ledger.series[series_key(fig(1))][-1].state == "provisional"


def test_few_who_were_identified_may_be_others_than_those_taken() -> None:
    story = (0, [fig(31, "identified", source_id="register")])
    assert last(story, (30, [fig(31, "deported", source_id="register")])).verdicts[0].kind == "new_figure"


def test_one_number_under_two_measures_is_for_a_person() -> None:
    judgement = last((0, [fig(386, "returned"), fig(386, "placed_in_family")]))
    assert [verdict.review for verdict in judgement.verdicts] == [True, True]
    assert all(flag.review for flag in judgement.flags)


def test_small_numbers_may_coincide() -> None:
    assert not any(v.review for v in last((0, [fig(5, "returned"), fig(5, "held")])).verdicts)


@pytest.mark.parametrize("note", ["Russian framing", "planned", "previous value"])
def test_notes_that_name_no_subset_stay_in_the_series(note: str) -> None:
    assert series_key(fig(1, note=note)) == series_key(fig(1))


@pytest.mark.parametrize(("one", "other"), [("military subset", "military"), ("list", "list handed to Russia")])
def test_one_subset_in_two_wordings(one: str, other: str) -> None:
    assert series_key(fig(1, note=one)) == series_key(fig(2, note=other)) != series_key(fig(1))


def test_the_programmes_count_is_that_of_all() -> None:
    programme = {"scope": "bring_kids_back"}
    story = [(0, [fig(2016, "returned")]), (9, [fig(2016, "returned", **programme)])]
    assert outcome(last(*story))[:2] == ("restatement", "T2")
    judgement = last(*story, (20, [fig(2090, "returned", **programme)]))
    assert (outcome(judgement)[0], judgement.verdicts[0].against) == ("updated_total", ("a0/f1",))


# ---------------------------------------------------------------- events


def test_parts_are_judged_before_their_sum() -> None:
    whole, five, one = batch(6), batch(5, direction="ru>ua"), batch(1, direction="ua>ru")
    judgement = last((0, [whole, five, one]))
    assert [v.kind for v in judgement.verdicts] == ["corroboration", "new_figure", "new_figure"]
    assert judgement.verdicts[0].against == ("a0/f2", "a0/f3")


def test_parts_of_a_known_sum_do_not_contradict_it() -> None:
    parts = [batch(7, scope="mt", direction="ru>ua"), batch(1, scope="mt", direction="ua>ru")]
    assert {v.kind for v in last((0, [batch(8, scope="mt")]), (1, parts)).verdicts} == {"new_figure"}


def test_parts_told_with_a_known_sum_are_no_news() -> None:
    parts = [batch(6, scope="mt", direction="ru>ua"), batch(1, scope="mt", direction="ua>ru")]
    told = last((0, [batch(7, scope="mt")]), (1, [batch(7, scope="mt"), *parts]))
    assert [(v.kind, v.against) for v in told.verdicts] == [("corroboration", ("a0/f1",))] * 3
    assert not told.flags
    again = last((0, [batch(7, scope="mt")]), (1, [batch(7, scope="mt"), *parts]), (2, [parts[0]]))
    assert not again.flags


def test_the_sum_of_two_groups_that_match_one_known_group() -> None:
    today, monday = batch(11, direction="tot>ua"), batch(11, period=past(0, 0))
    told = last((0, [batch(11)]), (2, [today, monday, batch(22)]))
    assert outcome(told, 2) == ("corroboration", "E3", "sum") and told.verdicts[2].against == ("a0/f1",)
    assert not told.flags


def test_the_sum_of_both_ways_whatever_the_operation_was_told_as() -> None:
    story = (0, [batch(16), batch(6, scope="qatar", direction="ua>ru")])
    parts = [batch(16, scope="qatar", direction="ru>ua"), batch(6, scope="qatar", direction="ua>ru")]
    told = last(story, (1, [batch(22, scope="qatar", direction="ru>ua"), *parts]))
    assert outcome(told)[:2] == ("corroboration", "E3") and not told.flags


@pytest.mark.parametrize("whole", [batch(23), batch(22, scope="qatar"), fig(22, "killed", "batch")])
def test_what_is_no_sum_of_the_groups_of_its_article(whole: Figure) -> None:
    judgement = last((0, [batch(11)]), (2, [batch(11), batch(11, period=past(0, 0)), whole]))
    assert outcome(judgement, 2)[0] == "new_figure"


def test_parts_from_two_outlets_add_up_within_a_named_operation() -> None:
    story = [(0, [batch(5, scope="mt", direction="ru>ua")]), (0, [batch(1, scope="mt", direction="ua>ru")])]
    assert outcome(last(*story, (1, [batch(6, scope="mt")])))[1] == "E3"


def test_unrelated_groups_of_two_articles_do_not_add_up() -> None:
    assert outcome(last((0, [batch(5)]), (1, [batch(3)]), (1, [batch(8)])))[1] == "E5"


@pytest.mark.parametrize(
    ("days", "more", "headline", "rule"),
    [
        (2, {}, "Another 16 children rescued", "E1"),
        (2, {}, "Sixteen rescued", "E2"),
        (2, {"source_id": "zelensky"}, "Another 16 children rescued", "E2"),
        (1, {}, "Another 16 children rescued", "E2"),
        (1, {"period": Period(DAY + timedelta(days=1), DAY + timedelta(days=1))}, "Another 16 children rescued", "E1"),
        (2, {}, "More than 16 children rescued", "E2"),
        (9, {}, "Another 16 children rescued", "E5"),
        (2, {}, "Ще 16 дітей повернуто", "E1"),
        (2, {}, "Otros 16 menores rescatados", "E1"),
    ],
)
def test_another_group_of_the_same_size(days: int, more: dict[str, Any], headline: str, rule: str) -> None:
    story = [(0, [batch(16)]), (days, [batch(16, **more)], {"headline": headline})]
    assert outcome(last(*story))[1] == rule


@pytest.mark.parametrize(
    ("language", "headline", "rule"),
    [
        ("en", "One more child of the group is home", "E4"),
        ("uk", "Ще одна дитина з групи вже вдома", "E4"),
        ("ru", "Ещё один ребёнок из группы дома", "E4"),
        ("es", "Otros 5 adultos viajaron con los niños", "E4"),
        ("fr", "Un enfant de plus est rentré", "E4"),
        ("en", "Another 16 children are home", "E5"),
        ("en", "A further 16 children are home", "E5"),
        ("it", "Altri 16 bambini a casa, uno di loro malato", "E5"),
        ("en", "More children are home", "E5"),
        ("en", "One more group is home", "E5"),
        ("uk", "Ще одна група: 16 дітей удома", "E5"),
        ("pl", "Kolejna grupa dzieci w domu", "E5"),
    ],
)
def test_whom_a_headline_adds(language: str, headline: str, rule: str) -> None:
    more = {"headline": headline, "language": language}
    story = [(0, [batch(15, scope="qatar")]), (3, [batch(16, scope="qatar")], more)]
    assert outcome(last(*story))[1] == rule


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", "16 children and another 4 adults came home.", "E2"),
        ("uk", "Вдома 16 дітей і ще 4 дорослих.", "E2"),
        ("de", "Weitere 16 Kinder und 4 Erwachsene kamen heim.", "E1"),
        ("it", "Sono tornati altri 16 bambini con 4 adulti.", "E1"),
        ("pt", "Mais 16 crianças voltaram com 4 adultos.", "E1"),
        ("en", "Two more groups came, of 16 children each.", "E1"),
    ],
)
def test_whom_a_sentence_adds(language: str, text: str, rule: str) -> None:
    told = replace(batch(16), quote="16", start=text.index("16"), end=text.index("16") + 2)
    assert outcome(last((0, [batch(16)]), (2, [told], {"text": text, "language": language})))[1] == rule


@pytest.mark.parametrize(("before", "dated", "rule"), [(24, False, "E2"), (24, True, "E1"), (None, False, "E1")])
def test_another_than_the_group_told_before_it(before: int | None, dated: bool, rule: str) -> None:
    text = "In Kyiv 24 came home. In the same week another 16 came."
    day = DAY + timedelta(days=2)
    span = {"period": Period(day, day)} if dated else {}
    told = [(24, batch(24)), (16, batch(16, **span))] if before else [(16, batch(16))]
    figures = [replace(one, quote="", start=text.index(f"{n} c"), end=text.index(f"{n} c") + 2) for n, one in told]
    assert outcome(last((0, [batch(16)]), (2, figures, {"text": text})), len(told) - 1)[1] == rule


def test_cue_is_looked_for_in_the_figures_own_sentence() -> None:
    text = "16 children are home. Another story follows."
    assert outcome(last((0, [batch(16)]), (2, [batch(16)], {"text": text})))[1] == "E2"
    assert (
        outcome(last((0, [batch(16)]), (2, [batch(16)], {"text": "Another group: 16 children are home."})))[1] == "E1"
    )


def test_a_copy_announces_no_other_group_and_no_speaker() -> None:
    copy = {"headline": "Another 16 children", "copy_of": "a0"}
    run = tell((0, [batch(16)]), (2, [batch(16)], copy))[-1]
    assert outcome(run.judgement)[1] == "E2" and run.ledger.events[0].sources == ("lubinets",)


def test_speakers_are_counted_once_and_outlets_never() -> None:
    story = [(0, [batch(5)]), (0, [batch(5)]), (1, [batch(5, source_id="zelensky")]), (1, [batch(5, source_id=None)])]
    run = tell(*story)[-1]
    assert run.ledger.events[0].sources == ("lubinets", "zelensky")
    assert run.ledger.events[0].last_seen == DAY + timedelta(days=1)


def test_planned_and_done_are_two_events() -> None:
    assert outcome(last((0, [batch(9, note="planned")]), (6, [batch(9)])))[:2] == ("new_figure", "E5")


def test_other_direction_is_another_event() -> None:
    judgement = last((0, [batch(5, direction="ru>ua")]), (0, [batch(5, direction="ua>ru")]))
    assert outcome(judgement)[:2] == ("new_figure", "E5")


def test_coarse_batch_meets_the_exact_one() -> None:
    assert outcome(last((0, [batch(31)]), (1, [batch(30, qualifier="more_than")])))[1] == "E2"


def test_month_told_in_hindsight_is_a_restatement() -> None:
    month = Period(date(2026, 1, 1), date(2026, 1, 31))
    judgement = last((19, [batch(7)]), (24, [batch(7, period=month)]))
    assert outcome(judgement)[:2] == ("restatement", "E2")


def past(first: int, last: int) -> Period:
    return Period(DAY + timedelta(days=first), DAY + timedelta(days=last))


@pytest.mark.parametrize(("days", "period"), [(32, past(2, 2)), (67, past(-5, -5)), (40, past(-10, 20))])
def test_a_known_group_retold_weeks_later_is_no_news(days: int, period: Period) -> None:
    run = tell((0, [batch(13)]), (days, [batch(13, source_id=None, period=period)]))[-1]
    assert (outcome(run.judgement)[:2], run.judgement.flags) == (("restatement", "E2"), ())
    assert len(run.ledger.events) == 1


def test_a_group_of_a_past_year_is_looked_for_in_the_whole_year() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31))
    assert outcome(last((-150, [batch(8, scope="mt")]), (0, [batch(8, period=year)])))[:2] == ("restatement", "E2")


@pytest.mark.parametrize(("direction", "scope"), [("ua>ru", "all"), ("ru>ua", "qatar")])
def test_hindsight_means_no_group_of_another_way_or_deal(direction: str, scope: str) -> None:
    told = batch(13, direction=direction, scope=scope, period=past(0, 0))
    assert outcome(last((0, [batch(13, direction="ru>ua", scope="mt")]), (20, [told])))[1] == "E5"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Earlier, 13 children were returned to Ukraine.", "E2"),
        ("Two months ago 13 children came home.", "E2"),
        ("Месяц назад вернули 13 детей.", "E2"),
        ("Vor zwei Monaten kehrten 13 Kinder zurück.", "E2"),
        ("Раніше повернули 13 дітей.", "E2"),
        ("Hace dos meses volvieron 13 menores.", "E2"),
        ("Il y a deux mois, 13 enfants sont rentrés.", "E2"),
        ("Due mesi fa sono tornati 13 bambini.", "E2"),
        ("Há dois meses, 13 crianças voltaram.", "E2"),
        ("Dwa miesiące temu wróciło 13 dzieci.", "E2"),
        ("The 13 children who were returned to Ukraine are well.", "E2"),
        ("Die 13 Kinder, die heimkehrten, sind wohlauf.", "E2"),
        ("Los 13 niños ucranianos que volvieron están bien.", "E2"),
        ("Gli 13 bambini che sono tornati stanno bene.", "E2"),
        ("Ці 13 дітей, яких повернули, здорові.", "E2"),
        ("13 children who had been taken were returned.", "E5"),
        ("Earlier today 13 children were returned to Ukraine.", "E5"),
        ("Повернули 13 дітей, раніше депортованих.", "E5"),
    ],
)
def test_words_at_the_head_of_a_sentence_look_back(text: str, rule: str) -> None:
    quote = text[text.index("13") :]
    told = replace(batch(13, source_id=None), quote=quote, start=text.index("13"), end=len(text))
    assert outcome(last((0, [batch(13)]), (60, [told], {"text": text})))[1] == rule


def retold(language: str, text: str, **more: Any) -> tuple[int, list[Figure], dict[str, Any]]:
    """An article of 2026-11-12 that tells of eight children, ten months after the first."""
    figure = replace(batch(8, source_id=None, **more), quote="8", start=text.index("8"), end=text.index("8") + 1)
    return 306, [figure], {"language": language, "text": text}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "8 children were reunited last January."),
        ("en", "8 children were reunited that January, seven more in March."),
        ("en", "They were reunited in January of last year: 8 children."),
        ("es", "Volvieron 8 niños en enero pasado."),
        ("es", "En enero del año pasado volvieron 8 niños."),
        ("fr", "En janvier dernier, 8 enfants sont rentrés."),
        ("fr", "L'an dernier, en janvier, 8 enfants sont rentrés."),
        ("de", "Im vergangenen Januar kehrten 8 Kinder heim."),
        ("de", "Im Januar vergangenen Jahres kehrten 8 Kinder heim."),
        ("it", "Nello scorso gennaio sono tornati 8 bambini."),
        ("it", "È cominciato nell'ottobre del 2025, e a gennaio 8 bambini sono tornati."),
        ("pt", "Em janeiro passado voltaram 8 crianças."),
        ("pl", "W ubiegłym styczniu wróciło 8 dzieci."),
        ("pl", "W styczniu ubiegłego roku wróciło 8 dzieci."),
        ("uk", "Минулого січня повернули 8 дітей."),
        ("uk", "Торік у січні повернули 8 дітей."),
        ("ru", "В прошлом январе вернули 8 детей."),
        ("ru", "В январе прошлого года вернули 8 детей."),
    ],
)
def test_a_month_of_the_past_is_looked_back_to(language: str, text: str) -> None:
    told = retold(language, text)
    assert outcome(last((0, [batch(8, scope="mt")]), told))[:2] == ("restatement", "E2")
    wrong = retold(language, text, period=past(265, 295))
    assert outcome(last((0, [batch(8, scope="mt")]), wrong))[:2] == ("restatement", "E2")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "8 children came home, the largest group since last January."),
        ("en", "8 children were reunited last March."),
        ("en", "In January 2026 talks began; 8 children are home."),
        ("de", "8 Kinder sind daheim, so viele wie seit dem vergangenen Januar nicht."),
        ("ru", "Вернули 8 детей, больше всего с января прошлого года."),
        ("xx", "8 children were reunited last January."),
    ],
)
def test_what_looks_back_to_no_month(language: str, text: str) -> None:
    assert outcome(last((0, [batch(8, scope="mt")]), retold(language, text)))[:2] == ("new_figure", "E5")


def test_a_group_of_today_is_news_whatever_month_is_recalled() -> None:
    told = retold("en", "Like those of last January, 8 children came home.", period=past(306, 306))
    assert outcome(last((0, [batch(8, scope="mt")]), told))[:2] == ("new_figure", "E5")


def test_of_two_groups_of_the_month_the_one_of_its_operation_is_meant() -> None:
    told = retold("en", "8 children were reunited last January.", scope="mt")
    assert last((0, [batch(8, scope="mt")]), (8, [batch(8)]), told).verdicts[0].against == ("a0/f1",)


def test_needs_reach_the_months_that_are_recalled() -> None:
    days, figures, more = retold("en", "8 children were reunited last January.")
    wanted = needs(figures, Occasion("a", DAY + timedelta(days=days), **more))
    assert wanted.first is not None and wanted.first <= date(2025, 1, 1)


def test_the_sum_of_a_week_is_no_group_of_its_own() -> None:
    week = Period(DAY + timedelta(days=1), DAY + timedelta(days=7))
    story = (2, [batch(5, period=past(2, 2))]), (5, [batch(5, period=past(5, 5))], {"text": "another 5 children"})
    assert outcome(last(*story, (7, [batch(10, period=week)])))[:2] == ("corroboration", "E3")
    assert outcome(last(*story, (7, [batch(12, period=week)])))[:2] == ("new_figure", "E5")


def test_fewer_than_so_many_is_no_total_of_its_own() -> None:
    story = [(0, [fig(1859, "returned")]), (3, [fig(2000, "returned", qualifier="fewer_than")])]
    assert outcome(last(*story))[:2] == ("restatement", "T3")
    assert outcome(last(*story, (18, [fig(1872, "returned")])))[:2] == ("updated_total", "T7")


def test_words_of_hindsight_look_back_some_months_only() -> None:
    text = {"text": "Earlier, 13 children were returned."}
    story = [(0, [batch(13)]), (121, [replace(batch(13), quote="13 children")], text)]
    assert outcome(last(*story))[:2] == ("new_figure", "E5")


@pytest.mark.parametrize(("days", "kind"), [(30, "new_figure"), (31, "restatement")])
def test_what_was_over_a_month_ago_fills_the_history(days: int, kind: str) -> None:
    taken = fig(46, "deported", "batch", period=past(-20, 0))
    run = tell((days, [taken]))[-1]
    assert (outcome(run.judgement)[0], len(run.judgement.flags)) == (kind, kind == "new_figure")
    assert states(run.ledger) == {46: "current"}


def test_background_has_its_remark_and_contradicts_nobody() -> None:
    story = [(0, [batch(7, scope="mt", period=past(0, 0))]), (40, [batch(8, scope="mt", period=past(0, 0))])]
    assert outcome(last(*story)) == ("restatement", "E5", "background")


def test_needs_reach_as_far_as_hindsight_does() -> None:
    told = batch(13, period=past(-300, -100))
    assert needs([told], Occasion("a", DAY)).first <= DAY - timedelta(days=307)
    early = replace(batch(13), quote="13 children")
    assert needs([early], Occasion("a", DAY, text="Earlier 13 children came.")).first <= DAY - timedelta(days=120)


def test_hindsight_at_the_first_of_all_days() -> None:
    first = Period(date(1, 1, 2), date(1, 1, 3))
    assert outcome(last((0, [batch(3, period=first)])))[2] == "background"


@pytest.mark.parametrize("order", list(permutations(("bring_kids_back", "kherson", "save_ukraine"))))
def test_one_group_under_three_names_is_one_flag(order: tuple[str, ...]) -> None:
    runs = tell(*((days, [batch(11, scope=scope)]) for days, scope in enumerate(order)))
    assert [run.judgement.verdicts[0].kind for run in runs] == ["new_figure", "corroboration", "corroboration"]


@pytest.mark.parametrize(("value", "days", "rule"), [(11, 2, "E2"), (11, 3, "E5"), (12, 1, "E5")])
def test_region_and_helper_meet_in_size_and_days(value: float, days: int, rule: str) -> None:
    story = [(0, [batch(11, scope="kherson")]), (days, [batch(value, scope="save_ukraine")])]
    assert outcome(last(*story))[1] == rule


def test_a_part_by_its_words_alone_is_known_by_the_number_of_all() -> None:
    camps = fig(165, "facilities", unit="facilities")
    part = replace(camps, note="re-education subset")
    assert outcome(last((0, [camps]), (90, [part]))) == ("restatement", "T1", "other_part")
    assert outcome(last((0, [camps]), (90, [replace(part, value=170)])))[0] == "new_figure"
    assert outcome(last((0, [camps]), (90, [replace(part, source_id="un")])))[0] == "new_figure"


def test_people_and_organisations_put_on_one_list_may_be_added_up() -> None:
    people, bodies = (
        fig(n, "sanctions", "batch", unit=unit, source_id="eu") for n, unit in ((12, "people"), (5, "organisations"))
    )
    both = fig(17, "sanctions", "batch", unit="people", source_id="eu")
    assert outcome(last((0, [people, bodies]), (1, [both]))) == ("corroboration", "E3", "sum")
    home = fig(17, "returned", "batch", unit="people")
    assert (
        outcome(last((0, [replace(home, value=12), replace(home, value=5, unit="children")]), (1, [home])))[1] != "E3"
    )


def test_groups_of_two_regions_are_two() -> None:
    assert outcome(last((0, [batch(4, scope="kherson")]), (1, [batch(4, scope="kharkiv")])))[1] == "E5"


@pytest.mark.parametrize(
    ("one", "other"), [("mt", "qatar"), ("mt", "kherson"), ("save_ukraine", "qatar"), ("vatican", "qatar")]
)
def test_deals_stay_apart(one: str, other: str) -> None:
    assert outcome(last((0, [batch(8, scope=one)]), (0, [batch(8, scope=other)])))[1] == "E5"


@pytest.mark.parametrize(("days", "rule"), [(7, "E2"), (8, "E5")])
def test_the_programme_is_all(days: int, rule: str) -> None:
    story = [(0, [batch(8, scope="bring_kids_back")]), (days, [batch(8)])]
    assert outcome(last(*story))[1] == rule
    assert outcome(last((0, [batch(8, scope="bring_kids_back")]), (1, [batch(9, scope="bring_kids_back")])))[1] == "E5"


def test_an_operation_named_later_counts_for_the_event() -> None:
    story = [(0, [batch(8)]), (1, [batch(8, scope="kherson")])]
    run = tell(*story, (5, [batch(8, scope="kherson")]))[-1]
    assert outcome(run.judgement)[1] == "E2" and run.ledger.events[0].scopes == ("kherson",)
    assert outcome(last((0, [batch(8)]), (5, [batch(8, scope="kherson")])))[1] == "E5"


def test_not_saying_whose_operation_widens_nothing() -> None:
    story = [(0, [batch(8, scope="mt")]), (1, [batch(8)]), (6, [batch(8)])]
    assert outcome(last(*story))[1] == "E5"


@pytest.mark.parametrize("value", [4, 3])
def test_counts_of_two_weeks_are_two_groups(value: float) -> None:
    weeks = [
        (6, [batch(4, scope="kherson", period=past(0, 6))]),
        (13, [batch(value, scope="kherson", period=past(7, 13))]),
    ]
    assert outcome(last(*weeks))[:2] == ("new_figure", "E5")


def test_a_week_told_a_day_later_is_the_same_group() -> None:
    weeks = [(6, [batch(4, scope="kherson", period=past(0, 6))]), (7, [batch(4, scope="kherson", period=past(1, 7))])]
    assert outcome(last(*weeks))[:2] == ("corroboration", "E2")


def on_day(value: float, day: int, **more: Any) -> tuple[int, list[Figure]]:
    return day, [batch(value, period=past(day, day), **more)]


def test_three_today_and_three_two_days_later() -> None:
    runs = tell(on_day(3, 0), on_day(3, 2), on_day(3, 5))
    assert [run.judgement.verdicts[0].kind for run in runs] == ["new_figure"] * 3
    assert len({flag.key for run in runs for flag in run.judgement.flags}) == 3


def test_three_yesterday_told_by_another_outlet() -> None:
    told = batch(3, source_id=None, period=past(0, 0))
    assert outcome(last(on_day(3, 0), (1, [told])))[:2] == ("corroboration", "E2")


@pytest.mark.parametrize(
    ("first", "second", "rule"),
    [
        (on_day(3, 0), on_day(3, 1), "E2"),
        (on_day(5, 0, scope="mt"), on_day(5, 5, scope="mt"), "E2"),
        (on_day(5, 0, scope="mt"), on_day(4, 5, scope="mt"), "E4"),
        (on_day(3, 0, scope="kherson"), on_day(2, 1, scope="kherson"), "E5"),
        (on_day(3, 0, scope="kherson"), on_day(2, 0, scope="kherson"), "E4"),
        (on_day(3, 0, scope="kherson"), (3, [batch(3, scope="kherson")]), "E2"),
        (on_day(3, 0, scope="kherson"), (3, [batch(2, scope="kherson")]), "E4"),
        (on_day(9, 0, scope="kherson"), (3, [batch(3, scope="kherson")]), "E5"),
    ],
)
def test_stated_days_tell_groups_apart(first: Any, second: Any, rule: str) -> None:
    assert outcome(last(first, second))[1] == rule


@pytest.mark.parametrize(("value", "days", "rule"), [(3, 1, "E5"), (2, 1, "E2"), (2, 2, "E5"), (3, 0, "E4")])
def test_the_past_24_hours_are_told_every_day(value: float, days: int, rule: str) -> None:
    first = 1, [batch(2, scope="kherson", period=past(0, 1))]
    assert outcome(last(first, (1 + days, [batch(value, scope="kherson", period=past(days, 1 + days))])))[1] == rule


@pytest.mark.parametrize(("value", "rule"), [(5, "E5"), (2, "E4")])
def test_a_week_is_no_rival_of_its_days(value: float, rule: str) -> None:
    week = 6, [batch(value, scope="kherson", period=past(0, 6))]
    assert outcome(last(on_day(3, 4, scope="kherson"), week))[1] == rule


def listed(source: str | None, value: float = 9) -> list[Figure]:
    return [fig(value, "sanctions", "batch", unit="people", source_id=source)]


ISSUERS = replace(POLICY, issuers=frozenset({"uk", "canada", "eu"}))


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        ("uk", "canada", "new_figure"),
        ("uk", "uk", "corroboration"),
        ("uk", None, "corroboration"),
        (None, "canada", "corroboration"),
        ("uk", "zelensky", "corroboration"),
        ("zelensky", "canada", "corroboration"),
    ],
)
def test_who_imposes_sanctions_makes_the_event(first: str | None, second: str | None, kind: str) -> None:
    assert outcome(tell((0, listed(first)), (1, listed(second)), policy=ISSUERS)[-1].judgement)[0] == kind


def test_what_an_issuer_tells_of_the_day_before_may_be_anothers() -> None:
    told = [replace(figure, period=past(0, 0)) for figure in listed("uk", 17)]
    run = tell((0, listed("eu", 17)), (1, [*listed("uk"), *told]), policy=ISSUERS)[-1]
    assert [v.kind for v in run.judgement.verdicts] == ["new_figure", "corroboration"]


def test_who_told_of_sanctions_first_does_not_hide_who_imposed_them() -> None:
    story = [(0, listed("zelensky")), (0, listed("uk")), (1, listed("canada")), (1, listed("canada"))]
    runs = tell(*story, policy=ISSUERS)
    assert [len(run.judgement.flags) for run in runs] == [1, 0, 1, 0]


def test_sanctions_of_one_day_by_two_sides_are_two_flags() -> None:
    runs = tell((0, listed("uk")), (0, listed("canada")), policy=ISSUERS)
    assert len({flag.key for run in runs for flag in run.judgement.flags}) == 2


# ---------------------------------------------------------------- edges of the windows


@pytest.mark.parametrize(("days", "kind"), [(3, "corroboration"), (4, "restatement")])
def test_a_total_is_fresh_for_three_days(days: int, kind: str) -> None:
    assert outcome(last((0, [fig(19546)]), (days, [fig(19546)])))[0] == kind


@pytest.mark.parametrize(("days", "kind"), [(7, "conflict"), (8, "updated_total")])
def test_a_slow_series_settles_in_seven_days(days: int, kind: str) -> None:
    assert outcome(last((0, [fig(19514)]), (days, [fig(19546)])))[0] == kind


@pytest.mark.parametrize(("days", "rule"), [(7, "E2"), (8, "E5")])
def test_an_event_is_reported_for_seven_days(days: int, rule: str) -> None:
    assert outcome(last((0, [batch(5)]), (days, [batch(5)])))[1] == rule


@pytest.mark.parametrize(("days", "rule"), [(2, "E2"), (3, "E5")])
def test_a_named_operation_meets_all_within_two_days(days: int, rule: str) -> None:
    assert outcome(last((0, [batch(5, scope="mt")]), (days, [batch(5)])))[1] == rule


@pytest.mark.parametrize(("days", "kind"), [(10, "corroboration"), (11, "restatement")])
def test_told_as_past_begins_after_a_week(days: int, kind: str) -> None:
    day = Period(DAY + timedelta(days=3), DAY + timedelta(days=3))
    judgement = last((5, [batch(5, period=day)]), (days, [batch(5, period=day)]))
    assert outcome(judgement)[0] == kind


def test_second_report_of_a_lower_live_number_confirms_nothing() -> None:
    story = [(0, [fig(1859, "returned")]), (20, [fig(1790, "returned")]), (21, [fig(1790, "returned")])]
    assert states(tell(*story)[-1].ledger) == {1859: "current", 1790: "provisional"}


def test_a_copy_adds_no_speaker_even_when_it_names_another() -> None:
    story = [(0, [fig(19546)]), (1, [fig(19546, source_id="zelensky")], {"copy_of": "a0"})]
    assert tell(*story)[-1].judgement.facts[0].sources == ("lubinets",)


# ---------------------------------------------------------------- occasions, flags, needs


def test_baseline_fills_the_ledger_silently() -> None:
    runs = tell((0, [fig(19546)], {"baseline": True}), (9, [fig(19546)]))
    assert [run.judgement.flags for run in runs] == [(), ()]
    assert runs[0].judgement.verdicts[0].kind == "new_figure"


def test_optional_figures_are_not_judged_and_not_known() -> None:
    run = tell((0, [fig(3, optional=True)]))[0]
    assert (outcome(run.judgement), run.judgement.facts, run.judgement.flags) == ((None, "optional", None), (), ())


def test_the_same_article_again_raises_nothing() -> None:
    again = {"id": "a0", "publisher": "outlet0"}
    run = tell((0, [fig(19546), batch(5)]), (0, [fig(19546), batch(5)], again))[-1]
    assert (run.judgement.flags, {v.kind for v in run.judgement.verdicts}) == ((), {"restatement"})


def test_events_of_two_directions_have_two_keys() -> None:
    runs = tell((0, [batch(5, direction="tot>ua")]), (0, [batch(5, direction="ru>ua")]))
    assert len({run.judgement.flags[0].key for run in runs}) == 2


def test_flag_key_does_not_depend_on_speaker_qualifier_or_period_wording() -> None:
    one = batch(8, scope="mt", period=Period(DAY - timedelta(days=1), DAY))
    assert flag_key(one, DAY) == flag_key(batch(8, scope="mt", source_id=None), DAY)
    assert flag_key(fig(2000, qualifier="approx"), DAY) == flag_key(fig(2000), DAY + timedelta(days=1))


def test_flag_keys_tell_large_numbers_apart() -> None:
    assert len({flag_key(fig(value), DAY) for value in (1_600_000, 1_600_001, 1_600_001.5)}) == 3


def test_needs_name_series_and_event_window() -> None:
    wanted = needs([fig(19546), batch(5), batch(3, optional=True)], Occasion("a", DAY))
    assert wanted.series == {series_key(fig(1)), series_key(fig(1, "identified"))} and wanted.measures == {"returned"}
    assert (wanted.first, wanted.last) == (DAY - timedelta(days=7), DAY + timedelta(days=7))


def test_the_number_identified_is_looked_up_among_those_taken() -> None:
    wanted = needs([fig(19500, "identified")], Occasion("a", DAY)).series
    assert wanted == {series_key(fig(1)), series_key(fig(1, "identified"))}


@pytest.mark.parametrize("day", [date(1, 1, 5), date(9999, 12, 31)])
def test_days_at_the_ends_of_the_calendar_are_no_error(day: date) -> None:
    wanted = needs([batch(5)], Occasion("a", day))
    assert date.min <= wanted.first <= wanted.last <= date.max
    assert outcome(tell((0, [batch(5)], {"published": day}))[0].judgement)[0] == "new_figure"


def test_needs_of_totals_alone_ask_for_no_events() -> None:
    wanted = needs([fig(19546)], Occasion("a", DAY))
    assert (wanted.measures, wanted.first, wanted.last) == (frozenset(), None, None)


def test_withdrawn_and_rejected_numbers_are_not_known() -> None:
    key = series_key(fig(1))
    gone = tuple(replace(fact, state="rejected") for fact in tell((0, [fig(19546)]))[0].ledger.series[key])
    run = next(replay([(Occasion("b", DAY), [fig(19546)])], POLICY, Ledger({key: gone})))
    assert outcome(run.judgement)[1] == "T1"


def test_facts_carry_what_the_store_keeps() -> None:
    fact = tell((0, [fig(19546)]))[0].judgement.facts[0]
    assert fact == Fact(
        "a0/f1", fig(19546), DAY, "kyiv", "outlet0", DAY, "current", occasion="a0", sources=("lubinets",),
        publishers=("outlet0",),
    )  # fmt: skip


def test_a_repeat_adds_its_publisher_and_its_speaker_once() -> None:
    known = tell((0, [fig(19546)]), (0, [fig(19546)]), (0, [fig(19546)]))[-1].judgement.facts[0]
    assert known.publishers == ("outlet0", "outlet1", "outlet2")
    assert known.sources == ("lubinets",)


@pytest.mark.parametrize(
    ("first", "second", "days", "scope", "kind"),
    [
        ("total", "batch", 2, "all", "corroboration"),
        ("batch", "total", 5, "all", "restatement"),
        ("total", "batch", 9, "all", "restatement"),
        ("total", "batch", 45, "all", "new_figure"),
        ("total", "batch", 2, "kherson_home", "new_figure"),
    ],
)
def test_a_group_told_as_a_count_is_the_same_group(first: str, second: str, days: int, scope: str, kind: str) -> None:
    told = (0, [fig(27, kind=first)]), (days, [fig(27, kind=second, scope=scope)])
    verdict = last(*told).verdicts[0]
    assert (verdict.kind, verdict.note == "other_kind") == (kind, kind != "new_figure")


def test_eight_home_in_all_and_eight_home_today_are_two_numbers() -> None:
    assert outcome(last((0, [fig(8, "returned")]), (1, [batch(8)])))[0] == "new_figure"


def test_a_store_reads_both_kinds_of_a_group() -> None:
    occasion = Occasion("a", DAY, "one")
    count, group = needs([fig(27)], occasion), needs([fig(27, kind="batch")], occasion)
    assert count.measures == frozenset({"deported"})
    assert (count.first, count.last) == (DAY - timedelta(30), DAY + timedelta(7))
    assert series_key(fig(27)) in group.series
    assert needs([fig(19_546)], occasion).measures == frozenset()


@pytest.mark.parametrize(
    ("known", "told", "news"),
    [
        (fig(41, "other", note="list"), fig(40, "other", note="list", num="quatro dezenas"), False),
        (fig(41, "other", note="list"), fig(36, "other", note="list", num="three dozen"), True),
        (fig(41, "other", note="list"), fig(40, "other", note="list", num="40"), True),
        (fig(421, "at_risk"), fig(400, "at_risk", qualifier="more_than"), False),
        (fig(441, "at_risk"), fig(400, "at_risk", qualifier="more_than"), True),
        (_share(76, "76 percent"), _share(75, "three in four"), False),
        (_share(76, "76 percent"), _share(73, "73 percent"), True),
    ],
)
def test_numbers_told_in_bundles_and_fractions(known: Figure, told: Figure, news: bool) -> None:
    assert (outcome(last((0, [known]), (1, [replace(told, source_id="kuleba")])))[0] in ALERTING) is news


def test_the_week_and_its_groups() -> None:
    nine, three = on_day(9, 0, scope="kherson"), on_day(3, 5, scope="kherson")
    parts = [batch(n, optional=True, note="part of 12", period=past(day, day)) for n, day in ((9, 0), (3, 5))]
    week = batch(12, period=past(0, 6))
    assert outcome(last(nine, three, (6, [week, *parts])))[:2] == ("corroboration", "E3")
    assert outcome(last(nine, (6, [week, *parts])))[0] == "new_figure"


def _warrants(value: float, kind: str, source: str | None = "icc") -> Figure:
    return fig(value, "warrants", kind, unit="warrants", source_id=source)


@pytest.mark.parametrize("source", ["icc", None])
def test_a_count_of_warrants_may_be_that_of_those_issued_within_the_week(source: str | None) -> None:
    story = [(0, [_warrants(3, "batch"), _warrants(5, "total")]), (4, [_warrants(3, "total", source)])]
    assert outcome(last(*story)) == ("restatement", "T8", "other_kind")
    assert states(tell(*story)[-1].ledger)[5] == "current"


@pytest.mark.parametrize(
    ("days", "figure"),
    [
        (9, _warrants(3, "total")),
        (4, _warrants(4, "total")),
        (4, _warrants(3, "total", "un")),
    ],
)
def test_a_lower_count_of_warrants_is_no_repetition(days: int, figure: Figure) -> None:
    story = [(0, [_warrants(3, "batch"), _warrants(5, "total")]), (days, [figure])]
    assert outcome(last(*story))[2] != "other_kind"


def test_as_many_new_warrants_as_there_were_are_news() -> None:
    story = [(0, [_warrants(5, "total")]), (2, [_warrants(5, "batch")])]
    assert last(*story).verdicts[0].kind == "new_figure"


def test_a_deal_is_the_sum_of_those_who_went_either_way() -> None:
    home = batch(5, scope="qatar", direction="ru>ua")
    away = batch(4, direction="ua>ru")
    nine = batch(9, scope="qatar", direction="ru>ua", source_id="qatar")
    assert outcome(last((0, [home, away]), (1, [nine]))) == ("corroboration", "E3", "sum")
    assert last((0, [home]), (0, [away]), (1, [nine])).verdicts[0].kind == "conflict"
    assert last((0, [home, batch(4)]), (1, [nine])).verdicts[0].kind == "conflict"
    ten = batch(10, scope="qatar", direction="ru>ua", source_id="qatar")
    assert outcome(last((0, [home, away]), (1, [ten])))[1] != "E3"
