"""Who says the number: the nearest speaker of the sentence, else of those before, the headline, the next."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import zip_longest

from monitor.extract.text.document import Document, remembered
from monitor.extract.text.lexicon import Cue

__all__ = [
    "ARTICLE", "CITING", "bodies", "cited", "gapped", "held", "housed", "in_list", "is_name", "meant", "of_another",
    "record_end", "says", "silent", "speaker_of", "voiced", "whom",
]  # fmt: skip

_CLAUSE = 8
_MENTIONED = 25
_LINE = 6
_BACK = 4
_TAKEN = 40
_DAYS = 32
_SAYS = 10
_GAP = 7
_DASH = frozenset({"–", "-"})
_APART = frozenset({",", ";", "\n", ")"})
_NEXT = 3
_MEMORY = 8
_CITED = 4
_RECORD = 3
_SPEAKS = 5
"""So many tokens from the name of a land to the end of its verb of saying ("Россия со своей стороны сообщала")."""
_TITLE = 4
"""So many words an office may stand behind the comma after its holder's name: "Kostin, who was then the ..." """
ARTICLE = 3
"""The most letters of an article (the, der)."""
CITING = "citing"
"""The tag of words that name whom one cites; only in a sentence with one is a speaker `cited`."""
_BULLETS = frozenset({"–", "-", "•", "*", "·"})
_PLACES = ("place.", "scope.qatar")
_NAMED = ("speaker.", "voice.")
_SHARED = "incumbent_"
_REMEMBERED = 2_000


@remembered
def _speakers(doc: Document, a: int, b: int) -> list[tuple[int, str]]:
    """Who speaks in tokens a..b-1, and where. An office whose holder's name is beyond these stands for itself."""
    told, cues, starts = _heard(doc)
    found = told[bisect_left(told, (a,)) : bisect_left(told, (b,))]
    k = bisect_left(starts, b)
    if 0 < k < len(cues) and starts[k - 1] >= a and _title(doc, cues[k - 1], cues[k]):
        return sorted([*found, (cues[k - 1].i, whom(doc, cues[k - 1]))])
    return found


@remembered
def _heard(doc: Document) -> tuple[list[tuple[int, str]], list[Cue], list[int]]:
    """All who speak in the text and where, in order, and its speakers that are not silent, with their places.

    Told once for the text: each number asks who speaks in its own sentence and in those before.
    """
    cues = [c for c in doc.cues_of("speaker", 0, len(doc.words)) if not silent(doc, c)]
    named = [(c.i, whom(doc, c)) for c, after in zip_longest(cues, cues[1:]) if not _title(doc, c, after)]
    voices = [(c.i, c.tag[6:]) for c in doc.cues_of("voice", 0, len(doc.words)) if voiced(doc, c)]
    return sorted([*named, *voices]), cues, [c.i for c in cues]


@remembered
def silent(doc: Document, cue: Cue) -> bool:
    """Says a speaker who is named here nothing: a place, one spoken to, some who are counted, what one named was?"""
    return _place(doc, cue) or _told(doc, cue) or _counted(doc, cue) or housed(doc, cue) or held(doc, cue)


def whom(doc: Document, cue: Cue) -> str:
    """Id of the speaker whom a cue of speakers or voices names: of an office that several share, the one of them whom
    the text named last, and alone in that sentence ("Lvova-Belova spoke. The ombudsman added")."""
    who = cue.tag.partition(".")[2]
    first = doc.bounds[max(0, doc.sentence[cue.i] - _BACK)][0]
    named = doc.cues_of(f"{_SHARED}{who}", first, cue.i)
    if not named:
        return who
    a, _ = doc.sentence_of(named[-1].i)
    meant = {q.tag.partition(".")[2] for c in named if c.i >= a for q in doc.cues_of("speaker", c.i, c.j)}
    return meant.pop() if len(meant) == 1 else who


def bodies(doc: Document) -> dict[str, set[str]]:
    """Of each name that several speakers share, those of them whom the text names by their own."""
    shared = [tag for tag in doc.said if tag.startswith(_SHARED)]
    named = {tag[len(_SHARED) :]: doc.cues_of(tag, 0, len(doc.words)) for tag in shared}
    return {
        who: {q.tag.partition(".")[2] for cue in cues for q in doc.cues_of("speaker", cue.i, cue.j)}
        for who, cues in named.items()
    }


