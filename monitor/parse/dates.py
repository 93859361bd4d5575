"""Dates as pages print them: ISO 8601, RFC 822, numbers in the order of the language, month names, dates in
addresses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache

from monitor.parse._months import MONTHS

__all__ = ["Stamp", "find_date", "post_moment", "read_stamp", "url_date"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment as printed. `clock` tells whether a time of day was given, `offset` the stated zone in minutes east
    of UTC."""

    when: datetime
    clock: bool = False
    offset: int | None = None


_ISO = re.compile(
    r"^\W*(\d{4})-?(\d{2})-?(\d{2})(?:[T\s_,-]+(\d{1,2})[:.]?(\d{2})(?:[:.]?(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT"
    r"|[+-]\d{2}:?\d{2}|[+-]\d{1,2}\b|[A-Z]{3,4}\b)?)?"
)
_NUMERIC = re.compile(r"(?<![\d.,/-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4})(?![\d/-])")
_SHORT_YEAR = re.compile(r"(?<![\d.,/-])(\d{1,2})([./])(\d{1,2})\2(\d{2})(?![\d./-])")
_YEAR_FIRST = re.compile(
    r"(?<![\d.,/-])(20\d{2}|19[89]\d)([./-])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"|(20\d{2})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]"
)
_NAMED = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[\s\u00a0]*(?:de |of "
    r"|-)?[\s\u00a0]*(?:[^\W\d_]{3,12}\s?/\s?)?([^\W\d_]{3,12})\.?[\s\u00a0]*,?(?:de |del |-)?"
    r"[\s\u00a0]*(20\d{2}|19[89]\d)(?!\d(?!\d?:\d\d))"
    r"|(?<!\w)([^\W\d_]{3,12})\.?[\s\u00a0]+(\d{1,2})(?:st|nd|rd|th)?,?[\s\u00a0]+(20\d{2}|19[89]\d)(?!\d)"
)
_YEARLY = re.compile(r"\d{4}|\d[./]\d{1,2}[./]\d\d")
"""One of these is in whatever _NAMED, _YEAR_FIRST, _NUMERIC and _SHORT_YEAR find."""

_CLOCK = re.compile(
    r"^.{0,24}?(?<![\d:.])(\d{1,2})(?:[:.h]|\.)(\d{2})(?::(\d{2}))?\s*([ap])?\.?(?:m\b\.?)?(?:\s*\(?(Z|UTC|GMT"
    r"|[+-]\d{2}:?\d{2}|[A-Z]{2,4})\b)?",
    re.I | re.S,
)
_EPOCH = re.compile(r"^\s*(\d{10})(\d{3})?\s*$")
_URL = re.compile(
    r"[/_.=-](20[0-3]\d|199\d)[/_.-]?(0[1-9]|1[0-2])[/_.-]?(0[1-9]|[12]\d|3[01])(?=[/_.\-?&a-z]|$|\d{4,6}\b)"
    r"|/(20[0-3]\d)/([1-9]|1[0-2])/([1-9]|[12]\d|3[01])(?=/)|/(20[0-3]\d)/([a-z]{3,9})/(\d{1,2})(?=/)", re.I,
)  # fmt: skip
_X_POST = re.compile(r"//(?:www\.|mobile\.|m\.)?(?:twitter|x)\.com/(?:\w+|i/web)/status(?:es)?/(\d{16,19})(?!\d)", re.I)
_MASTODON_POST = re.compile(r"^https?://[^/]+/(?:@[\w.@-]+|users/\w+)/(?:posts/|statuses/)?(\d{18})(?![\d/])", re.I)
_X_EPOCH = 1_288_834_974_657
"""Milliseconds: the first moment that the number of a post on X can tell."""

_ZONES = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180,
    "msk": 180, "trt": 180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420,
    "et": -300, "pt": -480, "jst": 540, "kst": 540, "ist": 330, "aest": 600, "aedt": 660, "brt": -180, "art": -180,
}  # fmt: skip
_FIRST = 1990
_STATED = 120
"""A moment takes no more characters."""


def read_stamp(text: str | None) -> Stamp | None:
    """The moment that `text` (an attribute or a JSON value) states; None when it states none, the epoch or nonsense."""
    return _stated(text) if text and len(text) <= _STATED else None


