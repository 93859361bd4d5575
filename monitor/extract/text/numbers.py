"""Tokens -> number spans: digits with every separator, number words, multiples, halves, glued suffixes.

Rules: a separator before exactly three digits groups ("19.546", "19,546", "19 546" are all 19546 in every language),
otherwise it is a decimal mark ("19,5 тис." = 19500, "1.6m"); a single group before a word scale of a thousand or more
is a decimal too only when it has one or two digits. Larger than 10**12, negative and fractional results are kept as
numbers and rejected later by name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from monitor.extract.text.tokens import Tokens, places
from monitor.languages import Language

__all__ = ["Span", "find"]

_THOUSAND, _MILLION = 1000, 10**6
_HALF = 0.5
_PAUCAL = 5
"""Two, three and four take a form of the noun of their own in Slavic languages."""


@dataclass(slots=True)
class Span:
    """Tokens i..j-1 are one number. `form` is digits, words, ordinal (8th), adjective (16-year), article (a, one) or
    share ("jedes fünfte": 20 per cent).
    """

    i: int
    j: int
    value: float
    form: str
    start: int
    end: int
    round: bool = False


def _digits_value(text: str) -> float:
    if text.isdigit():
        return float(text)
    parts = re.split(r"[ .,']", text)
    if all(len(p) == 3 for p in parts[1:]) and len(parts[0]) <= 3 and parts[0] != "0":
        return float("".join(parts))
    if len(parts) > 2 or (len(parts[-1]) <= 2 and " " in text):
        return float("".join(parts[:-1]) + "." + parts[-1])
    return float(parts[0] + "." + parts[1])


def _glued(tokens: Tokens, i: int) -> str:
    """The token that follows `i` without a space; empty if none does."""
    glued = i + 1 < len(tokens.words) and tokens.starts[i + 1] == tokens.ends[i]
    return tokens.words[i + 1] if glued else ""


def _span(tokens: Tokens, i: int, j: int, value: float, form: str) -> Span:
    digits = tokens.words[i] if tokens.kinds[i] == "n" else ""
    return Span(
        i, j, value, form, tokens.starts[i], tokens.ends[j - 1], round=bool(digits) and j == i + 1 and len(digits) == 4
    )


def _halves(tokens: Tokens, j: int, language: Language) -> int:
    """How many tokens from `j` say "and a half"."""
    if j >= len(tokens.words) or tokens.words[j] not in language.half_begins:
        return 0
    for words in language.half_phrases:
        if tokens.words[j : j + len(words)] == words:
            return len(words)
    return 0


def _beyond(tokens: Tokens, j: int, language: Language) -> int:
    """How many tokens from `j` say "and more" right before a scale word: "три с лишним тысячи"."""
    for words in language.hedges_inside.get(tokens.words[j] if j < len(tokens.words) else "", ()):
        end = j + len(words)
        if tokens.words[j:end] == words and end < len(tokens.words) and tokens.words[end] in language.scales:
            return len(words)
    return 0


def _scaled(tokens: Tokens, j: int, value: float, language: Language) -> tuple[int, float]:
    """Applies the scale words from token `j` on: 19,5 тис. -> 19500, 19 тисяч 505 -> 19505."""
    half = _halves(tokens, j, language)
    at = j + (half or _beyond(tokens, j, language))
    if half and at < len(tokens.words) and tokens.words[at].startswith((*language.percents, "%")):
        return at, value + _HALF
    if (
        at >= len(tokens.words)
        or tokens.words[at] not in language.scales
        or (tokens.words[at] in language.glued and tokens.starts[at] != tokens.ends[at - 1])
    ):
        return j, value
    scale = language.scales[tokens.words[at]]
    total = (value + (0.5 if half else 0)) * scale
    j = at + 1
    if j < len(tokens.words) and tokens.words[j] == "." and tokens.words[j - 1] in language.abbreviations:
        j += j + 1 < len(tokens.words) and (tokens.kinds[j + 1] != "p" or tokens.words[j + 1] in ",–;)")
    if (
        j < len(tokens.words)
        and tokens.words[j] in language.of
        and j + 1 < len(tokens.words)
        and tokens.words[j + 1] in language.scales
    ):
        j += 1
    if j < len(tokens.words) and tokens.kinds[j] == "n" and scale == 1000 and _digits_value(tokens.words[j]) < 1000:
        return j + 1, total + _digits_value(tokens.words[j])
    return _scaled(tokens, j, total, language)


def _from_digits(tokens: Tokens, i: int, language: Language) -> Span:
    value = _digits_value(tokens.words[i])
    glued = _glued(tokens, i)
    if glued and tokens.kinds[i + 1] == "w" and glued not in language.scales:
        return _span(tokens, i, i + 2, value, "digits" if glued in language.cardinals else "ordinal")
    if glued and (glued in "º°ª" or _dotted(tokens, i, language)):
        return _span(tokens, i, i + 2, value, "ordinal")
    if glued == "-":
        return _hyphened(tokens, i, value, language)
    j, value = _scaled(tokens, i + 1, value, language)
    return _span(tokens, i, j, value, "digits")


def _dotted(tokens: Tokens, i: int, language: Language) -> bool:
    """ "Bei der 14. Aktion": digits between an article and a dot before a word that is no month."""
    if not i or i + 2 >= len(tokens.words) or tokens.words[i - 1] not in language.before_dotted:
        return False
    word = tokens.kinds[i + 2] == "w"
    if len(tokens.words[i]) > 2 or tokens.words[i + 1] != "." or not word:
        return False
    opening = (language.frequent, language.conjunctions, language.functions, language.months)
    return not any(tokens.words[i + 2] in words for words in opening)


def _hyphened(tokens: Tokens, i: int, value: float, language: Language) -> Span:
    tail = _glued(tokens, i + 1)
    if not tail or tokens.kinds[i + 2] != "w":
        return _span(tokens, i, i + 1, value, "digits")
    if tail in language.cardinals:
        return _span(tokens, i, i + 3, value, "digits")
    if language.thousandth and tail.startswith(language.thousandth):
        return _span(tokens, i, i + 3, value * 1000, "ordinal")
    if tail in language.ordinals:
        return _span(tokens, i, i + 3, value, "ordinal")
    if tail in language.tails:
        return _span(tokens, i, i + 1, value, "digits")
    return _span(tokens, i, i + 3, value, "adjective")


def _fits(group: float, value: float) -> bool:
    """May `value` be added behind `group` (twenty + one, hundred + five, soixante + douze)?"""
    if group % 100 in (60, 80) and 10 <= value < 20:
        return True
    if group == int(group) and group % 100 == 0 and group:
        return 1 <= value < 100
    return group % 10 == 0 and group >= 20 and 1 <= value < 10


def _behind_and(value: float) -> bool:
    """May `value` follow "and" behind a thousand: two thousand and five, dois mil e quinhentos?"""
    return value < 100 or (value < 1000 and value % 100 == 0)


class _Words:
    """Reads one number in words from token i: ``total`` of closed groups plus the open ``group``."""

    def __init__(self, tokens: Tokens, i: int, language: Language) -> None:
        self.tokens, self.language = tokens, language
        self.total, self.scale, self.j = 0.0, 10**13, i
        self.group: float | None = None

    def read(self) -> None:
        while self.j < len(self.tokens.words) and (self._join() or self._word() or self._scale() or self._link()):
            pass

    def _text(self, k: int) -> str:
        return self.tokens.words[k] if k < len(self.tokens.words) else ""

    def _open(self, value: float, used: int) -> bool:
        if self.group is None and (self.total == 0 or 1 <= value < self.scale):
            self.group = value
        elif self.group is not None and _fits(self.group, value):
            self.group += value
        else:
            return False
        self.j += used
        return True

    def _join(self) -> bool:
        if self._text(self.j) not in self.language.join_begins:
            return False
        for gap in (1, 2):
            value = self.language.joins.get((self._text(self.j), self._text(self.j + gap)))
            if value is not None and (gap == 1 or self._text(self.j + 1) == "-"):
                return self._open(value, gap + 1)
        return False

    def _word(self) -> bool:
        value = self.language.words.get(self._text(self.j))
        return value is not None and self._open(value, 1)

    def _scale(self) -> bool:
        scale = self.language.scales.get(self._text(self.j))
        if scale is None or len(self._text(self.j)) == 1 or (scale >= self.scale and scale >= 1000):
            return False
        half = _halves(self.tokens, self.j + 1, self.language)
        times = (1 if self.group is None else self.group) + (_HALF if half else 0)
        if scale >= _THOUSAND:
            self.total += times * scale
            self.group, self.scale = None, scale
        elif self.group is not None and self.group >= scale:
            return False
        else:
            self.group = times * scale
        self.j += 1 + half
        return True

    def _link(self) -> bool:
        """A connector, hyphen or both ("vingt-et-un") between two parts, a half, "of" or a hyphen before a
        scale ("deux-cents")."""
        beyond = _beyond(self.tokens, self.j, self.language) if self.group is not None else 0
        if beyond:
            self.j += beyond
            return True
        half = _halves(self.tokens, self.j, self.language)
        then = self._text(self.j + half)
        if half and self.group is not None and then.startswith((*self.language.percents, "%")):
            self.group, self.j = self.group + _HALF, self.j + half
            return False
        if half and then in self.language.scales and self.group is not None:
            self.group, self.j = self.group + 0.5, self.j + half
            return True
        word, after = self._text(self.j), self._text(self.j + 1)
        if self.group == 0.5 and word in self.language.articles and after in self.language.scales:
            self.j += 1
            return True
        if word == "-" and self.group is not None and after in self.language.scales:
            self.j += 1
            return True
        hyphened = word == "-" and after in self.language.connectors and self._text(self.j + 2) == "-"
        size = 3 if hyphened else 1
        value = self.language.words.get(self._text(self.j + size))
        if value is None or (word != "-" and word not in self.language.connectors):
            return False
        fits = _fits(self.group, value) if self.group is not None else self.total and _behind_and(value)
        self.j += size if fits else 0
        return bool(fits)


def _another_word(tokens: Tokens, i: int, language: Language) -> bool:
    """ "Семью" is seven before what ends as things counted do ("семью детьми"), and else the family."""
    endings = language.homographs.get(tokens.words[i])
    after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    into = i > 0 and tokens.words[i - 1] in language.within
    return endings is not None and (into or not after.endswith(endings))


def _from_words(tokens: Tokens, i: int, language: Language) -> Span | None:
    after = tokens.words[i + 1] if i + 1 < len(tokens.words) else ""
    if after not in language.continuing:
        return _pair(tokens, i, language) or _from_word(tokens, i, language)
    reader = _Words(tokens, i, language)
    if tokens.words[i] in language.articles and (after in language.scales or language.words.get(after) == _HALF):
        reader.j = i + 1
    reader.read()
    if reader.j == i:
        return None
    value = reader.total + (reader.group or 0)
    j, nth = _nth(tokens, reader.j, language)
    if nth and _fits(value % 1000 or 100, nth):
        return _span(tokens, i, j, value + nth, "ordinal")
    k = reader.j + (reader.j < len(tokens.words) and tokens.words[reader.j] == "-")
    size = language.ordinal_words.get(tokens.words[k], 0) if k < len(tokens.words) else 0
    if 0 < value < size:
        return _span(tokens, i, k + 1, value * size, "ordinal")
    if tokens.words[i] in language.vague and reader.j > i + 1:
        value = _multiplied(tokens.words[i], value, language)
    form = "article" if value == 1 else "words"
    return _span(tokens, i, reader.j, value, form)


def _pair(tokens: Tokens, i: int, language: Language) -> Span | None:
    """ "A couple of hundred", "un par de docenas": a noun for two, of a scale."""
    paired = tokens.words[i] in language.pairs and i + 2 < len(tokens.words) and tokens.words[i + 1] in language.of
    scale = language.scales.get(tokens.words[i + 2], 0) if paired else 0
    return _span(tokens, i, i + 3, 2.0 * scale, "words") if scale else None


def _nth(tokens: Tokens, j: int, language: Language) -> tuple[int, float]:
    """The unit that makes an ordinal of the number that ends at token `j`, and the token behind it; 0 where none does.

    "Twenty-first", "vingt et unième", "vingt-et-unième", "тридцять перша"; but not "eight hundred first-graders". Where
    the parts of a number may be joined by a word, those of an ordinal are, or by a hyphen.
    """
    k = j
    while k < len(tokens.words) and (tokens.words[k] in language.connectors or _glued(tokens, k - 1) == "-"):
        k += 1
    if k == len(tokens.words) or (language.connectors and k == j) or _glued(tokens, k) == "-":
        return j, 0
    return k + 1, language.ordinal_units.get(tokens.words[k], 0)


def _from_word(tokens: Tokens, i: int, language: Language) -> Span | None:
    """One word that no other goes on with; an article alone is no number."""
    word = tokens.words[i]
    value = language.words.get(word)
    if value is None:
        value = language.scales.get(word) if len(word) > 1 else None
    if value is None:
        return None
    return _span(tokens, i, i + 1, float(value), "article" if value == 1 else "words")


def _multiplied(scale: str, value: float, language: Language) -> float:
    """ "Тисяч двадцять" is twenty thousand, "сотні дві" two hundred, but "тисячі ста" eleven hundred.

    Behind a scale in the form that two to four take, only these multiply it.
    """
    size = language.scales.get(scale, 0)
    times = value - size
    few = scale not in language.singulars or times < _PAUCAL
    return times * size if 0 <= times < size and few else value


def _fraction(tokens: Tokens, i: int, language: Language) -> Span | None:
    """A part told in words at token `i`: "a fifth", "jede zweite", "un tercio", "a quarter of a million"."""
    for phrase, value in language.fractions_by_word.get(tokens.words[i], ()):
        if tokens.words[i : i + len(phrase)] == phrase:
            j = i + len(phrase)
            k, size = _of_scale(tokens, j, language)
            return _span(tokens, i, k, value / 100 * size, "words") if size else _span(tokens, i, j, value, "share")
    return None


def _of_scale(tokens: Tokens, j: int, language: Language) -> tuple[int, int]:
    """ "A quarter of a million", "четверть миллиона": the token behind what is divided, and its size; or 0."""
    k = j
    while k < len(tokens.words) and tokens.words[k] in language.of | language.articles:
        k += 1
    size = language.scales.get(tokens.words[k], 0) if k < len(tokens.words) else 0
    return (k + 1, size) if size >= _MILLION and tokens.words[k] not in language.glued else (j, 0)


_DIGITS = frozenset({"n"})


def find(tokens: Tokens, language: Language) -> list[Span]:
    """Every number of the text, in order, none overlapping another."""
    spans: list[Span] = []
    words, kinds = tokens.words, tokens.kinds
    behind = 0
    for i in sorted({*places(words, language.numerals), *places(kinds, _DIGITS)}):
        if i < behind:
            continue
        word = words[i]
        span = _fraction(tokens, i, language)
        if span is not None:
            pass
        elif kinds[i] == "n":
            span = _from_digits(tokens, i, language)
        elif word in language.ordinal_words:
            span = _span(tokens, i, i + 1, language.ordinal_words[word], "ordinal")
        elif kinds[i] == "w" and (word in language.words or word in language.articles or word in language.scales):
            span = None if _another_word(tokens, i, language) else _from_words(tokens, i, language)
        if span is not None and spans and spans[-1].value >= _MILLION and _completes(tokens, spans[-1], span, language):
            whole = spans.pop()
            span = _span(tokens, whole.i, span.j, whole.value + span.value, whole.form)
        if span is not None:
            spans.append(span)
            behind = span.j
    return spans


def _completes(tokens: Tokens, millions: Span, span: Span, language: Language) -> bool:
    """ "Un milione e 600 mila", "a million 600,000": thousands right behind a word for a million."""
    scale = language.scales.get(tokens.words[millions.j - 1], 0)
    thousands = _THOUSAND <= span.value < _MILLION and span.value % _THOUSAND == 0 and span.form != "share"
    gap = tokens.words[millions.j : span.i]
    told = language.scales.get(tokens.words[span.j - 1], 0) == _THOUSAND or span.form == "words"
    joined = not gap or (told and len(gap) == 1 and gap[0] in language.links)
    before = tokens.words[millions.i - 1] if millions.i else ""
    part = before in language.origins or (bool(gap) and before in language.range_between)
    few = tokens.kinds[millions.i] != "n" or told
    return scale == _MILLION and thousands and joined and few and not part
