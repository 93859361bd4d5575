"""Heads that are written and read without h11 are those that h11 would write and read."""

from __future__ import annotations

import h11
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from monitor.fetch.heads import Head, request, unchanged

NAMES = st.sampled_from(["ETag", "date", "Cache-Control", "X-Odd_1", "Connection", "Content-Length", "Last-Modified"])
VALUES = st.one_of(
    st.sampled_from(["", '"1"', 'W/"a b"', "close", "Keep-Alive", "0", " spaced \t", "caf\xe9", "a\x0bb", "a\r\n b"]),
    st.text(st.characters(max_codepoint=255), max_size=8),
)
ENDS = st.sampled_from(["\r\n\r\n", "\n\n", "\r\n", "\r\n\r\nHTTP/1.1 200 OK\r\n\r\n", "\r\n\r\nx", ""])
STARTS = st.sampled_from(
    [
        "HTTP/1.1 304 Not Modified",
        "HTTP/1.1 304",
        "HTTP/1.1 304 ",
        "HTTP/1.0 304 No",
        "HTTP/1.1 3040",
        "HTTP/1.1 200 OK",
    ]
)


def through_h11(data: bytes) -> tuple[int, tuple[tuple[str, str], ...], bytes, bool]:
    """Status, headers, what is left over, and whether the connection may be asked again."""
    http = h11.Connection(h11.CLIENT)
    http.send(h11.Request(method="GET", target="/", headers=[("Host", "outlet.example")]))
    http.send(h11.EndOfMessage())
    http.receive_data(data)
    event = http.next_event()
    assert isinstance(event, h11.Response), event
    assert isinstance(http.next_event(), h11.EndOfMessage)
    headers = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in event.headers)
    return event.status_code, headers, http.trailing_data[0], http.their_state is h11.DONE


@given(STARTS, st.lists(st.tuples(NAMES, st.sampled_from([":", ": ", " :", ""]), VALUES), max_size=5), ENDS)
@example("HTTP/1.1 304 Not Modified", [("Connection", ": ", "close"), ("Connection", ": ", "Keep-Alive")], "\r\n\r\n")
@example("HTTP/1.1 304 Not Modified", [("Connection", ": ", "Keep-Alive , Close")], "\r\n\r\n")
def test_what_is_read_here_is_what_h11_reads(start: str, lines: list[tuple[str, str, str]], end: str) -> None:
    data = "\r\n".join([start, *("".join(line) for line in lines)]).encode("latin-1") + end.encode()
    head = unchanged(data)
    if head is not None:
        status, headers, left, stays = through_h11(data)
        assert (head.status, head.headers, left) == (status, headers, b"")
        assert stays or not head.stays


def test_a_usual_answer_is_read_here() -> None:
    data = b'HTTP/1.1 304 Not Modified\r\nDate: Mon\r\nETag:  "1" \r\nConnection: Keep-Alive\r\n\r\n'
    assert unchanged(data) == Head(304, (("date", "Mon"), ("etag", '"1"'), ("connection", "Keep-Alive")))
    assert unchanged(data.replace(b"Keep-Alive", b"close")).stays is False  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        (("close", "keep-alive"), False),
        (("keep-alive", "close"), False),
        (("keep-alive, close",), False),
        (("keep-alive", "Keep-Alive"), True),
        (("keep-alive,",), True),
    ],
)
def test_a_connection_stays_when_nothing_speaks_against_it(said: tuple[str, ...], stays: bool) -> None:
    lines = "".join(f"Connection: {value}\r\n" for value in said)
    head = unchanged(f"HTTP/1.1 304 Not Modified\r\n{lines}\r\n".encode())
    assert head is not None and head.stays is stays


@pytest.mark.parametrize(
    "cut", [b"", b"HTTP/1.1 304 N", b"HTTP/1.1 304 No\r\nETag: 1\r\n", b"HTTP/1.1 304 No\r\n\r\nx"]
)
def test_what_is_not_whole_or_more_is_left_to_h11(cut: bytes) -> None:
    assert unchanged(cut) is None


def test_a_head_of_any_length_is_looked_at_once() -> None:
    assert unchanged(b"HTTP/1.1 304 " + b"a" * 10**6) is None
    assert unchanged(b"HTTP/1.1 304 No\r\n" + b"a: b\r\n" * 10**5) is None


@given(
    st.one_of(st.just(b"/feed?x=1"), st.binary(max_size=6)),
    st.lists(st.tuples(st.sampled_from([b"Accept", b"If-None-Match"]), st.binary(max_size=6).map(bytes.strip))),
)
def test_requests_are_those_of_h11_or_none(target: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    headers = [(b"Host", b"outlet.example"), *headers]
    written = request(target, headers)
    try:
        asked = h11.Request(method=b"GET", target=target, headers=headers)
    except h11.LocalProtocolError:
        assert written is None
    else:
        assert written == h11.Connection(h11.CLIENT).send(asked)
