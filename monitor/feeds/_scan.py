"""The tolerant scanner: reads XML that is no XML, one pass, and keeps every entry it can see.

Tags are found by eye, not by grammar; end tags close the nearest open element of their name and never reach out of
their entry; an entry that starts closes the one before it; an entry whose start tag is spoilt is rebuilt at its end
tag. Time is linear in the length of the text whatever it holds.
"""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from xml.etree.ElementTree import Element, TreeBuilder

from monitor.feeds._names import PREFIXES

__all__ = ["scan"]

_START = re.compile(
    r"<([A-Za-z_][\w:.-]*+)((?:\s+|/(?!>)|[^\s<>\"'/=]++(?:\s*=\s*(?:\"[^\"<]*+\"|'[^'<]*+'|[^\s<>\"']++))?+|[=\"'])*+)(/?)>"
)
_LOOSE_START = re.compile(r"<([A-Za-z_][\w:.-]*+)([^<>]*+)(>?)")
_END = re.compile(r"</\s*([A-Za-z_][\w:.-]*+)?[^<>]*+>?")
_ODD = re.compile(r"<[!?][^<>]*+>?")
_BROKEN_CDATA = re.compile(r"<!\[?[A-Z]{0,3}[^\s<>]{0,6}\[")
_ATTRIBUTE = re.compile(r"([A-Za-z_][\w:.-]*+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>]++))")
_ENTRIES = {
    "rss": "item",
    "rdf": "item",
    "channel": "item",
    "feed": "entry",
    "urlset": "url",
    "sitemapindex": "sitemap",
}
_TIMES = "pubdate published updated issued modified created date lastmod"
_LEAVES = frozenset({"title", "link", "guid", "id", "category", "comments", "creator", "loc", *_TIMES.split()})
_BODIES = frozenset({"description", "summary", "content", "encoded"})
_FIELDS = frozenset(
    {"title", "link", "guid", "id", "category", "description", "encoded", "content", "loc"}
) | frozenset(_TIMES.split())
_NOT_HTML = frozenset({"guid", "pubdate", "published", "updated", "description", "encoded", "category"})
_OF_THE_FEED = frozenset({"title", "link", "description", "image", "items", "textinput", "author", "language"})


def scan(text: str, repairs: Counter[str], declared: dict[str, str] | None = None, entry: str = "item") -> Element:
    """An element tree of whatever `text` is, under the element that looks like a feed's root (or an entry).

    What was mended is added to `repairs`; `declared` are namespaces by prefix from the text around, `entry` is what
    an entry is called in it.
    """
    return _Scanner(text, repairs, declared or {}, entry).run()


