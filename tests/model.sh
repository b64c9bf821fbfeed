#!/bin/sh
# shellcheck disable=SC2086
# (the options of a case are words of one variable, meant to be split)
# The commands generate and look: sh tests/model.sh [PROGRAM]
# Random models, prompts and options that must be refused, damaged folders.
. tests/lib.sh
program=${1:-build/attention}
model=$work/model
build/bin/write-model "$model" 4 || exit 1

# says_to OUT ARGUMENT…: standard output in OUT, standard error in $work/err.
says_to() {
    to=$1
    shift
    "$program" "$@" >"$to" 2>"$work/err"
}
# refused STATUS TEXT ARGUMENT…: it ends so, with one line of the program's on
# standard error that has TEXT in it, and nothing on standard output.
refused() {
    expected=$1 text=$2
    shift 2
    says_to "$work/said" "$@"
    status=$?
    cat "$work/err"
    [ $status = "$expected" ] || { echo "status $status"; return 1; }
    grep -qF -e "$text" "$work/err" &&
        [ "$(wc -l <"$work/err")" = 1 ] &&
        grep -q '^attention: ' "$work/err" && [ ! -s "$work/said" ]
}
generate() { says_to "$work/text" generate -m "$model" "$@"; }
look() { says_to "$work/look" look -m "$model" "$@"; }
# copy: a copy of the folder to damage, in $bad.
bad=$work/bad
copy() { rm -rf "$bad" && cp -r "$model" "$bad"; }

# -------------------------------------------------------------- generate
twice() {
    says_to "$work/one" generate -m "$model" $1 &&
        says_to "$work/two" generate -m "$model" $2 &&
        cmp "$work/one" "$work/two"
}
other() { ! twice "$1" "$2" && [ -s "$work/one" ] && [ -s "$work/two" ]; }
holds "a seed decides the text" twice "-s 7" "--seed 7"
holds "another seed, another text" other "-s 7" "-s 8"
holds "another temperature, another text" other "-t 0.2" "-t 5"
holds "greedy needs no seed" twice "-t 0 -s 1" "-t 0 -s 2"
holds "a small top-p is greedy" twice "-t 3 -p 0.000001" "-t 0"
holds "the default is temperature 1, top-p 0.9" twice "" "-t 1 -p 0.9"

holds "fast attention says the same" twice "-t 0 -n 60" "-t 0 -n 60 --fast"
fast_book() {
    for text in "" "copy: dog hen: dog" "Tom gave Mia the red box. Mia gave"; do
        says_to "$work/one" generate -t 0 -n 200 -- "${text:-The cat sat}" &&
            says_to "$work/two" generate -t 0 -n 200 --fast -- "${text:-The cat sat}" &&
            cmp "$work/one" "$work/two" || return 1
    done
}
holds "and with the book's model" fast_book
# Drawn at random from all tokens, most of which are bytes.
readable() {
    generate -t 1000 -p 1 -n 57 -s "$1" && iconv -f UTF-8 -t UTF-8 "$work/text" &&
        grep -q "$(printf '\357\277\275')" "$work/text" &&
        [ "$(tr -d '\001-\010\016-\037\177' <"$work/text" | wc -c)" = \
            "$(wc -c <"$work/text")" ]
}
for seed in 1 2 3; do
    holds "any text is UTF-8 without control characters: $seed" readable $seed
done
begins() {
    generate -n 3 "The cat sat" &&
        [ "$(head -c 11 "$work/text")" = "The cat sat" ] &&
        grep -qE '^[1-3] tokens, [0-9]+ tokens/s$' "$work/err"
}
holds "a text begins with its prompt" begins
shorter() {
    generate -t 0 -n 4 && mv "$work/text" "$work/four" &&
        generate -t 0 -n 9 &&
        cmp -n $(($(wc -c <"$work/four") - 1)) "$work/four" "$work/text"
}
holds "fewer steps are the beginning of more" shorter
input() {
    generate -t 0 "the mat" && mv "$work/text" "$work/given" &&
        printf 'the mat' | "$program" generate -m "$model" -t 0 - \
            >"$work/text" 2>"$work/err" && cmp "$work/given" "$work/text"
}
holds "the prompt may be standard input" input
default_prompt() { generate -n 1 && grep -aq '^The cat sat on the mat' "$work/text"; }
holds "the prompt is the example if there is none" default_prompt

