"""What an answer is, from its status, headers and the first part of its body (pure).

Outcomes are the words of `model.Outcome`; docs/fetching.md has the table. Every sentence names what happened and how
to mend it. Challenge pages are what bot checks show instead of the content: they are recognised by their makers' marks.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import urlsplit

from monitor.fetch.urls import redact
from monitor.model import Answer, Outcome

__all__ = ["SAMPLE", "classify", "looks_like_html", "not_a_feed"]

SAMPLE: Final = 65_536
"""Bytes of a body that `classify` looks at."""

Verdict = tuple[Outcome, str]

_SURE_MARKS = (
    b"_cf_chl_opt", b"<title>just a moment...", b"attention required! | cloudflare", b"captcha-delivery.com",
    b"_incapsula_resource", b"incapsula incident id", b"px-captcha", b"/.well-known/sgcaptcha", b"sucuri_cloudproxy_js",
    b"ddos-guard</title>", b"ddos protection by", b"making sure you&#39;re not a bot", b"anubis_challenge",
    b"checking your browser before", b"awswafintegration.gettoken",
    b"<title>access to this page has been denied", b"<title>client challenge", b"vercel security checkpoint",
)  # fmt: skip
_LIKELY_MARKS = (b"captcha", b"enable javascript and cookies", b"verify you are human", b"are you a robot")
_CHALLENGE_HEADERS = {"cf-mitigated": "challenge", "x-amzn-waf-action": "", "x-datadome": "protected", "x-kpsdk-ct": ""}
_CONSENT = re.compile(
    r"<(?:title|h1|h2)[^>]*>\s*(?:before you continue|avant d.{1,6}acc.{1,2}der|bevor (?:du|sie) .{0,20}fortf"
    r"|antes de continuar|prima di continuare|прежде чем|перш ніж|we (?:value|care about) your privacy)"
)
_PASSWORD = re.compile(r"<input[^>]+type\s*=\s*[\"']?password")
_LOGIN_TITLE = re.compile(r"<title[^>]*>[^<]{0,80}(?:log ?in|sign ?in|anmelden|connexion|iniciar ses|вход|вхід)")
_LOGIN_PATH = re.compile(r"/(?:log-?in|sign-?in|sso|anmelden|connexion|auth/login|account/login)(?:[/.?]|$)", re.I)
_CONSENT_PLACE = re.compile(r"//(?:consent|cmp|guce)\.|/(?:consent|cookiewall|privacy-gate)(?:[/.?]|$)", re.I)
_FEW_PARAGRAPHS = 6

_BY_STATUS: Final[dict[int, Verdict]] = {
    204: ("broken", "answered without any content (204); if it stays so, the address is not that of a document"),
    205: ("broken", "answered without any content (205); if it stays so, the address is not that of a document"),
    206: ("broken", "sent a part of the document that nobody asked for (206); it is tried again later"),
    401: ("login", "wants a login (401); put user and password into the address, or use the outlet's public address"),
    402: ("login", "wants payment (402); use an address that is open to the public"),
    403: ("refused", "refuses us (403); ask the outlet to admit this user agent, or use another address of it"),
    404: ("not_found", "has nothing at this address (404); look up the outlet's present address"),
    407: ("login", "a proxy on the way wants a login (407); monitor uses no proxies, so check the network"),
    410: ("gone", "says that this address is gone for good (410); replace or remove it"),
    429: ("limited", "asks us to come less often (429); it is left alone for the time it asked for"),
    451: ("refused", "is not available for legal reasons (451); use another address of the outlet"),
}


def classify(
    status: int, headers: Mapping[str, str], sample: bytes, *, asked: str, final: str, conditional: bool = False
) -> Verdict:
    """Outcome and sentence of a complete exchange.

    `headers` by lower-case name, `sample` the inflated body's beginning, `asked` and `final` the addresses before and
    after redirects, `conditional` whether validators were sent along. "ok" has an empty sentence.
    """
    if status == 304:
        return _unchanged(conditional)
    low = sample[:SAMPLE].lower()
    if _is_challenge(status, headers, low):
        return "challenge", "shows a check for robots instead of the content; ask the outlet for access"
    if 200 <= status < 300 and status not in _BY_STATUS:
        return _of_success(headers, low, asked, final)
    return _BY_STATUS.get(status) or _of_other(status, headers)


def not_a_feed(answer: Answer) -> Answer:
    """`answer` when the feed reader found no feed in its body: outcome "not_a_feed" with the sentence that helps."""
    kind = "a web page" if looks_like_html(dict(answer.headers), answer.body[:SAMPLE]) else "no feed"
    found = f"{redact(answer.final_url)} is {kind}, not a list of entries"
    detail = f"{found}; `monitor feeds discover` finds the feeds of a page"
    return replace(answer, outcome="not_a_feed", detail=detail)


def looks_like_html(headers: Mapping[str, str], sample: bytes) -> bool:
    """True for a web page: by its first tag, or by its declared type when it does not begin as XML or JSON."""
    head = sample[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return True
    declared = "html" in headers.get("content-type", "").lower()
    return declared and not head.startswith((b"<?xml", b"<rss", b"<feed", b"{"))


def _unchanged(conditional: bool) -> Verdict:
    if conditional:
        return "not_modified", "has not changed since the last visit"
    return "broken", "says 'not modified' although nothing was there to compare; it is asked again in full"


def _is_challenge(status: int, headers: Mapping[str, str], low: bytes) -> bool:
    if any(name in headers and mark in headers[name].lower() for name, mark in _CHALLENGE_HEADERS.items()):
        return status != 200 or not low or headers.get("cf-mitigated") is not None
    if status in (200, 202):
        page = looks_like_html(headers, low) and len(low) < SAMPLE and low.count(b"<p") < _FEW_PARAGRAPHS
        return page and any(mark in low for mark in _SURE_MARKS)
    return status in (401, 403, 405, 429, 503) and any(mark in low for mark in _SURE_MARKS + _LIKELY_MARKS)


def _of_success(headers: Mapping[str, str], low: bytes, asked: str, final: str) -> Verdict:
    if not low:
        return "broken", "answered with an empty document; it is tried again later"
    if not looks_like_html(headers, low):
        return "ok", ""
    moved, text = asked != final, low.decode("utf-8", "ignore").lower()
    short = low.count(b"<p") < _FEW_PARAGRAPHS and b"<article" not in low
    wall = moved and _CONSENT_PLACE.search(final) and not _CONSENT_PLACE.search(asked)
    if wall or (short and _CONSENT.search(text)):
        return "consent", "asks for consent to cookies instead of showing the content; use an address without it"
    login = moved and _LOGIN_PATH.search(urlsplit(final).path) and not _LOGIN_PATH.search(urlsplit(asked).path)
    if login or (short and _PASSWORD.search(text) and _LOGIN_TITLE.search(text)):
        return "login", "shows a login form instead of the content; use an address that is open to the public"
    return "ok", ""


def _of_other(status: int, headers: Mapping[str, str]) -> Verdict:
    if status >= 500 and status < 600:
        if "retry-after" in headers:
            return "down", f"is out of order ({status}) and names a time to come back; it is tried again then"
        return "down", f"is out of order ({status}); it is tried again later"
    if 400 <= status < 500:
        return "refused", f"rejects the request ({status}); check the address"
    return "broken", f"answered with status {status}, which is no answer to a plain request; check the address"
