"""Letters, handed to a real mail server on loopback."""

from __future__ import annotations

import email
from email.message import EmailMessage
from email.policy import default

import pytest

from monitor.config import EmailChannel, parse
from monitor.errors import ConfigError
from monitor.notify import DeliveryError, Message
from monitor.notify import email as channel
from tests.doubles.mailbox import Mailbox, mailbox

MESSAGE = Message(
    "k1",
    "new figure: 8 returned – Melania Trump;\r\nBcc: evil@example.org",
    {"key": "k1", "value": 8, "quote": "вісім"},
)


def settings(box: Mailbox, **more: object) -> EmailChannel:
    values = {"kind": "email", "host": "127.0.0.1", "port": box.port, "security": "none",
              "sender": "monitor@example.org", "to": ["desk@example.org"]}  # fmt: skip
    return EmailChannel.model_validate(values | more)


def read(letter: bytes) -> EmailMessage:
    return email.message_from_bytes(letter, policy=default)  # type: ignore[return-value]


async def test_a_letter_says_it_all_and_its_id_is_the_key() -> None:
    with mailbox() as box:
        await channel.send(MESSAGE, settings(box))
        await channel.send(MESSAGE, settings(box))
    first, second = (read(letter) for letter in box.letters)
    assert first["Message-ID"] == second["Message-ID"] == "<k1@example.org>"
    assert (first["To"], first["Bcc"]) == ("desk@example.org", None), "a line break in a title opens no header"
    assert first["Subject"].startswith("new figure: 8 returned – Melania Trump; Bcc:")
    assert "quote: вісім" in first.get_content()


async def test_a_user_logs_in() -> None:
    with mailbox() as box:
        await channel.send(MESSAGE, settings(box, user="desk", password="secret"))
    assert box.login.startswith("AUTH PLAIN ")


@pytest.mark.parametrize("answer", ["450 later", "550 no such user"])
async def test_a_refusal_is_told_and_tried_again(answer: str) -> None:
    with mailbox() as box:
        box.answer = answer
        with pytest.raises(DeliveryError, match=f"127.0.0.1 refuses the recipient: {answer}"):
            await channel.send(MESSAGE, settings(box))


async def test_a_server_that_is_away_is_told() -> None:
    with mailbox() as box:
        pass
    with pytest.raises(DeliveryError, match=r"127\.0\.0\.1: .*refused"):
        await channel.send(MESSAGE, settings(box))


async def test_without_starttls_nothing_is_sent_in_the_clear() -> None:
    with mailbox() as box:
        with pytest.raises(DeliveryError, match="STARTTLS"):
            await channel.send(MESSAGE, settings(box, security="starttls"))
        assert box.letters == []


def test_a_channel_without_a_recipient_is_a_mistake_with_its_key(tmp_path) -> None:
    text = "alerts:\n  channels:\n    - {kind: email, host: mail.example.org, sender: a@example.org, to: []}\n"
    with pytest.raises(ConfigError, match="to"):
        parse(text, tmp_path / "config.yaml", {})
