"""Italian: number words and sentences of our own, in other wording than the gold (issue 3)."""

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
    ("ventidue", 22),
    ("ventuno", 21),
    ("ventitré", 23),
    ("duemila", 2000),
    ("milleseicentoventicinque", 1625),
    ("20mila", 20000),
    ("19 mila", 19000),
    ("mezza dozzina", 6),
    ("una ventina", 20),
    ("un milione e mezzo", 1500000),
]
FIGURES = [
    (
        "Nove minori ucraini sono stati restituiti ai parenti, ha riferito il difensore civico.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Una quindicina di ragazzi ha lasciato i territori occupati.", [(15, "returned", "batch", "exact")]),
    (
        "Kiev ha documentato 19.546 deportazioni; soltanto 1.744 bambini sono tornati a casa.",
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Circa 35mila bambini sarebbero stati rapiti, secondo i ricercatori di Yale.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Almeno 669 bambini sono stati uccisi e 2.238 feriti.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Il Canada ha sanzionato 23 persone e 16 entità.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Mosca sostiene di aver accolto 700mila bambini.", [(700000, "deported", "total", "exact")]),
    ("Un bambino deportato su dieci è tornato.", [(10, "returned", "share", "exact")]),
    (
        "Oltre ventimila minori sono stati trasferiti con la forza in Russia.",
        [(20000, "deported", "total", "more_than")],
    ),
    ("Ventitré bambini hanno potuto riabbracciare le famiglie.", [(23, "returned", "batch", "exact")]),
    ("Sono duemila i minori dispersi.", [(2000, "missing", "total", "exact")]),
    ("Un milione e mezzo di bambini vive sotto occupazione.", [(1500000, "at_risk", "total", "exact")]),
    (
        "Dei 19.546 minori registrati appena 1.898 hanno fatto ritorno, lamenta Kiev.",
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Diciassette bambini riportati dalla Russia, annuncia Yermak.", [(17, "returned", "batch", "exact")]),
    ("Il numero dei minori scomparsi sale a 2.134.", [(2134, "missing", "total", "exact")]),
    (
        "Fino a 35mila minori potrebbero essere stati trasferiti, stima il laboratorio.",
        [(35000, "deported", "estimate", "at_most")],
    ),
    (
        "In tutto 23 bambini sono tornati grazie alla first lady: otto in ottobre, sette in dicembre.",
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "L'Ue ha inserito 16 persone e sette entità nella lista nera.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Mezza dozzina di ragazzi è stata salvata da Mariupol.", [(6, "returned", "batch", "exact")]),
    ("Solo un bambino su dieci è rientrato.", [(10, "returned", "share", "exact")]),
    ("Zuppi ha consegnato a Mosca un elenco di 339 nomi.", [(339, "other", "total", "exact")]),
    (
        "Più di 1.200 casi di trasferimento forzato sono stati verificati dall'Onu.",
        [(1200, "deported", "total", "more_than")],
    ),
    (
        (
            "La first lady conferma il quarto rientro: nove bambini, tra cui due sorelle di 7 e 10 "
            "anni. Lubinets ne conta ormai 2.057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "Quasi 20mila minori sono stati strappati alle famiglie dalla Russia, che ne ha restituiti 1.900.",
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "L'Onu ha verificato la morte di 745 bambini; altri 2.375 sono rimasti feriti.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kiev ha consegnato un elenco con 339 nominativi.", [(339, "other", "total", "exact")]),
    ("Il sette per cento dei bambini deportati è tornato.", [(7, "returned", "share", "exact")]),
    ("Quattro bambini su cinque non sono rientrati.", [(80, "returned", "share", "exact")]),
    ("46 neonati furono portati da Kherson in Crimea.", [(46, "deported", "batch", "exact")]),
    ("Ammontano a duemila i ragazzi riportati in patria.", [(2000, "returned", "total", "exact")]),
    ("Il numero dei bambini riconsegnati supera i 1.900.", [(1900, "returned", "total", "more_than")]),
    ("Ventidue minori tornano dalla Crimea, annuncia Lubinets.", [(22, "returned", "batch", "exact")]),
    (
        "Washington sanziona due entità e tredici persone.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        "Cinque bambini tornano in Ucraina e uno raggiunge la famiglia in Russia.",
        [(1, "returned", "batch", "exact"), (5, "returned", "batch", "exact")],
    ),
    (
        "Deportati: 19.546\nTornati: 1.898\nUccisi: 669\nFeriti: 2.238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Undici minori tra i 3 e i 17 anni riconsegnati grazie al Qatar. Dal 2023 l'emirato ha "
            "favorito il ritorno di 107 bambini."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "Il 62% dei 210 siti serviva alla rieducazione.",
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Oltre un centinaio di bambini è rientrato quest'anno.", [(100, "returned", "total", "more_than")]),
    ("Di 2.100 bambini non si hanno notizie.", [(2100, "missing", "total", "exact")]),
    ("Il numero dei bambini uccisi raggiunge quota 700.", [(700, "killed", "total", "exact")]),
    ("Più di 13.500 minori sono stati identificati con certezza.", [(13500, "identified", "total", "more_than")]),
    ("Tra 19mila e 20mila bambini sono stati deportati.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Ventuno adolescenti sono riusciti a fuggire da Mariupol.", [(21, "returned", "batch", "exact")]),
    ("Kiev ha recuperato finora 1.762 bambini.", [(1762, "returned", "total", "exact")]),
    ("Famiglie russe hanno adottato 380 orfani.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Solo 1.243 dei 19.546 minori deportati sono tornati.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Cinque fratelli rimpatriati con l'aiuto del Vaticano.", [(5, "returned", "batch", "exact")]),
    ("Sono ormai 107 i bambini ricongiunti grazie a Doha.", [(107, "returned", "total", "exact")]),
    (
        (
            "Dieci ragazzi sono riusciti a lasciare la riva sinistra occupata del Dnipro, fa sapere Prokudin; da "
            "gennaio sono 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        "Quattro fratelli dai 5 ai 15 anni hanno varcato a piedi il confine bielorusso e ora dormono a Lutsk.",
        [(4, "returned", "batch", "exact")],
    ),
    (
        (
            "Grazie alla Santa Sede, ormai una cinquantina di bimbi ha potuto stringere i propri cari, racconta "
            "il cardinale Zuppi."
        ),
        [(50, "returned", "total", "exact")],
    ),
    (
        ("La garante russa per l'infanzia si vanta che 380 orfani del Donbass vivono oggi presso famiglie di Mosca."),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Secondo Mosca, dal febbraio 2022 sono arrivati in territorio russo 744mila minori ucraini.",
        [(744000, "deported", "total", "exact")],
    ),
    (
        "Il laboratorio di Yale ha seguito le tracce di 8.400 bambini fino ad almeno 57 strutture.",
        [(8400, "located", "total", "exact"), (57, "facilities", "total", "at_least")],
    ),
    (
        (
            "Di 2.190 minori non si hanno notizie, secondo il portale Bambini della guerra; altri 660 hanno perso"
            " la vita e 2.207 sono rimasti feriti."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact"), (2207, "injured", "total", "exact")],
    ),
    (
        ("«Ci hanno rubato ventimila bambini. Siamo riusciti a riportarne a casa 1.625», ha detto il presidente."),
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        'Ventisei ragazzi che erano stati portati in Crimea "in vacanza" sono stati restituiti ai genitori.',
        [(26, "returned", "batch", "exact")],
    ),
    (
        "La procura generale indaga su 5.210 casi e ha incriminato 23 persone.",
        [(5210, "other", "total", "exact"), (23, "other", "total", "exact")],
    ),
    (
        (
            "Sul sito del ministero dell'Istruzione di Luhansk compaiono le foto di 294 piccoli ucraini offerti "
            "in adozione."
        ),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        "Almeno 3.000 scolari di Kherson sono stati spediti quest'estate in campi in Crimea, denuncia l'ong.",
        [(3000, "held", "total", "at_least")],
    ),
    (
        ("Il Regno Unito ha inserito nella lista nera undici tra persone ed enti per le deportazioni di bambini."),
        [(11, "sanctions", "batch", "exact")],
    ),
    ("La Corte penale internazionale ha spiccato due mandati d'arresto.", [(2, "warrants", "batch", "exact")]),
    (
        "Con i 16 rimpatriati di giovedì, Bring Kids Back ha riportato oltre 1.500 bambini.",
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        "L'Ucraina ha dato un nome a 19.546 bambini deportati; di 1.200 si sa dove si trovano.",
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        "Un missile è caduto su un parco giochi a Kryvyi Rih: nove bambini uccisi e una trentina di feriti.",
        [(9, "killed", "batch", "exact"), (30, "injured", "batch", "exact")],
    ),
    (
        (
            "Due gemelle di otto anni hanno ritrovato la nonna a Poltava dopo quattordici mesi in un orfanotrofio"
            " di Rostov."
        ),
        [(2, "returned", "batch", "exact")],
    ),
    ("È tornato meno di un deportato su dieci, ricorda Olena Kondratiuk.", [(10, "returned", "share", "fewer_than")]),
    (
        "Quanti sono tornati? 2.003. Quanti ne mancano? Oltre 17.500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        "Tra 200.000 e 300.000 bambini sarebbero stati deportati, stima Daria Herasymchuk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        (
            "Sei minori sono rientrati in Ucraina con la mediazione del Qatar, mentre tre hanno fatto il percorso"
            " inverso."
        ),
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        "«Le nostre squadre hanno tratto in salvo dall'occupazione 1.047 bambini», spiega Mykola Kuleba.",
        [(1047, "returned", "total", "exact")],
    ),
    (
        "Dei 48 neonati dell'istituto di Kherson portati via dai russi, solo nove sono stati recuperati.",
        [(48, "deported", "total", "exact"), (9, "returned", "total", "exact")],
    ),
    (
        "Quasi un milione e mezzo di minori vive ancora nelle regioni controllate da Mosca.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    (
        "Oltre 50mila giovani della Crimea sono stati arruolati nella Yunarmia.",
        [(50000, "at_risk", "total", "more_than")],
    ),
    (
        "Il registro degli scomparsi è cresciuto di 38 bambini in una settimana.",
        [(38, "missing", "increment", "exact")],
    ),
    (
        ("Altre due bambine hanno riabbracciato le madri, annuncia l'ufficio del difensore civico; ora sono 1.990."),
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        (
            "La Russia ha consegnato all'Ucraina altri sette bambini, portando a 22 il totale ottenuto dalla "
            "moglie di Trump."
        ),
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    ("«Abbiamo restituito 101 minori», ha detto Peskov.", [(101, "returned", "total", "exact")]),
    ("I volontari hanno rintracciato 130 minori in 11 regioni russe.", [(130, "located", "total", "exact")]),
    (
        "La commissione ha verificato 1.205 casi; quattro bambini su cinque non sono tornati.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    ("Ventidue piccoli di Donetsk sono stati dati in affido in Siberia.", [(22, "placed_in_family", "total", "exact")]),
    (
        "Duemilacinquecento studenti hanno lasciato il territorio in mano russa dall'inizio dell'invasione.",
        [(2500, "returned", "total", "exact")],
    ),
    (
        (
            "Nove sedie erano vuote da due anni: da lunedì sera le occupano nove adolescenti che Save Ukraine ha "
            "portato via da Luhansk."
        ),
        [(9, "returned", "batch", "exact")],
    ),
    (
        "Mosca parla di 744mila minori «evacuati» dal Donbass; Kiev li dice rapiti e ne documenta 19.546.",
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "I satelliti hanno permesso a Yale di individuare 210 luoghi in cui si rieducano bambini; il 62% "
            "offre programmi patriottici."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    (
        "A Melitopol più di 3.200 scolari indossano già la divisa della Yunarmia.",
        [(3200, "at_risk", "total", "more_than")],
    ),
    ("Un decreto del Cremlino ha dato genitori russi a 380 orfani.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Dei 339 nomi della lista, Mosca ha risposto solo per 128.",
        [(339, "other", "total", "exact"), (128, "other", "total", "exact")],
    ),
    (
        "L'ultima settimana è costata la vita a 12 bambini e ne ha feriti 47, secondo l'Unicef.",
        [(12, "killed", "total", "exact"), (47, "injured", "total", "exact")],
    ),
    ("Di 2.215 bambini ucraini non si sa nulla, sottolinea la polizia.", [(2215, "missing", "total", "exact")]),
    ("La Russia trattiene ancora più di 17.000 minori.", [(17000, "held", "total", "more_than")]),
    ("Solo un terzo dei bambini deportati è stato rintracciato.", [(33.3, "located", "share", "exact")]),
    (
        "Altri quindici ragazzi sono in viaggio verso Kiev; la settimana scorsa erano undici.",
        [(15, "returned", "batch", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "Dal convitto di Oleshky nell'ottobre 2022 partirono per la Crimea 14 bambini.",
        [(14, "deported", "batch", "exact")],
    ),
    ("Dai campi della Bielorussia sono passati 2.442 minori tra i 6 e i 17 anni.", [(2442, "held", "total", "exact")]),
    (
        "Nella banca dati federale ci sono le schede di 120 piccoli di Kherson in attesa di adozione.",
        [(120, "at_risk", "total", "exact")],
    ),
    (
        "A mille giorni dall'invasione Kiev aveva riportato a casa 1.022 minori; oggi sono quasi duemila.",
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    ("Sei minori sono decollati da Doha alla volta di Kiev.", [(6, "returned", "batch", "exact")]),
    (
        "Mezzo migliaio di bimbi, strappati alle famiglie, attende ancora nei campi della Siberia.",
        [(500, "held", "total", "exact")],
    ),
    (
        "Kiev conosce per nome 19.546 bambini rapiti, ma ne ha collocati sulla mappa solo 1.300.",
        [(19546, "identified", "total", "exact"), (1300, "located", "total", "exact")],
    ),
    (
        ("Trecentottanta orfani del Donbass hanno avuto nuovi genitori in Russia, si rallegra la garante russa."),
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Le bombe hanno ucciso 661 minori e ne hanno mutilati 2.200.",
        [(661, "killed", "total", "exact"), (2200, "injured", "total", "exact")],
    ),
    (
        "Quasi 300 orfani sono presentati online agli aspiranti genitori adottivi russi.",
        [(300, "at_risk", "total", "approx")],
    ),
    (
        "Di questi 20.000 bambini solo 1.700 hanno rivisto casa.",
        [(20000, "deported", "total", "exact"), (1700, "returned", "total", "exact")],
    ),
    ("La lista consegnata a Istanbul contiene 339 nomi.", [(339, "other", "total", "exact")]),
    (
        "Sedici responsabili e sette strutture entrano nella lista nera dell'Ue.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    (
        "Più di 600mila piccoli ucraini studiano ormai con il programma russo.",
        [(600000, "at_risk", "total", "more_than")],
    ),
    (
        "Il difensore civico ucraino parla di 1.859 rientri, 388 dei quali tramite il suo ufficio.",
        [(1859, "returned", "total", "exact"), (388, "returned", "total", "exact")],
    ),
    ("La stima più alta, 35.000, è di Yale.", [(35000, "deported", "estimate", "exact")]),
    (
        "L'anno scorso 1.200 scolari di Luhansk sono stati spediti d'ufficio in colonie russe.",
        [(1200, "held", "total", "exact")],
    ),
    (
        "Giovedì il pullman di Save Ukraine ha lasciato undici ragazzi davanti alla stazione di Kiev.",
        [(11, "returned", "batch", "exact")],
    ),
]
NONE = [
    "In Italia 29mila alunni ucraini frequentano la scuola.",
    "A Gaza sono morti 18mila bambini.",
    "La risoluzione è passata con 93 voti a favore e otto contrari.",
    "Il presidente, 73 anni, ha parlato per 45 minuti.",
    "A Lampedusa sbarcano 58 minori non accompagnati.",
    "Il sedicenne ha viaggiato undici giorni.",
    "Il sostegno è passato con 91 voti.",
    "Alla coalizione aderiscono 41 Paesi.",
    "Scuolabus si ribalta: 22 bambini a bordo, sette feriti.",
    "Il Papa ha ricevuto 40 bambini ucraini.",
    "Boko Haram libera 82 studentesse.",
    "Il film dura 95 minuti ed è costato tre milioni.",
    "Kiev e Mosca si scambiano 1.000 salme.",
    "La squadra allievi ha vinto 5-0 davanti a 300 spettatori; nessuno dei 22 ragazzi ha più di 15 anni.",
    "Il viaggio dura 14 ore. Nella carrozza 7 ci sono 40 passeggeri.",
    "Circa 400mila alunni ucraini seguono lezioni a distanza e 900 scuole sotterranee apriranno.",
    "61 migranti, tra cui dodici minori, soccorsi al largo di Lampedusa.",
    "La risoluzione, in 12 paragrafi, ha avuto 93 voti; chiede il ritorno dei bambini.",
    "I bambini, di 4, 7 e 11 anni, hanno passato 18 mesi in Russia.",
    "Da Gaza l'Oms ha evacuato 41 bambini feriti.",
    "Il piano costerà 30 milioni e durerà cinque anni; lo sostengono 41 Paesi per restituire i bambini.",
    "Nel 71esimo scambio sono tornati 205 militari; il più giovane ha 20 anni.",
    "Una manciata di bambini è tornata, migliaia aspettano.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="it", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("it"))] == [value]


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
