"""HTTP/1.1 over one connection: h11 speaks it, asyncio moves the bytes. No more is needed to ask one thing at a time.

httpx reads the same answers with the same h11, but builds requests, responses, streams and locks around it that cost
several times the exchange itself (docs/fetching.md has the figures). A request, and an answer that nothing has changed,
are so plain that h11 is not needed either (`heads`); it comes in with any other answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import h11

from monitor.fetch.headers import text_of
from monitor.fetch.heads import Head, request, unchanged

__all__ = [
    "BrokenOffError",
    "ConnectFailedError",
    "ConnectTimeoutError",
    "Connection",
    "Line",
    "SilentError",
    "WireError",
]

_AHEAD: Final = 262_144
"""Bytes that a connection holds before it stops reading from its socket."""

_LONGEST_HEAD: Final = 102_400


class WireError(Exception):
    """What can go wrong on a connection, HTTP itself aside (that is h11's ProtocolError)."""


class ConnectTimeoutError(WireError):
    """No connection, or no TLS handshake, in time."""


class ConnectFailedError(WireError):
    """No connection; the system's error is the cause."""


class SilentError(WireError):
    """The other side sent nothing for longer than the read limit."""


class BrokenOffError(WireError):
    """The connection broke off."""


class Line(asyncio.Protocol):
    """The bytes of one connection, as they come."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._held = bytearray()
        self._waiter: asyncio.Future[None] | None = None
        self._ended = False
        self._error: Exception | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._held += data
        if len(self._held) > _AHEAD:
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self._ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self._ended, self._error = True, exc
        self._wake()

    def _wake(self) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_result(None)

    def _too_late(self, limit: float) -> None:
        waiter, self._waiter = self._waiter, None
        if waiter is not None and not waiter.done():
            waiter.set_exception(SilentError(f"silent for {limit} s"))

    @property
    def quiet(self) -> bool:
        """Whether the connection is open and nothing lies in it that nobody asked for."""
        return not self._ended and not self._held

    def write(self, data: bytes) -> None:
        """Sends `data`; a request is small, so nobody waits for it to leave."""
        self._transport.write(data)

    async def read(self, limit: float) -> bytes:
        """What has come, at least a byte; b"" at the end. Raises SilentError after `limit` seconds, BrokenOffError."""
        if not self._held and not self._ended:
            late = self._loop.call_later(limit, self._too_late, limit)
            self._waiter = self._loop.create_future()
            try:
                await self._waiter
            finally:
                late.cancel()
        if not self._held and self._error is not None:
            raise BrokenOffError(str(self._error)) from self._error
        data = bytes(self._held)
        self._held.clear()
        if len(data) > _AHEAD and not self._ended:
            self._transport.resume_reading()
        return data

    def close(self) -> None:
        """Closes at once, without waiting for the other side's goodbye."""
        self._transport.abort()


@dataclass(slots=True)
class Connection:
    """Requests and answers on one line, one after the other. `origin` is where the line leads.

    `silence` is the longest wait for the next byte, in seconds. `http` is there while an answer needs it.
    """

    origin: str
    line: Line
    silence: float
    idle_since: float = 0.0
    http: h11.Connection | None = None
    stays: bool = True

    async def ask(self, target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> Head:
        """Sends a GET; gives the head of its answer. Raises WireError and h11's ProtocolError."""
        plain = request(target, headers)
        if plain is None:
            h11.Request(method=b"GET", target=target, headers=list(headers))
            raise h11.LocalProtocolError("cannot be asked for")
        self.line.write(plain)
        data = await self.line.read(self.silence)
        head = unchanged(data)
        if head is None:
            return await self._head(h11.Request(method=b"GET", target=target, headers=list(headers)), data)
        self.stays = head.stays
        return head

    async def _head(self, asked: h11.Request, data: bytes) -> Head:
        """The head of the answer to `asked` that begins with `data`."""
        self.http = http = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        http.send(asked)
        http.send(h11.EndOfMessage())
        self._take(http, data)
        while not isinstance(event := await self._event(http), h11.Response):
            if not isinstance(event, h11.InformationalResponse) or event.status_code == 101:
                raise h11.RemoteProtocolError("changes the protocol unasked")
        headers = tuple((name.decode("latin-1"), text_of(value)) for name, value in event.headers)
        return Head(event.status_code, headers)

    async def read(self) -> bytes | None:
        """The next bytes of the answer's body, not unpacked; None at its end. Raises as `ask`."""
        event = await self._event(self.http) if self.http else None
        return bytes(event.data) if isinstance(event, h11.Data) else None

    async def _event(self, http: h11.Connection) -> h11.Event | None:
        """What comes next; None where the other side may not go on."""
        while (event := http.next_event()) is h11.NEED_DATA:
            self._take(http, await self.line.read(self.silence))
        return event if isinstance(event, h11.Event) else None

    def _take(self, http: h11.Connection, data: bytes) -> None:
        if not data and http.their_state is h11.SEND_RESPONSE:
            raise h11.RemoteProtocolError("closed without sending an answer")
        http.receive_data(data)

    @property
    def quiet(self) -> bool:
        """Whether the next request may be sent: the line is open and holds nothing that nobody asked for."""
        return self.line.quiet

    def renewed(self) -> bool:
        """Makes the connection ready for another request; False where the answer was not read to its end."""
        http, self.http = self.http, None
        if http is None:
            return self.stays and self.quiet
        if http.their_state is h11.SEND_BODY and not isinstance(http.next_event(), h11.EndOfMessage):
            return False
        ended = http.our_state is h11.DONE and http.their_state is h11.DONE and http.trailing_data == (b"", False)
        return ended and self.quiet

    def close(self) -> None:
        """Closes at once."""
        self.line.close()
