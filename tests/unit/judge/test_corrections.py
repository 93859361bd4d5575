"""Rule E0: an article corrects its own earlier version, then its outlet, and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from monitor.judge import Policy, Replayed, check, families_of, needs, replay, replay_rows, series_key
from monitor.model import Fact, Figure, Judgement, Occasion

POLICY = Policy(
    families_of(
        {
            "kyiv": ["lubinets", "zelensky", "save_ukraine"],
            "us_first_lady": ["white_house"],
            "un": ["un"],
            "yale": ["yale"],
        }
    )
)
DAY = date(2026, 1, 10)
EIGHT = "Correction: an earlier version of this article said eight."
WRONG = "Correction: an earlier version of this article gave a wrong number."
TOWN = "This article has been corrected: the name of the town was misspelt."


def fig(value: float, measure: Any = "returned", kind: Any = "total", **more: Any) -> Figure:
    return Figure(value, measure, kind, f"{value:g} children", 0, 0, **{"source_id": "lubinets", **more})


def batch(value: float, **more: Any) -> Figure:
    return fig(value, "returned", "batch", **more)


def tell(*articles: tuple[str, int, Any, str]) -> list[Replayed]:
    """Judge articles given as ("outlet/article", days after DAY, figure or figures, text)."""
    told = []
    for n, (name, days, figures, text) in enumerate(articles):
        figures = figures if isinstance(figures, list) else [figures]
        names = tuple(f"v{n}-f{k + 1}" for k in range(len(figures)))
        day = DAY + timedelta(days=days)
        told.append((Occasion(name, day, name.partition("/")[0], text=text, language="en", figure_ids=names), figures))
    return list(replay(told, POLICY))


def facts(run: Replayed) -> list[Fact]:
    return [*(fact for series in run.ledger.series.values() for fact in series), *run.ledger.events]


def states(run: Replayed) -> dict[float | None, str]:
    return {fact.figure.value: fact.state for fact in facts(run)}


def outcome(judgement: Judgement, index: int = 0) -> tuple[Any, str, tuple[str, ...]]:
    verdict = judgement.verdicts[index]
    return verdict.kind, verdict.rule, verdict.against


# ---------------------------------------------------------------- the article's own earlier version


def test_a_page_corrects_its_own_number_and_nobody_elses() -> None:
    run = tell(
        ("others/a", 0, batch(11), ""),
        ("far/a", 0, batch(27), ""),
        ("daily/a", 1, batch(8, scope="mt", source_id="white_house"), ""),
        ("daily/a", 1, batch(7, scope="mt", source_id="white_house"), EIGHT),
    )[-1]
    assert outcome(run.judgement) == ("correction", "E0", ("daily/a/v2-f1",))
    assert states(run) == {11: "current", 27: "current", 8: "withdrawn", 7: "current"}
    assert [flag.kind for flag in run.judgement.flags] == ["correction"]


@pytest.mark.parametrize("headline", ["", "Charity asks for more money", "Another year of funding is won"])
def test_what_a_headline_has_more_of_hides_no_correction(headline: str) -> None:
    words = {"publisher": "daily", "text": EIGHT, "language": "en", "headline": headline, "figure_ids": ("new",)}
    first = Occasion("daily/a", DAY, "daily", language="en", figure_ids=("old",))
    told = [(first, [batch(8)]), (Occasion("daily/b", DAY + timedelta(days=1), **words), [batch(7)])]
    assert outcome(list(replay(told, POLICY))[-1].judgement)[:2] == ("correction", "E0")


def test_what_a_notice_takes_back_is_not_judged() -> None:
    old = batch(8, num="eight", num_start=EIGHT.index("eight"))
    run = tell(("daily/a", 0, batch(8), ""), ("daily/a", 0, [batch(7), old], EIGHT))[-1]
    assert (outcome(run.judgement, 1)[:2], run.judgement.verdicts[1].note) == ((None, "optional"), "taken_back")
    assert states(run) == {8: "withdrawn", 7: "current"}


@pytest.mark.parametrize("text", ["", WRONG])
@pytest.mark.parametrize("new", [2345, 2600])
def test_a_total_takes_the_place_of_its_own(text: str, new: int) -> None:
    run = tell(("daily/a", 0, fig(2455, "deported"), ""), ("daily/a", 0, fig(new, "deported"), text))[-1]
    assert outcome(run.judgement) == ("correction", "E0", ("daily/a/v0-f1",))
    assert states(run) == {2455: "withdrawn", new: "current"}


def test_a_silent_edit_says_so_and_a_notice_does_not() -> None:
    silent, told = (tell(("d/a", 0, batch(6), ""), ("d/a", 0, batch(5), text))[-1].judgement for text in ("", WRONG))
    assert [outcome(one)[0] for one in (silent, told)] == ["correction", "correction"]
    assert [one.verdicts[0].note for one in (silent, told)] == ["edited", None]


def test_a_total_that_goes_on_on_its_page_is_an_update() -> None:
    run = tell(("d/a", 0, fig(1625), ""), ("d/a", 0, fig(1641), TOWN))[-1]
    assert outcome(run.judgement)[:2] == ("updated_total", "T7") and states(run)[1625] == "superseded"
    run = tell(("d/a", 0, fig(1625), ""), ("d/a", 0, fig(1641), WRONG))[-1]
    assert outcome(run.judgement)[:2] == ("correction", "E0") and states(run)[1625] == "withdrawn"


def test_what_the_wrong_number_had_replaced_stands_again() -> None:
    run = tell(("o/a", 0, fig(2016), ""), ("d/a", 9, fig(2610), ""), ("d/a", 9, fig(2016), WRONG))[-1]
    assert outcome(run.judgement)[:2] == ("correction", "E0")
    assert states(run) == {2016: "current", 2610: "withdrawn"}


def test_an_edit_to_a_known_number_is_no_news() -> None:
    run = tell(("o/a", 0, fig(1859), ""), ("d/a", 2, fig(1301), ""), ("d/a", 2, fig(1859), ""))[-1]
    assert (outcome(run.judgement)[0], run.judgement.verdicts[0].note) == ("corroboration", "edited")
    assert states(run) == {1859: "current", 1301: "withdrawn"} and run.judgement.flags == ()


def test_an_edit_that_ends_a_dispute_leaves_the_other_number_undisputed() -> None:
    story = [("d/a", 0, batch(8, scope="mt"), ""), ("o/a", 1, batch(7, scope="mt"), "")]
    assert states(tell(*story)[-1]) == {8: "current", 7: "provisional"}
    assert states(tell(*story, ("d/a", 0, batch(7, scope="mt"), EIGHT))[-1]) == {8: "withdrawn", 7: "current"}


def test_a_corrected_number_may_contradict_others_still() -> None:
    story = [("o/a", 0, batch(7, scope="mt"), ""), ("d/a", 1, batch(8, scope="mt"), "")]
    run = tell(*story, ("d/a", 1, batch(9, scope="mt"), ""))[-1]
    assert outcome(run.judgement)[0] == "correction"
    assert states(run) == {7: "current", 8: "withdrawn", 9: "provisional"}


def test_a_number_that_others_print_too_is_not_withdrawn() -> None:
    story = [("d/a", 0, batch(8), ""), ("o/a", 0, batch(8), "")]
    run = tell(*story, ("d/a", 0, batch(7), EIGHT))[-1]
    assert outcome(run.judgement) == ("correction", "E0", ("d/a/v0-f1",))
    assert states(run) == {8: "current", 7: "provisional"}


def test_a_number_that_still_stands_is_not_replaced() -> None:
    still = tell(("d/a", 0, batch(8), ""), ("d/a", 0, [batch(7), batch(8)], ""))[-1]
    quoted = tell(("d/a", 0, batch(8), ""), ("d/a", 0, batch(7), "8 children came, then seven."))[-1]
    assert states(still)[8] == states(quoted)[8] == "current"
    assert {outcome(run.judgement)[0] for run in (still, quoted)} == {"new_figure"}


def test_the_nearest_new_number_replaces_the_one_that_went() -> None:
    run = tell(("d/a", 0, [batch(16), batch(3)], ""), ("d/a", 0, [batch(4), batch(18)], ""))[-1]
    assert [outcome(run.judgement, i) for i in (0, 1)] == [
        ("correction", "E0", ("d/a/v0-f2",)),
        ("correction", "E0", ("d/a/v0-f1",)),
    ]


def test_a_rounding_goes_with_the_number_it_rounds() -> None:
    both = [fig(2500, "deported", qualifier="approx"), fig(2455, "deported")]
    run = tell(("d/a", 0, both[0], ""), ("d/a", 0, both, ""), ("d/a", 0, fig(2345, "deported"), WRONG))[-1]
    assert states(run) == {2500: "withdrawn", 2455: "withdrawn", 2345: "current"}


@pytest.mark.parametrize(
    ("new", "text"),
    [
        (batch(7, source_id="un"), ""),
        (batch(7), "Another 7 children came."),
        (batch(7, direction="ua>ru"), ""),
        (fig(7, "killed", "batch"), ""),
    ],
)
def test_what_is_no_edit_of_the_number(new: Figure, text: str) -> None:
    story = [("d/a", 0, batch(8, direction="ru>ua"), ""), ("d/a", 0, new, text)]
    assert states(tell(*story)[-1]) == {8: "current", 7: "current"}


def test_the_news_of_a_live_page_go_by() -> None:
    pages = [
        (Occasion("d/live", DAY, "d", figure_ids=(f"v{n}-f1",), text=text, language="en", rolling=True), [batch(value)])
        for n, (value, text) in enumerate([(11, ""), (6, ""), (7, "Correction: seven, not six.")])
    ]
    told = [outcome(run.judgement)[0] for run in replay(pages, POLICY)]
    assert told == ["new_figure", "new_figure", "correction"]


def test_a_finer_number_on_the_page_refines() -> None:
    run = tell(("d/a", 0, fig(1600, qualifier="more_than"), ""), ("d/a", 0, fig(1625), WRONG))[-1]
    assert outcome(run.judgement)[:2] == ("updated_total", "T5")


@pytest.mark.parametrize("text", ["", WRONG])
def test_a_rounding_on_the_page_replaces_nothing(text: str) -> None:
    run = tell(("d/a", 0, fig(19546, "deported"), ""), ("d/a", 0, fig(20000, "deported"), text))[-1]
    assert outcome(run.judgement)[:2] == ("restatement", "T3") and states(run) == {19546: "current"}


def test_a_named_number_is_replaced_however_it_was_told() -> None:
    story = [("d/a", 0, fig(8), ""), ("d/a", 0, batch(7), EIGHT)]
    run = tell(*story)[-1]
    assert outcome(run.judgement)[:2] == ("correction", "E0") and states(run)[8] == "withdrawn"
    wanted = needs([batch(7)], Occasion("d/a", DAY, text=EIGHT))
    assert wanted.series == {series_key(fig(8))} and wanted.measures == {"returned"}
    assert needs([batch(7)], Occasion("d/a", DAY)).series == frozenset()


def test_the_same_version_again_corrects_nothing() -> None:
    story = [("d/a", 0, batch(8), ""), ("d/a", 0, batch(7), EIGHT)]
    again = tell(*story, story[1])[-1]
    assert (outcome(again.judgement)[0], again.judgement.flags) == ("restatement", ())


# ---------------------------------------------------------------- another article of the outlet


def outlet(text: str, old: Figure, new: Figure, *, of: str = "d/a", days: int = 1) -> Replayed:
    return tell((of, 0, old, ""), ("d/b", days, new, text))[-1]


@pytest.mark.parametrize("text", [EIGHT, "Correction: Friday's report gave the wrong number."])
def test_an_outlet_corrects_what_it_said(text: str) -> None:
    run = outlet(text, batch(8, scope="mt"), batch(7, scope="mt"))
    assert outcome(run.judgement) == ("correction", "E0", ("d/a/v0-f1",)) and states(run)[8] == "withdrawn"


def test_an_outlet_corrects_a_total_that_its_notice_names() -> None:
    run = outlet("Correction: seven, not eight.", fig(8, "killed"), fig(7, "killed"))
    assert outcome(run.judgement)[:2] == ("correction", "E0") and states(run) == {8: "withdrawn", 7: "current"}


def test_the_same_number_told_anew_is_a_correction_and_stays() -> None:
    run = outlet("This report has been corrected: eight children, not eight Ukrainian ones.", batch(8), batch(8))
    assert outcome(run.judgement)[:2] == ("correction", "E0")
    assert [(fact.id, fact.state) for fact in facts(run)] == [("d/a/v0-f1", "current")]


@pytest.mark.parametrize(
    ("text", "old", "new", "more"),
    [
        (TOWN, batch(8), batch(7), {}),
        (EIGHT, batch(8), batch(7), {"of": "o/a"}),
        (EIGHT, batch(8, source_id="white_house"), batch(7), {}),
        (EIGHT, batch(8, scope="mt"), batch(7), {}),
        (EIGHT, batch(8), batch(7), {"days": 9}),
        ("Correction: seven, not six.", batch(8), batch(7), {}),
        (TOWN, batch(11), batch(19, source_id="save_ukraine", scope="save_ukraine"), {"days": 2}),
    ],
)
def test_a_loose_notice_withdraws_nothing(text: str, old: Figure, new: Figure, more: dict[str, Any]) -> None:
    run = outlet(text, old, new, **more)
    assert outcome(run.judgement)[1] != "E0" and set(states(run).values()) == {"current"}


BARE = "(This story has been corrected.)"
MT = {"scope": "mt"}


@pytest.mark.parametrize(
    ("text", "more", "rule"),
    [
        (BARE, MT, "E0"),
        (BARE, {}, "E5"),
        ("Seven children, not eight, are home. " + BARE, {}, "E0"),
        ("Seven children are home. " + BARE, {}, "E5"),
        (TOWN, MT, "E4"),
    ],
)
def test_a_bare_notice_means_what_the_article_contradicts_or_denies(text: str, more: dict[str, Any], rule: str) -> None:
    seven = replace(batch(7, **more), quote="Seven children" if text.startswith("Seven") else "7 children")
    assert outcome(outlet(text, batch(8, **more), seven).judgement)[1] == rule


def test_a_bare_notice_means_no_one_of_two() -> None:
    run = tell(("d/a", 0, [batch(8, **MT), batch(30, **MT)], ""), ("d/b", 1, batch(7, **MT), BARE))[-1]
    assert outcome(run.judgement)[1] == "E4"


@pytest.mark.parametrize("page", ["un/a", "un/b"])
@pytest.mark.parametrize("qualifier", ["exact", "at_least"])
def test_a_lower_bound_is_corrected_too(page: str, qualifier: Any) -> None:
    old = fig(838, "killed", qualifier="at_least", source_id="un")
    new = replace(old, value=839.0, qualifier=qualifier)
    run = tell(("un/a", 0, old, ""), (page, 1, new, "Correction: 839 children were killed, not 838."))[-1]
    assert outcome(run.judgement)[:2] == ("correction", "E0") and states(run) == {838: "withdrawn", 839: "current"}


def test_a_lower_bound_that_others_print_stands_beside_its_correction() -> None:
    old = fig(838, "killed", qualifier="at_least", source_id="un")
    new = replace(old, value=839.0, qualifier="exact")
    told = ("un/b", 1, new, "Correction: 839 children were killed, not 838.")
    run = tell(("un/a", 0, old, ""), ("wire/a", 0, old, ""), told)[-1]
    assert outcome(run.judgement)[:2] == ("correction", "E0") and states(run) == {838: "current", 839: "provisional"}


def test_the_group_that_a_notice_counts_again_is_no_total() -> None:
    text = "12 children are home. (Corrects the number of children: 12, not 13)"
    again = fig(12, **MT, num="12", num_start=text.rindex("12"))
    story = ("o/a", 0, fig(46, **MT), ""), ("d/a", 0, batch(13, **MT), "")
    run = tell(*story, ("d/b", 1, [batch(12, **MT), again], text))[-1]
    assert [(v.kind, v.note) for v in run.judgement.verdicts] == [("correction", None), (None, "again")]


@pytest.mark.parametrize(("total", "rule"), [(45, "E0"), (44, "T7")])
def test_a_total_goes_with_the_group_that_is_corrected(total: float, rule: str) -> None:
    story = ("d/a", 0, [batch(13, **MT), fig(46, **MT)], "")
    run = tell(story, ("d/b", 1, [batch(12, **MT), fig(total, **MT)], "Correction: twelve, not 13."))[-1]
    assert [outcome(run.judgement, i)[1] for i in (0, 1)] == ["E0", rule]
    assert states(run)[46] == ("withdrawn" if rule == "E0" else "current")


def test_a_notice_corrects_each_number_that_it_names() -> None:
    old = [fig(838, "killed"), fig(2705, "injured")]
    new = [fig(839, "killed"), fig(2706, "injured")]
    text = "Correction: 839 were killed, not 838; 2,706 were hurt, not 2,705."
    run = tell(("d/a", 0, old, ""), ("d/b", 1, new, text))[-1]
    assert [outcome(run.judgement, i)[:2] for i in (0, 1)] == [("correction", "E0")] * 2


def test_a_wrong_number_of_two_that_can_be_meant_withdraws_neither() -> None:
    run = tell(("d/a", 0, [batch(8), batch(30)], ""), ("d/b", 1, batch(7), "Correction: the number was wrong."))[-1]
    assert outcome(run.judgement)[1] != "E0"


# ---------------------------------------------------------------- check, replay, parts


def test_check_tells_of_a_withdrawn_number_and_of_its_successor() -> None:
    run = tell(("d/a", 0, fig(2455, "deported"), ""), ("d/a", 0, fig(2345, "deported"), WRONG))[-1]
    answer = check(fig(2455, "deported", source_id=None), facts(run), POLICY)
    assert (answer.match, answer.best and answer.best.state) == ("withdrawn", "withdrawn")
    assert answer.replaced_by is not None and answer.replaced_by.figure.value == 2345


def test_check_names_what_the_outlet_says_where_others_said_it_first() -> None:
    run = tell(
        ("o/a", 0, fig(1859), ""), ("d/a", 2, fig(1301), ""), ("d/a", 2, fig(1859), ""), ("o/b", 9, fig(2000), "")
    )[-1]
    answer = check(fig(1301, source_id=None), facts(run), POLICY)
    assert answer.match == "withdrawn" and answer.replaced_by is not None
    assert answer.replaced_by.figure.value == 1859


def test_check_prefers_who_still_says_the_number() -> None:
    run = tell(("d/a", 0, batch(8), ""), ("d/a", 0, batch(7), EIGHT), ("o/a", 1, batch(8), ""))[-1]
    answer = check(batch(8, source_id=None), facts(run), POLICY)
    assert answer.match == "same" and answer.best is not None and answer.best.occasion == "o/a"


def test_check_finds_a_withdrawn_event_behind_a_claimed_total() -> None:
    run = tell(("d/a", 0, batch(8, scope="mt"), ""), ("d/a", 0, batch(7, scope="mt"), EIGHT))[-1]
    answer = check(fig(8, source_id=None), facts(run), POLICY)
    assert (answer.match, answer.of_what) == ("withdrawn", "mt")
    assert answer.replaced_by is not None and answer.replaced_by.figure.value == 7


def test_a_row_with_a_known_id_is_a_later_version() -> None:
    rows = [
        {"id": "a", "published": "2026-01-10", "figures": [{"value": value, "measure": "returned", "kind": "batch"}]}
        for value in (8, 7, 6)
    ]
    told = [row["figures"][0] for row in replay_rows(rows, POLICY)]
    assert [(row["flag"], row["against"]) for row in told] == [
        ("new_figure", []),
        ("correction", ["a/f1"]),
        ("correction", ["a/v2-f1"]),
    ]


def test_a_part_is_no_conflict_with_the_whole_of_its_article() -> None:
    text = "8,400 children were taken; 2,400 of those were moved to Belarus."
    whole = fig(8400, "deported", source_id="yale", num="8,400", num_start=0)
    part = fig(2400, "deported", source_id="yale", num="2,400", num_start=text.index("2,400"))
    run = tell(("d/a", 0, [whole, part], text), ("o/a", 1, [whole, part], text))[-1]
    assert [outcome(run.judgement, i)[0] for i in (0, 1)] == ["corroboration", None]
    assert run.judgement.verdicts[1].note == "part" and states(run) == {8400: "current"}
    apart = tell(("d/a", 0, [whole, replace(part, num=None, num_start=None)], text))[-1]
    assert outcome(apart.judgement, 1)[0] == "conflict"


def test_the_day_in_a_notice_withdraws_nothing() -> None:
    notice = "Correction, Jan. 8: an earlier version of this article gave 9."
    run = tell(("d/a", 0, batch(8), ""), ("d/b", 0, [batch(7)], notice))[-1]
    assert outcome(run.judgement)[:2] != ("correction", "E0") and states(run)[8] != "withdrawn"


def test_another_group_told_beside_a_notice_replaces_nothing() -> None:
    text = "Another 7 children came home. " + EIGHT
    another = Figure(7, "returned", "batch", "7 children", 8, 18, source_id="lubinets", num="7", num_start=8, num_end=9)
    run = tell(("d/a", 0, batch(8), ""), ("d/b", 0, another, text))[-1]
    assert outcome(run.judgement)[1] != "E0" and states(run)[8] != "withdrawn"