def housed(doc: Document, cue: Cue) -> bool:
    """ "She said at the White House": where something is said does not say it; "at the White House they say" does."""
    return "building" in doc.tags[cue.i] and not doc.under(cue.j, cue.j + 2, "say")


def _counted(doc: Document, cue: Cue) -> bool:
    """ "11 officials", "14 Russian officials": those whom the number right before them counts say nothing."""
    i = cue.i
    if not doc.text[doc.tokens.starts[i]].islower() or doc.word(i - 1) in doc.language.months:
        return False
    return any(s.value > 1 and doc.clause[s.i] == doc.clause[i] for s in doc.spans_in(max(0, i - 2), i))


@remembered
def voiced(doc: Document, cue: Cue) -> bool:
    """ "Moscow insists", "in Kyiv they count": a capital or land right beside a verb of saying speaks."""
    last = min(cue.i + _SPEAKS, len(doc.tags))
    told = doc.language.subject_first and cue.j < last and doc.tokens.kinds[cue.j] == "w"
    near = range(cue.i if told else max(0, cue.i - 1), last)
    said = any("say" in doc.tags[k] and doc.clause[k] == doc.clause[cue.i] for k in near)
    return (said or _viewed(doc, cue.i)) and not _counted(doc, cue) and not of_another(doc, cue)


def of_another(doc: Document, cue: Cue) -> bool:
    """ "The president of Lithuania said", "президент Науседа", "a charity", "the governor" of Sumy: a common word right
    before a name, with the article of one among many, or of what every region has, is not ours alone. So is an office
    before the name of who else holds one like it ("Омбудсмен ДНР Дарья Морозова")."""
    if _of_one_unknown(doc, cue):
        return True
    if not cue.tag.startswith("voice."):
        return False
    if "regional" in doc.tags[cue.i] and "province" in doc.said and "own_region" not in doc.said:
        return True
    if "regional" in doc.tags[cue.i] and doc.cues_of("speaker", cue.j, cue.j + _TITLED):
        return True
    if doc.word(cue.i - 1) in doc.language.articles and _common(doc, cue.i):
        return True
    if doc.text[doc.tokens.starts[cue.j - 1]].isupper() and cue.j - 1 > doc.sentence_of(cue.i)[0]:
        return False
    k = cue.j + (doc.word(cue.j) in doc.language.of)
    article = k > cue.j and 0 < len(doc.word(k)) <= ARTICLE and doc.text[doc.tokens.starts[k]].islower()
    k += article
    return bool(doc.word(k)) and doc.text[doc.tokens.starts[k]].isupper() and _foreign(doc, cue, k)


def _of_one_unknown(doc: Document, cue: Cue) -> bool:
    """ "Начальник Луганської ОВА Олексій Харченко", "радник керівника Офісу Президента Михайло Подоляк": a first and a
    last name that the story does not know behind the office, or few words that say whose it is."""
    if "office" not in doc.tags[cue.i] and "regional" not in doc.tags[cue.i]:
        return False
    reach = _WHOSE if doc.language.inverted else 0
    for k in range(cue.j, min(cue.j + reach + 1, doc.sentence_of(cue.i)[1] - 1)):
        if is_name(doc, k) and is_name(doc, k + 1):
            return True
        if doc.tokens.kinds[k] == "p" or "say" in doc.tags[k] or doc.word(k).endswith(doc.language.finite):
            return False
    return False


def is_name(doc: Document, k: int) -> bool:
    """Is token `k` written as a part of a person's name is, and nobody's whom the story knows?"""
    word = doc.text[doc.tokens.starts[k] : doc.tokens.ends[k]]
    return len(word) > _INITIALS and word[0].isupper() and word[1:].islower() and not doc.tags[k] - {"foreign"}


_TITLED = 2
_WHOSE = 4
_INITIALS = 2


