"""How fast a new text is compared with 100,000 stored ones: ``python bench/copies.py``. Prints one JSON line.

Texts are 150 words drawn as language draws them (Zipf), the last fifth of each a wire's, shared by a hundred texts, so
that keys meet often; one in ten ends with the standing lines of an outlet, so that some keys are in 10,000 texts. A new
text is a stored one with a word in a hundred changed, or a text of its own, every second of these with the standing
lines. Measured is all that the pipeline does: signature, keys, look-up in the store, likeness of every candidate. What
the bench itself holds in memory is let go before.
"""

from __future__ import annotations

import gc
import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from monitor.parse import copies
from monitor.pipeline import COPY
from monitor.store import Store

STORED, WORDS, ROUNDS = 100_000, 150, 400
DAY = "2026-03-01T00:00:00.000000Z"


def main() -> None:
    """Fill a store, compare, print median and 95th percentile in milliseconds, and how many copies were found."""
    dice = random.Random(11)
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder, "bench.sqlite")
        Store.open(home).close()
        texts = list(_texts(dice))
        _fill(home, texts)
        store = Store.open(home)
        news = [(number % 2 == 0, _new(dice, texts, number)) for number in range(ROUNDS)]
        texts.clear()
        gc.collect()
        found = [(copied, *_compared(store, text)) for copied, text in news]
        store.close()
    times = sorted(spent for _, spent, _ in found)
    result = {
        "stored": STORED,
        "median_ms": round(statistics.median(times), 3),
        "p95_ms": round(times[int(ROUNDS * 0.95)], 3),
        "worst_ms": round(times[-1], 3),
        "copies_found": sum(alike for copied, _, alike in found if copied),
        "of": ROUNDS // 2,
        "others_taken_for_copies": sum(alike for copied, _, alike in found if not copied),
    }
    print(json.dumps(result))


def _texts(dice: random.Random) -> Iterator[str]:
    wire, standing = "", _standing()
    for number in range(STORED):
        wire = wire if number % 100 else _words(dice, WORDS // 5)
        own = f"{_words(dice, WORDS - WORDS // 5)} {wire}"
        yield own if number % 10 else f"{own} {standing}"


def _standing() -> str:
    """What an outlet prints under each of its articles."""
    return " ".join(f"our{number}" for number in range(WORDS // 5))


_SCALE = list(accumulate(1 / (rank + 2) for rank in range(20_000)))


def _words(dice: random.Random, count: int) -> str:
    return " ".join(f"w{rank}" for rank in dice.choices(range(20_000), cum_weights=_SCALE, k=count))


def _new(dice: random.Random, texts: list[str], number: int) -> str:
    """Every second one a stored text with a word in a hundred changed."""
    if number % 2:
        own = _words(dice, WORDS)
        return own if number % 4 == 1 else f"{own} {_standing()}"
    words = dice.choice(texts).split()
    return " ".join(_words(dice, 1) if dice.random() < 0.01 else word for word in words)


def _fill(home: Path, texts: list[str]) -> None:
    """Store `texts` as the first versions of as many articles, of one capture, past the store's own slow way."""
    db = sqlite3.connect(home)
    db.execute(
        "INSERT INTO capture (id, url, final_url, captured_at, status, headers, sha256, bytes)"
        " VALUES (1, 'u', 'u', ?, 200, '[]', 'x', 1)", [DAY],
    )  # fmt: skip
    for number, text in enumerate(texts, 1):
        sketch = copies.signature(text)
        db.execute(
            "INSERT INTO article (id, url, publisher, title, kind, first_seen, last_read)"
            " VALUES (?, ?, 'p', 't', 'article', ?, ?)", [number, f"https://example.org/{number}", DAY, DAY],
        )  # fmt: skip
        db.execute(
            "INSERT INTO version (id, article_id, number, capture_id, title, text, text_sha256, parser, relevant,"
            " created_at, signature, details) VALUES (?, ?, 1, 1, 't', ?, ?, 'bench', 1, ?, ?, '{}')",
            [number, number, text, str(number), DAY, copies.pack(sketch)],
        )
        db.executemany("INSERT INTO band VALUES (?, ?)", [(band, number) for band in copies.bands(sketch)])
    db.commit()
    db.close()


def _compared(store: Store, text: str) -> tuple[float, bool]:
    """Milliseconds of CPU, and whether a stored text is nearly the same."""
    begin = time.process_time()
    sketch = copies.signature(text)
    candidates = store.copy_candidates(copies.bands(sketch))
    alike = any(copies.alike(sketch, c.signature, COPY) for c in candidates)
    return (time.process_time() - begin) * 1000, alike


if __name__ == "__main__":
    main()
