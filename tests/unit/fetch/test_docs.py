"""docs/fetching.md explains every outcome."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from monitor.model import Outcome


def test_the_table_has_every_outcome_and_no_other() -> None:
    page = Path(__file__).parents[3] / "docs" / "fetching.md"
    rows = re.findall(r"^\| `(\w+)` \|", page.read_text(encoding="utf-8"), re.M)
    assert sorted(rows) == sorted(get_args(Outcome))
