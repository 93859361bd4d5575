"""A loopback farm: real HTTP on 127.0.0.1 with every manner a server can have. Standard library, one event loop.

::

    async with Farm() as farm:
        farm.serve("/feed.xml", document(RSS, etag='"1"'))
        farm.serve("/slow", hang())
        ... farm.url("/feed.xml") ... farm.seen[0].headers["if-none-match"]
"""

from __future__ import annotations

import asyncio
import contextlib
import gzip as gz
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from types import TracebackType

import brotli
import zstandard

__all__ = [
    "Farm",
    "Seen",
    "bomb",
    "close",
    "document",
    "drip",
    "endless",
    "forever",
    "hang",
    "in_turn",
    "packed",
    "raw",
    "redirect",
    "status",
]


@dataclass(frozen=True)
class Seen:
    """One request as it came: loop time, path with query, headers by lower-case name (as latin-1 text)."""

    at: float
    path: str
    headers: dict[str, str]


Write = asyncio.StreamWriter
Manner = Callable[[Seen, Write], Awaitable[None]]


def head(code: int, headers: dict[str, str], length: int | None = None) -> bytes:
    """A status line and headers; values are latin-1."""
    lines = [f"HTTP/1.1 {code} Because", *(f"{name}: {value}" for name, value in headers.items())]
    if length is not None:
        lines.append(f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def document(
    body: bytes, *, etag: str | None = None, modified: str | None = None, kind: str = "application/rss+xml", **more: str
) -> Manner:
    """A document that answers 304 to its own validators."""
    headers = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in more.items()}
    headers |= {"ETag": etag} if etag else {}
    headers |= {"Last-Modified": modified} if modified else {}

    async def manner(seen: Seen, out: Write) -> None:
        same = etag and seen.headers.get("if-none-match") == etag
        same = same or (not etag and modified and seen.headers.get("if-modified-since") == modified)
        out.write(head(304, headers) if same else head(200, headers, len(body)) + body)

    return manner


def packed(body: bytes, coding: str = "gzip") -> Manner:
    """`body` in a content coding: gzip, deflate, raw-deflate, br, zstd or gzip, gzip."""
    squeezed = {
        "gzip": lambda: gz.compress(body),
        "deflate": lambda: zlib.compress(body),
        "raw-deflate": lambda: zlib.compress(body)[2:-4],
        "gzip, gzip": lambda: gz.compress(gz.compress(body)),
        "br": lambda: brotli.compress(body),
        "zstd": lambda: zstandard.compress(body),
    }[coding]()
    return raw(head(200, {"Content-Encoding": coding.removeprefix("raw-")}, len(squeezed)) + squeezed, stay=True)


def bomb(megabytes: int = 64, coding: str = "gzip") -> Manner:
    """A small body that inflates to `megabytes` MiB of zeros."""
    if coding == "br":
        data = brotli.compress(bytes(megabytes * 2**20), quality=5)
    elif coding == "zstd":
        data = zstandard.compress(bytes(megabytes * 2**20))
    else:
        squeeze = zlib.compressobj(9, wbits=31 if coding == "gzip" else 15)
        data = b"".join([squeeze.compress(bytes(2**20)) for _ in range(megabytes)] + [squeeze.flush()])
    return raw(head(200, {"Content-Encoding": coding}, len(data)) + data)


def status(code: int, body: bytes = b"<h1>no</h1>", **headers: str) -> Manner:
    """Always this status; header names with underscores for dashes."""
    named = {"Content-Type": "text/html"} | {name.replace("_", "-"): value for name, value in headers.items()}
    empty = code in (204, 304)
    return raw(head(code, named, None if empty else len(body)) + (b"" if empty else body), stay=True)


def redirect(target: str, code: int = 302) -> Manner:
    """Points elsewhere; `target` goes out as UTF-8."""
    location = target.encode().decode("latin-1")
    return raw(head(code, {"Location": location}, 0), stay=True)


def raw(data: bytes, *, stay: bool = False) -> Manner:
    """Exactly these bytes; then the connection closes, unless `stay`."""

    async def manner(_: Seen, out: Write) -> None:
        out.write(data)
        if not stay:
            await out.drain()
            out.close()

    return manner


def close() -> Manner:
    """Closes without a byte."""
    return raw(b"")


def hang(first: bytes = b"") -> Manner:
    """Sends `first`, then nothing, until the other side leaves."""

    async def manner(_: Seen, out: Write) -> None:
        out.write(first)
        await forever()

    return manner


def drip(first: bytes, piece: bytes, every: float = 0.01) -> Manner:
    """Sends `first`, then `piece` again and again: a read timeout never fires."""

    async def manner(_: Seen, out: Write) -> None:
        out.write(first)
        while not out.is_closing():
            out.write(piece)
            await out.drain()
            await asyncio.sleep(every)

    return manner


def endless(piece: bytes = b"10000\r\n" + bytes(65536) + b"\r\n") -> Manner:
    """A chunked body without end, at full speed."""
    return drip(head(200, {"Transfer-Encoding": "chunked"}), piece, 0)


def in_turn(*manners: Manner) -> Manner:
    """One manner after the other; the last stays."""
    left = list(manners)

    async def manner(seen: Seen, out: Write) -> None:
        await (left.pop(0) if len(left) > 1 else left[0])(seen, out)

    return manner


async def forever() -> None:
    """Waits until cancelled."""
    await asyncio.get_running_loop().create_future()


@dataclass
class Farm:
    """The server. `host` may be any address of 127.0.0.0/8, so that one machine shows many hosts."""

    host: str = "127.0.0.1"
    manners: dict[str, Manner] = field(default_factory=dict)
    seen: list[Seen] = field(default_factory=list)
    most_open: int = 0
    connections: int = 0
    _open: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _server: asyncio.Server | None = None

    def serve(self, path: str, manner: Manner) -> str:
        """Answers `path` (without query) in this manner; gives its address."""
        self.manners[path] = manner
        return self.url(path)

    def url(self, path: str = "/") -> str:
        """The address of `path`."""
        return f"http://{self.host}:{self.port}{path}"

    @property
    def port(self) -> int:
        assert self._server is not None
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def paths(self) -> list[str]:
        """What was asked for, in order."""
        return [seen.path for seen in self.seen]

    async def __aenter__(self) -> Farm:
        self._server = await asyncio.start_server(self._connected, self.host, 0)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server is not None
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: Write) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self.connections += 1
        try:
            while not writer.is_closing():
                await self._answer(await reader.readuntil(b"\r\n\r\n"), writer)
        except (asyncio.IncompleteReadError, OSError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            writer.transport.abort()

    async def _answer(self, request: bytes, writer: Write) -> None:
        first, *lines = request.decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines if line)
        headers = {name.lower(): value.strip(" ") for name, _, value in pairs}
        seen = Seen(asyncio.get_running_loop().time(), first.split(" ")[1], headers)
        self.seen.append(seen)
        self._open += 1
        self.most_open = max(self.most_open, self._open)
        try:
            await self.manners.get(seen.path.partition("?")[0], status(404))(seen, writer)
            with contextlib.suppress(OSError):
                await writer.drain()
        finally:
            self._open -= 1
