"""config.yaml: what is right comes in, what is wrong is told with file, line, key and cure, all at once."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.config import Config, duration, duration_text, load, parse, redact, schema, size
from monitor.errors import ConfigError

ROOT = Path(__file__).resolve().parents[3]


def problems(text: str, environment: dict[str, str] | None = None) -> list[str]:
    with pytest.raises(ConfigError) as told:
        parse(text, Path("c.yaml"), environment or {})
    return list(told.value.problems)


def test_the_shipped_file_holds():
    config = load(ROOT / "config.yaml")
    assert config.story == "ukrainian_children"
    assert {language: len(feeds) for language, feeds in config.feeds.items()} == {"en": 25, "es": 3, "uk": 8, "ru": 5}
    assert not any(search.enabled for search in config.search)
    assert config.database == ROOT / "db/monitor.sqlite"


def test_the_shipped_file_says_the_defaults():
    shipped, default = load(ROOT / "config.yaml"), Config.default()
    assert shipped.schedule.floor == default.schedule.floor
    for part in ("network", "alerts", "baseline", "limits"):
        assert getattr(shipped, part) == getattr(default, part)


def test_the_shipped_file_has_every_feed_of_the_shared_list():
    listed = ROOT.parent / "shared" / "feed-list.yaml"
    if not listed.exists():
        pytest.skip("the shared list is not here")
    wanted = set(re.findall(r'url: "?([^",}]+)', listed.read_text()))
    config = load(ROOT / "config.yaml")
    assert wanted == {feed.url for feeds in config.feeds.values() for feed in feeds}


def test_without_a_file_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load() == Config.default()
    (tmp_path / "config.yaml").write_text("story: other\n")
    assert load().story == "other"


@pytest.mark.parametrize("text", ["", "# nothing but a comment\n", "network:\nfeeds:\n", "\ufeffstory: a\n"])
def test_little_is_enough(text, tmp_path):
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    assert load(tmp_path / "c.yaml").network == Config.default().network


def test_paths_start_at_the_file(tmp_path):
    config = parse("storage: {database: data/m.db}", tmp_path / "c.yaml", {})
    assert (config.database, config.captures) == (tmp_path / "data/m.db", tmp_path / "data/captures")
    config = parse("storage: {captures: /var/evidence}", tmp_path / "c.yaml", {})
    assert config.captures == Path("/var/evidence")


def test_every_mistake_is_told_at_once():
    text = """\
story: ukrainian_children
shedule: {every: 3m}
schedule:
  every: soon
  longest: 3d
  reread: 5
network:
  robots: 7
  allow: [127.0.0.0/99]
  max_redirects: 500
alerts:
  digest: noon
  channels:
    - kind: webhook
      url: ftp://example.org
      secrt: x
    - kind: webook
    - {name: x}
