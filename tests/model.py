#!/usr/bin/python3
"""Whole models against an independent pass in PyTorch.

tests/model.py PROGRAM WRITE_MODEL COUNT [SEED]
    has WRITE_MODEL write COUNT random models, stores some of them in another
    type, with the output's name for a tied matrix, in several files, or with
    the base of the rotations where newer files have it, has `PROGRAM look --dump`
    read a random text, and compares logits and attention weights. Closes with
    "N passed, N failed". Folders named in $ATTENTION_MODELS (separated by
    colons) are compared as well, as they are.
"""
import json
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from pytorch import read_tensors, write_tensors  # noqa: E402

import torch  # noqa: E402

TOLERANCE = 1e-4
INDEX = "model.safetensors.index.json"
WORDS = "The the cat sat on mat dog, owl; 12 Ähre naïve … x".split()


def load_config(folder):
    with open(os.path.join(folder, "config.json"), encoding="utf-8") as file:
        return json.load(file)


def load_tensors(folder):
    """The weights in double precision, whatever the files hold."""
    files, index = ["model.safetensors"], os.path.join(folder, INDEX)
    if os.path.exists(index):
        with open(index, encoding="utf-8") as file:
            files = sorted(set(json.load(file)["weight_map"].values()))
    tensors = {}
    for file in files:
        tensors.update(read_tensors(os.path.join(folder, file)))
    return {name: t.double() for name, t in tensors.items()}


def norm(x, gain, epsilon):
    return x * torch.rsqrt(x.pow(2).mean(-1, keepdim=True) + epsilon) * gain


