"""Heads of requests and answers as bytes (pure): a request, and the answer that comes most, that nothing has changed.

Both are so plain that they need no state of a protocol: h11 costs more than all else of such a poll. Whatever is not
exactly as expected here is left to h11.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from monitor.fetch.headers import Headers

__all__ = ["Head", "request", "unchanged"]

_TARGET: Final = re.compile(rb"[!-~]+")
_UNSENDABLE: Final = re.compile(rb"[\x00\x0a-\x0d]")
_UNCHANGED: Final = re.compile(
    r"HTTP/1\.1 304(?: [^\x00-\x08\x0a-\x1f\x7f]*)?\r\n"
    r"((?:[-!#$%&'*+.^_`|~0-9A-Za-z]+:[^\x00-\x08\x0a-\x1f\x7f]*\r\n)*)\r\n"
)
_FRAMING: Final = frozenset(("content-length", "transfer-encoding", "upgrade"))
_STAYING: Final = frozenset(("", "keep-alive"))


class Head(NamedTuple):
    """The head of an answer, header names in lower case; `stays`: the connection may be asked again."""

    status: int
    headers: Headers
    stays: bool = True


def request(target: bytes, headers: Sequence[tuple[bytes, bytes]]) -> bytes | None:
    """A GET as it goes over the wire, or None when target or values hold what may not stand in it."""
    lines = [b"%b: %b" % pair for pair in headers]
    if not _TARGET.fullmatch(target) or _UNSENDABLE.search(b"".join(lines)):
        return None
    return b"GET %b HTTP/1.1\r\n%b\r\n\r\n" % (target, b"\r\n".join(lines))


def unchanged(data: bytes) -> Head | None:
    """The head of a 304 when `data` is one, whole and with nothing after it; None for anything else."""
    if not data.startswith(b"HTTP/1.1 304"):
        return None
    found = _UNCHANGED.fullmatch(data.decode("latin-1"))
    if found is None:
        return None
    headers = tuple(_header(line) for line in found[1].split("\r\n")[:-1])
    if any(name in _FRAMING for name, _ in headers):
        return None
    told = {word.strip(" \t").lower() for name, value in headers if name == "connection" for word in value.split(",")}
    return Head(304, headers, told <= _STAYING)


def _header(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.lower(), value.strip(" \t")
