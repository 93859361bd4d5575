"""Addresses in feeds: cleaned, made absolute, never raising (urljoin raises on ``http://[::1``)."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

__all__ = ["absolute", "is_web", "join"]

_SPACE = re.compile(r"\s+")
_PLAIN = re.compile(r"https?://[A-Za-z0-9_.-]+(?::\d+)?(?:[/?#][!-Z\\^-~]*)?\Z")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_NO_PLACE = re.compile(r"(?:javascript|vbscript|data|file|about|blob):", re.I)
_BARE_HOST = re.compile(r"www\.[\w-]+(?:\.[\w-]+)+(?:[/?#]|\Z)", re.I)


def is_web(link: str | None) -> bool:
    """Whether `link` is an address on the web that can be asked for."""
    return bool(link) and link is not None and link[:8].lower().startswith(("http://", "https://"))


def join(base: str | None, link: str) -> str:
    """`link` seen from `base`; `link` itself where the two cannot be joined."""
    link = link.strip()
    if "\n" in link or "\t" in link:
        link = _SPACE.sub("", link)
    if not base or is_web(link):
        return link
    try:
        return urljoin(base, link)
    except ValueError:
        return link


def absolute(link: str | None, base: str | None) -> str | None:
    """`link` made absolute; None where it is empty, names no host or leads to no page (``javascript:``).

    Without any base it stays as it is. A name that begins with ``www.`` is a host whose scheme was forgotten.
    """
    if link and _PLAIN.match(link):
        return link
    if not link or _NO_PLACE.match(link.lstrip()):
        return None
    if _BARE_HOST.match(link):
        return f"https://{link}"
    if not (joined := join(base, link)):
        return None
    if not _SCHEME.match(joined):
        return f"https:{joined}" if joined.startswith("//") else joined
    try:
        return joined if urlsplit(joined).netloc or not is_web(joined) else None
    except ValueError:
        return None
