"""What `monitor verify` finds when somebody tampers with database, log or captures, however carefully."""

from __future__ import annotations

import gzip
import hashlib
import sqlite3
import threading
from contextlib import closing

import pytest

from monitor.store import Store
from monitor.store.evidence import body_path
from monitor.store.log import line_hash

TEXT = "Kyiv says 19,546 children were deported."
OTHER = "Kyiv says 19,547 children were deported."
UNGUARD = "".join(f"DROP TRIGGER {name};" for name in ("event_log_kept", "event_log_sealed", "verdict_kept"))
GUARDS = {"event_log_kept": "DELETE ON event_log", "event_log_sealed": "UPDATE ON event_log",
          "verdict_kept": "DELETE ON verdict"}  # fmt: skip
GUARD = "".join(
    f"CREATE TRIGGER {name} BEFORE {what} BEGIN SELECT RAISE (ABORT, 'append-only'); END;"
    for name, what in GUARDS.items()
)


@pytest.fixture
def flagged(desk, make):
    """A desk with two flags, the first of them acknowledged."""
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    text = "Kyiv says 1,625 children were returned."
    desk.commit("https://one.example/b", text, make.figure(1625, text, "returned"))
    desk.store.ack(1, by="ann", reason="on it", now=make.NOW)
    assert desk.store.verify() == []
    return desk


def tamper(desk, sql):
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
        other.executescript(sql)


def resealed(desk):
    """The whole log with hashes that fit, as a careful forger leaves it."""
    with closing(sqlite3.connect(desk.store.path, isolation_level=None)) as other:
        other.executescript(UNGUARD)
        previous, lines = "0" * 64, 0
        for id, *said in other.execute("SELECT id, at, kind, subject, data FROM event_log ORDER BY id").fetchall():
            sealed = line_hash(previous, *said)
            other.execute("UPDATE event_log SET prev_hash = ?, hash = ? WHERE id = ?", (previous, sealed, id))
            previous, lines = sealed, lines + 1
        other.execute("UPDATE log_head SET lines = ?, hash = ?", (lines, previous))
        other.executescript(GUARD)


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("DELETE FROM event_log WHERE id = 1", "event_log: line 2 was changed, or lines before it were removed"),
        ("DELETE FROM event_log WHERE id = 2", "event_log: line 3 was changed, or lines before it were removed"),
        ("DELETE FROM event_log WHERE id = 3", "event_log: has 2 lines where 3 were written"),
        ("DELETE FROM event_log WHERE id > 1", "event_log: has 1 lines where 3 were written"),
        ("DELETE FROM event_log", "event_log: has 0 lines where 3 were written"),
        ("UPDATE event_log SET data = replace(data, 'on it', 'no idea') WHERE id = 3", "event_log: line 3 was changed"),
        ("UPDATE event_log SET hash = 'x' WHERE id = 3", "event_log: line 3 was changed"),
        ("SELECT 1", "event_log_kept: the trigger that keeps the log from being changed is gone"),
    ],
)
def test_a_log_with_lines_gone_or_changed(flagged, sql, found):
    tamper(flagged, UNGUARD + sql)
    assert any(line.startswith(found) for line in flagged.store.verify())


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("DELETE FROM event_log WHERE id = 3", "flag-1: is acknowledged, but open in the log"),
        ("UPDATE event_log SET data = replace(data, 'acknowledged', 'dismissed') WHERE id = 3", "flag-1: is ack"),
        ("DELETE FROM event_log WHERE id = 2", "flag-2: is not what was raised"),
        ("UPDATE event_log SET data = replace(data, 'T1', 'T9') WHERE id = 1", "figure-1: its verdict is not the one"),
        ("INSERT INTO event_log (at, kind, subject, data, prev_hash, hash) "
         "VALUES ('', 'decided', 'flag-2', '{\"to\": \"dismissed\"}', '', 'y')", "flag-2: is open, but dismissed"),
    ],
)  # fmt: skip
def test_a_log_that_was_sealed_anew_differs_from_the_database(flagged, sql, found):
    tamper(flagged, UNGUARD + sql + ";" + GUARD)
    resealed(flagged)
    assert any(line.startswith(found) for line in flagged.store.verify())


def test_a_seal_kept_elsewhere_tells_of_a_log_that_was_written_anew_with_the_database(flagged):
    lines, seal = flagged.store.seal()
    assert (lines, flagged.store.verify(seal)) == (3, [])
    tamper(flagged, f"{UNGUARD} DELETE FROM event_log WHERE id = 3; UPDATE flag SET state = 'open'; {GUARD}")
    resealed(flagged)
    assert flagged.store.verify() == [], "whoever rewrites all of it leaves no trace in it"
    assert flagged.store.verify(seal) == [
        f"event_log: has no line with the seal {seal}: it was cut or written anew since"
    ]


