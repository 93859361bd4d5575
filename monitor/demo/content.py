"""The newsroom's outlets and stories, read from the package's own files.

An article file begins with `key: value` lines between two `---` lines; then come its paragraphs, one line each, with
an empty line between. Keys: outlet, published (ISO 8601), title, summary, section, and if need be caption, kind
("index": a page of headlines instead of an article) and stage (when it appears; 1 is the first pass). The file name
is the article's address; `name.2.md` replaces `name.md` at its stage: the same address then serves another text.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from monitor.errors import InputError

__all__ = ["FOLDER", "Outlet", "Version", "at_stage", "load_outlets", "load_versions", "parse_version"]

FOLDER = Path(__file__).parent
REQUIRED = ("outlet", "published", "title", "summary", "section")
EDIT_DELAY = timedelta(hours=20)
"""How long after publication a replaced text was changed; only Last-Modified tells."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """One invented outlet. `feed` names the kind of feed it offers, `zone` the offset of the times it prints."""

    key: str
    name: str
    language: str
    feed: str
    zone: str
    validators: str
    byline: str
    related: str


@dataclass(frozen=True, slots=True)
class Version:
    """One text of an outlet as it stands from `stage` on; number 2 replaces number 1 at the same address."""

    outlet: str
    slug: str
    published: datetime
    title: str
    summary: str
    section: str
    paragraphs: tuple[str, ...]
    caption: str = ""
    kind: str = "article"
    stage: int = 1
    number: int = 1

    @property
    def changed(self) -> datetime:
        """When the server's copy was last written."""
        return self.published + EDIT_DELAY * (self.number - 1)


def load_outlets(folder: Path = FOLDER) -> tuple[Outlet, ...]:
    """All outlets of outlets.toml, in its order."""
    table = tomllib.loads((folder / "outlets.toml").read_text(encoding="utf-8"))
    return tuple(Outlet(key=key, **fields) for key, fields in table.items())


def load_versions(folder: Path = FOLDER) -> tuple[Version, ...]:
    """All texts of articles/, oldest first. Raises InputError that names the file."""
    files = sorted((folder / "articles").glob("*.md"))
    versions = (parse_version(file.read_text(encoding="utf-8"), file.name) for file in files)
    return tuple(sorted(versions, key=lambda version: (version.published, version.slug, version.number)))


def at_stage(versions: Iterable[Version], stage: int) -> tuple[Version, ...]:
    """What the newsroom shows at `stage`: per address the newest version that has appeared, oldest article first."""
    shown = {(version.outlet, version.slug): version for version in versions if version.stage <= stage}
    return tuple(shown.values())


def parse_version(text: str, name: str) -> Version:
    """One article file's text as a Version; `name` is its file name. Raises InputError for a file that is not one."""
    marks = text.split("---\n", 2)
    if len(marks) != 3 or marks[0]:
        raise InputError("does not begin with a head between two --- lines", subject=name, mend="see monitor.demo")
    head = dict(_field(line, name) for line in marks[1].splitlines())
    missing = [key for key in REQUIRED if key not in head]
    if missing:
        raise InputError(f"head lacks {', '.join(missing)}", subject=name, mend="add the lines")
    slug, _, number = name.removesuffix(".md").partition(".")
    return Version(
        outlet=head["outlet"],
        slug=slug,
        published=datetime.fromisoformat(head["published"]),
        title=head["title"],
        summary=head["summary"],
        section=head["section"],
        paragraphs=tuple(line for line in marks[2].splitlines() if line),
        caption=head.get("caption", ""),
        kind=head.get("kind", "article"),
        stage=int(head.get("stage", "1")),
        number=int(number or "1"),
    )


def _field(line: str, name: str) -> tuple[str, str]:
    key, colon, value = line.partition(":")
    if not colon:
        raise InputError(f"head line {line!r} has no colon", subject=name, mend="write key: value")
    return key.strip(), value.strip()
