"""Blocks that by their wording alone are no part of an article: they carry foreign numbers (issue 6)."""

from __future__ import annotations

import re

__all__ = ["no_article"]

_POINTER = re.compile(
    r"\W*(?:читайте (?:також|также|ещё|еще|по теме|на)|читать также|читати також|дивіться також|смотрите также|"
    r"(?:також|также) (?:читайте|по темі|по теме)|(?:по темі|по теме|за темою|материалы по теме|матеріали за темою)\W|"
    r"(?:read|see) (?:also|more|next)\b|also read|lea también|lee también|leé también|(?:te|le|les) puede interesar|"
    r"ver también|das (?:thema )?könnte (?:sie|dich|euch) (?:auch )?interessieren|\[?related\s?:|"
    r"leggi anche|lire aussi|à lire aussi|lesen sie auch|auch interessant|mehr zum thema|leia (?:também|mais)|"
    r"czytaj (?:też|także|również)|zobacz (?:też|także|również)|lees ook|ayrıca okuyun|чытайце таксама)",
    re.I,
)
_STARTS = frozenset((
    "чи", "ди", "см", "та", "по", "за", "ма", "re", "se", "al", "le", "te", "ve", "da", "au", "me", "cz", "zo",
    "li", "ay", "чы",
))  # fmt: skip
"""The first two letters of whatever `_POINTER` finds at the start of a text that starts with two letters:
few paragraphs do, and of the others it need not be asked."""
_RIGHTS = re.compile(r"\W*(?:©|\(c\)|copyright\b|all rights reserved|dpa-infocom|alle rechte vorbehalten)", re.I)
_PICTURE = re.compile(
    r"\W*(?:(?:titel|beitrags)bild|abbildung|bild(?:quelle|nachweis)?|(?:photo )?credits?|crédits? photos?|fotos?|"
    r"photos?|image|imagen|фото|світлина)\s*[:©/]|"
    r".{0,240}\((?:image|photo|picture|foto|bild|фото|imagen|pic)s?\s*:[^()]{1,60}\)\W*$",
    re.I,
)
"""Begins or ends by naming whose picture it is."""
_MINUTES = re.compile(
    r"\W*(?:(?:reading|read) time|\d+.?min(?:ute)?s?\.? read|(?:geschätzte )?lesezeit|lesedauer|tempo (?:de leitura|"
    r"di lettura)|tiempo de lectura|temps de lecture|czas czytania|час (?:на )?читання|время (?:на )?чтени[ея])\b",
    re.I,
)
"""How long the article takes to read."""
_LEFT = re.compile(
    r".{0,40}\d\s?% (?:de cet article|of this article|dieses artikels|de este artículo|статті|статьи)\b",
    re.I,
)
"""How much of the article is left to read."""
_STAFF = re.compile(r"\b(?:contributed to this (?:report|story|article)|contributed reporting)\b.{0,40}$")
_ONWARD = re.compile(
    r"\W*(?:continue reading|(?:story|article) continues)(?: below)?(?: \w+)?\W*$|\W*(?:advertisement|реклама)\W*$",
    re.I,
)
_CLOCKS = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[:.]\d{2}|\b(?:19|20)\d\d\b|\b[A-Z]{3,4}\b|"
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\b[ap]\.?m\b|\b\d{1,2}(?:st|nd|rd|th)?\b|"
    r"\b(?:updated|published|posted|last|at|on|by|stand|uhr|січня|лютого|березня|квітня|травня|червня|липня|серпня|"
    r"вересня|жовтня|листопада|грудня|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|"
    r"декабря|оновлено|обновлено|опубліковано|опубликовано)\b|[\W_])",
    re.I,
)
_REST = 3
_MOMENT = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}\W.{0,12}?\b\d{1,2}[:.]\d\d(?!\d)")
"""A day and an hour, in a line too short to say more than whose they are, if it is no sentence."""
_ENDS, _QUOTES = (".", "!", "?", "…"), " \"'”»)"
_YEAR = re.compile(r"\d(?:(?<=\b1)9\d\d\b|(?<=\b2)0\d\d\b|:\d\d)")
_LETTER = re.compile(
    r"newsletter.{0,160}(?:abonn|anmeld|informiert|sign up|subscri|suscr|inscri|inbox)|"
    r"(?:sign up|subscribe|abonnieren|suscríb|inscr|підпи[сш]\w+|подпи[сш]\w+)\b.{0,80}"
    r"(?:newsletter|telegram|телеграм|канал)",
    re.I | re.S,
)  # fmt: skip

_CALLS = ("newsletter", "sign up", "scr", "abonn", "підпи", "подпи")
"""One of these is in whatever `_LETTER` finds."""


def no_article(text: str, words: int) -> str | None:
    """Why a block of so many `words` is no article's: None if its wording does not tell."""
    if words > 60:
        return None
    start = text[:2]
    if words < 40 and (start.casefold() in _STARTS or not start.isalpha()) and _POINTER.match(text):
        return "points to another article"
    if words < 25 and _RIGHTS.match(text):
        return "states rights"
    if words < 9 and _MOMENT.search(text) and not text.rstrip(_QUOTES).endswith(_ENDS):
        return "a name and a date"
    if words < 16 and _YEAR.search(text) and _is_date(text):
        return "only a date"
    if words < 40 and ("(" in text or ":" in text or "©" in text or "/" in text) and _PICTURE.match(text):
        return "names whose picture it is"
    if words < 16 and (_MINUTES.match(text) or _ONWARD.match(text) or ("%" in text and _LEFT.match(text))):
        return "speaks of reading on"
    low = text.lower()
    if "contribut" in low and _STAFF.search(low):
        return "names who helped"
    return "asks to subscribe" if any(map(low.__contains__, _CALLS)) and _LETTER.search(text) else None


def _is_date(text: str) -> bool:
    """Whether days, clocks and their labels leave next to nothing of `text`."""
    rest, done = 0, 0
    for known in _CLOCKS.finditer(text):
        rest, done = rest + known.start() - done, known.end()
        if rest >= _REST:
            return False
    return rest + len(text) - done < _REST
