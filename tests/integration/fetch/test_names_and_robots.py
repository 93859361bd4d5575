"""Names, robots.txt and certificates on loopback."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path

import pytest

from monitor.errors import ConfigError
from monitor.fetch import Fetcher, FetchPolicy
from monitor.fetch.addresses import Address
from monitor.fetch.connections import tls_context
from tests.doubles.farm import Farm, document, hang, redirect, status

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
POLICY = FetchPolicy(allowed_networks=("127.0.0.0/28",), host_gap=0, connect=0.5, read=0.3, total=0.6)
PAGE = b"<html><body><p>News</p></body></html>"


def clock() -> datetime:
    return NOW


@pytest.fixture
async def farm() -> AsyncIterator[Farm]:
    async with Farm() as farm:
        yield farm


@pytest.fixture
def silence() -> Iterator[threading.Event]:
    """Holds dead names until the test is over."""
    over = threading.Event()
    yield over
    over.set()


# ---------------------------------------------------------------- names


async def test_a_name_that_changes_its_answer_is_resolved_once_and_checked(farm: Farm) -> None:
    answers = [[ip_address("127.0.0.1")], [ip_address("127.0.0.66")]]
    asked: list[str] = []

    def lookup(host: str) -> tuple[Address, ...]:
        asked.append(host)
        return tuple(answers[min(len(asked), len(answers)) - 1])

    farm.serve("/f", document(b"<rss/>"))
    async with Fetcher(POLICY, clock=clock, lookup=lookup) as fetcher:
        url = f"http://rebind.example:{farm.port}/f"
        assert (await fetcher.get(url, purpose="feed")).outcome == "ok"
        assert asked == ["rebind.example"]
        assert farm.seen[0].headers["host"] == f"rebind.example:{farm.port}"
    async with Fetcher(POLICY, clock=clock, lookup=lookup) as fetcher:
        answer = await fetcher.get(url, purpose="feed")
    assert answer.outcome == "refused" and "127.0.0.66" in answer.detail


async def test_only_the_public_addresses_of_a_name_are_tried(farm: Farm) -> None:
    def mixed(_: str) -> tuple[Address, ...]:
        return ip_address("10.0.0.1"), ip_address("127.0.0.1")

    farm.serve("/f", document(b"<rss/>"))
    async with Fetcher(POLICY, clock=clock, lookup=mixed) as fetcher:
        assert (await fetcher.get(f"http://mixed.example:{farm.port}/f", purpose="feed")).outcome == "ok"


async def test_dead_names_do_not_hold_up_the_living(farm: Farm, silence: threading.Event) -> None:
    def lookup(host: str) -> tuple[Address, ...]:
        if host.startswith("dead"):
            silence.wait(30)
            raise OSError("no answer")
        return (ip_address("127.0.0.1"),)

    farm.serve("/f", document(b"<rss/>"))
    patient = replace(POLICY, connect=0.2, concurrency=32)
    async with Fetcher(patient, clock=clock, lookup=lookup) as fetcher:
        dead = [fetcher.get(f"http://dead{n}.example/", purpose="feed") for n in range(20)]
        alive = fetcher.get(f"http://alive.example:{farm.port}/f", purpose="feed")
        *gone, found = await asyncio.gather(*dead, alive)
    assert found.outcome == "ok"
    assert {answer.outcome for answer in gone} == {"down"}
    threads = [thread for thread in threading.enumerate() if thread.name == "resolve"]
    assert threads and all(thread.daemon for thread in threads)


async def test_a_name_that_cannot_be_encoded_is_explained() -> None:
    asked: list[str] = []

    def failing(host: str) -> tuple[Address, ...]:
        asked.append(host)
        raise UnicodeError("label too long")

    async with Fetcher(POLICY, clock=clock, lookup=failing) as fetcher:
        answer = await fetcher.get("http://odd.example/", purpose="feed")
    assert answer.outcome == "down" and "name" in answer.detail and asked == ["odd.example"]


# ---------------------------------------------------------------- robots.txt


async def test_pages_obey_robots_and_feeds_need_not(farm: Farm) -> None:
    farm.serve("/robots.txt", document(b"User-agent: *\nDisallow: /news/\n", kind="text/plain"))
    farm.serve("/news/1", document(PAGE, kind="text/html"))
    farm.serve("/open/1", document(PAGE, kind="text/html"))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        closed = await fetcher.get(farm.url("/news/1"), purpose="page")
        assert closed.outcome == "robots" and "robots.txt" in closed.detail
        assert (await fetcher.get(farm.url("/open/1"), purpose="page")).outcome == "ok"
        assert (await fetcher.get(farm.url("/news/1"), purpose="feed")).outcome == "ok"
    assert farm.paths() == ["/robots.txt", "/open/1", "/news/1"]


async def test_the_place_a_page_moved_to_is_asked_too(farm: Farm) -> None:
    async with Farm("127.0.0.2") as other:
        other.serve("/robots.txt", document(b"User-agent: *\nDisallow: /", kind="text/plain"))
        farm.serve("/p", redirect(other.url("/p"), 301))
        async with Fetcher(POLICY, clock=clock) as fetcher:
            assert (await fetcher.get(farm.url("/p"), purpose="page")).outcome == "robots"
        assert other.paths() == ["/robots.txt"]
    assert farm.paths() == ["/robots.txt", "/p"]


async def test_robots_can_be_switched_off(farm: Farm) -> None:
    farm.serve("/p", document(PAGE, kind="text/html"))
    async with Fetcher(replace(POLICY, robots=False), clock=clock) as fetcher:
        assert (await fetcher.get(farm.url("/p"), purpose="page")).outcome == "ok"
    assert farm.paths() == ["/p"]


@pytest.mark.parametrize("code", [404, 403, 410, 401])
async def test_no_robots_file_opens(farm: Farm, code: int) -> None:
    farm.serve("/robots.txt", status(code))
    farm.serve("/p", document(PAGE, kind="text/html"))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        assert (await fetcher.get(farm.url("/p"), purpose="page")).outcome == "ok"


async def test_an_unreadable_robots_file_closes_and_is_asked_once(farm: Farm) -> None:
    farm.serve("/robots.txt", status(500))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        answers = await asyncio.gather(*(fetcher.get(farm.url(f"/p{n}"), purpose="page") for n in range(5)))
    assert {answer.outcome for answer in answers} == {"robots"}
    assert farm.paths() == ["/robots.txt"]


async def test_a_silent_robots_file_takes_its_time_limit_and_no_more(farm: Farm) -> None:
    farm.serve("/robots.txt", hang())
    async with Fetcher(POLICY, clock=clock) as fetcher:
        answer = await fetcher.get(farm.url("/p"), purpose="page")
    assert answer.outcome == "too_slow" and "robots.txt" in answer.detail
    assert farm.paths() == ["/robots.txt"]


async def test_a_robots_file_that_leads_to_a_private_place_opens_no_socket_there(farm: Farm) -> None:
    farm.serve("/robots.txt", redirect("http://169.254.169.254/"))
    farm.serve("/p", document(PAGE, kind="text/html"))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        assert (await fetcher.get(farm.url("/p"), purpose="page")).outcome == "refused"


# ---------------------------------------------------------------- one host, many requests


async def test_one_request_at_a_time_to_a_host(farm: Farm) -> None:
    for n in range(6):
        farm.serve(f"/{n}", document(b"<rss/>"))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        await asyncio.gather(*(fetcher.get(farm.url(f"/{n}"), purpose="feed") for n in range(6)))
    assert farm.most_open == 1 and len(farm.seen) == 6 and farm.connections == 1


# ---------------------------------------------------------------- certificates


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key with its self-signed certificate for 127.0.0.1."""
    tool = shutil.which("openssl")
    if tool is None:
        pytest.skip("no openssl command here")
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        [tool, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=farm", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", "key.pem", "-out", "cert.pem"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder


async def secure_answer(folder: Path, host: str, trusted: bool, monkeypatch: pytest.MonkeyPatch) -> tuple[str, str]:
    server_side = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_side.load_cert_chain(folder / "cert.pem", folder / "key.pem")

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\n<rss/>")
        await writer.drain()
        writer.transport.abort()

    asyncio.get_running_loop().set_exception_handler(lambda *_: None)
    server = await asyncio.start_server(connected, host, 0, ssl=server_side)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(folder / "cert.pem"))
    async with Fetcher(POLICY, clock=clock) as fetcher:
        answer = await fetcher.get(f"https://{host}:{server.sockets[0].getsockname()[1]}/", purpose="feed")
    server.close()
    await server.wait_closed()
    return answer.outcome, answer.detail


async def test_a_trusted_certificate_is_accepted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (await secure_answer(certificate, "127.0.0.1", True, monkeypatch))[0] == "ok"


@pytest.mark.parametrize(("host", "trusted"), [("127.0.0.1", False), ("127.0.0.2", True)])
async def test_other_certificates_are_refused(
    certificate: Path, host: str, trusted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome, detail = await secure_answer(certificate, host, trusted, monkeypatch)
    assert outcome == "broken" and "certificate" in detail


async def test_a_server_without_tls_is_told_apart(farm: Farm) -> None:
    async with Fetcher(POLICY, clock=clock) as fetcher:
        answer = await fetcher.get(farm.url("/").replace("http:", "https:"), purpose="feed")
    assert answer.outcome in ("broken", "down", "too_slow")


def test_a_certificate_file_that_is_none_is_a_clear_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "missing.pem"))
    with pytest.raises(ConfigError, match=r"SSL_CERT_FILE.*correct or unset"):
        tls_context()
