"""Shortcuts on the way of a page say what the long way says (issue 6)."""

from __future__ import annotations

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from monitor.parse import article
from monitor.parse.choose import weights
from monitor.parse.features import placed_features, placed_logits, readable
from monitor.parse.guard import check_markup
from monitor.parse.who import _NO_NAME, _is_no_name, _nearest
from monitor.parse.wording import no_article

PROSE = "The commission heard on the third day how the children were listed and by whom. "
PAGE = f"""<html lang=en><body><header class=top><div>Listen to us (daily.)</div></header>
<main><h1>Who kept the lists</h1><div class="article-body"><p>{PROSE * 3}</p><p>{PROSE * 9}<a href=/1>A link</a></p>
<blockquote class=quote><p>{PROSE}</p></blockquote><ul><li>One of 17 <a href=/2>in the next room</a></li></ul>
<figure><figcaption>A room</figcaption></figure></div></main><div hidden><p>{PROSE}</p></div>
<aside class=related><p><a href=/3>{PROSE}</a></p><table><tr><td>3<td>{PROSE}</table></aside></body></html>"""


def test_place_and_shape_weigh_what_their_features_do() -> None:
    seen = article.look(LexborHTMLParser(PAGE))
    found, clues = readable(seen.walk, seen.clues)
    by, _ = weights()
    rows = placed_features(found, clues)
    weighed = [
        sum(v * w for v, w in zip(values, by, strict=False)) + sum(by[k] for k in marks) for values, marks in rows
    ]
    assert len(rows) > 8
    assert placed_logits(found, clues, by) == pytest.approx(weighed)


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
