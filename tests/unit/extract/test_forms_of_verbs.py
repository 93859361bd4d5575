"""Every usual form of the verbs that tell a measure is known, in each language: "mató", "mataron", "matados".

A stroke stands between the words of a phrase. Verbs of motion mean their measure only where they stand (ways.py), so
for these a word of their kin will do.
"""

from __future__ import annotations

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
MOTION = {
    "deported": {"carried", "snatched", "moved", "hauled", "wrested", "received", "fetched"},
    "returned": {"came", "fetched", "moved", "given", "evacuated", "carried"},
}
FORMS = """
es killed: mató, mataron, matado, matando, mataba, mataban, matan, asesinó, asesinaron, asesinados, asesinadas
es killed: murieron, murió, muertos, muertas, fallecieron, falleció, fallecidos, perdieron|la|vida
es injured: hirió, hirieron, herido, heridos, heridas, hiriendo, hieren, lesionó, lesionaron, lesionados, mutiló
es injured: mutilaron, mutilados, resultaron|heridos, sufrieron|heridas
es deported: deportó, deportaron, deportado, deportados, deportadas, deportando, deporta, secuestró, secuestraron
es deported: secuestrados, secuestrando, raptó, raptaron, raptados, trasladó|a|rusia, trasladaron|a|rusia
es deported: trasladados|a|rusia, llevaron|a|rusia, llevados|a|rusia, sacaron|de|ucrania
es deported: arrancados|de|sus|hogares, robó, robaron, robados, sustrajo, sustrajeron
es returned: devolvió, devolvieron, devueltos, devueltas, regresó, regresaron, regresado, volvió, volvieron
es returned: vuelto, repatrió, repatriaron, repatriados, rescató, rescataron, rescatados, liberó, liberaron
es returned: liberados, reunió|con|sus|familias, reunidos|con|sus|familias, retornó, retornaron, retornados
es returned: recuperó, recuperaron, recuperados
es identified: identificó, identificaron, identificado, identificados, identificadas, verificó|la|identidad
es identified: confirmó|la|identidad, estableció|la|identidad, establecieron|la|identidad
es located: localizó, localizaron, localizado, localizados, localizando, halló, hallaron, hallados, encontró
es located: encontraron, encontrados, ubicó, ubicaron, ubicados
es missing: desapareció, desaparecieron, desaparecidos, desaparecidas, en|paradero|desconocido, siguen|desaparecidos
es placed_in_family: adoptó, adoptaron, adoptados, adoptadas, entregados|a|familias|rusas, acogidos|por|familias
es placed_in_family: colocados|en|familias, dados|en|adopción, entregaron|en|adopción
fr killed: tué, tués, tuées, tuait, tuèrent, tuant, mort, morts, mortes, décédés, décédé, périrent, péri
fr killed: assassinés, ont|perdu|la|vie
fr injured: blessé, blessés, blessées, blessait, blessant, mutilés, brûlés, ont|été|blessés
fr deported: déporté, déportés, déportées, déportait, enlevé, enlevés, enlevées, kidnappés, emmenés|en|russie
fr deported: emmené|en|russie, transférés|en|russie, transféré|en|russie, arrachés, volé, volés, ravis
fr returned: rendu, rendus, rendues, rentrés, rentré, revenus, revenu, retourné, retournés, rapatrié, rapatriés
fr returned: rapatriées, ramené, ramenés, ramenées, libéré, libérés, sauvés, secourus, réuni|avec|leurs|familles
fr returned: restitués, récupéré, récupérés, regagné
fr identified: identifié, identifiés, identifiées, confirmé|l'identité, vérifié|l'identité, établi|l'identité
fr identified: confirmer|l'identité
fr located: localisé, localisés, localisées, repéré, repérés
fr missing: disparu, disparus, disparues, portés|disparus, introuvables
fr placed_in_family: adopté, adoptés, adoptées, placés|dans|des|familles, placé|dans|des|familles
fr placed_in_family: confiés|à|des|familles, confié|à|des|familles, donnés|en|adoption
de killed: tötete, töteten, getötet, getöteten, tot, starben, gestorben, ums|leben, umgebracht, ermordet
de killed: ermordeten, tötet, töten
de injured: verletzte, verletzten, verletzt, verwundete, verwundeten, verwundet, verstümmelt, verletzen
de deported: deportierte, deportierten, deportiert, verschleppte, verschleppten, verschleppt, entführte
de deported: entführten, entführt, brachte|nach|russland, nach|russland|gebracht, geraubt, raubte, raubten
de deported: gestohlen, verschleppen
de returned: kehrten|zurück, zurückgekehrt, kehrte|zurück, zurückgebracht, zurückgeholt, heimgekehrt, heimgeholt
de returned: befreit, gerettet, zurückgegeben, brachte|zurück, brachten|zurück, holte|zurück, holten|zurück
de returned: übergeben, repatriiert, wieder|zu|hause, wiedervereint, zurückgeführt
de identified: identifizierte, identifizierten, identifiziert, namentlich|bekannt, identität|festgestellt
de identified: identität|bestätigt
de located: lokalisierte, lokalisiert, aufgespürt, ausfindig|gemacht, ermittelt|den|aufenthaltsort, entdeckt
de missing: vermisst, vermissten, vermisste, verschwanden, verschwunden, verschollen, gelten|als|vermisst
de placed_in_family: adoptiert, adoptierten, adoptierte, in|pflegefamilien, in|pflegefamilien|untergebracht
de placed_in_family: an|familien|übergeben
it killed: ucciso, uccisi, uccise, uccisero, uccide, uccidono, morti, morto, morte, morirono, morì, deceduti
it killed: hanno|perso|la|vita, assassinati, uccidendo, uccidevano
it injured: ferito, feriti, ferite, ferirono, ferì, ferisce, mutilati, ustionati, feriscono
it deported: deportato, deportati, deportate, deportò, deportarono, rapito, rapiti, rapì, rapirono, sequestrati
it deported: portati|in|russia, portato|in|russia, trasferiti|in|russia, trasferì|in|russia, sottratti, strappati
it deported: rubati, deporta
it returned: tornò|a|casa, tornati, tornate, tornarono, rientrati, rientrarono, restituito, restituiti, restituì
it returned: restituirono, rimpatriati, rimpatriato, rimpatriò, riportati, riportato, riportò, salvati, liberati
it returned: liberò, recuperati, ricongiunti, riconsegnati, consegnati|alle|famiglie
it identified: identificato, identificati, identificate, identificò, identificarono, accertata|l'identità
it identified: confermato|l'identità, confermata|l'identità
it located: localizzato, localizzati, localizzò, rintracciato, rintracciati, rintracciò, individuati
it missing: scomparsi, scomparse, scomparvero, dispersi, dispersa, risultano|dispersi
it placed_in_family: adottato, adottati, adottate, affidati|a|famiglie, affidato|a|famiglie, dati|in|adozione
it placed_in_family: collocati|in|famiglie
pt killed: matou, mataram, mortos, mortas, morto, morreram, morreu, morrem, assassinados, assassinaram, faleceram
pt injured: feriu, feriram, feridos, feridas, ferido, ferindo, mutilou, mutilados
pt deported: deportou, deportaram, deportados, deportadas, raptou, raptaram, raptados, sequestrou, sequestraram
pt deported: sequestrados, levou|para|a|rússia, levaram|para|a|rússia, levados|para|a|rússia
pt deported: transferiu|para|a|rússia, transferidas|para|a|rússia, roubou, roubaram, roubadas, arrancadas
pt deported: retirou|da|ucrânia
pt returned: regressaram, regressou, regressados, voltaram, voltou, retornaram, retornou, devolveu, devolveram
pt returned: devolvidos, devolvidas, repatriou, repatriaram, repatriadas, resgatou, resgataram, resgatados
pt returned: libertou, libertaram, libertadas, reuniu|com|as|famílias, trouxe|de|volta, trouxeram|de|volta
pt returned: recuperou, recuperadas
pt identified: identificou, identificaram, identificados, identificadas, confirmou|a|identidade
pt identified: verificou|a|identidade
pt located: localizou, localizaram, localizados, encontrou, encontraram, encontrados, encontradas
pt missing: desapareceu, desapareceram, desaparecidos, desaparecidas, em|paradeiro|desconhecido
pt placed_in_family: adotou, adotaram, adotados, adotadas, adoptados, entregou|a|famílias, entregues|a|famílias
pt placed_in_family: colocadas|em|famílias, dadas|para|adoção
pl killed: zabił, zabiła, zabiło, zabili, zabitych, zabite, zabito, zginęło, zginęły, zginął, zginęli, śmierć
pl killed: poniosło|śmierć, poległo, zamordowano, zamordował, zabijają
pl injured: ranił, raniła, raniło, ranili, ranionych, rannych, zraniono, ranne, poraniło, okaleczył, zranił
pl injured: zraniło, raniono
pl deported: deportował, deportowała, deportowano, deportowali, deportowane, deportowanych, porwał, porwała
pl deported: porwano, porwane, porwanych, uprowadzono, uprowadziła, uprowadzone, wywiozła, wywieziono, wywieźli
pl deported: wywiezione, wywiezionych, ukradła, ukradziono
pl returned: wróciło, wróciły, wrócił, powróciło, powróciły, zwróciła, zwrócono, oddała, oddano, sprowadzono
pl returned: sprowadziła, sprowadzili, odzyskano, odzyskała, uratowano, uratowała, uwolniono, uwolniła, repatriowano
pl identified: zidentyfikowano, zidentyfikowała, zidentyfikował, zidentyfikowane, zidentyfikowanych
pl identified: ustalono|tożsamość, ustaliła|tożsamość, potwierdzono|tożsamość, potwierdziła|tożsamość
pl located: odnaleziono, odnalazła, odnalazł, odnalezione, zlokalizowano, zlokalizowała, namierzono
pl missing: zaginęło, zaginęły, zaginionych, zaginione, zniknęło, zniknęły, zaginął
pl placed_in_family: adoptowano, adoptowane, adoptowała, adoptowali, przekazano|rodzinom|zastępczym
pl placed_in_family: oddano|do|adopcji, umieszczono|w|rodzinach, trafiło|do|rodzin
uk killed: вбила, вбили, вбито, вбиті, убили, убито, загинуло, загинули, загинув, загиблих, загибель
uk killed: вбивають
uk injured: поранила, поранили, поранено, поранені, поранень, дістали|поранення, травмовано, покалічила, покалічено
uk deported: депортувала, депортували, депортовано, депортовані, депортованих, вивезла, вивезли, вивезено
uk deported: вивезених, викрала, викрали, викрадено, викрадених, вкрала, вкрали, вкрадено, примусово|перемістила
uk deported: примусово|переміщено, забрала, забрали
uk returned: повернула, повернули, повернуто, повернулося, повернулися, повернулись, повернув, врятувала
uk returned: врятували, врятовано, визволено, звільнила, звільнили, евакуювала|з|окупації, вивезли|з|окупації
uk returned: возз'єднано, возз'єдналися
uk identified: ідентифікувала, ідентифікували, ідентифіковано, встановила|особи, встановлено|особи
uk identified: підтвердили|особи, підтверджено|особи
uk located: розшукала, розшукали, розшукано, знайшла, знайшли, знайдено, встановили|місцеперебування
uk missing: зникло, зникли, зниклих, безвісти|зникли, пропало, пропали
uk placed_in_family: усиновили, усиновлено, усиновила, всиновили, влаштували|в|родини, передали|під|опіку
uk placed_in_family: передано|під|опіку
ru killed: убила, убили, убито, погибло, погибли, погиб, погибших, гибель, убивают
ru injured: ранила, ранили, ранено, ранены, раненых, пострадали, получили|ранения, искалечены, ранил
ru deported: депортировала, депортировали, депортированы, депортированных, вывезла, вывезли, вывезено, вывезенных
ru deported: похитила, похитили, похищено, похищенных, украла, украли, украдено, насильно|вывезла, угнала, угнали
ru deported: забрала, забрали
ru returned: вернула, вернули, возвращено, вернулось, вернулись, вернулся, возвратились, спасла, спасли, спасено
ru returned: освободила, освободили, освобождены, воссоединились, воссоединены, вернул
ru identified: идентифицировала, идентифицировали, идентифицировано, установили|личности, подтвердили|личности
ru identified: подтверждены|личности, установлены|личности
ru located: разыскала, разыскали, разыскано, нашла, нашли, найдено, обнаружили, установили|местонахождение
ru missing: пропало, пропали, пропавших, исчезли, исчезло, без|вести
ru placed_in_family: усыновили, усыновлены, усыновила, переданы|под|опеку, передали|под|опеку, устроены|в|семьи
en killed: killed, kills, killing, died, dead, slain, murdered, lost|their|lives
en injured: wounded, injured, hurt, maimed, wounding, injuring, burned
en deported: deported, abducted, kidnapped, stole, stolen, snatched, forcibly|transferred, deporting
en deported: took|to|russia, taken|to|russia
en returned: returned, repatriated, rescued, freed, brought|home, brought|back, came|home, handed|back, reunited
en returned: released
en identified: identified, verified|by|name, confirmed|the|identity, established|the|identity
en identified: established|the|identities, confirmed|the|identities
en located: located, traced, tracked|down
en missing: missing, vanished, unaccounted|for
en placed_in_family: adopted, fostered, placed|with|families, placed|in|foster|care, given|to|families
"""


def _rows() -> list[tuple[str, str, list[str]]]:
    lines = [line.partition(":") for line in FORMS.strip().splitlines()]
    return [(*head.split(), words.replace("|", " ").split(", ")) for head, _, words in lines]  # type: ignore[misc]


@pytest.mark.parametrize(("language", "measure", "words"), _rows())
def test_forms(language: str, measure: str, words: list[str]) -> None:
    known = {f"measure.{name}" for name in {measure} | MOTION.get(measure, set())}
    unknown = []
    for word in words:
        doc, _ = READER.prepared(f"{word.strip()}.", "", language)
        if known.isdisjoint(cue.tag for cue in doc.cues):
            unknown.append(word)
    assert not unknown
