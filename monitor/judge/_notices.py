"""Notices of correction: where an article says that it, or its outlet, was wrong, and what they name and take back.

A notice is a label ("Correction:", "Виправлено:") or a phrase about the article itself ("an earlier version of this
article"), in the headline, in the first or last lines or at the head of a line. That an official denies a rumour, or
that somebody else corrected a number, is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from monitor.judge._cues import by_language, cue_of, place, sentences
from monitor.judge._numbers import number
from monitor.judge._spelt import spelt
from monitor.model import Figure, Occasion

__all__ = ["Notice", "notice_of"]

_EDGE = 2
"""So many lines from either end a notice may stand anywhere; of other lines it is the first sentence."""
_LENGTH = 3
"""A notice goes on for so many sentences of its line."""
_BEYOND = 120
"""So many characters behind its first sentence the words of a notice may go on."""
_CLOSE = 25
"""So many characters behind a number the words stand that say of it "as first reported"."""
_WORD = re.compile(r"\w")
_STOP = re.compile(r"[.)\]]")

_LABELS = r"""
    corrections? | corrected | corrigendum | errat(?:um|a(?:\s+corrige)?) | clarification
  | correcci[oó]n(?:es)? | corregid[oa] | rectificaci[oó]n | fe\s+de\s+(?:erratas|errores)
  | correctif | rectificatif | rectification | corrig[ée]
  | korrektur | korrigiert | berichtigung | berichtigt | richtigstellung
  | correzione | corretto | rettifica
  | corre[cç]?ção | corrigid[oa] | re(?:c)?tificação
  | sprostowanie | korekta | poprawion[oey]
  | виправлено | виправлення | поправка | уточнення | уточнено
  | исправлено | исправление | уточнение
