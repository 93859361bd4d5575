"""`monitor feeds check` on a list with every fault explains each in one line, in words for people.

docs/feeds.md prints every sentence: a test keeps its table equal to what is said.
"""

from __future__ import annotations

import re
from pathlib import Path

from monitor.cli.feeds import _check
from monitor.config import Config, Network
from monitor.store import FeedSpec, Row
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


WHAT = {
    "empty": "answers 200 with nothing", "no-content": "answers 204", "page": "shows a web page that names its feed",
    "json": "sends JSON that is no feed", "picture": "sends a picture", "words": "sends a sentence",
    "cut": "breaks off in the middle", "close": "hangs up at once", "garbage": "speaks another protocol",
    "hang": "keeps silent", "drip": "drips a byte now and then", "bomb": "sends a bomb (gzip)",
    "coding": "packs in an unknown way", "loop": "redirects to itself", "private": "redirects to a private address",
    "file": "redirects to a file", "nowhere": "redirects nowhere", "login": "redirects to a login form",
    "challenge": "checks for robots", "later": "answers 503 with Retry-After",
    "http://127.0.0.1:1/": "does not listen", "http://no-such-name.invalid/": "has no address",
    "http://169.254.169.254/": "lies at a link-local address", "ftp://127.0.0.1/": "has another scheme",
}  # fmt: skip
PAGE_OF_FAULTS = Path(__file__).parents[3] / "docs" / "feeds.md"


def row_of(row: Row) -> str:
    """The fault as docs/feeds.md prints it, the farm's address made an outlet's."""
    said = re.sub(r"http://127\.0\.0\.1:\d+", "https://outlet.example", row["detail"])
    said = re.sub(r"^127\.0\.0\.1:", "outlet.example:", said)
    said = re.sub(r"has no address \([^)]*\)", "has no address (the system's words)", said)
    what = WHAT.get(row["name"]) or f"answers {row['name'].removeprefix('status-')}"
    return f"| {what} | `{row['outcome']}` | {said} |"


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
    printed = [line for line in PAGE_OF_FAULTS.read_text(encoding="utf-8").splitlines() if line.count("| `") == 1]
    assert [line for line in printed if " | `" in line] == [row_of(row) for row in rows]
