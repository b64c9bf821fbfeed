#!/bin/sh
# Random tasks of fast attention: with both compilers, under the thread and
# address sanitizers, and for AArch64 under qemu, where these are installed.
set -u
passed=0 failed=0
cd "$(dirname "$0")/.." || exit 1
room=$(mktemp -d) && trap 'rm -rf "$room"' EXIT
sources='try_fast trial naive random matrix fast_jobs fast_job fast_kernel
         lanes_4 lanes_8 lanes_16 attention_fast'
count=${1:-25}

try()  # NAME RUNNER COMPILER FLAGS...
{
    name=$1 runner=$2
    shift 2
    files=$(for s in $sources; do echo "build/plain/$s.c"; done)
    # shellcheck disable=SC2086
    if "$@" -std=c11 -ffp-contract=off -Ibuild/plain $files -lm -pthread \
            -o "$room/$name" && $runner "$room/$name" 7 "$count" > "$room/out" 2>&1
    then
        passed=$((passed + 1))
        sed "s/^/$name: /" "$room/out"
    else
        failed=$((failed + 1))
        echo "FAILED: $name"
        cat "$room/out"
    fi
}

has() { command -v "$1" > /dev/null; }

try gcc '' gcc -O2
try thread '' gcc -O1 -g -fsanitize=thread
try address '' gcc -O1 -g -fsanitize=address,undefined
if has clang; then
    try clang '' clang -O2
fi
if has aarch64-linux-gnu-gcc && has qemu-aarch64; then
    try aarch64 'qemu-aarch64 -L /usr/aarch64-linux-gnu' aarch64-linux-gnu-gcc -O2
fi
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
