"""Every reading command on the demo's database: tables, JSON, and no escape from a page to the terminal."""

from __future__ import annotations

import json
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from monitor.cli._options import settings
from monitor.cli.run import tell_report
from monitor.pipeline import Report

ROOT = Path(__file__).parents[3]
LISTS = ["flags", "figures", "series", "articles", "captures", "feeds"]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_table_json_and_json_lines(cli, demo_db, name):
    limit = [] if name == "feeds" else ["--limit", 3]
    table = cli(name, "--db", demo_db, *limit)
    document = cli(name, "--db", demo_db, *limit, "--json")
    lines = cli(name, "--db", demo_db, *limit, "--jsonl")
    assert (table.code, document.code, lines.code) == (0, 0, 0)
    assert len(table.out.splitlines()) > 3
    assert document.json == lines.lines
    assert len(lines.lines) >= 3


def test_the_demo_raises_the_flags_that_the_readme_shows_and_that_its_story_has(cli, demo_db):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    story = json.loads((ROOT / "tests/unit/demo/expected.json").read_text(encoding="utf-8"))["flags"]
    flags = cli("flags", "--db", demo_db, "--limit", 100, "--json").json[::-1]
    shown = [(*line.split()[:2], int(line.split()[-1])) for line in readme.splitlines() if line.startswith("flag-")]
    assert shown == [(flag["id"], flag["day"], flag["outlets"]) for flag in flags]
    assert sorted((flag["value"], flag["kind"], flag["rule"]) for flag in flags) == sorted(
        (flag["value"], flag["flag"], flag["rule"]) for flag in story
    )


def test_a_list_that_is_cut_says_so_unless_that_was_asked_for(cli, demo_db):
    every = len(cli("figures", "--db", demo_db, "--limit", 1000, "--jsonl").lines)
    cut = cli("figures", "--db", demo_db, "--jsonl")
    assert len(cut.lines) == 50 < every
    assert cut.err == "monitor: only the first 50 rows; --limit 500 shows more\n"
    assert cli("figures", "--db", demo_db, "--limit", 3).err == cli("flags", "--db", demo_db).err == ""


def test_series_are_filtered_by_scope_without_a_measure_too(cli, demo_db):
    assert {row["scope"] for row in cli("series", "--db", demo_db, "--scope", "all", "--jsonl").lines} == {"all"}
    assert cli("series", "--db", demo_db, "--scope", "nosuch").out == "no series with these filters: --scope\n"
    assert cli("series", "returned", "--db", demo_db, "--source", "nosuch").out == (
        "no series of returned with these filters: --source\n"
    )


@pytest.mark.parametrize("command", ["show flag-3", "why flag-3"])
def test_one_thing_is_one_line_of_json(cli, demo_db, command):
    done = cli(*command.split(), "--db", demo_db, "--jsonl")
    assert done.lines == [cli(*command.split(), "--db", demo_db, "--json").json]


def test_the_claims_of_a_check_are_a_line_each(cli, demo_db):
    claim = "20,000 children were deported and 1,564 returned"
    assert cli("check", claim, "--db", demo_db, "--jsonl").lines == cli("check", claim, "--db", demo_db, "--json").json


@pytest.mark.parametrize("claim", ["1e5 children deported", "999999999999999999999999 children deported"])
def test_a_number_that_cannot_be_read_is_no_claim(cli, demo_db, claim):
    assert cli("check", claim, "--db", demo_db).code == 2


@pytest.mark.parametrize("columns", [100, 160])
@pytest.mark.parametrize("name", [*LISTS, "series returned"])
def test_tables_fit_their_width_and_keep_ids_days_and_numbers_whole(cli, demo_db, monkeypatch, name, columns):
    monkeypatch.setattr("monitor.cli._out.PIPE_WIDTH", columns)
    table = cli(*name.split(), "--db", demo_db).out
    assert max(map(len, table.splitlines())) <= columns
    ids = [row["id"] for row in cli(name, "--db", demo_db, "--jsonl").lines if "id" in row] if " " not in name else []
    assert [id for id in ids[:40] if id not in table and name != "series"] == []


@pytest.mark.parametrize(("columns", "left_out"), [
    (110, ""), (80, "publishers, sources"), (30, "first said, last changed, last repeated, publishers, sources"),
])  # fmt: skip
def test_a_narrow_table_breaks_no_word_of_ours_and_tells_what_it_leaves_out(
    cli, demo_db, monkeypatch, columns, left_out
):
    monkeypatch.setattr("monitor.cli._out.PIPE_WIDTH", columns)
    table = cli("series", "--db", demo_db).out
    assert max(map(len, table.splitlines()[:-1])) <= columns
    assert ("the terminal is too narrow for: " in table) == bool(left_out)
    assert left_out in table.splitlines()[-1]


