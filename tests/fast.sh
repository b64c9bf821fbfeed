#!/bin/sh
# Fast attention beyond its chapters' tests: random tasks with both compilers,
# under the thread and address sanitizers and for AArch64 under qemu, where these
# are installed; the memory of a long text; the library alone, for C and C++, and
# installed; the bench; a record that was changed. COUNT tasks each.
. tests/lib.sh

sources='try_fast draw trial naive random matrix fast_job fast_kernel fast_next
         fast_rows lanes_4 lanes_8 lanes_16 attention_fast'
count=${1:-10}

# files FOLDER NAME…
files() {
    folder=$1
    shift
    for name; do echo "$folder/$name.c"; done
}

# tries NAME RUNNER COMPILER FLAGS…: the words of lists are meant to be split.
# shellcheck disable=SC2046,SC2086
tries() {
    variant=$1 runner=$2
    shift 2
    holds "the trials compile: $variant" "$@" -Ibuild/plain \
        $(files build/plain $sources) -lm -pthread -o "$work/$variant"
    holds "random tasks: $variant" $runner "$work/$variant" 7 "$count"
}

tries gcc '' gcc -std=c11 -ffp-contract=off -O2
tries own '' gcc -O3 -march=native
tries thread '' gcc -std=c11 -O1 -g -fsanitize=thread
tries address '' gcc -std=c11 -O1 -g -fsanitize=address,undefined
if command -v clang >/dev/null; then
    tries clang '' clang -std=c11 -ffp-contract=off -O2
    tries unsafe '' clang -std=c11 -O2 -funsafe-math-optimizations
fi
if command -v aarch64-linux-gnu-gcc >/dev/null && command -v qemu-aarch64 >/dev/null
then
    tries aarch64 'qemu-aarch64 -L /usr/aarch64-linux-gnu' \
        aarch64-linux-gnu-gcc -std=c11 -ffp-contract=off -O2
else
    echo "skipped: AArch64, for want of its compiler or of qemu-aarch64"
fi

# The trap of the exponential: one option, and an error of 41 in 100.
cat >"$work/trap.c" <<'EOF'
#include "exp_error.h"
#include <stdio.h>
int main(void) { printf("%.2f\n", exp_error(-0.4999f)); }
EOF
for option in -O2 -ffast-math; do
    holds "the exponential compiles with $option" gcc -O2 $option -Ibuild/plain \
        "$work/trap.c" build/plain/exp_error.c -lm -o "$work/trap"
    "$work/trap" | tr -d - >>"$work/said"
done
printf '%s\n' 0.00 0.41 >"$work/expected"
equal "fast math breaks the exponential" "$work/said" "$work/expected"
for option in -ffast-math -funsafe-math-optimizations; do
    says "the library refuses $option" 'fast-math breaks the exponential' \
        gcc -O2 $option -Ibuild/plain -c build/plain/lanes_4.c -o "$work/lanes_4.o"
done

# The library alone; its plain sources, by the command of the book.
mkdir "$work/alone"
cp build/attention_fast.h build/libattention.a build/plain/example_fast.c "$work/alone"
printf '%s\n' 0 0.5 1 1.5 2 2.5 >"$work/expected"
# example NAME PROGRAM: it computes means.
example() {
    "$2" >"$work/said"
    equal "$1 computes means" "$work/said" "$work/expected"
}
holds "a program needs the header and the library" gcc -std=c11 -Wall -Wextra \
    -I"$work/alone" "$work/alone/example_fast.c" "$work/alone/libattention.a" \
    -lm -pthread -o "$work/alone/example"
example "the example" "$work/alone/example"
holds "the plain sources are enough, too" gcc -O2 -Wall -Wextra -Werror \
    -I build/plain build/plain/example_fast.c build/plain/attention_fast.c \
    build/plain/fast_*.c build/plain/lanes_*.c -lm -pthread -o "$work/plain"
example "the example from plain sources" "$work/plain"
holds "a long text needs two MB at most" sh -c "gcc -std=c11 -O2 -Ibuild/plain \
    build/plain/long_text.c build/libattention.a -lm -pthread -o '$work/memory' &&
    '$work/memory'"

# What make install puts there is enough to build it, found by pkg-config.
holds "make install into another root" make -s install DESTDIR="$work/the root" \
    PREFIX=/opt/attention
ln -s "the root" "$work/root" # pkg-config: no spaces
export PKG_CONFIG_PATH="$work/root/opt/attention/lib/pkgconfig"
export PKG_CONFIG_SYSROOT_DIR="$work/root"
flags=$(pkg-config --cflags --libs attention-fast)
# shellcheck disable=SC2086
holds "a program is built by pkg-config" gcc -std=c11 build/plain/example_fast.c \
    $flags -o "$work/installed"
example "the installed library" "$work/installed"
if command -v g++ >/dev/null; then
    cat >"$work/main.cpp" <<'EOF'
