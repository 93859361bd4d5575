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
    MENU_LOGIT,
    Clues,
    Row,
    context_features,
    local_features,
    logistic,
    manner,
)
from monitor.parse.walk import Raw, Walk

__all__ = ["chances"]

_PROSE = 10
_DOUBTFUL = 0.25
_ALONE = 0.4
"""Likely enough on a page where nothing is likelier."""


@cache
def _weights() -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Weights in the order of LOCAL and CONTEXT; a feature without a weight weighs nothing."""
    data = json.loads(files("monitor.parse").joinpath("weights.json").read_text("utf-8"))
    local, context = data["local"], data["context"]
    return tuple(local.get(n, 0.0) for n in LOCAL), tuple(context.get(n, 0.0) for n in CONTEXT)


def chances(found: Walk, clues: Clues) -> list[float]:
    """For each block the chance (0..1) that it belongs to the article."""
    local, context = _weights()
    menus = [raw.menu for raw in found.blocks]
    said = _dot(local_features(found, clues), local)
    logits = [MENU_LOGIT if menu else x for menu, x in zip(menus, said, strict=True)]
    again = _dot(context_features(found, logits), context)
    said = [0.0 if menu else logistic(x) for menu, x in zip(menus, again, strict=True)]
    return _evened(found, said if max(said, default=0.0) >= 0.5 else [0.5 if p >= _ALONE else p for p in said])


def _evened(found: Walk, said: list[float]) -> list[float]:
    """`said`, raised to 0.5 for prose that is not unlikely where most prose printed in the same manner is in."""
    if not any(_DOUBTFUL <= p < 0.5 and _is_prose(raw) for raw, p in zip(found.blocks, said, strict=True)):
        return said
    manners = [manner(found, raw) for raw in found.blocks]
    group: dict[object, list[float]] = {}
    for raw, key, p in zip(found.blocks, manners, said, strict=True):
        if raw.words >= _PROSE:
            group.setdefault(key, []).append(p)
    return [
        0.5 if _DOUBTFUL <= p < 0.5 and _is_prose(raw) and _mostly(group[key]) else p
        for raw, key, p in zip(found.blocks, manners, said, strict=True)
    ]


def _is_prose(raw: Raw) -> bool:
    return raw.words >= _PROSE and raw.links < len(raw.text) / 3


def _mostly(chances: list[float]) -> bool:
    return len(chances) > 2 and sum(p >= 0.5 for p in chances) >= 0.6 * len(chances)


def _dot(rows: Sequence[Row], weights: tuple[float, ...]) -> list[float]:
    shared: dict[tuple[int, ...], float] = {}
    for _, there in rows:
        if there not in shared:
            shared[there] = sum(weights[k] for k in there)
    return [shared[there] + sum(map(mul, values, weights)) for values, there in rows]
