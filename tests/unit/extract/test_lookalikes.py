"""Sentences that look like what a rule is for and are something else: a body that helps, a first version of a plan."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> list[tuple[float | None, str, str]]:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    return [(figure.value, figure.measure, figure.kind) for figure in read.figures]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Un cuerpo de 20 voluntarios devolvió a 12 niños ucranianos desde Rusia.", 12),
        ("fr", "Le corps diplomatique a aidé 12 enfants ukrainiens à rentrer de Russie.", 12),
        ("uk", "На тілах 12 дітей, повернутих з Росії, лікарі виявили сліди побоїв.", 12),
        ("ru", "Россия передала тела 1000 солдат и восемь детей вернула в Украину.", 8),
    ],
)
def test_a_body_of_helpers_or_a_bruised_one_kills_no_child(language: str, text: str, value: float) -> None:
    assert _read(language, text) == [(value, "returned", "batch")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Instead of returning 19,546 children, Russia adopts them out, Ukraine says."),
        ("es", "En vez de devolver a los 19.546 niños deportados, Rusia los da en adopción."),
        ("fr", "Au lieu de rendre les 19 546 enfants déportés, la Russie les fait adopter."),
        ("it", "Invece di restituire i 19.546 bambini deportati, la Russia li fa adottare."),
        ("uk", "Замість повернення 19 546 депортованих дітей Росія всиновлює їх."),
        ("en", "At the present rate it would take 50 years to return the 19,546 children Russia deported, he said."),
        ("es", "A este ritmo Ucrania tardaría 50 años en recuperar a los 19.546 niños deportados a Rusia."),
        ("fr", "Au rythme actuel, il faudrait 50 ans pour ramener les 19 546 enfants déportés en Russie."),
        ("it", "Di questo passo ci vorrebbero 50 anni per riportare a casa i 19.546 bambini deportati in Russia."),
    ],
)
def test_children_who_are_known_though_not_sent_home_are_counted(language: str, text: str) -> None:
    assert [value for value, *_ in _read(language, text)] == [19_546]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Si bien 1.859 niños han vuelto a Ucrania desde Rusia, serían necesarios 50 años para los demás.", 1859),
        ("de", "Wenn auch 1859 Kinder in die Ukraine zurückgekehrt sind, braucht der Rest noch Jahrzehnte.", 1859),
        ("en", "Russia took 46 Ukrainian children to Crimea instead of their relatives.", 46),
        ("uk", "У Туреччині Зеленський сказав, що Росія депортувала 19 546 дітей.", 19_546),
        ("it", "In Turchia Zelensky ha detto che la Russia ha rapito 19.546 bambini.", 19_546),
    ],
)
def test_a_fact_that_opens_like_a_condition_or_abroad_is_counted(language: str, text: str, value: float) -> None:
    assert [value for value, *_ in _read(language, text)] == [value]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "After the second rescue mission the total stands at 31 children returned to Ukraine from Russia."),
        ("en", "A new group arrived, and 1,859 children have now returned from Russia to Ukraine."),
        ("de", "Mit der dritten Gruppe sind nun insgesamt 31 Kinder aus Russland in die Ukraine zurückgekehrt."),
        ("fr", "Avec ce nouveau groupe, ce sont au total 35 enfants qui sont rentrés de Russie en Ukraine."),
        ("it", "Con il secondo gruppo sono 31 in tutto i bambini tornati in Ucraina dalla Russia."),
        ("pl", "Wraz z nową grupą do Ukrainy wróciło już łącznie 38 dzieci."),
        ("uk", "Повернувши третю групу, за сприяння Катару Україна загалом повернула 38 дітей."),
    ],
)
def test_a_whole_told_with_its_newest_group_is_a_total(language: str, text: str) -> None:
    assert [kind for *_, kind in _read(language, text)] == ["total"]


@pytest.mark.parametrize(
    ("language", "text", "value", "kind"),
    [
        ("en", "Canada sanctioned heads of 12 camps and 11 people over the deported children.", 11, "batch"),
        ("en", "Moscow banned 25 Canadian officials in return for sanctions over the deported children.", None, ""),
        ("uk", "Санкції проти 23 осіб ЄС запровадив за депортацію українських дітей до Росії.", 23, "batch"),
    ],
)
def test_who_is_sanctioned_and_not_what_they_lead(language: str, text: str, value: float | None, kind: str) -> None:
    assert _read(language, text) == ([(value, "sanctions", kind)] if value else [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A total of 1,859 children have come home, including children of the Kherson region."),
        ("en", "A boy from the Kherson region became the 1,859th child returned to Ukraine in total."),
        ("de", "Insgesamt 1859 Kinder wurden zurückgeholt, zuletzt fünf aus der Region Cherson."),
        ("es", "En total, 1.859 niños han vuelto tras el regreso de una niña de la región de Jersón."),
        ("pl", "Po powrocie chłopca z obwodu chersońskiego łącznie wróciło 1859 dzieci."),
        ("ru", "При посредничестве Катара вернули 83 детей. По всей Украине эта цифра вернувшихся составляет 1859."),
    ],
)
def test_a_region_or_channel_that_is_named_beside_the_whole_is_not_its_scope(language: str, text: str) -> None:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    assert [figure.scope for figure in read.figures if figure.value == 1859] == ["all"]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Russia has killed 684 children on average 16 a month in Ukraine.", 684),
        ("es", "Ucrania ha recuperado 1.859 niños a un promedio de 40 al mes.", 1859),
        ("pl", "Ukraina odzyskała 1859 dzieci czyli średnio 40 miesięcznie.", 1859),
        ("uk", "Україна повернула 1859 дітей або в середньому 40 на місяць.", 1859),
        ("de", "Am meisten leiden die Kinder in der Ukraine: 684 wurden getötet.", 684),
        ("ru", "Больше всего в Украине страдают дети: 684 погибли.", 684),
        ("en", "Most children taken from Ukraine are in Russia: 19,546 were deported, Kyiv says.", 19_546),
        ("de", "Auf Facebook wurde die Rückkehr von 12 Kindern aus Russland gefeiert. Ihre Papiere waren falsch.", 12),
        ("en", "A viral video shows 12 Ukrainian children returned from Russia. They had false papers.", 12),
        ("es", "Gracias a Telegram, hallaron a 46 niños ucranianos llevados a Rusia. Su nombre era falso.", 46),
        ("uk", "Російські канали показали, як 46 дітей вивезли з України. Це брехня, що вони сироти.", 46),
        ("fr", "Le pape, qui pourrait se rendre à Kiev, a obtenu le retour de 12 enfants.", 12),
        ("it", "Il negoziato che potrebbe riprendere a Doha ha permesso il ritorno di 12 bambini ucraini.", 12),
        ("es", "Doce niños que podrían ser adoptados en Rusia regresaron a Ucrania.", 12),
        ("uk", "За оцінкою Єльського університету, росіяни могли вивезти 35 000 українських дітей.", 35_000),
    ],
)
def test_a_word_of_rates_plans_or_lies_beside_a_count_takes_nothing_from_it(
    language: str, text: str, value: float
) -> None:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    assert [(figure.value, figure.optional) for figure in read.figures] == [(value, False)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two of the 6 killed in Kyiv were parents of children taken to Russia."),
        ("en", "Two of the 26 killed in Kyiv leave behind children."),
        ("fr", "Deux des 26 tués à Kiev étaient des parents d'enfants."),
        ("uk", "Двоє з 26 загиблих у Тернополі мали дітей."),
        ("en", "A delegation of 12 members of the Bundestag met deported children; the Youth Army was condemned."),
        ("pl", "46 członków Rady Europy potępiło Junarmię."),
    ],
)
def test_parents_and_delegates_are_no_children(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "In all, 12 children were killed in the missile strike on Ternopil.", "batch"),
        ("de", "Insgesamt wurden bei dem Angriff auf Kiew sechs Kinder getötet.", "batch"),
        ("pl", "Łącznie w ataku na Tarnopol zginęło sześcioro dzieci.", "batch"),
        ("en", "A Russian attack hit Orikhiv. The number of children killed in the region has risen to 19.", "total"),
        ("de", "Der Angriff galt dem Hafen. Die Zahl der in Cherson getöteten Kinder stieg auf 18.", "total"),
    ],
)
def test_the_toll_of_one_attack_and_that_of_a_region(language: str, text: str, kind: str) -> None:
    assert [told for *_, told in _read(language, text)] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over the three summer months at least 23,400 children from occupied Ukraine were in camps in Russia."),
        ("es", "En los tres meses de verano, 23.400 niños de la Ucrania ocupada estuvieron en campamentos en Rusia."),
        ("it", "Nei tre mesi estivi 23.400 bambini dell'Ucraina occupata sono stati tenuti in campi in Russia."),
        ("pt", "Nos três meses de verão, 23.400 crianças da Ucrânia ocupada ficaram em campos na Rússia."),
        (
            "uk",
            "Упродовж трьох літніх місяців у таборах утримували 23 400 дітей з окупованих територій України.",
        ),
    ],
)
def test_the_months_of_a_season_are_no_children(language: str, text: str) -> None:
    assert [value for value, *_ in _read(language, text)] == [23_400]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Over the summer season 8,250 children from occupied Ukraine were in camps in Russia."),
        ("ru", "За летний сезон в лагерях Крыма и Адыгеи находились 8 250 детей из Херсонской области."),
        ("uk", "За літній сезон у таборах Криму утримували 8 250 дітей з окупованих територій України."),
    ],
)
def test_a_season_is_a_span(language: str, text: str) -> None:
    spans = [f.period for f in READER.extract(text, language=language, published=date(2026, 9, 8)).figures]
    assert [(str(span.start), str(span.end)) for span in spans if span] == [("2026-06-01", "2026-08-31")]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("de", "Am Montag kehrten zwölf Kinder aus Russland zurück, die sonst dort adoptiert worden wären.",
         (12, "returned")),
        ("en", "Has Russia returned them? No: 19,546 children remain deported.", (19546, "deported")),
        ("de", "Die Welt vergisst nicht: 19.546 Kinder wurden verschleppt.", (19546, "deported")),
        ("it", "Sono 2.442 i bambini ucraini inviati in Bielorussia.", (2442, "deported")),
        ("pt", "Nem 46 órfãos de Kherson foram poupados: foram deportados.", (46, "deported")),
        ("pl", "Rosjanie wywieźli 46 dzieci z okupowanych terenów do Rosji.", (46, "deported")),
        ("pl", "Rosja wywiozła z okupowanych terenów co najmniej 19 546 dzieci.", (19546, "deported")),
        ("pl", "Wywieziono z okupowanych terenów 1500 dzieci na Krym.", (1500, "deported")),
        ("pl", "Fundacja Save Ukraine wywiozła z okupowanych terenów kolejnych sześcioro dzieci.", (6, "returned")),
        ("de", "Melania Trump lobte die Überstellung von acht Kindern an ihre Familien.", (8, "returned")),
        ("de", "Sie hatte die Überstellung von fünfzehn Schützlingen nach Pensa organisiert.", (15, "deported")),
        ("it", "Un volontario prelevò 12 bambini in Russia e li riportò in Ucraina.", (12, "returned")),
        ("fr", "Le portail d'adoption a fermé. Les photos de 12 enfants revenus de Crimée sont en ligne.",
         (12, "returned")),
        ("en", "In the adoption database Save Ukraine volunteers recognised 17 children and later reunited them.",
         (17, "identified")),
        ("fr", "Douze diplomates sont revenus de Moscou ; 12 enfants ukrainiens y restent.", (12, "held")),
        ("es", "Qatar se compromete a cuidar de los 12 niños que volvieron ayer a Ucrania.", (12, "returned")),
        ("ru", "Катар обязался лечить 12 детей, которых вернули из России.", (12, "returned")),
        ("de", "15 bis 20 Kinder sind in Busse nach Russland gestiegen.", (None, "deported")),
    ],
)  # fmt: skip
def test_what_new_words_do_not_change(language: str, text: str, told: tuple[float | None, str]) -> None:
    assert [row[:2] for row in _read(language, text)] == [told]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Twelve children were killed in October in the strike on the Ternopil apartment block.", "batch"),
        ("en", "A drone strike in January killed two children in Kherson.", "batch"),
        ("uk", "У квітні російська ракета вбила дев'ятьох дітей у Кривому Розі.", "batch"),
        ("uk", "У жовтні внаслідок російських обстрілів загинули 12 дітей, повідомила ООН.", "total"),
        ("de", "Die EU hat schon am Montag elf Verantwortliche für die Deportation von Kindern mit Sanktionen belegt.",
         "batch"),
        ("es", "Doce niños retenidos desde el 3 de octubre en Crimea volvieron el lunes a Ucrania.", "batch"),
        ("it", "Dodici bambini ucraini fanno rientro in Ucraina.", "batch"),
    ],
)  # fmt: skip
def test_one_attack_or_day_is_no_total(language: str, text: str, kind: str) -> None:
    assert [row[2] for row in _read(language, text)] == [kind]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Yermak said 12 children were returned through his office.", "all"),
        ("Lubinets said 12 children were returned through his office.", "via_ombudsman"),
        ("Through Qatar's mediation, 1,050 children in total have been reunited, the Qatari minister said.", "qatar"),
    ],
)
def test_whose_office_and_whose_count(text: str, scope: str) -> None:
    assert [figure.scope for figure in READER.extract(text, language="en", published=date(2026, 6, 20)).figures] == [
        scope
    ]


def test_a_headline_about_guests_makes_no_return() -> None:
    read = READER.extract(
        "Diez niños ucranianos llegaron el lunes a Sevilla.", language="es", published=date(2026, 11, 20),
        headline="Diez niños ucranianos en Sevilla",
    )  # fmt: skip
    assert read.figures == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In breach of the Geneva Convention of 1949, Russia deported 19,546 children."),
        ("en", "The treaty signed in 1949 forbids it; Russia deported 19,546 children."),
        ("es", "Rusia deportó a 19.546 niños, en violación del Convenio de Ginebra, firmado en 1949."),
        ("fr", "La Russie a déporté 19 546 enfants, au mépris de la convention signée en 1949."),
        ("it", "La Russia ha deportato 19.546 bambini violando la convenzione firmata nel 1949."),
        ("pl", "Rosja deportowała 19 546 dzieci wbrew konwencji podpisanej w 1949 roku."),
        ("uk", "Росія депортувала 19 546 дітей, попри конвенцію, підписану в 1949 році."),
        ("ru", "Россия депортировала 19 546 детей вопреки конвенции, подписанной в 1949 году."),
    ],
)
def test_the_year_of_a_convention_makes_no_other_era(language: str, text: str) -> None:
    assert (19546, "deported", "total") in _read(language, text)


def test_children_of_another_war() -> None:
    assert not _read("en", "Between 1941 and 1944, 50,000 Polish children were taken to Germany.")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "В Україну повернули 2 634 дитини, якщо рахувати тих, кому вже 18."),
        ("ru", "На Украину вернули 2 634 ребёнка, если считать тех, кому уже исполнилось 18."),
    ],
)
def test_those_who_are_of_age(language: str, text: str) -> None:
    assert _read(language, text) == [(2634, "returned", "total")]
