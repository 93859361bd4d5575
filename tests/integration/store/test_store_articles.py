"""One commit leaves everything of an article, once; people can walk from a flag to the bytes."""

from __future__ import annotations

from datetime import timedelta

import pytest

from monitor.errors import UsageError

TEXT = "Kyiv says 19,546 children were deported."


def test_an_article_leaves_version_figure_verdict_flag_and_delivery(desk, make):
    done = desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT, source="Kyiv", source_id="kyiv"))
    assert (done.new_article, done.new_version, done.figures, len(done.flags)) == (True, True, 1, 1)
    (flag,) = desk.store.flags()
    keys = ("id", "kind", "value", "speaker", "link", "outlets", "sources")
    assert tuple(flag[key] for key in keys) == (
        "flag-1", "new_figure", 19546, "Kyiv", "https://one.example/a", 1, 1)  # fmt: skip
    (row,) = desk.store.queued(make.NOW)
    assert (row.channel, row.detail["quote"]) == ("console", "19,546")
    assert desk.store.verify() == []


def test_the_same_reading_again_adds_nothing(desk, make):
    said = make.figure(19546, TEXT)
    desk.commit("https://one.example/a", TEXT, said)
    before = desk.store.counts()
    again = desk.commit("https://one.example/a", TEXT, said)
    assert (again.new_article, again.new_version, again.figures, again.flags) == (False, False, 0, ())
    assert {**desk.store.counts(), "captures": 0} == {**before, "captures": 0}


def test_another_outlet_joins_the_flag_and_sends_nothing(desk, make):
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT, source="Kyiv", source_id="kyiv"))
    text = "Deported so far: 19,546, Kyiv says again."
    said = make.figure(19546, text, source="Kyiv", source_id="kyiv")
    done = desk.commit("https://two.example/b", text, said, publisher="Two")
    assert done.flags == ()
    (flag,) = desk.store.flags()
    assert (flag["outlets"], flag["sources"]) == (2, 1)
    assert len(desk.store.queued(make.NOW)) == 1


def test_a_changed_total_names_what_it_was(desk, make):
    for day, value in ((1, 19499), (20, 19546)):
        text = f"The register counts {value:,} deported children."
        said = make.figure(value, text, source="register", source_id="register")
        desk.commit(f"https://one.example/{day}", text, said, day=day)
    newest = desk.store.flags()[0]
    assert (newest["kind"], newest["value"], newest["was"]) == ("updated_total", 19546, 19499)


def test_a_commit_that_fails_leaves_nothing(desk, make, monkeypatch):
    monkeypatch.setattr(desk.store, "_note", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    counts = desk.store.counts()
    assert (counts["articles"], counts["figures"], counts["flags"], counts["queued_deliveries"]) == (0, 0, 0, 0)


def test_two_entries_of_one_page_are_one_article(desk, make):
    desk.poll(make.entry(1), make.entry(2))
    first, second = desk.store.pending(make.NOW)
    desk.commit("https://one.example/canonical", TEXT, make.figure(19546, TEXT), entry_id=first.id)
    desk.commit("https://one.example/canonical", TEXT, make.figure(19546, TEXT), entry_id=second.id)
    assert len(desk.store.articles()) == 1
    assert len(desk.store.show("article-1")["entries"]) == 2
    assert desk.store.pending(make.NOW) == []


def test_a_changed_text_is_a_new_version_with_a_diff(desk, make):
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    text = TEXT.replace("19,546", "19,500")
    done = desk.commit("https://one.example/a", text, make.figure(19500, text))
    assert (done.new_article, done.new_version) == (False, True)
    shown = desk.store.show("article-1")
    assert [row["number"] for row in shown["history"]] == [1, 2]
    assert "+" + text in shown["diff"]


def test_a_text_that_comes_back_is_no_new_version(desk, make):
    other = TEXT.replace("19,546", "19,500")
    new = [
        desk.commit("https://one.example/a", text, make.figure(value, text)).new_version
        for text, value in ((TEXT, 19546), (other, 19500), (TEXT, 19546), (other, 19500))
    ]
    assert new == [True, True, False, False]
    assert [row["number"] for row in desk.store.show("article-1")["history"]] == [1, 2]


def test_a_cosmetic_change_is_no_new_version(desk, make):
    first = desk.commit("https://one.example/a", f"“{TEXT}”\nUpdated: 10:15", make.figure(19546, TEXT))
    again = desk.commit("https://one.example/a", f'"{TEXT}"\nUpdated: 11:40', make.figure(19546, TEXT))
    assert (again.version_id, again.new_version, again.figures) == (first.version_id, False, 0)


def test_show_walks_from_flag_to_capture(desk, make):
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    figure = desk.store.show("flag-1")["figure"]
    assert figure["holds"] and figure["rule"] == "T1"
    capture = figure["version"]["capture"]
    assert desk.store.capture_body(int(capture["id"].removeprefix("capture-"))) == TEXT.encode()


def test_why_shows_what_it_was_judged_against(desk, make):
    for day, value in ((1, 19499), (20, 19546)):
        text = f"The register counts {value:,} deported children."
        desk.commit(f"https://one.example/{day}", text, make.figure(value, text, source_id="register"), day=day)
    why = desk.store.why("flag-2")
    assert (why["id"], why["verdict"]) == ("figure-2", "updated_total")
    assert [(row["id"], row["value"], row["link"]) for row in why["against"]] == [
        ("figure-1", 19499, "https://one.example/1")
    ]


def test_who_passed_a_figure_on_is_kept(desk, make):
    said = make.figure(19546, TEXT, source="Kyiv", source_id="kyiv", via="Reuters")
    desk.commit("https://one.example/a", TEXT, said)
    assert desk.store.why("flag-1")["via"] == "Reuters"
    assert [row["via"] for row in desk.store.figures()] == ["Reuters"]


@pytest.mark.parametrize(
    "public_id", ["flag-7", "figure-7", "article-7", "version-7", "capture-7", "entry-7", "feed-7", "rain"]
)
def test_an_unknown_id_is_one_line(desk, public_id):
    with pytest.raises(UsageError, match=r"^(?!.*\n)"):
        desk.store.show(public_id)


def test_copies_are_found_by_their_bands(desk):
    done = desk.commit("https://one.example/a", TEXT, bands=("aa", "bb"))
    (found,) = desk.store.copy_candidates(["bb", "cc"])
    assert (found.version_id, found.url, found.signature) == (done.version_id, "https://one.example/a", b"sig")
    assert desk.store.copy_candidates(["dd"]) == []


def test_what_an_outlet_prints_under_each_text_does_not_hide_a_copy(desk):
    for day in range(1, 41):
        text = f"{TEXT} On day {day}."
        desk.commit(f"https://one.example/{day}", text, bands=("standing", "lines", f"{day}"), day=day % 28 + 1)
    copied = desk.commit("https://one.example/copied", TEXT, bands=("aa", "bb", "cc"))
    found = desk.store.copy_candidates(["standing", "lines", "aa", "bb", "cc"])
    assert len(found) < 40
    assert copied.version_id in [other.version_id for other in found]
    assert [other.version_id for other in found] == sorted(other.version_id for other in found)


def test_an_article_is_no_copy_of_itself(desk):
    for number in range(40):
        desk.commit("https://one.example/live", f"{TEXT} Update {number}.", bands=("aa", "bb"))
    other = desk.commit("https://two.example/b", f"{TEXT} So says Two.", bands=("aa",))
    (found,) = desk.store.copy_candidates(["aa", "bb"], "https://one.example/live")
    assert found.version_id == other.version_id


def test_a_copy_adds_an_outlet_and_no_source(desk, make):
    first = desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT, source="A", source_id="a"))
    said = make.figure(19546, TEXT + " ", source="B", source_id="b")
    desk.commit("https://two.example/b", TEXT + " ", said, publisher="Two", copy_of=first.version_id)
    (flag,) = desk.store.flags()
    assert (flag["outlets"], flag["sources"]) == (2, 1)


