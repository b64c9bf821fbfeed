#!/bin/sh
# What was built, seen by other people's tools.
. tests/lib.sh

# All of it also compiles without warnings under clang, and passes its tests.
copy=$work/clang
sources "$copy"
tests=$(cd build/src && ls test_*.c)
# shellcheck disable=SC2086
holds "clang compiles the program without a warning" \
    make -C "$copy" CC=clang program build/grade-class
# shellcheck disable=SC2046
holds "and the tests" make -C "$copy" CC=clang \
    $(echo "$tests" | sed 's|\(.*\)\.c|build/test/\1|')
# shellcheck disable=SC2046
suite clang sh tests/unit.sh \
    $(echo "$tests" | sed "s|\(.*\)\.c|$copy/build/test/\1|")

# Debian's command is the archive itself, which not every kernel can run.
holds "epubcheck finds nothing" \
    java -jar /usr/share/java/epubcheck.jar --failonwarnings \
    build/attention.epub
holds "the EPUB names its type first" \
    sh -c "unzip -Z1 build/attention.epub | head -n 1 | grep -qx mimetype"

holds "every SVG is well formed" xmllint --noout build/book/figures/*.svg
for figure in build/book/figures/*.svg; do
    holds "$(basename "$figure") has a title and a description" \
        sh -c "grep -q '<title' $figure && grep -q '<desc' $figure"
done

pdffonts build/attention.pdf | awk 'NR > 2 && $(NF - 4) != "yes"' \
    >"$work/fonts"
holds "the PDF carries all its fonts" test ! -s "$work/fonts"
pdftotext -q build/attention.pdf "$work/text"
holds "the PDF has text" grep -q "attention_weights" "$work/text"
says "the PDF has no unresolved reference" . \
    sh -c "grep -n '??' $work/text || { echo none; false; }"
for chapter in book/[0-8]*.nw; do
    title=$(sed -n '1s/^# \(.*\) {#.*/\1/p' "$chapter")
    holds "the PDF's outline has \"$title\"" \
        grep -aqF "$title" "$work/text"
done
finish
