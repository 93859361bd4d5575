"""Makes a story's weights.json from annotated texts: ``python bench/figures.py [--mean FILE] [--out FILE]`` (--help).

Reads the annotated texts of tests/gold except the held-, fresh-, hard-, late- and plain- ones, and the demo's
articles. Every number that the grammar does not reject, or rejects only in doubt, is one example: its traits
(monitor/extract/weigh/traits.py), the measure and kind that the gold gives it, or none. The measure is learned with
hidden units (nets.py), the rest by logistic regression with a ridge (scikit-learn, dependency group ``bench``);
traits that are rare or decide little are left out. Each number is learned twice, alone and with what the other
numbers of its text say (monitor/extract/weigh/others.py) as weights guess that were made without the text, so that
one table serves both passes of the reader. Who says a number is learned from the same texts (choices.py), but the
demo's, which tell no offsets, and the sentences of the grammar's own tests; so is which way children went
(usual_ways.py), of the figures that a reader with the weights made so far finds in them.
"""

from __future__ import annotations

import argparse
import json
import sys
import warnings
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from choices import Choice, fit
from nets import Net, mean

from monitor import extract, stories
from monitor.demo.content import load_outlets, load_versions
from monitor.extract.extractor import sifted
from monitor.extract.figure.usual_ways import NO_WAY, way_traits
from monitor.extract.speaker.attribution import NOBODY, Voices
from monitor.extract.weigh.others import NONE, Guess, among
from monitor.extract.weigh.traits import SCALES, traits
from monitor.stories.marks import marks
from monitor.stories.tables import read_tables, text_of

GOLD = Path(__file__).resolve().parent.parent / "tests" / "gold"
DEMO = GOLD.parent / "unit" / "demo" / "expected.json"
SETS = (
    "west-dev", "east-dev", "own-west", "own-east", "wide-west", "wide-east", "broad-west", "broad-east", "whole-west",
    "whole-east", "rules",
)  # fmt: skip
RULES = "rules"
"""The sentences of the grammar's own tests: their figures are the grammar's output, and so are their speakers."""
FOLDS = 5
STORY = "ukrainian_children"
ALONE = 0.3
"""How much of an example a number is when it is learned without what the other numbers say."""
FEW = 4
"""Of a text with more numbers each counts less for the measure, by the square root of how many times FEW they are:
whole articles would outweigh the many short texts."""
SELDOM = 15
"""A direction of fewer figures is not learned."""
RARE, LEAST = 3, 0.05
"""A trait of fewer examples, or whose greatest weight is below this, is left out; nets.py has its own RARE."""
RIDGE = {"kind": 0.1, "direction": 1.0}
"""scikit-learn's C: the less, the nearer weights are held to 0."""


@dataclass(frozen=True)
class Example:
    """One number: its traits, measure and kind (none when it is no figure)."""

    traits: set[str]
    measure: str
    kind: str | None
    where: tuple[int, tuple[float | None, float | None, float | None], str]
    """Its sentence, its value or bounds and what it counts, as of `others.Guess`."""


