"""Rules of the western languages: casualties, warrants, ages, parents, odds, who is told to be elsewhere."""

from __future__ import annotations

import pytest

from monitor import stories
from monitor.extract import Extractor

EXTRACTOR = Extractor(stories.load("ukrainian_children"))


def _read(code: str, text: str, headline: str = "") -> tuple[list[tuple[float | None, str]], dict[str, str | None]]:
    """(value, measure) of the figures, and of every number that is none its reason by its words."""
    found = EXTRACTOR.extract(text, language=code, published=None, headline=headline, ours=True)
    reasons = {text[n.start : n.end]: n.reason for n in found.numbers if n.figure is None}
    return [(f.value, f.measure) for f in found.figures], reasons


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "Since the invasion 3,120 children in Ukraine were killed or injured.", 3120),
        ("fr", "Au moins 3 140 enfants ont été tués ou blessés en Ukraine.", 3140),
        ("de", "Unicef spricht von mehr als 3.150 getöteten und verletzten Kindern in der Ukraine.", 3150),
        ("it", "Oltre 3.160 bambini ucraini uccisi o feriti, dice l'Onu.", 3160),
        ("pl", "Ponad 3170 ukraińskich dzieci zginęło lub zostało rannych.", 3170),
    ],
)
def test_killed_or_injured_in_one_breath_are_neither(code: str, text: str, value: float) -> None:
    assert _read(code, text)[0] == [(value, "other")]


def test_killed_and_injured_each_with_a_number_are_told_apart() -> None:
    assert _read("en", "In Ukraine 703 children were killed and 2,511 injured.")[0] == [
        (703, "killed"),
        (2511, "injured"),
    ]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "O tribunal emitiu três mandados de captura pelas crianças deportadas. São já cinco no total."),
        ("es", "El tribunal dictó tres órdenes de detención por los niños deportados. Ya son cinco."),
    ],
)
def test_a_sum_behind_warrants_counts_warrants(code: str, text: str) -> None:
    assert _read(code, text)[0] == [(3, "warrants"), (5, "warrants")]


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("en", "Nine children came home from Russia, says Olena, mother of three.", "three"),
        ("es", "Nueve niños volvieron de Rusia, cuenta Olena, madre de tres.", "tres"),
        ("fr", "Neuf enfants sont rentrés de Russie, raconte Olena, mère de trois.", "trois"),
        ("de", "Neun Kinder kehrten aus Russland zurück, erzählt Olena, Mutter von drei.", "drei"),
        ("it", "Nove bambini sono tornati dalla Russia, racconta Olena, madre di tre.", "tre"),
        ("pt", "Nove crianças voltaram da Rússia, conta Olena, mãe de três.", "três"),
    ],
)
def test_the_children_of_a_parent_are_no_figure(code: str, text: str, number: str) -> None:
    values, reasons = _read(code, text)
    assert [value for value, _ in values] == [9]
    assert reasons[number] == "families"


def test_a_parent_beside_children_is_no_parent_of_them() -> None:
    assert (3, "returned") in _read("en", "A mother and three children came home to Ukraine from Russia.")[0]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Elf Kinder kehrten aus Russland zurück. Das jüngste Kind ist drei, das älteste sechzehn."),
        ("en", "Eleven children came home from Russia. The youngest boy is three."),
    ],
)
def test_the_youngest_child_has_an_age(code: str, text: str) -> None:
    assert _read(code, text)[0] == [(11, "returned")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Three 17-year-olds came home to Ukraine from Russia.", 3),
        ("Six Ukrainians aged nine to 17 came home from Russia.", 6),
        ("Of nine found in Russia last month three had come home.", 3),
    ],
)
def test_ages_and_months_behind_a_number_are_not_what_it_counts(text: str, value: float) -> None:
    assert (value, "returned") in _read("en", text)[0]


@pytest.mark.parametrize(
    ("code", "text", "share"),
    [
        ("en", "Of the abducted children only one in thirty-four has come home from Russia.", 2.9),
        ("fr", "Seul un enfant sur 16 est rentré de Russie en Ukraine.", 6.25),
    ],
)
def test_odds_may_be_long(code: str, text: str, share: float) -> None:
    assert _read(code, text)[0] == [(share, "returned")]


def test_one_of_a_number_is_no_share() -> None:
    values = {value for value, _ in _read("de", "Einer von 31 Jungen kehrte aus Russland heim.")[0]}
    assert values
    assert not any(value % 1 for value in values if value)


def test_a_year_before_a_number_is_no_bound() -> None:
    found = _read("es", "Rusia ha deportado desde marzo de 2022 a 14.300 niños de Ucrania.")[0]
    assert found == [(14_300, "deported")]


