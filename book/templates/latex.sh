#!/bin/sh
# latex.sh BOOK.tex OUT.pdf: runs xelatex until the references stand still.
# A missing glyph, an undefined reference or an overfull line is an error.
set -eu
tex=$1 out=$2
dir=$(dirname "$tex") name=$(basename "$tex" .tex)
log=$dir/$name.log

for pass in 1 2 3 4 5; do
    cp "$dir/$name.aux" "$dir/before.aux" 2>/dev/null || : > "$dir/before.aux"
    MKTEXTFM=0 xelatex -interaction=nonstopmode -halt-on-error -no-shell-escape \
        -output-directory="$dir" "$tex" > "$dir/$name.out" || {
        grep -A6 '^!' "$dir/$name.out" >&2
        exit 1
    }
    [ "$pass" -gt 1 ] && cmp -s "$dir/before.aux" "$dir/$name.aux" \
        && ! grep -q 'Rerun to get' "$log" && break
done
if grep -A1 -E '^(LaTeX|Package|Class)[^:]* Warning|^Missing character|^(Over|Under)full .hbox' \
    "$log" >&2; then
    echo "latex.sh: $log holds the warnings above" >&2
    exit 1
fi
mv "$dir/$name.pdf" "$out"
