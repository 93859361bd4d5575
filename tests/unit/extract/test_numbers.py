"""Number spans, in sentences of our own."""

from __future__ import annotations

import pytest

from monitor import languages
from monitor.extract.text.numbers import find
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import tokenize


def values(text: str, code: str) -> list[float]:
    return [s.value for s in find(tokenize(shadow(text)), languages.load(code))]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "forty-two pupils", 42),
        ("en", "two dozen of them", 24),
        ("en", "one hundred and seven", 107),
        ("en", "half a million", 500_000),
        ("en", "3.4m", 3_400_000),
        ("en", "17k", 17_000),
        ("en", "14,203", 14_203),
        ("en", "14.203", 14_203),
        ("es", "mil doscientos treinta y cuatro", 1234),
        ("es", "medio centenar", 50),
        ("es", "tres centenares", 300),
        ("es", "seis millares", 6000),
        ("fr", "trois cent soixante-treize", 373),
        ("fr", "mille deux cent quatre-vingt-quinze", 1295),
        ("es", "dos millones", 2_000_000),
        ("uk", "сорок двоє", 42),
        ("uk", "чотири тисячі триста", 4300),
        ("uk", "7,5 тис. дітей", 7500),
        ("uk", "три з половиною тисячі", 3500),
        ("uk", "12\u202f345", 12_345),
        ("uk", "пʼятнадцятеро", 15),
        ("ru", "полторы тысячи", 1500),
        ("ru", "двадцать трёх", 23),
        ("ru", "11 тысяч 250", 11_250),
        ("uk", "восьми десяткам", 80),
        ("uk", "пів дюжини", 6),
        ("uk", "у шестистах сорока", 640),
        ("uk", "тисячі двохсот", 1200),
        ("uk", "три з гаком тисячі", 3000),
        ("uk", "тисяч сорок", 40_000),
        ("uk", "сто двадцять третій", 123),
        ("uk", "двісті чотирнадцята", 214),
        ("ru", "о пятистах двух", 502),
        ("ru", "тысяча триста", 1300),
        ("ru", "тысячи ста", 1100),
        ("ru", "сотни три", 300),
        ("ru", "две с лишним сотни", 200),
        ("ru", "9 с небольшим тысяч", 9000),
        ("ru", "полтораста", 150),
        ("ru", "сто тридцатом", 130),
        ("uk", "кожна тридцята", 3.3),
        ("uk", "двох третин", 66.7),
        ("uk", "трьома п'ятими", 60),
        ("uk", "шосту частину", 16.7),
        ("uk", "одна восьма", 12.5),
        ("ru", "трём четвертям", 75),
        ("ru", "двух пятых", 40),
        ("ru", "двенадцатой части", 8.3),
    ],
)
def test_one_number(code: str, text: str, expected: float) -> None:
    assert values(text, code) == [expected]


def test_digits_of_other_scripts() -> None:
    assert values("٢٣ children and ４５ more", "en") == [23, 45]


def test_neighbouring_numbers_stay_apart() -> None:
    assert values("three, four and nine", "en") == [3, 4, 9]
    assert values("in 2025 731 children", "en") == [2025, 731]
