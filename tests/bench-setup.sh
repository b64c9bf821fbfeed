#!/bin/sh
# Fetches the library of onnxruntime, a peer of `make bench`, from its npm
# package, and puts it into the directory $1.
set -eu
version=1.30.0
to=$1

case $(uname -sm) in
    "Linux x86_64")  place=linux/x64 ;;
    "Linux aarch64") place=linux/arm64 ;;
    *) echo "bench-setup: the package has no library for $(uname -sm)" >&2
       exit 1 ;;
esac
if ! command -v npm >/dev/null; then
    echo "bench-setup: npm is not installed; make bench runs without onnxruntime" >&2
    exit 1
fi
mkdir -p "$to"
if ! (cd "$to" && npm pack --silent "onnxruntime-node@$version" >/dev/null); then
    echo "bench-setup: npm cannot fetch onnxruntime-node $version; is there a network?" >&2
    exit 1
fi
tar -xzf "$to/onnxruntime-node-$version.tgz" -C "$to" --strip-components=5 \
    "package/bin/napi-v6/$place/libonnxruntime.so.1"
rm "$to/onnxruntime-node-$version.tgz"
echo "bench-setup: onnxruntime $version is in $to"
