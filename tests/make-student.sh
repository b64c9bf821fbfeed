#!/bin/sh
# What `make student` runs when the complete edition is built and recorded:
# writes the sources of the student edition, builds it in build/edition, and
# puts sources and pages, without what building leaves behind, in build/student.
#   make-student.sh RECORDS CHAPTER...
set -eu
records=$1
shift
new=build/edition.new
work=build/edition
out=build/student

rm -rf $new
mkdir -p $new/records/data $new/records/runs $new/chunks $new/tests
cp -r book $new/book
rm $new/book/*.nw $new/book/templates/student.*
build/bin/edition $new/book "$@" >$new/records/facts.mk
cp "$records"/*.record $new/records
cp build/data/* $new/records/data
for chapter; do
    base=${chapter##*/}
    cp "build/runs/${base%.nw}.txt" $new/records/runs
done
cp build/plain/chunks/*.c $new/chunks
cp -r figures LICENSE LICENSE-PROSE.md CITATION.cff .gitignore $new
cp book/templates/student.mk $new
cp book/templates/student.md $new/README.md
for file in lib.sh unit.sh setup.sh versions.sh packages.txt yours.sh needs.awk; do
    cp tests/$file $new/tests
done
[ ! -d tests/golden ] || cp -r tests/golden $new/tests
# The commands and targets that an edition without solutions does not have.
sed -e 's/ hint solution reset/ hint reset/; s/^hint solution reset/hint reset/' \
    -e "s/ the book's function;//; s/ reset student \\\\/ reset \\\\/" \
    Makefile >$new/Makefile

# What has not changed keeps its date, so that building again is quick.
mkdir -p $work
(cd $work && find . -path ./build -prune -o -type f -print) | while read -r file; do
    [ -e "$new/$file" ] || rm "$work/$file"
done
(cd $new && find . -type f) | while read -r file; do
    cmp -s "$new/$file" "$work/$file" && continue
    mkdir -p "$work/${file%/*}"
    mv "$new/$file" "$work/$file"
done
rm -rf $new
${MAKE:-make} --no-print-directory -C $work book

rm -rf $out
mkdir $out
(cd $work && find . -path ./build -prune -o -type f -print | tar -cf - -T -) |
    tar -C $out -xf -
cp -r $work/build/book $out/pages
cp $work/build/attention.pdf $work/build/attention.epub $out
echo "The student edition is $out."
