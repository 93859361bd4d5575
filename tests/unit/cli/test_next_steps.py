"""How the demo calls the program in the steps that it proposes: so that they can be pasted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from monitor.cli import demo


@pytest.fixture
def program(tmp_path: Path) -> Path:
    path = tmp_path / "bin" / "monitor"
    path.parent.mkdir()
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_by_its_path_where_the_shell_does_not_find_it(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    monkeypatch.setattr(sys, "argv", [str(program), "demo"])
    monkeypatch.setenv("PATH", "/nowhere")
    assert demo._program() == str(program)


def test_by_its_name_where_the_shell_finds_it(monkeypatch: pytest.MonkeyPatch, program: Path) -> None:
    monkeypatch.setattr(sys, "argv", [str(program), "demo"])
    monkeypatch.setenv("PATH", str(program.parent))
    assert demo._program() == "monitor"


def test_as_a_module(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "argv", [str(tmp_path / "__main__.py"), "demo"])
    assert demo._program() == "python -m monitor"
