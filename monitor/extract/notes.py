"""What sets a figure's series apart: the note of a part, a list, another side's framing (gold/SCHEME.md, section 2).

"210 places, of which 39 teach combat skills": 39 is no contradiction of 210. Which parts there are, and the words that
tell them, are data of the story (``subsets.yaml``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from monitor.extract.directions import territory
from monitor.extract.document import Document
from monitor.extract.shadow import shadow
from monitor.extract.tokens import tokenize
from monitor.model import Figure
from monitor.stories import Story, Subset

__all__ = ["note_of"]

_SHARE = "share"
_KINDS = frozenset({"total", "estimate", _SHARE})
_CLOSE = 6
_OF_THE = frozenset({"des", "der", "dei", "delle", "degli", "dos", "das"})


def note_of(story: Story, doc: Document, i: int, figure: Figure, told: Sequence[Figure]) -> str | None:
    """The note of `figure`, whose number is token `i`; `told` are the figures before it in the text."""
    if figure.kind not in _KINDS:
        return None
    family = story.families.get(figure.source_id or "")
    whole = _of_more(doc, i, _amount(figure))
    part = whole is not None or _part(figure, told)
    found = []
    for subset in story.subsets:
        if figure.measure in subset.measures and subset.unit in ("", figure.unit):
            near = _nearest(doc, i, whole or i, subset) if subset.whole or part else None
            if near is None and (_is(subset.family, family) or _is(subset.rule, figure.rule)):
                near = len(doc.words)
            if near is not None:
                found.append((near, subset.note))
    return min(found)[1] if found else None


def _is(wanted: str, found: str | None) -> bool:
    return bool(wanted) and wanted == found


def _amount(figure: Figure) -> float:
    return figure.value if figure.value is not None else figure.high or 0


def _part(figure: Figure, told: Sequence[Figure]) -> bool:
    """Is it a share, or less than a figure of the measure that was told before?"""
    return figure.kind == _SHARE or any(
        (other.measure, other.unit) == (figure.measure, figure.unit)
        and other.kind in _KINDS
        and _amount(other) > _amount(figure)
        for other in told
    )


def _of_more(doc: Document, i: int, mine: float) -> int | None:
    """ "39 of the 210": where the larger number stands that is close behind, with an "of" between."""
    behind = next(iter(doc.live_in(i + 1, min(i + _CLOSE, len(doc.words)))), None)
    if behind is None or doc.spans_in(behind, behind + 1)[0].value <= mine:
        return None
    of = doc.language.of | doc.language.out_of | _OF_THE
    return behind if any(word in of for word in doc.words[i + 1 : behind]) else None


def _nearest(doc: Document, i: int, whole: int, subset: Subset) -> int | None:
    """How far from the number one of the subset's words stands in what speaks of it, and of the `whole` that it is a
    part of; None when none does."""
    a, b = territory(doc, i)[0], territory(doc, whole)[1]
    words, phrases = doc.words, _phrases(subset)
    near = [abs(k - i) for k in range(a, b) for phrase in phrases.get(words[k][:2], ()) if _at(words, k, phrase)]
    return min(near, default=None)


def _at(words: Sequence[str], k: int, phrase: Sequence[str]) -> bool:
    return len(words) - k >= len(phrase) and all(
        word.startswith(part[:-1]) if part.endswith("*") else word == part
        for word, part in zip(words[k:], phrase, strict=False)
    )


@cache
def _phrases(subset: Subset) -> dict[str, list[list[str]]]:
    """The subset's phrases in shadow form, by the first two letters of their first words."""
    table: dict[str, list[list[str]]] = {}
    for pattern in subset.patterns:
        phrase = [
            part if not word.endswith("*") or part != parts[-1] else f"{part}*"
            for word in pattern.split()
            for parts in [tokenize(shadow(word.rstrip("*"))).words]
            for part in parts
        ]
        table.setdefault(phrase[0].rstrip("*")[:2], []).append(phrase)
    return table
