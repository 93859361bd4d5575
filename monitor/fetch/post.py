"""Sending a message to an address of the user's own choosing, private ones included."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from ssl import SSLContext
from typing import TYPE_CHECKING

from monitor.fetch.connections import tls_context
from monitor.fetch.policy import FetchPolicy

if TYPE_CHECKING:
    import httpx

__all__ = ["Posted", "post"]

_shared_tls = cache(tls_context)
LIMIT = 65_536
"""So much of the receiver's answer is read, in bytes; nothing in it matters but the status."""


@dataclass(frozen=True, slots=True)
class Posted:
    """How a POST ended: the status if there was one, a sentence, and the wait asked for in seconds."""

    status: int | None
    detail: str
    retry_after: float | None = None

    @property
    def taken(self) -> bool:
        """Whether the receiver has the message."""
        return self.status is not None and 200 <= self.status < 300


async def post(url: str, body: bytes, headers: Mapping[str, str]) -> Posted:
    """POST `body` to `url`; never raises for what the receiver or the network does. Redirects are not followed.

    The address may hold a secret, so no sentence repeats it. httpx comes with 6 MB of modules, so it is imported by the
    first message only.
    """
    import httpx

    policy = FetchPolicy()
    limits = httpx.Timeout(policy.read, connect=policy.connect)
    try:
        async with asyncio.timeout(policy.total):
            tls: SSLContext = _shared_tls()
            async with httpx.AsyncClient(verify=tls, trust_env=False, timeout=limits) as client:
                return await _sent(client, url, body, {"user-agent": policy.product, **headers})
    except TimeoutError:
        return Posted(None, f"the receiver did not answer within {policy.total:.0f} s")
    except (httpx.HTTPError, httpx.InvalidURL, ValueError, OSError) as error:
        return Posted(None, f"the receiver could not be reached ({type(error).__name__})")


async def _sent(client: httpx.AsyncClient, url: str, body: bytes, headers: Mapping[str, str]) -> Posted:
    async with client.stream("POST", url, content=body, headers=dict(headers)) as answer:
        read = 0
        async for piece in answer.aiter_raw():
            read += len(piece)
            if read > LIMIT:
                break
        return Posted(answer.status_code, f"the receiver answered {answer.status_code}", _wait(answer))


def _wait(answer: httpx.Response) -> float | None:
    """Retry-After in seconds (RFC 9110, 10.2.3); a date is left to our own backoff."""
    value = answer.headers.get("retry-after", "").strip()
    return float(value) if value.isascii() and value.isdigit() and len(value) < 7 else None
