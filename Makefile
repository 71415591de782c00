# The only place where commands are spelled. Needs Python 3.11 or newer, git and make.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
SMM := $(BIN)/smm
OUT := out
PYTEST := $(BIN)/python -m pytest -n auto --maxprocesses 8 --dist loadfile --no-loadscope-reorder

.PHONY: demo test test-long check docs pictures words example bench fuzz mutants editor-tools lock wheel clean

demo: .venv/demo  ## the four commands on the example; the results lie in out/
	rm -rf $(OUT) && mkdir -p $(OUT)
	$(SMM) validate example-qms
	$(SMM) gap-report example-qms | head -n 34
	$(SMM) gap-report example-qms --output $(OUT)/gap.html
	$(SMM) gap-report example-qms --output $(OUT)/gap.pdf
	$(SMM) gap-report example-qms --output $(OUT)/gap.xlsx
	$(SMM) kpi example-qms --period 2020
	$(SMM) kpi example-qms --period 2020 --output $(OUT)/kpi.html
	$(SMM) bundle example-qms --output $(OUT)/bundle.zip
	$(SMM) verify $(OUT)/bundle.zip
	@echo && echo "The results:" && ls -1 $(OUT) | sed "s|^|  $(OUT)/|"

test: .venv/dev  ## all tests but the long ones
	$(PYTEST) -m "not long"

test-long: .venv/dev  ## what takes long by nature: other programs, the wheel, the guide walked through
	$(PYTEST) -m long

check: .venv/dev  ## everything before a push
	$(BIN)/ruff format --check src tests bench docs
	$(BIN)/ruff check src tests bench docs
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PYTEST) -m "not long"

docs: .venv/dev  ## write the generated pages of docs/ anew
	$(BIN)/python docs/generate.py

pictures: .venv/dev  ## work through the day of docs/panduan.md, and draw what one sees
	$(BIN)/python docs/pictures.py

words: .venv/dev  ## take new sentences into the catalogues, ask for their Indonesian, compile
	$(BIN)/python docs/catalogue.py

example: .venv/dev  ## make the invented evidence of the example anew
	$(BIN)/python docs/example_evidence.py

bench: .venv/dev  ## measure against the floor and against others
	$(BIN)/python -m bench

fuzz: .venv/dev  ## files that chance has made, three thousand of each sort, and more texts for each pattern
	SMM_FUZZ=3000 SMM_GROWTH=150 $(PYTEST) tests/hostile/test_fuzz.py tests/hostile/test_growth.py

mutants: .venv/dev $(OUT)/mutants  ## break the code a little for ten minutes, and print what no test has seen
	$(OUT)/mutants/bin/python tests/mutants.py

editor-tools:  ## the language server that tests/test_editor.py talks to (needs npm)
	npm install --prefix .tools --no-save --no-audit --no-fund --ignore-scripts \
		--fetch-retries 1 yaml-language-server@1.25.0

wheel: .venv/dev  ## build the wheel and the source archive
	$(BIN)/python -m build --no-isolation --outdir dist .

lock:  ## choose the versions anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--extra build -o requirements.txt pyproject.toml
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
		--extra build --extra dev -o requirements-dev.txt pyproject.toml

clean:
	rm -rf .venv $(OUT) dist build

.venv/demo: requirements.txt pyproject.toml
	test -d .venv || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m compileall -q src
	touch $@

$(OUT)/mutants:
	$(PYTHON) -m venv $@
	$@/bin/python -m pip install --quiet cosmic-ray==8.7.0

.venv/dev: requirements-dev.txt .venv/demo
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	touch $@