def _common(doc: Document, k: int) -> bool:
    """Is the word at token `k` no name, as far as its letters tell: lower case, an acronym ("una ONG")?"""
    word = doc.text[doc.tokens.starts[k] : doc.tokens.ends[k]]
    return doc.language.nouns_capital or word[0].islower() or word.isupper()


def _foreign(doc: Document, cue: Cue, k: int) -> bool:
    """Is the word at token `k` a name, but not one of Ukraine, nor of the one whose name the cue is?"""
    own = f"speaker.{cue.tag.partition('.')[2]}"
    noun = doc.language.nouns_capital and k == cue.j
    return not noun and "place.ua" not in doc.tags[k] and own not in doc.tags[k]


def _viewed(doc: Document, k: int) -> bool:
    """ "Para Kiev, ...", "per la procura ...": a preposition of opinion opens the clause of the name at token `k`.

    Elsewhere, or before a verb of motion or giving, it is one of a way or a purpose ("seguiram para Kiev", "para Kiev
    salieron tres", "money for Kyiv"): behind the name a clause ends, or another begins with its subject, or with "are".
    """
    at = next((n for n in (k - 1, k - 2) if doc.word(n) in doc.language.opinions), -1)
    article = at == k - 1 or (doc.word(k - 1).isalpha() and len(doc.word(k - 1)) <= ARTICLE)
    return at >= 0 and article and at == doc.clauses[doc.clause[k]][0] and _stating(doc, _last_of_name(doc, k) + 1)


def _stating(doc: Document, k: int) -> bool:
    """Begins at token `k`, behind a name, what is stated: a clause, a subject, a number, or "are" without a verb?"""
    if k >= len(doc.tags) or doc.clause[k] != doc.clause[k - 1] or not doc.word(k).isalpha():
        return True
    if "holds" in doc.tags[k]:
        return not any(tag.startswith("measure.") for tag in doc.tags[min(k + 1, len(doc.tags) - 1)])
    small = k + (len(doc.word(k)) <= ARTICLE)
    return doc.word(k) in doc.language.definites or any(span.i == small for span in doc.spans_in(small, small + 1))


def _told(doc: Document, cue: Cue) -> bool:
    """ "KYIV, March 18 -", "told reporters": the place of a dateline, and those who are spoken to, say nothing."""
    before = doc.word(cue.i - 1)
    if before in doc.language.hearers or doc.word(cue.i - 2) in doc.language.hearers:
        return True
    if before and before != "\n":
        return False
    head = doc.text[doc.tokens.starts[cue.i] : doc.tokens.ends[cue.j - 1]]
    return head.isupper() and any(doc.word(k) in "-–" for k in range(cue.j, cue.j + _LINE) if doc.word(k))


def _place(doc: Document, cue: Cue) -> bool:
    """ "in Moskau", "across Russia", "Qatari mediation": behind a preposition, or an epithet, it says nothing."""
    tags = doc.tags[cue.i]
    if not _placing(tags) or _viewed(doc, cue.i):
        return False
    if "epithet" in doc.tags[cue.i]:
        return not doc.under(cue.j, min(cue.j + 3, len(doc.tags)), "say")
    before = cue.i - 1
    occupied = before >= 0 and "place.tot" in doc.tags[before]
    return occupied or (doc.word(before) in doc.language.leading and doc.word(before) not in doc.language.authors)


@lru_cache(_REMEMBERED)
def _placing(tags: frozenset[str]) -> bool:
    """Is one of the tags a place?"""
    return any(tag.startswith(_PLACES) for tag in tags)


def _title(doc: Document, cue: Cue, after: Cue | None) -> bool:
    """ "First Lady Olena Zelenska": an office right before the name of who holds it."""
    if after is None or after.i - cue.j > 2 or after.tag == cue.tag:
        return False
    return all(doc.word(k) == "," or doc.text[doc.tokens.starts[k]].isupper() for k in range(cue.j, after.i))


