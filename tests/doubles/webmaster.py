"""The politeness double: feeds as webmasters run them, who write down everything that is rude.

A `Site` publishes entries in its own rhythm and answers like a server: validators, ttl, max-age, Retry-After, 503
bursts, moves, 410, an ETag that lies. It knows what it asked for, and each request that does not respect it is a
violation: an unconditional repeat, an early poll, an ignored Retry-After, a burst on one host.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from monitor.model import Answer, Entry, FeedDocument, FeedHints, Outcome, Validators

__all__ = ["Host", "Site", "Violation"]

START = datetime(2026, 3, 1, tzinfo=UTC)
SHORTEST = 300.0
FULL_EVERY = 86_400.0

Exchange = tuple[Answer, FeedDocument | None]


@dataclass(frozen=True)
class Violation:
    """What was rude, where, and when (seconds since the start)."""

    kind: str
    url: str
    at: float


@dataclass
class Host:
    """All sites of one machine: counts requests open at once and the pause between them."""

    name: str
    gap: float
    open: int = 0
    ended: float = float("-inf")


@dataclass
class Site:
    """One feed. Times in seconds since START. `manner` names what the server does besides publishing."""

    url: str
    host: Host
    rhythm: float
    window: int = 20
    ttl: int | None = None
    max_age: int | None = None
    manner: str = "plain"
    violations: list[Violation] = field(default_factory=list)
    requests: int = 0
    delivered: set[str] = field(default_factory=set)
    _not_before: float = float("-inf")
    _asked_until: float = float("-inf")
    _full_at: float | None = None

    async def get(self, validators: Validators | None, clock: Callable[[], datetime]) -> Exchange:
        """One exchange of 0.3 s, watched."""
        at = asyncio.get_running_loop().time()
        self.requests += 1
        self._watch(at, validators)
        self.host.open += 1
        await asyncio.sleep(0.3)
        self.host.open -= 1
        self.host.ended = asyncio.get_running_loop().time()
        return self._answer(asyncio.get_running_loop().time(), validators, clock())

    def published(self, at: float) -> list[Entry]:
        """All entries up to `at`, oldest first; a week of past before the start. Dates are a minute old."""
        first, last = -int(604_800 // self.rhythm), int(at // self.rhythm)
        return [
            Entry(f"n{i}", f"{self.url}/{i}", f"{i}", published=START + timedelta(seconds=i * self.rhythm))
            for i in range(max(first, last - self.window + 1), last + 1)
        ]

    def _watch(self, at: float, validators: Validators | None) -> None:
        if self.host.open or at < self.host.ended + self.host.gap - 1e-6:
            self._note("burst", at)
        if at < self._not_before:
            self._note("ignored Retry-After", at)
        if at < self._asked_until:
            self._note("early poll", at)
        repeat = self._full_at is not None and at < self._full_at + FULL_EVERY
        if repeat and validators is None and self.manner not in ("no validators", "lying"):
            self._note("unconditional repeat", at)

    def _note(self, kind: str, at: float) -> None:
        self.violations.append(Violation(kind, self.url, at))

    def _answer(self, at: float, validators: Validators | None, now: datetime) -> Exchange:
        self._asked_until = at + SHORTEST - 1
        failing = self._failure(at, now)
        return (failing, None) if failing else self._success(at, validators, now)

    def _failure(self, at: float, now: datetime) -> Answer | None:
        hour = int(at // 3600)
        if self.manner == "limited" and hour % 7 == 3:
            self._not_before = at + 5400
            return self._ended(now, "limited", 429, retry_after=5400.0)
        if self.manner == "down" and 20 <= hour < 60:
            return self._ended(now, "down", 503)
        if self.manner == "gone" and hour >= 30:
            self._asked_until = at + 604_800 - 1
            return self._ended(now, "gone", 410)
        return None

    def _success(self, at: float, validators: Validators | None, now: datetime) -> Exchange:
        self._asked_until = at + max((self.ttl or 0) * 60, self.max_age or 0, SHORTEST) - 1
        entries = self.published(at)
        etag = {"no validators": None, "lying": '"always"'}.get(self.manner, f'"{entries[-1].id}"')
        mine = Validators(etag)
        redirects = ((301, self.url + "/moved"),) if self.manner == "moved" else ()
        if etag and validators == mine:
            return self._ended(now, "not_modified", 304, mine, redirects=redirects), None
        self._full_at = at
        self.delivered.update(entry.id or "" for entry in entries)
        document = FeedDocument("rss", entries=tuple(entries), hints=FeedHints(ttl=self.ttl))
        body = "\n".join(entry.title for entry in entries).encode()
        return self._ended(now, "ok", 200, mine, body=body, redirects=redirects), document

    def _ended(
        self,
        now: datetime,
        outcome: Outcome,
        status: int,
        validators: Validators = Validators(),  # noqa: B008
        *,
        body: bytes = b"",
        retry_after: float | None = None,
        redirects: tuple[tuple[int, str], ...] = (),
    ) -> Answer:
        headers = (("cache-control", f"max-age={self.max_age}"),) if self.max_age else ()
        return Answer(
            self.url, self.url, outcome, "", now, status=status, headers=headers, body=body, redirects=redirects,
            validators=validators, retry_after=retry_after,
        )  # fmt: skip
