"""Every tag of a lexicon is told in docs/adding.md, so that a speaker of the language can mend it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from monitor import stories

DOCS = Path(__file__).parents[3] / "docs" / "adding.md"
LEXICONS = sorted((stories.load("ukrainian_children").folder / "lexicon").glob("*.yaml"))


@pytest.mark.parametrize("lexicon", LEXICONS, ids=lambda path: path.stem)
def test_a_tag_that_a_lexicon_has_is_documented(lexicon: Path) -> None:
    told = DOCS.read_text(encoding="utf-8")
    tags = set(re.findall(r"^(\w+):", lexicon.read_text(encoding="utf-8"), re.M))
    plain = {tag for tag in tags if not tag.startswith("incumbent_")}
    assert sorted(tag for tag in plain if not re.search(rf"`{tag}[.`]", told)) == []
