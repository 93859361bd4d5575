"""A mail server on loopback that keeps what it is given, or answers as it is told to (a little of RFC 5321)."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

__all__ = ["Mailbox", "mailbox"]


@dataclass
class Mailbox:
    """`letters` as they came; `answer` to RCPT; `login` is the last AUTH line."""

    port: int = 0
    answer: str = "250 fine"
    letters: list[bytes] = field(default_factory=list)
    login: str = ""


class _Talk(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        box: Mailbox = self.server.box  # type: ignore[attr-defined]
        self._say("220 mailbox")
        while line := self.rfile.readline().decode("utf-8", "replace").strip():
            match line.split(" ")[0].upper():
                case "EHLO" | "HELO":
                    self._say("250-mailbox\r\n250 AUTH PLAIN")
                case "AUTH":
                    box.login = line
                    self._say("235 welcome")
                case "RCPT":
                    self._say(box.answer)
                case "DATA":
                    self._say("354 go on")
                    box.letters.append(self._letter())
                    self._say("250 kept")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 fine")

    def _say(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())

    def _letter(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines)


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address, daemon_threads = True, True


@contextmanager
def mailbox() -> Iterator[Mailbox]:
    """Runs it on a port of its own."""
    with _Server(("127.0.0.1", 0), _Talk) as server:
        box = Mailbox(server.server_address[1])
        server.box = box  # type: ignore[attr-defined]
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield box
        server.shutdown()
