"""The whole way from feed to flag: real HTTP on loopback, a real database, the command as a user starts it."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from monitor import pipeline
from monitor.cli import run_command
from monitor.demo import Newsroom
from monitor.workers import pool
from tests.doubles.farm import Farm, document

COUNTS = ("article", "version", "figure", "flag", "observation", "capture")
RSS = """<rss version="2.0"><channel><title>T</title><link>{base}</link>{items}</channel></rss>"""
ITEM = """<item><guid>{n}</guid><title>T {n}</title><link>{base}/a{n}</link>
<pubDate>Fri, 10 Oct 2025 1{n}:00:00 GMT</pubDate></item>"""
PAGE = """<html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p><p>{text2}</p>
</article></body></html>"""


def configured(folder: Path, feeds: list[tuple[str, str]], every: str = "1h") -> list[str]:
    """Writes a configuration for feeds on loopback; gives the options that name it."""
    settings: dict[str, Any] = {
        "storage": {"database": str(folder / "m.sqlite")},
        "feeds": {"any": [{"name": name, "url": url} for name, url in feeds]},
        "network": {"allow": ["127.0.0.0/8"], "host_gap": "0s", "contact": "tests@localhost"},
        "schedule": {"every": every, "shortest": every},
        "baseline": {"history": False, "silent": "3650d"},
        "alerts": {"first_wave": "0s", "channels": []},
    }
    path = folder / "config.yaml"
    path.write_text(json.dumps(settings), encoding="utf-8")
    return ["--config", str(path)]


def counts(folder: Path) -> dict[str, int]:
    with closing(sqlite3.connect(folder / "m.sqlite")) as database:
        return {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTS}


def listed(room: Newsroom) -> list[tuple[str, str]]:
    return [(feed.name, feed.url) for feed in room.feeds]


def started(*arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "monitor", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def ended(process: subprocess.Popen[bytes], seconds: float = 60) -> int:
    """Waits for the end and closes the pipes."""
    process.communicate(timeout=seconds)
    return process.returncode


def test_the_second_catch_up_adds_and_flags_nothing(tmp_path: Path) -> None:
    with Newsroom() as room:
        options = configured(tmp_path, listed(room))
        assert run_command(["catch-up", *options]) == 0
        first = counts(tmp_path)
        assert run_command(["catch-up", "--exit-code", *options]) == 0
    assert counts(tmp_path) == first
    assert first["article"] == 45
    assert first["flag"] > 15


def test_new_flags_end_with_ten_even_where_a_feed_fails(tmp_path: Path) -> None:
    with Newsroom() as room:
        feeds = [*listed(room), ("Gone", f"{room.feeds[0].url}/gone")]
        assert run_command(["catch-up", "--exit-code", *configured(tmp_path, feeds)]) == 10


def test_a_recheck_asks_no_feed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Newsroom() as room:
        options = configured(tmp_path, listed(room))
        run_command(["catch-up", *options])
        capsys.readouterr()
        assert run_command(["recheck", *options, "--json"]) == 0
    report = json.loads(capsys.readouterr().out)["report"]
    assert (report["feeds"], report["answers"]) == (0, counts(tmp_path)["article"])


def test_daemon_and_catch_up_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    with Newsroom() as room:
        alone, both = tmp_path / "alone", tmp_path / "both"
        for folder in (alone, both):
            folder.mkdir()
        assert run_command(["catch-up", *configured(alone, listed(room))]) == 0
        options = configured(both, listed(room))
        daemon = started("run", *options)
        beside = [started("catch-up", *options) for _ in range(2)]
        assert [ended(process) for process in beside] == [0, 0]
        assert run_command(["catch-up", *options]) == 0
        daemon.send_signal(signal.SIGTERM)
        assert ended(daemon) == 0
    wanted, got = counts(alone), counts(both)
    assert {k: got[k] for k in ("article", "version", "figure")} == {
        k: wanted[k] for k in ("article", "version", "figure")
    }
    assert run_command(["verify", *options]) == 0


@pytest.mark.parametrize("moment", [20, 60, 110])
def test_killed_and_run_again_it_ends_where_it_would_have(tmp_path: Path, moment: int) -> None:
    """SIGKILL once so many rows are in the database; the next run completes the work."""
    with Newsroom() as room:
        options = configured(tmp_path, listed(room))
        process = started("catch-up", *options)
        rows = 0
        while process.poll() is None and rows < moment:
            rows = sum(counts_so_far(tmp_path).values())
        process.kill()
        ended(process)
        assert run_command(["catch-up", *options]) == 0
    assert counts(tmp_path)["article"] == 45
    assert run_command(["verify", *options]) == 0


def counts_so_far(folder: Path) -> dict[str, int]:
    try:
        return counts(folder)
    except sqlite3.Error:
        return {}


async def served(farm: Farm, bodies: dict[int, bytes]) -> str:
    """A feed whose articles have these bodies; gives its address."""
    base = farm.url("").rstrip("/")
    items = "".join(ITEM.format(n=n, base=base) for n in bodies)
    for n, body in bodies.items():
        farm.serve(f"/a{n}", document(body, content_type="text/html; charset=utf-8"))
    return farm.serve("/feed.xml", document(RSS.format(base=base, items=items).encode()))


def page(title: str, text: str) -> bytes:
    filler = "The meeting went on until late in the evening, and the two sides agreed to speak again next week."
    return PAGE.format(title=title, text=text, text2=filler).encode()


async def caught_up(options: list[str]) -> tuple[int, str, str]:
    import asyncio

    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "monitor", "catch-up", *options,
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, env={**os.environ},
    )  # fmt: skip
    out, err = await process.communicate()
    return process.returncode or 0, out.decode(), err.decode()


async def test_an_article_without_a_date_has_that_of_its_feed(tmp_path: Path) -> None:
    """The article, its figure and its flag are of one day, and lists by days agree."""
    async with Farm() as farm:
        text = "Seven Ukrainian children returned from Russia, Kyiv said."
        options = configured(tmp_path, [("Good", await served(farm, {1: page("Seven return", text)}))])
        await caught_up(options)
    with closing(sqlite3.connect(tmp_path / "m.sqlite")) as database:
        days = database.execute("SELECT a.published, f.published FROM article a, figure f").fetchall()
    assert [(first[:10], second) for first, second in days] == [("2025-10-10", "2025-10-10")]


async def test_bad_neighbours_leave_the_rest_working(tmp_path: Path) -> None:
    """Unreachable, HTML for a feed, an empty page, an article without a figure: a line each, the rest is stored."""
    async with Farm() as farm:
        good = await served(farm, {
            1: page("Seven children return", "Seven Ukrainian children returned from Russia on Friday, Kyiv said."),
            2: b"",
            3: page("A quiet day", "Ukraine marked the day with a concert for children who had returned from Russia."),
        })  # fmt: skip
        farm.serve("/page", document(b"<!doctype html><title>Hello</title><p>no feed", content_type="text/html"))
        feeds = [("good", good), ("html", farm.url("/page")), ("away", "http://127.0.0.1:9/feed.xml")]
        options = configured(tmp_path, feeds)
        code, out, err = await caught_up(options)
    lines = err.strip().splitlines()
    assert code == 3
    assert "1 figures, 1 new flags" in out.replace("1 new flag,", "1 new flags")
    assert sorted(word for word in ("html", "away", "/a2") for line in lines if word in line) == ["/a2", "away", "html"]
    assert all(line.startswith("monitor: ") for line in lines)
    assert counts(tmp_path)["article"] == 2


async def test_a_table_of_figures_is_told_and_raises_no_storm(tmp_path: Path) -> None:
    rows = " ".join(f"On Friday {n:,} Ukrainian children returned from Russia, Kyiv said." for n in range(2100, 2300))
    async with Farm() as farm:
        good = "Seven Ukrainian children returned from Russia on Friday, Kyiv said."
        feed = await served(farm, {1: page("Table", rows), 2: page("Seven children return", good)})
        code, _, err = await caught_up(configured(tmp_path, [("f", feed)]))
    assert (code, counts(tmp_path)["flag"]) == (3, 1)
    assert "a table" in err and "/a1" in err


async def test_a_batch_is_judged_in_order_of_publication(tmp_path: Path) -> None:
    """The total of the later article is the update, whatever stands first in the feed."""
    async with Farm() as farm:
        feed = await served(farm, {
            2: page("Count", "In all, 1,641 children have been returned to Ukraine from Russia, Lubinets said."),
            1: page("Count", "In all, 1,625 children have been returned to Ukraine from Russia, Lubinets said."),
        })  # fmt: skip
        options = configured(tmp_path, [("f", feed)])
        assert (await caught_up(options))[0] == 0
    with closing(sqlite3.connect(tmp_path / "m.sqlite")) as database:
        rows = database.execute(
            "SELECT g.kind, f.value FROM flag g JOIN figure f ON f.id = g.figure_id ORDER BY g.id"
        ).fetchall()
    assert rows == [("new_figure", 1625.0), ("updated_total", 1641.0)]


def test_a_folder_that_is_none_is_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("x")
    with Newsroom() as room:
        options = configured(tmp_path, listed(room))
    code = run_command(["catch-up", *options, "--db", str(tmp_path / "file" / "m.sqlite")])
    assert code == 74
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


KILLER = """
import os
def read(body, **_):
    with open(os.environ["READ"], "a") as file:
        print("read", file=file)
    os.abort()
"""


async def test_a_page_that_kills_its_reader_is_left_to_newer_parsers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is fetched again, as it may change; the same bytes are read twice at most."""
    (tmp_path / "killer.py").write_text(KILLER, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("READ", str(tmp_path / "read"))
    monkeypatch.setitem(pool.JOBS, "parse", ("killer", "read"))
    async with Farm() as farm:
        base = farm.url("").rstrip("/")
        farm.serve("/a1", document(PAGE.format(title="T", text="x", text2="y").encode(), kind="text/html"))
        feed = farm.serve("/feed.xml", document(RSS.format(base=base, items=ITEM.format(n=1, base=base)).encode()))
        options = configured(tmp_path, [("One", feed)])
        for _ in range(4):
            assert await asyncio.to_thread(run_command, ["catch-up", *options]) == 3
            assert "SIGABRT" in capsys.readouterr().err
        assert farm.paths().count("/a1") == 4
        assert (tmp_path / "read").read_text(encoding="utf-8").split() == ["read"] * 2
        monkeypatch.setattr(pipeline, "PARSER", "newer than " + pipeline.PARSER)
        await asyncio.to_thread(run_command, ["catch-up", *options])
        assert (tmp_path / "read").read_text(encoding="utf-8").split() == ["read"] * 3
