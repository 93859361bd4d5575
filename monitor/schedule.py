"""When to look again (pure): every decision takes `now` and the feed's state and gives the next state (issue 5).

A feed is never given up. Its interval follows its own rhythm, within what it asks for and what the configuration
allows; failures wait longer and longer, up to a day; what a server asks for in Retry-After always holds.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from itertools import pairwise
from statistics import median
from typing import Final

from monitor.model import Answer, Entry, FeedDocument, FeedState, Validators

__all__ = [
    "REREADS",
    "Alarm",
    "Gap",
    "IntervalLimits",
    "alarm",
    "forgive",
    "gap",
    "next_state",
    "request_validators",
    "reread_at",
    "settle",
]

DAY: Final = 86_400.0
WEEK: Final = 7 * DAY
REREADS: Final = (3_600.0, 21_600.0, DAY, WEEK)
"""Ages at which an article is read again, in seconds since it was first seen: figures get edited silently."""

_ALARM_FAILURES = 5
_ALARM_RHYTHMS = 12.0
_JITTER = 0.1
_MOVE_POLLS = 3
_MOVE_SECONDS = 2 * DAY
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SOONEST_DATE = datetime(1995, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class IntervalLimits:
    """Bounds of the interval between two polls, in seconds. `first` holds until the rhythm is known.

    `shortest` and `longest` clamp whatever feed and servers say; `backoff` is the longest wait after failures.
    """

    shortest: float = 300.0
    longest: float = DAY
    first: float = 900.0
    backoff: float = DAY

    def clamp(self, seconds: float) -> float:
        """`seconds` within the limits."""
        return max(self.shortest, min(seconds, self.longest))


@dataclass(frozen=True, slots=True)
class Gap:
    """A window of time in which entries came and went unseen: after `start`, before `end`."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Alarm:
    """What is wrong with a feed (`kind`: silent, or the outcome that keeps coming) and since when."""

    kind: str
    since: datetime


# ---------------------------------------------------------------- before a poll


def request_validators(state: FeedState, now: datetime) -> Validators | None:
    """What to send along, or None for a full fetch: once a day, and always when the server's validators lied."""
    if not state.trusted or state.validators == Validators() or state.full_at is None:
        return None
    age = (now - state.full_at).total_seconds()
    return state.validators if -3_600 < age < DAY else None


def settle(state: FeedState, now: datetime, limits: IntervalLimits, *, window: float = 60.0) -> FeedState:
    """`state` after a pause or a step of the clock: still due once, at a time of its own within `window` seconds.

    A last poll in the future comes from a clock that was set back: a Retry-After then counts from now, since nobody
    knows how much of it is over. A due time long past comes from a suspended machine. Anything else stays as it is.
    """
    stepped_back = state.last_poll is not None and state.last_poll > now
    overdue = (now - state.due).total_seconds() > max(2 * state.interval, window)
    if not stepped_back and not overdue:
        return state
    spread = now + timedelta(seconds=_share(state.url) * min(window, state.interval, limits.longest))
    not_before = state.not_before
    if stepped_back and state.last_poll and not_before:
        not_before = now + min(max(not_before - state.last_poll, timedelta()), timedelta(seconds=DAY))
    last_poll = min(state.last_poll, now) if state.last_poll else None
    return replace(state, due=max(spread, not_before or spread), not_before=not_before, last_poll=last_poll)


def forgive(state: FeedState, now: datetime, *, window: float = 60.0) -> FeedState:
    """`state` after our own network was away: failures without any answer do not count, it is due soon."""
    if not state.failures or state.last_outcome != "down" or (state.not_before and state.not_before > now):
        return state
    soon = now + timedelta(seconds=_share(state.url) * min(window, state.interval))
    return replace(state, due=min(state.due, soon), failures=0)


# ---------------------------------------------------------------- after a poll


