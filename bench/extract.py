"""Speed of reading figures, and finding numbers alone beside text2num and quantulum3.

    .venv/bin/python bench/extract.py [--repeat 5]

Prints articles of 2,000 characters a second and core, by language of the gold's texts joined, which are dense with
figures, and by kind of text with its numbers per 2,000 characters: these, the gold's whole articles (tag ``full``), the
demo's and, where ../shared/pages is, the main texts of real news pages; the time of a 5 MB text against a 5 kB one
(linear is 1,000), import and first use as Python runs here and from compiled files, and for the numbers of the gold:
recall and milliseconds an item, ours and the peers'.
The peers come with the dependency group ``bench``; without them their columns stay empty.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from monitor import extract, languages, stories
from monitor.demo.content import load_outlets, load_versions

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
PAGES = Path(__file__).resolve().parents[2] / "shared" / "pages" / "truth.jsonl"
DAY = date(2026, 3, 3)
LENGTH = 2000
FIRST = (
    "import time; start = time.perf_counter(); from monitor import extract, stories; "
    "extract.Extractor(stories.load('ukrainian_children')).extract('12 children came home.', language='en', "
    "published=None); print((time.perf_counter() - start) * 1000)"
)
Finder = Callable[[str, str], set[float]]


def main() -> None:
    """Measure and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5, help="runs of each, the best counts (default 5)")
    repeat = parser.parse_args().repeat
    reader = extract.Extractor(stories.load("ukrainian_children"))
    rows = [json.loads(line) for name in ("west", "east") for line in _lines(GOLD / f"{name}-dev.jsonl")]
    speed(reader, rows, repeat)
    kinds(reader, rows, repeat)
    size(reader, rows)
    print(f"import and first use: {float(subprocess.check_output([sys.executable, '-c', FIRST])):.0f} ms")
    print(f"import and first use from compiled files: {compiled():.0f} ms")
    finding(reader, rows)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _read(reader: extract.Extractor, text: str, language: str) -> Any:
    return reader.extract(text, language=language, published=DAY)


def _text(rows: list[dict[str, Any]], language: str, length: int) -> str:
    joined = "\n".join(row["text"] for row in rows if row["lang"] == language)
    return (joined * (length // len(joined) + 1))[:length]


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(reader: extract.Extractor, rows: list[dict[str, Any]], repeat: int) -> None:
    """Articles a second by language, the best of `repeat` runs over ten articles each."""
    print("articles of 2,000 characters a second and core")
    for language in sorted({row["lang"] for row in rows}):
        whole = _text(rows, language, 10 * LENGTH)
        articles = [whole[k : k + LENGTH] for k in range(0, len(whole), LENGTH)]
        best = min(_timed(lambda a=articles, c=language: [_read(reader, t, c) for t in a]) for _ in range(repeat))
        print(f"  {language:<4}{len(articles) / best:>8.0f}")


def kinds(reader: extract.Extractor, rows: list[dict[str, Any]], repeat: int) -> None:
    """Articles a second and numbers an article, by kind of text."""
    print("articles of 2,000 characters a second and core, and numbers in each")
    for name, texts in _kinds(rows):
        articles = sum(len(text) for text, _ in texts) / LENGTH
        best = min(_timed(lambda t=texts: [_read(reader, *text) for text in t]) for _ in range(repeat))
        numbers = sum(len(_read(reader, *text).numbers) for text in texts)
        print(f"  {name:<28}{articles / best:>6.0f}{numbers / articles:>6.0f}")


def _kinds(rows: list[dict[str, Any]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Kinds of text, each with its texts and their languages."""
    codes = sorted({row["lang"] for row in rows})
    yield "the gold's texts joined", [(_text(rows, language, 10 * LENGTH), language) for language in codes]
    yield "the gold's whole articles", [(row["text"], row["lang"]) for row in rows if "full" in row["tags"]]
    tongues = {outlet.key: outlet.language for outlet in load_outlets()}
    yield "the demo's articles", [("\n".join(v.paragraphs), tongues[v.outlet]) for v in load_versions()]
    if PAGES.is_file():
        pages = [(page.get("text"), page.get("languages") or ["en"]) for page in map(json.loads, _lines(PAGES))]
        known = languages.codes()
        yield "real news pages", [(text, language) for text, (language, *_) in pages if text and language in known]


def compiled() -> float:
    """Milliseconds of import and first use where Python keeps compiled files, as it does unless it is told not to."""
    with tempfile.TemporaryDirectory() as folder:
        kept = {**os.environ, "PYTHONPYCACHEPREFIX": folder, "PYTHONDONTWRITEBYTECODE": ""}
        return min(float(subprocess.check_output([sys.executable, "-c", FIRST], env=kept)) for _ in range(4))


def size(reader: extract.Extractor, rows: list[dict[str, Any]]) -> None:
    """How many times the work of a 5 kB text a 5 MB text takes."""
    small, large = (_text(rows, "uk", n) for n in (5_000, 5_000_000))
    once = min(_timed(lambda: _read(reader, small, "uk")) for _ in range(5))
    print(f"5 MB against 5 kB: {_timed(lambda: _read(reader, large, 'uk')) / once:.0f} times the work")


def finding(reader: extract.Extractor, rows: list[dict[str, Any]]) -> None:
    """Recall of the gold's plain numbers and milliseconds an item, by finder and language."""
    print("finding numbers: recall and ms an item")
    for name, codes, find in _finders(reader):
        for language in codes:
            own = [row for row in rows if row["lang"] == language]
            found: list[set[float]] = []
            spent = _timed(lambda o=own, f=found, w=find, c=language: f.extend(w(row["text"], c) for row in o))
            wanted = [(f["value"], k) for k, row in enumerate(own) for f in row["figures"] if _plain(f)]
            hits = sum(value in found[k] for value, k in wanted)
            print(f"  {name:<12}{language:<4}{hits / len(wanted):>6.3f}{spent * 1000 / len(own):>8.2f}")


def _plain(figure: dict[str, Any]) -> bool:
    return figure.get("value") is not None and not figure.get("derived") and figure["kind"] != "share"


def _finders(reader: extract.Extractor) -> Iterator[tuple[str, tuple[str, ...], Finder]]:
    yield "monitor", ("en", "es", "uk", "ru"), lambda t, c: {n.value for n in _read(reader, t, c).numbers if n.value}
    with suppress(ImportError):
        from text_to_num import alpha2digit

        yield "text2num", ("en", "es"), lambda t, c: _digits(alpha2digit(t, c))
    with suppress(ImportError):
        from quantulum3 import classifier, parser

        classifier.USE_CLF = False  # its pickled units want an older scikit-learn; numbers do without
        yield "quantulum3", ("en",), lambda t, _: {float(q.value) for q in parser.parse(t)}


def _digits(text: str) -> set[float]:
    runs = re.findall(r"\d+(?:[ ,.\u00a0\u202f]\d{3})*(?:[.,]\d+)?", text)
    return {float(re.sub(r"[ ,.\u00a0\u202f]", "", run)) for run in runs}


if __name__ == "__main__":
    main()
