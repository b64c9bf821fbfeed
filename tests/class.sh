#!/bin/sh
# The class's grader.  Quick, as in make check: odd and hostile submissions,
# options, resuming.  With the argument slow: the attacks inside sandboxes, the
# reports under named validators, kill -9, an unprivileged user, a hundred
# submissions.  Where bubblewrap cannot run nothing is tested; CI requires it.
. tests/lib.sh

part=${1-quick}
grade=build/bin/grade
class=$top/build/grade-class

mkdir "$work/none"
if ! $class -o "$work/none.out" "$work/none" >"$work/out" 2>&1; then
    cat "$work/out"
    if [ "${CI-}" = true ]; then
        fail 'sandboxes' 'CI requires them'
        finish
    fi
    echo 'note: SKIPPED, because bubblewrap cannot make a sandbox here'
    echo '0 passed, 0 failed, 1 skipped'
    exit 0
fi

solved=$work/solved
mkdir "$solved"
all=$($grade -d "$work/none" progress | sed -n '2,/^$/s/^\([a-z-][a-z-]*\) .*/\1/p')
number=0
for name in $all; do
    $grade -y -d "$work/none" solution "$name" >"$solved/$name.c"
    number=$((number + 1))
done
holds 'there are exercises' test $number -gt 8

# right FOLDER: a submission in which all is right.
right() {
    mkdir -p "$1"
    cp -r "$solved" "$1/chunks"
}

# few FOLDER: a submission of two exercises, both right.
few() {
    mkdir -p "$1/chunks"
    cp "$solved/softmax.c" "$solved/head.c" "$1/chunks"
}

# packed FILE: the present folder as an archive.
packed() {
    case $1 in
        *.zip) zip -qr "$1" . ;;
        *) tar -czf "$1" . ;;
    esac
}

# record OUT NAME POINTS PATTERN: what became of a submission.
record() {
    file=$1/records/$2.json
    if [ ! -e "$file" ]; then
        fail "submission $2" 'it has no record'
    elif ! grep -q "^ \"points\": $3," "$file"; then
        fail "submission $2" "points other than $3" "$file"
    elif ! grep -q -e "$4" "$file"; then
        fail "submission $2" "its record does not say: $4" "$file"
    else
        pass "submission $2"
    fi
}

# gone NAME PATTERN: no process is left whose command has PATTERN.
gone() {
    for _ in $(seq 600); do
        left=$(ps -eo args= | grep "$2" || true)
        [ -n "$left" ] || break
        sleep 0.1
    done
    holds "$1" test -z "$left"
}

# nothing_left NAME OUT: no process and no file of a run that has ended.
nothing_left() {
    gone "$1: no process is left" "[b]wrap .*$top/build/\|[g]rade-class.*$work"
    holds "$1: no file is left" test ! -e "$2/work" -a -z "$(find "$2" -name '.*' -type f)"
}

# ------------------------------------------------- submissions of every kind
odd=$work/odd
mkdir "$odd"
right "$odd/folder"
few "$odd/deeper/the book"
few "$work/few"
echo text >"$odd/folder/README.md"
(cd "$work/few" && packed "$odd/tar.tar.gz" && packed "$odd/zip.zip")
(cd "$odd/deeper" && tar -czf "$odd/inner.tgz" "the book")
mkdir -p "$odd/starters/chunks" "$odd/nothing" "$odd/wrong" "$odd/empty/chunks"
for name in $all; do
    cp "build/plain/chunks/$name.c" "$odd/starters/chunks"
done
few "$odd/wrong"
sed 's/expf(/exp2f(/' "$solved/softmax.c" >"$odd/wrong/chunks/softmax.c"

# Names that are not only letters.
newline=$(printf 'new\nline')
bytes=$(printf 'odd\377bytes')
right=$(printf 'turned\342\200\256gpj')
for name in 'two words' "$newline" "$bytes" "$right" '=1+1' '-rf' '<&">' '100%' \
    '#1 \' '$(id)' 'été' '@x'; do
    mkdir -p "$odd/$name/chunks"
    cp "$solved/softmax.c" "$odd/$name/chunks"
