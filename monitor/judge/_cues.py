"""Words that decide between two events of one size, in the story's languages, and where a figure's words stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from monitor.judge._numbers import number
from monitor.judge._spelt import Spelt, spelt
from monitor.model import Figure, Occasion

__all__ = [
    "by_language",
    "cue_of",
    "has_additive_cue",
    "is_told_as_part",
    "place",
    "recalls",
    "sentence_of",
    "sentences",
]

Cues = Mapping[str, re.Pattern[str]]


def by_language(words: Mapping[str, str]) -> Cues:
    """Alternatives per language as patterns of whole words; "" has those of all languages."""
    return {
        language: re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)
        for language, listed in (*words.items(), ("", "|".join(words.values())))
    }


def cue_of(cues: Cues, language: str) -> re.Pattern[str]:
    """The pattern of a language ("en", "en-GB"); that of all languages where it is unknown."""
    return cues.get(language[:2].lower(), cues[""])


_ADDITIVE = by_language(
    {
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
)
_OF_THEM = by_language(
    {
        "en": r"of\s+(?:them|those|these|whom|which)|among\s+(?:them|those|these|whom|which)|includ(?:ing|es?)",
        "es": r"de\s+(?:ell[oa]s|est[oa]s|es[oa]s|l[oa]s\s+cuales)|entre\s+ell[oa]s|inclu(?:id[oa]s|yendo|yen?)",
        "fr": r"dont|d['’]entre\s+(?:eux|elles)|parmi\s+(?:eux|elles|lesquels)|y\s+compris|compren(?:d|nent)",
        "de": r"davon|von\s+(?:ihnen|diesen|denen)|darunter|einschließlich|inklusive|umfass(?:t|en)",
        "it": r"di\s+(?:cui|loro|questi|essi)|dei\s+quali|tra\s+(?:loro|cui)|compres[ie]|inclus[ie]",
        "pt": r"del[ea]s|dest[ea]s|dess[ea]s|d[oa]s\s+quais|entre\s+el[ea]s|inclu(?:indo|ídos|ídas)",
        "pl": r"z\s+(?:nich|tych|których)|spośród\s+nich|w\s+tym|włącznie\s+z",
        "uk": r"[зі]з?\s+(?:них|цих|яких)|серед\s+(?:них|яких)|з-поміж\s+них|зокрема|[ув]\s+тому\s+числі|включно",
        "ru": r"из\s+(?:них|этих|которых)|среди\s+(?:них|которых)|в\s+том\s+числе|включая",
    }
)
_AGO = by_language(
    {
        "en": r"(?:\w+\s+)?(?:days|weeks?|months?|years?)\s+ago|earlier(?!\s+(?:today|this))|previously",
        "es": r"hace\s+\w+\s+(?:d[ií]as|semanas?|mes(?:es)?|años?)|anteriormente|previamente",
        "fr": r"il\s+y\s+a\s+\w+\s+(?:jours|semaines?|mois|ans?)|auparavant|précédemment|plus\s+tôt",
        "de": r"vor\s+\w+\s+(?:tagen|wochen?|monat(?:en)?|jahr(?:en)?)|zuvor|früher",
        "it": r"(?:\w+\s+)?(?:giorni|settiman[ae]|mes[ei]|ann[oi])\s+fa|in\s+precedenza|precedentemente",
        "pt": r"há\s+\w+\s+(?:dias|semanas?|m[eê]s(?:es)?|anos?)|anteriormente",
        "pl": r"(?:\w+\s+)?(?:dni|tydzień|tygodni\w*|miesiąc\w*|miesięcy|rok|lat\w*)\s+temu|wcześniej|poprzednio",
        "uk": r"(?:\w+\s+)?(?:дні|днів|тиждень|тижні|тижнів|місяць|місяці|місяців|рік|роки|років)\s+тому|раніше",
        "ru": r"(?:\w+\s+)?(?:дня|дней|неделю|недели|недель|месяц|месяца|месяцев|год|года|лет)\s+назад|ранее|раньше",
    }
)
"""At the head of a sentence these tell what follows as past; further behind they may tell of the taking of those who
return."""
_KNOWN = by_language(
    {
        "en": r"the\s+(?:\w+\s+){1,3}(?:children|minors|kids|teenagers|teens|youngsters),?\s+(?:who|whom)\b",
        "es": r"l[oa]s\s+(?:\w+\s+)(?:niñ[oa]s|menores|adolescentes)(?:\s+ucrani\w+)?,?\s+(?:que|quienes)\b",
        "fr": r"les\s+(?:\w+\s+)(?:enfants|mineurs|adolescents)(?:\s+ukrainiens)?,?\s+(?:qui|que)\b",
        "de": r"die\s+(?:\w+\s+){1,2}(?:kinder|minderjährigen|jugendlichen),\s+die\b",
        "it": r"(?:gli|i)\s+(?:\w+\s+)(?:bambini|minori|ragazzi)(?:\s+ucraini)?,?\s+(?:che|i\s+quali)\b",
        "pt": r"[ao]s\s+(?:\w+\s+)(?:crianças|menores|jovens)(?:\s+ucranian\w+)?,?\s+que\b",
        "pl": r"(?:ta|te|ci)\s+(?:\w+\s+)(?:dzieci|nastolatk\w+),?\s+któr\w+",
        "uk": r"(?:ті|ці)\s+(?:\w+\s+)(?:дітей|дітей-\w+|підлітків),?\s+як\w+",
        "ru": r"(?:те|эти)\s+(?:\w+\s+)(?:детей|подростков),?\s+котор\w+",
    }
)
"""A group that is told of as known."""
_BESIDE = 15
"""So many characters before a number or behind it the words stand that make it a part."""
_LEAD = re.compile(r"\W*(?:\w+\s+){0,2}")
"""Two words at most may stand before what opens a sentence: "the list includes", but not "six children, including"."""
_SENTENCE = 200
"""So many characters may part a number from the beginning of its sentence."""
_GROUP = re.compile(
    r"\W*(?:\w+\s+)?(?:group|grup|груп|missi|misi[óo]|misj|місі|мисси|batch|convo|handover|передач)", re.IGNORECASE
)
"""Behind a number: it counts groups, and not who is in them."""
_SENTENCE_END = re.compile(r"[.!?…]\s|\n")


def has_additive_cue(figure: Figure, occasion: Occasion, *, headline: bool = True) -> bool:
    """True when its own sentence, or the headline, says "another", "more", "otros", "ще" ... of a figure (E1, E4).

    "One more child is home" says so of one child, and not of the 16 who are home now. Without the `headline` its own
    sentence alone tells: "Yale asks for more money" adds nothing to a number that a notice corrects.
    """
    told = sentence_of(figure, occasion.text) or figure.quote, occasion.headline if headline else ""
    return any(_adds(words, figure, occasion.language) for words in told)


def _adds(words: str, figure: Figure, language: str) -> bool:
    """True when an additive cue stands nearer to the figure's number than to any other, or beside none at all."""
    cues = list(cue_of(_ADDITIVE, language).finditer(words))
    if not cues or (figure.num is None and figure.derived):
        return bool(cues)
    told = [one for one in spelt(words, language, ones=True) if not _GROUP.match(words, one.end)]
    return not told or any(_belongs(cue, figure, told) for cue in cues)


