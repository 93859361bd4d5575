"""Addresses and secrets in a configuration: which are sound, and how to print them without giving them away. Pure."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from pydantic import SecretStr
from pydantic_core import PydanticCustomError

__all__ = ["http_url", "loopback", "redact", "secret_url"]


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


def loopback(value: str) -> str:
    """The place to listen on, `address:port`, when only this machine can reach it; PydanticCustomError otherwise."""
    try:
        parts = urlsplit(f"//{value}")
        address, port = ip_address(parts.hostname or ""), parts.port
    except ValueError:
        raise PydanticCustomError("listen", "is not address:port; write it like 127.0.0.1:9464") from None
    if not address.is_loopback or not port:
        raise PydanticCustomError("listen", "must be a port of this machine alone; write it like 127.0.0.1:9464")
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
