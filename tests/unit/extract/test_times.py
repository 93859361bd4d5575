"""When things happened: time expressions of nine languages, and to which numbers they belong."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import languages, stories
from monitor.extract import Extractor
from monitor.extract.context.times import times

READER = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 1, 8)
"""A Thursday."""


def _told(language: str, text: str, day: date = DAY) -> list[tuple[str, str]]:
    doc, _ = READER.prepared(text, "", language)
    return [(str(time.period.start), str(time.period.end)) for time in times(doc, day)]


@pytest.mark.parametrize(
    ("language", "text", "start", "end"),
    [
        ("en", "on Tuesday", "2026-01-06", "2026-01-06"),
        ("en", "on Thursday", "2026-01-08", "2026-01-08"),
        ("en", "yesterday", "2026-01-07", "2026-01-07"),
        ("en", "within 24 hours", "2026-01-07", "2026-01-08"),
        ("en", "last week", "2026-01-02", "2026-01-08"),
        ("en", "in December", "2025-12-01", "2025-12-31"),
        ("en", "in January", "2026-01-01", "2026-01-08"),
        ("en", "last month", "2025-12-01", "2025-12-31"),
        ("en", "on April 9", "2025-04-09", "2025-04-09"),
        ("en", "on 9 April 2023", "2023-04-09", "2023-04-09"),
        ("en", "on the 4th of May 2024", "2024-05-04", "2024-05-04"),
        ("en", "on 2-5 October", "2025-10-02", "2025-10-05"),
        ("en", "in October 2022", "2022-10-01", "2022-10-31"),
        ("en", "since January 2025", "2025-01-01", "2026-01-08"),
        ("en", "from January to June 2025", "2025-01-01", "2025-06-30"),
        ("en", "between March 3 and April 9", "2025-03-03", "2025-04-09"),
        ("en", "in October and November", "2025-10-01", "2025-11-30"),
        ("en", "in the first half of 2025", "2025-01-01", "2025-06-30"),
        ("en", "in the third quarter", "2025-07-01", "2025-09-30"),
        ("en", "last summer", "2025-06-01", "2025-08-31"),
        ("en", "in the first nine months of 2025", "2025-01-01", "2025-09-30"),
        ("en", "over the first four months of last year", "2025-01-01", "2025-04-30"),
        ("en", "on October 5-7", "2025-10-05", "2025-10-07"),
        ("en", "on October 5 and 7", "2025-10-05", "2025-10-07"),
        ("en", "on October 5 and 7 children", "2025-10-05", "2025-10-05"),
        ("en", "from October 3 to 9, 2024", "2024-10-03", "2024-10-09"),
        ("en", "between the 3rd and the 9th of October", "2025-10-03", "2025-10-09"),
        ("en", "over the past three months", "2025-10-10", "2026-01-08"),
        ("en", "this year", "2026-01-01", "2026-01-08"),
        ("en", "in 2024", "2024-01-01", "2024-12-31"),
        ("en", "since early March", "2025-03-01", "2026-01-08"),
        ("en", "over the past six weeks", "2025-11-27", "2026-01-08"),
        ("en", "in Sept. 2025", "2025-09-01", "2025-09-30"),
        ("en", "since last March", "2025-03-01", "2026-01-08"),
        ("en", "on Dec. 4", "2025-12-04", "2025-12-04"),
        ("en", "since Feb. 24, 2022", "2022-02-24", "2026-01-08"),
        ("en", "over the past year", "2025-01-08", "2026-01-08"),
        ("en", "in the last week of December", "2025-12-01", "2025-12-31"),
        ("es", "desde el 1 de enero de 2025", "2025-01-01", "2026-01-08"),
        ("es", "desde principios de marzo", "2025-03-01", "2026-01-08"),
        ("es", "en los tres últimos meses", "2025-10-10", "2026-01-08"),
        ("es", "en los últimos diez días", "2025-12-29", "2026-01-08"),
        ("es", "el viernes", "2026-01-02", "2026-01-02"),
        ("fr", "depuis le début de l'année", "2026-01-01", "2026-01-08"),
        ("fr", "depuis le début du mois de mars", "2025-03-01", "2026-01-08"),
        ("fr", "entre le 3 et le 9 octobre", "2025-10-03", "2025-10-09"),
        ("es", "entre el 3 y el 9 de octubre", "2025-10-03", "2025-10-09"),
        ("it", "tra il 3 e il 9 ottobre", "2025-10-03", "2025-10-09"),
        ("fr", "au cours de l'année 2024", "2024-01-01", "2024-12-31"),
        ("fr", "le 3 mars 2023", "2023-03-03", "2023-03-03"),
        ("fr", "l'année dernière", "2025-01-01", "2025-12-31"),
        ("de", "am 9. Oktober 2022", "2022-10-09", "2022-10-09"),
        ("de", "seit Anfang März", "2025-03-01", "2026-01-08"),
        ("de", "vom 5. bis 7. Oktober", "2025-10-05", "2025-10-07"),
        ("de", "seit vergangenem März", "2025-03-01", "2026-01-08"),
        ("de", "seit Jahresbeginn", "2026-01-01", "2026-01-08"),
        ("de", "in den ersten neun Monaten des Jahres 2025", "2025-01-01", "2025-09-30"),
        ("fr", "au cours des neuf premiers mois de 2025", "2025-01-01", "2025-09-30"),
        ("es", "en los primeros nueve meses de 2025", "2025-01-01", "2025-09-30"),
        ("it", "nei primi nove mesi del 2025", "2025-01-01", "2025-09-30"),
        ("pt", "nos primeiros nove meses do ano passado", "2025-01-01", "2025-09-30"),
        ("pl", "w pierwszych dziewięciu miesiącach 2025 roku", "2025-01-01", "2025-09-30"),
        ("pl", "5 lis.", "2025-11-05", "2025-11-05"),
        ("uk", "за дев'ять місяців 2025 року", "2025-01-01", "2025-09-30"),
        ("uk", "за перші 11 місяців року", "2025-01-01", "2025-11-30"),
        ("ru", "за первые девять месяцев прошлого года", "2025-01-01", "2025-09-30"),
        ("de", "im ersten Halbjahr 2025", "2025-01-01", "2025-06-30"),
        ("it", "a dicembre dello scorso anno", "2025-12-01", "2025-12-31"),
        ("it", "dall'inizio di marzo", "2025-03-01", "2026-01-08"),
        ("it", "da febbraio 2022", "2022-02-01", "2026-01-08"),
        ("it", "dal 24 febbraio 2022", "2022-02-24", "2026-01-08"),
        ("it", "nei giorni scorsi", "2026-01-02", "2026-01-08"),
        ("pt", "na terça-feira", "2026-01-06", "2026-01-06"),
        ("pt", "no mês passado", "2025-12-01", "2025-12-31"),
        ("pl", "w grudniu", "2025-12-01", "2025-12-31"),
        ("pl", "od początku roku", "2026-01-01", "2026-01-08"),
        ("pl", "w ciągu 2024 roku", "2024-01-01", "2024-12-31"),
        ("pl", "w ubiegłym roku", "2025-01-01", "2025-12-31"),
        ("uk", "у жовтні 2022-го", "2022-10-01", "2022-10-31"),
        ("uk", "з початку року", "2026-01-01", "2026-01-08"),
        ("uk", "у січні–березні 2025 року", "2025-01-01", "2025-03-31"),
        ("uk", "цього тижня", "2026-01-02", "2026-01-08"),
        ("uk", "за останній місяць", "2025-12-09", "2026-01-08"),
        ("uk", "протягом 2024 року", "2024-01-01", "2024-12-31"),
        ("uk", "у період з 5 до 7 жовтня", "2025-10-05", "2025-10-07"),
        ("uk", "за останній рік", "2025-01-08", "2026-01-08"),
        ("uk", "торік", "2025-01-01", "2025-12-31"),
        ("en", "three weeks ago", "2025-12-15", "2025-12-21"),
        ("en", "a year ago", "2025-01-01", "2025-12-31"),
        ("de", "vor zwei Monaten", "2025-11-01", "2025-11-30"),
        ("fr", "il y a deux mois", "2025-11-01", "2025-11-30"),
        ("es", "hace dos años", "2024-01-01", "2024-12-31"),
        ("it", "due mesi fa", "2025-11-01", "2025-11-30"),
        ("pt", "há dois meses", "2025-11-01", "2025-11-30"),
        ("pl", "dwa lata temu", "2024-01-01", "2024-12-31"),
        ("uk", "рік тому", "2025-01-01", "2025-12-31"),
        ("ru", "месяц назад", "2025-12-01", "2025-12-31"),
        ("ru", "10 октября прошлого года", "2025-10-10", "2025-10-10"),
        ("ru", "за прошлый год", "2025-01-01", "2025-12-31"),
        ("ru", "в прошлую среду", "2026-01-07", "2026-01-07"),
        ("ru", "в среду", "2026-01-07", "2026-01-07"),
        ("ru", "осенью 2022 года", "2022-09-01", "2022-11-30"),
    ],
)
def test_a_time_is_resolved_against_the_day_of_publication(language: str, text: str, start: str, end: str) -> None:
    assert _told(language, text) == [(start, end)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "by December"),
        ("en", "as of October"),
        ("en", "they may march on"),
        ("en", "next Friday"),
        ("en", "in October 2027"),
        ("fr", "sept enfants"),
        ("de", "bis Ende Mai"),
        ("uk", "станом на 5 січня"),
        ("en", "on 31 February"),
    ],
)
def test_ends_futures_and_other_words_are_no_times(language: str, text: str) -> None:
    assert not [span for span in _told(language, text) if span[0] == span[1] or span[0] > "2026-01-08"]
    assert language == "de" or not _told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "periods"),
    [
        (
            "en",
            "Her office has helped 15 children return: eight in October and seven in December.",
            {8: ("2025-10-01", "2025-10-31"), 7: ("2025-12-01", "2025-12-31"), 15: None},
        ),
        (
            "en",
            "On December 9, six children were brought back from Russia; two came home on December 2.",
            {6: ("2025-12-09", "2025-12-09"), 2: ("2025-12-02", "2025-12-02")},
        ),
        ("en", "Three children taken to Russia in October 2022 came home.", {3: None}),
        ("en", "Kyiv said last month that 1,625 children had been returned from Russia.", {1625: None}),
        (
            "en",
            "Since January 2025 the region has brought home 288 children from occupied land.",
            {288: ("2025-01-01", "2026-01-08")},
        ),
        (
            "en",
            "Since the invasion 2,016 children have returned from Russia.",
            {2016: ("2022-02-24", "2026-01-08")},
        ),
        ("en", "Since February 2022 Russia has deported 19,546 children.", {19546: ("2022-02-24", "2026-01-08")}),
        (
            "en",
            "Since the full-scale invasion in February 2022, 20,610 children have been deported.",
            {20_610: ("2022-02-24", "2026-01-08")},
        ),
        (
            "uk",
            "У 2022 році з Росії повернули 107 дітей, у 2023-му – 281, у 2024-му – 668, у 2025-му – 549.",
            {
                107: ("2022-01-01", "2022-12-31"),
                281: ("2023-01-01", "2023-12-31"),
                668: ("2024-01-01", "2024-12-31"),
                549: ("2025-01-01", "2025-12-31"),
            },
        ),
        (
            "ru",
            "3 октября вернули из России пятерых детей, 7 октября – ещё троих, 9 октября – семерых.",
            {5: ("2025-10-03",) * 2, 3: ("2025-10-07",) * 2, 7: ("2025-10-09",) * 2},
        ),
        (
            "de",
            "Im vorletzten Jahr kehrten 388 Kinder aus Russland zurück, im vergangenen Jahr bereits 1.023.",
            {1023: ("2025-01-01", "2025-12-31")},
        ),
        (
            "pl",
            "W zeszłym roku z Rosji wróciło 388 dzieci, w tym roku już 12.",
            {388: ("2025-01-01", "2025-12-31"), 12: ("2026-01-01", "2026-01-08")},
        ),
        (
            "fr",
            "Cinq enfants sont rentrés de Russie le 3 octobre et sept le 9.",
            {5: ("2025-10-03",) * 2, 7: ("2025-10-09",) * 2, 9: "not read"},
        ),
        (
            "en",
            "Five children returned from Russia on October 3 and seven on the 9th.",
            {5: ("2025-10-03",) * 2, 7: ("2025-10-09",) * 2},
        ),
        ("pl", "Latem z Rosji wróciło 41 dzieci.", {41: ("2025-06-01", "2025-08-31")}),
        ("uk", "За перше півріччя з Росії повернули 410 дітей.", {410: ("2025-01-01", "2025-06-30")}),
        (
            "de",
            "In der ersten Jahreshälfte kehrten 410 Kinder aus Russland zurück.",
            {410: ("2025-01-01", "2025-06-30")},
        ),
        ("uk", "Минулого року у жовтні з Росії повернули 31 дитину.", {31: ("2025-10-01", "2025-10-31")}),
        ("uk", "У 2022–2024 роках до України повернули 314 дітей.", {314: ("2022-01-01", "2024-12-31")}),
        (
            "uk",
            "Від початку вторгнення у лютому 2022 року депортовано 20 610 дітей.",
            {20_610: ("2022-02-24", "2026-01-08")},
        ),
        ("de", "Seit Kriegsbeginn sind 661 Kinder getötet worden.", {661: ("2022-02-24", "2026-01-08")}),
        ("it", "Dall'inizio dell'invasione sono stati uccisi 661 bambini.", {661: ("2022-02-24", "2026-01-08")}),
        ("uk", "З початку війни загинула 661 дитина.", {661: ("2022-02-24", "2026-01-08")}),
        ("de", "Die Zahl der getöteten Kinder nach dem Großangriff auf Ternopil stieg auf sieben.", {7: None}),
        ("en", "A total of 449 children were returned to Ukraine in 2024.", {449: ("2024-01-01", "2024-12-31")}),
        ("de", "Im Jahr 2025 wurden insgesamt 600 Kinder zurückgebracht.", {600: ("2025-01-01", "2025-12-31")}),
        ("en", "In March 2025 the number of returned children reached 1,240.", {1240: None}),
        ("en", "By the end of 2024 1,022 children had been returned.", {1022: None}),
        ("de", "Bis Ende März 2024 waren 388 Kinder zurückgekehrt.", {388: None}),
        ("en", "A boy born in 2014 and 5 other children returned from Russia.", {5: None}),
        ("en", "Twelve children, many of whom turned 18 last year, returned from Russia.", {12: None}),
        ("en", "On Friday, eight children will be returned from Russia.", {8: None}),
        ("es", "El viernes que viene volverán ocho niños de Rusia.", {8: None}),
        ("pt", "Na segunda operação, sete crianças regressaram da Rússia.", {7: None}),
        ("en", "In the fall of Mariupol 12 children were taken to Russia.", {12: None}),
        ("es", "Siete niños regresaron a Ucrania en diciembre.", {7: ("2025-12-01", "2025-12-31")}),
        ("uk", "У грудні, каже він, з окупації повернулися семеро дітей.", {7: ("2025-12-01", "2025-12-31")}),
        ("ru", "Домой из России вернулись девять детей, вчера – двое.", {2: ("2026-01-07", "2026-01-07")}),
        ("en", "KYIV, Jan 8 - Nine children came home from Russia this week.", {9: ("2026-01-02", "2026-01-08")}),
    ],
)
def test_a_number_has_the_time_that_is_told_of_it(
    language: str, text: str, periods: dict[int, tuple[str, str] | None]
) -> None:
    found = READER.extract(text, language=language, published=DAY, ours=True).figures
    told = {figure.value: figure.period and (str(figure.period.start), str(figure.period.end)) for figure in found}
    assert {value: told.get(value, "not read") for value in periods} == periods


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "Eight Ukrainian children were returned to Ukraine on Dec. 4, Lubinets said.", {8}),
        ("en", "Since Feb. 24, 2022, 661 children have been killed, prosecutors say.", {661}),
        ("en", "Between October 5 and 7, 12 children were returned from Russia.", {12}),
        ("en", "MOSCOW, Feb 16 - Eleven Ukrainian children left Russia for home this week.", {11}),
        ("en", "Two children came home from Russia on April 2 and five more on March 29.", {2, 5}),
        ("en", "Children returned from Russia: three in March 2025 and seven in May.", {3, 7}),
        ("uk", "Україна повернула 12 дітей з Росії з 5 по 7 жовтня.", {12}),
        ("ru", "С 5 по 7 октября Россия передала Украине 12 детей.", {12}),
        ("fr", "Du 5 au 7 octobre, 12 enfants sont rentrés de Russie.", {12}),
        ("es", "Del 5 al 7 de octubre, 12 niños regresaron de Rusia.", {12}),
        ("fr", "Au cours des neuf premiers mois de 2025, 320 enfants sont rentrés de Russie.", {320}),
        ("it", "Dal 5 al 7 ottobre 12 bambini sono tornati dalla Russia.", {12}),
    ],
)
def test_the_days_of_a_date_are_no_figures(language: str, text: str, values: set[int]) -> None:
    found = READER.extract(text, language=language, published=DAY, ours=True).figures
    assert {figure.value for figure in found} == values


WORDS = (
    *("since", "from", "in", "on", "until", "31", "29", "1", "3", "24", "february", "may", "2022", "last", "week"),
    *("months", "hours", "-", "–", "and", ",", ".", "first", "half", "of", "the", "year", "desde", "el", "de", "enero"),
    *(
        "0000",
        "9999",
        "winter",
        "fourth",
        "quarter",
        "october",
        "nine",
        "перші",
        "дев'ять",
        "місяців",
        "первые",
        "девять",
        "месяцев",
        "5",
        "7",
    ),
    *("seit", "im", "märz", "з", "січня", "торік", "с", "прошлого", "октября", "weekend", "monday"),
)


@given(
    st.sampled_from(languages.codes()),
    st.lists(
        st.sampled_from(WORDS),
        max_size=14,
    ),
    st.dates(date(2014, 1, 1), date(2030, 12, 31)),
)
def test_any_words_give_spans_that_end_by_the_day_of_publication(language: str, words: list[str], day: date) -> None:
    doc, _ = READER.prepared(" ".join(words), "", language)
    for time in times(doc, day):
        assert time.period.start is not None and time.period.end is not None
        assert time.period.start <= time.period.end <= day
        assert time.period.start >= date(2013, 1, 1) - timedelta(1)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Melania Trump said in October 2025 that eight Ukrainian children had been reunited.", "2025-10-01"),
        ("In October 2025 Melania Trump said that eight Ukrainian children had been reunited.", "2025-10-01"),
        ("Melania Trump said last month that eight Ukrainian children had been reunited.", None),
    ],
)
def test_what_somebody_told_long_ago_had_happened_by_then(text: str, told: str | None) -> None:
    found = READER.extract(text, language="en", published=date(2026, 3, 3)).figures
    assert [figure.period and str(figure.period.start) for figure in found] == [told]