def test_search_finds_words_in_title_and_text(desk):
    desk.commit("https://one.example/a", "Дети вернулись домой. El País informó.")
    assert [row["id"] for row in desk.store.search("вернулись pais")] == ["article-1"]
    assert desk.store.search('" OR ) nothing') == []


def test_lone_surrogates_and_nul_are_stored_with_their_spans(desk, make):
    text = "a\ud800\0 19,546 deported"
    desk.commit("https://one.example/a", text, make.figure(19546, text))
    assert desk.store.verify() == []
    assert desk.store.show("figure-1")["holds"]


def test_views_for_people_and_checks(desk, make):
    desk.commit("https://one.example/a", TEXT, make.figure(19546, TEXT))
    for view, columns in (
        ("v_article", ["url", "title"]),
        ("v_figure", ["url", "value"]),
        ("v_flag", ["url", "value"]),
    ):
        rows = desk.store._rows(f"SELECT * FROM {view}")
        assert [row.keys() for row in rows] == [columns]


def test_lists_filter(desk, make):
    said = [make.figure(19546, TEXT, source="Kyiv", source_id="kyiv")]
    desk.commit("https://one.example/a", TEXT, *said)
    store = desk.store
    day = make.NOW + timedelta(days=1)
    assert len(store.figures(measure="deported", source="kyi", state="new_figure", value=19546)) == 1
    assert store.figures(measure="returned") == store.figures(value=1) == store.figures(since=day) == []
    assert store.flags(state="dismissed") == store.flags(since=day) == []
    assert [row["value"] for row in store.series_line("deported", source="kyiv", scope="all")] == [19546]
    (line,) = store.series()
    assert (line["measure"], line["first_said"], line["publishers"]) == ("deported", "2025-10-10", 1)
    assert len(store.captures_list(url="https://one.example/a")) == 1 == len(store.facts_for_measure("deported"))
    assert store.articles(publisher="Two") == [] and len(store.articles(until=day)) == 1


def test_a_group_told_with_hindsight_is_found_in_the_database(desk, make):
    text = "Earlier, 13 children were returned."
    desk.commit("https://one.example/a", "13 children are home.", group(make, "13 children are home."), day=1)
    assert desk.commit("https://two.example/b", text, group(make, text), publisher="Two", day=30).flags == ()


def test_the_operations_that_reports_name_are_kept_with_the_event(desk, make):
    text = "13 children are home."
    said = [(8, {}), (9, {"scope": "kherson"}), (14, {"scope": "kherson"})]
    done = [desk.commit(f"https://one.example/{day}", text, group(make, text, **more), day=day) for day, more in said]
    assert [len(committed.flags) for committed in done] == [1, 0, 0]


def group(make, text, **more):
    return make.figure(13, text, "returned", "batch", **more)
