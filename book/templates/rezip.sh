#!/bin/sh
# rezip.sh IN.epub OUT.epub: the same files in a fixed order with fixed times.
set -eu
in=$PWD/$1 out=$PWD/$2
dir=$(mktemp -d "$PWD/build/epub.XXXXXX")
trap 'rm -rf "$dir"' EXIT
unzip -q "$in" -d "$dir"
cd "$dir"
find . -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
chmod -R u=rwX,go=rX .
rm -f "$out.new"
zip -q -X -0 "$out.new" mimetype
find . -type f ! -name mimetype | sort | zip -q -X -9 "$out.new" -@
mv "$out.new" "$out"
