"""A flag as a JSON POST to an address of the user's.

The body is the flag's fields; the header ``Idempotency-Key`` (and ``key`` in the body) is the same at every repeat.
With a ``secret`` the header ``X-Monitor-Signature`` holds ``sha256=`` and the HMAC-SHA256 of the body in hex.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from monitor.fetch import post
from monitor.notify._message import DeliveryError, Message

__all__ = ["send"]


async def send(message: Message, settings: Any) -> None:
    """POST the message to ``settings.url``; any answer but 2xx is a failure that is tried again."""
    body = json.dumps(message.fields, ensure_ascii=False, default=str).encode()
    headers = {"content-type": "application/json; charset=utf-8", "idempotency-key": message.key}
    headers |= {name: value.get_secret_value() for name, value in settings.headers.items()}
    if settings.secret:
        digest = hmac.new(settings.secret.get_secret_value().encode(), body, hashlib.sha256).hexdigest()
        headers["x-monitor-signature"] = f"sha256={digest}"
    answer = await post(settings.url.get_secret_value(), body, headers)
    if not answer.taken:
        raise DeliveryError(answer.detail, answer.retry_after)
