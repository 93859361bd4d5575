"""Real HTTP on 127.0.0.1: whatever the server does, `get` gives an answer with the right word and never raises."""

from __future__ import annotations

import asyncio
import gzip
import struct
import tracemalloc
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from monitor.fetch import Fetcher, FetchPolicy
from monitor.model import Validators
from tests.doubles.farm import (
    Farm,
    Manner,
    Seen,
    Write,
    bomb,
    close,
    document,
    drip,
    endless,
    hang,
    head,
    in_turn,
    packed,
    raw,
    redirect,
    status,
)

RSS = b"<?xml version='1.0'?><rss version='2.0'><channel><title>News</title></channel></rss>"
NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
QUICK = FetchPolicy(
    contact="ops@example.org", allowed_networks=("127.0.0.0/28",), host_gap=0, connect=0.5, read=0.3, total=0.6
)


@pytest.fixture
async def farm() -> AsyncIterator[Farm]:
    async with Farm() as farm:
        yield farm


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    async with Fetcher(QUICK, clock=lambda: NOW) as fetcher:
        yield fetcher


async def test_a_document_comes_whole_and_with_its_validators(farm: Farm, fetcher: Fetcher) -> None:
    url = farm.serve("/f", document(RSS, etag='"1"', modified="Mon, 05 Jan 2026 10:00:00 GMT"))
    answer = await fetcher.get(url, purpose="feed")
    assert (answer.outcome, answer.status, answer.body) == ("ok", 200, RSS)
    assert answer.validators == Validators('"1"', "Mon, 05 Jan 2026 10:00:00 GMT")
    assert answer.fetched_at == NOW
    again = await fetcher.get(url, purpose="feed", validators=answer.validators)
    assert (again.outcome, again.status, again.body) == ("not_modified", 304, b"")
    assert again.validators == answer.validators


async def test_requests_name_us_and_carry_no_cookies(farm: Farm, fetcher: Fetcher) -> None:
    url = farm.serve("/f", document(RSS, Set_Cookie="a=1"))
    await fetcher.get(url, purpose="feed")
    await fetcher.get(url, purpose="feed")
    sent = farm.seen[1].headers
    assert "cookie" not in sent
    assert sent["user-agent"].startswith("monitor/") and "ops@example.org" in sent["user-agent"]
    assert "rss" in sent["accept"] and "gzip" in sent["accept-encoding"]


async def test_an_etag_with_odd_bytes_goes_back_verbatim(farm: Farm, fetcher: Fetcher) -> None:
    etag = '"\u00fcnic\u00f6de \t ;,\\"'
    url = farm.serve("/f", document(RSS, etag=etag))
    first = await fetcher.get(url, purpose="feed")
    second = await fetcher.get(url, purpose="feed", validators=first.validators)
    assert second.outcome == "not_modified"
    assert farm.seen[1].headers["if-none-match"] == etag


@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw-deflate", "gzip, gzip", "br", "zstd"])
async def test_content_codings_are_undone(farm: Farm, fetcher: Fetcher, coding: str) -> None:
    answer = await fetcher.get(farm.serve("/f", packed(RSS, coding)), purpose="feed")
    assert (answer.outcome, answer.body) == ("ok", RSS)