@remembered
def held(doc: Document, cue: Cue) -> bool:
    """ "Yermak, then head of the president's office, said", "Blinken, the Secretary of State": what somebody named is,
    or was: another may hold the office on the day of the article."""
    first = max(doc.sentence_of(cue.i)[0], cue.i - _TITLE)
    comma = next((k for k in range(cue.i - 1, first, -1) if doc.word(k) == ","), None)
    if comma is None or "office" not in doc.tags[cue.i] or _opening(doc, comma, cue):
        return False
    known = doc.under(comma - 1, comma, "speaker") and "office" not in doc.tags[comma - 1]
    capitals = all(doc.text[doc.tokens.starts[k]].isupper() for k in range(max(0, comma - 2), comma))
    return known or (capitals and not doc.language.nouns_capital)


def _opening(doc: Document, comma: int, cue: Cue) -> bool:
    """ "On Friday, the prosecutor general said": what stands before the comma tells when or where, and names nobody."""
    return doc.word(doc.clauses[doc.clause[comma - 1]][0]) in doc.language.placing or doc.under(cue.j, cue.j + 1, "say")


def _own_number(doc: Document, i: int, k: int) -> bool:
    """ "Kyiv counts 19,546 and Yale 35,000": the speaker at `k`, behind the number at `i`, has a number of its own."""
    at = bisect_right(doc.numbers, k)
    if k <= i or at == len(doc.spans):
        return False
    near = doc.spans[at]
    return doc.clause[near.i] == doc.clause[k] and near.value >= _DAYS and not near.round


@remembered
def says(doc: Document, k: int) -> bool:
    """Does a word of saying stand beside the name that begins at `k`, or a colon right behind its first word?"""
    if _viewed(doc, k):
        return True
    if not doc.language.implied_ways and any(t.startswith("place.") for t in doc.tags[k]):
        return doc.under(max(0, k - 1), min(k + 3, len(doc.tags)), "say")
    label = ":" in (doc.word(k + 1), doc.word(k + 2)) and doc.language.implied_ways
    return label or doc.under(max(0, k - 2), min(_last_of_name(doc, k) + 4, len(doc.tags)), "say")


def _last_of_name(doc: Document, k: int) -> int:
    """The last token of "First lady Melania (Trump)" that is known as a part of the speaker's name."""
    whose = {tag for tag in doc.tags[k] if tag.startswith(_NAMED)}
    while k + 1 < len(doc.tags) and not whose.isdisjoint(doc.tags[k + 1]):
        k += 1
    return k


def record_end(doc: Document, k: int) -> int | None:
    """Where the record ends that the name at token `k` is or owns: "Ukraine's official list", "реєстрі України"."""
    last = _last_of_name(doc, k)
    end = next((n + 1 for n in range(k, min(last + _RECORD, len(doc.tags))) if "record" in doc.tags[n]), None)
    if end is None:
        return None
    another = doc.language.articles | doc.language.definites
    return None if doc.among(last + 1, end, another) else end


def cited(doc: Document, cue: Cue) -> bool:
    """ "Citing Lubinets", "by Lvova-Belova's count": a word of citing stands right before the speaker's name."""
    first = doc.clauses[doc.clause[cue.i]][0]
    return doc.under(max(first, cue.i - _CITED), cue.i, CITING)


@remembered
def meant(doc: Document, number: int) -> list[tuple[int, str]]:
    """ "She said", "her office counts": the last one before the sentence who was told to have said something."""
    a, b = doc.bounds[number]
    at = _pronoun(doc, a, b) if doc.among(a, b, doc.language.pronouns) else None
    if at is None:
        at = next((cue.i for cue in doc.cues_of("staff", a, b)), None)
    before = _last(doc, doc.bounds[max(0, number - _BACK)][0], a) if at is not None else []
    return [(at, before[-1][1])] if at is not None and before else []


def _pronoun(doc: Document, a: int, b: int) -> int | None:
    """The first pronoun of tokens a..b-1 that stands beside a word of saying, but not of "his Russian counterpart"."""
    found = (k for k in range(a, b) if doc.words[k] in doc.language.pronouns)
    pronouns = [k for k in found if not doc.under(k + 1, min(k + 2, b), "speaker")]
    return next((k for k in pronouns if any("say" in t for t in doc.tags[max(a, k - 1) : min(b, k + 2)])), None)


