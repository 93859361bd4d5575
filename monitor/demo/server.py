"""The newsroom as a small HTTP/1.1 server on 127.0.0.1, at a port of the system's choice.

It answers GET and HEAD, honours If-None-Match and If-Modified-Since (RFC 9110, 13.1), compresses with gzip when asked,
and says nothing on the terminal. Time passes only by `advance`: at stage 2 later articles stand in the feeds and one
address serves another text than before, without saying so.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Any, NamedTuple, Self
from urllib.parse import urlsplit

from monitor.demo.content import load_outlets, load_versions
from monitor.demo.feeds import KINDS
from monitor.demo.site import Resource, build

__all__ = ["FeedAddress", "Newsroom"]

MISSING = Resource(b"<!DOCTYPE html><title>404</title><h1>Not here</h1>", "text/html; charset=utf-8")


class FeedAddress(NamedTuple):
    """A feed of the newsroom: the outlet's name, its language, and where to poll it."""

    name: str
    language: str
    url: str


class Newsroom:
    """Serves the six outlets while the `with` block lasts.

    ::

        with Newsroom() as room:
            for feed in room.feeds:
                poll(feed.url)
            room.advance()

    `last_stage` is the stage after which nothing changes any more.
    """

    def __init__(self, *, stage: int = 1) -> None:
        self._outlets = load_outlets()
        self._versions = load_versions()
        self.last_stage = max(version.stage for version in self._versions)
        self._server = _Server(("127.0.0.1", 0), _Handler, bind_and_activate=False)
        self._thread: Thread | None = None
        self.stage = stage

    def __enter__(self) -> Self:
        self._server.server_bind()
        self._server.server_activate()
        self._server.show(self._build())
        self._thread = Thread(target=self._server.serve_forever, args=(0.1,), name="newsroom", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()

    @property
    def base_url(self) -> str:
        """The server's address with a final slash."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/"

    @property
    def feeds(self) -> tuple[FeedAddress, ...]:
        """One feed an outlet, in the order of outlets.toml."""
        return tuple(
            FeedAddress(outlet.name, outlet.language, f"{self.base_url}{outlet.key}/{KINDS[outlet.feed].file}")
            for outlet in self._outlets
        )

    def advance(self) -> int:
        """Let time pass: the next stage is served from now on. Returns it."""
        self.stage += 1
        self._server.show(self._build())
        return self.stage

    def _build(self) -> Mapping[str, Resource]:
        return build(self._outlets, self._versions, self.base_url, self.stage)


class _Server(ThreadingHTTPServer):
    """Threads end with the program; what is on show is replaced as a whole, so requests need no lock."""

    daemon_threads = True
    allow_reuse_address = False
    site: Mapping[str, Resource] = {}

    def show(self, site: Mapping[str, Resource]) -> None:
        self.site = site

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that hangs up in the middle is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    server_version = "newsroom"
    sys_version = ""
    timeout = 30
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer with the resource of the path; the query is ignored."""
        resource = self.server.site.get(urlsplit(self.path).path)
        if resource is None:
            self._answer(HTTPStatus.NOT_FOUND, MISSING)
        elif _known(resource, self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since")):
            self._answer(HTTPStatus.NOT_MODIFIED, resource)
        else:
            self._answer(HTTPStatus.OK, resource)

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: the demo's terminal belongs to the pipeline's report."""

    def _answer(self, status: HTTPStatus, resource: Resource) -> None:
        zipped = _accepts_gzip(self.headers.get("Accept-Encoding", ""))
        body = gzip.compress(resource.body, compresslevel=5, mtime=0) if zipped else resource.body
        self.send_response(status)
        self._send_validators(resource)
        self.send_header("Vary", "Accept-Encoding")
        if status is not HTTPStatus.NOT_MODIFIED:
            self._send_entity_headers(resource, zipped, len(body))
        self.end_headers()
        if status is not HTTPStatus.NOT_MODIFIED and self.command == "GET":
            self.wfile.write(body)

    def _send_validators(self, resource: Resource) -> None:
        if resource.etag:
            self.send_header("ETag", resource.etag)
        if resource.modified:
            self.send_header("Last-Modified", format_datetime(resource.modified, usegmt=True))

    def _send_entity_headers(self, resource: Resource, zipped: bool, length: int) -> None:
        self.send_header("Content-Type", resource.content_type)
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(length))


def _known(resource: Resource, tags: str | None, since: str | None) -> bool:
    """Whether the client's copy is still good; the date counts only without tags (RFC 9110, 13.2.2)."""
    if tags is not None:
        given = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
        return resource.etag is not None and bool({"*", resource.etag.removeprefix("W/")} & given)
    moment = _date(since)
    return moment is not None and resource.modified is not None and resource.modified <= moment


def _date(text: str | None) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text) if text else None
    except ValueError:
        return None
    return moment if moment and moment.tzinfo else None


def _accepts_gzip(header: str) -> bool:
    """Whether Accept-Encoding names gzip without forbidding it."""
    codings = [coding.replace(" ", "").lower() for coding in header.split(",")]
    return any(coding == "gzip" or (coding.startswith("gzip;q=") and coding[7:].strip("0.")) for coding in codings)
