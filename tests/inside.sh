#!/bin/sh
# make mine with functions that are wrong, or that do what they must not: what is
# said of them, inside the model too, and that it ends.
. tests/lib.sh

# What is the reader's own is put aside, and back at the end.
[ ! -e build/mine ] || mv build/mine "$work/kept"
put_back() {
    rm -rf build/mine
    [ ! -e "$work/kept" ] || mv "$work/kept" build/mine
    rm -rf "$work"
}
trap put_back EXIT
mkdir -p build/mine/obj build/mine/data "$work/chunks"
mine=$work/chunks
softmax=build/plain/attention_softmax.c
said=$work/report

# judged: the report on the chunks, in the file said. It takes seconds; the limit only
# ends a test that would never end.
judged() { timeout 120 build/bin/grade -d "$mine" mine >"$said" 2>&1; }
# tells NAME PATTERN…: it ends well, and each pattern matches a line of the report.
tells() {
    name=$1
    shift
    if ! judged; then
        fail "$name" "it did not end well" "$said"
        return
    fi
    for pattern; do
        if grep -q -e "$pattern" "$said"; then
            pass "$name: $pattern"
        else
            fail "$name" "no line matches: $pattern" "$said"
        fi
    done
}
# lacks PATTERN: no line of the last report matches.
lacks() { holds "and not: $1" sh -c "! grep -q -e '$1' '$said'"; }
# instead SED: the book's softmax, changed.
instead() {
    cp build/plain/chunks/*.c "$mine"
    sed "$1" $softmax >"$mine/softmax.c"
}
# doing CODE: the book's softmax, which does this in each row, too.
doing() {
    instead "s/assert(sum >= 1.0f);/$1/; s/#include <math.h>/&\\n#include <stdio.h>\\n\
#include <stdlib.h>\\n#include <unistd.h>/"
}

same='^The 24 tokens after the prompt are the same\.'
agree='^The logits agree, bit for bit\.\|^The logits agree, to [0-9.]*e[-+][0-9]*\.'
alike="^All [0-9]* heads look where the book's look\."
wrong='softmax.c takes part and is not right: '
parts='^They part at token [0-9]* after the prompt\.'
first='^The first head that differs: layer 0, head [0-9]*,$'
beyond='^in the row of "[^ ]*", beyond measure\.'
out='softmax.c is left out: '

# ------------------------------------------------------------------ right
instead ''
tells "a right softmax" "$same" "$agree" "$alike" '^1 of 13 functions'
lacks 'is not right\|left out\|The first head'
tells "its name, and whose the others are" "^1 of 13 functions are yours, the others the book's\." \
    '^  softmax\.$'
# text WHOSE: what the report has of it.
text() { awk -v whose="$1" '$0 ~ "^[^ ]" { on = 0 } index($0, whose) == 1 { on = 1 }
    on { print substr($0, 13) }' "$said"; }
book=$(text "The book's:")
holds "both texts are the same" [ "$book" = "$(text Yours:)" ]
holds "and whole sentences" sh -c "echo '$book' | grep -q 'The cat sat on the mat.*\..*\.'"

# ------------------------------------- wrong numbers: named, found, in the text
instead 's/weight\[j\] \/= sum;/(void)sum;/'
tells "no division" "$wrong" 'not divided by their sum' "$first" '^Logits differ by up to'
instead 's/expf(score\[j\] - largest)/expf((score[j] - largest) \/ 8)/'
tells "scaled twice" "$wrong" "$first" '^Logits differ by up to [0-9.]*: after'
instead 's/expf(score\[j\] - largest)/(float)(i == j)/; s/assert(sum >= 1.0f);/sum = 1;/'
tells "a softmax that looks at one place" "$wrong" "$first" "$beyond" "$parts"
instead 's/score\[j\] - largest/score[j]/; s/assert(sum >= 1.0f);//'
tells "no largest score taken away: wrong, but not on small scores" "$wrong" "$agree" \
    "$alike" "$same"
instead ''
cat >"$mine/softmax.c" <<'CODE'
#include "attention.h"
#include <math.h>

void attention_softmax(Matrix scores, Matrix weights)
{
    for (int j = 0; j < scores.cols; j++) {
        float sum = 0;
        for (int i = 0; i < scores.rows; i++)
            sum += expf(matrix_row(scores, i)[j]);
        for (int i = 0; i < scores.rows; i++)
            matrix_row(weights, i)[j] = expf(matrix_row(scores, i)[j]) / sum;
    }
}
CODE
tells "over the columns" "$wrong" '^Logits are no numbers: after "<s>"' "$first" "$beyond" \
    '  1.0 nan nan nan nan nan nan ' "$parts"
holds "and a text without a blank stays narrow" sh -c "! grep '<unk>' '$said' | grep -q '.\{80\}'"
cp build/plain/chunks/*.c "$mine"
sed 's/sum += /sum -= /' build/plain/attention_dot_scores.c >"$mine/scores.c"
tells "scores with the other sign" 'scores.c takes part and is not right: ' "$first" "$parts"
cp build/plain/chunks/*.c "$mine"
sed 's/+= weight\[j\]/-= weight[j]/' build/plain/attention_aggregate.c >"$mine/aggregation.c"
tells "an average of the other sign" 'aggregation.c takes part and is not right: ' "$parts" \
    '^The first head that differs: layer 0, head 0,$' ': its weights agree, its average does not\.'
lacks 'the book.s  *yours'
cp build/plain/chunks/*.c "$mine"
sed 's/weight\[j\] \* /(j + 1 < weights.cols) * weight[j] * /' build/plain/attention_aggregate.c \
    >"$mine/aggregation.c"
tells "an average without the last key" '^in the row of "mat": its weights agree'

# --------------------------------------- it ends in the middle of the model
# The exercise's own tests have drawn sizes up to 9, so a row of 13 is a text's.
instead 's/weight\[j\] \/= sum;/weight[j] = NAN;/'
tells "NaN" "$wrong.*NaN" '^A function of yours does not get through it: a check' \
    '^in layer 1, when the prompt is read' "$first" "$beyond" \
    "^The book's:"
lacks '^Yours:\|^layer 1 '
doing 'if (scores.cols == 13) abort();'
tells "a crash in the thirteenth token" 'get through it: died by signal 6 (Aborted),' \
    '^when single tokens are appended' "$agree" "$alike"
doing 'if (scores.cols == 13) exit(0);'
tells "an exit in the thirteenth token" 'get through it: ended the process itself: exit(0),'
doing 'volatile int on = scores.cols == 13; while (on) continue;'
tells "a loop in the thirteenth token" 'get through it: no answer in 1.5 s,' \
    '^when single tokens are appended'
doing 'if (scores.cols == 13) fork();'
tells "a fork in the thirteenth token" 'get through it: tried to start another process'
doing "if (scores.cols == 13) fclose(fopen(\"mine.txt\", \"w\"));"
tells "a file in the thirteenth token" 'get through it: tried to open a file'
holds "which is not there" [ ! -e mine.txt ]

# ------------------------------------------------- weights that matter, and others
instead 's/weight\[j\] \/= sum;/weight[j] *= 0.999f \/ sum;/'
tells "a part in a thousand too little" "$wrong" "$first" '^Logits differ by up to' "$same"
instead 's/weight\[j\] \/= sum;/weight[j] = (float)((double)weight[j] \/ (double)sum);/;
    s/expf(score\[j\] - largest)/(float)exp((double)score[j] - (double)largest)/'
tells "in double: the same but for rounding" "$agree" "$alike" "$same"
lacks 'is not right\|The first head'
cp build/plain/chunks/*.c "$mine"
cp build/plain/attention_temper.c "$mine/temperature.c"
tells "a function that no model calls" '^1 of 13' '^Inside a model' '^  none\.$'
lacks 'logits agree\|^Yours:'

# -------------------------------------------------------------- left out
instead ''
printf '#include "attention.h"\nvoid attention_softmax(Matrix s, Matrix w)\n%s\n' \
    '{ volatile int on = 1; (void)s; (void)w; while (on) continue; }' >"$mine/softmax.c"
tells "an endless loop" "$out.*no answer in 1.5 s\." '^0 of 13 functions'
lacks '^Inside a model'
doing '*(volatile int *)0 = 1;'
tells "a crash" "$out.*died by signal 11" '^0 of 13'
doing 'for (;;) puts("I am here, and here, and here");'
tells "a printer without end" "$out.*no answer in 1.5 s\." '^0 of 13'
holds "whose words are not shown" sh -c "! grep -q 'I am here' '$said'"
doing 'fclose(fopen("mine.txt", "w"));'
tells "a file" "$out.*tried to open a file" '^0 of 13'
holds "which is not written" [ ! -e mine.txt ]
doing 'fork();'
tells "a fork" "$out.*tried to start another process" '^0 of 13'
doing 'exit(0);'
tells "an exit" "$out.*ended the process itself: exit(0)" '^0 of 13'
doing 'for (;;) sleep(100);'
tells "a sleeper" "$out.*no answer in 1.5 s\." '^0 of 13'
instead ''
echo 'int attention_softmax(' >"$mine/softmax.c"
tells "no C" "${out}it does not compile\." '^0 of 13'
doing 'for (int k = 0; k < 500; k++) { printf("row %d of a long list\\n", k); fputs("!", stderr); }'
tells "much that is printed" "$same" "$agree" '^1 of 13'
lacks 'of a long list'
finish
