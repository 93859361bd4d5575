"""Where /healthz may listen, and where secrets are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from monitor.config import load, parse
from monitor.config.credentials import Secrets
from monitor.errors import ConfigError

CHANNEL = "alerts: {channels: [{kind: webhook, url: '${HOOK}'}]}\n"


@pytest.mark.parametrize("place", ["127.0.0.1:9464", "127.7.7.7:1", "'[::1]:9464'"])
def test_it_listens_on_this_machine(place: str) -> None:
    config = parse(f"health: {{listen: {place}}}\n", Path("c.yaml"), {})
    assert config.health.listen == place.strip("'")


def test_it_listens_nowhere_by_default() -> None:
    assert parse("", Path("c.yaml"), {}).health.listen is None


@pytest.mark.parametrize("place", ["0.0.0.0:9464", "192.168.1.5:9464", "localhost:9464", "127.0.0.1", "127.0.0.1:0",
                                   "127.0.0.1:70000", "'[::]:9464'", "9464"])  # fmt: skip
def test_other_places_are_a_mistake_of_one_line(place: str) -> None:
    with pytest.raises(ConfigError) as told:
        parse(f"health: {{listen: '{place.strip(chr(39))}'}}\n", Path("c.yaml"), {})
    (line,) = told.value.problems
    assert line.startswith("c.yaml:1: health.listen: found") and "127.0.0.1:9464" in line


def hook(folder: Path, **environment: str) -> str:
    config = folder / "config.yaml"
    config.write_text(CHANNEL, encoding="utf-8")
    (channel,) = load(config, environment=environment).alerts.channels
    return str(channel.url.get_secret_value())  # type: ignore[union-attr]


def test_a_secret_is_read_from_a_file_and_the_environment_goes_first(tmp_path: Path) -> None:
    (tmp_path / "HOOK").write_text("https://file.example/\n", encoding="utf-8")
    place = str(tmp_path)
    assert hook(tmp_path, CREDENTIALS_DIRECTORY=place) == "https://file.example/"
    assert hook(tmp_path, CREDENTIALS_DIRECTORY=place, HOOK="https://env.example/") == "https://env.example/"
    assert set(Secrets({"A": "1", "CREDENTIALS_DIRECTORY": place})) >= {"A", "HOOK"}


@pytest.mark.parametrize("place", ["", "/nowhere/at/all"])
def test_a_secret_that_is_nowhere_is_a_mistake_with_its_line(tmp_path: Path, place: str) -> None:
    with pytest.raises(ConfigError, match=r"config.yaml:1: .*neither .* nor .* has HOOK; set it"):
        hook(tmp_path, CREDENTIALS_DIRECTORY=place)


def test_a_secret_that_is_no_text_is_one_line_without_it(tmp_path: Path) -> None:
    (tmp_path / "HOOK").write_bytes(b"\xff\xfe-hidden")
    with pytest.raises(ConfigError) as told:
        hook(tmp_path, CREDENTIALS_DIRECTORY=str(tmp_path))
    assert "HOOK: is not UTF-8" in str(told.value) and "hidden" not in str(told.value)
