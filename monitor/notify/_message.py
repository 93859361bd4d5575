"""One flag in the words that reach a person, whatever the channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["DeliveryError", "Message", "compose"]


class DeliveryError(Exception):
    """A channel could not deliver; `retry_after` is in seconds when the receiver named a wait."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Message:
    """A flag as sent: `key` is the same at every repeat; `fields` is the JSON body; `line` the one-line form."""

    key: str
    line: str
    fields: Mapping[str, Any]


def compose(flag: Mapping[str, Any], *, key: str) -> Message:
    """A message of the store's flag detail. In its fields ``was`` is text: "more than 2,000", "exact 597".

    Receivers find a message by its own number; the number before must not look like another message's.
    """
    fields = {name: value for name, value in flag.items() if name != "was_qualifier"}
    before, qualifier = flag.get("was"), flag.get("was_qualifier") or "exact"
    fields["was"] = None if before is None else f"{qualifier.replace('_', ' ')} {before:,}"
    was = "" if before is None else f", was {_amount(before, qualifier)}"
    who = flag.get("speaker") or "nobody named"
    outlets = flag.get("outlets") or 1
    line = (
        f"{flag['kind'].replace('_', ' ')}: {_number(flag)} {flag['measure'].replace('_', ' ')}{was} - {who}; "
        f"“{flag['quote']}” ({flag['publisher']}, {outlets} outlet{'s' if outlets != 1 else ''}, rule {flag['rule']}) "
        f"{flag['link']}"
    )
    return Message(key, line, {"key": key, **fields})


def _number(flag: Mapping[str, Any]) -> str:
    """The value as people read it, with its qualifier: "more than 2,000", "5 to 7"."""
    if flag["value"] is None:
        return f"{flag['low']:,} to {flag['high']:,}"
    return _amount(flag["value"], flag["qualifier"])


def _amount(value: float, qualifier: str) -> str:
    return f"{value:,}" if qualifier in ("exact", "range") else f"{qualifier.replace('_', ' ')} {value:,}"
