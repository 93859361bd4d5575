"""Weights: how hints add up, what they may overrule, and that damaged ones are told."""

from __future__ import annotations

import dataclasses
import json
import math
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor import stories
from monitor.errors import StoryError
from monitor.extract import Extractor
from monitor.extract.context import gate
from monitor.extract.extractor import sifted
from monitor.extract.weigh.others import NONE, Guess, among
from monitor.extract.weigh.traits import traits
from monitor.extract.weigh.weights import Odds, Weights
from monitor.stories.marks import UNIT, marks, worth
from monitor.stories.tables import text_of

TABLE = {
    "classes": ["none", "returned", "deported"],
    "bias": [0.0, 0.0, -1.0],
    "traits": {"t child": marks([0, 1.2, 0]), "w en whisk": marks([0, 1.2, 0.3]), "t child @32": marks([0, 0, 2.7])},
}


def _stand(weights: Weights, traits: set[str], size: str = "") -> dict[str, float]:
    """What each measure has; the differences are logarithms."""
    odds = weights.odds("measure", weights.sum(traits, size))
    return {name: value / UNIT for name, value in zip(odds.classes, odds.values, strict=True)}


def test_hints_add_up_to_probabilities_and_unknown_ones_say_nothing() -> None:
    weights = Weights({"kind": {"classes": ["batch"], "bias": [9.0], "traits": {}}, "measure": TABLE})
    odds = weights.odds("measure", weights.sum({"t child", "w en whisk", "w en unheard"}))
    none, returned, deported = odds.probabilities()
    assert none + returned + deported == pytest.approx(1)
    assert math.log(returned / none) == pytest.approx(2.4)
    assert math.log(deported / none) == pytest.approx(-0.7)
    assert odds == weights.odds("measure", weights.sum({"w en whisk"}) + weights.sum({"t child"}))


def test_a_trait_may_weigh_otherwise_beside_numbers_of_a_size() -> None:
    weights = Weights({"measure": TABLE})
    few, many = (_stand(weights, {"t child"}, size) for size in ("32", "320"))
    assert few["deported"] - few["returned"] == pytest.approx(0.5)
    assert many["deported"] - many["returned"] == pytest.approx(-2.2)


def test_a_hidden_unit_tells_what_two_traits_say_only_together() -> None:
    both = {"bias": [-1.0], "after": [[-0.5, 2.0]]}
    traits = {"t one": marks([0, 0, 1.2]), "t two": marks([0, 0, 1.2]), "t none": marks([0, 0, -2.7])}
    weights = Weights({"measure": {"classes": [NONE, "held"], "bias": [0, 0], "traits": traits, "hidden": both}})

    def lead(*names: str) -> float:
        chances = _stand(weights, {*names})
        return chances["held"] - chances[NONE]

    assert lead() == lead("t none") == lead("t one", "t none") == 0
    assert lead("t one") == lead("t two") == pytest.approx(0.2 * 2.5, abs=0.01)
    assert lead("t one", "t two") == pytest.approx(1.4 * 2.5, abs=0.01)


@given(st.data(), st.integers(1, 3), st.integers(0, 3))
def test_sums_in_one_integer_are_those_of_plain_numbers(data: st.DataObject, classes: int, units: int) -> None:
    def row(size: int, most: float = 2.7) -> list[float]:
        thousandths = st.integers(int(-most * UNIT), int(most * UNIT))
        return [n / UNIT for n in data.draw(st.lists(thousandths, min_size=size, max_size=size))]

    rows = {f"t {k}": marks(row(classes + units)) for k in range(40)}
    hidden = {"bias": row(units, 100), "after": [row(classes, 100) for _ in range(units)]}
    table = {"classes": [*map(str, range(classes))], "bias": row(classes, 100), "traits": rows, "hidden": hidden}
    traits = data.draw(st.sets(st.sampled_from(sorted(rows))))
    weights = Weights({"before": TABLE, "measure": table, "behind": TABLE})
    chances = _stand(weights, traits)
    added = [sum(values) / UNIT for values in zip(*map(worth, map(rows.__getitem__, traits)), strict=True)]
    added = added or [0.0] * (classes + units)
    inner = [max(0, a + b) for a, b in zip(added[classes:], hidden["bias"], strict=True)]
    wanted = [
        added[k] + table["bias"][k] + sum(v * after[k] for v, after in zip(inner, hidden["after"], strict=True))
        for k in range(classes)
    ]
    leads = [chances[str(k)] - chances["0"] for k in range(classes)]
    assert leads == pytest.approx([value - wanted[0] for value in wanted], abs=0.01)


