"""Numbers that are no figures, each with the name of the reason (SCHEME, "Not a figure")."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from monitor.extract.ages import (
    age,
    apposed,
    bracketed,
    elapsed,
    of_age,
    of_siblings,
    of_today,
    told_to,
    turned,
    year_old,
)
from monitor.extract.beside import (
    army,
    audience,
    exchanged,
    families,
    her_own,
    homes,
    own_houses,
    relative,
    soldiers,
    swapped,
    with_children,
    wounded,
)
from monitor.extract.candidates import Candidate, rate
from monitor.extract.cases import ATTACKED, FEW, Case, hedged, says_it_itself
from monitor.extract.changes import fell
from monitor.extract.dating import clock_time, date, hour, year
from monitor.extract.denials import answered_no, conditional, denied, promised, rebutted, supposed, withdrawn
from monitor.extract.document import Document, remembered
from monitor.extract.elsewhere import another_era, elsewhere, hosted, rested, schooled
from monitor.extract.labels import code, glued, labelled, phone, reference
from monitor.extract.nouns import Counted
from monitor.extract.portions import breakdown, who
from monitor.extract.times import DASHES
from monitor.extract.wholes import behind_whole

__all__ = ["DOUBTS", "reason"]

_OTHER = "counts something else"
_CURRENCY = frozenset("$€£₴")


_MANY = 100
"""Ordinals from here on state a total: right before the noun ("her fifth child" does not), and anywhere near it."""


def _span_form(case: Case) -> bool:
    c, n = case.c, case.n
    year = 1900 <= (c.value or 0) <= 2040
    if year and (n.at != c.j or case.doc.word(c.i - 1) in case.doc.language.dating):
        return True
    event = n.what == "none" and not year and case.doc.has(c.j, c.j + 2, "measure.returned")
    if n.what == "child" and _one_of_them(case):
        return c.spans[0].value < FEW
    return not ((n.what == "child" or event) and c.spans[0].value >= _MANY)


def _one_of_them(case: Case) -> bool:
    """ "The 41st Ukrainian child"; but neither "the 30th children's camp" nor "the 25th child of the family"."""
    doc, at, language = case.doc, case.n.at, case.doc.language
    behind = doc.tags[at + 1] if at + 1 < len(doc.tags) else frozenset()
    other = any(tag.startswith("unit.") for tag in behind) or doc.has(at + 1, at + 4, "family")
    between = doc.tokens.kinds[case.c.j : at]
    single = not doc.word(at).endswith(language.plurals or ("\n",))
    return single and not other and len(between) <= 1 and set(between) <= {"w"}


def _adjective(case: Case) -> bool:
    return case.c.spans[0].form == "adjective"


def _impossible(case: Case) -> bool:
    value = case.c.value if case.c.value is not None else case.c.high
    if value is None or value > 10**8 or value < 0:
        return True
    return not case.c.share and value != int(value)


def _rate(case: Case) -> bool:
    """ "Of every hundred taken, six are back": the hundred is the measuring rod."""
    return rate(case.doc, case.c.spans[0])


def _money(case: Case) -> bool:
    big = case.n.what == "none" and (case.c.value or 0) >= 10**6
    if big and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.money"):
        return True
    return case.doc.word(case.c.i - 1) in _CURRENCY or case.doc.word(case.c.j) in _CURRENCY


def _of_market(case: Case) -> bool:
    """ "Brent rose 1.8% a week": shares and bare numbers of a sentence about markets that tells nothing of children."""
    sentence = case.doc.sentence_of(case.c.i)
    if case.n.what != "none" or not case.doc.has(*sentence, "market"):
        return False
    return not case.doc.has(*sentence, "child") and not case.doc.has(*sentence, "measure")


def _noun(case: Case) -> bool:
    return case.n.what.startswith("reject.") or case.n.what == "other"


def _noun_form(case: Case) -> bool:
    """ "34 дома": behind two to four a noun (houses), elsewhere a word of the way home."""
    last, teens = (case.c.value or 0) % 10, (case.c.value or 0) % 100 // 10 == 1
    return case.doc.word(case.c.j) in case.doc.language.paucal_nouns and last in _PAUCAL_ENDS and not teens


_PAUCAL_ENDS = (2, 3, 4)


def _votes(case: Case) -> bool:
    return case.n.what not in ("child", "name") and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.votes")


def _vague(case: Case) -> bool:
    """ "Thousands", "tens of thousands": scale words alone."""
    doc, i, vague = case.doc, case.c.i, case.doc.language.vague
    if case.c.j != i + 1:
        return vague.issuperset(doc.words[i : case.c.j])
    if doc.word(i) in doc.language.singulars and hedged(doc, i) and doc.word(i - 1) not in doc.language.ungoverning:
        return False
    return doc.word(i) in vague or doc.word(i - 1) in vague


def _couple(case: Case) -> bool:
    """ "Пара повернеться": two who are a couple, unless a noun says what they are."""
    return case.doc.word(case.c.i) in case.doc.language.couples


def _fraction(case: Case) -> bool:
    if case.c.share and case.doc.word(case.c.j) in case.doc.language.calendar:
        return True
    return case.c.value == 0.5 and not case.c.share


def _unknown(case: Case) -> bool:
    """A plural noun that is no word of the story follows: "dos orfanatos", "drei Brücken"."""
    k, doc = case.c.j, case.doc
    if case.c.share and doc.has(k, k + 1, "suspects"):
        return True
    if case.n.what != "none" or case.c.share or not _strange(doc, k):
        return False
    if k + 1 < len(doc.tags) and doc.tags[k + 1] - _NEUTRAL:
        return False
    few = doc.word(case.c.i) in doc.language.paucals or (doc.language.paucals and doc.word(case.c.i) in ("2", "3", "4"))
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
    if len(word) > 3 and not epithet and word.endswith(doc.language.genitives or ("\n",)):
        return word not in doc.language.adverbs and not word.endswith(doc.language.finite)
    if word in doc.language.small:
        return False
    if doc.language.nouns_capital:
        return doc.text[doc.tokens.starts[k]].isupper()
    return len(word) > 4 and word.endswith(doc.language.plurals or ("\n",))


def _fell(case: Case) -> bool:
    return fell(case.doc, case.c.j)


def _doubled(case: Case) -> bool:
    """ "1,200 of them had been counted twice", "48 записів виявилися дублями": what a register loses."""
    return case.doc.has(*case.doc.clauses[case.doc.clause[case.c.i]], "doubled")


def _of_others(case: Case) -> bool:
    """ "3,700 Syrian children", "in Gaza 20,000 children were killed": whose children they are stands right before the
    noun, or where in a clause that names no place of this story."""
    doc, k = case.doc, case.n.at
    if case.n.what != "child":
        return False
    theirs = k > case.c.j and "foreign" in doc.tags[k - 1] and "place.ru" not in doc.tags[k - 1]
    return theirs or _in_other_land(doc, *doc.clauses[doc.clause[case.c.i]])


def _answering(case: Case) -> bool:
    """ "Moscow banned 25 Canadian officials": those of the states that punish are punished in return."""
    doc, c, n = case.doc, case.c, case.n
    if n.what != "unit.people" or not c.j <= n.at <= c.j + _NOUN:
        return False
    sentence = doc.sentence_of(c.i)
    if not (doc.has(*sentence, "side.moscow") or doc.has(*sentence, "place.ru")):
        return False
    theirs = [doc.tags[k] for k in range(c.j, n.at + 1)]
    return any({"punisher", "western"} & tags for tags in theirs) and not any("side.kyiv" in tags for tags in theirs)


_NOUN = 2


def _in_other_land(doc: Document, a: int, b: int) -> bool:
    """Are children hurt or lost there, in a clause where nobody speaks and no place of this story is: "in Gaza"? Those
    who met their mothers in Vienna may be this story's."""
    hurt = any(doc.has(a, b, tag) for tag in (*ATTACKED, "measure.missing"))
    there = (
        k
        for k in range(max(a, 1), b)
        if "foreign" in doc.tags[k]
        and doc.word(k - 1) in doc.language.inside
        and doc.text[doc.tokens.starts[k]].isupper()
    )
    own = any(doc.has(a, b, tag) for tag in (*_OWN_PLACES, "say"))
    return hurt and next(there, None) is not None and not own


