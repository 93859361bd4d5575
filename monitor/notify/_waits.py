"""How long a delivery waits after a failure."""

from __future__ import annotations

from datetime import timedelta

__all__ = ["wait"]

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=6)


def wait(attempts: int, retry_after: float | None) -> timedelta:
    """How long to wait after failure number `attempts` (from 0): doubling from 5 s to 6 h, or longer if asked to."""
    doubled = min(FIRST_WAIT * int(2 ** min(attempts, 16)), LONGEST_WAIT)
    return max(doubled, min(timedelta(seconds=retry_after), LONGEST_WAIT)) if retry_after else doubled