done
long=$(head -c 251 /dev/zero | tr '\0' x)
mkdir -p "$odd/$long" && mkdir -p "$odd/${long}y"
mkdir "$odd/twin" "$odd/twin.zip.zip" && (cd "$work/few" && packed "$odd/twin.zip")
echo 'no submission' >"$odd/grades.txt"
echo 'hidden' >"$odd/.DS_Store"
ln -s folder "$odd/linked"

# Archives with what they should not have.
side=$work/side
few "$side"
cd "$side" || exit
tar -P -czf "$odd/parent.tar.gz" --transform 's|^chunks/softmax|../../chunks/softmax|' chunks
tar -P -czf "$odd/absolute.tar.gz" --transform 's|^chunks/head|/tmp/chunks/head|' chunks
tar -P -czf "$odd/middle.tar.gz" --transform 's|^chunks/head|chunks/a/../head|' chunks
ln -sf /etc/passwd chunks/softmax.c
packed "$odd/symlink.tar.gz"
zip -qry "$odd/symlink-zip.zip" chunks
cp -a "$side" "$odd/symlink-folder"
rm chunks/softmax.c && ln chunks/head.c chunks/softmax.c
tar -czf "$odd/hard-link.tar.gz" chunks/head.c chunks/softmax.c
rm chunks/softmax.c && mkfifo chunks/softmax.c
packed "$odd/fifo.tar.gz"
mkdir -p "$odd/fifo-folder" && cp -a chunks "$odd/fifo-folder"
rm chunks/softmax.c
tar -P -czf "$odd/device.tar.gz" --transform 's|/dev/null|chunks/softmax.c|' chunks /dev/null
mkdir chunks/softmax.c
packed "$odd/folder-for-a-file.zip"
rmdir chunks/softmax.c
head -c 10000000 /dev/zero | tr '\0' '\n' >chunks/softmax.c
packed "$odd/huge.tar.gz"
cp "$solved/softmax.c" chunks
cp chunks/softmax.c chunks/other.c
packed "$odd/extra.zip"
rm chunks/other.c
tar -cf twice.tar chunks && tar -rf twice.tar chunks && gzip -c twice.tar >"$odd/twice.tar.gz"
truncate -s 1T terabyte
tar -S -czf "$odd/terabyte.tar.gz" terabyte chunks
rm terabyte twice.tar
zip -qr -P secret "$odd/secret.zip" chunks
tar -P -czf "$odd/long-path.tar.gz" --transform "s|^chunks/head|$(head -c 5000 /dev/zero | tr '\0' p)/chunks/head|" chunks
tar -P -czf "$odd/long-name.tar.gz" --transform "s|^chunks/head|chunks/$(head -c 5000 /dev/zero | tr '\0' n)|" chunks
# Another's answers, by a link in the place of the folder.
mkdir "$odd/stolen" linked
ln -s ../folder/chunks "$odd/stolen/chunks"
ln -s ../../folder/chunks linked/chunks
(cd linked && packed "$odd/stolen-too.tar.gz")
rm -r linked
# Wrong by an index that nobody notices; right, but it does not check its input.
mkdir -p "$odd/noted/chunks"
cp "$top/tests/attacks/own-array.c" "$odd/noted/chunks/softmax.c"
cp "$top/tests/right/temperature-reciprocal.c" "$odd/noted/chunks/temperature.c"
cd "$top" || exit
head -c 700 "$odd/tar.tar.gz" >"$odd/cut.tar.gz"
head -c 700 "$odd/zip.zip" >"$odd/cut-zip.zip"
: >"$odd/zero.zip"
echo 'This is a text.' >"$odd/text.zip"
head -c 3000 /dev/urandom >"$odd/noise.tar.gz"

