"""What packaging/ promises systemd and a container is what the command line and the daemon do."""

from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
import time
from configparser import ConfigParser
from pathlib import Path

import pytest

from monitor.cli import run_command
from monitor.cli._options import settings
from monitor.config import load

PACKAGING = Path(__file__).parents[2] / "packaging"


def unit() -> dict[str, str]:
    parser = ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(PACKAGING / "monitor.service", encoding="utf-8")
    return dict(parser["Service"])


def unit_arguments() -> list[str]:
    return shlex.split(unit()["ExecStart"])[1:]


def container_arguments() -> list[str]:
    lines = (PACKAGING / "Containerfile").read_text(encoding="utf-8").splitlines()
    found: list[str] = json.loads(next(line for line in lines if line.startswith("CMD ")).removeprefix("CMD "))
    return found


def test_unit_and_container_start_the_same_command() -> None:
    assert unit_arguments() == container_arguments()


def test_the_database_lies_in_the_state_directory() -> None:
    arguments = unit_arguments()
    assert Path(arguments[arguments.index("--db") + 1]).parent == Path("/var/lib") / unit()["StateDirectory"]


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> socket.socket:
    """The socket that systemd listens on."""
    address = tmp_path / "notify"
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    listener.bind(str(address))
    listener.settimeout(60)
    monkeypatch.setenv("NOTIFY_SOCKET", str(address))
    return listener


def start(folder: Path) -> subprocess.Popen[bytes]:
    """The unit's own command, with its two paths under `folder`."""
    config = folder / "config.yaml"
    config.write_text("story: ukrainian_children\n", encoding="utf-8")
    place = {"/etc/monitor/config.yaml": str(config), "/var/lib/monitor/monitor.sqlite": str(folder / "monitor.sqlite")}
    arguments = [place.get(argument, argument) for argument in unit_arguments()]
    return subprocess.Popen([sys.executable, "-m", "monitor", *arguments], stderr=subprocess.DEVNULL, env=os.environ)


def test_systemd_hears_that_the_daemon_is_ready_alive_and_stopping(tmp_path: Path, told: socket.socket) -> None:
    with told, start(tmp_path) as daemon:
        try:
            assert told.recv(64) == b"READY=1"
            assert told.recv(64) == b"WATCHDOG=1"
            daemon.send_signal(signal.SIGTERM)
            assert other_than_alive(told) == b"STOPPING=1"
            assert daemon.wait(60) == 0
        finally:
            daemon.kill()
    assert (tmp_path / "monitor.sqlite").exists()


def test_systemd_hears_of_a_reload_and_its_end(tmp_path: Path, told: socket.socket) -> None:
    """sd_notify(3): RELOADING=1 with the monotonic time in microseconds, and READY=1 when it is over."""
    with told, start(tmp_path) as daemon:
        try:
            assert told.recv(64) == b"READY=1"
            for text in ("schedule: {every: 20m}\n", "schedule: {every: soon}\n"):
                (tmp_path / "config.yaml").write_text(text, encoding="utf-8")
                before = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
                daemon.send_signal(signal.SIGHUP)
                state, _, moment = other_than_alive(told).partition(b"\nMONOTONIC_USEC=")
                assert state == b"RELOADING=1"
                assert before <= int(moment) <= time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1000
                assert other_than_alive(told) == b"READY=1"
        finally:
            daemon.kill()


def other_than_alive(told: socket.socket) -> bytes:
    while (heard := told.recv(64)) == b"WATCHDOG=1":
        pass
    return heard


def test_a_secret_that_systemd_hands_over_is_found(tmp_path: Path) -> None:
    """LoadCredential=ID:FOLDER gives each file of the folder the name ID_FILE (systemd.exec(5))."""
    id, _, folder = unit()["LoadCredential"].partition(":")
    assert folder == f"/etc/{unit()['ConfigurationDirectory']}", "systemd makes it, so that it can be empty"
    (tmp_path / f"{id}_HOOK").write_text("https://hook.example/in\n", encoding="utf-8")
    config = tmp_path / "config.yaml"
    config.write_text("alerts: {channels: [{kind: webhook, url: '${HOOK}'}]}\n", encoding="utf-8")
    (channel,) = load(config, environment={"CREDENTIALS_DIRECTORY": str(tmp_path)}).alerts.channels
    assert channel.url.get_secret_value() == "https://hook.example/in"


def test_a_bad_configuration_ends_with_a_code_that_systemd_does_not_restart(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "config.yaml"
    bad.write_text("storie: x\n", encoding="utf-8")
    code = run_command(["run", "--config", str(bad), "--db", str(tmp_path / "monitor.sqlite")])
    assert "storie" in capsys.readouterr().err
    assert str(code) in unit()["RestartPreventExitStatus"].split()


def test_retention_holds_although_the_unit_names_the_database(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text("storage: {keep: 30d, cap: 5GB}\n", encoding="utf-8")
    storage = settings(config, tmp_path / "monitor.sqlite").storage
    assert (storage.keep, storage.cap) == (30 * 86400, 5_000_000_000)
    assert storage.database == tmp_path / "monitor.sqlite"
