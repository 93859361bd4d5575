"""Series that are told apart: parts of what is counted, lists, another side's framing, and whose deal a batch is."""

from datetime import date
from pathlib import Path

import pytest

from monitor import stories
from monitor.errors import StoryError
from monitor.extract import Extractor

STORY = stories.load("ukrainian_children")
READER = Extractor(STORY)


def _read(language: str, text: str, headline: str = "") -> dict[float | None, tuple[str | None, str]]:
    found = READER.extract(
        text, language=language, published=date(2026, 3, 10), headline=headline, ours=True
    ).figures  # fmt: skip
    return {figure.value: (figure.note, figure.scope) for figure in found}


@pytest.mark.parametrize(
    ("language", "text", "notes"),
    [
        (
            "en",
            "Yale found 210 camps where Ukrainian children are held. At 39 of the camps they got weapons training.",
            {210: None, 39: "military subset"},
        ),
        (
            "en",
            "Yale found 210 camps where Ukrainian children are held. At 130 of the camps lessons were patriotic.",
            {210: None, 130: "re-education subset"},
        ),
        (
            "en",
            "39 of the 210 camps that hold Ukrainian children give weapons training, the Yale lab said.",
            {39: "military subset", 210: None},
        ),
        (
            "it",
            "39 dei 210 campi danno addestramento militare ai bambini ucraini, secondo Yale.",
            {39: "military subset"},
        ),
        (
            "uk",
            "У 39 із 210 таборів, де тримають українських дітей, є військова підготовка, каже Єль.",
            {39: "military subset"},
        ),
        (
            "en",
            "Yale found 210 camps where Ukrainian children are held. At 39 of the camps they heard of the drones.",
            {210: None, 39: None},
        ),
        (
            "fr",
            "Yale a recensé 210 camps pour enfants ukrainiens, dont 39 à vocation militaire.",
            {39: "military subset"},
        ),
        (
            "en",
            "Lvova-Belova said 744,000 Ukrainian children had been received in Russia.",
            {744_000: "Russian framing"},
        ),
        ("en", "Kyiv says Russia has deported 19,546 children.", {19_546: None}),
        ("en", "Ukraine handed over a list of 339 names of deported children in Istanbul.", {339: "list"}),
        ("uk", "У Стамбулі Україна передала список із 339 імен дітей.", {339: "list"}),
    ],
)
def test_a_part_a_list_and_a_framing_have_their_note(language: str, text: str, notes: dict[int, str | None]) -> None:
    found = _read(language, text)
    assert {value: found.get(value, ("not read", ""))[0] for value in notes} == notes


def test_military_training_alone_is_no_part_of_anything() -> None:
    found = _read("en", "Yale found 210 camps in Russia where Ukrainian children get military training.")
    assert found[210][0] is None


@pytest.mark.parametrize(
    ("language", "text", "headline", "scopes"),
    [
        (
            "en",
            "Lvova-Belova said five children had gone to relatives in Ukraine. All in all she has helped 160.",
            "Melania Trump: more children home",
            {5: "mt", 160: "lvova_belova"},
        ),
        ("en", "Lvova-Belova said five children had gone to relatives in Ukraine.", "Children home", {5: "all"}),
        (
            "en",
            "Lvova-Belova said five children had gone to relatives in Ukraine. Qatar helped.\nThe law is new.",
            "",
            {5: "qatar"},
        ),
        (
            "en",
            "Lvova-Belova said five children had gone to relatives in Ukraine.\nCold.\nDark.\nQatar sells gas.",
            "",
            {5: "all"},
        ),
        ("en", "Five children came home from Russia. Qatar has its own talks.", "", {5: "all"}),
        (
            "ru",
            "Пятеро детей вернулись из России в Украину, сообщила Львова-Белова. Ещё один ребёнок воссоединился с "
            "семьёй в России. Посредником выступила Мелания Трамп.",
            "",
            {5: "mt", 1: "mt"},
        ),
        ("uk", "На порталі «Діти війни» вказано, що повернули 388 дітей.", "", {388: "portal"}),
        ("en", "Qatar said 48 children had been reunited with families in Ukraine and Russia.", "", {48: "qatar"}),
    ],
)
def test_a_batch_is_of_the_deal_that_the_text_names(
    language: str, text: str, headline: str, scopes: dict[int, str]
) -> None:
    found = _read(language, text, headline)
    assert {value: found.get(value, ("", "not read"))[1] for value in scopes} == scopes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("odd:\n  note: x\n  measures: returned\n", "nothing tells this subset"),
        ("odd:\n  note: x\n  measures: flown\n  words: a\n", "no measure 'flown'"),
        ("odd:\n  measures: returned\n  words: a\n", "note"),
    ],
)
def test_a_mistake_in_subsets_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "subsets.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StoryError) as caught:
        stories._subsets(path, STORY.measures)
    assert message in str(caught.value) and "subsets.yaml" in str(caught.value)
