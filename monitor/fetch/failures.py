"""What went wrong below HTTP, as an outcome and a sentence (pure)."""

from __future__ import annotations

import os
import re
import ssl
from collections.abc import Iterator

import h11

from monitor.fetch.dialer import ForbiddenAddressError, UnknownNameError
from monitor.fetch.inflate import BadCodingError, TooLargeError
from monitor.fetch.urls import redact
from monitor.fetch.wire import BrokenOffError, ConnectFailedError, ConnectTimeoutError, SilentError
from monitor.model import Outcome

__all__ = ["explain"]

_CUT = re.compile(r"received (\d+) bytes, expected (\d+)")


def explain(error: BaseException) -> tuple[Outcome, str]:
    """Outcome and sentence for an exchange that ended in `error`."""
    for cause in _causes(error):
        known = _ours(cause) or _tls(cause) or _timeout(cause)
        if known:
            return known
    return _wire(error)


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    for _ in range(6):
        if seen is None:
            return
        yield seen
        seen = seen.__cause__ or seen.__context__


def _ours(error: BaseException) -> tuple[Outcome, str] | None:
    text = re.sub(r"^\[Errno -?\d+\] ", "", redact(str(error))[:200])
    if isinstance(error, ForbiddenAddressError):
        return "refused", f"leads to {text}, which is not a public address; allow its network if it is yours"
    if isinstance(error, UnknownNameError):
        return "down", f"the name has no address ({text}); check its spelling, or the name service of this machine"
    if isinstance(error, TooLargeError):
        return "too_large", f"the document {text}; raise the limit if it should be read"
    if isinstance(error, BadCodingError):
        return "broken", f"the body cannot be unpacked ({text}); it is tried again later"
    return None


def _tls(error: BaseException) -> tuple[Outcome, str] | None:
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = redact(error.verify_message)
        return "broken", f"its certificate is not valid ({reason}); the outlet has to renew it"
    if isinstance(error, ssl.SSLError):
        reason = redact(error.reason or str(error))
        return "broken", f"no secure connection ({reason}); the server's TLS is out of date or misconfigured"
    return None


def _timeout(error: BaseException) -> tuple[Outcome, str] | None:
    if isinstance(error, ConnectTimeoutError):
        return "down", f"does not answer ({redact(str(error))}); it is tried again later"
    if isinstance(error, SilentError | TimeoutError):
        reason = redact(str(error)) or "the time for the whole exchange is over"
        return "too_slow", f"is too slow ({reason}); it is tried again later"
    return None


def _wire(error: BaseException) -> tuple[Outcome, str]:
    text = redact(str(error))[:200] or type(error).__name__
    if isinstance(error, ConnectFailedError):
        return "down", f"no connection ({_reason(error) or text}); it is tried again later"
    if isinstance(error, BrokenOffError):
        return "broken", f"the connection broke off ({text}); it is tried again later"
    if isinstance(error, UnicodeError):
        return "refused", f"the address cannot be used ({text}); correct it"
    if isinstance(error, h11.RemoteProtocolError) and (short := _CUT.search(text)):
        return "broken", f"the document was cut off ({short[1]} of {short[2]} bytes came); it is tried again later"
    if isinstance(error, h11.RemoteProtocolError) and "without sending" in text:
        return "broken", "closed the connection without a complete answer; it is tried again later"
    if isinstance(error, h11.ProtocolError):
        return "broken", f"does not speak proper HTTP ({text.partition(':')[0]}); it is tried again later"
    return "broken", f"the exchange failed unexpectedly ({type(error).__name__}: {text}); please report this"


def _reason(error: BaseException) -> str:
    """The system's own words for why there is no connection, in lower case; "" when it has none."""
    numbers = [cause.errno for cause in _causes(error) if isinstance(cause, OSError) and cause.errno]
    return os.strerror(numbers[0]).lower() if numbers else ""
