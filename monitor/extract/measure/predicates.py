"""The word that says of counted children what became of them: "1,187 children are home", "attacks wounded 51 children".

Such a sentence says it, however unusual its number is.
"""

from __future__ import annotations

from monitor.extract.context.senses import sense
from monitor.extract.context.ways import THEIRS, ways
from monitor.extract.count.candidates import Candidate
from monitor.extract.count.nouns import Counted
from monitor.extract.text.document import Document
from monitor.extract.text.lexicon import Cue

__all__ = ["says_it_of"]

_NOUN, _VERB = 2, 3
"""So many words at most stand between a number and its noun, and between these and the verb."""


def says_it_of(doc: Document, c: Candidate, what: Counted, cue: Cue) -> bool:
    """Does the word say it of the children whom the number counts, alone there, and no other word anything else?

    There is their clause, where the word stands right behind their noun or before the number; or the sentence. Where
    adjectives stand behind their noun ("niños traídos") a word there may be one, and then the sentence must say nothing
    else. How they were called before ("23 deported children are home") says nothing else. Who comes to Russia does not
    come home, nor who only must.
    """
    sentence, clause = doc.sentence_of(c.i), doc.clauses[doc.clause[c.i]]
    if c.share:
        return False
    if cue.i == what.at + 1 and not doc.language.adjectives_first and not _says_all(doc, sentence, cue):
        return False
    if cue.tag == "measure.returned" and _unreal(doc, sentence[0], max(c.j, cue.j)):
        return False
    if not _counted(doc, c, what):
        return what.what == "none" and _number_of(doc, c.i, sentence[0]) and _alone(doc, *sentence, cue)
    if cue.tag == "measure.returned" and THEIRS & ways(doc, *sentence).ends:
        return False
    beside = what.at < cue.i <= what.at + 1 + _VERB or cue.j <= c.i <= cue.j + _VERB
    epithets = range(c.j, _noun_ends(doc, what.at)) if cue.i > what.at else range(0)
    own = beside and doc.clause[cue.i] == doc.clause[c.i] and _alone(doc, *clause, cue, epithets)
    return own or _alone(doc, *sentence, cue, epithets)


def _says_all(doc: Document, sentence: tuple[int, int], cue: Cue) -> bool:
    """Is a participle all that the sentence says of those counted? Who is only called displaced may be so at home."""
    theirs = any(doc.has(*sentence, tag) for tag in _TAKERS)
    return _alone(doc, *sentence, cue) and (theirs or cue.tag != "measure.deported")


_TAKERS = ("place.ru", "place.tot", "place.by", "place.town", "agent.taker")


def _unreal(doc: Document, a: int, b: int) -> bool:
    """ "7,430 must be returned", "are still not home", "few of the 7,430": is their return, told in tokens a..b-1, only
    wanted, still to come, or denied?"""
    language = doc.language
    never = language.denials | language.conditionals | language.irreal
    return any(doc.has(a, b, tag) for tag in _TO_COME) or not never.isdisjoint(doc.words[a:b])


_TO_COME = ("planned", "coming", "negated", "denied", "supposed", "refuted", "none_of", "wanted")


def _counted(doc: Document, c: Candidate, what: Counted) -> bool:
    """ "1,187 (Ukrainian) children": their noun stands beside the number."""
    return what.what == "child" and 0 <= what.at - c.j <= _NOUN and _words(doc, c.j, what.at)


def _noun_ends(doc: Document, k: int) -> int:
    """The last of the words for children that begin at token `k`: "verschleppte Kinder"."""
    while k + 1 < len(doc.tags) and "child" in doc.tags[k + 1]:
        k += 1
    return k


def _number_of(doc: Document, i: int, a: int) -> bool:
    """ "The number of children deported stands at 23": a bare number behind a word of counts, children before it."""
    return doc.under(max(a, i - _NOUN), i, "holds") and doc.has(a, i, "child")


def _alone(doc: Document, a: int, b: int, cue: Cue, epithets: range = range(0)) -> bool:
    """Is there one number in tokens a..b-1, and nothing said but what the word says? How those were called before
    ("23 deported children are home") says nothing of them now."""
    told = {sense(doc, q) for q in doc.cues_of("measure", a, b) if q.i not in epithets}
    return len(_numbers(doc, a, b)) <= 1 and told <= {sense(doc, cue), None}


def _numbers(doc: Document, a: int, b: int) -> list[int]:
    """The numbers of tokens a..b-1 that may be figures; an article counts nothing."""
    return [i for i in doc.live_in(a, b) if all(span.form != "article" for span in doc.spans_in(i, i + 1))]


def _words(doc: Document, a: int, b: int) -> bool:
    """Are tokens a..b-1 words alone?"""
    return all(doc.tokens.kinds[k] == "w" for k in range(a, b))
