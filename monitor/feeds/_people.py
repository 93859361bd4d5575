"""Names of authors as feeds write them."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from monitor.feeds._fields import local
from monitor.feeds._text import title_text

__all__ = ["AUTHOR_KEYS", "authors"]

_MAIL_NAME = re.compile(r"\S+@\S+\s*\((.+)\)\s*\Z")
_NAME_MAIL = re.compile(r"(.+?)\s*[<(]\s*\S+@\S+\s*[>)]\s*\Z")
AUTHOR_KEYS = ("author", "atom:author", "dc:creator", "dcterms:creator", "itunes:author")


def authors(node: Element, places: tuple[int, ...]) -> tuple[str, ...]:
    """Names of who wrote an entry, from its children at these places, each once, in order.

    Addresses stand only where no name is given.
    """
    found: dict[str, None] = {}
    for at in places:
        child = node[at]
        if name := _person(child) if len(child) else _name(title_text(child.text or "")):
            found[name] = None
    return tuple(found)


def _person(node: Element) -> str:
    """The name of an Atom person, else the address."""
    said = {local(child): (child.text or "").strip() for child in reversed(node)}
    return title_text(said.get("name", "")) or said.get("email", "")


def _name(text: str) -> str:
    """The name in ``mail (Name)`` or ``Name <mail>``, or the text itself."""
    found = (_MAIL_NAME.match(text) or _NAME_MAIL.match(text)) if "@" in text else None
    return found[1].strip() if found else text
