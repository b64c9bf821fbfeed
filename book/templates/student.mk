# What is different in the student edition: the Makefile includes this file, and
# records/facts.mk, which names the exercises (NAME:FUNCTION) and the files of
# which a part is hidden. The appendix "The student edition" explains.

# ------------------------------------------------------ the student's functions
# Each is compiled into the library in the place of the book's. One that is not
# begun, or does not compile, is replaced by what the edition has for it until it
# does; `make grade` says why.

function = $(patsubst $1:%,%,$(filter $1:%,$(EXERCISES)))

# $(call yours,FLAGS,FOLDER)
define yours
@mkdir -p $(@D)
@echo "  compile $@"
@{ ! cmp -s chunks/$*.c $B/plain/chunks/$*.c && timeout 10 $(CC) -std=c11 -w $1 -ffp-contract=off -I$B/plain -c chunks/$*.c -o $@.new \
       && nm $@.new | grep -q ' T $(call function,$*)$$' \
       && objcopy --keep-global-symbol=$(call function,$*) $@.new; } 2> $@.txt || \
   cp $B/$2/$(call function,$*).o $@.new
@rm -f $@.txt; mv $@.new $@
endef

.SECONDEXPANSION:
$(YOURS:%=$B/obj/yours/%.o): $B/obj/yours/%.o: $$(wildcard chunks/$$*.c) $(THEIRS:%.c=$B/obj/%.o) $B/plain.stamp
	$(call yours,$(CFLAGS),obj)
$(YOURS:%=$B/obj-test/yours/%.o): $B/obj-test/yours/%.o: $$(wildcard chunks/$$*.c) $(THEIRS:%.c=$B/obj-test/%.o) $B/plain.stamp
	$(call yours,$(CFLAGS),obj-test)
$(YOURS:%=$B/obj-asan/yours/%.o): $B/obj-asan/yours/%.o: $$(wildcard chunks/$$*.c) $(THEIRS:%.c=$B/obj-asan/%.o) $B/plain.stamp
	$(call yours,$(SANITIZE),obj-asan)

# Which exercise calls which other's function, itself or by the book's functions.
$B/needs: $(YOURS:%=$B/obj/yours/%.o) $(MODULE:%.c=$B/obj/%.o)
	@nm -A -P $^ | awk -v exercises="$(EXERCISES)" -f tests/needs.awk > $@

# ------------------------------------------------------ records, for what is shown

$B/data.stamp: $(wildcard records/data/*)
	@mkdir -p $B/data
	@for f in records/data/*; do \
	    cmp -s $$f $B/data/$${f##*/} || { cp $$f $B/data && touch $B/data.changed; } || exit 1; \
	done
	@touch $@
$B/runs.stamp: $(wildcard records/runs/*)
	@mkdir -p $B/runs
	@for f in records/runs/*; do \
	    cmp -s $$f $B/runs/$${f##*/} || cp $$f $B/runs || exit 1; \
	done
	@touch $@

# --------------------------------------------------------------------- the grader
# No code of the student's is linked with it: where its own library has a function
# that is an exercise, it is the starter.

$B/obj/starters.a: $(MODULE:%.c=$B/obj/%.o) $(THEIRS:%.c=$B/obj/%.o)
	$(archive)
$B/bin/grade: $(GRADER:%=$B/obj/%.o) $B/obj/starters.a
	$(call link,$(CFLAGS) -Wl$(comma)--wrap=grade_one$(comma)--wrap=grade_show_line$(comma)--wrap=main,-ljansson)
comma := ,

grader = @$(MAKE) --no-print-directory $B/grading.stamp > $B/grading.log 2>&1 || { cat $B/grading.log; exit 1; }

# -------------------------------------------------------------------------- checks

UNIT := $(TESTS:%.c=$B/test/%) $(TESTS:%.c=$B/test-asan/%)
check: book $B/bin/check-pages $B/grading.stamp $(UNIT) ## build everything, run the tests, report your exercises
	@sh tests/yours.sh $(EXERCISES) -- $(UNIT)

watch: ## grade chunks and rebuild the pages whenever a source changes
	@echo "Watching; stop with Ctrl-C."
	@rm -f $B/regraded
	@while :; do \
	    $(MAKE) --no-print-directory -s regrade || sleep 2; \
	    $(MAKE) --no-print-directory -s html || sleep 2; \
	    sleep 0.2; \
	done
