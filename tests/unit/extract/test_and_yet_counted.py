"""What a rule that turns something down must leave alone: the near cases of each."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> tuple[Figure, ...]:
    return tuple(READER.extract(text, language=language, published=date(2025, 12, 10)).figures)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("uk", "Україна повернула 8 викрадених Росією дітей.", [(8, "returned")]),
        (
            "en",
            "Lubinets reported that 2,016 children have been returned to Ukraine. Russia has denied it takes any.",
            [(2016, "returned")],
        ),
        (
            "en",
            "Russia freed 1,200 soldiers, but 19,546 children are still held in Russia.",
            [(19546, "held")],
        ),
        (
            "en",
            "669 children have been killed and 19,546 deported, including 1,600 orphans.",
            [(669, "killed"), (19546, "deported"), (1600, "deported")],
        ),
        ("uk", "Росія вивезла 116 000 українських дітей.", [(116000, "deported")]),
        ("en", "Russia has taken over 19,000 children.", [(19000, "deported")]),
        ("ru", "После пожара в интернате россияне вывезли 46 детей.", [(46, "deported")]),
        ("ru", "Домой вернулись пятеро третьего сентября.", [(5, "returned")]),
        (
            "en",
            "In November 87 children had been returned by the programme. It is now 95.",
            [(87, "returned"), (95, "returned")],
        ),
        ("en", "The Seven Have Come Home. The children crossed the border on Monday.", [(7, "returned")]),
        ("en", "Of the children who returned, a third suffer from depression.", [(33.3, "returned")]),
    ],
)
def test_it_still_counts(language: str, text: str, told: list[tuple[float, str]]) -> None:
    assert [(figure.value, figure.measure) for figure in _read(language, text)] == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Selenskyj freute sich über die Rückkehr von neun Kindern."),
        ("it", "Finora 1.985 bambini sono tornati, ma gli altri non sono ancora a casa."),
        ("en", "Some 2,016 children have returned home; the others have not."),
    ],
)
def test_nothing_is_put_aside(language: str, text: str) -> None:
    assert [(figure.measure, figure.note) for figure in _read(language, text)] == [("returned", None)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Лубінець зустрівся з Москальковою. Омбудсман повідомив, що 12 дітей повернулися додому."),
        ("en", "Lubinets met reporters. 12 children had returned on Friday, the official told Sky News."),
    ],
)
def test_an_office_is_its_holder_s(language: str, text: str) -> None:
    assert [(figure.value, figure.source_id) for figure in _read(language, text)] == [(12, "lubinets")]


def test_more_than_is_told_of_what_was_taken() -> None:
    (figure,) = _read("en", "Russia has taken over 19,000 children.")
    assert figure.qualifier == "more_than"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "Україна ідентифікувала 19 546 дітей, у т.ч. 1 600 дітей-сиріт.", 1600),
        ("ru", "Украина установила 19 546 детей, в т. ч. 1 600 сирот.", 1600),
    ],
)
def test_part_of_that_number_is_no_part_of_a_law(language: str, text: str, value: float) -> None:
    assert value in [figure.value for figure in _read(language, text)]


def test_numbers_in_numbers_have_an_end() -> None:
    assert len(_read("en", "Art. " + "1(2" * 2_000 + " of the law.")) < 10


@pytest.mark.parametrize(
    ("language", "text", "whole", "part"),
    [
        ("uk", "Із 60 дітей Херсонщини вдалося повернути 14.", 60, 14),
        ("en", "Of the 46 children of the Kherson home, only seven have been returned.", 46, 7),
        ("de", "Von den 46 Kindern des Kinderheims sind erst sieben aus Russland zurückgekehrt.", 46, 7),
        ("es", "De los 46 niños del hogar de Jersón solo han vuelto siete.", 46, 7),
        ("it", "Dei 46 bambini dell'istituto di Kherson solo sette sono tornati.", 46, 7),
    ],
)
def test_the_whole_of_those_who_are_back_had_been_taken(language: str, text: str, whole: float, part: float) -> None:
    told = [(figure.value, figure.measure) for figure in _read(language, text)]
    assert told == [(whole, "deported"), (part, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Із 17 повернутих з Росії дітей 14 – сироти."),
        ("en", "Of the 17 children returned on Friday from Russia, six are orphans."),
        ("pl", "Z 17 dzieci, które odzyskaliśmy z Rosji, cztery to sieroty."),
    ],
)
def test_the_whole_of_a_part_that_is_told_otherwise_is_home(language: str, text: str) -> None:
    figure = _read(language, text)[0]
    assert (figure.value, figure.measure) == (17, "returned")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Russia has deported 116,000 Ukrainian children."),
        ("uk", "Росія вивезла 116 000 українських дітей."),
        ("ru", "Россия вывезла 116 000 украинских детей."),
    ],
)
def test_who_takes_children_does_not_count_them(language: str, text: str) -> None:
    assert [(figure.source_id, figure.note) for figure in _read(language, text)] == [(None, None)]


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        (
            "en",
            "Some 20,000 children have been killed in Gaza, and 19,546 have been deported from Ukraine.",
            [19546],
        ),
        ("de", "In Gaza starben 20.000 Kinder, Russland hat 19.546 ukrainische Kinder verschleppt.", [19546]),
        ("es", "En Gaza han muerto 20.000 niños; Rusia deportó a 19.546 niños ucranianos.", [19546]),
        ("en", "Eight Ukrainian children, returned from Russia, met their parents in Vienna.", [8]),
    ],
)
def test_children_hurt_in_another_land(language: str, text: str, values: list[float]) -> None:
    assert [figure.value for figure in _read(language, text)] == values


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Another 160 children are waiting to return home from Russia.", "planned"),
        ("uk", "Повернення потребують ще 160 дітей, вивезених до Росії.", "planned"),
        ("en", "The 12 children who had been waiting to return home crossed the border on Friday.", None),
    ],
)
def test_who_waits_is_not_home(language: str, text: str, note: str | None) -> None:
    assert [figure.note for figure in _read(language, text) if figure.measure == "returned"] in ([note], [])


def test_a_plan_is_no_return() -> None:
    (figure,) = _read("en", "The plan foresees the return of 300 Ukrainian children by Christmas.")
    assert (figure.measure, figure.note) == ("returned", "planned")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "Із п'ятнадцятьома дітьми з Росії приїхали три матері.", 15),
        ("uk", "З Росії повернулися мати і двоє дітей.", 2),
        ("ru", "Вернулись три матери и восемь детей из России.", 8),
        ("en", "Three mothers and eight children returned from Russia.", 8),
        ("en", "A 13-year-old girl and her two brothers, aged 7 and 9, returned from Luhansk region.", 3),
        ("es", "Una niña y sus dos hermanos volvieron de Luhansk a la Ucrania libre.", 3),
        ("uk", "13-річна дівчина та двоє її братів, 7 і 9 років, повернулися з Луганщини.", 3),
    ],
)
def test_children_are_counted_beside_their_mothers(language: str, text: str, value: float) -> None:
    assert [(figure.value, figure.measure) for figure in _read(language, text)] == [(value, "returned")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("pt", "Devolveram-se 12 crianças à Ucrânia pela Rússia.", 12),
        ("en", "Even if 1,859 children have returned to Ukraine from Russia, thousands remain.", 1859),
        ("pl", "Jeśli 1859 dzieci wróciło na Ukrainę z Rosji, to dzięki Katarowi.", 1859),
        ("en", "Save Ukraine said 18 were brought back from Russia last week in a swap deal mediated by Qatar.", 18),
        ("en", "To date, 1,859 have been returned; Ukraine rejected any swap with Russia.", 1859),
        ("fr", "Selon Kiev, après des échanges avec le Qatar, 1 859 sont rentrés de Russie.", 1859),
        ("de", "Die Ukraine hat 1.859 Kinder aus Russland zurückgeholt, Tausende warten noch auf ihre Rückkehr.", 1859),
        ("en", "Families are still waiting to learn more as Ukraine brought back 12 children from Russia.", 12),
        ("en", "Twelve children who had been on the waiting list were brought back to Ukraine from Russia.", 12),
        ("en", "At the border, volunteers met 11 children brought back from Russia to Ukraine.", 11),
        ("en", "Twelve of the children returned home to Ukraine from Russia and received psychological help.", 12),
        ("en", "Ukraine has returned 1,859 children from Russia, most never come back.", 1859),
        ("de", "Bisher sind 1.859 Kinder aus Russland zurückgekehrt, die meisten sind noch nicht zu Hause.", 1859),
        ("uk", "В Україну з Росії повернули 1859 дітей, тисячі досі не повернули.", 1859),
        ("es", "Han vuelto 1.859 niños a Ucrania y miles siguen sin volver de Rusia.", 1859),
        ("it", "Una ragazza e i suoi due fratelli sono tornati dalla Russia in Ucraina.", 3),
        ("en", "Five children, including a boy and his two sisters, were returned to Ukraine from Russia.", 5),
        ("uk", "П'ятеро дітей, серед них хлопчик та двоє його сестер, повернулися в Україну з Росії.", 5),
    ],
)
def test_a_return_is_news_whatever_is_told_beside_it(language: str, text: str, value: float) -> None:
    told = [(figure.value, figure.measure, figure.note) for figure in _read(language, text)]
    assert told == [(value, "returned", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 1,859 children, only 150 have been brought back to Ukraine from Russia with Qatar's help.",
        "Twenty-two children returned to Ukraine from Russia today. Of the 22 children, 12 returned via Qatar.",
    ],
)
def test_the_whole_of_all_who_are_back_is_none_of_those_taken(text: str) -> None:
    assert {figure.measure for figure in _read("en", text)} == {"returned"}


def test_who_must_come_back_is_taken_whatever_is_planned() -> None:
    (figure,) = _read("ru", "Нужно вернуть еще 19 546 детей, депортированных Россией из Украины.")
    assert (figure.measure, figure.note) == ("deported", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "ЄС ухвалив уже 19 пакетів санкцій, зокрема за викрадення українських дітей."),
        ("ru", "ЕС принял 19 пакетов санкций за похищение украинских детей."),
        ("fr", "L'UE a adopté 19 trains de sanctions pour la déportation d'enfants ukrainiens."),
    ],
)
def test_packages_are_not_those_sanctioned(language: str, text: str) -> None:
    assert not _read(language, text)
