"""A stem pattern means the word it was written for, not every word that begins with the same letters."""

import pytest

from monitor import stories
from monitor.extract.text.lexicon import Lexicon
from monitor.extract.text.tokens import tokenize

STORY = stories.load("ukrainian_children")


@pytest.mark.parametrize(
    ("language", "words", "meanings"),
    [
        ("uk", "кримінальний криміналістів", {"place.tot", "story"}),
        ("uk", "рівно рівня твердить твердо казанок", {"place.ua", "place.ru"}),
        ("uk", "добралися добре ночували годують", {"reject.duration"}),
        ("uk", "вкрай місцевих установлено матеріали", {"measure.deported", "unit.facilities", "kin"}),
        ("uk", "дохід доходу", {"scope.qatar"}),
        ("ru", "детали детектив брать спасибо верно доходы", {"child", "measure.returned", "scope.qatar"}),
        ("ru", "семь тетрадей материалы уверенно Сириусе", {"kin", "say", "foreign"}),
        ("ru", "прошлого года пришлось следующий остальные", {"arrival", "measure.moved", "measure.living"}),
        ("ru", "фактически часть стать", {"unit.cases", "reject.duration", "label"}),
        ("pl", "listopada kongresu synchronizacja", {"measure.other", "foreign", "child"}),
        ("de", "Heimkinder", {"measure.returned"}),
        ("en", "boycotted European entitled", {"sex.boys", "reject.money", "unit.organisations"}),
        ("es", "veteranos escaparate", {"measure.sanctions", "measure.returned"}),
        ("fr", "réunion revendique périple mortier sauvage", {"measure.returned", "measure.killed"}),
        ("it", "stimolo minoranza", {"estimate", "child"}),
    ],
)
def test_words_that_only_begin_alike_mean_nothing_of_it(language: str, words: str, meanings: set[str]) -> None:
    tokens = tokenize(words.lower()).words
    assert not meanings & {cue.tag for cue in Lexicon(STORY.lexicon(language)).mark(tokens)}


@pytest.mark.parametrize(
    ("language", "words", "meaning"),
    [
        ("uk", "кримських", "place.tot"),
        ("uk", "тверської", "place.ru"),
        ("uk", "добу", "reject.duration"),
        ("ru", "детям", "child"),
        ("ru", "вернули", "measure.returned"),
        ("ru", "семьями", "kin"),
        ("pl", "listach", "measure.other"),
        ("fr", "réunis", "measure.returned"),
        ("fr", "sauvèrent", "measure.returned"),
        ("pl", "okupującej", "place.tot"),
        ("pl", "synek", "child"),
        ("uk", "вкрав", "measure.deported"),
        ("ru", "спасших", "measure.returned"),
        ("es", "escapen", "measure.returned"),
        ("pt", "reunindo", "measure.returned"),
        ("it", "stimerebbero", "estimate"),
        ("de", "heimgekehrt", "measure.returned"),
    ],
)
def test_the_words_that_were_meant_still_mean_it(language: str, words: str, meaning: str) -> None:
    assert meaning in {cue.tag for cue in Lexicon(STORY.lexicon(language)).mark([words])}
