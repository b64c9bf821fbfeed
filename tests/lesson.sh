#!/bin/sh
# The 30-minute lesson: its length and minutes, and the files that it prints,
# which must work with a C compiler alone; and the starters, each of which must
# fail its chapter's tests, as the book's own function must pass them.
. tests/lib.sh

page=book/lesson.nw
CC=${CC:-cc}
mkdir -p "$work/page/chunks" "$work/none" "$work/book" "$work/wrong"

# printed FILE: the file that the page prints under this name.
printed() {
    awk -v head="file=\"$1\"}" 'index($0, "```{") == 1 && index($0, head) { on = 1; next }
        /^```$/ { on = 0 } on' $page
}
for file in attention.h check.c chunks/projections.c chunks/scores.c chunks/scaled.c \
    chunks/softmax.c chunks/aggregation.c; do
    printed $file >"$work/page/$file"
    holds "lesson prints $file" test -s "$work/page/$file"
done

# run_check FOLDER: compile and run check.c with the C files of a folder.
run_check() {
    set -- "$1"/*.c
    [ -e "$1" ] || set --
    $CC -std=c11 -g -Wall -Werror -I"$work/page" "$work/page/check.c" "$@" \
        -lm -o "$work/check" && "$work/check"
}
# count WHAT N FOLDER: that many lines of the check's output end like this.
count() {
    run_check "$3" >"$work/out" 2>&1
    [ "$(grep -c -e "$1" "$work/out")" = "$2" ]
}

# What the book's files need of matrix.h is in the page's attention.h.
for file in project dot_scores scaled_scores softmax aggregate; do
    cp build/plain/attention_$file.c "$work/book/"
done
holds 'check.c alone finds nothing written' count 'is -*nan, ' 8 "$work/none"
holds 'check.c finds nothing written in the starters' \
    count 'is -*nan, ' 8 "$work/page/chunks"
holds "check.c finds the book's functions right" run_check "$work/book"
holds 'check.c looks at eight results' count '  right$' 8 "$work/book"

# mistake NAME FILE EDIT: the check must notice what the edit does.
mistake() {
    rm -f "$work/wrong"/*
    cp "$work/book"/* "$work/wrong"
    sed "$3" "$work/book/attention_$2.c" >"$work/wrong/attention_$2.c"
    if cmp -s "$work/book/attention_$2.c" "$work/wrong/attention_$2.c"; then
        fail "check.c notices $1" 'the edit changed nothing'
    else
        says "check.c notices $1" 'expected\|Assertion' run_check "$work/wrong"
    fi
}
mistake 'a forgotten bias' project 's/sum = matrix_row(bias, 0)\[j\]/sum = 0/'
mistake 'a sum of the last product' dot_scores 's/sum += /sum = /'
mistake 'a division by d_k' scaled_scores 's/sqrtf(/(/'
mistake 'a largest score of 0' softmax 's/largest = score\[0\]/largest = 0/'
mistake 'exponentials not shifted' softmax 's/ - largest//'
mistake 'an average of one value' aggregate 's/sum\[c\] += /sum[c] = /'

# chapter NN NAME: its starter must fail its tests, the book's functions pass.
chapter() {
    test_object=$(echo build/obj-test/test_"$1"_*.o)
    holds "tests of chapter $1 link with the starter" $CC -std=c11 -Ibuild/src \
        "build/src/chunks/$2.c" "$test_object" build/obj-test/module.a \
        -lcheck_pic -lsubunit -lrt -pthread -lm -o "$work/starter"
    says "starter $2 fails its tests" 'Failures: [1-9]' "$work/starter"
    holds "book's $2 passes its tests" "build/test/$(basename "$test_object" .o)"
}
if [ -d build/obj-test ]; then
    chapter 04 projections
    chapter 05 scores
    chapter 06 softmax
    chapter 07 aggregation
fi

# minutes PATTERN: the sum of the minutes in margin notes that match it.
minutes() {
    sed -n "s/^\([0-9]*\) minutes*, \($1\).*/\1/p" $page |
        awk '{ sum += $1 } END { print sum + 0 }'
}
holds 'the lesson has ten sections' test "$(grep -c '^## ' $page)" = 10
holds 'each has its minutes' \
    test "$(grep -c '^[0-9]* minutes*, [a-z ]*$' $page)" = 10
holds 'the minutes add up to 30' test "$(minutes .)" = 30
writing=$(minutes writing)
holds '20 to 25 of them are for writing' \
    test "$writing" -ge 20 -a "$writing" -le 25
words=$(awk '/^```/ { code = !code; next } !code' $page | wc -w)
holds "at most 3,000 words ($words)" test "$words" -le 3000
finish
