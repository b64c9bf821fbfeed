#!/bin/sh
# Tests of the toolchain: each plants a mistake in a copy of the tree and looks
# at what make says, so the checkout stays as it is.
#
#   tests/toolchain.sh quick    what `make check` runs
#   tests/toolchain.sh slow     what `make check-all` adds
#   tests/toolchain.sh NAME     one group: home, traps, web, pages, starters,
#                               tools, container, edits, manifest, interrupted,
#                               installed
. tests/lib.sh

base=$work/base
tree=$work/tree
chapter=book/11-planted.nw
softmax=book/06-softmax.nw

# The copy from which the others are copied is built once.
sources "$base"
[ ! -d build ] || cp -a build "$base"
make -C "$base" program >"$work/out" 2>&1 ||
    fail "the tree builds" "it does not" "$work/out"

fresh_tree() {
    cd "$top" && rm -rf "$tree" && cp -a "$base" "$tree" && cd "$tree" || exit 1
}

# plant FILE PATTERN TEXT: inserts TEXT after the first line of FILE that
# matches; $line is where TEXT then stands.
plant() {
    line=$(awk -v p="$2" '$0 ~ p { print NR + 1; exit }' "$1")
    [ -n "$line" ] || { fail "plant in $1" "no line matches $2"; line=1; }
    awk -v n="$line" -v text="$3" 'NR == n { print text } { print }' "$1" \
        >"$work/planted" && cat "$work/planted" >"$1"
}

# written: a chapter whose third line and following are standard input.
written() {
    fresh_tree
    { printf '# Planted {#ch-planted difficulty=1 minutes=1}\n\n'; cat; } \
        >$chapter
}

# trap_at NAME LINE PATTERN: make names the line of the planted chapter and says
# what is wrong with it.
trap_at() {
    says "$1" "^$chapter:$2: .*$3" make program
}

# page_says NAME PATTERN: weaving the planted chapter fails.
page_says() {
    says "$1" "$2" make build/book/11-planted.html
}

# ----------------------------------------------- errors name the book's lines

test_home() {
    fresh_tree
    plant $softmax '^    sum [+]= weight' '    planted mistake;'
    says "a compile error names its line" "^$softmax:$line:.*error" \
        make program

    fresh_tree
    plant $softmax '^    sum [+]= weight' '    int planted;'
    says "a warning names its line" "^$softmax:$line:.*unused" make program

    fresh_tree
    plant $softmax '^float largest = ' \
        'volatile int planted = 2147483647; planted += scores.cols;'
    says "undefined behaviour names its line" \
        "$softmax:$line:.*runtime error" make check CH=06

    fresh_tree
    plant $softmax '^float largest = ' \
        'volatile char p[4]; p[scores.cols + 3] = 0; (void)p[0];'
    says "a bad address names its line" "[ /]$softmax:$line" make check CH=06

    fresh_tree
    awk '/^TEST/ { test = 1 }
         { print }
         test && /^{/ { print "    ck_assert(1 > 2);"; test = 0; exit }' \
        "$top/$softmax" >"$work/head"
    line=$(wc -l <"$work/head")
    tail -n "+$line" "$top/$softmax" | cat "$work/head" - >$softmax
    says "a failed assertion names its line" "$softmax:$line:F:" \
        make check CH=06
    says "a chapter without tests is told" "CH='6' has no tests" make check CH=6
}

# --------------------------------------------------------------- noweb's traps

test_traps() {
    written <<'END'
An unescaped <<reference to nothing>> in prose.
END
    trap_at "a bare chunk name in prose" 3 ""

    written <<'END'
<<planted.c>>=
int f(int b); int f(int b) { return <<the rest>>
}
@

<<the rest>>=
b;
@
END
    trap_at "a use beside other text" 4 alone

    written <<'END'
<<planted.c>>=
#define PLANTED(b) do {   \
    <<the rest>>
    } while (0)
@

<<the rest>>=
(void)b;
@
END
    trap_at "a use in a macro" 5 macro

    written <<'END'
<<planted.c>>=
int f(int a, int b);
int f(int a, int b) { return a << 3 | b >> 4; }
@
END
    trap_at "shifts both ways on one line" 5 shift

    written <<'END'
<<planted.c>>=
/* <<the rest>> */
@

<<the rest>>=
int f(void);
@
END
    trap_at "a use in a comment" 4 alone

    written <<'END'
```
@ <<planted.c>>=
```
END
    trap_at "a chunk's head behind @" 4 ""

    written <<'END'
```
@ is lost at the start of a line.
```
END
    trap_at "an @ that begins a line of a listing" 4 ""
}

