"""httpx's transport over our own sockets: no proxies, no cookies, no HTTP/2, one TLS context, few idle connections."""

from __future__ import annotations

import os
import ssl
from pathlib import Path

import certifi
import httpcore
import httpx

from monitor.errors import ConfigError

__all__ = ["GuardedTransport", "tls_context"]

_KEEPALIVE = 8
_KEEPALIVE_SECONDS = 15.0


class GuardedTransport(httpx.AsyncHTTPTransport):
    """An httpx transport whose sockets are opened by `backend`. At most 8 idle connections (DESIGN.md, decision 1)."""

    def __init__(self, backend: httpcore.AsyncNetworkBackend, tls: ssl.SSLContext) -> None:
        super().__init__(verify=tls, trust_env=False, http2=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls,
            max_connections=None,
            max_keepalive_connections=_KEEPALIVE,
            keepalive_expiry=_KEEPALIVE_SECONDS,
            network_backend=backend,
        )

    def has_idle(self, url: httpx.URL) -> bool:
        """True when an idle connection to the origin of `url` would be used again."""
        origin = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=b"/").origin
        return any(c.can_handle_request(origin) and c.is_available() for c in self._pool.connections)


def tls_context() -> ssl.SSLContext:
    """Certificates from SSL_CERT_FILE or SSL_CERT_DIR, else the system's, else certifi's.

    Raises ConfigError when the named file or folder cannot be used.
    """
    file, folder = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    system = ssl.get_default_verify_paths()
    if not file and not folder and system.cafile is None and not _has_certificates(system.capath):
        file = certifi.where()
    try:
        return ssl.create_default_context(cafile=file or None, capath=folder or None)
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(
            f"no certificates can be read ({error})",
            subject=f"SSL_CERT_FILE={file}",
            mend="correct or unset the variable",
        ) from error


def _has_certificates(folder: str | None) -> bool:
    return folder is not None and Path(folder).is_dir() and any(Path(folder).iterdir())
