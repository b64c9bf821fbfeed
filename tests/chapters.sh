#!/bin/sh
# Each chapter's end is a working program: for every n, the first n chapters,
# tangled alone, give a library that compiles without warnings and passes the
# tests of those chapters.
. tests/lib.sh

noweb=${NOWEB_LIB:-/usr/lib/noweb}
warnings="-std=c11 -Wall -Wextra -Wpedantic -Werror -ffp-contract=off"
check=$(pkg-config --cflags --libs check)

# tangle FOLDER CHAPTER…: by noweb alone, since `web` wants the whole book.
tangle() {
    mkdir -p "$1/chunks"
    folder=$1
    shift
    "$noweb/markup" "$@" >"$work/stream" &&
        ! grep '^@fatal' "$work/stream" &&
        sed 's/^\(@defn [^ ]*\.[ch]\)$/\1*/' "$work/stream" |
        (cd "$folder" && "$noweb/mnt" -all)
}

# compile FOLDER: each library file and each test; the words of the flags are
# meant to be split.
# shellcheck disable=SC2086
compile() {
    library=
    for file in "$1"/*.c; do
        name=$(basename "$file" .c)
        gcc $warnings -O1 -I"$1" -c "$file" -o "$1/$name.o" || return 1
        case $name in reference_*) continue ;; esac
        grep -q '^int main(' "$file" || library="$library $1/$name.o"
    done
    for file in "$1"/test_*.c; do
        gcc "${file%.c}.o" $library -o "${file%.c}" $check -ljansson -lm || return 1
    done
}

chapters=
for chapter in book/[0-6]*.nw; do
    chapters="$chapters $chapter"
    part=$(basename "$chapter" .nw)
    folder=$work/$part
    # shellcheck disable=SC2086
    holds "the chapters up to $part tangle" tangle "$folder" $chapters
    holds "the chapters up to $part compile" compile "$folder"
    # shellcheck disable=SC2046
    suite "up-to-$part" sh tests/unit.sh \
        $(find "$folder" -type f -name 'test_*' -perm -100 | sort)
    rm -rf "$folder"
done
finish
