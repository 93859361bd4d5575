"""Ukrainian and Russian: rules that both share, one phenomenon a test, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

EXTRACTOR = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 3, 3)


def read(language: str, text: str, headline: str = "") -> tuple[Figure, ...]:
    return EXTRACTOR.extract(text, language=language, published=DAY, headline=headline).figures


def told(language: str, text: str, headline: str = "") -> set[tuple[float | None, str]]:
    return {(f.value, f.measure) for f in read(language, text, headline)}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Росіяни вивезли з Маріуполя 30 дітей.", "deported"),
        ("uk", "Волонтери вивезли з Маріуполя 30 дітей.", "returned"),
        ("uk", "До Києва прибули 14 підлітків із захопленого Бердянська.", "returned"),
        ("uk", "До Криму прибули 14 підлітків із Херсона.", "deported"),
        ("uk", "Загарбники забрали з інтернату 40 вихованців.", "deported"),
        ("uk", "Бабуся забрала з інтернату трьох онуків – братів 5, 7 і 9 років.", "returned"),
        ("uk", "За тиждень з лівобережжя евакуювали 8 дітей.", "returned"),
        ("uk", "Окупаційна влада евакуювала до Ростова 200 сиріт.", "deported"),
        ("ru", "Россияне вывезли из Херсона 46 малышей.", "deported"),
        ("ru", "Правозащитники вывезли из Херсонской области 46 малышей.", "returned"),
        ("ru", "Из Крыма в Одессу добрались двое братьев 11 и 15 лет.", "returned"),
        ("ru", "В Геленджик отправили 18 школьников из Изюма.", "deported"),
        ("ru", "Трое сирот поехали к родным под Винницу.", "returned"),
    ],
)
def test_a_verb_of_motion_means_what_its_way_and_its_actor_say(language: str, text: str, wanted: str) -> None:
    assert {f.measure for f in read(language, text)} == {wanted}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Двадцять шість вихованців притулку росіяни тримали в Криму.", {(26, "held")}),
        ("uk", "Із 1 243 звернень 311 стосувалися дітей, зниклих у Росії.", {(311, "missing")}),
        (
            "uk",
            "За добу внаслідок обстрілів загинули двоє дітей, ще семеро дістали поранення.",
            {(2, "killed"), (7, "injured")},
        ),
        ("uk", "У МКС нагадали: ордери видано щодо шести осіб.", {(6, "warrants")}),
        ("uk", "Слідчі оголосили підозру 24 росіянам, причетним до вивезення дітей.", {(24, "other")}),
        ("uk", "Двісті сорок дітей віддали на виховання в сім'ї росіян.", {(240, "placed_in_family")}),
        ("uk", "Під загрозою депортації понад 1,5 млн дітей.", {(1500000, "at_risk")}),
        ("uk", "Росія досі не віддає 339 дітей.", {(339, "held")}),
        ("uk", "Прокурори довели примусове переміщення ще 15 вихованців спецшколи.", {(15, "deported")}),
        ("uk", "У притулку під Москвою знайшли трьох братів із Волновахи.", {(3, "located")}),
        ("uk", "Канада розширила санкційний перелік: у ньому 13 російських посадовців.", {(13, "sanctions")}),
        ("ru", "Всего разыскано 24 900 детей, считавшихся пропавшими.", {(24900, "located")}),
        ("ru", "На сегодня установлены личности 19 553 детей.", {(19553, "identified")}),
        ("ru", "Не менее 314 детей попали в программы принудительного усыновления.", {(314, "placed_in_family")}),
        ("ru", "Великобритания ввела ограничения против семи человек.", {(7, "sanctions")}),
        ("ru", "В детдоме Симферополя держат 14 малышей из Херсона.", {(14, "held")}),
        ("ru", "Пятеро детей получили ранения при обстреле Никополя.", {(5, "injured")}),
        ("ru", "На оккупированных землях растут 1,6 млн украинских детей.", {(1600000, "at_risk")}),
    ],
)
def test_measures(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert told(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "value", "kind"),
    [
        ("uk", "Хлопчик із Токмака став тисячною дитиною, яку вдалося повернути.", 1000, "total"),
        ("ru", "Фонд вернул домой восьмисотого ребенка.", 800, "total"),
        ("uk", "Додому потрапила лише кожна одинадцята викрадена дитина.", 9.1, "share"),
        ("ru", "Домой вернулся только каждый двенадцатый похищенный ребенок.", 8.3, "share"),
        ("uk", "За рік кількість повернутих дітей зросла на 215.", 215, "increment"),
        ("ru", "Плюс шестеро детей за сутки вернулись домой.", 6, "increment"),
        ("uk", "Повернуто вісімдесятьох двох дітей.", 82, "total"),
        ("ru", "Из тысяч увезенных домой вернулись только 38.", 38, "total"),
    ],
)
def test_numbers_that_state_totals_shares_and_steps(language: str, text: str, value: float, kind: str) -> None:
    assert [(f.value, f.kind) for f in read(language, text)] == [(value, kind)]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "uk",
            "Скільки дітей вивезла Росія? 19 610. А повернулося скільки? 2 040.",
            {(19610, "deported"), (2040, "returned")},
        ),
        ("ru", "Сколько детей вернулось? В этом году – 44. А всего? 2 040.", {(44, "returned"), (2040, "returned")}),
    ],
)
def test_answers_take_the_measure_of_their_question(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert told(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Ніяких 20 тисяч викрадених дітей немає."),
        ("ru", "Похищенных 20 тысяч детей не существует, заявили в Москве."),
        ("uk", "За рік поліція отримала 290 заяв про зникнення дітей, 280 із них закрито."),
        ("uk", "Із прифронтових громад області евакуювали 38 дітей."),
        ("ru", "Пособие выплатят 2 300 семьям, вернувшимся из эвакуации."),
        ("ru", "В Нигерии похищены 23 школьника, еще 11 пропали без вести."),
        ("uk", "Верховний суд розглянув 48 скарг, дев'ять задовольнив."),
        ("ru", "На встрече с детьми присутствовали 40 послов."),
    ],
)
def test_no_figure(language: str, text: str) -> None:
    assert read(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("uk", "Дітей двадцять повернулося цього місяця.", "approx"),
        ("ru", "Домой вернулись полторы сотни детей.", "approx"),
        ("uk", "Повернули щонайменше 40 дітей.", "at_least"),
        ("uk", "Кількість повернутих дітей зросла з 1 200 до 1 450.", "exact"),
        ("ru", "Под опекой россиян до полутора тысяч украинских детей.", "at_most"),
    ],
)
def test_qualifiers(language: str, text: str, qualifier: str) -> None:
    assert {f.qualifier for f in read(language, text)} == {qualifier}


@pytest.mark.parametrize(
    ("language", "text", "speakers"),
    [
        ("uk", "Дмитро Лубінець розповів про поїздку.\nЗа його словами, Україна повернула 1 500 дітей.", ["lubinets"]),
        ("ru", "В Москве настаивают, что приютили 700 тысяч детей.", ["russian_authorities"]),
        ("uk", "Київ нагадує: Росія викрала 19 600 дітей.", ["ukrainian_authorities"]),
        (
            "uk",
            "Дані порталу «Діти війни»:\n– загинули 600 дітей\n– поранено 1 900\n– зникли 2 200\n– повернуто 1 300",
            ["children_of_war"] * 4,
        ),
    ],
)
def test_who_says_it(language: str, text: str, speakers: list[str]) -> None:
    assert [f.source_id for f in read(language, text)] == speakers


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("uk", "Дев'ятеро дітей повернулися з російської окупації.", "tot>ua"),
        ("uk", "Із Росії повернули дев'ятьох дітей.", "ru>ua"),
        ("ru", "Из-под контроля РФ возвращены 2 000 детей.", "ru+tot>ua"),
        ("ru", "К родным в Россию вернулись трое детей.", "ua>ru"),
        ("uk", "Лубінець: загалом повернуто 1 700 дітей.", "ru+tot>ua"),
    ],
)
def test_the_way(language: str, text: str, way: str) -> None:
    assert [f.direction for f in read(language, text)] == [way]


def test_a_relative_clause_gives_way_to_the_main_verb() -> None:
    text = "Девять подростков, которых удерживали в колонии под Ростовом, встретились с матерями в Киеве."
    assert told("ru", text) == {(9, "returned")}
