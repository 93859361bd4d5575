"""Articles as the HTML pages of their outlets: one template an outlet, as unlike each other as real ones are."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from html import escape
from string import Template

from monitor.demo.content import FOLDER, Outlet, Version

__all__ = ["article_page", "index_page", "local_time"]


def article_page(outlet: Outlet, version: Version, site: str, others: Iterable[Version]) -> str:
    """The page of `version`; `site` is the outlet's address with a final slash, `others` fill its "read also" box."""
    paragraphs = [f"<p>{escape(paragraph)}</p>" for paragraph in version.paragraphs]
    return _template(outlet.key).substitute(
        _frame(outlet, version, site),
        summary=escape(version.summary),
        section=escape(version.section),
        published=local_time(outlet, version.published).isoformat(),
        day=_day(outlet, version.published),
        byline=escape(outlet.byline),
        json_ld=_json_ld(outlet, version, site),
        picture=_picture(version),
        first=paragraphs[0],
        rest="\n".join(paragraphs[1:]),
        related_title=escape(outlet.related),
        related="".join(_link(other, site) for other in others),
    )


def index_page(outlet: Outlet, version: Version, site: str, versions: Iterable[Version]) -> str:
    """A page of headlines: `version` gives its title and address, `versions` what it lists."""
    return _template("index").substitute(
        _frame(outlet, version, site),
        language=outlet.language,
        cards="\n".join(_card(outlet, listed, site) for listed in versions),
    )


def local_time(outlet: Outlet, moment: datetime) -> datetime:
    """`moment` in the outlet's own zone."""
    hours, minutes = outlet.zone.split(":")
    offset = datetime.strptime(f"{hours}{minutes}", "%z").tzinfo or UTC
    return moment.astimezone(offset)


@cache
def _template(name: str) -> Template:
    return Template((FOLDER / "templates" / f"{name}.html").read_text(encoding="utf-8"))


def _frame(outlet: Outlet, version: Version, site: str) -> dict[str, str]:
    return {
        "outlet": escape(outlet.name),
        "title": escape(version.title),
        "url": f"{site}{version.slug}",
        "home": site,
    }


def _day(outlet: Outlet, moment: datetime) -> str:
    return local_time(outlet, moment).strftime("%d.%m.%Y, %H:%M")


def _json_ld(outlet: Outlet, version: Version, site: str) -> str:
    printed = local_time(outlet, version.published).isoformat()
    return json.dumps(
        {
            "@context": "https://schema.org",
            "@type": "NewsArticle",
            "headline": version.title,
            "datePublished": printed,
            "dateModified": printed,
            "inLanguage": outlet.language,
            "mainEntityOfPage": f"{site}{version.slug}",
            "author": {"@type": "Organization", "name": outlet.byline},
            "publisher": {"@type": "NewsMediaOrganization", "name": outlet.name},
        },
        ensure_ascii=False,
    ).replace("</", "<\\/")


def _picture(version: Version) -> str:
    if not version.caption:
        return ""
    return f'<figure><img src="picture.jpg" alt=""><figcaption>{escape(version.caption)}</figcaption></figure>'


def _link(version: Version, site: str) -> str:
    return f'<li><a href="{site}{version.slug}">{escape(version.title)}</a></li>'


def _card(outlet: Outlet, version: Version, site: str) -> str:
    return (
        f'<div class="card"><h3><a href="{site}{version.slug}">{escape(version.title)}</a></h3>'
        f"<p>{escape(version.summary)}</p><span>{_day(outlet, version.published)}</span></div>"
    )
