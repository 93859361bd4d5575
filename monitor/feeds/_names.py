"""Names of elements: namespace addresses, however written, become the prefixes that the readers know."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from operator import attrgetter
from xml.etree.ElementTree import Element

__all__ = ["PREFIXES", "Names", "Roles", "Shape", "prefix_of"]

Roles = tuple[tuple[str, ...], ...]
"""For each field of an entry the names of the elements that give it, best first."""

_SPACES = {
    "atom": "www.w3.org/2005/atom purl.org/atom/ns purl.org/atom www.w3.org/1999/atom example.com/newformat "
    "example.com/necho purl.org/echo uri/of/echo/namespace purl.org/pie hacks.benhammersley.com/rss/echo",
    "rss": "purl.org/rss/1.0 my.netscape.com/rdf/simple/0.9 channel.netscape.com/rdf/simple/0.9 purl.org/net/rss1.1 "
    "backend.userland.com/rss backend.userland.com/rss2 backend.userland.com/rss091 backend.userland.com/rss092 "
    "blogs.law.harvard.edu/tech/rss cyber.law.harvard.edu/rss/rss.html cyber.law.harvard.edu/tech/rss "
    "www.rssboard.org/rss-specification rssboard.org/rss-specification purl.org/rss/2.0",
    "rdf": "www.w3.org/1999/02/22-rdf-syntax-ns",
    "dc": "purl.org/dc/elements/1.1 purl.org/dc/elements/1.0",
    "dcterms": "purl.org/dc/terms",
    "content": "purl.org/rss/1.0/modules/content",
    "media": "search.yahoo.com/mrss tools.search.yahoo.com/mrss www.rssboard.org/media-rss",
    "itunes": "www.itunes.com/dtds/podcast-1.0.dtd example.com/dtds/podcast-1.0.dtd",
    "sy": "purl.org/rss/1.0/modules/syndication purl.org/rss/modules/syndication",
    "xhtml": "www.w3.org/1999/xhtml",
    "sitemap": "www.sitemaps.org/schemas/sitemap/0.9 www.google.com/schemas/sitemap/0.84 "
    "sitemaps.org/schemas/sitemap/0.9",
    "news": "www.google.com/schemas/sitemap-news/0.9",
    "fh": "purl.org/syndication/history/1.0",
    "feedburner": "rssnamespace.org/feedburner/ext/1.0",
    "slash": "purl.org/rss/1.0/modules/slash",
}
PREFIXES = {prefix: f"http://{spaces.split()[0]}" for prefix, spaces in _SPACES.items()}
"""For a prefix that a feed uses without declaring it: the address it stands for."""
_TAG = attrgetter("tag")
_BY_ADDRESS = {address: prefix for prefix, spaces in _SPACES.items() for address in spaces.split()}


def prefix_of(address: str) -> str:
    """The known prefix for a namespace address, compared without scheme, case and trailing ``/`` or ``#``; else ""."""
    bare = address.strip().lower()
    bare = bare.removeprefix("http://").removeprefix("https://").rstrip("/#")
    return _BY_ADDRESS.get(bare, "")


class Shape:
    """What the children of an element are called and where each stands; alike for most entries of a feed."""

    __slots__ = ("_plan", "where")

    def __init__(self, names: Iterable[str]) -> None:
        found: dict[str, list[int]] = {}
        for at, name in enumerate(names):
            found.setdefault(name, []).append(at)
        self.where = {name: tuple(places) for name, places in found.items()}
        self._plan: tuple[tuple[int, ...], ...] | None = None

    def at(self, *names: str) -> tuple[int, ...]:
        """Where children of these names stand, name by name."""
        found: tuple[int, ...] = ()
        for name in names:
            if places := self.where.get(name):
                found += places
        return found

    def plan(self, roles: Roles) -> tuple[tuple[int, ...], ...]:
        """For each of the roles where its children stand, worked out once: a document has one set of roles."""
        if self._plan is None:
            index = _index(roles)
            found = [(role, rank, at) for name, at in self.where.items() for role, rank in index.get(name, ())]
            places: list[tuple[int, ...]] = [()] * len(roles)
            for role, _, at in sorted(found):
                places[role] += at
            self._plan = tuple(places)
        return self._plan


@cache
def _index(roles: Roles) -> dict[str, list[tuple[int, int]]]:
    """For each name the roles that it may serve, and how well (0 best)."""
    found: dict[str, list[tuple[int, int]]] = {}
    for role, names in enumerate(roles):
        for rank, name in enumerate(names):
            found.setdefault(name, []).append((role, rank))
    return found


class Names(dict[str, str]):
    """Tags as the XML parser gives them -> canonical names, remembered for one document.

    Elements in the namespace of the root (whatever it is), in none, or in one of RSS's have bare lower-case names;
    others are ``prefix:name``, and ``?:name`` where the namespace is unknown.
    """

    def __init__(self, root: Element) -> None:
        super().__init__()
        self._known: dict[str, str] = {}
        self._shapes: dict[tuple[str, ...], Shape] = {}
        space = str(root.tag).rpartition("}")[0]
        known = prefix_of(space[1:])
        self._own = {known or space[1:], "rss", "sitemap"} if known != "rdf" else {"rss"}

    def shape(self, node: Element) -> Shape:
        """The shape of an element, worked out once for each sequence of tags."""
        tags = tuple(map(_TAG, node))
        found = self._shapes.get(tags)
        if found is None:
            found = self._shapes[tags] = Shape([self[tag] for tag in tags])
        return found

    def __missing__(self, tag: str) -> str:
        space, _, local = tag.rpartition("}")
        known = self._known.get(space)
        if known is None:
            known = self._known[space] = prefix_of(space[1:])
        bare = not space or (known or space[1:]) in self._own
        name = local.lower() if bare else f"{known or '?'}:{local.lower()}"
        self[tag] = name
        return name
