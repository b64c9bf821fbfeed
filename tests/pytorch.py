#!/usr/bin/python3
"""The program against PyTorch's own torch.nn.MultiheadAttention.

tests/pytorch.py golden DIR
    writes the golden files: NAME.in.safetensors, what goes in,
    NAME.out.safetensors, what PyTorch makes of it, and the list `cases`,
    a line for each: NAME and the options of `attention mha`. In DIR/bad go
    files that must be refused; the list `cases` there has NAME, options,
    a tab, and what the message must say.
tests/pytorch.py live PROGRAM COUNT [SEED]
    draws COUNT modules with any mix of the options, runs both, and closes
    with "N passed, N failed". A failure names the seed of its case;
    `live PROGRAM 1 SEED` repeats it.
"""
import json
import math
import os
import random
import struct
import subprocess
import sys
import tempfile

try:
    import torch
except ImportError:
    sys.exit("tests/pytorch.py needs PyTorch: apt-get install python3-torch, "
             "and Debian's own /usr/bin/python3")

TOLERANCE = 1e-5
TYPES = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16",
         torch.bool: "BOOL", torch.float64: "F64", torch.int64: "I64",
         torch.uint8: "U8"}
STORED = {name: kind for kind, name in TYPES.items()}
INF = float("inf")


def write_tensors(path, tensors):
    """A safetensors file; needs nothing but torch."""
    header, data = {}, b""
    for name, tensor in tensors.items():
        tensor = tensor.detach().contiguous()
        raw = tensor.view(torch.int16) if tensor.dtype == torch.bfloat16 \
            else tensor
        raw = raw.numpy().tobytes()
        header[name] = {"dtype": TYPES[tensor.dtype],
                        "shape": list(tensor.shape),
                        "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + data)


def read_tensors(path):
    """The tensors of a safetensors file."""
    with open(path, "rb") as file:
        length, = struct.unpack("<Q", file.read(8))
        header = json.loads(file.read(length))
        data = file.read()
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        begin, end = entry["data_offsets"]
        tensors[name] = torch.frombuffer(
            bytearray(data[begin:end]), dtype=STORED[entry["dtype"]]
        ).reshape(entry["shape"])
    return tensors


class Case:
    """A module, its inputs, and the options of the command."""

    def __init__(self, draw, **fixed):
        def choose(name, *options):
            return fixed[name] if name in fixed else draw.choice(options)

        generator = torch.Generator().manual_seed(draw.getrandbits(32))
        self.generator = generator
        self.heads = choose("heads", 1, 2, 3, 4, 8)
        self.embed = self.heads * choose("width", 1, 2, 3, 5, 8, 16)
        self.batched = choose("batched", True, True, True, False)
        self.batch = choose("batch", 1, 2, 3) if self.batched else 1
        self.n_q = choose("n_q", *range(1, 12))
        self.causal = choose("causal", True, False)
        self.zero = choose("zero", True, False)
        self.seq_first = choose("seq_first", True, False)
        self.average = choose("average", True, False)
        self.bias = choose("bias", True, True, False)
        self.bias_kv = choose("bias_kv", True, False)
        self.cross = choose("cross", True, False)
        self.n_k = choose("n_k", *range(1, 12)) if self.cross else self.n_q
        wide = self.cross and choose("wide", True, False)
        self.kdim = choose("kdim", 1, 4, 7, self.embed) if wide \
            else self.embed
        self.vdim = choose("vdim", 1, 4, 7, self.embed) if wide \
            else self.embed
        self.type = choose("type", *[torch.float32] * 6, torch.float16,
                           torch.bfloat16)
        self.make_module()
        self.make_inputs()
        self.make_masks(choose("padding", None, None, "bool", "float"),
                        choose("mask", None, None, "bool", "float"),
                        choose("mask_pairs", True, False))

    def normal(self, *shape):
        numbers = torch.randn(*shape, generator=self.generator)
        return numbers.to(self.type)

    def make_module(self):
        module = torch.nn.MultiheadAttention(
            self.embed, self.heads, dropout=0.0, bias=self.bias,
            add_bias_kv=self.bias_kv, add_zero_attn=self.zero,
            kdim=self.kdim, vdim=self.vdim, batch_first=not self.seq_first)
        self.module, self.tensors = module, {}
        with torch.no_grad():
            for name, parameter in module.state_dict().items():
                scale = 1 / math.sqrt(parameter.shape[-1]) \
                    if parameter.dim() == 2 else 1
                stored = (self.normal(*parameter.shape) * scale)
                stored = stored.to(self.type)
                parameter.copy_(stored.float())
                self.tensors[name] = stored

    def make_inputs(self):
        def one(length, width):
            if not self.batched:
                return self.normal(length, width)
            if self.seq_first:
                return self.normal(length, self.batch, width)
            return self.normal(self.batch, length, width)

        self.tensors["query"] = one(self.n_q, self.embed)
        if self.cross:
            self.tensors["key"] = one(self.n_k, self.kdim)
            self.tensors["value"] = one(self.n_k, self.vdim)

    def make_masks(self, padding, mask, pairs):
        if padding == "float" and mask == "bool":
            mask = "float"      # the mix that is refused
        if padding is not None:
            shape = [self.batch, self.n_k] if self.batched else [self.n_k]
            self.tensors["key_padding_mask"] = self.mask(padding, shape)
        if mask is not None:
            shape = [self.n_q, self.n_k]
            if pairs:
                shape = [self.batch * self.heads] + shape
            self.tensors["attn_mask"] = self.mask(mask, shape)

    def mask(self, kind, shape):
        hidden = torch.rand(*shape, generator=self.generator) < 0.3
        if kind == "bool":
            return hidden
        numbers = torch.randn(*shape, generator=self.generator)
        return numbers.masked_fill(hidden, -INF)

    def options(self):
        chosen = ["--heads", str(self.heads)]
        for flag, option in [(self.causal, "--causal"),
                             (self.zero, "--add-zero-attn"),
                             (self.seq_first, "--seq-first"),
                             (self.average, "--average-weights")]:
            chosen += [option] if flag else []
        return chosen

    def full_mask(self):
        """Both masks and the future as one, so that a version of PyTorch
        which cannot mix them (1.13) computes what PyTorch 2 does."""
        def added(mask):
            if mask.dtype != torch.bool:
                return mask
            return torch.zeros(mask.shape).masked_fill(mask, -INF)

        total = torch.zeros(self.batch, self.heads, self.n_q, self.n_k)
        mask = self.tensors.get("attn_mask")
        if mask is not None and mask.dim() == 3:
            total = total + added(mask).view(total.shape)
        elif mask is not None:
            total = total + added(mask)
        padding = self.tensors.get("key_padding_mask")
        if padding is not None:
            total = total + added(padding).view(self.batch, 1, 1, self.n_k)
        if self.causal:
            future = torch.ones(self.n_q, self.n_k).triu(1).bool()
            total = total + added(future)
        return total.view(-1, self.n_q, self.n_k)

    def plain_masks(self):
        """The masks as they are, where PyTorch takes them so."""
        mask = self.tensors.get("attn_mask")
        padding = self.tensors.get("key_padding_mask")
        if padding is not None and padding.dtype != torch.bool:
            return {"attn_mask": self.full_mask()}
        if self.causal and mask is not None:
            return {"attn_mask": self.full_mask()}
        if self.causal:
            mask = torch.ones(self.n_q, self.n_k).triu(1).bool()
        return {"attn_mask": mask, "key_padding_mask": padding}

    def run(self):
        """What PyTorch computes."""
        query = self.tensors["query"].float()
        key = self.tensors.get("key", query).float()
        value = self.tensors.get("value", query).float()
        output, weights = self.module(
            query, key, value, need_weights=True,
            average_attn_weights=self.average, **self.plain_masks())
        return {"attn_output": output.detach(),
                "attn_output_weights": weights.detach()}

    def __str__(self):
        names = " ".join(
            f"{name}{list(t.shape)}" for name, t in self.tensors.items()
            if "proj" not in name)
        return " ".join(self.options()) + " " + names


def difference(ours, theirs):
    """The largest, where PyTorch has a number; infinite if a shape is
    wrong, or where a row of weights that sees nothing is not zero."""
    if ours.shape != theirs.shape or ours.isnan().any():
        return INF
    known = ~theirs.isnan()
    return (ours - theirs)[known].abs().max().item() if known.any() else 0.0


def blind_rows_are_zero(case, ours, theirs):
    blind = theirs.isnan()
    return case.average or not ours[blind].any().item()


def attempt(program, folder, seed):
    """The largest differences of one case, and what it was."""
    case = Case(random.Random(seed))
    path = os.path.join(folder, "in.safetensors")
    out = os.path.join(folder, "out.safetensors")
    write_tensors(path, case.tensors)
    done = subprocess.run(
        [program, "mha", "--in", path, "--out", out] + case.options(),
        capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return INF, INF, f"{case}\n    {done.stderr.strip()}", False
    ours, theirs = read_tensors(out), case.run()
    blind = theirs["attn_output_weights"].isnan().any().item()
    worst = [difference(ours[name], theirs[name])
             for name in ("attn_output", "attn_output_weights")]
    if not blind_rows_are_zero(case, ours["attn_output_weights"],
                               theirs["attn_output_weights"]):
        worst[1] = INF
    return worst[0], worst[1], str(case), blind


def live(program, count, seed):
    print(f"seed {seed}, PyTorch {torch.__version__}")
    worst, failed, blind = [0.0, 0.0], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for i in range(count):
            *both, what, sees_nothing = attempt(program, folder, seed + i)
            blind += sees_nothing
            worst = [max(w, d) for w, d in zip(worst, both)]
            if not max(both) <= TOLERANCE:
                failed += 1
                print(f"FAILED: seed {seed + i}: {both[0]:.2g} and "
                      f"{both[1]:.2g}: {what}")
    print(f"worst differences: attn_output {worst[0]:.2g}, "
          f"attn_output_weights {worst[1]:.2g}; {blind} modules have rows "
          "that see nothing")
    print(f"{count - failed} passed, {failed} failed")
    return failed == 0


SMALL = {"heads": 2, "width": 3, "batch": 2, "n_q": 4, "n_k": 5,
         "type": torch.float32, "batched": True, "causal": False,
         "zero": False, "seq_first": False, "average": False, "bias": True,
         "bias_kv": False, "cross": False, "wide": False, "padding": None,
         "mask": None, "mask_pairs": False, "kdim": 4, "vdim": 7}
GOLDEN = {
    "plain": {"heads": 4, "width": 4, "n_q": 6},
    "one-head": {"heads": 1, "width": 8, "n_q": 6},
    "no-bias": {"bias": False},
    "cross": {"cross": True},
    "widths": {"cross": True, "wide": True},
    "bias-kv": {"bias_kv": True, "causal": True},
    "zero": {"zero": True, "bias_kv": True, "cross": True},
    "seq-first": {"seq_first": True, "cross": True, "padding": "bool"},
    "unbatched": {"batched": False, "causal": True},
    "unbatched-masks": {"batched": False, "cross": True, "average": True,
                        "padding": "float", "mask": "float",
                        "mask_pairs": True},
    "causal": {"causal": True, "n_q": 6},
    "padding": {"padding": "bool", "n_q": 6},
    "padding-float": {"padding": "float", "mask": "float"},
    "mask": {"mask": "bool", "n_q": 5},
    "mask-float": {"mask": "float", "causal": True, "zero": True},
    "mask-pairs": {"mask": "bool", "mask_pairs": True, "padding": "bool",
                   "zero": True, "average": True},
    "halves": {"type": torch.float16, "cross": True, "average": True},
    "bfloats": {"type": torch.bfloat16},
}


def golden(folder):
    """Each case is drawn until no row sees nothing."""
    with open(os.path.join(folder, "cases"), "w", encoding="utf-8") as list_:
        for name, changes in GOLDEN.items():
            seed, nan = 0, True
            while nan:
                seed += 1
                case = Case(random.Random(seed), **{**SMALL, **changes})
                result = case.run()
                nan = any(t.isnan().any() for t in result.values())
            path = os.path.join(folder, name)
            write_tensors(path + ".in.safetensors", case.tensors)
            write_tensors(path + ".out.safetensors", result)
            print(name, *case.options(), file=list_)


def changed(tensors, **new):
    """Replace, add or (None) take away; __ in a name stands for a dot."""
    for name, tensor in new.items():
        name = name.replace("__", ".")
        tensors.pop(name, None)
        if tensor is not None:
            tensors[name] = tensor


def with_number(tensor, place, number):
    tensor = tensor.clone()
    tensor.view(-1)[place] = number
    return tensor


ZERO, EIGHT = torch.zeros, torch.zeros(8, dtype=torch.uint8)
# Name: options, what the message says, and what is changed in a module with
# two heads, width 6, two texts of four tokens.
BAD = {
    "in-shape": ("", "'in_proj_weight': its shape is [17, 6], expected "
                 "[18, 6]", {"in_proj_weight": ZERO(17, 6)}),
    "in-rank": ("", "'in_proj_weight': its shape is [108], expected [18, 6]",
                {"in_proj_weight": ZERO(108)}),
    "out-shape": ("", "'out_proj.weight': its shape is [6, 5], expected "
                  "[E, E]", {"out_proj__weight": ZERO(6, 5)}),
    "out-missing": ("", "'out_proj.weight': it is missing",
                    {"out_proj__weight": None}),
    "in-missing": ("", "'q_proj_weight': it is missing",
                   {"in_proj_weight": None}),
    "bias-shape": ("", "'in_proj_bias': its shape is [6], expected [18]",
                   {"in_proj_bias": ZERO(6)}),
    "bias-missing": ("", "'out_proj.bias': it is missing",
                     {"out_proj__bias": None}),
    "bias-k-alone": ("", "'bias_v': it is missing, but bias_k",
                     {"bias_k": ZERO(1, 1, 6)}),
    "bias-k-shape": ("", "'bias_k': its shape is [6], expected [1, 1, 6]",
                     {"bias_k": ZERO(6), "bias_v": ZERO(1, 1, 6)}),
    "heads": ("--heads 4", "'out_proj.weight': its 6 columns cannot be "
              "divided among 4 heads", {}),
    "surplus": ("", "'q_proj_bias': it is no part", {"q_proj_bias": ZERO(6)}),
    "both": ("", "'q_proj_weight': it is surplus",
             {"q_proj_weight": ZERO(6, 6)}),
    "one-of-three": ("", "'v_proj_weight': it is missing",
                     {"in_proj_weight": None, "q_proj_weight": ZERO(6, 6),
                      "k_proj_weight": ZERO(6, 6)}),
    "query-missing": ("", "'query': it is missing", {"query": None}),
    "query-width": ("", "'query': its shape is [2, 4, 5], expected "
                    "[2, 4, 6]", {"query": ZERO(2, 4, 5)}),
    "query-rank": ("", "'query': its shape is [1, 2, 4, 6]",
                   {"query": ZERO(1, 2, 4, 6)}),
    "query-empty": ("", "'query': its shape is [2, 0, 6]",
                    {"query": ZERO(2, 0, 6)}),
    "key-alone": ("", "'value': it is missing, but key",
                  {"key": ZERO(2, 4, 6)}),
    "key-batch": ("", "'key': its shape is [3, 4, 6], expected [2, 4, 6]",
                  {"key": ZERO(3, 4, 6), "value": ZERO(3, 4, 6)}),
    "key-length": ("", "'value': its shape is [2, 5, 6], expected "
                   "[2, 3, 6]",
                   {"key": ZERO(2, 3, 6), "value": ZERO(2, 5, 6)}),
    "key-rank": ("", "'key': its shape is [4, 6], expected [2, 4, 6]",
                 {"key": ZERO(4, 6), "value": ZERO(4, 6)}),
    "key-first": ("--seq-first", "'key': its shape is [2, 5, 6], expected "
                  "[2, 4, 6]", {"key": ZERO(2, 5, 6), "value": ZERO(2, 5, 6)}),
    "kdim": ("", "'k_proj_weight': its shape is [6, 3], expected [6, 6]",
             {"in_proj_weight": None, "q_proj_weight": ZERO(6, 6),
              "k_proj_weight": ZERO(6, 3), "v_proj_weight": ZERO(6, 6)}),
    "k-transposed": ("", "'k_proj_weight': its shape is [3, 6], expected "
                     "[6, 3]",
                     {"in_proj_weight": None, "q_proj_weight": ZERO(6, 6),
                      "k_proj_weight": ZERO(3, 6),
                      "v_proj_weight": ZERO(6, 5),
                      "key": ZERO(2, 4, 3), "value": ZERO(2, 4, 5)}),
    "v-transposed": ("", "'v_proj_weight': its shape is [5, 6], expected "
                     "[6, 5]",
                     {"in_proj_weight": None, "q_proj_weight": ZERO(6, 6),
                      "k_proj_weight": ZERO(6, 3),
                      "v_proj_weight": ZERO(5, 6),
                      "key": ZERO(2, 4, 3), "value": ZERO(2, 4, 5)}),
    "key-width": ("", "'key': its shape is [2, 4, 2], expected [2, 4, 3]",
                  {"in_proj_weight": None, "q_proj_weight": ZERO(6, 6),
                   "k_proj_weight": ZERO(6, 3), "v_proj_weight": ZERO(6, 6),
                   "key": ZERO(2, 4, 2), "value": ZERO(2, 4, 6)}),
    "no-name": ("", "'': it is no part", {"": ZERO(6)}),
    "dtype-query": ("", "'query': its dtype is F64",
                    {"query": ZERO(2, 4, 6).double()}),
    "dtype-weight": ("", "'out_proj.weight': its dtype is I64",
                     {"out_proj__weight": ZERO(6, 6).long()}),
    "dtype-bool": ("", "'out_proj.bias': its dtype is BOOL",
                   {"out_proj__bias": ZERO(6).bool()}),
    "dtype-mask": ("", "'key_padding_mask': its dtype is U8",
                   {"key_padding_mask": EIGHT.view(2, 4)}),
    "nan": ("", "'in_proj_weight': its number 7, counted from 0, is NaN",
            {"in_proj_weight": with_number(ZERO(18, 6), 7, float("nan"))}),
    "inf": ("", "'out_proj.bias': its number 5, counted from 0, is infinite",
            {"out_proj__bias": with_number(ZERO(6), 5, INF)}),
    "minus-inf": ("", "'query': its number 0, counted from 0, is minus",
                  {"query": with_number(ZERO(2, 4, 6), 0, -INF)}),
    "nan-mask": ("", "'attn_mask': its number 1, counted from 0, is NaN",
                 {"attn_mask": with_number(ZERO(4, 4), 1, float("nan"))}),
    "inf-mask": ("", "'attn_mask': its number 1, counted from 0, is inf",
                 {"attn_mask": with_number(ZERO(4, 4), 1, INF)}),
    "mask-shape": ("", "'attn_mask': its shape is [4, 5], expected [4, 4]",
                   {"attn_mask": ZERO(4, 5)}),
    "mask-pairs": ("", "'attn_mask': its shape is [2, 4, 4], expected "
                   "[4, 4, 4]", {"attn_mask": ZERO(2, 4, 4)}),
    "padding-shape": ("", "'key_padding_mask': its shape is [4, 2], "
                      "expected [2, 4]",
                      {"key_padding_mask": EIGHT.view(4, 2).bool()}),
    "mix": ("", "'key_padding_mask': its numbers cannot be mixed",
            {"key_padding_mask": ZERO(2, 4),
             "attn_mask": ZERO(4, 4).bool()}),
    "overflow": ("", "'query': its scores may overflow",
                 {"in_proj_weight": ZERO(18, 6) + 1e25}),
    "overflow-mask": ("", "'attn_mask': added to the scores, its largest",
                      {"attn_mask": ZERO(4, 4) + 3.4e38,
                       "in_proj_weight": ZERO(18, 6) + 1e18}),
    "overflow-padding": ("", "'key_padding_mask': added to the scores, its",
                         {"key_padding_mask": ZERO(2, 4) + 3.4e38,
                          "in_proj_weight": ZERO(18, 6) + 1e18}),
    "overflow-value": ("", "'query': its projection overflows",
                       {"in_proj_bias": torch.cat(
                           [ZERO(12), ZERO(6) + 3e38])}),
    "overflow-output": ("", "'out_proj.weight': its projection overflows",
                        {"out_proj__weight": ZERO(6, 6) + 3e38,
                         "in_proj_bias": torch.cat(
                             [ZERO(12), ZERO(6) + 1e9])}),
}


def bad(folder):
    with open(os.path.join(folder, "cases"), "w", encoding="utf-8") as list_:
        for name, (options, message, changes) in BAD.items():
            tensors = Case(random.Random(1), **SMALL).tensors
            changed(tensors, **changes)
            write_tensors(os.path.join(folder, name + ".safetensors"),
                          tensors)
            heads = "" if "--heads" in options else "--heads 2 "
            print(f"{name} {heads}{options}".rstrip(), message,
                  sep="\t", file=list_)


if __name__ == "__main__":
    torch.set_num_threads(1)
    if len(sys.argv) == 3 and sys.argv[1] == "golden":
        golden(sys.argv[2])
        os.makedirs(os.path.join(sys.argv[2], "bad"), exist_ok=True)
        bad(os.path.join(sys.argv[2], "bad"))
    elif len(sys.argv) in (4, 5) and sys.argv[1] == "live":
        start = int(sys.argv[4]) if len(sys.argv) == 5 \
            else random.SystemRandom().randrange(10 ** 9)
        sys.exit(not live(sys.argv[2], int(sys.argv[3]), start))
    else:
        sys.exit(__doc__)
