"""Numbers of other things, by the word beside them: money, votes, nouns that are no words of the story."""

from __future__ import annotations

from monitor.extract.reject.cases import FEW, Case
from monitor.extract.text.document import Document
from monitor.extract.text.small import DASHES

__all__ = ["gapped_thing", "handovers", "market", "money", "noun", "noun_form", "unknown", "votes"]

_CURRENCY = frozenset("$€£₴")


def money(case: Case) -> bool:
    """An amount of a currency."""
    big = case.n.what == "none" and (case.c.value or 0) >= 10**6
    if big and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.money"):
        return True
    if case.n.what == "none" and _up_to(case.doc, case.c.i):
        return True
    return case.doc.word(case.c.i - 1) in _CURRENCY or case.doc.word(case.c.j) in _CURRENCY


def _up_to(doc: Document, i: int) -> bool:
    """ "Від 700 доларів до трьох тисяч": the upper bound of an amount, whose lower one has the currency."""
    before = doc.spans_in(max(0, i - _BOUND), i)
    if not before or doc.word(i - 1) not in doc.language.range_to:
        return False
    low = before[-1]
    opened = doc.word(low.i - 1) in doc.language.range_between
    return (opened and doc.has(low.j, i, "reject.money")) or doc.word(low.i - 1) in _CURRENCY


_BOUND = 5
"""So near stands the lower bound of an amount before its upper one."""


def market(case: Case) -> bool:
    """ "Brent rose 1.8% a week": shares and bare numbers of a sentence about markets that tells nothing of children."""
    sentence = case.doc.sentence_of(case.c.i)
    if case.n.what != "none" or not case.doc.has(*sentence, "market"):
        return False
    return not case.doc.has(*sentence, "child") and not case.doc.has(*sentence, "measure")


def noun(case: Case) -> bool:
    """The noun that it counts is no word of the story."""
    return case.n.what.startswith("reject.") or case.n.what == "other"


def handovers(case: Case) -> bool:
    """ "After two handovers the count stands at 21": so few count the occasions; "190 handovers" counts children."""
    return (case.c.value or 0) < FEW and case.doc.has(case.c.j, case.c.j + 1, "handover")


def noun_form(case: Case) -> bool:
    """ "34 дома": behind two to four a noun (houses), elsewhere a word of the way home."""
    return case.doc.word(case.c.j) in case.doc.language.paucal_nouns and _few(case.c.value or 0)


def _few(value: float) -> bool:
    """ "64 нитки": does a number end in two to four, and not in twelve to fourteen?"""
    return value % 10 in _PAUCAL_ENDS and value % 100 // 10 != 1


_PAUCAL_ENDS = (2, 3, 4)


def votes(case: Case) -> bool:
    """ "93 in favour": a number of a sentence about votes."""
    return case.n.what not in ("child", "name") and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.votes")


def unknown(case: Case) -> bool:
    """A plural noun that is no word of the story follows: "dos orfanatos", "drei Brücken"."""
    k, doc = case.c.j, case.doc
    if case.c.share and doc.has(k, k + 1, "suspects"):
        return True
    if case.n.what != "none" or case.c.share or not _strange(doc, k):
        return False
    if k + 1 < len(doc.tags) and doc.tags[k + 1] - _NEUTRAL:
        return False
    few = doc.word(case.c.i) in doc.language.paucals or (
        bool(doc.language.paucals) and case.c.spans[0].form == "digits" and _few(case.c.value or 0)
    )
    if few and doc.word(k).endswith(doc.language.paucal_ends):
        return not doc.word(k).endswith(doc.language.finite)
    return _plural(doc, k) or (_adjectival(doc, k) and _strange(doc, k + 1) and _plural(doc, k + 1))


def _strange(doc: Document, k: int) -> bool:
    """Is token `k` a word that says nothing of the story?"""
    return k < len(doc.words) and doc.tokens.kinds[k] == "w" and not doc.tags[k] - _NEUTRAL


_NEUTRAL = frozenset({"foreign", "decree", "imposes"})
"""Words with these tags say nothing of what a number counts."""


def _adjectival(doc: Document, k: int) -> bool:
    """ "Blue butterflies": a word of the noun's phrase, no small word, in a language whose adjectives stand before."""
    word, language = doc.word(k), doc.language
    return language.adjectives_first and len(word) > 3 and word not in language.small and word not in language.leading


def _plural(doc: Document, k: int) -> bool:
    word = doc.words[k]
    epithet = word.endswith(doc.language.epithets)
    if len(word) > 3 and not epithet and word.endswith(doc.language.genitives):
        return word not in doc.language.adverbs and not word.endswith(doc.language.finite)
    if word in doc.language.small:
        return False
    if doc.language.nouns_capital:
        return doc.text[doc.tokens.starts[k]].isupper()
    return len(word) > 4 and word.endswith(doc.language.plurals)


def gapped_thing(case: Case) -> bool:
    """ "Передала 70 писем, украинская – 45": what the number before the dash counts, this one counts too."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) not in DASHES or doc.has(*doc.clauses[doc.clause[i]], "measure"):
        return False
    before = doc.spans_in(doc.sentence_of(i)[0], i)
    if not before or before[-1].j >= len(doc.tags) or i - before[-1].j > _GAP or "," not in doc.words[before[-1].j : i]:
        return False
    return any(tag.startswith("reject.documents") for tag in doc.tags[before[-1].j])


_GAP = 6
