#!/usr/bin/env python3
"""Truths for the functions that shared/golden lacks: writes further.csv beside this file, in the columns of the golden file.

The formulas are those of shared/reference/functions.md, written here without a look at the library. The parameters' defaults
are doubles: exponentials multiply what a decimal number loses by becoming one. Slopes and curvatures are differences in 400
digits (Debian's python3-mpmath).
"""
import csv
import os
import random
import struct

import mpmath as mp
from mpmath import atan, cos, erf, exp, log1p, mpf, pi, sin, sqrt, tanh

mp.mp.dps = 400
STEP = mpf(10) ** -70
FAR = 10 ** 6  # Beyond e^±1000000 every format has long overflowed or underflowed.


def bounded(x):
    return max(-FAR, min(FAR, x))


def e(x):
    return exp(bounded(x))


def sigmoid(x):
    return 1 / (1 + e(-x))


def softplus(x):
    return x + log1p(e(-x)) if x > 0 else log1p(e(x))


def saturated(f, far=200):
    """f with its limits ±1 beyond ±far, where 400 digits show nothing else."""
    return lambda x: mp.sign(x) if abs(x) > far * 10 else f(x)


def sinc(u):
    return sin(u) / u if u != 0 else mpf(1)


erf_, tanh_ = saturated(erf), saturated(tanh)

# name: (parameters, formula, kinks)
FUNCTIONS = {
    "asu": ("", lambda x: x * sin(x), []),
    "hosc": ("beta=2;omega=1", lambda x: tanh(2 * sin(x)), []),
    "ssu": ("", lambda x: pi * sinc(x - pi), []),
    "dsu": ("", lambda x: pi / 2 * (sinc(x - pi) - sinc(x + pi)), []),
    "coslu": ("a=1;b=1", lambda x: (x + cos(x)) * sigmoid(x), []),
    "sinsig": ("", lambda x: x * sin(pi / 2 * sigmoid(x)), []),
    "pats": ("a=0.625", lambda x: x * atan(mpf(0.625) * pi * sigmoid(x)), []),
    "swat": ("", lambda x: x * sigmoid(atan(x)), []),
    "vlu": ("a=1;b=1", lambda x: max(x, mpf(0)) + sin(x), [0]),
    "minsin": ("", lambda x: min(x, sin(x)), []),
    "pserf": ("gamma=1.25;delta=0.85", lambda x: x * erf_(mpf(1.25) * softplus(mpf(0.85) * x)), []),
    "erf_act": ("alpha=0.75;beta=0.75", lambda x: x * erf_(mpf(0.75) * e(mpf(0.75) * x)), []),
    "sgelu": ("alpha=1", lambda x: x * erf_(x / sqrt(2)), []),
    "erf_relu": ("alpha=0.5", lambda x: x if x > 0 else erf_(x) / 2, [0]),
    "derf": ("alpha=0.5", lambda x: erf_(x / 2), []),
    "gudermannian": ("", lambda x: 2 * atan(tanh_(x / 2)), []),
    "gabor": ("omega=5;s=1", lambda x: cos(5 * x) * e(-x * x), []),
    "polu": ("n=1.5", lambda x: x if x > 0 else (1 - x) ** mpf(-1.5) - 1, [0]),
    "pdelu": ("t=0.9;alpha=1", lambda x: x if x > 0 else max(1 + (1 - mpf(0.9)) * x, mpf(0)) ** (1 / (1 - mpf(0.9))) - 1, []),
}


def single(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def points(draw):
    xs = [0.0]
    for x in [2.0 ** -149, 2.0 ** -126, 1e-30, 1e-12, 1e-7, 1e-4, 0.5, 1.0, 2.0, 3.0, 3.1415927, 6.0, 16.0, 88.0, 1e4, 1e9, 3e38]:
        xs += [x, -x]
    for width, count in ((1, 10), (4, 16), (20, 16), (110, 12)):
        xs += [draw.uniform(-width, width) for _ in range(count)]
    xs += [draw.choice((-1, 1)) * 2.0 ** draw.uniform(-60, 12) for _ in range(12)]
    return [single(x) for x in xs]


def text(value, digits=25):
    return "0" if value == 0 else mp.nstr(value, digits, min_fixed=1, max_fixed=0)


def main():
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "further.csv")
    with open(path, "w", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["id", "params", "x", "f", "df", "ddf"])
        for name, (parameters, f, kinks) in FUNCTIONS.items():
            for x in points(random.Random(name)):
                at = mpf(x)
                low, here, high = f(at - STEP), f(at), f(at + STEP)
                slope, curvature = (high - low) / (2 * STEP), (high - 2 * here + low) / STEP ** 2
                smooth = all(x != kink for kink in kinks)
                rows.writerow([name, parameters, repr(x), text(here), text(slope) if smooth else "", text(curvature, 8) if smooth else ""])


if __name__ == "__main__":
    main()
