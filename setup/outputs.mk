# Written by `make rules` from what the modules of src/coursepack/outputs say of themselves.

export PAGES_WHOLE := handout$$paper.pages.json
export PAGES_SINGLE := units/$$unit$$paper.pages.json

.PHONY: pdf booklet large-print easy teacher key worksheets slips cards variants slides slides-pdf notes speaker present packs

pdf-rule = setup/output.sh pdf 'handout$$paper.pdf' 'units/$$unit$$paper.pdf' --paper=PAPER --copies+=COPIES
pdf: $(READY) inputs ## print the handout (COPIES=30)
	@$(pdf-rule)

booklet-rule = setup/output.sh booklet 'booklet$$paper.pdf' 'units/$$unit-booklet$$paper.pdf' --always --paper=PAPER --signature=SIGNATURE --creep=CREEP --flip=FLIP --marks\?=MARKS
booklet: $(READY) inputs ## print the handout as a booklet, its pages set for half of the paper (SIGNATURE=20, CREEP=0.1, FLIP=…, MARKS=1)
	@$(booklet-rule)

large-print-rule = setup/output.sh large-print 'large-print$$paper.pdf' 'units/$$unit-large-print$$paper.pdf' --paper=PAPER
large-print: $(READY) inputs ## print the handout in large print, the usual pages' numbers beside it
	@$(large-print-rule)

easy-rule = setup/output.sh easy 'easy$$paper.pdf' 'units/$$unit-easy$$paper.pdf' --paper=PAPER
easy: $(READY) inputs ## print the handout easy to read: larger, wider apart, nothing slanted
	@$(easy-rule)

teacher-rule = setup/output.sh teacher 'teacher$$paper.pdf' 'units/$$unit-teacher$$paper.pdf' --paper=PAPER
teacher: $(READY) inputs ## print the teacher's pack: the same pages with the answers, and notes after them
	@$(teacher-rule)

key-rule = setup/output.sh key 'key$$paper.pdf' 'units/$$unit-key$$paper.pdf' --paper=PAPER
key: $(READY) inputs ## print every exercise's answer and points
	@$(key-rule)

worksheets-rule = setup/output.sh worksheets 'worksheets$$paper.pdf' 'units/$$unit-worksheets$$paper.pdf' --paper=PAPER
worksheets: $(READY) inputs ## print the exercises alone, for the class, each unit on leaves of its own
	@$(worksheets-rule)

slips-rule = setup/output.sh slips 'slips/slips$$paper.pdf' 'units/$$unit-slips/slips$$paper.pdf' --folder --paper=PAPER
slips: $(READY) inputs ## print answer slips to cut and hand out, and the key's strip to lay beside them
	@$(slips-rule)

cards-rule = setup/output.sh cards 'cards$$paper.pdf' 'units/$$unit-cards$$paper.pdf' --paper=PAPER
cards: $(READY) inputs ## print the cards of role-plays
	@$(cards-rule)

variants-rule = setup/output.sh variants 'variants/permutations$$paper.pdf' 'units/$$unit-variants/permutations$$paper.pdf' --folder --always --paper=PAPER --variants=N
variants: $(READY) inputs ## print variants of the worksheets, their keys and slips, and a sheet of what stands where (N=4)
	@$(variants-rule)

slides-rule = EDITION=$${EDITION:-teacher} setup/output.sh slides 'slides$$paper$$edition.pptx' 'units/$$unit$$paper$$edition.pptx' --paper=PAPER --edition=EDITION --pages
slides: $(READY) inputs ## make the lecture deck
	@$(slides-rule)

slides-pdf-rule = EDITION=$${EDITION:-teacher} setup/output.sh slides-pdf 'deck$$paper$$edition-slides.pdf' 'units/$$unit$$paper$$edition-slides.pdf' --paper=PAPER --edition=EDITION --pages
slides-pdf: $(READY) inputs ## print the deck, a slide a page
	@$(slides-pdf-rule)

notes-rule = EDITION=$${EDITION:-student} setup/output.sh notes 'deck$$paper$$edition-notes$$per.pdf' 'units/$$unit$$paper$$edition-notes$$per.pdf' --paper=PAPER --edition=EDITION --pages --per=PER
notes: $(READY) inputs ## print the deck with ruled lines for notes, without the answers (PER=6)
	@$(notes-rule)

speaker-rule = EDITION=$${EDITION:-teacher} setup/output.sh speaker 'deck$$paper$$edition-speaker.pdf' 'units/$$unit$$paper$$edition-speaker.pdf' --paper=PAPER --edition=EDITION --pages
speaker: $(READY) inputs ## print the deck with what is said
	@$(speaker-rule)

present-rule = EDITION=$${EDITION:-teacher} setup/output.sh present 'present$$paper$$edition/index.html' 'units/$$unit$$paper$$edition-present/index.html' --folder --paper=PAPER --edition=EDITION --pages --reveal!=REVEAL
present: $(READY) $(REVEAL)/LICENSE inputs ## make the deck for a browser
	@$(present-rule)

packs-rule = setup/output.sh packs 'packs/print$$paper.pdf' 'packs/print$$paper.pdf' --folder --always --paper=PAPER --roster!=ROSTER --variants=N --each\?=EACH --scheduler=SCHEDULER
packs: $(READY) inputs ## make a pack for every student of a roster (ROSTER=…, N=4, EACH=1, SCHEDULER=tcp://…)
	@$(packs-rule)
