#!/usr/bin/env python3
"""The kernels with two threads, in 16-bit formats, and with AVX2 alone beside PyTorch's AVX2 kernels; writes a section of docs/speed.md.

  bench/kernel_variants.py [--rounds 3] [--size 131072] [--functions relu,gelu] [--peers ../shared/peers] [--page FILE]
"""
import datetime
import functools
import statistics

import kernel_rounds
import kernel_speed
import speed_page

FUNCTIONS = ("relu,leaky_relu,hard_sigmoid,hard_swish,elu,selu,celu(alpha=2),sigmoid,tanh,softplus,softsign,silu,mish,gelu,gelu_tanh,"
             "log_sigmoid")
# A name, more options, more environment.
WAYS = [
    ("float32", [], {}),
    ("two threads", ["--threads", "2"], {}),
    ("float16", ["--dtype", "float16"], {}),
    ("bfloat16", ["--dtype", "bfloat16"], {}),
    ("AVX2", [], {"DOTNET_EnableAVX512": "0"}),
]
PEER = kernel_speed.PEERS[0]


def main():
    parser = kernel_rounds.parser(__doc__, rounds=3)
    parser.add_argument("--size", type=int, default=131072)
    parser.add_argument("--functions", default=FUNCTIONS)
    arguments = parser.parse_args()
    program, sizes = kernel_rounds.build(), str(arguments.size)
    own = {name: functools.partial(kernel_rounds.ours, program, sizes, arguments.functions, options, environment)
           for name, options, environment in WAYS}
    with kernel_rounds.built([PEER], arguments.peers, sizes) as peers:
        medians = kernel_rounds.medians(arguments.rounds, own, peers)
    speed_page.write("variants", report(medians, arguments), arguments.page)


def report(medians, arguments):
    keys = list(dict.fromkeys(key[1:] for key in medians if key[0] == WAYS[0][0] and key[1] != "copy"))

    def cell(name, key):
        return f"{medians[(name, *key)]:.3f}" if (name, *key) in medians else "-"

    def ratio(over, under, key):
        return medians[(over, *key)] / medians[(under, *key)] if {(over, *key), (under, *key)} <= medians.keys() else None

    def shown(value):
        return f"**{value:.2f}**" if value else "-"

    def median(over, under):
        found = [value for key in keys if (value := ratio(over, under, key))]
        return f"{statistics.median(found):.2f}" if found else "-"

    copies = ", ".join(f"{name} {medians[(name, 'copy', 'forward', arguments.size)]:.3f}" for name, _, _ in WAYS)
    return "\n".join([
        "## Two threads, 16-bit formats, AVX2", "",
        f"Nanoseconds per element at {arguments.size:,} elements, medians of {arguments.rounds} alternating rounds on {speed_page.machine()}; "
        f"{datetime.date.today()}. *Speed-up* is one thread's time over two threads'; on machines whose two processors are one core's two "
        "threads it cannot reach 2. *AVX2* is ours without AVX-512, and its ratio PyTorch's AVX2 kernels' time over it (not compared where "
        "theirs work from the output).", "",
        f"Medians: speed-up {median('float32', 'two threads')}; float16 takes {median('float16', 'float32')} and bfloat16 "
        f"{median('bfloat16', 'float32')} times as long as float32; PyTorch AVX2 {median(PEER.name, 'AVX2')} times as long as AVX2. "
        f"A copy: {copies}.", "",
        "| function | direction | float32 | two threads | speed-up | float16 | bfloat16 | AVX2 | PyTorch AVX2 | ratio |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(f"| {key[0]} | {key[1]} | {cell('float32', key)} | {cell('two threads', key)} | {shown(ratio('float32', 'two threads', key))} "
          f"| {cell('float16', key)} | {cell('bfloat16', key)} | {cell('AVX2', key)} | {cell(PEER.name, key)} "
          f"| {shown(ratio(PEER.name, 'AVX2', key))} |" for key in keys),
    ])


if __name__ == "__main__":
    main()
