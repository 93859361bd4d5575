"""kill -9 at random moments of a running catch-up and daemon: `make chaos`. Fails when anything is lost or doubled.

python bench/chaos.py [--cycles 200] [--seed 1]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.doubles.chaos import Damage, chaos


def main() -> int:
    """Print a line per round; 1 when something was damaged."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cycles", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        damage = chaos(Path(folder), given.cycles, given.seed, tell)
    return int(not damage.none)


def tell(damage: Damage) -> None:
    """One line: the sums so far."""
    print(f"{damage.killed} killed, {damage.rounds} rounds, {len(damage.unclean)} findings of verify, "
          f"lost {damage.lost}, doubled {damage.doubled}", flush=True)  # fmt: skip
    for finding in damage.unclean:
        print(f"  {finding}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
