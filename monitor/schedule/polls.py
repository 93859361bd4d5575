"""A poll: what to send along, and the feed's state after it."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from monitor.model import Answer, FeedDocument, FeedState, Validators
from monitor.schedule.intervals import (
    DAY,
    IntervalLimits,
    asked_by,
    asked_in,
    believable_times,
    due_after,
    jitter,
    rhythm_of,
    share,
    wanted,
    window,
)
from monitor.schedule.moves import moved

__all__ = ["next_state", "request_validators"]

WEEK: Final = 7 * DAY


def request_validators(state: FeedState, now: datetime) -> Validators | None:
    """What to send along, or None for a full fetch: once a day, and always when the server's validators lied."""
    if not state.trusted or state.validators == Validators() or state.full_at is None:
        return None
    age = (now - state.full_at).total_seconds()
    return state.validators if -3_600 < age < DAY else None


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
    if answer.outcome == "not_modified":
        return _unchanged(state, answer, now, limits)
    if answer.outcome == "ok" and document is not None:
        return _changed(state, answer, document, now, new_entries, limits, overlap)
    return _failed(state, answer, now, limits)


def _unchanged(state: FeedState, answer: Answer, now: datetime, limits: IntervalLimits) -> FeedState:
    """Nothing new: the interval may grow towards what the rhythm allows, and never shrinks (ttl is not repeated)."""
    pause = wanted(state.rhythm, state.last_new, state.interval, now)
    grown = max(state.interval, min(pause, state.interval * 1.25), asked_by(answer, state.url))
    kept = Validators(
        answer.validators.etag or state.validators.etag,
        answer.validators.last_modified or state.validators.last_modified,
    )
    return _succeeded(state, answer, now, limits, validators=kept, interval=limits.clamp(grown))


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
    times = believable_times(document.entries, now)
    rhythm = rhythm_of(times) or state.rhythm
    last_new = now if new_entries else state.last_new
    newest = times[-1] if times else last_new
    pause = wanted(rhythm, newest, _drifted(state, new_entries, limits), now)
    pause = min(pause, window(times, len(document.entries)))
    if not overlap:
        pause = min(pause, state.interval / 2)
    asked = max(asked_in(document, state.url), asked_by(answer, state.url))
    return _succeeded(
        state, answer, now, limits,
        trusted=state.trusted and not _lied(state, answer.validators, digest, new_entries),
        validators=answer.validators, body_sha256=digest, full_at=now, last_new=last_new, rhythm=rhythm,
        interval=limits.clamp(max(pause, asked)), skip_hours=document.hints.skip_hours,
        skip_days=document.hints.skip_days,
    )  # fmt: skip


def _succeeded(state: FeedState, answer: Answer, now: datetime, limits: IntervalLimits, **values: Any) -> FeedState:
    """The state with these values, all failures forgotten."""
    state = replace(
        state, last_poll=now, last_outcome=answer.outcome, failures=0, not_before=None, gone_since=None,
        last_success=now, **values,
    )  # fmt: skip
    state = moved(state, answer, now)
    return replace(state, due=due_after(state, now, limits))


def _failed(state: FeedState, answer: Answer, now: datetime, limits: IntervalLimits) -> FeedState:
    """Twice as long after each failure, to a day; a week after 410; never before the time the server named.

    Where it names one, that replaces the first three doublings: it knows best, and waiting longer misses entries.
    """
    failures = state.failures + 1
    gone = answer.outcome == "gone"
    not_before = _not_before(answer, now)
    doublings = min(failures if not_before is None else max(0, failures - 3), 30)
    backoff = min(limits.clamp(state.interval) * 2.0**doublings, limits.backoff)
    wait = WEEK if gone else max(min(backoff * jitter(state.url), limits.backoff), limits.shortest)
    due = now + timedelta(seconds=wait)
    return replace(
        state,
        last_poll=now,
        last_outcome=answer.outcome,
        failures=failures,
        not_before=not_before,
        due=max(due, not_before) + timedelta(seconds=share(state.url)) if not_before else due,
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


def _drifted(state: FeedState, new_entries: int, limits: IntervalLimits) -> float:
    """Without dates: sooner when there was something new, later when there was nothing."""
    if state.last_success is None:
        return limits.first
    return state.interval * (0.67 if new_entries else 1.25)
