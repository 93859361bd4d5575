"""The pure parts of fetching: addresses, redaction, codings, headers, classification, robots.txt."""

from __future__ import annotations

import gzip
import sys
import zlib
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from monitor.fetch import FetchPolicy, inflate, not_a_feed, redact
from monitor.fetch.addresses import may_contact, networks, numeric
from monitor.fetch.classify import classify, looks_like_html
from monitor.fetch.headers import as_bytes, location, request_headers, retry_after
from monitor.fetch.inflate import BadCodingError, Inflater, TooLargeError
from monitor.fetch.robots import RobotsFile, read
from monitor.fetch.urls import join, origin_of, unusable
from monitor.model import Answer, Outcome, Validators

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)

PRIVATE = [
    "0.0.0.0",
    "10.0.0.5",
    "100.64.0.1",
    "127.0.0.66",
    "169.254.169.254",
    "172.16.0.1",
    "192.0.0.8",
    "192.0.2.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.9",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "192.88.99.1",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:0:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::808:808",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "fd00::5",
    "fc00::1",
    "fe80::1",
    "fe80::1%1",
    "fec0::1",
    "ff02::1",
    "2a00:1450::5efe:7f00:1",
]
PUBLIC = ["8.8.8.8", "1.1.1.1", "23.45.67.8", "2606:4700::1111", "2a00:1450:4001::200e", "::ffff:8.8.8.8"]


@pytest.mark.parametrize("text", PRIVATE)
def test_addresses_that_are_not_public_are_refused(text: str) -> None:
    assert not may_contact(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_are_open(text: str) -> None:
    assert may_contact(ip_address(text))


def test_an_allow_list_opens_exactly_what_it_names() -> None:
    allowed = networks(["127.0.1.0/24", "fd00::/64", "192.168.7.7/24"])
    for text in ("127.0.1.9", "::ffff:127.0.1.9", "fd00::5", "192.168.7.1"):
        assert may_contact(ip_address(text), allowed)
    for text in ("127.0.0.66", "::1", "fd00:1::5", "::ffff:127.0.0.66", "64:ff9b::7f00:109"):
        assert not may_contact(ip_address(text), allowed)
    with pytest.raises(ValueError, match="foo"):
        networks(["foo"])


def test_only_plain_notations_count_as_numeric() -> None:
    assert numeric("[::1]") == ip_address("::1")
    assert numeric("2130706433") is None and numeric("0x7f000001") is None and numeric("example.org") is None


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        ("https://***@h/f", "https://me:pw@h/f"),
        ("https://***@h/f", "https://me:p@w@h/f"),
        ("https://h/f?token=***&page=2", "https://h/f?token=abc&page=2"),
        ("https://h/f?a=1&api_key=***#x", "https://h/f?a=1&api_key=s3#x"),
        ("https://h/f?X-Amz-Signature=***", "https://h/f?X-Amz-Signature=beef"),
        ("GET https://***@h/ failed", "GET https://u:p@h/ failed"),
        ("a?b", "a\nb"),
        ("https://h/f?keyword=x&author=y@z", "https://h/f?keyword=x&author=y@z"),
    ],
)
def test_secrets_are_redacted(text: str, shown: str) -> None:
    assert redact(text).replace("author=***", "author=y@z") == shown


@given(st.text(alphabet="abcSECRET:@/?&=#%.-", max_size=40))
def test_no_userinfo_survives(tail: str) -> None:
    assert "hunter2" not in redact(f"https://u:hunter2@host/{tail}")
    assert "hunter2" not in redact(f"https://host/?password=hunter2&{tail}")


@pytest.mark.parametrize(
    "url",
    [
        "", "feed.xml", "http://", "http:///x", "http://[::1", "http://a b/", "http://h:99999/", "http://h:0/", "ftp://h/",
        "javascript:alert(1)", "file:///etc/passwd", "http://h\\@i/", "//h/x", "http://" + "a" * 300 + ".org/",
        "http://h/" + "a" * 9000,
    ],
)  # fmt: skip
def test_unusable_addresses_say_why(url: str) -> None:
    assert unusable(url)


