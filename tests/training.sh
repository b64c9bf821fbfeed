#!/bin/sh
# The same bits, whatever the threads, the compiler and the vectors; a training that
# is killed and goes on; the probe, whole: sh tests/training.sh (STEPS=200: as many
# steps of the model, 20 if not said).
. tests/lib.sh
trainer=$top/build/bin/train
steps=${STEPS:-20}

# trained PROGRAM PLAN STEPS FOLDER OPTION…: the hash of the weights, in $hash.
trained() {
    program=$1 plan=$2 some=$3 folder=$work/$4
    shift 4
    "$program" -s "$some" "$@" "$plan" "$folder" >"$work/trained" 2>&1 || return
    hash=$(sed -n "s/^weights \([0-9a-f]*\) after $some steps.*/\1/p" "$work/trained")
    [ -n "$hash" ]
}
# same EXPECTED PROGRAM PLAN STEPS OPTION…: in a folder of its own.
folders=0
same() {
    expected=$1
    shift
    folders=$((folders + 1))
    program=$1 plan=$2 some=$3
    shift 3
    trained "$program" "$plan" "$some" "f$folders" "$@" || { cat "$work/trained"; return 1; }
    rm -rf "$work/f$folders"
    echo "$hash, expected $expected"
    [ "$hash" = "$expected" ]
}

# What the first run gives, all others must; twenty steps are known beforehand.
trained "$trainer" model "$steps" first -t 2 || cat "$work/trained"
model=$hash
[ "$steps" != 20 ] || holds "20 steps give the bits written down here" \
    [ "$model" = 5595bce6391e27f9 ]
holds "$steps steps with one thread" same "$model" "$trainer" model "$steps" -t 1
for name in avx512 avx2 sse2; do
    if grep -qw "$(echo $name | sed 's/avx512/avx512f/')" /proc/cpuinfo; then
        holds "$steps steps in vectors of $name" \
            same "$model" "$trainer" model "$steps" -t 2 -a $name
    else
        echo "note: this processor has no $name: not compared"
    fi
done
trained "$trainer" probe 200 probe200 -t 2 || cat "$work/trained"
probe=$hash
holds "200 steps of the probe with one thread" same "$probe" "$trainer" probe 200 -t 1

if command -v clang >/dev/null; then
    holds "the trainer compiles with clang" make -s CC=clang B="$work/clang" \
        "$work/clang/bin/train"
    other=$work/clang/bin/train
    holds "$steps steps, compiled by clang" same "$model" "$other" model "$steps" -t 2
    holds "200 steps of the probe by clang" same "$probe" "$other" probe 200 -t 2
else
    echo "note: clang is not installed: not compared"
fi

# OpenBLAS's products: nearly the same loss, a folder of its own. The bench of
# both beside PyTorch refuses a peer that computes something else.
loss_of() { awk -v step="$2" '$1 == step { print $3 }' "$work/$1/record.tsv"; }
blas_trains() {
    trained "$trainer" model "$steps" blas -t 2 -a blas || return 1
    own=$(loss_of first "$steps") other=$(loss_of blas "$steps")
    echo "loss $other, with our own products $own; weights $hash and $model"
    [ "$hash" != "$model" ] && awk "BEGIN { exit !(($own - $other) ^ 2 < 1e-4) }"
}
other_angles() {
    sed 's/"rope_theta"/"rms_norm_eps"/' tests/train_peer.py >"$work/train_peer.py"
    PYTHONPATH=tests build/bin/bench-train 1 "$work/bench" test \
        "$python" "$work/train_peer.py" "$work/bench"
}
python=/usr/bin/python3
says "no OpenBLAS where it is said to be" "nowhere.so: cannot open" \
    env OPENBLAS=nowhere.so "$trainer" -a blas model "$work/no"
"$trainer" -s 1 -a blas model "$work/blas" >"$work/trained" 2>&1
if grep -q "no OpenBLAS" "$work/trained"; then
    echo "note: OpenBLAS is not installed: its products were not tried"
else
    rm -r "$work/blas"
    holds "$steps steps with OpenBLAS have nearly the same loss" blas_trains
    says "our products after OpenBLAS's" "blas/checkpoint: a training with OpenBLAS" \
        "$trainer" -s 100 model "$work/blas"
    says "OpenBLAS's products after ours" "a training with the book's own products" \
        "$trainer" -s 100 -a blas model "$work/first"
    holds "the bench of training compiles" make -s build/bin/bench-train
    holds "without a peer it says so" sh -c 'build/bin/bench-train 1 "$0" test echo \
        2>&1 | grep SKIPPED' "$work/bench"
    if $python -c "import torch" 2>/dev/null; then
        holds "the trainer and PyTorch do the same work" \
            make -s bench-train ROUNDS=1
        says "a peer that does something else" "text by text: its \(loss\|gradient\) is" \
            other_angles
    else
        echo "note: PyTorch is not installed: no pass was compared with it"
    fi