def test_words_of_ours_are_never_broken(cli, demo_db, monkeypatch):
    monkeypatch.setattr("monitor.cli._out.PIPE_WIDTH", 80)
    states = {row["state"] for row in cli("series", "returned", "--db", demo_db, "--jsonl").lines}
    assert all(state in cli("series", "returned", "--db", demo_db).out for state in states)


def test_flags_are_filtered_by_the_day_that_they_show(cli, demo_db):
    days = [row["day"] for row in cli("flags", "--db", demo_db, "--limit", 99, "--jsonl").lines]
    since = [row["day"] for row in cli("flags", "--since", "2026-03-01", "--db", demo_db, "--jsonl").lines]
    until = [row["day"] for row in cli("flags", "--until", "2026-03-01", "--db", demo_db, "--jsonl").lines]
    assert since == [day for day in days if day >= "2026-03-01"] != []
    assert until == [day for day in days if day < "2026-03-01"] != []


def test_an_empty_list_says_why(cli, demo_db, tmp_path):
    (tmp_path / "config.yaml").write_text("baseline: {history: false}\n", encoding="utf-8")
    cli("catch-up", "--db", "empty.db")
    for name in ("flags", "figures", "articles"):
        assert f"no {name}; monitor catch-up" in cli(name, "--db", "empty.db").out
    told = cli("articles", "--edited", "--publisher", "Nobody", "--db", demo_db).out
    assert told == "no articles with these filters: --edited, --publisher\n"
    assert cli("flags", "--state", "dismissed", "--db", demo_db).out == "no flags with these filters: --state\n"


@pytest.mark.parametrize("value", ["19546", "19,546", "19546.0"])
def test_a_number_may_be_typed_as_it_is_printed(cli, demo_db, value):
    rows = cli("figures", "--value", value, "--db", demo_db, "--jsonl").lines
    assert {row["value"] for row in rows} == {19546}
    assert cli("figures", "--first", value, "--db", demo_db, "--jsonl").lines
    assert cli("figures", "--value", "19,54", "--db", demo_db).code == 2


def test_what_the_history_says_is_shown_by_its_id(cli):
    cli("catch-up", "--db", "new.db")
    first = cli("figures", "--first", "19,546", "--db", "new.db", "--jsonl").lines[0]
    shown = cli("show", first["id"], "--db", "new.db", "--json").json
    assert (shown["id"], shown["value"], shown["day"]) == (first["id"], 19546, first["day"])
    assert (shown["speaker"], shown["link"], shown["said"]) == (first["speaker"], first["link"], [])
    assert cli("show", "history-9999", "--db", "new.db").code == 2


def test_the_report_lists_flags_of_one_day_as_they_were_raised(own_db, capsys):
    with sqlite3.connect(own_db) as db:
        db.execute("UPDATE figure SET published = '2026-01-01'")
    chosen, report = settings(None, own_db), Report(flags=[f"flag-{n}" for n in range(1, 26)])
    capsys.readouterr()
    tell_report(chosen, report, False, True)
    ids = [json.loads(line)["id"] for line in capsys.readouterr().out.splitlines()]
    assert ids == [f"flag-{n}" for n in range(1, 26)]


def test_a_number_is_shown_as_people_say_it(cli, demo_db):
    table = cli("figures", "--db", demo_db, "--limit", 100).out
    assert "19,546" in table
    assert "more than 2,000" in table
    assert "updated total" in table
    assert "more_than" not in table


def test_series_counts_publishers_and_sources_apart(cli, demo_db):
    rows = cli("series", "--db", demo_db, "--jsonl").lines
    yale = next(row for row in rows if row["speaker"] == "Yale HRL" and row["measure"] == "facilities")
    assert (yale["value"], yale["qualifier"], yale["publishers"], yale["sources"]) == (210, "at_least", 2, 1)
    assert yale["first_said"] <= yale["last_changed"] <= yale["last_repeated"]


def test_series_of_a_measure_tells_each_supersession(cli, demo_db):
    rows = cli("series", "returned", "--db", demo_db, "--jsonl").lines
    assert {"superseded", "current"} <= {row["state"] for row in rows}
    assert [row["day"] for row in rows] == sorted(row["day"] for row in rows)
    assert cli("series", "located", "--db", demo_db).out == "no series of located\n"


