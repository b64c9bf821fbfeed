#!/usr/bin/python3
"""A training's pass, forward and back, in PyTorch: the peer of make bench-train.

tests/train_peer.py FOLDER
    FOLDER holds `model`, weights as Hugging Face stores them; `own`, the
    gradient that the book's program computed, as a model; and `batch.tsv`: a
    line for each word with the number of its text, its id, and the id of the
    word that follows, or -1. Says "ready" and who it is. Then, for each line
    of the input, which names a way to run the heads, it computes the mean loss
    and its gradient with one thread, and says how many seconds of processor
    time that took, the loss, and the gradient's largest difference from `own`.
    The ways: `text` (each text by itself), `padded` (all texts at once, each
    as long as the longest) and `masked` (as one text, words of others hidden).
"""
import os
import sys
import time

sys.dont_write_bytecode = True
# torch.set_num_threads does not reach an OpenBLAS with threads of its own.
os.environ["OPENBLAS_NUM_THREADS"] = os.environ["OMP_NUM_THREADS"] = "1"
try:
    import torch
except ImportError:
    print("no PyTorch (Debian: python3-torch, and /usr/bin/python3)")
    sys.exit()
from model import load_config  # noqa: E402
from pytorch import read_tensors  # noqa: E402

F = torch.nn.functional
INF = float("inf")


def load(folder, name):
    return read_tensors(os.path.join(folder, name, "model.safetensors"))


def turned_signs(x):
    """(-b, a) for the halves a, b of the last axis."""
    a, b = x.chunk(2, -1)
    return torch.cat([-b, a], -1)


def future(n):
    """Added to scores [n, n], it hides the keys after the query."""
    return torch.full((n, n), -INF).triu(1)


class Pass:
    """The model, the batch, and what does not change from pass to pass."""

    def __init__(self, folder):
        self.config = load_config(folder + "/model")
        self.weights = {name: w.clone().requires_grad_()
                        for name, w in load(folder, "model").items()}
        self.own = load(folder, "own")
        with open(folder + "/batch.tsv", encoding="ascii") as file:
            rows = [[int(n) for n in line.split()] for line in file]
        self.text, self.word, self.target = torch.tensor(rows).T.contiguous()
        self.lengths = torch.bincount(self.text).tolist()
        self.heads = self.config["num_attention_heads"]
        self.epsilon = self.config["rms_norm_eps"]
        self.make_tables()

    def make_tables(self):
        width = self.config["hidden_size"] // self.heads
        self.scale = width ** -0.5
        speed = self.config["rope_theta"] ** (
            -torch.arange(0, width, 2).double() / width)
        place = torch.cat([torch.arange(n) for n in self.lengths])
        angle = torch.outer(place.double(), speed).repeat(1, 2)[:, None]
        self.cosines, self.sines = angle.cos().float(), angle.sin().float()
        self.hidden = [future(n) for n in self.lengths]
        longest = max(self.lengths)
        self.hidden_padded = future(longest)
        self.padded_row = self.text * longest + place
        other = self.text[:, None] != self.text[None]
        self.hidden_masked = future(len(self.text)).masked_fill(other, -INF)

    def head(self, q, k, v, hidden):
        """Heads at once: q, k, v [heads, n, width]."""
        scores = torch.baddbmm(hidden, q, k.transpose(1, 2), alpha=self.scale)
        return scores.softmax(-1) @ v

    def text_by_text(self, *qkv):
        parts = zip(*(x.transpose(0, 1).split(self.lengths, 1) for x in qkv))
        out = [self.head(*part, hidden)
               for part, hidden in zip(parts, self.hidden)]
        return torch.cat(out, 1).transpose(0, 1)

    def padded(self, *qkv):
        texts, longest = len(self.lengths), max(self.lengths)
        heads, width = qkv[0].shape[1:]

        def pad(x):
            x = x.new_zeros(texts * longest, heads, width).index_copy(
                0, self.padded_row, x)
            return x.view(texts, longest, heads, width).transpose(
                1, 2).reshape(texts * heads, longest, width)
        out = self.head(*(pad(x) for x in qkv), self.hidden_padded)
        out = out.view(texts, heads, longest, width).transpose(1, 2)
        return out.reshape(texts * longest, heads, width)[self.padded_row]

    def masked(self, *qkv):
        out = self.head(*(x.transpose(0, 1) for x in qkv), self.hidden_masked)
        return out.transpose(0, 1)

    WAYS = {"text": text_by_text, "padded": padded, "masked": masked}

    def turn(self, x):
        return x * self.cosines + turned_signs(x) * self.sines

    def norm(self, x, gain):
        mean = x.pow(2).mean(-1, keepdim=True)
        return x * torch.rsqrt(mean + self.epsilon) * gain

    def block(self, x, w, way):
        n = len(x)
        y = self.norm(x, w("input_layernorm"))
        q, k, v = (F.linear(y, w(f"self_attn.{name}_proj")).view(
            n, self.heads, -1) for name in "qkv")
        joined = way(self, self.turn(q), self.turn(k), v).reshape(n, -1)
        x = x + F.linear(joined, w("self_attn.o_proj"))
        y = self.norm(x, w("post_attention_layernorm"))
        gate = F.silu(F.linear(y, w("mlp.gate_proj")))
        return x + F.linear(gate * F.linear(y, w("mlp.up_proj")),
                            w("mlp.down_proj"))

    def loss(self, way):
        embedding = self.weights["model.embed_tokens.weight"]
        output = self.weights.get("lm_head.weight", embedding)
        x = F.embedding(self.word, embedding)
        for layer in range(self.config["num_hidden_layers"]):
            def w(name, layer=layer):
                return self.weights[f"model.layers.{layer}.{name}.weight"]
            x = self.block(x, w, way)
        x = self.norm(x, self.weights["model.norm.weight"])
        return F.cross_entropy(F.linear(x, output), self.target,
                               ignore_index=-1)

    def difference(self):
        return max(((w.grad - self.own[name]).norm()
                    / self.own[name].norm()).item()
                   for name, w in self.weights.items())

    def run(self, way):
        for w in self.weights.values():
            w.grad = None
        start = time.process_time()
        loss = self.loss(self.WAYS[way])
        loss.backward()
        seconds = time.process_time() - start
        return f"{seconds:.9f} {loss.item():.7f} {self.difference():.3g}"


def blas():
    """The library of matrix products that this process has loaded."""
    with open("/proc/self/maps", encoding="utf-8") as file:
        names = {os.path.basename(line.split()[-1]) for line in file}
    return next((n for n in sorted(names) if "openblas" in n
                 or "mkl_core" in n), "another BLAS")


torch.set_num_threads(1)
it = Pass(sys.argv[1])
print(f"ready PyTorch {torch.__version__} with {blas()}", flush=True)
for line in sys.stdin:
    print(it.run(line.strip()), flush=True)
