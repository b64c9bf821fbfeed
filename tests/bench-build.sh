#!/bin/sh
# How long building takes, in seconds, and again with a book whose teaching
# chapters are there ten times.  It works on copies; the checkout stays as it
# is.  `tests/bench-build.sh once` leaves the large book out.
. tests/lib.sh

# took WHAT COMMAND…
took() {
    what=$1 start=$(date +%s%N)
    shift
    "$@" >"$work/out" 2>&1 || fail "$what" "exit status $?" "$work/out"
    ms=$((($(date +%s%N) - start) / 1000000))
    printf '%-44s %4d.%02d s\n' "$what" $((ms / 1000)) $((ms % 1000 / 10))
}

measure() {
    cd "$1" || exit 1
    echo "$2: $(cat book/[0-8]*.nw | wc -l) lines of teaching chapters"
    took "  program, figures and HTML, from nothing" make html
    took "  PDF" make pdf
    took "  EPUB" make epub
    took "  nothing to do" make book
    edit=book/06-softmax.nw
    awk '{ print } /^## / && !done { print "\nA new sentence."; done = 1 }' \
        $edit >"$work/edited" && cat "$work/edited" >$edit
    took "  one edit of prose, to its page" make build/book/06-softmax.html
    took "  one edit of prose, to all pages" make html
    cd "$top" || exit 1
}

# again COPY CHAPTER: the chapter with every label, file and chunk renamed, and
# each chunk changed by a comment, since the web refuses copies.
again() {
    OWN=$labels gawk -v n="$1" '
        BEGIN { own = ENVIRON["OWN"] }
        # The names in by="a; b" and test="a" get the number too.
        function legs(line, key,    name, list, i, out) {
            if (!match(line, key "=\"[^\"]*\"")) return line
            name = substr(line, RSTART + length(key) + 2,
                          RLENGTH - length(key) - 3)
            split(name, list, / *; */)
            for (i = 1; i in list; i++)
                out = out (i > 1 ? "; " : "") list[i] " (" n ")"
            return substr(line, 1, RSTART + length(key) + 1) out \
                   substr(line, RSTART + RLENGTH - 1)
        }
        FNR == 1 { sub(/^# /, "## "); sub(/ difficulty=[0-9]/, "")
                   sub(/ minutes=[0-9]+/, "") }
        {
            gsub(own, "&-" n)
            $0 = gensub(/(figure="fig-[-a-z0-9]*)/, "\\1-" n, "g")
            $0 = gensub(/<<([^<> ]+)\.([ch])>>/, "<<\\1_" n "_\\2.h>>", "g")
            $0 = gensub(/<<([^<>]* [^<>]*)>>/, "<<\\1 (" n ")>>", "g")
            $0 = legs(legs($0, "by"), "test")
            print
        }
        /^<<.*>>=$/ { print "/* " n " */" }' "$2"
}

enlarge() {
    rm -rf "$work/large"
    sources "$work/large"
    cd "$work/large" || exit 1
    # The labels of these chapters, as one regular expression.
    labels=$(grep -ohE '[{ ]#[a-z]+-[-a-z0-9]+' book/[0-8]*.nw | cut -c 2- |
        sort -u | tr '\n' '|')
    labels="(${labels%|})\\>"
    number=11
    for copy in 1 2 3 4 5; do
        for chapter in "$top"/book/[0-8]*.nw; do
            {
                echo "# Copy $number {#ch-copy-$number difficulty=1 minutes=1}"
                echo
                again "${copy}a" "$chapter"
                [ $copy = 5 ] || again "${copy}b" "$chapter"
            } >"book/$number-copy.nw"
            number=$((number + 1))
        done
    done
    cd "$top" || exit 1
}

sources "$work/small"
measure "$work/small" "The book"
if [ "${1-}" != once ]; then
    enlarge
    measure "$work/large" "Ten times the book"
fi
finish >/dev/null