def test_who_said_it_first(cli, demo_db):
    rows = cli("figures", "--first", 19546, "--db", demo_db, "--jsonl").lines
    assert {row["value"] for row in rows} == {19546}
    assert rows[0]["day"] == min(row["day"] for row in rows)


def test_show_walks_down_to_the_hash(cli, demo_db):
    shown = cli("show", "flag-1", "--db", demo_db).out
    assert "sha256" in shown
    assert "quote" in shown
    capture = cli("show", "flag-1", "--db", demo_db, "--json").json["figure"]["version"]["capture"]
    assert capture["holds"] is True
    assert capture["sha256"] in Path(capture["file"]).name and Path(capture["file"]).is_file()
    assert cli("show", "flag-1", "--db", demo_db, "--json").json["figure"]["version"]["capture"]["sha256"] in shown


def test_show_diff_names_words_and_figures_that_changed(cli, demo_db):
    rows = cli("articles", "--db", demo_db, "--jsonl", "--limit", 100).lines
    edited = next(row["id"] for row in rows if row["versions"] > 1)
    shown = cli("show", edited, "--diff", "--db", demo_db).out
    assert "[-1.300-] {+1.859+}" in shown
    assert "1,300 returned became 1,859" in shown
    only = cli("articles", "--edited", "--db", demo_db, "--jsonl").lines
    assert [row["id"] for row in only] == [row["id"] for row in rows if row["versions"] > 1]
    single = next(row["id"] for row in rows if row["versions"] == 1)
    assert "one version only" in cli("show", single, "--diff", "--db", demo_db).out


def test_why_tells_the_rule_and_both_quotes(cli, demo_db):
    flags = cli("flags", "--db", demo_db, "--jsonl").lines
    update = next(flag["id"] for flag in flags if flag["kind"] == "updated_total" and flag["was"])
    told = cli("why", update, "--db", demo_db).out
    assert "updated total, rule T" in told
    assert "against" in told
    assert told.count("“") >= 2


def test_why_tells_who_passed_a_number_on(cli, own_db):
    assert "via" not in cli("why", "flag-1", "--db", own_db).out
    with sqlite3.connect(own_db) as db:
        db.execute("UPDATE figure SET data = json_set(data, '$.via', 'Coast Wire')")
    assert "(via Coast Wire): “" in cli("why", "flag-1", "--db", own_db).out


def test_check_answers_like_a_fact_checker(cli, demo_db):
    told = cli("check", "20,000 children deported", "--db", demo_db).out
    assert "A rounding: the known number is 19,546" in told
    for part in ("said by", "first said", "last repeated", "last changed", "Not in conflict, because", "35,000"):
        assert part in told
    assert "Known: " in cli("check", "1,859 children returned", "--db", demo_db).out
    assert "Not found" in cli("check", "5 million children deported", "--db", demo_db).out
    told = cli("check", "3 children returned", "--db", demo_db).out
    assert "Known, but of another count (qatar), by Dmytro Lubinets." in told


def test_check_takes_a_claim_at_its_word(cli, demo_db):
    told = cli("check", "19,546 children returned", "--db", demo_db).out
    assert "Claim: 19,546 children returned" in told and "Not found" in told


def test_check_json_has_the_best_match(cli, demo_db):
    found = cli("check", "20,000 children deported", "--db", demo_db, "--json").json
    assert (found[0]["match"], found[0]["best"]["figure"]["value"]) == ("rounds", 19546)


def test_nothing_in_a_title_reaches_the_terminal(cli, own_db):
    evil = "\x1b[31mred\x1b]0;t\x07 \u202egnp.exe \x9b5m \u2066x"
    with sqlite3.connect(own_db) as db:
        db.execute("UPDATE version SET title = ?", (evil,))
        db.execute("UPDATE figure SET quote = ?, source = ?", (evil, evil))
        db.execute("UPDATE article SET publisher = ?", (evil,))
        db.execute("UPDATE feed SET name = ?", (evil,))
    commands = [["flags"], ["figures"], ["articles"], ["feeds"], ["series"], ["show", "flag-1"], ["why", "flag-1"],
                ["export", "flags", "--format", "html"], ["check", "20,000 children deported"]]  # fmt: skip
    for command in commands:
        printed = cli(*command, "--db", own_db).out
        assert "gnp.exe" in printed or command[0] in {"series", "check"}
        assert not set(printed) & set("\x1b\x07\x9b\u202e\u2066"), command


