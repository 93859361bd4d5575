"""Headlines as agencies write them: a group of twelve is back, as the headline and first sentence of an article."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
HEADLINES = [
    ("en", "Russia returns 12 children to Ukraine"),
    ("en", "12 more children brought home to Ukraine"),
    ("en", "Ukraine brings back 12 children from Russia"),
    ("en", "Twelve abducted children back in Ukraine"),
    ("en", "Qatar helps reunite 12 Ukrainian children with families"),
    ("en", "12 Ukrainian children freed from Russian captivity"),
    ("en", "Vatican mediation brings 12 children home to Ukraine"),
    ("uk", "Україна повернула з Росії 12 дітей"),
    ("uk", "Ще 12 дітей повернулися додому з ТОТ"),
    ("uk", "З окупації вивезли 12 дітей"),
    ("uk", "Росія повернула Україні 12 дітей"),
    ("uk", "12 українських дітей возз'єдналися з родинами за посередництва Катару"),
    ("uk", "Bring Kids Back UA: додому повернули 12 дітей"),
    ("uk", "12 дітей звільнили з російського полону"),
    ("ru", "Украина вернула из России 12 детей"),
    ("ru", "Еще 12 детей вернулись домой из оккупации"),
    ("ru", "Россия передала Украине 12 детей"),
    ("ru", "12 украинских детей воссоединились с семьями при посредничестве Катара"),
    ("es", "Rusia devuelve 12 niños a Ucrania"),
    ("es", "Ucrania recupera a 12 niños llevados a Rusia"),
    ("es", "Doce niños ucranianos vuelven a casa desde Rusia"),
    ("es", "Catar media en el regreso de 12 niños ucranianos"),
    ("fr", "La Russie rend 12 enfants à l'Ukraine"),
    ("fr", "L'Ukraine récupère 12 enfants déportés en Russie"),
    ("fr", "Douze enfants ukrainiens de retour de Russie"),
    ("fr", "Retour de 12 enfants ukrainiens grâce au Qatar"),
    ("de", "Russland gibt 12 Kinder an die Ukraine zurück"),
    ("de", "Ukraine holt 12 Kinder aus Russland zurück"),
    ("de", "Zwölf ukrainische Kinder aus Russland heimgekehrt"),
    ("de", "Katar vermittelt Rückkehr von 12 ukrainischen Kindern"),
    ("it", "La Russia restituisce 12 bambini all'Ucraina"),
    ("it", "L'Ucraina riporta a casa 12 bambini dalla Russia"),
    ("it", "Dodici bambini ucraini tornano a casa dalla Russia"),
    ("it", "Il Qatar media il ritorno di 12 bambini ucraini"),
    ("pt", "Rússia devolve 12 crianças à Ucrânia"),
    ("pt", "Ucrânia recupera 12 crianças levadas para a Rússia"),
    ("pt", "Doze crianças ucranianas regressam da Rússia"),
    ("pt", "Catar medeia o regresso de 12 crianças ucranianas"),
    ("pl", "Rosja zwraca Ukrainie 12 dzieci"),
    ("pl", "Ukraina odzyskała 12 dzieci z Rosji"),
    ("pl", "Dwanaścioro ukraińskich dzieci wróciło z Rosji"),
    ("pl", "Dzięki Katarowi wróciło 12 ukraińskich dzieci"),
]


@pytest.mark.parametrize(("language", "headline"), HEADLINES)
def test_a_group_in_a_headline(language: str, headline: str) -> None:
    read = READER.extract(f"{headline}.", language=language, published=date(2026, 11, 20), headline=headline)
    told = [(figure.value, figure.measure, figure.kind, figure.note) for figure in read.figures]
    assert told == [(12, "returned", "batch", None)]


def test_a_headline_of_a_year_does_not_make_a_week_a_total() -> None:
    text = (
        "З початку року з окупованої частини Херсонщини вивезли 243 дитини, повідомив Олександр Прокудін. "
        "Лише цього тижня – п'ятьох."
    )
    found = READER.extract(
        text, language="uk", published=date(2026, 11, 26), headline="Херсонщина: з початку року"
    ).figures
    assert [(figure.value, figure.kind) for figure in found] == [(243, "total"), (5, "batch")]
