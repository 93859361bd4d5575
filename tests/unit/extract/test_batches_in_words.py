"""Small groups who are back, the number in words and in digits: every number from two to 21 in nine languages."""

from __future__ import annotations

from datetime import date

import pytest

from monitor import stories
from monitor.extract import Extractor

READER = Extractor(stories.load("ukrainian_children"))
TEXTS = {
    "en": ("{} Ukrainian children have been returned from Russia.", "Save Ukraine rescued {} children from Crimea."),
    "es": ("{} niños ucranianos han vuelto de Rusia.", "Ucrania recuperó a {} niños deportados por Rusia."),
    "fr": ("{} enfants ukrainiens sont rentrés de Russie.", "L'Ukraine a rapatrié {} enfants déportés en Russie."),
    "de": ("{} ukrainische Kinder sind aus Russland zurück.", "Die Ukraine hat {} verschleppte Kinder zurückgeholt."),
    "it": ("{} bambini ucraini sono tornati dalla Russia.", "L'Ucraina ha riportato a casa {} bambini deportati."),
    "pt": ("{} crianças ucranianas voltaram da Rússia.", "A Ucrânia resgatou {} crianças deportadas para a Rússia."),
    "pl": ("{} ukraińskich dzieci wróciło z Rosji.", "Ukraina sprowadziła {} dzieci wywiezionych do Rosji."),
    "uk": ("{} дітей повернулися додому з Росії.", "Україна повернула {} викрадених Росією дітей."),
    "ru": ("{} детей вернулись домой из России.", "Украина вернула {} похищенных Россией детей."),
}
WORDS = {
    "en": "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty twenty-one",
    "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
    "dieciocho diecinueve veinte veintiún",
    "fr": "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt vingt-et-un",
    "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn "
    "achtzehn neunzehn zwanzig einundzwanzig",
    "it": "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici "
    "diciassette diciotto diciannove venti ventuno",
    "pt": "duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis dezassete dezoito "
    "dezanove vinte vinte|e|uma",
    "pl": "dwoje troje czworo pięcioro sześcioro siedmioro ośmioro dziewięcioro dziesięcioro jedenaścioro dwanaścioro "
    "trzynaścioro czternaścioro piętnaścioro szesnaścioro siedemnaścioro osiemnaścioro dziewiętnaścioro "
    "dwadzieścioro dwadzieścia|jeden",
    "uk": "двох трьох чотирьох п'ятьох шістьох сімох вісьмох дев'ятьох десятьох одинадцять дванадцять тринадцять "
    "чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять двадцять двадцять|одну",
    "ru": "двоих троих четверых пятерых шестерых семерых восьмерых девятерых десятерых одиннадцать двенадцать "
    "тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать двадцать|одного",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
@pytest.mark.parametrize("count", range(2, 22))
def test_a_group_that_is_back(language: str, count: int) -> None:
    for text in TEXTS[language]:
        for number in (WORDS[language].split()[count - 2].replace("|", " "), str(count)):
            read = READER.extract(text.format(number), language=language, published=date(2026, 11, 20))
            told = [(figure.value, figure.measure, figure.kind, figure.note) for figure in read.figures]
            assert told == [(count, "returned", "batch", None)], text.format(number)
