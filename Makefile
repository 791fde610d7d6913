# `make run` and `make test` do all set-up themselves; a second run is quick.
# PYTHON chooses the interpreter (3.11 or newer). Port and address are Streamlit's own variables.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Only this computer, unless the environment says otherwise: STREAMLIT_SERVER_ADDRESS=0.0.0.0 serves a network.
STREAMLIT_SERVER_ADDRESS ?= 127.0.0.1
export STREAMLIT_SERVER_ADDRESS

.DEFAULT_GOAL := help
.PHONY: help run serve data test check format shots lock

help: ## List these targets.
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/ready-to-run ## Set up what is missing and serve the app.
	$(BIN)/python -m streamlit run serve.py

serve: $(VENV)/ready-to-run ## The same for a team: no browser opened, requests logged as JSON; docs/operations.md has the settings.
	exec env STREAMLIT_SERVER_HEADLESS=true ACCESS_LOG=$${ACCESS_LOG:-json} $(BIN)/python -m streamlit run serve.py

data: $(VENV)/ready-to-run ## Build the Parquet tables and the dictionary from data/curated.
	$(BIN)/python -m lib.curation.build
	$(BIN)/python -m lib.queries.story_check

test: check ## Set up what is missing, then lint, type-check, check the data and run every test.
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m pytest --numprocesses auto --maxschedchunk 2

check: $(VENV)/ready-to-test ## Lint, type-check and check that the data are up to date.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m lib.curation.build --check
	$(BIN)/python -m lib.queries.story_check

format: $(VENV)/ready-to-test ## Format the code and mend what the linter can mend.
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

shots: $(VENV)/ready-to-test ## Photograph every page in both widths, themes and languages, into build/shots.
	$(BIN)/python -m tests.browser.install
	$(BIN)/python -m tests.browser.shoot build/shots

lock: ## Pin everything that the requirements files bring along, into constraints.txt.
	rm -rf build/lock
	$(PYTHON) -m venv build/lock
	grep -hv '^-' requirements.txt requirements-spark.txt tests/requirements.txt > build/lock/wanted.txt
	build/lock/bin/python -m pip install --quiet --requirement build/lock/wanted.txt
	echo '# Every package that pip installs for the app and its tests. Written by `make lock`.' > constraints.txt
	build/lock/bin/python -m pip freeze >> constraints.txt

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo 'This app needs Python 3.11 or newer, and `$(PYTHON)` is not that. Install it and say: make PYTHON=python3.11 $(MAKECMDGOALS)'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo '`$(PYTHON)` cannot make virtual environments. On Debian or Ubuntu: apt-get install python3-venv'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/ready-to-run: requirements.txt constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

$(VENV)/ready-to-test: tests/requirements.txt requirements-spark.txt $(VENV)/ready-to-run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@
