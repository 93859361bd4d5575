"""Headers out and in: what we ask with, and what we keep of an answer (pure). No value passes a charset guess."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final, Literal

from monitor.fetch.inflate import accepted
from monitor.model import Validators

__all__ = [
    "Headers",
    "as_bytes",
    "http_date",
    "location",
    "request_headers",
    "retry_after",
    "text_of",
    "validators_of",
]

Headers = tuple[tuple[str, str], ...]

_ACCEPT: Final = {
    "feed": b"application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
    b"application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.3",
    "page": b"text/html, application/xhtml+xml;q=0.9, */*;q=0.3",
}
_CODINGS: Final = accepted().encode()
_UNSENDABLE = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f]")


def request_headers(
    user_agent: str, purpose: Literal["feed", "page"], validators: Validators | None
) -> list[tuple[bytes, bytes]]:
    """The headers of a request, as bytes: a validator goes back exactly as it came."""
    headers = [
        (b"User-Agent", user_agent.encode("ascii", "ignore")),
        (b"Accept", _ACCEPT[purpose]),
        (b"Accept-Encoding", _CODINGS),
    ]
    etag, modified = as_bytes(validators or Validators())
    if etag:
        headers.append((b"If-None-Match", etag))
    if modified:
        headers.append((b"If-Modified-Since", modified))
    return headers


def as_bytes(validators: Validators) -> tuple[bytes | None, bytes | None]:
    """ETag and Last-Modified as they go over the wire; None for what is absent or cannot be sent."""
    return _wire(validators.etag), _wire(validators.last_modified)


def _wire(value: str | None) -> bytes | None:
    if not value:
        return None
    try:
        raw = value.encode("latin-1")
    except UnicodeEncodeError:
        raw = value.encode("utf-8", "replace")
    raw = raw.strip(b" \t")
    return None if not raw or len(raw) > 4000 or _UNSENDABLE.search(raw) else raw


def text_of(value: bytes) -> str:
    """A header's value as text that turns back into the same bytes (ISO 8859-1, RFC 9110, 5.5)."""
    return value.decode("latin-1")


def location(headers: Headers) -> str | None:
    """Where a redirect points, as the server wrote it; UTF-8 where the bytes are UTF-8."""
    value = next((value for name, value in headers if name == "location"), "").strip()
    try:
        return value.encode("latin-1").decode("utf-8") or None
    except UnicodeError:
        return value or None


def validators_of(headers: Headers, sent: Validators | None) -> Validators:
    """The answer's validators. With a 304 those that we sent go on to hold where it names none."""
    found = dict(headers)
    before = sent or Validators()
    return Validators(found.get("etag") or before.etag, found.get("last-modified") or before.last_modified)


def retry_after(headers: Headers, now: datetime) -> float | None:
    """Seconds that the server asks us to wait (RFC 9110, 10.2.3), as number or date; None when it does not say.

    A date is cut to whole seconds, so one is added. A date counts from the server's own Date where it gives one.
    """
    found = dict(headers)
    value = found.get("retry-after", "").strip()
    if not value:
        return None
    if re.fullmatch(r"[0-9]{1,12}", value):
        return float(value)
    when = http_date(value)
    if when is None:
        return None
    seconds = (when - (http_date(found.get("date", "")) or now)).total_seconds() + 1
    return max(0.0, float(math.ceil(seconds)))


def http_date(text: str) -> datetime | None:
    """An HTTP date (RFC 9110, 5.6.7) as UTC, or None when it is not one."""
    try:
        when = parsedate_to_datetime(text.strip()[:60])
        return (when if when.tzinfo else when.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