def next_state(
    state: FeedState,
    answer: Answer,
    document: FeedDocument | None,
    *,
    now: datetime,
    new_entries: int,
    limits: IntervalLimits,
    overlap: bool,
) -> FeedState:
    """The feed's state after one poll.

    `document` is what the answer's body said (None: unchanged, failed, or unreadable), `new_entries` how many entries
    were not known before, `overlap` whether any was. An "ok" answer without a document counts as a failure and its
    validators are not kept: they would hide the entries that could not be read.
    """
    state = replace(state, last_poll=now, last_outcome=answer.outcome)
    if answer.outcome == "not_modified":
        return _unchanged(state, answer, now, limits)
    if answer.outcome == "ok" and document is not None:
        return _changed(state, answer, document, now, new_entries, limits, overlap)
    return _failed(state, answer, now, limits)


def _unchanged(state: FeedState, answer: Answer, now: datetime, limits: IntervalLimits) -> FeedState:
    """Nothing new: the interval may grow towards what the rhythm allows, and never shrinks (ttl is not repeated)."""
    wanted = _wanted(state.rhythm, state.last_new, state.interval, now)
    grown = max(state.interval, min(wanted, state.interval * 1.25), _asked_by(answer, state.url))
    kept = Validators(
        answer.validators.etag or state.validators.etag,
        answer.validators.last_modified or state.validators.last_modified,
    )
    state = replace(state, validators=kept, interval=limits.clamp(grown))
    return _due_after(_succeeded(state, answer, now), now, limits)


def _changed(
    state: FeedState,
    answer: Answer,
    document: FeedDocument,
    now: datetime,
    new_entries: int,
    limits: IntervalLimits,
    overlap: bool,
) -> FeedState:
    digest = hashlib.sha256(answer.body).hexdigest()
    times = _times(document.entries, now)
    rhythm = _rhythm(times) or state.rhythm
    last_new = now if new_entries else state.last_new
    newest = times[-1] if times else last_new
    wanted = _wanted(rhythm, newest, _drifted(state, new_entries, limits), now)
    wanted = min(wanted, _window(times, len(document.entries)))
    if not overlap:
        wanted = min(wanted, state.interval / 2)
    asked = max(_asked_in(document, state.url), _asked_by(answer, state.url))
    state = replace(
        state,
        trusted=state.trusted and not _lied(state, answer.validators, digest, new_entries),
        validators=answer.validators,
        body_sha256=digest,
        full_at=now,
        last_new=last_new,
        rhythm=rhythm,
        interval=limits.clamp(max(wanted, asked)),
        skip_hours=document.hints.skip_hours,
        skip_days=document.hints.skip_days,
    )
    return _due_after(_succeeded(state, answer, now), now, limits)


def _succeeded(state: FeedState, answer: Answer, now: datetime) -> FeedState:
    state = replace(state, failures=0, not_before=None, gone_since=None, last_success=now)
    return _moved(state, answer, now)


def _failed(state: FeedState, answer: Answer, now: datetime, limits: IntervalLimits) -> FeedState:
    """Twice as long after each failure, to a day; a week after 410; never before the time the server named.

    Where it names one, that replaces the first three doublings: it knows best, and waiting longer misses entries.
    """
    failures = state.failures + 1
    gone = answer.outcome == "gone"
    not_before = _not_before(answer, now)
    doublings = min(failures if not_before is None else max(0, failures - 3), 30)
    backoff = min(limits.clamp(state.interval) * 2.0**doublings, limits.backoff)
    wait = WEEK if gone else max(min(backoff * _factor(state.url), limits.backoff), limits.shortest)
    due = now + timedelta(seconds=wait)
    return replace(
        state,
        failures=failures,
        not_before=not_before,
        due=max(due, not_before) + timedelta(seconds=_share(state.url)) if not_before else due,
        gone_since=(state.gone_since or now) if gone else None,
    )


def _not_before(answer: Answer, now: datetime) -> datetime | None:
    """Until when the server asked to be left alone; more than a day is not granted, since nobody means it."""
    if not answer.retry_after:
        return None
    return now + timedelta(seconds=min(answer.retry_after, DAY))


def _lied(state: FeedState, validators: Validators, digest: str, new_entries: int) -> bool:
    """True when another body came under the same validator; a weak one may stay for small changes (RFC 9110, 8.8.1)."""
    same = validators != Validators() and validators == state.validators
    if not same or state.body_sha256 in (None, digest):
        return False
    strong = validators.etag is not None and not validators.etag.startswith("W/")
    return strong or new_entries > 0


