"""What must be known of a language to read its numbers: one file a language, found by its name.

A language file holds closed lists only (number words, hedges, months, sentence ends). What the story says in that
language (children, returned, deported ...) is data of the story: ``stories/<story>/lexicon/<code>.yaml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from monitor import registry
from monitor.languages._telling import Telling, alternatives

__all__ = ["Language", "Telling", "alternatives", "codes", "load"]

_SHORTER, _SHORT = 2, 6
"""So many letters a short form of a month lacks at least, and has at most."""


def _phrases(listing: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in listing.split(",") if p.strip())


@dataclass(frozen=True)
class Language:
    """The closed lists of one language, all in shadow form (lower case, straight apostrophe, e for yo).

    `words` are numbers that add up (twenty, двадцять, пятеро), `scales` those that multiply (dozen, тисяч, mil);
    `joins` are pairs that make one number (quatre + vingt). `connectors` may stand between the parts of one number,
    `halves` add one half (and a half). `homographs` are numbers only before a word with one of
    these endings. `articles` count as one only before a scale (a thousand). `qualifiers` maps
    each qualifier to the phrases before a number that say it, `qualifiers_after` to those behind it. `ordinals` and
    `cardinals` are endings glued to digits (8th, 5-ro); `ordinal_words` are ordinals of a hundred and more
    (двотисячна; the two-thousandth), `ordinal_units` those below twenty that end a number in words (тридцять перша),
    `thousandth` stems that multiply hyphened digits (35-тисячна). `frequent` words betray the language. `percents` are
    the words for "per cent"; `range_between` opens a range and `range_to` joins its bounds (between ... and),
    `range_bare` joins bounds alone (eight to ten), `range_even` are phrases that do (or even), `no` those that answer
    no (not yet); `before_dotted` are words between which and a dot digits are an ordinal (der 14. Einsatz);
    `out_of` what stands between the numbers of "one in five"; `fractions` maps phrases
    to per cent ("jedes fünfte": 20). `before_years` are prepositions of place and time (in 2023, in 39),
    `year_articles` articles of years and of no count (il 2023), `beside` words that compare with what stands behind a
    preposition of a way (respecto a 2023), `locatives` endings of places where somebody is (в России), `weekdays` are
    words before a day in brackets ("terça (28)"), `each` those before a rate's whole (of every hundred), `wholes`
    phrases that set a whole before its part ("of the 19,546 ..."), `towards` prepositions of a way's end, `definites`
    words that point back (the eight), `every` words before all of a group (all three), `within` prepositions before a
    whole year (in 2024).
    A noun shows by its `plurals` endings or, with `nouns_capital`, by its first letter; `functions` are words that
    end alike and are none. `vague` are scale words that alone say no number (thousands), and words before one
    (several), except `singulars` behind a hedge ("понад тисячі").
    Small closed classes: `of` joins a number or noun to its noun (a girl of 14), `origins` begin a way (from),
    `about` stand between a noun and its approximate number (дітей із двадцять), `links` stand between the items of a
    list (7, 9 and 12), `fillers` between hedge and number (than the), `authors` before who says it (by), `opinions`
    too where they open a clause ("para Kiev, son 19.546"), `since` before a year only, `at_hours` before an hour,
    `inside` before the place where one is kept, `moves` are stems of change (rose from 3 to 5), `steps` stand before
    its size (by 2), `plus` too (plus 4), `further` behind it (by 4 more), `fewer` behind what a count fell by,
    `formers` before what it was (up from 3), `addresses` before those who are spoken to (spoke to 300 pupils),
    `denials` deny the number behind them (not 20,000), `never` what denies a verb, `pronouns` stand for who spoke
    before (she said), `hearers` are verbs before those who are spoken to (told reporters), `amounts` stand between a
    thing and its number ("the camps at 165"), `tails` are joined to digits by a hyphen (20-strong), `relatives` open
    a clause about the noun before, `who` too where most such clauses tell the main thing
    (en), `modals` stand there before a verb of what has not happened (must),
    `then` points back in time, `glued` are scales only when they touch the digits
    (20m), `starts` stand before the month that a count begins with (від січня), `apposes` before the same told
    otherwise (that is), `finite` are endings of verbs that are no epithets (вивезли), `participles` endings of those
    that may be, `lived` verbs of staying in the past, `paucals` the numbers two to four that take a noun of their own
    form (дві), `paucal_nouns` such forms that otherwise say something else (дома: houses, or at home), `through`
    prepositions of passing (через), `guardians` stems of those with whom children are placed, `genitives` endings of
    what five or more are counted of, except `adverbs` that end alike, `couples` words for two that alone mean a
    couple, `pairs` nouns for two of a scale (a couple of hundred), `groups` nouns for a group of so many (a trio),
    `ourselves` the pronoun of who speaks of their own doing (we), `singles` forms of nouns for one child that stand
    without a number (a girl). With `month_first` a day may follow its month; with `verb_second` a verb may stand far
    before what it says ("steige die Zahl ... auf 2023").
    Habits of writing: with `inverted` a number word behind its noun is approximate ("дітей двадцять"); with
    `bare_participles` a participle between number and noun is the verb when there is no other ("20 викрадених
    дітей"); with `verbless_totals` a clause without a verb goes on with the total before it; with `adjectives_first`
    a noun may follow its adjective; with `monthly_counts` ten and more of a named month are a count; with
    `implied_ways` a way that is not told is the one readers know (taken to Russia, returned to Ukraine).
    When things happened: `times` maps what is meant to the phrases that say it: `day 0` is the day of publication,
    `day -1` the one before, `weekday 0` the last Monday, `week 0` the last seven days, `month -1` the month before,
    `year 0` this year so far, `start 0` its beginning, `days 30` so many days back, `season 1` to `4` spring to
    winter, `quarter`, `half`; `span 7` is a unit of seven days behind a number and a word of `lately` (the past three
    weeks), `firsts` stand so before months of a year (the first nine months), `ago` stands behind so long ago or
    `before_ago` before it, `so_far` are the first words of what says that a span is not over (so far). `sinces` begin
    a span that lasts until the day, `unto` join its end (from May to June), `untils` tell only an end, `ahead` what
    is to come; `stages` may stand between these and the time (since early March, by the end of May). `during` stands
    before a year that is counted whole, `unsure` months are words as well (may), and days have a capital only with
    `capital_days`. `numbering` are abbreviations of what bears a number (art. 7), `ordinal_shares` ordinals that are
    shares too (a third), with `dotted_ordinals` a point makes one of digits (17. pakiet), with `subject_first` who
    stands between a word of saying and a verb is its object, with `noun_chains` the last of several nouns is the one
    counted (300 camp counsellors), `conditionals` before what is only supposed
    (if), where `irreal` words are (would),
    `already` stands before a count so far, `infinitives` are endings of verbs, with `bare_years` a year needs no
    preposition, `ungoverning` hedges leave a scale in the plural (щонайменше тисячі), `day_words` are days of a month
    in words (третього), `being` verbs between a name and an age (Artem was eight), `turned` those before it (Артему
    было 12), `to_whom` the pronoun of those of an age (тих, кому вже 18), `nowadays` stands before one (now 12),
    `heads` are nouns of heads before a number that they make rough (человек сорок детей),
    `amounting` phrases stand right before counts alone (stands at 2016), `pointing` are verbs that tell who is one of
    a group (ist eines von elf), `so_many` says
    that a number is set against another, `per` stands between equals that are exchanged (1,000 for 1,000), `exceeds`
    behind the size of a change (more than), `past` are times that an older count is told of;
    `leads_on` are hedges that only lead on from stems before them (evidence about). Endings: `collectives` of
    collective numerals (троє), `obliques` of numerals behind a verb (сімнадцятьох), `datives` of nouns and
    `named_datives` of names, `impersonals` of verbs without a subject (вивезено), `epithets` of adjectives that may
    stand before a noun, `paucal_ends` of nouns behind two to four. With `nouns_capital`, `openers` are words that have
    a capital only where they open a sentence ("38. Die Stadt", but "38. Kind"). `whence` are prepositions of "of" that
    mean "from" right before a land and behind a word of coming home ("a casa de Rusia", "do domu z Rosji").
    `telling` is what the judge must know of the language.
    """

    code: str
    words: Mapping[str, float]
    scales: Mapping[str, int]
    qualifiers: Mapping[str, str]
    qualifiers_after: Mapping[str, str] = field(default_factory=dict)
    joins: Mapping[tuple[str, str], float] = field(default_factory=dict)
    connectors: frozenset[str] = frozenset()
    halves: tuple[str, ...] = ()
    articles: frozenset[str] = frozenset()
    homographs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    ordinals: frozenset[str] = frozenset()
    before_dotted: frozenset[str] = frozenset()
    ordinal_words: Mapping[str, float] = field(default_factory=dict)
    ordinal_units: Mapping[str, float] = field(default_factory=dict)
    thousandth: tuple[str, ...] = ()
    cardinals: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    range_between: frozenset[str] = frozenset()
    range_to: frozenset[str] = frozenset()
    range_bare: frozenset[str] = frozenset()
    range_even: frozenset[str] = frozenset()
    no: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    percents: tuple[str, ...] = ()
    out_of: frozenset[str] = frozenset()
    fractions: Mapping[str, float] = field(default_factory=dict)
    before_years: frozenset[str] = frozenset()
    year_articles: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    locatives: tuple[str, ...] = ()
    verb_second: bool = False
    weekdays: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    wholes: tuple[str, ...] = ()
    towards: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    definites: frozenset[str] = frozenset()
    every: frozenset[str] = frozenset()
    plurals: tuple[str, ...] = ()
    nouns_capital: bool = False
    functions: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    singulars: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    origins: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    at_hours: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    adjectives_first: bool = False
    authors: frozenset[str] = frozenset()
    opinions: frozenset[str] = frozenset()
    since: frozenset[str] = frozenset()
    moves: tuple[str, ...] = ()
    steps: frozenset[str] = frozenset()
    plus: frozenset[str] = frozenset()
    further: frozenset[str] = frozenset()
    fewer: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    before_ago: frozenset[str] = frozenset()
    formers: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    inverted: bool = False
    denials: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    hearers: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    tails: frozenset[str] = frozenset()
    then: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    modals: frozenset[str] = frozenset()
    glued: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    apposes: frozenset[str] = frozenset()
    finite: tuple[str, ...] = ()
    singles: frozenset[str] = frozenset()
    lived: frozenset[str] = frozenset()
    ourselves: frozenset[str] = frozenset()
    couples: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    genitives: tuple[str, ...] = ()
    adverbs: frozenset[str] = frozenset()
    through: frozenset[str] = frozenset()
    guardians: tuple[str, ...] = ()
    paucals: frozenset[str] = frozenset()
    paucal_nouns: frozenset[str] = frozenset()
    participles: tuple[str, ...] = ()
    month_first: bool = False
    bare_participles: bool = False
    verbless_totals: bool = False
    implied_ways: bool = False
    monthly_counts: bool = False
    times: Mapping[str, str] = field(default_factory=dict)
    stages: frozenset[str] = frozenset()
    during: frozenset[str] = frozenset()
    unsure: frozenset[str] = frozenset()
    capital_days: bool = False
    lately: frozenset[str] = frozenset()
    firsts: frozenset[str] = frozenset()
    so_far: frozenset[str] = frozenset()
    sinces: frozenset[str] = frozenset()
    untils: frozenset[str] = frozenset()
    ahead: frozenset[str] = frozenset()
    unto: frozenset[str] = frozenset()
    being: frozenset[str] = frozenset()
    turned: frozenset[str] = frozenset()
    to_whom: frozenset[str] = frozenset()
    pointing: frozenset[str] = frozenset()
    collectives: tuple[str, ...] = ()
    obliques: tuple[str, ...] = ()
    datives: tuple[str, ...] = ()
    named_datives: tuple[str, ...] = ()
    impersonals: tuple[str, ...] = ()
    epithets: tuple[str, ...] = ()
    openers: frozenset[str] = frozenset()
    whence: frozenset[str] = frozenset()
    paucal_ends: tuple[str, ...] = ()
    so_many: frozenset[str] = frozenset()
    nowadays: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    conditionals: frozenset[str] = frozenset()
    irreal: frozenset[str] = frozenset()
    already: frozenset[str] = frozenset()
    infinitives: tuple[str, ...] = ()
    bare_years: bool = False
    ungoverning: frozenset[str] = frozenset()
    day_words: Mapping[str, int] = field(default_factory=dict)
    subject_first: bool = False
    noun_chains: bool = False
    dotted_ordinals: bool = False
    ordinal_shares: frozenset[str] = frozenset()
    per: frozenset[str] = frozenset()
    exceeds: tuple[str, ...] = ()
    amounting: tuple[str, ...] = ()
    heads: frozenset[str] = frozenset()
    past: tuple[str, ...] = ()
    leads_on: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    numbering: frozenset[str] = frozenset()
    abbreviations: frozenset[str] = frozenset()
    frequent: frozenset[str] = frozenset()
    letters: str = ""
    telling: Telling = field(default_factory=Telling)

    def hedges(self) -> tuple[tuple[str, str], ...]:
        """(phrase, qualifier) of all hedges before a number."""
        return tuple((phrase, q) for q, listing in self.qualifiers.items() for phrase in _phrases(listing))

    def hedges_after(self) -> tuple[tuple[str, str], ...]:
        """(phrase, qualifier) of all hedges behind a number."""
        return tuple((phrase, q) for q, listing in self.qualifiers_after.items() for phrase in _phrases(listing))

    @cached_property
    def hedges_inside(self) -> dict[str, list[list[str]]]:
        """Hedges behind a number that have a preposition, and so may stand before its scale too, by first word."""
        table: dict[str, list[list[str]]] = {}
        for words in (phrase.split() for phrase, _ in self.hedges_after()):
            if words[0] in self.origins:
                table.setdefault(words[0], []).append(words)
        return table

    @cached_property
    def hedge_phrases(self) -> frozenset[str]:
        """The hedges before a number that have more words than one."""
        return frozenset(phrase for phrase, _ in self.hedges() if " " in phrase)

    @cached_property
    def hedge_ends(self) -> frozenset[str]:
        """The last words of the hedges before a number."""
        return frozenset(phrase.split()[-1] for phrase, _ in self.hedges())

    @cached_property
    def leading(self) -> frozenset[str]:
        """The prepositions of place, time and of a way's end."""
        return self.towards | self.before_years

    @cached_property
    def prepositions(self) -> frozenset[str]:
        """Those `leading` that are not `of`."""
        return self.leading - self.of

    @cached_property
    def dating(self) -> frozenset[str]:
        """Words before a year: `before_years`, `since`, `year_articles` and months."""
        return self.before_years | self.since | self.year_articles | self.months.keys()

    @cached_property
    def weekdays_named(self) -> frozenset[str]:
        """The days of the week."""
        return self.calendar - self.months.keys()

    @cached_property
    def calendar(self) -> frozenset[str]:
        """Months and days of the week: "every third Friday" counts none of the story."""
        days = (
            phrase for code, listing in self.times.items() if code.startswith("weekday") for phrase in _phrases(listing)
        )
        return frozenset(self.months) | frozenset(days)

    @cached_property
    def small(self) -> frozenset[str]:
        """Words that are no nouns, whatever they end in."""
        return self.frequent | self.conjunctions | self.functions

    @cached_property
    def placing(self) -> frozenset[str]:
        """Prepositions of place and way, but those before who says it."""
        return (self.before_years | self.origins | self.towards) - self.authors

    @cached_property
    def joining(self) -> frozenset[str]:
        """Words that join or lead on, and qualify nothing."""
        return self.links | self.connectors | self.conjunctions | self.frequent | self.towards

    @cached_property
    def whole_phrases(self) -> tuple[list[str], ...]:
        """`wholes` as lists of words."""
        return tuple(phrase.split() for phrase in self.wholes)

    @cached_property
    def half_phrases(self) -> tuple[list[str], ...]:
        """`halves` as lists of words."""
        return tuple(phrase.split() for phrase in self.halves)

    @cached_property
    def join_begins(self) -> frozenset[str]:
        """The first words of `joins`."""
        return frozenset(first for first, _ in self.joins)

    @cached_property
    def half_begins(self) -> frozenset[str]:
        """The first words of `halves`."""
        return frozenset(words[0] for words in self.half_phrases)

    @cached_property
    def whole_ends(self) -> frozenset[str]:
        """The last words of `wholes`."""
        return frozenset(words[-1] for words in self.whole_phrases)

    @cached_property
    def short_months(self) -> frozenset[str]:
        """Short forms of months ("dec", "sept"), which say a month only beside a day or a year."""
        names = self.months
        short = [name for name in names if len(name) <= _SHORT]
        return frozenset(s for s in short for n in names if n.startswith(s) and len(n) - len(s) >= _SHORTER)

    @cached_property
    def stopped(self) -> frozenset[str]:
        """Words behind which a stop ends no sentence: `abbreviations`, those of `numbering` and short months."""
        return self.abbreviations | self.short_months | self.numbering

    @cached_property
    def longest_out_of(self) -> int:
        """The most words of a phrase of `out_of`."""
        return max((len(phrase.split()) for phrase in self.out_of), default=0)

    @cached_property
    def fractions_by_word(self) -> dict[str, list[tuple[list[str], float]]]:
        """`fractions` as lists of words by their first words, the longest first."""
        table: dict[str, list[tuple[list[str], float]]] = {}
        for phrase, value in sorted(self.fractions.items(), key=lambda row: -len(row[0])):
            table.setdefault(phrase.split()[0], []).append((phrase.split(), value))
        return table

    @cached_property
    def continuing(self) -> frozenset[str]:
        """All words that a number in words may go on with behind its first."""
        seconds = (second for _, second in self.joins)
        found = self.articles.union(self.words, self.scales, self.connectors, self.ordinal_units, self.join_begins)
        return found.union(self.ordinal_words, self.half_begins, self.hedges_inside, seconds, "-")

    @cached_property
    def hedge_begins(self) -> frozenset[str]:
        """The first words of the hedges behind a number."""
        return frozenset(phrase.split()[0] for phrase, _ in self.hedges_after())

    @cached_property
    def numerals(self) -> frozenset[str]:
        """All words that a number in words may begin with."""
        return self.articles.union(self.words, self.scales, self.ordinal_words, self.fractions_by_word)


def codes() -> tuple[str, ...]:
    """Codes of the languages there are."""
    return registry.names(__name__)


def load(code: str) -> Language:
    """The language `code`; LookupError when there is no such file."""
    language: Language = registry.find(__name__, code).LANGUAGE
    return language
