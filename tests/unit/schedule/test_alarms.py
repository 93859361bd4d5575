"""When a person should hear of a feed: failing for long, or silent against its own rhythm (issue 5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from monitor.model import FeedState
from monitor.schedule import Alarm, alarm

NOW = datetime(2025, 10, 10, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
WELL = FeedState("https://one.example/rss", NOW, rhythm=3600.0, last_success=NOW, last_new=NOW, last_outcome="ok")


@pytest.mark.parametrize(
    ("rhythm", "silence", "silent"),
    [
        (3600.0, 47 * HOUR, False),
        (3600.0, 49 * HOUR, True),
        (24 * 3600.0, 11 * 24 * HOUR, False),
        (24 * 3600.0, 13 * 24 * HOUR, True),
        (30 * 24 * 3600.0, 59 * 24 * HOUR, False),
        (30 * 24 * 3600.0, 61 * 24 * HOUR, True),
        (None, 365 * 24 * HOUR, False),
    ],
)
def test_silence_is_held_against_the_feeds_own_rhythm(rhythm: float | None, silence: timedelta, silent: bool) -> None:
    found = alarm(replace(WELL, rhythm=rhythm, last_new=NOW - silence), NOW)
    assert found == (Alarm("silent", NOW - silence) if silent else None)


@pytest.mark.parametrize(
    ("failures", "since", "told"), [(5, 25 * HOUR, True), (5, 23 * HOUR, False), (4, 99 * HOUR, False)]
)
def test_failures_are_told_after_five_and_a_day(failures: int, since: timedelta, told: bool) -> None:
    state = replace(WELL, failures=failures, last_success=NOW - since, last_outcome="gone")
    assert alarm(state, NOW) == (Alarm("gone", NOW - since) if told else None)


def test_a_feed_that_never_answered_is_told_after_five_failures() -> None:
    state = FeedState("https://one.example/rss", NOW, failures=5, last_outcome="not_found")
    assert alarm(state, NOW) == Alarm("not_found", NOW)
    assert alarm(replace(state, failures=4), NOW) is None


def test_a_failing_feed_is_not_called_silent() -> None:
    assert alarm(replace(WELL, failures=1, last_new=NOW - 99 * HOUR), NOW) is None
