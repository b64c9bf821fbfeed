#!/bin/sh
# The reference module stands alone: a folder that holds only it, the example
# and libc's headers is enough, in C11 and as the readers' own compilers see it.
. tests/lib.sh

cp build/reference_attention.h build/reference_attention.c "$work"
cp build/plain/example_reference.c "$work"
for compiler in gcc clang; do
    command -v $compiler >/dev/null || continue
    holds "the reference module compiles alone with $compiler" \
        $compiler -std=c11 -Wall -Wextra -Wpedantic -Werror -O2 \
        "$work/example_reference.c" "$work/reference_attention.c" -lm \
        -o "$work/example"
    holds "its example runs, compiled by $compiler" "$work/example"
done

# A header is whole when it compiles alone, and twice.
printf '#include "reference_attention.h"\n%s\n%s\n' \
    '#include "reference_attention.h"' 'int main(void) { return 0; }' \
    >"$work/header.c"
holds "its header compiles alone, and twice" \
    gcc -std=c11 -Wall -Wextra -Wpedantic -Werror -o "$work/header" \
    "$work/header.c"

grep -ho '#include *[<"][^>"]*' "$work"/reference_attention.* |
    sed 's/.*[<"]//' | sort -u |
    grep -vxE 'reference_attention.h|(assert|math|stdbool|stddef|stdint|stdio|stdlib|string|float|limits|errno).h' \
    >"$work/foreign"
holds "it includes only the C library" test ! -s "$work/foreign"
finish
