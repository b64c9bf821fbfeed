#!/bin/sh
# Proves the README on a fresh Debian 12, by hand and as root:
#
#   sudo sh tests/fresh.sh [DIRECTORY]
#
# debootstrap makes a minimal system in DIRECTORY (default: a new one in /tmp,
# removed at the end) with make, git and sudo.  There an unprivileged user
# clones this repository and runs the two commands.  Uncommitted changes are
# left out of a clone; FRESH_TREE=1 copies the tree as it is instead.
# The apt mirror, proxy and certificates are those of this machine.
# shellcheck disable=SC2016  # apt and dpkg expand their own $(…) and ${…}
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
suite=bookworm
[ "$(id -u)" = 0 ] || { echo "fresh: run me as root" >&2; exit 2; }
command -v debootstrap >/dev/null || apt-get -q install -y debootstrap

root=${1-}
[ -n "$root" ] || { root=$(mktemp -d /tmp/fresh.XXXXXX); temporary=1; }
chmod 755 "$root" 2>/dev/null || mkdir -p "$root"
sources=$(apt-get indextargets --format 'deb $(SITE) $(RELEASE) main' |
          grep " $suite" | sort -u)
mirror=$(echo "$sources" | sed -n "s/^deb \(.*\) $suite main\$/\1/p")
: "${mirror:=http://deb.debian.org/debian}"
: "${sources:=deb $mirror $suite main}"

finish() {
    umount "$root/dev/pts" "$root/proc" 2>/dev/null || true
    [ -z "${temporary-}" ] || rm -rf --one-file-system "$root"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

[ -x "$root/bin/sh" ] ||
    debootstrap --variant=minbase --include=make,git,sudo,ca-certificates \
        $suite "$root" "$mirror"
echo "$sources" >"$root/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::(https?|Check-)' \
    >"$root/etc/apt/apt.conf.d/99fresh" || true
cp /etc/resolv.conf /etc/hosts "$root/etc/"
cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
mount -t proc proc "$root/proc"
mount -t devpts devpts "$root/dev/pts"

chroot "$root" useradd --create-home --shell /bin/bash reader
echo 'reader ALL=(ALL) NOPASSWD: ALL' >"$root/etc/sudoers.d/reader"

home=$root/home/reader
if [ -n "${FRESH_TREE-}" ]; then
    mkdir "$home/book"
    tar -C "$here" --exclude=./build -cf - . | tar -C "$home/book" -xf -
else
    git clone -q --no-hardlinks "$here" "$home/book"
fi
chroot "$root" chown -R reader:reader /home/reader

chroot "$root" su - reader -c '
    set -ex
    cd book
    time make setup book
    time make check
    ls -l build/attention build/book/index.html build/attention.pdf \
        build/attention.epub build/reference_attention.h \
        build/reference_attention.c build/lesson.json
    build/attention'
chroot "$root" dpkg-query -W -f '${Installed-Size} ${Package}\n' |
    awk '{ s += $1 } END { printf "%d MB installed\n", s / 1024 }'
echo "1 passed, 0 failed"
