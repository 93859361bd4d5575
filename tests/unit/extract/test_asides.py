"""What a text tells beside its news: plans, former values, parts of a total, denials, audiences, register losses."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import extract, stories
from monitor.model import Figure

READER = extract.Extractor(stories.load("ukrainian_children"))
DAY = date(2025, 10, 15)


def _figures(language: str, text: str) -> dict[float | None, Figure]:
    return {f.value: f for f in READER.extract(text, language=language, published=DAY).figures}


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Another 20 children are due to be returned from Russia next week, Lubinets said.", 20),
        ("en", "Kyiv aims to bring home 500 children by the end of the year.", 500),
        ("en", "Ukraine could return 300 more children by Christmas.", 300),
        ("uk", "Наступного тижня мають повернути ще 20 дітей з Росії, сказав Лубінець.", 20),
        ("ru", "В ближайшее время домой вернутся ещё 20 детей, сообщила Львова-Белова.", 20),
        ("de", "Am Freitag sollen 14 weitere Kinder aus Russland zurückkehren, sagte Lubinez.", 14),
        ("fr", "Vingt autres enfants doivent rentrer de Russie la semaine prochaine, selon Loubinets.", 20),
        ("es", "Otros 20 niños regresarán de Rusia la próxima semana, dijo Lubinets.", 20),
        ("it", "Altri venti bambini torneranno dalla Russia la settimana prossima, ha detto Lubinets.", 20),
        ("pt", "Mais vinte crianças voltarão da Rússia na próxima semana, disse Lubinets.", 20),
        ("pl", "W przyszłym tygodniu z Rosji wróci kolejnych 20 dzieci, powiedział Łubinec.", 20),
        ("de", "Kiew hofft, noch im April 30 Kinder aus Russland zurückzuholen.", 30),
    ],
)
def test_what_is_planned_is_noted_and_no_news(language: str, text: str, value: float) -> None:
    told = _figures(language, text)[value]
    assert (told.note, told.optional, told.period) == ("planned", True, None)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Eight children were returned from Russia and will be placed with relatives next week.", 8),
        ("en", "Since the war began 1,605 children have been returned, and Kyiv hopes to bring home 20 more.", 1605),
        ("de", "Seit 2022 sollen 1.605 Kinder aus Russland zurückgekehrt sein.", 1605),
        ("fr", "Les 19 546 enfants déportés en Russie devraient être rendus.", 19546),
    ],
)
def test_what_has_come_about_is_not_planned(language: str, text: str, value: float) -> None:
    assert _figures(language, text)[value].note != "planned"


def test_a_former_value_of_the_same_count_is_no_news() -> None:
    told = _figures("en", "The number of returned children is 1,859, up from 1,829.")
    assert (told[1859].optional, told[1829].note, told[1829].optional) == (False, "previous value", True)
    told = _figures("en", "2,031 children have returned, compared with 19,546 who were deported.")
    assert told[19546].note is None


@pytest.mark.parametrize(
    ("language", "text", "whole", "part", "note"),
    [
        ("en", "So far 1,605 children have been returned; 123 of them are orphans.", 1605, 123, "orphans"),
        ("uk", "Повернуто 1605 дітей, серед них 123 сироти.", 1605, 123, "orphans"),
        ("de", "1.605 Kinder sind aus Russland zurück, davon 123 Waisen.", 1605, 123, "orphans"),
        ("en", "1,605 children have been returned from Russia, 712 of them girls.", 1605, 712, "by sex"),
        ("en", "Of the 1,605 children returned, 300 were given housing.", 1605, 300, "helped after return"),
        ("ru", "Из 1605 возвращённых детей 300 получили жильё.", 1605, 300, "helped after return"),
    ],
)
def test_a_part_of_all_who_are_home_is_noted_and_no_news(
    language: str, text: str, whole: float, part: float, note: str
) -> None:
    told = _figures(language, text)
    assert (told[whole].note, told[part].note, told[part].optional) == (None, note, True)


def test_orphans_among_the_deported_are_a_series_of_their_own() -> None:
    told = _figures("en", "Of the 19,546 deported children, 4,390 are orphans, Kyiv says.")[4390]
    assert (told.note, told.optional) == ("orphans", False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "80 per cent of the deported children have not been returned."),
        ("de", "80 Prozent der verschleppten Kinder seien nicht zurückgekehrt."),
        ("es", "El 80 % de los niños deportados no ha regresado."),
        ("fr", "80 % des enfants déportés ne sont pas rentrés."),
    ],
)
def test_those_who_have_not_come_back_are_not_returned(language: str, text: str) -> None:
    assert _figures(language, text)[80].note == "not returned"


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The ombudsman's office denied reports that 27 deported children had returned to Ukraine.", []),
        ("en", "Reports of 27 returned children were denied by Kyiv.", []),
        ("uk", "Лубінець назвав фейком повідомлення про повернення 27 дітей з Росії.", []),
        ("uk", "В Офісі омбудсмана заперечили, що повернулося 27 дітей з Росії.", []),
        ("de", "Lubinez wies Berichte zurück, wonach 27 Kinder aus Russland zurückgekehrt seien.", []),
        ("ru", "Сообщения о возвращении 27 детей из России оказались фейком: вернулись 15.", [15]),
        ("uk", "Омбудсман спростував повідомлення про повернення 50 дітей: насправді повернулося 15.", [15]),
    ],
)
def test_what_is_denied_is_no_figure_and_what_is_told_instead_is(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "The official register now lists 19,498 deported children, 48 fewer than in spring.", [19498]),
        ("de", "Das Register führt 19.498 verschleppte Kinder, 48 weniger als im Frühjahr.", [19498]),
        ("ru", "В реестре 19 498 депортированных детей, на 48 меньше, чем весной.", [19498]),
        ("uk", "У реєстрі 19 498 депортованих дітей, 48 записів виявилися дублями.", [19498]),
        ("en", "19,546 deported children are known, fewer than 1,700 of whom are home.", [19546, 1700]),
        ("en", "Yermak told 300 pupils in Warsaw that 1,859 deported children had been returned.", [1859]),
        ("uk", "Перед 300 школярами у Варшаві Єрмак сказав, що повернуто 1859 дітей.", [1859]),
        ("de", "Vor 300 Schülern in Berlin sagte Jermak, 1.859 Kinder seien aus Russland zurückgekehrt.", [1859]),
        ("en", "Case No. 245: three children were deported from Kherson to Russia.", [3]),
        ("en", "34 children and 5 mothers returned to Ukraine from Russia through Qatar.", [34]),
        ("en", "Thirteen children - seven boys, six girls - were returned to Ukraine from Russia.", [13]),
        ("es", "Siete menores, seis niños y una niña, han vuelto de Rusia a Ucrania.", [7]),
    ],
)
def test_what_a_register_loses_and_who_listens_are_no_children(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Between 2022 and 2025, Russia issued passports to deported Ukrainian children.", []),
        ("en", "In 2023, 2024 and 2025 children were taken from Ukraine to Russia.", []),
        ("en", "In 2022–23, Russia deported children from Ukraine.", []),
        ("de", "Von 2022 bis 2025 wurden 19.546 ukrainische Kinder nach Russland verschleppt.", [19546]),
        ("de", "In den Jahren 2022 und 2023 wurden Kinder nach Russland verschleppt.", []),
        ("pl", "W latach 2022-2025 wywieziono do Rosji 19 546 ukraińskich dzieci.", [19546]),
        ("ru", "В 2022 и 2023 годах детей вывозили в Россию.", []),
        ("en", "In 2025, 2016 children had been returned to Ukraine.", [2016]),
    ],
)
def test_years_told_together_are_no_children(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


def test_a_child_who_went_the_other_way_is_news_of_its_own() -> None:
    told = _figures("ru", "Пятеро детей вернулись из России на Украину, один ребёнок уехал к отцу в Россию.")
    assert (told[1].direction, told[1].optional) == ("ua>ru", False)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Save Ukraine brought home 64 children last month and 23 this month.", [64, 23]),
        ("en", "Russia has released more children: the total climbed to 1,605 this week, Lubinets said.", [1605]),
        ("de", "Kiew zufolge wurden 1.605 Kinder aus Russland zurückgeholt, 549 dieses Jahr.", [1605, 549]),
        ("es", "Han regresado de Rusia 1.217 niños, 549 este año y 668 el año pasado.", [1217, 549, 668]),
        ("it", "Save Ukraine ha riportato a casa 64 bambini il mese scorso e 23 questa settimana.", [64, 23]),
        ("pt", "A Save Ukraine trouxe de volta 64 crianças no mês passado e 23 esta semana.", [64, 23]),
        ("uk", "Усього з депортації повернуто 1605 дітей, 12 минулого тижня.", [1605, 12]),
        ("uk", "Троє дітей повернулися з Росії. Дорога забрала чотири доби.", [3]),
    ],
)  # fmt: skip
def test_a_count_of_this_week_is_no_duration(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Germany has taken in 350,000 Ukrainian children, while 19,546 were deported to Russia.", [19546]),
        ("de", "Polen hat 400.000 ukrainische Kinder aufgenommen, Russland 19.546 verschleppt.", [19546]),
        ("it", "Nelle scuole italiane studiano 28.000 bambini ucraini, mentre 19.546 sono in Russia.", [19546]),
        ("en", "Russia has taken in 700,000 Ukrainian children.", [700000]),
    ],
)
def test_refugees_abroad_are_not_those_who_were_taken(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "До Росії депортовано мало не 20 тисяч українських дітей.", 20000),
        ("uk", "До Росії депортовано чи не 20 тисяч українських дітей.", 20000),
        ("ru", "В Россию депортировали едва ли не 20 тысяч украинских детей.", 20000),
        ("ru", "Чуть не две тысячи детей вернули из России.", 2000),
    ],
)
def test_almost_is_no_denial(language: str, text: str, value: float) -> None:
    assert _figures(language, text)[value].qualifier == "approx"


@pytest.mark.parametrize(
    ("language", "text", "bounds"),
    [
        ("fr", "Entre 20 et 35 000 enfants ont été déportés vers la Russie.", (20000, 35000)),
        ("en", "Between 20 and 35,000 Ukrainian children were deported to Russia.", (20000, 35000)),
        ("en", "Between 20 and 300 Ukrainian children are held in the camp in Crimea.", (20, 300)),
        ("it", "Tra i 20 e i 35 mila bambini ucraini sono stati deportati in Russia.", (20000, 35000)),
        ("it", "Fra i 200 e i 250 minori ucraini sono tenuti nei campi in Crimea.", (200, 250)),
    ],
)
def test_bounds_share_their_thousands_and_may_have_articles(
    language: str, text: str, bounds: tuple[float, float]
) -> None:
    (figure,) = READER.extract(text, language=language, published=DAY).figures
    assert (figure.low, figure.high) == bounds


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "A quarter of a million Ukrainian children live under occupation.", 250_000),
        ("ru", "Под оккупацией живут четверть миллиона украинских детей.", 250_000),
        ("pl", "Pod okupacją żyje trzy czwarte miliona ukraińskich dzieci.", 750_000),
    ],
)
def test_a_part_of_a_million_is_a_number(language: str, text: str, value: float) -> None:
    assert value in _figures(language, text)


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        ("de", "314 Kinder kamen in russische Familien, so die New York Times unter Berufung auf Yale.", "yale_hrl"),
        ("uk", "314 дітей віддали в російські сім'ї, пише The New York Times із посиланням на Єль.", "yale_hrl"),
        ("en", "Citing Ukraine's children's rights commissioner, BBC reports 19,546 stolen children.", "herasymchuk"),
    ],
)  # fmt: skip
def test_who_is_cited_behind_the_number_says_it(language: str, text: str, source: str) -> None:
    assert next(iter(_figures(language, text).values())).source_id == source


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "Sieben Kinder kehrten am Dienstag aus Russland zurück, drei weitere folgten am Mittwoch.", [7, 3]),
        ("fr", "Sept enfants sont rentrés de Russie mardi, trois autres mercredi.", [7, 3]),
        ("uk", "У понеділок із окупації вивезли трьох дітей, у вівторок – п'ятьох, у середу – двох.", [3, 5, 2]),
    ],
)
def test_groups_of_other_days_are_no_parts(language: str, text: str, values: list[float]) -> None:
    told = _figures(language, text)
    assert list(told) == values and not any(figure.optional for figure in told.values())


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kyiv puts the number of abducted children at 19,546, Yale at 35,000."),
        ("fr", "Kiev parle de 19 546 enfants enlevés, Yale d'au moins 35 000."),
        ("uk", "Київ говорить про 19 546 викрадених дітей, Єль – про щонайменше 35 тисяч."),
        ("de", "Kiew spricht von 19.546 verschleppten Kindern, die Universität Yale von bis zu 35.000."),
    ],
)
def test_a_second_speaker_needs_no_verb_of_its_own(language: str, text: str) -> None:
    told = _figures(language, text)
    assert (told[19546].source_id, told[35000].source_id) == ("ukrainian_authorities", "yale_hrl")


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("ru", "– Сколько украинских детей вы вернули из России?\n– Двести одиннадцать.", [211]),
        ("en", "How many deported children have you returned this year?\nTwo hundred and eleven.", [211]),
        ("en", "How many children have you returned from Russia?\n8. Who is their ombudsman?", []),
        ("en", "Artem was eight and Kyrylo five when they were taken from Kherson to Russia.", []),
        ("en", "The office has a table. Children killed: 684. Wounded: 2,368. Missing: 2,231.", [684, 2368, 2231]),
        ("en", "2,031 children are back from Russia, 46 more than a month ago.", [2031, 46]),
        ("en", "An estimated 3,700 Syrian children were abducted, like the Ukrainian children in Russia.", []),
        ("ru", "Артему и Соне было 12 и семь, когда их увезли в Крым, в лагерь.", []),
    ],
)
def test_answers_are_counts_and_ages_are_none(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("uk", "З початку року з окупації повернули 215 дітей, зокрема 61 - на Запоріжжя.", {61: "part of 215"}),
        ("en", "215 children have been returned, including 61 from Donetsk region.", {61: "part of 215"}),
        ("en", "1,605 children have been returned, including 549 this year.", {549: None}),
        ("en", "1,605 children have been returned from Russia, including 84 through Qatar.", {84: None}),
    ],
)  # fmt: skip
def test_a_part_that_only_a_place_sets_apart_is_no_news(
    language: str, text: str, parts: dict[float, str | None]
) -> None:
    told = _figures(language, text)
    assert {value: told[value].note for value in parts} == parts


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("uk", "Максим - один з одинадцяти дітей, яких повернули з Росії за посередництва Катару.", [11]),
        ("de", "Er ist eines von elf Kindern, die aus Russland zurückgekehrt sind.", [11]),
        ("uk", "Один із п'яти викрадених дітей повернувся.", [20]),
        ("uk", "З окупації повернули трьох дітей. Усі троє вже з мамою.", [3]),
        (
            "uk",
            "В Офісі омбудсмана спростували чутки про повернення 40 дітей. Канали писали, що 40 дітей вже в Україні.",
            [],
        ),
    ],
)
def test_one_of_a_group_all_of_it_and_a_rumour_told_twice(language: str, text: str, values: list[float]) -> None:
    assert list(_figures(language, text)) == values


def test_an_office_that_every_region_has_is_khersons_only_where_kherson_is_named() -> None:
    told = _figures("uk", "З початку року на Запоріжжя повернули 62 дітей, повідомили в ОВА.")[62]
    assert (told.source_id, told.scope) == (None, "all")
    told = _figures("uk", "На Херсонщину повернули 62 дітей, повідомили в ОВА.")[62]
    assert (told.source_id, told.scope) == ("prokudin", "kherson")


def test_help_for_those_who_are_back_is_no_count_of_returns() -> None:
    text = "The charity has provided counselling to 850 children who returned from occupation."
    assert _figures("en", text)[850].note == "helped after return"


_HOME = {
    "en": "Twelve Ukrainian children came home from Russia.",
    "de": "Zwölf ukrainische Kinder kehrten aus Russland heim.",
    "fr": "Douze enfants ukrainiens sont rentrés de Russie.",
    "es": "Doce niños ucranianos volvieron de Rusia.",
    "it": "Dodici bambini ucraini sono tornati dalla Russia.",
    "pt": "Doze crianças ucranianas voltaram da Rússia.",
    "pl": "Dwanaścioro ukraińskich dzieci wróciło z Rosji.",
    "uk": "З Росії повернулися дванадцятеро українських дітей.",
    "ru": "Из России вернулись двенадцать украинских детей.",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Overnight Russia launched 140 drones at Kyiv. The air force said 121 had been shot down."),
        ("de", "In der Nacht griff Russland mit 90 Drohnen an. 77 davon habe man abgefangen, so die Luftwaffe."),
        ("fr", "Dans la nuit, la Russie a lancé 90 drones. Selon l'armée de l'air, 77 ont été interceptés."),
        ("es", "Por la noche Rusia lanzó 90 drones. La fuerza aérea dijo que 77 fueron derribados."),
        ("it", "Nella notte la Russia ha lanciato 90 droni. Di questi, 77 sono stati abbattuti."),
        ("pt", "Durante a noite a Rússia lançou 90 drones. Foram abatidos 77, disse a força aérea."),
        ("pl", "W nocy Rosja wystrzeliła 90 dronów. Zestrzelono 77."),
        ("uk", "Вночі Росія запустила 90 дронів. Збито 77, повідомили військові."),
        ("ru", "Ночью Россия запустила 90 дронов. Сбиты 77, сообщили военные."),
    ],
)
def test_drones_that_were_shot_down_go_on_with_no_children(language: str, text: str) -> None:
    assert list(_figures(language, f"{_HOME[language]}\n{text}")) == [12]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "Wie viele Kinder kamen aus Russland zurück?\n1.308, sagt die Regierung in Kiew.", 1308),
        ("es", "¿Cuántos niños ucranianos han vuelto de Rusia?\nSolo 386, según el portal oficial.", 386),
        ("fr", "Combien d'enfants ukrainiens sont rentrés de Russie ?\n1 274, selon Kiev.", 1274),
        ("pt", "Quantas crianças voltaram da Rússia?\nAté ontem, 2163.", 2163),
        ("pl", "Ile deportowanych dzieci sprowadziliście?\nOd 2023 roku siedemdziesiąt sześć.", 76),
        ("uk", "Скільки дітей ви повернули з Росії?\nНа сьогодні 1 312, каже омбудсман.", 1312),
    ],
)
def test_an_answer_may_say_since_when_and_who_says_so(language: str, text: str, value: float) -> None:
    assert _figures(language, text)[value].measure == "returned"


@pytest.mark.parametrize(
    ("language", "text", "note"),
    [
        ("en", "Twelve of the returned teenagers had been drafted into the Russian army.", "helped after return"),
        ("en", "Of the children returned from Russia, 80 have since come of age.", "helped after return"),
        ("uk", "Серед повернутих із Росії дітей 80 уже виповнилося 18 років.", "helped after return"),
        ("en", "The new centre in Kyiv has room for 60 children returned from Russia.", "helped after return"),
        ("de", "Das neue Zentrum hat Platz für 60 aus Russland zurückgekehrte Kinder.", "helped after return"),
        ("it", "Il nuovo centro può ospitare 60 bambini tornati dalla Russia.", "helped after return"),
        ("ru", "Новый центр сможет принять 60 детей, возвращенных из России.", "helped after return"),
        ("en", "Of the children deported, 1,605 have been returned and given psychological help.", None),
        ("en", "Twelve of the deported Ukrainian children were returned from Russia and given therapy.", None),
    ],
)
def test_some_of_those_who_are_home(language: str, text: str, note: str | None) -> None:
    assert [figure.note for figure in _figures(language, text).values()] == [note]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Twelve children who had returned from Russia visited the White House on Tuesday."),
        ("en", "Five children returned from Russia performed at a concert in Kyiv."),
        ("en", "Melania Trump met with seven Ukrainian children returned from Russia."),
        ("en", "A film tells the story of five Ukrainian children who returned from Russia."),
        ("uk", "Дванадцять дітей, повернутих із Росії, відвідали Брюссель."),
        ("ru", "Двенадцать возвращенных из России детей посетили Брюссель."),
        ("it", "Il Papa ha incontrato otto bambini ucraini tornati dalla Russia."),
        ("de", "Papst Leo sprach mit sechs Kindern, die aus Russland in die Ukraine heimgekehrt sind."),
        ("pl", "Papież spotkał się z ośmiorgiem dzieci, które wróciły z Rosji."),
    ],
)
def test_guests_who_had_come_back_are_no_new_return(language: str, text: str) -> None:
    assert [(figure.note, figure.optional) for figure in _figures(language, text).values()] == [
        ("met after return", True)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five children returned from Russia and met with their mothers."),
        ("en", "Eight children returned from Russia, where they had visited military camps."),
        ("en", "Eight children were returned from Russia after Melania Trump met with Putin."),
        ("uk", "П'ятеро дітей повернулися з Росії, де вони відвідали табори."),
        ("uk", "Вісім дітей повернули з Росії після того, як Мелані Трамп зустрілася з Путіним."),
        ("ru", "Восемь детей вернулись из России, рассказали волонтеры."),
        ("it", "Otto bambini sono tornati dalla Russia, hanno raccontato i volontari."),
    ],
)
def test_a_return_is_news_whatever_is_told_of_meetings(language: str, text: str) -> None:
    assert [(figure.note, figure.optional) for figure in _figures(language, text).values()] == [(None, False)]


@pytest.mark.parametrize(
    ("language", "text", "notes"),
    [
        (
            "uk",
            "Додому повернули ще 11 дітей. Двоє сестер — з Маріуполя, їхня мама загинула у 2022 році.",
            {2: "part of 11"},
        ),
        ("en", "Eleven children came home from Russia. Two of them are sisters from Mariupol.", {2: "part of 11"}),
        ("de", "Elf Kinder kehrten aus Russland zurück. Zwei Schwestern stammen aus Mariupol.", {2: "part of 11"}),
        ("en", "Eleven children came home from Russia. Six are boys and five are girls.", {}),
        (
            "en",
            "Eleven children came home from Russia. Three brothers were brought back from Luhansk on Friday.",
            {3: None},
        ),
    ],
)
def test_siblings_and_sexes_of_a_group(language: str, text: str, notes: dict[float, str | None]) -> None:
    found = _figures(language, text)
    assert {value: figure.note for value, figure in found.items() if value != 11} == notes


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (
            "Fourteen children were brought back from occupied territory: nine from Kherson region, "
            "three from Luhansk and two from Donetsk.",
            {9: "none", 3: "part of 14", 2: "part of 14"},
        ),
        ("In 2025 Ukraine brought home 583 children, more than the 440 of 2024.", {440: "previous value", 583: None}),
    ],
)
def test_parts_behind_a_colon_and_counts_of_the_year_before(text: str, notes: dict[float, str | None]) -> None:
    found = _figures("en", text)
    assert {value: found[value].note if value in found else "none" for value in notes} == notes