feeds:
  en:
    - {name: A, url: http://a.example/rss}
    - {name: A, url: http://a.example/rss, evry: 3m}
    - {nam: B}
    - hello
    - {url: mailto:x}
  english: []
  uk: {url: x}
storage: 5
"""
    found = problems(text)
    expected = [
        "c.yaml:2: shedule: unknown key; did you mean `schedule`?",
        "c.yaml:4: schedule.every: found 'soon'; it is not a duration; write it like 30s, 15m, 2h or 1d",
        "c.yaml:5: schedule.longest: found '3d'; it must lie between 1s and 1d",
        "c.yaml:6: schedule.reread: found 5; write a list, each item after a dash",
        "c.yaml:8: network.robots: found 7; write true or false",
        "c.yaml:9: network.allow[1]: found '127.0.0.0/99'; it is not a network; write it like 127.0.0.0/8 or fd00::/8",
        "c.yaml:10: network.max_redirects: found 500; it should be less than or equal to 20",
        "c.yaml:12: alerts.digest: found 'noon'; write a time of day in quotes, like \"08:00\"",
        "c.yaml:15: alerts.channels[1].url: found a value (not shown); it is not a web address; it must look like https://example.org/rss",
        "c.yaml:16: alerts.channels[1].secrt: unknown key; did you mean `secret`?",
        "c.yaml:17: alerts.channels[2]: found kind 'webook'; did you mean `webhook`?",
        "c.yaml:18: alerts.channels[3]: has no `kind`; add `kind: console` or `kind: webhook`",
        "c.yaml:22: feeds.en[2].evry: unknown key; did you mean `every`?",
        "c.yaml:22: feeds.en[2].name: the same name as feeds.en[1]; give each its own",
        "c.yaml:22: feeds.en[2].url: the same address as feeds.en[1]; keep one",
        "c.yaml:23: feeds.en[3].nam: unknown key; did you mean `name`?",
        "c.yaml:23: feeds.en[3].url: is missing; add it",
        "c.yaml:24: feeds.en[4]: found 'hello'; write `key: value` lines below it",
        "c.yaml:25: feeds.en[5].url: found 'mailto:x'; it is not a web address; it must look like https://example.org/rss",
        "c.yaml:26: feeds.english: found 'english', which is no language code; write one like en or uk, or `any`",
        "c.yaml:27: feeds.uk: found `key: value` lines; write a list, each item after a dash",
        "c.yaml:28: storage: found 5; write `key: value` lines below it",
    ]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "schedule: {longest: 5m, shortest: 1h, every: 1m}",
            "schedule.longest: found '5m'; it must not be less than `shortest` (1h)",
        ),
        (
            "schedule: {every: 10m, longest: 5m}",
            "schedule.longest: found '5m'; it must not be less than `every` (10m)",
        ),
        ("alerts: {digest: 8}", 'alerts.digest: found 8; write a time of day in quotes, like "08:00"'),
        ("storage: {database: ''}", "storage.database: found ''; it must name a file, like db/monitor.sqlite"),
        ("storage: {database: /}", "storage.database: found '/'; it must name a file, like db/monitor.sqlite"),
        ("storage: {captures: ''}", "storage.captures: found ''; it must not be empty"),
        (
            "feeds: {ua: []}",
            "feeds.ua: found 'ua', which is no language code; write one like en or uk, or `any`",
        ),
    ],
)
def test_what_cannot_hold_together_is_a_mistake(text, told):
    assert problems(text) == [f"c.yaml:1: {told}"]


def test_languages_and_times_of_day_that_hold():
    config = parse("{alerts: {digest: '08:00'}, feeds: {pt-BR: [], crh: [], any: []}}", Path("c.yaml"), {})
    assert (config.alerts.digest, [*config.feeds]) == (time(8), ["pt-BR", "crh", "any"])


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("story: [a\nfeeds: b\n", "c.yaml:"),
        ("story: a\n\tfeeds: b\n", "c.yaml:2:"),
        ("story: a\nstory: b\n", "c.yaml:2:1: not valid YAML: the same key stands twice; keep one of them"),
        ("- a\n- b\n", "c.yaml:1: the file must hold `key: value` lines"),
        ("just text", "c.yaml:1: the file must hold `key: value` lines"),
        ("story: *nobody\n", "c.yaml:1:"),
    ],
)
def test_what_is_not_yaml_is_one_line(text, start):
    (line,) = problems(text)
    assert line.startswith(start)
    assert "\n" not in line


def test_files_that_cannot_be_read_are_one_line(tmp_path):
    (tmp_path / "latin.yaml").write_bytes("story: a\nfeeds: é\n".encode("latin-1"))
    for path, word in (
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path, "is a folder"),
        (tmp_path / "latin.yaml", ":2: is not UTF-8"),
    ):
        with pytest.raises(ConfigError) as told:
            load(path)
        assert word in str(told.value) and "\n" not in str(told.value)
        assert told.value.exit_code == 78


WEBHOOK = (
    "alerts: {channels: [{kind: webhook, url: '${HOOK}', secret: '${KEY}', headers: {authorization: 'Bearer ${KEY}'}}]}"
)


def test_secrets_come_from_the_environment_and_are_never_printed():
    config = parse(WEBHOOK, Path("c.yaml"), {"HOOK": "https://hooks.example/t0ken", "KEY": "s3cret"})
    (channel,) = config.alerts.channels
    assert channel.url.get_secret_value() == "https://hooks.example/t0ken"
    assert channel.headers["authorization"].get_secret_value() == "Bearer s3cret"
    shown = repr(config) + str(config) + config.model_dump_json()
    assert "t0ken" not in shown and "s3cret" not in shown
    assert "s3cret" not in "".join(problems(WEBHOOK, {"HOOK": "s3cret", "KEY": "s3cret"}))


def test_an_unset_variable_is_named():
    assert problems(WEBHOOK, {"KEY": "x"}) == [
        "c.yaml:1: alerts.channels[1].url: neither the environment nor $CREDENTIALS_DIRECTORY has HOOK; "
        "set it, or write the value here"
    ]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("15m", 900), ("30s", 30), ("2h", 7200), ("1d", 86400), ("1h30m", 5400), ("0.5s", 0.5), (" 250ms ", 0.25), (0, 0)],
)
def test_durations(text, seconds):
    assert duration(text) == seconds


@pytest.mark.parametrize("text", ["", "15", "m", "-5m", "15 minutes", "1e3s", None, True, 15, "5m5", "٣m"])
def test_what_is_no_duration(text):
    with pytest.raises(ValueError, match="not a duration"):
        duration(text)


@given(st.integers(min_value=0, max_value=10**9))
def test_durations_are_printed_as_they_are_read(seconds):
    assert duration(duration_text(float(seconds))) == seconds


@pytest.mark.parametrize(
    ("text", "count"), [("15MB", 15_000_000), ("500 kB", 500_000), ("1GiB", 2**30), ("7", 7), (7, 7), ("1.5kb", 1500)]
)
def test_sizes(text, count):
    assert size(text) == count


@pytest.mark.parametrize("text", ["", "MB", "-1MB", "15i", "1TB", None, True, 1.5])
def test_what_is_no_size(text):
    with pytest.raises(ValueError, match="not a size"):
        size(text)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://hooks.example/services/T0/secret?x=1", "https://hooks.example/..."),
        ("https://user:pass@host.example:8443/", "https://host.example:8443"),
        ("http://[::1", "..."),
        ("secret", "..."),
    ],
)
def test_redaction_keeps_the_host_alone(url, shown):
    assert redact(url) == shown


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda s: (
            st.lists(s, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "story",
                        "storage",
                        "schedule",
                        "network",
                        "alerts",
                        "channels",
                        "kind",
                        "feeds",
                        "en",
                        "url",
                        "name",
                        "search",
                        "limits",
                        "x",
                    ]
                ),
                s,
                max_size=5,
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_the_file_ends_in_a_config_or_in_lines(tree):
    from io import StringIO

    from ruamel.yaml import YAML

    out = StringIO()
    YAML().dump(tree, out)
    try:
        assert isinstance(parse(out.getvalue(), Path("c.yaml"), {}), Config)
    except ConfigError as told:
        assert told.problems or told.subject
        assert all("\n" not in line and line.startswith("c.yaml") for line in told.problems)


def keys(part: dict, defs: dict, prefix: str = "") -> set[str]:
    """Every key of the schema, dotted; list items and mappings by language are entered."""
    found: set[str] = set()
    for name, shape in part.get("properties", {}).items():
        found.add(prefix + name)
        for inner in shapes(shape, defs):
            found |= keys(inner, defs, f"{prefix}{name}.")
    return found


def shapes(shape: dict, defs: dict) -> list[dict]:
    if "$ref" in shape:
        return [defs[shape["$ref"].rpartition("/")[2]]]
    inner = [*shape.get("anyOf", []), *shape.get("oneOf", []), *shape.get("patternProperties", {}).values()]
    inner += [shape[key] for key in ("items", "additionalProperties") if isinstance(shape.get(key), dict)]
    return [found for part in inner for found in shapes(part, defs)]


def test_the_documentation_lists_exactly_the_keys_of_the_schema():
    table = schema()
    known = keys(table, table["$defs"])
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([a-z_.]+)` \|", page, re.M)) == known
    assert len(known) > 40
