#!/bin/sh
# shellcheck disable=SC2012,SC2016,SC2094,SC2119,SC2120,SC3045
# (ls shows modes; $ in quotes is for eval and awk; ulimit -v is tried first)
# Black-box tests of the program: sh tests/program.sh [PROGRAM]
# Prints a line for each test that fails, then "N passed, N failed".
set -u
umask 022
program=${1:-build/attention}
case $program in */*) ;; *) program=./$program ;; esac
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
[ -x "$program" ] || { echo "tests/program.sh: no program $program" >&2; exit 1; }

dir=$(mktemp -d) || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' HUP INT TERM
chmod 755 "$dir"
cd "$dir" || exit 1
mkdir work            # what the program writes; "ls -A work" shows leftovers
passed=0 failed=0 skipped=0

# ------------------------------------------------------------------ harness

# check NAME COMMAND...: the test NAME passes when COMMAND does.
check() {
    name=$1
    shift
    if "$@"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        [ ! -s err ] || sed -n '1,3s/^/    stderr: /p' err
    fi
}

skip() {
    skipped=$((skipped + 1))
    echo "skipped: $1"
}

# run ARGUMENT...: run the program; its output is then in the files out and err,
# its status in the file status. Standard input is that of the call.
run() {
    "$program" "$@" > out 2> err
    echo $? > status
}

# ended STATUS [PATTERN]: the last run ended so; for a status other than 0 with
# one line on standard error that matches PATTERN, and no standard output.
ended() {
    status=$(cat status)
    [ "$status" = "$1" ] || { echo "    status $status, expected $1"; return 1; }
    if [ "$1" = 0 ]; then
        [ ! -s err ]
    else
        [ ! -s out ] && said "${2:-.}"
    fi
}

# said PATTERN: standard error is one line, a message of the program, and
# matches PATTERN.
said() {
    ! grep -qv '^attention: ' err && [ "$(wc -l < err)" = 1 ] &&
        grep -q -e "$1" err
}

# works ARGUMENT...: the run succeeds, and its output goes on to the checks.
works() { run "$@" < /dev/null; ended 0; }
refuses() { pattern=$1; shift; run "$@" < /dev/null; ended 2 "$pattern"; }
fails() { pattern=$1; shift; run "$@" < /dev/null; ended 1 "$pattern"; }
has() { grep -qxF -e "$1" out; }
differ() { ! cmp -s "$1" "$2"; }

# shapes LINE...: exactly these shapes, in this order.
shapes() {
    printf '%s\n' "$@" > expected
    grep -E '^[a-z_.]+ \[[0-9, ]+\]$' out | cmp -s - expected
}

# rows_sum FILE: in a table of --tsv, each row sums to 1.
rows_sum() {
    awk -F'\t' 'NR > 1 { s = 0; for (i = 2; i <= NF; i++) s += $i
        if (NF != columns || s < 0.9999 || s > 1.0001) bad = 1 }
        { columns = NF } END { exit bad || NR < 2 }' "$1"
}

# only NAME...: the directory work holds these files and nothing else.
only() {
    printf '%s\n' "$@" | sed '/^$/d' | sort > expected
    ls -A work | sort | cmp -s - expected
}

empty_work() { rm -rf work && mkdir work; }

# -------------------------------------------------------------- a plain run

check 'a plain run succeeds' works
check 'it prints the tokens' has 'tokens: The cat sat on the mat'
check 'it prints every shape' shapes \
    'embeddings [6, 64]' 'queries [6, 64]' 'keys [6, 64]' 'values [6, 64]' \
    'attention_scores [1, 6, 6]' 'attention_weights [1, 6, 6]' \
    'attended_values [1, 6, 64]'
check 'its grid is labelled' has \
    'from (query)    The    cat    sat     on    the    mat'
check 'its columns are the keys' has '              to (key)'
check 'its grid has six rows of six weights' awk '
    /^from/ { grid = 1; next }
    grid && NF == 7 { rows++; for (i = 2; i <= 7; i++) sum += $i }
    /^$/ { grid = 0 }
    END { exit !(rows == 6 && sum > 5.98 && sum < 6.02) }' out
check 'it says that each row sums to 1' grep -Eqx \
    'each row sums to 1: yes \(largest deviation [0-9]\.[0-9]{2}e-0[0-9]\)' out
cp out plain
check 'a second run prints the same' works
check 'byte for byte' cmp -s out plain
LC_ALL=C "$program" > out 2> err
check 'so it does in the C locale' cmp -s out plain
LC_ALL=no_SUCH "$program" > out 2> err
check 'and in an unknown locale' cmp -s out plain
check 'the command may be named' works run
check 'with the same result' cmp -s out plain
check 'the text may be given' works 'The cat sat on the mat'
check 'with the same result again' cmp -s out plain
printf 'The cat\n sat on\tthe mat\n' | run -
check 'standard input is read' ended 0
check 'its lines are one text' cmp -s out plain

# ----------------------------------------------------------- texts and names

check '-- forces text' works -- run
check 'even a command name' has 'tokens: run'
check 'also after the command' works run -- run
check 'a command name as text is refused' refuses 'is a command' --seed 3 run
check 'and after the command too' refuses 'is a command' run run
check 'an unknown word is a text' works study-hard
check 'of three tokens' has 'tokens: study - hard'
check 'text may look like an option' works -- --help
check 'and is split at punctuation' has 'tokens: - - help'
check 'options may follow the text' works 'a b' --dim 2
check 'and count' has 'queries [2, 2]'
check 'several operands are refused' refuses 'comes after the text' The cat
check 'after -- too' refuses 'comes after the text' -- The --seed
check 'an empty text is refused' refuses 'byte 1: no words' ''
check 'a blank text is refused' refuses 'byte 1: no words' " $(printf '\t\n ') "
check 'a text of no-break spaces is refused' refuses 'no words' \
    "$(printf '\302\240\302\240')"
check 'invalid UTF-8 is refused' refuses 'byte 5: not UTF-8' \
    "$(printf 'cat \377')"
check 'cut UTF-8 is refused' refuses 'byte 4: not UTF-8' "$(printf 'cat\303')"
check 'overlong UTF-8 is refused' refuses 'not UTF-8' "$(printf '\300\257')"
check 'surrogates are refused' refuses 'not UTF-8' "$(printf '\355\240\200')"
check 'control characters are refused' refuses 'byte 4: control' \
    "$(printf 'cat\033[31m')"
check 'DEL is refused' refuses 'control' "$(printf 'a\177')"
check 'The and the are two words' works --tsv 'the The'
check 'with two rows' differ out plain
check 'one token is enough' works --tsv a
check 'and gets all the weight' grep -qx "a	1" out
check 'a token of 5,000 bytes' works "$(printf '%05000d' 0)"
check 'its label is cut' grep -q '^00000000000… ' out
check 'wide characters line up' works --dim 3 'Yes, 猫 sat ！'
check 'above the columns' has 'from (query)    Yes      ,     猫    sat     ！'
check 'and beside the rows' grep -q '^猫            *[0-9]' out
check 'so do combining characters' works --dim 3 "$(printf 'e\314\201te on')"
check 'which take no room' has "from (query)    $(printf 'e\314\201te')     on"

# ------------------------------------------------------------ standard input

seq 1 100000 | run -
check '100,000 words are refused' ended 2 'too many tokens, at most 1024'
seq 1 100000 | tr '\n' ' ' | run - --tsv
check '100,000 words on one line too' ended 2 'too many tokens'
seq 1 1024 | run - --tsv
check '1,024 words are allowed' ended 0
check 'and their rows sum to 1' rows_sum out
seq 1 1025 | run -
check '1,025 words are refused' ended 2 'too many tokens'
printf 'the\000cat' | run -
check 'a NUL byte is refused' ended 2 'byte 4: NUL byte'
head -c 3000000 /dev/zero | run -
check '3 million NUL bytes too' ended 2
head -c 3000000 /dev/zero | tr '\000' a | run -
check '3 million letters too' ended 2 'longer than 1048576 bytes'
yes | run -
check 'endless input is refused' ended 2 'longer than'
if sh -c 'ulimit -v 100000 && "$0" --version; exit $?' "$program" \
    > /dev/null 2>&1; then
    yes abc | (ulimit -v 100000; run -; ended 2 'longer than')
    check 'in bounded memory' [ $? = 0 ]
    yes abc | (ulimit -v 100000; run --batch; ended 2)
    check 'a batch too' [ $? = 0 ]
else
    skip 'bounded memory (no ulimit -v for this build)'
fi
run - < /dev/null
check 'empty standard input is refused' ended 2 'no words'
printf '\n \n' | run -
check 'blank standard input is refused' ended 2 'no words'
printf 'cat \377\n' | run -
check 'invalid UTF-8 there is refused' ended 2 'byte 5: not UTF-8'
run - <&-
check 'closed standard input fails' ended 1 'cannot read standard input'
run - < .
check 'a directory as input fails' ended 1 'cannot read standard input'
run < .
check 'unless it is not read' ended 0

# ------------------------------------------------------------------- options

check '--help succeeds' works --help
check 'it tells the exit status' grep -q '^Exit status: 0 .* 1 ' out
check 'in 80 columns' [ "$(awk 'length > 79' out)" = '' ]
for option in steps unscaled temperature batch seed dim value-dim tsv dump \
    help version; do
    check "it tells of --$option" grep -q -e "--$option " out
done
check '--version succeeds' works --version
check 'in one line' grep -Eqx 'attention [0-9]+\.[0-9]+\.[0-9]+' out
check 'an unknown option is refused' refuses "'--frobnicate' is no option of 'attention'" --frobnicate
check 'a short option is refused' refuses "'-x' is no option" --steps -x cat
check 'several too' refuses "'-xy' is no option" cat --dim 3 -xy
check 'an ambiguous abbreviation is refused' refuses "'--d' is no option of 'attention', nor short for just one" --d 3
check 'an argument too many is refused' refuses "'--steps=3': this option takes no value" --steps=3 -
for option in temperature seed dim value-dim dump; do
    check "--$option without a value is refused" \
        refuses "'--$option' needs a value" "--$option"
done
check '--tsv succeeds' works --tsv
check 'with tabs' grep -q '^from (query) \\ to (key)	The	cat	sat	on	the	mat$' out
check 'and rows that sum to 1' rows_sum out
cp out plain.tsv
check 'abbreviations do' works --ts --dim=64 --see=2017 --temp 1
check 'and mean the same' cmp -s out plain.tsv
check 'the last of two seeds counts' works --tsv --seed 1 --seed 2017
check 'alone' cmp -s out plain.tsv
check 'another seed' works --tsv --seed 18446744073709551615
check 'gives other weights' differ out plain.tsv
check 'seed 0' works --tsv --seed 0

# A head of its own: what --dump writes is a head that --head reads.
works --dump work/head.st --seed 5 >/dev/null; works --tsv --seed 5; cp out first
check 'a head is read' works --tsv --seed 5 --head work/head.st
check 'as it was dumped' cmp -s out first
check "not another seed's" works --tsv --seed 6 --head work/head.st
check 'whose embeddings differ' differ out first
works --tsv --seed 6; cp out first
works --tsv --seed 6 --head work/head.st
check 'nor is the head that of the seed' differ out first
check 'a head of another size' refuses 'is \[64, 64\], expected \[32, 32\]' \
    --dim 32 --head work/head.st
head -c 3000 work/head.st >work/cut.st
check 'a head cut short' refuses 'cut.st' --head work/cut.st
mkfifo work/pipe.st
check 'a head that is a FIFO' refuses 'pipe.st.: it is a FIFO, expected' \
    --head work/pipe.st
check 'a head that is a folder' refuses 'work.: it is a folder' --head work
rm work/head.st work/cut.st work/pipe.st
check 'gives others again' differ out plain.tsv
check 'unscaled scores' works --tsv --unscaled
check 'give other weights' differ out plain.tsv
check 'but not when divided by 8' works --tsv --unscaled --temperature 8
check 'which is sqrt(64)' cmp -s out plain.tsv
check 'a low temperature' works --tsv --temperature 0.001
check 'still gives rows that sum to 1' rows_sum out
check 'a high one' works --tsv --temperature 1e3
check 'gives rows near 1/6' awk -F'\t' 'NR > 1 { for (i = 2; i <= 7; i++)
    if ($i < .16 || $i > .17) bad = 1 } END { exit bad }' out
check 'd_v may differ from d_k' works --dim 3 --value-dim 5
check 'in the shapes' shapes 'embeddings [6, 3]' 'queries [6, 3]' \
    'keys [6, 3]' 'values [6, 5]' 'attention_scores [1, 6, 6]' \
    'attention_weights [1, 6, 6]' 'attended_values [1, 6, 5]'
check 'one dimension' works --dim 1 --steps
check 'is shown' has '              features 0 to 0 of 1'
check '1,024 dimensions' works --dim 1024 --value-dim 1024 --tsv
check 'give rows that sum to 1' rows_sum out

for value in 0 -1 1.5 1025 4294967297 18446744073709551617 '' ' 1' '1 ' +1 0x1 \
    1x x 1e2 ١ "$(printf '1\n')x"; do
    check "--dim '$value' is refused" refuses '--dim: .* whole number' \
        "--dim=$value"
    check "--value-dim '$value' is refused" refuses '--value-dim: .* whole' \
        --value-dim "$value"
done
for value in -1 18446744073709551616 99999999999999999999999999 '' ' 1' '1 ' \
    +1 0x1 1x 1.0 1e3 -0; do
    check "--seed '$value' is refused" refuses '--seed: .* whole number' \
        "--seed=$value"
done
for value in 0 -0 0.0 -1 nan NaN -nan inf INF -inf infinity 1e400 -1e400 1e-400 \
    1e-4 1001 '' ' 1' '1 ' +1 0x1 0x1p3 1x 1e 1e+ . e5 1,5 1_0 --; do
    check "--temperature '$value' is refused" refuses \
        '--temperature: .* is not a number from 0.001 to 1000' \
        "--temperature=$value"
done
for value in 1 1. .5 0.001 1e-3 1000 1E3 1e+2 0000000000000000000000000001; do
    check "--temperature '$value' is accepted" works "--temperature=$value"
done
long=$(printf '%0100000d' 7)
check 'a value of 100,000 digits is just 7' works --dim "$long"
check 'a huge value is refused' refuses 'whole number' --seed "1$long"
check 'and cut in the message' [ "$(wc -c < err)" -lt 400 ]
check 'control characters in values are refused' refuses 'whole number' \
    --seed "$(printf '1\033[31m')"
check 'and do not reach the terminal' eval '! grep -q "$(printf "\033")" err'
check 'nor do those in options' refuses 'is no option' "$(printf -- '--\033[31m')"
check 'as a test of the bytes shows' eval '! grep -q "$(printf "\033")" err'
check 'nor those of two bytes' refuses "'x.??31mé'" \
    "$(printf -- '--dim=x.\302\23331m\303\251')"
check '--steps with --tsv is refused' refuses 'exclude' --steps --tsv
check '--batch with a text is refused' refuses 'leave out' --batch 'a b'
check '--help comes before operands' works --help The cat
check 'but not before a bad option' refuses frob --frob --help

# ------------------------------------------------------------ steps and grids

check '--steps succeeds' works --steps
for formula in 'embeddings: one vector for each word' \
    'queries = embeddings query.weight^T + query.bias' \
    'keys = embeddings key.weight^T + key.bias' \
    'values = embeddings value.weight^T + value.bias' \
    'attention_scores = queries keys^T / sqrt(64)' \
    'attention_weights = softmax(attention_scores)' \
    'attended_values = attention_weights values'; do
    check "it shows $formula" has "$formula"
done
check 'with numbers' [ "$(grep -Ec '^(The|cat|sat|on|the|mat) ' out)" = 48 ]
check 'within 80 columns' [ "$(awk 'length > 80' out)" = '' ]
check 'with a temperature' works --steps --unscaled --temperature 0.5
check 'the formula changes' has 'attention_scores = queries keys^T / 0.5'
check 'thirty tokens' works "$(seq 1 30 | tr '\n' ' ')"
check 'stay within 80 columns' \
    [ "$(awk '!/^tokens/ && length > 80' out)" = '' ]
check 'in four blocks' [ "$(grep -c '^from (query) ' out)" = 4 ]
check 'of thirty rows' [ "$(grep -Ec '^[0-9]+ ' out)" = 120 ]

# ------------------------------------------------------------------- batches

printf 'the cat sat\nThe mat !\n' > two
run --batch < two
check 'a batch succeeds' ended 0
check 'its shapes lead with B' shapes \
    'embeddings [2, 3, 64]' 'queries [2, 3, 64]' 'keys [2, 3, 64]' \
    'values [2, 3, 64]' 'attention_scores [2, 3, 3]' \
    'attention_weights [2, 3, 3]' 'attended_values [2, 3, 64]'
check 'each text has its grid' \
    [ "$(grep -c '^text [12]: attention_weights' out)" = 2 ]
{ "$program" --tsv 'the cat sat'; echo; "$program" --tsv 'The mat!'; } > alone
run --batch --tsv - < two
check 'its texts do not mix' cmp -s out alone
printf 'the cat sat\r\nThe mat !' | run --batch --tsv
check 'CRLF and a missing last newline do' cmp -s out alone
echo 'one text' | run --batch --steps
check 'a batch of one' ended 0
check 'keeps its axis' has 'queries [1, 2, 64]'
{ "$program" --tsv 'a b'; echo; "$program" --tsv 'c d e f'; echo
    "$program" --tsv 'g'; } > alone
printf 'a b\nc d e f\ng\n' | run --batch --tsv
check 'unequal texts are padded, and get what they get alone' \
    cmp -s out alone
printf 'a b\nc d e f\ng\n' | run --batch --steps
check 'the longest one gives the length' has 'attention_weights [3, 4, 4]'
check 'padding is not shown' [ "$(grep -c -e '-inf' out)" = 0 ]
{ "$program" --causal --tsv 'a b'; echo
    "$program" --causal --tsv 'c d e'; } > alone
printf 'a b\nc d e\n' | run --batch --causal --tsv
check 'padded texts look back like others' cmp -s out alone
run --causal --tsv 'a b c'
check 'the first token sees itself alone' \
    [ "$(sed -n 2p out)" = "$(printf 'a\t1\t0\t0')" ]
run --causal --steps
check 'the formula names the mask' \
    has 'attention_scores = queries keys^T / sqrt(64) + mask'
{ seq 1 1024 | tr '\n' ' '; echo; printf 'a\nb\nc\nd\n'; } > wide
run --batch --tsv - < wide
check 'padding counts towards the limit' ended 2 \
    'line 5: more than 4096 tokens in the batch, its texts padded to 1024'
# The studies, and heads side by side.
for name in temperature heads; do
    run study $name --tsv 'the cat sat'
    check "the study of $name is a table" ended 0
    check "with equally many cells in all seven rows" \
        [ "$(awk -F'\t' 'NR == 1 { n = NF } NF == n' out | wc -l)" = 8 ]
done
run study scaling
check 'the study of the scale has two tables, cut into blocks' \
    [ "$(grep -c '^ *d  ' out)" = 4 ]
check 'of which no line is too wide' [ "$(awk 'length > 80' out | wc -l)" = 0 ]
check 'and no column is lost' grep -q '^ *d  *top scaled$' out
cp out first; run study scaling --seed 2
check 'another seed, other numbers' [ "$(cmp -s out first; echo $?)" = 1 ]
# What a study takes: its columns come last, and a median lies between two numbers.
run study heads --tsv --time 'a b'
check 'three columns tell the time of heads' \
    [ "$(awk -F'\t' 'NF == 8 && (NR == 1 || 0 < $7 && $7 <= $6 && $6 <= $8)' out | wc -l)" = 8 ]
cut -f 1-5 out > first; run study heads --tsv 'a b'
check 'and leave the others as they are' cmp -s out first
run study temperature --time 'a b'
check 'those of a temperature stand below' \
    grep -q '^ *temperature .*fastest *slowest$' out
check 'with what they are' has 'time: microseconds a call, the median of 15 rounds'
run study scaling --tsv --time
check 'scaled and unscaled are timed' \
    [ "$(awk -F'\t' 'NF == 13 || NF == 12' out | grep -c 'time scaled\|^[0-9]')" = 12 ]
run study scaling --time
check 'no line is too wide for that' [ "$(awk 'length > 80' out | wc -l)" = 0 ]
run study student --time
check "your functions are timed where they are" ended 2 'make mine, then build/mine/attention'
run study student --time same.safetensors
check 'and no file is' ended 2 "takes no file: it calls the functions of this program, not 'same"
run study heads --time=3
check 'the time takes no value' ended 2 'takes no value'
run study
check 'a study needs a name' ended 2 'none of scaling, temperature, heads and student'
run study heads a b
check 'and one text' ended 2 'comes after the text'
run --dump same.safetensors
run study student same.safetensors
check 'a dump of the book differs from the book by nothing' \
    [ "$(awk '$2 == 0 && NR > 1 && NR < 8' out | wc -l)" = 6 ]
check 'and has its entropy' \
    grep -q "^entropy \([0-9.]*\) bits, the book's \1\$" out
run --temperature 2 --dump other.safetensors
run study student --tsv other.safetensors
check 'another temperature shows from the scores on' \
    [ "$(awk -F'\t' 'NR > 1 && NR < 8 { printf "%d", ($2 > 0) }' out)" = 000111 ]
check 'every line has as many cells as its header' \
    [ "$(awk -F'\t' 'NF == 0 { n = 0; next } n == 0 { n = NF } NF != n' out | wc -l)" = 0 ]
run --dump short.safetensors 'a b'
run study student short.safetensors
check 'a dump of another length is refused' ended 2 \
    "'embeddings': F32 .2, 64., expected F32 .6, 64."
run --dump twin.safetensors 'The dog sat on the mat'
run study student twin.safetensors
check 'and one of another text' ended 2 "'embeddings': they are not those"
run --dump seed.safetensors --seed 3
run study student seed.safetensors
check 'and one of another seed' ended 2 "with seed 2017"
run study student --seed 3 seed.safetensors
check 'unless the seed is told' ended 0
run study student
check 'a student needs a file' ended 2 'needs the file'
run study student nowhere
check 'one that is there' ended 1 'nowhere'
run study student wide
check 'and is safetensors' ended 2 'wide'
# spoilt FROM TO: the dump with a text of its header replaced by one as long.
spoilt() {
    sed "s/$1/$2/" same.safetensors > spoilt.safetensors
    run study student spoilt.safetensors
}
spoilt '\(attention_weights":{"dtype":"F32","shape":\)\[1, *6, *6\]' '\1[6,1,6]'
check 'one of another shape is refused' ended 2 \
    "'attention_weights': F32 .6, 1, 6., expected F32 .1, 6, 6."
spoilt '"F32"' '"I32"'
check 'and one of another type' ended 2 'I32 .6, 64., expected F32 .6, 64.'
spoilt '"F32"' '"Q32"'
check 'which is named with its tensor' ended 2 "Q32, none of BOOL, U8"
# The last of 36 weights is at this byte; a negative one, and a NaN.
size=$(head -c 8 same.safetensors | od -An -t u8)
place=$((8 + size + (6 * 64 * 4 + 36 + 36) * 4 - 4))
for number in '\0\0\200\277' '\0\0\300\177'; do
    { head -c $place same.safetensors; printf "$number"
        tail -c +$((place + 5)) same.safetensors; } > spoilt.safetensors
    run study student spoilt.safetensors
    check 'what is no distribution has no entropy' has \
        'no entropy: your weights are no shares of one whole'
    check 'and the weight is found' grep -q '^attention_weights .* 5 *5$' out
    run study student --tsv spoilt.safetensors
    check 'nor in a table' [ "$(tail -n 1 out | cut -f 1)" = nan ]
done
run heads --help
check 'heads has a help of its own' grep -q -e '^  --difference A,B ' out
for option in heads causal seed flow profile; do
    check "with --$option" grep -q -e "^  --$option " out
done
run study --help
check 'study has one too' grep -q -e '^  --tsv ' out
run heads --tsv
check 'another command'"'"'s option is refused' ended 2 \
    "'--tsv' is no option of 'attention heads', nor short for just one: see 'attention heads --help'"
run heads --h
check 'and what two options begin with' ended 2 "'--h' is no option of"
run study scaling --causal
check 'by studies too' ended 2 "see 'attention study --help'"
run --flow
check 'and by run' ended 2 "'--flow' is no option of 'attention'"
run --tsv=3
check 'a value is refused where none belongs' ended 2 'takes no value'
run heads 'a b'; cp out alone
printf 'a b' | run heads -
check 'heads read standard input' cmp -s out alone
run study heads 'a b'; cp out alone
printf 'a b' | run study heads -
check 'and so do studies' cmp -s out alone
seq 1 257 | run heads -
check 'not too much of it' ended 2 'the text has 257 tokens, here at most 256'
run heads --heads 2 'a b c'
check 'two heads, two grids' [ "$(grep -c '^from (query)' out)" = 2 ]
run heads --heads 1 'the cat sat'
sed -n '/^from (query)/,$p' out > one; run 'the cat sat'
check 'one head is the head' [ "$(sed -n '/^from (query)/,/^sat/p' out)" \
    = "$(sed -n '/^from (query)/,/^sat/p' one)" ]
run heads --causal --profile 'a b c'
check 'a profile for each of four heads, and the even one' \
    [ "$(wc -l < out)" = 8 ]
run heads --difference 0,1 'a b'
check 'the difference names its heads' has 'head 0 minus head 1'
check 'and tells which rows sum to 1' grep -q "^of the heads' weights, each row sums to 1: yes" out
run heads --heads 3
check 'heads must divide' ended 2 '3 heads do not divide 64 columns'
run heads --difference 0
check 'a difference needs two' ended 2 'is not two heads'
run heads --difference 0,4
check 'of those there are' ended 2 'numbered from 0 to 3'
run heads --flow --profile
check 'one view at a time' ended 2 'exclude each other'
printf 'a b\n\nc d\n' | run --batch
check 'an empty line is refused' ended 2 'line 2, byte 1: no words'
printf 'a b\n  \t\n' | run --batch
check 'a blank line is refused' ended 2 'line 2, byte 1: no words'
printf '\n' | run --batch
check 'a first one too' ended 2 'line 1, byte 1: no words'
printf 'a b\nc \377\n' | run --batch
check 'invalid UTF-8 is refused' ended 2 'line 2, byte 3: not UTF-8'
printf 'a b\nc\000d\n' | run --batch
check 'NUL is refused' ended 2 'line 2, byte 2: NUL byte'
run --batch < /dev/null
check 'an empty batch is refused' ended 2 'no text'
run --batch <&-
check 'closed input fails' ended 1 'cannot read standard input'
seq 1 4096 | run --batch --tsv --dim 1
check '4,096 tokens are allowed' ended 0
seq 1 4097 | run --batch
check '4,097 are refused' ended 2 'line 4097: more than 4096 tokens'

# -------------------------------------------------------------------- output

if [ -c /dev/full ]; then
    for arguments in '' --steps --tsv --help --version; do
        # shellcheck disable=SC2086
        "$program" $arguments > /dev/full 2> err
        echo $? > status; : > out
        check "a full disk fails: $arguments" ended 1 'cannot write standard output'
    done
    seq 1 300 | "$program" - > /dev/full 2> err
    echo $? > status; : > out
    check 'so do many tokens' ended 1 'cannot write standard output'
    "$program" --frob > /dev/full 2> err
    echo $? > status; : > out
    check 'a refusal stays a refusal' ended 2
    "$program" > /dev/null 2> /dev/full
    check 'a full standard error does not matter' [ $? = 0 ]
else
    skip 'a full disk (no /dev/full)'
fi
"$program" >&- 2> err
echo $? > status; : > out
check 'closed standard output fails' ended 1 'cannot write standard output'
"$program" > out 2>&-
check 'closed standard error does not matter' [ $? = 0 ]
(ulimit -f 1; seq 1 100 | "$program" - > work/big 2> err; echo $? > status)
: > out
check 'a file size limit fails' ended 1 'cannot write standard output'
seq 1 300 | { "$program" - 2> err; echo $? > status; } | head -n 1 > /dev/null
: > out
if [ "$(cat status)" = 1 ]; then
    check 'a closed pipe, SIGPIPE ignored' ended 1 'Broken pipe'
else
    check 'a closed pipe ends it by SIGPIPE' [ "$(cat status)" = 141 ]
    check 'quietly' [ ! -s err ]
fi

# --------------------------------------------------------------------- dumps

# u64 FILE OFFSET, f32 FILE OFFSET BYTES: numbers in a file (0 if absurdly large).
u64() { od -An -v -tu8 -j "$2" -N 8 "$1" | tr -d ' \n' | sed 's/.\{16,\}/0/'; }
f32() { od -An -v -tf4 -j "$2" -N "$3" "$1" | tr -s ' ' '\n' | sed '/^$/d'; }

# header FILE: its JSON header.
header() { tail -c +9 "$1" | head -c "$(u64 "$1" 0)"; }

# offset FILE TENSOR: where in FILE its numbers begin.
offset() {
    begin=$(header "$1" | tr -d '"' |
        sed "s/.*[{,]$2:{[^}]*data_offsets:\[\([0-9]*\),.*/\1/")
    echo $((8 + $(u64 "$1" 0) + begin))
}

