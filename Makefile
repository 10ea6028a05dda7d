# One word per task; .ci/run calls the same words.
# From the environment: PORT, HOST, WAREHOUSE_DIR, DATABASE_URL, URL_PREFIX, PUBLIC_URL (see README.md).

PYTHON ?= python3
IN := .venv/bin/
.DEFAULT_GOAL := help
.PHONY: help run test check setup etl serve bench clean .setup-run .setup-check .setup-test

help:  # this list
	@sed -nE 's/^([a-z]+):[^#]*# (.*)/  make \1\t\2/p' Makefile | expand -t 16

run: .setup-run  # set up, load figures if there are none, and serve on http://127.0.0.1:8050
	$(IN)python -m etl run --if-empty || test $$? -eq 1  # 1: a source failed, but there are figures to show
	$(IN)python -m dashboard serve

test: .setup-test  # all tests; those in a browser need Chromium
	$(IN)python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

check: .setup-check  # style, format, types, and the lock against pyproject.toml
	$(IN)uv lock --check --offline --quiet
	$(IN)ruff check .
	$(IN)ruff format --check .
	$(IN)mypy

setup: .setup-run  # only the environment, in .venv

etl: .setup-run  # fetch what is new, and publish new figures
	$(IN)python -m etl run

serve: .setup-run  # serve what is loaded
	$(IN)python -m dashboard serve

bench: .setup-test  # measure against the goals: a table, and bench.json
	$(IN)python -m tests.bench

clean:  # remove the environment and what tools left behind; figures and answers in data/ stay
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache bench.json
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.setup-run .setup-check .setup-test:
	@command -v $(PYTHON) >/dev/null || { echo "Python is missing. Remedy: install 3.11 or newer (Debian: apt-get install python3)." >&2; exit 1; }
	@$(PYTHON) bootstrap.py $(patsubst .setup-%,%,$@)