def main() -> None:
    """Train on the sets and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    story = stories.load(STORY)
    parser.add_argument("--without", nargs="*", default=[], help="sets to leave out, to measure on them")
    parser.add_argument("--also", nargs="*", default=[], type=Path, help="further annotated files")
    parser.add_argument("--mean", type=Path, help="weights whose table of measures is to be one net with the new one")
    parser.add_argument("--out", type=Path, default=story.folder / "weights.json")
    given = parser.parse_args()
    warnings.simplefilter("ignore", ConvergenceWarning)
    files = [*(GOLD / f"{name}.jsonl" for name in SETS if name not in given.without), *given.also]
    reader = extract.Extractor(story)
    texts = [found for item in (*annotated(files), *demo()) if (found := of_item(reader, item))]
    found = [e for text in texts for e in text]
    figures = [e for e in found if e.kind]
    read = [name for name in files if name.stem != RULES]
    said = [choice for name in read for choice in speakers(story, reader, annotated([name]))]
    tables = {
        "speaker": spoken(fit(said)),
        "measure": measures(texts),
        "kind": table("kind", [e.traits | {f"k {e.measure}"} for e in figures], [e.kind or "" for e in figures]),
    }
    if given.mean:
        tables["measure"] = mean(read_tables(given.mean.read_bytes())["measure"], tables["measure"])
    tables["direction"] = directions(story, tables, annotated(read))
    given.out.write_text(text_of(tables), encoding="utf-8")
    print(f"{len(found)} numbers, {len(figures)} of them figures; {given.out.stat().st_size:,} bytes")


def measures(texts: Sequence[Sequence[Example]]) -> dict[str, Any]:
    """The table of measures, from the numbers of each text."""
    alone = [e.traits for text in texts for e in text]
    worth = [min(1.0, (FEW / len(text)) ** 0.5) for text in texts for _ in text]
    labels = [e.measure for text in texts for e in text]
    told = [found for text in guessed(texts) for found in among(text)]
    both = [*alone, *(own | others for own, others in zip(alone, told, strict=True))]
    return deep(both, [*labels, *labels], [ALONE * x for x in worth] + [(1 - ALONE) * x for x in worth])


def deep(rows: list[set[str]], labels: list[str], shares: list[float]) -> dict[str, Any]:
    """A table with hidden units; each row counts for its share of an example."""
    net = Net(scaled(rows), labels, shares)
    kept = weighty(net.traits, np.hstack([net.direct, net.within]))
    hidden = {"bias": rounded(net.bias), "after": [rounded(unit) for unit in net.after]}
    return {"classes": net.classes, "bias": rounded(net.rest), "traits": kept, "hidden": hidden}


def guessed(texts: Sequence[Sequence[Example]]) -> Iterator[list[Guess]]:
    """The numbers of each text as weights guess them that were made from the other four fifths of the texts."""
    made = []
    for fold in range(FOLDS):
        rest = [e for k, text in enumerate(texts) if k % FOLDS != fold for e in text]
        made.append(Net(scaled([e.traits for e in rest]), [e.measure for e in rest], [1.0] * len(rest)))
    for k, text in enumerate(texts):
        chances = made[k % FOLDS].chances(scaled([e.traits for e in text]))
        yield [Guess(*e.where, [*row], [*row.values()]) for e, row in zip(text, chances, strict=True)]


def speakers(story: stories.Story, reader: extract.Extractor, items: Iterable[dict[str, Any]]) -> Iterator[Choice]:
    """Of every figure that the gold requires: who could have said it, and who did, or NOBODY.

    A figure whose speaker the story's lists do not find near it teaches nothing: somebody says it.
    """
    for item in items:
        doc, head = reader.prepared(item["text"], item["headline"], item["lang"])
        voices = Voices(head, doc, partial(story.holder, day=date.fromisoformat(item["published"])))
        starts = doc.tokens.starts
        for figure in item["figures"]:
            if figure["num_start"] is None or figure["optional"]:
                continue
            at = bisect_right(starts, figure["num_start"]) - 1
            value = figure["low"] if figure["value"] is None else figure["value"]
            named = voices.traits(at, figure["measure"], value)
            said = figure["source_id"] or NOBODY
            if said in named:
                yield named, said


def directions(story: stories.Story, tables: dict[str, Any], items: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """The table of directions, from the figures that a reader with `tables` finds as the gold has them."""
    reader = extract.Extractor(story, tables)
    rows = [row for item in items for row in directed(reader, item)]
    often = Counter(direction for _, direction in rows)
    kept = [(found, direction) for found, direction in rows if often[direction] >= SELDOM]
    return table("direction", [found for found, _ in kept], [direction for _, direction in kept])


def directed(reader: extract.Extractor, item: dict[str, Any]) -> Iterator[tuple[set[str], str]]:
    """Of every figure that the gold requires and the reader finds with its measure: traits and direction."""
    doc, head = reader.prepared(item["text"], item["headline"], item["lang"])
    starts = doc.tokens.starts
    day = date.fromisoformat(item["published"])
    read = reader.extract(item["text"], language=item["lang"], published=day, headline=item["headline"])
    gold = {
        (f["value"], f["low"], f["high"], f["measure"]): f["direction"] for f in item["figures"] if not f["optional"]
    }
    for figure in read.figures:
        key = figure.value, figure.low, figure.high, figure.measure
        if key in gold and figure.num_start is not None:
            yield way_traits(doc, head, bisect_right(starts, figure.num_start) - 1, figure), gold[key] or NO_WAY


def spoken(weights: dict[str, float]) -> dict[str, Any]:
    """The weights of speakers' traits as a table of one class."""
    kept = {trait: marks([weight]) for trait, weight in weights.items() if abs(weight) >= LEAST}
    return {"classes": ["says"], "bias": [0.0], "traits": kept}