WIRE: dict[str, tuple[Manner, str]] = {
    "closes at once": (close(), "broken"),
    "not HTTP": (raw(b"SSH-2.0-OpenSSH_9.6\r\n\x00\xff"), "broken"),
    "no status line": (raw(RSS), "broken"),
    "two lengths": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 9\r\n\r\nxxxxxxxxx"), "broken"),
    "short body": (raw(head(200, {}, 900) + RSS), "broken"),
    "cut chunks": (raw(head(200, {"Transfer-Encoding": "chunked"}) + b"5\r\nhello\r\n"), "broken"),
    "bad chunks": (raw(head(200, {"Transfer-Encoding": "chunked"}) + b"-5\r\nhello\r\nzz\r\n"), "broken"),
    "NUL in a header": (raw(b"HTTP/1.1 200 OK\r\nX: a\x00b\rSet-Cookie: c\r\nContent-Length: 0\r\n\r\n"), "broken"),
    "huge headers": (raw(b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 300_000 + b"\r\n\r\n"), "broken"),
    "cut gzip": (raw(head(200, {"Content-Encoding": "gzip"}) + gzip.compress(RSS * 99)[:60]), "broken"),
    "unknown coding": (raw(head(200, {"Content-Encoding": "rot13"}, 3) + b"abc"), "broken"),
    "a thousand codings": (raw(head(200, {"Content-Encoding": ", ".join(["gzip"] * 1000)}, 3) + b"abc"), "broken"),
    "plain as gzip": (raw(head(200, {"Content-Encoding": "gzip"}, len(RSS)) + RSS), "ok"),
    "hangs before headers": (hang(), "too_slow"),
    "hangs after headers": (hang(head(200, {}, 5000)), "too_slow"),
    "hangs in the body": (hang(head(200, {}, 5000) + RSS), "too_slow"),
    "dripping headers": (drip(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"), "too_slow"),
    "dripping body": (drip(head(200, {}, 10**6), b"x"), "too_slow"),
    "endless 1xx": (drip(b"", b"HTTP/1.1 103 Early\r\nLink: </x>\r\n\r\n"), "too_slow"),
    "endless body": (endless(), "too_large"),
    "announces too much": (hang(head(200, {}, 10**9)), "too_large"),
    "gzip bomb": (bomb(), "too_large"),
    "deflate bomb": (bomb(coding="deflate"), "too_large"),
    "brotli bomb": (bomb(coding="br"), "too_large"),
    "zstd bomb": (bomb(coding="zstd"), "too_large"),
    "switches protocol": (raw(b"HTTP/1.1 101 Go\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", stay=True), "broken"),
    "status 999": (status(999), "broken"),
    "204": (status(204), "broken"),
    "206": (status(206), "broken"),
    "304 unasked": (status(304), "broken"),
    "empty 200": (status(200, b""), "broken"),
    "401": (status(401), "login"),
    "403": (status(403), "refused"),
    "404": (status(404), "not_found"),
    "410": (status(410), "gone"),
    "429": (status(429, Retry_After="120"), "limited"),
    "451": (status(451), "refused"),
    "503": (status(503, Retry_After="soon; -1"), "down"),
    "error page that lies about its coding": (status(500, b"plain", Content_Encoding="gzip"), "down"),
    "no Location": (status(302), "broken"),
    "bad Location": (redirect("http://[::1"), "broken"),
    "Location with spaces and letters": (redirect("/tëst a?q=ü"), "not_found"),
}


@pytest.mark.parametrize("name", WIRE)
async def test_every_fault_has_its_word(farm: Farm, fetcher: Fetcher, name: str) -> None:
    manner, word = WIRE[name]
    answer = await fetcher.get(farm.serve("/f", manner), purpose="feed")
    assert answer.outcome == word, answer.detail
    assert answer.body == (RSS if word == "ok" else b"")
    assert answer.detail.startswith("127.0.0.1: ") and len(answer.detail) > 20
    farm.serve("/f", document(RSS))
    assert (await fetcher.get(farm.url("/f"), purpose="feed")).outcome == "ok"


async def test_a_bomb_costs_little_memory(farm: Farm, fetcher: Fetcher) -> None:
    url = farm.serve("/f", bomb(200))
    tracemalloc.start()
    answer = await fetcher.get(url, purpose="feed")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert answer.outcome == "too_large"
    assert peak < 4 * QUICK.max_inflated


async def test_bytes_after_an_answer_are_not_the_next_answer(farm: Farm, fetcher: Fetcher) -> None:
    extra = head(200, {}, 5) + b"wrong"
    url = farm.serve("/f", in_turn(raw(head(200, {}, 5) + b"right" + extra, stay=True), document(b"right")))
    for _ in range(3):
        answer = await fetcher.get(url, purpose="feed")
        assert answer.body in (b"right", b""), answer


async def test_an_idle_connection_that_died_is_replaced(farm: Farm, fetcher: Fetcher) -> None:
    async def reset_next(seen: Seen, out: Write) -> None:
        await document(RSS)(seen, out)

    async def die(_: Seen, out: Write) -> None:
        out.transport.abort()

    url = farm.serve("/f", in_turn(reset_next, die, reset_next))
    assert (await fetcher.get(url, purpose="feed")).outcome == "ok"
    assert (await fetcher.get(url, purpose="feed")).outcome == "ok"
    assert len(farm.seen) == 3 and farm.connections == 2


async def test_redirects_are_followed_and_listed(farm: Farm, fetcher: Fetcher) -> None:
    farm.serve("/1", redirect("/2#part", 301))
    farm.serve("/2", redirect(farm.url("/3"), 308))
    farm.serve("/3", document(RSS, etag='"1"'))
    answer = await fetcher.get(farm.url("/1"), purpose="feed", validators=Validators('"1"'))
    assert answer.outcome == "not_modified"
    assert answer.final_url == farm.url("/3")
    assert answer.redirects == ((301, farm.url("/2")), (308, farm.url("/3")))


async def test_redirects_end(farm: Farm, fetcher: Fetcher) -> None:
    async def on(seen: Seen, out: Write) -> None:
        await redirect(seen.path + "x")(seen, out)

    farm.serve("/loop", redirect("/loop"))
    loop = await fetcher.get(farm.url("/loop"), purpose="feed")
    assert loop.outcome == "broken" and "circle" in loop.detail
    for n in range(8):
        farm.serve("/e" + "x" * n, on)
    more = await fetcher.get(farm.url("/e"), purpose="feed")
    assert more.outcome == "broken" and "more than 5" in more.detail
    assert len([p for p in farm.paths() if p.startswith("/e")]) == 6


async def test_the_time_limit_covers_all_hops(farm: Farm, fetcher: Fetcher) -> None:
    async def slow_hop(seen: Seen, out: Write) -> None:
        await asyncio.sleep(0.25)
        await redirect(seen.path + "x")(seen, out)

    for n in range(6):
        farm.serve("/s" + "x" * n, slow_hop)
    answer = await fetcher.get(farm.url("/s"), purpose="feed")
    assert answer.outcome == "too_slow"
    assert len(farm.seen) <= 3


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.66/", "http://169.254.169.254/latest/", "http://10.0.0.5/", "http://192.168.1.1/", "http://100.64.0.1/",
        "http://172.16.0.1/", "http://2130706498/", "http://0x7f000042/", "http://0177.0.0.0102/", "http://[::1]/",
        "http://[::ffff:127.0.0.66]/", "http://[fd00::5]/", "http://0.0.0.0/", "http://me@127.0.0.66/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/", "http://127.0.0.66\\@example.org/", "file:///etc/passwd", "gopher://127.0.0.66/_x",
        "ftp://127.0.0.66/x", "data:text/html,31313", "//127.0.0.66/x",
    ],
)  # fmt: skip
async def test_redirects_to_private_places_open_no_socket(
    farm: Farm, fetcher: Fetcher, target: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    real = asyncio.get_running_loop().sock_connect

    async def connect(sock: object, address: tuple[str, int]) -> None:
        opened.append(address)
        await real(sock, address)  # type: ignore[arg-type]

    monkeypatch.setattr(asyncio.get_running_loop(), "sock_connect", connect)
    answer = await fetcher.get(farm.serve("/f", redirect(target)), purpose="feed")
    assert answer.outcome == "refused", answer.detail
    assert opened == [("127.0.0.1", farm.port)]


async def test_credentials_go_to_their_origin_only_and_into_no_message(farm: Farm, fetcher: Fetcher) -> None:
    async with Farm("127.0.0.2") as other:
        other.serve("/g", status(404))
        farm.serve("/f", redirect(other.url("/g?token=sesame")))
        url = farm.url("/f").replace("//", "//me:hidden@")
        answer = await fetcher.get(url, purpose="feed")
        assert farm.seen[0].headers["authorization"].startswith("Basic ")
        assert "authorization" not in other.seen[0].headers
    assert "hidden" not in answer.detail and "sesame" not in answer.detail


async def test_retry_after_in_both_forms(farm: Farm, fetcher: Fetcher) -> None:
    farm.serve("/seconds", status(429, Retry_After="120"))
    farm.serve("/date", status(503, Retry_After="Mon, 05 Jan 2026 12:02:00 GMT"))
    farm.serve("/junk", status(429, Retry_After="soon"))
    assert (await fetcher.get(farm.url("/seconds"), purpose="feed")).retry_after == 120
    assert (await fetcher.get(farm.url("/date"), purpose="feed")).retry_after == 121
    assert (await fetcher.get(farm.url("/junk"), purpose="feed")).retry_after is None


async def test_nothing_listens(farm: Farm, fetcher: Fetcher) -> None:
    url = farm.url().replace("127.0.0.1", "127.0.0.3")
    answer = await fetcher.get(url, purpose="feed")
    assert answer.outcome == "down"


async def test_cancelling_is_the_only_thing_that_comes_through(farm: Farm, fetcher: Fetcher) -> None:
    task = asyncio.create_task(fetcher.get(farm.serve("/f", hang()), purpose="feed"))
    while not farm.seen:
        await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    farm.serve("/f", document(RSS))
    assert (await fetcher.get(farm.url("/f"), purpose="feed")).outcome == "ok"


async def test_zstd_that_nobody_asked_for_is_refused_unread(farm: Farm, fetcher: Fetcher) -> None:
    block = struct.pack("<I", 1 | (1 << 1) | (131_072 << 3))[:3] + b" "
    frame = struct.pack("<IB", 0xFD2FB528, 0) + b"\x38" + block
    answer = await fetcher.get(
        farm.serve("/f", raw(head(200, {"Content-Encoding": "zstd"}, len(frame)) + frame)), purpose="feed"
    )
    assert answer.outcome in ("broken", "ok")
    assert len(answer.body) in (0, 131_072)


async def test_nothing_is_asked_for_before_there_is_room_for_the_answer(farm: Farm, fetcher: Fetcher) -> None:
    url, room = farm.serve("/f", document(RSS)), asyncio.Event()

    async def wait() -> None:
        await room.wait()

    asking = asyncio.create_task(fetcher.get(url, purpose="feed", room=wait))
    await asyncio.sleep(0.7)  # longer than an exchange may take
    assert not farm.seen
    room.set()
    assert (await asking).outcome == "ok"
