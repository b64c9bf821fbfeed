#!/bin/sh
# Checks that every tool the build needs is there and new enough, before
# anything is built, and prints the versions.
#
#   tests/versions.sh          prints them
#   tests/versions.sh FILE     writes them to FILE, only if they changed
#
# Exit status 1 and one line a tool, if any is missing or too old.
set -u
found=
bad=0

complain() {
    echo "versions: $1" >&2
    bad=1
}

# need NAME PACKAGE MINIMUM VERSION: VERSION, as the tool says it, is at least
# MINIMUM; empty means that the tool is not there.
need() {
    if [ -z "$4" ]; then
        complain "$1 is missing; $3 or newer is needed (Debian package $2)"
    elif [ "$(printf '%s\n' "$3" "$4" | sort -V | head -n 1)" != "$3" ]; then
        complain "$1 is version $4; $3 or newer is needed (Debian package $2)"
    fi
    found="$found$1 $4
"
}

# number COMMAND: the first version number that COMMAND prints.
number() {
    "$@" 2>/dev/null </dev/null |
        sed -n 's/^[^0-9]*\([0-9][0-9.]*[0-9]\).*/\1/p' | head -n 1
}

# library MODULE: the version of a library's headers.
library() {
    pkg-config --modversion "$1" 2>/dev/null
}

# noweb has no --version; mnt came with 2.11.
noweb() {
    lib=${NOWEB_LIB:-/usr/lib/noweb}
    [ -x "$lib/mnt" ] && [ -x "$lib/finduses" ] || return 0
    echo '<<a>>=' | "$lib/markup" -t - 2>/dev/null | grep -q '^@defn a' ||
        return 0
    dpkg-query -W -f '${Version}' noweb 2>/dev/null | sed 's/-.*//' |
        grep . || echo 2.11
}

xetex() {
    xelatex --version 2>/dev/null | sed -n 's/.*(TeX Live \([0-9]*\).*/\1/p'
}

case ${CC-} in
    *clang*) need clang clang 11 "$($CC -dumpversion 2>/dev/null)" ;;
    *) need gcc gcc 9 "$(${CC:-gcc} -dumpfullversion 2>/dev/null)" ;;
esac
need make make 4.3 "$(number make --version)"
need noweb noweb 2.11 "$(noweb)"
need pandoc pandoc 2.17 "$(number pandoc --version)"
need gnuplot gnuplot-nox 5.4 "$(number gnuplot --version)"
need check check 0.15 "$(library check)"
need jansson libjansson-dev 2.12 "$(library jansson)"
need libcurl libcurl4-openssl-dev 7.68 "$(library libcurl)"
need libarchive libarchive-dev 3.4 "$(library libarchive)"
need libxml2 libxml2-dev 2.9 "$(library libxml-2.0)"
need texlive texlive-xetex 2020 "$(xetex)"
need unzip unzip 6.0 "$(unzip -v 2>/dev/null |
                       sed -n 's/^UnZip \([0-9.]*\) .*/\1/p' | head -n 1)"
need zip zip 3.0 "$(zip -v 2>/dev/null | sed -n 's/.*Zip \([0-9.]*\) .*/\1/p' |
                   head -n 1)"

for style in fontspec unicode-math adjustbox needspace titlesec; do
    [ -z "$(command -v kpsewhich)" ] || kpsewhich $style.sty >/dev/null ||
        complain "LaTeX's $style is missing (Debian packages \
texlive-latex-recommended, texlive-latex-extra)"
done

if [ $bad != 0 ]; then
    echo "versions: on Debian and Ubuntu, \`make setup\` installs them" >&2
    exit 1
fi
case $# in
    0) printf %s "$found" ;;
    *) printf %s "$found" | cmp -s - "$1" ||
           { mkdir -p "$(dirname "$1")" && printf %s "$found" >"$1.new" &&
             mv "$1.new" "$1"; } ;;
esac
