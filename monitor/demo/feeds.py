"""What an outlet offers to those who poll it: RSS 2.0 (short or with full texts), RDF, Atom, JSON Feed, news sitemap.

Every renderer takes the outlet, its address with a final slash and the versions on show, and returns the document's
text; `KINDS` has it with its file name and media type. Newest first, as real feeds are.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from email.utils import format_datetime
from typing import NamedTuple
from xml.sax.saxutils import escape

from monitor.demo.content import Outlet, Version
from monitor.demo.pages import local_time

__all__ = ["KINDS", "FeedKind"]

Render = Callable[[Outlet, str, Sequence[Version]], str]
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'


class FeedKind(NamedTuple):
    """One kind of feed: the file it is served as, its Content-Type, and how it is written."""

    file: str
    content_type: str
    render: Render


def _rss(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    items = "".join(f"<item>{_rss_item(outlet, site, version)}</item>\n" for version in versions)
    return f'{XML}<rss version="2.0">{_channel(outlet, site)}\n{items}</channel></rss>\n'


def _rss_full(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    items = "".join(
        f"<item>{_rss_item(outlet, site, version)}"
        f"<content:encoded><![CDATA[{_html(version)}]]></content:encoded></item>\n"
        for version in versions
    )
    namespace = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'{XML}<rss version="2.0" {namespace}>{_channel(outlet, site)}\n{items}</channel></rss>\n'


def _channel(outlet: Outlet, site: str) -> str:
    name = escape(outlet.name)
    return (
        f"<channel><title>{name}</title><link>{site}</link><description>{name}</description>"
        f"<language>{outlet.language}</language><ttl>15</ttl>"
    )


def _rss_item(outlet: Outlet, site: str, version: Version) -> str:
    return (
        f"<title>{escape(version.title)}</title><link>{site}{version.slug}</link>"
        f'<guid isPermaLink="true">{site}{version.slug}</guid>'
        f"<pubDate>{format_datetime(local_time(outlet, version.published))}</pubDate>"
        f"<description>{escape(version.summary)}</description>"
    )


def _rdf(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    addresses = [f"{site}{version.slug}?utm_source=rss&amp;utm_medium=feed" for version in versions]
    order = "".join(f'<rdf:li rdf:resource="{address}"/>' for address in addresses)
    items = "".join(
        f'<item rdf:about="{address}"><title>{escape(version.title)}</title><link>{address}</link>'
        f"<description>{escape(version.summary)}</description>"
        f"<dc:date>{local_time(outlet, version.published).isoformat()}</dc:date></item>\n"
        for address, version in zip(addresses, versions, strict=True)
    )
    return (
        f'{XML}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<channel rdf:about="{site}"><title>{escape(outlet.name)}</title>'
        f"<link>{site}</link><description>{escape(outlet.name)}</description><dc:language>{outlet.language}"
        f"</dc:language><items><rdf:Seq>{order}</rdf:Seq></items></channel>\n{items}</rdf:RDF>\n"
    )


def _atom(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    updated = local_time(outlet, max(version.published for version in versions)).isoformat()
    entries = "".join(_atom_entry(outlet, site, version) for version in versions)
    return (
        f'{XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}"><title>{escape(outlet.name)}'
        f'</title><id>{site}</id><link rel="alternate" href="{site}"/><updated>{updated}</updated>'
        f"<author><name>{escape(outlet.byline)}</name></author>\n{entries}</feed>\n"
    )


def _atom_entry(outlet: Outlet, site: str, version: Version) -> str:
    moment = local_time(outlet, version.published).isoformat()
    summary = escape(f"<p>{escape(version.summary)}</p>")
    return (
        f'<entry><title type="text">{escape(version.title)}</title><link rel="alternate" href="{site}{version.slug}"/>'
        f"<id>tag:{outlet.key}.invalid,2025:{version.slug}</id><published>{moment}</published>"
        f'<updated>{moment}</updated><summary type="html">{summary}</summary></entry>\n'
    )


def _json_feed(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": outlet.name,
        "home_page_url": site,
        "language": outlet.language,
        "items": [_json_item(outlet, site, version) for version in versions],
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _json_item(outlet: Outlet, site: str, version: Version) -> dict[str, str]:
    return {
        "id": f"{outlet.key}:{version.slug}",
        "url": f"{site}{version.slug}",
        "title": version.title,
        "summary": version.summary,
        "content_html": _html(version),
        "date_published": local_time(outlet, version.published).isoformat(),
    }


def _news_sitemap(outlet: Outlet, site: str, versions: Sequence[Version]) -> str:
    urls = "".join(
        f"<url><loc>{site}{version.slug}</loc><news:news><news:publication><news:name>{escape(outlet.name)}</news:name>"
        f"<news:language>{outlet.language}</news:language></news:publication><news:publication_date>"
        f"{local_time(outlet, version.published).isoformat()}</news:publication_date>"
        f"<news:title>{escape(version.title)}</news:title></news:news></url>\n"
        for version in versions
    )
    return (
        f'{XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n{urls}</urlset>\n'
    )


def _html(version: Version) -> str:
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in version.paragraphs)


KINDS = {
    "rss": FeedKind("rss.xml", "application/rss+xml; charset=utf-8", _rss),
    "rss_full": FeedKind("feed", "text/xml; charset=UTF-8", _rss_full),
    "rdf": FeedKind("index.rdf", "application/rdf+xml", _rdf),
    "atom": FeedKind("atom.xml", "application/atom+xml; charset=utf-8", _atom),
    "json_feed": FeedKind("feed.json", "application/feed+json", _json_feed),
    "news_sitemap": FeedKind("news-sitemap.xml", "application/xml", _news_sitemap),
}
