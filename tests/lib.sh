# What the test scripts share; they read it with `.`, from the top folder.
# shellcheck shell=sh

top=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
passed=0
failed=0

# A make inside a make is a make of its own.
unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES CH

pass() {
    passed=$((passed + 1))
    [ -z "${VERBOSE-}" ] || echo "passed: $1"
}

# fail NAME WHY [FILE]: FILE is the output of what failed.
fail() {
    failed=$((failed + 1))
    echo "FAILED: $1: $2"
    [ -z "${3-}" ] || tail -n 20 "$3" | sed 's/^/    | /'
}

# holds NAME COMMAND…: the command succeeds.
holds() {
    name=$1
    shift
    if "$@" >"$work/out" 2>&1; then
        pass "$name"
    else
        fail "$name" "exit status $?" "$work/out"
    fi
}

# says NAME PATTERN COMMAND…: it fails, and a line of what it prints matches.
says() {
    name=$1 pattern=$2
    shift 2
    if "$@" >"$work/out" 2>&1; then
        fail "$name" "it was accepted" "$work/out"
    elif grep -q -e "$pattern" "$work/out"; then
        pass "$name"
    else
        fail "$name" "no line matches: $pattern" "$work/out"
    fi
}

# equal NAME A B: two files or folders have the same content.
equal() {
    if diff -rq "$2" "$3" >"$work/out" 2>&1; then
        pass "$1"
    else
        fail "$1" "the two differ" "$work/out"
    fi
}

# suite NAME COMMAND…: a script that closes with "N passed, N failed"; its
# numbers are added to ours, its lines "note: …" are shown. How long it took is
# only told.
suite() {
    name=$1
    shift
    begun=$(date +%s)
    "$@" >"$work/suite" 2>&1
    status=$?
    begun=$(($(date +%s) - begun))
    last=$(tail -n 1 "$work/suite" | sed 's/, [0-9]* skipped$//')
    case $last in
        *[0-9]\ passed,\ [0-9]*\ failed) ;;
        *) last="0 passed, 1 failed (exit status $status, no closing line)" ;;
    esac
    case $last in *\ 0\ failed) ok=0 ;; *) ok=1 ;; esac
    if [ $status != 0 ] && [ $ok = 0 ]; then
        last="${last%0 failed}1 failed (exit status $status)" ok=1
    fi
    if [ $ok != 0 ] || [ -n "${VERBOSE-}" ]; then
        sed 's/^/    /' "$work/suite"
    else
        sed -n 's/^note: /    /p' "$work/suite"
    fi
    echo "$name: $last ($begun s)"
    last=${last%% failed*}
    passed=$((passed + ${last%% passed*}))
    failed=$((failed + ${last##* }))
}

# beside FUNCTION: the suites that it runs go on in the background; `join` waits,
# prints what they said and adds their numbers.
beside() {
    mkdir "$work/beside"
    (
        work=$work/beside passed=0 failed=0
        "$@"
        echo "$passed $failed" >"$work/numbers"
    ) >"$work/beside.out" 2>&1 &
    lane=$!
}
join() {
    wait "$lane"
    cat "$work/beside.out"
    if read -r more fewer <"$work/beside/numbers"; then
        passed=$((passed + more)) failed=$((failed + fewer))
    else
        fail "the suites in the background" "they did not end"
    fi
}

# sources FOLDER: a copy of the tree in it, without what was built.
sources() {
    mkdir -p "$1"
    tar -C "$top" --exclude=./build --exclude=./.git -cf - . |
        tar -C "$1" -xf -
}

# finish [NAME]: the closing line, and the script's exit status.
finish() {
    echo "${1:+$1: }$passed passed, $failed failed"
    [ $failed = 0 ]
    exit
}