def annotated(files: list[Path]) -> Iterator[dict[str, Any]]:
    """The texts of the files, a JSON object a line."""
    for file in files:
        yield from (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def demo() -> Iterator[dict[str, Any]]:
    """The articles of the bundled newsroom, with the figures that its test expects."""
    expected = json.loads(DEMO.read_text(encoding="utf-8"))["articles"]
    tongues = {outlet.key: outlet.language for outlet in load_outlets()}
    for version in load_versions():
        name = f"{version.outlet}/{version.slug}" + (".2" if version.number == 2 else "")
        figures = [{"low": None, "high": None, "value": None, **figure} for figure in expected.get(name, [])]
        yield {
            "text": "\n".join(version.paragraphs), "headline": version.title, "lang": tongues[version.outlet],
            "figures": figures,
        }  # fmt: skip


def of_item(reader: extract.Extractor, item: dict[str, Any]) -> list[Example]:
    """All numbers of an annotated text that may be figures."""
    doc, head = reader.prepared(item["text"], item["headline"], item["lang"])
    found = []
    for row in sifted(head, doc):
        if not row.open:
            continue
        c = row.candidate
        figure = _gold(item["figures"], (c.value, c.low, c.high), doc.tokens.starts[c.i])
        measure, kind = (figure["measure"], figure["kind"]) if figure else (NONE, None)
        where = doc.sentence[c.i], (c.value, c.low, c.high), row.what.what
        found.append(Example(traits(doc, head, c, row.what, row.reason), measure, kind, where))
    return found


def _gold(figures: list[dict[str, Any]], value: tuple[object, ...], start: int) -> dict[str, Any] | None:
    """The figure of this value, the one at this place first."""
    same = [f for f in figures if (f["value"], f["low"], f["high"]) == value]
    return next((f for f in same if f.get("num_start") == start), same[0] if same else None)


def scaled(rows: Iterable[set[str]]) -> list[dict[str, float]]:
    """Each row's traits with how much they weigh."""
    return [{t: SCALES.get(t[0], 1.0) for t in sorted(row)} for row in rows]


def table(name: str, rows: list[set[str]], labels: list[str]) -> dict[str, Any]:
    """Table `name`: classes, bias and the weights that matter."""
    vectors = DictVectorizer(dtype=np.float32)
    found = vectors.fit_transform(scaled(rows)).tocsr()
    common = np.flatnonzero((found > 0).sum(axis=0) >= RARE)
    model = LogisticRegression(C=RIDGE[name], max_iter=150).fit(found[:, common], labels)
    kept = weighty(vectors.get_feature_names_out()[common], model.coef_.T)
    return {"classes": [str(name) for name in model.classes_], "bias": rounded(model.intercept_), "traits": kept}


def weighty(traits: Iterable[str], rows: Iterable[Any]) -> dict[str, str]:
    """Traits with their weights, as the file has them, but those that decide little."""
    kept = {t: row * SCALES.get(t[0], 1.0) for t, row in zip(traits, rows, strict=True) if np.abs(row).max() >= LEAST}
    return {trait: marks(row) for trait, row in kept.items()}


def rounded(weights: Any) -> list[float]:
    """Weights as the file has them."""
    return [round(float(weight), 3) for weight in weights]


if __name__ == "__main__":
    main()
