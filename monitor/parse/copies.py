"""Texts that repeat one another nearly word for word: agency lines, syndicated columns, the same page under two
addresses.

A signature keeps the smallest hashes of all word shingles of a text (a bottom-k sketch, Cohen and Kaplan 2007), so the
share of shingles two texts have in common is read off two signatures, also for short texts. The very smallest hashes
serve as keys of an index: texts alike share at least one almost surely, texts unlike almost never.
"""

from __future__ import annotations

import heapq
import re
import struct
import unicodedata
from zlib import crc32

__all__ = ["Signature", "alike", "bands", "likeness", "pack", "signature", "unpack"]

Signature = tuple[int, ...]
"""Ascending 32-bit hashes."""

_WORDS = re.compile(r"\w+")
_SHINGLE = 4
_SIZE = 128
_BANDS = 8
_MASK = 0xFFFFFFFF


def signature(text: str) -> Signature:
    """The smallest hashes of the shingles of four words of `text`; () for a text without words."""
    words = _WORDS.findall(unicodedata.normalize("NFKC", text).casefold())
    count = max(1, len(words) - _SHINGLE + 1) if words else 0
    return tuple(heapq.nsmallest(_SIZE, {_hash(words[i : i + _SHINGLE]) for i in range(count)}))


def likeness(a: Signature | bytes, b: Signature | bytes) -> float:
    """Estimated share (0..1) of shingles common to both texts (Jaccard). Takes packed signatures too."""
    one, two = set(_plain(a)), set(_plain(b))
    smallest = sorted(one | two)[:_SIZE]
    return len((one & two).intersection(smallest)) / len(smallest) if smallest else 0.0


def alike(sketch: Signature, packed: bytes, share: float) -> bool:
    """Whether `likeness` is at least `share`. Most are told apart by how few hashes they have in common at all."""
    common = len(set(sketch).intersection(unpack(packed)))
    return common >= share * max(len(sketch), len(packed) // 4) and likeness(sketch, packed) >= share


def bands(text: Signature | str) -> tuple[str, ...]:
    """Keys for an index, from a signature or its text: two texts more than half alike share one almost surely."""
    return tuple(f"{h:08x}" for h in (signature(text) if isinstance(text, str) else text)[:_BANDS])


def pack(sketch: Signature) -> bytes:
    """Four bytes a hash, for a BLOB column."""
    return struct.pack(f">{len(sketch)}I", *sketch)


def unpack(packed: bytes) -> Signature:
    """What `pack` packed."""
    return struct.unpack_from(f">{len(packed) // 4}I", packed)


def _plain(sketch: Signature | bytes) -> Signature:
    return unpack(sketch) if isinstance(sketch, bytes) else sketch


def _hash(words: list[str]) -> int:
    """CRC-32 spread by a multiplication (Fibonacci hashing), so that the smallest are a fair sample."""
    mixed = crc32(" ".join(words).encode("utf-8", "replace"))
    mixed = (mixed ^ mixed >> 16) * 0x7FEB352D & _MASK
    mixed = (mixed ^ mixed >> 15) * 0x846CA68B & _MASK
    return mixed ^ mixed >> 16
