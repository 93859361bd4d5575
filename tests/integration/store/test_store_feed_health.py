"""Gaps decided by identities and links, moves kept, alarms told once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from monitor.notify import deliver_alarms
from monitor.store import FeedSpec

HOUR = timedelta(hours=1)


def failed(desk, make, *, failures, at, channels=("console",)):
    before = desk.store.feed_state(desk.feed)
    state = replace(before, failures=failures, last_outcome="down", due=at)
    answer = make.answer(outcome="down")
    desk.save(answer, None, state, at, channels=channels)


def health(desk):
    return desk.store.feed_health()[0]


def test_a_feed_that_changes_its_ids_has_no_gap(desk, make):
    desk.poll(make.entry(1), make.entry(2))
    saved = desk.poll(make.entry(1, id="new-1"), make.entry(2, id="new-2"), at=make.NOW + HOUR)
    assert (saved.gap, saved.overlap) == (None, True)


def test_a_feed_that_changes_ids_and_links_but_lists_old_entries_has_no_gap(desk, make):
    desk.poll(make.entry(1))
    saved = desk.poll(make.entry(2, link="https://new.example/1"), make.entry(3), at=make.NOW + 5 * HOUR)
    assert (saved.gap, desk.store.gaps()) == (None, [])


def test_an_undated_feed_has_its_gap_up_to_now(desk, make):
    desk.poll(make.entry(1, published=None))
    saved = desk.poll(make.entry(8, published=None), at=make.NOW + 5 * HOUR)
    (gap,) = desk.store.gaps()
    assert (gap.id, gap.since, gap.until) == (saved.gap, make.NOW, make.NOW + 5 * HOUR)


def test_what_fills_a_gap_is_added_once_by_link(desk, make):
    desk.poll(make.entry(1))
    desk.poll(make.entry(9, published=make.NOW + 4 * HOUR), at=make.NOW + 5 * HOUR)
    (gap,) = desk.store.gaps()
    missed = [make.entry(9, id="https://one.example/9"), make.entry(5), make.entry(5), make.entry(6, link=None)]
    added = [
        desk.store.save_missed(gap, missed, "en", make.NOW, link_key=str.lower, identity=make.identity)
        for _ in range(2)
    ]  # fmt: skip
    assert added == [1, 0]
    assert desk.store.gaps()[0].found == 1


def test_gaps_wait_for_their_time_and_paused_feeds_have_none_due(desk, make):
    desk.poll(make.entry(1))
    desk.poll(make.entry(9, published=make.NOW + 4 * HOUR), at=make.NOW + 5 * HOUR)
    (gap,) = desk.store.due_gaps(make.NOW)
    desk.store.keep_gap(gap.id, "{}", "stays open", make.NOW + HOUR)
    assert desk.store.due_gaps(make.NOW) == [] and len(desk.store.due_gaps(make.NOW + HOUR)) == 1
    desk.store.sync_feeds([FeedSpec("https://two.example/rss", "Two")], make.NOW)
    assert desk.store.due_gaps(make.NOW + HOUR) == []


def test_an_adopted_address_is_kept_with_the_old_one(desk, make):
    state = replace(desk.store.feed_state(desk.feed), url="https://moved.example/rss")
    for _ in range(2):
        desk.save(make.answer(), None, state, make.NOW)
    (move,) = desk.store.moves(desk.feed)
    assert (move["from_url"], move["to_url"]) == (make.FEED, "https://moved.example/rss")
    assert health(desk)["moves"] == 1
    assert desk.store._value("SELECT kind FROM event_log") == "moved"


async def test_a_failing_feed_is_told_once_through_each_channel(desk, make, capsys):
    async def run(call, *args):
        return call(*args)

    desk.poll(make.entry(1))
    later = make.NOW + 30 * HOUR
    failed(desk, make, failures=4, at=later)
    assert health(desk)["alarm"] is None
    for failures in (5, 6, 7):
        failed(desk, make, failures=failures, at=later)
    assert health(desk)["alarm"] == "down" and health(desk)["silent_since"] is None
    console = type("Console", (), {"kind": "console"})()
    counts = [await deliver_alarms(desk.store, {"console": console}, lambda: later, run) for _ in range(2)]
    assert counts == [(1, 0), (0, 0)]
    assert capsys.readouterr().out == "feed: One has not answered well since 2025-10-10 12:00 UTC: down\n"


def test_an_alarm_ends_and_may_come_again(desk, make):
    desk.poll(make.entry(1))
    for turn in range(2):
        failed(desk, make, failures=9, at=make.NOW + (turn + 1) * 48 * HOUR)
        desk.poll(make.entry(turn + 2), at=make.NOW + (turn + 1) * 49 * HOUR)
        state = replace(desk.store.feed_state(desk.feed), failures=0)
        desk.save(make.answer(), None, state, make.NOW)
    rows = desk.store._rows("SELECT ended_at FROM feed_alarm")
    assert len(rows) == 2 and all(row["ended_at"] for row in rows)
    assert desk.store.notices(make.NOW + 1000 * HOUR) == [] and desk.store.verify() == []


def test_silence_shows_in_the_health(desk, make):
    state = replace(desk.store.feed_state(desk.feed), rhythm=3600.0, last_new=make.NOW - 72 * HOUR)
    desk.save(make.answer(outcome="not_modified"), None, state, make.NOW)
    row = health(desk)
    assert row["alarm"] == "silent" and row["silent_since"].startswith("2025-10-07T12:00")
    assert desk.store._value("SELECT count(*) FROM v_flag") == 0