# is_safe FILE: the header fits the file, and its tensors fill the rest.
is_safe() {
    length=$(u64 "$1" 0) && [ $((length % 8)) = 0 ] || return 1
    end=$(header "$1" | sed 's/.*,\([0-9]*\)\]}} *$/\1/')
    [ "$(wc -c < "$1")" = $((8 + length + end)) ]
}

empty_work
check 'a dump succeeds' works --dump work/d
check 'and prints the same' cmp -s out plain
check 'and leaves one file' only d
check 'of the right length' is_safe work/d
check 'with every tensor' [ "$(header work/d | sed 's/ *$//')" = "$(printf '%s' \
'{"embeddings":{"dtype":"F32","shape":[6,64],"data_offsets":[0,1536]},' \
'"queries":{"dtype":"F32","shape":[6,64],"data_offsets":[1536,3072]},' \
'"keys":{"dtype":"F32","shape":[6,64],"data_offsets":[3072,4608]},' \
'"values":{"dtype":"F32","shape":[6,64],"data_offsets":[4608,6144]},' \
'"attention_scores":{"dtype":"F32","shape":[1,6,6],"data_offsets":[6144,6288]},' \
'"attention_weights":{"dtype":"F32","shape":[1,6,6],"data_offsets":[6288,6432]},' \
'"attended_values":{"dtype":"F32","shape":[1,6,64],"data_offsets":[6432,7968]},' \
'"query.weight":{"dtype":"F32","shape":[64,64],"data_offsets":[7968,24352]},' \
'"query.bias":{"dtype":"F32","shape":[64],"data_offsets":[24352,24608]},' \
'"key.weight":{"dtype":"F32","shape":[64,64],"data_offsets":[24608,40992]},' \
'"key.bias":{"dtype":"F32","shape":[64],"data_offsets":[40992,41248]},' \
'"value.weight":{"dtype":"F32","shape":[64,64],"data_offsets":[41248,57632]},' \
'"value.bias":{"dtype":"F32","shape":[64],"data_offsets":[57632,57888]}}')" ]
f32 work/d "$(offset work/d attention_weights)" 144 > dumped
sed 1d plain.tsv | cut -f 2- | tr '\t' '\n' > printed
check 'the weights are those of --tsv' eval 'paste dumped printed | awk "
    { d = \$1 - \$2; if (d > 1e-6 || d < -1e-6) bad = 1 }
    END { exit bad || NR != 36 }"'
