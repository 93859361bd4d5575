"""Numbers that are ages, or time gone by (SCHEME, "Not a figure")."""

from __future__ import annotations

from collections.abc import Collection

from monitor.extract.reject.cases import Case
from monitor.extract.text.document import Document

__all__ = [
    "age", "apposed", "bracketed", "elapsed", "of_age", "of_siblings", "of_today", "told_to", "turned", "year_old",
]  # fmt: skip

_TEENS, _GROWN = 12, 18
_OF_THEM = frozenset({"en", "ne"})
"""Of so many things: "ils en ont plus de 18", "ne hanno più di 18"."""
_OLD, _OLD_MARKED = 4, 8
"""How many tokens before an age its word may stand, and before one that a mark follows."""


def elapsed(case: Case) -> bool:
    """ "Прошло шестнадцать": so much time, but not where a way or a go-between is told: "через Катар пройшло 40"."""
    clause = case.doc.clauses[case.doc.clause[case.c.i]]
    passed = case.doc.among(*clause, case.doc.language.through) or case.doc.has(*clause, "scope")
    return not passed and case.doc.has(case.c.i - 1, case.c.i, "elapsed")


def year_old(case: Case) -> bool:
    """``ten-year-old``, ``fünf- bis sechsjährige``: an age in words, joined by a dash, or the first of two."""
    doc, j = case.doc, case.c.j
    if doc.word(j) not in ("-", "–"):
        return False
    k = j + 1 + (doc.word(j + 1) in doc.language.range_to | doc.language.links)
    return k < len(doc.tags) and not doc.tags[k].isdisjoint(("reject.duration", "reject.age"))


def age(case: Case) -> bool:
    """ "A boy of seven", "12 and 14 years old": how old somebody is, by a noun, a word or a mark beside it."""
    before = case.c.i - 1
    if before < 0 or case.c.value is None or case.c.value > 25:
        if case.c.value is not None and case.c.value < 100 and _named_old(case):
            return True
        beside = case.n.what.startswith(("child", "unit.")) and case.n.at >= case.c.j
        return case.c.value is None and case.c.high is not None and case.c.high <= 25 and not beside
    word = case.doc.word(before)
    counted = case.n.what.startswith(("child", "unit.")) and case.n.at == case.c.j
    if ("aging" in case.doc.tags[before] and not counted) or (
        case.n.what != "child" and (_told_old(case) or _named_old(case))
    ):
        return True
    beside = case.n.what != "none" and case.n.at == case.c.j
    return bool(word in case.doc.language.of and before and _young(case.doc, before - 1) and not beside)


