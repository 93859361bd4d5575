"""What `inspect page --explain` says of each block (issue 6)."""

from __future__ import annotations

from monitor.parse import parse

PROSE = "The commission heard on the third day how the children were listed and by whom. " * 5
PAGE = f"""<html lang=en><body><ul><li><a href=/1>Home</a></li>
<li><a href=/2>In the next room a clerk reads on and the lists grow</a></li></ul><h1>Who kept the lists</h1>
<div class="article-body"><p>{PROSE}</p><p>{PROSE[:80]}It went on for 3 hours.</p><p>{PROSE} Then it rose.</p></div>
<div class=comments><div class=comment>
<p>I have read 17 of these and nothing ever changes!</p></div></div></body></html>"""


def test_every_block_says_what_spoke_for_and_against_it() -> None:
    article = parse(PAGE.encode(), url="https://news.example.org/a.html", explain=True)
    said = {block.text[:20]: (block.taken, block.reason) for block in article.blocks}
    assert said["Home"] == said["In the next room a c"] == (False, "unlikely 0.00: a menu")
    taken, why = said[PROSE[:20]]
    assert taken and why.startswith("likely 0.9") and "where most prose is" in why
    taken, why = said["I have read 17 of th"]
    assert not taken and "called comment" in why


def test_nobody_asked_and_only_the_text_is_kept() -> None:
    article = parse(PAGE.encode(), url="https://news.example.org/a.html")
    assert {(block.taken, block.reason) for block in article.blocks} == {(True, "")}
    assert article.text == parse(PAGE.encode(), url="https://news.example.org/a.html", explain=True).text
