# Two commands matter: `make demo` shows what pilkades does, `make test` proves it. `make help` lists the rest.

VENV ?= .venv
BIN := $(VENV)/bin
# The first of these that runs and is 3.11 or newer.
PYTHON ?= $(shell for python in python3.11 python3 python3.12 python3.13 python3.14; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$python && break; done)
# Hashes are demanded of everything that is fetched; what has no wheel is built by the locked setuptools.
INSTALL = $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED = $(INSTALL) --require-hashes --no-build-isolation

RUNTIME := $(VENV)/.installed-runtime
DEV := $(VENV)/.installed-dev
BENCH := $(VENV)/.installed-bench
LOCKER := build/locker
UV := 0.13.8
COMPILE = $(LOCKER)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --no-header --no-emit-index-url --no-emit-find-links

PYTEST_ARGS ?=
# `make demo DEMO_ARGS="--lang en --date 2027-01-15 --port 8001"`; `--no-serve` opens no site.
DEMO_ARGS ?=
# Where CI=true, a test that is skipped is a test that fails: nothing may be left out.
STRICT = $(if $(filter true,$(CI)),-p tools.nothing_left_out)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test check browser postgresql java docs bench lock clean

help: ## list the commands
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

demo: $(RUNTIME) ## replay real elections against the law of their day, then open a site to look at
	$(BIN)/pilkades demo $(DEMO_ARGS)

test: $(DEV) check browser postgresql java ## everything: format, lint, types, import contracts, the tree, then all tests
	$(BIN)/python -m pytest -n 2 $(STRICT) $(PYTEST_ARGS)

check: $(DEV) ## the quick part of `make test`, without the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy src tests tools $(if $(wildcard benchmarks/*.py),benchmarks)
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m tools

browser:
	@bash tools/chromium.sh

postgresql:
	@bash tools/postgresql.sh

java:
	@bash tools/java.sh

docs: $(RUNTIME) ## write docs/law anew from the law's data
	$(BIN)/pilkades law pages --out docs/law
	$(BIN)/python -m pilkades.cli.vocabulary_page docs/developers/vocabulary.md

bench: $(BENCH) ## run every script in benchmarks/
	@set -e; for script in benchmarks/*.py; do \
		test -e "$$script" || { echo "benchmarks/ holds no script."; break; }; \
		echo "== $$script"; PYTHONPATH=. $(BIN)/python "$$script"; done

lock: $(LOCKER)/bin/uv ## pin everything anew, with the hash of every file
	$(COMPILE) --upgrade requirements/build.in -o requirements/build.lock.txt
	$(COMPILE) --upgrade pyproject.toml requirements/build.in -c requirements/build.lock.txt -o requirements/lock.txt
	$(COMPILE) --upgrade pyproject.toml requirements/build.in --extra dev -c requirements/lock.txt -o requirements/dev.lock.txt
	$(COMPILE) --upgrade pyproject.toml requirements/build.in --extra bench -c requirements/dev.lock.txt -o requirements/bench.lock.txt

clean: ## remove what the commands above made
	rm -rf $(VENV) build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/pip:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, then run this again." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "The virtual environment could not be made. On Debian: apt-get install python3-venv." >&2; exit 1; }

$(RUNTIME): requirements/build.lock.txt requirements/lock.txt pyproject.toml | $(BIN)/pip
	$(LOCKED) -r requirements/build.lock.txt
	$(LOCKED) -r requirements/lock.txt
	$(INSTALL) --no-build-isolation --no-deps --editable .
	$(BIN)/python -m pilkades.jobs.warm
	@touch $@

$(DEV): requirements/dev.lock.txt $(RUNTIME)
	$(LOCKED) -r requirements/dev.lock.txt
	@touch $@

$(BENCH): requirements/bench.lock.txt $(DEV)
	$(LOCKED) -r requirements/bench.lock.txt
	@touch $@

$(LOCKER)/bin/uv:
	$(PYTHON) -m venv $(LOCKER)
	$(LOCKER)/bin/python -m pip install --quiet --disable-pip-version-check uv==$(UV)
