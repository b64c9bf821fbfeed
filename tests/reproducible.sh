#!/bin/sh
# The build of this tree and a clean one, in a folder of another name and length, by
# a user with other habits, with one job at a time, give the same bytes.
. tests/lib.sh

other=$work/another.folder/with.a.longer/name
sources "$other"
(
    umask 077
    cd "$other" && HOME=$work LANG=de_DE.UTF-8 LC_ALL='' \
        TZ=Pacific/Kiritimati COLUMNS=40 make -j1 book
) >"$work/log" 2>&1 || fail "another build" "it failed" "$work/log"

for output in book figures data reference_attention.h reference_attention.c \
    attention.pdf attention.epub; do
    equal "build/$output is the same twice" "build/$output" "$other/build/$output"
done
finish
