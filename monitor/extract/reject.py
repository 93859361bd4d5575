"""Numbers that are no figures, each with the name of the reason (SCHEME, "Not a figure")."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from monitor.extract.ages import age, apposed, bracketed, elapsed, of_siblings, told_to, turned, year_old
from monitor.extract.candidates import Candidate, rate
from monitor.extract.cases import Case
from monitor.extract.changes import changed, fell
from monitor.extract.document import Document, remembered
from monitor.extract.elsewhere import another_era, elsewhere, hosted
from monitor.extract.nouns import Counted
from monitor.extract.portions import breakdown, who
from monitor.extract.times import ARTICLES, DASHES, bare_day, day_number, names_years

__all__ = ["DOUBTS", "reason"]

_OTHER = "counts something else"
_CURRENCY = frozenset("$€£₴")
_FAR = 6


_FEW, _MANY = 20, 100
"""Ordinals from here on state a total: right before the noun ("her fifth child" does not), and anywhere near it."""


def _span_form(case: Case) -> bool:
    c, n = case.c, case.n
    year = 1900 <= (c.value or 0) <= 2040
    if year and (n.at != c.j or case.doc.word(c.i - 1) in case.doc.language.dating):
        return True
    event = n.what == "none" and not year and case.doc.has(c.j, c.j + 2, "measure.returned")
    if n.what == "child" and _one_of_them(case):
        return c.spans[0].value < _FEW
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


def _time(case: Case) -> bool:
    """ "19:30": a colon joins the number to another; so does an h ("18h45", "18 h 45")."""
    doc, i, j = case.doc, case.c.i, case.c.j
    if doc.word(j) == "h" and _digits(doc, i):
        return (case.c.value or 0) <= _HOURS
    if doc.word(i - 1) == "h" and _digits(doc, i - 2):
        counted = case.n.what == "child" and case.n.at == j
        return _digits(doc, i) and len(doc.word(i)) == _TWO and (case.c.value or 0) < _MINUTES and not counted
    before = doc.word(i - 1) == ":" and doc.word(i - 2).isdigit()
    after = doc.word(j) == ":" and doc.word(j + 1).isdigit()
    if after and doc.tokens.starts[j] == doc.tokens.ends[j - 1]:
        return True
    return before and doc.tokens.ends[i - 1] == doc.tokens.starts[i]


def _digits(doc: Document, k: int) -> bool:
    return doc.word(k).isdecimal()


_HOURS, _MINUTES, _TWO = 24, 60, 2


def _clock(case: Case) -> bool:
    """ "The panel at 11": a bare hour behind a word of hours, no word of counts before it."""
    doc, i, value = case.doc, case.c.i, case.c.value
    if value is None or value > _HOURS or doc.word(i - 1) not in doc.language.at_hours:
        return False
    if case.c.spans[0].form != "digits" and value > _HOURS / 2:
        return False
    first = max(doc.sentence_of(i)[0], i - _FAR)
    return not any({"total", "holds", "say", "estimate", "unit.facilities"} & doc.tags[k] for k in range(first, i))


def _date(case: Case) -> bool:
    if case.c.value is None or not 1 <= case.c.value <= 31 or (case.n.what == "child" and case.n.at == case.c.j):
        return False
    doc, j = case.doc, case.c.j
    if (doc.word(case.c.i - 1), doc.word(j)) == ("(", ")") and _weekday(doc, case.c.i - 2):
        return True
    if case.n.what == "none" and bare_day(doc, case.c.spans[0]):
        return True
    if doc.word(j) in doc.language.range_bare and doc.spans_in(j + 1, j + 2):
        j += 2
    dotted = doc.word(j) == "." and (doc.language.nouns_capital or not _opens_sentence(doc, j + 1))
    after = doc.word(j + 1) if dotted or doc.word(j) in doc.language.of else doc.word(j)
    return after in doc.language.months or _days_to_month(doc, j) or _behind_month(case)


def _behind_month(case: Case) -> bool:
    """ "October 5", "Dec. 4", "October 5 and 7", "October 5-7": a month right before, or another day between."""
    doc, k = case.doc, case.c.i - 1
    if not doc.language.month_first:
        return False
    joined = doc.word(k) in doc.language.unto or (doc.word(k) in DASHES and _closed(doc, k))
    if joined and case.c.spans[0].form == "digits" and day_number(doc.word(k - 1)):
        k -= 2
    k -= doc.word(k) == "." and doc.word(k - 1) in doc.language.short_months
    return doc.word(k) in doc.language.months


def _closed(doc: Document, k: int) -> bool:
    """Does the token stand without space on either side? That before "Eleven" in "Feb 16 - Eleven" does not."""
    starts, ends = doc.tokens.starts, doc.tokens.ends
    return 0 < k < len(starts) - 1 and ends[k - 1] == starts[k] and ends[k] == starts[k + 1]


def _days_to_month(doc: Document, j: int) -> bool:
    """ "Du 5 au 7 octobre", "с 5 по 7 октября": behind the first day of a span of days."""
    k = j + (doc.word(j) == ".")
    if doc.word(k) not in doc.language.unto:
        return False
    k += 1 + (doc.word(k + 1) in ARTICLES)
    last, k = doc.word(k), k + 1
    while doc.word(k) == "." or doc.word(k) in doc.language.of:
        k += 1
    return bool(day_number(last)) and doc.word(k) in doc.language.months


def _weekday(doc: Document, k: int) -> bool:
    """Is token `k`, with the word before it, a day of the week: "na terça", "sexta-feira"?"""
    return doc.word(k) in doc.language.weekdays or f"{doc.word(k - 1)} {doc.word(k)}" in doc.language.weekdays


def _rate(case: Case) -> bool:
    """ "Of every hundred taken, six are back": the hundred is the measuring rod."""
    return rate(case.doc, case.c.spans[0])


def _opens_sentence(doc: Document, k: int) -> bool:
    """Does a capital letter open token `k`: "December: 11. November: 5"?"""
    return k < len(doc.words) and doc.text[doc.tokens.starts[k]].isupper()


_THIS_WAR = (2014, 2030)


def _year(case: Case) -> bool:
    span = case.c.spans[0]
    if _of_season(case):
        return True
    if not (span.round and case.c.value and 1900 <= case.c.value <= 2099):
        return False
    if _joined(case) or case.doc.word(case.c.i - 1) in case.doc.language.dating or _months_of(case):
        return True
    if _counts_acts(case):
        return False
    if case.n.what in ("child", "name") and case.n.at <= case.c.j + 1 and not case.doc.spans_in(case.c.j, case.n.at):
        return False
    counted = case.doc.has(case.c.j, case.c.j + 1, "measure.returned")
    pointed = not counted and case.doc.word(case.c.i - 1) in case.doc.language.definites
    if case.doc.language.before_years and _hedged(case.doc, case.c.i) and not pointed:
        return False
    if _answer(case) or _object(case):
        return False
    at = case.c.i - 1 - (case.doc.word(case.c.i - 1) in ("–", ":"))
    before = case.doc.tags[at] if at >= 0 else frozenset()
    if case.doc.language.inverted and not _THIS_WAR[0] <= case.c.value <= _THIS_WAR[1]:
        return False
    if "total" in before and not _THIS_WAR[0] <= case.c.value <= _THIS_WAR[1]:
        return False
    return not any(t.startswith(("measure.", "hedge.", "qualifier")) for t in before)


def _of_season(case: Case) -> bool:
    """ "In 2022–23": the end of a span of years."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) not in DASHES or i - 2 not in doc.years or len(doc.words[i]) != 2:
        return False
    return doc.tokens.ends[i - 1] == case.c.spans[0].start and int(doc.words[i - 2][2:]) + 1 == case.c.value


