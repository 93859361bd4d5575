"""Nouns of the model <-> JSON text, times <-> ISO 8601 text, ids <-> the words people type. Pure."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import TypeAdapter

from monitor.errors import UsageError
from monitor.model import Fact, FeedState, Figure

__all__ = [
    "KINDS",
    "clean",
    "fact_of",
    "fact_text",
    "figure_of",
    "figure_text",
    "json_text",
    "named",
    "numbered",
    "sha256",
    "stamp",
    "state_of",
    "state_text",
    "when",
    "whole",
]

_FIGURE, _FACT, _STATE = TypeAdapter(Figure), TypeAdapter(Fact), TypeAdapter(FeedState)

KINDS = ("feed", "entry", "capture", "article", "version", "figure", "flag", "delivery", "history")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PUBLIC = re.compile(rf"({'|'.join(KINDS)})-(\d{{1,18}})", re.ASCII)


def stamp(time: datetime) -> str:
    """A time as text that sorts: UTC, microseconds, always of one length."""
    return time.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def when(text: str | None) -> datetime | None:
    """The time of `stamp`'s text."""
    return datetime.fromisoformat(text) if text else None


def clean(text: str) -> str:
    """The text with lone surrogates, which no encoding knows, each replaced by U+FFFD: offsets hold."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def figure_text(figure: Figure) -> str:
    """A figure as JSON."""
    return _FIGURE.dump_json(figure).decode()


def figure_of(text: str) -> Figure:
    """The figure of `figure_text`."""
    return _FIGURE.validate_json(text)


def fact_text(fact: Fact) -> str:
    """A fact as JSON."""
    return _FACT.dump_json(fact).decode()


def fact_of(text: str) -> Fact:
    """The fact of `fact_text`."""
    return _FACT.validate_json(text)


def state_text(state: FeedState) -> str:
    """A feed's state as JSON."""
    return _STATE.dump_json(state).decode()


def state_of(text: str) -> FeedState:
    """The state of `state_text`."""
    return _STATE.validate_json(text)


def json_text(value: Any) -> str:
    """Compact JSON, keys in order, so that equal values are equal texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(*parts: str) -> str:
    """Hash of texts, kept apart from each other."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def whole(value: Any) -> Any:
    """A number without a fraction as an integer: 19546, not 19546.0; anything else as it is."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def named(kind: str, number: int) -> str:
    """`flag-3` for ("flag", 3)."""
    return f"{kind}-{number}"


def numbered(public_id: str, kinds: Sequence[str] = KINDS) -> tuple[str, int]:
    """("flag", 3) for `flag-3`. UsageError when it is no id of these kinds."""
    found = _PUBLIC.fullmatch(public_id.strip().lower())
    if found is not None and found[1] not in kinds:
        takes = " or ".join(kinds)
        raise UsageError(f"is no {takes}", subject=public_id, mend=f"give one, like {kinds[0]}-3")
    if found is None:
        raise UsageError("is not an id", subject=public_id, mend=f"write it like {kinds[0]}-3")
    return found[1], int(found[2])
