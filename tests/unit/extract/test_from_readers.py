"""Faults that readers of the program found in texts like the news: what is no figure, no news, or somebody else's."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> tuple[Figure, ...]:
    return tuple(READER.extract(text, language=language, published=date(2025, 11, 20)).figures)


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Ilya, now 12, is one of 388 children Kyiv has brought home from Russia.", [388]),
        ("en", "Ksenia, who is now 20, was among 17 children returned from Russia.", [17]),
        ("de", "Ilja, heute 12, ist eines von 388 Kindern, die Kiew aus Russland zurückgeholt hat.", [388]),
        ("es", "Los hermanos Maksym, de 16, e Ilia, de 14, estaban entre los cinco niños que volvieron de Rusia.", [5]),
        ("de", "Die Brüder Maksym, 16, und Ilja, 14, gehörten zu den fünf Kindern, die aus Russland zurückkamen.", [5]),
        ("de", "Die Geschwister Anna (11) und Petro (9) sind aus Russland zurückgekehrt.", []),
        ("en", "A third group of abducted Ukrainian children has been returned home, Melania Trump said.", []),
        ("en", "A third of the abducted children have been returned from Russia.", [33.3]),
        ("en", "Ukraine's army would be capped at 600,000. Kyiv says Russia abducted 19,546 children.", [19546]),
        (
            "en",
            "46 children were taken from Kherson. Two of the 46 were adopted in Russia; seven of the 46 came home.",
            [46, 2, 7],
        ),
        (
            "en",
            "Telegram channels reported that 27 Ukrainian children had returned from Russia. The ombudsman called the "
            "report false.",
            [],
        ),
        ("uk", "Телеграм-канали повідомили, що з Росії повернули 27 дітей. Омбудсман назвав це фейком.", []),
        ("pt", "Kiev, 16 out 2025 (Lusa) – Doze crianças deportadas regressaram à Ucrânia.", [12]),
        ("pt", "Kiev, 16 dez 2025 (Lusa) – Doze crianças deportadas regressaram à Ucrânia.", [12]),
        ("it", "KIEV, 16 MAR - Dodici bambini deportati sono tornati in Ucraina dalla Russia.", [12]),
        ("pl", "Kijów, 17 X (PAP) - Dwanaścioro deportowanych dzieci wróciło do Ukrainy.", [12]),
        ("fr", "Kiev, 17 sept 2025 (AFP) - Douze enfants déportés sont rentrés en Ukraine.", [12]),
        (
            "fr",
            "La convention de 1948 interdit le transfert forcé d'enfants, et Kiev accuse Moscou d'en avoir déporté "
            "19 546.",
            [19546],
        ),
        (
            "pl",
            "UE objęła sankcjami 11 osób odpowiedzialnych za uprowadzenia ukraińskich dzieci. To już 17. pakiet.",
            [11],
        ),
        (
            "es",
            "Volvieron a Ucrania 17 niños. En los ataques murieron cuatro personas, entre ellas un niño, y 13 "
            "resultaron heridas.",
            [17],
        ),
        ("it", "Sette bambini sono tornati in Ucraina. A Ternopil i morti sono 26 e i feriti 92.", [7]),
        ("uk", "Двадцять третього вересня з Росії повернули 16 дітей.", [16]),
        ("uk", "До Росії вивезли щонайменше тисячі українських дітей.", []),
        ("uk", "Цього року з окупації вже відбулося 14 хвиль повернень дітей.", []),
        ("ru", "Вернули пока только 1600 украинских детей. Коалиция по их возвращению насчитывает 41 страну.", [1600]),
        ("ru", "Семь детей из пяти семей воссоединились с родственниками на Украине, сообщила Львова-Белова.", [7]),
        ("ru", "Договорились об обмене телами по формуле 6000 на 6000. Украина передала список из 339 детей.", [339]),
        ("ru", "Йель идентифицировал 314 детей. 92 из них получили гражданство России.", [314, 92]),
        (
            "ru",
            "На пожаре в Омске спасли пятерых детей. Львова-Белова рассказала о возвращении девяти украинских детей.",
            [9],
        ),
        (
            "fr",
            "Au moins 16 000 enfants ukrainiens ont été déportés en Russie. Environ 300 ont retrouvé leurs familles.",
            [16000, 300],
        ),
    ],
)
def test_what_is_a_figure(language: str, text: str, values: list[float]) -> None:
    assert [figure.value for figure in _read(language, text)] == values


@pytest.mark.parametrize(
    ("language", "text", "value", "note"),
    [
        ("en", "Nine children were brought back from occupied territory. Two came from Mariupol.", 2, "part of 9"),
        ("de", "Neun Kinder wurden aus den besetzten Gebieten zurückgeholt. Zwei kamen aus Mariupol.", 2, "part of 9"),
        ("uk", "З окупації повернули дев'ятьох дітей. Двоє – з Маріуполя.", 2, "part of 9"),
        ("ru", "С оккупированной территории вернули девять детей. Двое – из Мариуполя.", 2, "part of 9"),
        (
            "de",
            "Acht ukrainische Kinder sind zu ihren Familien zurückgekehrt, sagte Melania Trump. Drei der Kinder seien "
            "in Russland gewesen.",
            3,
            "part of 8",
        ),
        (
            "en",
            "Ukraine has returned 1,625 children from Russia, Lubinets said. The previous number was 1,605.",
            1605,
            "previous value",
        ),
        (
            "uk",
            "З Росії повернули 1625 дітей, сказав Лубінець. На початку жовтня йшлося про 1605 дітей.",
            1605,
            "previous value",
        ),
        ("it", "Sono tornati dalla Russia 1.819 bambini ucraini. Un anno fa erano 1.022.", 1022, "previous value"),
        ("en", "Zelensky discussed the return of 339 children with the Turkish president in Ankara.", 339, "planned"),
        (
            "en",
            "Ten Ukrainian children were returned from Russia. Work continues on the cases of a further 16 children.",
            16,
            "planned",
        ),
        ("it", "Mosca restituirà dieci bambini ucraini, ha detto Medinsky.", 10, "planned"),
        ("uk", "З Росії повернули 12 дітей. До кінця місяця додому чекають ще 10.", 10, "planned"),
        ("uk", "Психологи опитали 320 дітей, які повернулися з Росії.", 320, "helped after return"),
        ("uk", "Центр може одночасно прийняти 10 дітей, повернених з окупації.", 10, "helped after return"),
        ("uk", "Окупанти планують до кінця року вивезти 1500 школярів до Вологодської області.", 1500, "planned"),
        ("uk", "Росіяни готують до вивезення ще 80 дітей.", 80, "planned"),
        ("ru", "Из России вернулись 1992 ребенка. Планируется, что домой приедут еще 15.", 15, "planned"),
        ("ru", "Из России вернулись 1992 ребенка. В планах — еще 20.", 20, "planned"),
        ("fr", "Près de 40 % des enfants rentrés de Russie souffrent de dépression.", 40, "how they are"),
    ],
)
def test_what_is_told_and_no_news(language: str, text: str, value: float, note: str) -> None:
    figure = next(figure for figure in _read(language, text) if figure.value == value)
    assert (figure.note, figure.optional) == (note, True)


@pytest.mark.parametrize(
    ("language", "text", "measure", "kind"),
    [
        ("uk", "Знайти поки не вдалося 40 вихованців, вивезених до Росії.", "missing", "total"),
        (
            "de",
            "Bisher sind 1819 Kinder aus Russland zurückgekehrt, 40 mehr als Ende Oktober.",
            "returned",
            "increment",
        ),
        ("es", "Ya han vuelto a Ucrania 2.016 niños, 40 más que hace dos semanas.", "returned", "increment"),
        (
            "it",
            "Yale ha individuato 210 strutture in Russia per i bambini ucraini. In 40 si fa addestramento militare.",
            "facilities",
            "total",
        ),
    ],
)
def test_what_forty_are(language: str, text: str, measure: str, kind: str) -> None:
    figure = next(figure for figure in _read(language, text) if figure.value == 40)
    assert (figure.measure, figure.kind) == (measure, kind)


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("en", "Two people were killed in Kharkiv and 27 injured, among them three children.", "injured"),
        ("ru", "В Тернополе погибли 26 человек, среди них трое детей, пострадали 93.", "killed"),
    ],
)
def test_children_hurt_among_people_have_the_people_s_verb(language: str, text: str, measure: str) -> None:
    home = {"en": "Zelensky said ten children came home from Russia.", "ru": "Из России вернули десять детей."}[
        language
    ]
    hurt = next(figure for figure in _read(language, f"{text} {home}") if figure.value == 3)
    assert (hurt.measure, hurt.source_id) == (measure, None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Ukraine handed over 339 names of deported children to Russia in Istanbul."),
        ("en", "Yale published evidence about 314 Ukrainian children placed in Russian families."),
        ("de", "Wir sprechen über 20.000 entführte ukrainische Kinder, sagte Selenska."),
    ],
)
def test_a_preposition_is_no_hedge(language: str, text: str) -> None:
    assert [figure.qualifier for figure in _read(language, text)] == ["exact"]


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "ru",
            "Львова-Белова подвела итоги года. Омбудсмен отметила, что с родными воссоединены 40 украинских детей.",
            "lvova_belova",
        ),
        (
            "ru",
            "Лубинец подвёл итоги года. Омбудсмен отметил, что с родными воссоединены 40 украинских детей.",
            "lubinets",
        ),
        (
            "ru",
            "Мелания Трамп выступила с обращением. По словам первой леди, в семьи вернулись 40 украинских детей.",
            "melania_trump",
        ),
        ("ru", "Омбудсмен ДНР Дарья Морозова сообщила, что в Ростовскую область вывезены 40 детей из Горловки.", None),
        (
            "ru",
            "Львова-Белова говорила о 29 детях. Представитель Украины напомнил о 19 514 депортированных.",
            "ukrainian_authorities",
        ),
        ("en", "Four children were wounded in Sumy by a drone, the governor said.", None),
        ("en", "Four children were brought back to Kherson, the governor said.", "prokudin"),
        ("uk", "З Луганщини, за даними ОВА, вивезли до Росії 6200 дітей.", None),
        ("uk", "На Херсонщину, за даними ОВА, повернули 62 дітей.", "kherson_ova"),
        ("uk", "З Росії повернули вже 2133 дитини, розповів радник керівника Офісу Президента Михайло Подоляк.", None),
        ("uk", "Рятувальники ДСНС допомогли зустріти 9 дітей, яких повернули з Росії.", None),
        (
            "en",
            "Critics said the plan offers amnesty to those who, according to Kyiv, abducted 19,546 children.",
            "ukrainian_authorities",
        ),
        (
            "fr",
            "Selon la députée Anne Genetet, 19 546 enfants ukrainiens ont été déportés. Zelensky est à Paris.",
            None,
        ),
        (
            "es",
            "Ocho niños ucranianos han vuelto de Rusia. Así lo ha anunciado la primera dama de EE UU, Melania Trump.",
            "melania_trump",
        ),
        (
            "es",
            "La Comisión de Investigación de la ONU habló de crímenes. El informe documenta 1.205 casos de deportación "
            "de niños.",
            "un_commission",
        ),
    ],
)
def test_who_says_it(language: str, text: str, source: str | None) -> None:
    assert _read(language, text)[-1].source_id == source


def test_a_day_in_words_is_a_day() -> None:
    (figure,) = _read("uk", "Двадцять третього вересня з Росії повернули 16 дітей.")
    assert figure.period is not None
    assert (figure.period.start, figure.period.end) == (date(2025, 9, 23), date(2025, 9, 23))


@pytest.mark.parametrize(
    "text",
    [
        "Лубинец: вернули еще троих детей. С начала года это 31 ребенок, с начала войны — 2016.",
        "Вернули из России 12 детей. Всего удалось вернуть уже 2016.",
    ],
)
def test_a_count_of_all_may_look_like_a_year(text: str) -> None:
    assert _read("ru", text)[-1].value == 2016


def test_what_stands_behind_a_dash_is_what_the_number_before_it_counts() -> None:
    text = "Российская сторона передала 70 писем, украинская — 45. Домой вернулись девять украинских детей."
    assert [figure.value for figure in _read("ru", text)] == [9]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Zelensky said 1,625 children had been returned and thanked Canada, Qatar and Melania Trump."),
        ("uk", "Зеленський подякував Катару: з Росії повернули вже 1625 дітей."),
    ],
)
def test_a_count_of_all_is_not_due_to_whom_one_thanks(language: str, text: str) -> None:
    assert [figure.scope for figure in _read(language, text)] == ["all"]


def test_russian_children_go_to_russia() -> None:
    told = _read("ru", "Россия передала на Украину 115 детей. Украина, в свою очередь, вернула 20 российских детей.")
    assert [figure.direction for figure in told] == ["ru>ua", "ua>ru"]


def test_sanctions_of_several_states_are_no_previous_values() -> None:
    told = _read("uk", "Лондон запровадив санкції проти 8 осіб за викрадення українських дітей, Оттава — проти 13.")
    assert [figure.optional for figure in told] == [False, False]


def test_a_year_needs_no_preposition_in_german() -> None:
    (figure,) = _read("de", "2025 kamen 450 ukrainische Kinder aus Russland zurück, sagte Dmytro Lubinez.")
    assert figure.period is not None
    assert figure.period.start == date(2025, 1, 1)
