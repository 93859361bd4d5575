"""A candidate before the rules that reject it."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.candidates import Candidate
from monitor.extract.document import Document
from monitor.extract.nouns import Counted

__all__ = ["ITS_OWN", "Case", "hedged"]

ITS_OWN = frozenset({"measure.returned", "measure.deported", "measure.identified", "measure.located"})
"""What only this story tells."""


@dataclass(slots=True)
class Case:
    """A candidate before the rules: its document, itself, and what it counts."""

    doc: Document
    c: Candidate
    n: Counted


def hedged(doc: Document, i: int) -> bool:
    """Stands the last word of a hedge ("almost", "no fewer than") right before token `i`?"""
    return doc.word(i - 1) in doc.language.hedge_ends
