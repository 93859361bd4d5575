"""A flag as a plain-text mail over SMTP (RFC 5321, RFC 5322), with STARTTLS, TLS or neither.

``Message-ID`` is made of the message's key and is the same at every repeat, so that a mailbox can tell one.
"""

from __future__ import annotations

import smtplib
import ssl
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import formatdate
from functools import partial
from typing import Any

from monitor.notify._message import DeliveryError, Message
from monitor.notify._threads import in_thread

__all__ = ["send"]

PATIENCE = 20.0
"""Seconds that the mail server has for each answer."""


async def send(message: Message, settings: Any) -> None:
    """Hand the message to the server `settings.host` for all of `settings.to`; a refusal is tried again later."""
    mail = _mail(message, settings)
    try:
        await in_thread(partial(_hand_over, mail, settings))
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(f"the mail server refused the login ({error.smtp_code})") from None
    except smtplib.SMTPRecipientsRefused as error:
        raise DeliveryError(f"the mail server refused {len(error.recipients)} recipients") from None
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(f"the mail server answered {error.smtp_code}") from None
    except smtplib.SMTPException as error:
        raise DeliveryError(f"the mail server could not be used ({type(error).__name__})") from None
    except OSError as error:
        reason = getattr(error, "verify_message", "") or error.strerror or type(error).__name__
        raise DeliveryError(f"the mail server could not be reached ({reason})") from None


def _mail(message: Message, settings: Any) -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = Address(addr_spec=settings.sender)
    mail["To"] = [Address(addr_spec=to) for to in settings.to]
    mail["Subject"] = _one_line(message.subject)
    mail["Date"] = formatdate()
    mail["Message-ID"] = f"<{message.key}@{settings.sender.rpartition('@')[2]}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content("\n".join(_one_line(line) for line in message.text.splitlines()) + "\n", charset="utf-8")
    return mail


def _one_line(text: str) -> str:
    """Text of a page in a header or a line: without control characters, so that it starts no header of its own."""
    return "".join(c if c.isprintable() else " " for c in text)[:900]


def _hand_over(mail: EmailMessage, settings: Any) -> None:
    with _server(settings) as server:
        if settings.security == "starttls":
            server.starttls(context=ssl.create_default_context())
        if settings.username:
            server.login(settings.username, settings.password.get_secret_value() if settings.password else "")
        refused = server.send_message(mail)
    if refused:
        raise smtplib.SMTPRecipientsRefused(refused)


def _server(settings: Any) -> smtplib.SMTP:
    port = settings.port or {"tls": 465, "starttls": 587, "none": 25}[settings.security]
    if settings.security == "tls":
        return smtplib.SMTP_SSL(settings.host, port, timeout=PATIENCE, context=ssl.create_default_context())
    return smtplib.SMTP(settings.host, port, timeout=PATIENCE)