out=$odd.grades
holds 'a class of every kind is graded' $class --seed 11 -j 4 "$odd"
cp "$work/out" "$work/said"
holds 'what is no submission is named' grep -q 'ignored grades.txt' "$work/said"
holds 'and so is a link' grep -q 'ignored linked' "$work/said"
record "$out" folder $number '"problem": ""'
for name in deeper tar zip inner; do
    record "$out" $name 2 '"problem": ""'
done
record "$out" folder $number '"README.md"'
record "$out" starters 0 '"state": "not started"'
record "$out" nothing 0 'it holds no exercise'
record "$out" empty 0 'it holds no exercise'
record "$out" wrong 1 '"diagnosis": "base-2"'
for name in 'two words' 'new%0Aline' 'odd%FFbytes' 'turned%E2%80%AEgpj' '=1+1' \
    '-rf' '<&">' '100%25' '#1 \' '$(id)' 'été' '@x'; do
    record "$out" "$name" 1 '"there is no file chunks/head.c"'
done
holds 'long names stay apart' test "$(find "$out/records" -name 'xxx*' | wc -l)" = 2
record "$out" long-path 2 '"problem": ""'
record "$out" long-name 1 'ignored'
record "$out" stolen 0 'it holds no exercise'
record "$out" stolen-too 0 'it holds no exercise'
record "$out" noted 1 'line 11 uses element 8 of an array, out of its bounds'
record "$out" noted 1 '"note": "does not stop at a temperature of 0 and the like'
record "$out" twin 0 'it holds no exercise'
record "$out" twin.zip.zip 0 'it holds no exercise'
record "$out" twin.zip 2 '"submission": "twin.zip"'
record "$out" parent 0 '"problem": "its archive leads out of itself: \.\./\.\./chunks'
record "$out" absolute 0 '"problem": "its archive leads out of itself: /tmp/'
record "$out" middle 0 '"problem": "its archive leads out of itself: chunks/a/\.\.'
for name in symlink symlink-zip symlink-folder fifo fifo-folder device; do
    record "$out" $name 1 'is not a plain file'
    record "$out" $name 1 'is a link or a device'
done
record "$out" hard-link 1 'is a link or a device'
record "$out" folder-for-a-file 1 'there is no file chunks/softmax.c'
record "$out" huge 1 'it is larger than 256 kB'
record "$out" extra 2 '"problem": ""'
record "$out" twice 2 'softmax.c is there twice; the first counts'
record "$out" terabyte 0 '"problem": "its archive unpacks to more than 256 MB'
record "$out" secret 0 '"problem": ".*cannot be read'
for name in cut cut-zip zero text noise; do
    record "$out" $name 0 '"problem": ".*cannot be read'
done
holds 'no password in any report' sh -c "! grep -rq 'root:' '$out'"
nothing_left 'a class of every kind' "$out"

# --------------------------------------------------- options, and resuming
small=$work/small
few "$small/anna"
mkdir -p "$small/bert/chunks"
sed 's/expf(/exp2f(/' "$solved/softmax.c" >"$small/bert/chunks/softmax.c"
holds 'a seed is drawn' $class "$small"
seed=$(sed -n 's/.*"seed": "\([0-9]*\)".*/\1/p' "$small.grades/class.json")
holds 'and recorded' grep -q "\"seed\": \"$seed\"" "$small.grades/records/bert.json"
holds 'the same seed gives the same' $class --seed "$seed" -o "$work/again" "$small"
equal 'in every file' "$small.grades" "$work/again"
ls -i "$small.grades/records" >"$work/inodes"
holds 'a second run' $class "$small"
ls -i "$small.grades/records" >"$work/inodes.2"
equal 'grades nothing again' "$work/inodes" "$work/inodes.2"
cp "$solved/softmax.c" "$small/bert/chunks/softmax.c"
rm "$small.grades/records/anna.json"
holds 'a third one' $class "$small"
record "$small.grades" bert 1 '"problem": ""'
record "$small.grades" anna 2 '"problem": ""'
says 'another seed is refused' 'another seed' $class --seed 1 "$small"
says 'OUT within DIR is refused' 'may not lie in' $class -o "$small/out" "$small"
mkdir -p "$work/foreign/work" && echo mine >"$work/foreign/work/file"
says 'a folder with other things is refused' 'something else' $class -o "$work/foreign" "$small"
holds 'and left alone' grep -q mine "$work/foreign/work/file"
says 'one run at a time' 'in use by another' flock "$small.grades" $class "$small"
says 'no folder' 'not a folder' $class "$work/nowhere"
says 'no argument' '^usage' $class
says 'no number' '^usage' $class -j 0 "$small"
says 'no sandbox, no grades' 'no sandbox, no grades' env PATH=/nowhere $class "$small"
mkdir "$work/unsafe"
cp -r "$small/anna" "$work/unsafe"
holds 'unsafe needs none' $class --unsafe --seed 3 "$work/unsafe"
record "$work/unsafe.grades" anna 2 'without a sandbox'
if command -v script >/dev/null; then
    script -qec "$class -o $work/bar $small" /dev/null >"$work/bar.txt" 2>&1
    holds 'a bar on a terminal' grep -q '\[###*\.*\] 1 of 2' "$work/bar.txt"
