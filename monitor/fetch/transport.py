"""An httpx transport over our own sockets: no proxies, no cookies, no HTTP/2, one TLS context, few idle connections.

httpx's own pool costs more the more connections it holds (DESIGN.md, decision 1). Hosts are asked one at a time,
so all that is needed of a pool is a place for eight connections that may be used again.
"""

from __future__ import annotations

import importlib.util
import os
import ssl
import sys
from collections import OrderedDict
from collections.abc import AsyncIterator
from pathlib import Path

import certifi
import httpcore
import httpx

from monitor.errors import ConfigError
from monitor.fetch.backend import Stream

__all__ = ["GuardedTransport", "tls_context"]

_KEEPALIVE = 8
_KEEPALIVE_SECONDS = 15.0
_STALE = (httpcore.RemoteProtocolError, httpcore.ReadError, httpcore.WriteError)

Connection = httpcore.AsyncHTTPConnection


class GuardedTransport(httpx.AsyncBaseTransport):
    """Sends requests over sockets that `backend` opens. Raises httpcore's and the backend's errors."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend, tls: ssl.SSLContext) -> None:
        _spare_searches()
        self._backend = backend
        self._tls = tls
        self._idle: OrderedDict[str, Connection] = OrderedDict()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The answer, its body not read yet: close it. Asked again when an idle connection turned out to be stale."""
        sent = _for_httpcore(request)
        used_before = await self._take(str(sent.url.origin))
        if used_before is not None:
            try:
                return await self._send(used_before, sent)
            except _STALE:
                pass
        fresh = httpcore.AsyncHTTPConnection(
            sent.url.origin, self._tls, keepalive_expiry=_KEEPALIVE_SECONDS, network_backend=self._backend
        )
        return await self._send(fresh, sent)

    async def aclose(self) -> None:
        """Closes what is idle."""
        while self._idle:
            await self._idle.popitem()[1].aclose()

    async def _send(self, connection: Connection, request: httpcore.Request) -> httpx.Response:
        try:
            answer = await connection.handle_async_request(request)
            _unasked(answer)
        except BaseException:
            await connection.aclose()
            raise
        body = _Body(self, connection, str(request.url.origin), answer)
        return httpx.Response(answer.status, headers=answer.headers, stream=body, extensions=answer.extensions)

    async def _take(self, origin: str) -> Connection | None:
        connection = self._idle.pop(origin, None)
        if connection is None or (connection.is_available() and not connection.has_expired()):
            return connection
        await connection.aclose()
        return None

    async def keep(self, connection: Connection, origin: str) -> None:
        """Keeps a connection whose answer was read to its end; closes it otherwise, and the oldest beyond eight."""
        if not connection.is_idle() or origin in self._idle:
            await connection.aclose()
            return
        self._idle[origin] = connection
        if len(self._idle) > _KEEPALIVE:
            await self._idle.popitem(last=False)[1].aclose()


class _Body(httpx.AsyncByteStream):
    """The body of an answer; closing it gives the connection back."""

    def __init__(
        self,
        transport: GuardedTransport,
        connection: Connection,
        origin: str,
        answer: httpcore.Response,
    ) -> None:
        self._transport = transport
        self._connection = connection
        self._origin = origin
        self._answer = answer

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._answer.aiter_stream():
            yield chunk

    async def aclose(self) -> None:
        await self._answer.aclose()
        await self._transport.keep(self._connection, self._origin)


def _for_httpcore(request: httpx.Request) -> httpcore.Request:
    url = request.url
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    return httpcore.Request(request.method, target, headers=request.headers.raw, extensions=request.extensions)


def _unasked(answer: httpcore.Response) -> None:
    """Raises RemoteProtocolError for an answer that was there before its request: left over from the one before."""
    stream = answer.extensions.get("network_stream")
    if isinstance(stream, Stream) and not stream.reads:
        raise httpcore.RemoteProtocolError("the answer was sent before it was asked for")


def _spare_searches() -> None:
    """httpcore tries to import sniffio several times a request; where it is missing, each try searches the whole path.

    A module that is marked as missing fails at once: a third less CPU a poll (bench/fetch.py).
    """
    if "sniffio" not in sys.modules and importlib.util.find_spec("sniffio") is None:
        sys.modules["sniffio"] = None  # type: ignore[assignment]


def tls_context() -> ssl.SSLContext:
    """Certificates from SSL_CERT_FILE or SSL_CERT_DIR, else the system's, else certifi's.

    Raises ConfigError when the named file or folder cannot be used.
    """
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    system = ssl.get_default_verify_paths()
    if not file and not folder and system.cafile is None and not _has_certificates(system.capath):
        file = certifi.where()
    try:
        return ssl.create_default_context(cafile=file or None, capath=folder or None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"no certificates can be read ({error})",
            subject=f"SSL_CERT_FILE={file}",
            mend="correct or unset the variable",
        ) from error


def _has_certificates(folder: str | None) -> bool:
    return folder is not None and Path(folder).is_dir() and any(Path(folder).iterdir())
