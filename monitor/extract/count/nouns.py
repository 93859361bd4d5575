"""What a number counts: children, a unit of the story, something to reject, or nothing said (ellipsis)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from monitor.extract.context.phrases import tells_when
from monitor.extract.count.candidates import Candidate
from monitor.extract.text.document import Document

__all__ = ["Counted", "about", "counted"]

_REACH = 5
_BEFORE, _COLON = 4, 8


@dataclass(slots=True)
class Counted:
    """`what` is child, name, unit.<u>, reject.<r>, other (an unknown noun) or none; `at` the token that says it."""

    what: str
    at: int


def _tagged(doc: Document, k: int) -> str:
    return _countable(doc.tags[k])


@lru_cache(2000)
def _countable(tags: frozenset[str]) -> str:
    """The first tag of what numbers count, a unit of the story before what it rejects."""
    found = (
        tag
        for tag in sorted(tags, key=lambda tag: (tag.startswith("reject."), tag))
        if tag in ("child", "name") or tag.startswith(("unit.", "reject."))
    )
    return next(found, "")


@lru_cache(2000)
def _acts(tags: frozenset[str]) -> bool:
    """Is one of the tags a verb of the story, or who speaks?"""
    return any(tag.startswith(("measure.", "speaker.")) for tag in tags)


@lru_cache(2000)
def _rejected(tags: frozenset[str]) -> bool:
    """Is one of the tags of what is no figure?"""
    return any(tag.startswith("reject.") for tag in tags)


def _stops(doc: Document, k: int) -> bool:
    word = doc.words[k]
    if doc.tokens.kinds[k] != "w":
        return not _hyphen(doc, k)
    if word.endswith(doc.language.finite):
        return True
    if word in doc.language.relatives and not (doc.language.nouns_capital or doc.language.implied_ways):
        return True
    return _acts(doc.tags[k]) and not any(
        _tagged(doc, n) and (n == k + 1 or "reject.duration" not in doc.tags[n])
        for n in range(k + 1, min(k + _REACH, len(doc.words)))
        if _same_phrase(doc, k, n) and (n < k + 3 or _epithets(doc, k, n))
    )


def _epithets(doc: Document, a: int, b: int) -> bool:
    """ "Deported or forcibly transferred children": only words of the story and what links them stand between."""
    return all(
        doc.word(k) in doc.language.links or any(t.startswith("measure.") for t in doc.tags[k]) for k in range(a, b)
    )


def _hyphen(doc: Document, k: int) -> bool:
    """The mark inside "social-media"; where endings are glued to digits ("16-річних") it parts number and noun."""
    inside = (
        not doc.language.cardinals
        and 0 < k < len(doc.words) - 1
        and doc.word(k) == "-"
        and doc.tokens.kinds[k - 1] == "w"
    )
    return inside and doc.tokens.ends[k - 1] == doc.tokens.starts[k] and doc.tokens.ends[k] == doc.tokens.starts[k + 1]


def _same_phrase(doc: Document, a: int, b: int) -> bool:
    """Is every token between a and b a word, or a hyphen in one, of the same clause?"""
    return all(
        (doc.tokens.kinds[k] == "w" or _hyphen(doc, k)) and doc.clause[k] == doc.clause[a] for k in range(a, b + 1)
    )


def _behind(doc: Document, j: int) -> int:
    """Where the noun may begin: "21 із 210 установ" counts what the second number counts."""
    part = doc.word(j) in doc.language.out_of
    return j + 2 if part and doc.word(j + 1).isdigit() else j


def about(doc: Document, i: int) -> bool:
    """ "Дітей із двадцять": a preposition of about between the noun, which has no number of its own, and the number."""
    if i < 2 or doc.word(i - 1) not in doc.language.about:
        return False
    return "child" in doc.tags[i - 2] and not doc.spans_in(i - 4, i - 1)


def _inverted(doc: Document, c: Candidate) -> bool:
    """ "Дітей двадцять повернулося": the noun stands before the number word, a verb of the story behind."""
    if not doc.language.inverted or c.i == 0 or c.j >= len(doc.tags):
        return False
    if about(doc, c.i) and c.spans[0].form == "words":
        return True
    if "child" not in doc.tags[c.i - 1]:
        return False
    return doc.tokens.kinds[c.j] == "p" or any(t.startswith("measure.") for t in doc.tags[c.j])


def _thing_before(doc: Document, c: Candidate, a: int) -> Counted | None:
    """ "Минут сорок", "литров триста": a noun in the genitive right before a number in words, nothing behind it."""
    k, ends = c.i - 1, c.j >= len(doc.words) or doc.tokens.kinds[c.j] == "p"
    if not doc.language.inverted or k < a or c.share or c.spans[0].form != "words" or not ends:
        return None
    tag = _tagged(doc, k)
    many = doc.word(k).endswith((*doc.language.plurals, *doc.language.genitives))
    if tag.startswith("reject.") and many and not doc.word(k).endswith(doc.language.finite):
        return Counted(tag, k)
    strange = doc.tokens.kinds[k] == "w" and not doc.tags[k] and doc.word(k).endswith(doc.language.plurals)
    return Counted("other", k) if strange and doc.word(k) not in doc.language.adverbs else None


def counted(doc: Document, candidate: Candidate) -> Counted:
    """Looks at the words behind the number in its sentence, a few tokens far, up to a mark or verb of the story."""
    a, end = doc.sentence_of(candidate.i)
    if candidate.derived:
        return Counted("child", candidate.j - 1)
    if _rejected(doc.tags[candidate.i]) and not doc.has(candidate.j, candidate.j + 1, "child"):
        return Counted(_tagged(doc, candidate.i), candidate.i)
    if _inverted(doc, candidate):
        return Counted("child", candidate.i - 1)
    if (young := _of_victims(doc, candidate.j, end)) is not None and not candidate.share:
        return Counted("child", young)
    if _of_them(doc, candidate.j):
        told = _shared(doc, candidate) or _ahead(doc, candidate, a)
        aside = told is None or (candidate.share and told.what.startswith("reject."))
        return Counted("none", candidate.j) if told is None or aside else told
    noun = _noun_behind(doc, candidate, end)
    if noun is not None:
        return noun
    thing = _thing_before(doc, candidate, a)
    if thing is not None:
        return thing
    before = candidate.i - 1
    if before >= a and _tagged(doc, before) == "child":
        return Counted("child", before)
    return _shared(doc, candidate) or _ahead(doc, candidate, a) or Counted("none", candidate.j)


def _noun_behind(doc: Document, candidate: Candidate, end: int) -> Counted | None:
    """The first noun behind the number that it may count; None where a mark, a verb or another phrase comes first."""
    prepositions = doc.language.prepositions
    for k in range(_behind(doc, candidate.j), min(end, candidate.j + _REACH)):
        if candidate.share and (doc.word(k) in prepositions or doc.tokens.kinds[k] == "n"):
            continue
        tag = "child" if _enrolled(doc, candidate.i, k) else _tagged(doc, k)
        if tag.startswith("unit.") and _chained(doc, candidate, k):
            return Counted(_tagged(doc, k + 1) or "other", k + 1)
        if _of_another_phrase(doc, candidate, k, tag):
            return None
        if tag.startswith("unit.") and k > candidate.j and _other_noun(doc, candidate.j):
            return Counted("other", candidate.j)
        if tag or _stops(doc, k):
            return Counted(tag, k) if tag else None
    return None


def _chained(doc: Document, c: Candidate, k: int) -> bool:
    """ "300 camp counsellors": the noun at `k` only tells more of the plural behind it, which is counted."""
    one = doc.language.noun_chains and not c.share and not doc.word(k).endswith(doc.language.plurals)
    same = one and k + 1 < len(doc.words) and doc.clause[k + 1] == doc.clause[k] and k not in (c.i, c.i - 1)
    behind = doc.word(k + 1)
    many = len(behind) > _LETTERS and behind.endswith(doc.language.plurals) and behind not in doc.language.small
    return same and many and not doc.has(k + 1, k + 2, "measure") and (c.low or c.value or 0) > 1


_LETTERS = 4
"""A noun in the plural has more letters."""


def _enrolled(doc: Document, i: int, k: int) -> bool:
    """ "The Youth Army has 61,000 members", "members of the Youth Army": the children whom an army of children counts
    as its own; others may condemn it."""
    a, b = doc.sentence_of(i)
    first = min(doc.clauses[doc.clause[i]][0], max(a, i - 2 * _OPENING))
    before = doc.has(a, min(a + _OPENING, i), "youth_army") or doc.has(first, i, "youth_army")
    return "member" in doc.tags[k] and (before or doc.has(k + 1, min(k + 1 + _OPENING, b), "youth_army"))


_OPENING = 3
"""So near the beginning of the sentence, or behind "members of", stands the army of children; twice as far before a
number."""


def _of_another_phrase(doc: Document, candidate: Candidate, k: int, tag: str) -> bool:
    """Is the word at `k` none that the number counts: a time, an age, kin, or what a preposition opens?"""
    j = candidate.j
    if doc.word(k) in doc.language.prepositions and not _described(doc, j, k):
        return True
    if k > j and doc.word(candidate.i - 1) not in doc.language.links and _whose(doc, j, k):
        return True
    if tag.startswith("reject.") and (_subject(doc, candidate, k) or _opens_age(doc, candidate, k, tag)):
        return True
    when = tag == "reject.duration" and (tells_when(doc, j, k) or _compared(doc, candidate, k))
    return when or (tag == "reject.duration" and _of_its_own(doc, j, k))


def _whose(doc: Document, j: int, k: int) -> bool:
    """ "64 уже у родителей", "34 ihre Angehörigen wiedergesehen", "17 роздані прийомним сім'ям": the kin at `k` whom
    those counted came to."""
    kin, before = doc.tags[k] & {"family", "kin"}, doc.tags[k - 1]
    led = doc.tokens.kinds[k - 1] == "w" and len(doc.word(k - 1)) == 1 and doc.word(k - 1) not in doc.language.links
    of_theirs = doc.among(j, k, doc.language.of)
    return bool(kin) and not of_theirs and ("possessor" in before or led or doc.has(j, k, "measure.placed_in_family"))


def _of_victims(doc: Document, j: int, end: int) -> int | None:
    """ "Three of the dead were children", "троє із загиблих – діти": the noun of those who are told to be children."""
    if doc.word(j) not in {*doc.language.of, *doc.language.origins, *doc.language.definites}:
        return None
    k = j + 1 + (doc.word(j + 1) in doc.language.definites | doc.language.articles)
    if not any(doc.under(k, k + 1, tag) for tag in _HIT):
        return None
    young = next((n for n in range(k + 1, min(k + 1 + _PREDICATE, end)) if "child" in doc.tags[n]), None)
    between = range(k + 1, young or 0)
    plain = all(
        doc.tokens.kinds[n] == "p" or doc.word(n) in doc.language.small or len(doc.word(n)) <= _BE for n in between
    )
    return young if young is not None and plain and not doc.spans_in(k, young) else None


_HIT = ("measure.killed", "measure.injured")
_PREDICATE, _BE = 4, 4
"""So many words at most stand before "children", each a verb of being, an article or a dash."""


def _compared(doc: Document, candidate: Candidate, k: int) -> bool:
    """ "46 more than a month ago", "12 mehr als vor einer Woche": the time at `k` is what the number is set against."""
    return not candidate.share and doc.among(candidate.j, k, doc.language.further | doc.language.fewer)


def _of_its_own(doc: Document, j: int, k: int) -> bool:
    """ "Stood at 2,016 a week later", "2,031 two days later": the time at `k` has an article or a number of its own."""
    return bool(doc.spans_in(j, k)) or doc.among(j, k, doc.language.articles)


def _of_them(doc: Document, j: int) -> bool:
    """ "For 639 of them the state has named guardians": a pronoun is counted, not the next noun."""
    cue = next((cue for cue in doc.cues_of("partitive", j, j + 1)), None)
    return cue is not None and not any(_tagged(doc, k) for k in range(cue.j, min(cue.j + 2, len(doc.tags))))


def _other_noun(doc: Document, k: int) -> bool:
    """ "Дві квартири директора", "двадцять томів справи": a noun right behind the number is what it counts."""
    word = doc.word(k)
    strange = doc.language.inverted and doc.tokens.kinds[k] == "w" and not doc.tags[k]
    few = doc.word(k - 1) in doc.language.paucals and word.endswith(_PLURAL)
    return strange and len(word) > 4 and (few or word.endswith(doc.language.plurals))


def _described(doc: Document, j: int, k: int) -> bool:
    """ "210 marked on it places": the preposition at `k` belongs to the participle right behind the number."""
    return k == j + 1 and doc.word(j).endswith(doc.language.participles) and not doc.tags[j]


def _opens_age(doc: Document, c: Candidate, k: int, tag: str) -> bool:
    """ "Five Ukrainians aged four to 17": the age of those who are counted, no noun of the number."""
    return tag == "reject.age" and k > c.j and k + 1 < len(doc.words) and bool(doc.spans_in(k + 1, k + 2))


_PLURAL = ("и", "і", "ы", "ї")


def _subject(doc: Document, c: Candidate, k: int) -> bool:
    """ "Сімнадцятьох журналісти відшукали", "тридцать родители забрали сами", "15 из 11 семей": the noun at `k` is not
    what the number counts; five or more would have the parents in the genitive."""
    if not doc.language.inverted:
        return False
    families = doc.word(c.j) in doc.language.out_of and "family" in doc.tags[k]
    governs = (c.value or 0) % 10 >= _PAUCAL or (c.value or 0) % 10 == 0 or (c.value or 0) % 100 // 10 == 1
    theirs = doc.word(c.i).endswith(doc.language.obliques) or ("kin" in doc.tags[k] and governs)
    return families or (theirs and doc.word(k).endswith(_PLURAL) and k == c.j)


_PAUCAL = 5
"""Numbers that end in one to four, but in eleven to fourteen, govern no genitive of the plural."""


def _shared(doc: Document, c: Candidate) -> Counted | None:
    """ "48 private and 7 legal persons": what the next number of a pair counts."""
    near = doc.spans_in(c.j, c.j + 4)
    if c.share or not near or not 0 < near[0].i - c.j <= 3 or doc.word(near[0].i - 1) not in doc.language.links:
        return None
    words = range(c.j, near[0].i - 1)
    if not words or any(doc.tokens.kinds[k] != "w" or doc.tags[k] for k in words):
        return None
    behind = range(near[0].j, min(near[0].j + 3, doc.sentence_of(c.i)[1]))
    return next((Counted(tag, k) for k in behind if (tag := _tagged(doc, k))), None)


def _ahead(doc: Document, candidate: Candidate, a: int) -> Counted | None:
    """ "Camps: 210", "put the camps at 165", "children whom the panel found – 1,205": what stands before its number."""
    subject = next((k for k in range(a, min(a + 2, candidate.i)) if _tagged(doc, k) == "child"), None)
    if doc.word(candidate.i - 1) == "–" and subject is not None and not doc.spans_in(a, candidate.i):
        return Counted("child", subject)
    last = candidate.j >= len(doc.words) or doc.word(candidate.j) in (".", ";", "!")
    if doc.language.inverted and last and candidate.i > a + 2 and not doc.spans_in(a, candidate.i):
        first = next((Counted(tag, k) for k in range(a, a + 2) if (tag := _tagged(doc, k))), None)
        if first is not None and not any(_stops(doc, k) and doc.tags[k] for k in range(first.at + 1, candidate.i)):
            return first
    if doc.word(candidate.i - 1) not in doc.language.amounts:
        return None
    reach = _COLON if doc.word(candidate.i - 1) == ":" and doc.tokens.kinds[candidate.i - 2] == "w" else _BEFORE
    near = range(candidate.i - 2, max(a, candidate.i - reach) - 1, -1)
    return next((Counted(tag, k) for k in near if (tag := _tagged(doc, k)).startswith("unit.")), None)