# The context has 64 tokens; the first is <s>, and each " the" is one.
many() { yes the | head -n "$1" | tr '\n' ' ' | sed 's/ $//'; }
full() { generate "$(many 63)" && grep -q '^1 tokens' "$work/err"; }
holds "a prompt may fill the context" full
holds "a prompt beyond the context" refused 2 "at most 64" \
    generate -m "$model" "$(many 64)"
holds "nor is its number of words what refuses it" refused 2 "has 1201 tokens" \
    generate -m "$model" "$(many 1200)"
cp -r "$model" "$work/long"
sed -i 's/\("max_position_embeddings": \).*/\12000,/' "$work/long/config.json"
holds "a long prompt for a long context" says_to "$work/text" \
    generate -m "$work/long" -n 1 "$(many 1200)"
to_the_end() { generate -t 0 -n 1000000 "the" && [ "$(sed 's/ .*//' "$work/err")" -le 63 ]; }
holds "a text ends with the context" to_the_end

while IFS='|' read -r name text options; do
    holds "$name" refused 2 "$text" generate -m "$model" $options
done <<'CASES'
a negative temperature|'-1' is not a number from 0|-t -1
a temperature of NaN|'nan' is not a number from 0|-t nan
an infinite temperature|'inf' is not a number from 0|-t inf
a temperature too low|is neither 0 nor a number|-t 1e-9
a temperature of no number|'warm' is not a number|--temperature warm
top-p of 0|--top-p|-p 0
top-p above 1|'1.5' is not a number|-p 1.5
top-p of NaN|'nan' is not a number|-p nan
no steps|'0' is not a whole number|-n 0
negative steps|'-5' is not a whole number|-n -5
a seed too large|is not a whole number|-s 18446744073709551616
an unknown option|is no option of|-x
an unknown long option|is no option of|--top-k 3
an option without its value|needs a value|-t
two texts|comes after the text|one two
CASES
for blank in '' ' ' '	'; do
    holds "a blank prompt '$blank'" refused 2 "no words" \
        generate -m "$model" -- "$blank"
done
holds "a prompt that is no UTF-8" refused 2 "not UTF-8" \
    generate -m "$model" "$(printf 'cat \377')"
given() { printf "$1" | "$program" generate -m "$model" -; }
says "standard input that is no UTF-8" 'the text, byte 5: not UTF-8' given 'cat \377'
says "standard input that is empty" 'no words in it' given ''
says "standard input with a NUL" 'the text, byte 2: NUL byte' given 'a\000b'
holds "a prompt with a control character" refused 2 "control" \
    generate -m "$model" "$(printf 'cat\033[2J')"
full_disk() {
    "$program" generate -m "$model" -n 3 >/dev/full 2>"$work/err"
    [ $? = 1 ] && grep -q "cannot write standard output: No space" "$work/err" &&
        [ "$(wc -l <"$work/err")" = 1 ]
}
holds "standard output that is full" full_disk

