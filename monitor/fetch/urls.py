"""Addresses: which may be opened at all, joined safely, and redacted for people's eyes (pure)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urljoin, urlsplit

__all__ = ["Target", "host_of", "join", "origin_of", "redact", "shown_host", "target_of", "unusable"]

_USERINFO = re.compile(r"(?<=//)[^/?#\s@]*(?:@[^/?#\s@]*)*@")
_SECRET = re.compile(
    r"(?i)([?&;](?:[\w.-]*(?:token|secret|passw(?:or)?d|signature|credential|api[-_.]?key|auth|session|jwt)[\w.-]*"
    r"|key|sig|pass|pwd|sid|code)=)[^&#;\s'\"]+"
)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_IN_PATH = "!$%&'()*+,-./:;=@[\\]^_|~"
_IN_QUERY = f"{_IN_PATH}?`{{}}"
_LONGEST = 2000
_REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: `path` (with query) and `authority` (the Host header) as they stand in it."""

    host: str
    port: int
    secure: bool
    origin: str
    authority: bytes
    path: bytes


@lru_cache(_REMEMBERED)
def target_of(url: str) -> Target:
    """Where a usable `url` leads, as browsers ask for it (WHATWG): its name in IDNA, what a path may not hold escaped.

    Raises UnicodeError for a name or a path that cannot be written so.
    """
    parts = urlsplit(url)
    host, secure = _ascii(parts.hostname or ""), parts.scheme == "https"
    usual = 443 if secure else 80
    port = parts.port or usual
    name = f"[{host}]" if ":" in host else host
    authority = name if port == usual else f"{name}:{port}"
    path = urlsplit(urljoin(url, parts.path)).path if "/." in parts.path else parts.path
    query = f"?{_escaped(parts.query, _IN_QUERY)}" if parts.query else ""
    target = f"{_escaped(path, _IN_PATH) or '/'}{query}"
    return Target(host, port, secure, origin_of(url), authority.encode(), target.encode())


def _ascii(host: str) -> str:
    if host.isascii():
        return host
    import idna

    return idna.encode(host, uts46=True).decode("ascii")


def _escaped(text: str, allowed: str) -> str:
    """`text` with all escaped that is not `allowed`; a percent sign is, so that what is escaped already stays."""
    return quote(text, safe=allowed)


def redact(text: str) -> str:
    """`text` (an address, or a message with addresses) without credentials, token-like values and control characters.

    ``https://me:secret@host/f?token=abc&page=2`` becomes ``https://***@host/f?token=***&page=2``; cut at 2,000
    characters.
    """
    shown = _SECRET.sub(r"\1***", _USERINFO.sub("***@", text))
    return _CONTROL.sub("?", shown)[:_LONGEST]


@lru_cache(_REMEMBERED)
def unusable(url: str) -> str | None:
    """Why `url` cannot be opened, as part of a sentence, or None when it can. Only http and https are opened."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        return f"it is not a web address ({error})"
    if parts.scheme not in ("http", "https"):
        return f"only http and https are opened, not {parts.scheme or 'an address without a scheme'}"
    if not host or len(host) > 253 or port == 0 or "\\" in parts.netloc or any(c.isspace() for c in parts.netloc):
        return "it names no usable host"
    return "it is longer than 8,000 characters" if len(url) > 8000 else None


def join(base: str, target: str) -> str | None:
    """`target` made absolute against `base` without its fragment, or None when it is not an address at all."""
    try:
        joined = urljoin(base, target.strip())
        return joined.partition("#")[0] if joined else None
    except ValueError:
        return None


@lru_cache(_REMEMBERED)
def host_of(url: str) -> str:
    """The host name of a usable `url`, in lower case, without port."""
    return urlsplit(url).hostname or ""


@lru_cache(_REMEMBERED)
def origin_of(url: str) -> str:
    """``scheme://host:port`` of a usable `url`: what credentials and robots.txt belong to (RFC 6454)."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return f"{parts.scheme}://{host}:{port}"


@lru_cache(_REMEMBERED)
def shown_host(url: str) -> str:
    """The host of `url` as a sentence may begin with it, or what there is of an unusable one."""
    return redact(host_of(url) if unusable(url) is None else url)[:100]