_OWN_PLACES = ("place.ru", "place.tot", "place.ua", "place.by", "story", "country", "region")


def _attack(case: Case) -> bool:
    """The wounded of an attack: a number in a sentence of drones and missiles, no children told before it."""
    a, b = case.doc.sentence_of(case.c.i)
    if says_it_itself(case):
        return False
    first = case.doc.bounds[max(0, case.doc.sentence[case.c.i] - 3)][0]
    clause = case.doc.clauses[case.doc.clause[case.c.i]]
    brought = any(case.doc.has(*clause, tag) for tag in ("measure.fetched", "measure.returned"))
    return not brought and case.doc.has(a, b, "reject.weapons") and not case.doc.has(first, case.c.i, "child")


def _third(case: Case) -> bool:
    """ "A third group", "for a third time": which of several, no share of them."""
    doc, j = case.doc, case.c.j
    which = doc.word(j - 1) in doc.language.ordinal_shares and doc.word(case.c.i) in doc.language.articles
    if not which or j >= len(doc.words) or doc.tokens.kinds[j] != "w":
        return False
    word, tags = doc.word(j), doc.tags[j]
    single = "child" in tags and not word.endswith(doc.language.plurals or ("\n",))
    epithet = bool(tags & {"story", "foreign"}) and j + 1 < len(doc.tags) and "child" in doc.tags[j + 1]
    return bool(tags & {"acts", "turns"}) or single or epithet


