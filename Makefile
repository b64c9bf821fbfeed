# Attention, Woven: from noweb chapters to a program, its tests and a book.
#
# book/*.nw -> streams -> tangled C -> program -> data -> figures -> pages.
# Two appendices of the book explain the two tools built here, web and weave.

# ---------------------------------------------------------------- settings

PREFIX   = /usr/local
CC       = gcc
CFLAGS   = -O2
DIALECT   = -std=c11 -Wall -Wextra -Wpedantic -Werror -ffp-contract=off
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all

export LC_ALL            := C.UTF-8
export TZ                := UTC
export SOURCE_DATE_EPOCH := 1767225600
export FORCE_SOURCE_DATE := 1

MAKEFLAGS += --no-builtin-rules
# A make inside this one shares its jobs.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc)
endif
.DELETE_ON_ERROR:
.DEFAULT_GOAL := book

B     := build
NOWEB := /usr/lib/noweb
NUMBERED := $(patsubst book/%.nw,%,$(sort $(wildcard book/[0-9]*.nw)))
BASES := index lesson $(filter-out $(NUMBERED) index lesson,$(patsubst book/%.nw,%,$(wildcard book/*.nw))) $(NUMBERED)

# The student edition has records and no reference (appendix "The student
# edition"); they say so, and which functions are the student's.
-include records/facts.mk

# Replaces the target only when its new content, in $@.new, differs.
keep_if_same = { cmp -s $@.new $@ && rm $@.new || mv $@.new $@; } && touch $@

# ----------------------------------------------------------------- targets

.PHONY: book program html pdf epub figures milestone grade mine mine-pages regrade progress hint solution reset student \
        check check-all check-web check-torch check-torch-heads check-torch-models fuzz lint watch clean install uninstall setup help bench-build \
        bench-grade bench bench-record bench-setup bench-train bench-train-record mistakes unmark train train-head probe quality look

book: program html pdf epub $(if $(STUDENT_EDITION),,$B/grade-class) ## build everything (the default)
	@echo "Open $B/book/index.html, $B/attention.pdf or $B/attention.epub."

setup: ## install what is missing (Debian, Ubuntu)
	@sh tests/setup.sh

program: $B/attention $(if $(STUDENT_EDITION),,$B/reference_attention.h $B/reference_attention.c $B/attention_fast.h $B/libattention.a) ## build/attention and the reference module

help: ## this list
	@sed -n 's/^\([a-z -]*\):.*## \(.*\)/\1|\2/p' Makefile | \
	    while IFS='|' read -r name what; do printf '%-20s %s\n' "$$name" "$$what"; done
	@echo "check CH=06          only the tests of chapter 6"

clean: ## remove build/
	rm -rf $B

# ------------------------------------------------- streams, checked as a web

$B/versions.stamp: tests/versions.sh tests/packages.txt
	@mkdir -p $B
	@sh tests/versions.sh $B/versions.txt
	@touch $@

# "make setup book" on a bare machine: install before the versions are looked at.
ifneq ($(filter setup,$(MAKECMDGOALS)),)
$B/versions.stamp: | setup
endif
# The manifest says that every test passed; it goes before the first is run.
ifneq ($(filter check check-all,$(MAKECMDGOALS)),)
$B/versions.stamp: | unmark
endif
unmark:
	@rm -f $B/lesson.json

$B/stream/%.nws: book/%.nw | $B/versions.stamp
	@mkdir -p $(@D)
	@$(NOWEB)/markup $< > $@.new && mv $@.new $@

# The tool that reads the web is itself in the web, so it is tangled by hand.
$B/bin/web: $B/stream/91-web.nws
	@mkdir -p $B/web $(@D)
	@sed 's/^\(@defn [^ ]*\.[ch]\)$$/\1*/' $< | (cd $B/web && $(NOWEB)/mnt -all)
	@echo "  compile $@"
	@$(CC) $(DIALECT) $(CFLAGS) -I$B/web $B/web/web*.c -ljansson -o $@.new
	@mv $@.new $@

# Every use of web checks the whole web first; this one comes before all others.
STREAMS := $(BASES:%=$B/stream/%.nws)
WOVEN   := $(BASES:%=$B/woven/%.nws)

$B/idents.stamp: $(STREAMS) $B/bin/web
	@$B/bin/web idents $(STREAMS) > $B/idents.new
	@cmp -s $B/idents.new $B/idents && rm $B/idents.new || mv $B/idents.new $B/idents
	@touch $@
$B/idents: $B/idents.stamp ;

$B/woven/%.nws: $B/stream/%.nws $B/idents
	@mkdir -p $(@D)
	@$(NOWEB)/finduses $B/idents < $< > $@.new && mv $@.new $@

$B/xref.stamp: $(WOVEN)
	@$B/bin/web xref $(WOVEN) > $B/xref.lua.new
	@cmp -s $B/xref.lua.new $B/xref.lua && rm $B/xref.lua.new || mv $B/xref.lua.new $B/xref.lua
	@touch $@
$B/xref.lua: $B/xref.stamp ;

$B/roots.mk: $B/idents.stamp
	@$B/bin/web roots $(STREAMS) > $@.new && mv $@.new $@

NO_WEB_NEEDED := help clean uninstall setup grade regrade progress hint solution reset bench-grade
ifneq ($(filter-out $(NO_WEB_NEEDED),$(or $(MAKECMDGOALS),book)),)
include $B/roots.mk
endif

# ---------------------------------------------------------------- tangling
# plain/ carries chunk names, to be read; the program is compiled from it, so that
# an edit of prose, which moves every line below it, compiles nothing. src/ carries
# #line: the tests are compiled from it, and what the compiler has to complain of is
# complained of with its lines. mnt leaves files of the same content untouched.

$B/src.stamp: $B/idents.stamp
	@mkdir -p $B/src/chunks
	@$B/bin/web lines $(STREAMS) | (cd $B/src && $(NOWEB)/mnt -all)
	@touch $@
$B/plain.stamp: $B/idents.stamp
	@mkdir -p $B/plain/chunks
	@$B/bin/web plain $(STREAMS) | (cd $B/plain && $(NOWEB)/mnt -all)
	@touch $@
$B/src/%: $B/src.stamp ;
$B/plain/%: $B/plain.stamp ;

$B/reference_attention.h $B/reference_attention.c: $B/%: $B/plain/%
	@cp $< $@.new && $(keep_if_same)

# --------------------------------------------------------------- programs

ROOTS  := $(foreach b,$(BASES),$(ROOTS_$(firstword $(subst -, ,$b))))
MAINS  := attention.c book_data.c svg_theme.c check_pages.c search_text.c \
          example_reference.c write_hostile.c write_model.c trainer.c train_head.c bench_train.c fuzz_tensors.c fuzz_mha.c fuzz_models.c edition.c bench.c quality.c \
          bench_peers.c bench_onnx.c try_fast.c long_text.c example_fast.c
TESTS  := $(filter-out $(PARTIAL),$(filter test_%.c,$(ROOTS)))
YOURS  := $(foreach e,$(EXERCISES),$(firstword $(subst :, ,$e)))
THEIRS := $(foreach e,$(EXERCISES),$(lastword $(subst :, ,$e)).c)
MODULE := $(filter-out $(MAINS) $(PARTIAL) $(THEIRS) test_%.c web%.c grade%.c review%.c reference_%.c chunks/%, \
            $(filter %.c,$(ROOTS)))
TEST_LIBS = -lcheck_pic -lsubunit -lrt -pthread -ljansson

# $(call compile,FLAGS,FOLDER)
compile_from = $(CC) $(DIALECT) $1 -MMD -MT $@ -MF $(@:.o=.d) -I$B/$2 -c $B/$2/$*.c -o $@.new
define compile
@mkdir -p $(@D)
@echo "  compile $@"
@$(call compile_from,$1,$2)
@mv $@.new $@
endef

define archive
@rm -f $@.new
@ar rcsD $@.new $^
@mv $@.new $@
endef

define link
@mkdir -p $(@D)
@echo "  link    $@"
@$(CC) $1 $^ $2 -lm -o $@.new
@mv $@.new $@
endef

$B/obj/%.o: $B/plain/%.c | $B/src.stamp
	@mkdir -p $(@D)
	@echo "  compile $@"
	@$(call compile_from,$(CFLAGS),plain) 2> $@.txt || \
	    { $(call compile_from,$(CFLAGS),src) && cat $@.txt >&2; exit 1; }
	@rm $@.txt; mv $@.new $@
$B/obj-test/%.o: $B/src/%.c
	$(call compile,$(CFLAGS),src)
$B/obj-asan/%.o: $B/src/%.c
	$(call compile,$(SANITIZE),src)
# With its checks in the loops, clang at -O1 leaves some as loops, and says so.
$B/obj-asan/lanes_%.o: DIALECT += -Wno-pass-failed
$(foreach d,obj obj-test obj-asan,$B/$d/arithmetic_avx512.o): DIALECT += -mavx512f
$(foreach d,obj obj-test obj-asan,$B/$d/arithmetic_avx2.o): DIALECT += -mavx2
$B/obj/check_pages.o $B/obj/search_text.o: DIALECT += -I/usr/include/libxml2

$B/obj/module.a: $(MODULE:%.c=$B/obj/%.o) $(YOURS:%=$B/obj/yours/%.o)
	$(archive)
$B/obj-test/module.a: $(MODULE:%.c=$B/obj-test/%.o) $(YOURS:%=$B/obj-test/yours/%.o)
	$(archive)
$B/obj-asan/module.a: $(MODULE:%.c=$B/obj-asan/%.o) $(YOURS:%=$B/obj-asan/yours/%.o)
	$(archive)

$B/attention: $B/obj/attention.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
$B/attention-asan: $B/obj-asan/attention.o $B/obj-asan/module.a
	$(call link,$(SANITIZE),-ljansson)
$B/bin/book-data: $B/obj/book_data.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
$B/bin/svg-theme: $B/obj/svg_theme.o $B/obj/module.a
	$(call link,$(CFLAGS))
$B/bin/check-pages: $B/obj/check_pages.o
	$(call link,$(CFLAGS),-lxml2)
$B/bin/search-text: $B/obj/search_text.o
	$(call link,$(CFLAGS),-lxml2)
$B/bin/write-hostile: $B/obj/write_hostile.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
$B/bin/write-model: $B/obj/write_model.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
$B/bin/train: $B/obj/trainer.o $B/obj/module.a
	$(call link,$(CFLAGS) -pthread,-ljansson)
$B/bin/bench-train: $B/obj/bench_train.o $B/obj/module.a
	$(call link,$(CFLAGS) -pthread,-ljansson)
$B/bin/train-head: $B/obj/train_head.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
# The steps of the bench: the fast program with pieces taken out, and its gauges.
STEPS := single block exp tile far unasked lanes gauge
STEP_single := -DBLOCK_ROWS=1 -DBLOCK_VECS=1 -DSCALAR_EXP -DTILES=1 -DLONG_SUMS
STEP_block  := -DSCALAR_EXP -DTILES=1 -DLONG_SUMS
STEP_exp    := -DTILES=1 -DLONG_SUMS
STEP_tile   := -DTILES=1
STEP_far    := -DFAR=1000000
STEP_unasked := -DAHEAD=0
STEP_lanes  := -DSOURCE='"lanes_step.h"'
STEP_gauge  := -DSOURCE='"gauge.h"'
STEP_OBJECTS := $(foreach s,$(STEPS),$(foreach l,4 8 16,$B/obj/step_$s_$l.o))
define step
$B/obj/step_$1_$2.o: $B/plain/lanes_$2.c | $B/src.stamp
	@mkdir -p $$(@D)
	@$$(CC) $$(DIALECT) $$(CFLAGS) $$(STEP_$1) -DNAME=$(if $(filter lanes gauge,$1),,$1_)$2 \
	    -MMD -MT $$@ -MF $$(@:.o=.d) -I$B/plain -c $$< -o $$@.new && mv $$@.new $$@
endef
$(foreach s,$(STEPS),$(foreach l,4 8 16,$(eval $(call step,$s,$l))))
$B/bin/bench: $B/obj/bench.o $B/obj/bench_peers.o $B/obj/bench_onnx.o $(STEP_OBJECTS) $B/obj/module.a
	$(call link,$(CFLAGS))
# The library that stands alone, and an example that has no more than it.
FAST := attention_fast fast_job fast_kernel fast_next fast_rows lanes_4 lanes_8 lanes_16
$B/libattention.a: $(FAST:%=$B/obj/%.o)
	$(archive)
$B/attention_fast.h: $B/%: $B/plain/%
	@cp $< $@.new && $(keep_if_same)
$B/bin/quality: $B/obj/quality.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
$B/bin/example-fast: $B/obj/example_fast.o $B/libattention.a
	$(call link,$(CFLAGS),-pthread)
$B/bin/example-reference: $B/obj/example_reference.o $B/obj/reference_attention.o
	$(call link,$(CFLAGS))

$B/test/%: $B/obj-test/%.o $B/obj-test/module.a
	$(call link,$(CFLAGS),$(TEST_LIBS))
$B/test-asan/%: $B/obj-asan/%.o $B/obj-asan/module.a
	$(call link,$(SANITIZE),$(TEST_LIBS))

-include $(wildcard $B/obj/*.d $B/obj-test/*.d $B/obj-asan/*.d)

# ------------------------------------- data, transcripts, figures: the program's
# Each file changes only when its content does: a prose edit recompiles, because
# #line moved, but redraws nothing.

# What PyTorch computed is data like the program's own.
GOLDEN := $(wildcard tests/golden/*.safetensors)
ifndef STUDENT_EDITION
$B/data.stamp: $B/bin/book-data $B/attention $(GOLDEN) book/data/bench.tsv book/data/training/bench.tsv book/data/head/head.safetensors
	@mkdir -p $B/data.new $B/data
	@$B/bin/book-data --list > $B/data.new/list
	@while read -r name; do \
	    $B/bin/book-data $$name > $B/data.new/$$name.tsv || exit 1; \
	done < $B/data.new/list
	@$B/attention > $B/data.new/run.txt
	@for f in $B/data.new/*; do \
	    cmp -s $$f $B/data/$${f##*/} || { mv $$f $B/data/$${f##*/} && touch $B/data.changed; } || exit 1; \
	done
	@rm -rf $B/data.new
	@touch $@
endif
$B/data.changed: $B/data.stamp ;
$B/data/%: $B/data.stamp ;

ifndef STUDENT_EDITION
$B/runs.stamp: $B/idents.stamp $B/attention $B/bin/example-reference $B/bin/example-fast $(GOLDEN) book/data/loop.txt book/data/head/head.safetensors
	@mkdir -p $B/runs
	@rm -rf $B/runs.new && mkdir $B/runs.new
	@for base in $(BASES); do : > $B/runs.new/$$base.txt; done
	@$B/bin/web runs $(STREAMS) > $B/runs.new/commands
	@while IFS='	' read -r base command; do \
	    printf '\f$$ %s\n' "$$command" >> $B/runs.new/$$base.txt; \
	    PATH="$$PWD/$B:$$PWD/$B/bin:$$PATH" sh -c "$$command" \
	        < /dev/null >> $B/runs.new/$$base.txt 2>&1 || \
	        { echo "book/$$base.nw: the command failed: $$command" >&2; exit 1; }; \
	done < $B/runs.new/commands
	@for f in $B/runs.new/*.txt; do \
	    cmp -s $$f $B/runs/$${f##*/} || mv $$f $B/runs/$${f##*/}; \
	done
	@rm -rf $B/runs.new
	@touch $@
endif
$B/runs/%.txt: $B/runs.stamp ;

FIGURES := $(patsubst figures/%.gp,%,$(filter-out figures/style.gp,$(wildcard figures/*.gp)))
SVGS    := $(FIGURES:%=$B/book/figures/%.svg)
PLOTS   := $(FIGURES:%=$B/figures/%.pdf)
# What only pattern rules name is kept all the same. Without this list make would
# delete it; with all targets in it, a missing stamp would not be made again.
CODE    := $(filter %.c,$(ROOTS))
.SECONDARY: $(foreach d,src plain,$(ROOTS:%=$B/$d/%)) $(FIGURES:%=$B/data/%.tsv) \
            $(foreach d,obj obj-test obj-asan,$(CODE:%.c=$B/$d/%.o))
figures: $(SVGS) $(PLOTS) ## draw the figures

draw = gnuplot -e "NAME='$*'; FORMAT='$1'; DATA='$B/data/$*.tsv'; OUT='$B/figures/$*.raw.$1'" $< 2> $B/figures/$*.log; \
       if [ -s $B/figures/$*.log ]; then cat $B/figures/$*.log >&2; exit 1; fi
$B/book/figures/%.svg: figures/%.gp figures/style.gp figures/grids.inc figures/steps.inc figures/heatmap.gp $B/data/%.tsv $B/bin/svg-theme
	@mkdir -p $(@D) $B/figures
	@$(call draw,svg)
	@$B/bin/svg-theme $B/figures/$*.raw.svg $@.new $* $B/data/$*.tsv
	@rm $B/figures/$*.raw.svg && mv $@.new $@
$B/figures/%.pdf: figures/%.gp figures/style.gp figures/grids.inc figures/steps.inc figures/heatmap.gp $B/data/%.tsv $B/bin/svg-theme
	@mkdir -p $(@D)
	@$(call draw,pdf)
	@$B/bin/svg-theme $B/figures/$*.raw.pdf $@.new.pdf
	@rm $B/figures/$*.raw.pdf && mv $@.new.pdf $@

# More cells than a drawing can show are refused. What make is given on its command
# line is in the environment, and the shell takes PROMPT from there as it is.
LOOK = $B/look
look: $B/attention $B/bin/svg-theme ## draw the heads of the model: PROMPT="…" LAYER=1 HEAD=2 MODEL=folder
	@mkdir -p $(LOOK)
	@$B/attention look --table $${MODEL:+-m "$$MODEL"} $${LAYER:+--layer "$$LAYER"} \
	    $${HEAD:+--head "$$HEAD"} -- $${PROMPT+"$$PROMPT"} > $(LOOK)/inside.tsv
	@[ $$(wc -l < $(LOOK)/inside.tsv) -le 30000 ] || { echo "make look: more than 30000 weights;" \
	    "choose a layer and a head by LAYER=… HEAD=…, or a shorter PROMPT" >&2; exit 1; }
	@gnuplot -e "NAME='look'; FORMAT='svg'; DATA='$(LOOK)/inside.tsv'; OUT='$(LOOK)/raw.svg'; CELL=13" figures/inside.gp
	@$B/bin/svg-theme $(LOOK)/raw.svg $(LOOK)/look.svg look $(LOOK)/inside.tsv && mv $(LOOK)/look.svg $B/look.svg
	@echo "Open $B/look.svg."

# ------------------------------------------------------------------- weaving

WEAVE   := pandoc --fail-if-warnings -f $B/plain/weave.lua --citeproc \
           --bibliography book/references.bib -M link-citations=true -M lang=en
WOVEN_BY := $B/plain/weave.lua $B/xref.lua $B/data.changed book/references.bib
PAGED_BY := book/templates/page.html book/templates/lean.sed
LISTS   := $(foreach i,chunks identifiers,$i $(foreach l,d g m p t u,$i-$l)) search
PAGES   := $(BASES:%=$B/book/%.html) $(LISTS:%=$B/book/%.html)
export WEAVE_BUILD := $B

SEARCHED := $(BASES:%=$B/book/search/%.js) $B/book/search.js
html: $(PAGES) $(SVGS) $(SEARCHED) $B/book/book.css ## build/book/index.html and its pages

page = WEAVE_TO=html $1 $(WEAVE) -t html5 --mathml \
       --template book/templates/page.html -V book='Attention, Woven' $2 -o $@.raw \
       && sed -z -E -f book/templates/lean.sed $@.raw > $@.new \
       && rm $@.raw && $(keep_if_same)
$(BASES:%=$B/book/%.html): $B/book/%.html: $B/woven/%.nws $B/runs/%.txt $(WOVEN_BY) $(PAGED_BY)
	@mkdir -p $(@D)
	@echo "  weave   $@"
	@$(call page,,$<)
$(LISTS:%=$B/book/%.html): $B/book/%.html: $(WOVEN_BY) $(PAGED_BY)
	@mkdir -p $(@D)
	@echo "  weave   $@"
	@$(call page,WEAVE_PAGE=$*,/dev/null)
$B/book/book.css $B/book/search.js: $B/book/%: book/templates/%
	@mkdir -p $(@D)
	@cp $< $@
$B/book/search/%.js: $B/book/%.html $B/bin/search-text
	@mkdir -p $(@D)
	@$B/bin/search-text $< > $@.new && $(keep_if_same)

WHOLE := $(NUMBERED:%=$B/woven/%.nws)
RUNS  := $(NUMBERED:%=$B/runs/%.txt)
$B/tex/book.tex: $(WHOLE) $(RUNS) $(WOVEN_BY) book/templates/book.tex
	@mkdir -p $(@D)
	@WEAVE_TO=latex $(WEAVE) -t latex --top-level-division=chapter \
	    --template book/templates/book.tex $(WHOLE) -o $@.new && mv $@.new $@

# LaTeX runs until its references stand still; what it only warns of is an error.
pdf: $B/attention.pdf ## build/attention.pdf
$B/attention.pdf: $B/tex/book.tex $(PLOTS)
	@echo "  typeset $@"
	@sh book/templates/latex.sh $< $@

epub: $B/attention.epub ## build/attention.epub
$B/attention.epub: $(WHOLE) $(RUNS) $(WOVEN_BY) $(SVGS) book/templates/epub.css book/templates/epub.yaml
	@WEAVE_TO=epub $(WEAVE) -t epub3 --mathml --toc --toc-depth=2 \
	    --metadata-file book/templates/epub.yaml \
	    --css book/templates/epub.css $(WHOLE) -o $B/raw.epub
	@sh book/templates/rezip.sh $B/raw.epub $@ && rm $B/raw.epub

# ------------------------------------------------------ what the reader writes
# The grader (appendix "How your answer is judged") compiles chunks/NAME.c itself,
# so grading does not go through the graph above: only when a chapter is newer than
# the grader is that made first.

GRADER  := grade grade_run grade_exact grade_cases grade_judge grade_exercises \
           grade_build grade_table grade_diagnose grade_one grade_example \
           grade_record grade_facts grade_show grade_mine grade_inside_model
ifdef STUDENT_EDITION
GRADER  := $(filter-out grade_exact grade_cases grade_diagnose grade_example grade_mine grade_inside_model,$(GRADER)) \
           grade_tape grade_student
endif
GRADING := $B/bin/grade $(if $(STUDENT_EDITION),$B/needs,$B/bin/grade-mistakes $B/bin/grade-mistakes-unasserted) $B/exercises.json \
           $B/obj/grade_worker.o $B/obj/grade_target.o $B/obj/grade_model.o $B/obj/module.a \
           $B/obj-asan/grade_worker.o $B/obj-asan/grade_target.o $B/obj-asan/module.a \
           $B/compile_commands.json

$(GRADER:%=$B/obj/%.o) $B/obj/grade_edit.o $B/obj/grade_tape.o $B/obj/grade_export.o: DIALECT += -DGRADE_CC='"$(CC)"' -DGRADE_BUILD='"$B"'
ifndef STUDENT_EDITION
$B/bin/grade: $(GRADER:%=$B/obj/%.o) $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
endif
$B/bin/grade-edit: $B/obj/grade_edit.o $B/obj/grade_table.o $B/obj/grade_exercises.o
	$(call link,$(CFLAGS))
$B/exercises.json: $B/idents.stamp
	@$B/bin/web exercises $(STREAMS) > $@.new && $(keep_if_same)

# The wrong versions are wrong on purpose: no warnings. Reads of uninitialised
# variables are made as visible as in the reader's chunks.
$B/grade_mistakes.c: $B/bin/grade-edit $B/plain.stamp
	@$B/bin/grade-edit $B/plain/mistakes.txt $B/plain > $@.new && $(keep_if_same)
$B/bin/grade-mistakes-unasserted: NDEBUG = -DNDEBUG
$B/bin/grade-mistakes $B/bin/grade-mistakes-unasserted: $B/grade_mistakes.c $B/obj/grade_worker.o $B/obj/module.a
	@echo "  compile $@"
	@$(CC) -std=c11 -w -O2 $(NDEBUG) -ffp-contract=off -ftrivial-auto-var-init=pattern \
	    -I$B/plain -static $^ -lm -o $@.new
	@mv $@.new $@

# For clangd in chunks/: it looks for this file in build/ by itself.
$B/compile_commands.json: Makefile $B/plain.stamp
	@for f in chunks/*.c; do \
	    printf ',\n{ "directory": "%s", "file": "%s",\n  "arguments": ["%s"' "$$PWD" "$$f" "$(CC)"; \
	    for a in $(filter-out -Werror,$(DIALECT)) -I$B/plain -c "$$f"; do printf ', "%s"' "$$a"; done; \
	    printf '] }'; \
	done | sed '1s/^,/[/' > $@.new
	@echo ' ]' >> $@.new
	@mv $@.new $@

# A class is graded by the same parts, in sandboxes. There the compiler sees the
# headers of an exercise and no other file of the book.
CLASS := grade_class grade_sandbox grade_submission grade_clean grade_reports \
         $(filter-out grade grade_record grade_facts grade_show,$(GRADER))
HEADERS = $(filter-out grade%.h web%.h test%.h reference_%.h,$(filter %.h,$(ROOTS)))

$(CLASS:%=$B/obj/%.o): DIALECT += -DGRADE_CC='"$(CC)"' -DGRADE_BUILD='"$B"'
$B/grade-class: $(CLASS:%=$B/obj/%.o) $B/obj/module.a | $B/grading.stamp \
                $B/bin/grade-inside $B/bin/grade-unpack $B/headers.stamp
	$(call link,$(CFLAGS),-ljansson)
$B/bin/grade-inside: $B/obj/grade_inside.o $B/obj/grade_run.o
	$(call link,$(CFLAGS) -static)
$B/bin/grade-unpack: $B/obj/grade_unpack.o
	$(call link,$(CFLAGS),-larchive)
$B/headers.stamp: $B/src.stamp
	@rm -rf $B/headers && mkdir $B/headers
	@cp $(HEADERS:%=$B/src/%) $B/headers
	@touch $@

$B/grading.stamp: $(GRADING)
	@touch $@

# Without the graph: is the grader there, and is no chapter newer?
grader = @if [ ! -e $B/grading.stamp ] || [ -n "$$(find book Makefile -newer $B/grading.stamp -name '[0-9M]*' -type f)" ]; then \
             [ -e $B/grading.stamp ] || echo "  build   the grader, once; it takes a minute" >&2; \
             $(MAKE) --no-print-directory $B/grading.stamp > $B/grading.log 2>&1 || { cat $B/grading.log; exit 1; }; fi

grade: ## grade your chunks: all, E=softmax, LAB=01; V=1 shows every case
	@mkdir -p $B
	$(grader)
	@$B/bin/grade $(if $(D),-d $D) $(if $(LAB),-l $(LAB)) $(if $(V),-v) $(if $(filter-out 0,$(STRICT)),-x) grade $E

progress: ## points, attempts and hints so far
	@mkdir -p $B
	$(grader)
	@$B/bin/grade progress
hint solution reset: ## E=softmax: its next hint; the book's function; the starter again
	@mkdir -p $B
	$(grader)
	@$B/bin/grade $@ $E

# What changed since the last time, for make watch; all at first.
regrade:
	@mkdir -p $B
	$(grader)
	@if [ ! -e $B/regraded ] || [ -n "$$(find $(or $D,chunks) -name '*.c' -newer $B/regraded)" ]; then \
	    touch $B/regraded.new; \
	    $B/bin/grade $(if $D,-d $D) $(if $(wildcard $B/regraded),-n $B/regraded) grade; \
	    mv $B/regraded.new $B/regraded; rm -f $B/mine/watched; \
	fi

ifdef STUDENT_EDITION
include student.mk
else
# The reader's functions in the program and in the pages (section "Your functions
# in the book" of an appendix). What the first make writes, the second draws and weaves.
# The program is linked each time: a function that no longer takes part leaves no
# newer file behind.
mine: program html $B/grading.stamp ## the program and the pages with your functions
	@mkdir -p $B/mine/obj $B/mine/data $B/mine/book/figures
	@$B/bin/grade $(if $D,-d $D) mine
	@$(MAKE) --no-print-directory -s mine-pages
	@echo "Open $B/mine/book/index.html; run $B/mine/attention."

ifneq ($(filter mine-pages,$(MAKECMDGOALS)),)
OWN_DATA  := $(patsubst $B/mine/data/%.tsv,%,$(wildcard $B/mine/data/*.tsv))
OWN_BASES := $(patsubst book/%.nw,%,$(shell grep -lE '\.exercise|\]\((projections|scores|row_weights|temperature|heatmap|flow|strip|inside)\)' book/*.nw))
mine-pages: $(OWN_DATA:%=$B/mine/book/figures/mine-%.svg) $(OWN_BASES:%=$B/mine/book/%.html) $B/mine/attention
	@cp -pru $B/book/figures $B/book/search $B/book/*.css $B/book/*.js \
	    $(filter-out $(OWN_BASES:%=$B/book/%.html),$(PAGES)) $B/mine/book
.PHONY: $B/mine/attention
$B/mine/attention: $B/obj/attention.o $(wildcard $B/mine/chunks.o) $B/mine/book.o $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)
# The book's functions once more, under other names, to be timed beside the reader's.
BESIDE := $(addprefix attention_,project dot_scores scaled_scores softmax temper aggregate head) \
          multihead_attend multihead
$B/mine/book.o: $B/obj/module.a
	@$(CC) -r -nostdlib $(BESIDE:%=-Wl,-u,%) $< -o $@.new
	@objcopy $(foreach f,$(BESIDE),--redefine-sym $f=book_$f) $@.new
	@objcopy $(BESIDE:%=--keep-global-symbol=book_%) $@.new
	@mv $@.new $@
$B/mine/book/figures/mine-%.svg: figures/%.gp figures/style.gp $B/mine/data/%.tsv $B/bin/svg-theme
	@{ timeout 20 gnuplot -e "NAME='$*'; FORMAT='svg'; DATA='$B/mine/data/$*.tsv'; OUT='$@.raw'" $< && \
	   $B/bin/svg-theme $@.raw $@.new $* $B/mine/data/$*.tsv; } > $B/mine/$*.log 2>&1 || \
	    echo '<svg xmlns="http://www.w3.org/2000/svg" width="280" height="60"><text x="8" y="34" font-family="sans-serif" font-size="14" fill="#777777">These numbers cannot be drawn.</text></svg>' > $@.new
	@rm -f $@.raw && mv $@.new $@
$B/mine/book/%.html: $B/woven/%.nws $B/runs/%.txt $B/mine/mine.lua $(WOVEN_BY) $(PAGED_BY)
	@$(call page,WEAVE_MINE=$B/mine,$<)
endif

# The reader's many heads in the place of the book's: the linker takes from an
# archive only what no object before it defines. Told is what both have earned.
MANY := heads:multihead_attend multihead:multihead
LABS := 03:test_12_heads 04:test_14_pytorch
milestone: $(foreach l,$(LABS),$B/obj-asan/$(lastword $(subst :, ,$l)).o) $B/obj-asan/module.a ## your heads.c and multihead.c: points, labs 03 and 04, agreement with PyTorch
	$(grader)
	@mkdir -p $B/milestone
	@for own in $(MANY); do \
	    object=$B/milestone/$${own%:*}.o; \
	    $(CC) -std=c11 -Wall -Wextra -ffp-contract=off $(SANITIZE) -I$B/plain \
	        -c $(or $D,chunks)/$${own%:*}.c -o $$object || exit 1; \
	    nm $$object | grep -q " T $${own#*:}$$" || \
	        { echo "$${own%:*}.c does not define $${own#*:}."; exit 1; }; \
	    objcopy --keep-global-symbol=$${own#*:} $$object || exit 1; \
	done
	@missed=; for lab in $(LABS); do \
	    name=$${lab#*:}; \
	    $(CC) $(SANITIZE) $(foreach m,$(MANY),$B/milestone/$(firstword $(subst :, ,$m)).o) \
	        $B/obj-asan/$$name.o $B/obj-asan/module.a $(TEST_LIBS) -lm -o $B/milestone/$$name || exit 1; \
	    if $B/milestone/$$name; then echo "Your many heads, tests of lab $${lab%:*}: passed."; \
	    else echo "Your many heads, tests of lab $${lab%:*}: not yet."; missed=1; fi; \
	done; \
	$B/bin/grade $(if $D,-d $D) -x grade heads multihead && [ -z "$$missed" ] || \
	    { echo "No milestone yet: both need their point, and the tests of both labs must pass."; exit 1; }
	@echo "MILESTONE: your heads.c and multihead.c have their points, and together they give"
	@echo "the outputs and weights of PyTorch's golden modules plain and one-head within 1e-5."

mistakes: $B/grading.stamp ## the table of known mistakes: is each caught, is it named? SEED=1
	@sh tests/mistakes.sh table

bench-grade: ## median of 20: from a saved chunk to its verdict
	@sh tests/bench-grade.sh

# The opinion of a model is linked with what it needs of the judge; that is not
# what keeps the diary.
REVIEW := review review_prepare review_prompt review_ask review_answer
JUDGE  := $B/obj/judge.a $B/obj/module.a
$B/obj/judge.a: $(patsubst %,$B/obj/%.o,$(filter-out grade,$(GRADER)))
	$(archive)
$(REVIEW:%=$B/obj/%.o) $(REVIEW:%=$B/obj-asan/%.o): DIALECT += -DGRADE_BUILD='"$B"'
$B/bin/review: $(REVIEW:%=$B/obj/%.o) $(JUDGE)
	$(call link,$(CFLAGS),-ljansson -lcurl)
$B/bin/review-asan: $(REVIEW:%=$B/obj-asan/%.o) $(JUDGE)
	$(call link,$(SANITIZE),-ljansson -lcurl)
$B/bin/review-server: $B/obj/review_server.o
	$(call link,$(CFLAGS),-ljansson)

.PHONY: review
REVIEWING := $B/bin/review $B/bin/review-asan $B/bin/review-server
review: $B/grading.stamp $B/bin/review ## E=softmax: what a model on your machine thinks of it
	@$B/bin/review $(if $(D),-d $D) $(if $(WAIT),-s $(WAIT)) $E

# -------------------------------------------------------------------- checks

ifdef CH
TESTED := $(filter test_$(CH)_%,$(TESTS))
else
TESTED := $(TESTS)
endif
UNIT := $(TESTED:%.c=$B/test/%) $(TESTED:%.c=$B/test-asan/%)

lint: $(WOVEN) $B/plain.stamp ## the marks of the book, measured
	@$B/bin/web -a $B/plain lint $(WOVEN)

ifdef CH
check: $(UNIT)
	@[ -n '$(TESTED)' ] || { echo "check: CH='$(CH)' has no tests; expected a chapter's two digits, as CH=06" >&2; exit 1; }
	@sh tests/unit.sh $(UNIT)
else
check: $B/lesson.json ## build everything and run the tests
	@echo "All is built and every test has passed: $B/lesson.json."
endif

$B/lesson.json: book lint $B/bin/check-pages $B/bin/edition $B/grading.stamp $(REVIEWING) $(UNIT) $B/attention-asan $B/bin/example-reference $B/bin/write-hostile $B/bin/write-model FORCE
	@sh tests/check.sh $(UNIT)
	@$B/bin/web -a $B manifest $(WOVEN) > $@.new && mv $@.new $@
FORCE:

check-web: html $B/bin/check-pages ## the pages, in a browser
	@sh tests/check-web.sh

check-all: check $B/bin/train ## the slow checks too: what CI runs
	@sh tests/setup.sh check
	@sh tests/check-all.sh

# Debian's PyTorch runs under Debian's Python, whatever stands first in PATH.
PYTHON = /usr/bin/python3
CASES  = 200
check-torch: check-torch-heads check-torch-models ## random modules and models against PyTorch: CASES=200 SEED=1
check-torch-heads: $B/attention
	@$(PYTHON) tests/pytorch.py live $B/attention $(CASES) $(SEED)
check-torch-models: $B/attention $B/bin/write-model
	@$(PYTHON) tests/model.py $B/attention $B/bin/write-model $(CASES) $(SEED)

FUZZ_SECONDS = 60
FUZZED = $(filter-out attention_fast.c multihead_fast.c,$(filter tensorfile% hostile.c mha.c compare.c matrix.c \
           attention_% multihead% model_% random.c safetensors.c replace.c \
           block.c position.c tokens% others.c regular.c,$(MODULE)))
fuzz: $B/bin/write-hostile $B/bin/write-model $B/src.stamp ## search for hostile files: FUZZ_SECONDS=60 a target
	@FUZZ_SECONDS=$(FUZZ_SECONDS) B=$B sh tests/fuzz.sh $(FUZZED)

# The default model, and a small one: two layers of heads, about a minute. FOLDER=…
# is where a training lives; the same command goes on with it.
train: $B/bin/train ## train the book's model: THREADS=2 FOLDER=build/training; BLAS=1: not the same bits
	@$B/bin/train -t $(or $(THREADS),2) $(if $(BLAS),-a blas) $(if $(STEPS),-s $(STEPS)) model '$(or $(FOLDER),$B/training$(if $(BLAS),-blas))'
train-head: $B/bin/train-head ## train the head of chapter 26 anew: the same bits?
	@$B/bin/train-head > $B/head.safetensors
	@cmp $B/head.safetensors book/data/head/head.safetensors && echo "The same as book/data/head, bit for bit."
probe: $B/bin/train ## train two layers of heads and see what they find
	@[ ! -e $B/probe/lock ] || flock -n $B/probe/lock rm -rf $B/probe || { \
	    echo "$B/probe: another training runs in this folder" >&2; exit 1; }
	@$B/bin/train -t $(or $(THREADS),2) probe $B/probe
quality: $B/bin/quality ## how good the book's model is, beside what was asked: SEED=1
	@sha256sum book/data/model/model.safetensors
	@$B/bin/quality $(or $(SEED),1)
# Numbers of fast attention, the program beside its peers (appendix "Beside the
# peak"). ROUNDS, LONGEST: how often, and the longest text.
ROUNDS  = 15
LONGEST = 8192
STATE   = made while the machine did nothing else
QUOTED  = $(subst ','\'',$(STATE))
BENCH   = ONNXRUNTIME=$B/onnxruntime/libonnxruntime.so.1 $B/bin/bench '$(ROUNDS)' '$(LONGEST)' '$(QUOTED)' $(PYTHON) tests/fast_peer.py
bench-setup: ## fetch the peer of make bench that is an npm package
	@sh tests/bench-setup.sh $B/onnxruntime
bench: $B/bin/bench ## measure fast attention beside its peers; changes nothing
	@$(BENCH) > $B/bench.tsv && cut -f1-14 $B/bench.tsv
bench-record: $B/bin/bench ## the same, for the pages: writes book/data
	@sh tests/loop.sh > $B/loop.txt
	@$(BENCH) > $B/bench.tsv
	@mkdir -p book/data && for f in bench.tsv loop.txt; do \
	    cp $B/$$f book/data/$$f.new && mv book/data/$$f.new book/data/$$f || exit; done

# A pass of the trainer beside Debian's PyTorch; nothing is written if that is not here.
BENCH_TRAIN = $B/bin/bench-train '$(ROUNDS)' $B/bench-train '$(QUOTED)' $(PYTHON) tests/train_peer.py $B/bench-train
bench-train: $B/bin/bench-train ## measure the trainer beside PyTorch; changes nothing
	@$(BENCH_TRAIN) > /dev/null
bench-train-record: $B/bin/bench-train ## the same, for the pages: writes book/data
	@$(BENCH_TRAIN) > $B/bench-train.tsv
	@[ ! -s $B/bench-train.tsv ] || cp $B/bench-train.tsv book/data/training/bench.tsv

bench-build: ## print how long building takes
	@sh tests/bench-build.sh

watch: ## grade chunks and rebuild the pages whenever a source changes
	@echo "Watching; stop with Ctrl-C."
	@rm -f $B/regraded
	@while :; do \
	    $(MAKE) --no-print-directory -s regrade || sleep 2; \
	    $(MAKE) --no-print-directory -s html || sleep 2; \
	    [ -e $B/mine/watched ] || { $(MAKE) --no-print-directory -s mine && touch $B/mine/watched; } || sleep 2; \
	    sleep 0.2; \
	done

RECORDS := $B/records-$(or $(SEED),1)
student: book $(RECORDS)/stamp $B/bin/edition ## build/student/: an edition without solutions; SEED=2 for other cases
	+@MAKE='$(MAKE)' sh tests/make-student.sh $(RECORDS) $(BASES:%=book/%.nw)
$(RECORDS)/stamp: $B/grading.stamp $B/bin/grade-export
	@mkdir -p $(@D)
	@echo "  record  $(@D)"
	@$B/bin/grade-export $(@D) $(or $(SEED),1)
	@touch $@
$B/bin/edition: $B/obj/edition.o $B/obj/grade_exercises.o
	$(call link,$(CFLAGS))
$B/bin/grade-export: $(patsubst %,$B/obj/%.o,$(filter-out grade,$(GRADER)) grade_tape grade_export) $B/obj/module.a
	$(call link,$(CFLAGS),-ljansson)

$B/attention.1: $B/attention book/templates/man.sh
	@sh book/templates/man.sh $B/attention > $@.new && mv $@.new $@
$B/attention-fast.pc: Makefile FORCE
	@printf '%s\n' 'prefix=$(PREFIX)' 'Name: attention-fast' \
	    'Description: exact attention on the CPU, single precision' \
	    "Version: $$($B/attention --version | sed 's/.* //;q')" \
	    'Cflags: -I$${prefix}/include' 'Libs: -L$${prefix}/lib -lattention -lm -pthread' > $@.new
	@$(keep_if_same)

PLACE = "$(DESTDIR)$(PREFIX)"
ifneq ($(filter install uninstall,$(MAKECMDGOALS)),)
ifeq ($(and $(filter 1,$(words $(PREFIX))),$(filter /%,$(PREFIX))),)
$(error PREFIX is '$(PREFIX)': expected a path that begins with / and has no space)
endif
endif
install: book $B/attention.1 $B/attention-fast.pc ## install program, library and book under PREFIX
	install -d $(PLACE)/bin $(PLACE)/include $(PLACE)/lib/pkgconfig \
	    $(PLACE)/share/man/man1 $(PLACE)/share/doc/attention-woven/figures \
	    $(PLACE)/share/doc/attention-woven/search
	install $B/attention $(PLACE)/bin
	install -m 644 $B/attention_fast.h $(PLACE)/include
	install -m 644 $B/libattention.a $(PLACE)/lib
	install -m 644 $B/attention-fast.pc $(PLACE)/lib/pkgconfig
	install -m 644 $B/attention.1 $(PLACE)/share/man/man1
	install -m 644 $B/book/*.html $B/book/*.css $B/book/*.js $B/attention.pdf $B/attention.epub \
	    $B/reference_attention.h $B/reference_attention.c \
	    $(PLACE)/share/doc/attention-woven
	install -m 644 $B/book/figures/*.svg $(PLACE)/share/doc/attention-woven/figures
	install -d $(PLACE)/share/attention-woven/model
	install -m 644 book/data/model/* $(PLACE)/share/attention-woven/model
	install -m 644 $B/book/search/*.js $(PLACE)/share/doc/attention-woven/search

uninstall: ## remove what install put there
	rm -f $(PLACE)/bin/attention $(PLACE)/include/attention_fast.h \
	    $(PLACE)/lib/libattention.a $(PLACE)/lib/pkgconfig/attention-fast.pc \
	    $(PLACE)/share/man/man1/attention.1
	rm -rf $(PLACE)/share/doc/attention-woven $(PLACE)/share/attention-woven
endif
