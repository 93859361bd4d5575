"""What a daemon knows of itself while it runs, and when that is well."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Vitals"]

SILENT = 30.0
"""Seconds without a beat after which the daemon is not well: it beats at least every second."""


@dataclass
class Vitals:
    """When the metronome last beat (monotonic seconds), what was done since the start, and what the database said when
    it last refused to be written (empty once it was written again)."""

    beaten: float = field(default_factory=time.monotonic)
    counts: Counter[str] = field(default_factory=Counter)
    trouble: str = ""

    def problems(self, pulse: Mapping[str, Any] | None) -> Iterator[str]:
        """What is not well, a line each; `pulse` is what the database answered, None when it did not."""
        if (silent := time.monotonic() - self.beaten) > SILENT:
            yield f"no beat for {silent:.0f} s"
        if pulse is None:
            yield "the database does not answer"
        if self.trouble:
            yield self.trouble
