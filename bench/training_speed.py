#!/usr/bin/env python3
"""Training throughput beside PyTorch's, in alternating runs on one machine; writes a section of docs/speed.md.

  bench/training_speed.py [--rounds 3] [--networks cnn,lstm] [--shared ../shared] [--openblas FOLDER]

Needs Debian's python3-torch. FOLDER holds OpenBLAS's OpenMP build (apt-get download libopenblas0-openmp; dpkg -x *.deb FOLDER),
without which PyTorch is not at its best. Every round runs ours once and PyTorch in each of its settings, so that all see the same
machine; what counts is the median over rounds, and the ratio of medians.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys

import speed_page

# Ours by name: PyTorch's name for it, and what it is.
NETWORKS = {
    "mlp-relu": ("mlp_relu", "784-256-128-10, ReLU, Adam, batch 128"),
    "mlp-gelu": ("mlp_gelu", "784-256-128-10, GELU, Adam, batch 128"),
    "cnn": ("cnn_relu", "CNN on 28×28, ReLU, SGD, batch 64"),
    "deep-tanh": ("deep50_tanh", "50 layers of 64, tanh, SGD, batch 128"),
    "lstm": ("lstm", "LSTM 128, 28 steps of 28, Adam, batch 128"),
    "transformer": ("transformer_gelu", "transformer encoder, 2 layers, d 64, 64 tokens, GELU, Adam, batch 32"),
}
TUNED_MALLOC = dict(MALLOC_MMAP_THRESHOLD_="4000000000", MALLOC_TRIM_THRESHOLD_="8000000000", MALLOC_TOP_PAD_="268435456")


def peer_settings(openblas):
    """Names, threads and environments in which PyTorch is run; the best of those up to a number of threads counts."""
    settings = [
        ("1 thread", 1, {}),
        ("1 thread, malloc tuned", 1, TUNED_MALLOC),
    ]
    if openblas:
        folder = os.path.join(openblas, "usr/lib/x86_64-linux-gnu/openblas-openmp")
        tuned = dict(TUNED_MALLOC, LD_LIBRARY_PATH=folder)
        # Debian's OpenBLAS does not know the newest processors and takes AVX2 kernels there unless told.
        avx512 = dict(tuned, OPENBLAS_CORETYPE="SkylakeX", ATEN_CPU_CAPABILITY="avx512")
        settings += [
            ("1 thread, OpenMP OpenBLAS, malloc tuned, AVX-512 asked for", 1, avx512),
            ("2 threads, OpenMP OpenBLAS, malloc tuned", 2, tuned),
            ("2 threads, the same, AVX-512 asked for", 2, avx512),
        ]
    else:
        settings += [("2 threads, malloc tuned, passive waiting", 2, dict(TUNED_MALLOC, OMP_WAIT_POLICY="PASSIVE"))]
    return settings


def peer(shared, network, threads, environment, seconds):
    """PyTorch's samples per second and the most memory its process had, in 10⁶ bytes."""
    process = subprocess.Popen(
        ["/usr/bin/python3", os.path.join(shared, "peers/torch_train_speed.py"), "--child", str(threads),
         "--only", NETWORKS[network][0], "--seconds", str(seconds)],
        env=dict(os.environ, OMP_NUM_THREADS=str(threads), OPENBLAS_NUM_THREADS=str(threads), **environment), stdout=subprocess.PIPE, text=True)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{network}: PyTorch's program failed")
    row = next(cells for cells in speed_page.cells(output) if cells[0] == NETWORKS[network][0])
    return float(row[2].replace(",", "")), usage.ru_maxrss * 1024 / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=2, help="of PyTorch's measurements")
    parser.add_argument("--networks", default=",".join(NETWORKS))
    parser.add_argument("--shared", default=os.path.join(speed_page.BENCH, "../../shared"))
    parser.add_argument("--openblas")
    arguments = parser.parse_args()
    networks, settings = arguments.networks.split(","), peer_settings(arguments.openblas)
    ours, theirs = {}, {}
    program = os.path.join(speed_page.build("src/Hillock.Cli"), "Hillock.Cli.dll")
    for turn in range(arguments.rounds):
        for network in networks:
            print(f"round {turn + 1} of {arguments.rounds}, {network}, load {os.getloadavg()[0]:.2f}", file=sys.stderr)
            for threads in (1, 2):
                command = ["dotnet", program, "bench", "train", "--networks", network, "--threads", str(threads), "--json"]
                time = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout)[0]
                ours.setdefault((network, threads), []).append((time["samplesPerSecond"], time["peakMegabytes"]))
            for name, threads, environment in settings:
                theirs.setdefault((network, name), []).append(peer(arguments.shared, network, threads, environment, arguments.seconds))
    speed_page.write("training", report(networks, ours, theirs, settings, arguments.rounds))


def middle(measured, which):
    return statistics.median(pair[which] for pair in measured)


def report(networks, ours, theirs, settings, rounds):
    lines = [
        "## Training", "",
        f"Samples per second, float32; medians of {rounds} alternating rounds on one machine: {speed_page.machine()}.",
        "PyTorch 1.13 (Debian 12). *Best* is the highest median of its settings up to that number of threads; memory is the peak of the whole process.", "",
        "| network | threads | Hillock | lowest to highest | PyTorch, best | its setting | ratio | MB | PyTorch's |",
        "|---|---:|---:|---|---:|---|---:|---:|---:|",
    ]
    ratios = {1: [], 2: []}
    for threads in (1, 2):
        for network in networks:
            own = ours[network, threads]
            best, setting = max((middle(theirs[network, name], 0), name) for name, count, _ in settings if count <= threads)
            ratios[threads].append(middle(own, 0) / best)
            lines.append(f"| {NETWORKS[network][1]} | {threads} | {middle(own, 0):,.0f} | {min(own)[0]:,.0f} to {max(own)[0]:,.0f} | {best:,.0f} | {setting} "
                         f"| **{ratios[threads][-1]:.2f}** | {middle(own, 1):,.0f} | {middle(theirs[network, setting], 1):,.0f} |")
    lines += ["", "Median of the ratios: " + ", ".join(f"{statistics.median(r):.2f} with {t} thread{'s'[:t - 1]}" for t, r in ratios.items()) + ".",
              "", "All of PyTorch's settings:", "", "| setting | " + " | ".join(networks) + " |", "|---|" + "---:|" * len(networks)]
    for name, _, _ in settings:
        lines.append(f"| {name} | " + " | ".join(f"{middle(theirs[network, name], 0):,.0f}" for network in networks) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
