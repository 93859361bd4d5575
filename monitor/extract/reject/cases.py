"""A candidate before the rules that reject it."""

from __future__ import annotations

from dataclasses import dataclass

from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document

__all__ = ["ATTACKED", "FEW", "ITS_OWN", "Case", "hedged", "says_it_itself"]

ITS_OWN = frozenset({"measure.returned", "measure.deported", "measure.identified", "measure.located"})
"""What only this story tells."""
ATTACKED = ("measure.killed", "measure.injured")
FEW = 20
"""So few are one family, those hurt by one shell, or an ordinal that counts nothing ("her fifth child")."""


@dataclass(slots=True)
class Case:
    """A candidate before the rules: its document, itself, and what it counts."""

    doc: Document
    c: Candidate
    n: Counted


def hedged(doc: Document, i: int) -> bool:
    """Stands the last word of a hedge ("almost", "no fewer than") right before token `i`?"""
    return doc.word(i - 1) in doc.language.hedge_ends


def says_it_itself(case: Case) -> bool:
    """ "2,126 returns": the number counts what only this story tells, whatever else the sentence tells."""
    behind = case.doc.tags[case.c.j] if case.c.j < len(case.doc.tags) else frozenset()
    return bool(ITS_OWN & behind)
