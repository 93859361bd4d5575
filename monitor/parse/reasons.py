"""Why the models take a block or leave it, in words: what weighed most on the side that won (`--explain`)."""

from __future__ import annotations

from monitor.parse.choose import chances, left, weights
from monitor.parse.features import (
    CONTEXT,
    LOCAL,
    Clues,
    Row,
    context_features,
    local_features,
    readable,
)
from monitor.parse.walk import Walk

__all__ = ["reasons"]

_NAMED = 3
_UNSEEN: Row = ((), ())
"""What the second model sees of a block that the first left no chance."""
_SAID = {
    "words": "length", "w25": "length", "links": "links", "linked": "links", "stop": "ends like a sentence",
    "hidden": "hidden", "before": "above the headline", "near_title": "just under the headline",
    "tail": "far down the page", "prose_grand": "much prose around it", "winner": "where most prose is",
    "under_winner": "inside what holds most prose", "description": "in the page's description", "digits": "digits",
    "more": "worded like a pointer", "call": "worded like a call", "stamp": "a stamp",
    "byline": "a byline", "prev": "the block before", "around": "the blocks around",
    "group_big": "others printed alike", "outer": "others in the same part", "inside": "between likely ones",
    "after_last": "after the last likely one", "before_first": "before the first likely one",
    "gap": "far from likely ones", "mass_before": "text already above", "mass_after": "text still below",
    "heading_next": "the block under it", "linked_group": "links like others", "caption_self": "a caption",
    "digits_short": "a short line with digits", "asks": "speaks to the reader",
    "siblings": "its siblings beside it", "alone": "no sibling beside it",
}  # fmt: skip
_ELSEWHERE = ("bias", "self")
"""Weigh on every block alike, or stand for the local features."""


def reasons(found: Walk, clues: Clues) -> list[str]:
    """For each block up to three things that spoke most for what became of it; "a menu" for those no model sees."""
    local, context = weights()
    seen, told = readable(found, clues)
    rows = local_features(seen, told)
    logits = left(seen, told, local)
    again = dict(zip(logits, context_features(seen, logits), strict=True))
    shrunk = dict(zip(CONTEXT, context, strict=True))["self"] / 4
    parts = iter(
        {n: x * shrunk for n, x in _parts(row, LOCAL, local).items()} | _parts(again.get(i, _UNSEEN), CONTEXT, context)
        for i, row in enumerate(rows)
    )
    said = chances(found, clues)
    return ["a menu" if raw.menu else _best(next(parts), p) for raw, p in zip(found.blocks, said, strict=True)]


def _parts(row: Row, names: tuple[str, ...], by: tuple[float, ...]) -> dict[str, float]:
    """What each feature of a block adds to its logit."""
    values, there = row
    return {names[i]: value * by[i] for i, value in enumerate(values) if value} | {names[i]: by[i] for i in there}


def _best(parts: dict[str, float], chance: float) -> str:
    sign = 1 if chance >= 0.5 else -1
    ranked = sorted((name for name in parts if name not in _ELSEWHERE), key=lambda name: -sign * parts[name])
    telling = dict.fromkeys(_word(name) for name in ranked if sign * parts[name] > 0)
    return ", ".join(list(telling)[:_NAMED])


def _word(name: str) -> str:
    kind, _, rest = name.partition("_")
    return _SAID.get(name) or {"t": f"element {rest}", "n": f"called {rest}", "f": f"inside {rest}"}[kind]
