"""/healthz and /metrics over real HTTP on loopback: what they say, and that nobody can make them work too hard."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import socket
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from monitor import health
from monitor.errors import ConfigError, StoreLocked
from monitor.health import Vitals, _server
from monitor.store import Store

PULSE = {
    "feeds": 41, "feeds_failing": 2, "feed_alarms": 1, "feed_lag_seconds": 0.5, "flags_open": 3, "messages_waiting": 4,
    "message_lag_seconds": 0.0, "channels_dead": 0, "database_bytes": 8192,
}  # fmt: skip


async def answering() -> Mapping[str, Any]:
    return PULSE


async def locked() -> Mapping[str, Any]:
    raise StoreLocked("another process holds the database")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


async def ask(port: int, request: bytes) -> tuple[str, bytes]:
    """The status line and the body of the answer; empty when the other side hangs up."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request)
        answer = await reader.read()
    except ConnectionError:
        answer = b""
    finally:
        writer.transport.abort()
        with contextlib.suppress(ConnectionError):
            await writer.wait_closed()
    head, _, body = answer.partition(b"\r\n\r\n")
    return head.partition(b"\r\n")[0].decode(), body


async def get(port: int, path: str) -> tuple[str, bytes]:
    return await ask(port, f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())


async def test_all_is_well() -> None:
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        status, body = await get(port, "/healthz")
    assert (status, json.loads(body)) == ("HTTP/1.1 200 OK", {"status": "ok", "problems": []})


@pytest.mark.parametrize(
    ("given", "pulse", "problem"),
    [
        ({"beaten": -3600.0}, answering, "no beat for "),
        ({}, locked, "the database does not answer"),
        ({"trouble": "m.sqlite: the disk is full; free some space"}, answering, "the disk is full"),
    ],
)
async def test_what_is_wrong_is_said_with_503(given: dict[str, Any], pulse: health.Pulse, problem: str) -> None:
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(**given), pulse):
        status, body = await get(port, "/healthz")
        measured = (await get(port, "/metrics"))[1].decode()
    (told,) = json.loads(body)["problems"]
    assert status == "HTTP/1.1 503 Service Unavailable" and problem in told
    assert "monitor_healthy 0.0" in measured


async def test_a_database_that_hangs_does_not_hold_up_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_server, "ANSWER", 0.01)

    async def hanging() -> Mapping[str, Any]:
        await asyncio.Event().wait()
        return {}

    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), hanging):
        assert (await get(port, "/healthz"))[0].startswith("HTTP/1.1 503")


async def test_metrics_are_what_was_counted_and_what_the_database_says() -> None:
    port, vitals = free_port(), Vitals(counts=Counter(polls=7, flags=2))
    async with health.served(f"127.0.0.1:{port}", vitals, answering):
        status, body = await get(port, "/metrics")
    text = body.decode()
    assert status == "HTTP/1.1 200 OK"
    for line in ("monitor_polls_total 7.0", "monitor_flags_total 2.0", "monitor_feeds 41.0", "monitor_healthy 1.0",
                 "monitor_database_bytes 8192.0"):  # fmt: skip
        assert line in text.splitlines()
    assert "process_resident_memory_bytes" in text


async def test_the_documentation_names_every_metric() -> None:
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        text = (await get(port, "/metrics"))[1].decode()
    served = {name for name in re.findall(r"^# TYPE (\w+)", text, re.M) if name.startswith("monitor_")}
    page = (Path(__file__).parents[3] / "docs" / "operation.md").read_text(encoding="utf-8")
    assert served == set(re.findall(r"`(monitor_\w+)`", page))


async def test_without_the_extra_metrics_say_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    monkeypatch.delitem(sys.modules, "monitor.health._metrics", raising=False)
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        status, body = await get(port, "/metrics")
        assert (await get(port, "/healthz"))[0] == "HTTP/1.1 200 OK"
    assert status.startswith("HTTP/1.1 501") and b"pip install 'monitor[metrics]'" in body


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"POST /healthz HTTP/1.1\r\n\r\n", "HTTP/1.1 405 Method Not Allowed"),
        (b"GET /../etc/passwd HTTP/1.1\r\n\r\n", "HTTP/1.1 404 Not Found"),
        (b"\r\n\r\n", "HTTP/1.1 405 Method Not Allowed"),
        (b"GET /healthz HTTP/1.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n", ""),
    ],
)
async def test_other_requests_are_refused(request_: bytes, status: str) -> None:
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        assert (await ask(port, request_))[0] == status
        assert (await get(port, "/healthz"))[0] == "HTTP/1.1 200 OK", "and others are answered as before"


async def test_who_says_nothing_holds_a_place_for_a_moment_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_server, "MOST", 1)
    monkeypatch.setattr(_server, "PATIENCE", 0.2)
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        assert (await get(port, "/healthz"))[0] == "", "no place is free"
        assert await reader.read() == b"", "hung up on"
        assert (await get(port, "/healthz"))[0] == "HTTP/1.1 200 OK"
        writer.close()
        await writer.wait_closed()


async def test_a_taken_port_is_one_clear_line() -> None:
    port = free_port()
    async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
        with pytest.raises(ConfigError, match=rf"^health.listen 127.0.0.1:{port}: cannot listen: .* choose another"):
            async with health.served(f"127.0.0.1:{port}", Vitals(), answering):
                pass


def test_the_pulse_of_a_store_has_every_measure(tmp_path: Path) -> None:
    with Store.open(tmp_path / "m.sqlite") as store:
        pulse = store.pulse(datetime(2026, 1, 1, tzinfo=UTC))
    assert pulse.keys() == PULSE.keys() and pulse["feeds"] == 0 and pulse["database_bytes"] > 0
