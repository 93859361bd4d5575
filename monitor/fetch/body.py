"""One body, chunk by chunk, within its caps: compressed bytes are counted as they arrive, plain ones as they unfold."""

from __future__ import annotations

from collections.abc import Mapping

import h11

from monitor.fetch.classify import SAMPLE
from monitor.fetch.inflate import BadCodingError, Inflater, TooLargeError
from monitor.fetch.policy import FetchPolicy
from monitor.fetch.wire import BrokenOffError, Connection

__all__ = ["read_body"]


async def read_body(connection: Connection, status: int, headers: Mapping[str, str], policy: FetchPolicy) -> bytes:
    """The plain body. Raises TooLargeError, BadCodingError, WireError and h11's ProtocolError.

    Of an error answer only the beginning is read, enough to tell what it is, and nothing of it can fail.
    """
    if status in (204, 205):
        return b""
    if not 200 <= status < 300:
        return await _beginning(connection, headers)
    if _declared(headers) > policy.max_compressed:
        raise TooLargeError(f"has {_declared(headers):,} bytes, more than {policy.max_compressed:,}")
    inflater = Inflater(headers.get("content-encoding", ""), policy.max_inflated)
    parts, received = bytearray(), 0
    while (chunk := await connection.read()) is not None:
        received += len(chunk)
        if received > policy.max_compressed:
            raise TooLargeError(f"has more than {policy.max_compressed:,} bytes")
        parts += inflater.feed(chunk)
    inflater.finish()
    return bytes(parts)


async def _beginning(connection: Connection, headers: Mapping[str, str]) -> bytes:
    parts, received = bytearray(), 0
    try:
        inflater = Inflater(headers.get("content-encoding", ""), 4 * SAMPLE)
        while (chunk := await connection.read()) is not None:
            received += len(chunk)
            parts += inflater.feed(chunk)
            if len(parts) >= SAMPLE or received >= SAMPLE:
                break
    except (TooLargeError, BadCodingError, BrokenOffError, h11.ProtocolError):
        pass
    return bytes(parts[:SAMPLE])


def _declared(headers: Mapping[str, str]) -> int:
    """Content-Length, 0 when it is absent or no number."""
    value = headers.get("content-length", "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 19 else 0
