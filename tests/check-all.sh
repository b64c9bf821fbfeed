#!/bin/sh
# The slow checks: what `make check-all` runs after `make check`.
. tests/lib.sh

# Two lanes: what builds copies of the tree, and what looks at this one.
rebuild() {
    suite toolchain sh tests/toolchain.sh slow
    suite chapter-by-chapter sh tests/chapters.sh
    suite reproducible sh tests/reproducible.sh
}
beside rebuild

suite formats sh tests/formats.sh
holds "the model is as good as it must be, on other texts" \
    make --no-print-directory -s quality SEED=2
suite fast sh tests/fast.sh
suite training sh tests/training.sh
suite inside sh tests/inside.sh
suite class sh tests/class.sh slow
suite pytorch make --no-print-directory -s check-torch-heads
suite pytorch-models make --no-print-directory -s check-torch-models
holds "a minute of fuzzing" make --no-print-directory -s fuzz FUZZ_SECONDS=30
holds "make student makes the student edition" make student
suite student-edition sh tests/student.sh all
suite web sh tests/check-web.sh
join
holds "the shell scripts are clean" shellcheck -S warning .ci/run tests/*.sh \
    book/templates/*.sh
finish check-all
