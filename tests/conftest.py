"""Every run of the suite is the same run: hypothesis derives its examples from the test alone, without a clock.

Where PYTHONDONTWRITEBYTECODE is set, every process that a test starts would compile all it imports: they keep what they
compile in a folder of this run instead.
"""

import os
import shutil
import tempfile

import pytest
from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same")

COMPILED = pytest.StashKey[str]()


def pytest_configure(config: pytest.Config) -> None:
    """The first process of the run sets it up; the workers of pytest-xdist and all they start inherit it."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", ""):
        config.stash[COMPILED] = os.environ["PYTHONPYCACHEPREFIX"] = tempfile.mkdtemp(prefix="monitor-compiled-")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Nothing stays behind."""
    if folder := config.stash.get(COMPILED, ""):
        shutil.rmtree(folder, ignore_errors=True)
