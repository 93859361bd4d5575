"""A flag as one line on standard output."""

from __future__ import annotations

import unicodedata
from typing import Any

from monitor.notify._message import DeliveryError, Message

__all__ = ["send"]


async def send(message: Message, settings: Any) -> None:  # noqa: ARG001 - the interface of a channel
    """Print the message. Control and format characters of a page never reach the terminal."""
    line = "".join(c if unicodedata.category(c) not in {"Cc", "Cf"} else " " for c in message.line)
    try:
        print(line, flush=True)
    except OSError as error:
        raise DeliveryError(f"standard output: {error.strerror}") from None