"""
_BRACKETED = re.compile(
    r"""[(\[]\s*(?:
        correct(?:s|ed|ion) | corrige | corregid[oa] | correcci[oó]n | corrig[ée]e? | rectifi(?:e|é|ca)
      | korrigiert | berichtigt | korrektur | berichtigung | corregge | corretto | correzione | corrigid[oa]
      | corre[cç]?ção | poprawi(?:a|on[aoey]) | koryguje | korekta | виправл(?:яє|ено|ення) | исправл(?:яет|ено|ение)
    )\b[^()\[\]\n]{1,120}[)\]]""",
    re.IGNORECASE | re.VERBOSE,
)
"""What stands in brackets and says what it corrects: "(Corrects number of children to 12 from 13)"."""
_BEFORE_LABEL = r"[(\[*–—-]?\s*(?:(?:an?\s+)?notice\s+of\s+|editor['’]?s?\s+|upd(?:ate)?\s*[/:.]\s*)?"
_LABEL = re.compile(
    rf"{_BEFORE_LABEL}(?:{_LABELS})(?:\s*[,(\[][^:\n]{{0,40}})?"
    r"(?:\s*[:.!)\]]|\s+[–—-]\s|(?-i:(?<=[A-Z])-(?=[A-Z]))|\s*$)",
    re.IGNORECASE | re.VERBOSE,
)
_LABEL_BEHIND = re.compile(rf"(?:[:–—|]\s*|[(\[]\s*)(?:{_LABELS})\s*[)\]]?\s*$", re.IGNORECASE | re.VERBOSE)

_PHRASES = {
    "en": r"""
        (?:this|our) \s (?:article|report|text|page|piece|item|post|dispatch) \b [^.\n]{0,40} \b (?:corrected|amended)
      | (?:the|this|our) \s (?:\w+\.? \s \d{1,2},? \s (?:\d{4} \s)?)? (?:story|headline) \b
          [^.\n]{0,40} \b (?:corrected|amended)
      | (?:earlier|previous|original|first|initial) \s (?:version|edition)s? \s of \s (?:this|our) \s
          (?:article|story|report|text|page|piece|item|post|headline|dispatch)
      | (?:earlier|previous) \s (?:version|edition)s? \s of \s the \s (?:article|story|report|text)
      | (?:earlier|previous) \s (?:report|article|story)s? \s (?:by|in) \s (?:this|our)
      | (?:earlier|previous|original) \s version \s (?:\w+ly \s)? (?:said|gave|stated|misstated|put|contained|had)\b
      | we \s (?:incorrectly|wrongly|mistakenly|erroneously) \s \w+ | we \s regret \s the \s error
      | corrects \s (?:the \s)? (?:figure|number|total|headline|name|spelling|paragraph|date|typo)
    """,
    "es": r"""
        versi[oó]n \s (?:anterior|previa|inicial) \s de (?:l|\s la|\s est[ae]) \s (?:art[ií]culo|texto|noticia|nota)
      | en \s una \s versi[oó]n \s (?:anterior|previa)
      | est[ea] \s (?:artículo|texto|noticia|nota|información) \b [^.\n]{0,40} \b (?:corregid|rectificad)[oa]
      | por \s error \s (?:se \s)? (?:dijo|publicó|publicamos|informó|informamos|indicó|escribimos|dijimos)
    """,
    "fr": r"""
        version \s (?:précédente|antérieure|initiale) \s de \s (?:cet|notre|l['’])
      | dans \s une \s (?:première \s version|version \s (?:précédente|antérieure))
      | (?:cet \s article|ce \s texte) \b [^.\n]{0,40} \b (?:corrigé|rectifié)
      | nous \s avons \s (?:écrit|indiqué|annoncé)? \s? (?:par \s erreur|à \s tort)
    """,
    "de": r"""
        in \s (?:einer|der) \s (?:früheren|vorherigen|ursprünglichen|ersten) \s (?:fassung|version)
          (?!\s+(?:des|der)\s+(?!artikels|textes|meldung))
      | (?:frühere|vorherige|ursprüngliche|erste) \s (?:fassung|version) \s (?:dies)?(?:es|des) \s (?:artikels|textes)
      | (?:diese[rs]?|d(?:er|ie)) \s (?:artikel|text|beitrag|meldung|nachricht) \s wurde \b
          [^.\n]{0,40} \b (?:korrigiert|berichtigt)
      | wir \s haben \s (?:irrtümlich|fälschlich) \w*
    """,
    "it": r"""
        (?:versione \s precedente|precedente \s versione) \s d(?:i \s questo|ell['’]articolo|el \s testo)
      | in \s una \s (?:versione \s precedente|precedente \s versione)
      | (?:questo|l['’]) \s? (?:articolo|testo) \b [^.\n]{0,40} \b (?:corretto|rettificato)
      | (?:questa|la) \s notizia \s è \s stata \s (?:corretta|rettificata)
      | per \s errore \s (?:abbiamo|avevamo)
    """,
    "pt": r"""
        versão \s anterior \s d(?:este|esta|o \s (?:artigo|texto)|a \s (?:notícia|matéria|reportagem))
      | em \s uma? \s versão \s anterior | numa \s versão \s anterior
      | est[ea] \s (?:artigo|texto|notícia|matéria|reportagem) \b [^.\n]{0,40} \b (?:corrigid|retificad|rectificad)[oa]
      | por \s (?:erro|engano|lapso) , ? \s (?:escrevemos|noticiamos|informamos|dissemos)
    """,
    "pl": r"""
        (?:wcześniejsz|poprzedni|pierwotn) \w* \s wersj \w+ \s (?:tego|naszego|tekstu|artykułu|materiału|informacji)
      | we? \s (?:wcześniejszej|poprzedniej|pierwotnej) \s wersji
      | (?:tekst|artykuł|materiał) \s został \s (?:poprawion|skorygowan|sprostowan) \w+
      | (?:depesza|informacja|notatka|wiadomość) \s została \s (?:poprawion|skorygowan|sprostowan) \w+
      | omyłkowo \s (?:podaliśmy|napisaliśmy) | błędnie \s (?:podaliśmy|napisaliśmy)
      | (?:podaliśmy|napisaliśmy) \s błędn(?:ą|e) \s (?:liczb|dane|informacj)\w*
    """,
    "uk": r"""
        (?:попередн|початков|перш) \w+ \s (?:верс|редакц) \w+ \s
          (?:(?:цього|цієї|нашого|нашої) \s)? (?:текст|матеріал|статт|новин|публікац|повідомлен) \w*
      | [ву] \s (?:попередній|початковій|першій) \s (?:версії|редакції) \s
          (?:ішлося|йшлося|було|стояло|говорилос|зазначал|вказ)
      | (?:раніше|спочатку|помилково) \s [ву] \s (?:тексті|матеріалі|статті|новині)
      | (?:у|в) \s (?:тексті|матеріалі|статті|новині) \s (?:виправлено|була \s помилка|допущено \s помилку)
      | (?:текст|матеріал|статтю|новину|публікацію|повідомлення) \s (?:було \s)? виправлено
      | ми \s помилково \s \w+
    """,
    "ru": r"""
        (?:предыдущ|прежн|ранн|первоначальн|перв) \w+ \s (?:верси|редакци) \w+ \s
          (?:(?:этого|этой|нашего|нашей) \s)? (?:текст|материал|стать|новост|публикаци|заметк|сообщени) \w*
      | в \s (?:предыдущей|прежней|первоначальной|первой) \s (?:версии|редакции) \s
          (?:говорил|сообщал|было|стоял|шла|указ|речь)
      | (?:ранее|сначала|ошибочно) \s в \s (?:тексте|материале|статье|новости)
      | в \s (?:тексте|материале|статье|новости) \s (?:исправлен|была \s ошибка|допущена \s ошибка)
      | (?:текст|материал|статья|новость|публикация|заметка|сообщение) \s (?:был[ао]? \s)? исправлен[ао]?
      | мы \s ошибочно \s \w+
    """,
}
_PHRASE = re.compile("|".join(rf"\b(?:{words})" for words in _PHRASES.values()), re.IGNORECASE | re.VERBOSE)

_REFERENCES = {
    "en": r"our \s (?:earlier|previous|first|original) \s (?:article|story|text|post|dispatch)",
    "es": r"""
        (?:nota|noticia|información|texto|artículo) \s (?:anterior|previ[ao]) \s d(?:e|el) \s (?:este\s)?
          (?:medio|portal|diario)
      | en \s (?:una|nuestra) \s (?:nota|noticia|información) \s (?:anterior|previa)
    """,
    "fr": r"(?:notre|nos) \s (?:précédente?s? \s)? (?:article|dépêche|texte)s? (?:\s précédente?s?)?",
    "de": r"unsere?[rmn]? \s (?:früher|vorherig|ursprünglich|erst) \w+ \s (?:meldung|bericht|artikel|text|fassung)",
    "it": r"nostr[oa] \s (?:precedente|prim[oa]) \s (?:articolo|lancio|notizia|testo|pezzo)",
    "pt": r"""
        (?:texto|artigo|notícia|matéria|nota) \s anterior \s
          (?:noss[oa] | d(?:o|a|este|esta) \s (?:portal|jornal|site|sítio))
    """,
    "pl": r"""
        we? \s (?:wcześniejsz|poprzedni) \w+ \s (?:nasz\w+ \s)? (?:depeszy|informacji|notatce|wiadomości|tekście)
    """,
    "uk": r"[ву] \s (?:попередн|перш) \w+ \s (?:повідомленні|новині|публікації|замітці)",
    "ru": r"в \s (?:предыдущ|прежн|ранн|перв) \w+ \s (?:сообщении|новости|публикации|заметке)",
}
"""What an outlet calls an article of its own that was before: a notice where it also says that it erred."""
_REFERENCE = re.compile("|".join(rf"\b(?:{words})\b" for words in _REFERENCES.values()), re.IGNORECASE | re.VERBOSE)
_ERRED = re.compile(
    r"""\b(?:
        wrong(?:ly)? | incorrect(?:ly)? | mistaken(?:ly)? | erroneous(?:ly)? | in\serror | misstated
      | (?:correct|right)\s(?:number|figure|total)
      | erróne\w+ | equivocad\w+ | por\serror | (?:cifra|número)\scorrect[oa]
      | par\serreur | à\stort | erronée?s? | (?:chiffre|nombre)\s(?:exact|correct)
      | irrtümlich\w* | fälschlich\w* | falsch\w* | (?:richtige|korrekte)\szahl
      | per\serrore | errat[oa] | sbagliat[oa] | (?:numero|cifra)\s(?:corrett|esatt|giust)[oa]
      | por\s(?:erro|engano|lapso) | errad[oa] | (?:número|cifra)\s(?:correto|correta|certo|certa)
      | błędn\w* | omyłkowo | (?:poprawna|właściwa|prawidłowa)\sliczba
      | помилк\w* | хибн\w* | правильн\w+\s(?:цифра|число|кількість)
      | ошиб\w* | неверн\w* | (?:правильн|верн)\w+\s(?:цифра|число|количество)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Words by which an outlet says that it erred."""

_OF_NUMBERS = by_language(
    {
        "en": r"numbers?|figures?|counts?|totals?|tolls?|how\s+many",
        "es": r"número|cifras?|cantidad|cuánt[oa]s|total",
        "fr": r"nombre|chiffres?|combien|total",
        "de": r"zahl(?:en)?|anzahl|wie\s+viele|gesamtzahl",
        "it": r"numer[oi]|cifr[ae]|quant[ie]|totale",
        "pt": r"número|cifras?|quant[oa]s|total",
        "pl": r"liczb\w+|ile",
        "uk": r"числ\w+|кількіст\w+|цифр\w+|скільки",
        "ru": r"числ\w+|количеств\w+|цифр\w+|сколько",
    }
)
_EARLIER = by_language(
    {
        "en": r"earlier|previous(?:ly)?|original(?:ly)?|initial(?:ly)?|(?:at\s+)?first|wrong(?:ly)?|incorrect(?:ly)?"
        r"|mistaken(?:ly)?|erroneous(?:ly)?|in\s+error|to\s+[\w.,]+\s+from|mis(?:stated|reported)|instead\s+of|we\s+(?:said|wrote|reported)",
        "es": r"anterior(?:mente)?|previa(?:mente)?|inicial(?:mente)?|por\s+error|erróne\w+|equivocad\w+"
        r"|en\s+(?:lugar|vez)\s+de",
        "fr": r"précédente?|précédemment|antérieure?|initiale(?:ment)?|par\s+erreur|à\s+tort|erronée?|au\s+lieu\s+de",
        "de": r"früher\w*|vorherig\w*|ursprünglich\w*|zunächst|zuvor|irrtümlich\w*|fälschlich\w*|falsch\w*|statt",
        "it": r"precedente(?:mente)?|inizial(?:e|mente)|per\s+errore|errat[oa]|sbagliat[oa]|invece\s+di",
        "pt": r"anterior(?:mente)?|inicial(?:mente)?|por\s+(?:erro|engano|lapso)|errad[oa]|erróne\w+|em\s+vez\s+de",
        "pl": r"wcześniej\w*|poprzedni\w*|pierwotn\w*|początkowo|błędn\w*|omyłkowo|zamiast",
        "uk": r"раніше|попередн\w*|спочатку|спершу|початков\w*|помилк\w*|помилков\w*|хибн\w*|замість",
        "ru": r"ранее|раньше|предыдущ\w*|прежн\w*|сначала|первоначальн\w*|ошиб\w*|неверн\w*|вместо",
    }
)
_RIGHT = by_language(
    {
        "en": r"but|in\s+fact|actually|it\s+(?:is|was)|they\s+(?:are|were)|should|correct|right|true|now",
        "es": r"pero|en\s+realidad|son|eran|fueron|debe|debía|correct[oa]|sino",
        "fr": r"mais|en\s+réalité|en\s+fait|il\s+s['’]agit|ce\s+sont|il\s+fallait|exact|bon",
        "de": r"sondern|tatsächlich|richtig\w*|korrekt\w*|es\s+(?:sind|waren)|aber",
        "it": r"ma|in\s+realtà|sono|erano|corrett[oa]|giust[oa]|bensì",
        "pt": r"mas|na\s+verdade|são|eram|foram|corret[oa]|corre[ct]to|cert[oa]",
        "pl": r"ale|lecz|w\s+rzeczywistości|naprawdę|faktycznie|powinno|poprawn\w+|właściw\w+",
        "uk": r"але|насправді|правильн\w*|має\s+бути|тепер",
        "ru": r"но|на\s+самом\s+деле|правильн\w*|верн\w*|должно|теперь",
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """`spans` are the sentences of the text that are the notice, `values` the numbers that it and the headline name.

    `of_numbers` is True when it says that a number, a figure or a total was wrong, `bare` when it says that something
    was and not what: "(This story has been corrected.)".
    """

    occasion: Occasion
    spans: tuple[tuple[int, int], ...]
    values: frozenset[float]
    of_numbers: bool
    bare: bool

    def names(self, figure: Figure) -> bool:
        """True when the notice names the number of a figure (of a range, either end)."""
        return not self.values.isdisjoint(number(figure))

    def holds(self, figure: Figure) -> bool:
        """True when a figure stands in the notice."""
        start, _ = place(figure, self.occasion.text)
        return any(a <= start < b for a, b in self.spans)

    def takes_back(self, figure: Figure) -> bool:
        """True when a figure is what the notice says was told before: "an earlier version said eight"."""
        text, language = self.occasion.text, self.occasion.language
        start, end = place(figure, text)
        if not self.holds(figure):
            return False
        first, last = next((a, b) for a, b in sentences(text, *_line(text, start)) if a <= start < b)
        told = [cue.end() for cue in cue_of(_EARLIER, language).finditer(text, first, start)]
        if told and not cue_of(_RIGHT, language).search(text, told[-1], start):
            return True
        return bool(cue_of(_EARLIER, language).search(text, end, min(last, end + _CLOSE)))


def notice_of(occasion: Occasion) -> Notice | None:
    """The notice of correction that an article carries, if any."""
    headline = occasion.headline.strip()
    label = _LABEL.match(headline)
    labelled = bool(label or _LABEL_BEHIND.search(headline))
    text, found = occasion.text, tuple(_told(occasion.text))
    if label and not found and not _WORD.search(headline, label.end()):
        found = tuple(_opening(text))
    if not labelled and not found:
        return None
    spans = tuple(span for _, span in found)
    words = " \n".join([headline if labelled else "", *(text[a:b] for a, b in spans)])
    of_numbers = bool(cue_of(_OF_NUMBERS, occasion.language).search(words))
    values = frozenset(one.value for one in spelt(words, occasion.language))
    bare = not any(_WORD.search(text, *rest) for rest, _ in found)
    return Notice(occasion, spans, values, of_numbers, bare)


def _told(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The notices of a text: where it says of what, behind its first words, and where it stands, for some sentences."""
    ends = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    lines = [(a, b - 1) for a, b in pairwise(ends) if text[a : b - 1].strip()]
    for place_of_line, line in enumerate(lines):
        edge = place_of_line < _EDGE or place_of_line >= len(lines) - _EDGE
        told = list(sentences(text, *line))
        for k, (a, b) in enumerate(told if edge else told[:1]):
            whole = a, told[min(k + _LENGTH, len(told)) - 1][1]
            if label := _LABEL.match(text, a, line[1]):
                yield (label.end(), whole[1]), whole
                break
            if phrase := _phrase(text, a, b, min(b + _BEYOND, line[1])):
                yield (phrase.end(), _stop(text, phrase.end(), line[1])), whole
                break


def _opening(text: str) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """The first sentences of a text whose headline says no more than that it is a notice."""
    first = [*sentences(text, *_line(text, 0))][:_LENGTH]
    if first:
        whole = first[0][0], first[-1][1]
        yield whole, whole


def _stop(text: str, start: int, end: int) -> int:
    """Where a sentence or a bracket ends."""
    stop = _STOP.search(text, start, end)
    return stop.start() if stop else end


def _phrase(text: str, start: int, end: int, last: int) -> re.Match[str] | None:
    """The words of a notice that begin in a sentence; "This Nov. 10 story" goes on behind its stop."""
    kinds = (_PHRASE, _BRACKETED, *((_REFERENCE,) if _ERRED.search(text, start, last) else ()))
    found = (words.search(text, start, last) for words in kinds)
    return next((phrase for phrase in found if phrase and phrase.start() < end), None)


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)