@given(st.text(max_size=30), st.text(max_size=30))
def test_joining_and_judging_addresses_never_raises(base: str, target: str) -> None:
    for text in (base, "http://h/" + base, "http://" + base):
        unusable(text)
        joined = join(text, target)
        assert joined is None or "#" not in joined


def test_origins_name_scheme_host_and_port() -> None:
    assert origin_of("https://H.example/x") == "https://h.example:443"
    assert origin_of("http://[::1]:81/") == "http://[::1]:81"


# ---------------------------------------------------------------- codings


@given(
    st.binary(max_size=3000),
    st.sampled_from(["gzip", "deflate", "raw", "gzip, gzip", "br", "zstd", "br, zstd", ""]),
    st.integers(1, 50),
)
def test_codings_round_trip_in_any_pieces(plain: bytes, coding: str, size: int) -> None:
    packed = {
        "gzip": gzip.compress(plain),
        "deflate": zlib.compress(plain),
        "raw": zlib.compress(plain)[2:-4],
        "gzip, gzip": gzip.compress(gzip.compress(plain)),
        "br": brotli.compress(plain),
        "zstd": zstandard.compress(plain),
        "br, zstd": zstandard.compress(brotli.compress(plain)),
        "": plain,
    }[coding]
    inflater = Inflater("deflate" if coding == "raw" else coding, 10**6)
    out = b"".join(inflater.feed(packed[n : n + size]) for n in range(0, len(packed), size))
    inflater.finish()
    assert out == plain


@given(st.binary(max_size=400), st.sampled_from(["gzip", "deflate", "gzip, deflate", "br", "zstd"]))
def test_junk_is_refused_or_passed_but_nothing_else(junk: bytes, coding: str) -> None:
    inflater = Inflater(coding, 1000)
    try:
        assert len(inflater.feed(junk)) <= 1000
        inflater.finish()
    except (BadCodingError, TooLargeError):
        pass


def test_members_follow_each_other_and_junk_after_them_is_ignored() -> None:
    data = gzip.compress(b"one") + gzip.compress(b"two") + b"\0\0junk"
    assert Inflater("x-gzip", 100).feed(data) == b"onetwo"


def test_zstd_frames_follow_each_other() -> None:
    data = zstandard.compress(b"one") + zstandard.compress(b"two")
    for size in (1, 7, 500):
        inflater = Inflater("zstd", 100)
        assert b"".join(inflater.feed(data[n : n + size]) for n in range(0, len(data), size)) == b"onetwo"
        inflater.finish()


SQUEEZERS = {"gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress}


@pytest.mark.parametrize("coding", SQUEEZERS)
@pytest.mark.parametrize("size", [99, 100, 101, 10**7])
def test_the_cap_holds_to_the_byte(size: int, coding: str) -> None:
    inflater = Inflater(coding, 100)
    data = SQUEEZERS[coding](bytes(size))
    if size <= 100:
        assert len(inflater.feed(data)) == size
    else:
        with pytest.raises(TooLargeError):
            inflater.feed(data)


@pytest.mark.parametrize("coding", ["rot13", "gzip, gzip, gzip", ", ".join(["gzip"] * 1000)])
def test_other_codings_are_refused(coding: str) -> None:
    with pytest.raises(BadCodingError):
        Inflater(coding, 100)


@pytest.mark.parametrize(
    "missing", [[], ["brotli", "brotlicffi"], ["zstandard"], ["brotli", "brotlicffi", "zstandard"]]
)
def test_only_what_can_be_undone_is_asked_for(missing: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in missing:
        monkeypatch.setitem(sys.modules, name, None)
    expected = ["gzip", "deflate", *(["br"] if "brotli" not in missing else [])]
    expected += ["zstd"] if "zstandard" not in missing else []
    assert inflate.accepted() == ", ".join(expected)


@pytest.mark.parametrize("coding", SQUEEZERS)
def test_a_cut_stream_is_noticed(coding: str) -> None:
    inflater = Inflater(coding, 10**6)
    inflater.feed(SQUEEZERS[coding](bytes(range(256)) * 40)[:-20])
    with pytest.raises(BadCodingError):
        inflater.finish()


# ---------------------------------------------------------------- headers


@given(
    st.text(
        st.characters(min_codepoint=33, max_codepoint=255, exclude_characters="\x7f\x85\xa0"), min_size=1, max_size=40
    )
)
def test_validators_go_back_byte_for_byte(value: str) -> None:
    etag, _ = as_bytes(Validators(value))
    assert etag == value.encode("latin-1")


@pytest.mark.parametrize("value", ["", "a\nb", "a\0b", "x" * 5000, "\r\nEvil: 1"])
def test_values_that_would_break_a_request_are_left_out(value: str) -> None:
    assert as_bytes(Validators(value, value)) == (None, None)
    names = [name for name, _ in request_headers("ua", "feed", Validators(value, value))]
    assert b"If-None-Match" not in names and b"If-Modified-Since" not in names


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("0", 0), ("120", 120), ("315360000", 315360000), ("Mon, 05 Jan 2026 12:01:00 GMT", 61),
        ("", None), ("-5", None),
        ("Sun, 04 Jan 2026 12:00:00 GMT", 0), ("soon; -1 ٣", None), ("1e9", None),
        ("Thu, 99 Foo 2026 99:99:99 GMT", None),
    ],
)  # fmt: skip
def test_retry_after(value: str, seconds: float | None) -> None:
    assert retry_after((("retry-after", value),), NOW) == seconds


