"""A fact-checker's answer does not contradict itself."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import pytest

from monitor.cli import _answer

DAY = date(2025, 3, 20)


@pytest.mark.parametrize(
    ("changed", "replaced_by", "told"),
    [
        (DAY, None, "2025-03-20: it stands since it was first said"),
        (DAY, "260,000-700,000", "2025-03-20"),
        (date(2025, 6, 1), None, "2025-06-01"),
        (None, None, None),
    ],
)
def test_what_was_replaced_does_not_stand(changed: date | None, replaced_by: str | None, told: str | None) -> None:
    found = SimpleNamespace(last_changed=changed, since=DAY, replaced_by=replaced_by)
    assert _answer._changed(found) == told  # type: ignore[arg-type]
