#!/usr/bin/env python3
"""The kernels beside PyTorch's, oneDNN's, TensorPrimitives' and XNNPACK's, in alternating runs; writes a section of docs/speed.md.

  bench/kernel_speed.py [--rounds 5] [--sizes 4096,131072,16777216] [--functions relu,gelu] [--peers ../shared/peers] [--page FILE]

A peer that cannot be built or run here is left out and the page says so. Every round runs ours once and each peer once, one thread each,
so that all see the same machine; what counts is the median over rounds.
"""
import datetime
import functools
import os
import statistics
import subprocess

import kernel_rounds
import speed_page

FORWARD, BACKWARD, FROM_OUTPUT = "forward", "backward", "backward from the output"

# What peers call a function, in lower case and up to the first sign that is no part of a name.
NAMES = {
    "celu2": "celu(alpha=2)",
    "hardswish": "hard_swish",
    "hardsigmoid": "hard_sigmoid",
    "logsigmoid": "log_sigmoid",
    "logistic": "sigmoid",
    "soft_relu": "softplus",
    "swish": "silu",
    "gelu_erf": "gelu",
    "logsoftmax": "log_softmax",
}
# PyTorch's and oneDNN's slopes of these work from the saved output, which is less work and less accurate.
# PyTorch's log_sigmoid saves e^-|x|.
SAVE_OUTPUT = {"PyTorch": {"sigmoid", "tanh", "softmax", "log_softmax", "log_sigmoid"}, "oneDNN": {"softmax", "log_softmax"},
               "TensorPrimitives": {"sigmoid", "tanh"}}
# Other ways to the same result that a user would not choose.
LEFT_OUT = ("allocating", "mkldnn off", "autograd")
COPIES = ("memcpy", "c memcpy", "span.copyto")
# Faster because it promises less: shown, but not counted.
LOOSE = "XNNPACK"


