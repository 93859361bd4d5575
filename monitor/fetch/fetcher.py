"""`Fetcher`: an address in, an `Answer` out, whatever servers, names and networks do."""

from __future__ import annotations

import asyncio
import base64
import logging
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from types import TracebackType
from typing import Final, Literal
from urllib.parse import unquote, urlsplit

from monitor.fetch.addresses import networks
from monitor.fetch.body import read_body
from monitor.fetch.classify import SAMPLE, classify
from monitor.fetch.connections import Connections, tls_context
from monitor.fetch.dialer import Dialer
from monitor.fetch.failures import explain
from monitor.fetch.headers import Headers, as_bytes, location, request_headers, retry_after, validators_of
from monitor.fetch.heads import Head
from monitor.fetch.pacing import Pace, Turn
from monitor.fetch.policy import FetchPolicy
from monitor.fetch.resolver import Lookup, Resolver, system_lookup
from monitor.fetch.robots import Robots
from monitor.fetch.urls import host_of, join, origin_of, redact, shown_host, target_of, unusable
from monitor.fetch.wire import Connection
from monitor.model import Answer, Outcome, Validators

__all__ = ["Fetcher", "Purpose"]

Purpose = Literal["feed", "page"]
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_WALL: Final = "often a wall for cookies, so use another address"


@dataclass(slots=True)
class _Ask:
    """One `get` on its way: where it stands, and what is left of its time (seconds)."""

    url: str
    current: str
    purpose: Purpose
    validators: Validators | None
    left: float
    began: float
    redirects: list[tuple[int, str]]
    room: Callable[[], Awaitable[None]] | None = None


@dataclass(frozen=True, slots=True)
class _Reply:
    """One HTTP answer, read as far as it was worth it."""

    status: int
    headers: Headers
    body: bytes


