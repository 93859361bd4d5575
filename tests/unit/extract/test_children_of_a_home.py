"""Children of one home (scopes.yaml): an article names the home once and counts on."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 4, 28)
HOME = "kherson_home"


def _scopes(language: str, text: str, headline: str = "") -> list[tuple[float | None, str, str]]:
    figures = READER.extract(text, language=language, published=DAY, headline=headline).figures
    return [(f.value, f.measure, f.scope) for f in figures]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "In October 2022, 46 toddlers were taken from the infants' home in Kherson. Reporters found 22 of them.",
        ),
        (
            "de",
            "Aus dem Babyhaus in Cherson wurden 46 Kinder verschleppt. Reporter haben 22 von ihnen ausfindig gemacht.",
        ),
        ("fr", "De la pouponnière de Kherson, 46 enfants ont été déportés. Des reporters en ont localisé 22."),
        ("es", "De la casa cuna de Jersón fueron deportados 46 niños. Los reporteros localizaron a 22 de ellos."),
        (
            "it",
            "Dalla casa dei bambini di Kherson sono stati deportati 46 bambini. I cronisti ne hanno localizzati 22.",
        ),
        ("pt", "Do berçário de Kherson foram deportadas 46 crianças. Os repórteres localizaram 22 delas."),
        ("pl", "Z domu dziecka w Chersoniu wywieziono 46 dzieci. Dziennikarze odnaleźli 22 z nich."),
        ("uk", "З обласного будинку дитини в Херсоні вивезли 46 малюків. Журналісти розшукали 22 з них."),
        ("ru", "Из областного дома ребенка в Херсоне вывезли 46 малышей. Журналисты разыскали 22 из них."),
    ],
)
def test_whoever_is_counted_of_the_home_is_of_its_series(language: str, text: str) -> None:
    assert _scopes(language, text) == [(46, "deported", HOME), (22, "located", HOME)]


def test_the_headline_may_name_the_town_and_the_text_the_home() -> None:
    text = "Forty-six children were deported from the orphanage. Seven of them have been returned."
    assert _scopes("en", text, "Kherson's lost children") == [(46, "deported", HOME), (7, "returned", HOME)]
    assert _scopes("en", text, "Mykolaiv's lost children") == [(46, "deported", "all"), (7, "returned", "all")]


def test_those_who_came_back_are_of_the_home_whoever_brought_them() -> None:
    text = "Of the 48 toddlers of the Kherson children's home, seven were returned through Qatar. "
    assert _scopes("en", text)[1:] == [(7, "returned", HOME)]
    assert _scopes("en", text + "Qatar has returned 55 children in all.")[2:] == [(55, "returned", "qatar")]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("A party was held at the Kherson children's home. Since January 31 children were returned, Prokudin said.",
         "kherson"),
        ("One boy had lived in the Kherson orphanage. In all 41 children have been returned, Save Ukraine said.",
         "save_ukraine"),
        ("46 children were taken from the Kherson baby home. In Mykolaiv region 12 children are missing.", "mykolaiv"),
        ("Five children from the Kherson region are still held in a Moscow orphanage.", "kherson"),
        ("In Kherson region 16 children were deported from the Oleshky orphanage.", "kherson"),
        ("The orphanage in Donetsk was emptied as Russians seized Kherson. 33 children were deported.", "all"),
        ("46 children were taken from the Kherson baby home. Later 15 children were deported from Mariupol.", "all"),
        ("46 children were taken from the Kherson baby home. Also 15 were deported from the Oleshky boarding school.",
         "all"),
        ("46 were deported from the Kherson baby home. Melania Trump said eight children had been returned.", "mt"),
        ("46 children were taken from the Kherson baby home. In all 707 children have been killed.", "all"),
    ],
)  # fmt: skip
def test_others_are_not_of_the_home(text: str, scope: str) -> None:
    assert _scopes("en", text)[-1][2] == scope


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "З Херсонщини вивезли 34 дитини до будинку дитини в Сімферополі."),
        ("ru", "Из приюта в Олешках Херсонской области вывезли 50 детей в Скадовск."),
        ("de", "Aus dem Kinderheim in Oleschky im Gebiet Cherson wurden 50 Kinder verschleppt."),
        ("de", "18 Kinder wurden aus der Region Cherson verschleppt und kehrten heim."),
        ("fr", "À Kherson, chaque foyer a perdu quelqu'un. Depuis 2022, 53 enfants ont été déportés."),
        ("es", "Un orfanato de Crimea cerca de Jersón alberga a 30 niños ucranianos deportados."),
        ("it", "A Kherson avanzano i russi. L'istituto di Yale ha individuato 43 bambini deportati in Russia."),
        ("pl", "Z domu dziecka w Berdiańsku wywieziono 40 dzieci. Szpital w Chersoniu stoi."),
    ],
)
def test_other_homes_and_words_that_only_look_like_it(language: str, text: str) -> None:
    assert HOME not in {scope for *_, scope in _scopes(language, text)}


def test_a_headline_alone_makes_no_count_of_others_the_homes() -> None:
    headline = "Kherson baby home: what became of the children"
    text = "UNICEF said that 30 children had been placed in Russian families."
    assert _scopes("en", text, headline) == [(30, "placed_in_family", "all")]
    text = "Reporters have located 22 children of the orphanage."
    assert _scopes("en", text, headline) == [(22, "located", HOME)]
