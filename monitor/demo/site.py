"""What the newsroom answers at each address, at one stage: plain values, no sockets."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from monitor.demo.content import Outlet, Version, at_stage
from monitor.demo.feeds import KINDS
from monitor.demo.pages import article_page, index_page

__all__ = ["Resource", "build"]

HTML = "text/html; charset=utf-8"
EPOCH = datetime(2025, 8, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Resource:
    """One document with its Content-Type and the validators that its outlet gives (either may be missing)."""

    body: bytes
    content_type: str
    etag: str | None = None
    modified: datetime | None = None


def build(outlets: Sequence[Outlet], versions: Sequence[Version], base: str, stage: int) -> Mapping[str, Resource]:
    """Every path of the newsroom at `stage` with its resource; `base` is the server's address with a final slash."""
    shown = at_stage(versions, stage)
    site: dict[str, Resource] = {"/robots.txt": _robots(outlets, base)}
    for outlet in outlets:
        own = [version for version in reversed(shown) if version.outlet == outlet.key]
        for path, resource in _outlet_site(outlet, own, f"{base}{outlet.key}/").items():
            site[f"/{outlet.key}/{path}"] = resource
    return site


def _outlet_site(outlet: Outlet, versions: Sequence[Version], address: str) -> dict[str, Resource]:
    kind = KINDS[outlet.feed]
    changed = max((version.changed for version in versions), default=EPOCH)
    feed = kind.render(outlet, address, versions)
    home = _home(outlet, versions)
    return {
        kind.file: _resource(outlet, feed, kind.content_type, changed),
        "": _resource(outlet, index_page(outlet, home, address, versions), HTML, changed),
        **{version.slug: _page(outlet, version, versions, address) for version in versions},
    }


def _page(outlet: Outlet, version: Version, versions: Sequence[Version], address: str) -> Resource:
    others = [other for other in versions if other.slug != version.slug and other.kind == "article"]
    if version.kind == "index":
        return _resource(outlet, index_page(outlet, version, address, others), HTML, version.changed)
    earlier = [other for other in others if other.published < version.published][:3]
    return _resource(outlet, article_page(outlet, version, address, earlier), HTML, version.changed)


def _home(outlet: Outlet, versions: Sequence[Version]) -> Version:
    return replace(versions[0], slug="", title=outlet.name, kind="index")


def _resource(outlet: Outlet, text: str, content_type: str, modified: datetime) -> Resource:
    body = text.encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
    given = outlet.validators
    return Resource(
        body=body,
        content_type=content_type,
        etag={"both": tag, "etag": tag, "weak": f"W/{tag}"}.get(given),
        modified=modified if given in ("both", "date") else None,
    )


def _robots(outlets: Sequence[Outlet], base: str) -> Resource:
    sitemaps = "".join(
        f"Sitemap: {base}{outlet.key}/{KINDS[outlet.feed].file}\n"
        for outlet in outlets
        if outlet.feed == "news_sitemap"
    )
    rules = f"User-agent: *\nDisallow: /private/\n\n{sitemaps}"
    return Resource(rules.encode(), "text/plain; charset=utf-8")
