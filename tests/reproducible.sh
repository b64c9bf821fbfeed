#!/bin/sh
# Two clean builds, in folders of different names and lengths, by users with
# other habits, give the same bytes.
. tests/lib.sh

one=$work/a
two=$work/another.folder/with.a.longer/name
sources "$one"
sources "$two"
(
    umask 022
    cd "$one" && LANG=C TZ=UTC0 make -j1 book
) >"$work/one.log" 2>&1 || fail "the first build" "it failed" "$work/one.log"
(
    umask 077
    cd "$two" && HOME=$work LANG=de_DE.UTF-8 LC_ALL='' \
        TZ=Pacific/Kiritimati COLUMNS=40 make -j2 book
) >"$work/two.log" 2>&1 || fail "the second build" "it failed" "$work/two.log"

for output in book figures data reference_attention.h reference_attention.c \
    attention.pdf attention.epub; do
    equal "build/$output is the same twice" \
        "$one/build/$output" "$two/build/$output"
done
finish
