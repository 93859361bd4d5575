"""What weeks of made-up news showed as false, missed or second alerts; each rule with sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure

READER = Extractor(stories.load("ukrainian_children"))


def _figures(language: str, text: str) -> list[Figure]:
    read = READER.extract(text, language=language, published=date(2026, 11, 20))
    return [figure for figure in read.figures if not figure.optional]


def _told(language: str, text: str) -> list[tuple[float | None, str, str]]:
    return [(figure.value, figure.measure, figure.kind) for figure in _figures(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of children killed in the strike on Dnipro rose to five."),
        ("en", "Five children have now died in the missile strike on Dnipro."),
        ("es", "El número de niños muertos en el ataque a Dnipró subió a cinco."),
        ("fr", "Le nombre d'enfants tués dans la frappe sur Dnipro est monté à cinq."),
        ("it", "Il numero dei bambini uccisi nell'attacco a Dnipro è salito a cinque."),
        ("pl", "Liczba dzieci zabitych w ataku na Dniepr wzrosła do pięciorga."),
    ],
)
def test_the_children_of_one_attack_are_a_batch_however_summed_up(language: str, text: str) -> None:
    assert _told(language, text) == [(5, "killed", "batch")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Bis Weihnachten will Kiew 50 Kinder aus Russland zurückholen."),
        ("de", "Bis Jahresende wollen wir 100 weitere Kinder zurückbringen."),
        ("en", "By the end of the year we want to return 100 more children from Russia."),
        ("es", "Queremos traer de vuelta de Rusia a otros 100 niños antes de fin de año."),
        ("fr", "D'ici la fin de l'année, nous voulons ramener de Russie 100 enfants de plus."),
        ("it", "Entro fine anno vogliamo riportare a casa dalla Russia altri 100 bambini."),
        ("pt", "Até ao fim do ano queremos trazer da Rússia mais 100 crianças."),
        ("pl", "Do końca roku chcemy sprowadzić z Rosji jeszcze 100 dzieci."),
        ("ru", "До конца года хотим вернуть из России еще 100 детей."),
        ("pl", "Gdyby Rosja oddawała po dwadzieścioro ukraińskich dzieci miesięcznie, ostatnie wróciłoby po latach."),
        ("de", "Wenn Russland jeden Monat zwanzig Kinder zurückgäbe, würde es achtzig Jahre dauern."),
        ("es", "Dos grupos de menores ucranianos regresaron a Ucrania."),
        ("fr", "Deux groupes d'enfants ukrainiens sont rentrés en Ukraine."),
        ("ru", "МИД РФ ввел ответные санкции против 25 чиновников ЕС из-за «депортации детей»."),
        ("uk", "Росія у відповідь на санкції через депортацію дітей заборонила в'їзд 25 чиновникам ЄС."),
        ("uk", "Катар посприяв звільненню 303 школярів, викрадених у Нігерії."),
    ],
)
def test_what_is_wanted_supposed_or_of_others_is_no_news(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("es", "Yale halló a 1.120 niños ucranianos en catálogos rusos de adopción.", (1120, "at_risk")),
        ("fr", "Yale a retrouvé 1 120 enfants ukrainiens dans les catalogues d'adoption russes.", (1120, "at_risk")),
        ("it", "A Yale hanno trovato 1.120 bambini ucraini nei cataloghi russi di adozione.", (1120, "at_risk")),
        ("uk", "У Єлі знайшли 1120 українських дітей у російських каталогах усиновлення.", (1120, "at_risk")),
        ("en", "The UN says Russian missiles killed or injured 97 children in Ukraine in October.", (97, "other")),
        ("en", "That brings the total since 2022 to 2,271 children returned from Russia.", (2271, "returned")),
        ("fr", "Cela porte le nombre d'enfants rentrés de Russie depuis 2022 à 2 271.", (2271, "returned")),
        ("pl", "Komisja nazwała 1205 dzieci wywiezionych do Rosji, urodzonych między 2004 a 2021 rokiem.",
         (1205, "deported")),
        ("pl", "W pierwszej połowie 2026 r. do Ukrainy wróciło 287 małoletnich.", (287, "returned")),
        ("fr", "Dans la première moitié de 2026, 287 enfants sont rentrés en Ukraine.", (287, "returned")),
        ("pt", "Na primeira metade de 2026 voltaram à Ucrânia 287 crianças.", (287, "returned")),
    ],
)  # fmt: skip
def test_one_figure(language: str, text: str, figures: tuple[float, str]) -> None:
    assert [told[:2] for told in _told(language, text)] == [figures]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fourteen children were reunited this week. Ten went to Ukraine; four, to Russia."),
        ("it", "Quattordici bambini sono stati ricongiunti. Dieci sono andati in Ucraina; quattro, in Russia."),
        ("pt", "Catorze crianças voltaram para junto dos seus. Dez seguiram para a Ucrânia; quatro, para a Rússia."),
        ("de", "Vierzehn Kinder wurden diese Woche zusammengeführt. Zehn reisten in die Ukraine, vier nach Russland."),
    ],
)  # fmt: skip
def test_who_went_the_other_way_is_no_part(language: str, text: str) -> None:
    ways = {figure.value: figure.direction for figure in _figures(language, text)}
    assert ways[4] == "ua>ru"
    assert {10, 14} <= ways.keys()


@pytest.mark.parametrize(
    ("language", "text", "way"),
    [
        ("ru", "Пятеро детей, вернувшихся с Украины, уже дома, в Белгороде.", "ua>ru"),
        ("uk", "П'ятеро дітей, які напередодні повернулися з України, вже вдома у Курську.", "ua>ru"),
        ("ru", "Пятеро детей, а не шестеро, вернулись из Украины в Россию.", "ua>ru"),
        ("uk", "П'ятеро дітей повернулися з Росії в Україну.", "ru>ua"),
        ("ru", "Пятеро детей, которых вывезли из Украины в 2022 году, вернулись домой.", "ru+tot>ua"),
    ],
)
def test_who_came_back_from_ukraine_came_to_russia(language: str, text: str, way: str) -> None:
    assert [(figure.value, figure.direction) for figure in _figures(language, text)] == [(5, way)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Загалом Україна повернула вже 2 388 дітей, із них за сприяння Катару – 131 дитину."),
        ("ru", "Всего Украина вернула 2388 детей, из них при посредничестве Катара – 131."),
        ("en", "Ukraine has returned 2,388 children in all, of them through Qatar's mediation 131."),
    ],
)
def test_the_scope_of_a_part_is_not_that_of_the_whole(language: str, text: str) -> None:
    assert [(f.value, f.scope) for f in _figures(language, text)] == [(2388, "all"), (131, "qatar")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Last week 16 children came back from Russia. Moscow says there were 14."),
        ("de", "Vergangene Woche kamen 16 Kinder aus Russland zurück. Moskau spricht von 14 Kindern."),
        ("ru", "На прошлой неделе из России вернулись 16 детей. В Москве говорят о 14."),
    ],
)
def test_the_other_side_counts_the_same_group(language: str, text: str) -> None:
    told = [(f.value, f.measure, f.kind, f.direction) for f in _figures(language, text)]
    assert told == [(16, "returned", "batch", "ru>ua"), (14, "returned", "batch", "ru>ua")]


def test_one_region_behind_another_has_a_count_of_its_own() -> None:
    text = "З Херсонської області росія депортувала 1 940 дітей, із Запорізької – 1 372."
    assert [f.value for f in _figures("uk", text)] == [1940, 1372]
    split = "Загинуло 690 дітей: Донецька область – 245, Харківська – 120."
    assert [f.value for f in _figures("uk", split)] == [690]


def test_a_split_by_sex_is_not_told_twice() -> None:
    text = "З росії та тимчасово окупованих територій повернули 9 дітей – 6 дівчаток і 3 хлопчиків."
    assert [f.value for f in _figures("uk", text)] == [9]


def test_people_and_bodies_are_news_and_their_sum_is_not() -> None:
    text = (
        "The UK imposed 12 sanctions over Russia's deportation of Ukrainian children: nine people, three organisations."
    )
    assert [(f.value, f.unit) for f in _figures("en", text)] == [(9, "people"), (3, "organisations")]


def test_those_who_lead_camps_are_listed_and_no_camps() -> None:
    text = "Britain sanctioned 17 people over the deportation of Ukrainian children, among them heads of four camps."
    assert [(f.value, f.measure) for f in _figures("en", text)] == [(17, "sanctions")]


def test_warrants_for_other_crimes_are_of_another_case() -> None:
    text = (
        "The ICC has issued four warrants over the deportation of Ukrainian children. "
        "Six other warrants concern strikes on the power grid."
    )
    assert [(f.value, f.measure) for f in _figures("en", text)] == [(4, "warrants")]


def test_the_injured_share_the_span_of_the_killed() -> None:
    text = (
        "In October nine children were killed and 88 injured in Ukraine, the UN said. "
        "Since February 2022, 838 children have been killed and 2,705 injured."
    )
    spans = [(f.value, f.period.start if f.period else None) for f in _figures("en", text)]
    october, war = date(2026, 10, 1), date(2022, 2, 24)
    assert spans == [(9, october), (88, october), (838, war), (2705, war)]


def test_who_is_still_in_hospital_was_hurt_before() -> None:
    text = "Twelve children were injured in the strike on Kharkiv. Seven remain in hospital, two in serious condition."
    assert _told("en", text) == [(12, "injured", "batch")]


def test_the_whole_of_whom_some_are_children_is_none() -> None:
    text = "Four children were killed in the strike on Dnipro. Another 90 were wounded, 13 of them children."
    assert _told("en", text) == [(4, "killed", "batch"), (13, "injured", "batch")]


def test_lviv_in_the_genitive_is_no_commissioner() -> None:
    (figure,) = _figures("pl", "Dwanaścioro ukraińskich dzieci przyjechało z Rosji do Lwowa.")
    assert figure.source_id is None
    (figure,) = _figures("pl", "Według Lwowej-Biełowej 129 dzieci wróciło do Ukrainy.")
    assert figure.source_id == "lvova_belova"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since January 251 children have been returned from the occupied part of the Kherson region."),
        ("es", "Desde enero 251 niños de la región de Jersón han vuelto de Rusia."),
        ("fr", "Depuis janvier, 251 enfants de la région de Kherson sont rentrés de Russie."),
        ("it", "Da gennaio sono tornati dalla Russia 251 bambini della regione di Kherson."),
        ("de", "Seit Januar kehrten 251 Kinder aus der Region Cherson aus Russland zurück."),
        ("pl", "Od stycznia wróciło z Rosji 251 dzieci z obwodu chersońskiego."),
        ("pt", "Desde janeiro voltaram da Rússia 251 crianças da região de Kherson."),
    ],
)
def test_a_count_of_the_kherson_region_is_its_own_series(language: str, text: str) -> None:
    assert [(f.value, f.scope) for f in _figures(language, text)] == [(251, "kherson")]


def test_a_count_of_two_regions_is_not_that_of_one() -> None:
    text = "Since January 251 children from the Kherson and Zaporizhzhia regions have come home from Russia."
    assert [(f.value, f.scope) for f in _figures("en", text)] == [(251, "all")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Save Ukraine провела другу рятувальну місію: 13 дітей уже вдома."),
        ("ru", "Save Ukraine провела вторую спасательную миссию: 13 детей уже дома."),
        ("en", "In its second rescue mission this month Save Ukraine has already brought home 13 children."),
        ("pl", "Save Ukraine wywiozła kolejną grupę – tym razem trzynaścioro dzieci."),
    ],
)
def test_another_mission_brings_a_batch(language: str, text: str) -> None:
    assert _told(language, text) == [(13, "returned", "batch")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thirty Ukrainian children who spent the summer with host families in Spain return home."),
        ("es", "Un campamento de la sierra acogió a 30 niños ucranianos, que este martes regresan a casa."),
        ("fr", "Trente enfants ukrainiens accueillis cet été par des familles bretonnes sont rentrés chez eux."),
        ("it", "Trenta bambini ucraini, ospiti delle famiglie di Bergamo, tornano a casa."),
        ("pt", "Trinta crianças ucranianas acolhidas por famílias de Braga regressaram a casa."),
        ("de", "Dreißig ukrainische Kinder, die bei Gastfamilien in Bayern Ferien machten, kehren heim."),
        ("pl", "Trzydzieścioro ukraińskich dzieci wróciło z wakacji w Polsce do domu."),
    ],
)
def test_guests_who_go_home_were_not_taken(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Qatar had helped return 83 children from Russia. That figure now stands at 131."),
        ("uk", "За сприяння Катару повернули 83 дитини. Тепер ця цифра зросла до 131."),
        ("ru", "При посредничестве Катара вернули 83 ребёнка. Теперь эта цифра выросла до 131."),
    ],
)
def test_that_figure_has_the_scope_of_the_one_before(language: str, text: str) -> None:
    assert [(f.value, f.scope) for f in _figures(language, text)] == [(83, "qatar"), (131, "qatar")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Повернення дитини з Росії коштує від 700 доларів до трьох тисяч."),
        ("ru", "Возвращение ребёнка из России стоит от 700 долларов до трёх тысяч."),
        ("en", "At this pace the last Ukrainian child returns from Russia in the year 2071."),
    ],
)
def test_sums_and_years_to_come_count_no_children(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Цифри Львової-Бєлової про 171 повернуту дитину – маніпуляція, заявив омбудсман Дмитро Лубінець."),
        ("ru", "Цифры Львовой-Беловой о 171 возвращённом ребёнке – манипуляция, заявил омбудсмен Лубинец."),
        ("en", "Lvova-Belova's figure of 171 children returned to Ukraine is manipulation, Dmytro Lubinets said."),
    ],
)
def test_a_disputed_claim_is_said_by_whose_it_is(language: str, text: str) -> None:
    assert [(f.value, f.source_id) for f in _figures(language, text)] == [(171, "lvova_belova")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Save Ukraine dit avoir recensé 1 348 enfants ukrainiens proposés à l'adoption sur cinq sites russes."),
        ("es", "Save Ukraine ha contabilizado 1.348 niños ucranianos ofrecidos en adopción en webs rusas."),
        ("it", "Save Ukraine ha censito 1.348 bambini ucraini proposti in adozione su siti russi."),
        ("en", "Save Ukraine has counted 1,348 Ukrainian children offered for adoption on Russian sites."),
    ],
)
def test_who_is_offered_for_adoption_is_at_risk(language: str, text: str) -> None:
    assert [told[:2] for told in _told(language, text)] == [(1348, "at_risk")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The next handover could take place in November. It involves seven children whose papers lag, he said.",
        ),
        ("uk", "Наступна передача дітей може відбутися до кінця листопада. Ідеться про сімох дітей."),
    ],
)
def test_whom_a_coming_handover_is_about_is_planned(language: str, text: str) -> None:
    assert _told(language, text) == []