def test_decisions_about_a_flag(cli, own_db):
    assert cli("ack", "flag-1", "--reason", "seen", "--db", own_db).code == 0
    assert cli("dismiss", "flag-2", "--reason", "no news", "--db", own_db).code == 0
    assert cli("snooze", "flag-3", "--until", "2099-01-01", "--db", own_db).code == 0
    states = {row["id"]: row["state"] for row in cli("flags", "--db", own_db, "--limit", 99, "--jsonl").lines}
    assert [states[f"flag-{n}"] for n in (1, 2, 3)] == ["acknowledged", "dismissed", "snoozed"]
    assert cli("snooze", "flag-3", "--until", "2001-01-01", "--db", own_db).code == 2
    week = datetime.now(UTC) + timedelta(weeks=1)
    assert f"snoozed until {week:%Y-%m-%d}" in cli("snooze", "flag-3", "--until", "1w", "--db", own_db).out


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_flag_is_not_dismissed_without_a_reason(cli, own_db, reason):
    done = cli("dismiss", "flag-2", "--reason", reason, "--db", own_db)
    assert (done.code, done.err) == (2, "monitor: --reason: is empty; say why it is no news\n")
    assert cli("show", "flag-2", "--db", own_db, "--json").json["decisions"] == []


def test_an_acknowledgement_is_logged_once_and_again_with_a_new_reason(cli, own_db):
    assert cli("ack", "flag-1", "--db", own_db).out == "flag-1 acknowledged\n"
    assert cli("ack", "flag-1", "--db", own_db).out == "flag-1 is acknowledged already\n"
    assert cli("ack", "flag-1", "--reason", "in the note", "--db", own_db).out == "flag-1 acknowledged\n"
    decisions = cli("show", "flag-1", "--db", own_db, "--json").json["decisions"]
    assert [(row["from"], row["reason"]) for row in decisions] == [("open", ""), ("acknowledged", "in the note")]


def test_backup_verify_restore_export_doctor(cli, own_db, tmp_path):
    told = cli("verify", "--db", own_db).out.splitlines()
    assert told[0] == "database and evidence hold"
    assert cli("verify", "--db", own_db, "--seal", told[1].split()[-1]).code == 0
    assert cli("verify", "--db", own_db, "--seal", "0" * 64).code == 65
    assert cli("doctor", "--db", own_db).code == 0
    assert cli("backup", tmp_path / "b.tar", "--db", own_db).code == 0
    assert cli("backup", tmp_path / "b.tar", "--db", own_db).code == 2
    assert cli("restore", tmp_path / "b.tar", "--db", tmp_path / "new" / "m.db").code == 0
    assert cli("verify", "--db", tmp_path / "new" / "m.db").code == 0
    exported = cli("export", "figures", "--format", "csv", "--db", own_db).out.splitlines()
    assert exported[0].startswith("id,day,value")


def test_keeping_commands_tell_programs_what_they_found(cli, own_db):
    verified = cli("verify", "--json", "--db", own_db)
    assert (verified.code, verified.json["holds"], verified.json["problems"]) == (0, True, [])
    assert len(verified.json["seal"]) == 64 and verified.json["lines"] > 0
    tidied = cli("tidy", "--dry-run", "--jsonl", "--db", own_db).lines
    assert [(row["bodies"], row["applied"]) for row in tidied] == [(0, False)]
    next(path for path in (own_db.parent / "captures").rglob("*.gz")).write_bytes(b"forged")
    damaged = cli("verify", "--json", "--db", own_db)
    assert (damaged.code, damaged.json["holds"], len(damaged.json["problems"])) == (65, False, 1)


def test_a_capture_that_changed_on_disk_ends_with_65(cli, own_db):
    body = next(path for path in (own_db.parent / "captures").rglob("*") if path.is_file())
    body.write_bytes(b"forged")
    done = cli("verify", "--db", own_db)
    assert done.code == 65
    assert "restore a backup" in done.err


def test_a_pass_tells_its_report_in_json_and_its_flags_in_lines(cli, tmp_path):
    document = cli("demo", "--db", tmp_path / "one.db", "--json")
    lines = cli("demo", "--db", tmp_path / "two.db", "--jsonl")
    assert set(document.json) == {"report", "flags"}
    assert sorted(row["value"] or 0 for row in lines.lines) == sorted(
        row["value"] or 0 for row in document.json["flags"]
    )
    assert cli("demo", "--db", tmp_path / "two.db").code == 2
