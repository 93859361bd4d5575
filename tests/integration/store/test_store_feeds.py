"""Polls and entries: nothing lost, nothing fetched twice, nothing given up."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from monitor.errors import StoreDamaged, UsageError
from monitor.model import FeedDocument, FeedState, Validators
from monitor.store import FeedSpec, Poll

TEXT = "Nothing to count here."
HOUR = timedelta(hours=1)


def test_feeds_follow_the_configuration_and_are_never_deleted(desk, make):
    store = desk.store
    store.sync_feeds([FeedSpec("https://two.example/rss", "Two", every=60.0)], make.NOW)
    assert [(row.name, row.state) for row in store.feeds()] == [("One", "paused"), ("Two", "active")]
    assert [row.name for row in store.due_feeds(make.NOW)] == ["Two"]
    store.sync_feeds([FeedSpec(make.FEED, "One again")], make.NOW)
    assert [(row.name, row.state) for row in store.feeds()] == [("One again", "active"), ("Two", "paused")]


def test_syncing_again_keeps_the_state(desk, make):
    desk.poll(make.entry(1), etag='"v1"')
    desk.store.sync_feeds([FeedSpec(make.FEED, "One")], make.NOW + HOUR)
    assert desk.store.feed_state(desk.feed).validators == Validators('"v1"')


def test_a_feed_state_comes_back_as_it_went(desk, make):
    state = FeedState(
        url="https://moved.example/rss", due=make.NOW + HOUR, interval=77.5, failures=3, moved_polls=2,
        validators=Validators('W/"é"', "Fri"), gone_since=make.NOW,
        trusted=False, body_sha256="ab", full_at=make.NOW, not_before=make.NOW, last_poll=make.NOW,
        last_success=make.NOW, last_new=make.NOW, last_outcome="limited", rhythm=12.0,
        moved_to="https://new.example/", moved_since=make.NOW,
    )  # fmt: skip
    desk.save(make.answer(outcome="limited"), None, state, make.NOW)
    assert desk.store.feed_state(desk.feed) == state
    assert desk.store.due_feeds(make.NOW) == []
    assert desk.store.next_due() == make.NOW + HOUR


def test_a_poll_counts_new_and_changed_entries(desk, make):
    first = desk.poll(make.entry(1), make.entry(2))
    second = desk.poll(make.entry(2, title="Another title"), make.entry(3))
    assert (first.new, first.changed, first.overlap) == (2, 0, True)
    assert (second.new, second.changed, second.overlap) == (1, 1, True)


def test_a_poll_is_all_or_nothing(desk, make, monkeypatch):
    monkeypatch.setattr(desk.store, "_overlaps", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        desk.poll(make.entry(1), etag='"v1"')
    assert desk.store.feed_state(desk.feed).validators == Validators()
    assert desk.store.counts()["entries"] == 0


def test_the_same_link_in_several_feeds_is_fetched_once(desk, make):
    desk.store.sync_feeds([FeedSpec(make.FEED, "One"), FeedSpec("https://two.example/rss", "Two")], make.NOW)
    two = next(row.id for row in desk.store.feeds() if row.name == "Two")
    desk.poll(make.entry(1))
    desk.poll(make.entry(1, id="other"), feed=two)
    assert len(desk.store.pending(make.NOW)) == 1
    assert len(desk.store.pending(make.NOW, feeds=[two])) == 1, "whoever asks first fetches it"


def test_entries_that_share_a_guid_but_not_a_link_stay_apart(desk, make):
    desk.poll(make.entry(1, id="same"), make.entry(2, id="same"))
    desk.poll(make.entry(3, id="same"))
    assert len(desk.store.pending(make.NOW)) == 3
    assert desk.poll(make.entry(1, id="same"), make.entry(2, id="same"), make.entry(3, id="same")).new == 0


def test_a_flood_of_entries_keeps_neither_other_feeds_nor_its_own_news_waiting(desk, make):
    """20,000 entries without dates in one feed: each feed has its turn, and what is dated and newest goes first."""
    desk.store.sync_feeds([FeedSpec(make.FEED, "One"), FeedSpec("https://two.example/rss", "Two")], make.NOW)
    flood = [make.entry(n, link=f"https://one.example/old/{n}", published=None) for n in range(100, 300)]
    desk.poll(*flood, make.entry(1))
    desk.poll(make.entry(2, link="https://two.example/2"), feed=desk.store.feeds()[1].id)
    assert {"Title 1", "Title 2"} <= {item.title for item in desk.store.pending(make.NOW, limit=3)}
    desk.store.fail_entry(1, "refused", make.NOW)
    assert 1 not in {item.id for item in desk.store.pending(make.NOW, limit=3)}, "the untried go before the failed"


def test_pending_is_in_order_of_publication_and_narrows(desk, make):
    desk.poll(make.entry(3), make.entry(1), make.entry(2), make.entry(9, link=None))
    store, midnight = desk.store, make.NOW - 12 * HOUR
    assert [item.title for item in store.pending(make.NOW)] == ["Title 1", "Title 2", "Title 3"]
    assert [item.title for item in store.pending(make.NOW, limit=2)] == ["Title 2", "Title 3"], "the newest go first"
    some = store.pending(make.NOW, since=midnight + timedelta(minutes=2), until=midnight + timedelta(minutes=3))
    assert [item.title for item in some] == ["Title 2"]
    assert store.pending(make.NOW, feeds=[]) == []


def test_a_failed_entry_waits_and_comes_back(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    desk.store.fail_entry(item.id, "too slow", make.NOW + HOUR)
    assert desk.store.pending(make.NOW) == []
    assert [again.attempts for again in desk.store.pending(make.NOW + HOUR)] == [1]
    desk.store.fail_entry(item.id, "kills its reader", None)
    assert desk.store.pending(make.NOW + 1000 * HOUR) == [] == desk.store.pending(None)
    assert desk.store.show("entry-1")["reason"] == "kills its reader"


def test_a_captured_entry_is_found_after_a_crash(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    capture = desk.capture(item.id, b"<p>page</p>")
    path = desk.store.path
    desk.store.close()
    with type(desk.store).open(path) as store:
        assert store.pending(make.NOW) == []
        (found,) = store.captured()
        assert (found.id, found.capture_id, store.capture_body(capture)) == (item.id, capture, b"<p>page</p>")
    desk.store = type(desk.store).open(path)


def test_an_edited_entry_is_reread_conditionally(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    desk.capture(item.id)
    desk.store._run("UPDATE entry SET state = 'done'")
    desk.poll(make.entry(1, summary="edited"), at=make.NOW + HOUR)
    (again,) = desk.store.pending(make.NOW + HOUR)
    assert (again.id, again.validators.etag) == (item.id, '"e"')
    desk.store.unchanged_entry(again.id, make.NOW + 6 * HOUR)
    assert desk.store.pending(make.NOW + HOUR) == []
    assert [later.reads for later in desk.store.pending(make.NOW + 6 * HOUR)] == [1]


def test_recheck_makes_stored_articles_due(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    desk.commit(item.link, TEXT, entry_id=item.id)
    assert desk.store.pending(make.NOW) == []
    assert desk.store.recheck(make.NOW) == 1
    assert [again.reread for again in desk.store.pending(make.NOW)] == [True]


def test_a_failed_rereading_keeps_the_article(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    desk.commit(item.link, TEXT, entry_id=item.id)
    desk.store.recheck(make.NOW)
    desk.store.fail_entry(item.id, "down", make.NOW + HOUR)
    assert desk.store.show("entry-1")["state"] == "done"
    assert len(desk.store.pending(make.NOW + HOUR)) == 1


def test_a_skipped_entry_is_not_fetched_again_by_itself(desk, make):
    desk.poll(make.entry(1))
    (item,) = desk.store.pending(make.NOW)
    desk.store.skip_entry(item.id, "an index page")
    assert desk.store.pending(make.NOW + 1000 * HOUR) == []


def test_a_poll_without_overlap_opens_a_gap(desk, make):
    desk.poll(make.entry(1))
    late = [make.entry(n, published=make.NOW + n * HOUR) for n in (3, 4)]
    saved = desk.poll(*late, at=make.NOW + 5 * HOUR)
    (gap,) = desk.store.gaps()
    assert (gap.id, gap.since, gap.until) == (saved.gap, make.NOW, make.NOW + 3 * HOUR)
    assert desk.store.feed_health()[0]["gaps"] == 1
    desk.store.close_gap(gap.id, "3 entries from the sitemap", make.NOW)
    assert desk.store.gaps() == [] and len(desk.store.gaps(open_only=False)) == 1


def test_an_empty_or_first_poll_opens_no_gap(desk, make):
    assert [desk.poll().gap, desk.poll(make.entry(1)).gap, desk.poll().gap] == [None, None, None]


def test_a_body_is_stored_once_and_checked(desk, make):
    one, two = (
        desk.store.save_capture(make.answer(url, b"body")) for url in ("https://a.example/", "https://b.example/")
    )
    (file,) = desk.store.captures.glob("*/*.warc.gz")
    assert desk.store.capture_body(one) == desk.store.capture_body(two) == b"body"
    assert desk.store.capture(two).final_url == "https://b.example/"
    file.write_bytes(b"tampered")
    with pytest.raises(StoreDamaged, match="unpacked"):
        desk.store.capture_body(one)
    assert ["capture-1" in line for line in desk.store.verify()] == [True]
    file.unlink()
    with pytest.raises(StoreDamaged, match="gone"):
        desk.store.capture_body(one)


def test_no_half_file_is_left_when_the_disk_fails(desk, make, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("monitor.store.evidence.os.fsync", full)
    with pytest.raises(Exception, match="the disk is full; free some space"):
        desk.store.save_capture(make.answer())
    assert [path for path in desk.store.captures.rglob("*") if path.is_file()] == []
    assert desk.store.captures_list() == []


def test_unknown_numbers_are_said_so(desk):
    for call in (desk.store.feed_state, desk.store.capture, desk.store.flag_detail):
        with pytest.raises(UsageError):
            call(99)


def test_health_tells_the_last_poll(desk, make):
    state = replace(desk.store.feed_state(desk.feed), failures=2, last_outcome="down", due=make.NOW)
    desk.save(make.answer(outcome="down"), None, state, make.NOW)
    (row,) = desk.store.feed_health()
    assert (row["id"], row["state"], row["outcome"], row["detail"], row["failures"]) == (
        "feed-1",
        "active",
        "down",
        "down",
        2,
    )
    assert len(desk.store.show("feed-1")["polls"]) == 1


def test_polls_that_are_saved_together_stand_or_fall_together(desk, make):
    desk.store.sync_feeds([FeedSpec(make.FEED, "One"), FeedSpec("https://two.example/rss", "Two")], make.NOW)
    rows = desk.store.feeds()
    document = FeedDocument("rss20", "One", entries=(make.entry(1),))

    def poll(row, decide):
        return Poll(row.id, make.answer(), document, row.last, decide, make.NOW)

    def known(row):
        return lambda new, overlap: replace(row.last, validators=Validators(f"{new} {overlap}"))

    def save(*polls):
        return desk.store.save_polls(polls, link_key=str, identity=make.identity)

    with pytest.raises(ZeroDivisionError):
        save(poll(rows[0], known(rows[0])), poll(rows[1], lambda *_: 1 / 0))
    assert desk.store.counts()["entries"] == 0
    assert desk.store.feed_state(rows[0].id).validators == Validators(), "never an ETag without its entries"
    assert [saved.new for saved in save(*(poll(row, known(row)) for row in rows))] == [1, 1]
    assert desk.store.feed_state(rows[1].id).validators == Validators("1 True")
    assert len(desk.store.pending(make.NOW)) == 1


def test_of_two_polls_of_one_feed_saved_together_both_are_kept_and_the_later_state(desk, make):
    before = desk.store.feed_state(desk.feed)

    def poll(failures, at):
        after = replace(before, failures=failures, last_outcome="down", due=at)
        return Poll(desk.feed, make.answer(outcome="down"), None, before, lambda *_: after, at)

    later = make.NOW + 24 * 3 * HOUR
    polls = [poll(4, make.NOW), poll(5, later), poll(6, later + HOUR)]
    desk.store.save_polls(polls, link_key=str, identity=make.identity, channels=("console",))
    assert len(desk.store.show("feed-1")["polls"]) == 3
    assert desk.store.feed_state(desk.feed).failures == 6
    assert len(desk.store.notices(later + HOUR)) == 1, "one alarm, told once"
    well = replace(before, due=later)
    again = [poll(7, later), Poll(desk.feed, make.answer(), None, before, lambda *_: well, later), poll(5, later)]
    desk.store.save_polls(again, link_key=str, identity=make.identity, channels=("console",))
    assert len(desk.store.notices(later + HOUR)) == 1, "the first ended, another began"


def test_what_a_feed_joined_waits_for_it_a_week(desk, make):
    desk.store.sync_feeds([FeedSpec(make.FEED, "One"), FeedSpec("https://two.example/rss", "Two")], make.NOW)
    two = next(row.id for row in desk.store.feeds() if row.name == "Two")
    desk.poll(make.entry(1))
    desk.poll(make.entry(1, id="other"), feed=two)
    (waiting,) = desk.store.pending(make.NOW + 24 * 6 * HOUR, feeds=[two])
    desk.store.fail_entry(waiting.id, "down", make.NOW + HOUR)
    assert desk.store.pending(make.NOW, feeds=[two]) == [], "not before its time"
    assert [entry.id for entry in desk.store.pending(make.NOW + HOUR, feeds=[two])] == [waiting.id]
    late = make.NOW + 24 * 8 * HOUR
    assert desk.store.pending(late, feeds=[two]) == [], "by then it is left to the feed that listed it first"
    assert [entry.id for entry in desk.store.pending(late, feeds=[desk.feed])] == [waiting.id]


def test_an_article_to_be_read_again_is_so_for_every_feed_that_lists_it(desk, make):
    desk.store.sync_feeds([FeedSpec(make.FEED, "One"), FeedSpec("https://two.example/rss", "Two")], make.NOW)
    two = next(row.id for row in desk.store.feeds() if row.name == "Two")
    desk.poll(make.entry(1))
    desk.poll(make.entry(1, id="other"), make.entry(2), feed=two)
    (first, _) = desk.store.pending(make.NOW, feeds=[two])
    desk.store.skip_entry(first.id, "an index", next_read=make.NOW + 24 * 9 * HOUR)
    late = make.NOW + 24 * 9 * HOUR
    assert first.id in [entry.id for entry in desk.store.pending(late, feeds=[two])]
    assert [entry.id for entry in desk.store.pending(late, feeds=[desk.feed])] == [first.id]