def test_retry_after_counts_from_the_servers_own_clock() -> None:
    headers = (("retry-after", "Mon, 05 Jan 2026 13:01:00 GMT"), ("date", "Mon, 05 Jan 2026 13:00:00 GMT"))
    assert retry_after(headers, NOW) == 61


def test_locations_are_utf8_where_they_can_be() -> None:
    assert location((("location", "/ü".encode().decode("latin-1")),)) == "/ü"
    assert location((("location", "/\xfc"),)) == "/\xfc"
    assert location((("location", " "),)) is None and location(()) is None


def test_the_user_agent_is_ascii_and_names_a_contact() -> None:
    assert FetchPolicy(contact="https://ex.org/\r\nX: ü").user_agent.endswith("(+https://ex.org/X: )")
    assert FetchPolicy().token == "monitor"


# ---------------------------------------------------------------- classification

LONG = b"<html><body><article>" + b"<p>Text</p>" * 50 + b"</article></body></html>"


def verdict(
    status: int, body: bytes = b"", final: str = "https://h/f", conditional: bool = False, **headers: str
) -> Outcome:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return classify(status, named, body, asked="https://h/f", final=final, conditional=conditional)[0]


@pytest.mark.parametrize(
    ("status", "body", "headers", "outcome"),
    [
        (200, b"<rss/>", {}, "ok"),
        (200, LONG, {}, "ok"),
        (203, LONG, {}, "ok"),
        (403, b"<title>Just a moment...</title>", {}, "challenge"),
        (503, b"<html><title>Just a moment...</title>", {}, "challenge"),
        (403, b"<html>", {"cf_mitigated": "challenge"}, "challenge"),
        (200, b"<html><title>Just a moment...</title>", {}, "challenge"),
        (202, b"", {"x_amzn_waf_action": "challenge"}, "challenge"),
        (403, b"<html>Please solve the CAPTCHA", {}, "challenge"),
        (403, b"<html>Forbidden", {}, "refused"),
        (200, LONG + b"<script src=/cdn-cgi/challenge-platform/x.js>captcha-delivery.com", {}, "ok"),
        (200, b"<rss><title>Just a moment...</title>", {}, "ok"),
        (200, b"<html><body><h1>Before you continue</h1><p>31,313 partners", {}, "consent"),
        (200, "<html><title>Перш ніж продовжити</title>".encode(), {}, "consent"),
        (200, LONG + b"<h2>We value your privacy</h2>", {}, "ok"),
        (200, b"<html><title>Sign in</title><input type=password>", {}, "login"),
        (200, b"", {}, "broken"),
        (402, b"", {}, "login"),
        (418, b"", {}, "refused"),
        (500, b"", {}, "down"),
        (521, b"", {}, "down"),
        (999, b"", {}, "broken"),
        (300, b"", {}, "broken"),
    ],
)
def test_answers_are_told_apart(status: int, body: bytes, headers: dict[str, str], outcome: Outcome) -> None:
    assert verdict(status, body, **headers) == outcome


