"""How well and how fast pages are read, beside the libraries one would otherwise take.

``python bench/pages.py PAGES [--peers] [--save FILE]``, ``python bench/pages.py PAGES --unseen``.

Every reader gets the same bytes in the same run, page by page. `score.py` of PAGES prints its table for each; below it
the moments within a minute, the median CPU per page, and the bare Lexbor parse as the floor. ``--unseen`` prints the
table once more with weights that were made without the site of each page.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
sys.path.insert(0, str(Path(__file__).resolve().parent))

from sites import fold

from monitor import parse
from monitor.parse import choose

Row = dict[str, Any]


def ours(body: bytes, url: str) -> Row:
    return parse.as_json(parse.parse(body, url=url), None)


def lexbor(body: bytes, _url: str) -> Row:
    LexborHTMLParser(body)
    return {}


def trafilatura(body: bytes, url: str) -> Row:
    from trafilatura import bare_extraction

    found = bare_extraction(body, url=url, with_metadata=True)
    if found is None:
        return {}
    row = found.as_dict() if hasattr(found, "as_dict") else found
    names = [a.strip() for a in (row.get("author") or "").split(";") if a.strip()]
    return {"text": row.get("text"), "title": row.get("title"), "authors": names, "published": row.get("date")}


def newspaper(body: bytes, url: str) -> Row:
    import newspaper

    markup = body.decode("utf-8", "replace")
    article = newspaper.article(url or "http://localhost/", input_html=markup, fetch_images=False)
    when = article.publish_date
    return {"text": article.text, "title": article.title, "authors": article.authors,
            "published": when.isoformat() if hasattr(when, "isoformat") else when}  # fmt: skip


def resiliparse(body: bytes, _url: str) -> Row:
    from resiliparse.extract.html2text import extract_plain_text

    return {"text": extract_plain_text(body.decode("utf-8", "replace"), main_content=True, alt_texts=False)}


Reader = Callable[[bytes, str], Row]

READERS: dict[str, Reader] = {"monitor": ours, "lexbor parse": lexbor}
PEERS = {"trafilatura": trafilatura, "newspaper4k": newspaper, "resiliparse": resiliparse}


def run(readers: dict[str, Reader], pages: Path, rows: list[Row]) -> dict[str, tuple[list[Row], float]]:
    """Per reader its answers and its median CPU in ms per page. All readers read a page before the next one comes, so
    that what else the machine does meets all alike."""
    answers: dict[str, list[Row]] = {name: [] for name in readers}
    spent: dict[str, list[float]] = {name: [] for name in readers}
    for row in rows:
        body = gzip.decompress((pages / row["file"]).read_bytes())
        for name, reader in readers.items():
            begin = time.process_time()
            try:
                answer = reader(body, row.get("url") or "")
            except Exception as error:
                answer = {"error": f"{type(error).__name__}: {error}"}
            spent[name].append(time.process_time() - begin)
            answers[name].append({**answer, "file": row["file"]})
    return {name: (answers[name], statistics.median(spent[name]) * 1000) for name in readers}


def minute(rows: list[Row], answers: list[Row]) -> float:
    """Share of fundus pages whose time of publication is right within a minute."""
    pairs = [
        (r["date"], a.get("published")) for r, a in zip(rows, answers, strict=True) if len(r.get("date") or "") > 10
    ]
    return statistics.mean([_near(true, got) for true, got in pairs]) if pairs else float("nan")


def _near(true: str, got: str | None) -> bool:
    if not got:
        return False
    a, b = map(datetime.fromisoformat, (true, str(got)))
    if not (a.tzinfo and b.tzinfo):
        a, b = a.replace(tzinfo=None), b.replace(tzinfo=None)
    return abs(a - b) <= timedelta(minutes=1)


def report(pages: Path, rows: list[Row], answers: list[Row]) -> None:
    spec = importlib.util.spec_from_file_location("score", pages / "score.py")
    assert spec and spec.loader
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with tempfile.TemporaryDirectory() as folder:
        truth, pred = Path(folder, "truth.jsonl"), Path(folder, "pred.jsonl")
        truth.write_text("\n".join(map(json.dumps, rows)), "utf-8")
        pred.write_text("\n".join(map(json.dumps, answers)), "utf-8")
        score.main(truth, pred)
    print(f"time within a minute, fundus {minute(rows, answers):.3f}")


def unseen(pages: Path, rows: list[Row]) -> list[Row]:
    """Our answers, each with weights that have seen no page of its site (five parts by site)."""
    import train

    data = train.load(pages)
    answers: dict[str, Row] = {}
    for part in range(5):
        made = train.made([d for d in data if fold(d[0]["url"]) != part])
        choose.weights = lambda made=made: choose.ordered(made)
        mine = [row for row in rows if fold(row["url"]) == part]
        answers |= {answer["file"]: answer for answer in run({"": ours}, pages, mine)[""][0]}
    return [answers[row["file"]] for row in rows]


def main() -> None:
    pages = Path(sys.argv[1])
    rows = [json.loads(line) for line in (pages / "truth.jsonl").read_text("utf-8").splitlines()]
    if "--unseen" in sys.argv:
        print("== monitor, weights that have not seen the site of the page")
        return report(pages, rows, unseen(pages, rows))
    there = {name: reader for name, reader in PEERS.items() if "--peers" in sys.argv and _installed(name)}
    found = run(READERS | there, pages, rows)
    floor = found["lexbor parse"][1]
    for name, (answers, cpu) in found.items():
        errors = sum("error" in a for a in answers)
        print(f"== {name}: {cpu:.2f} ms CPU per page (median), {cpu / floor:.1f} times the bare parse, {errors} errors")
        if name != "lexbor parse":
            report(pages, rows, answers)
    if "--save" in sys.argv:
        saved = Path(sys.argv[sys.argv.index("--save") + 1])
        saved.write_text("\n".join(map(json.dumps, found["monitor"][0])), "utf-8")
    return None


def _installed(name: str) -> bool:
    module = {"newspaper4k": "newspaper"}.get(name, name)
    if importlib.util.find_spec(module):
        return True
    print(f"{name} is not installed: .venv/bin/uv sync --inexact --group bench")
    return False


if __name__ == "__main__":
    main()
