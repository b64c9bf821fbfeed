#!/bin/sh
# The grader's commands: starters are "not started", the book's functions score
# full, options, progress, hints, solution, reset; a kill -9 on the way.
. tests/lib.sh

g=build/bin/grade
all='projections scores scaled softmax temperature aggregation simple head heatmap
    causal masked heads multihead'
mkdir "$work/starters" "$work/crlf" "$work/solved" "$work/mixed"
for name in $all; do
    cp "build/plain/chunks/$name.c" "$work/starters"
    sed 's/$/\r/' "build/plain/chunks/$name.c" >"$work/crlf/$name.c"
done
set -- $all
for symbol in attention_project attention_dot_scores attention_scaled_scores \
    attention_softmax attention_temper attention_aggregate attention_simple \
    attention_head show_cells attention_hide_future attention_masked_head \
    multihead_attend multihead; do
    cp "build/plain/$symbol.c" "$work/solved/$1.c"
    shift
done

# prints NAME PATTERN COMMAND…: it succeeds, and a line of its output matches.
prints() {
    name=$1 pattern=$2
    shift 2
    if "$@" >"$work/out" 2>&1 && grep -q -e "$pattern" "$work/out"; then
        pass "$name"
    else
        fail "$name" "no line matches: $pattern" "$work/out"
    fi
}

prints 'starters are not started' '^0 of 13 points; 13 not started' $g -d "$work/starters"
prints 'and so they are with carriage returns' '^0 of 13 points; 13 not started' \
    $g -d "$work/crlf"
for seed in 1 2 3; do
    prints "the book's functions score full, seed $seed" '^13 of 13 points\.$' \
        $g -s $seed -d "$work/solved"
done
says 'strict: points are missing' 'not started' $g -x -d "$work/starters"
prints 'strict: no point is missing' '13 of 13' $g -x -d "$work/solved"
prints 'lab 01 has eight' '^8 of 8 points' $g -l 01 -d "$work/solved"
prints 'lab 02 has one' '^1 of 1 point\.' $g -l 02 -d "$work/solved"
says 'there is no lab 7' 'lab 7 has no' $g -l 7
says 'an unknown exercise is an error' 'no exercise is called sofmax' $g grade sofmax
says 'an unknown option is one too' '^usage' $g -q
prints 'a right softmax shows its grid' '^from (query)' $g -d "$work/solved" grade softmax
prints 'and its row sums' 'each row sums to 1: yes' $g -d "$work/solved" grade softmax
prints 'a right heatmap is drawn' '░' $g -d "$work/solved" grade heatmap
prints 'every case is shown with -v' 'case 3: two queries' \
    $g -v -d "$work/solved" grade softmax

