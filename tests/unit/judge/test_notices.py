"""Notices of correction in nine languages: which words are one, which numbers it names and which it takes back."""

from __future__ import annotations

from datetime import date

import pytest

from monitor.judge._notices import Notice, notice_of
from monitor.model import Figure, Occasion


def notice(text: str, language: str = "en", headline: str = "") -> Notice | None:
    return notice_of(Occasion("a", date(2026, 1, 10), "daily", headline=headline, text=text, language=language))


def figure(value: float, printed: str, text: str) -> Figure:
    """A batch whose number stands in the text as printed."""
    at = text.index(printed)
    return Figure(value, "returned", "batch", printed, at, at + len(printed), num=printed, num_start=at)


OWN = [
    ("en", "Correction: an earlier version of this article said eight children had been returned.", {8}),
    ("en", "CORRECTION, Dec. 5: this dispatch gave 8.", {8}),
    ("en", "A notice of correction. We gave the number as 18. It was 16.", {16, 18}),
    ("en", "Seven are home. We wrongly reported eight on Friday.", {8}),
    ("en", "Seven are home. This article has been corrected: the town's name was misspelt.", set()),
    ("es", "Fe de errores: una versión anterior de este artículo hablaba de ocho niños.", {8}),
    ("es", "Han vuelto siete. En una versión anterior se hablaba de ocho niños.", {8}),
    ("fr", "Rectificatif : une version précédente de cet article évoquait huit enfants.", {8}),
    ("fr", "Sept sont rentrés. Dans une version précédente, nous parlions de huit enfants.", {8}),
    ("de", "Korrektur: In einer früheren Fassung war von 2.455 Kindern die Rede.", {2455}),
    ("de", "Sieben sind zurück. In einer früheren Version dieses Artikels standen acht.", {8}),
    ("it", "Errata corrige: in una versione precedente si parlava di otto bambini.", {8}),
    ("it", "Sono tornati in sette. In una precedente versione dell'articolo erano otto.", {8}),
    ("pt", "Correção: uma versão anterior deste artigo dizia que eram oito.", {8}),
    ("pt", "Voltaram sete. Numa versão anterior falava-se de oito crianças.", {8}),
    ("pl", "Sprostowanie: we wcześniejszej wersji tekstu pisaliśmy o ośmiorgu dzieciach.", {8}),
    ("pl", "Wróciło siedmioro. Tekst został poprawiony: nie 8 dzieci.", {8}),
    ("uk", "Повернули 19 дітей. Виправлено: раніше в тексті йшлося про 91 дитину.", {91}),
    ("uk", "Повернули 19 дітей. У попередній версії матеріалу йшлося про дев'яносто одну.", {91}),
    ("ru", "Вернулись дети. Исправлено: в предыдущей версии говорилось о шести детях.", {6}),
    ("en", "KYIV - (Corrects number of children to 12 from 13) Twelve are home.", {12, 13}),
    ("en", "(This Nov. 10 story has been corrected; Kyiv revised its figure.) Twelve are home, not 13.", {12, 13}),
    ("es", "(Corrige el número de niños de 13 a 12) Han vuelto a casa.", {12, 13}),
    ("fr", "(Corrige le nombre d'enfants : 12 au lieu de 13) Ils sont rentrés.", {12, 13}),
    ("de", "(Korrigiert die Zahl der Kinder auf 12 statt 13) Sie sind zurück.", {12, 13}),
    ("it", "(Corregge il numero dei bambini: 12 e non 13) Sono a casa.", {12, 13}),
    ("pt", "(Corrige o número de crianças de 13 para 12) Voltaram.", {12, 13}),
    ("pl", "(korekta liczby dzieci: 12, nie 13) Wrócili do domu.", {12, 13}),
    ("uk", "(виправлено кількість дітей: 12, а не 13) Вони вдома.", {12, 13}),
    ("ru", "(исправлено число детей: 12, а не 13) Они дома.", {12, 13}),
    ("ru", "Поправка: вчера мы сообщили о восьми возвращённых; правильно – шесть.", {6, 8}),
    ("en", "Our earlier story wrongly spoke of 283 children; the number is 238.", {238, 283}),
    ("es", "Nota: en una nota anterior informamos por error de 283 menores; son 238.", {238, 283}),
    ("fr", "Note : notre précédente dépêche faisait état de 283 enfants ; le nombre exact est 238.", {238, 283}),
    ("de", "Hinweis: In unserer früheren Meldung standen fälschlich 283 Kinder; es sind 238.", {238, 283}),
    ("it", "Nota: un nostro precedente articolo riportava 283 minori; il numero esatto è 238.", {238, 283}),
    ("pt", "Nota: um texto anterior do portal indicava 283 crianças; o número correto é 238.", {238, 283}),
    ("pl", "Uwaga: w poprzedniej depeszy błędnie podaliśmy 283 dzieci; jest ich 238.", {238, 283}),
    ("uk", "У попередньому повідомленні ми помилково вказали 283 дитини; їх 238.", {238, 283}),
    ("ru", "В раннем сообщении говорилось о 283 детях; верное число 238.", {238, 283}),
]


@pytest.mark.parametrize(("language", "text", "values"), OWN)
def test_a_notice_names_numbers(language: str, text: str, values: set[float]) -> None:
    found = notice(f"They were met by relatives.\nDoctors waited.\nBuses came.\nNight fell.\n{text}", language)
    assert found is not None and found.values == values


