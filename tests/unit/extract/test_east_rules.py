"""Ukrainian and Russian: how a number finds its children, measure, kind and speaker, in sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

EXTRACTOR = Extractor(stories.load("ukrainian_children"))
DAY = date(2026, 3, 3)


def read(language: str, text: str, headline: str = "", *, ours: bool = False) -> tuple[Figure, ...]:
    return EXTRACTOR.extract(text, language=language, published=DAY, headline=headline, ours=ours).figures


def told(language: str, text: str, headline: str = "") -> set[tuple[float | None, str]]:
    return {(f.value, f.measure) for f in read(language, text, headline)}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Росія відпустила 14 підлітків.", {(14, "returned")}),
        ("uk", "Матерям віддали сімох хлопців.", {(7, "returned")}),
        ("uk", "Окупанти передали 60 сиріт прийомним родинам у Рязані.", {(60, "placed_in_family")}),
        ("ru", "Под временную опеку в Туле передано 90 детей.", {(90, "placed_in_family")}),
    ],
)
def test_who_gives_lets_go_home_or_to_new_parents(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert told(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Троє дівчаток і брат повернулися з Криму.", {(4, "returned")}),
        ("uk", "З Токмака приїхали двоє школярів і троє дошкільнят.", {(5, "returned")}),
        ("ru", "Девочка и двое ее братьев вернулись из Крыма.", {(3, "returned")}),
        ("ru", "Вернулись трое братьев и сестра из Мелитополя.", {(4, "returned")}),
        ("uk", "З Криму повернулися 31 хлопчик і дівчинка.", {(31, "returned")}),
        ("pl", "Dwóch chłopców i dziewczynka wrócili z Rosji na Ukrainę.", {(3, "returned")}),
    ],
)
def test_children_told_together_are_one_number(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert told(language, text) == wanted


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Задокументовано 700 випадків примусового вивезення дітей.", {(700, "deported")}),
        ("uk", "Під обмеження потрапили 12 фізичних та 5 юридичних осіб.", {(12, "sanctions"), (5, "sanctions")}),
        (
            "ru",
            "Из 80 воспитанников донецкого приюта 30 разобрали приемные родители в Самаре.",
            {(30, "placed_in_family")},
        ),
        ("ru", "Детей, о которых знают юристы, – 140. Всех вывезли в Россию.", {(140, "deported")}),
    ],
)
def test_what_a_number_counts(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert wanted <= told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "headline", "wanted"),
    [
        ("uk", "Омбудсман називає 1 830.", "Лубінець: скільки дітей повернуто", (1830, "returned")),
        ("uk", "Уряд того тижня нарахував 18 400.", "Вивезені діти: цифри", (18400, "deported")),
        ("ru", "За восемь месяцев набежало 190.", "Возвращение детей из оккупации", (190, "returned")),
        ("ru", "Двадцать один ребенок за декабрь, уточнил Прокудин.", "Херсонщина", (21, "returned")),
    ],
)
def test_a_bare_count_of_the_story(language: str, text: str, headline: str, wanted: tuple[float, str]) -> None:
    assert wanted in told(language, text, headline)


@pytest.mark.parametrize(
    ("language", "text", "headline"),
    [
        ("uk", "У лісі дві доби шукали братів, залучили 40 рятувальників.", "На Поліссі знайшли двох хлопчиків"),
        ("uk", "Під вартою тримають 90 підлітків, вироки мають двадцять.", "Неповнолітні у СІЗО"),
        ("ru", "Пятнадцать детей усыновили, двадцать взяли под опеку.", "В области нашли семьи для сирот"),
        ("uk", "За тиждень вивезли 30 дітей. Примусова евакуація триває.", "Прифронтова громада"),
        ("ru", "Прошло двадцать.", "Детей вернули из оккупации"),
    ],
)
def test_children_of_other_stories(language: str, text: str, headline: str) -> None:
    assert read(language, text, headline) == ()


@pytest.mark.parametrize(
    ("language", "text", "value", "kind"),
    [
        ("uk", "Від жовтня фонд повернув 27 дітей.", 27, "total"),
        ("uk", "За березень додому приїхали 19 дітей.", 19, "total"),
        ("ru", "С мая вернулись 24 ребенка.", 24, "total"),
        ("ru", "За три месяца на Украину вернулись 13 детей.", 13, "total"),
        ("uk", "Учора додому приїхали п'ятеро дітей.", 5, "batch"),
        ("uk", "Загалом від грудня під санкції потрапили 17 осіб.", 17, "total"),
    ],
)
def test_a_count_of_months_is_a_total(language: str, text: str, value: float, kind: str) -> None:
    assert [(f.value, f.kind) for f in read(language, text)] == [(value, kind)]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "Кулеба: повернулася тридцять перша дитина.", (31,)),
        ("uk", "Це вже 307-ме повернення з окупації.", (307,)),
        ("uk", "602-га дитина повернулася додому з Росії.", (602,)),
        ("uk", "Додому дісталася трійка братів із Криму.", (3,)),
        ("ru", "Из Крыма вернули тысяч пять детей.", (5000,)),
    ],
)
def test_number_words(language: str, text: str, value: tuple[float, ...]) -> None:
    assert tuple(f.value for f in read(language, text)) == value


@pytest.mark.parametrize(
    ("language", "text", "headline", "speaker"),
    [
        ("uk", "Кулеба: фонд вивіз 50 дітей.", "", "kuleba"),
        ("uk", "Лічильник показує 1 400 повернутих.", "Єрмак про повернення дітей", "yermak"),
        ("ru", "Под американские санкции попали 9 россиян.", "", "us_government"),
        ("uk", "Іван Федоров звітує: повернуто 19 дітей.", "", "fedorov"),
    ],
)
def test_who_says_it(language: str, text: str, headline: str, speaker: str) -> None:
    assert {f.source_id for f in read(language, text, headline)} == {speaker}


@pytest.mark.parametrize(
    ("language", "text", "headline", "way"),
    [
        ("uk", "Шістьох дітей доправили додому за сприяння Дохи.", "", "ru>ua"),
        ("uk", "З окупації та Росії вибралися 1 900 дітей.", "", "ru+tot>ua"),
        ("uk", "За вересень повернулися 26 дітей.", "Прокудін про дітей Херсонщини", "tot>ua"),
        ("uk", "До Білорусі вивезли 240 школярів.", "", "ua>by"),
        ("ru", "Из Мариуполя вернули восьмерых детей.", "", "tot>ua"),
    ],
)
def test_the_way(language: str, text: str, headline: str, way: str) -> None:
    assert [f.direction for f in read(language, text, headline)] == [way]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Через табори в Криму пройшли 7 тисяч школярів.", {(7000, "held")}),
        ("uk", "Під виглядом відпочинку росіяни вивезли до Анапи 90 дітей.", {(90, "deported")}),
        ("uk", "Лише 9 % викрадених повернулися додому.", {(9, "returned")}),
        ("uk", "Порівнюють 19 600 депортованих із тисячею повернутих.", {(19600, "deported"), (1000, "returned")}),
        ("uk", "Слідчі мають 19 600 фактів депортації дітей.", {(19600, "deported")}),
        ("uk", "Слідчі ведуть 240 проваджень про депортацію дітей.", {(240, "other")}),
        ("uk", "МКС оголосив у розшук двох росіян.", {(2, "warrants")}),
        ("ru", "Опекуны из Самары нашлись для 300 сирот Донбасса.", {(300, "placed_in_family")}),
        ("ru", "Где сейчас 1 700 похищенных Россией детей, неизвестно.", {(1700, "missing")}),
    ],
)
def test_words_that_mean_a_measure_where_they_stand(language: str, text: str, wanted: set[tuple[float, str]]) -> None:
    assert told(language, text) == wanted


def test_children_who_rest_are_not_taken() -> None:
    assert read("ru", "Летом в лагерях Крыма отдохнут 30 тысяч школьников.") == ()


@pytest.mark.parametrize(
    ("language", "text", "headline", "wanted"),
    [
        ("uk", "– А загалом ми вивезли 340 дітей, – каже Микола Кулеба.", "", {(340, "returned")}),
        ("uk", "Повернених – 380, депортованих – 19 500, загиблих – 600 дітей.", "", {(19500, "deported")}),
        ("uk", "Рада ЄС додала до списків шістьох росіян за вивезення дітей.", "", {(6, "sanctions")}),
        ("ru", "Комиссия ООН: 70 % похищенных детей до сих пор в России.", "", {(70, "held")}),
        ("uk", "На сайті «міносвіти» окупованої Луганщини 37 анкет.", "Каталог сиріт", {(37, "at_risk")}),
    ],
)
def test_who_speaks_and_what_stands_beside(
    language: str, text: str, headline: str, wanted: set[tuple[float, str]]
) -> None:
    assert wanted <= told(language, text, headline)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "З окупації повернули дві з гаком тисячі дітей."),
        ("ru", "Из оккупации вернули три с небольшим сотни детей."),
    ],
)
def test_a_hedge_between_a_number_and_its_scale(language: str, text: str) -> None:
    assert [f.qualifier for f in read(language, text)] == ["more_than"]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("uk", "Зі списку на 300 дітей по вісімдесяти двох Москва дала відповідь.", 82),
        ("ru", "По 70 детям из украинского списка Россия прислала отписки.", 70),
        ("uk", "Із 90 депортованих дітей по 30 з них відповіді по розшуку немає.", 30),
        ("ru", "Розыск вывезенных детей идет по 18 234.", 18_234),
    ],
)
def test_those_of_whom_an_answer_speaks_are_not_so_many_for_each(language: str, text: str, number: float) -> None:
    found = EXTRACTOR.extract(text, language=language, published=DAY, headline="").numbers
    assert next(n.reason for n in found if n.value == number) != "breakdown"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Дітей повертали з Криму автобусами, по двадцять у кожному."),
        ("ru", "Детей вывезли из Крыма, по пятеро в машине."),
        ("ru", "Вернувшимся детям выдали по 30 тысяч."),
    ],
)
def test_so_many_for_each_is_no_count(language: str, text: str) -> None:
    assert read(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "З Криму повернули дев'ятьох дітей. У п'ятницю приїхали четверо.", {(9, "returned"), (4, "returned")}),
        ("ru", "В мае из Крыма вернулись восемь детей. В апреле таких было трое.", {(8, "returned"), (3, "returned")}),
        ("uk", "З Криму повернули дев'ятьох дітей. Четверо – дошкільнята.", {(9, "returned")}),
    ],
)
def test_smaller_numbers_with_a_verb_of_their_own_are_no_parts(
    language: str, text: str, wanted: set[tuple[float, str]]
) -> None:
    assert {(f.value, f.measure) for f in read(language, text) if not f.optional} == wanted


@pytest.mark.parametrize(
    ("language", "text", "measure"),
    [
        ("uk", "Унаслідок удару росіян по Херсону загинула одна дитина.", "killed"),
        ("ru", "При обстреле Херсона россиянами ранен один ребенок.", "injured"),
    ],
)
def test_a_loss_is_told_of_a_single_child(language: str, text: str, measure: str) -> None:
    assert [(f.value, f.measure, f.kind) for f in read(language, text)] == [(1, measure, "batch")]


def test_a_single_girl_goes_the_other_way() -> None:
    text = "Шестеро детей вернулись на Украину. Еще одна девочка следует обратным маршрутом."
    assert [(f.value, f.direction) for f in read("ru", text)][1:] == [(1, "ua>ru")]


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("uk", "Соломії 14, її забрали з Маріуполя до Криму.", "age"),
        ("uk", "Шестеро дітей повернулися з Криму. Лікують сімох, решта вдома.", None),
        ("ru", "Шестеро детей вернулись из Крыма. Весенняя семерка, говорят волонтеры, уже в школе.", None),
    ],
)
def test_a_collective_is_no_age(language: str, text: str, reason: str | None) -> None:
    found = EXTRACTOR.extract(text, language=language, published=DAY, headline="")
    assert ("age" in {n.reason for n in found.numbers}) == (reason == "age")


@pytest.mark.parametrize(
    ("language", "text", "value", "kind"),
    [
        ("uk", "На двадцять шість дітей поповнився за тиждень перелік повернутих з Росії.", 26, "increment"),
        ("ru", "За сутки число вывезенных в Россию детей подросло на 940.", 940, "increment"),
        ("uk", "Березень подарував Херсонщині 23 повернутих з окупації дітей.", 23, "total"),
        ("uk", "Від минулого травня фонд повернув з Росії 27 дітей.", 27, "total"),
        ("ru", "С прошлой осени из Крыма вернулись 26 детей.", 26, "total"),
        ("ru", "В этом месяце из Крыма вернулись 15 детей.", 15, "total"),
        ("uk", "Російська ракета поранила в Херсоні 14 школярів.", 14, "batch"),
        ("ru", "В Херсоне от рук россиян погибли трое детей.", 3, "batch"),
        ("uk", "Росіяни вбили 640 українських дітей.", 640, "total"),
    ],
)
def test_kinds_by_growth_months_and_size(language: str, text: str, value: float, kind: str) -> None:
    assert [(f.value, f.kind) for f in read(language, text)] == [(value, kind)]


@pytest.mark.parametrize(
    ("language", "text", "number", "reason"),
    [
        ("ru", "Дети вернулись из Крыма, дорога заняла часов тридцать.", 30, "duration"),
        ("uk", "Дітей повернули з Криму, чаю випили літрів двадцять.", 20, "counts something else"),
        ("ru", "Детей вывезли из Мариуполя, где разрушены 43 дома.", 43, "counts something else"),
        ("uk", "Москва відкинула «двадцять тисяч» вивезених дітей.", 20_000, "denied"),
        ("ru", "«Девятнадцать тысяч похищенных – вымысел», – сказали в Москве.", 19_000, "denied"),
        ("uk", "У вересні 2023-го дітей з Каховки вивозили до Криму.", 2023, "ordinal"),
    ],
)
def test_numbers_of_other_things(language: str, text: str, number: float, reason: str) -> None:
    found = EXTRACTOR.extract(text, language=language, published=DAY, headline="").numbers
    assert {n.value: n.reason for n in found}[number] == reason


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("ru", "Уже 1 954 дома, говорит омбудсмен о детях из оккупации.", 1954),
        ("ru", "На тысяче ста возвращенных детях работа не кончилась.", 1100),
        ("uk", "Вдома із цієї групи вивезених дітей одинадцятеро.", 11),
        ("ru", "Мальчик стал 412-м официально возвращенным из России.", 412),
    ],
)
def test_numbers_that_look_like_those_of_other_things(language: str, text: str, value: float) -> None:
    assert value in {f.value for f in read(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("uk", "Мешканці Токмака здобули свободу: на наш бік вийшли дев'ятеро дітей.", (9, "returned")),
        ("ru", "Из Крыма привезли двух пареньков.", (2, "returned")),
        ("uk", "МЗС РФ розглядає 57 звернень щодо дітей.", (57, "other")),
        ("ru", "В Москву ушло 57 просьб о воссоединении с детьми.", (57, "other")),
        ("uk", "Діти їхали з окупації. Через Катар пройшло 63.", (63, "returned")),
        ("ru", "Под чужим флагом растут 1,4 миллиона украинских детей.", (1_400_000, "at_risk")),
        ("ru", "Прокурор указывает 18 900 депортированных детей.", (18_900, "deported")),
        ("uk", "Після удару росіян по Херсону 12 маленьких пацієнтів під наглядом медиків.", (12, "injured")),
    ],
)
def test_words_and_nouns_of_the_story(language: str, text: str, wanted: tuple[float, str]) -> None:
    assert wanted in told(language, text)


@pytest.mark.parametrize(
    ("language", "text", "number", "reason"),
    [
        ("uk", "Дітей повернули з Криму. Дівчаткам шість і вісім.", 6, "age"),
        ("ru", "Детей вернули из Крыма. Маше шесть, Кириллу – семь.", 7, "age"),
        ("uk", "З Криму обіцяли повернути двадцятьох.", 20, "promised"),
        ("ru", "Из Крыма обещали вернуть тридцать.", 30, "promised"),
        ("uk", "Про депортацію дітей є 46 нових свідчень.", 46, "documents"),
        ("uk", "Дітей вивозили до Криму; за це суд арештував дві квартири директора.", 2, "counts something else"),
        ("uk", "У Херсоні росіяни пошкодили 130 закладів.", 130, "says nothing of the story"),
        ("ru", "Детей вывезли из Херсона, россияне разрушили 130 интернатов.", 130, "says nothing of the story"),
        ("ru", "Домой из Крыма вернулись 17 детей. Денис обнял троих своих: дочерей и сына.", 3, "families"),
        ("uk", "Додому з Криму повернулися 17 дітей. Денис обійняв трьох своїх.", 3, "families"),
        ("ru", "На Родину приехали 15 россиян. Среди них двое детей, вывезенных из Курска.", 15, "people"),
    ],
)
def test_ages_promises_ruins_and_things(language: str, text: str, number: float, reason: str) -> None:
    found = EXTRACTOR.extract(text, language=language, published=DAY, headline="").numbers
    assert {n.value: n.reason for n in found}[number] == reason


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("uk", "Із Криму повернули 25 маленьких херсонців.", 25),
        ("ru", "Украинским мамам шестеро детей передали в Крыму.", 6),
        ("uk", "Росіяни пошкодили Херсон. Дослідники знайшли 130 таборів для українських дітей.", 130),
    ],
)
def test_what_is_no_age_and_no_ruin(language: str, text: str, value: float) -> None:
    assert value in {f.value for f in read(language, text)}


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("uk", "З окупації дітей із сорок повернулося.", "approx"),
        ("uk", "Із Криму дітей повернулося, братів троє.", "exact"),
        ("uk", "Дослідники: депортованих дітей доправили до двадцяти трьох таборів.", "exact"),
        ("uk", "Дослідники знайшли до сорока таборів для українських дітей.", "at_most"),
    ],
)
def test_about_and_up_to(language: str, text: str, qualifier: str) -> None:
    assert [f.qualifier for f in read(language, text, ours=True)] == [qualifier]


@pytest.mark.parametrize(
    ("language", "text", "number", "reason"),
    [
        ("ru", "Детей вернули из Крыма; у нее пятеро.", 5, "families"),
        ("uk", "З Маріуполя вивезли 60 дітей, решта не мали вісімнадцяти.", 18, "age"),
        ("ru", "Из Каховки до ракетного удара успели привезти сорок два, детей ждали.", 42, None),
        ("ru", "Опекунша вывезла из Донецка двенадцать детей, у нее пятеро.", 12, None),
    ],
)
def test_own_families_ages_and_rescues_beside_attacks(
    language: str, text: str, number: float, reason: str | None
) -> None:
    found = EXTRACTOR.extract(text, language=language, published=DAY, headline="").numbers
    assert {n.value: n.reason for n in found}[number] == reason


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("uk", "МЗС РФ розглядає 57 звернень щодо дітей.", "cases"),
        ("ru", "В Москву ушло 57 просьб о воссоединении с детьми.", "cases"),
        ("uk", "Слідчі мають 19 600 фактів депортації дітей.", "children"),
    ],
)
def test_requests_are_cases_and_takings_children(language: str, text: str, unit: str) -> None:
    assert [f.unit for f in read(language, text)] == [unit]


def test_children_at_the_end_of_a_text_are_not_those_before_its_first_number() -> None:
    (figure,) = read("uk", "З двадцять повернули з Росії: це сироти і діти")
    assert (figure.value, figure.qualifier) == (20, "exact")


def test_a_number_at_the_end_of_a_text_is_not_that_of_the_children_before_its_first_number() -> None:
    assert told("ru", "От 20 забрали домой в семьи, возвращены в 2026") == {(20, "returned")}
