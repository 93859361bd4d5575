"""What of a page is its article: quotes in comments, siblings, calls to readers, headings (issue 6)."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from monitor.parse import choose, hints, parse
from monitor.parse.article import look
from monitor.parse.features import CONTEXT, LOCAL, context_features, local_features, readable

HEARD = [
    f"On the {n}th morning the council in the port heard from {n * 3} mothers whose sons had been put on a ship."
    for n in range(4, 12)
]
PROSE = "".join(f"<p>{line}</p>" for line in HEARD)


def text(inside: str) -> str:
    page = f"<html lang=en><body><h1>The mothers of the port</h1>{inside}</body></html>"
    return parse(page.encode(), url="https://news.example.org/mothers.html").text


def features(inside: str, said: str) -> dict[str, float]:
    """What the models see of the block that says `said`, by name."""
    seen = look(LexborHTMLParser(f"<body><h1>The mothers of the port</h1>{inside}"))
    walk, clues = readable(seen.walk, seen.clues)
    at = next(i for i, raw in enumerate(walk.blocks) if said in raw.text)
    values, there = local_features(walk, clues)[at]
    context, _ = context_features(walk, dict.fromkeys(range(len(walk.blocks)), 8.0))[at]
    found = dict.fromkeys((LOCAL[i] for i in there), 1.0)
    return found | dict(zip(LOCAL, values, strict=False)) | dict(zip(CONTEXT, context, strict=True))


@pytest.mark.parametrize(
    "quote",
    [
        "<blockquote><p>{}</p></blockquote>",
        "<blockquote><blockquote><p>{}</p></blockquote></blockquote>",
        "<div><blockquote>{}</blockquote></div>",
        "<div><p class=quote>{}</p></div>",
    ],
)
def test_quote_in_a_comment_is_the_comment_s(quote: str) -> None:
    said = "They named 912 boys in the harbour school"
    assert "n_comment" in features(f"{PROSE}<div class=comment>{quote.format(said)}</div>", said)
    assert "n_comment" not in features(f"{PROSE}<div class=comment><div><div><p>{said}</p></div></div></div>", said)


def test_quote_in_the_article_stays() -> None:
    said = "We wrote down 73 names that night, and we went from door to door with the list until it was light."
    assert said in text(f"<div class=story-body>{PROSE}<blockquote><p>{said}</p></blockquote>{PROSE[:240]}</div>")


def test_outlet_that_speaks_to_its_readers_is_told_from_a_voice_in_quotation_marks() -> None:
    said = "If you value our work, stand behind us."
    assert features(f"{PROSE}<p>{said}</p>", said)["asks"]
    assert not features(f"{PROSE}<p>“{said}”</p>", said)["asks"]
    assert not features(f"{PROSE}<p>The hour of youth is over.</p>", "The hour")["asks"]


def test_siblings_are_the_same_element_in_the_same_box() -> None:
    rows = "<ul><li>The first ship</li><li>The second ship</li><li>The third ship</li></ul><div>The harbour</div>"
    ends, middle, alone = (features(rows, said) for said in ("The third ship", "The second ship", "The harbour"))
    assert middle["siblings"] > ends["siblings"] > alone["siblings"] == 0
    assert (middle["alone"], ends["alone"], alone["alone"]) == (False, False, True)
    assert not features(f"<h2>Ships</h2>{PROSE}", "Ships")["alone"]


def test_doubtful_heading_among_headings_that_are_in_is_in() -> None:
    heads = ["The list at the gate", "The ship in the night", "The harbour at dawn", "Share of the <a href=/s>ship</a>"]
    parts = "".join(f"<h3>{head}</h3><p>{line}</p>" for head, line in zip(heads, HEARD, strict=False))
    assert "Share of the ship" in text(f"<div class=story-body>{parts}<h3>The trial</h3>{HEARD[-1]}</div>")


def test_second_model_sees_only_what_shape_and_place_leave() -> None:
    lines = f"<p>{HEARD[0]}</p><p><a href=/all>All that we have</a> of it</p><p>{HEARD[1]}</p>"
    seen = look(LexborHTMLParser(f"<body><h1>The mothers of the port</h1><div>{lines}</div>"))
    walk, _ = readable(seen.walk, seen.clues)
    first, last = (next(i for i, raw in enumerate(walk.blocks) if raw.text == line) for line in HEARD[:2])
    siblings = CONTEXT.index("siblings")
    every = context_features(walk, {first: 8.0, first + 1: -8.0, last: 8.0})
    left = context_features(walk, {first: 8.0, last: 8.0})
    assert len(every) == 3 and len(left) == 2
    assert every[0][0][siblings] < 0.01 < 0.49 < left[0][0][siblings]


def test_heading_of_a_picture_alone_is_none() -> None:
    said = "They named 912 boys in the harbour school, and the clerk wrote every name into the book of the port."
    assert text(f"<div class=story-body><h2><svg></svg><button>Play</button></h2>{PROSE}<p>{said}</p></div>").endswith(
        said
    )


@pytest.mark.parametrize("gap", ["<br><br>", " <br> \n <br>", "<br>\t<br><br> ", "\n<br/>\n<br/>\n<br/>\n"])
def test_two_line_breaks_end_a_block_whatever_spaces_are_between(gap: str) -> None:
    assert text(f"<div>{HEARD[0]}{gap}{HEARD[1]}</div>").split("\n")[-2:] == HEARD[:2]


def test_one_line_break_ends_none() -> None:
    assert f"{HEARD[0]} {HEARD[1]}" in text(f"<div>{HEARD[0]}<br>\n{HEARD[1]}</div>").split("\n")


def test_a_date_s_no_break_space_goes_and_a_figure_s_stays() -> None:
    line = "By 14\xa0May the council had counted 20\xa0000 mothers, and\u202f it had paid 1\u202f250 of them."
    assert "By 14 May the council had counted 20\xa0000 mothers, and it had paid 1\u202f250 of them." in text(
        f"{PROSE}<p>{line}</p>"
    )


def test_hints_that_are_forgotten_are_found_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hints, "_MOST", 3)
    names = ["story-body", "rail teaserBox", "x1", "qc-cmp", "byline", "story-body"]
    found = [hints.HINTS_OF[name] for name in names]
    assert found[0] == found[-1] != 0
    assert found[2] == 0
    assert len(hints.HINTS_OF) <= 3
    assert found[3] & hints.hint("tool")


def test_headings_of_one_manner_are_weighed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not once for each of them: a page of 10,000 headings took as long as the square of them."""
    asked: list[int] = []
    weigh = choose._mostly
    monkeypatch.setattr(choose, "_mostly", lambda chances: asked.append(len(chances)) or weigh(chances))
    headings = "".join(f"<h2><span>A {n}</span><span>day</span></h2>" for n in range(300))
    parse(f"<html lang=en><body><h1>Who kept the lists</h1>{headings}".encode(), url="https://outlet.example/a")
    assert sum(asked) == 300
