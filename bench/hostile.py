"""Pages made to stop a reader: CPU seconds, most memory, and what comes of each. ``python bench/hostile.py``.

Every page is read in a process of its own; memory is the most that process ever held, the interpreter included.
Exits with 1 if one takes over two seconds, over 150 MB, or ends in anything but an article or a refusal in one line.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from monitor.errors import PageError
from monitor.parse import parse

PROSE = "The commission heard on the third day how the children were listed and by whom they were taken. "


def page(inside: str) -> bytes:
    return b"<!DOCTYPE html><html lang=en><body><h1>Who kept the lists</h1>" + inside.encode()


ROWS: dict[str, Callable[[], bytes]] = {
    "100,000 links": lambda: page("".join(f"<a href=/{n}>link {n}</a> " for n in range(100_000))),
    "50,000 paragraphs": lambda: page(f"<p>{PROSE}</p>" * 50_000),
    "20,000 paragraphs": lambda: page(f"<p>{PROSE}</p>" * 20_000),
    "80,000 nested div": lambda: page("<div>" * 80_000 + PROSE),
    "3,900 nested div": lambda: page("<div>" * 3_900 + PROSE),
    "100,000 attributes": lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>{PROSE}</p>"),
    "50 MB": lambda: PROSE.encode() * (50_000_000 // len(PROSE)),
    "7 MB in paragraphs": lambda: page(f"<p>{PROSE * 50}</p>" * 1_450),
    "1 MB on one line": lambda: page(f"<p>{PROSE * (1_000_000 // len(PROSE))}</p>"),
    "1 MB without a space": lambda: page(f"<p>{'children' * 125_000}</p>"),
    "invalid bytes": lambda: page(f"<p>{PROSE * 20}</p>").replace(b"third", b"\xff\xfe\x80\xc3("),
    "nothing but <": lambda: b"<" * 1_000_000,
    "a comment without end": lambda: page("<!-- " + PROSE * 10_000),
    "29,000 headings": lambda: page("".join(f"<h2><span>A {n}</span><span>day</span></h2>" for n in range(29_000))),
}


def measure(name: str) -> None:
    """Read one page; print CPU seconds, MB and what came of it."""
    body = ROWS[name]()
    begin = time.process_time()
    try:
        article = parse(body, url="https://news.example.org/a.html")
        outcome = f"{article.kind}, {len(article.text)} characters"
    except PageError as error:
        outcome = f"refused: {error.message if hasattr(error, 'message') else error}".splitlines()[0]
    seconds = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.2f}\t{peak:.0f}\t{outcome}")


def main() -> int:
    bad = 0
    print("page                     seconds     MB  outcome")
    for name in ROWS:
        done = subprocess.run([sys.executable, __file__, name], capture_output=True, text=True)
        seconds, peak, outcome = (done.stdout.strip() or f"0\t0\tended with {done.returncode}").split("\t")
        bad += done.returncode != 0 or float(seconds) > 2 or float(peak) > 150
        print(f"{name:24s} {seconds:>7s} {peak:>6s}  {outcome[:90]}")
    return bad > 0


if __name__ == "__main__":
    sys.exit(measure(sys.argv[1]) if len(sys.argv) > 1 else main())
