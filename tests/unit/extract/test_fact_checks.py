"""What a fact check claims and rates, what an article corrects, what may come, rates: none of them counts anybody."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))


def _read(language: str, text: str) -> list[tuple[float | None, str]]:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    return [(figure.value, figure.measure) for figure in read.figures if not figure.optional]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Claim: Ukraine admitted that only 340 children were deported. Rating: False. Kyiv knows of 20,812."),
        (
            "de",
            "Behauptung: Kiew gebe zu, dass nur 340 Kinder verschleppt wurden. Bewertung: Falsch. Kiew kennt 20.812.",
        ),
        (
            "fr",
            "Affirmation : seuls 340 enfants ukrainiens ont été déportés. Verdict : faux. Kiev en a recensé 20 812.",
        ),
    ],
)
def test_a_claim_that_is_rated_false_is_not_counted(language: str, text: str) -> None:
    assert [value for value, _ in _read(language, text)] == [20_812]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un vídeo viral asegura que Ucrania ha recuperado a 5.000 niños. Es mentira. Han vuelto 2.344."),
        ("pl", "Prorosyjskie kanały twierdzą, że Ukraina odzyskała już 5000 dzieci. To fałsz. Do domu wróciło 2344."),
        ("uk", "Російські канали пишуть, ніби Україна потай повернула 5000 дітей. Фейк. Повернуто 2344 дитини."),
        ("ru", "Провластные каналы пишут, будто Украина вернула 5000 детей. Это ложь. Возвращены 2344 ребенка."),
    ],
)
def test_a_rumour_that_the_next_sentence_calls_a_lie_is_not_counted(language: str, text: str) -> None:
    assert [value for value, _ in _read(language, text)] == [2344]


def test_a_report_beside_which_nothing_is_false_is_counted() -> None:
    text = (
        "Posts on Telegram showed 12 children back in Ukraine from Russia. Nothing in those posts of theirs was false."
    )
    assert _read("en", text) == [(12, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Correction: an earlier version said 1,318 children had been deported. The correct number is 1,138."),
        ("en", "An earlier version said 1,318 children had been deported from Kherson. The correct figure is 1,138."),
        ("en", "Correction. We wrote that 1,318 children were deported. Readers saw it. The correct number is 1,138."),
        ("ru", "Исправление. Мы писали о 1318 депортированных детях. Читатели нашли повторы. Правильное число – 1138."),
        ("es", "Fe de errores: ayer se decía que 1.318 niños fueron deportados a Rusia. La cifra correcta es 1.138."),
    ],
)
def test_the_corrected_number_counts_what_the_wrong_one_did(language: str, text: str) -> None:
    assert _read(language, text) == [(1138, "deported")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A third group of about 20 Ukrainian children could be brought home from Russia before Christmas."),
        ("de", "Etwa 20 ukrainische Kinder könnten vor Weihnachten aus Russland zurückkehren."),
        ("fr", "Une vingtaine d'enfants ukrainiens pourraient rentrer de Russie avant Noël."),
        ("it", "Una ventina di bambini potrebbe tornare dalla Russia prima di Natale."),
        ("es", "Unos veinte niños podrían ser devueltos por Rusia antes de Navidad."),
        ("pt", "Cerca de vinte crianças poderiam regressar da Rússia antes do Natal."),
        ("pl", "Jeszcze w tym roku z Rosji może wrócić dwadzieścioro dzieci."),
        ("uk", "До Різдва з Росії можуть повернути ще близько 20 дітей."),
        ("ru", "До Рождества из России могут вернуть еще около 20 детей."),
        ("uk", "У 2025 році в середньому поверталися з Росії 50 дітей на місяць."),
        ("ru", "В 2025 году в среднем возвращались из России 50 детей в месяц."),
        ("en", "In 2025 an average of 50 Ukrainian children a month came home from Russia."),
    ],
)
def test_what_may_come_and_what_a_month_brings_are_no_news(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The 67 Ukrainian children taken from Donetsk are being raised in 41 foster families in Rostov."),
        ("de", "67 aus Donezk verschleppte Kinder leben in 41 Pflegefamilien in Rostow."),
        ("uk", "У 41 прийомній сім'ї в Ростовській області живуть 67 дітей, вивезених із Донбасу."),
        ("ru", "В 41 приемной семье в Ростовской области живут 67 детей, вывезенных из Донбасса."),
    ],
)
def test_foster_families_are_not_the_children_in_them(language: str, text: str) -> None:
    assert _read(language, text) == [(67, "placed_in_family")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "До 2 344 зросла кількість дітей, повернутих в Україну з Росії."),
        ("ru", "До 2344 выросло число детей, возвращенных из России в Украину."),
        ("pl", "Do 2344 wzrosła liczba dzieci, które wróciły z Rosji do Ukrainy."),
    ],
)
def test_what_a_count_rose_to_is_exact_also_where_it_opens_the_sentence(language: str, text: str) -> None:
    figures = READER.extract(text, language=language, published=date(2026, 6, 20)).figures
    assert [(figure.value, figure.qualifier) for figure in figures] == [(2344, "exact")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Yunarmia, Russia's Youth Army, now has 61,000 members in the occupied Donetsk and Luhansk regions."),
        ("de", "Die Junarmija zählt in den besetzten Gebieten der Ukraine 61.000 Mitglieder."),
        ("es", "Yunarmia tiene 61.000 miembros en los territorios ocupados de Ucrania."),
        ("fr", "La Iounarmia compte 61 000 membres dans les territoires occupés de l'Ukraine."),
        ("it", "La Junarmija conta 61.000 membri nei territori occupati dell'Ucraina."),
        ("pl", "Junarmia liczy na okupowanych terenach Ukrainy 61 000 członków."),
        ("pt", "A Yunarmia tem 61.000 membros nos territórios ocupados da Ucrânia."),
        ("uk", "На окупованих територіях України «Юнармія» налічує 61 000 учасників."),
        ("ru", "На оккупированных территориях Украины «Юнармия» насчитывает 61 000 участников."),
    ],
)
def test_the_members_of_the_youth_army_are_children(language: str, text: str) -> None:
    assert _read(language, text) == [(61_000, "at_risk")]


def test_the_members_of_a_union_that_punishes_it_are_not() -> None:
    assert _read("en", "The Youth Army was sanctioned by the bloc's 27 members in 2022.") == []


@pytest.mark.parametrize(
    ("language", "text", "source"),
    [
        (
            "it",
            "«Ne mancano più di 18 mila», ha detto la rappresentante di Kiev davanti alla commissione Esteri.",
            None,
        ),
        (
            "en",
            "Our analysts found profiles of 1,412 Ukrainian children. – Mykola Kuleba, founder of Save Ukraine",
            None,
        ),
        (
            "ru",
            "Владимир Сальдо, назначенный Москвой главой Херсонской области, сообщил о 8 250 детях в лагерях.",
            "saldo",
        ),
    ],
)
def test_a_word_that_others_share_names_nobody_else(language: str, text: str, source: str | None) -> None:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    assert read.figures[0].source_id not in ("un_commission", "yale_hrl", "prokudin")
    assert source is None or read.figures[0].source_id == source


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("uk", "У п'ятницю 14 дітей з окупованої Луганщини передали в прийомні сім'ї Підмосков'я.", "batch"),
        (
            "de",
            "Am Freitag wurden 14 Kinder aus dem besetzten Luhansk an Pflegefamilien bei Moskau übergeben.",
            "batch",
        ),
        ("uk", "Станом на п'ятницю в російських сім'ях 14 дітей з Херсона.", "total"),
    ],
)
def test_who_is_given_to_families_on_a_day_is_a_batch(language: str, text: str, kind: str) -> None:
    read = READER.extract(text, language=language, published=date(2026, 6, 20))
    assert [(figure.measure, figure.kind) for figure in read.figures] == [("placed_in_family", kind)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "uk",
            "В Україні загинули 764 дитини. Найбільше дітей постраждало на Донеччині – 718, Сумщині – 140.",
        ),
        (
            "ru",
            "Погибли 764 ребенка на Украине. Больше всего детей пострадало в Донецкой области – 718, Сумской – 140.",
        ),
        ("en", "In Ukraine 764 children have been killed. The most child casualties were in Donetsk region – 718."),
        ("de", "In der Ukraine wurden 764 Kinder getötet. Die meisten Kinder traf es in der Region Donezk – 718."),
    ],
)
def test_what_the_hardest_hit_region_has_is_a_part(language: str, text: str) -> None:
    assert _read(language, text) == [(764, "killed")]


def test_a_ministry_that_is_named_by_its_own_name_speaks_for_its_state() -> None:
    text = "Canada sanctioned nine people for the forcible transfer of Ukrainian children, Global Affairs said."
    read = READER.extract(text, language="en", published=date(2026, 6, 20))
    assert [(figure.value, figure.source_id) for figure in read.figures] == [(9, "canada_government")]


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "The seven boys and the six girls came back to Ukraine from Russia.", 13),
        ("it", "I sette ragazzi e le sei ragazze sono tornati in Ucraina dalla Russia.", 13),
        ("es", "Los once niños y las nueve niñas volvieron a Ucrania desde Rusia.", 20),
        ("pt", "Os oito rapazes e as cinco raparigas regressaram da Rússia à Ucrânia.", 13),
        ("fr", "Les huit garçons et les dix filles sont rentrés de Russie en Ukraine.", 18),
    ],
)
def test_the_boys_and_the_girls_are_one_group(language: str, text: str, value: float) -> None:
    assert _read(language, text) == [(value, "returned")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fund was set up with the aim of securing the return of 500 children from Russia by 2027."),
        ("fr", "L'Ukraine se fixe pour objectif le retour de 540 enfants de Russie."),
        ("pl", "Ukraina stawia sobie za cel powrót 550 dzieci z Rosji."),
        ("it", "La Russia sarebbe pronta a restituire 26 bambini ucraini."),
        ("pt", "A Rússia estaria pronta a devolver 28 crianças ucranianas."),
        ("en", "The EU is preparing to list 12 more people over the deportation of Ukrainian children."),
        ("es", "La UE prepara sanciones contra 12 personas por la deportación de niños ucranianos."),
        ("fr", "L'UE prépare des sanctions contre 12 personnes pour la déportation d'enfants ukrainiens."),
        ("de", "Die EU bereitet Sanktionen gegen 12 Personen wegen der Verschleppung ukrainischer Kinder vor."),
        ("en", "Posts claim that Ukraine refused to take back 2,950 children from Russia. This is false."),
        ("it", "Una bambina di sette anni è morta nell'attacco russo a Nikopol."),
        ("de", "Ein siebenjähriges Mädchen starb bei dem russischen Angriff auf Nikopol."),
    ],
)
def test_aims_offers_lies_and_a_single_child_are_no_news(language: str, text: str) -> None:
    assert _read(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The EU, which is preparing to add more, sanctioned 12 people over the deported Ukrainian children."),
        ("fr", "L'UE a adopté des sanctions contre 12 personnes pour la déportation d'enfants ukrainiens."),
    ],
)
def test_who_is_punished_now_is_news(language: str, text: str) -> None:
    assert _read(language, text) == [(12, "sanctions")]
