"""Addresses and secrets in a configuration: which are sound, and how to print them without giving them away. Pure."""

from __future__ import annotations

from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic_core import PydanticCustomError

__all__ = ["http_url", "redact", "secret_url"]


def http_url(value: object) -> object:
    """The address stripped, when it is http or https with a host; PydanticCustomError otherwise."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not _sound(text):
        raise PydanticCustomError("url", "is not a web address; it must look like https://example.org/rss")
    return text


def secret_url(value: SecretStr) -> SecretStr:
    """The same check for an address that is never printed."""
    http_url(value.get_secret_value())
    return value


def redact(url: str) -> str:
    """The address without what may be a secret: scheme and host stay, user, path and query become three dots."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "..."
    if not parts.netloc:
        return "..."
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}" + ("/..." if parts.path.strip("/") or parts.query else "")


def _sound(text: str) -> bool:
    try:
        parts = urlsplit(text)
        port_fits = parts.port is None or parts.port > 0
    except ValueError:
        return False
    blank = any(ch.isspace() or ord(ch) < 32 for ch in text)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and port_fits and not blank