def test_not_even_a_fifth_says_how_few() -> None:
    assert _read("es", "De los niños deportados a Rusia no vuelve ni la quinta parte.")[0] == [(20, "returned")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kyiv says it has identified more than 8,400 deportees.", (8400, "identified")),
        ("The UN has documented 6,120 abductions of children to Russia.", (6120, "deported")),
        ("The children taken to Russia and still sought number 2,098.", (2098, "missing")),
        ("Russia says 330,000 pupils in occupied Ukraine have started the school year.", (330_000, "at_risk")),
    ],
)
def test_verbs_behind_which_a_number_counts_children(text: str, wanted: tuple[float, str]) -> None:
    assert wanted in _read("en", text)[0]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Over the deported children London sanctioned six officials and one foundation."),
        ("pt", "Londres sancionou seis funcionários e uma fundação pela deportação de crianças."),
    ],
)
def test_the_last_of_those_punished_may_be_one(code: str, text: str) -> None:
    assert _read(code, text)[0] == [(6, "sanctions"), (1, "sanctions")]


def test_a_lone_article_among_those_punished_counts_nothing() -> None:
    text = "London sanctioned six officials over the deported children, among them a governor of a camp."
    assert _read("en", text)[0] == [(6, "sanctions")]


def test_a_bare_number_of_the_registers_size_needs_no_noun() -> None:
    text = "She spoke of those who were deported and cannot travel. We know of 19,546, she said."
    assert _read("en", text)[0] == [(19_546, "deported")]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Según Kiev, 371 niños llevados a Rusia fueron hallados y devueltos."),
        ("fr", "Selon Kiev, 372 enfants emmenés en Russie ont été retrouvés et ramenés."),
    ],
)
def test_found_and_returned_is_returned(code: str, text: str) -> None:
    assert [measure for _, measure in _read(code, text)[0]] == ["returned"]


@pytest.mark.parametrize(
    ("code", "text", "number"),
    [
        ("de", "Es gibt keine 20.000 verschleppten Kinder, sagte der Sprecher in Moskau.", "20.000"),
        ("pt", "Não há 20 mil crianças deportadas, disse o porta-voz em Moscovo.", "20 mil"),
        ("pl", "Nie ma 20 tysięcy wywiezionych dzieci, powiedział rzecznik w Moskwie.", "20 tysięcy"),
        ("de", "Die Rede von 20.000 geraubten Kindern sei frei erfunden, sagte der Sprecher in Moskau.", "20.000"),
        ("fr", "Vingt mille enfants déportés, cela n'existe pas, a dit le porte-parole à Moscou.", "Vingt mille"),
        ("de", "Nehmen wir an, jede Woche kämen 25 Kinder aus Russland heim.", "25"),
        ("it", "Mettiamo che 25 bambini tornino dalla Russia ogni settimana.", "25"),
        ("pl", "Dajmy na to, że co tydzień z Rosji wraca 25 dzieci.", "25"),
    ],
)
def test_what_is_denied_or_supposed_is_no_figure(code: str, text: str, number: str) -> None:
    values, reasons = _read(code, text)
    assert values == []
    assert reasons[number] == "denied"


@pytest.mark.parametrize(
    "text",
    [
        "Its list is made up of reports and holds 19,480 children deported to Russia.",
        "Told by a minister she wrongly trusted, she said that 19,480 children were deported to Russia.",
        "By what she called a miracle, nine children came home from Russia.",
    ],
)
def test_words_that_leave_a_number_as_true_as_it_was(text: str) -> None:
    assert len(_read("en", text)[0]) == 1


def test_under_a_headline_of_prisoners_a_bare_number_is_theirs() -> None:
    text = "Russia returned 250 men on Tuesday. Of those who came home, 63 had defended the steelworks in 14 places."
    values, reasons = _read("en", text, "Prisoner swap brings soldiers home")
    assert values == []
    assert reasons["63"] == "soldiers"


def test_under_a_headline_of_prisoners_children_are_still_counted() -> None:
    text = "Nine children came home from Russia with the prisoners."
    assert _read("en", text, "Prisoner swap brings soldiers home")[0] == [(9, "returned")]


def test_more_behind_soldiers_are_soldiers() -> None:
    text = "The armies have brought home 5,700 soldiers. Another 8,000 or so are believed to be in Russian camps."
    values, reasons = _read("en", text)
    assert values == []
    assert reasons["8,000"] == "soldiers"


