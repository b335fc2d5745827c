# coursepack: `make pdf slides` prints a course and makes its deck; `make help` lists the rest.

COURSE ?= un-alliances
UNIT   ?=
PAPER  ?= a4
EDITION ?= teacher
PER    ?= 3
ROSTER ?=
N      ?= 4
EACH   ?=
SCHEDULER ?=
PYTHON ?= python3

# What is made. UNIT is 3, 03 or the name of a unit's file; a paper other than A4 and the students' edition of the deck
# show in the names of files.
FOLDER := content/$(COURSE)
OUT    := build/$(COURSE)
SHEET  := $(if $(filter-out a4,$(PAPER)),-$(PAPER))
COPY   := $(if $(filter-out teacher,$(EDITION)),-$(EDITION))
UNITS  := $(basename $(notdir $(wildcard $(FOLDER)/units/*.md)))
CHOSEN := $(if $(UNIT),$(or $(filter $(UNIT) $(UNIT)-% 0$(UNIT)-%,$(UNITS)),$(error no unit $(UNIT) among $(UNITS))))
PDF    := $(or $(CHOSEN:%=$(OUT)/units/%$(SHEET).pdf),$(OUT)/handout$(SHEET).pdf)
STEM   := $(or $(CHOSEN:%=$(OUT)/units/%$(SHEET)$(COPY)),$(OUT)/deck$(SHEET)$(COPY))
ASIDE  := $(or $(CHOSEN:%=$(OUT)/units/%-),$(OUT)/)
SHEETS := $(foreach one,teacher key worksheets cards,$(ASIDE)$(one)$(SHEET).pdf)
SHOW   := $(if $(CHOSEN),$(STEM)-present,$(OUT)/present$(SHEET)$(COPY))/index.html
DECK   := $(or $(CHOSEN:%=$(OUT)/units/%$(SHEET)$(COPY).pptx),$(OUT)/slides$(SHEET)$(COPY).pptx)

# What makes it: a virtual environment. Its stamps name this folder, because an environment cannot be moved.
REVEAL := .venv/reveal.js
READY  := .venv/ready$(subst $() ,-,$(subst /,-,$(CURDIR)))
TOOLS  := $(READY)-tools
MACOS  := $(if $(filter Darwin,$(shell uname)),DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib:/usr/local/lib)
RUN    := $(strip $(MACOS) .venv/bin/)
PIP    := setup/pip.sh .venv/bin/pip install -q --disable-pip-version-check --no-deps
LOCKED := $(PIP) --only-binary :all: --require-hashes -r
LOCK   := .venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes \
          --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

# What a deck is made with. Where the handout has things printed is said by a file that the PDF's last run wrote beside
# it. A deck is made anew when that file is, but does not wait for a PDF, which takes ten times as long: a file that is
# out of date is not believed.
ONE    := $(CHOSEN:%=--unit %)
PAGES  := $(PDF:.pdf=.pages.json)
TOLD   := $(strip $(ONE) --edition $(EDITION) --pages $(PAGES))
GIVEN  := $(READY) $(OUT)/.inputs $(wildcard $(PAGES))

.PHONY: all pdf teacher key worksheets cards variants slides slides-pdf notes speaker present units packs check test golden lint bench schema setup lock clean help FORCE

all: pdf slides ## both outputs of the course, and where they lie
	@echo "The handout is $(PDF), the deck $(DECK)."

pdf: $(PDF) ## the handout to print; with UNIT=03 that unit's

teacher: $(ASIDE)teacher$(SHEET).pdf ## the same pages with the answers in place, and the teacher's own after them

key: $(ASIDE)key$(SHEET).pdf ## every exercise's answer and points

worksheets: $(ASIDE)worksheets$(SHEET).pdf ## the exercises alone, for the class

cards: $(ASIDE)cards$(SHEET).pdf ## the role cards, to cut and hand out

variants: $(READY) $(OUT)/.inputs ## N=4 variants of the worksheets, their keys, and a sheet of what stands where
	@$(RUN)coursepack variants $(FOLDER) $(ONE) --variants $(N) --paper $(PAPER) -o $(ASIDE)variants/permutations$(SHEET).pdf

slides: $(DECK) ## the deck; with UNIT=03 that unit's; with EDITION=student without answers

slides-pdf: $(STEM)-slides.pdf ## the deck on paper: a slide a page

notes: $(STEM)-notes-$(PER).pdf ## the deck with ruled lines: PER=3 slides a page, or 2, 4, 6

speaker: $(STEM)-speaker.pdf ## the deck with what is said: a slide a page

present: $(SHOW) ## the deck for a browser

units: $(UNITS:%=$(OUT)/units/%$(SHEET).pdf) $(UNITS:%=$(OUT)/units/%$(SHEET)$(COPY).pptx) ## both outputs of every unit

packs: $(READY) $(OUT)/.inputs ## a pack for every student of ROSTER=class.csv, in N=4 variants; a file for each with EACH=1
	@$(RUN)coursepack packs $(FOLDER) $(ONE) --roster "$(or $(ROSTER),$(error name a roster: make packs ROSTER=class.csv))" \
	  --variants $(N) --paper $(PAPER) $(if $(EACH),--each) $(SCHEDULER:%=--scheduler %) -o $(OUT)/packs/print$(SHEET).pdf

check: $(READY) ## find every mistake in the course; makes nothing
	@$(RUN)coursepack check $(FOLDER)

test: $(TOOLS) ## run the tests; some of them with ARGS="-k layers"
	@PYTHON=$(PYTHON) setup/system.sh test
	@$(RUN)pytest -n auto --dist loadfile $(ARGS)

golden: $(TOOLS) ## accept what the case files give now as what they shall give
	@$(RUN)pytest --golden $(ARGS)

lint: $(TOOLS) ## look at the style and the types of the code
	@$(RUN)ruff check .
	@$(RUN)ruff format --check .
	@$(RUN)mypy

bench: $(TOOLS) ## measure time and memory, beside plain WeasyPrint and Pandoc, and count what decks clip
	@PYTHON=$(PYTHON) setup/system.sh test
	@$(RUN)python tests/bench/bench.py $(ARGS)
	@$(RUN)python tests/bench/clipping.py

schema: $(READY) ## write the JSON Schemas, for editors, to build/schema
	@$(RUN)coursepack schema build/schema

setup: ## make the virtual environment anew (it is made by itself when it is needed)
	@rm -f $(READY)
	@$(MAKE) --no-print-directory $(READY)

lock: $(TOOLS) ## write the lock files anew from pyproject.toml; with UPGRADE=1 to the newest versions
	@$(LOCK) --group setup pyproject.toml -o setup/requirements.lock
	@$(LOCK) --no-deps --group fonts -o setup/fonts.lock
	@$(LOCK) --group dev -c setup/requirements.lock -o setup/requirements-dev.lock

clean: ## remove what was made
	@rm -rf build/*

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "with     COURSE=$(COURSE)  UNIT=$(UNIT)  PAPER=$(PAPER) (or letter)  PER=$(PER)  EDITION=$(EDITION) (or student)  PYTHON=$(PYTHON)"

$(OUT)/handout$(SHEET).pdf: $(READY) $(OUT)/.inputs
	@$(RUN)coursepack pdf $(FOLDER) --paper $(PAPER) -o $@

$(SHEETS): $(ASIDE)%$(SHEET).pdf: $(READY) $(OUT)/.inputs
	@$(RUN)coursepack $* $(FOLDER) $(ONE) --paper $(PAPER) -o $@

$(OUT)/slides$(SHEET)$(COPY).pptx: $(GIVEN)
	@$(RUN)coursepack slides $(FOLDER) $(TOLD) -o $@

$(STEM)-slides.pdf: $(GIVEN)
	@$(RUN)coursepack slides-pdf $(FOLDER) $(TOLD) -o $@

$(STEM)-notes-$(PER).pdf: $(GIVEN)
	@$(RUN)coursepack notes $(FOLDER) $(TOLD) --paper $(PAPER) --per $(PER) -o $@

$(STEM)-speaker.pdf: $(GIVEN)
	@$(RUN)coursepack speaker $(FOLDER) $(TOLD) --paper $(PAPER) -o $@

$(SHOW): $(REVEAL)/LICENSE $(GIVEN)
	@$(RUN)coursepack present $(FOLDER) $(TOLD) --reveal $(REVEAL) -o $@

$(OUT)/units/%$(SHEET).pdf: $(READY) $(OUT)/.inputs
	@$(RUN)coursepack pdf $(FOLDER) --unit $* --paper $(PAPER) -o $@

$(OUT)/units/%$(SHEET)$(COPY).pptx: $(READY) $(OUT)/.inputs $(wildcard $(OUT)/units/*$(SHEET).pages.json)
	@$(RUN)coursepack slides $(FOLDER) --unit $* --edition $(EDITION) --pages $(OUT)/units/$*$(SHEET).pages.json -o $@

# The names of all files that go in. It changes when one is added or removed, or is newer: then find names it twice.
$(OUT)/.inputs: FORCE
	+@test -f $(FOLDER)/course.yaml || { echo "no course in $(FOLDER); there are: $(notdir $(wildcard content/*))"; exit 1; }
	+@mkdir -p $(OUT) && touch -a $@
	+@find $(FOLDER) templates src/coursepack -path $(FOLDER)/rosters -prune -o -type f ! -name '.*' ! -name '*.pyc' -print -cnewer $@ -print | sort > $@.now
	+@cmp -s $@.now $@ || sort -u $@.now > $@; rm -f $@.now

$(REVEAL)/LICENSE: setup/reveal.sh $(READY)
	@PYTHON=$(PYTHON) setup/reveal.sh $(REVEAL)
	@touch $@

# pip compiles what it installs, but not this folder: where Python is told to write nothing, every run would compile it
# anew. Stamped last, so that an environment that is half made does not count.
$(READY): setup/requirements.lock setup/fonts.lock
	@PYTHON=$(PYTHON) setup/system.sh build
	@echo "Making the virtual environment .venv …"
	@rm -rf .venv && $(PYTHON) -m venv .venv
	@$(LOCKED) setup/requirements.lock
	@$(PIP) --no-build-isolation -e .
	@$(PYTHON) -m compileall -q src
	@touch $@

$(TOOLS): setup/requirements-dev.lock $(READY)
	@echo "Adding what the tests need …"
	@$(LOCKED) setup/requirements-dev.lock
	@touch $@
