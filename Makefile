# Attention, Woven: from noweb chapters to a program, its tests and a book.
#
# book/*.nw -> streams -> tangled C -> program -> data -> figures -> pages.
# Appendix B and C of the book explain the two tools built here, web and weave.

# ---------------------------------------------------------------- settings

PREFIX   = /usr/local
CC       = gcc
CFLAGS   = -O2
STRICT   = -std=c11 -Wall -Wextra -Wpedantic -Werror -ffp-contract=off
SANITIZE = -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all

export LC_ALL            := C.UTF-8
export TZ                := UTC
export SOURCE_DATE_EPOCH := 1767225600
export FORCE_SOURCE_DATE := 1

MAKEFLAGS += --no-builtin-rules
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc)
endif
.DELETE_ON_ERROR:
.DEFAULT_GOAL := book

B     := build
NOWEB := /usr/lib/noweb
NUMBERED := $(patsubst book/%.nw,%,$(sort $(wildcard book/[0-9]*.nw)))
BASES := index lesson $(filter-out $(NUMBERED) index lesson,$(patsubst book/%.nw,%,$(wildcard book/*.nw))) $(NUMBERED)

# Replaces the target only when its new content, in $@.new, differs.
keep_if_same = { cmp -s $@.new $@ && rm $@.new || mv $@.new $@; } && touch $@

# ----------------------------------------------------------------- targets

.PHONY: book program html pdf epub figures grade check check-all check-web lint watch \
        clean install setup help bench bench-build unmark

book: program html pdf epub ## build everything (the default)
	@echo "Open $B/book/index.html, $B/attention.pdf or $B/attention.epub."

setup: ## install what is missing (Debian, Ubuntu)
	@sh tests/setup.sh

program: $B/attention $B/reference_attention.h $B/reference_attention.c ## build/attention and the reference module

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | \
	    while IFS='|' read -r name what; do printf '%-12s %s\n' "$$name" "$$what"; done
	@echo "check CH=06  only the tests of chapter 6"

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
	@$(CC) $(STRICT) $(CFLAGS) -I$B/web $B/web/web*.c -ljansson -o $@.new
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

NO_WEB_NEEDED := help clean setup
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
          example_reference.c bench.c try_fast.c
TESTS  := $(filter test_%.c,$(ROOTS))
MODULE := $(filter-out $(MAINS) $(TESTS) web%.c reference_%.c chunks/%, \
            $(filter %.c,$(ROOTS)))
TEST_LIBS = -lcheck_pic -lsubunit -lrt -pthread

# $(call compile,FLAGS,FOLDER)
compile_from = $(CC) $(STRICT) $1 -MMD -MT $@ -MF $(@:.o=.d) -I$B/$2 -c $B/$2/$*.c -o $@.new
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
$B/obj/check_pages.o $B/obj/search_text.o: STRICT += -I/usr/include/libxml2

$B/obj/module.a: $(MODULE:%.c=$B/obj/%.o)
	$(archive)
$B/obj-test/module.a: $(MODULE:%.c=$B/obj-test/%.o)
	$(archive)
$B/obj-asan/module.a: $(MODULE:%.c=$B/obj-asan/%.o)
	$(archive)

$B/attention: $B/obj/attention.o $B/obj/module.a
	$(call link,$(CFLAGS))
$B/attention-asan: $B/obj-asan/attention.o $B/obj-asan/module.a
	$(call link,$(SANITIZE))
$B/bin/book-data: $B/obj/book_data.o $B/obj/module.a
	$(call link,$(CFLAGS))
$B/bin/svg-theme: $B/obj/svg_theme.o $B/obj/module.a
	$(call link,$(CFLAGS))
$B/bin/check-pages: $B/obj/check_pages.o
	$(call link,$(CFLAGS),-lxml2)
$B/bin/search-text: $B/obj/search_text.o
	$(call link,$(CFLAGS),-lxml2)
$B/bin/bench: $B/obj/bench.o $B/obj/module.a
	$(call link,$(CFLAGS))
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

$B/data.stamp: $B/bin/book-data $B/attention
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
$B/data.changed: $B/data.stamp ;
$B/data/%: $B/data.stamp ;

$B/runs.stamp: $B/idents.stamp $B/attention $B/bin/example-reference
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
$B/book/figures/%.svg: figures/%.gp figures/style.gp $B/data/%.tsv $B/bin/svg-theme
	@mkdir -p $(@D) $B/figures
	@$(call draw,svg)
	@$B/bin/svg-theme $B/figures/$*.raw.svg $@.new $* $B/data/$*.tsv
	@rm $B/figures/$*.raw.svg && mv $@.new $@
$B/figures/%.pdf: figures/%.gp figures/style.gp $B/data/%.tsv $B/bin/svg-theme
	@mkdir -p $(@D)
	@$(call draw,pdf)
	@$B/bin/svg-theme $B/figures/$*.raw.pdf $@.new.pdf
	@rm $B/figures/$*.raw.pdf && mv $@.new.pdf $@

# ------------------------------------------------------------------- weaving

WEAVE   := pandoc --fail-if-warnings -f $B/plain/weave.lua --citeproc \
           --bibliography book/references.bib -M link-citations=true -M lang=en
WOVEN_BY := $B/plain/weave.lua $B/xref.lua $B/data.changed book/references.bib
PAGED_BY := book/templates/page.html book/templates/lean.sed
LISTS   := chunks identifiers search
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
# The tests of its chapter run with chunks/$E.c in the place of the book's
# function: the linker takes from an archive only what no object before it
# defines. Another chapter's tests: make grade E=head CH=08.

roots_of = $(ROOTS_$(firstword $(subst -, ,$1)))
STARTERS := $(patsubst chunks/%.c,%,$(filter chunks/%,$(ROOTS)))
ifdef E
GRADED := $(if $(CH),$(filter test_$(CH)_%,$(TESTS)),$(foreach b,$(BASES), \
            $(if $(filter chunks/$E.c,$(call roots_of,$b)), \
              $(filter test_%.c,$(call roots_of,$b)))))
GRADED := $(strip $(GRADED:%.c=$B/obj-asan/%.o))
endif

grade: $(GRADED) $(if $(GRADED),$B/obj-asan/module.a) ## make grade E=softmax: test your chunks/softmax.c
	@[ -n "$(GRADED)" ] || { echo "Which one? make grade E=NAME, with NAME one of: $(STARTERS)." >&2; exit 1; }
	@mkdir -p $B/grade
	@$(CC) -std=c11 -Wall -Wextra -ffp-contract=off $(SANITIZE) -I$B/src chunks/$E.c $^ $(TEST_LIBS) -lm -o $B/grade/$E
	@$B/grade/$E

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
	@sh tests/unit.sh $(UNIT)
else
check: $B/lesson.json ## build everything and run the tests
	@echo "All is built and every test has passed: $B/lesson.json."
endif

$B/lesson.json: book lint $B/bin/check-pages $(UNIT) $B/attention-asan $B/bin/example-reference FORCE
	@sh tests/check.sh $(UNIT)
	@$B/bin/web -a $B manifest $(WOVEN) > $@.new && mv $@.new $@
FORCE:

check-web: html $B/bin/check-pages ## the pages, in a browser
	@sh tests/check-web.sh

check-all: check ## the slow checks too: what CI runs
	@sh tests/setup.sh check
	@sh tests/check-all.sh

bench: $B/bin/bench ## measure fast attention beside its peers; a table
	@$B/bin/bench > $B/bench.tsv.new && mv $B/bench.tsv.new $B/bench.tsv && cat $B/bench.tsv

bench-build: ## print how long building takes
	@sh tests/bench-build.sh

watch: ## rebuild the pages whenever a source changes
	@echo "Watching; stop with Ctrl-C."
	@while :; do $(MAKE) --no-print-directory -s html || sleep 2; sleep 0.4; done

install: book ## install program and book under PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/doc/attention-woven/figures \
	    $(DESTDIR)$(PREFIX)/share/doc/attention-woven/search
	install $B/attention $(DESTDIR)$(PREFIX)/bin
	install -m 644 $B/book/*.html $B/book/*.css $B/book/*.js $B/attention.pdf $B/attention.epub \
	    $B/reference_attention.h $B/reference_attention.c \
	    $(DESTDIR)$(PREFIX)/share/doc/attention-woven
	install -m 644 $B/book/figures/*.svg $(DESTDIR)$(PREFIX)/share/doc/attention-woven/figures
	install -m 644 $B/book/search/*.js $(DESTDIR)$(PREFIX)/share/doc/attention-woven/search
