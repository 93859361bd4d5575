"""Alert or silent: the product's own extraction and judgement against the gold's flags, over a dated scenario.

``python tests/gold/agreement.py [SCENARIO.jsonl] [--quiet]`` prints each article and figure where they differ, then the
table: agreement per article (does it alert at all) and per gold figure (does the figure of that number alert), required
flags of the gold found by kind, false alerts, and articles with two flags on one event. Without a SCENARIO it ends with
1 below the floors, which only rise.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from monitor import extract, judge, stories, wiring
from monitor.model import Figure

HERE = Path(__file__).parent
Row = Mapping[str, Any]
FLOORS = {"articles_agree": 30, "figures_agree": 55, "kinds": 48}
"""One less than was reached on scenario-dev.jsonl: weights made anew may move one."""


@dataclass
class Tally:
    """Counts over a scenario."""

    articles: int = 0
    articles_agree: int = 0
    figures: int = 0
    figures_agree: int = 0
    kinds: int = 0
    extra: int = 0
    doubled: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Print where extraction and judgement differ from the gold, and the table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("scenario", nargs="?", type=Path)
    options.add_argument("--quiet", action="store_true", help="print the table only")
    given = options.parse_args()
    tally, lines = compare(given.scenario or HERE / "scenario-dev.jsonl")
    if not given.quiet:
        print("\n".join(lines))
    print(table(tally))
    broken = [] if given.scenario else list(_broken(tally))
    for line in broken:
        print(f"broken floor: {line}")
    return int(bool(broken))


def _broken(tally: Tally) -> Iterator[str]:
    for name, least in FLOORS.items():
        if getattr(tally, name) < least:
            yield f"{name} {getattr(tally, name)} < {least}"
    if tally.doubled:
        yield "two flags on one event"


def compare(scenario: Path) -> tuple[Tally, list[str]]:
    """The counts over a scenario, and a line for every difference."""
    gold = [json.loads(line) for line in scenario.read_text(encoding="utf-8").splitlines() if line.strip()]
    story = stories.load("ukrainian_children")
    extractor = extract.Extractor(story)
    found = judge.replay_rows(gold, wiring.policy(story), lambda row: _figures(extractor, row))
    tally = Tally()
    lines: list[str] = []
    for wanted, got in zip(gold, found, strict=True):
        lines += _article(wanted, got["figures"], tally)
    return tally, lines


def _figures(extractor: extract.Extractor, row: Row) -> Sequence[Figure]:
    found = extractor.extract(
        row["text"], language=row["lang"], published=date.fromisoformat(row["published"]),
        headline=row["headline"], publisher=row["outlet"],
    )  # fmt: skip
    return found.figures


def _article(wanted: Row, got: Sequence[Row], tally: Tally) -> Iterator[str]:
    flags = {item["fid"]: item["flag"] for item in wanted["expected"]}
    asked = [figure for figure in wanted["figures"] if not figure["optional"]]
    alert, alerted = any(flags.get(f["fid"]) in judge.ALERTING for f in asked), any(map(_alerts, got))
    tally.articles += 1
    tally.articles_agree += alert == alerted
    yield f"{wanted['id']} {wanted['published']} {wanted['lang']}  {'=' if alert == alerted else 'X'}"
    used: list[int] = []
    for figure in asked:
        yield from _figure(figure, flags.get(figure["fid"]), got, used, tally)
    yield from _rest(wanted, got, used, tally)


def _figure(figure: Row, flag: str | None, got: Sequence[Row], used: list[int], tally: Tally) -> Iterator[str]:
    """One gold figure against the one of the same number (and, if there is one, measure) that was read."""
    same = [i for i, other in enumerate(got) if i not in used and _number(other) == _number(figure)]
    same.sort(key=lambda i: got[i]["measure"] != figure["measure"])
    tally.figures += 1
    silent = flag not in judge.ALERTING
    if not same:
        tally.figures_agree += silent
        tally.wrong["alert lost: not read"] += not silent
        yield f"    {_told(figure)}: {flag}; not read"
        return
    used.append(same[0])
    other = got[same[0]]
    agree = silent != _alerts(other)
    tally.figures_agree += agree
    tally.kinds += flag == other["flag"]
    if not agree:
        tally.wrong["false alert on a gold figure" if silent else "alert lost: judged silent"] += 1
    if flag != other["flag"]:
        yield f"    {_told(figure)}: {flag}; got {_told(other)}: {other['flag']} {other['rule']}{_mark(agree)}"


def _rest(wanted: Row, got: Sequence[Row], used: Sequence[int], tally: Tally) -> Iterator[str]:
    """Alerts on what the gold does not have or leaves optional, and events flagged twice in one article."""
    optional = {_number(figure) for figure in wanted["figures"] if figure["optional"]}
    for i, other in enumerate(got):
        if i not in used and _alerts(other):
            tally.extra += 1
            tally.wrong["alert on an optional figure" if _number(other) in optional else "alert on no figure"] += 1
            yield f"    {_told(other)}: {other['flag']} {other['rule']}; not in the gold X"
    events = Counter((_number(other), other["measure"]) for other in got if other["kind"] == "batch" and _alerts(other))
    for (number, measure), times in events.items():
        if times > 1:
            tally.doubled += 1
            yield f"    {number} {measure}: {times} flags on one event X"


def _alerts(figure: Row) -> bool:
    return figure["flag"] in judge.ALERTING


def _number(figure: Row) -> tuple[Any, Any]:
    value = figure.get("value")
    return (value, value) if value is not None else (figure.get("low"), figure.get("high"))


def _told(figure: Row) -> str:
    low, high = _number(figure)
    return f"{low if low == high else f'{low}-{high}'} {figure['measure']} {figure['kind']}"


def _mark(agree: bool) -> str:
    return "" if agree else " X"


def table(tally: Tally) -> str:
    """The counts as printed."""
    rows = [
        ("articles: alert or silent as the gold", tally.articles_agree, tally.articles),
        ("figures: alert or silent as the gold", tally.figures_agree, tally.figures),
        ("figures: the gold's very verdict", tally.kinds, tally.figures),
    ]
    lines = [f"{name:<42} {part:>4} / {whole:<4} {part / max(1, whole):.3f}" for name, part, whole in rows]
    lines += [f"{name:<42} {count:>4}" for name, count in sorted(tally.wrong.items())]
    return "\n".join([*lines, f"{'events with two flags in one article':<42} {tally.doubled:>4}"])


if __name__ == "__main__":
    sys.exit(main())
