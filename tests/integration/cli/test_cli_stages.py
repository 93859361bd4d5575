"""The seams that others build on: field names, order, error rows and codes of inspect and replay, to the letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[2]
FEED = {"file", "format", "title", "link", "language", "repairs", "entries"}
ENTRY = {"title", "link", "id", "published", "updated", "summary", "content", "authors", "language"}
PAGE = {"file", "url", "canonical_url", "title", "text", "authors", "published", "modified", "language", "publisher",
        "kind", "parser"}  # fmt: skip
FIGURE = {"value", "low", "high", "qualifier", "unit", "measure", "kind", "period", "place", "direction", "scope",
          "source", "source_id", "quote", "start", "end", "num", "num_start", "num_end", "derived", "parts", "optional",
          "extraction_confidence", "rule"}  # fmt: skip
TEXT = "Eight children were returned to Ukraine, Melania Trump said. Kyiv says 19,546 children were deported to Russia."


def test_inspect_feed(cli):
    done = cli("inspect", "feed", TESTS / "feeds" / "atom.xml", "--jsonl")
    assert done.code == 0
    assert set(done.lines[0]) >= FEED
    assert all(set(entry) >= ENTRY for entry in done.lines[0]["entries"])
    assert done.lines[0]["entries"]


def test_inspect_feed_keeps_order_and_names_bad_files(cli, tmp_path):
    (tmp_path / "no.xml").write_text("hello")
    good = TESTS / "feeds" / "atom.xml"
    done = cli("inspect", "feed", "gone.xml", good, "no.xml", "--jsonl")
    assert done.code == 3
    assert [row["file"] for row in done.lines] == ["gone.xml", str(good), "no.xml"]
    assert [set(row) == {"file", "error"} for row in done.lines] == [True, False, True]
    assert cli("inspect", "feed", good, "--json").json["file"] == str(good)


def test_inspect_page_from_lines_on_standard_input(cli):
    page = TESTS / "pages" / "uk_wordpress.html"
    given = "\n".join(json.dumps(row) for row in (
        {"file": str(page), "url": "https://example.org/a"}, {"url": "no file"}, {"file": "gone.html"}, [1],
        {"file": str(page), "url": 5}))  # fmt: skip
    done = cli("inspect", "page", "-", stdin=given)
    assert done.code == 3
    assert set(done.lines[0]) >= PAGE
    assert done.lines[0]["url"] == "https://example.org/a"
    assert [set(row) == {"file", "error"} for row in done.lines[1:]] == [True] * 4


def test_inspect_text(cli):
    given = "\n".join(json.dumps(row) for row in (
        {"id": "a", "text": TEXT, "published": "2025-10-10", "lang": "en"}, {"id": 0, "text": 5}, {"id": "c"},
        {"id": "d", "text": "x", "lang": 5}, {"id": "e", "text": "x", "published": "soon"}))  # fmt: skip
    done = cli("inspect", "text", "-", "--jsonl", stdin=given + "\nnot json\n")
    assert done.code == 3
    assert [row["id"] for row in done.lines] == ["a", "0", "c", "d", "e", "line 6"]
    assert all(set(row) == {"id", "error"} for row in done.lines[1:])
    first = done.lines[0]
    assert set(first) == {"id", "lang", "relevant", "figures"}
    for figure in first["figures"]:
        assert set(figure) >= FIGURE
        assert TEXT[figure["start"] : figure["end"]] == figure["quote"]
    assert {figure["value"] for figure in first["figures"]} == {8, 19546}


def test_inspect_text_gate_and_broken_text(cli):
    other = json.dumps({"id": "a", "text": "The team scored 5 goals."})
    assert cli("inspect", "text", "-", "--gate", "--jsonl", stdin=other).lines[0]["figures"] == []
    assert cli("inspect", "text", "-", "--jsonl", stdin=b"\xef\xbb\xbf" + other.encode()).code == 0
    assert cli("inspect", "text", "-", stdin=b"\xff\xfe\x00 8 children").code == 0


@pytest.mark.parametrize(
    ("encoding", "mark"), [("utf-16", ""), ("utf-16-be", "\ufeff"), ("utf-32", ""), ("utf-8-sig", "")]
)
def test_a_text_is_read_by_its_byte_order_mark(cli, encoding, mark):
    done = cli("inspect", "text", "-", stdin=(mark + "З Росії повернули 8 дітей.").encode(encoding))
    assert (done.code, done.err) == (0, "")
    assert "language uk" in done.out and "returned" in done.out


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16-le"])
def test_a_text_that_cannot_be_read_is_told(cli, tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("First\nЗ Росії повернули 8 дітей.".encode(encoding))
    line = 2 if encoding == "cp1251" else 1
    done = cli("inspect", "text", "a.txt")
    assert (done.code, done.err) == (3, f"monitor: a.txt, line {line}: is not UTF-8; save it as UTF-8\n")


@pytest.mark.parametrize("command", [("inspect", "text", "a.jsonl", "--jsonl"), ("replay", "a.jsonl", "--jsonl")])
def test_a_line_that_cannot_be_read_is_an_error_row(cli, tmp_path, command):
    row = '{{"id": "{}", "published": "2026-03-03", "lang": "en", "outlet": "O", "text": "{} children came home."}}\n'
    (tmp_path / "a.jsonl").write_bytes(row.format("a", "8").encode() + row.format("b", "\xe9").encode("latin-1"))
    done = cli(*command)
    assert done.code == 3
    assert [("error" in line, line["id"]) for line in done.lines] == [(False, "a"), (True, "line 2")]


def test_the_language_may_be_written_in_capitals(cli):
    assert "language uk" in cli("inspect", "text", "-", "--lang", "UK", stdin="8 дітей").out


@pytest.mark.parametrize("stage", ["feed", "page"])
def test_an_error_names_its_file(cli, tmp_path, stage):
    (tmp_path / "bad.bin").write_bytes(b"\x1f\x8b rubbish")
    (tmp_path / "empty").write_bytes(b"")
    done = cli("inspect", stage, "bad.bin", "empty", "none")
    assert done.code == 3
    rows = done.err.splitlines()
    assert all(
        row.startswith(f"monitor: {name}: ") for row, name in zip(rows, ("bad.bin", "empty", "none"), strict=True)
    )


def test_an_exception_nobody_foresaw_is_the_row_of_its_item(cli, monkeypatch):
    def broken(*given: object, **_: object) -> None:
        raise IndexError(given[1])

    monkeypatch.setattr("monitor.extract.Extractor.extract", broken)
    rows = json.dumps({"id": "a", "text": "x", "published": "2025-10-10"})
    done = cli("inspect", "text", "-", "--jsonl", stdin=rows)
    assert (done.code, set(done.lines[0])) == (3, {"id", "error"})
    assert "please report it" in done.lines[0]["error"]
    replayed = cli("replay", "-", "--jsonl", stdin=rows)
    assert (replayed.code, set(replayed.lines[0])) == (3, {"id", "error"})


def test_replay_with_given_figures(cli):
    rows = (TESTS / "gold" / "scenario-dev.jsonl").read_text(encoding="utf-8")
    done = cli("replay", "-", "--given-figures", "--jsonl", stdin="[]\n" + rows)
    assert done.code == 3
    wanted = [json.loads(line) for line in rows.splitlines()]
    assert [row["id"] for row in done.lines] == ["line 1", *(row["id"] for row in wanted)]
    for row, got in zip(wanted, done.lines[1:], strict=True):
        flags = {item["fid"]: (item["flag"], item["against"]) for item in row["expected"]}
        judged = {f["fid"]: (f["flag"], f["against"]) for f in got["figures"] if not f["optional"]}
        assert judged == {fid: flags[fid] for fid in judged}


@pytest.mark.parametrize(
    "figures",
    [5, ["x"], [{}], [{"value": "abc"}], [{"value": 5, "period": "x"}], [{"value": 5, "measure": ["returned"]}],
     [{"value": 5, "scope": 5}], [{"value": True}], [{"value": float("nan")}], [{"value": 5, "qualifier": "loads"}]],
)  # fmt: skip
def test_replay_names_a_figure_that_cannot_be(cli, figures):
    row = json.dumps({"id": "a", "published": "2025-10-10", "figures": figures})
    done = cli("replay", "-", "--given-figures", "--jsonl", stdin=row)
    assert (done.code, set(done.lines[0])) == (3, {"id", "error"})


def test_replay_on_the_baseline_knows_the_register(cli):
    row = json.dumps({"id": "a", "published": "2026-06-01", "lang": "en", "outlet": "o", "headline": "",
                      "text": "Kyiv's register lists 19,546 children deported to Russia."})  # fmt: skip
    alone, known = (cli("replay", "-", "--jsonl", *more, stdin=row) for more in ([], ["--baseline"]))
    assert alone.lines[0]["figures"][0]["flag"] == "new_figure"
    assert known.lines[0]["figures"][0]["flag"] == "restatement"


def test_replay_tells_old_groups_and_the_programme_from_news(cli):
    told = [
        ("2026-03-20", "Lubinets said 13 children were returned to Ukraine from Russia."),
        ("2026-05-20", "Two months ago 13 children were returned to Ukraine from Russia."),
        ("2026-05-21", "In October 2022, 46 children were taken to Crimea."),
        ("2026-05-22", "Bring Kids Back UA says 2,016 children have been returned so far."),
        ("2026-05-23", "Over two months 98 children were returned to Ukraine."),
    ]
    rows = [{"id": f"a{n}", "published": day, "lang": "en", "outlet": f"o{n}", "headline": "", "text": text}
            for n, (day, text) in enumerate(told)]  # fmt: skip
    done = cli("replay", "-", "--jsonl", "--baseline", stdin="\n".join(map(json.dumps, rows)))
    flags = [[figure["flag"] for figure in line["figures"]] for line in done.lines]
    assert flags == [["new_figure"], ["restatement"], ["restatement"], ["restatement"], ["new_figure"]]


def test_replay_of_the_history_holds_the_falls_of_the_register_for_a_person(cli):
    rows = cli("replay", "--history", "--jsonl").lines
    alerting = {"new_figure", "updated_total", "conflict", "correction"}
    flags = [(f["value"], f["review"]) for row in rows for f in row["figures"] if f["flag"] in alerting
             and f["measure"] == "deported"]  # fmt: skip
    official = [5754, 16011, 13899, 16222, 16226, 19514, 19391, 19453, 19499, 19546]
    assert [value for value in official if value not in {flag[0] for flag in flags}] == []
    assert {(13899, True), (19391, True)} <= set(flags)
    table = cli("replay", "--history").out.splitlines()
    assert table[-1].startswith(f"{len(rows)} announced figures: ")
    assert len(table) < 320
