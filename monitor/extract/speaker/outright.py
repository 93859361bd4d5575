"""Who says a number where the shape of the text leaves no choice, and who does not: no weights are asked."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from monitor.extract.speaker.mentions import Mention, Names, helps, tellers
from monitor.extract.speaker.speakers import CITING, in_list, is_name, record_end
from monitor.extract.text.document import Document

__all__ = ["barred", "keeper", "outright", "passed", "stranger"]

_APART = 2
"""So many steps from a word of citing, or from the mark that opens a part of the sentence, stands who speaks."""
_SEVERAL = 2
"""So many states, and so many numbers, make a row."""
_SAID_BY = 5
"""Within so many tokens behind a word of citing stands who is cited: "selon la députée Anne Genetet"."""
_QUOTED, _QUOTATION = 8, 80
"""Within so many tokens behind a quotation stands who is quoted; so many it has at most."""
_ASKED = 3
"""Within so many tokens before a sentence ends the question that it answers."""
_THANKS = 4
"""Within so many tokens behind a word of thanks stands who is thanked."""
_NOUN = 4
"""The least letters of a noun for people."""
_OPENING = 4
"""Among so many tokens a sentence says that it tells of the one before."""
_HELD = 9
"""So many tokens a register may stand from the number that it holds."""
_SAME_OR_PAST_AN_ASIDE = (0, 2)
"""How many clauses a register and its number may be apart: "Ukraine's register, meanwhile, shows 386"."""
_HELD_IN_RECORDS = frozenset({"deported", "returned", "missing", "killed", "injured"})
_DEEDS = ("measure.deported", "measure.snatched", "measure.carried", "measure.hauled")
_RESCUER = frozenset({"agent.rescuer", "common"})


def outright(names: Names, i: int, measure: str) -> str | None:
    """Id of who says the number at token `i`, told of `measure`, where that is plain; else None."""
    inside = names.between(*names.doc.sentence_of(i))
    return (
        _claimed(names.doc, i, inside)
        or _announced(names, i, inside)
        or _punisher(names.doc, i, measure, inside)
        or _alone(names.doc, i, inside)
        or _counterpart(names.doc, i, inside)
        or _quoted(names, i, inside)
    )


def barred(doc: Document, i: int, measure: str, inside: list[Mention]) -> set[str]:
    """Those named in the sentence who do not say its number: who does the deed, where it is done, who is thanked, whose
    lead is taken, with whose help it is done."""
    done = _doers(doc, i, inside) | _thanked(doc, i, inside) | _helpers(doc, inside)
    return done | _followed(doc, i, measure, inside) | _addressed(doc, inside)


def _claimed(doc: Document, i: int, inside: list[Mention]) -> str | None:
    """ "Цифри Львової-Бєлової про 171 дитину – маніпуляція, заявив Лубінець": whose claim it is that another disputes,
    "Lvova-Belova's figure of 171"."""
    claims = doc.cues_of("claim", max(doc.clauses[doc.clause[i]][0], i - _CLAIM), i)
    if not claims or doc.has(claims[-1].j, i, "say") or not doc.has(i, doc.sentence_of(i)[1], "say"):
        return None
    claim = claims[-1]
    whose = [m for m in inside if m.at == claim.j or (doc.word(claim.i - 1).endswith("'s") and m.at < claim.i)]
    near = [m for m in whose if abs(m.at - claim.i) <= _WHOSE]
    return near[-1].who if near else None


_CLAIM, _WHOSE = 7, 3
"""So many words part a claim from its number, and its owner from it."""


def _announced(names: Names, i: int, inside: list[Mention]) -> str | None:
    """ "Ocho niños han vuelto. Así lo ha anunciado Melania Trump.": who alone is named where the next sentence says
    so of this one, which names nobody."""
    doc, number = names.doc, names.doc.sentence[i]
    a, b = doc.bounds[number + 1] if number + 1 < len(doc.bounds) else (0, 0)
    if not doc.has(a, min(a + _OPENING, b), "announces") or any(not mention.mute for mention in inside):
        return None
    speak = {mention.who for mention in names.between(a, b) if not mention.mute}
    return speak.pop() if len(speak) == 1 else None


def _punisher(doc: Document, i: int, measure: str, inside: list[Mention]) -> str | None:
    """ "The EU sanctioned nine people and Britain eight", "ten by Canada, five by the EU": of several who punish
    the one told right before the number, or behind it where the sentence begins with a number."""
    states = [m for m in inside if "punisher" in doc.tags[m.at]] if measure == "sanctions" else []
    if len({m.who for m in states}) < _SEVERAL or len(doc.live_in(*doc.sentence_of(i))) < _SEVERAL:
        return None
    own = bisect_left(doc.numbers, i)
    before = [m for m in states if m.at < i and bisect_left(doc.numbers, m.at) == own]
    behind = [m for m in states if m.at > i and bisect_left(doc.numbers, m.at) == own + 1]
    led = not doc.live_in(doc.sentence_of(i)[0], states[0].at)
    near = before[-1:] if led else behind[:1]
    return near[0].who if near else None


def _quoted(names: Names, i: int, inside: list[Mention]) -> str | None:
    """ "We have returned 58 children. It is a lot," Zelensky said: who is named behind a quotation of several
    sentences said all of it, unless the headline names others."""
    doc, sentence = names.doc, names.doc.sentence_of(i)
    closes = None if doc.has(*sentence, "say") else _closes(doc, i)
    if closes is None or closes < sentence[1] or any(not m.mute for m in inside):
        return None
    speak = tellers(doc, names.between(closes, min(closes + _QUOTED, doc.sentence_of(closes)[1])))
    who = speak[min(speak)] if speak else None
    return who if who is not None and (not names.headed or names.in_headline(who)) else None


def _alone(doc: Document, i: int, inside: list[Mention]) -> str | None:
    """ "20,000 were deported, Kyiv says; Yale counts 35,000": who alone speaks on the number's side of a semicolon
    or opens it, where others speak on the other."""
    a, b = doc.sentence_of(i)
    if ";" not in doc.words[a:b]:
        return None
    first = next((k for k in range(i, a, -1) if doc.words[k] == ";"), a)
    last = next((k for k in range(i, b) if doc.words[k] == ";"), b)
    speak = tellers(doc, inside)
    here = {who for at, who in speak.items() if first <= at < last}
    if not here and first > a:
        here = {m.who for m in inside if first < m.at <= first + _APART}
    return here.pop() if len(here) == 1 and any(not first <= at < last for at in speak) else None


def _counterpart(doc: Document, i: int, inside: list[Mention]) -> str | None:
    """ "Lubinets said 1,985. His Russian counterpart put it at 150": who is told by the name that one side has for an
    office of the other, as the subject right before the number."""
    before = [m for m in inside if m.at < i and not doc.spans_in(m.at, i)]
    told = [m for m in before[-1:] if _is_counterpart(doc, m) and doc.clauses[doc.clause[m.at]][0] >= m.at - _APART]
    return told[0].who if told and told[0].who not in _addressed(doc, inside) else None


def _helpers(doc: Document, inside: list[Mention]) -> set[str]:
    """ "With Qatar's help 31 came home": who only helps, and is not named a second time."""
    helped = {m.who for m in inside if helps(doc, m.at)}
    return helped - {m.who for m in inside if not helps(doc, m.at)}


def _is_counterpart(doc: Document, mention: Mention) -> bool:
    return doc.has(mention.at, mention.at + _SAID_BY, "counterpart")


def _addressed(doc: Document, inside: list[Mention]) -> set[str]:
    """ "She gave her Ukrainian counterpart the names of nine": the other side is told, and says nothing;
    of "Lubinets and his Russian counterpart" the first speaks."""
    named = [m for m in inside if _is_counterpart(doc, m)]
    told = {m.who for m in named if not m.says and doc.clauses[doc.clause[m.at]][0] < m.at - _APART}
    return told | {m.who for m in named if doc.among(max(0, m.at - _APART), m.at, doc.language.links)}


def keeper(names: Names, i: int, measure: str, best: str) -> str | None:
    """ "Ukraine's register lists 19,546", "19,546 on Kyiv's list": whose the nearest record is that holds the number.

    None where somebody speaks in that sentence, and where the likeliest speaker `best` is of the record's own side and
    may tell what stands in it. Lists of names, and where children are found, say nothing of who counts.
    """
    if measure not in _HELD_IN_RECORDS:
        return None
    inside = names.between(*names.doc.sentence_of(i)) if "record" in names.doc.said else []
    speak = [m.at for m in inside if m.says and not m.mute]
    records = [m for m in inside if _holds(names.doc, i, m.at, speak)]
    record = min(records, key=lambda m: abs(m.at - i), default=None)
    if record is None or names.sides(best) & names.doc.tags[record.at]:
        return None
    return record.who


def _holds(doc: Document, i: int, k: int, speak: list[int]) -> bool:
    """Is the name at `k` that of a register or list that has the number at `i`: right before it, or behind it and a
    preposition, and none of those who `speak` in the sentence says it?"""
    if abs(k - i) > _HELD or bisect_left(doc.numbers, max(i, k)) - bisect_right(doc.numbers, min(i, k)):
        return False
    if record_end(doc, k) is None:
        return False
    if k < i:
        return doc.clause[i] - doc.clause[k] in _SAME_OR_PAST_AN_ASIDE and not {*speak} - {k}
    before = {doc.word(k - 1), doc.word(k - 2)}
    near = not doc.language.leading.isdisjoint(before) and doc.clause[k] - doc.clause[i] in (0, 1)
    return near and not any(at != k and not doc.spans_in(min(at, i) + 1, max(at, i)) for at in speak)


def passed(names: Names, i: int, who: str) -> bool:
    """Is `who` named in passing: "She went by bus through Latvia", or in another item of a list than the number?"""
    doc = names.doc
    inside = names.between(*doc.sentence_of(i))
    if not names.of(who) or names.in_headline(who) or any(mention.who == who for mention in inside):
        return False
    first, silent, listed = names.aside(who)
    later = first > i and _told_by_another(doc, i)
    return later or silent or (listed and in_list(doc, doc.sentence[i]) and not _answers(doc, i))


def _told_by_another(doc: Document, i: int) -> bool:
    """ "A lawyer said 35,000 were deported", "dicen activistas": a common noun for one or several who are not named
    stands beside a word of saying in the sentence."""
    sentence = doc.sentence_of(i)
    beside = {k + step for k in doc.covered_in(*sentence, "say") for step in (-1, 1)}
    cited = {k + step for k in doc.covered_in(*sentence, CITING) for step in (1, _APART)}
    return any(_someone(doc, k) for k in beside) or any(_someone(doc, k, cited=True) for k in cited)


def _answers(doc: Document, i: int) -> bool:
    """Stands the number behind a question: in an interview, whose lines begin with dashes too?"""
    first = doc.sentence_of(i)[0]
    return "?" in doc.words[max(0, first - _ASKED) : first]


def stranger(doc: Document, i: int, inside: list[Mention]) -> bool:
    """ "Selon la députée Anne Genetet, ...": somebody whom the story does not know says it, by first and last name
    beside a word of saying, and nobody else who speaks is named in the sentence. Nouns with capitals hide names."""
    a, b = doc.sentence_of(i)
    if doc.language.nouns_capital or not any(_says_so(doc, k) for k in doc.covered_in(a, b, "say")):
        return False
    return all(mention.mute for mention in inside) and not doc.among(a, b, doc.language.pronouns)


def _says_so(doc: Document, k: int) -> bool:
    """Is an unknown first and last name the subject of the word of saying at token `k`, or who is cited by it?"""
    names = [k + 1, k - 2]
    if doc.word(k) in doc.language.hearers:
        names = [k - 2]
    if "citing" in doc.tags[k]:
        names += range(k + 2, k + _SAID_BY)
    return any(0 <= n < len(doc.words) - 1 and is_name(doc, n) and is_name(doc, n + 1) for n in names)


def _doers(doc: Document, i: int, inside: list[Mention]) -> set[str]:
    """ "Russia has deported 116,000 children", "were abducted to Russia": a land that does it, or where they
    are, is no source of the number without a word of saying beside its name."""
    first, end = doc.clauses[doc.clause[i]]
    theirs = [m for m in inside if doc.under(m.at, m.at + 2, "place.ru")]
    if not theirs:
        return set()
    does = {m.who for m in theirs if m.at < i and any(doc.has(m.at, end, deed) for deed in _DEEDS)}
    taken = any(doc.has(first, end, deed) for deed in _DEEDS)
    where = {m.who for m in theirs if m.mute and taken}
    return (does | where) - {m.who for m in inside if m.says or not m.mute}


def _thanked(doc: Document, i: int, inside: list[Mention]) -> set[str]:
    """ "He thanked Melania Trump, thanks to whom 23 children are home": who is named right behind the word."""
    cues = doc.cues_of("thanks", *doc.sentence_of(i))
    behind = ([m for m in inside if cue.j <= m.at < cue.j + _THANKS] for cue in cues)
    first = [named[0] for named in behind if named]
    return {m.who for m in first if not _says_more(doc, m.at)}


def _followed(doc: Document, i: int, measure: str, inside: list[Mention]) -> set[str]:
    """ "Ukraine, following Canada and the EU, sanctioned 48": the states whose lead is taken, but not who is only named
    by what it did ("following EU sanctions on 12")."""
    found: set[str] = set()
    for cue in doc.cues_of("lead", *doc.sentence_of(i)) if measure == "sanctions" else ():
        end = cue.j
        for mention in (m for m in inside if m.at >= cue.j and "punisher" in doc.tags[m.at]):
            if mention.at - end > _APART or "," in doc.words[end : mention.at] or _did(doc, mention.at):
                break
            end = mention.at + 1
            if doc.word(end) != "," or doc.word(end + 1) not in doc.language.relatives:
                found.add(mention.who)
    return found


def _did(doc: Document, k: int) -> bool:
    """Stands what somebody did right behind the name at token `k`?"""
    return doc.under(k + 1, k + _APART, "measure")


def _says_more(doc: Document, k: int) -> bool:
    """ "... thanked Lubinets, who said", "dankte Lubinez, der die Rückkehr meldete": a word of saying behind the name
    at `k`, or in the clause about it."""
    near = min(k + 1 + _THANKS, len(doc.words))
    if doc.under(k + 1, near, "say"):
        return True
    opens = next((n for n in range(k + 1, near) if doc.word(n) in doc.language.relatives), None)
    return opens is not None and doc.word(opens - 1) == "," and doc.under(*doc.clauses[doc.clause[opens]], "say")


def _closes(doc: Document, i: int) -> int | None:
    """Where the quotation ends in which the token stands, by the marks of its paragraph; None outside of one."""
    marks = doc.marks
    at = bisect_left(marks, i)
    if at == len(marks) or marks[at] - i > _QUOTATION or doc.words[marks[at]] == "\n":
        return None
    opened = at
    while opened > 0 and doc.words[marks[opened - 1]] != "\n" and at - opened < _QUOTATION:
        opened -= 1
    return marks[at] if (at - opened) % 2 else None


def _someone(doc: Document, n: int, cited: bool = False) -> bool:
    """Is token `n` a common noun for people who are not named: with the article of one among many, or a plural, which
    has the other article only where it is `cited` ("secondo gli attivisti")?"""
    word = doc.word(n)
    if (
        not word.isalpha()
        or len(word) < _NOUN
        or doc.tags[n] - _RESCUER
        or not doc.text[doc.tokens.starts[n]].islower()
    ):
        return False
    one = doc.word(n - 1) in doc.language.articles
    several = word.endswith(doc.language.plurals) and word not in doc.language.small
    return one or (several and (cited or doc.word(n - 1) not in doc.language.definites))
