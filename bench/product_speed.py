#!/usr/bin/env python3
"""Matrix products beside OpenBLAS's by turns in one process, and what bias and activation add to them; writes a section of docs/speed.md.

  bench/product_speed.py --openblas FOLDER

FOLDER holds OpenBLAS's OpenMP build (apt-get download libopenblas0-openmp; dpkg -x *.deb FOLDER).
"""
import argparse
import os
import subprocess

import speed_page

PROJECT = "bench/Hillock.Benchmarks"
LIBRARY = "usr/lib/x86_64-linux-gnu/openblas-openmp/libopenblas.so.0"
# Debian's OpenBLAS does not know the newest processors and takes AVX2 kernels there unless told.
AT_ITS_BEST = dict(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OPENBLAS_CORETYPE="SkylakeX")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--openblas", required=True, metavar="FOLDER")
    options = parser.parse_args()
    program = os.path.join(speed_page.build(PROJECT), "Hillock.Benchmarks.dll")
    command = ["dotnet", program, "gemm", os.path.join(options.openblas, LIBRARY)]
    tables = subprocess.run(command, env=dict(os.environ, **AT_ITS_BEST), capture_output=True, text=True, check=True).stdout
    speed_page.write("products", f"""## Matrix products

One thread, float32, GFLOP/s, by turns in one process on {speed_page.machine()}; medians.
OpenBLAS 0.3.21 (Debian 12), told to use AVX-512; *share* is the median of the ratios of turns next to each other.
*More* is what bias and activation add to the product of a dense layer.

{tables}""")


if __name__ == "__main__":
    main()
