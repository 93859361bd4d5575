"""One flag in the words that reach a person, whatever the channel."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from monitor.amounts import amount

__all__ = ["DeliveryError", "Message", "compose", "compose_digest"]


NAMED = 12
"""So many outlets are named in the words of a message; its JSON names all."""


class DeliveryError(Exception):
    """A channel could not deliver; `retry_after` is in seconds when the receiver named a wait."""

    def __init__(self, reason: str, retry_after: float | None = None) -> None:
        super().__init__(reason)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Message:
    """A flag as sent: `key` is the same at every repeat; `fields` is the JSON body; `line` the one-line form.

    `subject` and `text` are the form for mail and chats; where a message has none, they are made of the line.
    """

    key: str
    line: str
    fields: Mapping[str, Any]
    title: str = ""
    body: str = ""

    @property
    def subject(self) -> str:
        """What it is about, in a few words."""
        return self.title or f"monitor: {self.line[:100]}"

    @property
    def text(self) -> str:
        """All of it, over several lines."""
        return self.body or self.line


def compose(flag: Mapping[str, Any], *, key: str) -> Message:
    """A message of the store's flag detail: value, was, speaker, quote, link, rule, outlets by name, sources (issue 7).

    In its fields ``was`` is text ("more than 2,000", "exact 597"): receivers find a message by its own number, and the
    number before must not look like another message's.
    """
    who = flag.get("speaker") or "nobody named"
    line = f"{_what(flag)} - {who}; “{flag['quote']}” ({flag['publisher']}, {_spread(flag)}) {flag['link']}"
    return Message(key, line, {**_fields(flag), "key": key}, f"{_what(flag)} - {who}", _body(flag, who))


def compose_digest(flags: Sequence[Mapping[str, Any]], day: str, *, key: str) -> Message:
    """One message about all flags that waited for the digest of `day`."""
    title = f"digest of {day}: {len(flags)} flag{'s' if len(flags) != 1 else ''} that did not page"
    lines = [compose(flag, key=key).line for flag in flags]
    fields = {"key": key, "kind": "digest", "day": day, "flags": [_fields(flag) for flag in flags]}
    return Message(key, f"{title}: " + " | ".join(lines), fields, title, "\n\n".join([title, *lines]))


def _fields(flag: Mapping[str, Any]) -> dict[str, Any]:
    fields = {name: value for name, value in flag.items() if name != "was_qualifier"}
    words = str(flag.get("was_qualifier") or "exact").replace("_", " ")
    return fields | {"was": None if flag.get("was") is None else f"{words} {flag['was']:,}"}


def _what(flag: Mapping[str, Any]) -> str:
    before = {"value": flag.get("was"), "qualifier": flag.get("was_qualifier"), "unit": flag.get("unit")}
    was = "" if before["value"] is None else f", was {amount(before)}"
    return f"{flag['kind'].replace('_', ' ')}: {amount(flag)} {flag['measure'].replace('_', ' ')}{was}"


def _spread(flag: Mapping[str, Any]) -> str:
    """How many printed it and how many said it, and the rule that judged it new."""
    outlets, sources, names = flag.get("outlets") or 1, flag.get("sources") or 0, flag.get("printed_by") or ()
    counts = [f"{outlets} outlet{'s' if outlets != 1 else ''}"]
    if len(names) > 1:
        more = [f"and {len(names) - NAMED} more"] if len(names) > NAMED else []
        counts[0] += f" ({', '.join([*names[:NAMED], *more])})"
    counts += [f"{sources} source{'s' if sources != 1 else ''}"] if sources else []
    return f"{', '.join(counts)}, rule {flag['rule']}"


def _body(flag: Mapping[str, Any], who: str) -> str:
    rows = [_what(flag), f"said by {who}; {_spread(flag)}", f"“{flag['quote']}”"]
    rows += [f"{flag['publisher']}: {flag['link']}", f"evidence: monitor show {flag['id']}"]
    return "\n".join(rows)
