"""Words for amounts in a configuration: `15m` is 900 seconds, `15MB` is 15,000,000 bytes. Pure."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

__all__ = ["Duration", "Size", "duration", "duration_text", "size"]

_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0, "d": 86400.0, "w": 604800.0}
_BYTES = {"": 1, "b": 1, "kb": 10**3, "mb": 10**6, "gb": 10**9, "kib": 2**10, "mib": 2**20, "gib": 2**30}
_DURATION = re.compile(r"(?:\d+(?:\.\d+)?\s*(?:ms|[smhdw])\s*)+", re.ASCII)
_PART = re.compile(r"(\d+(?:\.\d+)?)\s*(ms|[smhdw])", re.ASCII)
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([kmg]?i?b?)", re.ASCII)


def duration(text: object) -> float:
    """Seconds of `15m`, `30s`, `1h30m`, `2d`; 0 may stand bare. PydanticCustomError for anything else."""
    if isinstance(text, str) and _DURATION.fullmatch(text.strip().lower()):
        return sum(float(n) * _SECONDS[unit] for n, unit in _PART.findall(text.lower()))
    if text == 0 and not isinstance(text, bool):
        return 0.0
    raise PydanticCustomError("duration", "is not a duration; write it like 30s, 15m, 2h or 1d")


def duration_text(seconds: float) -> str:
    """The shortest word for so many seconds: 900 -> `15m`."""
    for unit in ("w", "d", "h", "m", "s"):
        if seconds and seconds % _SECONDS[unit] == 0:
            return f"{int(seconds // _SECONDS[unit])}{unit}"
    return f"{round(seconds * 1000)}ms" if seconds else "0s"


def size(text: object) -> int:
    """Bytes of `15MB`, `200 kB`, `64MiB` or a bare number. PydanticCustomError for anything else."""
    if isinstance(text, int) and not isinstance(text, bool):
        return text
    if isinstance(text, str) and (found := _SIZE.fullmatch(text.strip().lower())) and found[2] in _BYTES:
        return int(float(found[1]) * _BYTES[found[2]])
    raise PydanticCustomError("size", "is not a size; write it like 500kB, 15MB or 1GB")


def _typed_duration(value: Any) -> float:
    return value if isinstance(value, float) else duration(value)


Duration = Annotated[
    float,
    BeforeValidator(_typed_duration),
    PlainSerializer(duration_text, return_type=str, when_used="json"),
    WithJsonSchema({"type": "string", "pattern": r"^(\d+(\.\d+)?\s*(ms|[smhdw])\s*)+$", "examples": ["15m"]}),
]
"""Seconds, written `15m` in YAML."""

Size = Annotated[
    int,
    BeforeValidator(size),
    WithJsonSchema(
        {"type": ["string", "integer"], "pattern": r"^\d+(\.\d+)?\s*([kKmMgG]i?)?[bB]?$", "examples": ["15MB"]}
    ),
]
"""Bytes, written `15MB` in YAML."""
