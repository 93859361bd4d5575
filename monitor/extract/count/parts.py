"""Parts of a batch: told after it, they are its split and no news of their own (SCHEME, fine point 2)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from monitor.extract.text.document import Document
from monitor.model import Figure

__all__ = ["mark_parts"]

_SENTENCES = 6
_LIKE = frozenset({"returned", "deported", "held", "other", "placed_in_family"})


def mark_parts(doc: Document, figures: Sequence[Figure]) -> list[Figure]:
    """The figures, those that split a batch of returns marked optional with the note ``part of N``.

    Parts are smaller numbers within six sentences or lines that add up to the batch, or that the text calls a part of
    it, or a single child of it. A split by direction (five to Ukraine, one to Russia) stays as it is: it is required.
    """
    figures = [_on_a_list(_victims(figures, k), figures[k + 1 : k + 3]) for k in range(len(figures))]
    marked = [replace(f, optional=True, note="a single child") if _single(doc, f) else f for f in figures]
    for place, whole in enumerate(figures):
        if whole.measure == "returned" and whole.kind == "batch" and (whole.value or 0) > 1 and not marked[place].note:
            for k in _parts(doc, figures, place):
                marked[k] = _part_of(whole, figures[k])
            for k in _turned(doc, figures, place):
                told = figures[k]
                scope = whole.scope if told.scope == "all" else told.scope
                marked[k] = replace(marked[k], period=told.period or whole.period, scope=scope)
    return marked


def _victims(figures: Sequence[Figure], place: int) -> Figure:
    """ "41 victims: seven killed and 34 hurt": the sum of both is a count of neither (measure other)."""
    whole, parts = figures[place], figures[place + 1 : place + 3]
    if whole.measure not in _HURT or whole.value is None or {part.measure for part in parts} != _HURT:
        return whole
    summed = whole.value == sum(part.value or 0 for part in parts)
    return replace(whole, measure="other", rule="killed or injured") if summed else whole


_HURT = {"killed", "injured"}


def _on_a_list(whole: Figure, parts: Sequence[Figure]) -> Figure:
    """ "12 sanctions: nine people and three organisations": each is news, their sum is none."""
    listed = [part for part in parts if part.measure == whole.measure == "sanctions" and not part.optional]
    summed = len(listed) == len(parts) > 1 and whole.value == sum(part.value or 0 for part in listed)
    apart = {part.unit for part in listed} == {"people", "organisations"}
    return replace(whole, optional=True, note="people and organisations") if summed and apart else whole


def _turned(doc: Document, figures: Sequence[Figure], place: int) -> list[int]:
    """The single child of a batch who went the other way: of the same days and deal, but no part of it."""
    near = range(place + 1, min(place + 3, len(figures)))
    whole = figures[place]
    return [
        k
        for k in near
        if figures[k].value == 1 and _smaller(doc, whole, figures[k]) and _both_ways([whole, figures[k]])
    ]


def _parts(doc: Document, figures: Sequence[Figure], place: int) -> list[int]:
    whole = figures[place]
    near = [k for k in range(place + 1, len(figures)) if _smaller(doc, whole, figures[k])]
    sums = list(accumulate(figures[k].value or 0 for k in near))
    run = near[: sums.index(whole.value) + 1] if whole.value in sums else []
    if len(run) > 1 and "ru" in (ends := _ends([figures[k] for k in run])) and len(ends) > 1:
        return []
    called = [k for k in near if figures[k].rule == "part of a batch" or _one_of_them(doc, whole, figures[k])]
    return sorted({*(run if len(run) > 1 else ()), *called})


def _single(doc: Document, figure: Figure) -> bool:
    """ "A girl made the journey the other way": an article is no count, a single child no batch (fine point 5)."""
    if figure.value != 1 or figure.measure not in ("returned", "killed", "injured"):
        return False
    word = next(
        (word for word, start in zip(doc.words, doc.tokens.starts, strict=True) if start == figure.num_start), ""
    )
    return word in doc.language.articles - {"one"}


def _one_of_them(doc: Document, whole: Figure, part: Figure) -> bool:
    """A single child told behind a group, not as one more and not as one who went another way."""
    if part.value != 1 or _both_ways([whole, part]):
        return False
    at = next((k for k, start in enumerate(doc.tokens.starts) if start == part.num_start), 0)
    return not doc.under(max(0, at - 2), at, "more")


def _smaller(doc: Document, whole: Figure, part: Figure) -> bool:
    if part.value is None or whole.value is None or part.value >= whole.value or part.kind == "share":
        return False
    return part.measure in _LIKE and 0 <= _sentence(doc, part) - _sentence(doc, whole) < _SENTENCES


def _sentence(doc: Document, figure: Figure) -> int:
    at = figure.num_start if figure.num_start is not None else figure.start
    number = bisect_right(doc.opens, at) - 1
    return number if number > 0 and at < doc.tokens.ends[doc.bounds[number][1] - 1] else 0


def _both_ways(parts: Sequence[Figure]) -> bool:
    """Did some go to Russia and some to Ukraine?"""
    ends = _ends(parts) - {""}
    return "ru" in ends and len(ends) > 1


def _ends(parts: Sequence[Figure]) -> set[str]:
    """Where parts went, "" where that is not told. Where a part had once been taken is not where it goes."""
    went = [part for part in parts if part.measure == "returned" and part.rule != "part of a batch"]
    return {(part.direction or "").rpartition(">")[2] for part in went}


def _part_of(whole: Figure, part: Figure) -> Figure:
    return replace(
        part, measure="returned", kind="batch", optional=True, note=f"part of {whole.value:g}", period=whole.period,
        scope=whole.scope, direction=whole.direction if part.rule == "part of a batch" else part.direction,
    )  # fmt: skip