class _Scanner:
    """One pass over a text: `open` are the local names of the open elements, `home` the depth of the open entry."""

    def __init__(self, text: str, repairs: Counter[str], declared: dict[str, str], entry: str) -> None:
        self.text = text
        self.builder = TreeBuilder()
        self.nodes = [self.builder.start("document", {})]
        self.open = ["document"]
        self.counts = {"document": 1}
        self.home = 0
        self.entry_names = frozenset({"item", "entry", entry})
        self.prefixes = PREFIXES | declared
        self.root: Element | None = None
        self.repairs = repairs
        self.found: dict[str, int] = {}

    def run(self) -> Element:
        text, at = self.text, 0
        find, data = text.find, self.builder.data
        while (tag := find("<", at)) >= 0:
            if tag > at:
                piece = text[at:tag]
                data(unescape(piece) if "&" in piece else piece)
            following = text[tag + 1 : tag + 2]
            if following == "/":
                at = self._end_tag(tag)
            elif following in "!?":
                at = self._aside(tag) if following else tag + 1
            else:
                at = self._start_tag(tag)
        data(unescape(text[at:]))
        return self._close()

    def _close(self) -> Element:
        if self.root is not None and len(self.open) > 1:
            self._note("end missing")
        while self.open:
            self._pop()
        return self.root if self.root is not None else self.builder.close()

    def _note(self, what: str) -> None:
        self.repairs[what] += 1

    # ---- what stands between < and >

    def _start_tag(self, at: int) -> int:
        found = _START.match(self.text, at)
        if found:
            self._start(found[1], found[2], empty=bool(found[3]))
            return found.end()
        loose = _LOOSE_START.match(self.text, at)
        if not loose or not (loose[3] or self._structural(loose[1])):
            self.builder.data("<")
            return at + 1
        self._note("broken tag")
        self._start(loose[1], loose[2], empty=loose[2].endswith("/"))
        return loose.end()

    def _structural(self, name: str) -> bool:
        local = name.rpartition(":")[2].lower()
        return local in self.entry_names or local in _ENTRIES

    def _end_tag(self, at: int) -> int:
        found = _END.match(self.text, at)
        if not found:
            return at + 2
        if found[1]:
            self._end(found[1].rpartition(":")[2].lower())
        return found.end()

    def _aside(self, at: int) -> int:
        """A CDATA section, comment, declaration or processing instruction: where the text goes on."""
        if self.text.startswith("<![CDATA[", at):
            return self._cdata(at + 9)
        if self.text.startswith("<!--", at):
            closed = self._find("-->", at + 4)
            if closed >= 0 and self.text.find("<!--", at + 4, closed) < 0:
                return closed + 3
            self._note("comment without end")
        found = _BROKEN_CDATA.match(self.text, at) or _ODD.match(self.text, at)
        return found.end() if found else at + 2

    def _cdata(self, at: int) -> int:
        closed = self._find("]]>", at)
        nested = self.text.find("<![CDATA[", at, closed if closed >= 0 else len(self.text))
        if closed < 0 or nested >= 0:
            own = f"</{str(self.nodes[-1].tag).rpartition('}')[2]}"
            lost = self._find_own_end(own, at, nested)
            if lost >= 0:
                self._note("CDATA without end")
                closed = lost
            elif closed < 0:
                self._note("CDATA without end")
                return at
        self.builder.data(self.text[at:closed])
        return closed + 3 if self.text.startswith("]]>", closed) else closed

    def _find_own_end(self, own: str, at: int, before: int) -> int:
        """Where the end tag of the open element is, before `before` when that is a place."""
        return self.text.find(own, at, before) if before >= 0 else self._find(own, at)

    def _find(self, what: str, at: int) -> int:
        """As str.find, but remembers the last place of `what`, so that no stretch is searched twice."""
        known = self.found.get(what, 0)
        if 0 <= known < at or not known:
            known = self.found[what] = self.text.find(what, at)
        return known

    # ---- structure

    def _start(self, name: str, attributes: str, *, empty: bool) -> None:
        local = name.rpartition(":")[2].lower()
        if local in _ENTRIES and self.counts.get("item", 0) + self.counts.get("entry", 0) == 0:
            self.entry_names |= {_ENTRIES[local]}
        elif local in self.entry_names and self.open[-1] not in ("media", "group"):
            self._home_again()
        elif self.home:
            self._implied_end(local)
        node = self._push(name, local, self._attributes(attributes, local))
        if self.root is None and (local in _ENTRIES or local in self.entry_names):
            self.root = node
        if local in self.entry_names and not self.home:
            self.home = len(self.open)
        if empty:
            self._pop()

    def _push(self, name: str, local: str, attributes: dict[str, str]) -> Element:
        prefix = name.rpartition(":")[0]
        space = self.prefixes.get(prefix, f"?{prefix}" if prefix else "")
        node = self.builder.start(f"{{{space}}}{local}" if space else local, attributes)
        self.nodes.append(node)
        self.open.append(local)
        self.counts[local] = self.counts.get(local, 0) + 1
        return node

    def _attributes(self, text: str, local: str) -> dict[str, str]:
        if not text or text.isspace():
            return {}
        found = {}
        for name, double, single, bare in _ATTRIBUTE.findall(text):
            value = unescape(double or single or bare)
            if name[:5] == "xmlns":
                self._declare(name[6:], value, local)
            elif name[:4] == "xml:":
                found["{http://www.w3.org/XML/1998/namespace}" + name[4:]] = value
            else:
                found[name.rpartition(":")[2]] = value
        return found

    def _declare(self, prefix: str, address: str, local: str) -> None:
        """A namespace holds for the rest of the text; a default one only where a feed or an entry declares it."""
        if prefix or local in _ENTRIES or local in self.entry_names:
            self.prefixes[prefix] = address

    def _home_again(self) -> None:
        """An entry starts: whatever is open inside the feed ends, the entry before it too."""
        if self.home:
            self._note("entry without end")
        while len(self.open) > 1 and self.open[-1] not in _ENTRIES:
            self._pop()

    def _implied_end(self, local: str) -> None:
        """A field starts inside a field of the same entry that cannot hold it: the outer one lost its end tag."""
        if len(self.open) <= self.home:
            return
        field = self.open[self.home]
        if (field in _LEAVES and local in _FIELDS) or (field in _BODIES and local in _NOT_HTML):
            self._note("field without end")
            while len(self.open) > self.home:
                self._pop()

    def _end(self, local: str) -> None:
        if not self.counts.get(local):
            if local in self.entry_names:
                self._rebuild(local)
            return
        while self.open[-1] != local:
            self._pop()
        self._pop()

    def _pop(self) -> None:
        local = self.open.pop()
        self.nodes.pop()
        self.counts[local] -= 1
        if len(self.open) < self.home:
            self.home = 0
        self.builder.end(local)

    def _rebuild(self, local: str) -> None:
        """An entry ends that never started: its start tag was spoilt. Its fields are gathered again."""
        depth = next((i for i in range(len(self.open) - 1, 0, -1) if self.open[i] in _ENTRIES), 0)
        self._note("entry without start")
        if depth + 1 < len(self.open) and self.open[depth + 1] not in _OF_THE_FEED:
            self.nodes[depth + 1].tag = _beside(self.nodes[depth], local)
            while len(self.open) > depth + 1:
                self._pop()
            return
        while len(self.open) > depth + 1:
            self._pop()
        parent = self.nodes[-1]
        start = _first_of_entry(parent, self.entry_names)
        node = Element(_beside(parent, local))
        node.extend(parent[start:])
        if len(node):
            del parent[start:]
            parent.append(node)


def _beside(parent: Element, local: str) -> str:
    """The tag of a child in its parent's namespace."""
    space, mark, _ = str(parent.tag).rpartition("}")
    return f"{space}{mark}{local}"


def _first_of_entry(parent: Element, entry_names: frozenset[str]) -> int:
    """The index of the first child that belongs to an entry without start: after the last entry, or the last title."""
    titles = []
    for index in range(len(parent) - 1, -1, -1):
        local = str(parent[index].tag).rpartition("}")[2]
        if local in entry_names:
            return index + 1
        titles += [index] if local == "title" else []
    return titles[0] if titles else 0