def _joined(case: Case) -> bool:
    """ "Between 2022 and 2025", "in 2023, 2024 and 2025": one of the years of a row that is told as a time."""
    doc, language, k = case.doc, case.doc.language, case.c.i
    links = language.range_bare | language.range_to | language.links | DASHES
    later = doc.word(case.c.j) in links and case.c.j + 1 in doc.years and doc.words[case.c.j + 1] > doc.words[k]
    if doc.word(k - 1) in language.range_between and later and not changed(doc, k):
        return True
    if k - 2 not in doc.years or doc.word(k - 1) not in links or doc.words[k - 2] >= doc.words[k]:
        return False
    if doc.word(k - 1) in language.range_bare or changed(doc, k):
        return doc.word(k - 1) in language.range_bare
    while doc.word(k - 1) in links | {","} and k - 2 in doc.years:
        k -= 2
    return doc.word(k - 1) in language.dating | language.range_between or names_years(doc, k - 1)


def _months_of(case: Case) -> bool:
    """ "Les neuf premiers mois de 2025": the year of a duration told right before."""
    i = case.c.i
    return i > 1 and case.doc.word(i - 1) in case.doc.language.of and "reject.duration" in case.doc.tags[i - 2]


def _counts_acts(case: Case) -> bool:
    """A number right before a noun of returns, which no year stands before: "2016 retours", "2016 повернень"."""
    return (
        case.doc.has(case.c.j, case.c.j + 1, "acts") and case.doc.word(case.c.i - 1) not in case.doc.language.definites
    )


