#!/usr/bin/env python3
"""Training throughput beside PyTorch's, in alternating runs on one machine; writes a section of docs/speed.md.

  bench/training_speed.py [--rounds 5] [--shared ../shared] [--openblas FOLDER]

Needs Debian's python3-torch. FOLDER holds OpenBLAS's OpenMP build (apt-get download libopenblas0-openmp; dpkg -x *.deb FOLDER),
without which PyTorch is not at its best. Every round runs ours once and PyTorch in each of its settings, so that all see the same
machine; what counts is the median over rounds, and the ratio of medians.
"""
import argparse
import os
import statistics
import subprocess
import sys

import speed_page

MODELS = {
    "mlp_relu": "ReLU, Adam",
    "mlp_gelu": "GELU, Adam",
    "mlp_relu_sgd": "ReLU, SGD",
}
TUNED_MALLOC = dict(MALLOC_MMAP_THRESHOLD_="4000000000", MALLOC_TRIM_THRESHOLD_="8000000000", MALLOC_TOP_PAD_="268435456")


def peer_settings(openblas):
    """Names, threads and environments in which PyTorch is run; the best of those up to a number of threads counts."""
    settings = [
        ("1 thread", 1, {}),
    ]
    if openblas:
        folder = os.path.join(openblas, "usr/lib/x86_64-linux-gnu/openblas-openmp")
        tuned = dict(TUNED_MALLOC, LD_LIBRARY_PATH=folder)
        # Debian's OpenBLAS does not know the newest processors and takes AVX2 kernels there unless told.
        avx512 = dict(tuned, OPENBLAS_CORETYPE="SkylakeX", ATEN_CPU_CAPABILITY="avx512")
        settings += [
            ("1 thread, OpenMP OpenBLAS, malloc tuned", 1, tuned),
            ("1 thread, the same, AVX-512 asked for", 1, avx512),
            ("2 threads, OpenMP OpenBLAS, malloc tuned", 2, tuned),
            ("2 threads, the same, AVX-512 asked for", 2, avx512),
        ]
    else:
        settings += [("2 threads, malloc tuned, passive waiting", 2, dict(TUNED_MALLOC, OMP_WAIT_POLICY="PASSIVE"))]
    return settings


def rows(command, environment):
    """The cells of every Markdown row that begins with a model's name."""
    output = subprocess.run(command, env=dict(os.environ, **environment), check=True, capture_output=True, text=True).stdout
    return [row for row in speed_page.cells(output) if row[0] in MODELS]


def number(text):
    return float(text.replace(",", ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--shared", default=os.path.join(speed_page.BENCH, "../../shared"))
    parser.add_argument("--openblas")
    arguments = parser.parse_args()
    settings = peer_settings(arguments.openblas)
    ours, theirs = {}, {}
    program = os.path.join(speed_page.build("bench/Hillock.Benchmarks"), "Hillock.Benchmarks.dll")
    for turn in range(arguments.rounds):
        print(f"round {turn + 1} of {arguments.rounds}, load {os.getloadavg()[0]:.2f}", file=sys.stderr)
        for cells in rows(["dotnet", program, "train"], {}):
            ours.setdefault((cells[0], int(cells[1])), []).append(number(cells[2]))
        for name, threads, environment in settings:
            command = ["/usr/bin/python3", os.path.join(arguments.shared, "peers/torch_train_speed.py"), "--threads", str(threads),
                       "--only", ",".join(MODELS), "--seconds", "3"]
            for cells in rows(command, environment):
                theirs.setdefault((cells[0], name), []).append(number(cells[2]))
    speed_page.write("training", report(ours, theirs, settings, arguments.rounds))


def report(ours, theirs, settings, rounds):
    lines = [
        "## Training a 784-256-128-10 network", "",
        f"Samples per second, batches of 128, float32; medians of {rounds} alternating rounds on one machine: {speed_page.machine()}.",
        "PyTorch 1.13 (Debian 12). *Best* is the highest median of its settings up to that number of threads.", "",
        "| network | threads | Hillock | lowest to highest | PyTorch, best | its setting | ratio |",
        "|---|---:|---:|---|---:|---|---:|",
    ]
    for threads in (1, 2):
        for model, title in MODELS.items():
            own = ours[model, threads]
            best, setting = max((statistics.median(theirs[model, name]), name) for name, count, _ in settings if count <= threads)
            lines.append(f"| {title} | {threads} | {statistics.median(own):,.0f} | {min(own):,.0f} to {max(own):,.0f} "
                         f"| {best:,.0f} | {setting} | **{statistics.median(own) / best:.2f}** |")
    lines += ["", "All of PyTorch's settings:", "", "| setting | " + " | ".join(MODELS.values()) + " |", "|---|" + "---:|" * len(MODELS)]
    for name, _, _ in settings:
        lines.append(f"| {name} | " + " | ".join(f"{statistics.median(theirs[model, name]):,.0f}" for model in MODELS) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
