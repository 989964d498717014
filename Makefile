# One word a task. Each installs what it needs into .venv first; a second call is instant.
PORT ?=
PYTHON ?=
CHROMIUM ?=
export CHROMIUM

VENV := .venv/bin/python
RUN := .venv/.ready-to-run
TEST := .venv/.ready-to-test
PIP := PYTHONWARNINGS=ignore $(VENV) -m pip install --quiet --disable-pip-version-check -c constraints.txt -e
OFFLINE := { echo "The packages could not be installed: see the lines above (is this machine online?)." >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help run test check fix docs sample screenshots calibrate bench fuzz browser clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## (.*)/make \1|\2/' | column -t -s '|' 2>/dev/null || grep -E '^[a-z]+:.*## ' Makefile

run: $(RUN) ## open the app in the browser (PORT=8600 for another port)
	@$(VENV) -m dashboard $(if $(PORT),--port $(PORT))

test: $(TEST) browser check ## lint, types, every test and the browser journey
	@$(VENV) -m pytest -n 2 --dist loadgroup

check: $(TEST) ## lint, format and types only
	@$(VENV) -m ruff check .
	@$(VENV) -m ruff format --check --quiet .
	@$(VENV) -m ty check --quiet

fix: $(TEST) ## put the code into the house format
	@$(VENV) -m ruff check --fix --quiet .
	@$(VENV) -m ruff format --quiet .

docs: $(TEST) ## rewrite the generated blocks of README, data/README and the guide
	@$(VENV) -m tests.docs

sample: $(RUN) ## write the sample team's files in data/sample again
	@$(VENV) -m dashboard demo --files data/sample --as-of 2026-11-16

screenshots: $(TEST) browser ## take the pictures of README again
	@$(VENV) -m tests.browser.screenshots

calibrate: $(TEST) ## simulate teams, measure how often the verdicts err, write docs/calibration.md (RUNS=20 SEED=2)
	@$(VENV) -m tests.calibration --runs $(or $(RUNS),100) --seed $(or $(SEED),1)

bench: $(TEST) browser ## measure speed and memory, print the table, put it into README (PARTS=reading for a part)
	@$(VENV) -m tests.benchmarks $(PARTS)

fuzz: $(TEST) ## read 20,000 spoiled files: none may break the reader (CASES=1000 SEED=8 for others)
	@SSI_COACH_EXAMPLES=20 $(VENV) -m pytest -q -n 2 tests/ingest -k "round_trip"
	@$(VENV) -m tests.fuzz --cases $(or $(CASES),20000) --seed $(or $(SEED),7)

browser:
	@.ci/find-chromium

clean: ## remove the environment and every cache; the store in data/store stays
	rm -rf .venv build *.egg-info .pytest_cache .ruff_cache .hypothesis .fuzz
	find dashboard tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV):
	@python=$$(PYTHON="$(PYTHON)" .ci/find-python) || exit 1; \
	echo "Making .venv with $$python ..."; \
	"$$python" -m venv .venv || { rm -rf .venv; echo "The virtual environment could not be made: see the lines above." >&2; exit 1; }

$(RUN): pyproject.toml constraints.txt | $(VENV)
	@echo "Installing the packages into .venv (once; some 700 MB) ..."
	@$(PIP) . || $(OFFLINE)
	@touch $@

$(TEST): pyproject.toml constraints.txt | $(VENV)
	@echo "Installing the packages and the test tools into .venv (once) ..."
	@$(PIP) '.[dev]' || $(OFFLINE)
	@touch $@ $(RUN)
