"""Scores of attention heads, computed a second time from the weights themselves, by
the definitions of TransformerLens (transformer_lens/head_detector.py):
    heads.py LOOK.safetensors TABLE
TABLE is what `attention look --scores` printed, the options in its first lines."""
import json
import re
import struct
import sys


def tensors(path):
    with open(path, "rb") as file:
        data = file.read()
    start = 8 + struct.unpack("<Q", data[:8])[0]
    for name, entry in json.loads(data[8:start]).items():
        if name != "__metadata__":
            first, end = entry["data_offsets"]
            yield name, entry["shape"], struct.unpack(
                f"<{(end - first) // 4}f", data[start + first : start + end])


def patterns(tokens):
    """Pairs (query, key) that each job asks for; the third from the second, by
    moving every key one to the right."""
    n = len(tokens)
    duplicate = {(i, j) for i in range(n) for j in range(i) if tokens[i] == tokens[j]}
    return [{(i, i - 1) for i in range(1, n)}, duplicate,
            {(i, j + 1) for i, j in duplicate if j + 1 <= i}]


def score(rows, wanted, options):
    n = len(rows)
    kept = [(i, j) for i in range(n) for j in range(n)
            if not (options["exclude_bos"] and j == 0)
            and not (options["exclude_current_token"] and i == j)]
    if options["abs"]:
        return 1 - sum(abs(rows[i][j] - ((i, j) in wanted)) for i, j in kept) / n
    whole = sum(rows[i][j] for i, j in kept)
    return sum(rows[i][j] for i, j in kept if (i, j) in wanted) / whole if whole else None


def share(rows, wanted):
    asked = sorted({i for i, _ in wanted})
    if not asked:
        return None
    return sum(rows[i][j] for i, j in wanted) / sum(sum(rows[i]) for i in asked)


def main(look, table):
    with open(table, encoding="utf-8") as file:
        text = file.read()
    options = {name: f"{name}=True" in text
               for name in ("exclude_bos", "exclude_current_token")}
    options["abs"] = 'error_measure="abs"' in text
    printed = [line.split() for line in text.splitlines()
               if re.match(r" *\d+ +\d+ ", line)]
    all_tensors = {name: (shape, data) for name, shape, data in tensors(look)}
    jobs = patterns(all_tensors["tokens"][1])
    compared = 0
    for layer, head, *numbers in printed:
        (_, n, _), data = all_tensors[f"attention_weights.{layer}"]
        at = int(head) * n * n
        rows = [data[at + i * n : at + (i + 1) * n] for i in range(n)]
        for k, wanted in enumerate(jobs):
            expected = score(rows, wanted, options), share(rows, wanted)
            for ours, theirs in zip(numbers[2 * k : 2 * k + 2], expected):
                compared += 1
                same = (ours == "-") if theirs is None else (
                    ours != "-" and abs(float(ours) - theirs) <= 6e-4)
                if not same:
                    sys.exit(f"head {layer}.{head}, job {k}: {ours}, expected {theirs}")
    heads = sum(shape[0] for name, (shape, _) in all_tensors.items()
                if name.startswith("attention_weights"))
    if compared != 6 * heads:
        sys.exit(f"{compared} numbers of {heads} heads")


main(sys.argv[1], sys.argv[2])
