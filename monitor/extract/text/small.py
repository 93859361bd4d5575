"""Small words and marks between those that say something."""

from __future__ import annotations

__all__ = ["ARTICLES", "DASHES"]

DASHES = frozenset({"–", "-"})
ARTICLES = frozenset(
    {"-", "the", "el", "la", "los", "las", "le", "les", "l'", "der", "dem", "den", "des", "il", "lo", "i", "gli", "o"}
    | {"os", "as", "do", "da", "dos", "das", "del", "dell'", "della", "de", "d'", "du", "di"}
    | {"mois", "mes", "mês", "mese", "monats", "very", "самого", "dello", "nello"}
)
