"""Where sockets open: the one place that decides whom we talk to (DESIGN.md, decision 3).

A name is resolved once, its addresses are checked, and the connection goes to a checked address: redirects and names
that change their answer (DNS rebinding) cannot lead elsewhere. TLS and the Host header keep the name.
"""

from __future__ import annotations

import asyncio
import socket
import ssl

from monitor.fetch.addresses import Address, Network, may_contact
from monitor.fetch.resolver import Resolver
from monitor.fetch.wire import ConnectFailedError, ConnectTimeoutError, Line

__all__ = ["Dialer", "ForbiddenAddressError", "UnknownNameError"]


class ForbiddenAddressError(Exception):
    """Every address of the name is private or otherwise not public, and none is allow-listed."""


class UnknownNameError(Exception):
    """The name has no address."""


class Dialer:
    """Connects to public and allow-listed addresses only, within `limit` seconds, name resolution included.

    Raises ForbiddenAddressError, UnknownNameError, ConnectTimeoutError and ConnectFailedError.
    """

    def __init__(self, resolver: Resolver, allowed: tuple[Network, ...], tls: ssl.SSLContext, limit: float) -> None:
        self._resolver = resolver
        self._allowed = allowed
        self._tls = tls
        self._limit = limit

    async def line(self, host: str, port: int, *, secure: bool) -> Line:
        """An open connection to `host`, through TLS where it is to be `secure`; the handshake gets as long again."""
        try:
            async with asyncio.timeout(self._limit):
                sock = await self._connect(await self._addresses(host), port)
        except TimeoutError as error:
            raise ConnectTimeoutError(f"no connection within {self._limit} s") from error
        except OSError as error:
            raise ConnectFailedError(str(error)) from error
        return await (self._secured(sock, host) if secure else _plain(sock))

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

    async def _secured(self, sock: socket.socket, host: str) -> Line:
        try:
            async with asyncio.timeout(self._limit):
                loop = asyncio.get_running_loop()
                _, line = await loop.create_connection(Line, sock=sock, ssl=self._tls, server_hostname=host)
        except TimeoutError as error:
            sock.close()
            raise ConnectTimeoutError(f"no TLS handshake within {self._limit} s") from error
        except (OSError, EOFError) as error:
            sock.close()
            raise ConnectFailedError(str(error)) from error
        except BaseException:
            sock.close()
            raise
        return line


async def _plain(sock: socket.socket) -> Line:
    _, line = await asyncio.get_running_loop().create_connection(Line, sock=sock)
    return line


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