check 'a new file obeys the umask' [ "$(ls -l work/d | cut -c 1-10)" = -rw-r--r-- ]
run --batch --dump work/b < two
check 'a batch can be dumped' ended 0
check 'in its shapes' eval 'header work/b | grep -q "\"keys\":{[^}]*\[2,3,64\]"'
check 'whole' is_safe work/b
check 'a dump is the same twice' works --dump work/e
check 'byte for byte' cmp -s work/d work/e
check '--tsv and --dump go together' works --tsv --dump work/e
check 'both whole' eval 'cmp -s out plain.tsv && cmp -s work/d work/e'
cp work/d good

empty_work
echo old > work/d; chmod 640 work/d
check 'an existing file is replaced' works --dump work/d
check 'by a whole one' cmp -s work/d good
check 'and keeps its mode' [ "$(ls -l work/d | cut -c 1-10)" = -rw-r----- ]
ln -s d work/link
check 'a link is followed' works --seed 3 --dump work/link
check 'and stays' [ -L work/link ]
check 'its target is written' eval 'is_safe work/d && differ work/d good'
mkdir work/sub; ln -s ../new work/sub/far
check 'a dangling link in another directory too' works --dump work/sub/far
check 'is followed and stays' eval 'cmp -s work/new good && [ -L work/sub/far ]'
ln -s "$PWD/work/absolute" work/sub/near
check 'an absolute one too' works --dump work/sub/near
check 'is followed' cmp -s work/absolute good
ln -s loop work/loop
check 'a loop of links fails' fails 'cannot write .*: ' --dump work/loop
check 'nothing else is left' only absolute d link loop new sub
check 'a name in the current directory' eval \
    'cd work && works --dump here > /dev/null; mv -f out err ..; cd ..; cmp -s work/here good'

