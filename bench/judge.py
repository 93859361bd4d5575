"""Speed of judging on a synthetic ledger: 1,000,000 stored figures in 5,000 series, one incoming figure at a time.

Run: python bench/judge.py. Prints one JSON line. Only what `judge.needs` names is handed to `judge.judge`, as a store
would do; a series keeps its distinct numbers, here 200 each, the worst case that a million figures can make.
"""

from __future__ import annotations

import json
import random
import statistics
import time
from datetime import date, timedelta

from monitor.judge import Policy, judge, needs, series_key
from monitor.model import Fact, Figure, Ledger, Occasion

SERIES, DISTINCT, EVENTS, ROUNDS = 5_000, 200, 300, 2_000
START = date(2023, 1, 1)


def main() -> None:
    """Build the ledger, judge, print median and 95th percentile in milliseconds."""
    dice = random.Random(7)
    store = dict(_series(index) for index in range(SERIES))
    events = tuple(_event(index) for index in range(EVENTS))
    times = sorted(_timed(dice, store, events) for _ in range(ROUNDS))
    result = {
        "figures": SERIES * DISTINCT,
        "series": SERIES,
        "median_ms": round(statistics.median(times), 3),
        "p95_ms": round(times[int(len(times) * 0.95)], 3),
    }
    print(json.dumps(result))


def _series(index: int) -> tuple[str, tuple[Fact, ...]]:
    facts = tuple(_fact(index, step) for step in range(DISTINCT))
    return series_key(facts[0].figure), facts


def _fact(index: int, step: int) -> Fact:
    figure = Figure(1_001.0 + 3 * step, "returned", "total", "quote", 0, 5, scope=f"s{index}", source_id="lubinets")
    return Fact(
        f"a{index}-{step}/f1", figure, START + timedelta(days=5 * step), family="kyiv", occasion=f"a{index}-{step}"
    )


def _event(index: int) -> Fact:
    figure = Figure(2.0 + index, "returned", "batch", "quote", 0, 5, source_id="yermak")
    return Fact(
        f"e{index}/f1", figure, date(2026, 1, 1) + timedelta(days=index % 7), family="kyiv", occasion=f"e{index}"
    )


def _timed(dice: random.Random, store: dict[str, tuple[Fact, ...]], events: tuple[Fact, ...]) -> float:
    scope, kind = f"s{dice.randrange(SERIES)}", dice.choice(("total", "batch"))
    figure = Figure(
        float(dice.randrange(900, 1_700)), "returned", kind, "quote", 0, 5, scope=scope, source_id="zelensky"
    )
    occasion = Occasion(f"new{scope}", date(2026, 1, 5), "outlet", "Headline", "More children are home. " * 20, "en")
    begin = time.perf_counter()
    wanted = needs([figure], occasion)
    part = Ledger({key: store[key] for key in wanted.series}, events if wanted.measures else ())
    judge(occasion, [figure], part, Policy({"lubinets": "kyiv", "zelensky": "kyiv"}))
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main()
