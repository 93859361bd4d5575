"""Words that decide between two events of one size, and notices of correction, in the story's languages."""

from __future__ import annotations

import re

from monitor.model import Figure, Occasion

__all__ = ["has_additive_cue", "has_correction_notice"]

_ADDITIVE_WORDS = {
    "en": r"another|(?:more|additional|further)\b(?!\s+than)|(?:second|new|different)\s+group",
    "es": r"otr[oa]s|más\b(?!\s+de)|adicional(?:es)?|nuevo\s+grupo",
    "fr": r"autres?|de\s+plus|supplémentaires?|nouveau\s+groupe",
    "de": r"weitere[nrs]?|zusätzliche[nr]?",
    "it": r"altr[iae]|ulteriori",
    "pt": r"outr[oa]s|mais\b(?!\s+de)",
    "pl": r"kolejn\w+|następn\w+|jeszcze\b(?!\s+nie)",
    "uk": r"ще\b(?!\s+не)|іще|додатков\w+|чергов\w+|інш\w+\s+груп\w+",
    "ru": r"ещ[её]\b(?!\s+не)|дополнительн\w+|очередн\w+|друг\w+\s+групп\w+",
}
_ADDITIVE = {
    language: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for language, words in (*_ADDITIVE_WORDS.items(), ("", "|".join(_ADDITIVE_WORDS.values())))
}
_CORRECTION = re.compile(
    r"""\b(?:
      corrected | correction | corrects | corrigendum | erratum
    | correcci[oó]n | corregid[oa] | corrige | rectificaci[oó]n | rectifica | fe\s+de\s+erratas | fe\s+de\s+errores
    | corrig[ée]e? | correctif | rectificatif | rectifi[ée]e?
    | korrektur | korrigiert\w* | berichtigt\w* | berichtigung | richtigstellung
    | correzione | corretto | rettifica | errata | corrige
    | correção | corrigid[oa] | retificação
    | sprostowanie | poprawion[oay] | korekta
    | виправлено | виправлення | спростування
    | исправлено | исправление | исправлена
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def has_correction_notice(occasion: Occasion) -> bool:
    """True when headline or text says that the article was corrected (rule E0)."""
    return bool(_CORRECTION.search(occasion.headline) or _CORRECTION.search(occasion.text))


def has_additive_cue(figure: Figure, occasion: Occasion) -> bool:
    """True when the figure's own sentence says "another", "more", "otros", "ще" ...; else the headline may (E1, E4)."""
    sentence = _sentence(figure, occasion.text) or figure.quote
    cue = _ADDITIVE.get(occasion.language[:2].lower(), _ADDITIVE[""])
    return bool(cue.search(sentence) or cue.search(occasion.headline))


def _sentence(figure: Figure, text: str) -> str:
    """The sentence of `text` around a figure's quote; the whole text when the quote is not in it."""
    start = text.find(figure.quote, max(figure.start - 1, 0)) if figure.quote else -1
    if start < 0:
        return text
    begins = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    end = _SENTENCE_END.search(text, start + len(figure.quote) - 1)
    return text[begins[-1] if begins else 0 : end.start() if end else len(text)]