def turned(x, base):
    """x [heads, n, width]: pairs of columns j and j + width / 2, turned."""
    n, width = x.shape[1:]
    speed = base ** (-torch.arange(0, width, 2).double() / width)
    angle = torch.outer(torch.arange(n).double(), speed)
    z = torch.complex(x[..., :width // 2], x[..., width // 2:])
    z = z * torch.polar(torch.ones_like(angle), angle)
    return torch.cat([z.real, z.imag], -1)


def heads_of(x, weight, heads):
    y = x @ weight.T
    return y.view(len(x), heads, -1).transpose(0, 1)


def attend(x, w, config):
    heads = config["num_attention_heads"]
    groups = config.get("num_key_value_heads") or heads
    base = config.get("rope_parameters", config).get("rope_theta", 10000.0)
    q = turned(heads_of(x, w("self_attn.q_proj"), heads), base)
    k = turned(heads_of(x, w("self_attn.k_proj"), groups), base)
    v = heads_of(x, w("self_attn.v_proj"), groups)
    k, v = (t.repeat_interleave(heads // groups, 0) for t in (k, v))
    scores = q @ k.transpose(1, 2) / q.shape[-1] ** 0.5
    hidden = torch.ones(len(x), len(x)).triu(1).bool()
    weights = scores.masked_fill(hidden, float("-inf")).softmax(-1)
    joined = (weights @ v).transpose(0, 1).reshape(len(x), -1)
    return joined @ w("self_attn.o_proj").T, weights


def forward(config, tensors, tokens):
    """The logits of all tokens, and the weights of each layer."""
    epsilon, patterns = config.get("rms_norm_eps", 1e-6), []
    output = tensors.get("lm_head.weight")
    embedding = tensors.get("model.embed_tokens.weight", output)
    if output is None or config.get("tie_word_embeddings", False):
        output = embedding
    x = embedding[tokens]
    for layer in range(config["num_hidden_layers"]):
        def w(name, layer=layer):
            return tensors[f"model.layers.{layer}.{name}.weight"]
        added, pattern = attend(norm(x, w("input_layernorm"), epsilon), w,
                                config)
        patterns.append(pattern)
        x = x + added
        if config["intermediate_size"]:
            y = norm(x, w("post_attention_layernorm"), epsilon)
            gate = torch.nn.functional.silu(y @ w("mlp.gate_proj").T)
            x = x + (gate * (y @ w("mlp.up_proj").T)) @ w("mlp.down_proj").T
    x = norm(x, tensors["model.norm.weight"], epsilon)
    return x @ output.T, patterns


def split(folder, tensors, draw):
    """Several files of weights and an index in the place of the one."""
    count = draw.randint(1, 4)
    part = {name: f"part-{draw.randrange(count)}" for name in tensors}
    for file in set(part.values()):
        write_tensors(os.path.join(folder, file),
                      {n: t for n, t in tensors.items() if part[n] == file})
    with open(os.path.join(folder, INDEX), "w", encoding="utf-8") as file:
        json.dump({"weight_map": part}, file)
    os.remove(os.path.join(folder, "model.safetensors"))
    return f", in {len(set(part.values()))} files"


def newer(folder, config):
    """The base where newer files have it."""
    config["rope_parameters"] = {"rope_type": "default",
                                 "rope_theta": config.pop("rope_theta") * 2}
    with open(os.path.join(folder, "config.json"), "w",
              encoding="utf-8") as file:
        json.dump(config, file)
    return ", rope_parameters"


def vary(folder, draw):
    """Store the model in another way; returns what was done."""
    path = os.path.join(folder, "model.safetensors")
    config = load_config(folder)
    tensors, done = read_tensors(path), "F32"
    kind = draw.choice([None, None, torch.float16, torch.bfloat16])
    if kind is not None:
        tensors = {name: t.to(kind) for name, t in tensors.items()}
        done = str(kind)
    if config["tie_word_embeddings"] and draw.random() < 0.5:
        tensors["lm_head.weight"] = tensors.pop("model.embed_tokens.weight")
        done += ", named lm_head"
    write_tensors(path, tensors)
    if draw.random() < 0.3:
        done += split(folder, tensors, draw)
    if draw.random() < 0.3:
        done += newer(folder, config)
    return done


def compare(program, folder, text, out):
    """The largest differences of logits and of weights."""
    subprocess.run([program, "look", "-m", folder, "--layer", "0", "--head",
                    "0", "--dump", out, "--", text], check=True,
                   stdout=subprocess.DEVNULL)
    said = read_tensors(out)
    logits, patterns = forward(load_config(folder), load_tensors(folder),
                               said["tokens"].flatten().long())
    worst = [(said["logits"] - logits).abs().max().item(), 0.0]
    for layer, pattern in enumerate(patterns):
        given = said[f"attention_weights.{layer}"]
        worst[1] = max(worst[1], (given - pattern).abs().max().item())
    return worst


def random_case(program, write_model, seed, scratch):
    folder = os.path.join(scratch, f"model-{seed}")
    draw = random.Random(seed)
    subprocess.run([write_model, folder, str(seed)], check=True)
    done = vary(folder, draw)
    text = " ".join(draw.choices(WORDS, k=draw.randint(1, 9)))
    return done, compare(program, folder, text,
                         os.path.join(scratch, "look.safetensors"))


def main(program, write_model, count, seed):
    failed, total, worst = 0, count, [0.0, 0.0]
    print(f"seed {seed}, PyTorch {torch.__version__}")
    with tempfile.TemporaryDirectory() as scratch:
        cases = [lambda s=s: random_case(program, write_model, s, scratch)
                 for s in range(seed, seed + count)]
        for folder in filter(None, os.environ.get("ATTENTION_MODELS",
                                                  "").split(":")):
            total += 1
            cases.append(lambda f=folder: (f, compare(
                program, f, "The cat sat on the mat",
                os.path.join(scratch, "look.safetensors"))))
        for i, case in enumerate(cases):
            what, both = case()
            worst = [max(w, d) for w, d in zip(worst, both)]
            if not max(both) <= TOLERANCE:
                failed += 1
                print(f"FAILED: seed {seed + i}: {both[0]:.2g} and "
                      f"{both[1]:.2g}: {what}")
    print(f"worst differences: logits {worst[0]:.2g}, "
          f"attention weights {worst[1]:.2g}")
    print(f"{total - failed} passed, {failed} failed")
    return failed == 0


if __name__ == "__main__":
    torch.set_num_threads(1)
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    sys.exit(not main(sys.argv[1], sys.argv[2], int(sys.argv[3]),
                      int(sys.argv[4]) if len(sys.argv) == 5
                      else random.SystemRandom().randrange(10 ** 9)))
