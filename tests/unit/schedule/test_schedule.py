"""The rules of issue 5 for when to look again, one by one; no clock."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.model import Answer, Entry, FeedDocument, FeedHints, FeedState, Outcome, Validators
from monitor.schedule import (
    Gap,
    IntervalLimits,
    forgive,
    gap,
    next_state,
    request_validators,
    reread_at,
    settle,
)

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
LIMITS = IntervalLimits()
URL = "https://example.org/feed"
DAY = 86_400.0


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def state(**more: Any) -> FeedState:
    values: dict[str, Any] = {"url": URL, "due": NOW, "interval": 1000.0, "last_success": after(-1000)} | more
    return FeedState(**values)


def answer(outcome: Outcome = "ok", **more: Any) -> Answer:
    return Answer(URL, URL, outcome, "", NOW, **more)


def feed(every: float, size: int = 30, age: float = 0.0, **hints: Any) -> FeedDocument:
    entries = (Entry(id=str(n), published=after(-age - n * every)) for n in range(size))
    return FeedDocument("rss", entries=tuple(entries), hints=FeedHints(**hints))


def poll(
    before: FeedState, got: Answer, document: FeedDocument | None = None, new: int = 1, overlap: bool = True,
    limits: IntervalLimits = LIMITS,
) -> FeedState:  # fmt: skip
    return next_state(before, got, document, now=NOW, new_entries=new, limits=limits, overlap=overlap)


def wait(found: FeedState) -> float:
    return (found.due - NOW).total_seconds()


# ---------------------------------------------------------------- the interval


@pytest.mark.parametrize(
    ("every", "low", "high"), [(60, 300, 330), (3600, 1600, 2000), (36_000, 16_000, 20_000), (9e6, DAY * 0.9, DAY)]
)
def test_the_interval_is_half_the_rhythm_within_the_limits(every: float, low: float, high: float) -> None:
    found = poll(state(), answer(body=b"x"), feed(every))
    assert low <= wait(found) <= high
    assert found.rhythm == every


@given(st.lists(st.integers(1, 40_000), min_size=6, max_size=60), st.text(max_size=8))
def test_a_third_of_the_window_stays_known_at_the_fastest_pace_seen(steps: list[int], name: str) -> None:
    ages = [sum(steps[:n]) for n in range(len(steps))]
    entries = tuple(Entry(id=str(n), published=after(-age)) for n, age in enumerate(ages))
    free = IntervalLimits(shortest=1.0)
    found = poll(state(url=URL + name), answer(), FeedDocument("rss", entries=entries), limits=free)
    steps_kept = 2 * len(ages) // 3
    fastest = min(ages[n + steps_kept] - ages[n] for n in range(len(ages) - steps_kept))
    assert found.interval <= max(fastest, 1.0)


def test_a_feed_that_fell_silent_is_asked_less() -> None:
    assert wait(poll(state(), answer(), feed(3600, age=20 * DAY), new=0)) > 60_000


def test_undated_feeds_drift_by_what_they_bring() -> None:
    document = FeedDocument("rss", entries=(Entry(id="1"), Entry(id="2")))
    assert poll(state(), answer(), document, new=2).interval < 1000
    assert poll(state(), answer(), document, new=0).interval > 1000
    assert poll(state(last_success=None), answer(), document, new=2).interval == LIMITS.first


def test_a_feed_without_a_rhythm_is_asked_less_when_it_stays_silent() -> None:
    quiet = state(rhythm=None, last_new=after(-DAY))
    assert wait(poll(quiet, answer("not_modified"))) > wait(poll(replace(quiet, last_new=NOW), answer("not_modified")))


def test_a_poll_without_overlap_halves_the_interval() -> None:
    document = FeedDocument("rss", entries=(Entry(id="9"),))
    assert poll(state(), answer(), document, overlap=False).interval <= 500


@pytest.mark.parametrize(
    ("headers", "hints", "least"),
    [
        ((), {"ttl": 120}, 7200),
        ((), {"update_seconds": 9000.0}, 9000),
        ((("cache-control", "public, max-age=7200"),), {}, 7200),
        ((("cache-control", "max-age=7200"), ("age", "1200")), {}, 6000),
        ((("expires", "Mon, 05 Jan 2026 14:00:00 GMT"),), {}, 7200),
        ((("expires", "Mon, 05 Jan 2026 15:00:00 GMT"), ("date", "Mon, 05 Jan 2026 13:00:00 GMT")), {}, 7200),
    ],
)
@pytest.mark.parametrize("name", ["", "a", "b", "c", "d"])
def test_what_feed_and_server_ask_for_is_a_lower_bound(headers: Any, hints: Any, least: float, name: str) -> None:
    found = poll(state(url=URL + name), answer(headers=headers), feed(600, **hints))
    assert least <= wait(found) <= least * 1.25
    later = poll(found, answer("not_modified"))
    assert wait(later) >= least


@pytest.mark.parametrize(
    "headers", [(("expires", "0"),), (("cache-control", "no-cache, max-age=x"),), (("expires", "junk"),)]
)
def test_nonsense_in_headers_does_not_count(headers: Any) -> None:
    assert wait(poll(state(), answer(headers=headers), feed(600))) <= 330


def test_absurd_wishes_end_at_the_limit() -> None:
    assert wait(poll(state(), answer(), feed(600, ttl=10**9))) <= DAY


def test_fixed_polls_down_to_a_second() -> None:
    limits = IntervalLimits(shortest=1.0, longest=1.0, first=1.0)
    assert wait(poll(state(), answer(), feed(600, ttl=60), limits=limits)) == 1.0


def test_jitter_is_the_feeds_own() -> None:
    waits = {wait(poll(state(url=f"{URL}{n}"), answer(), feed(36_000))) for n in range(50)}
    assert len(waits) == 50
    assert max(waits) <= 1.1 * 18_000 and min(waits) >= 0.9 * 18_000
    assert wait(poll(state(), answer(), feed(36_000))) == wait(poll(state(), answer(), feed(36_000)))


def test_skipped_hours_and_days_move_the_poll() -> None:
    hours = poll(state(), answer(), feed(600, skip_hours=(12, 13, 14)))
    assert hours.due.hour == 15 and hours.due.day == NOW.day
    days = poll(state(), answer(), feed(600, skip_days=("Monday", "Tuesday")))
    assert days.due.weekday() == 2
    later = poll(hours, answer("not_modified"))
    assert later.due.hour == 15
    assert wait(poll(state(), answer(), feed(600, skip_hours=tuple(range(24))))) <= 330


# ---------------------------------------------------------------- failures


def test_failures_double_to_a_day_and_never_beyond() -> None:
    current, waits = state(), []
    for _ in range(40):
        current = poll(current, answer("down"))
        waits.append(wait(current))
    assert 1.8 < waits[1] / waits[0] < 2.2
    assert waits == sorted(waits) and max(waits) <= DAY
    assert current.failures == 40
    assert poll(current, answer(), feed(600)).failures == 0


def test_retry_after_is_kept_and_capped() -> None:
    found = poll(state(), answer("limited", status=429, retry_after=5000.0))
    assert found.not_before == after(5000) and found.due >= after(5000)
    assert wait(found) < 6000
    absurd = poll(state(), answer("limited", status=429, retry_after=3e8))
    assert absurd.not_before is not None and absurd.not_before <= after(DAY)
    assert poll(found, answer(), feed(600)).not_before is None


def test_repeated_retry_after_of_a_second_still_backs_off() -> None:
    current = state()
    for _ in range(12):
        current = poll(current, answer("limited", retry_after=1.0))
    assert wait(current) > 20_000


def test_gone_is_asked_once_a_week() -> None:
    found = poll(state(), answer("gone", status=410))
    assert wait(found) == 7 * DAY and found.gone_since == NOW
    again = poll(replace(found, gone_since=after(-DAY)), answer("gone"))
    assert again.gone_since == after(-DAY)
    assert poll(found, answer(), feed(600)).gone_since is None


@pytest.mark.parametrize("outcome", ["ok", "not_a_feed"])
def test_a_body_that_cannot_be_read_keeps_no_validators(outcome: Outcome) -> None:
    found = poll(state(validators=Validators('"1"')), answer(outcome, validators=Validators('"2"')), None)
    assert found.validators == Validators('"1"') and found.failures == 1


# ---------------------------------------------------------------- validators


def test_validators_are_kept_verbatim_and_left_out_once_a_day() -> None:
    odd = Validators('W/"\u00fc,\t"', "Thu, 99 Foo")
    found = poll(state(), answer(validators=odd, body=b"a"), feed(600))
    assert request_validators(found, after(3600)) == odd
    assert request_validators(found, after(DAY)) is None
    assert request_validators(found, after(-7200)) is None
    unchanged = poll(replace(found, full_at=after(-100)), answer("not_modified"))
    assert unchanged.full_at == after(-100) and unchanged.validators == odd


@pytest.mark.parametrize(
    ("etag", "new", "body", "trusted"),
    [
        ('"1"', 0, b"b", False),
        ('"1"', 0, b"a", True),
        ('W/"1"', 0, b"b", True),
        ('W/"1"', 2, b"b", False),
        ('"2"', 2, b"b", True),
    ],
)
def test_a_validator_that_lied_is_not_trusted(etag: str, new: int, body: bytes, trusted: bool) -> None:
    digest = hashlib.sha256(b"a").hexdigest()
    before = state(validators=Validators(etag if etag != '"2"' else '"1"'), body_sha256=digest)
    found = poll(before, answer(validators=Validators(etag), body=body), feed(600), new=new)
    assert found.trusted is trusted
    assert (request_validators(found, NOW) is None) is not trusted


# ---------------------------------------------------------------- moves


def moved(*hops: tuple[int, str]) -> Answer:
    return answer(redirects=hops)


def test_a_permanent_move_is_adopted_after_three_polls_over_two_days() -> None:
    new = "https://example.org/new"
    one = poll(state(), moved((301, new)), feed(600))
    two = poll(one, moved((308, new)), feed(600))
    assert (two.url, two.moved_polls) == (URL, 2)
    soon = poll(two, moved((301, new)), feed(600))
    assert soon.url == URL
    late = poll(replace(soon, moved_since=after(-2 * DAY)), moved((301, new)), feed(600))
    assert late.url == new and late.moved_to is None
    assert wait(late) >= 300


@pytest.mark.parametrize(
    "hops",
    [
        ((302, "https://example.org/new"),),
        ((302, "https://example.org/a"), (301, "https://example.org/new")),
        ((301, "http://example.org/new"),),
        ((301, "https://me:pw@example.org/new"),),
        (),
    ],
)
def test_other_moves_are_not(hops: Any) -> None:
    before = state(moved_to="https://example.org/new", moved_since=after(-3 * DAY), moved_polls=5)
    assert poll(before, moved(*hops), feed(600)).url == URL


def test_the_permanent_part_of_a_way_counts() -> None:
    found = poll(
        state(), moved((301, "https://a.example/"), (301, "https://b.example/"), (302, "https://c.example/")), feed(9)
    )
    assert found.moved_to == "https://b.example/"


def test_a_disagreeing_move_starts_over() -> None:
    before = state(moved_to="https://a.example/", moved_since=after(-9 * DAY), moved_polls=2)
    found = poll(before, moved((301, "https://b.example/")), feed(600))
    assert (found.url, found.moved_to, found.moved_polls) == (URL, "https://b.example/", 1)


# ---------------------------------------------------------------- clocks


def test_after_a_suspend_polls_are_spread_and_only_once() -> None:
    asleep = [state(url=f"{URL}{n}", due=after(-DAY), last_poll=after(-DAY)) for n in range(100)]
    dues = sorted((settle(feed, NOW, LIMITS).due - NOW).total_seconds() for feed in asleep)
    assert dues[0] >= 0 and dues[-1] <= 60
    assert max(sum(1 for d in dues if t <= d < t + 1) for t in range(60)) <= 9
    settled = settle(asleep[0], NOW, LIMITS)
    assert settle(settled, NOW, LIMITS) == settled


def test_a_clock_set_back_neither_stalls_nor_breaks_a_retry_after() -> None:
    found = settle(state(due=after(7200 + 900), last_poll=after(7200)), NOW, LIMITS)
    assert 0 <= wait(found) <= 60
    held = settle(state(due=after(9000), last_poll=after(7200), not_before=after(9000)), NOW, LIMITS)
    assert held.due >= after(1800) and held.not_before == after(1800)
    assert settle(held, NOW, LIMITS) == held


def test_what_is_in_time_stays() -> None:
    for feed_state in (state(due=after(50)), state(due=after(-100)), state(due=after(7 * DAY), gone_since=NOW)):
        assert settle(feed_state, NOW, LIMITS) == feed_state


def test_an_outage_of_our_own_is_forgiven() -> None:
    down = state(failures=9, last_outcome="down", due=after(DAY))
    assert wait(forgive(down, NOW)) <= 60 and forgive(down, NOW).failures == 0
    for other in (state(due=after(99)), replace(down, last_outcome="refused"), replace(down, not_before=after(9))):
        assert forgive(other, NOW) == other


# ---------------------------------------------------------------- gaps and re-reads


def test_a_gap_is_a_poll_that_shares_nothing_with_the_past() -> None:
    entries = [Entry(id="8", published=after(-60)), Entry(id="7", published=after(-120))]
    found = gap({"1", "2"}, {"7", "8"}, entries, last_success=after(-DAY), now=NOW)
    assert found == Gap(after(-DAY), after(-120))
    undated = gap({"1"}, {"7"}, [Entry(id="7")], last_success=after(-DAY), now=NOW)
    assert undated == Gap(after(-DAY), NOW)


def test_no_gap_is_invented() -> None:
    entries = [Entry(id="8", published=after(-60))]
    older = [Entry(id="8", published=after(-2 * DAY))]
    past = after(-DAY)
    assert gap(set(), {"8"}, entries, last_success=past, now=NOW) is None
    assert gap({"8", "1"}, {"8", "9"}, entries, last_success=past, now=NOW) is None
    assert gap({"1"}, set(), [], last_success=past, now=NOW) is None
    assert gap({"1"}, {"8"}, entries, last_success=None, now=NOW) is None
    assert gap({"1"}, {"8"}, entries, last_success=past, now=NOW, complete=True) is None
    assert gap({"1"}, {"8"}, older, last_success=past, now=NOW) is None


def test_a_gap_hidden_by_a_lying_304_begins_at_the_last_full_fetch() -> None:
    entries = [Entry(id="8", published=after(-7200)), Entry(id="7", published=after(-60))]
    found = gap({"1"}, {"7", "8"}, entries, last_success=after(-300), last_full=after(-DAY), now=NOW)
    assert found == Gap(after(-DAY), after(-7200))


def test_articles_are_read_again_at_four_ages() -> None:
    ages = [reread_at(NOW, n) for n in range(5)]
    assert ages == [after(3600), after(6 * 3600), after(DAY), after(7 * DAY), None]
    assert reread_at(NOW, 0, last_read=after(2 * DAY)) == after(7 * DAY)
    assert reread_at(NOW, 1, last_read=after(9 * DAY)) is None


@given(
    st.sampled_from(["ok", "not_modified", "down", "gone", "limited", "too_slow", "refused"]),
    st.floats(0, 1e10),
    st.integers(-10, 10**7),
    st.lists(st.datetimes(), max_size=5),
    st.floats(1, 1e6),
)
def test_whatever_is_said_the_next_poll_comes(
    outcome: Outcome, retry: float, ttl: int, dates: list[datetime], interval: float
) -> None:
    entries = tuple(Entry(id=str(n), published=date.replace(tzinfo=UTC)) for n, date in enumerate(dates))
    document = FeedDocument("rss", entries=entries, hints=FeedHints(ttl=ttl)) if outcome == "ok" else None
    found = poll(state(interval=interval), answer(outcome, retry_after=retry), document)
    assert 1 <= wait(found) <= (7 * DAY if outcome == "gone" else DAY) + 1