def test_an_older_seal_holds_while_the_log_grows(flagged, make):
    _, seal = flagged.store.seal()
    flagged.store.dismiss(1, by="bob", reason="evacuees", now=make.NOW)
    assert flagged.store.verify(seal) == []


@pytest.mark.parametrize(
    ("sql", "found"),
    [
        ("UPDATE flag SET state = 'dismissed' WHERE id = 2", "flag-2: is dismissed, but open in the log"),
        ("UPDATE flag SET kind = 'conflict' WHERE id = 2", "flag-2: is not what was raised"),
        ("UPDATE flag SET figure_id = 1 WHERE id = 2", "flag-2: is not what was raised"),
        ("PRAGMA foreign_keys = OFF; DELETE FROM delivery; DELETE FROM mention; DELETE FROM flag WHERE id = 2",
         "flag-2: was raised and is gone"),
        ("UPDATE figure SET value = 20000 WHERE id = 1", "figure-1: is not what was read"),
        ("UPDATE figure SET data = json_set(data, '$.value', 9.0), value = 9.0", "figure-1: is not what was read"),
        ("UPDATE figure SET data = json_set(data, '$.source', 'Nobody') WHERE id = 1", "figure-1: is not what was"),
        ("UPDATE capture SET dropped_at = '2025'", "capture-1: its bytes are marked as let go, but no tidying"),
        ("INSERT INTO verdict (figure_id, kind, rule, against, review, judged_at) "
         "VALUES (1, 'conflict', 'T4', '[]', 0, '')", "figure-1: its verdict is not the one in the log"),
        (f"{UNGUARD} DELETE FROM verdict WHERE figure_id = 1; {GUARD}", "figure-1: its verdict in the log is gone"),
    ],
)  # fmt: skip
def test_rows_that_differ_from_the_log(flagged, sql, found):
    tamper(flagged, sql)
    assert any(line.startswith(found) for line in flagged.store.verify())


def test_a_text_that_was_changed_with_its_hash_and_its_index(flagged):
    """All that stands in the version's own row fits; the log has the hash of what was judged."""
    digest = hashlib.sha256(OTHER.encode()).hexdigest()
    tamper(
        flagged,
        f"UPDATE version SET text = '{OTHER}', text_sha256 = '{digest}' WHERE id = 1;"
        "UPDATE figure SET quote = '19,547', data = json_set(data, '$.quote', '19,547') WHERE id = 1;"
        "INSERT INTO article_fts (article_fts) VALUES ('rebuild')",
    )
    problems = flagged.store.verify()
    assert "version-1: text or capture are not those that were judged" in problems


def test_a_capture_that_was_put_in_the_place_of_the_judged_one(flagged, make):
    other = flagged.store.save_capture(make.answer(body=OTHER.encode()))
    tamper(flagged, f"UPDATE version SET capture_id = {other} WHERE id = 1")
    assert flagged.store.verify() == ["version-1: text or capture are not those that were judged"]


def test_every_byte_of_a_capture_counts(flagged):
    """One flipped bit at any place is told; but for seven bytes of gzip's head, which say nothing about the content."""
    (digest,) = {row["sha256"] for row in flagged.store.captures_list() if row["url"].endswith("/a")}
    file = body_path(flagged.store.captures, digest)
    whole = file.read_bytes()
    silent = set()
    for place in range(len(whole)):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        if not any(line.startswith("capture-1: ") for line in flagged.store._bodies()):
            silent.add(place)
    assert silent <= set(range(3, 10))


def test_a_capture_whose_headers_were_changed_and_packed_again(flagged):
    (digest,) = {row["sha256"] for row in flagged.store.captures_list() if row["url"].endswith("/a")}
    file = body_path(flagged.store.captures, digest)
    record = gzip.decompress(file.read_bytes()).replace(b"200 OK", b"200 NO")
    file.write_bytes(gzip.compress(record))
    assert ["the captured record was changed" in line for line in flagged.store.verify()] == [True]


def test_what_others_write_meanwhile_is_no_finding(flagged, make):
    """Another connection commits articles while this one verifies."""
    done = threading.Event()

    def write():
        with Store.open(flagged.store.path) as store:
            desk = make.Desk.__new__(make.Desk)
            desk.store, desk.feed = store, 1
            for number in range(30):
                text = f"Kyiv says {30000 + number:,} children were deported, report {number}."
                desk.commit(f"https://two.example/{number}", text, make.figure(30000 + number, text))
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    found = []
    while not done.is_set():
        found += flagged.store.verify()
    writer.join()
    assert found == [] and flagged.store.verify() == []
    assert flagged.store.counts()["articles"] == 32