empty_work
mkdir work/dir; echo file > work/file
check 'a directory fails' fails 'cannot write .*directory' --dump work/dir
check 'a slash after a name fails' fails 'cannot write' --dump work/none/
check 'a missing directory fails' fails 'cannot write' --dump work/none/d
check 'a file as a directory fails' fails 'cannot write' --dump work/file/d
check 'an empty name is refused' refuses 'needs the name' --dump ''
check 'a dash is no name of a file' refuses 'needs the name' --dump -
check 'a name of 300 letters fails' fails 'cannot write' \
    --dump "work/$(printf '%0300d' 0)"
check 'nothing was left' only dir file
check 'nor changed' [ "$(cat work/file)" = file ]
check 'a name of 255 letters is fine' works --dump "work/$(printf '%0255d' 0)"
empty_work
check 'a text that is refused leaves no file' refuses 'no words' --dump work/d ''
check 'none at all' only ''

echo old > work/d
(ulimit -f 8; run --dump work/d; ended 1 'cannot write')
check 'a dump beyond the size limit fails' [ $? = 0 ]
check 'and leaves the old file' eval '[ "$(cat work/d)" = old ] && only d'
(ulimit -f 8; run --dump work/n; ended 1 'cannot write')
check 'so does a new one' [ $? = 0 ]
check 'and leaves no file' only d

