"""Killed and resumed, delivered twice, in batches of any size: the same observations and the same flags."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache, partial
from itertools import pairwise
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor import judge, stories, wiring
from monitor.model import Answer, Article, Extraction, Judgement, Occasion
from monitor.store import Store

NOW = datetime(2026, 3, 20, tzinfo=UTC)
SCENARIO = Path(__file__).parents[2] / "gold" / "scenario-dev.jsonl"
ROWS = [json.loads(line) for line in SCENARIO.read_text(encoding="utf-8").splitlines()]
Judge = Callable[..., Judgement]


class Killed(Exception):
    """The process died here."""


def commit(store: Store, row: dict, judging: Judge) -> None:
    """One article of the scenario with the figures that the gold gives."""
    url = f"https://one.example/{row['id']}"
    occasion = judge.article_occasion({**row, "id": url})
    figures = tuple(judge.figure_from_row(figure) for figure in row["figures"])
    capture = store.save_capture(Answer(url, url, "ok", "ok", NOW, status=200, body=row["text"].encode()), None)
    published = datetime.combine(occasion.published, datetime.min.time(), UTC)
    article = Article(url, url, row["headline"], row["text"], "article", "p", published=published)
    store.commit_article(
        None, capture, article, Extraction(row["lang"], True, (), figures), occasion=occasion, needs=judge.needs,
        judge=judging, channels=("console",), extractor="x", now=NOW,
    )  # fmt: skip


def judging() -> Judge:
    return partial(judge.judge, policy=wiring.policy(stories.load("ukrainian_children")))


def dies(judging: Judge, occasion: Occasion, *rest: object) -> Judgement:
    judging(occasion, *rest)
    raise Killed


def left(path: Path) -> tuple[list, list, list]:
    """Observations, flags with their outlets, and deliveries, without row numbers."""
    with sqlite3.connect(path) as db:
        facts = db.execute("SELECT value, low, high, measure, published, last_seen, state, family, publisher, "
                           "data ->> '$.sources' FROM observation ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9")  # fmt: skip
        flags = db.execute("SELECT g.key, g.kind, g.rule, count(m.figure_id) FROM flag g LEFT JOIN mention m "
                           "ON m.flag_id = g.id GROUP BY g.id ORDER BY 1")  # fmt: skip
        return facts.fetchall(), flags.fetchall(), db.execute("SELECT key FROM delivery ORDER BY 1").fetchall()


@cache
def unbroken() -> tuple[list, list, list]:
    with tempfile.TemporaryDirectory() as folder:
        return run(Path(folder), [range(len(ROWS))])


def run(
    folder: Path, batches: Iterable[Iterable[int]], killed: frozenset[int] = frozenset()
) -> tuple[list, list, list]:
    """Commit the batches, each with a store of its own; at `killed` the first try dies after judging."""
    path = folder / "m.db"
    for batch in batches:
        with Store.open(path) as store:
            for number in batch:
                if number in killed:
                    with suppress(Killed):
                        commit(store, ROWS[number], partial(dies, judging()))
                commit(store, ROWS[number], judging())
    return left(path)


def test_the_scenario_leaves_something_to_compare():
    facts, flags, deliveries = unbroken()
    assert len(facts) > 30
    assert len(flags) > 20
    assert len(deliveries) == len(flags)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sets(st.integers(1, len(ROWS) - 1), max_size=3),
    st.frozensets(st.integers(0, len(ROWS) - 1), max_size=6),
    st.sets(st.integers(0, len(ROWS) - 1), max_size=6),
)
def test_batches_kills_and_repeats_change_nothing(cuts, killed, repeated):
    ends = [0, *sorted(cuts), len(ROWS)]
    batches = [range(start, end) for start, end in pairwise(ends)]
    with tempfile.TemporaryDirectory() as folder:
        assert run(Path(folder), [*batches, sorted(repeated)], killed) == unbroken()


def test_a_process_killed_in_the_middle_of_a_commit_resumes(tmp_path):
    script = "import sys; sys.path.insert(0, sys.argv[1]); import test_resume; test_resume.die_at(sys.argv[2], 20)"
    command = [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path)]
    assert subprocess.run(command, timeout=120).returncode == -signal.SIGKILL
    with sqlite3.connect(tmp_path / "m.db") as db:
        assert db.execute("SELECT count(*) FROM article").fetchone() == (20,)
    assert run(tmp_path, [range(len(ROWS))]) == unbroken()


def die_at(folder: str, number: int) -> None:
    """Commit the scenario and kill this process while article `number` is judged."""

    def killing(*given: object) -> Judgement:
        judging()(*given)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("still alive")

    with Store.open(Path(folder) / "m.db") as store:
        for place, row in enumerate(ROWS):
            commit(store, row, killing if place == number else judging())
