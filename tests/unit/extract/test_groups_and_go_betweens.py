"""Whose group a number is, pledges, strikes and other small rules that new texts asked for; sentences of our own."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.model import Figure, Period

READER = Extractor(stories.load("ukrainian_children"))


def _figures(language: str, text: str, headline: str = "") -> list[Figure]:
    read = READER.extract(text, language=language, published=date(2026, 11, 20), headline=headline)
    return [figure for figure in read.figures if not figure.optional]


def _told(language: str, text: str, headline: str = "") -> list[tuple[float | None, str, str]]:
    return [(figure.value, figure.measure, figure.kind) for figure in _figures(language, text, headline)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Of the 48 toddlers taken from the Kherson children's home, nine have come back."),
        ("es", "De los 48 bebés sacados del orfanato de Jersón, solo nueve han regresado."),
        ("fr", "Sur les 48 bébés du foyer de Kherson enlevés par les Russes, neuf seulement ont été récupérés."),
        ("it", "Dei 48 neonati dell'istituto di Kherson portati via dai russi, solo nove sono stati recuperati."),
        ("pt", "Dos 48 bebés do lar de Kherson levados pelos russos, só nove foram recuperados."),
        ("pl", "Z 48 maluchów wywiezionych z chersońskiego domu dziecka wróciło dziewięcioro."),
    ],
)
def test_the_kherson_home_has_a_scope_of_its_own(language: str, text: str) -> None:
    assert [(figure.value, figure.scope) for figure in _figures(language, text)] == [
        (48, "kherson_home"),
        (9, "kherson_home"),
    ]


@pytest.mark.parametrize("part", ["Of those taken, 14 have come back to Ukraine.", "Fourteen of them have come back."])
def test_a_part_of_that_group_keeps_its_scope(part: str) -> None:
    (_, figure) = _figures("en", f"Russian officials removed 46 children from the Kherson baby home. {part}")
    assert (figure.value, figure.measure, figure.scope) == (14, "returned", "kherson_home")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Lubinets said 2,468 children had been recovered, 512 of them through his own office."),
        ("de", "Der ukrainische Ombudsmann spricht von 1859 Heimgekehrten, 512 davon durch sein Büro."),
        ("it", "Il difensore civico ucraino parla di 1.859 rientri, 512 dei quali tramite il suo ufficio."),
        ("pl", "Ukraiński rzecznik mówi o 1859 powrotach, z czego 512 przez jego biuro."),
    ],
)
def test_those_whom_the_ombudsmans_office_fetched(language: str, text: str) -> None:
    assert [figure.scope for figure in _figures(language, text)] == ["all", "via_ombudsman"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "More than 2,400 have come back, Kyiv says, through charities and mediators such as Qatar."),
        ("en", "Qatari mediation has now helped return 83 Ukrainian children and the overall count is 1,564."),
        ("fr", "Pas moins de 2 300 de nos enfants sont rentrés, a déclaré Zelensky, citant le Qatar et le Vatican."),
    ],
)
def test_a_count_of_all_is_no_go_betweens(language: str, text: str) -> None:
    assert _figures(language, text)[-1].scope == "all"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Minsk has pledged to release 31 Ukrainian children before Orthodox Christmas."),
        ("es", "Minsk se compromete a liberar a 31 menores ucranianos antes de la Navidad ortodoxa."),
        ("fr", "Minsk s'engage à laisser partir trente et un mineurs ukrainiens avant le Noël orthodoxe."),
        ("it", "Minsk si impegna a liberare 31 minori ucraini prima del Natale ortodosso."),
        ("pt", "Minsk compromete-se a libertar 31 menores ucranianos antes do Natal ortodoxo."),
        ("uk", "Мінськ зобов'язався відпустити 31 українську дитину до Різдва."),
        ("ru", "Минск обязался отпустить 31 украинского ребенка до Рождества."),
    ],
)
def test_a_pledge_is_a_plan(language: str, text: str) -> None:
    assert _figures(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Shrapnel killed two brothers on a football pitch in Nikopol and left five other children in hospital.",
         [(2, "killed", "batch"), (5, "injured", "batch")]),
        ("de", "Die Zahl der bei dem Angriff getöteten Kinder ist auf zehn gestiegen.", [(10, "killed", "batch")]),
        ("es", "Sube a cuatro el número de niños muertos por la bomba en Zaporiyia.", [(4, "killed", "batch")]),
        ("en", "Nine Ukrainian children played football in Dublin.", []),
        ("en", "Russia carried off 2,760 Ukrainian pupils; 340 of them cannot be traced.",
         [(2760, "deported", "total"), (340, "missing", "total")]),
        ("de", "2.117 ukrainische Kinder werden vermisst (nicht: 21.170).", [(2117, "missing", "total")]),
        ("de", "Brüssel beschließt das 17. Sanktionspaket wegen der Verschleppung ukrainischer Kinder.", []),
        ("de", "Kämen von nun an jede Woche fünfzig Kinder aus Russland frei, wäre ein Säugling bald Schulkind.", []),
        ("fr", "Combien d'enfants ukrainiens sont revenus de Russie ? Onze.", [(11, "returned", "batch")]),
    ],
)  # fmt: skip
def test_what_is_told(language: str, text: str, told: list[tuple[float, str, str]]) -> None:
    assert _told(language, text) == told


@pytest.mark.parametrize("city", ["ISTANBUL", "ANKARA"])
def test_a_dateline_says_nothing_of_lists(city: str) -> None:
    text = (
        f"{city} - Seven Ukrainian children were handed to relatives at a hotel on Wednesday, Turkish officials said."
    )
    assert _told("en", text) == [(7, "returned", "batch")]


def test_a_number_that_the_headline_counts_is_of_the_story() -> None:
    text = (
        "The last 1.5 kilometres were the hardest. Pulling two suitcases, a grandmother led her four grandchildren "
        "between the checkpoints. The four children had lived for nearly five years under occupation."
    )
    assert _told("en", text, "By bus and on foot: four siblings reach Ukraine through Belarus")[0][:2] == (
        4,
        "returned",
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Лондон вніс до списку через викрадення українських дітей 18 осіб, Берн — 11."),
        ("en", "London listed 18 people over the abduction of Ukrainian children, Bern 11."),
    ],
)
def test_each_government_lists_its_own(language: str, text: str) -> None:
    told = [(figure.value, figure.source_id) for figure in _figures(language, text)]
    assert told == [(18, "uk_government"), (11, "swiss_government")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How many children were placed with Russian families? We have documented 420."),
        ("de", "Wie viele Kinder kamen in russische Familien? Wir haben 420 dokumentiert."),
        ("es", "¿Cuántos niños acabaron en familias rusas? Hemos documentado 420."),
        ("it", "Quanti bambini sono finiti in famiglie russe? Ne abbiamo documentati 420."),
    ],
)
def test_an_answer_that_only_counts_has_the_measure_of_its_question(language: str, text: str) -> None:
    assert _told(language, text) == [(420, "placed_in_family", "total")]


def test_an_answer_with_a_verb_of_its_own_keeps_it() -> None:
    text = "How many children were placed with Russian families? Kyiv has brought home 420."
    assert _told("en", text) == [(420, "returned", "total")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine children were reunited with their families, the fifth group since she opened a channel in 2025."),
        ("es", "Nueve niños han vuelto con sus familias, el quinto grupo desde que ella abrió un canal en 2025."),
        ("de", "Neun Kinder kehrten zu ihren Familien zurück, die fünfte Gruppe, seit sie 2025 einen Kanal fand."),
        ("fr", "Neuf enfants ont retrouvé leur famille, le cinquième groupe depuis qu'elle a ouvert un canal en 2025."),
        ("ru", "Девять детей вернулись в семьи, это пятая группа с тех пор, как она открыла канал в 2025 году."),
    ],
)
def test_the_year_in_which_a_channel_opened_is_not_that_of_the_group(language: str, text: str) -> None:
    (figure,) = _figures(language, text)
    assert (figure.value, figure.measure, figure.period) == (9, "returned", None)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The channel exists since October 2025, when the first eight children came home."),
        ("de", "Den Kanal gibt es seit Oktober 2025, als die ersten acht Kinder nach Hause kamen."),
        ("es", "El canal existe desde octubre de 2025, cuando los primeros ocho niños volvieron a casa."),
        ("ru", "Канал работает с октября 2025 года, когда домой вернулись первые восемь детей."),
        ("uk", "Канал діє з жовтня 2025 року, коли додому повернулися перші вісім дітей."),
    ],
)
def test_the_group_with_which_it_began(language: str, text: str) -> None:
    (figure,) = _figures(language, text)
    assert (figure.value, figure.kind, figure.period) == (8, "batch", Period(date(2025, 10, 1), date(2026, 1, 1)))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The court issued three new warrants. The judges gave reasons. All three organised transfers of orphans.",
        ),
        ("es", "La Corte emitió tres órdenes de arresto. Los tres organizaron el traslado de huérfanos."),
        ("fr", "La CPI a délivré trois mandats d'arrêt. Tous trois ont organisé le transfert d'orphelins."),
        ("de", "Das Gericht erließ drei neue Haftbefehle. Alle drei organisierten die Verschleppung von Waisen."),
        ("it", "La Corte ha emesso tre mandati d'arresto. Tutti e tre hanno organizzato il trasferimento di orfani."),
        ("pt", "O tribunal emitiu três mandados de captura. Os três organizaram a transferência de órfãos."),
        ("pl", "Trybunał wydał trzy nakazy aresztowania. Wszyscy troje organizowali wywóz sierot."),
        ("uk", "Суд видав три ордери на арешт. Усі троє організовували вивезення сиріт."),
        ("ru", "Суд выдал три ордера на арест. Все трое организовывали вывоз сирот."),
    ],
)
def test_all_three_are_those_of_the_warrants(language: str, text: str) -> None:
    assert _told(language, text) == [(3, "warrants", "batch")]


def test_the_fifth_group_is_no_share_of_them() -> None:
    assert _told("fr", "Neuf enfants sont rentrés, le cinquième groupe de la semaine.") == [(9, "returned", "batch")]
    assert _told("fr", "Un cinquième des enfants est rentré.") == [(20, "returned", "share")]


def test_a_year_of_the_group_is_its_time() -> None:
    (figure,) = _figures("en", "Nine children were reunited with their families in 2025.")
    assert figure.period == Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Some 70,000 Finnish children were taken to Sweden by train between 1939 and 1945."),
        ("de", "Zwischen 1939 und 1945 brachte man rund 70.000 finnische Kinder nach Schweden."),
        ("fr", "Entre 1939 et 1945, quelque 70 000 enfants finlandais furent emmenés en Suède."),
    ],
)
def test_the_war_children_of_others(language: str, text: str) -> None:
    assert _told(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "step", "total"),
    [
        ("uk", "Дослідники виявили ще 21 заклад, куди Росія вивозить дітей, тепер їх щонайменше 231.", 21, 231),
        ("pt", "O laboratório de Yale achou doze campos que não constavam da lista anterior; agora são 222.", 12, 222),
        ("it", "Yale ha individuato 12 campi finora sconosciuti per i bambini ucraini; in totale sono 222.", 12, 222),
    ],
)
def test_places_that_are_added_to_those_known(language: str, text: str, step: float, total: float) -> None:
    assert _told(language, text) == [(step, "facilities", "increment"), (total, "facilities", "total")]


def test_blank_lines_do_not_part_the_places_from_their_children() -> None:
    text = "Ukrainian children were sent to at least 243 camps, according to Yale. The farthest lies in Magadan."
    more = (
        "\n\nOf the sites, 158 ran re-education programmes and 52 offered military training, drone assembly among it."
    )
    assert [value for value, _, _ in _told("en", text + more)] == [243, 158, 52]


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("pt", "Das 19.546 crianças registadas, 1.870 voltaram e oito morreram longe de casa.", (8, "killed")),
        ("es", "De los 19.546 menores deportados, 1.870 han vuelto y ocho murieron lejos de casa.", (8, "killed")),
        ("en", "Moscow has given an address for only 58 of the children on Kyiv's list.", (58, "located")),
        ("fr", "Sur 1 320 noms, Moscou n'a donné une adresse que pour 58 enfants.", (58, "located")),
        ("ru", "На сайте Луганска к усыновлению предлагают 316 детей, заявил Кулеба.", (316, "at_risk")),
        ("uk", "Там, як заявив Кулеба, до усиновлення пропонують 316 дітей.", (316, "at_risk")),
        ("pt", "Trinta crianças ucranianas têm hoje apelidos russos.", (30, "placed_in_family")),
    ],
)
def test_what_became_of_them(language: str, text: str, told: tuple[float, str]) -> None:
    assert told in [(value, measure) for value, measure, _ in _told(language, text)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Zurück sind 2397 Kinder, sagt Lubinez. Die EU hat in ihrem 21. Sanktionspaket Banken bedacht."),
        ("en", "Lubinets said 2,397 children are back. Russia has left 38 written requests unanswered."),
        ("en", "So far 2,397 children are back, Lubinets said. Then 241 of them backed his bill at first reading."),
    ],
)
def test_packages_and_readings_count_nobody(language: str, text: str) -> None:
    assert _told(language, text) == [(2397, "returned", "total")]
