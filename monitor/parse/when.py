"""When an article was published and last changed: best evidence first, each with its basis (issue 6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain

from monitor.parse import jsonld
from monitor.parse.dates import Stamp, find_date, post_moment, read_stamp, url_date
from monitor.parse.head import Head
from monitor.parse.hints import hint
from monitor.parse.walk import Raw, Walk, called
from monitor.parse.zones import named_offset

__all__ = ["Dated", "dates_of"]

Dated = tuple[Stamp, str]
"""A moment and where it was found: json-ld, meta, time, url, text or data."""

_PUBLISHED = (
    "article:published_time", "article:published:time", "og:article:published_time", "article:published",
    "og:published_time", "datepublished",
    "published_time", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "mediator_published_time",
    "bt:pubdate", "dc.date.issued", "dcterms.created",
    "dc.date.created", "dcterms.issued", "pubdate", "publish-date", "publish_date", "publication_date",
    "publicationdate", "article:created_time", "article_date_original",
    "prism.publicationdate", "citation_publication_date", "citation_online_date", "analyticsattributes.articledate",
    "article.published", "displaydate",
    "ptime", "date.available", "dateavailable", "og:pubdate", "article:post_time",
    "shareaholic:article_published_time", "iso-8601-publish-date", "datecreated", "pdate",
    "dc.date", "dc:date", "dcterms.date", "date", "release_date", "og:release_date", "video:release_date",
    "ageaparse:recs:publishtime", "bi3dpubdate", "sw-pubdate",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "article:modified:time", "og:article:modified_time", "article:modified", "datemodified",
    "og:updated_time",
    "article:updated_time", "bt:moddate", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revision_date", "modified_time", "article:modified_date",
    "cxenseparse:esp-modified_time", "parsely-modified-date",
)  # fmt: skip
_US = re.compile(r"^en(-us|-ca|-ph)?$", re.I)
_PUBLISHED_LABEL = re.compile(
    r"publi[csš]|\bposted|\bsubmitted|veröffentlicht|\berstellt|erschienen|eingestellt|geschrieben|gespeichert|опублик"
    r"|опублік|pubblicat|opublikowan|geplaatst|gepubliceerd|yayın|\bcreated|\bngày\b"
    r"|^\W*(?:date|datum|fecha|data|дата)\b",
    re.I,
)
_CHANGED_LABEL = re.compile(
    r"\bupdated|^\W*stand\b|\bstand:|änderung|aktualisiert|оновлено|обновлен|aggiornat|actualiza|mis à jour", re.I
)
_NOT_HERE = hint("related") | hint("comment") | hint("teaser") | hint("side") | hint("footer") | hint("live")
_TEXT_REACH = 8
_CLOSE = 14
_LINE = 30
_SHORT = 60
_DATELINE = re.compile(
    r"^(?:\W*|[^.!?\d]{3,32}\s)\d{1,2}[.\s][\s\u00a0]?[^\W_]{1,12}[.\s][\s\u00a0]?(?:19|20)\d\d(?!\d)"
)
_DIGIT = re.compile(r"\d")
_SLACK = timedelta(days=1)
_YEAR = timedelta(days=366)
_LAST = datetime(9990, 1, 1, tzinfo=UTC)
_WEST, _EAST = -11 * 60, 14 * 60
_NAME = (
    "(?:date_?publi(?:sh|c)ed|publi(?:sh|c)(?:ed|ation|ing)?[_-]?(?:at|date|time|on)|pub[_-]?date"
    "|(?:pub|publish|deploy|reg|issue|news|article)[_-]?dt)"
)
_MOMENT = r'"(\d{4}(?:-\d\d-|\.\d\d\.|/\d\d/)\d\d[^"\\]{0,20})'
_DATA = re.compile(rf'"{_NAME}\\?"\s*:\s*\\?{_MOMENT}', re.I)
_ATTRIBUTE = re.compile(rf"data-(?i:{_NAME})={_MOMENT}")
_VERSION = re.compile(r"[?&](?:diff|oldid)=\d")
_WIKI = re.compile(r"/wiki/|/index\.php\b|[?&]title=")
_GIVEN = re.compile(r"""\(\s*["'](\d{4}[/-]\d\d[/-]\d\d[ T]\d\d:\d\d[^"']{0,20})["']""")
_CREATED_NAMES = ("ateCreat", "date_creat", "datecreat")
_CREATED = re.compile(r'"date_?creat(?:ed|ion)"\s*:\s*"(\d{4}-\d\d-\d\d)"', re.I)


def dates_of(
    head: Head, found: Walk, url: str, *, title_block: int, markup: str = "", served: date | None = None
) -> tuple[Dated | None, Dated | None]:
    """(published, modified). Neither is believed where it lies after the day that the page was `served`, nor a
    publication a year after the page's own last change. `markup` is looked at only when the page itself prints and
    states no date."""
    latest = _end_of(served)
    changes = [c for c in _modified(head) if c[0].when < latest]
    modified = changes[0] if changes else None
    last = min(latest, max((s.when + _YEAR for s, _ in changes), default=latest))
    stated = (c for c in _stated(head, found, url, title_block, changed=bool(changes)) if c[0].when <= last)
    printed = (c for c in _printed(head, found, title_block) if c[0].when <= last)
    published = next(chain(stated, printed), None) or (None if modified else _in_data(markup))
    if published and not published[0].clock:
        published = next((c for c in stated if c[0].clock and _same_day(published[0], c[0])), published)
    if _names_version(url, head) and (shown := _of_version(head, found, title_block) or modified):
        return shown, None
    if published is None and modified is not None:
        return modified, modified
    if published and published[1] not in ("text", "url") and published[0].clock and not published[0].offset:
        published = _at_home(published[0], _told_day(url, found, title_block, markup), markup), published[1]
    if published and modified and modified[0].when < published[0].when:
        modified = None
    return published, modified


def _names_version(url: str, head: Head) -> bool:
    """Whether `url` names a version of a page, and address or head are those of a wiki."""
    if not _VERSION.search(url):
        return False
    return bool(_WIKI.search(url)) or any(made.startswith("MediaWiki") for made in head.meta.get("generator", ()))


def _of_version(head: Head, found: Walk, title_block: int) -> Dated | None:
    """When the version of a wiki page that its address names was made: the newest date that stands by the headline."""
    return max(_beside(head, found, title_block), key=lambda dated: dated[0].when, default=None)


def _in_data(markup: str) -> Dated | None:
    """What the data for a script of the page calls its publication; else what its elements do, where they agree, as
    those of other articles do so too; else the first moment that a script is given to print."""
    found = _DATA.search(markup)
    if not found:
        told = set(_ATTRIBUTE.findall(markup))
        found = (_ATTRIBUTE if len(told) == 1 else _GIVEN).search(markup)
    stamp = read_stamp(found[1]) if found else None
    return (stamp, "data") if stamp else None


def _same_day(a: Stamp, b: Stamp) -> bool:
    return abs(a.when - b.when) <= _SLACK


def _told_day(url: str, found: Walk, title_block: int, markup: str) -> Stamp | None:
    """The day that the address, the line under the headline or the data of a script states."""
    near = found.blocks[title_block + 1 : title_block + _TEXT_REACH] if title_block >= 0 else []
    printed = url_date(url) or next((s for raw in near if raw.words < 16 and (s := find_date(raw.text[:150]))), None)
    created = None if printed or not any(map(markup.__contains__, _CREATED_NAMES)) else _CREATED.search(markup)
    return read_stamp(created[1]) if created else printed


def _at_home(stamp: Stamp, printed: Stamp | None, markup: str) -> Stamp:
    """A moment given in UTC, in a zone where it falls on the day that is `printed`; where none is, in the one that the
    data of the page name."""
    if not printed:
        return replace(stamp, offset=named_offset(markup, stamp.when) or stamp.offset)
    ahead = round((printed.when - stamp.when).total_seconds() / 60)
    if printed.clock and not printed.offset and ahead % 30 == 0 and _WEST <= ahead <= _EAST:
        return replace(stamp, offset=ahead)
    midnight = printed.when.replace(hour=0, minute=0, second=0)
    late = (stamp.when - midnight).total_seconds() / 3600
    if 24 <= late < 34:
        return replace(stamp, offset=-60 * (int(late - 24) + 1))
    return replace(stamp, offset=60 * (int(-late) + 1)) if -12 < late < 0 else stamp


def _modified(head: Head) -> Iterator[Dated]:
    if stamp := read_stamp(jsonld.text_of(head.node.get("dateModified"))):
        yield stamp, "json-ld"
    for name in filter(head.meta.__contains__, _MODIFIED):
        if stamp := read_stamp(head.first((name,))):
            yield stamp, "meta"


def _end_of(served: date | None) -> datetime:
    """When the day `served` is over everywhere: a moment without a zone may be of one ahead of UTC by half a day."""
    if served is None or served >= _LAST.date():
        return _LAST
    return datetime.combine(served, time.min, UTC) + timedelta(days=1, hours=14)


def _stated(head: Head, found: Walk, url: str, title_block: int, *, changed: bool) -> Iterator[Dated]:
    """Dates of publication, best first: what head, time elements and address state, unless the lines a reader sees
    speak against it. `changed` tells that the head states a date of change. The number of a post goes before all."""
    if posted := post_moment(url):
        yield posted, "url"
    linked, named = list(_linked(head)), list(_named(head))
    beside = _beside(head, found, title_block) if _doubtful(linked, named, changed=changed) else []
    seen = {_day(stamp) for stamp, _ in beside}
    if linked and named and _day(named[0][0]) in seen and _day(linked[0][0]) not in seen:
        yield named[0]
    address = url_date(url)
    if beside and not linked and not seen & {_day(s) for s in (named[0][0], address) if s}:
        yield beside[0]
    yield from linked
    yield from named
    yield from _times(found)
    if address:
        yield address, "url"


def _doubtful(linked: list[Dated], named: list[Dated], *, changed: bool) -> bool:
    """JSON-LD and meta name two days; or meta alone speaks and no date of change stands beside it."""
    if linked and named:
        return _day(linked[0][0]) != _day(named[0][0])
    return bool(named) and not changed


def _day(stamp: Stamp) -> date:
    return (stamp.when + timedelta(minutes=stamp.offset or 0)).date()


def _beside(head: Head, found: Walk, title_block: int) -> list[Dated]:
    """Dates that stand by the headline: time elements of the article, short lines."""
    near = found.blocks[max(title_block - 1, 0) : title_block + _TEXT_REACH] if title_block >= 0 else []
    order = _month_first(head)
    read = [find_date(raw.text[:150], month_first=order, short_year=True) for raw in near if raw.words <= _CLOSE]
    return [*_times(found), *((stamp, "text") for stamp in read if stamp)]


def _linked(head: Head) -> Iterator[Dated]:
    for node in (head.node, *head.nodes):
        for key in ("datePublished", "dateCreated", "uploadDate"):
            if (node is head.node or key == "datePublished") and (stamp := read_stamp(jsonld.text_of(node.get(key)))):
                yield stamp, "json-ld"


def _named(head: Head) -> Iterator[Dated]:
    for name in filter(head.meta.__contains__, _PUBLISHED):
        if stamp := read_stamp(head.first((name,))):
            yield stamp, "meta"


def _times(found: Walk) -> Iterator[Dated]:
    """Time elements outside of teasers and comments; one that is the only one of its page wherever it stands."""
    near = [time for time in found.times if not time[2] & _NOT_HERE]
    for stamp, text, _ in near[:3] or (found.times if len(found.times) == 1 else []):
        if read := read_stamp(stamp) or find_date(text):
            yield read, "time"


def _printed(head: Head, found: Walk, title_block: int) -> Iterator[Dated]:
    """Dates in short lines: next to the headline, else with a word like "published", else in an element called date;
    then the date a paragraph begins with, a word like "updated", any short line."""
    month_first = _month_first(head)
    blocks = found.blocks
    near = blocks[max(title_block - 3, 0) : title_block + _TEXT_REACH] if title_block >= 0 else []
    groups = (
        _labelled(near, _PUBLISHED_LABEL),
        (raw.text[:250] for raw in near if raw.words <= _LINE),
        _labelled(blocks, _PUBLISHED_LABEL),
        (raw.text[:250] for raw in blocks if raw.words <= _LINE and called(found, raw)[0] & hint("date")),
        _datelines(blocks, title_block),
        _labelled(blocks, _CHANGED_LABEL),
        (raw.text[:120] for raw in blocks[:400] if raw.words <= 12),
    )
    for group in groups:
        for text in group:
            if read := find_date(text, month_first=month_first, short_year=len(text) < _SHORT):
                yield read, "text"


def _month_first(head: Head) -> bool:
    return head.language == "" or bool(_US.match(head.language))


def _labelled(blocks: list[Raw], label: re.Pattern[str]) -> Iterator[str]:
    """Short lines with a digit and a word of `label`, from that word on, then as a whole."""
    for raw in blocks:
        if raw.words <= _LINE and _DIGIT.search(raw.text) and (word := label.search(raw.text[:80])):
            yield raw.text[word.start() : 250]
            yield raw.text[:250]


def _datelines(blocks: list[Raw], title_block: int) -> Iterator[str]:
    """What the first paragraphs under the headline begin with, where that is a date or a few words with one."""
    under = [raw for raw in blocks[title_block + 1 : title_block + 40] if raw.words > _LINE]
    for raw in under[:3]:
        if start := _DATELINE.match(raw.text):
            yield start[0]
