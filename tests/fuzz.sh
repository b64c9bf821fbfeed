#!/bin/sh
# fuzz.sh FILE.c…: inputs nobody thought of. libFuzzer on the reader of tensors
# and on the mha command's function, FUZZ_SECONDS each, under ASan and UBSan; the
# files are those of build/src that the two consist of. The corpus stays in
# build/fuzz, and so does what makes a target fail.
set -eu
B=${B:-build}
seconds=${FUZZ_SECONDS:-60}
folder=$B/fuzz
mkdir -p "$folder/tensors" "$folder/mha"
"$B/bin/write-hostile" "$folder/tensors" >/dev/null
cp tests/golden/*.safetensors "$folder/tensors"
# The first byte of an input of mha are its options.
while read -r name options; do
    case $options in *"--heads 1"*) byte=0 ;; *"--heads 4"*) byte=3 ;; *) byte=1 ;; esac
    case $options in *causal*) byte=$((byte + 4)) ;; esac
    case $options in *add-zero*) byte=$((byte + 8)) ;; esac
    case $options in *seq-first*) byte=$((byte + 16)) ;; esac
    case $options in *average*) byte=$((byte + 32)) ;; esac
    # shellcheck disable=SC2059
    { printf "\\$(printf %o $byte)"
      cat "tests/golden/$name.in.safetensors"; } >"$folder/mha/$name"
done <tests/golden/cases

files=
for file; do
    files="$files $B/src/$file"
done
for target in tensors mha; do
    # shellcheck disable=SC2086
    clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
        -fno-sanitize-recover=all -I"$B/src" "$B/src/fuzz_$target.c" $files -ljansson -lm \
        -o "$folder/fuzz-$target"
    echo "fuzz $target: $seconds seconds"
    nice -n 19 "$folder/fuzz-$target" -max_total_time="$seconds" -timeout=10 \
        -max_len=4096 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$folder/$target-" "$folder/$target" \
        >"$folder/$target.log" 2>&1 || { tail -n 40 "$folder/$target.log"; exit 1; }
    sed -n 's/^stat::number_of_executed_units: */    inputs tried: /p' \
        "$folder/$target.log"
done
