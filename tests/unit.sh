#!/bin/sh
# Runs the chapters' test programs given as arguments and adds up their checks.
. tests/lib.sh
export UBSAN_OPTIONS=print_stacktrace=1

for program; do
    timeout 900 "$program" >"$work/out" 2>&1
    status=$?
    # Check says "100%: Checks: 9, Failures: 0, Errors: 0".
    counts=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\),'\
' Errors: \([0-9]*\)$/\1 \2 \3/p' "$work/out")
    # shellcheck disable=SC2086
    set -- $counts
    bad=$((${2-0} + ${3-0}))
    if [ $status = 0 ] && [ "${1-0}" -gt 0 ] && [ $bad = 0 ]; then
        passed=$((passed + $1))
        grep '^note: ' "$work/out"
        continue
    fi
    [ $bad -gt 0 ] || bad=1
    failed=$((failed + bad))
    [ "${1-0}" -lt $bad ] || passed=$((passed + $1 - bad))
    echo "FAILED: $program, exit status $status"
    cat "$work/out"
done
finish