def _moved(state: FeedState, answer: Answer, now: datetime) -> FeedState:
    """Follows a permanent redirect; adopts it after three agreeing polls over two days."""
    target = _permanent_target(answer)
    if target is None or target == state.url or not _adoptable(state.url, target):
        return replace(state, moved_to=None, moved_since=None, moved_polls=0)
    if target != state.moved_to or state.moved_since is None:
        return replace(state, moved_to=target, moved_since=now, moved_polls=1)
    polls = state.moved_polls + 1
    if polls >= _MOVE_POLLS and (now - state.moved_since).total_seconds() >= _MOVE_SECONDS:
        interval = state.interval * max(1.0, _factor(state.url) / _factor(target))  # the jitter is the address's own
        return replace(state, url=target, interval=interval, moved_to=None, moved_since=None, moved_polls=0)
    return replace(state, moved_polls=polls)


def _permanent_target(answer: Answer) -> str | None:
    """Where the permanent redirects at the beginning of the way lead; a temporary one ends what is permanent."""
    target = None
    for status, url in answer.redirects:
        if status not in (301, 308):
            break
        target = url
    return target


def _adoptable(url: str, target: str) -> bool:
    """Never from https to http, and never where the user's credentials would be lost or others' taken over."""
    authority = url.partition("//")[2].partition("/")[0] + target.partition("//")[2].partition("/")[0]
    return "@" not in authority and not (url.startswith("https:") and not target.startswith("https:"))


# ---------------------------------------------------------------- how long


def _due_after(state: FeedState, now: datetime, limits: IntervalLimits) -> FeedState:
    wait = limits.clamp(state.interval * _factor(state.url))
    return replace(state, due=_awake(now + timedelta(seconds=wait), state))


def _wanted(rhythm: float | None, newest: datetime | None, otherwise: float, now: datetime) -> float:
    """Half the feed's own rhythm (`otherwise` without one), and a twenty-fourth of its silence when that is longer."""
    silence = max(0.0, (now - newest).total_seconds()) if newest else 0.0
    return max(otherwise if rhythm is None else rhythm / 2, silence / 24)


def _drifted(state: FeedState, new_entries: int, limits: IntervalLimits) -> float:
    """Without dates: sooner when there was something new, later when there was nothing."""
    if state.last_success is None:
        return limits.first
    return state.interval * (0.67 if new_entries else 1.25)


def _times(entries: Sequence[Entry], now: datetime) -> list[datetime]:
    """Believable times of entries, oldest first."""
    latest = now + timedelta(days=1)
    found = (entry.published or entry.updated for entry in entries)
    return sorted(time for time in found if time is not None and _SOONEST_DATE < time < latest)


def _rhythm(times: Sequence[datetime]) -> float | None:
    """Median seconds between entries, from three entries on; None when they were all dated alike."""
    recent = times[-50:]
    if len(recent) < 3 or recent[0] == recent[-1]:
        return None
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(recent)]
    return median(gaps) or (recent[-1] - recent[0]).total_seconds() / len(gaps)


