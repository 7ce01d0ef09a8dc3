# Two commands do everything on a new machine: `make demo` and `make test`. `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
VIEWERS := $(VENV)/.viewers
ENGINES := $(VENV)/.engines
# One more than there are processors: tests wait for the disk, too.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

# Without .pyc files every command starts five times slower.
unexport PYTHONDONTWRITEBYTECODE
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test check check-format check-lint check-types check-imports check-docs format docs soak \
	coverage bench bench-large engines lock wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv from requirements.lock

demo: $(READY) ## run the whole job on sample articles
	@$(BIN)/claims demo

test: $(READY) $(VIEWERS) $(ENGINES) ## run the whole suite; fails where too few lines and branches are reached
	@$(BIN)/python -m pytest --dist loadgroup -n $(WORKERS) --maxprocesses 8 --cov --cov-report=

check: check-format check-lint check-types check-imports check-docs ## format, lint, types, layers, generated docs

check-format: $(READY)
	$(BIN)/ruff format --check .

check-lint: $(READY)
	$(BIN)/ruff check .

check-types: $(READY)
	$(BIN)/mypy

check-imports: $(READY)
	$(BIN)/lint-imports --no-logo

check-docs: $(READY)
	$(BIN)/python docs/generate.py --check

format: $(READY) ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(READY) ## write the generated pages under docs/
	$(BIN)/python docs/generate.py

soak: $(READY) $(VIEWERS) $(ENGINES) ## run the long sweeps, hours if need be
	$(BIN)/python -m pytest --dist loadgroup -n $(WORKERS) --maxprocesses 8 -m slow

coverage: $(READY) $(VIEWERS) $(ENGINES) ## run the suite and measure which lines it reaches
	$(BIN)/python -m pytest --dist loadgroup -n $(WORKERS) --maxprocesses 8 --cov

bench: $(READY) ## measure speed and quality
	$(BIN)/python bench/run.py

bench-large: $(READY) $(ENGINES) ## how the cross-check grows to ten million claims and a million sentences: over an hour
	$(BIN)/python bench/run.py --large

engines: $(READY) $(ENGINES) ## add what compares the engines: Spark, DuckDB, PostgreSQL, Java

lock: $(READY) ## pin what pyproject.toml asks for; newer versions with: make lock UPGRADE=--upgrade
	$(BIN)/uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --group dev --group bench \
		--no-emit-index-url --no-header pyproject.toml --output-file requirements.lock
	$(BIN)/uv pip compile --quiet $(UPGRADE) --universal --generate-hashes --python-version 3.11 --group engines \
		--constraint requirements.lock --no-emit-index-url --no-header --output-file requirements-engines.lock

wheel: $(READY) ## build dist/*.whl
	$(BIN)/python -m hatchling build -t wheel

clean: ## remove what these targets made
	rm -rf $(VENV) build dist .coverage* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Done again only when what it is made from changes.
$(READY): requirements.lock pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/venv $(VENV)
	@echo "Installing from requirements.lock into $(VENV) …"
	@$(BIN)/python -m pip install --quiet --require-hashes --no-deps --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --editable .
	@touch $@

# Reports are looked at in a real browser and a real spreadsheet. Tried once; without them those tests are skipped.
$(VIEWERS): $(READY)
	@sh .ci/viewers
	@touch $@

# Some 700 MB that few need, so not part of `setup`. Tried once; what is missing then is skipped by its tests.
$(ENGINES): $(READY) requirements-engines.lock
	@sh .ci/engines $(VENV) requirements-engines.lock
	@touch $@
