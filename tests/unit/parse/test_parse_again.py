"""What a page prints twice is read once; what a table repeats is no copy (issue 6)."""

from __future__ import annotations

from monitor.parse import parse

LINES = [
    f"On day {n} the commission heard how {n * 7} children were listed, and by whom they were taken."
    for n in range(1, 9)
]
PROSE = "".join(f"<p>{line}</p>" for line in LINES)


def text(inside: str) -> str:
    page = f"<html lang=en><body><article><h1>Who kept the lists</h1>{inside}</article></body></html>"
    return parse(page.encode(), url="https://news.example.org/a.html").text


def test_line_printed_twice_is_read_once() -> None:
    assert text(PROSE + f"<p>{LINES[3]}</p>").count(LINES[3]) == 1


def test_whole_text_once_more_in_one_block_is_read_once() -> None:
    again = text(PROSE + f"<div>{' '.join(LINES)} {' '.join(LINES)}</div>")
    assert all(again.count(line) == 1 for line in LINES)


def test_long_line_printed_twice_is_read_once() -> None:
    line = " ".join(f"In village {n} the mothers counted {n * 3} sons and wrote their names down." for n in range(30))
    assert text(f"{PROSE}<p>{line}</p><p>{line}</p>").count(line) == 1


def test_refrain_of_a_list_stays() -> None:
    rows = "".join(
        f"<p>Group {n} of children, taken in May:</p><p>Fetched home by their mothers.</p>" for n in range(5)
    )
    assert text(PROSE + rows).count("Fetched home by their mothers.") == 5


def test_consent_tool_is_no_article() -> None:
    consent = "<div id=onetrust-consent-sdk><p>When you visit 14 pages, we store information on your browser.</p></div>"
    assert "14 pages" not in text(PROSE + consent)
    assert (
        LINES[0]
        in parse(
            f"<html lang=en><body class=didomi-popup-open><h1>Who</h1>{PROSE}".encode(), url="https://a.example/b"
        ).text
    )


def test_words_of_a_script_without_spaces_are_counted() -> None:
    lines = [f"调查委员会在第{n}天听取了关于被列入名单的儿童的证词，并记录了带走他们的人。" for n in range(3, 9)]
    assert all(line in text("".join(f"<p>{line}</p>" for line in lines)) for line in lines)
