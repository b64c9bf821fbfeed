#!/bin/sh
# From a saved chunk to its verdict: the median of 20 runs of `make grade`, for
# a right softmax, for one with a known mistake, and for one with an unknown one.
# Fails if one is not under half a second.
. tests/lib.sh

runs=${RUNS:-20}
mkdir "$work/right" "$work/known" "$work/unknown"
cp build/plain/attention_softmax.c "$work/right/softmax.c"
sed 's/expf(/exp2f(/' build/plain/attention_softmax.c >"$work/known/softmax.c"
sed 's/sum += weight\[j\]/sum += 0.3f + weight[j]/' \
    build/plain/attention_softmax.c >"$work/unknown/softmax.c"

# bench NAME: milliseconds of each run, then their median.
bench() {
    for _ in $(seq "$runs"); do
        start=$(date +%s%N)
        make --no-print-directory -s grade E=softmax D="$work/$1" >"$work/out"
        echo $((($(date +%s%N) - start) / 1000000))
    done | sort -n >"$work/times"
    median=$(sed -n "$(((runs + 1) / 2))p" "$work/times")
    echo "$1: $median ms, median of $runs ($(head -n 1 "$work/times") to $(tail -n 1 "$work/times"))"
    holds "save to verdict, $1, under 500 ms" test "$median" -lt 500
}
bench right
bench known
bench unknown
finish
