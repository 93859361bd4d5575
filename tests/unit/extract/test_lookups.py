"""What is remembered, gathered once or not asked again gives the same as asking every time."""

from __future__ import annotations

from itertools import count
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import languages, stories
from monitor.extract import Extractor
from monitor.extract.speaker.attribution import NOBODY, Speaking, Voices
from monitor.extract.text.document import prepare
from monitor.extract.text.lexicon import Lexicon
from monitor.extract.text.shadow import shadow
from monitor.extract.text.tokens import clauses, per_token, sentences, tokenize
from monitor.extract.weigh.weights import Weights
from monitor.stories.marks import UNIT, marks

EN = languages.load("en")
LEXICON = Lexicon(
    [("unit.one", "grey seal"), ("unit.two", "grey seal pup*"), ("any", "late *"), ("place.sea", "the sea")]
)


def said(text: str) -> list[tuple[str, int, int]]:
    return [(cue.tag, cue.i, cue.j) for cue in LEXICON.mark(text.split())]


def test_a_third_word_decides_each_time_anew() -> None:
    assert said("grey seal swims") == [("unit.one", 0, 2)]
    assert said("grey seal pups swim") == [("unit.two", 0, 3)]
    assert said("grey seal swims") == [("unit.one", 0, 2)]
    assert said("grey seal") == [("unit.one", 0, 2)]
    assert said("grey") == []


def test_a_word_that_may_be_any_must_be_there() -> None:
    assert said("late") == []
    assert said("late again") == [("any", 0, 2)]
    assert said("late") == []


def test_a_name_of_several_words_is_known_in_the_possessive() -> None:
    lexicon = Lexicon([("speaker.a", "harbour board"), ("speaker.b", "board of pilots"), ("unit.c", "harbour wall")])
    words = tokenize("the harbour board's count, the board of pilots's list, the harbour wall's stones").words
    assert [cue.tag for cue in lexicon.mark(words)] == ["speaker.a", "speaker.b"]


def test_odd_characters_of_patterns_and_texts_are_the_same() -> None:
    lexicon = Lexicon([("a", "l’enfant"), ("b", "дітьми\u00a0війни"), ("c", "Ёлк*")])
    words = tokenize(shadow("l'enfant дітьми війни елка")).words
    assert [cue.tag for cue in lexicon.mark(words)] == ["a", "b", "c"]


@given(st.lists(st.sampled_from(["word", "and", ",", "–", ".", "!", "u", "12", "\n"]), max_size=450))
def test_sentences_and_clauses_cover_all_tokens(words: list[str]) -> None:
    text = " ".join(words)
    tokens = tokenize(text)
    whole = sentences(tokens, EN, text)
    parts = clauses(tokens.words, whole, EN)
    for ranges in (whole, parts):
        assert [k for a, b in ranges for k in range(a, b)] == list(range(len(tokens.words)))
    assert all(b - a <= 201 for a, b in whole)
    sentence, clause = per_token(count(), whole), per_token(count(), parts)
    assert all(len({sentence[k] for k in range(a, b)}) == 1 for a, b in parts)
    assert len(clause) == len(tokens.words)


def test_words_outside_the_text_are_empty() -> None:
    doc = prepare("Grey seals swim.", EN, LEXICON)
    assert [doc.word(k) for k in (-1, 0, 3, 4, 99)] == ["", "grey", ".", "", ""]


def test_traits_that_weigh_the_same_count_each() -> None:
    traits = {"t one": marks([0, 1.2]), "t two": marks([0, 1.2]), "t less": marks([0.3, -2.7])}
    weights = Weights({"measure": {"classes": ["none", "returned"], "bias": [0.0, 0.0], "traits": traits}})

    def lead(*names: str) -> float:
        none, returned = weights.odds("measure", weights.sum(set(names))).values
        return (returned - none) / UNIT

    assert lead("t one") == pytest.approx(1.2)
    assert lead("t one", "t two") == pytest.approx(2.4)
    assert lead("t one", "t two", "t less", "t unknown") == pytest.approx(-0.6)
    assert lead() == 0


class Worth(dict[str, int]):
    """Every trait is worth something of its own."""

    def get(self, trait: str, default: int = 0) -> int:  # type: ignore[override]
        return crc32(trait.encode()) % 10_000


def test_the_speaker_is_the_one_whose_traits_are_worth_most() -> None:
    text = (
        "Kyiv says 19,546 children were taken. The ombudsman said 12 came home. Save Ukraine, which brought 5 of them, "
        "thanked Qatar. Dmytro Lubinets told reporters that 3 more wait. Moscow denies it.\n"
        "7 boys returned, Kuleba said."
    )
    reader = Extractor(stories.load("ukrainian_children"))
    doc, head = reader.prepared(text, "Yale counts 35,000", "en")
    voices = Voices(head, doc)
    for span in doc.spans:
        sums = {who: sum(map(Worth().get, found)) for who, found in voices.traits(span.i, "returned", 9).items()}
        sums[NOBODY] -= UNIT
        best = max(sums, key=sums.__getitem__)
        assert voices.speaker(span.i, "returned", 9, Speaking(Worth())) == (best or None)
