"""English: own sentences for each measure and each rule, wholly unlike the gold's."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories
from monitor.model import Figure

STORY = stories.load("ukrainian_children")
READER = extract.Extractor(STORY)
GRAMMAR = extract.Extractor(STORY, {name: table for name, table in STORY.weights().items() if name != "direction"})
"""Reads directions by the grammar alone, not weighed (test_usual_ways.py)."""


def read(text: str, headline: str = "") -> list[Figure]:
    return list(READER.extract(text, language="en", published=date(2026, 5, 4), headline=headline).figures)


def told(text: str, headline: str = "") -> list[tuple[float | None, str]]:
    return [(figure.value, figure.measure) for figure in read(text, headline)]


@pytest.mark.parametrize("before", [
    "The study found 8,120 children placed with families in Russia.",
    "The study found 16,310 children living in homes in Russia.",
    "Mediators brought 41 children back to Ukraine.",
])  # fmt: skip
def test_a_total_of_the_registers_size_is_the_registers_whatever_was_told_before(before):
    assert (21000, "deported") in told(f"{before} Ukraine puts the total at 21,000 children.")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ukraine has fetched back another 26 youngsters from towns under Russian control.", [(26, "returned")]),
        ("Eighteen teenagers walked out of occupied Tokmak on Sunday.", [(18, "returned")]),
        ("Volunteers ferried 13 minors across the frontier from occupied Luhansk.", [(13, "returned")]),
        ("Russia let go of 11 Ukrainian boys on Monday.", [(11, "returned")]),
        ("Of the 19,546 on the list, 2,207 have made it home.", [(19546, "deported"), (2207, "returned")]),
        ("Some 450 pupils were bundled onto trains to Rostov.", [(450, "deported")]),
        ("Kyiv speaks of 19,546 reported deportations.", [(19546, "deported")]),
        ("The lab's answer is nearer 36,000 for abducted children. The ministry's is 19,600.",
         [(36000, "deported"), (19600, "deported")]),
        ("Moscow boasts it gave shelter to 690,000 minors.", [(690000, "deported")]),
        ("Investigators have put names to 7,310 of the children moved to Russia.", [(7310, "identified")]),
        ("Police know the whereabouts of 4,120 children taken to Russia.", [(4120, "located")]),
        ("Nothing is known of 1,940 children from the occupied towns.", [(1940, "missing")]),
        ("More than 860 orphans were sent to a camp in Crimea for drill.", [(860, "held")]),
        ("Forty-four orphans were handed to guardians in Russia.", [(44, "placed_in_family")]),
        ("The war has claimed 702 young lives in Ukraine.", [(702, "killed")]),
        ("Shelling left 2,514 children with wounds in Ukraine.", [(2514, "injured")]),
        ("Some 1.4 million children are growing up under Russian rule.", [(1400000, "at_risk")]),
        ("The lab put the camps at 221. Seventeen of the sites lie in Belarus.",
         [(221, "facilities"), (17, "facilities")]),
        ("Judges have issued three arrest warrants over the children.", [(3, "warrants")]),
        ("London froze the assets of 14 officials over the removal of children.", [(14, "sanctions")]),
        ("A further 1,730 files on the children are still being checked.", [(1730, "other")]),
    ],
)  # fmt: skip
def test_measures(text: str, wanted: list[tuple[float, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The bus left occupied Kerch after 5 a.m. and the child returned home.",
        "Her brother, six, and the driver, 47, came back to Ukraine from Russia.",
        "Suppose Russia returned 30 children a month to Ukraine.",
        "The claim that 700 children returned to Ukraine was invented.",
        "Several hundred children returned to Ukraine.",
        "The deported children were kept in Room 14 until the hour 3 alarm.",
        "Gunmen in Mali let 31 schoolboys go.",
        "In 1941 some 2,000 children were shipped east. About 900 returned to Ukraine.",
        "Rescuers took 90 children from Sloviansk to safer towns.",
    ],
)
def test_no_figure(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "value", "source"),
    [
        ("KYIV, May 4 - Ukraine has returned 12 children, Dmytro Lubinets said.", 12, "lubinets"),
        ("Mykola Kuleba runs the route. He said 14 children had come home on Sunday.", 14, "kuleba"),
        ("Kaja Kallas opened the talks. \"Some 2,100 children have come back,\" she told reporters.", 2100, "kallas"),
        ("Officials in Kyiv say 19,546 children were deported.", 19546, "ukrainian_authorities"),
        ("The Kremlin says 700,000 minors were evacuated to Russia.", 700000, "russian_authorities"),
    ],
)  # fmt: skip
def test_who_says_it(text: str, value: float, source: str) -> None:
    (figure,) = read(text)
    assert (figure.value, figure.source_id) == (value, source)


def test_an_increase_is_an_increment() -> None:
    figures = read("Ukraine has returned 2,107 children, an increase of 38 since April.")
    assert [(figure.value, figure.kind) for figure in figures] == [(2107, "total"), (38, "increment")]


def test_a_bare_count_goes_on_with_the_returns_told_before() -> None:
    text = "The charity has brought home 880 children so far. The state, which counts every route, had 2,044 in April."
    assert told(text) == [(880, "returned"), (2044, "returned")]


def test_third_countries_beside_ukraine_are_a_way_of_their_own() -> None:
    (figure,) = read("Russia has sent 140 children home to kin in Ukraine and third countries.")
    assert figure.direction == "ru>ua+third"


def test_a_headline_carries_the_measure_of_a_bare_count() -> None:
    assert told("The region counted 187 in 2025.", "Children led out of occupied villages") == [(187, "returned")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Couriers smuggled 27 pupils out of occupied Henichesk.", [(27, "returned")]),
        (
            "Doctors counted three infants dead and eight toddlers with wounds.",
            [(3, "killed"), (8, "injured")],
        ),
        ("Some 370 wards have been handed over to Russian foster parents.", [(370, "placed_in_family")]),
        ("Moscow said 290 orphans had been given new homes with families in Russia.", [(290, "placed_in_family")]),
        ("Detectives have pinned down where 3,940 of the abducted youngsters live.", [(3940, "located")]),
        ("About 1,750 pupils from Ukraine spent the holidays in Russian camps.", [(1750, "held")]),
        ("Prosecutors opened 64 criminal cases over the deportation of children.", [(64, "other")]),
    ],
)
def test_phrases_told_by_where_the_way_leads(text: str, wanted: list[tuple[float | None, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Britain blacklisted 13 officials over the removal of Ukrainian children.", "uk_government"),
        (
            "Kirill Dmitriev wrote of it on X. Maria Lvova-Belova said eight children went home.",
            "lvova_belova",
        ),
        ("Some 1,730 children are home, officials said.", "ukrainian_authorities"),
        ("The bus that brought 14 children home from Russia had curtains, which officials drew.", None),
    ],
)
def test_those_who_are_counted_or_only_named_say_nothing(text: str, source: str | None) -> None:
    assert [figure.source_id for figure in read(text)][:1] == [source]


def test_the_wounded_of_one_strike_are_a_batch() -> None:
    (figure,) = read("A mine blast near Izium wounded four Ukrainian schoolgirls.")
    assert (figure.measure, figure.kind) == ("injured", "batch")


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Two cousins left Ukraine for Russia on Sunday; ten travelled in the opposite direction.", ["ua>ru", "ru>ua"]),
        ("Five pupils were reunited with kin in Russia, Lvova-Belova said.", ["ua>ru"]),
        ("In all 61 have been reunited in Ukraine and third countries and fourteen in Russia.",
         ["ru>ua+third", "ua>ru"]),
        ("Six pupils are safe on government-held soil.", ["tot>ua"]),
        ("Daria Zarivna said seven pupils had been rescued.", ["tot>ua"]),
        ("Nineteen were pulled out of Russia's grip.", ["ru+tot>ua"]),
        ("Nine pupils, six girls and three boys, are back in Ukraine, the White House said.", ["ru>ua"]),
        ("A quarter of the abducted children have come home, Zelensky said.", [None]),
    ],
)  # fmt: skip
def test_the_way_of_a_return_is_that_of_its_own_clauses(text: str, ways: list[str | None]) -> None:
    figures = GRAMMAR.extract(text, language="en", published=date(2026, 5, 4)).figures
    assert [figure.direction for figure in figures if figure.measure == "returned" and not figure.optional] == ways


def test_the_headline_tells_where_a_group_came_from() -> None:
    (figure,) = read("Save Ukraine has brought home five more pupils.", headline="Out of occupied Melitopol")
    assert figure.direction == "tot>ua"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Volunteers whisked 31 pupils to safety.", [(31, "returned")]),
        ("A charity escorted 14 minors out of occupied Tokmak.", [(14, "returned")]),
        ("Some 520 wards were shipped to Russia.", [(520, "deported")]),
        ("Sixty toddlers were driven out of a baby home in Kherson by Russian soldiers.", [(60, "deported")]),
        ("As of May, 7,010 deported or forcibly relocated minors had been identified.", [(7010, "identified")]),
        ("UNICEF confirmed 88 deaths and 410 injuries among the young.", [(88, "killed"), (410, "injured")]),
        ("None of the 339 children on the Istanbul list was aboard.", [(339, "other")]),
        ("A notice of correction. We gave the number of returned pupils as 18. It was 16.", [(16, "returned")]),
        ("Canada froze the assets of seven people and four re-education camps.", [(7, "sanctions"), (4, "sanctions")]),
    ],
)
def test_who_acts_and_where_the_way_leads_decide(text: str, wanted: list[tuple[float | None, str]]) -> None:
    assert told(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The panel on deported children meets at 11.",
        "Checks of returned children take 40 to 60 days.",
        "Police took 52 people, 12 of them children, from shell-hit villages.",
        "Reports that 90 children would be sent back are fiction, the Kremlin said.",
        "Lvova-Belova, 41, spoke of children returned to Ukraine.",
        "All the 27 backed the return of Ukrainian children.",
    ],
)
def test_hours_spans_and_evacuations_are_no_figures(text: str) -> None:
    assert told(text) == []


def test_boys_and_girls_of_a_batch_are_no_figures_of_their_own() -> None:
    assert told("Nine pupils, seven girls and two boys, were handed back to their families.") == [(9, "returned")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Thirteen orphans were wrested from Russia's grip.", [(13, "returned")]),
        ("Some 410 infants were torn from their mothers.", [(410, "deported")]),
        ("Fifteen pupils on a minibus sped into Ukraine at dusk.", [(15, "returned")]),
        ("About 900 pupils from Melitopol spend July in Russian holiday camps.", [(900, "held")]),
        ("Divide the 1,920 who are home by the 19,400 who were taken.", [(1920, "returned"), (19400, "deported")]),
        ("More than 2,300 orphans had reached Russia from the Donbas.", [(2300, "deported")]),
        ("Zelensky says 2,100 are home. Still in occupied land: 1.6M.", [(2100, "returned"), (1600000, "at_risk")]),
        ("Half a dozen boys and a girl were delivered to their mothers in Ukraine.", [(7, "returned")]),
        ("Seven and a half percent of the abducted children are home.", [(7.5, "returned")]),
        ("The charity's count is a fact. Twelve cousins, evacuated at gunpoint to Russia, landed in Kyiv.",
         [(12, "returned")]),
        ("Visitors to the centre for returned children pass 400 blue lanterns.", []),
    ],
)  # fmt: skip
def test_ways_magnitudes_and_asides(text: str, wanted: list[tuple[float | None, str]]) -> None:
    assert [(value, measure) for value, measure in told(text)] == wanted


def test_a_possessive_names_its_speaker() -> None:
    (figure,) = read("By the charity's count, 640 children are home.")
    assert figure.source_id == "save_ukraine"


@pytest.mark.parametrize(
    ("text", "headline", "wanted"),
    [
        ("Seven officials and two bodies appear in it.", "Ottawa sanctions those behind child transfers",
         [(7, "sanctions"), (2, "sanctions")]),
        ("Gunmen took 90 pupils in Zamfara.", "", []),
        ("All 44 wards were moved as shelling crept closer.", "", []),
    ],
)  # fmt: skip
def test_penalties_of_the_headline_and_other_stories(
    text: str, headline: str, wanted: list[tuple[float | None, str]]
) -> None:
    assert told(text, headline) == wanted


def test_of_a_group_that_was_taken_those_who_came_home_are_a_count() -> None:
    taken, home = read("Sixty infants were deported from a Kherson home. Nine of them have come back.")
    assert (taken.value, home.value, home.kind) == (60, 9, "total")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ukraine has brought home 1,300 children who had been taken to Russia.", "en"),
        ("Kyiv got back 14 children deported to Russia.", "en"),
        ("Kiev logró el regreso de 1.300 menores que habían sido llevados a Rusia.", "es"),
        ("Kiev a obtenu le retour de 14 enfants emmenés en Russie.", "fr"),
    ],
)
def test_where_they_had_been_taken_is_not_where_they_return(text: str, language: str) -> None:
    (figure,) = READER.extract(text, language=language, published=None).figures
    assert figure.measure == "returned"
    assert figure.direction != "ua>ru"


def test_ages_of_a_list_are_no_figures() -> None:
    assert 12 not in [value for value, _ in told("Three children aged five, seven and 12 were returned.")]


def test_numbers_that_somebody_calls_invented_are_denied() -> None:
    assert told("The 20,000 children do not exist, Moscow said.") == []
