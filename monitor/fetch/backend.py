"""Where sockets open: the one place that decides whom we talk to (DESIGN.md, decision 3).

A name is resolved once, its addresses are checked, and the connection goes to a checked address: redirects and names
that change their answer (DNS rebinding) cannot lead elsewhere. TLS and the Host header keep the name.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

from monitor.fetch.addresses import Address, Network, may_contact
from monitor.fetch.resolver import Resolver

__all__ = ["ForbiddenAddressError", "GuardedBackend", "UnknownNameError"]


class ForbiddenAddressError(Exception):
    """Every address of the name is private or otherwise not public, and none is allow-listed."""


class UnknownNameError(Exception):
    """The name has no address."""


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects to public and allow-listed addresses only.

    Raises ForbiddenAddressError, UnknownNameError and httpcore's errors.
    """

    def __init__(self, resolver: Resolver, allowed: tuple[Network, ...]) -> None:
        self._resolver = resolver
        self._allowed = allowed

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to `host` within `timeout` seconds, name resolution included."""
        try:
            async with asyncio.timeout(timeout):
                return Stream(await self._connect(await self._addresses(host), port))
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"no connection within {timeout} s") from error
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error

    async def _addresses(self, host: str) -> list[Address]:
        try:
            found = await self._resolver.resolve(host)
        except (OSError, UnicodeError) as error:
            raise UnknownNameError(str(error)) from error
        if not found:
            raise UnknownNameError("no address")
        usable = [address for address in found if may_contact(address, self._allowed)]
        if not usable:
            raise ForbiddenAddressError(str(found[0]))
        return usable

    async def _connect(self, addresses: list[Address], port: int) -> socket.socket:
        """The first address that answers; each but the last gets two seconds. Raises OSError of the last."""
        for address in addresses[:-1][:3]:
            try:
                async with asyncio.timeout(2):
                    return await _open(address, port)
            except OSError:
                continue
        return await _open(addresses[-1], port)


async def _open(address: Address, port: int) -> socket.socket:
    sock = socket.socket(socket.AF_INET if address.version == 4 else socket.AF_INET6, socket.SOCK_STREAM)
    try:
        sock.setblocking(False)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await asyncio.get_running_loop().sock_connect(sock, (str(address), port))
    except BaseException:
        sock.close()
        raise
    return sock


class Stream(httpcore.AsyncNetworkStream):
    """One connection. `reads` counts reads since the last write: a complete answer without any was left over."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None
        self.reads = 0

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        reader, _ = await self._streams()
        self.reads += 1
        try:
            async with asyncio.timeout(timeout):
                return await reader.read(max_bytes)
        except TimeoutError as error:
            raise httpcore.ReadTimeout(f"silent for {timeout} s") from error
        except OSError as error:
            raise httpcore.ReadError(str(error)) from error

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        _, writer = await self._streams()
        self.reads = 0
        try:
            writer.write(buffer)
            async with asyncio.timeout(timeout):
                await writer.drain()
        except TimeoutError as error:
            raise httpcore.WriteTimeout(f"took nothing for {timeout} s") from error
        except OSError as error:
            raise httpcore.WriteError(str(error)) from error

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        try:
            async with asyncio.timeout(timeout):
                self._reader, self._writer = await asyncio.open_connection(
                    sock=self._sock, ssl=ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as error:
            raise httpcore.ConnectTimeout(f"no TLS handshake within {timeout} s") from error
        except (OSError, EOFError) as error:
            raise httpcore.ConnectError(str(error)) from error
        finally:
            if self._writer is None:
                self._sock.close()
        return self

    async def aclose(self) -> None:
        """Closes at once, without waiting for the other side's goodbye."""
        if self._writer is None:
            self._sock.close()
        else:
            self._writer.transport.abort()

    def get_extra_info(self, info: str) -> Any:
        if info == "ssl_object":
            return self._writer.get_extra_info("ssl_object") if self._writer else None
        if info == "is_readable":
            return self._unasked()
        return None

    def _unasked(self) -> bool:
        """True when an idle connection was closed by the other side or holds bytes nobody asked for."""
        if self._reader is None or self._writer is None:
            return False
        return self._reader.at_eof() or self._writer.is_closing() or len(self._reader._buffer) > 0  # type: ignore[attr-defined]

    async def _streams(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        if self._reader is None or self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(sock=self._sock)
        return self._reader, self._writer
