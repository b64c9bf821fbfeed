#!/bin/sh
# latex.sh BOOK.tex OUT.pdf: runs xelatex until the references stand still, then
# makes the PDF. A missing glyph, an undefined reference, an overfull or underfull
# line is an error.
set -eu
tex=$1 out=$2
dir=$(dirname "$tex") name=$(basename "$tex" .tex)
base=$dir/$name

# What an interrupted run wrote of its labels may end in the middle of a line.
[ ! -e "$base.running" ] || rm -f "$base".aux "$base".toc "$base".out
: > "$base.running"

for pass in 1 2 3 4 5; do
    cp "$base.aux" "$base.before" 2>/dev/null || : > "$base.before"
    MKTEXTFM=0 xelatex -no-pdf -interaction=nonstopmode -halt-on-error \
        -no-shell-escape -output-directory="$dir" "$tex" > "$base.out.txt" || {
        grep -A6 '^!' "$base.out.txt" >&2
        exit 1
    }
    [ "$pass" -gt 1 ] && cmp -s "$base.before" "$base.aux" && break
done
if grep -A1 -E '^(LaTeX|Package|Class)[^:]* Warning|^Missing character|^(Over|Under)full .hbox' \
    "$base.log" >&2; then
    echo "latex.sh: $base.log holds the warnings above" >&2
    exit 1
fi
MKTEXTFM=0 xdvipdfmx -q -E -o "$base.pdf" "$base.xdv"
mv "$base.pdf" "$out"
rm "$base.running"
