# `make run` and `make test` work on a fresh machine with python3 and make; CONTRIBUTING.md explains the rest.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

.PHONY: run test setup dev check format bench evals audit picture lock browser clean

run: setup
	VARIORUM_PORT=$(PORT) $(BIN)/variorum serve

test: dev browser
	$(BIN)/pytest -n auto --dist loadgroup

setup: .venv/runtime

dev: .venv/development

# Debian parts `python3 -m venv` from python3: where it is missing, install it if we may, else say what to type.
.venv/bin/pip:
	@$(PYTHON) -m venv .venv 2>/dev/null || { rm -rf .venv; .ci/debian-package python3-venv && $(PYTHON) -m venv .venv; }

.venv/runtime: .venv/bin/pip requirements.txt pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@# Building the project itself needs its build backend, which the development pins hold.
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/development: .venv/runtime requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# The browser tests drive Debian's Chromium. In CI its absence is a failure; elsewhere the tests say that they skip.
browser:
	@command -v chromium >/dev/null || .ci/debian-package chromium || [ -z "$$CI" ]

check: dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: dev
	$(BIN)/python -m benchmarks --docs

evals: dev
	$(BIN)/python -m benchmarks.evals

# The checkers come from npm into .venv/audit; the Nu checker needs Java.
audit: dev browser
	@command -v npm >/dev/null || .ci/debian-package npm
	@command -v java >/dev/null || .ci/debian-package default-jre-headless
	$(BIN)/python -m benchmarks.audit --docs

picture: dev browser
	$(BIN)/python -m docs.take_picture

# Pins with hashes and without addresses; needs uv on the path.
PIN := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade
lock:
	$(PIN) pyproject.toml -o requirements.txt
	$(PIN) pyproject.toml --group dev --extra semantic -o requirements-dev.txt
	printf 'hatchling\neditables\n' | $(PIN) - -c requirements-dev.txt -o requirements-build.txt

clean:
	rm -rf .venv dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
