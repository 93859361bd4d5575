"""A flag as a letter by SMTP (RFC 5321), over STARTTLS unless the settings say otherwise.

The Message-ID is made of the delivery's key, so it is the same at every repeat and mail programs show a repeat once.
"""

from __future__ import annotations

import asyncio
import contextlib
import smtplib
import ssl
import threading
from email.message import EmailMessage
from email.utils import format_datetime, localtime
from typing import Any

from monitor.notify._message import DeliveryError, Message

__all__ = ["send"]

TIMEOUT = 15.0
"""Seconds for each step of the conversation with the mail server."""

_SUBJECT = 150


async def send(message: Message, settings: Any) -> None:
    """Hand the message to ``settings.host``; whatever the server or network says against it is tried again later."""
    try:
        await _aside(message, settings)
    except smtplib.SMTPRecipientsRefused as refused:
        code, reason = next(iter(refused.recipients.values()))
        raise DeliveryError(f"{settings.host} refuses the recipient: {code} {_text(reason)}") from None
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(f"{settings.host}: {error.smtp_code} {_text(error.smtp_error)}") from None
    except (OSError, smtplib.SMTPException) as error:
        raise DeliveryError(f"{settings.host}: {_text(error)}") from None


async def _aside(message: Message, settings: Any) -> None:
    """In a thread of its own that nobody waits for: a mail server that hangs must not hold up the end of the daemon."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[None] = loop.create_future()

    def work() -> None:
        try:
            _converse(_letter(message, settings), settings)
            outcome: BaseException | None = None
        except BaseException as error:
            outcome = error
        with contextlib.suppress(RuntimeError):  # the loop has ended meanwhile
            loop.call_soon_threadsafe(_settle, done, outcome)

    threading.Thread(target=work, name="email", daemon=True).start()
    await done


def _settle(done: asyncio.Future[None], outcome: BaseException | None) -> None:
    if done.cancelled():
        return
    if outcome is None:
        done.set_result(None)
    else:
        done.set_exception(outcome)


def _converse(letter: EmailMessage, settings: Any) -> None:
    context = ssl.create_default_context()
    if settings.security == "tls":
        server: smtplib.SMTP = smtplib.SMTP_SSL(settings.host, settings.port, timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(settings.host, settings.port, timeout=TIMEOUT)
    with server:
        if settings.security == "starttls":
            server.starttls(context=context)
        if settings.user:
            server.login(settings.user, settings.password.get_secret_value() if settings.password else "")
        server.send_message(letter)


def _letter(message: Message, settings: Any) -> EmailMessage:
    letter = EmailMessage()
    letter["Subject"] = " ".join(message.line.split())[:_SUBJECT]
    letter["From"], letter["To"] = settings.sender, ", ".join(settings.to)
    letter["Date"] = format_datetime(localtime())
    letter["Message-ID"] = f"<{message.key}@{settings.sender.rpartition('@')[2].strip('> ')}>"
    letter["Auto-Submitted"] = "auto-generated"
    told = (f"{name}: {value}" for name, value in message.fields.items() if isinstance(value, str | int | float))
    letter.set_content("\n".join([message.line, "", *told]) + "\n")
    return letter


def _text(reason: object) -> str:
    return " ".join((reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)).split())[:200]
