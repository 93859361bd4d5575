"""Verdicts in plain words, for `monitor why` and for docs/rules.md."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.judge._numbers import shown
from monitor.model import Fact, Figure, VerdictKind

__all__ = ["NOTES", "RULES", "explain"]

RULES: dict[str, str] = {
    "T1": "Nothing was known of this series, so the number is new.",
    "T2": "The same number is known already; a repeat within 3 days corroborates it, a later one restates it.",
    "T3": "It is a rounded way of saying a number that is known exactly.",
    "T4": "Only rounded numbers were known, or the newest is one, and this one may mean the same.",
    "T5": "It is the exact number behind a rounded one.",
    "T6": "This side had said nothing in this series before; other sides' numbers are no conflict with it.",
    "T7": "A running total of returns only rises: above the latest it is an update, below and unknown a conflict.",
    "T8": "This side's number has changed: over a week after its last one it is an update, within a week a conflict.",
    "E0": "The article, or its outlet, gave another number before: this one takes its place.",
    "E1": 'The same speaker announces a group of the same size on a later day and says "another" or "more".',
    "E2": "A group of this size was reported for those days already: it is the same event, whoever says so.",
    "E3": "It is the sum of two groups reported together, or a part of a known group told with the whole.",
    "E4": "The same operation was reported with another number.",
    "E5": "No known event has this size, place in time and operation: it is a new one.",
    "optional": "The number is a side note (a part, a plan, a previous value) and is not judged.",
}
"""What each rule says, in a sentence that needs no knowledge of the scheme."""

NOTES: dict[str, str] = {
    "rounds": "It rounds a known number.",
    "refines": "It makes a rounded number exact.",
    "fall": "An official count fell: the value before it stands until a person or a second outlet decides.",
    "late_report": "It belongs to an earlier day than the current number: it fills the history and alerts nobody.",
    "background": "It was over more than a month before the article: it fills the history and alerts nobody.",
    "repeats_superseded": "The number was replaced since; it is still being printed.",
    "another_period": "It counts another span of time than the known numbers, so they are no conflict.",
    "estimate_beside_count": "It is an estimate beside a count of the same side, so they are no conflict.",
    "two_measures": "The article gives the same number under two measures: a person should look.",
    "growth": "The article gives the total that grew by it.",
    "small_group": "It is far below the latest number: it counts a group, and is no rival of the whole.",
    "small_count": "It is far below the latest number: it counts a part of its own, and is no rival of the whole.",
    "sum": "Its parts are known.",
    "edited": "The page printed another number before and does not any more: that one is withdrawn.",
    "taken_back": "The article names it as what it had wrongly said before.",
    "again": "The article's notice of correction gives the number of its group again.",
    "other_part": "The same side gave this very number of all, not of a part.",
    "other_kind": "It was told as a count of all where this is a group, or the other way round.",
    "part": "The article tells it as a part of a larger number.",
}
"""What each note of a verdict adds."""


def explain(
    kind: VerdictKind | None, rule: str, figure: Figure, against: Sequence[Fact] = (), note: str | None = None
) -> str:
    """Tell a verdict in plain words, a line each: the rule, what the note adds, this quote, the quotes judged against.

    `against` are the facts of the verdict, in its order. An unknown rule is named as it is.
    """
    lines = [f"{(kind or 'not judged').replace('_', ' ')}: {RULES.get(rule, rule)} ({rule})"]
    if note:
        lines.append(NOTES.get(note, note))
    lines.append(f"now: {_said(figure)}")
    lines += [f"{fact.published}: {_said(fact.figure)}" for fact in against]
    return "\n".join(lines)


def _said(figure: Figure) -> str:
    speaker = figure.source or figure.source_id or "nobody named"
    qualifier = "" if figure.qualifier in ("exact", "range") else figure.qualifier.replace("_", " ") + " "
    return f'{qualifier}{shown(figure)} {figure.measure}, {speaker}: "{figure.quote}"'
