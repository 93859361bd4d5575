"""Captured answers on the disk: WARC records, retention, and the backup that takes them along."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from monitor.errors import StoreDamaged, StoreError, StoreLocked, UsageError
from monitor.store import Store
from monitor.store.evidence import body_path, keep_body, read_body

DAY = timedelta(days=1)
LATER = timedelta(days=400)


def records(file):
    """(target, date, status, headers, body, whether its digests hold) of every record in a WARC file."""
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests=True):
            body = record.raw_stream.read()
            rec, http = record.rec_headers, record.http_headers
            yield (
                rec["WARC-Target-URI"], rec["WARC-Date"], http.get_statuscode(), dict(http.headers), body,
                record.digest_checker.passed,
            )  # fmt: skip


def test_a_capture_is_a_warc_record_that_other_tools_read(tmp_path, make):
    answer = make.answer("https://one.example/a", b"<p>x</p>", headers=(("content-encoding", "gzip"), ("etag", '"e"')))
    digest = keep_body(tmp_path, answer)
    ((target, date, status, headers, body, holds),) = records(body_path(tmp_path, digest))
    assert (target, date, status, body, holds) == (
        "https://one.example/a", "2025-10-10T12:00:00.000000Z", "200", b"<p>x</p>", True,
    )  # fmt: skip
    assert headers == {"x-archive-orig-content-encoding": "gzip", "etag": '"e"'}, "the body is kept inflated"


def test_all_captures_one_after_the_other_are_a_warc_file_too(tmp_path, make):
    for number in range(3):
        keep_body(tmp_path, make.answer(f"https://one.example/{number}", b"%d" % number))
    whole = tmp_path / "whole.warc.gz"
    whole.write_bytes(b"".join(path.read_bytes() for path in sorted(tmp_path.glob("*/*.warc.gz"))))
    assert sorted(row[4] for row in records(whole)) == [b"0", b"1", b"2"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(body=st.binary(max_size=300), value=st.text(max_size=20), url=st.text(max_size=20))
def test_any_bytes_come_back_whatever_the_headers_say(tmp_path, make, body, value, url):
    answer = replace(
        make.answer(),
        body=body,
        final_url=f"https://one.example/{url}",
        headers=(("x-odd\r\n", value), ("content-length", "7")),
    )
    assert read_body(tmp_path, keep_body(tmp_path, answer)) == body


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
@given(place=st.integers(0, 400), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_anywhere_gives_the_body_or_is_told(tmp_path, make, place, byte, cut):
    digest = keep_body(tmp_path, make.answer(body=b"evidence"))
    file = body_path(tmp_path, digest)
    whole = file.read_bytes()
    spot = place % len(whole)
    file.write_bytes(whole[:spot] if cut else whole[:spot] + bytes([byte]) + whole[spot + 1 :])
    try:
        assert read_body(tmp_path, digest) == b"evidence"
    except StoreDamaged:
        assert file.read_bytes() != whole
    finally:
        file.write_bytes(whole)


def test_a_record_of_other_bytes_under_the_name_is_told(tmp_path, make):
    one, two = (keep_body(tmp_path, make.answer(body=body)) for body in (b"one", b"two"))
    body_path(tmp_path, one).write_bytes(body_path(tmp_path, two).read_bytes())
    with pytest.raises(StoreDamaged, match="differs from its hash"):
        read_body(tmp_path, one)


@pytest.fixture
def kept(desk, make):
    """A desk with one capture of each worth: no article, no figure, evidence, work in hand."""
    text = "Kyiv says 19,546 children were deported."
    desk.commit("https://one.example/a", text, make.figure(19546, text))
    desk.commit("https://one.example/plain", "No number at all.")
    desk.store.save_capture(make.answer("https://one.example/wall", b"<p>wall</p>"))
    desk.poll(make.entry(1))
    desk.capture(desk.store.pending(make.NOW)[0].id)
    return desk


def addresses(desk):
    return sorted(row["url"].rsplit("/", 1)[1] for row in desk.store.captures_list() if not row["dropped_at"])


def test_by_default_nothing_goes(kept, make):
    assert kept.store.tidy(make.NOW + LATER).bodies == 0
    assert addresses(kept) == ["1", "a", "plain", "wall"]


def test_old_bytes_go_but_never_evidence_or_work_in_hand(kept, make):
    assert kept.store.tidy(make.NOW + DAY / 2, keep=DAY).bodies == 0
    tried = kept.store.tidy(make.NOW + LATER, keep=DAY, dry_run=True)
    assert (tried.bodies, addresses(kept)) == (2, ["1", "a", "plain", "wall"])
    done = kept.store.tidy(make.NOW + LATER, keep=DAY)
    assert (done.bodies, done.freed, done.left) == (2, tried.freed, tried.left)
    assert addresses(kept) == ["1", "a"]
    assert kept.store.verify() == [], "what went by policy is no damage"
    assert len(kept.store.articles()) == 2, "texts stay"


def test_a_cap_takes_the_least_worth_first(kept, make):
    size = sum(path.stat().st_size for path in kept.store.captures.rglob("*.warc.gz"))
    assert kept.store.tidy(make.NOW + DAY, cap=size - 1).bodies == 1
    assert addresses(kept) == ["1", "a", "plain"], "a page without an article goes before an article without a figure"
    done = kept.store.tidy(make.NOW + DAY, cap=1)
    assert addresses(kept) == ["1", "a"] and done.left > 1, "evidence stays, whatever the cap"


def test_removed_bytes_are_said_so_and_come_back_when_captured_again(kept, make):
    kept.store.tidy(make.NOW + LATER, keep=DAY)
    with pytest.raises(UsageError, match="removed by retention on 2026-11-14; the hash is kept"):
        kept.store.capture_body(3)
    again = kept.store.save_capture(make.answer("https://one.example/wall", b"<p>wall</p>"))
    assert kept.store.capture_body(again) == b"<p>wall</p>"


def test_files_that_nothing_names_go_when_they_are_old(desk, make):
    stray = body_path(desk.store.captures, keep_body(desk.store.captures, make.answer(body=b"crash")))
    assert desk.store.tidy(make.NOW).strays == 0
    os.utime(stray, (0, 0))
    assert (desk.store.tidy(make.NOW).strays, stray.exists()) == (1, False)


def test_polls_are_forgotten_after_a_while_but_for_the_last(desk, make):
    for day in range(3):
        desk.poll(make.entry(day), at=make.NOW + day * DAY)
    assert desk.store.tidy(make.NOW + LATER).polls == 2
    assert desk.store.tidy(make.NOW + 2 * LATER).polls == 0


def test_only_one_removes_or_saves_at_a_time(desk, make, tmp_path):
    with Store.open(desk.store.path) as other, other.keeping():
        for work in (lambda: desk.store.tidy(make.NOW), lambda: desk.store.backup(tmp_path / "b.tar")):
            with pytest.raises(StoreLocked, match="a backup or `monitor tidy` is at work"):
                work()
    assert desk.store.backup(tmp_path / "b.tar") == []


def test_a_backup_is_one_file_that_any_tar_opens(kept, tmp_path):
    target = tmp_path / "sub" / "b.tar"
    assert kept.store.backup(target) == []
    with tarfile.open(target) as tar:
        names = tar.getnames()
    assert (names[0], names[-1], len(names)) == ("monitor.sqlite", "manifest.json", 6)
    assert [path.name for path in target.parent.iterdir()] == ["b.tar"], "nothing half-made is left"


def test_a_backup_names_the_captures_that_are_gone(kept, tmp_path):
    gone = next(kept.store.captures.rglob("*.warc.gz"))
    gone.unlink()
    assert kept.store.backup(tmp_path / "b.tar") == [str(gone)]
    Store.restore(tmp_path / "b.tar", tmp_path / "new" / "m.sqlite")


@pytest.mark.parametrize("damaged", [b"", b"no record", None])
def test_a_restore_mends_captures_that_are_damaged_or_gone(kept, tmp_path, damaged):
    kept.store.backup(tmp_path / "b.tar")
    file = next(kept.store.captures.rglob("*.warc.gz"))
    file.unlink() if damaged is None else file.write_bytes(damaged)
    assert len(kept.store.verify()) == 1
    kept.store.close()
    Store.restore(tmp_path / "b.tar", kept.store.path)
    with Store.open(kept.store.path) as store:
        assert store.verify() == []


@pytest.mark.parametrize("share", [0.2, 0.6, 0.97])
def test_a_backup_cut_short_replaces_nothing(kept, tmp_path, share):
    whole = tmp_path / "b.tar"
    kept.store.backup(whole)
    whole.write_bytes(whole.read_bytes()[: int(whole.stat().st_size * share)])
    place = tmp_path / "new" / "m.sqlite"
    with pytest.raises(StoreError, match="is not a whole backup of monitor; name another backup"):
        Store.restore(whole, place)
    assert not list(place.parent.glob("*.sqlite*.new")) and not place.exists()


def test_a_member_that_climbs_out_of_the_folder_is_not_written(kept, tmp_path):
    whole, evil = tmp_path / "b.tar", tmp_path / "evil"
    kept.store.backup(whole)
    evil.write_bytes(b"evil")
    with tarfile.open(whole, "a") as tar:
        tar.add(evil, "captures/../../evil.warc.gz")
    Store.restore(whole, tmp_path / "new" / "m.sqlite")
    assert [path for path in tmp_path.rglob("evil*") if path != evil] == []


def test_a_restore_beside_a_daemon_is_refused(kept, make, tmp_path):
    kept.store.backup(tmp_path / "b.tar")
    with (
        kept.store.lease("daemon", os.getpid(), make.NOW),
        pytest.raises(StoreLocked, match="a daemon works on this database"),
    ):
        Store.restore(tmp_path / "b.tar", kept.store.path)


def test_a_backup_taken_while_others_write_is_whole(desk, tmp_path):
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from monitor.model import Answer; from monitor.store import Store\n"
        "URL = 'https://a.example/'\n"
        "with Store.open(Path(sys.argv[1])) as store:\n"
        "    for number in range(10**6):\n"
        "        body = b'%d' % number\n"
        "        answer = Answer(URL, URL, 'ok', '', datetime.now(UTC), 200, (), body)\n"
        "        print(store.save_capture(answer), flush=True)\n"
    )
    writer = subprocess.Popen([sys.executable, "-c", code, str(desk.store.path)], stdout=subprocess.PIPE, text=True)
    try:
        for _ in range(5):
            before = int(writer.stdout.readline())
        assert desk.store.backup(tmp_path / "b.tar") == []
        writer.stdout.readline()
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()
    place = tmp_path / "new" / "m.sqlite"
    Store.restore(tmp_path / "b.tar", place)
    with Store.open(place) as store:
        rows = store.captures_list()
        assert len(rows) >= before
        assert all(store.capture_body(int(row["id"].split("-")[1])) for row in rows)
        assert store.verify() == []


def test_no_other_module_knows_warc():
    package = Path(__file__).resolve().parents[3] / "monitor"
    assert [path.name for path in package.rglob("*.py") if "warcio" in path.read_text(encoding="utf-8")] == [
        "evidence.py"
    ]
