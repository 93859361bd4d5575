"""The stages by hand: read one feed, page or text and print what was read."""

from __future__ import annotations

import asyncio
import gzip
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import click

from monitor import extract, feeds, parse, stories, wiring
from monitor.cli import _out
from monitor.cli._options import json_options, language, now, settings
from monitor.cli._rows import as_text, day, json_lines, named, own_mistake, read_bytes, read_text
from monitor.errors import InputError, MonitorError
from monitor.fetch import Fetcher, FetchPolicy
from monitor.model import Extraction

__all__ = ["COMMANDS"]

Row = dict[str, Any]

_KINDS = {"article": "article", "paywalled": "article", "live": "live", "index": "index"}
"""The kinds that the command's callers know; what the page exactly is stands in ``state``."""


_network = click.option(
    "--config",
    "config",
    type=click.Path(path_type=Path),
    help="For an address: whose network (default: ./config.yaml).",
)


@click.group()
def inspect() -> None:
    """Run one stage on a file or address and print what it reads.

    \b
    monitor inspect feed saved-feed.xml
    monitor inspect page https://example.org/article --json
    echo "Eight children were returned, Melania Trump said." | monitor inspect text -
    """


@inspect.command("feed")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL...")
@click.option("--url", help="The address of a saved feed, to make its links absolute.")
@click.option("--content-type", help="The Content-Type it was served with.")
@_network
@json_options
def inspect_feed(
    sources: tuple[str, ...],
    url: str | None,
    content_type: str | None,
    config: Path | None,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    """Read feeds (RSS, Atom, RDF, JSON Feed, sitemap) and print their entries.

    \b
    monitor inspect feed feed.xml --url https://example.org/feed.xml
    """

    policy = _policy(sources, config)

    def read(source: str) -> Row:
        body, where, served_as = _bytes_of(source, url, content_type, "feed", policy)
        return feeds.as_json(feeds.read(body, url=where, content_type=served_as), source)

    return _each(((source, partial(read, source)) for source in sources), "file", as_json, as_jsonl, _feed_for_people)


@inspect.command("page")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|URL|-...")
@click.option("--url", help="The address of a saved page.")
@click.option("--content-type", help="The Content-Type it was served with.")
@click.option("--explain", is_flag=True, help="Show every block of the page and why it was taken or left.")
@_network
@json_options
def inspect_page(
    sources: tuple[str, ...],
    url: str | None,
    content_type: str | None,
    explain: bool,
    config: Path | None,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    """Read article pages and print text and metadata; with -, JSON Lines {"file", "url"} on standard input.

    \b
    monitor inspect page saved.html --url https://example.org/a --explain
    """

    policy = _policy(sources, config)

    def read(source: str, where: str | None) -> Row:
        body, found, served_as = _bytes_of(source, where, content_type, "page", policy)
        served = now().date()
        article = parse.parse(body, url=found or "", content_type=served_as, explain=explain, served=served)
        row = parse.as_json(article, source)
        row |= {"kind": _KINDS.get(article.kind, "other"), "state": article.kind}
        if explain:
            row["blocks"] = [_out.plain(block) for block in article.blocks]
        return row

    jobs = _page_jobs(sources, url, read)
    return _each(jobs, "file", as_json, as_jsonl or "-" in sources, _page_for_people)


@inspect.command("text")
@click.argument("source", metavar="FILE|-")
@click.option("--lang", help="The language (en, es, uk, ru ...); guessed when absent.")
@click.option("--published", help="The day of publication, to resolve 'yesterday' (YYYY-MM-DD).")
@click.option("--gate", is_flag=True, help="Print no figures for a text that is not about the story.")
@click.option("--explain", is_flag=True, help="Show every number of the text: its figure, or why it is none.")
@click.option("--story", "story_name", default="ukrainian_children", show_default=True, help="The story to read for.")
@json_options
def inspect_text(
    source: str,
    lang: str | None,
    published: str | None,
    gate: bool,
    explain: bool,
    story_name: str,
    as_json: bool,
    as_jsonl: bool,
) -> int:
    """Extract the figures of a text; with --jsonl, of lines {"id", "text", ...}.

    \b
    echo "Kyiv says 19,546 children were deported." | monitor inspect text - --explain
    """
    story = stories.load(story_name)
    extractor, code, served = extract.Extractor(story), language(lang, story), day(published)

    def read(item: Row) -> Row:
        found = extractor.extract(
            _text_field(item),
            language=as_text(item, "lang") or code,
            published=day(item.get("published")) or served,
            headline=as_text(item, "headline") or "",
            publisher=as_text(item, "outlet") or "",
        )
        return _extraction_row(item, found, gate=gate, explain=explain)

    content, whole = read_text(source)
    if as_jsonl:
        return _each(_line_jobs(content, read, whole=whole), "id", False, True, _figures_for_people)
    jobs = [(source, lambda: read({"id": source, "text": content}))]
    return max(_each(jobs, "id", as_json, False, _figures_for_people), 0 if whole else 3)


def _each(
    jobs: Iterable[tuple[str, Callable[[], Row]]], key: str, as_json: bool, as_jsonl: bool, show: Callable[[Row], None]
) -> int:
    """Run (name, job) pairs in order; a bad item becomes its error row, never the end. Gives the exit code."""
    failed = False
    rows = []
    for name, job in jobs:
        try:
            row = job()
        except MonitorError as error:
            failed, row = True, {key: name, "error": str(error)}
        except Exception as error:  # one bad item never ends a batch
            failed, row = True, {key: name, "error": str(own_mistake(error, name))}
        rows.append(row)
        if as_jsonl:
            _out.line(row)
        elif not as_json:
            _out.problem(_about(name, row["error"])) if "error" in row else show(row)
    if as_json:
        _out.document(rows[0] if len(rows) == 1 else rows)
    return 3 if failed else 0


def _about(name: str, error: str) -> str:
    """The error with the item that it is about, named once."""
    return error if error.startswith(f"{name}: ") else f"{name}: {error}"


_WEB = ("http://", "https://")


def _policy(sources: Sequence[str], config: Path | None) -> FetchPolicy:
    """The network that the configuration allows; it is read where one is named, or an address asked. ConfigError."""
    asked = config is not None or any(source == "-" or source.startswith(_WEB) for source in sources)
    return wiring.fetch_policy(settings(config, None)) if asked else FetchPolicy()


def _bytes_of(
    source: str, url: str | None, content_type: str | None, purpose: Any, policy: FetchPolicy
) -> tuple[bytes, str | None, str | None]:
    """The bytes behind a file name or address, the address they belong to, and their content type."""
    if source.startswith(_WEB):
        return asyncio.run(_fetched(source, purpose, policy))
    data = read_bytes(source)
    return (_gunzipped(data, source) if data[:2] == b"\x1f\x8b" else data), url, content_type


def _gunzipped(data: bytes, source: str) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        raise InputError("is not a whole gzip file", subject=source, mend="save it again") from None


async def _fetched(url: str, purpose: Any, policy: FetchPolicy) -> tuple[bytes, str | None, str | None]:
    async with Fetcher(policy, clock=now) as fetcher:
        answer = await fetcher.get(url, purpose=purpose)
    if answer.outcome != "ok":
        raise InputError(answer.detail, subject=url)
    return answer.body, answer.final_url, dict(answer.headers).get("content-type")


def _page_jobs(
    sources: tuple[str, ...], url: str | None, read: Callable[[str, str | None], Row]
) -> Iterator[tuple[str, Callable[[], Row]]]:
    for source in sources:
        if source != "-":
            yield source, partial(read, source, url)
            continue
        content, whole = read_text("-")
        yield from _line_jobs(content, lambda item: _page_of(item, read), whole=whole)


def _line_jobs(content: str, read: Callable[[Row], Row], *, whole: bool) -> Iterator[tuple[str, Callable[[], Row]]]:
    for name, item in json_lines(content, whole=whole):
        yield name, partial(_job, item, read)


def _job(item: Row | str, read: Callable[[Row], Row]) -> Row:
    if isinstance(item, str):
        raise InputError(item)
    return read(item)


def _page_of(item: Row, read: Callable[[str, str | None], Row]) -> Row:
    if not isinstance(item.get("file"), str):
        raise InputError('has no "file"', subject="line", mend='write {"file": "page.html", "url": "https://..."}')
    return read(item["file"], as_text(item, "url"))


def _text_field(item: Row) -> str:
    if not isinstance(item.get("text"), str):
        raise InputError('has no "text"', subject=named(item), mend='give it as a string in "text"')
    return str(item["text"])


def _extraction_row(item: Row, found: Extraction, *, gate: bool, explain: bool) -> Row:
    figures = [] if gate and not found.relevant else [extract.as_json(figure) for figure in found.figures]
    row = {"id": item.get("id"), "lang": found.language, "relevant": found.relevant, "figures": figures}
    if explain:
        text = _text_field(item)
        row["reasons"] = list(found.reasons)
        row["numbers"] = [_number_row(text, found, n) for n in found.numbers]
    return row


def _number_row(text: str, found: Extraction, n: Any) -> Row:
    became = found.figures[n.figure].measure if n.figure is not None else None
    return {"start": n.start, "end": n.end, "num": text[n.start : n.end], "figure": n.figure, "measure": became,
            "rule": found.figures[n.figure].rule if n.figure is not None else None, "rejected": n.reason}  # fmt: skip


def _feed_for_people(row: Row) -> None:
    _out.say(f"{row['file']}: {row['format']}, {row['title'] or 'no title'}, {len(row['entries'])} entries")
    for repair in row["repairs"]:
        _out.say(f"  repaired: {repair}")
    _out.table(row["entries"], ("published", "title", "link"), empty="no entries")


def _page_for_people(row: Row) -> None:
    for name in ("title", "published", "modified", "authors", "publisher", "language", "kind", "canonical_url"):
        value = row.get(name)
        _out.say(f"{name.replace('_', ' '):>13}  {(', '.join(value) if isinstance(value, list) else value) or '-'}")
    for block in row.get("blocks", ()):
        mark = "+" if block["taken"] else "-"
        _out.say(f"{mark} {block['role']:<11} {block['text'][:90]}")
        _out.say(f"{'':13} {block['reason']}")
    if "blocks" not in row:
        _out.say()
        for paragraph in row["text"].split("\n"):
            _out.say(paragraph)


def _figures_for_people(row: Row) -> None:
    _out.say(f"language {row['lang']}; {'about the story' if row['relevant'] else 'not about the story'}")
    for reason in row.get("reasons", ()):
        _out.say(f"  {reason}")
    columns = ("value", "low", "high", "qualifier", "unit", "measure", "kind", "optional", "period", "direction",
               "scope", "source", "via", "quote")  # fmt: skip
    figures = [
        {**figure, "period": _days(figure["period"]), "optional": "yes" if figure["optional"] else ""}
        for figure in row["figures"]
    ]
    _out.table(figures, columns, empty="no figures")
    if row.get("numbers"):
        _out.say()
        _out.table(row["numbers"], ("num", "measure", "rule", "rejected", "start"), empty="no numbers")


def _days(period: Mapping[str, str | None] | None) -> str:
    """A period for a table: "2025-12-01..2025-12-31", one day alone; nothing where none is told."""
    if period is None:
        return ""
    first, last = period["from"] or "", period["to"] or ""
    return last if first == last else f"{first}..{last}"


COMMANDS = {"inspect": inspect}
