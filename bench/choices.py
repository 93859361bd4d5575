"""Conditional logit: which of several choices is taken, by weights of their traits (for bench/figures.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

__all__ = ["Choice", "fit"]

Choice = tuple[Mapping[str, set[str]], str]
"""The traits of each choice by its name, and the name of the one that was taken."""
_RIDGE = 3.0
_LEAST = 3


def fit(examples: Sequence[Choice]) -> dict[str, float]:
    """The weight of each trait seen at least three times; deterministic."""
    often = Counter(trait for choices, _ in examples for found in choices.values() for trait in found)
    places = {trait: k for k, trait in enumerate(sorted(t for t, n in often.items() if n >= _LEAST))}
    rows = [[places[t] for t in sorted(found) if t in places] for choices, _ in examples for found in choices.values()]
    ends = np.cumsum([0, *map(len, rows)])
    matrix = csr_matrix((np.ones(ends[-1]), np.concatenate(rows).astype(int), ends), (len(rows), len(places)))
    sizes = [len(choices) for choices, _ in examples]
    group = np.repeat(np.arange(len(examples)), sizes)
    firsts = np.cumsum([0, *sizes[:-1]])
    taken = firsts + [list(choices).index(name) for choices, name in examples]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        worth = matrix @ weights
        top = np.maximum.reduceat(worth, firsts)
        shares = np.exp(worth - top[group])
        whole = np.add.reduceat(shares, firsts)
        shares /= whole[group]
        value = (top + np.log(whole) - worth[taken]).sum() + _RIDGE / 2 * weights @ weights
        shares[taken] -= 1
        return float(value), matrix.T @ shares + _RIDGE * weights

    best = minimize(loss, np.zeros(len(places)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {trait: float(best.x[k]) for trait, k in places.items()}
