# Two commands on a fresh machine: `make run` and `make test`. Both set up .venv from the pinned, hashed lock file.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check bench docs pictures setup lock translations clean

# Tests, measures and pictures need no screen; the studio itself takes the one there is.
test bench pictures: export QT_QPA_PLATFORM ?= offscreen

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

# Opens the studio; `make run ARGS=--demo` opens the sample workspace.
run: setup
	$(BIN)/python main.py $(ARGS)

# Files of tests are shared out over the cores; all workers need the same seed of string hashes, another each time.
# Many tests start the program: Python keeps what it compiled, whatever the machine says of that elsewhere.
test: export PYTHONDONTWRITEBYTECODE :=
test: export PYTHONHASHSEED := $(or $(PYTHONHASHSEED),$(shell $(PYTHON) -c "import random; print(random.randrange(2**32))"))
test: setup
	@echo "PYTHONHASHSEED=$$PYTHONHASHSEED"
	$(BIN)/python -m pytest -n auto --dist loadfile

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The pages on the presets that ship and on the services, out of the presets and the exporters themselves.
docs: setup
	$(BIN)/python main.py presets --markdown > docs/library.md
	$(BIN)/python main.py targets --markdown > docs/services.md

bench: setup
	$(BIN)/python -m bench

# Every screen, light and dark, into build/pictures.
pictures: setup
	$(BIN)/python main.py pictures -o build/pictures

# The lock names no index; it needs uv only when dependencies change.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --extra dev --no-emit-index-url \
		--no-emit-find-links --no-header --quiet pyproject.toml -o requirements.lock

# Extracts the interface's sentences and compiles the catalogues that ship with the program.
translations: setup
	$(BIN)/pybabel extract --no-location --sort-output --omit-header -k words -k _words -k sentence -k Sentence -k StudioError \
		-k WrongUse -k ServiceTrouble -k Conflict -k N_ -o resources/translations/fabel.pot studio widgets main.py templates
	$(BIN)/pybabel update --no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -D fabel -i resources/translations/fabel.pot -d resources/translations
	$(BIN)/pybabel compile -D fabel -d resources/translations

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
