"""Portuguese: number words and sentences of our own, in other wording than the gold (issue 3)."""

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
    ("vinte e três", 23),
    ("trinta e uma", 31),
    ("dois mil", 2000),
    ("dezassete", 17),
    ("dezessete", 17),
    ("meia dúzia", 6),
    ("uma dezena", 10),
    ("19,5 mil", 19500),
    ("um milhão e meio", 1500000),
]
FIGURES = [
    (
        "Nove menores ucranianos foram entregues aos familiares, informou o provedor de justiça.",
        [(9, "returned", "batch", "exact")],
    ),
    ("Uma dezena de adolescentes deixou os territórios ocupados.", [(10, "returned", "batch", "exact")]),
    (
        "Kiev documentou o sequestro de 19.546 crianças; só 1.744 voltaram para casa.",
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        "Cerca de 35 mil crianças terão sido levadas, calculam os investigadores de Yale.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Pelo menos 669 crianças morreram e 2.238 ficaram feridas.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "O Canadá sancionou 23 pessoas e 16 entidades.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("Moscovo diz ter acolhido 700 mil crianças.", [(700000, "deported", "total", "exact")]),
    ("Uma em cada dez crianças deportadas regressou.", [(10, "returned", "share", "exact")]),
    ("Quase vinte mil menores foram transferidos à força para a Rússia.", [(20000, "deported", "total", "approx")]),
    ("Vinte e três crianças reencontraram as famílias.", [(23, "returned", "batch", "exact")]),
    ("Um milhão e meio de crianças vive sob ocupação.", [(1500000, "at_risk", "total", "exact")]),
    (
        "Das 19.546 crianças registadas, apenas 1.898 regressaram, lamenta Kiev.",
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Dezassete crianças resgatadas da Rússia, anunciou Yermak.", [(17, "returned", "batch", "exact")]),
    ("O número de menores desaparecidos subiu para 2.134.", [(2134, "missing", "total", "exact")]),
    (
        "Até 35 mil menores podem ter sido transferidos, estima o laboratório.",
        [(35000, "deported", "estimate", "at_most")],
    ),
    (
        "Ao todo, 23 crianças voltaram graças à primeira-dama: oito em outubro, sete em dezembro.",
        [(23, "returned", "total", "exact"), (7, "returned", "batch", "exact"), (8, "returned", "batch", "exact")],
    ),
    (
        "A UE incluiu 16 pessoas e sete entidades na lista negra.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("O Tribunal Penal Internacional emitiu dois mandados de captura.", [(2, "warrants", "batch", "exact")]),
    ("Quatro em cada cinco crianças não voltaram.", [(80, "returned", "share", "exact")]),
    ("Os peritos identificaram 210 instalações na Rússia.", [(210, "facilities", "total", "exact")]),
    (
        (
            "A primeira-dama confirmou o quarto regresso: nove crianças, entre elas duas irmãs de 7 e "
            "10 anos. Lubinets contabiliza já 2.057."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "Quase 20 mil menores foram arrancados às famílias pela Rússia, que devolveu apenas 1.900.",
        [(1900, "returned", "total", "exact"), (20000, "deported", "total", "approx")],
    ),
    (
        "A ONU verificou a morte de 745 crianças; outras 2.375 ficaram feridas.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Kiev entregou uma lista com 339 nomes.", [(339, "other", "total", "exact")]),
    ("Sete por cento das crianças deportadas voltaram.", [(7, "returned", "share", "exact")]),
    ("Quarenta e seis bebés foram levados de Kherson para a Crimeia.", [(46, "deported", "batch", "exact")]),
    ("O número de crianças devolvidas ultrapassa as 1.900.", [(1900, "returned", "total", "more_than")]),
    ("Vinte e dois menores regressam da Crimeia, anuncia Lubinets.", [(22, "returned", "batch", "exact")]),
    (
        "Washington sanciona duas entidades e treze pessoas.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        "Cinco crianças regressam à Ucrânia e uma junta-se à família na Rússia.",
        [(1, "returned", "batch", "exact"), (5, "returned", "batch", "exact")],
    ),
    ("Mais de duas mil crianças já estão em casa.", [(2000, "returned", "total", "more_than")]),
    (
        "Deportadas: 19.546\nDevolvidas: 1.898\nMortas: 669\nFeridas: 2.238",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        (
            "Onze menores, entre os 3 e os 17 anos, entregues graças ao Catar. Desde 2023, o emirado "
            "facilitou o regresso de 107 crianças."
        ),
        [(107, "returned", "total", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "62% dos 210 locais serviam para a reeducação.",
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Mais de uma centena de crianças regressou este ano.", [(100, "returned", "total", "more_than")]),
    ("Não se sabe o paradeiro de 2.100 crianças.", [(2100, "missing", "total", "exact")]),
    ("O número de crianças mortas chega a 700.", [(700, "killed", "total", "exact")]),
    ("Entre 19 mil e 20 mil crianças foram deportadas.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Vinte e um adolescentes conseguiram fugir de Mariupol.", [(21, "returned", "batch", "exact")]),
    ("Kiev recuperou até agora 1.762 crianças.", [(1762, "returned", "total", "exact")]),
    ("Famílias russas adotaram 380 órfãos.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Apenas 1.243 das 19.546 crianças deportadas regressaram.",
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Cinco irmãos repatriados com a ajuda do Vaticano.", [(5, "returned", "batch", "exact")]),
    ("São já 107 as crianças reunidas graças a Doha.", [(107, "returned", "total", "exact")]),
    (
        (
            "Dez adolescentes conseguiram deixar a margem esquerda ocupada do Dnipro, fez saber Prokudin; desde "
            "janeiro são 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        "Quatro irmãos dos 5 aos 15 anos atravessaram a pé a fronteira bielorrussa e já dormem em Lutsk.",
        [(4, "returned", "batch", "exact")],
    ),
    (
        "Graças à Santa Sé, já meia centena de miúdos pôde abraçar os seus, contou o cardeal Zuppi.",
        [(50, "returned", "total", "exact")],
    ),
    (
        "A comissária russa gabou-se de que 380 órfãos do Donbass vivem hoje com famílias de Moscovo.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Segundo Moscovo, desde fevereiro de 2022 chegaram a território russo 744 mil menores ucranianos.",
        [(744000, "deported", "total", "exact")],
    ),
    (
        "O laboratório de Yale seguiu o rasto de 8.400 crianças até pelo menos 57 instalações.",
        [(8400, "located", "total", "exact"), (57, "facilities", "total", "at_least")],
    ),
    (
        (
            "De 2.190 menores não há notícias, segundo o portal Crianças da Guerra; outros 660 perderam a vida e "
            "2.207 ficaram feridos."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact"), (2207, "injured", "total", "exact")],
    ),
    (
        '"Roubaram-nos vinte mil crianças. Conseguimos trazer de volta 1.625", disse o presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        'Vinte e seis jovens que tinham sido levados para a Crimeia "de férias" foram devolvidos aos pais.',
        [(26, "returned", "batch", "exact")],
    ),
    (
        "A Procuradoria-Geral investiga 5.210 casos e acusou 23 pessoas.",
        [(5210, "other", "total", "exact"), (23, "other", "total", "exact")],
    ),
    (
        (
            "No site do ministério da Educação de Luhansk há fotografias de 294 pequenos ucranianos oferecidos "
            "para adoção."
        ),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        "Pelo menos 3.000 alunos de Kherson foram enviados este verão para campos na Crimeia, denuncia a ONG.",
        [(3000, "held", "total", "at_least")],
    ),
    (
        "O Reino Unido incluiu onze pessoas e entidades na lista de sanções pela deportação de crianças.",
        [(11, "sanctions", "batch", "exact")],
    ),
    (
        "Com os 16 repatriados de quinta-feira, a Bring Kids Back já trouxe mais de 1.500 crianças.",
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        "A Ucrânia deu nome a 19.546 crianças deportadas; sabe-se onde estão 1.200.",
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        "Um míssil caiu num parque infantil em Kryvyi Rih: nove crianças mortas e três dezenas de feridos.",
        [(9, "killed", "batch", "exact"), (30, "injured", "batch", "exact")],
    ),
    (
        ("Duas gémeas de oito anos reencontraram a avó em Poltava depois de catorze meses num orfanato de Rostov."),
        [(2, "returned", "batch", "exact")],
    ),
    (
        "Regressou menos de uma em cada dez crianças deportadas, recorda Olena Kondratiuk.",
        [(10, "returned", "share", "fewer_than")],
    ),
    ("Mais de metade dos deportados não foi localizada, lamenta Yermak.", [(50, "missing", "share", "more_than")]),
    (
        "Quantas voltaram? 2.003. Quantas faltam? Mais de 17.500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        "Entre 200.000 e 300.000 crianças teriam sido deportadas, estima Daria Herasymchuk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        "Seis menores regressaram à Ucrânia com mediação do Catar, enquanto três fizeram o caminho inverso.",
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        '"As nossas equipas tiraram da ocupação 1.047 crianças", explica Mykola Kuleba.',
        [(1047, "returned", "total", "exact")],
    ),
    (
        "Dos 48 bebés do lar de Kherson levados pelos russos, só nove foram recuperados.",
        [(48, "deported", "total", "exact"), (9, "returned", "total", "exact")],
    ),
    (
        "Quase um milhão e meio de menores vive ainda nas regiões controladas por Moscovo.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    ("Mais de 50 mil jovens da Crimeia foram alistados na Yunarmia.", [(50000, "at_risk", "total", "more_than")]),
    ("O registo de desaparecidos cresceu em 38 crianças numa semana.", [(38, "missing", "increment", "exact")]),
    (
        "Mais duas meninas voltaram aos braços das mães, anuncia o gabinete do provedor; já são 1.990.",
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        ("A Rússia entregou à Ucrânia outras sete crianças, elevando para 22 o total conseguido pela mulher de Trump."),
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    ('"Devolvemos 101 menores", disse Peskov.', [(101, "returned", "total", "exact")]),
    ("Os voluntários localizaram 130 menores em 11 regiões russas.", [(130, "located", "total", "exact")]),
    (
        "A comissão verificou 1.205 casos; quatro em cada cinco crianças não voltaram.",
        [(1205, "deported", "total", "exact"), (80, "returned", "share", "exact")],
    ),
    (
        "Vinte e duas crianças de Donetsk foram entregues a famílias de acolhimento na Sibéria.",
        [(22, "placed_in_family", "total", "exact")],
    ),
    (
        "Dois mil e quinhentos alunos saíram do território sob controlo russo desde o início da invasão.",
        [(2500, "returned", "total", "exact")],
    ),
    (
        '"Roubaram-nos vinte mil crianças. Conseguimos trazer de volta 1.625", disse o presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"As nossas equipas tiraram da ocupação 1.047 crianças", explica Mykola Kuleba.',
        [(1047, "returned", "total", "exact")],
    ),
    ('"Devolvemos 101 menores", disse Peskov.', [(101, "returned", "total", "exact")]),
    (
        (
            "Havia nove cadeiras vazias há dois anos: desde segunda-feira ocupam-nas nove adolescentes que a Save"
            " Ukraine retirou de Luhansk."
        ),
        [(9, "returned", "batch", "exact")],
    ),
    (
        ('Moscovo fala em 744 mil menores "evacuados" do Donbass; Kiev diz que foram raptados e documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Os satélites permitiram a Yale situar 210 locais onde se reeducam crianças; 62% oferecem programas "
            "patrióticos."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    ("Em Melitopol, mais de 3.200 alunos vestem já o uniforme da Yunarmia.", [(3200, "at_risk", "total", "more_than")]),
    ("Um decreto do Kremlin deu pais russos a 380 órfãos.", [(380, "placed_in_family", "total", "exact")]),
    (
        "Dos 339 nomes da lista, Moscovo só respondeu por 128.",
        [(339, "other", "total", "exact"), (128, "other", "total", "exact")],
    ),
    (
        "A última semana custou a vida a 12 crianças e feriu 47, segundo a Unicef.",
        [(12, "killed", "total", "exact"), (47, "injured", "total", "exact")],
    ),
    ("De 2.215 crianças ucranianas nada se sabe, sublinha a polícia.", [(2215, "missing", "total", "exact")]),
    ("A Rússia retém ainda mais de 17.000 menores.", [(17000, "held", "total", "more_than")]),
    ("Só um terço das crianças deportadas foi localizado.", [(33.3, "located", "share", "exact")]),
    (
        "Outros quinze jovens estão a caminho de Kiev; na semana passada foram onze.",
        [(15, "returned", "batch", "exact"), (11, "returned", "batch", "exact")],
    ),
    (
        "Do internato de Oleshky partiram para a Crimeia 14 crianças em outubro de 2022.",
        [(14, "deported", "batch", "exact")],
    ),
    (
        "Pelos campos da Bielorrússia passaram 2.442 menores entre os 6 e os 17 anos.",
        [(2442, "held", "total", "exact")],
    ),
    (
        "Na base de dados federal há fichas de 120 pequenos de Kherson à espera de adoção.",
        [(120, "at_risk", "total", "exact")],
    ),
    ('"Um a um, arrancámos 1.800 aos russos", resume o assessor.', [(1800, "returned", "total", "exact")]),
    (
        "Mil dias depois da invasão, Kiev tinha trazido 1.022 menores; hoje são quase dois mil.",
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    ("Seis menores embarcaram em Doha com destino a Kiev.", [(6, "returned", "batch", "exact")]),
    (
        "Segundo o governo ucraniano, 1,6 milhão de garotos e garotas seguem sob o jugo russo.",
        [(1600000, "at_risk", "total", "exact")],
    ),
    (
        '"Roubaram-nos vinte mil crianças. Conseguimos trazer de volta 1.625", disse o presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"As nossas equipas tiraram da ocupação 1.047 crianças", explica Mykola Kuleba.',
        [(1047, "returned", "total", "exact")],
    ),
    ('"Devolvemos 101 menores", disse Peskov.', [(101, "returned", "total", "exact")]),
    (
        "Meio milhar de garotos, arrancados às famílias, continua em campos da Sibéria.",
        [(500, "held", "total", "exact")],
    ),
    (
        ('Moscovo fala em 744 mil menores "evacuados" do Donbass; Kiev diz que foram raptados e documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ('"Um a um, arrancámos 1.800 aos russos", resume o assessor.', [(1800, "returned", "total", "exact")]),
    (
        "Kiev conhece pelo nome 19.546 crianças raptadas, mas só situou 1.300 no mapa.",
        [(19546, "identified", "total", "exact"), (1300, "located", "total", "exact")],
    ),
    (
        "Trezentos e oitenta órfãos do Donbass ganharam novos pais na Rússia, congratula-se a comissária.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Cerca de 2.400 jovens passaram por sanatórios bielorrussos, dizem os investigadores.",
        [(2400, "held", "total", "approx")],
    ),
    ("Quase 300 órfãos são apresentados em linha aos candidatos à adoção.", [(300, "at_risk", "total", "approx")]),
    (
        "Dessas 20.000 crianças só 1.700 reviram a casa.",
        [(20000, "deported", "total", "exact"), (1700, "returned", "total", "exact")],
    ),
    ("A lista entregue em Istambul contém 339 nomes.", [(339, "other", "total", "exact")]),
    (
        "Dezasseis responsáveis e sete estabelecimentos entram na lista negra da UE.",
        [(16, "sanctions", "batch", "exact"), (7, "sanctions", "batch", "exact")],
    ),
    ("Mais de 600 mil pequenos ucranianos seguem já o programa russo.", [(600000, "at_risk", "total", "more_than")]),
    (
        "O provedor ucraniano fala de 1.859 regressos, 388 dos quais por via do seu gabinete.",
        [(1859, "returned", "total", "exact"), (388, "returned", "total", "exact")],
    ),
    ("A estimativa mais alta, 35 mil, é de Yale.", [(35000, "deported", "estimate", "exact")]),
    (
        "Na quinta-feira, o autocarro da Save Ukraine deixou onze adolescentes em frente à estação de Kiev.",
        [(11, "returned", "batch", "exact")],
    ),
]
NONE = [
    "Faltam 20 mil vagas em creches de Lisboa.",
    "Em Gaza morreram 18 mil crianças.",
    "A resolução foi aprovada com 93 votos a favor e oito contra.",
    "O presidente, de 73 anos, falou durante 45 minutos.",
    "No Rio de Janeiro, 58 crianças foram resgatadas de abrigos.",
    "O texto passou com 91 votos.",
    "A coligação junta 41 países.",
    "Autocarro escolar capota: 22 crianças a bordo, sete feridas.",
    "O Papa recebeu 40 crianças ucranianas.",
    "Boko Haram liberta 82 alunas.",
    "Kiev e Moscovo trocaram 1.000 corpos.",
    "Os juvenis venceram por 5-0 perante 300 espectadores; nenhum dos 22 rapazes tem mais de 15 anos.",
    "A viagem dura 14 horas. Na carruagem 7 seguem 40 passageiros.",
    "Cerca de 400 mil alunos ucranianos têm aulas à distância e 900 escolas subterrâneas vão abrir.",
    "61 migrantes, entre eles doze menores, foram resgatados ao largo de Lampedusa.",
    "A resolução, com 12 parágrafos, teve 93 votos; pede o regresso das crianças.",
    "As crianças, de 4, 7 e 11 anos, passaram 18 meses na Rússia.",
    "De Gaza, a OMS retirou 41 crianças feridas.",
    "Na troca 71 regressaram 205 militares; o mais novo tem 20 anos.",
]


def _figures(text: str) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="pt", published=_DAY).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("pt"))] == [value]


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