BARE = [
    ("en", "Seven are home. (This story has been corrected.)"),
    ("en", "Editor's note: this article has been corrected. Seven are home."),
    ("es", "Nota de la redacción: este artículo ha sido corregido. Han vuelto siete."),
    ("fr", "(Cet article a été corrigé.) Sept sont rentrés."),
    ("de", "Anmerkung der Redaktion: Diese Meldung wurde korrigiert. Sieben sind zurück."),
    ("it", "Sono tornati in sette. (Questa notizia è stata corretta)"),
    ("pt", "Nota da redação: este artigo foi corrigido. Voltaram sete."),
    ("pl", "Od redakcji: informacja została poprawiona. Wróciło siedmioro."),
    ("uk", "Примітка: матеріал було виправлено. Повернули сімох."),
    ("ru", "От редакции: статья была исправлена. Вернули семерых."),
]


@pytest.mark.parametrize(("language", "text"), BARE)
def test_a_bare_notice_says_not_what_it_corrects(language: str, text: str) -> None:
    found = notice(text, language)
    assert found is not None and found.bare


@pytest.mark.parametrize(("language", "text", "_"), OWN)
def test_a_notice_that_says_what_it_corrects_is_not_bare(language: str, text: str, _: set[float]) -> None:
    found = notice(text, language)
    assert found is not None and not found.bare


@pytest.mark.parametrize("headline", ["CORRECTED: Children are home", "CORRECTED-Children are home"])
def test_a_label_of_a_headline_alone_is_bare(headline: str) -> None:
    found = notice("Seven are home.", headline=headline)
    assert found is not None and found.bare


@pytest.mark.parametrize(
    "headline",
    ["Correction: seven, not eight", "Seven are home (corrected)", "Seven, not eight: correction", "[Виправлено] Діти"],
)
def test_a_headline_is_labelled(headline: str) -> None:
    assert notice("Seven are home.", headline=headline)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He sits in a correctional colony. The ministry corrected its list: 14 children."),
        ("en", "In our previous report the count stood at 2,250. Today it is 2,268."),
        ("en", "As our earlier story told, eight children came home on Thursday."),
        ("es", "La información previa de Estados Unidos hablaba de 2.250. El fiscal alegó que se incluyó por error."),
        ("uk", "У попередній новині минулого тижня ми писали про 2250 дітей."),
        ("fr", "L'article précédent de cette loi comptait 12 pages."),
        ("en", "An earlier version of the law was softer. The report was later corrected by the ministry."),
        ("en", "The camp (a corrections colony) held 14."),
        ("en", "One.\nTwo.\nThree. Correction: said the guide.\nFour.\nFive.\nSix."),
        ("es", "El ministro corrigió la cifra. Una versión anterior de la ley era otra."),
        ("fr", "Le ministre a corrigé le chiffre. C'est une correction de trajectoire."),
        ("de", "Das Ministerium korrigierte die Zahl. In einer früheren Fassung des Gesetzes fehlte sie."),
        ("it", "Il ministro ha corretto la cifra."),
        ("pt", "O ministro corrigiu o número."),
        ("pl", "Minister skorygował liczbę. Wcześniejsza wersja ustawy była inna."),
        ("uk", "Омбудсман повідомив про спростування російського фейку. Ще 14 дітей повернулися."),
        ("uk", "За попередньою версією слідства, вивезли 14 дітей. Омбудсмен уточнив число."),
        ("ru", "По предварительной версии, вывезли 14. Он сидит в исправительной колонии."),
    ],
)
def test_what_is_no_notice(language: str, text: str) -> None:
    assert notice(text, language) is None


@pytest.mark.parametrize(
    ("language", "printed", "text"),
    [
        ("en", "eight", "Correction: an earlier version of this article said eight children had been returned."),
        ("en", "2,110", "Correction: an earlier version gave a wrong total of 2,110."),
        ("en", "11", "Correction: not 11 as first reported."),
        ("en", "13", "(Corrects number of children to 12 from 13) Twelve children are home."),
        ("es", "ocho", "Fe de errores: una versión anterior de este artículo decía que habían regresado ocho niños."),
        ("fr", "huit", "Rectificatif : une version précédente de cet article évoquait huit enfants."),
        ("de", "2.455", "Korrektur: In einer früheren Fassung war von 2.455 Kindern die Rede."),
        ("it", "otto", "Errata corrige: in una versione precedente si parlava di otto bambini."),
        ("pt", "oito", "Correção: uma versão anterior deste artigo dizia que oito crianças tinham regressado."),
        ("pl", "ośmiorgu", "Sprostowanie: we wcześniejszej wersji tekstu pisaliśmy o ośmiorgu dzieciach."),
        ("uk", "120", "Виправлено: раніше йшлося про 120 дітей."),
        ("ru", "шести", "Исправлено: в предыдущей версии говорилось о шести детях."),
    ],
)
def test_a_notice_takes_back_what_was_said(language: str, printed: str, text: str) -> None:
    found = notice(text, language)
    assert found is not None and found.takes_back(figure(8, printed, text))


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("Seven", "Seven are home.\nCorrection: an earlier version said eight."),
        ("seven", "Correction: an earlier version said eight children, but it was seven."),
        ("seven", "Correction: seven children have been returned, not eight."),
        ("12", "(Corrects number of children to 12 from 13)"),
        ("12", "(Corrects number of children returned from Russia: 12, not 13)"),
        ("19", "An earlier convoy brought 19 children.\nCorrection: the town's name was wrong."),
    ],
)
def test_a_notice_does_not_take_back_what_is_right(printed: str, text: str) -> None:
    found = notice(text)
    assert found is not None and not found.takes_back(figure(7, printed, text))