def test_the_rule_holds_until_the_hints_are_stronger_than_the_trust_in_it() -> None:
    odds = Odds((NONE, "returned", "deported"), (0, 1847, 1000))
    assert odds.likeliest("deported", trust=1.0) == "deported"
    assert odds.likeliest("deported", trust=0.847) == "deported"
    assert odds.likeliest("deported", trust=0.5) == "returned"
    assert odds.likeliest(NONE, trust=1.9) == NONE
    assert odds.likeliest(NONE, 1.9, {NONE: 0.3}) == "returned"
    assert odds.probability("returned") / odds.probability("deported") == pytest.approx(7 / 3, abs=0.001)


@pytest.mark.parametrize(
    "damage",
    [
        "{",
        "[]",
        '{"kind": 1}',
        '{"kind": {"classes": ["batch"], "bias": [0]}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "", "marks": "", "more": 1}}',
        '{"kind": {"classes": ["batch"], "bias": [], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [null], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": [], "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "w", "marks": "P"}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "w en home", "marks": "PP"}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "w en home", "marks": " "}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "w en home\\tw en home", "marks": "PP"}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "w en home\\tw en back", "marks": "P"}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "", "marks": "", '
        '"hidden": {"bias": [0], "after": []}}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": "", "marks": "", '
        '"hidden": {"bias": [0], "after": [[1, 2]]}}}',
        '{"kind": {"classes": ["batch"], "bias": [Infinity], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [NaN], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [1e9], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": ["0"], "traits": "", "marks": ""}}',
        '{"kind": {"classes": [], "bias": [], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch", "batch"], "bias": [0, 0], "traits": "", "marks": ""}}',
        '{"kind": {"classes": ["batch"], "bias": [0], "traits": {"w en home": "P"}, "marks": "P"}}',
        '{"kind": {"classes": ["batch", "total"], "bias": [0, 0], "traits": "", "marks": "", '
        '"hidden": {"bias": [0, 0], "after": [[1, 2, 3], [1]]}}}',
        '{"measure": {"classes": ["returned"], "bias": [0], "traits": "", "marks": ""}}',
        '{"speaker": {"classes": ["told"], "bias": [0], "traits": "", "marks": ""}}',
    ],
)
def test_damaged_weights_are_told_with_the_file(tmp_path: Path, damage: str) -> None:
    (tmp_path / "weights.json").write_text(damage, encoding="utf-8")
    story = dataclasses.replace(stories.load("ukrainian_children"), folder=tmp_path)
    with pytest.raises(StoryError, match="weights"):
        story.weights()


def test_a_story_without_weights_is_read_by_its_grammar_alone(tmp_path: Path) -> None:
    told = stories.load("ukrainian_children")
    shutil.copytree(told.folder / "lexicon", tmp_path / "lexicon")
    reader = Extractor(dataclasses.replace(told, folder=tmp_path))
    found = reader.extract("Ukraine has brought 12 children home.", language="en", published=None).figures
    assert [(f.value, f.measure) for f in found] == [(12, "returned")]
    assert found[0].rule != "weighed"


def _reader(folder: Path, returned: float) -> Extractor:
    """Reads by a table that holds every number `returned` (a logarithm) likelier to be a return than none."""
    told = stories.load("ukrainian_children")
    shutil.copytree(told.folder / "lexicon", folder / "lexicon")
    table = {"classes": [NONE, "returned"], "bias": [0, returned], "traits": {}}
    (folder / "weights.json").write_text(text_of({"measure": table}), encoding="utf-8")
    return Extractor(dataclasses.replace(told, folder=folder))


@pytest.mark.parametrize(("returned", "values"), [(0.0, []), (2.0, [12])])
def test_a_text_where_no_number_is_sure_has_no_figure(tmp_path: Path, returned: float, values: list[float]) -> None:
    text = "Ukraine has brought 12 children home."
    found = _reader(tmp_path, returned).extract(text, language="en", published=None)
    assert [figure.value for figure in found.figures] == values
    assert [number.reason for number in found.numbers] == ([None] if values else ["nothing of the story is sure"])


@pytest.mark.parametrize("returned", [0.0, -4.0])
def test_in_a_text_known_to_be_of_the_story_a_doubtful_figure_stays(tmp_path: Path, returned: float) -> None:
    text = "Ukraine has brought 12 children home."
    found = _reader(tmp_path, returned).extract(text, language="en", published=None, ours=True)
    assert [figure.value for figure in found.figures] == [12]


