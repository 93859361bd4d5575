"""Polish: number words and sentences of our own, in other wording than the gold (issue 3)."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor
from monitor.extract.text.numbers import find
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import tokenize
from monitor.languages import load
from monitor.model import Figure

_EXTRACTOR = Extractor(stories.load("ukrainian_children"))
_DAY = date(2026, 3, 10)

WORDS = [
    ("dwadzieścia dwa", 22),
    ("dwudziestu trzech", 23),
    ("ośmioro", 8),
    ("dwojgiem", 2),
    ("dziewięciorgiem", 9),
    ("dwanaścioro", 12),
    ("dwa tysiące", 2000),
    ("półtora tysiąca", 1500),
    ("20 tys.", 20000),
    ("19,5 tys.", 19500),
    ("sto czterdzieści", 140),
    ("pięćdziesięciu", 50),
    ("sześćset", 600),
]
FIGURES = [
    (
        "Dziewięcioro ukraińskich dzieci przekazano krewnym, poinformował rzecznik praw człowieka.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Piętnaścioro nastolatków wyjechało z okupowanych terenów.", [(15, "returned", "batch", "exact")]),
    (
        "Kijów udokumentował uprowadzenie 19 546 dzieci, wróciło dotąd 1744.",
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Około 35 tys. dzieci mogło zostać wywiezionych, szacują badacze z Yale.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Co najmniej 669 dzieci zginęło, a 2238 zostało rannych.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Kanada objęła sankcjami 23 osoby i 16 organizacji.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Moskwa twierdzi, że przyjęła 700 tysięcy dzieci.", [(700000, "deported", "total", "exact")]),
    ("Wróciło co dziesiąte uprowadzone dziecko.", [(10, "returned", "share", "exact")]),
    ("Prawie dwadzieścia tysięcy dzieci deportowano do Rosji.", [(20000, "deported", "total", "approx")]),
    ("Dwudziestu trzech chłopców odzyskano z obozu pod Rostowem.", [(23, "returned", "batch", "exact")]),
    ("Półtora miliona dzieci żyje pod okupacją.", [(1500000, "at_risk", "total", "exact")]),
    ("Ponad 2 tys. dzieci uznaje się za zaginione.", [(2000, "missing", "total", "more_than")]),
    (
        "Z 19 546 zarejestrowanych dzieci wróciło zaledwie 1898, ubolewa Kijów.",
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Siedemnaścioro dzieci sprowadzono z Rosji, podał Jermak.", [(17, "returned", "batch", "exact")]),
    ("Liczba zaginionych nieletnich wzrosła do 2134.", [(2134, "missing", "total", "exact")]),
    (
        "Nawet 35 tysięcy dzieci mogło zostać deportowanych, szacuje laboratorium.",
        [(35000, "deported", "estimate", "at_most")],
    ),
    (
        "Łącznie 23 dzieci wróciło dzięki pierwszej damie: ośmioro w październiku, siedmioro w grudniu.",
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "UE wpisała 16 osób i siedem podmiotów na czarną listę.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Trybunał wydał dwa nakazy aresztowania.", [(2, "warrants", "batch", "exact")]),
    ("Dwoje rodzeństwa odzyskano z rodziny zastępczej.", [(2, "returned", "batch", "exact")]),
    ("Zweryfikowano ponad 1200 przypadków uprowadzeń.", [(1200, "deported", "total", "more_than")]),
    ("Zidentyfikowano 210 obozów i ośrodków.", [(210, "facilities", "total", "exact")]),
    (
        (
            "Pierwsza dama potwierdziła czwarty powrót: dziewięcioro dzieci, wśród nich dwie siostry w "
            "wieku 7 i 10 lat. Łubinec naliczył już 2057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "Rosja wywiozła blisko 20 tys. nieletnich, a oddała tylko 1900.",
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "ONZ potwierdziła śmierć 745 dzieci; rany odniosło 2375.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kijów wręczył listę z 339 nazwiskami.", [(339, "other", "total", "exact")]),
    ("Siedem procent deportowanych dzieci wróciło.", [(7, "returned", "share", "exact")]),
    ("Czworo na pięcioro dzieci nie wróciło.", [(80, "returned", "share", "exact")]),
    ("Liczba zwróconych dzieci przekracza 1900.", [(1900, "returned", "total", "more_than")]),
    ("Dwadzieścia dwoje nieletnich wraca z Krymu, ogłosił Łubinec.", [(22, "returned", "batch", "exact")]),
    (
        "Waszyngton nakłada sankcje na dwa podmioty i trzynaście osób.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        "Pięcioro dzieci wraca na Ukrainę, jedno trafia do rodziny w Rosji.",
        [(1, "returned", "batch", "exact"), (5, "returned", "batch", "exact")],
    ),
    ("Ponad dwa tysiące dzieci jest już w domu.", [(2000, "returned", "total", "more_than")]),
    (
        "Deportowane: 19 546\nSprowadzone: 1898\nZabite: 669\nRanne: 2238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Jedenaścioro nieletnich w wieku od 3 do 17 lat wróciło dzięki Katarowi. Od 2023 roku "
            "emirat pomógł w powrocie 107 dzieci."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "62 proc. z 210 ośrodków służyło reedukacji.",
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Ponad setka dzieci wróciła w tym roku.", [(100, "returned", "total", "more_than")]),
    ("Nieznany jest los 2100 dzieci.", [(2100, "missing", "total", "exact")]),
    ("Liczba zabitych dzieci sięgnęła 700.", [(700, "killed", "total", "exact")]),
    ("Od 19 do 20 tys. dzieci deportowano.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Dwudziestu jeden nastolatkom udało się uciec z Mariupola.", [(21, "returned", "batch", "exact")]),
    ("Kijów odzyskał dotąd 1762 dzieci.", [(1762, "returned", "total", "exact")]),
    ("Rosyjskie rodziny adoptowały 380 sierot.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Tylko 1243 z 19 546 deportowanych dzieci wróciło.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Pięcioro rodzeństwa wróciło dzięki Watykanowi.", [(5, "returned", "batch", "exact")]),
    ("Już 107 dzieci połączono z bliskimi dzięki Katarowi.", [(107, "returned", "total", "exact")]),
    (
        (
            "Dziesięcioro nastolatków zdołało opuścić okupowany lewy brzeg Dniepru, przekazał Prokudin; od "
            "stycznia jest ich 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        "Czworo rodzeństwa w wieku od 5 do 15 lat przeszło pieszo białoruską granicę i nocuje już w Łucku.",
        [(4, "returned", "batch", "exact")],
    ),
    (
        "Dzięki Stolicy Apostolskiej pół setki dzieci mogło już uściskać bliskich, opowiadał kardynał Zuppi.",
        [(50, "returned", "total", "exact")],
    ),
    (
        "Rosyjska rzeczniczka chwaliła się, że 380 sierot z Donbasu mieszka dziś u rodzin w Moskwie.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Według Moskwy od lutego 2022 roku do Rosji przybyło 744 tys. ukraińskich nieletnich.",
        [(744000, "deported", "total", "exact")],
    ),
    (
        "Laboratorium Yale prześledziło losy 8400 dzieci aż do co najmniej 57 placówek.",
        [(8400, "located", "total", "exact"), (57, "facilities", "total", "at_least")],
    ),
    (
        (
            "O 2190 nieletnich nie ma żadnych wieści, podaje portal Dzieci Wojny; kolejnych 660 straciło życie, a"
            " 2207 zostało rannych."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact"), (2207, "injured", "total", "exact")],
    ),
    (
        ('„Ukradli nam dwadzieścia tysięcy dzieci. Udało się sprowadzić z powrotem 1625", powiedział prezydent.'),
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        "Prokuratura Generalna prowadzi 5210 spraw i postawiła zarzuty 23 osobom.",
        [(5210, "other", "total", "exact"), (23, "other", "total", "exact")],
    ),
    (
        ("Na stronie ministerstwa oświaty w Ługańsku widnieją zdjęcia 294 małych Ukraińców oferowanych do adopcji."),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        "Co najmniej 3000 uczniów z Chersonia wysłano tego lata do obozów na Krymie, alarmuje organizacja.",
        [(3000, "held", "total", "at_least")],
    ),
    (
        "Wielka Brytania wpisała na listę sankcyjną jedenaście osób i instytucji za deportacje dzieci.",
        [(11, "sanctions", "batch", "exact")],
    ),
    ("Międzynarodowy Trybunał Karny wydał dwa nakazy aresztowania.", [(2, "warrants", "batch", "exact")]),
    (
        "Wraz z szesnaściorgiem z czwartku program Bring Kids Back sprowadził ponad półtora tysiąca dzieci.",
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        "Ukraina ustaliła tożsamość 19 546 deportowanych dzieci; o 1200 wiadomo, gdzie przebywają.",
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        ("Pocisk spadł na plac zabaw w Krzywym Rogu: dziewięcioro dzieci zginęło, a trzydzieścioro jest rannych."),
        [(9, "killed", "batch", "exact"), (30, "injured", "batch", "exact")],
    ),
    (
        "Wróciło mniej niż co dziesiąte deportowane dziecko, przypomniała Ołena Kondratiuk.",
        [(10, "returned", "share", "fewer_than")],
    ),
    ("Ponad połowy deportowanych nie udało się odnaleźć, ubolewa Jermak.", [(50, "missing", "share", "more_than")]),
    (
        "Ile dzieci wróciło? 2 003. Ilu brakuje? Ponad 17 500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        "Od 200 000 do 300 000 dzieci mogło zostać deportowanych, szacuje Daria Herasymczuk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        "Sześcioro nieletnich wróciło na Ukrainę dzięki Katarowi, a troje pojechało w drugą stronę.",
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        '„Nasze zespoły wydostały spod okupacji 1047 dzieci", wyjaśnia Mykoła Kułeba.',
        [(1047, "returned", "total", "exact")],
    ),
    (
        "Z 48 niemowląt, które Rosjanie zabrali z domu dziecka w Chersoniu, odzyskano tylko dziewięcioro.",
        [(48, "deported", "total", "exact"), (9, "returned", "total", "exact")],
    ),
    (
        "Niemal półtora miliona nieletnich żyje nadal na terenach kontrolowanych przez Rosję.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    ("Ponad 50 tys. młodych ludzi z Krymu wcielono do Junarmii.", [(50000, "at_risk", "total", "more_than")]),
    (
        "Lista zaginionych ukraińskich dzieci wydłużyła się w ciągu tygodnia o 38 dzieci.",
        [(38, "missing", "increment", "exact")],
    ),
    (
        ("Jeszcze dwie dziewczynki wróciły w ramiona matek, podało biuro ombudsmana; w sumie to już 1990 dzieci."),
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        "Rosja przekazała Ukrainie kolejnych siedmioro dzieci; dzięki żonie Trumpa wróciło ich już 22.",
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    ('„Oddaliśmy 101 nieletnich", powiedział Pieskow.', [(101, "returned", "total", "exact")]),
    ("Wolontariusze odnaleźli 130 nieletnich w 11 regionach Rosji.", [(130, "located", "total", "exact")]),
    (
        "Komisja zweryfikowała 1205 przypadków; czworo z pięciorga dzieci nie wróciło.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    (
        "Dwadzieścioro dwoje dzieci z Doniecka trafiło do rodzin zastępczych na Syberii.",
        [(22, "placed_in_family", "total", "exact")],
    ),
    (
        "Dwa i pół tysiąca uczniów wyjechało z terenów pod rosyjską kontrolą od początku inwazji.",
        [(2500, "returned", "total", "exact")],
    ),
    ("Pół tysiąca dzieci odebranych rodzicom wciąż przebywa w obozach na Syberii.", [(500, "held", "total", "exact")]),
    (
        "Dyrektorka z Chersonia dostała 12 lat więzienia za wywiezienie 17 podopiecznych do Rosji.",
        [(17, "deported", "total", "exact")],
    ),
    ('„Oddaliśmy 101 nieletnich", powiedział Pieskow.', [(101, "returned", "total", "exact")]),
    (
        (
            "Dziewięć krzeseł stało pustych od dwóch lat; od poniedziałku zajmuje je dziewięcioro nastolatków, "
            "których Save Ukraine zabrało z Ługańska."
        ),
        [(9, "returned", "batch", "exact")],
    ),
    (
        (
            'Moskwa mówi o 744 tysiącach nieletnich „ewakuowanych" z Donbasu; Kijów nazywa ich porwanymi i '
            "dokumentuje 19 546."
        ),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Satelity pozwoliły Yale wskazać 210 miejsc, w których reedukuje się dzieci; 62 proc. oferuje "
            "programy patriotyczne."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("W Melitopolu ponad 3200 uczniów nosi już mundur Junarmii.", [(3200, "at_risk", "total", "more_than")]),
    ("Dekret Kremla dał 380 sierotom rosyjskich rodziców.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Spośród 339 nazwisk z listy Moskwa odpowiedziała tylko w sprawie 128.",
        [(339, "other", "total", "exact"), (128, "other", "total", "exact")],
    ),
    (
        "Miniony tydzień kosztował życie dwanaścioro dzieci, a 47 zostało rannych, podaje Unicef.",
        [(12, "killed", "total", "exact"), (47, "injured", "total", "exact")],
    ),
    ("O losie 2215 ukraińskich dzieci nic nie wiadomo, podkreśla policja.", [(2215, "missing", "total", "exact")]),
    ("Rosja przetrzymuje wciąż ponad 17 000 nieletnich.", [(17000, "held", "total", "more_than")]),
    ("Tylko jedną trzecią deportowanych dzieci udało się zlokalizować.", [(33.3, "located", "share", "exact")]),
    (
        "Z internatu w Oleszkach w październiku 2022 roku wywieziono na Krym czternaścioro dzieci.",
        [(14, "deported", "batch", "exact")],
    ),
    (
        "W federalnej bazie są karty 120 maluchów z Chersonia czekających na adopcję.",
        [(120, "at_risk", "total", "exact")],
    ),
    (
        '„Jedno po drugim, wyrwaliśmy 1800 dzieci Rosjanom", podsumowuje doradca.',
        [(1800, "returned", "total", "exact")],
    ),
    (
        "Tysiąc dni po inwazji Kijów sprowadził 1022 nieletnich; dziś to prawie dwa tysiące.",
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    ("Sześcioro nieletnich wyleciało z Dohy do Kijowa.", [(6, "returned", "batch", "exact")]),
    ('„Oddaliśmy 101 nieletnich", powiedział Pieskow.', [(101, "returned", "total", "exact")]),
    (
        "Kijów zna z nazwiska 19 546 porwanych dzieci, ale na mapie umieścił dopiero 1300.",
        [(19546, "identified", "total", "exact"), (1300, "located", "total", "exact")],
    ),
    (
        ("Trzystu osiemdziesięciu sierotom z Donbasu znaleziono w Rosji nowych rodziców, cieszy się rzeczniczka."),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Około 2400 nastolatków spędziło tygodnie w białoruskich sanatoriach, twierdzą badacze.",
        [(2400, "held", "total", "approx")],
    ),
    (
        "Bomby zabiły 661 dzieci, a 2200 okaleczyły.",
        [(661, "killed", "total", "exact"), (2200, "injured", "total", "exact")],
    ),
    ("Blisko 300 sierot prezentuje się w internecie chętnym do adopcji.", [(300, "at_risk", "total", "approx")]),
    (
        "Z tych 20 tysięcy dzieci dom zobaczyło zaledwie 1700.",
        [(20000, "deported", "total", "exact"), (1700, "returned", "total", "exact")],
    ),
    ("Lista przekazana w Stambule liczy 339 nazwisk.", [(339, "other", "total", "exact")]),
    (
        "Szesnastu urzędników i siedem placówek trafia na czarną listę UE.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    (
        "Ponad 600 tysięcy młodych Ukraińców uczy się już według rosyjskiego programu.",
        [(600000, "at_risk", "total", "more_than")],
    ),
    (
        "Ukraiński rzecznik mówi o 1859 powrotach, z czego 388 przez jego biuro.",
        [(1859, "returned", "total", "exact"), (388, "returned", "total", "exact")],
    ),
    ("Najwyższy szacunek, 35 tysięcy, pochodzi z Yale.", [(35000, "deported", "estimate", "exact")]),
    (
        "W zeszłym roku 1200 uczniów z Ługańska przymusowo wysłano na rosyjskie kolonie.",
        [(1200, "held", "total", "exact")],
    ),
]
NONE = [
    "W polskich szkołach uczy się 200 tys. ukraińskich dzieci.",
    "W Strefie Gazy zginęło 18 tys. dzieci.",
    "Rezolucję przyjęto 93 głosami przy ośmiu przeciw.",
    "Prezydent ma 73 lata i mówił przez 45 minut.",
    "W Polsce przebywa 350 tys. ukraińskich dzieci.",
    "Za rezolucją głosowało 91 państw.",
    "Koalicja liczy 41 państw.",
    "Wypadek autokaru: 22 dzieci na pokładzie, siedmioro rannych.",
    "Papież przyjął 40 ukraińskich dzieci.",
    "Boko Haram uwolniło 82 uczennice.",
    "Kijów i Moskwa wymieniły 1000 ciał.",
    "Juniorzy wygrali 5:0 na oczach 300 widzów; żaden z 22 chłopców nie ma więcej niż 15 lat.",
    "Podróż trwa 14 godzin. W wagonie 7 siedzi 40 pasażerów.",
    "Około 400 tys. ukraińskich uczniów uczy się zdalnie, a 900 podziemnych szkół ma zostać otwartych.",
    "61 migrantów, w tym dwunastu nieletnich, uratowano u wybrzeży Lampedusy.",
    "Za rezolucją, liczącą 12 akapitów, padły 93 głosy; żąda ona powrotu dzieci.",
    "Dzieci, w wieku 4, 7 i 11 lat, spędziły w Rosji 18 miesięcy.",
    "Z Gazy WHO ewakuowała 41 rannych dzieci.",
    "W 71. wymianie wróciło 205 żołnierzy; najmłodszy ma 20 lat.",
    "Kilkanaścioro dzieci wróciło, tysiące czekają.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="pl", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("pl"))] == [value]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures(text: str, figures: list[tuple[object, ...]]) -> None:
    assert sorted(map(_told, _figures(text)), key=str) == sorted(figures, key=str)


@pytest.mark.parametrize("text", NONE)
def test_not_a_figure(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FIGURES])
def test_spans_are_verbatim(text: str) -> None:
    for figure in _figures(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.derived or text[figure.num_start : figure.num_end] == figure.num
