# `make generate` and `make test` need Python 3.11 or later and nothing else: the
# virtual environment is made on the first run, and again when pyproject.toml changes.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
TARGET := julep
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: generate check golden test lint types mypy pyright unit release browser site corpus clean

generate: $(READY)  ## write generated/ anew
	$(BIN)/sdkwright generate --full

check: $(READY)  ## fail if generated/ is not what would be written
	$(BIN)/sdkwright check --full

golden: $(READY) generate  ## write the expected files of tests/features, and pages, anew
	UPDATE_GOLDEN=1 $(BIN)/pytest -q -n 2 tests/test_features.py tests/test_conformance.py \
		tests/test_rules.py tests/test_commands_page.py tests/test_configuration_page.py \
		tests/test_picture.py tests/unit/schemas/test_published.py

test: lint types unit  ## everything

lint: $(READY)
	$(BIN)/ruff check
	$(BIN)/black --check --quiet generator templates tests

types: $(READY)  ## both type checkers, at once
	$(MAKE) --no-print-directory --jobs=2 mypy pyright

mypy pyright: $(READY)
	$(BIN)/$@

# Slow tests are about type checkers, which see no difference.
unit: $(READY)  ## every test, then those of the runtime with the other HTTP library
	$(BIN)/pytest -q -n 2
	HTTP_LIBRARY=httpx $(BIN)/pytest -q -n 2 -m 'not slow' tests/core tests/features

# TARGET=NAME of another SDK, OPTIONS='--dry-run' or '--tag'.
release: $(READY)  ## the next version of an SDK, from what has changed since the last
	$(BIN)/sdkwright release $(TARGET) $(OPTIONS)

browser: $(READY)  ## the site of an SDK, in Chromium; SCREENSHOTS=DIR for pictures
	$(BIN)/python -m pip install --quiet --editable '.[browser]'
	$(BIN)/pytest -q tests/browser

site: $(READY)  ## this project's own pages as a site
	$(BIN)/python -m pip install --quiet --editable '.[docs]'
	$(BIN)/mkdocs build --quiet --strict

# SPECS=DIR for other documents; OPTIONS='--only NAME --without types', --help for more.
corpus: $(READY)  ## what becomes of real documents, in a table
	PYTHONPATH=tests $(BIN)/python -m corpus $(OPTIONS) $(SPECS)

clean:
	rm -rf $(VENV) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@
