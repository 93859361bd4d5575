"""Parts told in declined words, as Ukrainian and Russian have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

__all__ = ["parts_in_words"]

_SMALL, _BARE = 50, 30
"""A part of so many percent and more is not told as "the second part", of so many more not without the word part."""
_Endings = Iterable[tuple[str, str]]
"""A word and the ending of the ordinal that stands with it."""


def parts_in_words(
    nth: Mapping[str, float], *, every: _Endings, part: _Endings, one: _Endings, others: Mapping[float, str]
) -> dict[str, float]:
    """Percent by phrase: "every third" and "third part" and "one fifth" in all cases, and `others`, listed by percent.

    `nth` is the percent of each ordinal's stem; `every`, `part` and `one` are those words in all cases.
    """
    return {
        **{f"{word} {stem}{end}": float(share) for word, end in every for stem, share in nth.items()},
        **{f"{stem}{end} {word}": float(s) for word, end in part for stem, s in nth.items() if s < _SMALL},
        **{f"{word} {stem}{end}": float(s) for word, end in one for stem, s in nth.items() if s < _BARE},
        **{phrase: share for share, listing in others.items() for phrase in listing.split(", ")},
    }
