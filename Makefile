# Two commands on a fresh machine: `make run` and `make test`. Both set up .venv from the pinned, hashed lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export QT_QPA_PLATFORM ?= offscreen
FIRST_FLOW := build/first-flow

.PHONY: run test check bench setup lock translations clean

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

# Until the window exists, the main job on the command line: a flow from a preset, rendered, checked and exported.
run: setup
	@mkdir -p $(FIRST_FLOW)
	$(BIN)/python main.py new cart-classic --language nb --language sv -o $(FIRST_FLOW)/cart.fabel
	$(BIN)/python main.py render $(FIRST_FLOW)/cart.fabel -o $(FIRST_FLOW)/rendered
	$(BIN)/python main.py check $(FIRST_FLOW)/cart.fabel
	$(BIN)/python main.py export klaviyo $(FIRST_FLOW)/cart.fabel -o $(FIRST_FLOW)/klaviyo
	$(BIN)/python main.py export brevo $(FIRST_FLOW)/cart.fabel -o $(FIRST_FLOW)/brevo
	@echo "Open $(FIRST_FLOW)/rendered and $(FIRST_FLOW)/brevo in a browser. All commands: $(BIN)/python main.py --help"

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: setup
	$(BIN)/python -m bench

# The lock names no index; it needs uv only when dependencies change.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --extra dev --no-emit-index-url \
		--no-emit-find-links --no-header --quiet pyproject.toml -o requirements.lock

# Extracts the interface's sentences and compiles the catalogues that ship with the program.
translations: setup
	$(BIN)/pybabel extract --no-location --sort-output --omit-header -k words -k sentence -k Sentence -k StudioError \
		-k WrongUse -k ServiceTrouble -k Conflict -k N_ -o resources/translations/fabel.pot studio widgets main.py templates
	$(BIN)/pybabel update --no-fuzzy-matching --ignore-pot-creation-date -D fabel -i resources/translations/fabel.pot -d resources/translations
	$(BIN)/pybabel compile -D fabel -d resources/translations

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
