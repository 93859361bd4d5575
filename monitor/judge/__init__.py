"""Figures against all that was said before: verdicts, flags and the ledger's next state, as pure functions.

`needs` names the part of the ledger that an article can touch, `judge` judges it, `apply` gives the ledger after it;
`replay` does so for many articles in memory. `explain` and `check` put the outcome into words and values for people.
The rules are those of gold/SCHEME.md, section 3, and docs/rules.md; every verdict names its rule.
"""

from __future__ import annotations

from monitor.judge._check import Answer, check
from monitor.judge._explain import NOTES, RULES, explain
from monitor.judge._finding import ALERTING
from monitor.judge._judge import apply, judge
from monitor.judge._keys import event_days, flag_key, is_event, needs, series_key
from monitor.judge._numbers import interval, shown
from monitor.judge._policy import Needs, Policy, families_of
from monitor.judge._replay import Replayed, article_occasion, figure_from_row, figure_row, replay, replay_rows

__all__ = [
    "ALERTING",
    "NOTES",
    "RULES",
    "Answer",
    "Needs",
    "Policy",
    "Replayed",
    "apply",
    "article_occasion",
    "check",
    "event_days",
    "explain",
    "families_of",
    "figure_from_row",
    "figure_row",
    "flag_key",
    "interval",
    "is_event",
    "judge",
    "needs",
    "replay",
    "replay_rows",
    "series_key",
    "shown",
]
