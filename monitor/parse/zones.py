"""The zone an outlet keeps, as the data for the scripts of its page name it (issue 6)."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["named_offset"]

_BEHIND, _AHEAD = ("America", "Pacific"), ("Europe", "Asia", "Africa", "Australia", "Pacific")
_NOON = 12
_ZONE = re.compile(
    r'"(?:[tT]ime_?[zZ]one|tz)\\*"\s*:\s*(?:\{[^{}]{0,80}?:\s*)?'
    rf'\\*"((?:{"|".join((*_BEHIND, *_AHEAD))})\\*/[A-Z][A-Za-z_/\\]+?)\\*"'
)
"""A zone under a key of that name, or within the small object under it."""


def named_offset(markup: str, when: datetime) -> int | None:
    """Minutes east of UTC at `when` in the one zone that data of `markup` name as such, if it may be another day there;
    None where they name none, several, or one that is not known here, and where no year holds the moment."""
    if not any(map(markup.__contains__, _BEHIND if when.hour < _NOON else _AHEAD)):
        return None
    names = {name.replace("\\", "") for name in _ZONE.findall(markup)}
    if len(names) != 1:
        return None
    try:
        ahead = when.astimezone(ZoneInfo(names.pop())).utcoffset()
    except (ZoneInfoNotFoundError, ValueError, OverflowError, OSError):
        return None
    return round(ahead.total_seconds() / 60) if ahead is not None else None
