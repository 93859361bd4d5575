"""Spanish: number words and sentences of our own, in other wording than the gold (issue 3)."""

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
    ("veintitrés", 23),
    ("treinta y un", 31),
    ("mil seiscientos veinticinco", 1625),
    ("dos mil", 2000),
    ("medio centenar", 50),
    ("una veintena", 20),
    ("1,6 millones", 1600000),
    ("un millón y medio", 1500000),
    ("19.546", 19546),
    ("19,546", 19546),
]
FIGURES = [
    (
        ("Nueve menores ucranianos fueron entregados a sus parientes en la frontera bielorrusa, según la Defensoría."),
        [(9, "returned", "batch", "exact")],
    ),
    (
        ("Lubinets celebró que otros doce niños ya duermen en sus casas tras meses en los territorios ocupados."),
        [(12, "returned", "batch", "exact")],
    ),
    (
        (
            "Kiev ha documentado el secuestro de 19.546 menores desde febrero de 2022; de ellos, apenas"
            " 1.744 han sido traídos de vuelta."
        ),
        [(1744, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Una decena de huérfanos fue repatriada por la mediación de Catar.", [(10, "returned", "batch", "exact")]),
    (
        "Más de un millón y medio de niños continúan bajo control ruso, advirtió la ONG.",
        [(1500000, "at_risk", "total", "more_than")],
    ),
    (
        "El informe de Yale calcula que unos 35.000 niños fueron arrancados de sus hogares.",
        [(35000, "deported", "estimate", "approx")],
    ),
    (
        "Los investigadores localizaron a 314 menores en bases de datos rusas de adopción.",
        [(314, "located", "total", "exact")],
    ),
    (
        "La guerra ha dejado al menos 669 niños muertos y 2.238 heridos, informó la Fiscalía.",
        [(2238, "injured", "total", "exact"), (669, "killed", "total", "at_least")],
    ),
    (
        "Canadá sancionó a 23 personas y a 16 entidades por las deportaciones.",
        [(16, "sanctions", "batch", "exact"), (23, "sanctions", "batch", "exact")],
    ),
    ("La lista entregada en Estambul contenía 339 nombres.", [(339, "other", "total", "exact")]),
    ("Moscú presume de haber acogido a 744.000 niños ucranianos.", [(744000, "deported", "total", "exact")]),
    ("Han desaparecido 1.998 menores, según el portal Niños de la Guerra.", [(1998, "missing", "total", "exact")]),
    (
        "Entre 260.000 y 700.000 niños habrían sido deportados, según distintas estimaciones.",
        [((260000, 700000), "deported", "estimate", "range")],
    ),
    (
        "No menos de 6.000 menores pasaron por campos de reeducación, estima el laboratorio.",
        [(6000, "held", "estimate", "at_least")],
    ),
    ("Medio millar de niños fueron dados en adopción a familias rusas.", [(500, "placed_in_family", "total", "exact")]),
    ("Siete de cada diez niños deportados no han regresado.", [(70, "returned", "share", "exact")]),
    ("El tribunal de La Haya dictó dos órdenes de detención.", [(2, "warrants", "batch", "exact")]),
    ("Seis niños y cuatro niñas volvieron este lunes a Ucrania.", [(10, "returned", "batch", "exact")]),
    (
        "Ucrania ha conseguido traer de vuelta a más de 1.900 niños, recordó Zelenski.",
        [(1900, "returned", "total", "more_than")],
    ),
    (
        "Un grupo de 18 niños y adolescentes llegó a Kiev procedente de Jersón ocupada.",
        [(18, "returned", "batch", "exact")],
    ),
    ("La organización Save Ukraine rescató a 27 menores en diciembre.", [(27, "returned", "batch", "exact")]),
    (
        "Hay 57 campamentos en Rusia y ocho en Bielorrusia, según los expertos.",
        [(57, "facilities", "total", "exact"), (8, "facilities", "total", "exact")],
    ),
    ("¿Cuántos han vuelto? 1.859, responde el defensor del pueblo.", [(1859, "returned", "total", "exact")]),
    ("Casi veinte mil menores siguen en manos rusas, denunció Zelenska.", [(20000, "held", "total", "approx")]),
    ("Cerca de 20.000 niños fueron llevados por la fuerza a Rusia.", [(20000, "deported", "total", "approx")]),
    ("El niño número mil volvió a casa el 15 de enero.", [(1000, "returned", "total", "exact")]),
    ("La Fiscalía ha identificado por su nombre a 6.395 menores.", [(6395, "identified", "total", "exact")]),
    ("Tres hermanos de 6, 9 y 14 años regresaron con su abuela.", [(3, "returned", "batch", "exact")]),
    (
        (
            "Rusia libera a cuatro menores. Los cuatro pequeños cruzaron este martes el puesto "
            "fronterizo y duermen ya en Kiev."
        ),
        [(4, "returned", "batch", "exact")],
    ),
    (
        (
            "Del total de 19.546 deportados que figuran en el registro nacional, solo 1.898 han podido "
            "regresar, admite el Gobierno."
        ),
        [(1898, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Las autoridades ucranianas hablan de por lo menos 19.500 niños sustraídos; Moscú reconoce "
            "1.500 y lo llama evacuación."
        ),
        [(1500, "deported", "total", "exact"), (19500, "deported", "total", "at_least")],
    ),
    ("Un par de gemelas de 9 años y su hermano mayor vuelven con su abuela.", [(2, "returned", "batch", "exact")]),
    ("La cifra de menores desaparecidos sube a 2.134.", [(2134, "missing", "total", "exact")]),
    (
        "Reino Unido impone sanciones a 29 individuos y entidades implicados en la deportación de niños.",
        [(29, "sanctions", "batch", "exact")],
    ),
    ("El laboratorio detectó 156 nuevos recintos en Rusia y Crimea.", [(156, "facilities", "increment", "exact")]),
    ("Más de la mitad de los campamentos imparte adoctrinamiento.", [(50, "facilities", "share", "more_than")]),
    (
        "Al cierre de 2024 habían regresado 1.022 niños y en marzo la cuenta subía a 1.243.",
        [(1022, "returned", "total", "exact"), (1243, "returned", "total", "exact")],
    ),
    (
        "Yermak informó de la vuelta de 17 niños y niñas secuestrados por las fuerzas rusas.",
        [(17, "returned", "batch", "exact")],
    ),
    (
        "Otros veinticuatro menores salieron de Lugansk y Donetsk con ayuda de Save Ukraine.",
        [(24, "returned", "batch", "exact")],
    ),
    (
        "El Parlamento Europeo condenó el traslado forzoso de 20.000 menores por 517 votos contra 3.",
        [(20000, "deported", "total", "exact")],
    ),
    (
        "Según Lvova-Belova, 380 huérfanos fueron entregados a familias rusas.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        (
            "El fiscal general informó de 684 menores fallecidos y más de 2.300 con heridas desde el "
            "inicio de la invasión."
        ),
        [(2300, "injured", "total", "more_than"), (684, "killed", "total", "exact")],
    ),
    (
        "La Fiscalía ha notificado sospechas a 42 personas por la deportación de niños.",
        [(42, "other", "total", "exact")],
    ),
    ("Zelenski dio las gracias a la primera dama: 'Siete niños en casa'.", [(7, "returned", "batch", "exact")]),
    (
        (
            "En total son 23 los niños que ha ayudado a volver la primera dama: ocho en octubre, siete "
            "en diciembre, seis en febrero y dos ahora."
        ),
        [
            (2, "returned", "batch", "exact"),
            (23, "returned", "total", "exact"),
            (6, "returned", "batch", "exact"),
            (7, "returned", "batch", "exact"),
            (8, "returned", "batch", "exact"),
        ],
    ),
    (
        (
            "La primera dama confirmó el cuarto retorno: nueve críos, entre ellos dos hermanas de 7 y "
            "10 años.\nLubinets, por su parte, contabiliza 2.057 desde el inicio de la guerra total."
        ),
        [(2057, "returned", "total", "exact"), (9, "returned", "batch", "exact")],
    ),
    (
        "El mapa de Yale crece: a las 210 instalaciones ya conocidas se suman 43.",
        [(210, "facilities", "total", "exact"), (43, "facilities", "total", "exact")],
    ),
    (
        "La delegación ucraniana entregó en Estambul los nombres de 339 niños que reclama.",
        [(339, "other", "total", "exact")],
    ),
    ("El 80 % de los niños identificados continúa retenido, alertan los expertos.", [(80, "held", "share", "exact")]),
    ("Siguen sin aparecer más de 2.000 menores.", [(2000, "missing", "total", "more_than")]),
    (
        ("De los casi 20.000 niños secuestrados por Rusia, Ucrania ha logrado traer de regreso a unos 1.900."),
        [(1900, "returned", "total", "approx"), (20000, "deported", "total", "approx")],
    ),
    (
        "En mayo fueron seis los adolescentes evacuados de los territorios ocupados; en junio, once.",
        [(11, "returned", "batch", "exact"), (6, "returned", "batch", "exact")],
    ),
    ("Ucrania investiga 5.000 casos de deportación de menores.", [(5000, "other", "total", "exact")]),
    (
        "Con este grupo, son más de 700 los niños repatriados en lo que va de año.",
        [(700, "returned", "total", "more_than")],
    ),
    ("La ministra eleva a 19.600 el número de niños deportados.", [(19600, "deported", "total", "exact")]),
    ("'Llevamos 1.600 niños recuperados', presumió Zelenski ante la Asamblea.", [(1600, "returned", "total", "exact")]),
    (
        "Dos orfanatos perdieron a 46 bebés en 2022: fueron trasladados de Jersón a Crimea.",
        [(46, "deported", "batch", "exact")],
    ),
    ("Moscú admite la acogida de 380 huérfanos en familias rusas.", [(380, "placed_in_family", "total", "exact")]),
    ("Rusia dispara 300 drones y mata a dos niños en Ternópil.", [(2, "killed", "batch", "exact")]),
    (
        "La ONU verificó la muerte de 745 niños y heridas a otros 2.375.",
        [(2375, "injured", "total", "exact"), (745, "killed", "total", "exact")],
    ),
    ("Solo un 7 % de los menores deportados ha sido devuelto.", [(7, "returned", "share", "exact")]),
    ("A 31 de diciembre, Save Ukraine había rescatado a 1.100 niños.", [(1100, "returned", "total", "exact")]),
    ("Quince chicos y nueve chicas pisan suelo ucraniano gracias a Qatar.", [(24, "returned", "batch", "exact")]),
    (
        "Los servicios secretos cifran en 150.000 los niños que podrían haber sido deportados.",
        [(150000, "deported", "estimate", "exact")],
    ),
    (
        "Veintidós menores vuelven a Ucrania desde Crimea, celebra el comisionado Lubinets.",
        [(22, "returned", "batch", "exact")],
    ),
    ("Apenas cuatrocientos de los niños deportados habían vuelto en 2023.", [(400, "returned", "total", "exact")]),
    ("El número de niños devueltos supera los 1.900.", [(1900, "returned", "total", "more_than")]),
    ("Más de 700 centros de reeducación figuran en el censo ucraniano.", [(700, "facilities", "total", "more_than")]),
    (
        "Los secuestrados serían 35.000 según Yale y 19.546 según Kiev.",
        [(19546, "deported", "total", "exact"), (35000, "deported", "estimate", "exact")],
    ),
    (
        "Estados Unidos castiga a dos entidades y trece individuos por el traslado de menores.",
        [(13, "sanctions", "batch", "exact"), (2, "sanctions", "batch", "exact")],
    ),
    (
        (
            "Kiev recibe a 11 menores sacados de Rusia con mediación catarí.\nEl embajador de Catar "
            "asistió a la entrega. Los niños, de entre 3 y 17 años, pasaron dos noches en Doha.\nDesde "
            "2023, el emirato ha facilitado el regreso de 107 menores.\nUcrania mantiene en su registro "
            "19.546 nombres."
        ),
        [
            (107, "returned", "total", "exact"),
            (11, "returned", "batch", "exact"),
            (19546, "deported", "total", "exact"),
        ],
    ),
    (
        (
            "Ni la mitad ni un tercio: de los miles de niños, la Fiscalía ubicó a 5.600 y devolvió a "
            "1.300, sostiene el fiscal general Kravchenko."
        ),
        [(1300, "returned", "total", "exact"), (5600, "located", "total", "exact")],
    ),
    (
        ("¿A cuántos niños se han llevado? Kiev responde: 19.546. ¿Y cuántos han regresado? Menos de 2.000."),
        [(19546, "deported", "total", "exact"), (2000, "returned", "total", "fewer_than")],
    ),
    (
        "- Deportados: 19.546\n- Devueltos: 1.898\n- Muertos: 669\n- Heridos: 2.238\n- Desaparecidos: 2.134",
        [
            (1898, "returned", "total", "exact"),
            (19546, "deported", "total", "exact"),
            (2134, "missing", "total", "exact"),
            (2238, "injured", "total", "exact"),
            (669, "killed", "total", "exact"),
        ],
    ),
    (
        "Cuatro menores volvieron a Ucrania y dos lo hicieron a Rusia, según Lvova-Belova.",
        [(2, "returned", "batch", "exact"), (4, "returned", "batch", "exact")],
    ),
    (
        ("El plan de paz, de 28 puntos, prevé la devolución de todos los niños. En tres años han vuelto 1.850."),
        [(1850, "returned", "total", "exact")],
    ),
    ("Una base de datos rusa ofrecía en adopción a 294 niños de Lugansk.", [(294, "at_risk", "total", "exact")]),
    ("El juez emitió seis órdenes de captura contra funcionarios.", [(6, "warrants", "batch", "exact")]),
    (
        "Más de un centenar de niños ha regresado este año, 23 de ellos en marzo.",
        [(100, "returned", "total", "more_than"), (23, "returned", "batch", "exact")],
    ),
    ("Regresa a casa el niño número 2.000.", [(2000, "returned", "total", "exact")]),
    ("Melania Trump: 'Ocho niños abrazan hoy a sus padres'.", [(8, "returned", "batch", "exact")]),
    (
        "El 62 % de los 210 sitios ofrecía reeducación y uno de cada cinco, adiestramiento militar.",
        [
            (20, "facilities", "share", "exact"),
            (210, "facilities", "total", "exact"),
            (62, "facilities", "share", "exact"),
        ],
    ),
    (
        "La ministra de Exteriores cifró en 6.000 los niños que pasaron por campos rusos.",
        [(6000, "held", "total", "exact")],
    ),
    (
        "Nueve pequeños se abrazaron el jueves a sus madres tras meses de separación.",
        [(9, "returned", "batch", "exact")],
    ),
    (
        "Las autoridades de ocupación entregaron a 51 menores a sus familiares en Ucrania.",
        [(51, "returned", "batch", "exact")],
    ),
    ("Lubinets detalló que 21 adolescentes lograron escapar de Mariúpol.", [(21, "returned", "batch", "exact")]),
    ("Hasta ahora son 1.762 los menores que Kiev ha conseguido recuperar.", [(1762, "returned", "total", "exact")]),
    ("Se desconoce el paradero de 2.100 niños.", [(2100, "missing", "total", "exact")]),
    ("La cifra de niños asesinados alcanza los 700.", [(700, "killed", "total", "exact")]),
    ("Más de 13.500 niños han sido plenamente identificados.", [(13500, "identified", "total", "more_than")]),
    (
        "Rusia transfirió por la fuerza a no menos de 2.400 menores a Bielorrusia.",
        [(2400, "deported", "total", "at_least")],
    ),
    ("Media docena de chicas pudo huir de la zona ocupada.", [(6, "returned", "batch", "exact")]),
    ("Entre 19.000 y 20.000 niños fueron deportados.", [((19000, 20000), "deported", "estimate", "range")]),
    ("Otros 23 niños ucranianos, de vuelta en territorio controlado por Kiev.", [(23, "returned", "batch", "exact")]),
    (
        "Al menos 1,6 millones de menores crecen en los territorios bajo ocupación.",
        [(1600000, "at_risk", "total", "at_least")],
    ),
    ("Los 53 campamentos identificados se extienden de Crimea a Siberia.", [(53, "facilities", "total", "exact")]),
    ("Cinco hermanos huérfanos, repatriados a Ucrania con ayuda del Vaticano.", [(5, "returned", "batch", "exact")]),
    (
        ("En lo que va de guerra Kiev solo ha logrado el regreso de 1.243 de los 19.546 menores deportados."),
        [(1243, "returned", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ("Los rusos se llevaron a 15 niños del internado de Novopetrivka.", [(15, "deported", "total", "exact")]),
    ("Ya son 107 los niños reunidos con sus familias gracias a Doha.", [(107, "returned", "total", "exact")]),
    ("Von der Leyen recordó que 20.000 niños fueron raptados.", [(20000, "deported", "total", "exact")]),
    ("Perdieron la vida 20 civiles, entre ellos tres menores.", [(3, "killed", "total", "exact")]),
    (
        "Washington cortó los fondos al laboratorio que seguía la pista de 30.000 niños.",
        [(30000, "deported", "estimate", "exact")],
    ),
    (
        (
            "Diez chavales han podido dejar atrás la orilla izquierda del Dniéper, anunció Prokudin. En lo que va"
            " de año la cuenta asciende a 173."
        ),
        [(10, "returned", "batch", "exact"), (173, "returned", "total", "exact")],
    ),
    (
        ("Cuatro hermanos de 5 a 15 años atravesaron a pie el puente desde Bielorrusia y ya descansan en Volinia."),
        [(4, "returned", "batch", "exact")],
    ),
    (
        (
            "La defensora rusa de la infancia presumió de que 380 huérfanos del Donbás viven hoy con familias de "
            "Moscú, y de que otros 22 fueron dados en acogida en Siberia."
        ),
        [(380, "placed_in_family", "total", "exact"), (22, "placed_in_family", "total", "exact")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        (
            "De 2.190 menores no se tiene noticia alguna, según el portal Niños de la Guerra; otros 660 perdieron"
            " la vida."
        ),
        [(2190, "missing", "total", "exact"), (660, "killed", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        (
            "En la web del ministerio de Educación de Lugansk aparecen 294 pequeños ucranianos con foto y "
            "descripción, listos para ser adoptados."
        ),
        [(294, "at_risk", "total", "exact")],
    ),
    (
        (
            "Al menos 3.000 escolares de Zaporiyia y Jersón fueron enviados este verano a campamentos de Crimea, "
            "denuncia la organización."
        ),
        [(3000, "held", "total", "at_least")],
    ),
    (
        (
            "El Reino Unido ha incluido en su lista de sancionados a once personas e instituciones implicadas en "
            "la deportación de niños."
        ),
        [(11, "sanctions", "batch", "exact")],
    ),
    (
        (
            "Con los 16 de este jueves, el programa Bring Kids Back ha devuelto ya a más de 1.500 niños y "
            "adolescentes a la Ucrania libre."
        ),
        [(16, "returned", "batch", "exact"), (1500, "returned", "total", "more_than")],
    ),
    (
        (
            "Ucrania ha puesto nombre y apellido a 19.546 de los menores deportados; se ha averiguado el paradero"
            " de solo 1.200."
        ),
        [(19546, "identified", "total", "exact"), (1200, "located", "total", "exact")],
    ),
    (
        (
            "Un misil ruso cayó sobre un parque infantil de Krivói Rog: nueve niños perdieron la vida y una "
            "treintena resultaron heridos."
        ),
        [(9, "killed", "batch", "exact"), (30, "injured", "batch", "exact")],
    ),
    (
        (
            "Dos gemelas de ocho años se han reunido con su abuela en Poltava tras pasar catorce meses en un "
            "orfanato de Rostov."
        ),
        [(2, "returned", "batch", "exact")],
    ),
    (
        (
            "Han regresado menos del diez por ciento de los deportados, recordó la vicepresidenta del Parlamento,"
            " Olena Kondratiuk."
        ),
        [(10, "returned", "share", "fewer_than")],
    ),
    (
        "¿Cuántos han vuelto? 2.003. ¿Cuántos faltan? Más de 17.500.",
        [(2003, "returned", "total", "exact"), (17500, "missing", "total", "more_than")],
    ),
    (
        "Entre 200.000 y 300.000 niños habrían sido deportados, calcula la comisionada Herasymchuk.",
        [((200000, 300000), "deported", "estimate", "range")],
    ),
    (
        (
            "En el tercer intercambio auspiciado por Catar volvieron a Ucrania seis menores, mientras que tres "
            "hicieron el camino opuesto."
        ),
        [(6, "returned", "batch", "exact"), (3, "returned", "batch", "exact")],
    ),
    (
        "Cerca de un millón y medio de menores residen todavía en las zonas que controla Rusia.",
        [(1500000, "at_risk", "total", "approx")],
    ),
    ("Moscú afirma haber dado asilo a unos 2.000 huérfanos del Donbás.", [(2000, "deported", "total", "approx")]),
    (
        "El registro de desaparecidos creció en 38 niños en una semana, hasta los 2.228.",
        [(38, "missing", "increment", "exact"), (2228, "missing", "total", "exact")],
    ),
    (
        "Dos niñas más han vuelto a los brazos de sus madres, informó la oficina del defensor; ya son 1.990.",
        [(2, "returned", "batch", "exact"), (1990, "returned", "total", "exact")],
    ),
    (
        "Rusia entregó a Ucrania, por mediación de la esposa de Trump, a otros siete niños; con ellos son 22.",
        [(7, "returned", "batch", "exact"), (22, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        "Un tribunal de Kiev condenó a 12 años a una exdirectora por el rapto de 17 pupilos.",
        [(17, "deported", "total", "exact")],
    ),
    (
        "Los voluntarios han dado con el rastro de 130 menores en 11 regiones rusas.",
        [(130, "located", "total", "exact")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    ("Más de 50.000 chavales de Crimea han ingresado en Yunarmia.", [(50000, "at_risk", "total", "more_than")]),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        (
            "En la cena de anoche en Kiev había nueve sillas ocupadas que llevaban dos años vacías: las de nueve "
            "adolescentes sacados de Lugansk por Save Ukraine."
        ),
        [(9, "returned", "batch", "exact")],
    ),
    (
        ('Moscú cifra en 744.000 los menores "evacuados" del Donbás; Kiev los llama secuestrados y documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    (
        (
            "Los satélites han permitido a Yale situar 210 puntos donde se reeduca a niños; el 62 % ofrece "
            "programas patrióticos."
        ),
        [(210, "facilities", "total", "exact"), (62, "facilities", "share", "exact")],
    ),
    (
        (
            "El goteo sigue: tres en marzo, cinco en abril, once en mayo. Desde 2022, 1.985 menores han cruzado "
            "de vuelta."
        ),
        [(1985, "returned", "total", "exact")],
    ),
    (
        "En Melitópol, más de 3.200 escolares visten ya el uniforme de la Yunarmia.",
        [(3200, "at_risk", "total", "more_than")],
    ),
    (
        "Un decreto del Kremlin permitió que 380 huérfanos recibieran padres rusos.",
        [(380, "placed_in_family", "total", "exact")],
    ),
    (
        "Desde Doha, los mediadores pusieron en un avión a seis menores con destino a Kiev.",
        [(6, "returned", "batch", "exact")],
    ),
    (
        "De los 339 nombres de la lista, Moscú solo ha respondido por 128.",
        [(339, "other", "total", "exact"), (128, "other", "total", "exact")],
    ),
    (
        "La última semana dejó 12 niños muertos y 47 con heridas, según Unicef.",
        [(12, "killed", "total", "exact"), (47, "injured", "total", "exact")],
    ),
    ("Nada se sabe de 2.215 niños ucranianos, subraya la policía.", [(2215, "missing", "total", "exact")]),
    ("Rusia retiene todavía a más de 17.000 menores.", [(17000, "held", "total", "more_than")]),
    ("Canadá castiga a 23 funcionarios por llevarse a los niños.", [(23, "sanctions", "batch", "exact")]),
    (
        "Camino a casa van ya otros quince; la semana pasada fueron once.",
        [(15, "returned", "batch", "exact"), (11, "returned", "batch", "exact")],
    ),
    ("Cerca de 4.000 de los trasladados eran huérfanos, calcula la ONG.", [(4000, "deported", "total", "approx")]),
    (
        "Han pasado por campamentos de Bielorrusia 2.442 menores de entre 6 y 17 años.",
        [(2442, "held", "total", "exact")],
    ),
    (
        "En la base de datos federal hay fichas de 120 pequeños de Jersón, a la espera de adoptante.",
        [(120, "at_risk", "total", "exact")],
    ),
    ('"Uno a uno, hemos arrancado a 1.800 a los rusos", resume el asesor.', [(1800, "returned", "total", "exact")]),
    ("Max, de 17 años, trajo consigo desde Rusia a sus tres hermanos pequeños.", [(3, "returned", "batch", "exact")]),
    (
        "A los mil días de la invasión, Kiev había traído a casa a 1.022 menores; hoy suma casi dos mil.",
        [(1022, "returned", "total", "exact"), (2000, "returned", "total", "approx")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        ('Moscú cifra en 744.000 los menores "evacuados" del Donbás; Kiev los llama secuestrados y documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ('"Uno a uno, hemos arrancado a 1.800 a los rusos", resume el asesor.', [(1800, "returned", "total", "exact")]),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        ('Moscú cifra en 744.000 los menores "evacuados" del Donbás; Kiev los llama secuestrados y documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ('"Uno a uno, hemos arrancado a 1.800 a los rusos", resume el asesor.', [(1800, "returned", "total", "exact")]),
    (
        "Deportados: 19.546. Devueltos: 1.859. Muertos: 678. Heridos: 2.321.",
        [
            (19546, "deported", "total", "exact"),
            (1859, "returned", "total", "exact"),
            (678, "killed", "total", "exact"),
            (2321, "injured", "total", "exact"),
        ],
    ),
    (
        "Dos años, cuatro meses y once días esperó Olga a su hijo. Con él volvieron el lunes otros diez.",
        [(10, "returned", "batch", "exact")],
    ),
    ('"Veinte mil infancias robadas", resumió la embajadora ante el Consejo.', [(20000, "deported", "total", "exact")]),
    (
        "Londres añade a su lista de castigados a 12 personas y 4 organizaciones.",
        [(12, "sanctions", "batch", "exact"), (4, "sanctions", "batch", "exact")],
    ),
    ("La ONG contabiliza 840 misiones y 1.015 niños de regreso.", [(1015, "returned", "total", "exact")]),
    ("Cada semana regresan de media siete menores, según la defensora adjunta.", [(7, "returned", "batch", "exact")]),
    (
        (
            "La embajadora Stefanishyna puso la cifra en 1,6 millones: son los niños que crecen sin bandera "
            "propia en el este."
        ),
        [(1600000, "at_risk", "total", "exact")],
    ),
    (
        "Hasta el momento se ha notificado la condición de sospechoso a 40 personas y 12 han sido condenadas.",
        [(40, "other", "total", "exact"), (12, "other", "total", "exact")],
    ),
    (
        "Rusia dice que ha ayudado a 22 familias ucranianas a reunirse con 101 hijos.",
        [(101, "returned", "total", "exact")],
    ),
    ("El más alejado de los 57 centros está a 6.200 kilómetros de Donetsk.", [(57, "facilities", "total", "exact")]),
    (
        "En 2025 volvieron 860 niños, casi el doble que en 2024, cuando lo hicieron 450.",
        [(860, "returned", "total", "exact"), (450, "returned", "total", "exact")],
    ),
    (
        '"Cerca de veinte mil pequeños ucranios secuestrados: eso no lo negociamos", zanjó Kallas.',
        [(20000, "deported", "total", "approx")],
    ),
    (
        "Doce jóvenes de entre 14 y 17 años abandonaron la zona bajo control ruso con ayuda de voluntarios.",
        [(12, "returned", "batch", "exact")],
    ),
    ("La Fiscalía eleva a 20.570 el número de casos de traslado forzoso.", [(20570, "deported", "total", "exact")]),
    (
        "No fueron 13, como se dijo el viernes, sino 11 los niños entregados en Minsk.",
        [(11, "returned", "batch", "exact")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        ('Moscú cifra en 744.000 los menores "evacuados" del Donbás; Kiev los llama secuestrados y documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ('"Uno a uno, hemos arrancado a 1.800 a los rusos", resume el asesor.', [(1800, "returned", "total", "exact")]),
    ('"Veinte mil infancias robadas", resumió la embajadora ante el Consejo.', [(20000, "deported", "total", "exact")]),
    (
        '"Cerca de veinte mil pequeños ucranios secuestrados: eso no lo negociamos", zanjó Kallas.',
        [(20000, "deported", "total", "approx")],
    ),
    (
        "600 niños ucranianos pasaron el verano de 2023 en el campamento bielorruso de Dubrava.",
        [(600, "held", "total", "exact")],
    ),
    (
        (
            'Según Moscú, desde el inicio de la "operación especial" llegaron a territorio ruso 744.000 menores '
            "procedentes de Ucrania."
        ),
        [(744000, "deported", "total", "exact")],
    ),
    (
        '"Nos han robado a veinte mil niños; hemos conseguido que vuelvan 1.625", lamentó el presidente.',
        [(20000, "deported", "total", "exact"), (1625, "returned", "total", "exact")],
    ),
    (
        '"Hemos devuelto a 101 menores", dijo Peskov, que negó que haya 20.000 secuestrados.',
        [(101, "returned", "total", "exact")],
    ),
    (
        ('Moscú cifra en 744.000 los menores "evacuados" del Donbás; Kiev los llama secuestrados y documenta 19.546.'),
        [(744000, "deported", "total", "exact"), (19546, "deported", "total", "exact")],
    ),
    ('"Uno a uno, hemos arrancado a 1.800 a los rusos", resume el asesor.', [(1800, "returned", "total", "exact")]),
    ('"Veinte mil infancias robadas", resumió la embajadora ante el Consejo.', [(20000, "deported", "total", "exact")]),
    (
        '"Cerca de veinte mil pequeños ucranios secuestrados: eso no lo negociamos", zanjó Kallas.',
        [(20000, "deported", "total", "approx")],
    ),
]
NONE = [
    "El canje de 300 prisioneros incluyó a 12 civiles.",
    "En Gaza han muerto 18.000 niños, según Unicef.",
    "La resolución fue aprobada con 93 votos a favor y 8 en contra.",
    "Ocho misiles cayeron sobre Járkov y causaron 40 millones de euros en daños.",
    "España acoge a 60.000 alumnos ucranianos en sus escuelas.",
    "La niña tardó 11 días en recorrer 2.000 kilómetros.",
    "El presidente cumplió 73 años y habló 45 minutos con su homólogo.",
    "Dos de cada tres padres no saben dónde están sus hijos.",
    "La guerrilla reclutó a 1.200 menores en Colombia.",
    "Vuelven a clase 3,7 millones de alumnos ucranianos; 300 escuelas siguen bajo tierra.",
    "Un ataque ruso con 62 drones causa tres heridos, entre ellos un niño de 5 años.",
    "Zelenski viajó con una delegación de 14 personas y se reunió 90 minutos con Trump.",
    "Unos 4.000 niños ucranianos pasan el verano en campamentos de Polonia y Lituania.",
    "Kiev desmiente que hayan vuelto 500 menores.",
    "Bruselas y 41 países forman la coalición para el retorno de los niños.",
    "Tres de los ocho habían sido llevados a Rusia; los demás vivían al otro lado del frente.",
    "Un cuarto de siglo después, la ley exige dos tercios de los votos.",
    "En la lista de espera hay 40 familias.",
    "La maestra tiene 31 alumnos; cinco son ucranianos.",
    "Detenidos tres hombres por captar a 14 menores en una red de trata en Madrid.",
    "Un total de 12 familias ucranianas fueron realojadas en Valencia.",
    "El Papa recibió a 40 niños ucranianos en el Vaticano.",
    "Rusia y Ucrania canjean 1.000 cuerpos de soldados.",
    "La comisión celebró 14 sesiones y escuchó a 200 testigos.",
    "Sudán: 4,3 millones de niños desplazados por la guerra.",
    "Un autobús con 22 niños volcó cerca de Leópolis; siete resultaron heridos.",
    "El hospital infantil trató a 600 menores el año pasado.",
    "Boko Haram libera a 82 niñas secuestradas en 2014.",
    "La ONG Save Ukraine, fundada en 2014, tiene 120 empleados.",
    "Veinte años de cárcel para el director del orfanato.",
    "El asesor dijo que llamó 15 veces al negociador ruso.",
    "Faltan 3 días para la reunión; asistirán 45 países.",
    "El 24 de febrero se cumplen cuatro años del inicio de la invasión y 1.461 días de guerra.",
    "Liberan a 300 alumnos secuestrados en una escuela católica de Nigeria.",
    "Los 27 debatirán el paquete número 20 de sanciones.",
    "Mil ochocientos niños, no veinte mil: eso es lo que ha conseguido la diplomacia.",
    "Un millar de familias busca a sus hijos.",
    "La asociación atendió a 800 familias desplazadas.",
    "El Shajtar cadete ganó por 5-0 ante 300 espectadores; ninguno de los 22 chicos pasa de 15 años.",
    "El tren tarda 14 horas. En el vagón 7 viajan 40 pasajeros.",
    ("Unos 400.000 alumnos ucranianos siguen clases en línea y 900 escuelas subterráneas abrirán en septiembre."),
    "Salvamento Marítimo rescató a 61 personas, entre ellas doce menores, a 20 millas de Gran Canaria.",
    "La resolución, de 12 párrafos, salió adelante con 93 votos; pide el retorno inmediato de los niños.",
    "Los niños, de 4, 7 y 11 años, estuvieron 18 meses en Rusia.",
    "En Gaza, la OMS evacuó a 41 niños heridos.",
    "El plan costará 30 millones y durará cinco años; 41 países lo apoyan para devolver a los niños.",
    "En la escuela trabajan 24 maestros y estudian 310 alumnos desplazados de Jersón.",
    "El juicio, previsto para el 14 de mayo a las 10.00, se celebrará en la sala 3.",
    "En el canje 71 volvieron 205 militares; el más joven tiene 20 años.",
    "Cinco de los siete recién llegados son niñas.",
]


def _figures(text: str, *, ours: bool = False) -> list[Figure]:
    return list(_EXTRACTOR.extract(text, language="es", published=_DAY, ours=ours).figures)


def _told(figure: Figure) -> tuple[object, ...]:
    value = figure.value if figure.value is not None else (figure.low, figure.high)
    return value, figure.measure, figure.kind, figure.qualifier


@pytest.mark.parametrize(("words", "value"), WORDS)
def test_number(words: str, value: float) -> None:
    assert [span.value for span in find(tokenize(shadow(words)), load("es"))] == [value]


@pytest.mark.parametrize(("text", "figures"), FIGURES)
def test_figures(text: str, figures: list[tuple[object, ...]]) -> None:
    assert sorted(map(_told, _figures(text, ours=True)), key=str) == sorted(figures, key=str)


@pytest.mark.parametrize("text", NONE)
def test_not_a_figure(text: str) -> None:
    assert _figures(text) == []


@pytest.mark.parametrize("text", [text for text, _ in FIGURES])
def test_spans_are_verbatim(text: str) -> None:
    for figure in _figures(text):
        assert text[figure.start : figure.end] == figure.quote
        assert figure.derived or text[figure.num_start : figure.num_end] == figure.num


def test_a_single_child_of_a_standfirst_is_a_side_note() -> None:
    text = "Una niña hizo el viaje contrario.\nMelania Trump aseguró que nueve menores se han reunido con sus familias."
    found = _EXTRACTOR.extract(text, language="es", published=None).figures
    assert [(f.value, f.optional) for f in found if f.measure == "returned"] == [(1, True), (9, False)]