def _answer(case: Case) -> bool:
    """ "How many are back? 2003." """
    a, b = case.doc.sentence_of(case.c.i)
    return a == case.c.i and b - a <= 2 and case.doc.word(a - 1) == "?"


def _object(case: Case) -> bool:
    """A verb and one word before a number that is no year of this war: "we brought them back 1985"."""
    at = case.c.i - 2
    if (
        at < 0
        or _THIS_WAR[0] <= (case.c.value or 0) <= _THIS_WAR[1]
        or case.doc.clause[at] != case.doc.clause[case.c.i]
    ):
        return False
    return any(t in _ITS_OWN for t in case.doc.tags[at])


def _money(case: Case) -> bool:
    big = case.n.what == "none" and (case.c.value or 0) >= 10**6
    if big and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.money"):
        return True
    return case.doc.word(case.c.i - 1) in _CURRENCY or case.doc.word(case.c.j) in _CURRENCY


def _noun(case: Case) -> bool:
    return case.n.what.startswith("reject.") or case.n.what == "other"


def _noun_form(case: Case) -> bool:
    """ "34 дома": behind two to four a noun (houses), elsewhere a word of the way home."""
    last, teens = (case.c.value or 0) % 10, (case.c.value or 0) % 100 // 10 == 1
    return case.doc.word(case.c.j) in case.doc.language.paucal_nouns and last in _PAUCAL_ENDS and not teens


_PAUCAL_ENDS = (2, 3, 4)


def _denied(case: Case) -> bool:
    """ "Not 20,000"; but "not even a fifth has come back" says how few, "мало не" how many."""
    quoted = case.doc.word(case.c.i - 1) == '"'
    word, again = case.doc.word(case.c.i - 1 - quoted), case.doc.word(case.c.i - 2 - quoted)
    few = case.c.share and case.doc.under(*case.doc.clauses[case.doc.clause[case.c.i]], "measure")
    almost = f"{again} {word}", f"{case.doc.word(case.c.i - 3)} {again} {word}"
    if not case.doc.language.hedge_phrases.isdisjoint(almost):
        return False
    return not few and bool(case.doc.language.denials & {word, f"{again} {word}"})


def _votes(case: Case) -> bool:
    return case.n.what not in ("child", "name") and case.doc.has(*case.doc.sentence_of(case.c.i), "reject.votes")


def _soldiers(case: Case) -> bool:
    a, b = case.doc.sentence_of(case.c.i)
    soldiers = case.doc.has(a, b, "reject.soldiers") and not case.doc.has(a, b, "child")
    return soldiers and not _says_it_itself(case)


