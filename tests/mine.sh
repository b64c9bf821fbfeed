#!/bin/sh
# make mine: the reader's functions in the program and in the pages, beside the
# book's; and make watch, which grades what was saved.
. tests/lib.sh

# What is the reader's own is put aside, and back at the end.
[ ! -e build/mine ] || mv build/mine "$work/kept"
[ ! -e build/regraded ] || mv build/regraded "$work/regraded"
watcher=
put_back() {
    [ -z "$watcher" ] || kill -- "-$watcher" 2>/dev/null
    rm -rf build/mine build/regraded
    [ ! -e "$work/kept" ] || mv "$work/kept" build/mine
    [ ! -e "$work/regraded" ] || mv "$work/regraded" build/regraded
    rm -rf "$work"
}
trap put_back EXIT

mine="$work/chunks"
mkdir "$mine"
cp build/plain/chunks/*.c "$mine"

# A softmax of base 2, with text that no page or program may take for its own;
# scores that crash; right projections.
sed 's/expf(/exp2f(/' build/plain/attention_softmax.c >"$mine/softmax.c"
printf '/* <script>alert(1)</script> ]] .. os.exit(1) .. [[ " \\ \351 \001 */\n' \
    >>"$mine/softmax.c"
sed 's/float sum = /*(volatile int *)0 = 1; float sum = /' \
    build/plain/attention_dot_scores.c >"$mine/scores.c"
cp build/plain/attention_project.c "$mine/projections.c"
holds 'make mine' sh -c "make -s mine D='$mine' >'$work/said' 2>&1"

page=build/mine/book/06-softmax.html
holds 'the heatmap stands beside the book'"'"'s' \
    grep -q 'figures/heatmap.svg.*figures/mine-heatmap.svg' $page
holds 'in chapter 9 too' \
    grep -q 'figures/heatmap.svg.*figures/mine-heatmap.svg' build/mine/book/09-seeing.html
holds 'it was drawn from other numbers' \
    sh -c '! cmp -s build/data/heatmap.tsv build/mine/data/heatmap.tsv'
sed '3,$s/0\.[0-9]*/nan/' build/data/heatmap.tsv >"$work/nan.tsv"
holds 'a weight that is no number is called NaN' sh -c "gnuplot -e \"NAME='heatmap'; FORMAT='svg'; \
    DATA='$work/nan.tsv'; OUT='$work/nan.svg'\" figures/heatmap.gp && grep -q '>NaN<' '$work/nan.svg'"
holds 'by the same drawing' grep -q '<svg' build/mine/book/figures/mine-heatmap.svg
holds 'the function is listed' grep -q 'exp2f(score' $page
holds 'and its mistake is named' grep -q 'The base is e, not 2' $page
holds 'its text is text' grep -q '&lt;script&gt;alert(1)&lt;/script&gt;' $page
holds 'and nothing but text' sh -c "! grep -q '<script>alert' $page"
holds 'what crashes is left out, and said to be' \
    grep -q 'The figures are made with the book.s function' build/mine/book/05-scores.html
holds 'and named' grep -qx "$mine/scores.c is left out: .*\." "$work/said"
holds 'inside the model its first wrong head is found' sh -c "build/bin/grade \
    -d '$mine' mine | grep -q 'The first head that differs: layer 0, head'"
holds 'its heads stand beside the book'"'"'s' \
    grep -q 'figures/inside.svg.*figures/mine-inside.svg' build/mine/book/25-inside.html
holds 'with the report' grep -q 'Nats by layer and head' build/mine/book/25-inside.html
holds 'right projections give the book'"'"'s figure' \
    cmp build/data/projections.tsv build/mine/data/projections.tsv
holds 'the book'"'"'s own pages are as before' \
    sh -c '! grep -q "mine-heatmap\|class=\"mine\"" build/book/0*.html'
# shellcheck disable=SC2046
holds 'every link of the pages leads somewhere' build/bin/check-pages \
    build/mine/book $(cd build/mine/book && find . -name '*.html' | sed 's|^\./||')
