#!/bin/sh
# What `make check` runs in the student edition: the tests of what is the book's
# decide; those that call a student's function are only reported.
#   yours.sh NAME:FUNCTION... -- TEST-PROGRAM...
. tests/lib.sh

names=
functions='^$'
while [ "$1" != -- ]; do
    names="$names ${1%:*}"
    functions="$functions\\|^${1#*:}\$"
    shift
done
shift

theirs=
yours=
for program; do
    if nm "$program" | sed -n 's/.* T //p' | grep -q "$functions"; then
        yours="$yours $program"
    else
        theirs="$theirs $program"
    fi
done
# shellcheck disable=SC2086
suite chapters sh tests/unit.sh $theirs
# shellcheck disable=SC2046
holds "the pages are whole" build/bin/check-pages build/book \
    $(cd build/book && find . -name "*.html" | sed "s|^./||")
mkdir "$work/starters" "$work/yours"
for exercise in $names; do
    holds "there is a record of $exercise" test -s "records/$exercise.record"
    cp "build/plain/chunks/$exercise.c" "$work/starters"
    [ ! -e "chunks/$exercise.c" ] || cp "chunks/$exercise.c" "$work/yours"
done
build/bin/grade -d "$work/starters" >"$work/grades"
holds "starters are not started" \
    grep -q "; $(echo "$names" | wc -w) not started" "$work/grades"

for program in $yours; do
    case $program in */test/*) ;; *) continue ;; esac
    timeout 120 "$program" >"$work/out" 2>&1
    counts=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\),'\
' Errors: \([0-9]*\)$/\1 \2 \3/p' "$work/out")
    # shellcheck disable=SC2086
    set -- ${counts:-0 0 0}
    echo "${program##*/}, with your functions: $(($1 - $2 - $3)) of $1 pass"
done
echo "your exercises: $(build/bin/grade -d "$work/yours" | tail -n 1)"
finish check