# ------------------------------------------- the book's model, from anywhere
home=$work/home
mkdir -p "$home/bin" "$home/share/attention-woven" "$home/away"
cp "$program" "$home/bin/attention"
cp -r book/data/model "$home/share/attention-woven"
# from FOLDER PROGRAM: called there, it says what it says here.
from() {
    says_to "$work/here" generate -n 20 &&
        (cd "$1" && "$2" generate -n 20 >"$work/there" 2>"$work/err") &&
        cmp "$work/here" "$work/there" && [ "$(wc -c <"$work/here")" -gt 40 ]
}
case $program in /*) built=$program ;; *) built=$top/$program ;; esac
holds "from another folder" from / "$built"
ln -s "$built" "$home/link"
holds "by a link" from "$home/away" ../link
holds "installed" from "$home/away" ../bin/attention
rm "$home/share/attention-woven/model/tokenizer.json"
lacking() {
    (cd "$home/away" && ! "$home/bin/attention" "$@" >"$work/said" 2>"$work/err") &&
        [ ! -s "$work/said" ] && grep -qF "$lacked" "$work/err"
}
for command in generate look 'export exported'; do
    lacked=model/tokenizer.json
    holds "$command: without its tokens" lacking $command
done
rm -r "$home/share"
for command in generate look 'export exported'; do
    lacked="the book's model is not there"
    holds "$command: without a model" lacking $command
done
holds "nothing was exported" [ ! -e "$home/away/exported" ]

# ------------------------------------------------------- damaged folders
holds "no folder" refused 1 "/nowhere/config.json: No such file" \
    generate -m /nowhere
for name in '' ',' ',tokens' 'weights,'; do
    holds "'$name' for a model" refused 2 "--model: '$name' names no model" \
        generate -m "$name"
done
cp -r "$model" "$work/a,b"
holds "a folder with a comma in its name" says_to "$work/text" generate -m "$work/a,b"
holds "a folder whose name has control characters" refused 1 "/x?[2J?y/config.json" \
    generate -m "$(printf '/x\033[2J\ny')"
for file in config.json model.safetensors tokenizer.json; do
    copy && rm "$bad/$file"
    [ $file = tokenizer.json ] && status=2 || status=1
    holds "no $file" refused $status "$file" generate -m "$bad"
    size=$(wc -c <"$model/$file")
    for part in 0 1 $((size / 3)) $((size - 3)); do
        copy && head -c $part "$model/$file" >"$bad/$file"
        holds "$file cut at $part" refused 2 "$file" generate -m "$bad"
    done
    copy && head -c "$size" /dev/zero >"$bad/$file"
    holds "$file of zeros" refused 2 "$file" generate -m "$bad"
    copy && rm "$bad/$file" && mkfifo "$bad/$file"
    holds "$file a FIFO" refused 2 "$file: it is a FIFO, expected" generate -m "$bad"
    rm "$bad/$file" && mkdir "$bad/$file"
    holds "$file a folder" refused 2 "$file: it is a folder" generate -m "$bad"
    rmdir "$bad/$file" && ln -s /dev/zero "$bad/$file"
    holds "$file a device" refused 2 "$file: it is a device" generate -m "$bad"
done
copy && mv "$bad/model.safetensors" "$bad/model.safetensors.index.json"
holds "an index that is none" refused 2 "no JSON object: line 1" generate -m "$bad"
echo '{"weight_map": []}' >"$bad/model.safetensors.index.json"
holds "an index without a map" refused 2 "no object weight_map" generate -m "$bad"
copy && mv "$bad/model.safetensors" "$bad/pytorch_model.bin"
holds "weights in PyTorch's format" refused 2 \
    "pytorch_model.bin: weights in this format are not read, expected model.safetensors" \
    generate -m "$bad"
copy && sed -i 's/layers\.0\.mlp\.up_proj/layers.0.mlp.up_porj/' "$bad/model.safetensors"
holds "a tensor that is missing" refused 2 "no tensor model.layers.0.mlp.up_proj.weight" \
    generate -m "$bad"
# edit NAME SED TEXT: config.json changed so is refused with this text.
edit() {
    copy && sed -i "$2" "$bad/config.json"
    holds "$1" refused 2 "$3" generate -m "$bad"
}
edit "another architecture" 's/LlamaForCausalLM/GPT2LMHeadModel/' LlamaForCausalLM
edit "an architecture with control characters" \
    's/LlamaForCausalLM/\\u001b[2J\\n/' 'architecture is ?[2J?, and'
edit "another activation" 's/silu/gelu/' 'hidden_act is gelu'
edit "another width" 's/\("hidden_size": \)/\11/' model.safetensors
edit "terabytes" 's/\("vocab_size": \).*/\14000000,/' 'and a model of the shape'
edit "no layers" 's/\("num_hidden_layers": \).*/\10,/' 'num_hidden_layers is 0'
edit "NaN for a number" 's/\("rope_theta": \).*/\1NaN,/' config.json
edit "fewer tokens" 's/\("vocab_size": \).*/\1200,/' model.safetensors
copy && printf '\000\000\300\177' |
    dd of="$bad/model.safetensors" bs=1 conv=notrunc status=none \
        seek=$(($(wc -c <"$model/model.safetensors") - 400))
holds "a weight that is NaN" refused 2 "holds nan" generate -m "$bad"