class Peer:
    """A program of the peers' folder that prints a table of medians."""

    def __init__(self, name, command, environment=None, prepare=None):
        self.name, self.command, self.environment, self.prepare = name, command, environment or {}, prepare

    def run(self, folder, sizes):
        """{(function, direction, size): ns per element}"""
        environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", **self.environment)
        output = subprocess.run(self.command(sizes), cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout
        times = {}
        for row in speed_page.cells(output):
            if len(row) > 2 and row[1].isdigit() and (key := self.key(row[0])):
                # Where a peer has two ways, its better one counts.
                key = (*key, int(row[1]))
                times[key] = min(float(row[2]), times.get(key, float("inf")))
        return times

    def key(self, label):
        """(function, direction) of a row's label; None for rows that are something else."""
        label = label.lower()
        if any(words in label for words in LEFT_OUT) or label.startswith(COPIES):
            return None
        name = label.split(" ")[0].rstrip(",")
        function = NAMES.get(name, name)
        if " bwd" not in label:
            return function, FORWARD
        saved = "from dst" in label or function in SAVE_OUTPUT.get(self.name.split(" ")[0], ())
        return function, FROM_OUTPUT if saved else BACKWARD


def torch(sizes):
    return ["/usr/bin/python3", "torch_speed.py", "--sizes", sizes]


PEERS = [
    Peer("PyTorch AVX2", torch, dict(ATEN_CPU_CAPABILITY="avx2"), ["make", "native"]),
    Peer("PyTorch AVX-512", torch, dict(ATEN_CPU_CAPABILITY="avx512"), ["make", "native"]),
    Peer("oneDNN", lambda _: ["build/onednn_speed", "speed"], prepare=["make", "build/onednn_speed"]),
    Peer("TensorPrimitives", lambda _: ["dotnet", "tensorprimitives_speed/out/tensorprimitives_speed.dll", "speed"],
         prepare=["dotnet", "build", "-c", "Release", "-o", "tensorprimitives_speed/out", "tensorprimitives_speed"]),
    Peer(LOOSE, lambda _: ["build/xnnpack_speed", "speed"], prepare=["make", "build/xnnpack_speed"]),
]


def ours(program, arguments):
    """Ours, with slopes from the output where they can be had from it."""
    times = functools.partial(kernel_rounds.ours, program, arguments.sizes, arguments.functions)
    saved = {(name, FROM_OUTPUT, size): time for (name, direction, size), time in times(["--from-output"]).items() if direction == BACKWARD}
    return times() | saved


def main():
    parser = kernel_rounds.parser(__doc__, rounds=5)
    parser.add_argument("--sizes", default="4096,131072,16777216")
    parser.add_argument("--functions")
    arguments = parser.parse_args()
    program = kernel_rounds.build()
    with kernel_rounds.built(PEERS, arguments.peers, arguments.sizes) as peers:
        medians = kernel_rounds.medians(arguments.rounds, {"Hillock": lambda: ours(program, arguments)}, peers)
    sizes = [int(size) for size in arguments.sizes.split(",")]
    speed_page.write("kernels", report(medians, sizes, list(peers), arguments.rounds), arguments.page)


def report(medians, sizes, peers, rounds):
    counted = [name for name in peers if name != LOOSE]
    missing = [peer.name for peer in PEERS if peer.name not in peers]
    functions = list(dict.fromkeys(key[1] for key in medians if key[0] == "Hillock" and key[1] != "copy"))

    def ratio(function, direction, size):
        theirs = [medians[key] for name in counted if (key := (name, function, direction, size)) in medians]
        mine = medians.get(("Hillock", function, direction, size))
        return min(theirs) / mine if theirs and mine else None

    compared = {key: found for size in sizes for direction in (FORWARD, BACKWARD) for function in functions
                if (found := ratio(*(key := (function, direction, size)))) is not None}
    lines = [
        "## Kernels", "",
        "Nanoseconds per element, float32, one thread, inputs normal with standard deviation 2; medians of "
        f"{rounds} alternating round{'s' if rounds != 1 else ''} on one machine: {speed_page.machine()}; {datetime.date.today()}.",
        "*Ratio* is the fastest peer's time over ours: above 1 we are faster. PyTorch 1.13 and oneDNN 2.6.3 are Debian 12's. At 4,096 "
        "elements PyTorch's figures hold about 0.16 (forward) and 0.45 (backward) ns of call overhead.",
    ]
    if LOOSE in peers:
        lines.append(f"{LOOSE} promises less (3.5 to 4.8 ULP, no NaN, no subnormals): it is shown, but does not count.")
    if missing:
        lines.append(f"Not measured here: {', '.join(missing)}.")
    lines += ["", *summary(compared, sizes)]
    for size in sizes:
        copy = medians.get(("Hillock", "copy", FORWARD, size))
        lines += ["", f"### {size:,} elements", "", f"A copy of the same bytes takes {copy:.3f} ns per element." if copy else "", "",
                  "| function | direction | Hillock | " + " | ".join(peers) + " | ratio |", "|---|---|---:|" + "---:|" * (len(peers) + 1)]
        for function in functions:
            for direction in (FORWARD, BACKWARD):
                found = compared.get((function, direction, size))
                lines.append(f"| {function} | {direction} | {row(medians, function, direction, size, ['Hillock', *peers])} "
                             f"| {f'**{found:.2f}**' if found else '-'} |")
    from_output = [(function, size) for size in sizes for function in functions
                   if any((name, function, FROM_OUTPUT, size) in medians for name in peers)]
    if from_output:
        lines += ["", "### Slopes from the saved output", "",
                  "Less work than a slope from the input, and less accurate: where the output has rounded to its limit, the slope is 0 "
                  "though the function still has one. PyTorch's log_sigmoid saves another number, e^-|x|.", "",
                  "| function | elements | Hillock | Hillock, from the input | " + " | ".join(peers) + " | ratio |",
                  "|---|---:|---:|---:|" + "---:|" * (len(peers) + 1)]
        for function, size in from_output:
            found = ratio(function, FROM_OUTPUT, size)
            lines.append(f"| {function} | {size:,} | {row(medians, function, FROM_OUTPUT, size, ['Hillock'])} "
                         f"| {row(medians, function, BACKWARD, size, ['Hillock'])} | {row(medians, function, FROM_OUTPUT, size, peers)} "
                         f"| {f'**{found:.2f}**' if found else '-'} |")
    return "\n".join(lines)


def row(medians, function, direction, size, names):
    return " | ".join(f"{medians[key]:.3f}" if (key := (name, function, direction, size)) in medians else "-" for name in names)


def summary(compared, sizes):
    """The median ratio by size and direction, and where the ratio is below 1."""
    if not compared:
        return ["Nothing of it is measured on both sides."]
    slower = [f"{function} {direction} at {size:,} ({found:.2f})" for (function, direction, size), found in compared.items() if found < 1]
    lines = ["| elements | forward | backward |", "|---:|---:|---:|"]
    for size in sizes:
        groups = [[found for key, found in compared.items() if key[1:] == (direction, size)] for direction in (FORWARD, BACKWARD)]
        lines.append(f"| {size:,} | " + " | ".join(f"{statistics.median(group):.2f}" if group else "-" for group in groups) + " |")
    return [f"Median ratio over {len(compared)} comparisons: **{statistics.median(compared.values()):.2f}**; by size and direction:", "",
            *lines, "", f"Slower than the fastest peer in {len(slower)} of {len(compared)}" + (f": {', '.join(slower)}." if slower else ".")]


if __name__ == "__main__":
    main()