# ----------------------------------------------------------- the web is checked

# equation LEG…: a chapter with an equation that has these legs.
equation() {
    legs=
    for leg; do legs="$legs ${leg%%=*}=\"${leg#*=}\""; done
    printf '::: {#eq-planted .equation%s}\n$$ y = x $$\n:::\n' "$legs" \
        >"$work/equation"
    written <"$work/equation"
}

test_web() {
    written <<'END'
<<planted.c>>=
<<do what nobody wrote>>
@
END
    trap_at "an undefined chunk" 4 "never defined"

    written <<'END'
<<do what nobody asks for>>=
int f(void);
@
END
    trap_at "an orphan" 3 orphan

    written <<'END'
<<planted.c>>=
<<do a thing>>
@

<<do a thing>>=
<<divide the row by its sum>>
@

<<divide the row by its sum>>=
int f(void);
@
END
    trap_at "one name for two chunks" 11 duplicate

    written <<'END'
<<attention_softmax.c>>=
int f(void);
@
END
    trap_at "a file defined twice" 3 twice

    written <<'END'
<<planted.c>>=
<<Divide the  row by its sum>>
@

<<Divide the  row by its sum>>=
int f(void);
@
END
    trap_at "two names that look alike" 7 "differ only"

    written <<'END'
<<planted.c>>=
<<do a thing>>
<<do the same thing>>
@

<<do a thing>>=
int planted_f(void);
int planted_g(void);
@

<<do the same thing>>=
int planted_f(void);
int planted_g(void);
@
END
    trap_at "a chunk copied" 13 duplicate

    written <<'END'
A link [](#eq-nowhere) in a paragraph.
END
    trap_at "a link without an end" 3 nowhere

    written <<'END'
A chunk, [[<<do what nobody wrote>>]], in prose.
END
    trap_at "a chunk in prose that does not exist" 3 "never defined"

    written <<'END'
## A section {#ch-softmax}
END
    says "a label used twice" "ch-softmax.*twice" make program

    equation by="divide the row by its sum"
    trap_at "an equation without a test" 3 leg

    equation test="test that the rows sum to 1"
    trap_at "an equation without a chunk" 3 leg

    equation by="do what nobody wrote" test="test that the rows sum to 1"
    trap_at "an equation computed by nothing" 3 "not exist"

    equation by="divide the row by its sum" test="divide the row by its sum"
    trap_at "an equation held by no test" 3 "not a test"

    equation by="divide the row by its sum" \
        test="test that the rows sum to 1" figure="fig-nowhere"
    trap_at "an equation shown by no figure" 3 fig-nowhere

    {
        echo '<<planted.c>>='
        i=0
        while [ $i -lt 26 ]; do echo "int planted_$i;"; i=$((i + 1)); done
        echo '@'
    } >"$work/long"
    written <"$work/long"
    says "a chunk of more than 25 lines" "^$chapter:3: .*lines" make lint
}

# ----------------------------------------------------- what only weaving can see

# pages_of FOLDER: the checker that `make check` runs, on all pages there.
pages_of() {
    # shellcheck disable=SC2046
    build/bin/check-pages "$1" $(cd "$1" && find . -name '*.html' |
        sed 's|^./||')
}

test_pages() {
    written <<'END'
The value is `planted.nothing`{=value}.
END
    page_says "a value that nobody computes" planted.nothing

    written <<'END'
As was said [@nobody1900nothing, §2].
END
    page_says "a citation of nothing" nobody1900nothing

    written <<'END'
![A caption.](nosuchfigure){#fig-planted}
END
    page_says "a figure that nobody draws" nosuchfigure

    written <<'END'
::: {#tab-planted .data-table data="nosuchtable"}
A caption.
:::
END
    page_says "a table without data" nosuchtable

    written <<'END'
```{=run}
attention --no-such-option
```
END
    page_says "a transcript of a command that fails" "^$chapter.*no-such-option"

    written <<'END'
See [the other page](99-nowhere.html).
END
    make build/book/11-planted.html build/bin/check-pages >"$work/out" 2>&1
    says "a link to a page that is not there" 99-nowhere \
        build/bin/check-pages build/book 11-planted.html

    fresh_tree
    make html build/bin/check-pages >/dev/null 2>&1
    awk '!done && sub(/<a href="/, "&99-nowhere.html#") { done = 1 } { print }' \
        build/book/index.html >"$work/planted" &&
        cat "$work/planted" >build/book/index.html
    says "a broken link in a finished page" 99-nowhere pages_of build/book
}

# ----------------------------------------------------- the exercises' starters

test_starters() {
    fresh_tree
    make build/plain.stamp >"$work/out" 2>&1
    for file in build/plain/chunks/*; do
        file=chunks/${file##*/}
        # A reader's copy differs, as it should; only upstream must agree, by
        # cp build/plain/chunks/*.c chunks/
        [ ! -f .ci/upstream ] ||
            equal "$file is the starter that its chapter holds" \
                "$file" "build/plain/$file"
        echo '/* What the reader wrote. */' >>"$file"
    done
    cp -a chunks "$work/chunks"
    make program >"$work/out" 2>&1
    equal "make leaves an edited exercise alone" "$work/chunks" chunks
    make clean >"$work/out" 2>&1
    make program >"$work/out" 2>&1
    equal "so does a build after make clean" "$work/chunks" chunks
    rm -rf "$work/chunks"
}

# --------------------------------------------------- tools missing, old, at hand

# fake NAME LINE: on the path $work/fake, the command NAME does LINE.
fake() {
    rm -rf "$work/fake"
    mkdir "$work/fake"
    printf '#!/bin/sh\n%s\n' "$2" >"$work/fake/$1"
    chmod +x "$work/fake/$1"
}

test_tools() {
    rm -rf "$tree"
    sources "$tree"
    cd "$tree" || exit 1
    fake pandoc 'echo pandoc 2.9.2.1'
    says "an old pandoc is named before anything is built" \
        "pandoc is version 2.9.2.1; 2.17 or newer" \
        env PATH="$work/fake:$PATH" make
    holds "and nothing was built" test ! -e build/bin/web

    fake apt-get 'touch called'
    holds "setup with everything there succeeds" \
        env PATH="$work/fake:$PATH" sh tests/setup.sh
    holds "and does not call apt-get" test ! -e called

    rm -rf "$work/fake"
    mkdir "$work/fake"
    for tool in sh awk dirname sed grep sort head cat id; do
        ln -s "$(command -v $tool)" "$work/fake/$tool"
    done
    says "setup without apt names the packages" "^    texlive-xetex" \
        env PATH="$work/fake" sh tests/setup.sh
}

# -------------------------------------------------- what an edit makes and not

# took NAME COMMAND…: prints how long the command takes; not a test.
took() {
    name=$1 start=$(date +%s%N)
    shift
    "$@" >"$work/out" 2>&1
    echo "$name: $((($(date +%s%N) - start) / 1000000)) ms"
}

test_edits() {
    fresh_tree
    holds "the pages build" make html
    ls -l --time-style=full-iso build/book/figures >"$work/before"
    plant $softmax '^## ' "
A planted sentence, which moves every line below it."
    took "one edit of prose to its page" make build/book/06-softmax.html
    holds "an edit of prose reaches its page" \
        grep -q "A planted sentence" build/book/06-softmax.html
    make html >"$work/out" 2>&1
    ls -l --time-style=full-iso build/book/figures >"$work/after"
    equal "it redraws no figure" "$work/before" "$work/after"

    took "make with nothing to do" make html
    holds "make with nothing to do does nothing" \
        sh -c "make html >'$work/made' && ! grep '^  ' '$work/made'"

    make clean >/dev/null 2>&1
    sources "$work/sources"
    cp "$top/$softmax" book/
    equal "make and make clean leave the sources alone" "$work/sources" "$tree"
    rm -rf "$work/sources"
}

# -------------------------------------- the manifest says that all tests passed

test_manifest() {
    fresh_tree
    # Of all tests only the chapters' run, and the closing of them all.
    for script in tests/*.sh; do
        case $script in */check.sh | */lib.sh | */unit.sh | */versions.sh) continue ;; esac
        echo 'echo "1 passed, 0 failed"' >"$script"
    done
    mkdir -p build
    echo '{"planted": true}' >build/lesson.json
    plant $softmax '^float largest = ' 'largest += 1;'
    says "a failing test fails make check" . make check
    holds "and leaves no manifest" test ! -e build/lesson.json
    cp "$top/$softmax" book/
    holds "make check passes when the tests do" make check
    holds "and writes the manifest" test -s build/lesson.json
}

# ------------------------------------------------------------ a build cut short

# outputs FOLDER: copies there what readers open.
outputs() {
    rm -rf "$1"
    mkdir "$1"
    (cd build && cp -R book data reference_attention.* "$1")
    for name in attention.pdf attention.epub; do
        [ ! -e "build/$name" ] || cp "build/$name" "$1"
    done
}

# cut_short SECONDS GOAL…: kills make, and all it started, after so long.
cut_short() {
    seconds=$1
    shift
    setsid make "$@" >"$work/out" 2>&1 &
    group=$!
    sleep "$seconds"
    kill -KILL -$group 2>/dev/null
    wait $group 2>/dev/null
}

test_interrupted() {
    fresh_tree
    make clean >/dev/null
    start=$(date +%s%N)
    make -j2 program html >"$work/out" 2>&1
    tenths=$((($(date +%s%N) - start) / 100000000))
    outputs "$work/whole"
    for percent in 20 70; do
        make clean >/dev/null
        now=$((tenths * percent / 100))
        cut_short $((now / 10)).$((now % 10)) -j2 program html
        holds "make goes on when cut at $percent %" make program html
        outputs "$work/again"
        equal "and ends like a whole build ($percent %)" \
            "$work/whole" "$work/again"
    done

    for stamp in build/*.stamp; do
        rm "$stamp"
        case $stamp in
        */data.stamp) rm build/data/values.tsv ;;
        */plain.stamp) rm build/plain/attention.c build/obj/attention.o ;;
        esac
        holds "make makes ${stamp#build/} again" make program html
        outputs "$work/again"
        equal "and ends like a whole build (${stamp#build/})" \
            "$work/whole" "$work/again"
    done

    cut_short 9 -j2 pdf epub
    mkdir -p build/tex
    : >build/tex/book.running
    printf '\\newlabe' >build/tex/book.aux
    holds "make pdf epub goes on when cut, with half a list of labels" make pdf epub
    outputs "$work/again"
    (cd "$base" && make book >"$work/out" 2>&1 && outputs "$work/whole")
    equal "and ends like a whole build (pdf epub)" "$work/whole" "$work/again"
}

