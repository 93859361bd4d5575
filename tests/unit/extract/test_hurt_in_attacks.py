"""Children of an attack are hurt, dead or dug out, and neither home nor deported, whatever verb moves them."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _figures(language: str, text: str) -> list[tuple[float | None, str]]:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    return [(figure.value, figure.measure) for figure in read.figures]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five children were taken to hospital after the strike on Kharkiv."),
        ("es", "Cinco niños fueron llevados al hospital tras el ataque ruso a Járkov."),
        ("it", "Cinque bambini sono stati portati in ospedale dopo l'attacco a Kharkiv."),
        ("de", "Fünf Kinder kamen nach dem Angriff auf Charkiw ins Krankenhaus."),
        ("de", "Fünf Kinder wurden nach dem Angriff auf Charkiw in eine Klinik gebracht."),
        ("fr", "Cinq enfants ont été transportés à l'hôpital après la frappe sur Kharkiv."),
        ("pt", "Cinco crianças foram levadas para o hospital após o ataque a Kharkiv."),
        ("pl", "Pięcioro dzieci przewieziono do szpitala po ataku na Charków."),
        ("pl", "Charków: pięcioro dzieci trafiło po ostrzale na oddział chirurgii."),
        ("uk", "П'ятеро дітей доставили до лікарні після удару по Харкову."),
        ("uk", "П'ятеро дітей залишаються в лікарнях після атаки на Тернопіль."),
        ("ru", "Пятеро детей доставлены в больницу после удара по Харькову."),
    ],
)
def test_who_is_brought_to_hospital_from_an_attack_is_injured(language: str, text: str) -> None:
    assert _figures(language, text) == [(5, "injured")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rescuers recovered the bodies of six children from the rubble in Ternopil."),
        ("es", "Rescataron los cuerpos de seis niños de los escombros en Ternópil."),
        ("fr", "Les secouristes ont retrouvé les corps de six enfants sous les décombres à Ternopil."),
        ("it", "I soccorritori hanno estratto i corpi di sei bambini dalle macerie a Ternopil."),
        ("pt", "Os socorristas retiraram dos escombros os corpos de seis crianças em Ternopil."),
        ("de", "Retter bargen die Leichen von sechs Kindern aus den Trümmern in Ternopil."),
        ("pl", "Spod gruzów w Tarnopolu wydobyto ciała sześciorga dzieci."),
        ("uk", "З-під завалів дістали тіла шістьох дітей у Тернополі."),
        ("ru", "Россия передала Украине тела 31 военного и шестерых детей."),
    ],
)
def test_bodies_are_of_the_killed(language: str, text: str) -> None:
    assert _figures(language, text) == [(6, "killed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rescuers pulled three children alive from the rubble in Ternopil after the Russian strike."),
        ("es", "Los rescatistas sacaron con vida a tres niños de los escombros en Ternópil."),
        ("de", "Retter holten drei Kinder lebend aus den Trümmern in Ternopil."),
        ("uk", "З-під завалів у Тернополі врятували трьох дітей."),
        ("ru", "Спасатели вытащили из-под завалов в Тернополе трёх детей."),
    ],
)
def test_who_is_dug_out_did_not_come_home(language: str, text: str) -> None:
    assert _figures(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "46 babies were taken from the Kherson children's hospital to Crimea."),
        ("uk", "З дитячої лікарні Херсона 46 дітей вивезли до Криму."),
        ("ru", "Из херсонской больницы 46 детей вывезли в Крым."),
    ],
)
def test_who_is_taken_out_of_a_hospital_is_deported(language: str, text: str) -> None:
    assert _figures(language, text) == [(46, "deported")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Three children died in the strike on Ternopil. The number of dead rose to 26."),
        ("de", "Drei Kinder starben bei dem Angriff auf Ternopil. Die Gesamtzahl der Toten liegt bei 26."),
        ("uk", "Під завалами загинули троє дітей. Загальна кількість жертв – 26, повідомив міністр."),
        ("ru", "Под завалами погибли трое детей. Общее число жертв – 26, сообщил министр."),
    ],
)
def test_the_toll_of_an_attack_counts_no_children(language: str, text: str) -> None:
    assert _figures(language, text) == [(3, "killed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Seven of the 24 people killed in the Russian strike on Nikopol were children."),
        ("de", "Sieben der 24 Getöteten des russischen Angriffs auf Nikopol waren Kinder."),
        ("es", "Siete de los 24 muertos en el ataque ruso a Níkopol eran niños."),
        ("fr", "Sept des 24 personnes tuées dans la frappe russe sur Nikopol étaient des enfants."),
        ("it", "Sette delle 24 vittime del raid russo su Nikopol erano bambini."),
        ("pl", "Siedmioro z 24 zabitych w rosyjskim ataku na Nikopol to dzieci."),
        ("pt", "Sete dos 24 mortos no ataque russo a Nikopol eram crianças."),
        ("uk", "Семеро з 24 загиблих унаслідок російського удару по Нікополю – діти."),
        ("ru", "Семеро из 24 погибших при ударе России по Никополю – дети."),
        ("uk", "Під час удару по Нікополю загинули семеро дітей, усього жертв – 24."),
        ("ru", "В Никополе после удара России погибли семеро детей, всего жертв удара – 24."),
    ],
)
def test_the_children_among_the_victims_and_not_all_victims(language: str, text: str) -> None:
    assert _figures(language, text) == [(7, "killed")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Damit stieg die Zahl der nach dem russischen Raketenangriff auf Nikopol getöteten Kinder auf acht."),
        ("it", "Dopo il raid russo su Nikopol il numero dei bambini uccisi è salito a otto."),
        ("fr", "Le bilan de la frappe russe sur Nikopol passe à huit enfants tués."),
        ("es", "Tras el bombardeo ruso de Níkopol, la cifra de niños muertos se eleva a ocho."),
        ("pt", "Já são oito as crianças mortas em Nikopol pelo míssil russo."),
        ("uk", "До восьми зросла кількість дітей, загиблих унаслідок удару росіян по Нікополю."),
        ("ru", "До восьми выросло число погибших детей после удара России по Никополю."),
        ("pl", "Do ośmiorga wzrosła liczba dzieci zabitych w rosyjskim ataku na Nikopol."),
    ],
)
def test_the_risen_toll_of_one_attack_is_exact_and_a_batch(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=date(2026, 6, 20)).figures
    assert [(f.value, f.measure, f.kind, f.qualifier) for f in figures] == [(8, "killed", "batch", "exact")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine children were injured in the Russian strike on Nikopol. Six remain in hospital."),
        ("de", "Neun Kinder wurden bei dem russischen Angriff auf Nikopol verletzt. Sechs sind noch im Krankenhaus."),
        ("uk", "Через удар росіян по Нікополю поранено дев'ятеро дітей. Шестеро залишаються в лікарні."),
    ],
)
def test_who_is_still_in_hospital_is_a_part_of_the_injured(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=date(2026, 6, 20)).figures
    assert [(f.value, f.optional) for f in figures] == [(9, False), (6, True)]