def _window(times: Sequence[datetime], size: int) -> float:
    """The longest wait that keeps a third of the feed's window: the least time that two thirds of it ever took."""
    steps = max(1, 2 * size // 3)
    if len(times) <= steps:
        return float("inf")
    spans = ((times[i + steps] - times[i]).total_seconds() for i in range(len(times) - steps))
    return min((span for span in spans if span > 0), default=float("inf"))


def _asked_in(document: FeedDocument, url: str) -> float:
    """The least wait that the feed asks for (ttl in minutes, sy:update*), before jitter."""
    hints = document.hints
    return max((hints.ttl or 0) * 60.0, hints.update_seconds or 0.0, 0.0) / min(1.0, _factor(url))


def _asked_by(answer: Answer, url: str) -> float:
    """The least wait that the server asks for (RFC 9111: max-age less Age, or Expires), before jitter."""
    headers = dict(answer.headers)
    control = headers.get("cache-control", "").lower()
    match = re.search(r"(?:^|[\s,])max-age\s*=\s*\"?([0-9]{1,9})", control)
    if match:
        fresh = int(match[1]) - _number(headers, "age")
    elif headers.get("expires") and not re.search(r"no-(?:cache|store)", control):
        fresh = _expires_in(headers, answer.fetched_at)
    else:
        return 0.0
    return max(0.0, fresh) / min(1.0, _factor(url))


def _number(headers: Mapping[str, str], name: str) -> float:
    value = headers.get(name, "").strip()
    return float(value) if re.fullmatch(r"[0-9]{1,9}", value) else 0.0


def _expires_in(headers: Mapping[str, str], now: datetime) -> float:
    expires = _http_date(headers["expires"])
    return (expires - (_http_date(headers.get("date", "")) or now)).total_seconds() if expires else 0.0


def _http_date(text: str) -> datetime | None:
    try:
        when = parsedate_to_datetime(text[:60])
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _awake(due: datetime, state: FeedState) -> datetime:
    """`due`, or the first hour after it outside skipHours and skipDays (GMT); lists that leave no hour do not count."""
    days = {day.lower() for day in state.skip_days}
    hours = {hour % 24 for hour in state.skip_hours}
    if not days and not hours:
        return due
    hour = due.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
    for step in range(7 * 24):
        start = hour + timedelta(hours=step)
        if start.hour not in hours and _DAY_NAMES[start.weekday()] not in days:
            return due if not step else start + timedelta(seconds=_share(state.url) * 600)
    return due


def _share(url: str) -> float:
    """A number from 0 to 1 that is the feed's own and stays the same."""
    return int.from_bytes(hashlib.sha256(url.encode("utf-8", "replace")).digest()[:4], "big") / 2**32


def _factor(url: str) -> float:
    return 1 - _JITTER + 2 * _JITTER * _share(url)


# ---------------------------------------------------------------- what was missed, what to read again


def gap(
    previous: Collection[str],
    current: Collection[str],
    entries: Sequence[Entry],
    *,
    last_success: datetime | None,
    now: datetime,
    last_full: datetime | None = None,
    complete: bool = False,
) -> Gap | None:
    """The window that was missed, when a poll shares no entry with the last one although the feed has a past.

    `previous` and `current` hold the identities of all known and all listed entries (give links and ids, so that a feed
    that changes its ids is not mistaken). Entries dated before the last full fetch (`last_full`, FeedState.full_at)
    prove that ids changed and nothing was missed; a complete feed (RFC 5005) cannot miss anything. When a 304 since
    then hid entries, the window begins at the last full fetch.
    """
    if not previous or not current or last_success is None or complete or not set(previous).isdisjoint(current):
        return None
    times = _times(entries, now)
    full = min(last_full or last_success, last_success)
    if times and times[0] <= full:
        return None
    return Gap(full if times and times[0] <= last_success else last_success, times[0] if times else now)


def reread_at(
    first_seen: datetime, reads: int, last_read: datetime | None = None, ages: Sequence[float] = REREADS
) -> datetime | None:
    """When an article is read again, `reads` re-reads after it was `first_seen`; None when it has had its last.

    With `last_read`, ages that the article had then already are left out: after a pause it is read once, not thrice.
    """
    for age in ages[max(0, reads) :]:
        when = first_seen + timedelta(seconds=age)
        if last_read is None or when > last_read:
            return when
    return None


# ---------------------------------------------------------------- health


def alarm(state: FeedState, now: datetime) -> Alarm | None:
    """What a person should know of a feed after a poll: it fails again and again, or is silent against its rhythm.

    Failing: five polls in a row without success over a day at least. Silent: no new entry for twelve times its median
    gap between entries, two days at least (nights and weekends) and sixty at most. Without a rhythm nothing is silent.
    """
    if state.failures >= _ALARM_FAILURES:
        start = state.last_success or state.last_new
        if start is None or (now - start).total_seconds() >= DAY:
            return Alarm(state.last_outcome or "down", start or now)
    if state.failures or state.rhythm is None or state.last_new is None:
        return None
    patience = min(max(_ALARM_RHYTHMS * state.rhythm, 2 * DAY), 60 * DAY)
    return Alarm("silent", state.last_new) if (now - state.last_new).total_seconds() > patience else None
