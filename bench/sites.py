"""Which part of the saved pages a site belongs to, so that what was learned is measured on sites not seen."""

from __future__ import annotations

from urllib.parse import urlsplit
from zlib import crc32


def fold(url: str) -> int:
    """0..4 by the last two labels of the host, so that a site never stands on both sides."""
    host = (urlsplit(url).hostname or url).split(".")
    return crc32(".".join(host[-2:] if len(host[-2]) > 3 or len(host) < 3 else host[-3:]).encode()) % 5
