"""Shortcuts on the way of a page say what the long way says (issue 6)."""

from __future__ import annotations

import re

import pytest

from monitor.parse.guard import check_markup
from monitor.parse.who import _NO_NAME, _is_no_name, _nearest
from monitor.parse.wording import no_article


def test_whatever_points_elsewhere_starts_as_told() -> None:
    for text in (
        "Читайте також: хто вів списки", "Дивіться також", "Смотрите также", "Также по теме", "По теме:", "За темою:",
        "Материалы по теме:", "READ MORE", "See also", "Also read", "Lea también", "Te puede interesar", "Ver también",
        "Das könnte Sie interessieren", "Related: lists", "[Related: lists]", "Leggi anche",
        "Lire aussi", "À lire aussi", "Auch interessant", "Mehr zum Thema", "Czytaj też", "Zobacz też", "Lees ook",
        "Ayrıca okuyun", "Чытайце таксама", "— Leia mais",
    ):  # fmt: skip
        assert no_article(text, 3) == "points to another article", text


@pytest.mark.parametrize(
    "text", ["Ann Lee", "by", "Admin", "Photo Desk", "updated", "Zoë Ng", "ann@example.org", "n/a", ""]
)
def test_a_name_is_told_at_a_glance(text: str) -> None:
    assert _is_no_name(text) == (_NO_NAME.search(text) is not None)


@pytest.mark.parametrize("centre", [3, 40, 99, 102])
def test_the_nearest_blocks_come_first(centre: int) -> None:
    near = range(max(centre - 60, 0), min(centre + 60, 100))
    blocks = list(map(str, range(100)))
    found = list(_nearest(blocks, centre))[:60]  # type: ignore[arg-type]
    assert found == [str(i) for i in sorted(near, key=lambda i: abs(i - centre))[:60]]


@pytest.mark.parametrize("size", [390, 410, 2_000])
@pytest.mark.parametrize("letter", ["a", "ж"])
def test_bytes_tell_long_tags_as_text_does(size: int, letter: str) -> None:
    many = " ".join(f"{letter * 4}{n}=1" for n in range(size))
    for text in (f"<p {many}>x</p>", f"<p>{letter * 9_000}</p>", f"<script>if (a <b) {{{letter * 9_000}}}</script>"):
        assert check_markup(text, text.encode()) == check_markup(text)
    assert re.search("=1", check_markup(f"<p {many}>x</p>", f"<p {many}>x</p>".encode())) if size < 400 else True
