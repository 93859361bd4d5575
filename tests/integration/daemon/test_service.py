"""The daemon as a service: the unit names real commands, and systemd is told how the daemon is."""

from __future__ import annotations

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.cli import commands

PACKAGING = Path(__file__).resolve().parents[3] / "packaging"
UNIT = (PACKAGING / "monitor.service").read_text(encoding="utf-8")


def options(command: str) -> set[str]:
    found = commands.get_command(None, command)
    return {name for parameter in found.params for name in parameter.opts}


@pytest.mark.parametrize("line", [
    next(line for line in UNIT.splitlines() if line.startswith("ExecStart=")),
    "ENTRYPOINT monitor " + " ".join(json.loads(
        (PACKAGING / "Containerfile").read_text(encoding="utf-8").split("CMD ")[1].strip()
    )),
])  # fmt: skip
def test_what_is_started_is_a_real_command(line: str) -> None:
    words = shlex.split(line)
    command = next(word for word in words if word in ("run", "catch-up"))
    assert {word for word in words if word.startswith("--")} <= options(command)


def test_exit_codes_without_a_restart_are_those_a_restart_does_not_mend() -> None:
    line = next(line for line in UNIT.splitlines() if line.startswith("RestartPreventExitStatus="))
    assert line.partition("=")[2].split() == ["65", "75", "78"]


def test_systemd_is_told_of_the_start_the_pulse_and_the_end(tmp_path: Path) -> None:
    config = tmp_path / "config.yaml"
    config.write_text(f"storage: {{database: {tmp_path}/m.sqlite}}\nbaseline: {{history: false}}\n", encoding="utf-8")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(60)
        daemon = subprocess.Popen(
            [sys.executable, "-m", "monitor", "run", "--config", str(config)],
            env={**os.environ, "NOTIFY_SOCKET": str(tmp_path / "notify")},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            assert [systemd.recv(100) for _ in range(2)] == [b"READY=1", b"WATCHDOG=1"]
            daemon.send_signal(signal.SIGTERM)
            told = systemd.recv(100)
            while told == b"WATCHDOG=1":
                told = systemd.recv(100)
            assert told == b"STOPPING=1"
            assert daemon.wait(60) == 0
        finally:
            daemon.kill()
            daemon.wait()