def _reference(case: Case) -> bool:
    """Article 49, Resolution 236, Articles 49 and 50, Article 8(2): a document's number."""
    doc, i = case.doc, case.c.i
    if i > 2 and doc.tokens.kinds[i - 2] == "n" and "reject.documents" in doc.tags[i - 3]:
        return doc.word(i - 1) == "(" or doc.word(i - 1) in doc.language.connectors
    return (
        case.c.i > 0
        and (i < 2 or doc.tokens.kinds[i - 2] != "n")
        and bool(({"label"} if doc.language.implied_ways else {"reject.documents", "label"}) & doc.tags[i - 1])
        and not _amounts_to(doc, i - 1)
        and not (case.n.what in ("child", "unit.people") and case.n.at == case.c.j)
    )


def _amounts_to(doc: Document, k: int) -> bool:
    """ "The additions number 54", "those still sought number 9": a verb of counts behind a plural or verb, no label."""
    plural = doc.word(k - 1).endswith(doc.language.plurals or ("\n",))
    return "holds" in doc.tags[k] and (plural or doc.under(k - 1, k, "measure"))


def _named_thing(case: Case) -> bool:
    """ "U-16", "Су-27": a number joined to a word by a hyphen before it."""
    doc, i = case.doc, case.c.i
    if i < 2 or doc.word(i - 1) != "-" or doc.tokens.kinds[i - 2] != "w":
        return False
    return doc.tokens.ends[i - 2] == doc.tokens.starts[i - 1] and doc.tokens.ends[i - 1] == doc.tokens.starts[i]


def _families(case: Case) -> bool:
    """``30 детей из 22``: the families of a child count; "a mother of three": the children of a family."""
    doc, i = case.doc, case.c.i
    if doc.word(i - 1) in doc.language.of and case.n.what in ("none", "child") and doc.under(i - 2, i - 1, "parent"):
        return (case.c.value or 0) < 20
    if case.n.what == "child" and doc.language.implied_ways and doc.under(max(0, i - 2), i, "parent"):
        return (case.c.value or 0) < 20 and not any(doc.has(k, k + 1, "measure") for k in range(max(0, i - 2), i))
    numbered = i > 1 and doc.tokens.kinds[i - 2] == "n"
    if doc.word(i - 1) in doc.language.origins and numbered and case.n.what == "none":
        return doc.has(*doc.sentence_of(i), "family") or doc.has(*doc.bounds[max(0, doc.sentence[i] - 1)], "family")
    return (
        case.doc.word(case.c.i - 1) in case.doc.language.origins
        and case.c.i > 1
        and "child" in case.doc.tags[case.c.i - 2]
        and case.n.what != "child"
        and not case.doc.has(case.c.j, case.c.j + 3, "measure")
    )


_MANY_OF_ONE = 20


def _her_own(case: Case) -> bool:
    """ "У неї троє", "воспитывает пятерых": the few children that somebody has, in a clause without a place; "обнял
    троих своих: ...": those that are somebody's own, whatever became of them."""
    doc, j = case.doc, case.c.j
    clause = doc.clauses[doc.clause[case.c.i]]
    few = (case.c.value or _MANY_OF_ONE) < _MANY_OF_ONE and case.n.what in ("child", "none")
    his = j < len(doc.tags) and "own" in doc.tags[j] and not doc.word(j + 1).isalpha()
    return few and (his or (doc.has(*clause, "own_family") and not doc.under(*clause, "measure")))


def _with_children(case: Case) -> bool:
    """ "15 Russians came home, among them two children": of people, those who are children are told apart."""
    doc, last = case.doc, len(case.doc.bounds) - 1
    if case.n.what != "unit.people":
        return False
    ends = doc.bounds[min(doc.sentence[case.c.i] + 1, last)][1]
    part = next(iter(doc.spans_in(case.c.j, ends)), None)
    if part is None or part.value >= (case.c.value or 0) or part.j >= len(doc.tags):
        return False
    first = max(case.c.j, doc.sentence_of(part.i)[0])
    return "child" in doc.tags[part.j] and doc.has(first, part.i, "partitive")