@pytest.mark.parametrize("code", ["de", "es", "fr", "it", "pl", "pt"])
def test_k_is_a_thousand_in_every_language(code: str) -> None:
    words = {
        "de": "Verschleppt nach Russland: 19,5k Kinder.",
        "es": "Deportados a Rusia: 19,5k niños.",
        "fr": "Déportés en Russie : 19,5k enfants.",
        "it": "Deportati in Russia: 19,5k bambini.",
        "pl": "Wywiezione do Rosji: 19,5k dzieci.",
        "pt": "Deportadas para a Rússia: 19,5k crianças.",
    }
    assert _read(code, words[code])[0] == [(19_500, "deported")]


def test_a_town_of_ukraine_makes_a_story_ours() -> None:
    text = "A bomba caiu sobre uma creche em Sumy. Este ano já morreram 61 crianças na guerra."
    assert _read("pt", text, "Creche atingida em Sumy")[0] == [(61, "killed")]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("de", "Elf Jugendliche gelangten im Herbst auf freies Gebiet in der Ukraine.", (11, "returned")),
        ("pl", "Już 1290 uprowadzonych dzieci jest już w Ukrainie.", (1290, "returned")),
        ("fr", "Selon Kiev, 350 enfants emmenés en Russie restent toujours recherchés.", (350, "missing")),
        ("de", "Mehr als 7.100 Kinder aus der Ukraine wurden in Russland wiedergefunden.", (7100, "located")),
        ("en", "The lab has established the names of 8,700 children taken to Russia.", (8700, "identified")),
        ("pl", "Do rodzin w Rosji trafiło 390 ukraińskich dzieci.", (390, "placed_in_family")),
        ("pl", "Na terenach zajętych przez Rosję żyje 1,4 mln ukraińskich dzieci.", (1_400_000, "at_risk")),
        ("fr", "Une affiche propose 280 enfants ukrainiens à adopter en Russie.", (280, "at_risk")),
    ],
)
def test_words_of_each_measure(code: str, text: str, wanted: tuple[float, str]) -> None:
    assert wanted in _read(code, text)[0]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "À Kostiantynivka et Droujkivka, on a évacué 340 mineurs en une semaine."),
        ("it", "In sette giorni 210 minori hanno lasciato Druzhkivka."),
        ("es", "La policía sacó de Dobropilia a 24 niños."),
    ],
)
def test_evacuations_from_towns_at_the_front_are_not_of_the_story(code: str, text: str) -> None:
    assert EXTRACTOR.extract(text, language=code, published=None).figures == ()


def test_an_international_body_is_no_boarding_school() -> None:
    doc, _ = EXTRACTOR.prepared("Amnesty International a publié un rapport.", "", "fr")
    assert "unit.facilities" not in doc.said


def _kinds(code: str, text: str) -> list[tuple[float | None, str]]:
    found = EXTRACTOR.extract(text, language=code, published=None, ours=True)
    return [(f.value, f.kind) for f in found.figures]


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("en", "The lab has mapped 13 more camps for Ukrainian children in Russia.", "increment"),
        ("en", "The lab has mapped 14 new camps for Ukrainian children in Russia.", "increment"),
        ("de", "Das Labor kennt 15 neue Lager für ukrainische Kinder in Russland.", "increment"),
        ("en", "The lab has mapped 16 camps for Ukrainian children in Russia.", "total"),
        ("en", "The Hague's two arrest warrants over the deported children were issued.", "batch"),
        ("es", "Siguen vigentes las dos órdenes de detención de la CPI por los niños deportados.", "total"),
        ("en", "At a foundation they say 36,000 children were deported to Russia.", "estimate"),
        ("en", "Ukraine's register says 19,500 children were deported to Russia.", "total"),
    ],
)
def test_kinds(code: str, text: str, kind: str) -> None:
    assert [found for _, found in _kinds(code, text)] == [kind]


def test_what_came_of_a_list_handed_over_is_a_total() -> None:
    text = "The cardinal handed over a list of 65 names. Six of these children came home from Russia."
    assert (6, "total") in _kinds("en", text)


@pytest.mark.parametrize(
    ("code", "text", "ages"),
    [
        (
            "en",
            "Home from Russia came nine children. Among them are brothers, five and eight, and a girl.",
            "five eight",
        ),
        ("es", "Nueve niños volvieron de Rusia, y con ellos viajaron hermanos, de 5, 7 y 10.", "5 7 10"),
    ],
)
def test_numbers_listed_behind_siblings_are_ages(code: str, text: str, ages: str) -> None:
    values, reasons = _read(code, text)
    assert [value for value, _ in values] == [9]
    assert {reasons[number] for number in ages.split()} == {"age"}


