# Everything a newcomer needs: `make site`, `make test`. `make help` lists the rest.
# Packages go into .venv, locked by version and hash; a second run installs nothing.

# The newest Python that runs: a version manager's shim may stand for one that is not there.
PYTHON ?= $(shell for python in python3.14 python3.13 python3.12 python3.11 python3; do \
  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2> /dev/null && \
  echo $$python && break; done)
BIN := .venv/bin
# In an environment of its own: nothing here needs it but the measurement.
WEASYPRINT := .venv/weasyprint
RUNTIME := .venv/installed-runtime
DEV := .venv/installed-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# Material for MkDocs announces MkDocs 2 in a banner on each build.
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help site serve check test lint golden bench-trust lock browser nu bench-check bench-pdf clean
.DELETE_ON_ERROR:

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "%-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

site: $(RUNTIME) ## Check the summaries and build the site into site/
	@$(BIN)/quoteproof site

serve: $(RUNTIME) ## Serve the site, and build it again on every change
	@$(BIN)/quoteproof serve

check: $(RUNTIME) ## Check the summaries against the sources, and write nothing
	@$(BIN)/quoteproof check

test: lint browser nu ## Run every check and test of the program and the briefing
	@$(BIN)/pytest

lint: $(DEV) ## Check style, types and the layers of the program
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache > .venv/lint-imports.log || { cat .venv/lint-imports.log; exit 1; }

golden: $(DEV) ## Write the expected files anew: the schema, docs/, the tiny briefing's, and codes/
	@$(BIN)/quoteproof schema > .venv/schema.json && cp .venv/schema.json seeds/schema.json
	@$(BIN)/quoteproof build
	@$(BIN)/quoteproof build --project tests/golden/tiny
	@$(BIN)/quoteproof explain --pages codes

bench-trust: $(DEV) ## Measure how far the checks notice a statement that its quotes do not carry
	@$(BIN)/python tests/trust/bench.py $(ARGS)

# For every system and every Python from 3.11 on; one version of each package, whatever the Python,
# so that all build the same bytes. What the site needs is a part of what the tests need.
LOCK := $(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --upgrade --quiet \
  --fork-strategy fewest --generate-hashes --no-header --no-annotate

lock: $(DEV) ## Lock the newest versions that pyproject.toml allows
	@$(PIP) install uv
	@$(LOCK) --group dev --output-file requirements-dev.txt
	@$(LOCK) --group build --constraint requirements-dev.txt --output-file requirements.txt
	@$(LOCK:pyproject.toml=tests/speed/requirements.in) --output-file tests/speed/requirements.txt

# Tests in a browser need Chromium. It is installed where that takes no question, and never insisted
# on here: the tests say themselves what they lack.
browser: $(DEV)
	@{ command -v chromium || command -v chromium-browser || command -v google-chrome; } > /dev/null || \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    { apt-get update && apt-get install --yes --no-install-recommends chromium; } \
	      > .venv/chromium.log 2>&1 || echo "Chromium could not be installed: see .venv/chromium.log"; \
	  else echo "For the tests in a browser, install Chromium with your package manager."; fi

# The Nu HTML checker of the W3C, where there are npm and Java; else its test says what it lacks.
VNU := .venv/vnu/node_modules/vnu-jar/package.json
nu: $(DEV)
	@if ! test -f $(VNU) && command -v npm > /dev/null && command -v java > /dev/null; then \
	  npm install --silent --no-audit --no-fund --prefix .venv/vnu vnu-jar@26.9.27 \
	    > .venv/vnu.log 2>&1 || echo "The Nu HTML checker was not installed: see .venv/vnu.log"; \
	fi

bench-check: $(RUNTIME) ## Measure the whole check beside parsing its YAML: ten minutes, 6 GB
	@$(BIN)/python tests/speed/check.py $(ARGS)

bench-pdf: $(RUNTIME) ## Measure the PDF edition beside WeasyPrint: half an hour, 16 GB
	@test -x $(WEASYPRINT)/bin/python || $(BIN)/python -m venv $(WEASYPRINT)
	@$(WEASYPRINT)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
	  --requirement tests/speed/requirements.txt
	@$(BIN)/python tests/speed/pdf.py --weasyprint $(WEASYPRINT)/bin/python

clean: ## Remove what was built and installed, but not docs/
	@rm -rf .venv site .site-* .mypy_cache .ruff_cache .pytest_cache .hypothesis

# A virtual environment. Debian's bare Python has no ensurepip: its package is installed where that
# takes no question, and named where it does.
.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer found: install one."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) does not run, or is older than 3.11: say make PYTHON=..."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2> /dev/null || \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    { apt-get update && apt-get install --yes python3-venv; } > /dev/null; \
	  else echo "This Python cannot make virtual environments: install python3-venv."; exit 1; fi
	@$(PYTHON) -m venv .venv

# The package itself is installed last: it is there only when all it needs is.
$(RUNTIME): requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the site needs into .venv ..."
	@$(PIP) install --require-hashes --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(DEV): requirements-dev.txt $(RUNTIME)
	@echo "Installing what the tests need into .venv ..."
	@$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
