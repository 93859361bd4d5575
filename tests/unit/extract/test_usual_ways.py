"""The grammar's direction, weighed by what such figures usually have."""

from __future__ import annotations

from datetime import date
from typing import Any

from monitor import extract, stories
from monitor.extract.figure.usual_ways import NO_WAY, way_traits
from monitor.model import Figure
from monitor.stories.marks import marks

STORY = stories.load("ukrainian_children")
TOTAL = "The ombudsman has counted 1,760 children back."


def table(traits: dict[str, dict[str, float]]) -> dict[str, Any]:
    classes = [NO_WAY, "ru+tot>ua", "ru>ua"]
    rows = {trait: marks([row.get(name, 0) for name in classes]) for trait, row in traits.items()}
    return {"direction": {"classes": classes, "bias": [0.0, 0.0, 0.0], "traits": rows}}


def read(tables: dict[str, Any], text: str = TOTAL) -> Figure:
    (figure,) = extract.Extractor(STORY, tables).extract(text, language="en", published=date(2026, 5, 4)).figures
    return figure


def test_without_a_table_the_grammar_decides_alone() -> None:
    assert read({}).direction == "ru+tot>ua"


def test_what_such_figures_usually_have_overrules_the_grammar() -> None:
    assert read(table({"counts returned total": {NO_WAY: 2.0}})).direction is None
    assert read(table({"says lubinets": {"ru>ua": 2.0}})).direction == "ru>ua"


def test_a_small_lead_does_not() -> None:
    assert read(table({"counts returned total": {NO_WAY: 0.4}})).direction == "ru+tot>ua"


def test_a_land_named_beside_the_number_holds_the_grammar_faster() -> None:
    text = "The ombudsman has counted 1,760 children back from Russia."
    assert read({}, text).direction == "ru+tot>ua"
    assert read(table({"counts returned total": {NO_WAY: 1.4}}), text).direction == "ru+tot>ua"
    assert read(table({"counts returned total": {NO_WAY: 1.4}})).direction is None


def test_both_ends_of_a_way_hold_it_faster_in_another_clause_too() -> None:
    text = "Seven children, not eight, have been returned from Russia to Ukraine."
    assert read(table({"counts returned batch": {NO_WAY: 1.0}}), text).direction == "ru>ua"


def test_the_lands_of_text_and_headline_are_traits() -> None:
    reader = extract.Extractor(STORY, {})
    doc, head = reader.prepared(TOTAL + " They were found in Crimea.", "Home from Russia", "en")
    (figure,) = reader.extract(TOTAL, language="en", published=date(2026, 5, 4)).figures
    found = way_traits(doc, head, 4, figure)
    assert {"text place.tot", "headline place.ru returned", "rule ru+tot>ua returned total"} <= found
    assert "sentence place.tot" not in found