# A file with one mistake: table, numbers, diagnosis, section, and no follow-on.
cp "$work/solved"/*.c "$work/mixed"
sed 's/expf(/exp2f(/' "$work/solved/softmax.c" >"$work/mixed/softmax.c"
printf '    int unused;\n' | cat - build/plain/chunks/head.c >"$work/mixed/head.c"
prints 'one mistake costs one point' '^11 of 13 points' $g -d "$work/mixed"
for line in '^softmax .* wrong: weights\[0\]\[0\] is ' '^    your weights \[1, 2\]' \
    '^    expected' '^    difference' 'The tolerance of weights' \
    'The base is e, not 2' 'Read again: Section 6\.' 'make hint E=softmax'; do
    prints "the failure shows $line" "$line" $g -d "$work/mixed" grade softmax
done
holds 'no colour in a file' sh -c "! grep -q '\[3[0-9]m' '$work/out'"
if command -v script >/dev/null; then
    prints 'colour on a terminal' '\[31m' script -qec "$g -d $work/mixed grade softmax" /dev/null
    prints 'no colour with NO_COLOR' '^softmax.*   wrong:' env NO_COLOR=1 \
        script -qec "$g -d $work/mixed grade softmax" /dev/null
    holds 'none at all' sh -c "! grep -q '\[3[0-9]m' '$work/out'"
fi
printf 'void f(void) { float x = "a"; }\n' >"$work/mixed/head.c"
prints 'a compile error is shown with its line' '^    | .*head\.c:1:2' \
    $g -d "$work/mixed" grade head
sed 's/float sum = 0.0f/float sum, other = 0.0f/' "$work/solved/scores.c" >"$work/mixed/scores.c"
prints 'a sum that is not set is named' 'whatever was in memory' \
    $g -d "$work/mixed" grade scores
prints 'and the warning has its line' 'scores.c:[0-9]*:.*warning' \
    $g -d "$work/mixed" grade scores
sed 's/c < queries.cols/c <= queries.cols/' "$work/solved/scores.c" >"$work/mixed/scores.c"
prints 'one step too far is named' 'one step too far' $g -d "$work/mixed" grade scores

# The diary.
attempts() { sed -n "/\"$1\": {/,/}/s/.*\"attempts\": \([0-9]*\).*/\1/p" "$2/progress.json"; }
rm "$work/mixed/progress.json"
$g -d "$work/mixed" grade softmax >/dev/null
$g -d "$work/mixed" grade softmax >/dev/null
holds 'the same text is one attempt' test "$(attempts softmax "$work/mixed")" = 1
echo >>"$work/mixed/softmax.c"
$g -d "$work/mixed" grade softmax >/dev/null
holds 'another text is another' test "$(attempts softmax "$work/mixed")" = 2
prints 'progress shows it' '^softmax .* 0/1  *2 .*failed: ' $g -d "$work/mixed" progress
holds 'the diagnosis is recorded' grep -q '"diagnosis": "base-2"' "$work/mixed/progress.json"
for stage in 'Getting started' 'Implementation tips' 'Common pitfalls' 'Testing tips'; do
    prints "hint: $stage" "^Hint [1-4] of 4: $stage" $g -d "$work/mixed" hint softmax
done
for name in $all; do
    prints "$name has four hints" '^Hint 1 of 4' $g -d "$work/starters" hint "$name"
done
holds 'hints are recorded' grep -q '"hints": 4' "$work/mixed/progress.json"
prints 'no: no solution' 'recorded' sh -c "echo n | $g -d '$work/mixed' solution softmax"
holds 'nor a record of one' sh -c "! grep -q solution '$work/mixed/progress.json'"
prints 'yes: the solution' 'find the largest' sh -c "echo y | $g -d '$work/mixed' solution softmax"
holds 'and a record of it' grep -q '"solution": "20' "$work/mixed/progress.json"
cp "$work/mixed/softmax.c" "$work/mine.c"
prints 'reset keeps a copy' 'softmax.c.1~' $g -d "$work/mixed" reset softmax
equal 'of what was there' "$work/mine.c" "$work/mixed/softmax.c.1~"
equal 'and brings the starter back' build/plain/chunks/softmax.c "$work/mixed/softmax.c"
prints 'a second copy does not replace it' 'softmax.c.2~' $g -d "$work/mixed" reset softmax

# Killed at any moment, the diary is whole, and so is it if it was spoilt before.
for delay in 0.02 0.05 0.1 0.15 0.2 0.25 0.3; do
    timeout -s KILL $delay $g -d "$work/mixed" grade softmax aggregation >/dev/null 2>&1
    holds "killed after $delay s" test "$(head -c 1 "$work/mixed/progress.json")$(tail -n 1 \
        "$work/mixed/progress.json")" = '{}'
done
left=$(for process in /proc/[0-9]*; do readlink "$process/exe"; done |
    grep -F "$(pwd -P)/build/grade." || true)
holds 'no worker is left' test -z "$left"
rm -rf build/grade.??????
echo '{"exercises": 3' >"$work/mixed/progress.json"
prints 'a spoilt diary is begun again' '1 of 1' $g -d "$work/mixed" grade temperature
finish
