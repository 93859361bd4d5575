"""Dates as feeds and pages write them -> instants. What cannot be read for certain is None, never a guess.

RFC 822 and 2822, RFC 3339 and ISO 8601 (week and ordinal days too), asctime, day and month names in a score of
languages, numeric dates whose order is certain, seconds or milliseconds since 1970.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache

from monitor.feeds._zones import MONTHS, OFFSETS, US_ZONES, WEEKDAYS

__all__ = ["parse_date"]

_ENGLISH = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name.capitalize(): f"{MONTHS[name]:02}" for name in _ENGLISH.split()}
_FIGURES = re.compile(r"([+-])(\d\d):?(\d\d)\Z", re.ASCII)
_FRACTION = re.compile(r"\.\d+([Z+-].*)\Z", re.S)
_ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[Tt ,_]{1,3}(\d\d?):(\d\d)(?::(\d\d)(?:[.,:]\d+)?)?\s*(.*))?\Z", re.S)
_COMPACT = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[Tt ]?(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(\D.*)?\Z")
_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-?(\d))?(?:T(.+))?\Z")
_ORDINAL = re.compile(r"(\d{4})-?(\d{3})(?:T(.+))?\Z")
_EPOCH = re.compile(r"(\d{9,10})(?:\.\d+)?\Z|(\d{12,13})\Z|(\d{15,16})\Z")
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d\d?)\s*[月월]\s*(\d\d?)\s*[日일号]?")
_TIME = re.compile(
    r"(?<![\d:.+-])(\d\d?)(?:[:時点시h](\d\d)(?:[:分분](\d\d)(?:[.,]\d+)?)?)?\s*([ap])\.?\s?m\b\.?"
    r"|(?<![\d:.+-])(\d\d?)[:時点시h]\s?(\d\d)(?:[:分분]\s?(\d\d)(?:[.,]\d+)?|[分분])?(?![\d:])",
    re.I,
)
_OFFSET = re.compile(r"(?:(?:utc|gmt|ut|z)\s?)?([+\-−–])\s?(\d{1,2})(?::?(\d\d))?(?::?00)?", re.I)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{2,4})(?!\d)")
_WORD = re.compile(r"\d+|[^\W\d_]+(?:['’][^\W\d_]+)?")
_HOUR = re.compile(r"(\d{4}-\d\d-\d\dT\d\d)(Z|[+-]\d\d(?::?\d\d)?)?\Z")
_CROATIAN = re.compile(r"\d\.\s?listopada\b", re.I)
"""After a day with a dot this is October, in Croatian; without it November, in Polish."""
_ORDINAL_DAY = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|º|ª)\b", re.I)
_SKIPPED = (
    "de del di do da le el la il den at um à a las alle kl klo om o в о року год года г р um uhr hrs hr h the of on "
    "and published updated posted date time local standard daylight summer"
)
_FILLERS = frozenset(_SKIPPED.split())
_LATEST = 2100
_FARTHEST = timedelta(hours=14)


def parse_date(text: str | None, *, default_zone: tzinfo = UTC) -> datetime | None:
    """The instant that `text` names, in UTC and whole seconds; a day alone is its midnight.

    A time without zone is taken in `default_zone`. None for what is no date, whose zone or order of day and month is
    uncertain, or which lies before 1970 or after 2099 (placeholders such as year 1).
    """
    text = text.strip() if text else ""
    if not text or len(text) > 120:
        return None
    try:
        found = _mail(text) or _usual_iso(text)
    except (ValueError, OverflowError):
        found = None
    if found is None:
        found = _unusual(text, default_zone)
    return found if found and 1970 <= found.year < _LATEST else None


def _unusual(text: str, default: tzinfo) -> datetime | None:
    """A date in any other form, in UTC."""
    try:
        found = _iso(text, default) or _other(text, default)
        return found.astimezone(UTC) if found else None
    except (ValueError, OverflowError):
        return None


def _mail(text: str) -> datetime | None:
    """The usual form of RFC 822 (``Fri, 10 Oct 2025 12:00:00 GMT``), quickly: only with all its parts."""
    parts = text.split(" ")
    if len(parts) != 6:
        return None
    weekday, day, name, year, clock, zone = parts
    month, east = _MONTHS.get(name), _east(zone)
    if month is None or east is None or weekday[3:] != "," or len(clock) != 8:
        return None
    found = datetime.fromisoformat(f"{year}-{month}-{day}T{clock}+00:00")
    return found - east if east else found


def _usual_iso(text: str) -> datetime | None:
    """The usual form of RFC 3339, quickly: only with all its parts and a zone."""
    if len(text) < 20 or text[10] not in "Tt " or text[4] != "-":
        return None
    if text[19] == "." and (zone := _FRACTION.match(text, 19)):
        text = f"{text[:19]}{zone[1]}"
    east = _east(text[19:])
    if east is None:
        return None
    found = datetime.fromisoformat(f"{text[:19]}+00:00")
    return found - east if east else found


@lru_cache(256)
def _east(zone: str) -> timedelta | None:
    """How far east of UTC a zone in figures lies; None for one that is written otherwise or lies nowhere."""
    if zone in ("GMT", "UTC", "Z"):
        return timedelta(0)
    found = _FIGURES.match(zone)
    if not found or int(found[3]) > 59:
        return None
    east = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return None if east > _FARTHEST else east if found[1] == "+" else -east


def _instant(
    year: int, month: int, day: int, hour: str | None, minute: str | None, second: str | None, zone: tzinfo
) -> datetime:
    """The instant; 24:00:00 is the next midnight and a leap second the next minute. ValueError when out of range."""
    hours, minutes, seconds = int(hour or 0), int(minute or 0), int(second or 0)
    if hours > 24 or (hours == 24 and (minutes or seconds)) or seconds > 60:
        raise ValueError("no such time")
    if hours < 24 and seconds < 60:
        return datetime(year, month, day, hours, minutes, seconds, tzinfo=zone)
    return datetime(year, month, day, hours % 24, minutes, tzinfo=zone) + timedelta(days=hours // 24, seconds=seconds)


def _fixed(sign: str, hours: str, minutes: str | None) -> tzinfo:
    """A zone so far east (``+``) or west of UTC. ValueError beyond 14 hours, where no place lies."""
    east = 60 * int(hours) + int(minutes or 0)
    if east > 14 * 60 or int(minutes or 0) > 59:
        raise ValueError("no such zone")
    return timezone(timedelta(minutes=east if sign == "+" else -east))


def _iso(text: str, default: tzinfo) -> datetime | None:
    found = _ISO.match(text)
    if found:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _at(day, found[4], found[5], found[6], found[7] or "", default)
    if (found := _EPOCH.match(text)) and not (found[2] and _plausible(text)):
        return datetime.fromtimestamp(_seconds(found), UTC)
    if (found := _COMPACT.match(text)) and int(found[1]) > 1900:
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _at(day, found[4], found[5], found[6], found[7] or "", default)
    return _iso_day(text, default)


def _plausible(text: str) -> bool:
    """Whether twelve digits are year, month, day, hour and minute rather than milliseconds."""
    return len(text) == 12 and 1990 <= int(text[:4]) < _LATEST and 1 <= int(text[4:6]) <= 12


def _seconds(found: re.Match[str]) -> int:
    return int(found[1]) if found[1] else int(found[2]) // 1000 if found[2] else int(found[3]) // 1_000_000


def _iso_day(text: str, default: tzinfo) -> datetime | None:
    """Week days, ordinal days, days and months of ISO 8601 without hyphens or parts."""
    if found := _WEEK.match(text):
        return _with_time(date.fromisocalendar(int(found[1]), int(found[2]), int(found[3] or 1)), found[4], default)
    if found := re.match(r"(\d{4})-?(\d\d)-?(\d\d)\Z", text):
        return _midnight(date(int(found[1]), int(found[2]), int(found[3])), default)
    if found := _ORDINAL.match(text):
        first = date(int(found[1]), 1, 1)
        day = first + timedelta(days=int(found[2]) - 1)
        return _with_time(day, found[3], default) if day.year == first.year else None
    if found := _HOUR.match(text):
        return _iso(f"{found[1]}:00{found[2] or ''}", default)
    if found := re.match(r"(\d{4})(?:-(\d\d))?\Z", text):
        return _midnight(date(int(found[1]), int(found[2] or 1), 1), default)
    return None


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone)


def _with_time(day: date, rest: str | None, default: tzinfo) -> datetime | None:
    return _iso(f"{day.isoformat()}T{rest}", default) if rest else _midnight(day, default)


def _at(
    day: date, hour: str | None, minute: str | None, second: str | None, rest: str, default: tzinfo
) -> datetime | None:
    """`day` at a time, in the zone that `rest` names; None when it names one that is not known."""
    half = re.match(r"([ap])\.?\s?m\b\.?\s*", rest, re.I)
    if half and hour:
        rest, hour = rest[half.end() :], _of_24(hour, half[1])
    zone = _zone(rest, default, day) if rest else default
    return _instant(day.year, day.month, day.day, hour, minute, second, zone) if zone else None


def _of_24(hour: str, half: str) -> str:
    """The hour of a clock of twelve hours on one of twenty-four."""
    value = int(hour)
    if value > 12 or (value == 0 and half.lower() == "p"):
        if value > 12:
            return hour
        raise ValueError("no such hour")
    return str(value % 12 + (12 if half.lower() == "p" else 0))


def _zone(text: str, default: tzinfo, day: date) -> tzinfo | None:
    """The zone that `text` names ("+0300", "GMT+3", "EEST", "(Kyiv)" after an offset); None when it is not known."""
    text = text.strip()
    offset = _OFFSET.search(text)
    if offset:
        return _fixed("+" if offset[1] == "+" else "-", offset[2], offset[3])
    names = [name for name in re.findall(r"[^\W\d_]+", text.lower()) if name not in _FILLERS]
    if not names:
        return default if not re.search(r"\d", text) else None
    for name in names:
        if name in OFFSETS:
            return timezone(timedelta(minutes=OFFSETS[name]))
        if name in US_ZONES:
            return timezone(timedelta(minutes=US_ZONES[name] + 60 * _us_summer(day)))
    return None


def _us_summer(day: date) -> bool:
    """Whether North America keeps summer time on `day`: second Sunday of March to first of November (since 2007)."""
    start = next(date(day.year, 3, d) for d in range(8, 15) if date(day.year, 3, d).weekday() == 6)
    end = next(date(day.year, 11, d) for d in range(1, 8) if date(day.year, 11, d).weekday() == 6)
    return start <= day < end


def _other(text: str, default: tzinfo) -> datetime | None:
    """Dates with month names, numeric dates, asctime: the time is taken out first, then the day, then the zone."""
    clock = _TIME.search(text)
    before, after = (text[: clock.start()], text[clock.end() :]) if clock else (text, "")
    day, rest = _day(before)
    if day is None and after:
        (day, after), rest = _day_after(before, after), ""
    if day is None:
        return None
    zone_text = f"{after} {rest}" if clock else rest
    hour, minute, second = _clock(clock) if clock else (None, None, None)
    if clock is None and not _only_fillers(rest):
        return None
    return _at(day, hour, minute, second, zone_text, default)


def _only_fillers(rest: str) -> bool:
    words = _WORD.findall(rest.lower())
    return all(word in _FILLERS or word in WEEKDAYS or word in OFFSETS for word in words)


def _clock(found: re.Match[str]) -> tuple[str, str | None, str | None]:
    if found[4]:
        return _of_24(found[1], found[4]), found[2], found[3]
    return found[5], found[6], found[7]


def _day_after(before: str, after: str) -> tuple[date | None, str]:
    """The day where the time stands in its middle (asctime: ``Oct 10 12:00:00 GMT 2025``) or before it."""
    year = re.search(r"(?<![\d+-])(19[7-9]\d|20\d\d)(?!\d)", after)
    if year and before.strip():
        day, rest = _day(f"{before} {year[0]}")
        if day:
            return day, f"{after[: year.start()]} {after[year.end() :]} {rest}"
    return _day(f"{after} {before}")


def _day(text: str) -> tuple[date | None, str]:
    """The day in `text`, and what else stands there."""
    if found := _CJK.search(text):
        return date(int(found[1]), int(found[2]), int(found[3])), text[found.end() :]
    if found := _NUMERIC.search(text):
        return _numeric(found), f"{text[: found.start()]} {text[found.end() :]}"
    return (None, text) if _CROATIAN.search(text) else _named(_ORDINAL_DAY.sub("", text))


def _numeric(found: re.Match[str]) -> date | None:
    """A date of three numbers; None when day and month could change places."""
    first, mark, middle, last = found[1], found[2], int(found[3]), found[4]
    if len(first) == 4:
        return date(int(first), middle, int(last)) if len(last) <= 2 else None
    if len(first) > 2 or len(last) == 3:
        return None
    year, day = _year(last), int(first)
    if mark == "." or day > 12 or day == middle:
        return date(year, middle, day)
    return date(year, day, middle) if middle > 12 else None


def _year(digits: str) -> int:
    """The year of two, three or four digits as RFC 2822, 4.3 reads it."""
    value = int(digits)
    if len(digits) >= 4:
        return value
    return value + (2000 if value < 50 else 1900)


def _named(text: str) -> tuple[date | None, str]:
    """A day with a month's name: the number beside the name is the day, the other the year."""
    words = _WORD.findall(text)
    months = [i for i, word in enumerate(words) if word.lower() in MONTHS and _beside_number(words, i)]
    if not months:
        return None, text
    at = months[-1] if words[months[0]].lower() in WEEKDAYS else months[0]
    numbers = [i for i, word in enumerate(words) if word.isdigit() and len(word) <= 4]
    year_at = next((i for i in numbers if len(words[i]) == 4), None)
    days = [i for i in numbers if i != year_at and len(words[i]) <= 2]
    if year_at is None and len(days) == 2:
        year_at = days.pop()
    if year_at is None or len(days) != 1:
        return None, text
    rest = " ".join(w for i, w in enumerate(words) if i not in (at, year_at, days[0]) and w.lower() not in WEEKDAYS)
    return date(_year(words[year_at]), MONTHS[words[at].lower()], int(words[days[0]])), rest


def _beside_number(words: list[str], at: int) -> bool:
    """Whether a number stands next to the word, fillers ("de") skipped."""
    for step in (-1, 1):
        near = at + step
        while 0 <= near < len(words) and words[near].lower() in _FILLERS:
            near += step
        if 0 <= near < len(words) and words[near].isdigit():
            return True
    return False
