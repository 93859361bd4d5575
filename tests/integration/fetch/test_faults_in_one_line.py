"""`monitor feeds check` on a list with every fault explains each in one line, in words for people."""

from __future__ import annotations

import re

from monitor.cli.feeds import _check
from monitor.config import Config, Network
from monitor.store import FeedSpec
from tests.doubles.farm import Farm, bomb, close, document, drip, hang, head, raw, redirect, status

RSS = b"<rss version='2.0'><channel><title>T</title><item><title>A</title><guid>1</guid></item></channel></rss>"
PAGE = b"<!doctype html><title>Home</title><link rel=alternate type='application/rss+xml' href=/feed.xml><p>Text.</p>"
LOGIN = b"<!doctype html><title>Sign in</title><form><input type='password'></form>"

FAULTS = {
    "empty": (raw(head(200, {}, 0)), "broken", "empty document"),
    "no-content": (status(204), "broken", "without any content"),
    "page": (document(PAGE, kind="text/html"), "not_a_feed", "names the feed http"),
    "json": (document(b'{"a": 1}', kind="application/json"), "not_a_feed", "JSON, but not a feed"),
    "picture": (document(b"\x89PNG\r\n\x1a\n" + bytes(200), kind="image/png"), "not_a_feed", "a picture"),
    "words": (document(b"try later", kind="text/plain"), "not_a_feed", '"try later"'),
    "cut": (raw(head(200, {}, 5000) + RSS), "broken", f"cut off ({len(RSS)} of 5000 bytes came)"),
    "close": (close(), "broken", "closed the connection"),
    "garbage": (raw(b"\x00\x01\x02 hello\r\n\r\n"), "broken", "proper HTTP (illegal status line)"),
    "hang": (hang(), "too_slow", "silent for"),
    "drip": (drip(head(200, {}, 10**6), b"x"), "too_slow", "whole exchange"),
    "bomb": (bomb(8), "too_large", "inflates to more than"),
    "coding": (raw(head(200, {"Content-Encoding": "zebra"}, 5) + b"hello"), "broken", "'zebra'"),
    "loop": (redirect("/loop"), "broken", "in a circle"),
    "private": (redirect("http://10.0.0.1/"), "refused", "not a public address"),
    "file": (redirect("file:///etc/hosts"), "refused", "only http and https"),
    "nowhere": (status(302), "broken", "without saying where"),
    "login": (redirect("/sign-in/login"), "login", "login form"),
    "challenge": (status(403, b"<title>Just a moment...</title>", cf_mitigated="challenge"), "challenge", "robots"),
    "later": (status(503, Retry_After="3600"), "down", "names a time"),
    **{
        f"status-{code}": (status(code), outcome, f"({code})")
        for code, outcome in {
            400: "refused", 401: "login", 402: "login", 403: "refused", 404: "not_found", 410: "gone", 429: "limited",
            451: "refused", 500: "down", 502: "down", 504: "down",
        }.items()
    },
}  # fmt: skip
ELSEWHERE = {
    "http://127.0.0.1:1/": ("down", "connection refused"),
    "http://no-such-name.invalid/": ("down", "has no address"),
    "http://169.254.169.254/": ("refused", "not a public address"),
    "ftp://127.0.0.1/": ("refused", "only http and https"),
}


async def test_every_fault_has_its_word_and_its_line() -> None:
    net = Network(
        allow=("127.0.0.0/8",), host_gap=0, read_timeout="300ms", total_timeout="900ms", connect_timeout="2s",
        max_inflated=1_000_000, concurrency=16,
    )  # fmt: skip
    async with Farm() as farm:
        farm.serve("/sign-in/login", document(LOGIN, kind="text/html"))
        specs = [FeedSpec(farm.serve(f"/{name}", manner), name) for name, (manner, *_) in FAULTS.items()]
        rows = await _check(Config(network=net), [*specs, *(FeedSpec(url, url) for url in ELSEWHERE)])
    expected = {name: fault[1:] for name, fault in FAULTS.items()} | ELSEWHERE
    found = {row["name"]: (row["outcome"], row["detail"]) for row in rows}
    assert {name: outcome for name, (outcome, _) in found.items()} == {
        n: outcome for n, (outcome, _) in expected.items()
    }
    for name, (_, phrase) in expected.items():
        detail = found[name][1]
        assert phrase in detail, (name, detail)
        assert "\n" not in detail and len(detail) < 300, (name, detail)
        assert not re.search(r"Errno|bytearray|0x|<class|Traceback|b'", detail), (name, detail)
