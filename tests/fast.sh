#!/bin/sh
# Fast attention beyond its chapters' tests: random tasks with both compilers,
# under the thread and address sanitizers and for AArch64 under qemu, where these
# are installed; the library alone; a record that was changed. COUNT tasks each.
. tests/lib.sh

sources='try_fast draw trial naive random matrix fast_job fast_kernel fast_next
         fast_rows lanes_4 lanes_8 lanes_16 attention_fast'
library='attention_fast fast_job fast_kernel fast_next fast_rows lanes_4 lanes_8
         lanes_16'
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
    holds "the trials compile: $variant" "$@" -std=c11 -ffp-contract=off \
        -Ibuild/plain $(files build/plain $sources) -lm -pthread -o "$work/$variant"
    holds "random tasks: $variant" $runner "$work/$variant" 7 "$count"
}

tries gcc '' gcc -O2
tries thread '' gcc -O1 -g -fsanitize=thread
tries address '' gcc -O1 -g -fsanitize=address,undefined
if command -v clang >/dev/null; then
    tries clang '' clang -O2
fi
if command -v aarch64-linux-gnu-gcc >/dev/null && command -v qemu-aarch64 >/dev/null
then
    tries aarch64 'qemu-aarch64 -L /usr/aarch64-linux-gnu' \
        aarch64-linux-gnu-gcc -O2
else
    echo "skipped: AArch64, for want of its compiler or of qemu-aarch64"
fi

# The library and its plain sources stand alone.
mkdir "$work/alone"
cp build/attention_fast.h build/libattention.a build/plain/example_fast.c "$work/alone"
holds "a program needs the header and the library" gcc -std=c11 -Wall -Wextra \
    -I"$work/alone" "$work/alone/example_fast.c" "$work/alone/libattention.a" \
    -lm -pthread -o "$work/alone/example"
"$work/alone/example" >"$work/said"
printf '%s\n' 0 0.5 1 1.5 2 2.5 >"$work/expected"
equal "the example computes means" "$work/said" "$work/expected"

mkdir "$work/plain"
for name in $library; do cp "build/plain/$name.c" "$work/plain"; done
for name in attention_fast fast_head register_block fast_kernel groups lanes named source \
    tiles unseen; do
    cp "build/plain/$name.h" "$work/plain"
done
cp build/plain/example_fast.c "$work/plain"
holds "the plain sources are enough, too" sh -c "cd '$work/plain' &&
    gcc -std=c11 -O2 -Wall -Wextra -Wpedantic -Werror *.c -lm -pthread -o example"
"$work/plain/example" >"$work/said"
equal "and compute the same" "$work/said" "$work/expected"

# What make install puts there is enough to build it, found by pkg-config.
holds "make install into another root" make -s install DESTDIR="$work/root" \
    PREFIX=/opt/attention
export PKG_CONFIG_PATH="$work/root/opt/attention/lib/pkgconfig"
export PKG_CONFIG_SYSROOT_DIR="$work/root"
# shellcheck disable=SC2046
holds "a program is built by pkg-config" gcc -std=c11 build/plain/example_fast.c \
    $(pkg-config --cflags --libs attention-fast) -o "$work/installed"
"$work/installed" >"$work/said"
equal "the installed library computes means" "$work/said" "$work/expected"
holds "the installed program finds its model" \
    sh -c "cd / && '$work/root/opt/attention/bin/attention' generate"
if command -v groff >/dev/null; then
    groff -man -Tutf8 -ww -z "$work/root/opt/attention/share/man/man1/attention.1" \
        >"$work/warned" 2>&1
    holds "the manual page has no warning" test ! -s "$work/warned"
fi

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