def bracketed(case: Case) -> bool:
    """ "Zuppi (69)": an age in brackets behind the name of one who may speak."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if i < 2 or doc.word(i - 1) != "(" or doc.word(j) != ")" or not 0 < (case.c.value or 0) <= 99:
        return False
    if (case.c.value or 0) < _GROWN:
        sentence, capital = doc.sentence_of(i), doc.text[doc.tokens.starts[i - 2]].isupper()
        return capital and doc.has(*sentence, "sibling") and doc.tags[i - 2] <= {"foreign"}
    return doc.under(max(0, i - 3), i - 1, "speaker") and _named(doc, i - 2) and doc.tokens.kinds[i - 2] == "w"


def apposed(case: Case) -> bool:
    """ "Her son, four, and ...", "the driver, 58, said", "Sasha, 11, and": an age between commas behind one person."""
    doc, j, now = case.doc, case.c.j, case.doc.word(case.c.i - 1) in case.doc.language.nowadays
    i = case.c.i - (now or doc.word(case.c.i - 1) in doc.language.of)
    if doc.word(i - 1) != "," or doc.word(j) not in (",", ".", ")"):
        return False
    value, noun = case.c.value or 0, doc.word(i - 2)
    if not noun or doc.tokens.kinds[i - 2] != "w":
        return False
    child = "child" in doc.tags[i - 2] and not noun.endswith(doc.language.plurals)
    if child and value <= 17:
        return True
    capital = doc.text[doc.tokens.starts[i - 2]].isupper()
    grown = now or value >= _GROWN or (capital and (not doc.language.nouns_capital or doc.word(j) == ","))
    return not child and grown and value <= 99 and case.c.spans[0].form == "digits" and _named(doc, i - 2)


def of_today(case: Case) -> bool:
    """ "Ksenia, who is now 20, ...", "today he is 20 and": how old somebody is, no noun behind."""
    doc, i, j, value = case.doc, case.c.i, case.c.j, case.c.value or 0
    ends = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or doc.word(j) in doc.language.links
    if not ends or not 1 < value <= 99 or case.c.spans[0].form != "digits":
        return False
    k = i - 1 - (doc.word(i - 1) in doc.language.nowadays)
    now = k < i - 1 or any(doc.word(n) in doc.language.nowadays for n in (k - 2, k - 3))
    who = doc.word(k - 1) in doc.language.persons | doc.language.relatives
    return now and who and doc.word(k) in doc.language.being


def of_age(case: Case) -> bool:
    """ "Two of those who came are over 18": how old somebody is, no noun behind."""
    doc, i, j = case.doc, case.c.i, case.c.j
    cues = doc.cues_of("of_age", max(0, i - _OLD), i)
    if not cues or cues[-1].j != i or doc.word(cues[-1].i - 1) in _OF_THEM:
        return False
    ends = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or doc.word(j) in doc.language.links
    counted = doc.under(*doc.clauses[doc.clause[i]], "total")
    return ends and not counted and _TEENS <= (case.c.value or 0) <= _GROWN


def of_siblings(case: Case) -> bool:
    """ "Two brothers, five and eight, and", "tres hermanos, de 5, 7 y 10": small numbers listed behind children."""
    doc, value, j = case.doc, case.c.value or 0, case.c.j
    ends = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or _lists(doc, j)
    if not (ends and 0 < value < _GROWN):
        return False
    k, first = case.c.i - 1, doc.sentence_of(case.c.i)[0]
    while k > first and (_lists(doc, k) or doc.word(k) in doc.language.of or doc.spans_in(k, k + 1)):
        k -= 1
    between = range(k + 1, case.c.i)
    return bool(between) and doc.word(k + 1) == "," and "child" in doc.tags[k] and not doc.spans_in(k, k + 1)


def _lists(doc: Document, k: int) -> bool:
    return doc.word(k) == "," or doc.word(k) in doc.language.links


def _young(doc: Document, k: int) -> bool:
    """A word for one or more persons of whom an age is told: "a girl of 14", "a young man of 19"."""
    return "child" in doc.tags[k] or "reject.soldiers" in doc.tags[k]


def _told_old(case: Case) -> bool:
    """ "The youngest is 4", "їм 7 і 12": a word of ages at most four tokens before, no child noun between.

    Up to eight before a mark: "die Jüngste ist nach seinen Angaben fünf, ...".
    """
    doc, j = case.doc, case.c.j
    first = max(doc.sentence_of(case.c.i)[0], case.c.i - _OLD)
    if j >= len(doc.words) or doc.tokens.kinds[j] == "p":
        first = min(first, max(doc.clauses[doc.clause[case.c.i]][0], case.c.i - _OLD_MARKED))
    if not doc.under(first, case.c.i, "aged"):
        return False
    tags = [doc.tags[k] for k in range(first, case.c.i)]
    last = max((k for k, t in enumerate(tags) if "aged" in t), default=-1)
    beyond = case.c.i - first - last > _OLD
    return last >= 0 and not any(_counts(t, verbs=beyond) for t in tags[last + 2 :])


def _counts(tags: Collection[str], *, verbs: bool) -> bool:
    """Do the tags of a token tell children, or (`verbs`) what is done with them?"""
    return "child" in tags or (verbs and any(tag.startswith("measure.") for tag in tags))


def turned(case: Case) -> bool:
    """ "Артему и Соне было 12 и семь, когда ...": small numbers behind a verb of being so old, nothing counted; "тих,
    кому вже 18"."""
    doc, i, j = case.doc, case.c.i, case.c.j
    whose = doc.among(max(0, i - 2), i, doc.language.to_whom)
    if not 1 < (case.c.value or 0) < _GROWN + whose:
        return False
    if not doc.language.inverted:
        return _was(doc, i, j)
    k = i - 2 if doc.word(i - 1) in doc.language.links and doc.spans_in(i - 2, i - 1) else i
    closed = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or (_lists(doc, j) and bool(doc.spans_in(j + 1, j + 2)))
    named = k > 1 and doc.text[doc.tokens.starts[k - 2]].isupper() and not doc.tags[k - 2]
    return closed and (whose or (named and doc.word(k - 1) in doc.language.turned))


