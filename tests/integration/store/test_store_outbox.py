"""Digests, dead channels and the silent first start, over a real database."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from types import SimpleNamespace

import pytest

from monitor.config import Alerts, Config
from monitor.model import Article
from monitor.notify import DeliveryError, deliver, deliver_dead, deliver_digests
from monitor.notify._waits import wait
from monitor.store import Routing
from monitor.store.outbox import DEAD
from monitor.wiring import routing

TEXT = "Kyiv says 19,546 children were deported and 1,859 were returned."
NOW = datetime(2025, 10, 10, 12, tzinfo=UTC)
DAY = timedelta(days=1)


async def run(call, *args):
    return call(*args)


class Channel:
    """A channel that keeps or refuses its messages."""

    def __init__(self) -> None:
        self.taken, self.broken = [], set()

    async def send(self, message, settings) -> None:
        if settings.name in self.broken:
            raise DeliveryError("the receiver answered 500")
        self.taken.append((settings.name, message))


@pytest.fixture
def channel(monkeypatch):
    double = Channel()
    monkeypatch.setattr("monitor.registry.find", lambda *_: double)
    return double


def named(*names):
    return {name: SimpleNamespace(kind="double", name=name) for name in names}


def fill(desk, make, **other):
    desk.commit(
        "https://one.example/a", TEXT, make.figure(19546, TEXT), make.figure(1859, TEXT, "returned"),
        channels=("desk", "phone"), **other,
    )  # fmt: skip


async def test_what_does_not_page_comes_in_one_message_a_day_and_channel(desk, make, channel):
    fill(desk, make, routing=Routing(frozenset({"conflict"}), "2025-10-11", NOW + DAY))
    both, clock = named("desk", "phone"), lambda: NOW + DAY
    assert await deliver(desk.store, both, clock, run) == (0, 0)
    assert await deliver_digests(desk.store, both, lambda: NOW + DAY / 2, run) == (0, 0)
    channel.broken = {"phone"}
    assert await deliver_digests(desk.store, both, clock, run) == (1, 1)
    ((name, message),) = channel.taken
    assert name == "desk" and message.fields["kind"] == "digest" and len(message.fields["flags"]) == 2
    assert "19,546" in message.text and "1,859" in message.text
    channel.broken.clear()
    assert await deliver_digests(desk.store, both, lambda: NOW + DAY + timedelta(minutes=2), run) == (1, 0)
    assert await deliver_digests(desk.store, both, lambda: NOW + 9 * DAY, run) == (0, 0)
    keys = {message.key for _, message in channel.taken}
    assert len(keys) == 2 and desk.store.verify() == []


def test_without_a_digest_what_does_not_page_is_only_listed(desk, make):
    fill(desk, make, routing=Routing(frozenset({"conflict"})))
    assert len(desk.store.flags()) == 2 and desk.store.counts()["queued_deliveries"] == 0


async def test_a_dead_channel_is_told_once_a_day_through_another(desk, make, channel):
    fill(desk, make)
    both, now = named("desk", "phone"), NOW
    channel.broken = {"phone"}
    for attempt in range(DEAD):
        assert desk.store.dead_channels() == []
        await deliver(desk.store, both, lambda now=now: now, run)
        now += wait(attempt, None) + timedelta(seconds=1)
    (dead,) = desk.store.dead_channels()
    assert (dead["channel"], dead["detail"], dead["waiting"]) == ("phone", "the receiver answered 500", 2)
    channel.taken.clear()
    counts = [await deliver_dead(desk.store, both, lambda: now, run) for _ in range(2)]
    assert counts == [(1, 0), (0, 0)]
    ((name, message),) = channel.taken
    assert name == "desk"
    assert message.line.startswith("channel phone does not take its messages: the receiver answered 500")
    assert (await deliver_dead(desk.store, both, lambda: now + DAY, run)) == (1, 0)


def config(at: str, zone: str) -> Config:
    return Config(alerts=Alerts(digest=time.fromisoformat(at), timezone=zone))


@pytest.mark.parametrize(
    ("now", "day", "due"),
    [
        ("2026-03-28T05:59", "2026-03-28", "2026-03-28T06:00"),
        ("2026-03-28T06:00", "2026-03-29", "2026-03-29T05:00"),  # the clocks go forward in the night
        ("2026-10-24T12:00", "2026-10-25", "2026-10-25T06:00"),  # and back
        ("2026-03-27T23:30", "2026-03-28", "2026-03-28T06:00"),  # Kyiv is a day ahead
    ],
)
def test_the_digest_comes_at_the_local_time_whatever_the_clocks_do(now, day, due):
    found = routing(config("08:00", "Europe/Kyiv"), datetime.fromisoformat(now).replace(tzinfo=UTC))
    assert (found.day, found.at) == (day, datetime.fromisoformat(due).replace(tzinfo=UTC))


@pytest.mark.parametrize("at", ["03:30", "00:00"])
def test_a_year_of_hours_has_one_digest_a_day(at):
    start = datetime(2026, 1, 1, tzinfo=UTC)
    found = {(r.day, r.at) for n in range(365 * 24) for r in [routing(config(at, "Europe/Kyiv"), start + n * DAY / 24)]}
    assert len({day for day, _ in found}) == len(found) == 366


def test_articles_older_than_the_first_start_allows_send_nothing(desk):
    from monitor.pipeline import Pipeline, _Read

    assert desk.store.started() is not None
    pipeline = SimpleNamespace(started=NOW, config=Config())
    told = [
        Pipeline._told(pipeline, _Read(None, 1, Article("u", "u", "", "", "article", "p", published=NOW - age), None))
        for age in (timedelta(hours=2), 30 * DAY)
    ]
    assert told == [["console"], []]
