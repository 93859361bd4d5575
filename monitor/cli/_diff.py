"""What two versions of a text say differently, word by word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

__all__ = ["changed_words"]

_AROUND = 4
"""Words that stay, shown on both sides of a change."""


def changed_words(lines: Iterable[str]) -> list[str]:
    """A unified diff of paragraphs as lines with ``[-gone-]`` and ``{+new+}`` words, four kept words around each.

    Lines that name the versions (``--- version 1``, ``+++ version 2``) stay as one heading.
    """
    told: list[str] = []
    gone: list[str] = []
    new: list[str] = []
    for line in [*lines, "@@"]:
        if line.startswith(("--- ", "+++ ", "@@")):
            told += _pair(gone, new)
            gone, new = [], []
            if line.startswith("+++ "):
                told.append(f"{line[4:]} against the one before:")
        elif line.startswith("-"):
            gone.append(line[1:])
        elif line.startswith("+"):
            new.append(line[1:])
    return told


def _pair(gone: Sequence[str], new: Sequence[str]) -> list[str]:
    old_words, new_words = " ".join(gone).split(), " ".join(new).split()
    matcher = difflib.SequenceMatcher(None, old_words, new_words, autojunk=False)
    rows = []
    for group in matcher.get_grouped_opcodes(_AROUND):
        parts = [_part(tag, old_words[a:b], new_words[c:d]) for tag, a, b, c, d in group]
        rows.append("  " + " ".join(part for part in parts if part))
    return rows


def _part(tag: str, gone: Sequence[str], new: Sequence[str]) -> str:
    if tag == "equal":
        return " ".join(gone)
    marked = [f"[-{' '.join(gone)}-]" if gone else "", f"{{+{' '.join(new)}+}}" if new else ""]
    return " ".join(part for part in marked if part)