def _vague(case: Case) -> bool:
    """ "Thousands", "tens of thousands": scale words alone."""
    doc, i, vague = case.doc, case.c.i, case.doc.language.vague
    if case.c.j != i + 1:
        return vague.issuperset(doc.words[i : case.c.j])
    if doc.word(i) in doc.language.singulars and _hedged(doc, i):
        return False
    return doc.word(i) in vague or doc.word(i - 1) in vague


def _hedged(doc: Document, i: int) -> bool:
    return doc.word(i - 1) in doc.language.hedge_ends


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
    if k + 1 < len(doc.tags) and doc.tags[k + 1]:
        return False
    few = doc.word(case.c.i) in doc.language.paucals or (doc.language.paucals and doc.word(case.c.i) in ("2", "3", "4"))
    if few and doc.word(k).endswith(_PAUCAL):
        return not doc.word(k).endswith(doc.language.finite)
    return _plural(doc, k) or (_adjectival(doc, k) and _strange(doc, k + 1) and _plural(doc, k + 1))


def _strange(doc: Document, k: int) -> bool:
    """Is token `k` a word that says nothing of the story?"""
    return k < len(doc.words) and doc.tokens.kinds[k] == "w" and not doc.tags[k] - {"foreign"}


def _adjectival(doc: Document, k: int) -> bool:
    """ "Blue butterflies": a word of the noun's phrase, no small word, in a language whose adjectives stand before."""
    word, language = doc.word(k), doc.language
    return language.adjectives_first and len(word) > 3 and word not in language.small and word not in language.leading


def _plural(doc: Document, k: int) -> bool:
    word = doc.words[k]
    epithet = word.endswith(_EPITHETS)
    if len(word) > 3 and not epithet and word.endswith(doc.language.genitives or ("\n",)):
        return word not in doc.language.adverbs and not word.endswith(doc.language.finite)
    if word in doc.language.small:
        return False
    if doc.language.nouns_capital:
        return doc.text[doc.tokens.starts[k]].isupper()
    return len(word) > 4 and word.endswith(doc.language.plurals or ("\n",))


_EPITHETS = ("их", "ых", "ими", "ыми", "ій", "ой", "ый")
"""Endings of adjectives, which may stand before a noun of the story."""
_PAUCAL = ("и", "і", "ы", "а", "я")
"""Nouns end so behind two, three, four."""


def _withdrawn(case: Case) -> bool:
    """A clause that is denied before the number: "it is untrue that 500 returned"."""
    doc, i = case.doc, case.c.i
    a, b = doc.sentence_of(i)
    actual = doc.cues_of("actual", a, i)
    return doc.has(actual[-1].j if actual else a, i, "denied") or doc.has(i, b, "refuted")


def _fell(case: Case) -> bool:
    return fell(case.doc, case.c.j)


def _doubled(case: Case) -> bool:
    """ "1,200 of them had been counted twice", "48 записів виявилися дублями": what a register loses."""
    return case.doc.has(*case.doc.clauses[case.doc.clause[case.c.i]], "doubled")


def _audience(case: Case) -> bool:
    """ "Spoke to 300 pupils", "перед 300 школярами": who listened."""
    if case.n.what != "child":
        return False
    words, i = case.doc.words, case.c.i
    before = {" ".join(words[i - size : i]) for size in (1, 2, 3) if i >= size}
    return not before.isdisjoint(case.doc.language.addresses)


def _numbered(case: Case) -> bool:
    """ "Case No. 245", "camp № 4", "Haus Nr. 3"."""
    doc, k = case.doc, case.c.i - 1
    return doc.word(k) == "№" or (doc.word(k) == "." and doc.word(k - 1) in _NUMBER_SIGNS)


_NUMBER_SIGNS = frozenset({"no", "nr", "núm", "num"})


def _of_others(case: Case) -> bool:
    """ "3,700 Syrian children": whose children they are stands right before the noun."""
    doc, k = case.doc, case.n.at
    return (
        case.n.what == "child" and k > case.c.j and "foreign" in doc.tags[k - 1] and "place.ru" not in doc.tags[k - 1]
    )