# A program that replaces devices would, run by root, break the machine: so root
# tests private copies of them, and only a user who cannot write to /dev the real
# ones. Neither is touched if the private copies cannot be made.
null='' full=''
if [ -w /dev ]; then
    if mknod private-null c 1 3 2> err && (: > private-null) 2> err; then
        null=$PWD/private-null
    fi
    if mknod private-full c 1 7 2> err && (: > private-full) 2> err; then
        full=$PWD/private-full
    fi
else
    [ ! -c /dev/null ] || null=/dev/null
    [ ! -c /dev/full ] || full=/dev/full
fi
if [ -n "$full" ]; then
    check 'a dump to a full device fails' fails 'cannot write' --dump "$full"
    check 'which stays a device' [ -c "$full" ]
else
    skip 'a dump to a full device (root cannot make one here)'
fi
if [ -n "$null" ]; then
    check 'a dump to the null device succeeds' works --dump "$null"
    check 'which stays a device' [ -c "$null" ]
    "$program" --dump "$null" > "$null" 2> err
    check 'even when it is standard output too' [ $? = 0 ]
    ln -s "$null" work/null
    check 'a link to it is followed' works --dump work/null
    check 'and both stay' eval '[ -L work/null ] && [ -c "$null" ]'
else
    skip 'a dump to the null device (root cannot make one here)'
