# Everything a newcomer needs: `make demo`, `make test`. Both set up all they need in .venv first.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check gold bench figures weights soak chaos clean

demo: .venv/ready
	$(BIN)/monitor demo

test: .venv/ready
	$(BIN)/pytest

check: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

gold: .venv/ready
	$(BIN)/python tests/gold/ratchet.py
	$(BIN)/python tests/gold/agreement.py --quiet

bench: .venv/ready
	$(BIN)/uv sync --frozen --inexact --quiet --group bench
	for name in judge copies feeds fetch memory hostile extract; do $(BIN)/python bench/$$name.py || exit 1; done
	[ ! -d ../shared/pages ] || $(BIN)/python bench/pages.py ../shared/pages --peers

figures: .venv/ready
	$(BIN)/uv sync --frozen --inexact --quiet --group bench
	$(BIN)/python bench/figures.py

weights: .venv/ready
	$(BIN)/uv sync --frozen --inexact --quiet --group bench
	$(BIN)/python bench/train.py ../shared/pages

soak: .venv/ready
	$(BIN)/python bench/soak.py

chaos: .venv/ready
	$(BIN)/python bench/chaos.py

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/ready: pyproject.toml uv.lock
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "monitor needs Python 3.11 or newer: set PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet uv
	UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --frozen --inexact --quiet
	touch $@
