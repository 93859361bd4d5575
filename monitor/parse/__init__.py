"""Pages: bytes in, articles out (pure). The only package that knows selectolax (issue 6, DESIGN decisions 4, 5, 15).

::

    bytes -> guard -> charset -> guard -> Lexbor -> head, walk -> choose -> article
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import Any

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, SelectolaxError

from monitor.errors import PageError
from monitor.model import Article
from monitor.parse.article import PARSER, read
from monitor.parse.charset import decode, plain
from monitor.parse.guard import check_bytes, check_markup
from monitor.parse.walk import MAX_BLOCKS, TooManyBlocksError

__all__ = ["PARSER", "as_json", "parse", "publication_day"]

_QUIET = LexborDocumentOptions.WO_EVENTS.value
"""Lexbor tells nobody of each node it adds: 3 % less for its parse. All this would copy is the option of a select."""


def parse(
    body: bytes, *, url: str, content_type: str | None = None, explain: bool = False, served: date | None = None
) -> Article:
    """The article that `body`, the bytes served at `url`, prints.

    `content_type` is the header as received, `served` the day: the page's dates are of none after it, and an outlet's
    own file (monitor/parse/outlets) may change with it (None: any date, the newest file); with `explain` also the
    blocks that are not of its text are in `blocks`.
    Raises PageError, one line, for what is no page that can be read: empty,
    a PDF, an image, JSON, a feed, larger than 8 MB, nested thousands deep, more than 30,000 blocks. A page without an
    article is no error: it has another `kind`.
    """
    check_bytes(body, content_type, url)
    text = None if b"\x00" in body else plain(body)
    given = decode(body, content_type).replace("\x00", "\ufffd") if text is None else text
    markup = check_markup(given, None if text is None else body)
    try:
        tree = LexborHTMLParser(body if markup is text else markup.encode("utf-8", "replace"), options=_QUIET)
    except (SelectolaxError, ValueError, RuntimeError) as error:
        raise PageError(f"the page cannot be parsed ({error})", subject=url) from error
    try:
        return read(tree, url, markup, explain=explain, served=served)
    except TooManyBlocksError as error:
        raise PageError(f"the page has more than {MAX_BLOCKS} blocks of text", subject=url) from error


def as_json(article: Article, file: str | None) -> dict[str, Any]:
    """The row that ``monitor inspect page`` prints (CONTRACT.md). Times are ISO 8601 in the zone that the page
    states."""
    return {
        "file": file,
        "url": article.url,
        "canonical_url": article.canonical_url,
        "title": article.title,
        "text": article.text,
        "authors": list(article.authors),
        "published": _iso(article.published, article.published_offset),
        "published_basis": article.published_basis,
        "modified": _iso(article.modified, None),
        "modified_basis": article.modified_basis,
        "language": article.language,
        "publisher": article.publisher,
        "kind": article.kind,
        "parser": article.parser,
    }


def publication_day(article: Article) -> date | None:
    """The calendar day on which `article` was published, in the zone that its page states (`published_offset`, UTC
    without one); None when the page gives no date."""
    return _local(article.published, article.published_offset).date() if article.published else None


def _local(when: datetime, offset: int | None) -> datetime:
    return when.astimezone(timezone(timedelta(minutes=offset or 0)))


def _iso(when: datetime | None, offset: int | None) -> str | None:
    return _local(when, offset).isoformat() if when else None
