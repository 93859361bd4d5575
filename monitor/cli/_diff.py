"""What two versions of a text say differently, word by word and figure by figure."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from monitor.cli import _out

__all__ = ["changed_figures", "changed_words"]

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


def changed_figures(old: Sequence[Mapping[str, Any]], new: Sequence[Mapping[str, Any]], version: int) -> list[str]:
    """Rows of two versions' figures as sentences: which became which, which are no longer there, which are new.

    A figure became another when both count the same for the same speaker, and each version has one such of its own.
    """
    gone, come = _without(old, new), _without(new, old)
    rows = []
    for before in gone:
        after = [figure for figure in come if _line(figure) == _line(before)]
        alone = len(after) == 1 and sum(_line(figure) == _line(before) for figure in gone) == 1
        what = f"{_out.amount(before)} {before['measure']}"
        if alone:
            rows.append(f"version {version}: {what} became {_out.amount(after[0])} ({after[0]['id']})")
            come = [figure for figure in come if figure is not after[0]]
        else:
            rows.append(f"version {version}: no longer {what} ({before['id']})")
    return rows + [f"version {version}: now {_out.amount(row)} {row['measure']} ({row['id']})" for row in come]


def _without(rows: Sequence[Mapping[str, Any]], others: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Those whose number and measure none of the others has, each once."""
    known = {_said(row) for row in others}
    return list({_said(row): row for row in reversed(rows) if _said(row) not in known}.values())[::-1]


def _said(figure: Mapping[str, Any]) -> tuple[str, str]:
    return _out.amount(figure), figure["measure"]


def _line(figure: Mapping[str, Any]) -> tuple[Any, ...]:
    return figure["measure"], figure["kind"], figure["speaker"]
