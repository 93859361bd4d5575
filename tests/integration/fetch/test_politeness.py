"""Seven simulated days, three restarts: the schedule and the host limits against webmasters who note every rudeness."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import pytest

from monitor.fetch.pacing import Pace
from monitor.model import FeedState
from monitor.schedule import Gap, IntervalLimits, gap, next_state, request_validators, settle
from tests.doubles.simulated import run
from tests.doubles.webmaster import START, Host, Site

LIMITS = IntervalLimits()
DAY = 86_400.0


def clock() -> datetime:
    return START + timedelta(seconds=asyncio.get_running_loop().time())


def sites() -> list[Site]:
    """Thirty feeds on six hosts, in every manner and rhythm."""
    hosts = [Host(f"h{n}", gap=2.0) for n in range(6)]
    manners = ["plain", "limited", "down", "gone", "moved", "no validators", "lying", "plain", "plain", "plain"]
    return [
        Site(
            f"https://h{n % 6}.example/{n}",
            hosts[n % 6],
            rhythm=(900.0, 3600.0, 21_600.0)[n % 3],
            ttl=(None, None, 90)[n // 10],
            max_age=(None, 7200, None)[n // 10],
            manner=manners[n % 10],
        )
        for n in range(30)
    ]


@dataclass
class Follower:
    """What a daemon does with one feed, reduced to the decisions under test."""

    site: Site
    state: FeedState
    known: set[str] = field(default_factory=set)
    gaps: list[Gap] = field(default_factory=list)

    async def follow(self, pace: Pace) -> None:
        while True:
            await asyncio.sleep(max(0.0, (self.state.due - clock()).total_seconds()))
            async with pace.turn() as turn:
                await turn.at(self.site.host.name)
                await self.poll()

    async def poll(self) -> None:
        answer, document = await self.site.get(request_validators(self.state, clock()), clock)
        entries = document.entries if document else ()
        listed = {entry.id or "" for entry in entries}
        state = self.state
        missed = gap(self.known, listed, entries, last_success=state.last_success, last_full=state.full_at, now=clock())
        if missed:
            self.gaps.append(missed)
        new = len(listed - self.known)
        overlap = not self.known or not listed or bool(listed & self.known)
        self.state = next_state(
            self.state, answer, document, now=clock(), new_entries=new, limits=LIMITS, overlap=overlap
        )
        self.known |= listed


async def week(followers: list[Follower], downtimes: list[float]) -> None:
    """Seven days with a restart after each equal share, down for so many seconds each time."""
    share = (7 * DAY - sum(downtimes)) / (len(downtimes) + 1)
    for downtime in [*downtimes, 0.0]:
        pace = Pace(2.0, 8)
        for follower in followers:
            follower.state = settle(follower.state, clock(), LIMITS)
        await together([lambda f=f, p=pace: f.follow(p) for f in followers], share)  # type: ignore[misc]
        await asyncio.sleep(downtime)


async def together(works: list[Callable[[], Awaitable[None]]], seconds: float) -> None:
    tasks = [asyncio.ensure_future(work()) for work in works]
    await asyncio.sleep(seconds)
    for task in tasks:
        task.cancel()
    ended = await asyncio.gather(*tasks, return_exceptions=True)
    broken = [error for error in ended if not isinstance(error, asyncio.CancelledError)]
    assert not broken, broken
    await asyncio.sleep(1)


def followers_of(all_sites: list[Site]) -> list[Follower]:
    return [Follower(site, FeedState(site.url, due=START, interval=LIMITS.first)) for site in all_sites]


@pytest.fixture(scope="module")
def simulated() -> list[Follower]:
    followers = followers_of(sites())
    run(week(followers, [10.0, 2 * 3600.0, 60.0]))
    return followers


def test_nothing_rude_in_seven_days(simulated: list[Follower]) -> None:
    rude = [violation for follower in simulated for violation in follower.site.violations]
    assert not rude, Counter((v.kind, v.url) for v in rude)


def test_every_feed_is_still_followed(simulated: list[Follower]) -> None:
    for follower in simulated:
        least = 2 if follower.site.manner == "gone" else 7
        assert follower.site.requests >= least, follower.state
        assert follower.state.due - (START + timedelta(days=7)) <= timedelta(days=7, hours=1)


def test_gaps_are_found_where_entries_were_missed_and_nowhere_else(simulated: list[Follower]) -> None:
    for follower in simulated:
        last = follower.state.last_success
        assert last is not None
        published = range(int((last - START).total_seconds() // follower.site.rhythm))
        missed = [n for n in published if str(n) not in follower.known]
        if follower.site.manner not in ("down", "lying"):
            assert not missed, follower.site
        if follower.site.manner != "lying":
            dates = [START + timedelta(seconds=n * follower.site.rhythm) for n in missed]
            assert bool(missed) == bool(follower.gaps), follower.site
            assert all(any(g.start <= date <= g.end for g in follower.gaps) for date in dates)


def test_a_lying_etag_is_found_out_within_a_day(simulated: list[Follower]) -> None:
    liars = [follower for follower in simulated if follower.site.manner == "lying"]
    assert liars
    for follower in liars:
        assert not follower.state.trusted
        published = int(7 * DAY // follower.site.rhythm) - 30
        missed = {n for n in range(published) if str(n) not in follower.known}
        assert all(n * follower.site.rhythm < 1.1 * DAY for n in missed)
        assert bool(missed) == bool(follower.gaps)


def test_moves_are_adopted(simulated: list[Follower]) -> None:
    moved = [follower for follower in simulated if follower.site.manner == "moved"]
    assert moved and all(follower.state.url.endswith("/moved") for follower in moved)


def test_the_webmaster_notices_a_rude_client() -> None:
    """The double can fail: a client that polls every minute without validators is written up for each kind."""

    async def rude(site: Site) -> None:
        for _ in range(10):
            await asyncio.gather(site.get(None, clock), site.get(None, clock))
            await asyncio.sleep(60)

    site = replace(sites()[0], manner="limited")
    run(rude(site))
    assert {v.kind for v in site.violations} == {"burst", "early poll", "unconditional repeat"}


def test_an_outage_longer_than_the_window_is_a_gap() -> None:
    followers = followers_of([Site("https://g.example/0", Host("g", 2.0), rhythm=900.0)])
    run(week(followers, [2 * DAY]))
    (found,) = followers[0].gaps
    known = {int(n) for n in followers[0].known if int(n) > 0}
    missing = sorted(set(range(max(known))) - known - {0})
    assert missing
    dates = [START + timedelta(seconds=n * 900.0) for n in missing]
    assert found.start < dates[0] and dates[-1] < found.end
