#!/bin/sh
# fuzz.sh FILE.c…: inputs nobody thought of. libFuzzer on the reader of tensors,
# on the mha command's function and on the readers of models and tokenizers,
# FUZZ_SECONDS each, under ASan and UBSan; the files are those of build/src that
# these consist of. The corpus stays in
# build/fuzz, and so does what makes a target fail.
set -eu
B=${B:-build}
seconds=${FUZZ_SECONDS:-60}
folder=$B/fuzz
mkdir -p "$folder/tensors" "$folder/mha" "$folder/models"
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
# The first byte of an input of models is its kind, two more are the length of
# the first of two files.
byte() {
    # shellcheck disable=SC2059
    printf "\\$(printf %o "$1")"
}
two() {
    length=$(wc -c <"$2")
    byte "$1" && byte $((length % 256)) && byte $((length / 256))
    cat "$2" "$3"
}
"$B/bin/write-model" "$folder/model" 4
{ byte 0 && cat "$folder/model/tokenizer.json"; } >"$folder/models/tokens"
{ byte 0 && printf '{"pre_tokenizer": {"type": "ByteLevel"}, "decoder":
    {"type": "ByteLevel"}, "added_tokens": [{"id": 2,
    "content": "<s>", "special": true}], "model": {"type": "BPE", "vocab": {"a": 0,
    "aa": 1}, "merges": ["a a"]}}'; } >"$folder/models/small"
{ byte 0 && printf '{"normalizer": {"type": "Sequence", "normalizers": [{"type":
    "Prepend", "prepend": "\342\226\201"}, {"type": "Replace", "pattern": {"String":
    " "}, "content": "\342\226\201"}]}, "decoder": {"type": "Sequence", "decoders":
    [{"type": "Replace", "pattern": {"String": "\342\226\201"}, "content": " "}, {"type":
    "ByteFallback"}, {"type": "Fuse"}]}, "model": {"byte_fallback": true, "unk_token":
    "a", "vocab": {"a": 0, "<0x62>": 1}, "merges": []}}'; } >"$folder/models/letters"
two 2 "$folder/model/config.json" "$folder/model/model.safetensors" >"$folder/models/folder"
# Three tokens, and a model of the width 2 for them.
{ byte 4 && for n in 0 0 0; do byte $n; done
  for n in 1 2 3; do printf '\000\000\000\000\001\000\000\000%s' $n; done; } >"$folder/model/tokens"
{ for n in 2 1 1 1 1 3 2; do byte $n && printf '\000\000\000'; done
  head -c 152 /dev/zero; } >"$folder/model/weights"
two 1 "$folder/model/tokens" "$folder/model/weights" >"$folder/models/files"
# A model of the width 2, whose weights are zeros, as one file and with an index.
echo '{"architectures": ["LlamaForCausalLM"], "num_hidden_layers": 1, "vocab_size": 3,
    "hidden_size": 2, "intermediate_size": 1, "num_attention_heads": 1,
    "tie_word_embeddings": true}' >"$folder/model/config"
small="$folder/model/small"
layer=model.layers.0
end=0
printf '{' >"$small.header"
printf '{"weight_map": {' >"$small.index"
while read -r name shape count; do
    [ $end = 0 ] || printf , | tee -a "$small.header" >>"$small.index"
    printf '"%s": {"dtype": "F32", "shape": [%s], "data_offsets": [%d, %d]}' \
        "$name" "$shape" $end $((end + 4 * count)) >>"$small.header"
    printf '"%s": "part"' "$name" >>"$small.index"
    end=$((end + 4 * count))
done <<TENSORS
model.embed_tokens.weight 3,2 6
$layer.input_layernorm.weight 2 2
$layer.self_attn.q_proj.weight 2,2 4
$layer.self_attn.k_proj.weight 2,2 4
$layer.self_attn.v_proj.weight 2,2 4
$layer.self_attn.o_proj.weight 2,2 4
$layer.post_attention_layernorm.weight 2 2
$layer.mlp.gate_proj.weight 1,2 2
$layer.mlp.up_proj.weight 1,2 2
$layer.mlp.down_proj.weight 2,1 2
model.norm.weight 2 2
TENSORS
printf '}' >>"$small.header"
printf '}}' >>"$small.index"
length=$(wc -c <"$small.header")
{ byte $((length % 256)) && byte $((length / 256)) && printf '\000\000\000\000\000\000'
  cat "$small.header" && head -c $end /dev/zero; } >"$small"
two 2 "$folder/model/config" "$small" >"$folder/models/small-folder"
two 3 "$folder/model/config" /dev/null >"$folder/models/indexed"
length=$(wc -c <"$small.index")
{ byte $((length % 256)) && byte $((length / 256)) && cat "$small.index" "$small"; } \
    >>"$folder/models/indexed"

files=
for file; do
    files="$files $B/src/$file"
done
for target in tensors mha models; do
    # shellcheck disable=SC2086
    clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined \
        -fno-sanitize-recover=all -DTENSOR_FILE_MAX=65536 -I"$B/src" "$B/src/fuzz_$target.c" $files -ljansson -lm \
        -o "$folder/fuzz-$target"
    echo "fuzz $target: $seconds seconds"
    nice -n 19 "$folder/fuzz-$target" -max_total_time="$seconds" -timeout=10 \
        -max_len=8192 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$folder/$target-" "$folder/$target" \
        >"$folder/$target.log" 2>&1 || { tail -n 40 "$folder/$target.log"; exit 1; }
    sed -n 's/^stat::number_of_executed_units: */    inputs tried: /p' \
        "$folder/$target.log"
done
