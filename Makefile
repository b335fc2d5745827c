# coursepack: `make pdf slides` prints a course and makes its deck; `make help` lists the rest.

COURSE ?= un-alliances
UNIT   ?=
PAPER  ?= a4
EDITION ?=
PER    ?=
ROSTER ?=
N      ?= 4
EACH   ?=
COPIES ?=
SIGNATURE ?=
CREEP ?=
FLIP ?=
MARKS ?=
SCHEDULER ?=
PYTHON ?= python3

# What may be named by others goes to the shell as it is: nothing in a course's or a unit's name is read as make's.
NAMED := COURSE UNIT PAPER EDITION PER ROSTER N EACH COPIES SIGNATURE CREEP FLIP MARKS SCHEDULER
$(foreach name,$(NAMED),$(eval override $(name) := $$(value $(name))))
export $(NAMED) REVEAL READY TOOLS OTHERS
# A machine that forbids it would compile the same hundreds of modules at every start: two seconds.
unexport PYTHONDONTWRITEBYTECODE

# What makes it: a virtual environment. Its stamps name this folder, because an environment cannot be moved.
REVEAL := .venv/reveal.js
READY  := .venv/ready$(shell pwd | LC_ALL=C tr -cs 'A-Za-z0-9\n' -)
TOOLS  := $(READY)-tools
OTHERS := $(READY)-bench
MACOS  := $(if $(filter Darwin,$(shell uname)),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib)
RUN    := $(strip $(MACOS) .venv/bin/)
PIP    := setup/pip.sh .venv/bin/pip install -q --disable-pip-version-check --no-deps
LOCKED := $(PIP) --only-binary :all: --require-hashes -r
LOCK   := .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
          --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

.PHONY: all units inputs check watch test thorough manual golden lint bench compare rules schema setup lock clean help

# First of all targets: what `make` alone makes.
all: pdf slides ## both outputs of the course, and where they lie
	@printf '%s\n' "The handout is $$(TELL=1 $(pdf-rule)), the deck $$(TELL=1 $(slides-rule))."

# The outputs. A deck says where the handout has things printed, as a file tells that the PDF's last run wrote beside it.
# It is made anew when that file is, but does not wait for a PDF, which takes ten times as long: one that is out of date
# is not believed.
include setup/outputs.mk

units: $(READY) inputs ## both outputs of every unit
	@UNIT='*' $(pdf-rule)
	@UNIT='*' $(slides-rule)

# What goes into them.
inputs: $(READY)
	@setup/inputs.sh

check: $(READY) ## find every mistake in the course; makes nothing (PRINT=1, or key, teacher …, looks at finished pages too)
	@$(RUN)coursepack check "content/$$COURSE" "--paper=$$PAPER" $(if $(PRINT),--print $(PRINT:1=))

watch: $(READY) ## show pages and slides in a browser, anew when a file is saved
	@$(RUN)coursepack watch "content/$$COURSE"

test: $(TOOLS) ## run the tests; some of them with ARGS="-k layers"
	@PYTHON=$(PYTHON) setup/system.sh test
	@$(RUN)pytest -n auto --dist loadfile -m "not thorough" $(ARGS)

thorough: $(TOOLS) ## run the tests that `make test` leaves out: the same on further samples
	@PYTHON=$(PYTHON) setup/system.sh test
	@$(RUN)pytest -n auto --dist loadfile -m thorough $(ARGS)

manual: $(READY) ## make build/manual.html: AUTHORING.md with each example as it comes out, on paper and on slides
	@$(RUN)python setup/manual/manual.py

golden: $(TOOLS) ## accept what the case files give now as what they shall give
	@$(RUN)pytest --golden $(ARGS)

lint: $(TOOLS) ## look at the style and the types of the code
	@$(RUN)ruff check .
	@$(RUN)ruff format --check .
	@$(RUN)mypy

bench: $(OTHERS) ## measure time and memory, beside plain WeasyPrint, Typst and Pandoc, and count what decks clip
	@PYTHON=$(PYTHON) setup/system.sh test
	@$(RUN)python tests/bench/bench.py $(ARGS)
	@$(RUN)python tests/bench/changed.py
	@$(RUN)python tests/bench/preview.py
	@$(RUN)python tests/bench/quick.py
	@$(RUN)python tests/bench/clipping.py $(if $(TEMPLATES),--templates "$(TEMPLATES)")

compare: $(OTHERS) ## set the same prose with memoir, Tufte-LaTeX and Typst, and say how the pages differ
	@PYTHON=$(PYTHON) setup/system.sh compare
	@$(RUN)python tests/bench/compare.py $(ARGS)

rules: $(READY) ## write setup/outputs.mk anew, after a change of what an output says of itself
	@$(RUN)python -m coursepack.outputs.rules > setup/outputs.mk.now && mv setup/outputs.mk.now setup/outputs.mk

schema: $(READY) ## write the JSON Schemas, for editors, to build/schema
	@$(RUN)coursepack schema build/schema

setup: ## make the virtual environment anew (it is made by itself when it is needed)
	@rm -f "$$READY"
	@$(MAKE) --no-print-directory "$$READY"

lock: $(TOOLS) ## write the lock files anew from pyproject.toml; with UPGRADE=1 to the newest versions
	@$(LOCK) --group setup pyproject.toml -o setup/requirements.lock
	@$(LOCK) --no-deps --group fonts -o setup/fonts.lock
	@$(LOCK) --no-deps --group outlines -o setup/outlines.lock
	@$(LOCK) --group dev -c setup/requirements.lock -o setup/requirements-dev.lock
	@$(LOCK) --group bench -c setup/requirements.lock -c setup/requirements-dev.lock -o setup/requirements-bench.lock

clean: ## remove what was made
	@rm -rf build/*

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-11s %s\n", $$1, $$2 }' setup/outputs.mk Makefile
	@printf '%s\n' "with     COURSE=$$COURSE  UNIT=$$UNIT  PAPER=$$PAPER (or letter, a5, thrifty, black, cream)  PER=2, 3, 4 or 6  EDITION=teacher or student  PYTHON=$(PYTHON)"

$(REVEAL)/LICENSE: setup/reveal.sh $(READY)
	@PYTHON=$(PYTHON) setup/reveal.sh $(REVEAL)
	@touch $@

# pip compiles what it installs, but not this folder: where Python is told to write nothing, every run would compile it
# anew. Stamped last, so that an environment that is half made does not count.
$(READY): setup/requirements.lock setup/fonts.lock setup/outlines.lock
	@PYTHON=$(PYTHON) setup/system.sh build
	@echo "Making the virtual environment .venv …"
	@rm -rf .venv && $(PYTHON) -m venv .venv
	@$(LOCKED) setup/requirements.lock
	@$(PIP) --no-build-isolation -e .
	@$(PYTHON) -m compileall -q src
	@touch "$$READY"

$(TOOLS): setup/requirements-dev.lock $(READY)
	@echo "Adding what the tests need …"
	@$(LOCKED) setup/requirements-dev.lock
	@touch "$$TOOLS"

$(OTHERS): setup/requirements-bench.lock $(TOOLS)
	@echo "Adding the programs that ours is measured beside …"
	@$(LOCKED) setup/requirements-bench.lock
	@touch "$$OTHERS"