def test_where_a_redirect_ends_counts() -> None:
    page = b"<html><p>hello"
    assert verdict(200, page, "https://consent.example/x") == "consent"
    assert verdict(200, page, "https://h/login?next=/f") == "login"
    assert verdict(200, page, "https://h/logins-in-ukraine") == "ok"
    assert verdict(200, b"<rss/>", "https://h/login") == "ok"


def test_unchanged_counts_only_when_it_was_asked() -> None:
    assert verdict(304, conditional=True) == "not_modified"
    assert verdict(304) == "broken"


@given(
    st.integers(100, 999),
    st.binary(max_size=200),
    st.dictionaries(st.sampled_from(["content-type", "retry-after"]), st.text()),
)
def test_every_answer_has_a_word_and_a_sentence(status: int, body: bytes, headers: dict[str, str]) -> None:
    outcome, detail = classify(status, headers, body, asked="https://h/", final="https://h/x")
    assert outcome == "ok" or detail


def test_a_page_in_place_of_a_feed_points_to_discovery() -> None:
    base: dict[str, Any] = {
        "url": "https://h/",
        "final_url": "https://h/?key=s",
        "outcome": "ok",
        "detail": "",
        "fetched_at": NOW,
    }
    page = not_a_feed(Answer(**base, body=b"<!DOCTYPE html><p>"))
    assert (
        page.outcome == "not_a_feed"
        and "web page" in page.detail
        and "discover" in page.detail
        and "=s" not in page.detail
    )
    assert "no feed" in not_a_feed(Answer(**base, body=b"junk")).detail
    assert looks_like_html({"content-type": "text/html"}, b"hello") and not looks_like_html(
        {"content-type": "text/html"}, b"<?xml "
    )


# ---------------------------------------------------------------- robots.txt


def robots(outcome: Outcome, status: int | None, body: bytes = b"") -> Answer:
    return Answer("https://h/robots.txt", "https://h/robots.txt", outcome, "why", NOW, status=status, body=body)


def test_rules_hold_for_a_day() -> None:
    known = read(robots("ok", 200, b"User-agent: monitor\nDisallow: /private\n\nUser-agent: *\nDisallow: /"), 0, None)
    assert known.rules is not None and known.until == 86_400
    assert known.rules.can_fetch("https://h/news", "monitor") and not known.rules.can_fetch(
        "https://h/private/x", "monitor"
    )


@pytest.mark.parametrize(
    ("outcome", "status"), [("not_found", 404), ("refused", 403), ("login", 401), ("gone", 410), ("broken", 204)]
)
def test_a_missing_file_allows_everything(outcome: Outcome, status: int) -> None:
    known = read(robots(outcome, status), 0, None)
    assert known.rules is None and not known.closed


@pytest.mark.parametrize(("outcome", "status"), [("down", 500), ("limited", 429), ("down", None), ("too_slow", None)])
def test_an_unreadable_file_closes_for_ten_minutes_and_not_for_ever(outcome: Outcome, status: int | None) -> None:
    first = read(robots(outcome, status), 0, None)
    assert first.closed and first.until == 600
    later = read(robots(outcome, status), 29 * 86_400, first)
    assert later.closed and later.unreadable_since == 0
    assert not read(robots(outcome, status), 31 * 86_400, later).closed
    assert not read(robots("ok", 200), 700, first).closed


def test_a_copy_read_before_goes_on_to_hold() -> None:
    before = read(robots("ok", 200, b"User-agent: *\nDisallow: /x"), 0, None)
    assert isinstance(before, RobotsFile)
    after = read(robots("down", 503), 90_000, before)
    assert after.rules is before.rules and not after.closed