#include <attention_fast.h>
#include <cstdio>
#include <cstring>
#include <vector>
int main(int, char **argv)
{
    const float query[] = {1}, keys[] = {0, 0}, values[] = {1, 2};
    float out[1];
    FastAttention a = {};
    a.batch = a.heads = a.key_heads = a.threads = a.n_q = a.d_k = a.d_v = 1;
    a.n_k = 2;
    a.scale = 1;
    a.queries.data = query;
    a.keys.data = keys;
    a.values.data = values;
    a.keys.row = a.values.row = 1;
    a.attended.data = out;
    std::vector<char> scratch(attention_fast_scratch(&a));
    attention_fast(&a, scratch.data());
    std::printf("%g\n", static_cast<double>(out[0]));
    return std::strcmp(argv[1], ATTENTION_FAST_VERSION) != 0;
}
EOF
    # shellcheck disable=SC2086
    holds "a C++ program is built by pkg-config" g++ -std=c++11 -Wall -Wextra \
        -Wpedantic -Werror "$work/main.cpp" $flags -o "$work/main"
    holds "the header's version is that of pkg-config" "$work/main" \
        "$(pkg-config --modversion attention-fast)"
    holds "the C++ program computes a mean" test "$(cat "$work/out")" = 1.5
fi
holds "the installed program finds its model" \
    sh -c "cd / && '$work/root/opt/attention/bin/attention' generate"
if command -v groff >/dev/null; then
    groff -man -Tutf8 -ww -z "$work/root/opt/attention/share/man/man1/attention.1" \
        >"$work/warned" 2>&1
    holds "the manual page has no warning" test ! -s "$work/warned"
fi
make -s uninstall DESTDIR="$work/the root" PREFIX=/opt/attention
holds "make uninstall leaves no file" test -z "$(find "$work/the root" -type f)"
for prefix in out '' '/opt/my attention'; do
    says "the prefix '$prefix' is refused" 'PREFIX is .*: expected a path' \
        make -s install DESTDIR="$work/the root/" PREFIX="$prefix"
done

# The bench with PyTorch, if it is there, and without; its times are nobody's
# business here, its errors are.  The peer also takes the name of PyTorch 2.
python=/usr/bin/python3
# rows RECORD PEER: it has rows, and no error is above a millionth.
rows() {
    awk -F '\t' -v peer="$2" '$9 == peer { n++; bad += $14 > 1e-6 }
        END { exit !(n && !bad) }' "$1"
}
bench() { build/bin/bench 1 32 test "$@" >"$work/record"; }
holds "the bench compiles" make -s build/bin/bench
if $python -c "import torch" 2>/dev/null; then
    holds "the bench runs" bench "$python" tests/fast_peer.py
    for peer in "this book" "PyTorch as installed" "PyTorch function"; do
        holds "the bench has right results of: $peer" rows "$work/record" "$peer"
    done
    task='function 1 1 1 2 0 1 5 0 1 1 1 2 1 3 2 1\n\0\0\0\0'
    task=$task'\0\0\0\0\0\0\0\0\0\0\200\077\0\0\0\100run 1\nfetch\n'
    # fetched PROGRAM: the mean of the values 1 and 2, as bytes.
    fetched() { printf "$task" | $python "$@" | tail -c 4 | od -An -tx1; }
    fetched tests/fast_peer.py >"$work/said"
    echo ' 00 00 c0 3f' >"$work/expected"
    equal "PyTorch computes a mean" "$work/said" "$work/expected"
    fetched -c 'import runpy, torch
torch.nn.functional.scaled_dot_product_attention = (
    lambda q, k, v, is_causal: k + v)
runpy.run_path("tests/fast_peer.py")' >"$work/said"
    echo ' 00 00 00 40' >"$work/expected"
    equal "PyTorch 2 is called by its own name" "$work/said" "$work/expected"
else
    echo "note: PyTorch is not installed: the bench runs without it"
    holds "the bench runs without PyTorch" bench false
    holds "the bench has right results" rows "$work/record" "this book"
fi

# What the bench is told wrongly it says at once; a record is whole or the old one.
for wrong in ROUNDS=3x ROUNDS=0 ROUNDS= LONGEST=1e3 LONGEST=8193; do
    says "$wrong is refused" "${wrong%=*}: expected a number" make -s bench "$wrong"
done
says "a record without a state is refused" 'STATE: 0 bytes' make -s bench STATE=
says "a state with a tab is refused" 'STATE: byte 1 is' \
    make -s bench STATE="a$(printf '\t')b"
for target in bench bench-train; do
    make -sn $target STATE="it's idle" >"$work/commands"
    holds "$target takes a state with an apostrophe" \
        grep -F "'it'\\''s idle'" "$work/commands"
done
cat book/data/bench.tsv book/data/loop.txt >"$work/expected"
says "a record of no rounds is refused" 'ROUNDS: expected' \
    make -s bench-record ROUNDS=0
cat book/data/bench.tsv book/data/loop.txt >"$work/said"
equal "and the record is the old one" "$work/said" "$work/expected"

# A number of the record was changed.
mkdir -p "$work/book/data"
sed '/naive/s/0\.0/0.1/' book/data/bench.tsv >"$work/book/data/bench.tsv"
program=$top/build/bin/book-data
says "a changed record is refused" 'bench.tsv: its hash is' \
    sh -c "cd '$work' && '$program' steps_naive"
rm "$work/book/data/bench.tsv"
says "a missing record is named" 'bench.tsv: cannot be read' \
    sh -c "cd '$work' && '$program' steps_naive"
finish
