#!/bin/sh
# What `make check` runs when all is built: the chapters' tests (the programs
# given as arguments), the program's, the pages' and the toolchain's quick ones.
. tests/lib.sh

# Two lanes: what judges readers' code, and all else. No grader may run beside
# the attacks, which look for what one has left in build.
judge() {
    suite grader sh tests/grade.sh
    suite review sh tests/review.sh
    suite attacks sh tests/attacks.sh
    suite mistakes sh tests/mistakes.sh
    suite mine sh tests/mine.sh
    suite milestone sh tests/milestone.sh
    suite class sh tests/class.sh
}
beside judge

suite chapters sh tests/unit.sh "$@"
for program in build/attention build/attention-asan; do
    suite "${program#build/}" sh tests/program.sh $program
    suite "${program#build/}-files" sh tests/mha.sh $program
    suite "${program#build/}-models" sh tests/model.sh $program
done
suite lesson sh tests/lesson.sh
suite reference-module sh tests/reference.sh
# shellcheck disable=SC2046
holds "the pages are whole" build/bin/check-pages build/book \
    $(cd build/book && find . -name "*.html" | sed "s|^./||")
suite toolchain sh tests/toolchain.sh quick
suite student-edition sh tests/student.sh
join
# The reader's own chunks are looked at, and judged by nobody here.
mkdir "$work/chunks"
cp chunks/*.c "$work/chunks"
echo "your exercises: $(build/bin/grade -d "$work/chunks" | tail -n 1)"
finish check
