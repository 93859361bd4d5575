"""Feeds from a reader's list into config.yaml, and back."""

from __future__ import annotations

from monitor.demo import Newsroom

OPML = """<opml version="2.0"><body>
<outline text="Top stories" type="rss" xmlUrl="https://ex.com/a"/>
<outline text="uk"><outline text="Новини &quot;А&quot;" type="rss" xmlUrl="https://ex.com/b?x=1&amp;y=2"/></outline>
<outline text="News/World"><outline text="Top stories" type="rss" xmlUrl="https://ex.com/c"/></outline>
<outline text="Again" type="rss" xmlUrl="https://ex.com/a"/>
<outline text="Old" type="rss" xmlUrl="ftp://ex.com/d"/>
</body></opml>"""


def test_what_import_prints_is_a_configuration(cli, tmp_path):
    (tmp_path / "list.opml").write_text(OPML, encoding="utf-8")
    done = cli("feeds", "import", "list.opml")
    (tmp_path / "config.yaml").write_text(done.out, encoding="utf-8")
    assert cli("config", "check").out.startswith("configuration is fine: story ukrainian_children, 3 feeds")
    exported = cli("feeds", "export").out
    assert all(part in exported for part in ("https://ex.com/a", "https://ex.com/c", 'text="uk"', 'text="Новини'))


def test_import_tells_what_it_leaves_out(cli, tmp_path):
    (tmp_path / "list.opml").write_text(OPML, encoding="utf-8")
    done = cli("feeds", "import", "list.opml")
    assert done.code == 3
    assert done.err.splitlines() == [
        "monitor: list.opml: left out: Again: the same address as Top stories (https://ex.com/a)",
        "monitor: list.opml: left out: Old: ftp://ex.com/d is no address on the web",
    ]


def test_an_empty_list_is_an_empty_configuration(cli, tmp_path):
    (tmp_path / "list.opml").write_text("<opml><body/></opml>", encoding="utf-8")
    assert cli("feeds", "import", "list.opml").out == "feeds: {}\n"


def test_the_address_of_a_feed_is_discovered_as_itself(cli, tmp_path):
    (tmp_path / "config.yaml").write_text('network: {allow: [127.0.0.0/8], host_gap: "0s"}\n', encoding="utf-8")
    with Newsroom() as room:
        feed = room.feeds[0]
        done = cli("feeds", "discover", feed.url, "--json")
    assert done.code == 0
    assert [(row["url"], bool(row["title"]), bool(row["type"])) for row in done.json] == [(feed.url, True, True)]


def test_inspect_reaches_the_networks_that_the_configuration_allows(cli, tmp_path):
    with Newsroom() as room:
        feed = room.feeds[0].url
        assert cli("inspect", "feed", feed, "--jsonl").code == 3
        (tmp_path / "own.yaml").write_text('network: {allow: [127.0.0.0/8], host_gap: "0s"}\n', encoding="utf-8")
        done = cli("inspect", "feed", feed, "--config", "own.yaml", "--jsonl")
    assert (done.code, bool(done.json["entries"])) == (0, True)
