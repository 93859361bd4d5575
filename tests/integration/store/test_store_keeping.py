"""Opening, sharing, killing, damaging, copying: what a machine does to a database."""

from __future__ import annotations

import os
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from monitor import judge
from monitor.errors import StoreDamaged, StoreError, StoreLocked, StoreTooNew, StoreUnusable
from monitor.store import Store
from monitor.store.migrations import migrations, statements

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from monitor.model import Answer
from monitor.store import Store

path, name = sys.argv[1:]
now = datetime(2025, 10, 10, tzinfo=UTC)
with Store.open(Path(path)) as store:
    for n in range(int(sys.stdin.readline())):
        url = f"https://{name}.example/{n}"
        store.save_capture(Answer(url, url, "ok", "ok", now, status=200, body=url.encode() * 50))
        print(n, flush=True)
"""


def writer(path: Path, name: str, count: int) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", WRITER, str(path), name], stdin=pipe, stdout=pipe, text=True)
    assert process.stdin
    process.stdin.write(f"{count}\n")
    process.stdin.flush()
    return process


@pytest.fixture
def closed(tmp_path, make):
    """A database with content, closed and without a journal."""
    desk = make.Desk(tmp_path / "m.sqlite")
    text = "Kyiv says 19,546 children were deported."
    desk.commit("https://one.example/a", text, make.figure(19546, text))
    desk.store.close()
    with sqlite3.connect(desk.store.path) as conn:
        conn.execute("PRAGMA journal_mode = DELETE")
    conn.close()
    return desk.store.path


def test_a_fresh_database_has_every_migration_and_strict_tables(desk):
    assert desk.store._value("PRAGMA user_version") == len(migrations())
    assert desk.store._value("PRAGMA journal_mode") == "wal"
    assert desk.store._value("PRAGMA synchronous") == 2
    tables = desk.store._rows("SELECT name, strict, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    assert [row["name"] for row in tables if not row["strict"] and not row["name"].startswith("sqlite_")] == []


def test_statements_are_split_where_they_end():
    script = (
        "CREATE TABLE a (b); -- x; y\nCREATE TRIGGER t AFTER INSERT ON a BEGIN\n DELETE FROM a;\n SELECT ';';\nEND;\n"
    )
    assert len(list(statements(script))) == 2
    with pytest.raises(ValueError, match="not complete"):
        list(statements("SELECT 1"))


def test_a_migration_that_fails_leaves_the_old_schema(closed, tmp_path, monkeypatch):
    bad = tmp_path / "0002_bad.sql"
    bad.write_text("CREATE TABLE extra (a);\nCREATE TABLE feed (a);\n")
    monkeypatch.setattr("monitor.store.migrations.migrations", lambda real=migrations: [*real(), bad])
    with pytest.raises(StoreError):
        Store.open(closed)
    with sqlite3.connect(closed) as conn:
        assert conn.execute("SELECT count(*) FROM sqlite_master WHERE name = 'extra'").fetchone() == (0,)
        assert conn.execute("PRAGMA user_version").fetchone() == (len(migrations()),)
    conn.close()


def test_the_programmes_series_becomes_that_of_all(closed):
    with sqlite3.connect(closed) as conn:
        (key,) = conn.execute("SELECT key FROM series").fetchone()
        old = key.replace("|all|", "|bring_kids_back|")
        conn.execute("UPDATE series SET key = ?, scope = 'bring_kids_back'", (old,))
        conn.execute("PRAGMA user_version = 7")
    conn.close()
    with Store.open(closed) as store:
        rows = store._rows(
            "SELECT s.key, s.scope, o.value FROM observation AS o JOIN series AS s ON s.id = o.series_id"
        )
        assert [tuple(row) for row in rows] == [(key, "all", 19546)]
        assert store._value("SELECT count(*) FROM series") == 1


def damage(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "header":
        data[:100] = bytes(range(100))
    elif how == "middle":
        for page in range(2, len(data) // 4096):
            data[page * 4096 : page * 4096 + 200] = b"\xa5" * 200
    elif how == "truncated":
        data = data[: len(data) // 2 // 4096 * 4096 + 100]
    elif how == "text":
        data = bytearray(b"this is not a database, it is a letter\n" * 200)
    path.write_bytes(data)


@pytest.mark.parametrize("how", ["header", "middle", "truncated", "text"])
def test_a_damaged_file_is_refused_and_left_as_it_is(closed, how):
    damage(closed, how)
    before = closed.read_bytes()
    with pytest.raises(StoreDamaged) as told:
        Store.open(closed)
    assert (told.value.exit_code, closed.read_bytes() == before, "\n" in str(told.value)) == (65, True, False)


def test_a_newer_database_is_refused_and_left_as_it_is(closed):
    with sqlite3.connect(closed) as conn:
        conn.execute("PRAGMA user_version = 9999")
    conn.close()
    before = closed.read_bytes()
    with pytest.raises(StoreTooNew, match=rf"newer monitor \(schema 9999, this program knows {len(migrations())}\)"):
        Store.open(closed)
    assert closed.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path):
    with sqlite3.connect(tmp_path / "other.sqlite") as conn:
        conn.execute("CREATE TABLE recipes (name)")
    conn.close()
    with pytest.raises(StoreDamaged, match="another program"):
        Store.open(tmp_path / "other.sqlite")


def test_an_empty_file_becomes_a_database(tmp_path):
    (tmp_path / "m.sqlite").touch()
    with Store.open(tmp_path / "m.sqlite") as store:
        assert store.counts()["articles"] == 0


def test_places_that_cannot_be_used_are_one_line(tmp_path):
    (tmp_path / "file").touch()
    for path, create in ((tmp_path / "none", False), (tmp_path, True), (tmp_path / "file" / "m.sqlite", True)):
        with pytest.raises(StoreUnusable) as told:
            Store.open(path, create=create)
        assert str(path.name) in str(told.value) or "file" in str(told.value)
        assert "\n" not in str(told.value)


def test_a_read_only_database_is_said_so(desk, make):
    desk.store._run("PRAGMA query_only = ON")
    with pytest.raises(StoreUnusable, match="the database is read-only"):
        desk.poll(make.entry(1))
    desk.store._run("PRAGMA query_only = OFF")
    assert desk.poll(make.entry(1)).new == 1, "it goes on by itself when it ends"


def test_a_full_disk_is_said_so_and_passes(desk, make):
    pages = desk.store._value("PRAGMA page_count")
    desk.store._run(f"PRAGMA max_page_count = {pages}")
    big = [make.entry(n, summary="x" * 5000) for n in range(50)]
    with pytest.raises(StoreUnusable, match="the disk is full; free some space"):
        desk.poll(*big)
    desk.store._run("PRAGMA max_page_count = 1000000")
    assert desk.poll(*big).new == 50
    assert desk.store.verify() == []


def test_a_held_lock_is_said_so_and_passes(closed, make):
    other = sqlite3.connect(closed, isolation_level=None)
    with Store.open(closed, wait=0.01) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match="another process holds the database"):
            store.save_capture(make.answer())
        other.execute("ROLLBACK")
        assert store.save_capture(make.answer()) > 0
    other.close()


def test_writing_nests_and_rolls_back_as_one(desk, make):
    with pytest.raises(KeyError), desk.store.writing():
        desk.store.save_capture(make.answer())
        raise KeyError
    assert desk.store.captures_list() == []


def test_who_writes_while_a_database_is_first_opened_is_waited_for(closed, monkeypatch):
    other = sqlite3.connect(closed, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreLocked, match="another process holds the database"):
        Store.open(closed, wait=0)
    monkeypatch.setattr("monitor.store.connection.time.sleep", lambda _: other.execute("ROLLBACK"))
    with Store.open(closed, wait=60) as store:
        assert store._value("PRAGMA journal_mode") == "wal"
    other.close()


def test_two_processes_write_at_once_and_lose_nothing(tmp_path):
    path = tmp_path / "m.sqlite"
    processes = [writer(path, name, 40) for name in ("one", "two")]
    assert [process.wait(60) for process in processes] == [0, 0]
    for process in processes:
        process.stdin.close(), process.stdout.close()
    with Store.open(path) as store:
        assert store.counts()["captures"] == 80
        assert store.verify() == []


@pytest.mark.parametrize("after", [1, 7])
def test_kill_9_in_the_middle_loses_nothing_that_was_told(tmp_path, after):
    path = tmp_path / "m.sqlite"
    process = writer(path, "one", 10_000)
    for _ in range(after):
        process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdin.close(), process.stdout.close()
    with Store.open(path) as store:
        assert store.counts()["captures"] >= after
        assert store.verify() == []


def test_one_lease_at_a_time(desk, make):
    with Store.open(desk.store.path) as other:
        with desk.store.lease("daemon", 4711, make.NOW):
            with pytest.raises(StoreLocked, match=re.escape("(pid 4711)")) as told:
                other.lease("daemon", 4712, make.NOW)
            assert told.value.exit_code == 75
            other.lease("something else", 4712, make.NOW).release()
        other.lease("daemon", 4712, make.NOW).release()


def test_the_lease_of_a_killed_process_is_taken_over(desk, make):
    code = (
        "import os, sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from monitor.store import Store\n"
        "lease = Store.open(Path(sys.argv[1])).lease('daemon', os.getpid(), datetime.now(UTC)); os.kill(os.getpid(), 9)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(desk.store.path)], check=False).returncode == -signal.SIGKILL
    desk.store.lease("daemon", os.getpid(), make.NOW).release()


def test_backup_and_restore_give_the_same_back(desk, make, tmp_path):
    text = "Kyiv says 19,546 children were deported."
    desk.commit("https://one.example/a", text, make.figure(19546, text))
    backup, place = tmp_path / "backup" / "b.tar", tmp_path / "new" / "m.sqlite"
    desk.store.backup(backup)
    desk.commit("https://one.example/later", text + " Later.")
    assert Store.restore(backup, place) is None
    with Store.open(place) as store:
        assert [row["link"] for row in store.articles()] == ["https://one.example/a"]
        assert store.capture_body(1) == text.encode()
        assert store.verify() == []
    aside = Store.restore(backup, place)
    assert aside is not None and aside.exists(), "what was there is moved aside, not lost"


def test_a_bad_backup_replaces_nothing(closed, tmp_path):
    packed = tmp_path / "broken.tar"
    with Store.open(closed) as store:
        store.backup(packed)
    damage(packed, "middle")
    before = closed.read_bytes()
    for source in (packed, closed, tmp_path / "missing.tar"):
        with pytest.raises(StoreError):
            Store.restore(source, closed)
    assert closed.read_bytes() == before


def test_only_the_store_knows_sqlite():
    package = Path(__file__).resolve().parents[3] / "monitor"
    knowing = {
        p for p in package.rglob("*.py") if re.search(r"^(import|from) (sqlite3|sqlite_utils)", p.read_text(), re.M)
    }
    assert {path.parent for path in knowing} == {package / "store"}


def test_the_documentation_names_every_table_and_view(desk):
    page = (Path(__file__).resolve().parents[3] / "docs" / "data.md").read_text(encoding="utf-8")
    rows = desk.store._rows(
        "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'"
    )
    names = {row["name"] for row in rows if not re.match("article_fts_", row["name"])}
    assert set(re.findall(r"^\| `([a-z_]+)` \|", page, re.M)) == names


@pytest.mark.parametrize("method", ["pending", "captured", "due_feeds", "waiting_feeds", "ledger"])
def test_what_is_asked_every_second_is_read_by_index(desk, make, monkeypatch, method):
    asked: list[tuple[str, object]] = []
    rows = desk.store._rows
    monkeypatch.setattr(desk.store, "_rows", lambda sql, values=(): asked.append((sql, values)) or rows(sql, values))
    needs = judge.Needs(frozenset({"a"}), frozenset({"returned"}), make.NOW.date(), make.NOW.date())
    getattr(desk.store, method)(*{"captured": (), "ledger": (needs,)}.get(method, (make.NOW,)))
    assert asked
    for sql, values in asked:
        steps = [row["detail"] for row in rows(f"EXPLAIN QUERY PLAN {sql}", values)]
        scanned = [step for step in steps if step.startswith("SCAN") and "VIRTUAL" not in step]
        assert [step for step in scanned if "subquery" not in step] == [], "a table is read whole"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root makes files for others")
def test_what_root_locks_the_owner_of_the_folder_can_lock(desk, tmp_path):
    os.chown(tmp_path, 12345, 12345)
    desk.store.backup(tmp_path / "b.tar")
    locks = list(tmp_path.glob("*.captures.lock"))
    assert [lock.stat().st_uid for lock in locks] == [12345]


def test_a_forked_child_does_not_keep_the_lease_of_its_parent(desk, make):
    lease = desk.store.lease("daemon", os.getpid(), make.NOW)
    ready, go = os.pipe(), os.pipe()
    child = os.fork()
    if not child:
        os.close(go[1])
        os.write(ready[1], b"x")
        os.read(go[0], 1)
        os._exit(0)
    try:
        os.read(ready[0], 1)
        os.close(lease._lock._number)  # what the system does when the parent is killed
        lease._lock._number = -1
        desk.store.lease("daemon", os.getpid(), make.NOW).release()
    finally:
        os.close(go[1])
        os.waitpid(child, 0)
        for number in (*ready, go[0]):
            os.close(number)
