"""Channels against real receivers on loopback: mail with and without TLS, apprise."""

from __future__ import annotations

import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from monitor.config.settings import AppriseChannel, EmailChannel
from monitor.notify import DeliveryError, channels, compose
from monitor.notify import apprise as by_apprise
from monitor.notify import email as by_mail
from tests.doubles.mail import MailServer, mail_server

FLAG = {
    "id": "flag-3", "kind": "updated_total", "value": 1859, "qualifier": "exact", "measure": "returned", "was": 1800,
    "speaker": "Ukrainian authorities", "quote": "1,859\r\nBcc: all@evil.example", "publisher": "The Lantern",
    "outlets": 3, "sources": 1, "rule": "T2", "link": "https://lantern.example/a",
}  # fmt: skip
MESSAGE = compose(FLAG, key="k" * 32)


def settings(port: int, **other: object) -> EmailChannel:
    given = {"kind": "email", "host": "127.0.0.1", "port": port, "security": "none", "sender": "monitor@desk.example"}
    return EmailChannel.model_validate(given | {"to": ["a@desk.example", "b@desk.example"]} | other)


@pytest.fixture
async def server() -> AsyncIterator[MailServer]:
    async with mail_server() as double:
        yield double


def test_every_kind_of_channel_is_one_file():
    assert channels() == ("apprise", "console", "email", "webhook")


async def test_a_mail_says_all_of_a_flag_and_nothing_of_a_page_becomes_a_header(server):
    await by_mail.send(MESSAGE, settings(server.port))
    await by_mail.send(MESSAGE, settings(server.port))
    first, again = server.mails
    assert first["subject"] == "updated total: 1,859 returned, was 1,800 - Ukrainian authorities"
    assert first["message-id"] == again["message-id"] == f"<{'k' * 32}@desk.example>"
    assert first["to"] == "a@desk.example, b@desk.example" and first["bcc"] is None
    text = first.get_content()
    for part in ("1,859 returned, was 1,800", "3 outlets, 1 source, rule T2", "https://lantern.example/a", "flag-3"):
        assert part in text
    assert [line for line in server.said if line.startswith("rcpt")] == ["rcpt TO:<a@desk.example>",
        "rcpt TO:<b@desk.example>"] * 2  # fmt: skip


def test_a_message_names_the_outlets_of_the_first_wave():
    told = compose(FLAG | {"printed_by": ["The Lantern", "The Weir", "Kalyna"]}, key="k")
    assert "3 outlets (The Lantern, The Weir, Kalyna), 1 source, rule T2" in told.line
    assert "3 outlets (The Lantern, The Weir, Kalyna), 1 source, rule T2" in told.body
    many = compose(FLAG | {"outlets": 15, "printed_by": [f"Outlet {n}" for n in range(15)]}, key="k")
    assert "Outlet 11, and 3 more)" in many.line and len(many.fields["printed_by"]) == 15


@pytest.mark.parametrize(
    ("verb", "answer", "told"),
    [
        ("AUTH", "535 no", "the mail server refused the login (535)"),
        ("DATA", "451 later", "the mail server answered 451"),
        ("RCPT", "550 nobody here", "the mail server refused 2 recipients"),
        ("EHLO", "421 busy", "the mail server answered 421"),
    ],
)
async def test_what_a_mail_server_refuses_is_told_without_the_password(server, verb, answer, told):
    server.refuse = {verb: answer, "HELO": answer} if verb == "EHLO" else {verb: answer}
    with pytest.raises(DeliveryError) as error:
        await by_mail.send(MESSAGE, settings(server.port, username="monitor", password="s3cret"))
    assert str(error.value) == told
    assert server.mails == []


async def test_no_server_is_a_failure_that_can_be_tried_again(server):
    port = server.port
    async with mail_server() as other:
        port = other.port
    with pytest.raises(DeliveryError, match="could not be reached"):
        await by_mail.send(MESSAGE, settings(port))


@pytest.fixture
def certificate(tmp_path: Path) -> tuple[Path, Path]:
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    line = f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -keyout {key} -out {cert}"
    subprocess.run(
        [*line.split(), "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True
    )
    return cert, key


async def test_the_login_goes_through_a_checked_tls_connection(certificate, monkeypatch):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    async with mail_server(context) as double:
        chosen = settings(double.port, security="starttls", username="monitor", password="s3cret")
        with pytest.raises(DeliveryError, match=r"self.signed certificate"):
            await by_mail.send(MESSAGE, chosen)
        assert not any(line.startswith("AUTH") for line in double.said)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
        await by_mail.send(MESSAGE, chosen)
        assert len(double.mails) == 1 and any(line.startswith("AUTH") for line in double.said)


async def test_a_server_without_starttls_never_sees_the_password(server):
    with pytest.raises(DeliveryError, match="could not be used"):
        await by_mail.send(MESSAGE, settings(server.port, security="starttls", username="m", password="s3cret"))
    assert not any("AUTH" in line for line in server.said)


def test_a_password_in_the_clear_is_a_mistake_in_the_configuration():
    with pytest.raises(ValidationError, match="in the clear"):
        settings(25, host="mail.example.org", password="x")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_apprise_that_fails_is_told(httpserver):
    pytest.importorskip("apprise")
    httpserver.expect_request("/hook", method="POST").respond_with_data("no", status=500)
    chosen = AppriseChannel(kind="apprise", url=f"json://127.0.0.1:{httpserver.port}/hook")
    with pytest.raises(DeliveryError, match="did not take"):
        await by_apprise.send(MESSAGE, chosen)
    with pytest.raises(DeliveryError, match="does not know"):
        await by_apprise.send(MESSAGE, chosen.model_copy(update={"url": type(chosen.url)("nosuch://x")}))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
async def test_apprise_takes_a_flag(httpserver):
    pytest.importorskip("apprise")
    httpserver.expect_request("/hook", method="POST").respond_with_data("ok")
    await by_apprise.send(MESSAGE, AppriseChannel(kind="apprise", url=f"json://127.0.0.1:{httpserver.port}/hook"))
    (request, _) = httpserver.log[0]
    assert request.json["title"] == MESSAGE.subject and "rule T2" in request.json["message"]


def test_apprise_that_is_not_installed_is_one_clear_line(monkeypatch):
    monkeypatch.setattr("monitor.config.settings.find_spec", lambda _: None)
    with pytest.raises(ValidationError, match=r"pip install 'monitor\[apprise\]'"):
        AppriseChannel(kind="apprise", url="json://127.0.0.1/")