def _far(doc: Document, i: int, k: int) -> int:
    """Tokens from the number at `i` to the speaker at `k`, more for clauses between and a number of its own."""
    taken = _TAKEN * _own_number(doc, i, k) - _SAYS * says(doc, k)
    return abs(k - i) + _CLAUSE * abs(doc.clause[k] - doc.clause[i]) + taken


def speaker_of(head: Document, doc: Document, i: int) -> str | None:
    """Id of the speaker of the number at token `i`: own sentence, two before, headline, the next three."""
    number = doc.sentence[i]
    start, end = doc.bounds[number]
    if doc.has(start, end, "anaphora"):
        before = _speakers(doc, doc.bounds[max(0, number - _MEMORY)][0], start)
        if before:
            return before[-1][1]
    own = _speakers(doc, start, end) + meant(doc, number)
    if own and not _only_named(doc, own):
        if len(own) == 1:
            return own[0][1]
        attributed = any(says(doc, k) for k, _ in own)
        return min(own, key=lambda s: (_far(doc, i, s[0]) + _MENTIONED * (attributed and not says(doc, s[0])), s[0]))[1]
    first = doc.bounds[max(0, _heading(doc, number) - 2)][0]
    found = _last(doc, first, start) or _speakers(head, 0, len(head.words)) or own or _next(doc, number)
    return found[0][1] if found else None


def gapped(doc: Document, i: int) -> str | None:
    """ "Kyiv puts the number at 19,546, Yale at 35,000", "Kiev habla de 745 y la ONU de 700": who stands right before
    the number, the verb left out."""
    start, end = doc.sentence_of(i)
    own = _speakers(doc, start, end)
    near = [(k, who) for k, who in own if i - _GAP <= k < i] or _bare_names(doc, i)
    if not near or not doc.live_in(start, near[-1][0]) or not any(k < near[-1][0] for k, _ in own):
        return None
    k, who = near[-1]
    first = doc.clauses[doc.clause[k]][0]
    between = range(_last_of_name(doc, k) + 1, i)
    plain = all(doc.words[n] in doc.language.small | doc.language.leading | _DASH or not doc.tags[n] for n in between)
    plain = plain and not any(doc.words[n] in doc.language.conjunctions | _APART for n in between)
    comma = doc.word(first - 1) in (",", ";") and not doc.cues_of("measure", first, i)
    links = doc.language.links
    link = doc.word(k - 1) in links or (doc.word(k - 2) in links and len(doc.word(k - 1)) <= ARTICLE)
    return who if plain and (comma or (link and between)) and doc.clause[i] - doc.clause[k] <= 1 else None


def _bare_names(doc: Document, i: int) -> list[tuple[int, str]]:
    """The land or body named at most a preposition before the number at token `i`, with no verb of its own."""
    near = doc.cues_of("voice", max(0, i - _GAP), i)
    return [(cue.i, cue.tag.removeprefix("voice.")) for cue in near if cue.j >= i - 1 and not _place(doc, cue)]


def _only_named(doc: Document, own: list[tuple[int, str]]) -> bool:
    """ "The count of Bring Kids Back UA": programmes that are named, not said to speak."""
    return all("epithet" in doc.tags[k] and not says(doc, k) for k, _ in own) and doc.language.implied_ways


def _last(doc: Document, a: int, b: int) -> list[tuple[int, str]]:
    """The last speaker of tokens a..b-1, one who is told to have said something before one who is only named."""
    found = _speakers(doc, a, b)
    return ([s for s in found if says(doc, s[0])] or found)[-1:]


def _heading(doc: Document, number: int) -> int:
    """The first item of the list that the sentence stands in: lines that begin with a dash."""
    while number > 0 and in_list(doc, number):
        number -= 1
    return number


def in_list(doc: Document, number: int) -> bool:
    """Is the sentence an item of a list: a line that begins with a dash?"""
    return doc.word(doc.bounds[number][0]) in _BULLETS


def _next(doc: Document, number: int) -> list[tuple[int, str]]:
    after = doc.bounds[number + 1 : number + 1 + _NEXT]
    return _speakers(doc, after[0][0], after[-1][1]) if after else []
