"""Which class a set of traits is of, by weights of the traits and a layer of hidden units (for bench/figures.py).

A logistic regression sees each trait alone; hidden units also learn which go together. Both are fitted at once (Cheng
and others 2016, "wide and deep"), by Adam on batches, with traits and units left out at random (Srivastava 2014).
Of some examples every trait that tells the size of the number is left out: tomorrow's numbers have other sizes. It is
done several times from other beginnings, and the mean of what they say is one such net with the units of all: they err
apart (Hansen and Salamon 1990); `mean` does the same with tables. The same seeds give the same weights but for the last
digits, which hang on the machine's linear algebra.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer

from monitor.stories import marks

__all__ = ["Net", "mean"]

UNITS, RARE = 24, 10
ROUNDS, BATCH, RATE = 6, 256, 2e-3
TRAITS_OUT, UNITS_OUT = 0.5, 0.3
"""Shares that are left out at random."""
SIZES_OUT = 0.3
"""The share of examples whose number has no size."""
START = 0.02
"""How far the first weights of hidden units lie from 0."""
SEEDS = 3, 4
"""Each begins a fit of its own, with UNITS hidden units."""


class Net:
    """Fitted to rows of traits with their scale; each row counts for its share of an example.

    Traits of fewer than RARE examples are left out. `direct` and `within` are the weights of each of `traits` for
    each class and for each hidden unit, `rest` those of the classes, `bias` those of the units, `after` the weights of
    each unit for each class.
    """

    def __init__(self, rows: Sequence[dict[str, float]], labels: Sequence[str], shares: Sequence[float]) -> None:
        self._vectors = DictVectorizer(dtype=np.float32)
        found = self._vectors.fit_transform(rows).tocsr()
        worth = np.asarray(shares, np.float32)
        self._common = np.flatnonzero((found > 0).T @ worth >= RARE)
        self.traits = self._vectors.get_feature_names_out()[self._common]
        sized = np.array([_tells_size(trait) for trait in self.traits])
        self.classes = sorted(set(labels))
        places = {label: k for k, label in enumerate(self.classes)}
        wanted = np.array([places[label] for label in labels])
        shares = worth / worth.mean()
        common = found[:, self._common]
        fits = [self._fit(common, wanted, shares, sized, np.random.default_rng(seed)) for seed in SEEDS]
        directs, rests, withins, biases, afters = zip(*fits, strict=True)
        self.direct, self.rest = sum(directs) / len(fits), sum(rests) / len(fits)
        self.within, self.bias, self.after = np.hstack(withins), np.hstack(biases), np.vstack(afters) / len(fits)

    def _fit(
        self, found: csr_matrix, wanted: np.ndarray, worth: np.ndarray, sized: np.ndarray, random: Any
    ) -> list[np.ndarray]:
        """The parts of one net: direct, rest, within, bias, after."""
        size = found.shape[1], len(self.classes)
        parts = [
            np.zeros(size, np.float32), np.zeros(size[1], np.float32),
            random.normal(0, START, (size[0], UNITS)).astype(np.float32), np.zeros(UNITS, np.float32),
            random.normal(0, UNITS**-0.5, (UNITS, size[1])).astype(np.float32),
        ]  # fmt: skip
        steps, step = ROUNDS * -(-len(wanted) // BATCH), 0
        moments: list[Any] = [(np.zeros_like(part), np.zeros_like(part)) for part in parts]
        for _ in range(ROUNDS):
            order = random.permutation(len(wanted))
            for start in range(0, len(wanted), BATCH):
                batch = order[start : start + BATCH]
                seen = _left(found[batch], sized, random)
                slopes = _slopes(parts, seen, wanted[batch], worth[batch], random)
                step += 1
                rate = RATE * (1 - step / steps) * (1 - 0.999**step) ** 0.5 / (1 - 0.9**step)
                for part, slope, (first, second) in zip(parts, slopes, moments, strict=True):
                    first += 0.1 * (slope - first)
                    second += 0.001 * (slope * slope - second)
                    part -= rate * first / (np.sqrt(second) + 1e-8)
        return parts

    def chances(self, rows: Sequence[dict[str, float]]) -> list[dict[str, float]]:
        """The probability of each class for each row."""
        found = self._vectors.transform(rows)[:, self._common]
        units = np.maximum(found @ self.within + self.bias, 0)
        shares = _shares(found @ self.direct + units @ self.after + self.rest)
        return [dict(zip(self.classes, row, strict=True)) for row in shares.tolist()]


def _tells_size(trait: str) -> bool:
    """Does the trait tell the size of the number: alone, in a pair, or as a trait beside numbers of a size?"""
    return " @" in trait or trait.startswith("v ")


def _left(found: csr_matrix, sized: np.ndarray, random: Any) -> csr_matrix:
    """The traits of a batch, some left out, and of some examples all that are `sized`."""
    kept = found.copy()
    kept.data *= (random.random(len(kept.data)) >= TRAITS_OUT).astype(np.float32) / (1 - TRAITS_OUT)
    without = np.repeat(random.random(found.shape[0]) < SIZES_OUT, np.diff(kept.indptr))
    kept.data *= ~(without & sized[kept.indices])
    return kept


def _slopes(
    parts: list[np.ndarray], kept: csr_matrix, wanted: np.ndarray, worth: np.ndarray, random: Any
) -> list[np.ndarray]:
    """The gradient of the log loss by each part, some units left out."""
    direct, rest, within, bias, after = parts
    inner = kept @ within + bias
    open_ = (inner > 0) * (random.random(inner.shape) >= UNITS_OUT).astype(np.float32) / (1 - UNITS_OUT)
    units = inner * open_
    error = _shares(kept @ direct + units @ after + rest)
    error[np.arange(len(wanted)), wanted] -= 1
    error = (error * (worth / len(wanted))[:, None]).astype(np.float32)
    back = ((error @ after.T) * open_).astype(np.float32)
    across = kept.T.tocsr()
    return [across @ error, error.sum(axis=0), across @ back, back.sum(axis=0), (units.T @ error)]


def _shares(worth: np.ndarray) -> np.ndarray:
    grown = np.exp(worth - worth.max(axis=1, keepdims=True))
    return grown / grown.sum(axis=1, keepdims=True)


def mean(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The table of one net that says the mean of what the nets of two tables say; it has the units of both.

    Raises ValueError when the tables have other classes.
    """
    if one["classes"] != other["classes"]:
        raise ValueError("the tables have other classes")
    classes, tables = len(one["classes"]), (one, other)
    units = [len(table["hidden"]["bias"]) for table in tables]

    def row(trait: str) -> list[float]:
        """What each class has in the mean, and behind it the marks of all units."""
        rows = [
            marks.worth(t["traits"].get(trait, "")) or [0] * (classes + n) for t, n in zip(tables, units, strict=True)
        ]
        direct = [(a + b) / 2 for a, b in zip(rows[0][:classes], rows[1][:classes], strict=True)]
        return [value / marks.UNIT for value in (*direct, *rows[0][classes:], *rows[1][classes:])]

    return {
        "classes": one["classes"],
        "bias": [round((a + b) / 2, 3) for a, b in zip(one["bias"], other["bias"], strict=True)],
        "traits": {trait: marks.marks(row(trait)) for trait in {**one["traits"], **other["traits"]}},
        "hidden": {
            "bias": one["hidden"]["bias"] + other["hidden"]["bias"],
            "after": [[round(w / 2, 3) for w in unit] for table in tables for unit in table["hidden"]["after"]],
        },
    }
