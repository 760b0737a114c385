#!/usr/bin/env python3
"""Writes rows.csv beside this file: truths for functions of rows, from their definitions with 60 digits (Debian's python3-mpmath).

Columns: function; inputs, floats; outputs; incoming gradients, floats; gradients. Numbers in a cell are separated by blanks.
"""
import os
import random
import struct
import mpmath as mp

mp.mp.dps = 60
half = mp.mpf(1) / 2


def single(x):
    return struct.unpack("f", struct.pack("f", x))[0]


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def normal_cdf(x):
    return mp.erfc(-x / mp.sqrt(2)) / 2


def normalized(e, x, dy, inner):
    """y = e / sum(e), with e' = inner; the gradient by the rule for quotients."""
    s = mp.fsum(e)
    dot = mp.fsum(a * b for a, b in zip(e, dy)) / s
    return [v / s for v in e], [i / s * (g - dot) for i, g in zip(inner, dy)]


def softmax(x, dy, t=mp.mpf(1)):
    e = [mp.exp(v / t) for v in x]
    return normalized(e, x, dy, [v / t for v in e])


def log_softmax(x, dy):
    m = max(x)
    log = mp.log(mp.fsum(mp.exp(v - m) for v in x))
    total = mp.fsum(dy)
    return [v - m - log for v in x], [g - mp.exp(v - m - log) * total for v, g in zip(x, dy)]


def softmin(x, dy):
    y, dx = softmax([-v for v in x], dy)
    return y, [-v for v in dx]


def entmax(x, dy, alpha):
    p = alpha - 1

    def of(tau):
        return [(p * v - tau) ** (1 / p) if p * v > tau else mp.mpf(0) for v in x]

    low, high = p * max(x) - 1, p * max(x)
    for _ in range(190):
        middle = (low + high) / 2
        low, high = (middle, high) if mp.fsum(of(middle)) > 1 else (low, middle)
    y = of(low)
    s = [v ** (2 - alpha) if v > 0 else mp.mpf(0) for v in y]
    mean = mp.fsum(a * b for a, b in zip(s, dy)) / mp.fsum(s)
    return y, [a * (g - mean) for a, g in zip(s, dy)]


def halves(u, v):
    def of(x, dy):
        n = len(x) // 2
        a, b = x[:n], x[n:]
        y = [u(p) * v(q) for p, q in zip(a, b)]
        return y, [mp.diff(u, p) * v(q) * g for p, q, g in zip(a, b, dy)] + [u(p) * mp.diff(v, q) * g for p, q, g in zip(a, b, dy)]
    return of


def squash(x, dy):
    r2 = mp.fsum(v * v for v in x)
    r = mp.sqrt(r2)
    h = r / (1 + r2)
    dot = mp.fsum(a * b for a, b in zip(x, dy))
    return [v * h for v in x], [h * g + v * dot * (1 - r2) / (1 + r2) ** 2 / r for v, g in zip(x, dy)]


def solu(x, dy):
    p, _ = softmax(x, dy)
    dot = mp.fsum(a * b * c for a, b, c in zip(x, p, dy))
    return [a * b for a, b in zip(x, p)], [b * (g + a * g - dot) for a, b, g in zip(x, p, dy)]


def identity(x):
    return x


def relu(x):
    return x if x > 0 else mp.mpf(0)


functions = {
    "softmax": softmax,
    "softmax(temperature=0.3)": lambda x, dy: softmax(x, dy, mp.mpf(0.3)),
    "log_softmax": log_softmax,
    "softmin": softmin,
    "sparsemax": lambda x, dy: entmax(x, dy, mp.mpf(2)),
    "entmax15": lambda x, dy: entmax(x, dy, mp.mpf(1.5)),
    "entmax(alpha=1.3)": lambda x, dy: entmax(x, dy, mp.mpf(1.3)),
    "entmax(alpha=4)": lambda x, dy: entmax(x, dy, mp.mpf(4)),
    "spherical_softmax": lambda x, dy: normalized([v * v for v in x], x, dy, [2 * v for v in x]),
    "taylor_softmax": lambda x, dy: normalized([1 + v + v * v / 2 for v in x], x, dy, [1 + v for v in x]),
    "solu": solu,
    "squash": squash,
    "glu": halves(identity, sigmoid),
    "geglu": halves(identity, lambda x: x * normal_cdf(x)),
    "swiglu": halves(identity, lambda x: x * sigmoid(x)),
    "swiglu(beta=1.5)": halves(identity, lambda x: x * sigmoid(mp.mpf(1.5) * x)),
    "reglu": halves(identity, relu),
    "bilinear": halves(identity, identity),
    "gtu": halves(mp.tanh, sigmoid),
}
halving = {"glu", "geglu", "swiglu", "swiglu(beta=1.5)", "reglu", "bilinear", "gtu"}


def inputs(name):
    draws = random.Random(1)
    lengths = [2, 34] if name in halving else [1, 2, 3, 17, 100] if name in ("softmax", "log_softmax") else [1, 2, 5, 33]
    shifts = [(0, 2), (0, 0.01), (-3, 30)] if name in halving else [(0, 2), (100, 3), (0, 0.01), (-200, 30), (3000, 5), (-1e6, 4)]
    for n in lengths:
        for shift, spread in shifts:
            yield [single(shift + spread * draws.gauss(0, 1)) for _ in range(n)]
    if name not in halving:
        yield [20.0, 0.0]
        yield [single(25.5), single(0.1), single(-0.3), 3.0]
        yield [single(0.7)] * 7


def text(numbers):
    return " ".join(mp.nstr(v, 17) if isinstance(v, mp.mpf) else repr(v) for v in numbers)


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "rows.csv"), "w") as file:
    file.write("function;x;y;dy;dx\n")
    for name, f in functions.items():
        draws = random.Random(2)
        for x in inputs(name):
            dy = [single(draws.gauss(0, 1)) for _ in range(len(x) // 2 if name in halving else len(x))]
            y, dx = f([mp.mpf(v) for v in x], [mp.mpf(v) for v in dy])
            file.write(";".join([name, text(x), text(y), text(dy), text(dx)]) + "\n")
