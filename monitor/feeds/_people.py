"""Names of authors as feeds write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from monitor.feeds._fields import Fields, own_text
from monitor.feeds._text import title_text

__all__ = ["authors"]

_MAIL_NAME = re.compile(r"\S+@\S+\s*\((.+)\)\s*\Z")
_NAME_MAIL = re.compile(r"(.+?)\s*[<(]\s*\S+@\S+\s*[>)]\s*\Z")
_KEYS = ("author", "atom:author", "dc:creator", "dcterms:creator", "itunes:author")


def authors(fields: Fields) -> tuple[str, ...]:
    """Names of who wrote an entry, each once, in order; addresses only where no name is given."""
    if not any(key in fields.by_name for key in _KEYS):
        return ()
    found = (name for key in _KEYS for name in _names(fields, key))
    return tuple(dict.fromkeys(name for name in found if name))


def _names(fields: Fields, key: str) -> Iterator[str]:
    for node in fields.all(key):
        if len(node):
            person = Fields(node, fields.names, None)
            yield person.title("name", "atom:name") or person.raw("email", "atom:email")
        else:
            yield _name(title_text(own_text(node)))


def _name(text: str) -> str:
    """The name in ``mail (Name)`` or ``Name <mail>``, or the text itself."""
    found = _MAIL_NAME.match(text) or _NAME_MAIL.match(text)
    return found[1].strip() if found else text
