"""Which blocks of a page are the article: two linear models whose weights `bench/train.py` made (issue 6)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import mul

from monitor.parse.features import (
    CONTEXT,
    LOCAL,
    PLACED,
    SILENT,
    Clues,
    Row,
    context_features,
    logistic,
    manners,
    placed_features,
    readable,
    told_features,
)
from monitor.parse.walk import Raw, Walk

__all__ = ["chances", "left", "ordered", "weights"]

_OUT = -3.5
"""A block whose shape and place give it a lesser logit is none of the article, whatever else speaks for it."""
_PROSE, _LINKED = 10, 0.8
_HEADINGS = frozenset(("h2", "h3", "h4"))
_DOUBTFUL = 0.25
_ALONE = 0.4
"""Likely enough on a page where nothing is likelier."""


Weights = tuple[tuple[float, ...], tuple[float, ...]]
"""Weights in the order of LOCAL and of CONTEXT."""


@cache
def weights() -> Weights:
    """The weights that come with the program."""
    return ordered(json.loads(files("monitor.parse").joinpath("weights.json").read_text("utf-8")))


def ordered(named: dict[str, dict[str, float]]) -> Weights:
    """Weights from their names; a feature without a weight weighs nothing."""
    local, context = named["local"], named["context"]
    return tuple(local.get(n, 0.0) for n in LOCAL), tuple(context.get(n, 0.0) for n in CONTEXT)


def chances(found: Walk, clues: Clues) -> list[float]:
    """For each block the chance (0..1) that it belongs to the article."""
    local, context = weights()
    seen, told = readable(found, clues)
    logits = left(seen, told, local)
    said = [0.0] * len(seen.blocks)
    for i, (values, _) in zip(logits, context_features(seen, logits), strict=True):
        said[i] = logistic(sum(map(mul, values, context)))
    even = iter(_evened(seen, _settled(seen, said)))
    return [0.0 if raw.menu else next(even) for raw in found.blocks]


def left(found: Walk, clues: Clues, weights: tuple[float, ...]) -> dict[int, float]:
    """What the local model makes of the blocks to which shape and place leave a chance: logits by index. What a
    text tells is asked of these alone, and the second model sees no others."""
    near = [(i, x) for i, x in enumerate(_dot(placed_features(found, clues), weights)) if x > _OUT]
    told, by = told_features(found, clues, [i for i, _ in near]), weights[PLACED:]
    return {
        i: x if values is SILENT[0] else x + sum(map(mul, values, by))
        for (i, x), values in zip(near, told, strict=True)
    }


def _dot(rows: Sequence[Row], weights: tuple[float, ...]) -> list[float]:
    shared: dict[tuple[int, ...], float] = {}
    for _, there in rows:
        if there not in shared:
            shared[there] = sum(weights[k] for k in there)
    return [shared[there] + sum(map(mul, values, weights)) for values, there in rows]


def _settled(found: Walk, said: list[float]) -> list[float]:
    """`said`; where nothing but links is likely, without them, and with prose that is not unlikely raised to 0.5."""
    pairs = list(zip(found.blocks, said, strict=True))
    if any(p >= 0.5 and not _is_linked(raw) for raw, p in pairs):
        return said
    return [0.5 if p >= _ALONE and _is_prose(raw) else 0.0 if _is_linked(raw) else p for raw, p in pairs]


def _evened(found: Walk, said: list[float]) -> list[float]:
    """`said`, raised to 0.5 for prose and headings that are not unlikely where most of those printed in the same manner
    are in."""
    doubtful = [i for i, p in enumerate(said) if _DOUBTFUL <= p < 0.5 and _is_even(found.blocks[i])]
    if not doubtful:
        return said
    keys, group = manners(found), dict[object, list[float]]()
    for raw, key, p in zip(found.blocks, keys, said, strict=True):
        if raw.words >= _PROSE or raw.tag in _HEADINGS:
            group.setdefault(key, []).append(p)
    mostly = {key for key in {keys[i] for i in doubtful} if _mostly(group[key])}
    raised = {i for i in doubtful if keys[i] in mostly}
    return [0.5 if i in raised else p for i, p in enumerate(said)]


def _is_linked(raw: Raw) -> bool:
    return raw.links > _LINKED * len(raw.text)


def _is_prose(raw: Raw) -> bool:
    return raw.words >= _PROSE and raw.links < len(raw.text) / 3


def _is_even(raw: Raw) -> bool:
    return _is_prose(raw) or (raw.tag in _HEADINGS and raw.links < len(raw.text) / 2)


def _mostly(chances: list[float]) -> bool:
    return len(chances) > 2 and sum(p >= 0.5 for p in chances) >= 0.6 * len(chances)