fi
[ "$part" = slow ] || finish

# ------------------------------------------------------ slow: the validators
xsd=tests/junit.xsd
holds 'JUnit: valid under xmllint' xmllint --noout --nonet --schema $xsd "$out/grades.xml"
sed 's/ type="[a-z]*"//' "$out/grades.xml" >"$work/bad.xml"
says 'and the schema can refuse' 'required' xmllint --noout --schema $xsd "$work/bad.xml"
count=$(find "$out/records" -type f | wc -l)
holds 'JUnit: a suite for each' test "$(grep -c '<testsuite ' "$out/grades.xml")" = "$count"
cat >"$work/tap.pl" <<'END'
use TAP::Parser;
open my $in, '<', $ARGV[0] or die;
my $parser = TAP::Parser->new({ tap => do { local $/; <$in> } });
$parser->run;
my @wrong = $parser->parse_errors;
print "@wrong\n", scalar $parser->passed, " ", $parser->tests_run, "\n";
exit(@wrong != 0 || $parser->passed != $ARGV[1] || $parser->tests_run != $ARGV[2]);
END
points=$(cat "$out/records/"*.json | sed -n 's/^ "points": \([0-9]*\),/\1/p' |
    awk '{ sum += $1 } END { print sum }')
holds 'TAP: valid under TAP::Parser' perl "$work/tap.pl" "$out/grades.tap" "$points" $((count * number))
cat >"$work/csv.pl" <<'END'
use Text::CSV;
my $csv = Text::CSV->new({ binary => 1, strict => 1, auto_diag => 2 });
open my $in, '<:encoding(UTF-8)', $ARGV[0] or die;
my ($rows, $sum) = (0, 0);
$csv->getline($in);
while (my $row = $csv->getline($in)) {
    $rows++, $sum += $row->[1];
    die "a formula: $row->[0]" if grep { /^[=+@\t\r-]/ } @$row;
}
exit($rows != $ARGV[1] || $sum != $ARGV[2]);
END
holds 'CSV: valid under Text::CSV, no formulas' perl "$work/csv.pl" "$out/grades.csv" "$count" "$points"
holds 'JSON: valid under jq' jq -e --argjson n "$count" --argjson p "$points" \
    '(.submissions | length) == $n and ([.submissions[].points] | add) == $p
     and all(.submissions[]; .points == ([.exercises[].points] | add)
             and (.exercises | length) == .of)' "$out/grades.json"
find "$out/gradescope" -name results.json -exec cat {} + >"$work/results"
holds 'Gradescope: valid under jq' jq -es --argjson n "$count" --argjson p "$points" \
    'length == $n and ([.[].score] | add) == $p
     and all(.[]; (.output | type) == "string" and all(.tests[];
         (.score <= .max_score) and (.name | type) == "string"
         and (.status == "passed" or .status == "failed")
         and .visibility == "visible" and .output_format == "text"))' "$work/results"