@pytest.mark.parametrize(
    ("code", "text", "qualifier"),
    [
        ("en", "Close on 1,900 children came home from Russia.", "approx"),
        ("en", "Of the children taken 1,910, give or take, came home from Russia.", "approx"),
        ("pt", "Voltaram da Rússia para cima de 1.920 crianças.", "more_than"),
        ("pt", "Crianças que voltaram da Rússia: 1.930, pelo menos.", "at_least"),
    ],
)
def test_hedges_beside_and_behind_a_comma(code: str, text: str, qualifier: str) -> None:
    found = EXTRACTOR.extract(text, language=code, published=None, ours=True)
    assert [f.qualifier for f in found.figures] == [qualifier]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("it", "Tre bambini ucraini sono morti a Kramatorsk in un attacco russo.", [(3, "killed")]),
        ("pl", "Troje dzieci zginęło w Kramatorsku po rosyjskim ataku.", [(3, "killed")]),
        ("en", "Police evacuated 240 children from Pokrovsk this week.", []),
        ("it", "La polizia ha portato via 240 bambini da Pokrovsk questa settimana.", []),
    ],
)
def test_children_are_evacuated_from_front_towns_and_hurt_in_them(
    code: str, text: str, wanted: list[tuple[float, str]]
) -> None:
    assert _read(code, text)[0] == wanted


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "Seven children are home from Russia: four came with their grandmother, three with volunteers.", [7]),
        ("es", "Han vuelto de Rusia nueve niños: seis llegaron con su abuela y tres con voluntarios.", [9]),
        ("de", "Neun Kinder kehrten aus Russland heim: sechs kamen mit der Großmutter, drei mit Helfern.", [9]),
        ("uk", "З окупації виїхали дванадцятеро дітей: троє братів, яких шукали рік, та дев'ятеро з батьками.", [12]),
        ("ru", "Домой приехали семеро детей: трое вернулись с бабушкой, остальные с дедом.", [7]),
    ],
)
def test_who_they_are_is_told_behind_a_colon(code: str, text: str, wanted: list[float]) -> None:
    assert [value for value, _ in _read(code, text)[0]] == wanted


def test_another_way_behind_a_colon_is_a_figure() -> None:
    figures, _ = _read("en", "Six children were handed over: five went to Ukraine and one to Russia.")
    assert [value for value, _ in figures] == [6, 5, 1]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("en", "The thousandth child came home from Russia.", 1000),
        ("en", "The two-thousandth child came home from Russia.", 2000),
        ("es", "El milésimo niño ha vuelto a casa desde Rusia.", 1000),
        ("fr", "Le deux-millième enfant est rentré de Russie.", 2000),
        ("it", "La duemillesima bambina è tornata dalla Russia.", 2000),
        ("pt", "A milésima criança voltou da Rússia.", 1000),
        ("de", "Das zweitausendste Kind ist aus Russland zurück.", 2000),
        ("pl", "Dwutysięczne dziecko wróciło z Rosji.", 2000),
        ("en", "The twenty-first child came home from Russia.", 21),
        ("en", "The 41st child came home from Russia.", 41),
        ("fr", "Le vingt-troisième enfant est rentré de Russie.", 23),
        ("fr", "Le trente et unième enfant est rentré de Russie.", 31),
    ],
)
def test_ordinals_in_words_are_counts(code: str, text: str, value: float) -> None:
    figures = EXTRACTOR.extract(text, language=code, published=None, ours=True).figures
    assert [(f.value, f.measure, f.kind) for f in figures] == [(value, "returned", "total")]


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("es", "Ya son 2004 retornos.", 2004),
        ("fr", "On compte 2016 retours.", 2016),
        ("it", "Finora 2004 rientri.", 2004),
        ("pt", "Já houve 2016 regressos.", 2016),
        ("pl", "Łubinec mówi: 1985 powrotów.", 1985),
        ("uk", "Усього 2016 повернень.", 2016),
        ("ru", "Всего 2016 возвращений.", 2016),
    ],
)
def test_a_number_like_a_year_right_before_returns_is_their_count(code: str, text: str, value: float) -> None:
    assert _read(code, text)[0] == [(value, "returned")]


@pytest.mark.parametrize(
    ("code", "text", "percent"),
    [
        ("en", "Of every hundred children taken, six have come back.", 6),
        ("es", "De cada cien niños deportados han vuelto seis.", 6),
        ("de", "Von je hundert verschleppten Kindern kehrten sechs zurück.", 6),
        ("pl", "Na każdą setkę porwanych dzieci wróciło ośmioro.", 8),
        ("uk", "Із кожних ста депортованих дітей повернулися шестеро.", 6),
        ("ru", "Из каждых десяти вывезенных детей вернулся один.", 10),
    ],
)
def test_so_many_of_every_hundred_are_a_share(code: str, text: str, percent: float) -> None:
    figures = EXTRACTOR.extract(text, language=code, published=None, ours=True).figures
    assert [(f.value, f.unit, f.measure, f.kind) for f in figures] == [(percent, "percent", "returned", "share")]


