"""How well and how fast pages are read, beside the libraries one would otherwise take.

``python bench/pages.py PAGES [--peers] [--split] [--save FILE]``.

Every reader gets the same bytes in the same run. `score.py` of PAGES prints its table for each; below it the moments
within a minute, the median CPU per page, and the bare Lexbor parse as the floor. ``--split`` also prints the held-out
fifth of the sites apart from the rest (meaningful with weights made by ``bench/train.py PAGES --hold``).
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


READERS: dict[str, Callable[[bytes, str], Row]] = {"monitor": ours, "lexbor parse": lexbor}
PEERS = {"trafilatura": trafilatura, "newspaper4k": newspaper, "resiliparse": resiliparse}


def run(reader: Callable[[bytes, str], Row], pages: Path, rows: list[Row]) -> tuple[list[Row], float]:
    """(answers, median CPU in ms per page)."""
    answers, spent = [], []
    for row in rows:
        body = gzip.decompress((pages / row["file"]).read_bytes())
        begin = time.process_time()
        try:
            answer = reader(body, row.get("url") or "")
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"}
        spent.append(time.process_time() - begin)
        answers.append({**answer, "file": row["file"]})
    return answers, statistics.median(spent) * 1000


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


def main() -> None:
    pages = Path(sys.argv[1])
    rows = [json.loads(line) for line in (pages / "truth.jsonl").read_text("utf-8").splitlines()]
    readers = READERS | (PEERS if "--peers" in sys.argv else {})
    for name, reader in readers.items():
        answers, cpu = run(reader, pages, rows)
        print(f"== {name}: {cpu:.2f} ms CPU per page (median), {sum('error' in a for a in answers)} errors")
        if name == "lexbor parse":
            continue
        parts = {"all": lambda _row: True}
        if "--split" in sys.argv and name == "monitor":
            parts |= {"held-out fifth": lambda r: fold(r["url"]) == 0, "the rest": lambda r: fold(r["url"]) != 0}
        for label, keep in parts.items():
            chosen = [(r, a) for r, a in zip(rows, answers, strict=True) if keep(r)]
            print(f"-- {label}")
            report(pages, [r for r, _ in chosen], [a for _, a in chosen])
        if "--save" in sys.argv:
            Path(sys.argv[sys.argv.index("--save") + 1]).write_text("\n".join(map(json.dumps, answers)), "utf-8")


if __name__ == "__main__":
    main()