# --------------------------------------------------------- bombs and crowds
bombs=$work/bombs
mkdir "$bombs" "$work/many"
head -c 300000000 /dev/zero >"$work/zeros"
(cd "$work" && tar -czf "$bombs/tar.tar.gz" zeros && zip -q1 "$bombs/zip.zip" zeros)
gzip -1 <"$work/zeros" >"$bombs/no-tar.tar.gz"
rm "$work/zeros"
(cd "$work/many" && seq 20001 | xargs touch && packed "$bombs/crowd.tar.gz")
holds 'bombs are graded' $class "$bombs"
record "$bombs.grades" tar 0 'unpacks to more than 256 MB'
record "$bombs.grades" zip 0 'unpacks to more than 256 MB'
record "$bombs.grades" no-tar 0 'it holds no exercise'
record "$bombs.grades" crowd 0 'more than 20000 files'

# ----------------------------------------------------- attacks and variants
attacks=$work/attacks
mkdir "$attacks"
for file in tests/attacks/*.c; do
    mkdir -p "$attacks/$(basename "$file" .c)/chunks"
    cp "$file" "$attacks/$(basename "$file" .c)/chunks/softmax.c"
done
for file in tests/right/*.c tests/wrong/*.c; do
    name=$(basename "$file" .c)
    mkdir -p "$attacks/variant-$name/chunks"
    cp "$file" "$attacks/variant-$name/chunks/${name%%-*}.c"
done
bad=$attacks/bad
mkdir -p "$bad-empty/chunks" "$bad-binary/chunks" "$bad-nul/chunks" "$bad-latin/chunks"
: >"$bad-empty/chunks/softmax.c"
head -c 3000 /dev/urandom >"$bad-binary/chunks/softmax.c"
{ cat "$solved/softmax.c"; printf '/* a \000 b */\n'; } >"$bad-nul/chunks/softmax.c"
{ cat "$solved/softmax.c"; printf '/* \377\376 */\n'; } >"$bad-latin/chunks/softmax.c"
# Files that only the compiler could have seen: the book's, by a macro.
mkdir -p "$bad-reference/chunks" "$bad-macro/chunks" "$bad-shadow/chunks"
echo '#include "attention_softmax.c"' >"$bad-reference/chunks/softmax.c"
printf '#define FILE "/etc/passwd"\n#include FILE\n' >"$bad-macro/chunks/softmax.c"
printf '__asm__(".inc" "bin \\"%s\\"");\n' "$top/build/obj/attention_softmax.o" |
    cat - "$solved/softmax.c" >"$bad-shadow/chunks/softmax.c"
holds 'all attacks are graded' $class --seed 21 -j 4 "$attacks"
out=$attacks.grades
for file in tests/attacks/*.c; do
    points=$(sed -n '1s|^/\* \([01]\) .*|\1|p' "$file")
    pattern=$(sed -n '1s|^/\* [01] \(.*\) \*/.*|\1|p' "$file")
    [ "$points" = 0 ] || pattern=
    record "$out" "$(basename "$file" .c)" "$points" "\"reason\": \".*\($pattern\)"