def _belongs(cue: re.Match[str], figure: Figure, told: Sequence[Spelt]) -> bool:
    """True when the figure's number is among those nearest to a cue: "a further 16 children"."""
    apart = [max(one.start - cue.end(), cue.start() - one.end) for one in told]
    return any(one.value in number(figure) for one, gap in zip(told, apart, strict=True) if gap == min(apart))


def recalls(figure: Figure, occasion: Occasion) -> bool:
    """True when the figure's sentence begins with "two months ago", "earlier", "раніше" ..., or with a group that is
    told of as known: "The eight children who were reunited ..."."""
    sentence = sentence_of(figure, occasion.text).lstrip()
    return any(cue_of(cues, occasion.language).match(sentence) for cues in (_AGO, _KNOWN))


def is_told_as_part(figure: Figure, whole: Figure, occasion: Occasion) -> bool:
    """True when "of those", "davon", "из них" ... stands right beside the number, or leads to it from the whole, or
    opens the number's sentence: "among them are a director and two officials".

    "8 enfants, dont deux sœurs": behind the noun it makes the next number a part, not this one.
    """
    start, end = place(figure, occasion.text)
    if start == end:
        return False
    cue = cue_of(_OF_THEM, occasion.language)
    before = _SENTENCE_END.split(occasion.text[max(start - _BESIDE, 0) : start])[-1]
    opening = _SENTENCE_END.split(f". {occasion.text}"[max(start - _SENTENCE, 0) : start + 2])
    first = cue.search(opening[-1]) if len(opening) > 1 else None
    opens = first is not None and _LEAD.fullmatch(opening[-1], 0, first.start())
    between = occasion.text[place(whole, occasion.text)[1] : start] if _precedes(whole, start, occasion.text) else ""
    behind = occasion.text[end : end + _BESIDE].lstrip()
    return bool(cue.search(before) or cue.search(between) or cue.match(behind) or opens)


def _precedes(figure: Figure, place_behind: int, text: str) -> bool:
    """True when a figure's number stands before a place, in the same sentence."""
    end = place(figure, text)[1]
    return 0 <= end <= place_behind and not _SENTENCE_END.search(text, end, place_behind)


def place(figure: Figure, text: str) -> tuple[int, int]:
    """Where the number of a figure stands in a text, else its quote; (-1, -1) when neither is in it."""
    if figure.num and figure.num_start is not None and text.startswith(figure.num, figure.num_start):
        return figure.num_start, figure.num_start + len(figure.num)
    start = text.find(figure.quote, max(figure.start - 1, 0)) if figure.quote else -1
    return (start, start + len(figure.quote)) if start >= 0 else (-1, -1)


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a stretch of text."""
    for stop in _SENTENCE_END.finditer(text, start, end):
        yield start, stop.end()
        start = stop.end()
    if start < end:
        yield start, end


def sentence_of(figure: Figure, text: str) -> str:
    """The sentence of `text` around a figure's quote; the whole text when the quote is not in it."""
    start = text.find(figure.quote, max(figure.start - 1, 0)) if figure.quote else -1
    if start < 0:
        return text
    begins = [match.end() for match in _SENTENCE_END.finditer(text, 0, start)]
    end = _SENTENCE_END.search(text, start + len(figure.quote) - 1)
    return text[begins[-1] if begins else 0 : end.start() if end else len(text)]
