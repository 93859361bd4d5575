"""What makes a new version of a text, and the words that changed between two (issue 6)."""

from __future__ import annotations

import difflib
import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

__all__ = ["Change", "cosmetic", "skeleton", "word_diff"]

_TIME = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|CES?T|EES?T|E[SD]?T|BST|MSK|Uhr))?"
_DAY = (
    r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? \w+\.? \d{4}|\w+\.? \d{1,2},? \d{4}"
    r"|\d{1,2} (?:de )?\w+ (?:de )?\d{4})"
)
_STAMP_WORD = (
    r"(?:last |article |stand:? |first )*(?:updated?|published|posted|modified|actualizado|publicado"
    r"|actualización|mis à jour|"
    r"publié|aktualisiert|veröffentlicht|aggiornato|pubblicato|atualizado|zaktualizowano|opublikowano|оновлено"
    r"|опубліковано|"
    r"обновлено|опубликовано|обновлена|güncelleme|yayınlanma|bijgewerkt|gepubliceerd|stand)"
)
_STAMP = re.compile(
    rf"^\W*(?:{_STAMP_WORD}\b.{{0,60}}|(?:{_TIME}|{_DAY})(?:[\s,|–—-]+(?:{_TIME}|{_DAY}|\w{{2,9}}))?|"
    r"\d+ (?:min|minutes?|hours?|minutos?|horas?|Minuten|Stunden?|минут\w*|час\w*|хвилин\w*|годин\w*) (?:ago"
    r"|read|тому|назад)"
    r"|\d+ (?:comments?|shares?|views?|likes?|комментари\w*|просмотр\w*|коментар\w*|перегляд\w*))\W*$",
    re.I,
)
_BETWEEN = re.compile(r"(?<=\d)[\W_]+(?=\d)")
_ODD = re.compile(r"[\W_]+")
_TOKENS = re.compile(r"\d[\d.,\u00a0\u202f ]*\d|\w+|[^\w\s]", re.U)


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words of both texts: kept, gone from the old, or come with the new."""

    kind: Literal["same", "gone", "come"]
    text: str


def skeleton(text: str) -> str:
    """What of `text` counts as its wording: letters and digits, without lines that only stamp the time or count
    readers.

    What stands between digits leaves a mark, so that 1.9 and 19, "20 16" and 2016 differ.
    """
    lines = unicodedata.normalize("NFKC", text).casefold().splitlines()
    joined = " ".join(line for line in lines if not _STAMP.match(line))
    joined = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3}\b)", "", joined)
    return _ODD.sub("", _BETWEEN.sub("ₓ", joined))


def cosmetic(old: str, new: str) -> bool:
    """Whether `new` is no new version of `old`: spaces, quotes, dashes, time stamps and "updated at" alone changed."""
    return old == new or skeleton(old) == skeleton(new)


def word_diff(old: str, new: str) -> tuple[Change, ...]:
    """The words that went and came, in order, with what stayed between them. Numbers are kept whole."""
    before, after = _tokens(old), _tokens(new)
    found: list[Change] = []
    matcher = difflib.SequenceMatcher(None, [t for t, _ in before], [t for t, _ in after], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(Change("same", _span(new, after, c, d)))
            continue
        found += [Change("gone", _span(old, before, a, b))] if b > a else []
        found += [Change("come", _span(new, after, c, d))] if d > c else []
    return tuple(found)


def _tokens(text: str) -> list[tuple[str, tuple[int, int]]]:
    return [(m[0].casefold(), m.span()) for m in _TOKENS.finditer(text)]


def _span(text: str, tokens: list[tuple[str, tuple[int, int]]], first: int, last: int) -> str:
    return text[tokens[first][1][0] : tokens[last - 1][1][1]]
