#!/bin/sh
# Labs 03 and 04: a reader's multihead_attend against the tests of many heads
# and the golden files of PyTorch. The starter must not pass, nor may mistakes;
# the book's own function must.
. tests/lib.sh

book=build/plain/multihead_attend.c

# wrong NAME SED: the book's function with one mistake is not taken.
wrong() {
    sed "$2" $book >"$work/$1.c"
    cmp -s $book "$work/$1.c" && fail "$1" "the edit changes nothing"
    says "$1 is not taken" 'tests of lab 03: not yet' make -s milestone "H=$work/$1.c"
}

says 'the starter is not taken' 'tests of lab 03: not yet' \
    make -s milestone H=build/plain/chunks/heads.c
cp $book "$work/right.c"
make -s milestone "H=$work/right.c" >"$work/told" 2>&1
holds "the book's function is told the milestone" \
    grep -q '^MILESTONE: .* within 1e-5, in outputs and weights' "$work/told"
wrong unmasked 's/if (masks > 0)/if (masks > 1000)/'
wrong first-head 's/h \* d_k, d_k/0, d_k/'
wrong unscaled 's/attention_scaled_scores/attention_dot_scores/'
wrong one-head-only 's/p < pairs/p < batch/'
finish
