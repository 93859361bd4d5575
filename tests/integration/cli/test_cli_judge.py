"""Judging the stored figures again: shown before it is written, and nothing old is lost."""

from __future__ import annotations

import sqlite3

import pytest

from monitor.judge import Policy


def verdicts(path):
    with sqlite3.connect(path) as db:
        return db.execute("SELECT id, figure_id, kind, rule FROM verdict ORDER BY id").fetchall()


def facts(path):
    with sqlite3.connect(path) as db:
        return db.execute("SELECT fact, state, value, publisher, data FROM observation ORDER BY fact").fetchall()


def test_the_same_rules_change_nothing(cli, own_db):
    before = verdicts(own_db), facts(own_db)
    done = cli("judge", "--db", own_db)
    assert done.code == 0
    assert "0 verdicts differ" in done.out
    assert (verdicts(own_db), facts(own_db)) == before


@pytest.fixture
def other_rules(monkeypatch):
    """Rules under which no side's total only rises and every speaker stands alone."""
    monkeypatch.setattr("monitor.wiring.policy", lambda _: Policy(families={}, live=frozenset()))


@pytest.mark.usefixtures("other_rules")
def test_a_dry_run_shows_and_writes_nothing(cli, own_db):
    before = verdicts(own_db), facts(own_db)
    done = cli("judge", "--dry-run", "--db", own_db, "--json")
    assert done.json["applied"] is False
    assert done.json["changes"]
    assert {"id", "was", "was_rule", "verdict", "rule"} <= set(done.json["changes"][0])
    assert (verdicts(own_db), facts(own_db)) == before
    assert "nothing was written" in cli("judge", "--dry-run", "--db", own_db).out


@pytest.mark.usefixtures("other_rules")
def test_new_verdicts_stand_beside_the_old_ones(cli, own_db):
    before = verdicts(own_db)
    shown = cli("judge", "--dry-run", "--db", own_db, "--json").json["changes"]
    applied = cli("judge", "--db", own_db, "--json").json
    after = verdicts(own_db)
    assert applied["changes"] == shown
    assert after[: len(before)] == before
    newest = {figure: (kind, rule) for _, figure, kind, rule in after}
    for row in shown:
        assert newest[int(row["id"].rpartition("-")[2])] == (row["verdict"], row["rule"])
    assert cli("judge", "--db", own_db, "--json").json["changes"] == []
    assert cli("verify", "--db", own_db).code == 0


@pytest.mark.usefixtures("other_rules")
def test_new_flags_alert_nobody_and_old_flags_stay(cli, own_db):
    old = {row["id"] for row in cli("flags", "--db", own_db, "--limit", 999, "--jsonl").lines}
    opened = cli("judge", "--db", own_db, "--json").json["flags"]
    now = {row["id"] for row in cli("flags", "--db", own_db, "--limit", 999, "--jsonl").lines}
    assert now == old | set(opened)
    with sqlite3.connect(own_db) as db:
        assert db.execute("SELECT count(*) FROM delivery").fetchone() == (0,)


@pytest.fixture
def history_db(cli, tmp_path):
    """A database that holds nothing but the shipped history."""
    (tmp_path / "config.yaml").write_text("feeds: {}\n")
    assert cli("catch-up", "--db", tmp_path / "h.db").code == 0
    return tmp_path / "h.db"


def test_the_history_counts_publishers_and_sources_apart(cli, history_db):
    rows = cli("series", "deported", "--db", history_db, "--jsonl").lines
    register = next(row for row in rows if row["value"] == 19546)
    assert register["publishers"] > register["sources"] > 1
    assert register["day"] == "2023-09-13"
    assert register["state"] == "current"
    before = facts(history_db)
    assert "0 verdicts differ" in cli("judge", "--db", history_db).out
    assert facts(history_db) == before


def test_the_history_answers_who_said_it_first_and_since_when(cli, history_db):
    first = cli("figures", "--first", 19546, "--db", history_db, "--jsonl").lines[0]
    assert (first["day"], first["speaker"], first["history"]) == ("2023-09-13", "Children of War portal", True)
    answer = cli("check", "20,000 children deported", "--db", history_db, "--json").json[0]
    assert (answer["match"], answer["since"], answer["last_changed"]) == ("rounds", "2023-09-13", "2023-09-13")
