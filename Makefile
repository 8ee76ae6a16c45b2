# What a developer runs. Needs Python 3.11 or newer, git and make; everything else goes into .venv.
# Paths are relative, so that the folder may have any name.

PYTHON ?= python3
RUN := .venv/bin/python -m

.PHONY: help demo test check test-long bench clean

help:
	@echo "make demo       open pmtui on the example workspace"
	@echo "make test       everything a change must pass, in about five minutes"
	@echo "make check      the quick part of it: format, lint, types, imports, dead code"
	@echo "make test-long  the tests that take longer"
	@echo "make bench      speed and memory, as ratios; writes benchmarks/results.md"
	@echo "make clean      remove what these made"

demo: .venv/.pmtui
	@.venv/bin/pmtui demo

test: check
	$(RUN) pytest -m "not long" -n auto --dist worksteal

check: .venv/.development
	$(RUN) ruff format --check
	$(RUN) ruff check
	$(RUN) mypy
	.venv/bin/lint-imports
	$(RUN) deptry src
	$(RUN) vulture

test-long: .venv/.development
	$(RUN) pytest -m long
	$(RUN) pytest -m "not long" -n auto --hypothesis-profile search tests/domain tests/importers tests/export tests/store

bench: .venv/.development
	$(RUN) benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache benchmarks/out dist build
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says: the packages that pyproject.toml and constraints.txt name are installed.
.venv/.pmtui: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "pmtui needs Python 3.11 or newer. Name one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --upgrade "pip>=25.1"
	$(RUN) pip install --quiet --constraint constraints.txt --editable .
	@touch $@

.venv/.development: .venv/.pmtui
	$(RUN) pip install --quiet --constraint constraints.txt --group dev
	@touch $@
