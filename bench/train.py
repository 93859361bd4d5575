"""Makes monitor/parse/weights.json from the saved pages of ../shared/pages: ``python bench/train.py PAGES``.

Needs numpy (not a dependency of the product). Deterministic: logistic regression by Newton's method with a ridge, once
over the local features and once over the context features, whose inputs come from models trained without the page's
own site (five folds by hash of the host). `bench/pages.py PAGES --unseen` measures each page with weights made so.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path

import numpy as np
from selectolax.lexbor import LexborHTMLParser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from sites import fold

from monitor.parse import article
from monitor.parse.choose import left
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

OUT = Path(__file__).resolve().parent.parent / "monitor" / "parse" / "weights.json"
RIDGE_LOCAL, RIDGE_CONTEXT = 2.0, 4.0
_KNOWN, _FOREIGN = 1.6, 1.75
"""Weight of a block with digits that is of the article, and of one that is not: a foreign number is the worse error."""
_SNIPPETS = 2.5
"""Weight of a block of a page of which only a few sentences are told, so that such pages have a say at all."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def labels(blocks: list, row: dict) -> list[tuple[float, float]]:
    """(label, weight) of each block; weight 0 where the truth says nothing of it."""
    if row.get("text"):
        return _full(blocks, row["text"])
    if "with" in row:
        return [_snippets(raw.text, row) for raw in blocks]
    return [(0, 0)] * len(blocks)


def _full(blocks: list, text: str) -> list[tuple[float, float]]:
    true = words(text)
    grams = {tuple(true[i : i + 4]) for i in range(len(true) - 3)}
    line = " " + " ".join(true) + " "
    found, seen = [], set()
    for raw in blocks:
        mine = words(raw.text)
        if not mine:
            found.append((0, 0))
            continue
        own = [tuple(mine[i : i + 4]) for i in range(len(mine) - 3)]
        share = sum(g in grams for g in own) / len(own) if own else float(" " + " ".join(mine) + " " in line)
        digit = (_KNOWN if share >= 0.5 else _FOREIGN) if re.search(r"\d", raw.text) else 1.0
        again = raw.text in seen and len(mine) > 3
        seen.add(raw.text)
        if len(mine) < 3 and share:
            found.append((1.0 if raw.tag in ("h2", "h3", "p", "li") else 0.0, 0.3))
        else:
            found.append((float(share >= 0.5), 0.0 if again else digit * min(1 + len(mine) / 12, 5)))
    return found


def _snippets(text: str, row: dict) -> tuple[float, float]:
    plain = re.sub(r"\s+", " ", text)
    yes = any(re.sub(r"\s+", " ", w).strip() in plain for w in row["with"])
    no = any(re.sub(r"\s+", " ", w).strip() in plain for w in row["without"])
    return (1.0, 2.5) if yes and not no else (0.0, 2.5) if no and not yes else (0.0, 0.0)


def fit(x: np.ndarray, y: np.ndarray, w: np.ndarray, ridge: float) -> np.ndarray:
    """Ridge logistic regression; the bias (column 0) is not shrunk."""
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], ridge)
    penalty[0] = 1e-3
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gradient = x.T @ (w * (p - y)) + penalty * beta
        hessian = (x * (w * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta -= step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def dense(rows: list[Row], size: int) -> np.ndarray:
    out = np.zeros((len(rows), size))
    for i, (values, there) in enumerate(rows):
        out[i, : len(values)] = values
        out[i, list(there)] = 1.0
    return out


Page = tuple[dict, Walk, Clues, list[tuple[float, float]]]


def load(pages: Path) -> list[Page]:
    """(truth, blocks, clues, labels) of each page whose text is known."""
    found = []
    for line in (pages / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("text") or "with" in row:
            html = gzip.decompress((pages / row["file"]).read_bytes()).decode("utf-8", "replace")
            seen = article.look(LexborHTMLParser(html))
            walk, clues = readable(seen.walk, seen.clues)
            found.append((row, walk, clues, labels(walk.blocks, row)))
    return found


def made(data: list[Page]) -> dict[str, dict[str, float]]:
    """Weights from `data`, by name."""
    xs = [dense(local_features(walk, clues), len(LOCAL)) for _, walk, clues, _ in data]
    folds = [fold(row["url"]) for row, *_ in data]
    ys = [np.array([a for a, _ in lab]) for *_, lab in data]
    ws = [np.array([b for _, b in lab]) * (1.0 if row.get("text") else _SNIPPETS) for row, _, _, lab in data]

    def train(parts: list[np.ndarray], keep: list[int], ridge: float) -> np.ndarray:
        x, y, w = (np.concatenate([group[i] for i in keep]) for group in (parts, ys, ws))
        mask = w > 0
        return fit(x[mask], y[mask], w[mask], ridge)

    every = list(range(len(data)))
    contexts: list[np.ndarray] = [np.zeros((0, 0))] * len(data)
    kept: list[list[int]] = [[]] * len(data)
    for f in sorted(set(folds)):
        beta = train(xs, [i for i in every if folds[i] != f], RIDGE_LOCAL)
        for i in every:
            if folds[i] == f:
                logits = left(data[i][1], data[i][2], tuple(map(float, beta)))
                contexts[i] = dense(context_features(data[i][1], logits), len(CONTEXT))
                kept[i] = list(logits)
    local = train(xs, every, RIDGE_LOCAL)
    ys, ws = ([group[i][kept[i]] for i in every] for group in (ys, ws))
    context = train(contexts, every, RIDGE_CONTEXT)
    return {
        "local": {n: round(float(b), 3) for n, b in zip(LOCAL, local, strict=True) if abs(b) >= 0.02},
        "context": {n: round(float(b), 3) for n, b in zip(CONTEXT, context, strict=True) if abs(b) >= 0.02},
    }


def main() -> None:
    data = load(Path(sys.argv[1]))
    named = made(data)
    OUT.write_text(json.dumps(named, indent=1) + "\n", "utf-8")
    print(len(data), "pages", len(named["local"]), "+", len(named["context"]), "weights")


if __name__ == "__main__":
    main()
