"""Guarded workers: hang, crash and memory are named failures and the pool lives on (DESIGN decision 4)."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from monitor.model import Article
from monitor.workers import JOBS, Failed, ParsePool

PAGE = (
    b"<html><body><article><h1>Title of it</h1>"
    + b"<p>Words of the article stand here for all to read.</p>" * 9
    + b"</article>"
)
URL = "https://news.example.org/a"


@pytest.fixture(autouse=True)
def jobs(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, job in {
        "sleep": ("time", "sleep"),
        "abort": ("os", "abort"),
        "fill": ("builtins", "bytearray"),
        "exit": ("os", "_exit"),
    }.items():
        monkeypatch.setitem(JOBS, name, job)


@pytest.fixture
def pool() -> Iterator[ParsePool]:
    with ParsePool(time_limit=30.0) as made:
        yield made


async def test_a_page(pool: ParsePool) -> None:
    article = await pool.parse(PAGE, url=URL)
    assert isinstance(article, Article)
    assert article.title == "Title of it"


async def test_what_is_no_page_is_a_failure(pool: ParsePool) -> None:
    found = await pool.parse(b"%PDF-1.4", url=URL)
    assert isinstance(found, Failed)
    assert "PDF" in found.reason


async def test_many_at_once(pool: ParsePool) -> None:
    found = await asyncio.gather(*(pool.parse(PAGE, url=URL) for _ in range(8)))
    assert all(isinstance(article, Article) for article in found)


@pytest.mark.parametrize(
    ("job", "value", "word"), [("abort", None, "SIGABRT"), ("fill", 1 << 40, "memory"), ("exit", 7, "7")]
)
def test_what_kills_a_worker_is_named_and_the_pool_lives_on(
    pool: ParsePool, job: str, value: int | None, word: str
) -> None:
    failed = pool.run_sync(job, *([] if value is None else [value]))
    assert isinstance(failed, Failed)
    assert word in failed.reason
    assert isinstance(pool.run_sync("parse", PAGE, url=URL), Article)


def test_what_hangs_is_ended() -> None:
    with ParsePool(size=1, time_limit=0.3) as pool:
        failed = pool.run_sync("sleep", 60)
        assert failed == Failed("it took longer than 0.3 s to read")


def test_a_worker_that_went_to_sleep_gets_a_successor() -> None:
    with ParsePool(size=1, time_limit=30.0, idle=0.01) as pool:
        pool.run_sync("parse", PAGE, url=URL)
        (worker,) = pool._alive
        worker.process.wait(timeout=20)
        assert isinstance(pool.run_sync("parse", PAGE, url=URL), Article)


def test_a_closed_pool_says_so() -> None:
    pool = ParsePool()
    pool.close()
    assert pool.run_sync("parse", PAGE, url=URL) == Failed("the pool of workers is closed")


def test_workers_die_with_their_parent() -> None:
    code = (
        "import os, signal; from monitor.workers import ParsePool; pool = ParsePool(size=1)\n"
        f"pool.run_sync('parse', {PAGE!r}, url='u'); "
        "print(next(iter(pool._alive)).process.pid, flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    # communicate() returned, so every holder of the pipes is gone; the worker's own pid must go as well
    pid = int(done.stdout)
    for _ in range(2000):
        state = Path(f"/proc/{pid}/stat")
        if not state.exists() or state.read_text().split()[2] == "Z":
            return
        subprocess.run(["true"], check=False)
    pytest.fail("the worker outlived its parent")