class Fetcher:
    """Fetches addresses politely and safely; an async context manager, for one event loop.

    `clock` gives the time for `Answer.fetched_at` and for dates in Retry-After. `lookup` resolves names (blocking, in a
    thread); `tls` replaces the shared TLS context; `pace` the host limits. Raises ValueError for a network in `policy`
    that is none and ConfigError for unusable certificates, both before anything is fetched.
    """

    def __init__(
        self,
        policy: FetchPolicy,
        *,
        clock: Callable[[], datetime],
        lookup: Lookup = system_lookup,
        tls: ssl.SSLContext | None = None,
        pace: Pace | None = None,
    ) -> None:
        for name in ("httpx", "httpcore"):  # the logs of `post` would print whole addresses, tokens included
            logging.getLogger(name).setLevel(logging.WARNING)
        self._policy = policy
        self._clock = clock
        dialer = Dialer(Resolver(lookup), networks(policy.allowed_networks), tls or tls_context(), policy.connect)
        self._connections = Connections(dialer, policy.read)
        self._pace = pace or Pace(policy.host_gap, policy.concurrency)
        self._robots = Robots(policy.token, _now)

    async def __aenter__(self) -> Fetcher:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connections.close()
        await asyncio.sleep(0)  # lets aborted connections close their sockets

    async def get(
        self,
        url: str,
        *,
        purpose: Purpose,
        validators: Validators | None = None,
        room: Callable[[], Awaitable[None]] | None = None,
    ) -> Answer:
        """The answer to a GET of `url`. Never raises for what a server, name or network does; may be cancelled.

        Waits for the host's turn first, and for its robots.txt when a page is asked for; then for `room`, which returns
        when one more answer can be taken. `validators` make the request conditional. Only an "ok" answer has a body.
        """
        ask = _Ask(url, url, purpose, validators, self._policy.total, _now(), [], room)
        why = unusable(url)
        if why:
            return self._answer(ask, "refused", f"cannot be opened: {why}; correct the address")
        try:
            async with self._pace.turn() as turn:
                return await self._get(ask, turn)
        except Exception as error:
            return self._answer(ask, *explain(error))

    async def _get(self, ask: _Ask, turn: Turn) -> Answer:
        while True:
            await turn.at(host_of(ask.current))
            why = await self._refusal(ask, turn)
            if why:
                return self._answer(ask, *why)
            if ask.room is not None:
                await ask.room()
            reply = await self._timed(ask)
            if isinstance(reply, Answer):
                return reply
            ended = self._step(ask, reply)
            if ended is not None:
                return ended

    async def _refusal(self, ask: _Ask, turn: Turn) -> tuple[Outcome, str] | None:
        """Why the robots.txt of where `ask` stands forbids it. Each hop of a page is asked about, feeds are not."""
        if ask.purpose != "page" or not self._policy.robots:
            return None

        async def fetch(address: str) -> Answer:
            rules = _Ask(address, address, "feed", None, self._policy.total / 2, _now(), [])
            return await self._get(rules, turn)

        why = await self._robots.refusal(ask.current, fetch)
        self._pace.widen(host_of(ask.current), self._robots.delay(ask.current))
        await turn.at(host_of(ask.current))
        return why

    async def _timed(self, ask: _Ask) -> _Reply | Answer:
        """One exchange within the time that is left, its failure explained."""
        began, host = _now(), host_of(ask.current)
        try:
            async with asyncio.timeout(ask.left):
                reply = await self._exchange(ask)
        except Exception as error:
            self._pace.remember(host, slow=_now() - began > self._policy.connect / 2)
            return self._answer(ask, *explain(error))
        self._pace.remember(host, slow=False)
        ask.left -= _now() - began
        return reply

    async def _exchange(self, ask: _Ask) -> _Reply:
        """One request and its answer."""
        connection, head = await self._connections.ask(target_of(ask.current), self._headers(ask))
        try:
            reply = await self._read(connection, head)
        except BaseException:
            connection.close()
            raise
        self._connections.release(connection)
        return reply

    async def _read(self, connection: Connection, head: Head) -> _Reply:
        status, headers = head.status, head.headers
        if status in _REDIRECTS or status == 304:
            return _Reply(status, headers, b"")
        return _Reply(status, headers, await read_body(connection, status, dict(headers), self._policy))

    def _headers(self, ask: _Ask) -> list[tuple[bytes, bytes]]:
        headers = request_headers(self._policy.user_agent, ask.purpose, ask.validators)
        if "@" not in ask.url:
            return headers
        parts = urlsplit(ask.url)
        if parts.username and origin_of(ask.url) == origin_of(ask.current):
            pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            headers.append((b"Authorization", b"Basic " + base64.b64encode(pair)))
        return headers

    def _step(self, ask: _Ask, reply: _Reply) -> Answer | None:
        """The answer when the exchange ends with `reply`; None when it goes on at another address."""
        if reply.status not in _REDIRECTS:
            return self._finished(ask, reply)
        problem = self._move(ask, reply)
        return self._answer(ask, *problem, reply=reply) if problem else None

    def _move(self, ask: _Ask, reply: _Reply) -> tuple[Outcome, str] | None:
        """Points `ask` to where `reply` redirects it, or says why not."""
        target = location(reply.headers)
        url = join(ask.current, target) if target else None
        if url is None:
            return "broken", f"redirects ({reply.status}) without saying where to; check the address"
        ask.redirects.append((reply.status, url))
        why = unusable(url)
        if why:
            return "refused", f"redirects to {redact(url)}, which cannot be opened: {why}"
        if len(ask.redirects) > self._policy.max_redirects:
            return "broken", f"redirects more than {self._policy.max_redirects} times; {_WALL}"
        if url in [ask.url, *(seen for _, seen in ask.redirects[:-1])]:
            return "broken", f"redirects in a circle; {_WALL}"
        ask.current = url
        return None

    def _finished(self, ask: _Ask, reply: _Reply) -> Answer:
        sent = ask.validators is not None and as_bytes(ask.validators) != (None, None)
        headers, sample = dict(reply.headers), reply.body[:SAMPLE]
        outcome, detail = classify(reply.status, headers, sample, asked=ask.url, final=ask.current, conditional=sent)
        if outcome == "ok":
            return replace(self._answer(ask, "ok", f"read {len(reply.body):,} bytes", reply=reply), body=reply.body)
        return self._answer(ask, outcome, detail, reply=reply)

    def _answer(self, ask: _Ask, outcome: Outcome, detail: str, reply: _Reply | None = None) -> Answer:
        """An answer without a body. The sentence begins with the host, so that it stands alone in a log."""
        now = self._clock()
        headers = reply.headers if reply else ()
        host = shown_host(ask.current)
        return Answer(
            url=ask.url,
            final_url=ask.current,
            outcome=outcome,
            detail=f"{host}: {detail}",
            fetched_at=now,
            status=reply.status if reply else None,
            headers=headers,
            redirects=tuple(ask.redirects),
            validators=validators_of(headers, ask.validators if outcome == "not_modified" else None),
            retry_after=retry_after(headers, now),
            elapsed=_now() - ask.began,
        )


def _now() -> float:
    return asyncio.get_running_loop().time()