@pytest.mark.parametrize(("returned", "values"), [(1.0, []), (4.0, [12])])
def test_weights_overrule_a_doubt_only_with_a_lead(tmp_path: Path, returned: float, values: list[float]) -> None:
    found = _reader(tmp_path, returned).extract("Ukraine received 12 reports.", language="en", published=None)
    assert [(figure.value, figure.rule) for figure in found.figures] == [(value, "weighed") for value in values]
    assert [number.reason for number in found.numbers] == ([None] if values else ["counts something else"])


def test_weights_never_overrule_an_age(tmp_path: Path) -> None:
    found = _reader(tmp_path, 9.0).extract("A boy of 12 came home.", language="en", published=None)
    assert 12 not in [figure.value for figure in found.figures]


def test_figures_of_this_story_make_a_text_none_of_another() -> None:
    text = "Bombs fell on Gaza."
    doc, head = Extractor(stories.load("ukrainian_children")).prepared(text, "Children of Gaza", "en")
    assert gate.relevance(head, doc) == (False, ("another story",))
    assert "another story" not in gate.relevance(head, doc, told=True)[1]


def test_traits_name_words_tags_and_senses_near_the_number() -> None:
    reader = Extractor(stories.load("ukrainian_children"))
    doc, head = reader.prepared("Ukraine has brought 12 children home.", "Back from Russia", "en")
    row = sifted(head, doc)[0]
    found = traits(doc, head, row.candidate, row.what, row.reason)
    assert {
        "n child",
        "s False",
        "w en ukrain",
        "m returned c",
        "H place.ru",
        "h en russia",
        "D child",
    } <= found
    assert not any(trait.startswith("w en 12") for trait in found)


def _guess(sentence: int, value: float, counts: str, **chances: float) -> Guess:
    return Guess(sentence, (value, None, None), counts, [*chances], [*chances.values()])


def test_a_number_learns_from_the_guesses_of_the_others() -> None:
    first = _guess(0, 12, "child", none=0.1, returned=0.8, held=0.1)
    second = _guess(0, 12, "none", none=0.6, returned=0.3, held=0.1)
    third = _guess(2, 40, "child", none=0.05, returned=0.15, held=0.8)
    of_first, of_second, of_third = among([first, second, third])
    assert of_second == {
        "B prev returned", "B prev returned True", "B next held", "B next held False", "B before returned",
        "B any returned", "B any held", "B same returned", "B surest 4", "B share 4", "B most returned",
        "B told returned",
    }  # fmt: skip
    assert {"B prev -", "B before -", "B alike held", "B same none", "B share 2"} <= of_first
    assert {"B before returned", "B next -", "B any none", "B alike returned", "B most returned"} <= of_third
    assert "B any held" not in of_third


def test_a_number_alone_learns_that_it_is_alone() -> None:
    assert among([_guess(0, 3, "child", none=0.5, returned=0.5)]) == [
        {"B prev -", "B prev - False", "B next -", "B next - False", "B alone", "B before -"}
    ]
    assert among([]) == []


def test_what_the_others_say_can_tip_a_number(tmp_path: Path) -> None:
    told = stories.load("ukrainian_children")
    shutil.copytree(told.folder / "lexicon", tmp_path / "lexicon")
    traits = {"w en home": marks([0, 2.7]), "B prev returned": marks([0, 2.7])}
    table = {"classes": [NONE, "returned"], "bias": [0, 0], "traits": traits}
    (tmp_path / "weights.json").write_text(text_of({"measure": table}), encoding="utf-8")
    reader = Extractor(dataclasses.replace(told, folder=tmp_path))
    after = reader.extract("Ukraine saw 12 children home. It received 40 reports.", language="en", published=None)
    alone = reader.extract("Ukraine saw children home. It received 40 reports.", language="en", published=None)
    assert [figure.value for figure in after.figures] == [12, 40]
    assert [figure.value for figure in alone.figures] == []


def test_the_shipped_weights_hold_every_measure_and_kind() -> None:
    story = stories.load("ukrainian_children")
    measures, kinds = (story.weights()[name] for name in ("measure", "kind"))
    assert measures and kinds
    assert set(measures["classes"]) == {NONE, *story.measures}
    assert set(kinds["classes"]) == {"batch", "total", "increment", "estimate", "share"}
    text = (story.folder / "weights.json").read_text(encoding="utf-8")
    assert json.loads(text).keys() == {"measure", "kind", "speaker", "direction"}