fi
mkfifo work/fifo
cat work/fifo > copy & reader=$!
check 'a FIFO is written' works --dump work/fifo
wait "$reader"
check 'whole' cmp -s copy good
check 'and stays a FIFO' [ -p work/fifo ]
: > work/both
"$program" --dump work/both > work/both 2> err
check 'the file that is standard output is refused' [ $? = 2 ]
"$program" --dump work/c >&- 2> err
check 'with closed output the dump keeps its own descriptor' \
    eval '! [ -e work/c ] || cmp -s work/c good'

empty_work
user=
[ "$(id -u)" != 0 ] || user='setpriv --reuid=65534 --regid=65534 --clear-groups'
if $user "$program" --version > /dev/null 2>&1; then
    mkdir work/closed; chmod 555 work/closed
    echo old > work/read; chmod 444 work/read; chmod 777 work
    $user "$program" --dump work/closed/d > out 2> err < /dev/null
    echo $? > status
    check 'an unwritable directory fails' ended 1 'cannot write .*denied'
    $user "$program" --dump work/read > out 2> err < /dev/null
    echo $? > status
    check 'an unwritable file fails' ended 1 'cannot write .*denied'
    check 'and is not replaced' eval '[ "$(cat work/read)" = old ]'
    check 'nothing was left' only closed read
else
    skip 'unwritable files (root cannot become another user here)'
fi

[ "$skipped" = 0 ] || echo "$skipped skipped"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