# ------------------------------------------------------------------ look
grids() {
    look && [ "$(grep -c '^layer [0-9]*, head [0-9]*$' "$work/look")" = "$heads" ] &&
        grep -q '^<s>  *1.000  0.000' "$work/look"
}
look --scores || cat "$work/err"
heads=$(grep -c '^ *[0-9]' "$work/look")
holds "every head has a grid" grids
# scored MODEL PROMPT: the scores of its heads are what another program makes of the
# weights, whatever is left out of them.
scored() {
    for options in '' --exclude-bos --exclude-current-token \
        '--exclude-bos --exclude-current-token'; do
        for measure in mul abs; do
            "$program" look $1 --scores --error-measure $measure $options \
                --dump "$work/look.safetensors" "$2" >"$work/look" &&
                python3 tests/heads.py "$work/look.safetensors" "$work/look" || return 1
        done
    done
}
list='dog hen cat goat horse cow'
if command -v python3 >/dev/null; then
    holds "scores by another program" scored "-m $model" "the mat, the mat. 1 2 3 1 2 3"
    holds "scores of the book's model, too" scored "" "copy: $list: $list."
else
    echo "note: no python3: the scores of heads were not computed a second time"
fi
one_grid() { look --layer 0 --head 0 $1 && [ "$(grep -c '^layer' "$work/look")" = 1 ]; }
holds "one head" one_grid ""
holds "one head as a flow graph" one_grid --flow
table() {
    look --table --layer 1 "the mat" && head -n 1 "$work/look" |
        grep -q '^# What layer 1 looks at with .* 3 tokens, .*: <s> the mat\.$' &&
        awk -F '\t' 'NR > 2 { if (NF != 7 || $1 != 1) exit 1; sum[$2, $3] += $5 }
            END { for (row in sum) { rows++; if (sum[row] < 0.999 || sum[row] > 1.001) exit 1 }
                exit rows < 3 }' "$work/look"
}
holds "a table has rows of weights that sum to 1" table
if [ "$program" = build/attention ]; then
    drawn() {
        [ ! -e build/look.svg ] || mv build/look.svg "$work/kept.svg"
        make -s look MODEL="$model" PROMPT='the "mat" & $$the < mat' LAYER=0 HEAD=1 &&
            mv build/look.svg "$work/drawn.svg"
        status=$?
        [ ! -e "$work/kept.svg" ] || mv "$work/kept.svg" build/look.svg
        [ $status = 0 ] && grep -q '<title[^>]*>What layer 0 looks at with head 1' \
            "$work/drawn.svg" && grep -q '<desc' "$work/drawn.svg" &&
            grep -q 'prefers-color-scheme:dark' "$work/drawn.svg" &&
            grep -q '>mat</text>' "$work/drawn.svg"
    }
    holds "make look draws a head" drawn
    says "make look names a head that is not there" 'a layer has no head 99' \
        make -s look HEAD=99
    says "and a prompt that is too long to be drawn" 'more than 30000 weights' \
        make -s look PROMPT="$(yes cat | head -n 200 | tr '\n' ' ')"
    says "and one that is not text" 'not UTF-8' make -s look PROMPT="$(printf 'a\377')"
fi
lens() { look --lens && [ "$(wc -l <"$work/look")" = 8 ]; }
holds "the lens has a row for each token" lens
cuts() {
    look --cut 0.0 && grep -q '^mean ' "$work/look" &&
        awk '/^(cat|sat)/ && $4 + 0 != 0 { some = 1 } END { exit !some }' \
            "$work/look"
}
holds "a cut head changes what tokens cost" cuts
dumped() {
    look --dump "$work/one.safetensors" &&
        look --dump "$work/two.safetensors" "The cat sat on the mat" &&
        "$program" compare "$work/one.safetensors" "$work/two.safetensors" |
        grep -qF "'logits' [7, 300]: equal"
}
holds "a look can be written to a file" dumped
while IFS='|' read -r name text options; do
    holds "$name" refused 2 "$text" look -m "$model" $options
done <<'CASES'
a layer that is not there|the model has no layer 99|--layer 99
a head that is not there|a layer has no head 99|--head 99
a cut that is no head|'0-1' is no head|--cut 0-1
a cut beyond the model|'0.99' is no head|--cut 0.99
a cut of a number that is too long|is no head|--cut 0.4294967296
two ways to look|exclude each other|--lens --scores
a table and a lens|exclude each other|--table --lens
a name for a look|needs a value|--dump
a measure that is none|'max' is neither mul nor abs|--scores --error-measure max
a measure of nothing|are options of --scores|--exclude-bos
a layer of the lens|--layer and --head choose among|--lens --layer 0
a head of the scores|--layer and --head choose among|--scores --head 0
a dump without a name|--dump needs the name of a file|--dump -
CASES
copy
for file in "$bad/model.safetensors" "$bad/new"; do
    holds "a dump to $(basename "$file") of the model" refused 2 "in the model's folder" \
        look -m "$bad" --dump "$file"
