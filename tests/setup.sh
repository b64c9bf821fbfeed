#!/bin/sh
# Installs what is missing of the packages that build the book.
#
#   tests/setup.sh            what `make setup book` needs
#   tests/setup.sh check      what `make check-all` needs as well
#
# Debian and Ubuntu: by apt-get, through sudo unless root.  Elsewhere: nothing
# is installed; if the tools are not there, the packages are named.
set -eu
here=$(dirname "$0")

case ${1-} in
    "")    sets=build ;;
    check) sets='build|check' ;;
    *)     echo "usage: tests/setup.sh [check]" >&2; exit 2 ;;
esac
wanted=$(awk -v sets="^($sets)\$" '!/^#/ && $2 ~ sets { print $1 }' \
             "$here/packages.txt")

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    sh "$here/versions.sh" && exit 0
    echo "setup: this system has no apt-get, so nothing was installed."
    echo "setup: these Debian packages, by whatever name, are needed:"
    echo "$wanted" | sed 's/^/    /'
    exit 1
fi >&2

# A package may come inside another, as npm does in some packages of nodejs.
installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
            sed -n 's/^installed //p' | tr ',' '\n' |
            sed 's/^ *//; s/ (.*//')
missing=$(for package in $wanted; do
              echo "$installed" | grep -qxF "$package" || echo "$package"
          done)
[ -n "$missing" ] || exit 0
missing=$(echo "$missing" | tr '\n' ' ')

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null; then
    as_root=sudo
else
    echo "setup: there is no sudo here; as root, run"
    echo "    apt-get install --no-install-recommends $missing"
    exit 1
fi >&2

echo "setup: installing $missing"
apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q"
# Words of $apt and $missing are meant to be split.
# shellcheck disable=SC2086
{
    $apt -o DPkg::Lock::Timeout=600 update
    $apt -o DPkg::Lock::Timeout=600 install -y --no-install-recommends $missing
}