def _was(doc: Document, i: int, j: int) -> bool:
    """ "Artem was eight and Kyrylo five when": a name, a verb of being or having, the number, and no noun."""
    names = [k for k in (i - 2, i - 1) if k >= 0 and doc.text[doc.tokens.starts[k]].isupper() and not doc.tags[k]]
    closed = j >= len(doc.words) or doc.tokens.kinds[j] == "p" or doc.word(j) in doc.language.small
    told = i - 2 in names and doc.word(i - 1) in doc.language.being
    before = range(max(0, i - _OLD_MARKED), i - 2)
    again = i - 1 in names and doc.word(i - 2) in doc.language.links
    again = again and any(doc.word(k) in doc.language.being and doc.spans_in(k + 1, k + 2) for k in before)
    return closed and (told or again)


def _named_old(case: Case) -> bool:
    """ "Денису 17, він учиться": one word and a bare number open the sentence, then a mark."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if not doc.language.inverted or case.n.what != "none" or case.c.share:
        return False
    alone = i - 1 == doc.sentence_of(i)[0] and doc.tokens.kinds[i - 1] == "w" and not doc.tags[i - 1]
    alone = alone and not _counting(doc, i)
    marked = j < len(doc.words) and doc.word(j) in (",", ".", ";")
    return alone and marked


def told_to(case: Case) -> bool:
    """ "Хлопцям сім і дев'ять", "Лизе – пять": ages told of whom a dative names, without a word for years."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if not doc.language.inverted or not 0 < (case.c.value or 0) < _GROWN or i < 1:
        return False
    marked = j >= len(doc.words) or doc.tokens.kinds[j] == "p"
    first = i - 1 == doc.sentence_of(i)[0]
    if first and "child" in doc.tags[i - 1] and doc.word(i - 1).endswith(doc.language.datives):
        return marked or doc.word(j) in doc.language.links
    name = i - 2
    if not marked or doc.word(i - 1) != "–" or name < 0 or doc.tokens.kinds[name] != "w" or doc.tags[name]:
        return False
    capital = doc.text[doc.tokens.starts[name]].isupper()
    return (
        capital
        and doc.word(name).endswith(doc.language.named_datives)
        and doc.word(name - 1) not in doc.language.placing
    )


def _counting(doc: Document, i: int) -> bool:
    """ "В 32, ...", "Плюс три", "Лікують вісьмох": a preposition, a verb, a collective; no name and age."""
    before, language = doc.word(i - 1), doc.language
    collective = doc.tokens.kinds[i] == "w" and (
        doc.word(i).endswith(language.collectives + language.obliques) or doc.word(i) in language.groups
    )
    return collective or before in language.placing | language.plus or before.endswith(language.finite)


def _named(doc: Document, k: int) -> bool:
    """Is token `k` a name or a word that the story does not know?"""
    return all(t.startswith(_OF_NAMES) for t in doc.tags[k])


_OF_NAMES = ("speaker.", "side.", "scope.", "agent.", "story", "incumbent_", "punisher")
