"""What a number is bound to, and the names of the rules that bind."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.context.senses import sense
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = [
    "ANSWERED", "BODIES", "CAME_TO", "CATALOGUED", "CHILDLESS", "CLAIMED", "CORRECTED", "GO_ON", "HURT", "HURT_AMONG",
    "INFORMED", "KNOWN", "OF_RETURNED", "OF_TAKEN", "OTHERWISE", "PAPERS", "RESTATED", "SWAPPED", "TOO_MANY", "Bound",
    "Near", "meant",
]  # fmt: skip

ANSWERED = "answer"
HURT_AMONG = "hurt among people"
BODIES = "bodies"
CATALOGUED = "in a catalogue"
CORRECTED = "corrected"
RESTATED = "restated"
SWAPPED = "in an exchange"
PAPERS = "passports"
INFORMED = "told about"
OTHERWISE = "another count"
CAME_TO = "came to a count"
CLAIMED = "what Moscow claims"
HURT = "killed or injured"
OF_RETURNED = "whole of a part told"
OF_TAKEN = "part of those taken"
TOO_MANY = "too many to be home"
"""The rule by which so many who are said to be home are those who were taken."""
GO_ON = frozenset({"returned", "deported", "identified", "located", "missing", "killed", "injured"})
"""Measures that bare numbers of a next sentence go on with."""
CHILDLESS = frozenset({"sanctions"})
"""Measures that count no children."""
KNOWN = 15_000
"""So many children were never said to be home; more than so many are those who were taken."""


@dataclass(slots=True)
class Bound:
    """Measure, unit, the rule that bound them, and the cue they rest on."""

    measure: str
    unit: str
    rule: str
    cue: Cue | None = None
    confidence: float = 0.6


Near = tuple[int, Cue]
"""A word of a measure and how far it is, in tokens and what makes it farther."""


def meant(doc: Document, cue: Cue) -> str:
    """The measure that a word means where it stands, empty where it means none."""
    return sense(doc, cue) or ""
