#!/usr/bin/python3
"""Attention in PyTorch: a peer of make bench, in a process of its own.

tests/fast_peer.py
    Says "ready", PyTorch's version, and for which processor its OpenBLAS chose
    its kernels, with tabs between. Then it does what each line of the input
    says; an end of the input is its end.
    function HEADS WIDTH QUERIES KEYS CAUSAL THREADS SIZE {PLACE HEAD ROW} x 3
        reads SIZE floats, in which queries, keys and values lie: each from
        PLACE on, and as far from head to head and from row to row.
    module HEADS WIDTH QUERIES KEYS CAUSAL THREADS
        makes an nn.MultiheadAttention and a text, both at random.
    run TIMES
        computes the one or the other, and says the seconds that it took: of
        this thread's processor time or, with several threads, of the clock.
    fetch
        says the last result, as floats [HEADS, QUERIES, WIDTH].
"""
import ctypes
import os
import signal
import sys
import time
import warnings

signal.signal(signal.SIGINT, signal.SIG_DFL)
warnings.simplefilter("ignore")
try:
    import torch
except ImportError:
    print("no PyTorch (Debian: python3-torch, and /usr/bin/python3)")
    sys.exit()

F = torch.nn.functional


def find_blas():
    """The OpenBLAS that this process has loaded, or None."""
    with open("/proc/self/maps", encoding="utf-8") as file:
        paths = {line.split()[-1] for line in file}
    return next((ctypes.CDLL(p) for p in sorted(paths)
                 if "openblas" in os.path.basename(p)), None)


def core_name(blas):
    if blas is None:
        return "another BLAS"
    blas.openblas_get_corename.restype = ctypes.c_char_p
    return blas.openblas_get_corename().decode()


def find_function():
    """PyTorch 2 has a function where 1.13 has one with an underscore."""
    if hasattr(F, "scaled_dot_product_attention"):
        return F.scaled_dot_product_attention
    hidden = F._scaled_dot_product_attention
    return lambda q, k, v, is_causal: hidden(q, k, v, None, 0.0, False,
                                             is_causal)[0]


def memory_of(floats):
    """The memory of a tensor whose numbers lie in a row."""
    size = floats.numel() * floats.element_size()
    return (ctypes.c_char * size).from_address(floats.data_ptr())


class Peer:
    """What is computed next: self.call() gives self.result."""

    def __init__(self, blas, says):
        self.blas, self.says = blas, says
        self.attention = find_function()
        self.made = None

    def set_threads(self, threads):
        """torch.set_num_threads does not reach an OpenBLAS with its own."""
        torch.set_num_threads(threads)
        if self.blas is not None:
            self.blas.openblas_set_num_threads(threads)
        self.clock = time.thread_time if threads == 1 else time.perf_counter

    def function(self, heads, width, queries, keys, causal, threads, size,
                 *places):
        self.set_threads(threads)
        floats = torch.empty(size)
        if sys.stdin.buffer.readinto(memory_of(floats)) != 4 * size:
            sys.exit("fast_peer: the inputs are not complete")
        q, k, v = (
            floats.as_strided((1, heads, rows, width), (0, head, row, 1), at)
            for rows, at, head, row in zip((queries, keys, keys), places[::3],
                                           places[1::3], places[2::3]))
        self.call = lambda: self.attention(q, k, v, is_causal=bool(causal))

    def module(self, heads, width, queries, keys, causal, threads):
        self.set_threads(threads)
        if self.made != (heads, width, keys, causal):
            self.made = heads, width, keys, causal
            self.many = torch.nn.MultiheadAttention(
                heads * width, heads, batch_first=True).eval()
            self.text = torch.randn(1, keys, heads * width)
            self.mask = torch.ones(keys, keys, dtype=torch.bool).triu(
                1) if causal else None
        self.call = lambda: self.many(self.text, self.text, self.text,
                                      need_weights=False, attn_mask=self.mask)

    def run(self, times):
        start = self.clock()
        for _ in range(times):
            self.result = self.call()
        self.say(f"{self.clock() - start:.9f}\n".encode())

    def fetch(self):
        floats = self.result.contiguous()
        self.say(memory_of(floats))

    def say(self, what):
        self.says.write(what)
        self.says.flush()


# What libraries may print must not get between the answers.
says = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
torch.set_grad_enabled(False)
blas = find_blas()
peer = Peer(blas, says)
peer.say(f"ready\t{torch.__version__}\t{core_name(blas)}\n".encode())
for line in iter(sys.stdin.buffer.readline, b""):
    what, *numbers = line.split()
    getattr(peer, what.decode())(*map(int, numbers))