@lru_cache(maxsize=256)
def _stated(text: str) -> Stamp | None:
    """`read_stamp` of a text that is short: a page says most stamps more than once."""
    if epoch := _EPOCH.match(text):
        return _from_epoch(int(epoch[1]))
    found = _ISO.match(text)
    if found:
        y, m, d, hh, mm, ss, zone = found.groups()
        return _stamp(int(y), int(m), int(d), hh, mm, ss, zone)
    return find_date(text)


def find_date(text: str, *, month_first: bool = False, short_year: bool = False) -> Stamp | None:
    """First date printed in running `text`, with the time of day that follows it, if any. `month_first` reads 3/4/2025
    as the fourth of March, `short_year` also 23.09.22 as a day of 2022."""
    if not _YEARLY.search(text):
        return None
    named = next((s for m in _NAMED.finditer(text) if (s := _named(m, text))), None)
    if named:
        return named
    if found := _YEAR_FIRST.search(text):
        y, m, d = (found[1], found[3], found[4]) if found[1] else (found[5], found[6], found[7])
        return _with_clock(int(y), int(m), int(d), text[found.end() :])
    if found := _NUMERIC.search(text) or (_SHORT_YEAR.search(text) if short_year else None):
        a, b, y = int(found[1]), int(found[3]), int(found[4])
        y += 2000 if y < 100 else 0
        day, month = (b, a) if (month_first and found[2] == "/" and a <= 12) or b > 12 else (a, b)
        return _with_clock(y, month, day, text[found.end() :])
    return None


def url_date(url: str) -> Stamp | None:
    """The day written into an address: /2025/10/10/, -20251010, /2025/oct/10/."""
    for found in _URL.finditer(url):
        g = found.groups()
        y, m, d = g[0:3] if g[0] else g[3:6] if g[3] else (g[6], str(MONTHS.get(g[7].lower(), 0)), g[8])
        if stamp := _stamp(int(y), int(m), int(d), None, None, None, None):
            return stamp
    return None


def post_moment(url: str) -> Stamp | None:
    """The moment that the number in the address of a post tells, in UTC: on X ("snowflake", 22 bits follow the
    milliseconds), on Mastodon and what is made of it, as Truth Social (16 bits follow them)."""
    if found := _X_POST.search(url):
        return _from_epoch(((int(found[1]) >> 22) + _X_EPOCH) // 1000)
    found = _MASTODON_POST.search(url)
    return _from_epoch(int(found[1]) // 65_536_000) if found else None


def _named(found: re.Match[str], text: str) -> Stamp | None:
    day, name, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
    month = MONTHS.get(name.lower())
    return _with_clock(int(year), month, int(day), text[found.end() :], text[: found.start()]) if month else None


def _with_clock(year: int, month: int, day: int, after: str, before: str = "") -> Stamp | None:
    clock = _CLOCK.match(after[:40])
    if clock is None and before:
        clock = _CLOCK.match(before[-16:])
    if not clock:
        return _stamp(year, month, day, None, None, None, None)
    hour = int(clock[1]) % 12 + 12 * (clock[4] in "pP") if clock[4] else int(clock[1])
    return _stamp(year, month, day, str(hour), clock[2], clock[3], clock[5]) or _stamp(
        year, month, day, None, None, None, None
    )


def _stamp(y: int, m: int, d: int, hh: str | None, mm: str | None, ss: str | None, zone: str | None) -> Stamp | None:
    offset = _offset(zone)
    try:
        tz = UTC if not offset else timezone(timedelta(minutes=offset))
        when = datetime(y, m, d, int(hh or 0), int(mm or 0), min(int(ss or 0), 59), tzinfo=tz)
        return Stamp(when.astimezone(UTC), hh is not None, offset) if y >= _FIRST else None
    except (ValueError, OverflowError):
        return None


def _offset(zone: str | None) -> int | None:
    if not zone:
        return None
    if zone[0] in "+-":
        digits = zone[1:].replace(":", "")
        minutes = int(digits[:2]) * 60 + int(digits[2:4] or 0)
        return (-minutes if zone[0] == "-" else minutes) if minutes < 900 else None
    return _ZONES.get(zone.lower())


def _from_epoch(seconds: int) -> Stamp | None:
    when = datetime.fromtimestamp(seconds, UTC)
    return Stamp(when, True, 0) if when.year >= _FIRST and seconds > 10**8 else None