build/attention >"$work/theirs"
build/mine/attention >"$work/mine"
holds 'the program uses the function' sh -c "! cmp -s '$work/theirs' '$work/mine'"
holds 'and works' grep -q 'each row sums to 1: yes' "$work/mine"
build/mine/attention study student --time --tsv >"$work/mine"
holds 'its functions are timed, and so are the book'"'"'s, nine of each' \
    [ "$(awk -F'\t' 'NR > 1 && NF == 7 && 0 < $3 && $3 <= $2 && $2 <= $4 &&
        0 < $6 && $6 <= $5 && $5 <= $7' "$work/mine" | wc -l)" = 9 ]
holds 'both are in the program' [ "$(nm build/mine/attention |
    grep -c ' [tT] \(book_\)\?attention_softmax$')" = 2 ]

# All right: the same numbers everywhere. None started: no figures at all.
set -- projections scores scaled softmax temperature aggregation simple head heatmap \
    causal masked heads multihead
for symbol in attention_project attention_dot_scores attention_scaled_scores \
    attention_softmax attention_temper attention_aggregate attention_simple \
    attention_head show_cells attention_hide_future attention_masked_head \
    multihead_attend multihead; do
    cp "build/plain/$symbol.c" "$mine/$1.c"
    shift
done
mkdir -p build/mine/obj build/mine/data
holds 'all are used' sh -c "build/bin/grade -d '$mine' mine | grep -q '^13 of 13 functions'"
for data in build/mine/data/*.tsv; do
    equal "right functions give the book's ${data##*/}" "build/data/${data##*/}" "$data"
done
holds 'all right, the model says the same' sh -c "build/bin/grade -d '$mine' mine |
    grep -q 'tokens after the prompt are the same'"
holds 'heads that agree with PyTorch are told so' \
    sh -c "build/bin/grade -d '$mine' mine | grep -q '^Milestone: your heads.c and multihead.c'"
# half NAME: one of the two chunks of many heads is not the reader's, or not right.
half() {
    build/bin/grade -d "$mine" mine >"$work/half" &&
        ! grep -q '^Milestone' "$work/half" &&
        grep -q '^needs the points of both' "$work/half"
}
cp build/plain/chunks/heads.c "$mine"
holds 'the starter of heads is told no milestone' half
cp build/plain/multihead_attend.c "$mine/heads.c"
cp build/plain/chunks/multihead.c "$mine"
holds 'nor is the starter of multihead' half
cp build/plain/multihead.c "$mine"
sed 's/int d_v = .*/int d_v = d_k;/' build/plain/multihead_attend.c >"$mine/heads.c"
holds 'nor are heads that this input cannot tell from right ones' half
sed 's/h \* d_v, d_v/(m->heads - 1 - h) * d_v, d_v/' build/plain/multihead_attend.c \
    >"$mine/heads.c"
holds 'and others are not' \
    sh -c "build/bin/grade -d '$mine' mine | grep -q '^Your heads differ'"
cp build/plain/multihead_attend.c "$mine/heads.c"
holds 'all are used again' build/bin/grade -d "$mine" mine
holds 'the cells are drawn' grep -q 'drawing = ' build/mine/mine.lua
cp build/plain/chunks/*.c "$mine"
make -s mine D="$mine" >"$work/said" 2>&1
holds 'none is used' grep -q '^0 of 13 functions' "$work/said"
build/mine/attention >"$work/mine"
equal 'nor left in the program' "$work/theirs" "$work/mine"
sed 's/expf(/exp2f(/' build/plain/attention_softmax.c >"$mine/softmax.c"
make -s mine D="$mine" >/dev/null 2>&1
build/mine/attention >"$work/mine"
holds 'a wrong softmax is in it' sh -c "! cmp -s '$work/theirs' '$work/mine'"
echo 'int attention_softmax(' >"$mine/softmax.c"
make -s mine D="$mine" >"$work/said" 2>&1
build/mine/attention >"$work/mine"
equal 'and not when it no longer compiles' "$work/theirs" "$work/mine"
holds 'the file is named' \
    grep -qx "$mine/softmax.c is left out: it does not compile\." "$work/said"
cp build/plain/chunks/softmax.c "$mine"
build/bin/grade -d "$mine" mine >"$work/said"
holds 'and nothing is drawn' sh -c '! ls build/mine/data/*.tsv'

# Watching: the table, then the verdict on what is saved, until it is stopped.
seen() {
    for _ in $(seq 600); do
        ! grep -q "$1" "$work/watch" || return 0
        sleep 0.1
    done
    return 1
}
setsid make -s watch D="$mine" >"$work/watch" 2>&1 &
watcher=$!
holds 'watch begins with the table' seen '^0 of 13 points; 13 not started'
sed 's/expf(/exp2f(/' build/plain/attention_softmax.c >"$mine/softmax.c"
holds 'and grades what was saved' seen 'The base is e, not 2'
holds 'alone' seen '^0 of 1 point\.'
holds 'and brings it into the pages' seen 'Open build/mine/book/index.html'
cp build/plain/attention_softmax.c "$mine/softmax.c"
holds 'what is right is shown at once' seen 'Your weights of the running example'
finish
