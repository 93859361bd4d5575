"""A small HTTP server for this machine alone: few connections, short requests, a time limit on everything."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from monitor.errors import ConfigError, StoreError
from monitor.health._vitals import Vitals

__all__ = ["PATIENCE", "Pulse", "served"]

Pulse = Callable[[], Awaitable[Mapping[str, Any]]]
"""Asks the database for what `Store.pulse` gives."""

MOST, HEAD, PATIENCE = 8, 8192, 5.0
"""Connections at once, bytes of a request, seconds that one may take."""

ANSWER = 2.0
"""Seconds that the database has to answer."""

TEXT, JSON, METRICS = "text/plain; charset=utf-8", "application/json", "text/plain; version=0.0.4; charset=utf-8"
Reply = tuple[HTTPStatus, str, bytes]


@contextlib.asynccontextmanager
async def served(listen: str | None, vitals: Vitals, pulse: Pulse) -> AsyncIterator[None]:
    """Serve on `listen` (``address:port``) until the block ends; nothing when it is None.

    ConfigError when the place is taken.
    """
    if listen is None:
        yield
        return
    place = urlsplit(f"//{listen}")
    try:
        server = await asyncio.start_server(_Server(vitals, pulse).talk, place.hostname, place.port, limit=HEAD)
    except OSError as wrong:
        mend = "choose another port in config.yaml"
        raise ConfigError(f"cannot listen: {wrong.strerror}", subject=f"health.listen {listen}", mend=mend) from wrong
    try:
        yield
    finally:
        server.close()


class _Server:
    def __init__(self, vitals: Vitals, pulse: Pulse) -> None:
        self.vitals, self.pulse, self._talking = vitals, pulse, 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request and its answer; whoever is slow, too long or too many is hung up on."""
        if self._talking >= MOST:
            writer.close()
            return
        self._talking += 1
        broken = (TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, OSError)
        try:
            with contextlib.suppress(*broken):
                async with asyncio.timeout(PATIENCE):
                    request = await reader.readuntil(b"\r\n\r\n")
                    writer.write(_http(*await self._reply(request.partition(b"\r\n")[0])))
                    await writer.drain()
        finally:
            self._talking -= 1
            writer.close()

    async def _reply(self, line: bytes) -> Reply:
        method, target, *_ = [*line.decode("latin-1").split(" "), "", ""]
        if method != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED, TEXT, b"only GET is answered\n"
        path = target.partition("?")[0]
        if path == "/healthz":
            return _health(self.vitals, await self._pulse())
        if path == "/metrics":
            return _measured(self.vitals, await self._pulse())
        return HTTPStatus.NOT_FOUND, TEXT, b"there are /healthz and /metrics\n"

    async def _pulse(self) -> Mapping[str, Any] | None:
        try:
            return await asyncio.wait_for(self.pulse(), ANSWER)
        except (TimeoutError, StoreError):
            return None


def _health(vitals: Vitals, pulse: Mapping[str, Any] | None) -> Reply:
    problems = list(vitals.problems(pulse))
    body = {"status": "wrong" if problems else "ok", "problems": problems}
    status = HTTPStatus.SERVICE_UNAVAILABLE if problems else HTTPStatus.OK
    return status, JSON, json.dumps(body, ensure_ascii=False).encode() + b"\n"


def _measured(vitals: Vitals, pulse: Mapping[str, Any] | None) -> Reply:
    try:
        from monitor.health._metrics import exposition
    except ImportError:
        return (
            HTTPStatus.NOT_IMPLEMENTED,
            TEXT,
            b"needs an extra that is not installed: pip install 'monitor[metrics]'\n",
        )
    return HTTPStatus.OK, METRICS, exposition(vitals, pulse)


def _http(status: HTTPStatus, kind: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n"
    return f"{head}Cache-Control: no-store\r\nConnection: close\r\n\r\n".encode("ascii") + body
