"""German: number words and sentences of our own, in other wording than the gold (issue 3)."""

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
    ("zweiundzwanzig", 22),
    ("einunddreißig", 31),
    ("dreissig", 30),
    ("zweitausend", 2000),
    ("neunzehntausendfünfhundert", 19500),
    ("tausendsechshundertfünfundzwanzig", 1625),
    ("ein halbes Dutzend", 6),
    ("anderthalb Millionen", 1500000),
    ("19.546", 19546),
    ("1,6 Millionen", 1600000),
]
FIGURES = [
    (
        "Neun ukrainische Minderjährige wurden ihren Angehörigen übergeben, teilte der Ombudsmann mit.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Dreiundzwanzig Kinder konnten aus den besetzten Gebieten geholt werden.", [(23, "returned", "batch", "exact")]),
    (
        "Kiew hat 19.546 Fälle von Verschleppung dokumentiert, erst 1.744 Kinder sind wieder daheim.",
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Etwa 35.000 Kinder könnten nach Schätzung der Yale-Forscher verschleppt worden sein.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Mindestens 669 Kinder wurden getötet, 2238 verletzt.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Kanada verhängte Sanktionen gegen 23 Personen und 16 Organisationen.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Moskau will 700.000 Kinder aufgenommen haben.", [(700000, "deported", "total", "exact")]),
    ("Jedes zehnte verschleppte Kind ist zurückgekehrt.", [(10, "returned", "share", "exact")]),
    ("Fast zwanzigtausend Kinder wurden nach Russland deportiert.", [(20000, "deported", "total", "approx")]),
    ("Sechs Jungen und vier Mädchen kamen am Montag nach Hause.", [(10, "returned", "batch", "exact")]),
    ("Rund 2000 Kinder gelten als vermisst.", [(2000, "missing", "total", "approx")]),
    ("Die Ermittler machten 314 Kinder in russischen Pflegefamilien ausfindig.", [(314, "located", "total", "exact")]),
    ("Anderthalb Millionen Kinder leben unter Besatzung.", [(1500000, "at_risk", "total", "exact")]),
    (
        "Von 19.546 registrierten Kindern sind erst 1898 wieder bei ihren Eltern, beklagt Kiew.",
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Siebzehn aus Russland zurückgeholte Kinder trafen in Kiew ein, meldete Jermak.",
        [(17, "returned", "batch", "exact")],
    ),
    ("Die Zahl der vermissten Minderjährigen stieg auf 2134.", [(2134, "missing", "total", "exact")]),
    ("Bis zu 35.000 Kinder sollen verschleppt worden sein.", [(35000, "deported", "estimate", "at_most")]),
    (
        "Insgesamt 23 Kinder brachte die First Lady heim: acht im Oktober, sieben im Dezember.",
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "Die EU setzte 16 Personen und sieben Einrichtungen auf die Sanktionsliste.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Ein halbes Dutzend Teenager wurde aus Mariupol gerettet.", [(6, "returned", "batch", "exact")]),
    ("Lwowa-Belowa sprach von 380 Waisen in russischen Pflegefamilien.", [(380, "placed_in_family", "total", "exact")]),
    ("Nur jedes zehnte Kind kam zurück.", [(10, "returned", "share", "exact")]),
    ("Den Haag erließ zwei Haftbefehle.", [(2, "warrants", "batch", "exact")]),
    (
        (
            "Die First Lady bestätigte die vierte Rückführung: neun Kinder, darunter zwei Schwestern "
            "von 7 und 10 Jahren. Lubinez zählt inzwischen 2057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "Fast 20.000 Minderjährige hat Russland verschleppt, nur 1900 gab es zurück.",
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "Laut UN starben 745 Kinder, 2375 weitere wurden verwundet.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kiew übergab eine Liste mit 339 Namen.", [(339, "other", "total", "exact")]),
    ("Sieben Prozent der deportierten Kinder sind zurück.", [(7, "returned", "share", "exact")]),
    ("Vier von fünf Kindern sind nicht heimgekehrt.", [(80, "returned", "share", "exact")]),
    ("46 Babys wurden aus Cherson auf die Krim gebracht.", [(46, "deported", "batch", "exact")]),
    ("Insgesamt 2000 Jungen und Mädchen sind wieder in Freiheit.", [(2000, "returned", "total", "exact")]),
    ("Die Zahl der zurückgekehrten Kinder übersteigt 1900.", [(1900, "returned", "total", "more_than")]),
    ("Zweiundzwanzig Minderjährige kamen von der Krim zurück, sagte Lubinez.", [(22, "returned", "batch", "exact")]),
    (
        "Washington sanktioniert zwei Organisationen und dreizehn Personen.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    ("Über zweitausend ukrainische Kinder sind inzwischen heimgekehrt.", [(2000, "returned", "total", "more_than")]),
    (
        "Fünf Kinder kehrten in die Ukraine zurück, eines kam zu Verwandten nach Russland.",
        [(1, "returned", "batch", "exact"), (5, "returned", "batch", "exact")],
    ),
    (
        "Verschleppt: 19.546\nZurück: 1898\nGetötet: 669\nVerletzt: 2238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Katar vermittelte die Heimkehr von elf Kindern zwischen drei und 17 Jahren. Seit 2023 "
            "brachte Doha 107 Minderjährige zurück."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        (
            "Kinder im Krieg: Nach Angaben der Generalstaatsanwaltschaft kamen 684 ums Leben, mehr als "
            "2300 wurden verletzt."
        ),
        [(2300, "injured", "total", "more_than"), (684, "killed", "total", "exact")],
    ),
    (
        "62 Prozent der 210 Standorte dienten der Umerziehung.",
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Nach 16 Monaten fielen neun Kinder ihren Müttern um den Hals.", [(9, "returned", "batch", "exact")]),
    ("Von 2100 Kindern fehlt jede Spur.", [(2100, "missing", "total", "exact")]),
    ("Die Zahl der getöteten Kinder erreichte 700.", [(700, "killed", "total", "exact")]),
    ("Mehr als 13.500 Kinder sind eindeutig identifiziert.", [(13500, "identified", "total", "more_than")]),
    ("Nicht weniger als 2400 Minderjährige wurden nach Belarus verbracht.", [(2400, "deported", "total", "at_least")]),
    ("Zwischen 19.000 und 20.000 Kinder wurden verschleppt.", [((19000, 20000), "deported", "estimate", "range")]),
    ("21 Jugendlichen gelang die Flucht aus Mariupol.", [(21, "returned", "batch", "exact")]),
    ("Bislang 1762 Kinder hat Kiew zurückgeholt.", [(1762, "returned", "total", "exact")]),
    ("Russische Familien adoptierten 380 Waisenkinder.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Erst 1243 der 19.546 verschleppten Kinder sind wieder da.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Fünf Geschwister kehrten dank des Vatikans zurück.", [(5, "returned", "batch", "exact")]),
    ("Mittlerweile 107 Kinder fanden durch Doha zu ihren Familien zurück.", [(107, "returned", "total", "exact")]),
    ("Zwanzig Zivilisten starben, darunter drei Kinder.", [(3, "killed", "total", "exact")]),
    (
        (
            "Zehn Jugendliche konnten das besetzte linke Ufer des Dnipro verlassen, teilte Prokudin mit; seit "
            "Januar sind es 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        (
            "Vier Geschwister im Alter von 5 bis 15 Jahren überquerten zu Fuß die belarussische Grenze und "
            "schlafen nun in Luzk."
        ),
        [(4, "returned", "batch", "exact")],
    ),
    (
        (
            "Dank des Heiligen Stuhls haben inzwischen rund fünfzig Kinder ihre Angehörigen wieder in die Arme "
            "geschlossen, erzählte Kardinal Zuppi."
        ),
        [(50, "returned", "total", "approx")],
    ),
    (
        (
            "Russlands Kinderbeauftragte rühmte sich, dass 380 Waisen aus dem Donbass heute bei Familien in "
            "Moskau leben."
        ),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Nach Moskauer Angaben kamen seit Februar 2022 744.000 ukrainische Minderjährige nach Russland.",
        [(744000, "deported", "total", "exact")],
    ),
    (
        ("Das Labor der Universität Yale hat die Spur von 8400 Kindern bis in mindestens 57 Einrichtungen verfolgt."),
        [(8400, "located", "total", "exact"), (57, "facilities", "total", "at_least")],
    ),
    (
        (
            'Von 2190 Minderjährigen fehlt laut dem Portal „Kinder des Krieges" jedes Lebenszeichen, weitere 660 '
            "kamen ums Leben, 2207 wurden verwundet."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact"), (2207, "injured", "total", "exact")],
    ),
    (
        '„Sie haben uns zwanzigtausend Kinder geraubt. 1625 haben wir heimgeholt", sagte der Präsident.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        (
            'Sechsundzwanzig Jugendliche, die man in „Ferien" auf die Krim gebracht hatte, wurden ihren Eltern '
            "zurückgegeben."
        ),
        [(26, "returned", "batch", "exact")],
    ),
    (
        "Die Generalstaatsanwaltschaft ermittelt in 5210 Fällen und hat 23 Personen angeklagt.",
        [(5210, "other", "total", "exact"), (23, "other", "total", "exact")],
    ),
    (
        (
            "Auf einer Website des Luhansker Bildungsministeriums stehen Fotos von 294 kleinen Ukrainern, die zur"
            " Adoption angeboten werden."
        ),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        (
            "Mindestens 3000 Schulkinder aus Cherson wurden diesen Sommer in Lager auf der Krim geschickt, "
            "beklagt die NGO."
        ),
        [(3000, "held", "total", "at_least")],
    ),
    (
        ("Großbritannien setzte elf Personen und Organisationen wegen der Verschleppungen auf seine Sanktionsliste."),
        [(11, "sanctions", "batch", "exact")],
    ),
    ("Der Internationale Strafgerichtshof hat zwei Haftbefehle erlassen.", [(2, "warrants", "batch", "exact")]),
    (
        (
            "Mit den 16 Heimkehrern vom Donnerstag hat Bring Kids Back mehr als anderthalbtausend Kinder nach "
            "Hause geholt."
        ),
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        (
            "19.546 deportierte Kinder konnte die Ukraine namentlich ermitteln; von 1200 weiß man, wo sie sich "
            "aufhalten."
        ),
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        (
            "Zwei achtjährige Zwillinge sind nach vierzehn Monaten in einem Rostower Heim wieder bei ihrer "
            "Großmutter in Poltawa."
        ),
        [(2, "returned", "batch", "exact")],
    ),
    (
        "Nicht einmal jedes zehnte verschleppte Kind ist zurück, erinnerte Olena Kondratjuk.",
        [(10, "returned", "share", "fewer_than")],
    ),
    (
        "Mehr als die Hälfte der Deportierten konnte nicht aufgefunden werden, so Jermak.",
        [(50, "missing", "share", "more_than")],
    ),
    (
        "Zwischen 200.000 und 300.000 Kinder könnten deportiert worden sein, schätzt Daria Herassymtschuk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        (
            "Sechs Minderjährige kehrten durch katarische Vermittlung in die Ukraine zurück, drei gingen den "
            "umgekehrten Weg."
        ),
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        '„Unsere Teams haben 1047 Kinder aus der Besatzung herausgebracht", erklärt Mykola Kuleba.',
        [(1047, "returned", "total", "exact")],
    ),
    (
        "Knapp anderthalb Millionen Minderjährige leben noch immer in den von Moskau kontrollierten Gebieten.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    (
        "Mehr als 50.000 junge Leute von der Krim wurden in die Jugendarmee aufgenommen.",
        [(50000, "at_risk", "total", "more_than")],
    ),
    (
        "Die Zahl der nach Russland verschleppten und vermissten Kinder stieg binnen einer Woche um 38.",
        [(38, "missing", "increment", "exact")],
    ),
    (
        (
            "Zwei weitere Mädchen liegen ihren Müttern wieder in den Armen, meldet das Büro des Ombudsmanns; es "
            "sind nun 1990."
        ),
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        (
            "Russland übergab der Ukraine sieben weitere Kinder; damit erhöht sich die Zahl der durch Trumps "
            "Ehefrau Vermittelten auf 22."
        ),
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    ('„Wir haben 101 Minderjährige zurückgegeben", sagte Peskow.', [(101, "returned", "total", "exact")]),
    (
        "Freiwillige haben 130 Minderjährige in elf russischen Regionen aufgespürt.",
        [(130, "located", "total", "exact")],
    ),
    (
        "Die Kommission bestätigte 1205 Fälle; vier von fünf Kindern sind nicht zurückgekehrt.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    (
        "Zweiundzwanzig Kinder aus Donezk kamen zu Pflegefamilien in Sibirien.",
        [(22, "placed_in_family", "total", "exact")],
    ),
    (
        "Eine Heimleiterin aus Cherson erhielt zwölf Jahre Haft, weil sie 17 Zöglinge auf die Krim verschleppt hatte.",
        [(17, "deported", "batch", "exact")],
    ),
    (
        ("Seit Kriegsbeginn gelang zweitausendfünfhundert Schülern die Ausreise aus russisch kontrolliertem Gebiet."),
        [(2500, "returned", "total", "exact")],
    ),
    ("Die Heimkehr von gut zweitausend Kindern meldete Selenskyjs Büro.", [(2000, "returned", "total", "more_than")]),
    (
        "Wie viele sind zurück? 2003. Wie viele fehlen noch? Über 17.500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        (
            'Moskau spricht von 744.000 „evakuierten" Minderjährigen aus dem Donbass; Kiew nennt sie verschleppt '
            "und dokumentiert 19.546."
        ),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Satelliten erlaubten es Yale, 210 Stätten zu verorten, an denen Kinder umerzogen werden; 62 Prozent "
            "bieten patriotische Programme."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    (
        "In Melitopol tragen mehr als 3200 Schulkinder bereits die Uniform der Junarmija.",
        [(3200, "at_risk", "total", "more_than")],
    ),
    (
        "Ein Erlass des Kremls verschaffte 380 Waisen russische Adoptiveltern.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    ("Von 2215 ukrainischen Kindern fehlt jede Nachricht, betont die Polizei.", [(2215, "missing", "total", "exact")]),
    ("Russland hält noch immer mehr als 17.000 Minderjährige fest.", [(17000, "held", "total", "more_than")]),
    ("Erst ein Drittel der verschleppten Kinder wurde lokalisiert.", [(33.3, "located", "share", "exact")]),
    (
        "Weitere fünfzehn Kinder sind unterwegs nach Kiew; vorige Woche waren es elf.",
        [(15, "returned", "batch", "exact"), (11, "returned", "batch", "exact")],
    ),
    ("Fast 4000 der verschleppten Kinder waren Waisen, rechnet die NGO vor.", [(4000, "deported", "total", "approx")]),
    (
        (
            "Aus dem Internat von Oleschky wurden im Oktober 2022 vierzehn Kinder auf die Krim gebracht; niemand "
            "hat sie wiedergesehen."
        ),
        [(14, "deported", "batch", "exact")],
    ),
    (
        "Durch belarussische Lager gingen 2442 Minderjährige zwischen 6 und 17 Jahren.",
        [(2442, "held", "total", "exact")],
    ),
    (
        "Die föderale Datenbank enthält Steckbriefe von 120 kleinen Chersonern, die auf Adoption warten.",
        [(120, "at_risk", "total", "exact")],
    ),
    (
        '„Eines nach dem anderen, 1800 Kinder haben wir den Russen entrissen", sagt der Berater.',
        [(1800, "returned", "total", "exact")],
    ),
    (
        ("Tausend Tage nach dem Überfall hatte Kiew 1022 Minderjährige heimgeholt; heute sind es fast zweitausend."),
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    ("Sechs Minderjährige bestiegen in Doha ein Flugzeug nach Kiew.", [(6, "returned", "batch", "exact")]),
    (
        (
            'Moskau spricht von 744.000 „evakuierten" Minderjährigen aus dem Donbass; Kiew nennt sie verschleppt '
            "und dokumentiert 19.546."
        ),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Kiew kennt 19.546 verschleppte Kinder mit Namen, hat aber erst 1300 auf der Karte verortet.",
        [(19546, "identified", "total", "exact"), (1300, "located", "total", "exact")],
    ),
    (
        ("Dreihundertachtzig Waisen aus dem Donbass bekamen in Russland neue Eltern, freut sich die Beauftragte."),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Etwa 2400 Jugendliche verbrachten Wochen in belarussischen Sanatorien, so die Forscher.",
        [(2400, "held", "total", "approx")],
    ),
    (
        "Die Bomben haben 661 Kinder getötet und 2200 verstümmelt.",
        [(661, "killed", "total", "exact"), (2200, "injured", "total", "exact")],
    ),
    ("Fast 300 Waisen werden online adoptionswilligen Russen angepriesen.", [(300, "at_risk", "total", "approx")]),
    (
        "Von diesen 20.000 Kindern sahen nur 1700 ihr Zuhause wieder.",
        [(20000, "deported", "total", "exact"), (1700, "returned", "total", "exact")],
    ),
    ("Die in Istanbul übergebene Liste umfasst 339 Namen.", [(339, "other", "total", "exact")]),
    (
        "Moskau ließ im Rahmen eines von Katar vermittelten Abkommens 22 Kinder gehen.",
        [(22, "returned", "batch", "exact")],
    ),
    (
        "Sechzehn Verantwortliche und sieben Einrichtungen kommen auf die schwarze Liste der EU.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    (
        "Mehr als 600.000 junge Ukrainer lernen inzwischen nach russischem Lehrplan.",
        [(600000, "at_risk", "total", "more_than")],
    ),
    ("2190 Minderjährige sind seit 2022 spurlos verschwunden.", [(2190, "missing", "total", "exact")]),
    (
        "Der ukrainische Ombudsmann spricht von 1859 Heimgekehrten, 388 davon durch sein Büro.",
        [(1859, "returned", "total", "exact"), (388, "returned", "total", "exact")],
    ),
    ("Die hohe Schätzung, 35.000, stammt von Yale.", [(35000, "deported", "estimate", "exact")]),
    (
        "Voriges Jahr wurden 1200 Luhansker Schüler zwangsweise in russische Ferienlager geschickt.",
        [(1200, "held", "total", "exact")],
    ),
    (
        "Das Heim von Stepaniwka wurde geleert, alle 53 Zöglinge kamen auf die Krim.",
        [(53, "deported", "total", "exact")],
    ),
    ("Den Haag sucht zwei Personen wegen dieser Verbrechen per Haftbefehl.", [(2, "warrants", "batch", "exact")]),
    (
        "Sechs Kinder sind aus russischer Gefangenschaft frei, zwei von ihnen waren vier Jahre fort.",
        [(6, "returned", "batch", "exact")],
    ),
]
NONE = [
    "In Deutschland besuchen 200.000 ukrainische Schüler den Unterricht.",
    "Im Gazastreifen starben 18.000 Kinder.",
    "93 Staaten stimmten dafür, acht dagegen, 73 enthielten sich.",
    "Der 73-Jährige sprach 45 Minuten lang.",
    "Der 16-Jährige war elf Tage unterwegs.",
    "Jugendämter nahmen 2023 74.600 Kinder in Obhut.",
    "Die Resolution fand 91 Ja-Stimmen bei zwölf Gegenstimmen.",
    "Der Koalition gehören 41 Staaten an.",
    "Schulbus verunglückt: 22 Kinder an Bord, sieben verletzt.",
    "Der Papst empfing 40 ukrainische Kinder.",
    "Boko Haram ließ 82 entführte Schülerinnen frei.",
    "Der Film dauert 95 Minuten und kostete drei Millionen Euro.",
    "In Berlin leben 15.000 unbegleitete Minderjährige.",
    "Kiew und Moskau tauschten 1000 Leichname aus.",
    "Am 24. Februar jährt sich der Überfall zum vierten Mal, es ist der 1461. Kriegstag.",
    "Die U15 siegte vor 300 Zuschauern mit 5:0; keiner der 22 Jungen ist älter als 15 Jahre.",
    "Die Fahrt dauert 14 Stunden. In Wagen 7 sitzen 40 Fahrgäste.",
    "Etwa 400.000 ukrainische Schüler lernen online, 900 unterirdische Schulen sollen öffnen.",
    "61 Migranten, darunter zwölf Minderjährige, wurden vor Lampedusa aus Seenot gerettet.",
    "Die Resolution mit zwölf Absätzen erhielt 93 Stimmen; sie fordert die Rückkehr der Kinder.",
    "Die Kinder, 4, 7 und 11 Jahre alt, verbrachten 18 Monate in Russland.",
    "Aus Gaza brachte die WHO 41 verletzte Kinder heraus.",
    ("Der Plan kostet 30 Millionen und läuft fünf Jahre; 41 Staaten unterstützen ihn, um die Kinder heimzuholen."),
    "Der Prozess beginnt am 14. Mai um 10 Uhr in Saal 3.",
    "Beim 71. Austausch kamen 205 Soldaten frei; der jüngste ist 20.",
    "Eine Handvoll Kinder kam zurück, Tausende warten.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="de", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("de"))] == [value]


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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wie viele Kinder kamen aus der Besatzung zurück?\nBei mir? 38. Durch den Verein über 800.", [38, 800]),
        ("Aus Russland zurückgekehrt sind bisher 38 Kinder, im März waren es 17. Die Stadt half.", [38, 17]),
        ("Am 9. Oktober kehrten acht Kinder aus Russland zurück. Es war der 17. Transport.", [8]),
        ("Die jüngste Gruppe - acht Mädchen, fünf Buben - kam aus Russland zurück.", [13]),
    ],
)
def test_a_sentence_may_end_behind_a_count(text: str, told: list[float]) -> None:
    assert [figure.value for figure in _figures(text)] == told
