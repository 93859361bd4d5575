"""A mail server on loopback that speaks SMTP: it keeps what it is given, or refuses as it is told."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

__all__ = ["MailServer", "mail_server"]


@dataclass
class MailServer:
    """`refuse` maps a verb to the answer it gets instead of the usual one; with `tls` it offers STARTTLS."""

    port: int = 0
    tls: ssl.SSLContext | None = None
    refuse: dict[str, str] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    mails: list[EmailMessage] = field(default_factory=list)

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until QUIT."""
        try:
            writer.write(b"220 double ESMTP\r\n")
            while line := (await reader.readline()).decode().strip():
                verb = line.split()[0].upper()
                self.said.append(line)
                writer.write((self.refuse.get(verb) or await self.answer(verb, reader, writer)).encode() + b"\r\n")
                if verb == "STARTTLS" and self.tls:
                    await writer.start_tls(self.tls)
        except (ConnectionError, ssl.SSLError):
            self.said.append("gone")
        finally:
            writer.close()

    async def answer(self, verb: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> str:
        """What a friendly server says."""
        if verb == "EHLO":
            offers = ["250-double", *(["250-STARTTLS"] if self.tls else []), "250 AUTH PLAIN"]
            return "\r\n".join(offers)
        if verb == "DATA":
            writer.write(b"354 go on\r\n")
            data = (await reader.readuntil(b"\r\n.\r\n"))[:-3]
            self.mails.append(message_from_bytes(data, policy=policy.default))
        return {"AUTH": "235 welcome", "STARTTLS": "220 go on", "QUIT": "221 bye"}.get(verb, "250 ok")


@asynccontextmanager
async def mail_server(tls: ssl.SSLContext | None = None) -> AsyncIterator[MailServer]:
    """A server on a free port."""
    double = MailServer(tls=tls)
    server = await asyncio.start_server(double.talk, "127.0.0.1", 0)
    double.port = server.sockets[0].getsockname()[1]
    async with server:
        yield double
