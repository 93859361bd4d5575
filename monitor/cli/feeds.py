"""The feeds: their health, and a check of what each answers."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import click

from monitor import feeds as reading
from monitor import parts, wiring
from monitor.cli import _out
from monitor.cli._options import json_options, now, open_store, settings, store_options
from monitor.cli.lists import print_rows
from monitor.config import Config, is_language
from monitor.errors import FeedError, InputError
from monitor.fetch import Fetcher, redact
from monitor.gaps import Outlet
from monitor.model import Answer, FeedDocument
from monitor.store import FeedSpec

__all__ = ["COMMANDS"]

Row = dict[str, Any]


@click.group(invoke_without_command=True)
@store_options
@json_options
@click.pass_context
def feeds(ctx: click.Context, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> None:
    """List the feeds with their health; check, import, export and discover them.

    \b
    monitor feeds
    monitor feeds check
    """
    if ctx.invoked_subcommand:
        return
    with open_store(config, db) as store:
        rows = store.feed_health()
    columns = (
        "id",
        "name",
        "state",
        "outcome",
        "last_new",
        "entries",
        "failures",
        "gaps",
        "alarm?",
        "since?",
        "due?",
        "detail",
    )
    print_rows(rows, columns, as_json, as_jsonl, empty="no feeds; list some in config.yaml")


@feeds.command("check")
@click.argument("names", nargs=-1, metavar="[NAME|URL]...")
@store_options
@json_options
def check(names: tuple[str, ...], config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Ask each feed once and say in one line what it answers. Nothing is stored.

    \b
    monitor feeds check
    monitor feeds check https://example.org/feed.xml
    """
    chosen = settings(config, db)
    wanted = [
        spec for spec in wiring.feed_specs(chosen) if spec.enabled and (not names or {spec.name, spec.url} & set(names))
    ]
    known = {value for spec in wanted for value in (spec.name, spec.url)}
    wanted += [FeedSpec(url=name, name=name) for name in names if name not in known]
    rows = asyncio.run(_check(chosen, wanted))
    print_rows(rows, ("name", "outcome", "format", "entries", "newest", "detail"), as_json, as_jsonl, empty="no feeds")
    return 3 if any(row["outcome"] != "ok" for row in rows) else 0


async def _check(chosen: Config, specs: list[FeedSpec]) -> list[Row]:
    async with Fetcher(wiring.fetch_policy(chosen), clock=now) as fetcher:
        return list(await asyncio.gather(*(_checked(fetcher, spec) for spec in specs)))


async def _checked(fetcher: Fetcher, spec: FeedSpec) -> Row:
    outlet = Outlet(partial(fetcher.get, purpose="feed"), _read)
    answer, document = await outlet.document(spec.url)
    if document:
        document = await parts.completed(answer, document, outlet)
    dates = [entry.published for entry in document.entries if entry.published] if document else []
    return {
        "name": spec.name, "url": spec.url, "outcome": answer.outcome, "format": document.format if document else None,
        "entries": len(document.entries) if document else None, "newest": max(dates).date() if dates else None,
        "detail": "; ".join(_remarks(answer, document)) if document else answer.detail,
    }  # fmt: skip


async def _read(answer: Answer) -> tuple[Answer, FeedDocument | None]:
    kind = dict(answer.headers).get("content-type")
    try:
        return answer, reading.read(answer.body, url=answer.final_url, content_type=kind)
    except FeedError as error:
        return replace(answer, outcome="not_a_feed", detail=_with_hint(answer, str(error))), None


def _remarks(answer: Answer, document: FeedDocument) -> list[str]:
    """What a person should know of a feed that can be read: moved, empty, what was mended."""
    moved = [url for status, url in answer.redirects[:1] if status in (301, 308)]
    said = [f"moved for good to {redact(url)}: put that into config.yaml" for url in moved]
    said += [] if document.entries else ["a feed without entries: nothing to read now; check that it is still kept up"]
    return [*said, *document.repairs]


def _with_hint(answer: Answer, text: str) -> str:
    found = reading.discover(answer.body, answer.final_url)
    return f"{text}; the page names the feed {found[0][0]}" if found else text


@feeds.command("discover")
@click.argument("url")
@store_options
@json_options
def discover(url: str, config: Path | None, db: Path | None, as_json: bool, as_jsonl: bool) -> int:
    """Find the feeds that a page announces; the address of a feed is one itself.

    \b
    monitor feeds discover https://example.org/
    """
    answer = asyncio.run(_get(settings(config, db), url))
    if answer.outcome != "ok":
        raise InputError(answer.detail, subject=url)
    _, document = asyncio.run(_read(answer))
    own = ((answer.final_url, document.title or "", document.format),) if document else ()
    found = own or reading.discover(answer.body, answer.final_url)
    rows = [{"url": u, "title": t, "type": k} for u, t, k in found]
    print_rows(rows, ("url", "title", "type"), as_json, as_jsonl, empty="no feed announced")
    return 0 if found else 3


async def _get(chosen: Config, url: str) -> Answer:
    async with Fetcher(wiring.fetch_policy(chosen), clock=now) as fetcher:
        return await fetcher.get(url, purpose="page")


@feeds.command("import")
@click.argument("file", type=click.Path(path_type=Path))
def import_opml(file: Path) -> int:
    """Print the feeds of an OPML file as lines for config.yaml, and on standard error what is left out.

    A group that is no language code becomes `any`; of feeds with one name all but the first go by their address. Where
    config.yaml has feeds already, put the lines below its own `feeds:`.

    \b
    monitor feeds import subscriptions.opml > feeds.yaml
    """
    try:
        listed, left_out = reading.opml_read(file.read_bytes())
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", subject=str(file), mend="check the file's name") from None
    for row in _config_lines(listed):
        click.echo(row)
    for row in left_out:
        _out.problem(f"{file}: left out: {row}")
    return 3 if left_out else 0


def _config_lines(listed: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """The part `feeds` of config.yaml for (name, address, group)."""
    groups: dict[str, list[str]] = {}
    names = set[str]()
    for name, url, group in listed:
        language = group if is_language(group) else "any"
        called = f"name: {_quoted(name)}, " if name.strip() not in names else ""
        names.add(name.strip())
        groups.setdefault(language, []).append(f"    - {{{called}url: {_quoted(url.replace(' ', '%20'))}}}")
    yield "feeds:" if groups else "feeds: {}"
    for language, rows in groups.items():
        yield from (f"  {_quoted(language)}:", *rows)


def _quoted(text: str) -> str:
    return '"' + _out.clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


@feeds.command("export")
@store_options
def export_opml(config: Path | None, db: Path | None) -> None:
    """Print the configured feeds as OPML.

    \b
    monitor feeds export > feeds.opml
    """
    rows = [(spec.name, spec.url, spec.language or "") for spec in wiring.feed_specs(settings(config, db))]
    click.echo(reading.opml_write(rows).decode())


COMMANDS = {"feeds": feeds}
