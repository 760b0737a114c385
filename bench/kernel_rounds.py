"""What programs that measure kernels have in common: our command, the peers' programs, and medians over alternating rounds."""
import argparse
import contextlib
import functools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

import speed_page


def parser(description, rounds):
    """The options that all of them have."""
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=rounds)
    options.add_argument("--peers", default=os.path.join(speed_page.BENCH, "../../shared/peers"))
    options.add_argument("--page", default=speed_page.PAGE)
    return options


def build():
    """Builds the hillock command and returns its program."""
    return os.path.join(speed_page.build("src/Hillock.Cli"), "Hillock.Cli.dll")


def ours(program, sizes, functions, options=(), environment=None):
    """{(function, direction, size): ns per element}"""
    command = ["dotnet", program, "bench", "kernels", "--json", "--sizes", sizes, *(["--functions", functions] if functions else []), *options]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                            env=os.environ | (environment or {})).stdout
    return {(row["function"], row["direction"], row["size"]): row["nsPerElement"] for row in json.loads(output)}


@contextlib.contextmanager
def built(peers, source, sizes):
    """What runs each of the peers that can be built here, by name; their folder is copied and built elsewhere."""
    with tempfile.TemporaryDirectory(prefix="hillock-peers-") as scratch:
        folder = os.path.join(scratch, "peers")
        shutil.copytree(source, folder, ignore=shutil.ignore_patterns("build", "bin", "obj"))
        ready = {}
        for peer in peers:
            done = subprocess.run(peer.prepare, cwd=folder, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                ready[peer.name] = functools.partial(peer.run, folder, sizes)
            else:
                reason = (done.stderr + done.stdout).strip().splitlines()
                print(f"{peer.name} is left out: {reason[0] if reason else 'it cannot be built'}", file=sys.stderr)
        yield ready


def medians(rounds, own, peers):
    """{(name, function, direction, size): ns per element}, each run once a round; a peer that cannot be run is taken out of peers."""
    samples = {}

    def add(name, times):
        for key, time in times.items():
            samples.setdefault((name, *key), []).append(time)

    for turn in range(rounds):
        print(f"round {turn + 1} of {rounds}, load {os.getloadavg()[0]:.2f}", file=sys.stderr)
        for name, run in own.items():
            add(name, run())
        for name, run in list(peers.items()):
            try:
                add(name, run())
            except (OSError, subprocess.CalledProcessError) as error:
                del peers[name]
                print(f"{name} is left out: {error}", file=sys.stderr)
    return {key: statistics.median(times) for key, times in samples.items()}