done
for file in tests/right/*.c; do
    record "$out" "variant-$(basename "$file" .c)" 1 .
done
for file in tests/wrong/*.c; do
    record "$out" "variant-$(basename "$file" .c)" 0 .
done
record "$out" bad-empty 0 'the file is empty'
record "$out" bad-binary 0 'NUL byte\|does not compile'
record "$out" bad-nul 0 'NUL byte'
record "$out" bad-latin 1 .
record "$out" bad-reference 0 'does not compile'
record "$out" bad-macro 0 'does not compile'
record "$out" bad-shadow 0 'does not compile'
holds 'no password in any report' sh -c "! grep -rq 'root:' '$out'"
nothing_left 'attacks' "$out"

# --------------------------------------------------------- kill and resume
mixed=$work/mixed
mkdir "$mixed"
for n in 1 2 3 4 5 6; do
    right "$mixed/right-$n"
    cp "$odd/zip.zip" "$mixed/zip-$n.zip"
    cp -r "$odd/wrong" "$mixed/wrong-$n"
done
for name in segv exit-0 greedy past-the-end own-expf; do
    cp -r "$attacks/$name" "$mixed"
done
holds 'a run that is left alone' $class --seed 31 -o "$work/alone" "$mixed"
for n in 1 6 12; do
    $class --seed 31 -o "$work/killed" "$mixed" >"$work/out" 2>&1 &
    pid=$!
    while [ "$(find "$work/killed/records" -name '*.json' 2>/dev/null | wc -l)" -lt $n ]; do
        kill -0 $pid 2>/dev/null || break
        sleep 0.02
    done
    kill -KILL $pid
    wait $pid 2>/dev/null
done
gone 'kill -9 leaves no process' "[b]wrap .*$top/build/"

# A bubblewrap that is killed early may leave a process: this one always does.
mkdir "$work/leaky"
cat >"$work/leaky/bwrap" <<EOF
#!/bin/sh
case "\$*" in
    *echo*) ;;
    *) setsid sleep 86399 >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- & ;;
esac
exec $(command -v bwrap) "\$@"
EOF
chmod +x "$work/leaky/bwrap"
for signal in KILL TERM; do
    PATH="$work/leaky:$PATH" $class -o "$work/leaks-$signal" "$mixed" >"$work/out" 2>&1 &
    pid=$!
    while kill -0 $pid 2>/dev/null && ! ps -eo args= | grep -q '^sleep 8639[9]'; do
        sleep 0.02
    done
    holds "SIG$signal meets a process that has been left" kill -$signal $pid
    wait $pid 2>/dev/null
    gone "which SIG$signal does not leave" '^sleep 8639[9]'
done
holds 'a run in which processes are left' \
    env PATH="$work/leaky:$PATH" $class -o "$work/leaks" "$small"
gone 'ends with none' '^sleep 8639[9]'

$class --seed 31 -o "$work/killed" "$mixed" >"$work/out" 2>&1 &
pid=$!
sleep 0.5
kill -TERM $pid
wait $pid
holds 'SIGTERM ends a run' test $? = 2
holds 'the resumed run' $class -o "$work/killed" "$mixed"
equal 'has recorded the same' "$work/alone" "$work/killed"
nothing_left 'a resumed run' "$work/killed"

# ------------------------------------------------------ an unprivileged user
if [ "$(id -u)" = 0 ]; then
    chmod 711 "$work"
    mkdir "$work/nobody" && chmod 777 "$work/nobody"
    as='setpriv --reuid=65534 --regid=65534 --clear-groups'
    if $as test -x "$class" && $as bwrap --unshare-all --ro-bind / / true 2>/dev/null; then
        holds 'nobody grades a class' $as "$class" --seed 31 -o "$work/nobody/out" "$mixed"
        equal 'with the same records' "$work/alone" "$work/nobody/out"
    else
        echo 'note: SKIPPED: nobody can make a sandbox here'
    fi
fi

# ----------------------------------------------------- a hundred submissions
hundred=$work/hundred
mkdir "$hundred"
for n in $(seq 10 59); do
    right "$hundred/right-$n"
done
for file in tests/wrong/*.c; do
    name=$(basename "$file" .c)
    right "$hundred/wrong-$name"
    cp "$file" "$hundred/wrong-$name/chunks/${name%%-*}.c"
done
for file in tests/attacks/*.c; do
    [ "$(find "$hundred" -mindepth 1 -maxdepth 1 | wc -l)" -lt 100 ] || break
    name=$(basename "$file" .c)
    right "$hundred/hostile-$name"
    cp "$file" "$hundred/hostile-$name/chunks/softmax.c"
done
start=$(date +%s%N)
holds 'a hundred submissions' $class -j 2 "$hundred"
echo "note: 100 submissions in $((($(date +%s%N) - start) / 1000000000)) s, two at a time"
holds 'all of them' test "$(find "$hundred.grades/records" -type f | wc -l)" = 100
finish
