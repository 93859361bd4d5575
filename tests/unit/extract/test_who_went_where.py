"""What became of children who were taken, who went the other way, and numbers that only look like theirs."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 4, 28)


def _read(language: str, text: str) -> list[tuple[float | None, str, str | None]]:
    figures = READER.extract(text, language=language, published=DAY).figures
    return [(f.value, f.measure, f.direction) for f in figures]


def _reasons(language: str, text: str) -> list[str | None]:
    return [number.reason for number in READER.extract(text, language=language, published=DAY).numbers]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ninety-four children who were taken to Russia are home again."),
        ("en", "Ninety-four children who were taken to Russia have been brought home since February 2022."),
        ("es", "Noventa y cuatro niños que fueron llevados a Rusia han vuelto a casa."),
        ("it", "Novantaquattro bambini che erano stati portati in Russia sono tornati a casa."),
        ("pt", "Noventa e quatro crianças que foram levadas para a Rússia voltaram para casa."),
        ("fr", "Quatre-vingt-quatorze enfants qui avaient été emmenés en Russie sont rentrés chez eux."),
        ("de", "94 Kinder, die nach Russland verschleppt wurden, sind wieder zu Hause."),
        ("pl", "94 dzieci, które wywieziono do Rosji, wróciło do domu."),
        ("uk", "94 дітей, яких вивезли до Росії, повернули додому."),
        ("ru", "94 ребёнка, которых вывезли в Россию, вернули домой."),
    ],
)
def test_the_main_verb_tells_what_became_of_those_who_were_taken(language: str, text: str) -> None:
    assert [(value, measure) for value, measure, _ in _read(language, text)] == [(94, "returned")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (19_546, "The 19,546 children who were taken to Russia must be brought home."),
        (94, "Ninety-four children who were taken to Russia have not been brought home."),
        (94, "The 94 children who were taken to Russia will never be brought home."),
        (94, "Will the 94 children who were taken to Russia be brought home?"),
        (94, "The parents of 94 children who were taken to Russia have returned home without them."),
        (94, "94 children who were taken to Russia were returned to Russian camps after a holiday."),
        (31, "None of the 31 children who were taken from Mariupol has returned."),
    ],
)
def test_who_must_come_home_has_not_come(value: int, text: str) -> None:
    assert _read("en", text) == [(value, "deported", "ua>ru")]


def test_the_whole_has_not_the_verb_of_its_part() -> None:
    text = "Only five of the 40 children who were taken to Crimea have been returned."
    assert [(value, measure) for value, measure, _ in _read("en", text)] == [(5, "returned"), (40, "deported")]


def test_who_waits_to_be_brought_home_is_a_plan() -> None:
    for who in ("2,000 Ukrainian children", "2,000 children who were taken to Russia"):
        text = f"{who} are waiting to be brought home."
        figures = READER.extract(text, language="en", published=DAY).figures
        assert [(f.value, f.note, f.optional) for f in figures] == [(2000, "planned", True)]
    text = "Twelve Ukrainian children waiting to be brought home were returned from Russia yesterday."
    figures = READER.extract(text, language="en", published=DAY).figures
    assert [(f.value, f.note) for f in figures] == [(12, None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Qatar said nine children crossed to Ukraine from Russia. Two went the other way."),
        ("es", "Nueve menores viajaron de Rusia a Ucrania y dos hicieron el camino inverso."),
        ("fr", "Neuf enfants sont rentrés de Russie en Ukraine. Deux enfants ont fait le trajet inverse."),
        ("it", "Nove bambini sono tornati dalla Russia in Ucraina. Due hanno fatto il percorso inverso."),
        ("pt", "Nove crianças regressaram da Rússia à Ucrânia. Duas fizeram o caminho inverso."),
    ],
)
def test_who_went_the_other_way_came_to_russia(language: str, text: str) -> None:
    assert _read(language, text) == [(9, "returned", "ru>ua"), (2, "returned", "ua>ru")]


def test_the_other_way_than_that_of_the_taken_leads_home() -> None:
    text = "Kyiv counts 16,221 children deported. So far 308 have made the reverse journey."
    assert _read("en", text)[1][2] != "ua>ru"
    text = "19,546 children have been deported. Four travelled in the opposite direction, to their father in Moscow."
    assert _read("en", text)[1] == (4, "returned", "ua>ru")
    text = "A boy was taken from Zhytomyr to his father in Russia. Another three children travelled the opposite way."
    assert _read("en", text)[-1] == (3, "returned", "ru>ua")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Ukraine says 19,546 children were taken to Russia. In Congo, by comparison, 730 children were abducted.",
        ),
        ("de", "Die Ukraine spricht von 19.546 verschleppten Kindern. In Gaza starben mehr als 100 Kinder."),
        ("fr", "L'Ukraine parle de 19 546 enfants déportés. À Gaza, plus de 100 enfants ont été tués."),
        ("it", "L'Ucraina parla di 19.546 bambini deportati. A Gaza sono morti più di 100 bambini."),
        ("ru", "Вывезены 19 546 украинских детей. В секторе Газа, по данным ЮНИСЕФ, погибли более 100 детей."),
    ],
)
def test_children_of_the_land_that_opens_the_sentence_are_not_ours(language: str, text: str) -> None:
    assert [value for value, *_ in _read(language, text)] == [19_546]
    assert "another story" in _reasons(language, text)


def test_zelensky_counts_ours_wherever_he_speaks() -> None:
    text = "In Israel, 700 children have been killed since February 2022, Zelensky said of his country's losses."
    assert [(value, measure) for value, measure, _ in _read("en", text)] == [(700, "killed")]


def test_where_somebody_speaks_of_them_is_not_their_land() -> None:
    text = "In Geneva, the UN said 700 Ukrainian children had been killed since the invasion by Russia."
    assert [(value, measure) for value, measure, _ in _read("en", text)] == [(700, "killed")]


@pytest.mark.parametrize("line", ["CRICKET: ENGLAND 231-7", "The home side won 3-1"])
def test_scores_are_no_children(line: str) -> None:
    text = f"{line}. Eleven Ukrainian children came home from Russia."
    assert [value for value, *_ in _read("en", text)] == [11]
    assert _reasons("en", text)[:2] == ["score", "score"]


def test_a_falling_pair_of_children_is_no_score() -> None:
    assert "score" not in _reasons("uk", "З Росії повернули 8-7 дітей на місяць, каже Лубінець.")


def test_a_rising_pair_is_a_range() -> None:
    figures = READER.extract("Russia holds 35-40 Ukrainian children there.", language="en", published=DAY).figures
    assert [(f.low, f.high) for f in figures] == [(35, 40)]


def test_journeys_count_no_children() -> None:
    text = "We carried out three rescue journeys and brought out twenty-two children from occupied territory."
    assert [value for value, *_ in _read("en", text)] == [22]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сорок детей вывезли в Геленджик, тридцать родители забрали."),
        ("uk", "Сорок дітей вивезли до Геленджика, тридцять батьки забрали самі."),
    ],
)
def test_whom_their_parents_fetched(language: str, text: str) -> None:
    assert [(value, measure) for value, measure, _ in _read(language, text)] == [(40, "deported"), (30, "returned")]


def test_parents_who_came_are_no_children() -> None:
    text = "Сорок детей вывезли в Геленджик, за ними приехали тридцать родителей."
    assert [value for value, *_ in _read("ru", text)] == [40]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Once niños han vuelto de Rusia. Recibirán 10.800 grivnias."),
        ("fr", "Onze enfants sont revenus de Russie. Ils recevront 10 800 grivnas."),
        ("it", "Undici minori sono tornati dalla Russia. Riceveranno un sussidio di 10.800 grivnie."),
        ("pl", "Jedenaścioro dzieci wróciło z Rosji. Dostaną 10 800 hrywien."),
        ("pt", "Onze crianças voltaram da Rússia. Receberão 10.800 hryvnias."),
    ],
)
def test_hryvnias_are_money(language: str, text: str) -> None:
    assert [value for value, *_ in _read(language, text)] == [11]
    assert "money" in _reasons(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "19 546 enfants ont été déportés en Russie. Les retours ne dépassent pas 386."),
        ("pt", "19.546 crianças foram deportadas para a Rússia. Os regressos não ultrapassam os 386."),
        ("uk", "До Росії вивезено 19 546 дітей. Кількість повернених не перевищує 386."),
        ("ru", "В Россию вывезено 19 546 детей. Число возвращённых не превышает 386."),
    ],
)
def test_what_does_not_exceed_a_number_is_at_most_that(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=DAY).figures
    assert [(f.value, f.measure, f.qualifier) for f in figures][1:] == [(386, "returned", "at_most")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "To date Britain has sanctioned 97 people and 31 organisations over the abduction of Ukrainian children.",
        ),
        (
            "de",
            "Insgesamt sind nun 97 Personen und 31 Einrichtungen wegen der Verschleppung ukrainischer Kinder gelistet.",
        ),
        ("fr", "Au total, 97 personnes et 31 entités sont sanctionnées pour la déportation d'enfants ukrainiens."),
        ("uk", "Загалом під санкціями 97 осіб і 31 організація за вивезення українських дітей."),
    ],
)
def test_people_and_organisations_of_one_list_are_counted_alike(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=DAY).figures
    assert [(f.value, f.measure, f.kind) for f in figures] == [(97, "sanctions", "total"), (31, "sanctions", "total")]


def test_who_is_added_behind_a_comma_is_told_apart() -> None:
    text = "Britain has now sanctioned 97 people, and 31 organisations were added this week over Ukrainian children."
    figures = READER.extract(text, language="en", published=DAY).figures
    assert [(f.value, f.kind) for f in figures] == [(97, "total"), (31, "batch")]


def test_ukrainian_tens_in_either_spelling() -> None:
    text = "До Росії вивезли близько восьмидесяти школярів і близько семидесяти сиріт."
    assert [value for value, *_ in _read("uk", text)] == [80, 70]