def _promised(case: Case) -> bool:
    """ "They had promised fifteen": behind a word of promises in its clause."""
    opens, _ = case.doc.clauses[case.doc.clause[case.c.i]]
    return case.doc.has(opens, case.c.i, "promised")


def _supposed(case: Case) -> bool:
    """A sentence of suppositions, or of what proved untrue: "suppose 20 a week", "the report was invented"."""
    return case.doc.has(*case.doc.sentence_of(case.c.i), "supposed")


_ITS_OWN = frozenset({"measure.returned", "measure.deported", "measure.identified", "measure.located"})


def _says_it_itself(case: Case) -> bool:
    """ "2,126 returns": the number counts what only this story tells, whatever else the sentence tells."""
    behind = case.doc.tags[case.c.j] if case.c.j < len(case.doc.tags) else frozenset()
    return bool(_ITS_OWN & behind)


def _attack(case: Case) -> bool:
    """The wounded of an attack: a number in a sentence of drones and missiles, no children told before it."""
    a, b = case.doc.sentence_of(case.c.i)
    if _says_it_itself(case):
        return False
    first = case.doc.bounds[max(0, case.doc.sentence[case.c.i] - 3)][0]
    clause = case.doc.clauses[case.doc.clause[case.c.i]]
    brought = any(case.doc.has(*clause, tag) for tag in ("measure.fetched", "measure.returned"))
    return not brought and case.doc.has(a, b, "reject.weapons") and not case.doc.has(first, case.c.i, "child")


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
    _Rule("time", _time),
    _Rule("ordinal", _span_form, form="ordinal"),
    _Rule("adjective", _adjective, form="adjective"),
    _Rule("money", _money),
    _Rule("time", _clock, bare=True, share=False),
    _Rule("date", _date),
    _Rule("rate", _rate, share=False),
    _Rule("year", _year),
    _Rule("age", age),
    _Rule("duration", elapsed, bare=True, tags=("elapsed",)),
    _Rule("age", year_old),
    _Rule("age", apposed, bare=True, share=False),
    _Rule("age", bracketed, bare=True, share=False),
    _Rule("age", of_siblings, bare=True, share=False),
    _Rule("age", told_to, share=False),
    _Rule("age", turned, bare=True, share=False),
    _Rule(_OTHER, _noun),
    _Rule(_OTHER, _noun_form, bare=True, share=False),
    _Rule("denied", _denied),
    _Rule("denied", _withdrawn, tags=("denied", "refuted")),
    _Rule("denied", _supposed, tags=("supposed",)),
    _Rule("change", _fell),
    _Rule("duplicate", _doubled, tags=("doubled",)),
    _Rule("audience", _audience, share=False),
    _Rule("reference", _numbered, share=False),
    _Rule("another story", _of_others, tags=("foreign",)),
    _Rule("promised", _promised, bare=True, share=False, tags=("promised",)),
    _Rule("abroad", hosted, tags=("hosting", "elsewhere")),
    _Rule("elsewhere", elsewhere, tags=("leisure", "elsewhere", "front", "evacuation")),
    _Rule("another era", another_era),
    _Rule("attack", _attack, bare=True, tags=("reject.weapons",)),
    _Rule(_OTHER, _unknown),
    _Rule("breakdown", breakdown, tags=("each", "region")),
    _Rule("breakdown", who, share=True),
    _Rule("article", _particle, form="article", share=False),
    _Rule("votes", _votes, tags=("reject.votes",)),
    _Rule("soldiers", _soldiers, bare=True, share=False, tags=("reject.soldiers",)),
    _Rule("reference", _reference, tags=("reject.documents", "label")),
    _Rule("reference", _named_thing),
    _Rule("people", _with_children, share=False, tags=("partitive",)),
    _Rule("families", _families),
    _Rule("families", _her_own, share=False, tags=("own_family", "own")),
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
