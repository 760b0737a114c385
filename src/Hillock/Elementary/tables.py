#!/usr/bin/env python3
"""Prints the tables of SingleTanh.cs and SingleNormalCdf.cs and their errors (Debian's python3-mpmath, 60 digits).

A function of z on each quarter of an octave of z + 1, in powers of z less a number near the middle, chosen so that the constant term
is a float all but exactly.
"""
import struct

import mpmath as mp

from chebyshev import interpolant

DEGREE = 6


def to_float(x):
    return struct.unpack("f", struct.pack("f", float(x)))[0]


def after(x, steps):
    return struct.unpack("f", struct.pack("I", struct.unpack("I", struct.pack("f", x))[0] + steps))[0]


def middle(g, a, b):
    """The float near the middle at which g is nearest to a float, in units of its spacing."""
    candidates = [after(to_float((a + b) / 2), 256 * i) for i in range(-500, 501)]
    return min(candidates, key=lambda c: abs(to_float(g(mp.mpf(c))) / g(mp.mpf(c)) - 1))


def pieces():
    """The sixteen intervals in the order of the lowest four bits that select them."""
    for index in range(16):
        octave = (index // 4 + 1) % 4
        width = mp.mpf(2) ** octave / 4
        left = mp.mpf(2) ** octave - 1 + (index % 4) * width
        yield left, left + width


def table(name, middles, g, last):
    rows, worst = [[] for _ in range(DEGREE + 2)], mp.mpf(0)
    for a, b in pieces():
        b = min(b, max(last, a + (b - a) / 8))
        c = mp.mpf(middle(g, a, b))
        constant = mp.mpf(to_float(g(c)))
        # Through the constant: the rest is (g − g(c))/v, whose error counts v times.
        rise = lambda v: (g(c + v) - g(c)) / v if abs(v) > mp.mpf(10) ** -20 else mp.diff(g, c)
        rest = [mp.mpf(to_float(x)) for x in interpolant(rise, a - c, b - c, DEGREE - 1)]
        for row, value in zip(rows, [c, constant, *rest]):
            row.append(to_float(value))
        for i in range(201):
            z = a + (b - a) * i / 200
            worst = max(worst, abs((constant + (z - c) * mp.polyval(rest[::-1], z - c)) / g(z) - 1))
    print(f"{name}, relative error 2^{mp.nstr(mp.log(worst, 2), 4)}\n")
    for title, row in zip([middles, *(f"{name}{i}" for i in range(DEGREE + 1))], rows):
        print(f"    private static ReadOnlySpan<float> {title} =>\n    [")
        for i in range(0, 16, 4):
            print("        " + ", ".join(f"{x!r}f" for x in row[i:i + 4]) + ",")
        print("    ];\n")


table("Tanh", "TanhMiddles", lambda z: mp.tanh(z) / z if z > 1e-15 else mp.mpf(1) - z * z / 3, mp.mpf("9.1"))
table("Mills", "MillsMiddles", lambda z: mp.exp(z * z / 2) * mp.erfc(z / mp.sqrt(2)) / 2, mp.mpf(15))
