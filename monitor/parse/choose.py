"""Which blocks of a page are the article: two linear models whose weights `bench/train.py` made (issue 6)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from monitor.parse.features import CONTEXT, LOCAL, MENU_LOGIT, Clues, Row, context_features, local_features, logistic
from monitor.parse.walk import Walk

__all__ = ["chances"]


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
    return [0.0 if menu else logistic(x) for menu, x in zip(menus, again, strict=True)]


def _dot(rows: Sequence[Row], weights: tuple[float, ...]) -> list[float]:
    shared: dict[tuple[int, ...], float] = {}
    for _, there in rows:
        if there not in shared:
            shared[there] = sum(weights[k] for k in there)
    return [shared[there] + sum([weights[k] * v for k, v in row.items()]) for row, there in rows]
