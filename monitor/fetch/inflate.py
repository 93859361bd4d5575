"""Content codings undone with the cap held before decompression (DESIGN.md, decision 2; RFC 9110, 8.4; pure).

Every decoder takes a chunk and a limit and gives at most that many bytes, so that a bomb costs its cap and no more.
gzip and deflate (with and without zlib wrapper) are always there; br and zstd when a library for them is installed.
"""

from __future__ import annotations

import importlib
import zlib
from collections.abc import Callable, Sequence
from typing import Any, Protocol

__all__ = ["BadCodingError", "Inflater", "TooLargeError", "accepted"]

_DEEPEST = 2


class TooLargeError(Exception):
    """More bytes than the cap. The message says which."""


class BadCodingError(Exception):
    """The coding is unknown, or the bytes do not follow it."""


class _Decoder(Protocol):
    def feed(self, data: bytes, limit: int) -> bytes:
        """Up to `limit` + 1 bytes; more than `limit` means that there was more. Raises BadCodingError."""
        ...

    def complete(self) -> bool:
        """True when the stream came to its proper end."""
        ...


class _Zlib:
    """gzip (several members, trailing junk ignored) and deflate in both readings; what is neither passes as it is."""

    def __init__(self, coding: str) -> None:
        self._coding = coding
        self._head = b""
        self._engine: Any = None
        self._plain = False
        self._members = 0

    def feed(self, data: bytes, limit: int) -> bytes:
        if self._engine is None and not self._plain:
            self._head += data
            if len(self._head) < 2:
                return b""
            data, self._head = self._head, b""
            self._choose(data)
        return data if self._plain else self._inflate(data, limit)

    def _choose(self, data: bytes) -> None:
        """Servers say gzip and send plain text, and mean either reading of deflate: the first two bytes tell."""
        if data[:2] == b"\x1f\x8b":
            self._engine = zlib.decompressobj(31)
        elif self._coding == "gzip":
            self._plain = True
        else:
            wrapped = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
            self._engine = zlib.decompressobj(15 if wrapped else -15)

    def _inflate(self, data: bytes, limit: int) -> bytes:
        out = bytearray()
        try:
            while data and len(out) <= limit:
                out += self._engine.decompress(data, limit - len(out) + 1)
                data = self._engine.unconsumed_tail or self._next_member()
        except zlib.error as error:
            raise BadCodingError(str(error)) from error
        return bytes(out)

    def _next_member(self) -> bytes:
        rest: bytes = self._engine.unused_data
        if not self._engine.eof or rest[:2] != b"\x1f\x8b" or self._members > 1000:
            return b""
        self._engine, self._members = zlib.decompressobj(31), self._members + 1
        return rest

    def complete(self) -> bool:
        return self._plain or self._engine is None or bool(self._engine.eof)


class _Brotli:
    """RFC 7932 through brotli or brotlicffi, 1.2 or newer: older ones cannot hold a cap."""

    def __init__(self, library: Any) -> None:
        self._engine = library.Decompressor()
        self._errors = library.error

    def feed(self, data: bytes, limit: int) -> bytes:
        try:
            out: bytes = self._engine.process(data, output_buffer_limit=limit + 1)
            while len(out) <= limit and not self._engine.can_accept_more_data():
                out += self._engine.process(b"", output_buffer_limit=limit + 1 - len(out))
        except self._errors as error:
            raise BadCodingError(str(error)) from error
        return out

    def complete(self) -> bool:
        return bool(self._engine.is_finished())


class _Zstd:
    """RFC 8878 through the zstandard library, frame after frame, in a window of 8 MB (RFC 9659).

    It is fed 128 bytes at a time: 4 bytes unfold to 128 KiB at most.
    """

    _STEP = 128

    def __init__(self, library: Any) -> None:
        self._maker = library.ZstdDecompressor(max_window_size=8 * 2**20)
        self._engine = self._maker.decompressobj()
        self._errors = library.ZstdError

    def feed(self, data: bytes, limit: int) -> bytes:
        out = bytearray()
        try:
            for at in range(0, len(data), self._STEP):
                piece = data[at : at + self._STEP]
                while piece and len(out) <= limit:
                    out += self._engine_for_more().decompress(piece)
                    piece = self._engine.unused_data
        except self._errors as error:
            raise BadCodingError(str(error)) from error
        return bytes(out)

    def _engine_for_more(self) -> Any:
        if self._engine.eof:
            self._engine = self._maker.decompressobj()
        return self._engine

    def complete(self) -> bool:
        return bool(self._engine.eof)


def _library(*names: str) -> Any:
    for name in names:
        try:
            return importlib.import_module(name)
        except ImportError:
            continue
    return None


def _makers() -> dict[str, Callable[[], _Decoder]]:
    makers: dict[str, Callable[[], _Decoder]] = {
        "gzip": lambda: _Zlib("gzip"),
        "x-gzip": lambda: _Zlib("gzip"),
        "deflate": lambda: _Zlib("deflate"),
    }
    brotli, zstd = _library("brotli", "brotlicffi"), _library("zstandard")
    if brotli and hasattr(brotli.Decompressor, "can_accept_more_data"):
        makers["br"] = lambda: _Brotli(brotli)
    if zstd:
        makers["zstd"] = lambda: _Zstd(zstd)
    return makers


def accepted() -> str:
    """What we ask for: what we can undo under a cap, with the libraries that are installed."""
    return ", ".join(name for name in _makers() if name != "x-gzip")


_MAKERS = _makers()


class Inflater:
    """Undoes the codings of one body, chunk by chunk. `cap` bounds the bytes of every stage."""

    def __init__(self, content_encoding: str, cap: int) -> None:
        """Raises BadCodingError for a coding we cannot undo, or more than two of them."""
        names = [name.strip().lower() for name in content_encoding[:500].split(",")]
        codings = [name for name in names if name not in ("", "identity", "none", "utf-8")]
        if len(codings) > _DEEPEST or len(content_encoding) > 500:
            raise BadCodingError("more than two codings on top of each other")
        self._decoders = _decoders(codings)
        self._given = [0] * len(self._decoders)
        self._cap = cap

    def feed(self, data: bytes) -> bytes:
        """The plain bytes of one chunk. Raises TooLargeError, BadCodingError."""
        for stage, decoder in enumerate(self._decoders):
            data = decoder.feed(data, self._cap - self._given[stage])
            self._given[stage] += len(data)
            if self._given[stage] > self._cap:
                raise TooLargeError(f"inflates to more than {self._cap:,} bytes")
        return data

    def finish(self) -> None:
        """Raises BadCodingError when a stream broke off before its end."""
        if not all(decoder.complete() for decoder in self._decoders):
            raise BadCodingError("the compressed body breaks off before its end")


def _decoders(codings: Sequence[str]) -> list[_Decoder]:
    unknown = [name for name in codings if name not in _MAKERS]
    if unknown:
        raise BadCodingError(f"the coding {unknown[0][:40]!r} cannot be undone here")
    return [_MAKERS[name]() for name in reversed(codings)]
