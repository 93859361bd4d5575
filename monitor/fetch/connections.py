"""Connections to ask through: a fresh one, or one of the few that are kept for a moment. No proxies, no HTTP/2.

httpx's own pool costs more the more connections it holds (DESIGN.md, decision 1). Hosts are asked one at a time,
so all that is needed of a pool is a place for eight connections that may be used again.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import certifi
import h11

from monitor.errors import ConfigError
from monitor.fetch.dialer import Dialer
from monitor.fetch.heads import Head
from monitor.fetch.urls import Target
from monitor.fetch.wire import BrokenOffError, Connection

__all__ = ["Connections", "tls_context"]

_KEPT: Final = 8
_KEPT_SECONDS: Final = 15.0
_STALE: Final = (h11.RemoteProtocolError, BrokenOffError)

Sent = Sequence[tuple[bytes, bytes]]


class Connections:
    """Asks over connections that `dialer` opens; `silence` is the longest wait for the next byte, in seconds."""

    def __init__(self, dialer: Dialer, silence: float) -> None:
        self._dialer = dialer
        self._silence = silence
        self._idle: OrderedDict[str, Connection] = OrderedDict()

    async def ask(self, target: Target, headers: Sent) -> tuple[Connection, Head]:
        """The head of the answer to a GET, and the connection to read its body from: give it back with `release`.

        Asked again when a kept connection turned out to be stale. Raises what the dialer and the connection raise.
        """
        kept = self._take(target.origin)
        if kept is not None:
            try:
                return kept, await _asked(kept, target, headers)
            except _STALE:
                pass
        line = await self._dialer.line(target.host, target.port, secure=target.secure)
        fresh = Connection(target.origin, line, self._silence)
        return fresh, await _asked(fresh, target, headers)

    def _take(self, origin: str) -> Connection | None:
        kept = self._idle.pop(origin, None)
        if kept is None or (kept.quiet and _now() - kept.idle_since < _KEPT_SECONDS):
            return kept
        kept.close()
        return None

    def release(self, used: Connection) -> None:
        """Keeps a connection whose answer was read to its end; closes it otherwise, and the oldest beyond eight."""
        if used.origin in self._idle or not used.renewed():
            used.close()
            return
        used.idle_since = _now()
        self._idle[used.origin] = used
        if len(self._idle) > _KEPT:
            self._idle.popitem(last=False)[1].close()

    def close(self) -> None:
        """Closes what is kept."""
        while self._idle:
            self._idle.popitem()[1].close()


async def _asked(connection: Connection, target: Target, headers: Sent) -> Head:
    try:
        return await connection.ask(target.path, [(b"Host", target.authority), *headers])
    except BaseException:
        connection.close()
        raise


def _now() -> float:
    return asyncio.get_running_loop().time()


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
