#!/usr/bin/env python3
"""Prints the polynomials of this folder and their errors (Debian's python3-mpmath, 60 digits, and python3-numpy).

Each is the Chebyshev interpolant of a smooth function on an interval, in powers of the variable, lowest first.
"""
import mpmath as mp
import numpy as np

from chebyshev import interpolant


def error(f, coefficients, a, b):
    """The greatest relative error on a fine grid, as a power of two."""
    grid = [a + (b - a) * mp.mpf(i) / 500 for i in range(1, 500)]
    return mp.log(max(abs(mp.polyval(coefficients[::-1], x) / f(x) - 1) for x in grid), 2)


def show(name, f, a, b, degree):
    coefficients = interpolant(f, mp.mpf(a), mp.mpf(b), degree)
    print(f"\n{name}, degree {degree}, relative error 2^{mp.nstr(error(f, coefficients, mp.mpf(a), mp.mpf(b)), 4)}")
    for c in coefficients:
        print("  ", repr(float(mp.nstr(c, 20))))


def exp_rest(r):
    return (mp.expm1(r) - r) / r ** 2 if abs(r) > 1e-12 else mp.mpf(1) / 2 + r / 6


def artanh_rest(w):
    return (2 * mp.atanh(mp.sqrt(w)) / mp.sqrt(w) - 2) / w if w > 1e-20 else mp.mpf(2) / 3


def mills(t):
    z = 5 * (1 + t) / (1 - t)
    return mp.exp(z * z / 2) * mp.erfc(z / mp.sqrt(2)) / 2 * (z + 5)


half = mp.log(2) / 2 * mp.mpf("1.0001")
show("P(r) with exp(r) = 1 + r + r^2 P(r), |r| <= ln(2)/2", exp_rest, -half, half, 10)
show("Q(w) with 2 artanh(s) = 2s + s w Q(w), w = s^2 <= 1/9", artanh_rest, 0, mp.mpf(1) / 9, 10)
show("the same for w <= 0.02945", artanh_rest, 0, mp.mpf("0.02945"), 7)
show("K(t) with Phi(-z) = exp(-z^2/2) K(t)/(z + 5), t = (z - 5)/(z + 5), z <= 39", mills, -1, mp.mpf(34) / 44, 23)


def erf_rest(w):
    return (mp.erf(mp.sqrt(w)) / mp.sqrt(w)) if w > 1e-30 else 2 / mp.sqrt(mp.pi)


def sin_rest(w):
    return (mp.sin(mp.sqrt(w)) / mp.sqrt(w) - 1) / w if w > 1e-12 else -mp.mpf(1) / 6 + w / 120


def cos_rest(w):
    return (mp.cos(mp.sqrt(w)) - 1 + w / 2) / w ** 2 if w > 1e-8 else mp.mpf(1) / 24 - w / 720


def sinc_slope(w):
    return (mp.cos(mp.sqrt(w)) - mp.sin(mp.sqrt(w)) / mp.sqrt(w)) / w if w > 1e-20 else -mp.mpf(1) / 3 + w / 30


def atan_rest(w):
    return (mp.atan(mp.sqrt(w)) / mp.sqrt(w) - 1) / w if w > 1e-12 else -mp.mpf(1) / 3 + w / 5


eighth = (mp.pi / 4 * mp.mpf("1.0001")) ** 2
show("E(w) with erf(x) = x E(x^2), |x| <= 1", erf_rest, 0, 1, 12)
show("the same, short", erf_rest, 0, 1, 7)
show("S(w) with sin(r) = r + r^3 S(r^2), |r| <= pi/4", sin_rest, 0, eighth, 5)
show("C(w) with cos(r) = 1 - r^2/2 + r^4 C(r^2), |r| <= pi/4", cos_rest, 0, eighth, 5)
show("A(w) with atan(u) = u + u^3 A(u^2), |u| <= tan(pi/8)", atan_rest, 0, mp.tan(mp.pi / 8) ** 2 * mp.mpf("1.0001"), 11)
show("D(w) with sinc'(x) = x D(x^2), |x| <= 1", sinc_slope, 0, 1, 6)

def normal_rest(w):
    z = mp.sqrt(w)
    return mp.erf(z / mp.sqrt(2)) / (2 * z) if w > 1e-30 else 1 / mp.sqrt(2 * mp.pi)


show("N(w) with Phi(-z) = 1/2 - z N(z^2), z <= 1", normal_rest, 0, 1, 10)


def fitted(name, f, weight, a, b, degree):
    """The polynomial whose greatest weighted error is least (Lawson 1961), for floats."""
    n = 400
    points = [(a + b) / 2 + (b - a) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * n)) for i in range(n)]
    powers = np.array([[float(x) ** j for j in range(degree + 1)] for x in points])
    values, weights = np.array([float(f(x)) for x in points]), np.array([float(weight(x)) for x in points])
    shares = np.ones(n) / n
    for _ in range(300):
        scale = np.sqrt(shares) * weights
        coefficients = np.linalg.lstsq(powers * scale[:, None], values * scale, rcond=None)[0]
        errors = np.abs((powers @ coefficients - values) * weights)
        shares *= errors
        shares /= shares.sum()
    print(f"\n{name}, degree {degree}, error 2^{mp.nstr(mp.log(max(errors), 2), 4)}")
    for c in coefficients:
        print("  ", repr(float(c)))


fitted("Floats: q(r) with exp(r) - 1 = r + r^2 q(r), |r| <= ln(2)/2, relative to exp(r) - 1", exp_rest, lambda r: r * r / abs(mp.expm1(r)),
       -half, half, 4)