# ------------------------------------------------- installed, glyphs, gnuplot

test_installed() {
    fresh_tree
    make book >"$work/out" 2>&1
    holds "make install works in a staging folder" \
        make install DESTDIR="$work/stage" PREFIX=/opt/woven
    holds "the installed program runs" "$work/stage/opt/woven/bin/attention"
    holds "the installed pages are whole" \
        pages_of "$work/stage/opt/woven/share/doc/attention-woven"

    plant $softmax '^## ' "
A letter that the PDF's font lacks: ꙮ."
    says "a letter without a glyph fails the PDF" "[Mm]issing character" \
        make pdf
    cp "$top/$softmax" book/

    echo 'plot no_such_thing' >>figures/heatmap.gp
    says "an error in a figure fails" no_such_thing make figures
    cp "$top/figures/heatmap.gp" figures/
    holds "and mended it is drawn again" make figures
}

# What an editor's container is told to do can be done, on the Debian of fresh.sh.
test_container() {
    told=.devcontainer/devcontainer.json
    if command -v jq >/dev/null; then
        holds "$told is JSON" jq -e .postCreateCommand $told
    fi
    suite=$(sed -n 's/^suite=//p' tests/fresh.sh)
    holds "its Debian is that of fresh.sh" grep -q "base:$suite\"" $told
    for goal in $(grep -o '&& make [a-z]*' $told | cut -d ' ' -f 3); do
        holds "make $goal, of the container, exists" make -n "$goal"
    done
}

case ${1-quick} in
    quick) groups="home traps web starters tools container" ;;
    slow) groups="pages edits manifest interrupted installed" ;;
    *) groups=$1 ;;
esac
for group in $groups; do
    "test_$group"
    cd "$top" || exit 1
done
finish
