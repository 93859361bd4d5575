"""Memory, descriptors and threads over simulated hours of many feeds: `make soak`. Fails when something grows.

    python bench/soak.py [--feeds 1000] [--hours 24]

After the warm-up (a quarter of the time) the process may grow by 5 MB and by no thread, and by no descriptor
beyond the connections that are kept open (issue 7).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.doubles.soaking import KEPT, Held, soak

GROWTH = 5.0


def main() -> int:
    """Print a line per simulated hour and what grew; 1 when it was too much."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--feeds", type=int, default=1000)
    options.add_argument("--hours", type=int, default=24)
    given = options.parse_args()
    print("hour  own MB  workers and server MB  descriptors  threads   polls  articles  flags")
    with tempfile.TemporaryDirectory() as folder:
        held = soak(Path(folder), given.feeds, given.hours, tell)
    warm, last = held[len(held) // 4], held[-1]
    grown = last.own - warm.own
    leaked = max(0, last.descriptors - warm.descriptors - KEPT) + last.threads - warm.threads
    print(f"grown after the warm-up: {grown:.1f} MB, {leaked} descriptors or threads")
    return int(grown > GROWTH or leaked > 0)


def tell(held: Held) -> None:
    """One line."""
    print(f"{held.hour:4} {held.own:7.1f} {held.children:22.1f} {held.descriptors:12} {held.threads:8} {held.polls:7} "
          f"{held.articles:9} {held.flags:6}", flush=True)  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