done
holds "which is still the model" cmp "$bad/model.safetensors" "$model/model.safetensors"
holds "a folder to dump to" refused 1 "cannot write" look -m "$model" \
    --dump "$work"

# ---------------------------------------------------------------- export
holds "a model that llama2.c does not have" refused 2 "llama2.c has no models" \
    export -m "$model" "$work/export"
holds "nothing of it is written" [ ! -e "$work/export" ]
# plain: a random model that llama2.c has too.
plain() {
    for seed in $(seq 200); do
        rm -rf "$work/plain"
        build/bin/write-model "$work/plain" "$seed" &&
            "$program" export -m "$work/plain" "$work/export" 2>/dev/null &&
            return 0
    done
    return 1
}
exported() {
    plain &&
        says_to "$work/ours" generate -t 0 -n 40 -m "$work/plain" "the cat, 12" &&
        says_to "$work/theirs" generate -t 0 -n 40 \
            -m "$work/export/model.bin" "the cat, 12" &&
        cmp "$work/ours" "$work/theirs"
}
holds "a model for llama2.c says the same" exported
for file in model.bin tokenizer.bin; do
    rm -rf "$work/pipes" && cp -r "$work/export" "$work/pipes"
    rm "$work/pipes/$file" && mkfifo "$work/pipes/$file"
    holds "$file a FIFO" refused 2 "$file: it is a FIFO, expected" \
        generate -m "$work/pipes/model.bin"
done
holds "a dump over such a model" refused 2 "over the model" \
    look -m "$work/export/model.bin" --dump "$work/export/model.bin"
{ printf 24ka && cat "$work/export/model.bin"; } >"$work/newer.bin"
holds "a newer format of llama2.c" refused 2 "newer format of llama2.c (ak42)" \
    generate -m "$work/newer.bin"
holds "a model without its tokens" refused 2 "No such file" \
    generate -m "$work/export/model.bin,$work/nothing"
large() {
    ! (ulimit -f 8 && trap '' XFSZ && "$program" export "$work/large") 2>"$work/err" &&
        grep -q 'large/model.bin: File too large' "$work/err" && [ ! -e "$work/large" ]
}
holds "a disk without room leaves no folder" large
mkdir -p "$work/taken/tokenizer.bin"
holds "tokens that cannot be written" refused 1 "taken/tokenizer.bin: Is a directory" \
    export -m "$work/plain" "$work/taken"
holds "leave no model" [ ! -e "$work/taken/model.bin" ]
holds "no folder to export to" refused 2 "to which folder" export -m "$work/plain"
holds "two of them" refused 2 "and nothing else" export "$work/one" "$work/two"
holds "one without a name" refused 2 "to which folder" export ""
holds "a file in the place of the folder" refused 1 "Not a directory" \
    export -m "$work/plain" "$work/ours"
holds "help of export" "$program" export --help
holds "help of generate" "$program" generate --help
holds "help of look" "$program" look --help

# ---------------------------------------------------- a public checkpoint
text=10c463a4c018cb6029653fa58145167a71a5b3df95090627b35c35cad596f172
if [ -n "${ATTENTION_CHECKPOINTS-}" ]; then
    said_by_llama2c() {
        says_to "$work/text" generate -t 0 -n 256 -m \
            "$ATTENTION_CHECKPOINTS/stories260K.bin,$ATTENTION_CHECKPOINTS/tok512.bin" &&
            sha256sum "$work/text" | grep "^$text"
    }
    holds "the greedy text of llama2.c's run" said_by_llama2c
    found_beside() {
        cp "$ATTENTION_CHECKPOINTS/stories260K.bin" "$ATTENTION_CHECKPOINTS/tok512.bin" "$work" &&
            says_to "$work/text" generate -t 0 -n 256 -m "$work/stories260K.bin" &&
            sha256sum "$work/text" | grep "^$text"
    }
    holds "its tokens are found beside it" found_beside
    rm "$work/tok512.bin"
    holds "and missed" refused 2 "tokenizer.bin: No such file or directory, nor tok512.bin; name" \
        generate -m "$work/stories260K.bin"
else
    echo "note: ATTENTION_CHECKPOINTS is not set: no text of a public model compared"
fi
finish