def _whole_again(case: Case) -> bool:
    """ "Two of the 46 were adopted; seven of the 46 came home": a whole that the text has told before."""
    doc, i = case.doc, case.c.i
    if case.c.share or case.n.what not in ("none", "child") or not behind_whole(doc, i):
        return False
    a, _ = doc.sentence_of(i)
    before = doc.spans_in(a, i)
    part = before and i - before[-1].j <= _PART and before[-1].value < (case.c.value or 0)
    return bool(part) and any(s.value == case.c.value for s in doc.spans_in(0, before[-1].i))


_PART = 3


def _gapped_thing(case: Case) -> bool:
    """ "Передала 70 писем, украинская – 45": what the number before the dash counts, this one counts too."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) not in DASHES or doc.has(*doc.clauses[doc.clause[i]], "measure"):
        return False
    before = doc.spans_in(doc.sentence_of(i)[0], i)
    if not before or before[-1].j >= len(doc.tags) or i - before[-1].j > _GAP or "," not in doc.words[before[-1].j : i]:
        return False
    return any(tag.startswith("reject.documents") for tag in doc.tags[before[-1].j])


_GAP = 6


def _dotted(case: Case) -> bool:
    """ "To już 17. pakiet": digits with a point before a noun are an ordinal."""
    doc, j = case.doc, case.c.j
    if not doc.language.dotted_ordinals or doc.word(j) != "." or j + 1 >= len(doc.words):
        return False
    touching = doc.tokens.ends[j - 1] == doc.tokens.starts[j]
    return touching and doc.tokens.kinds[j + 1] == "w" and doc.text[doc.tokens.starts[j + 1]].islower()


def _named_number(case: Case) -> bool:
    """ "I Ventisette hanno sanzionato": a number word with a capital behind an article is a name."""
    doc, i = case.doc, case.c.i
    words = case.c.spans[0].form == "words" and doc.word(i - 1) in doc.language.definites and case.n.at != case.c.j
    capital = doc.text[doc.tokens.starts[i]].isupper() and not doc.language.nouns_capital
    goes_on = case.c.j < len(doc.words) and doc.text[doc.tokens.starts[case.c.j]].isupper()
    return words and capital and not goes_on


def _downed(case: Case) -> bool:
    """ "The air force said 121 had been shot down", "114 davon habe man abgefangen": drones of this sentence or the one
    before it, whatever was told before them."""
    doc, number = case.doc, case.doc.sentence[case.c.i]
    weapons = doc.has(doc.bounds[max(0, number - 1)][0], doc.bounds[number][1], "reject.weapons")
    of_them = case.c.j < len(doc.tags) and "partitive" in doc.tags[case.c.j]
    return weapons and doc.has(*doc.clauses[doc.clause[case.c.j if of_them else case.c.i]], "downed")


def _particle(case: Case) -> bool:
    """An article that counts nothing: "trafen in Kiew ein"."""
    last = case.c.j >= len(case.doc.words) or case.doc.tokens.kinds[case.c.j] == "p"
    return last and case.doc.word(case.c.i) in case.doc.language.articles


class _Rule(NamedTuple):
    """A reason and what it holds for: a `bare` number alone (no noun said), of one `form` alone, shares alone or never.

    In a text without any of `tags` it never holds.
    """

    name: str
    rejects: Callable[[Case], bool]
    bare: bool = False
    form: str = ""
    share: bool | None = None
    tags: tuple[str, ...] = ()


_RULES = (
    _Rule("vague", _vague),
    _Rule("fraction", _fraction),
    _Rule("couple", _couple, bare=True),
    _Rule("impossible", _impossible),
    _Rule("time", clock_time),
    _Rule("ordinal", _span_form, form="ordinal"),
    _Rule("adjective", _adjective, form="adjective"),
    _Rule("money", _money),
    _Rule("money", _of_market, tags=("market",)),
    _Rule("time", hour, bare=True, share=False),
    _Rule("date", date),
    _Rule("rate", _rate, share=False),
    _Rule("year", year),
    _Rule("age", age),
    _Rule("duration", elapsed, bare=True, tags=("elapsed",)),
    _Rule("age", year_old),
    _Rule("age", apposed, bare=True, share=False),
    _Rule("age", bracketed, bare=True, share=False),
    _Rule("age", of_siblings, bare=True, share=False),
    _Rule("ordinal", _third, share=True),
    _Rule("ordinal", _dotted, share=False),
    _Rule("the same again", _whole_again, share=False),
    _Rule("documents", _gapped_thing, bare=True, share=False, tags=("reject.documents",)),
    _Rule("name", _named_number, share=False),
    _Rule("soldiers", army, bare=True, share=False, tags=("army",)),
    _Rule("soldiers", swapped, bare=True, share=False, tags=("swap",)),
    _Rule("soldiers", exchanged, bare=True, share=False),
    _Rule("families", relative, share=False, tags=("sibling",)),
    _Rule("helpers", own_houses, share=False, tags=("possessor",)),
    _Rule("families", homes, share=False, tags=("family",)),
    _Rule("age", told_to, share=False),
    _Rule("age", of_today, bare=True, share=False),
    _Rule("age", of_age, bare=True, share=False, tags=("of_age",)),
    _Rule("age", turned, bare=True, share=False),
    _Rule(_OTHER, _noun),
    _Rule(_OTHER, _noun_form, bare=True, share=False),
    _Rule("denied", denied),
    _Rule("denied", withdrawn, tags=("denied", "refuted")),
    _Rule("supposed", conditional, share=False),
    _Rule("denied", rebutted, tags=("rebuts",)),
    _Rule("denied", supposed, tags=("supposed",)),
    _Rule("denied", answered_no),
    _Rule("change", _fell),
    _Rule("duplicate", _doubled, tags=("doubled",)),
    _Rule("audience", audience, share=False),
    _Rule("reference", labelled, share=False),
    _Rule("reference", code, share=False),
    _Rule("reference", glued),
    _Rule("phone", phone, bare=True, share=False),
    _Rule("another story", _of_others, tags=("foreign",)),
    _Rule("in return", _answering, share=False),
    _Rule("promised", promised, bare=True, share=False, tags=("promised",)),
    _Rule("abroad", hosted, tags=("hosting", "elsewhere")),
    _Rule("school", schooled, share=False, tags=("schooling",)),
    _Rule("holiday", rested, share=False, tags=("rested",)),
    _Rule("elsewhere", elsewhere, tags=("leisure", "elsewhere", "front", "evacuation")),
    _Rule("another era", another_era),
    _Rule("attack", wounded, bare=True, tags=ATTACKED),
    _Rule("attack", _downed, bare=True, tags=("downed",)),
    _Rule("attack", _attack, bare=True, tags=("reject.weapons",)),
    _Rule(_OTHER, _unknown),
    _Rule("breakdown", breakdown, tags=("each", "region")),
    _Rule("breakdown", who, share=True),
    _Rule("article", _particle, form="article", share=False),
    _Rule("votes", _votes, tags=("reject.votes",)),
    _Rule("soldiers", soldiers, bare=True, share=False, tags=("reject.soldiers",)),
    _Rule("reference", reference, tags=("reject.documents", "label")),
    _Rule("people", with_children, share=False, tags=("partitive",)),
    _Rule("families", families),
    _Rule("families", her_own, share=False, tags=("own_family", "own")),
)


_TAGS = frozenset(tag for rule in _RULES for tag in rule.tags)


@remembered
def _told(doc: Document) -> frozenset[str]:
    """The tags of rules that the text has."""
    return frozenset(tag for tag in _TAGS if doc.has(0, len(doc.words), tag))


@lru_cache(1000)
def _possible(
    told: frozenset[str], bare: bool, form: str, share: bool
) -> tuple[tuple[str, Callable[[Case], bool]], ...]:
    """The rules that may hold for such a number in a text that has the tags `told`."""
    return tuple(
        (rule.name, rule.rejects)
        for rule in _RULES
        if (bare or not rule.bare)
        and rule.form in ("", form)
        and rule.share in (None, share)
        and (not rule.tags or not told.isdisjoint(rule.tags))
    )


DOUBTS = frozenset({_OTHER, "elsewhere", "population", "documents", "another story"})
"""Reasons that words alone do not settle: the weights may overrule them."""


def reason(doc: Document, candidate: Candidate, what: Counted) -> str | None:
    """The name of the first rule that rejects the candidate, None if it may be a figure."""
    case = Case(doc, candidate, what)
    for name, rejects in _possible(_told(doc), what.what == "none", candidate.spans[0].form, candidate.share):
        if rejects(case):
            return what.what.removeprefix("reject.") if what.what.startswith("reject.") and name == _OTHER else name
    return None
