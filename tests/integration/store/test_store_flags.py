"""The outbox, the decisions of people, the baseline, and the sealed log."""

from __future__ import annotations

import sqlite3
from datetime import date, timedelta
from functools import partial

import pytest

from monitor import judge
from monitor.errors import UsageError
from monitor.model import Figure
from monitor.store import HistoryItem, Store

TEXT = "Kyiv says 19,546 children were deported."
MINUTE = timedelta(minutes=1)


@pytest.fixture
def flagged(desk, make):
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT), channels=("console", "desk"))
    return desk


def test_a_delivery_is_claimed_once_and_again_when_the_claim_ends(flagged, make):
    first = flagged.store.queued(make.NOW)
    assert [row.channel for row in first] == ["console", "desk"]
    assert flagged.store.queued(make.NOW) == []
    again = flagged.store.queued(make.NOW + 2 * MINUTE)
    assert [row.key for row in again] == [row.key for row in first], "a repeat carries the same key"


def test_a_delivered_one_is_gone_and_a_failed_one_comes_back(flagged, make):
    console, desk = flagged.store.queued(make.NOW)
    flagged.store.delivered(console.id, make.NOW)
    flagged.store.delivery_failed(desk.id, "answered 500", make.NOW + 5 * MINUTE)
    assert flagged.store.queued(make.NOW + 4 * MINUTE) == []
    (row,) = flagged.store.queued(make.NOW + 5 * MINUTE)
    assert (row.id, row.attempts) == (desk.id, 1)
    assert flagged.store.counts()["failed_deliveries"] == 1
    flagged.store.delivery_failed(desk.id, "answered 410", None)
    assert flagged.store.queued(make.NOW + 500 * MINUTE) == []
    assert flagged.store.show("delivery-2")["last_error"] == "answered 410"


def test_claims_of_a_dead_process_are_void_and_of_a_living_one_are_not(flagged, make):
    """Killed between claim and delivery: the next process sends at once; beside a living sender it keeps away."""
    assert len(flagged.store.queued(make.NOW)) == 2
    with Store.open(flagged.store.path) as beside:
        assert beside.queued(make.NOW) == []
    flagged.store.close()
    with Store.open(flagged.store.path) as after:
        assert len(after.queued(make.NOW)) == 2


def test_the_first_wave_waits_and_then_names_all_outlets(desk, make):
    said = make.figure(19546, TEXT)
    desk.commit("https://one.example/a", TEXT, said, deliver_at=make.NOW + 10 * MINUTE)
    assert desk.store.queued(make.NOW + 9 * MINUTE) == []
    desk.commit("https://two.example/b", TEXT, said, publisher="Two", deliver_at=make.NOW + 20 * MINUTE)
    (row,) = desk.store.queued(make.NOW + 10 * MINUTE)
    assert (row.detail["outlets"], row.detail["printed_by"]) == (2, ["One", "Two"])


def test_decisions_are_kept_with_their_reasons(flagged, make):
    store = flagged.store
    store.ack(1, by="ann", reason="on it", now=make.NOW)
    store.dismiss(1, by="bob", reason="evacuees", now=make.NOW)
    shown = store.show("flag-1")
    assert shown["state"] == "dismissed"
    assert [(row["from"], row["to"], row["by"], row["reason"]) for row in shown["decisions"]] == [
        ("open", "acknowledged", "ann", "on it"), ("acknowledged", "dismissed", "bob", "evacuees")]  # fmt: skip
    with pytest.raises(UsageError):
        store.ack(9, by="ann", now=make.NOW)


def test_a_snoozed_flag_wakes(flagged, make):
    flagged.store.snooze(1, by="ann", until=make.NOW + MINUTE, now=make.NOW)
    flagged.store.queued(make.NOW)
    assert flagged.store.flag_detail(1)["state"] == "snoozed"
    flagged.store.queued(make.NOW + MINUTE)
    assert flagged.store.flag_detail(1)["state"] == "open"


def test_history_is_known_and_silent_and_loaded_once(desk, make):
    item = HistoryItem(
        "history-1",
        Figure(19546, "deported", "total", "19,546 deported", 0, 0),
        date(2024, 1, 1),
        "Kyiv",
        "https://k.example/",
    )
    for _ in range(2):
        desk.store.load_history(
            "story", "hash", [item], partial(judge.judge, policy=judge.Policy()), judge.needs, make.NOW
        )
    assert (desk.store.counts()["history"], desk.store.flags()) == (1, [])
    done = desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    assert done.flags == ()
    (against,) = desk.store.why("figure-1")["against"]
    assert (against["history"], against["link"]) == (True, "https://k.example/")


def test_the_log_and_the_verdicts_cannot_be_changed(flagged):
    for sql in (
        "DELETE FROM event_log",
        "UPDATE event_log SET data = '{}'",
        "DELETE FROM verdict",
        "UPDATE verdict SET rule = 'T2'",
    ):
        with pytest.raises(Exception, match="append-only"):
            flagged.store._run(sql)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("DROP TRIGGER event_log_sealed; UPDATE event_log SET at = '2020' WHERE id = 1", "event_log: line 1"),
        ("DROP TRIGGER verdict_sealed; UPDATE verdict SET rule = 'T9'", "figure-1: its verdict"),
        ("UPDATE figure SET quote = '19,999'", "figure-1: its span"),
        ("UPDATE version SET text_sha256 = 'x'", "version-1: the text differs"),
        ("PRAGMA foreign_keys = OFF; UPDATE figure SET version_id = 77", "what it refers to in version is gone"),
        ("INSERT INTO article_fts (article_fts, rowid, title, text) VALUES ('delete', 1, 'x', 'y')", "article_fts"),
    ],
)
def test_verify_finds_what_was_tampered_with(flagged, sql, found):
    with sqlite3.connect(flagged.store.path, isolation_level=None) as other:
        other.executescript(sql)
    other.close()
    assert any(found in line for line in flagged.store.verify())