fi

# Killed some time after a checkpoint, twice; then it goes on to the end.
killed() {
    for noted in 100 200; do
        "$trainer" -t 2 -s 300 probe "$work/killed" >"$work/trained" 2>&1 &
        child=$!
        until grep -qs "^$noted	" "$work/killed/record.tsv"; do
            kill -0 $child || return 1
            sleep 0.1
        done
        sleep 0.3
        kill -9 $child || return 1
        wait $child
    done
    trained "$trainer" probe 300 killed -t 2 || { cat "$work/trained"; return 1; }
    went=$hash
    trained "$trainer" probe 300 whole -t 2 || { cat "$work/trained"; return 1; }
    echo "$went, in one go $hash"
    [ "$went" = "$hash" ]
}
holds "killed twice, it ends with the same bits" killed

# The probe, whole. Copies lose 4 nats before the two heads are there.
holds "the whole probe" "$trainer" -t 2 probe "$work/whole-probe"
at() { awk -v step="$1" -v column="$2" '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == column) c = i }
    $1 == step { print $c }' "$work/whole-probe/record.tsv"; }
# is A OPERATOR B
is() { echo "$*"; awk "BEGIN { exit !($1 $2 $3) }"; }
holds "at first there is no head of the previous token" is "$(at 100 previous)" "<" 0.3
holds "and copies cost a lot" is "$(at 100 copy)" ">" 4
holds "at the end there is one" is "$(at 2400 previous)" ">" 0.5
holds "and one of induction" is "$(at 2400 induction)" ">" 0.8
holds "and copies cost little" is "$(at 2400 copy)" "<" 0.2

# ------------------------------------------------------------- bad input
says "an unknown plan" "large: no plan; there are model and probe" "$trainer" large "$work/no"
says "no folder that can be made" "/dev/null/x: Not a directory" \
    "$trainer" -s 1 probe /dev/null/x
says "a training by another plan" "first/checkpoint: a training by another plan" \
    "$trainer" -s 1 probe "$work/first"
cp -r "$work/probe200" "$work/bad"
for part in 0 1 512 100000; do
    head -c $part "$work/probe200/checkpoint" >"$work/bad/checkpoint"
    says "a checkpoint cut at $part" "bad/checkpoint: the checkpoint is damaged" \
        "$trainer" -s 1 probe "$work/bad"
done
rm "$work/bad/checkpoint" && mkfifo "$work/bad/checkpoint"
says "a checkpoint that is a FIFO" "bad/checkpoint: it is a FIFO, expected a regular" \
    "$trainer" -s 1 probe "$work/bad"
rm "$work/bad/checkpoint"
head -c 1000000 /dev/zero >"$work/bad/checkpoint"
says "a checkpoint of zeros" "bad/checkpoint: a training by another plan" \
    "$trainer" -s 1 probe "$work/bad"
says "a folder with too long a name" "more than 510 bytes" \
    "$trainer" -s 1 probe "$work/$(printf '%0700d' 0)"
says "a file for a folder" "probe200/record.tsv/lock: Not a directory" \
    "$trainer" -s 1 probe "$work/probe200/record.tsv"
for value in 0 -1 +5 ' 5' 0x5 1e3 99999999999; do
    says "'$value' steps" "train: $value: not a number of steps" \
        "$trainer" -s "$value" probe "$work/no"
done
holds "of all these nothing is left" [ ! -e "$work/no" ]
untold() { "$trainer" -s 2 probe "$work/untold" >/dev/full; }
says "standard output that is full" "standard output: No space left on device; the training is in" \
    untold
holds "the training is in its folder" [ -s "$work/untold/model/model.safetensors" ]
[ -d build/probe ] || { mkdir -p build/probe && probe_made=yes; }
says "make probe while another one runs" "build/probe: another training runs in this" \
    flock build/probe/lock make -s probe
[ -z "${probe_made-}" ] || rm -r build/probe
says "two trainings in one folder" "another training runs in this folder" \
    flock "$work/probe200/lock" "$trainer" -s 1 probe "$work/probe200"
finish
