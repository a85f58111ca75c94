# make run     read (make run ARGS="--plain" hands options on)
# make test    all tests
# make check   style, types, direction of imports, and the content
# make bench   start-up time and memory
# make dist    source archive and wheel in dist/
# make lock    new pinned versions
# make clean   away with all that these made
#
# The first use makes .venv by itself; it needs Python 3.11 or newer and a connection.

BIN = .venv/bin
PIP_COMPILE = .lock/bin/pip-compile --quiet --generate-hashes --no-header --no-annotate --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: run test check bench dist lock clean

run: .venv/run.stamp
	@$(BIN)/python -m trd_tui $(ARGS)

test: .venv/dev.stamp
	$(BIN)/python -m pytest $(ARGS)

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m trd_tui check content

bench: .venv/dev.stamp
	$(BIN)/python tests/bench/start.py $(ARGS)

dist: .venv/dev.stamp
	$(BIN)/python -m build --no-isolation

lock:
	python3 -m venv .lock
	.lock/bin/pip install --quiet pip-tools
	$(PIP_COMPILE) --upgrade --output-file requirements.lock pyproject.toml
	$(PIP_COMPILE) --upgrade --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	rm -rf .lock

clean:
	rm -rf .venv .compiled .lock .readers dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: pyproject.toml requirements.lock scripts/setup
	@scripts/setup run

.venv/dev.stamp: pyproject.toml requirements-dev.lock scripts/setup
	@scripts/setup dev