@pytest.mark.parametrize(
    ("code", "text", "num", "reason"),
    [
        ("en", "The 2024 returns were few.", "2024", "year"),
        ("es", "En 2023 regresaron pocos niños.", "2023", "year"),
        ("es", "El año 2024 volvieron pocos niños.", "2024", "year"),
        ("uk", "Рік 2024 повернув надію дітям з Росії.", "2024", "year"),
        ("fr", "18h45 : huit enfants sont rentrés de Russie.", "45", "time"),
        ("fr", "A 18 h 45, huit enfants sont rentrés de Russie.", "18", "time"),
        ("pt", "Oito crianças voltaram da Rússia, às 15h35.", "35", "time"),
        ("de", "2023 kehrten 387 Kinder aus Russland zurück.", "2023", "year"),
        ("uk", "Протягом 2023 повернули 388 дітей.", "2023", "year"),
        ("ru", "Летом 2024 вернулись 30 детей из Крыма.", "2024", "year"),
        ("pl", "Wiosną 2023 wróciło 17 dzieci z Rosji.", "2023", "year"),
        ("es", "Durante todo 2024 regresaron 40 niños de Rusia.", "2024", "year"),
        ("en", "Ukraine's 2024 returns included 388 children.", "2024", "year"),
        ("pt", "Cinco crianças chegaram na terça (28) da Rússia.", "28", "date"),
        ("pt", "Na sexta-feira (10) oito crianças voltaram da Rússia.", "10", "date"),
        ("en", "Of every hundred children taken, six have come back.", "hundred", "rate"),
        ("es", "De cada cien niños deportados han vuelto seis.", "cien", "rate"),
        ("de", "Von je hundert verschleppten Kindern kehrten sechs zurück.", "hundert", "rate"),
        ("pl", "Na każdą setkę porwanych dzieci wróciło ośmioro.", "setkę", "rate"),
        ("uk", "Із кожних ста депортованих дітей повернулися шестеро.", "ста", "rate"),
        ("pl", "Pani Trump (55 l.) pomogła ośmiorgu dzieciom wrócić z Rosji.", "55", "age"),
        ("en", "Every 10 days three children come back from Russia.", "10", "duration"),
        ("uk", "Кожні 10 днів з окупації вивозять трьох дітей.", "10", "duration"),
        ("pl", "Wywózka setek dzieci do Rosji trwa.", "setek", "vague"),
        ("en", "Sixty people came home from Russia, of them nine children.", "Sixty", "people"),
        ("en", "The 14th child came home from Russia with a cat.", "14th", "ordinal"),
        ("en", "The court issued a fifth warrant over the deported children.", "a fifth", "ordinal"),
        ("fr", "Un cinquième mandat vise la déportation des enfants.", "Un cinquième", "ordinal"),
        ("en", "Nine children, none older than eleven, came home from Russia.", "eleven", "age"),
        ("es", "Nueve niños, ninguno mayor de once, volvieron de Rusia.", "once", "age"),
        ("de", "Neun Kinder, keines älter als elf, kehrten aus Russland zurück.", "elf", "age"),
        ("uk", "Дев'ятеро дітей, жоден не старший за одинадцять, повернулися з Росії.", "одинадцять", "age"),
        ("ru", "Девять детей, все младше одиннадцати, вернулись из Крыма.", "одиннадцати", "age"),
        ("pl", "Dzieci wróciły z Rosji, a pomoc trafiła do 312 gospodarstw.", "312", "counts something else"),
    ],
)
def test_years_hours_days_and_rates_are_none(code: str, text: str, num: str, reason: str) -> None:
    assert _read(code, text)[1][num] == reason


@pytest.mark.parametrize(
    ("code", "text", "value"),
    [
        ("fr", "Vers 18 h huit enfants sont rentrés de Russie.", 8),
        ("pt", "Às 18h 12 crianças voltaram da Rússia.", 12),
        ("pl", "O 18 h 12 dzieci wróciło z Rosji.", 12),
        ("pt", "A segunda (15) leva de crianças voltou da Rússia.", 15),
        ("en", "Every 10 days three children come back from Russia.", 3),
    ],
)
def test_counts_beside_hours_ordinals_and_spans_of_days_stay(code: str, text: str, value: float) -> None:
    assert _read(code, text)[0] == [(value, "returned")]
