"""Polynomials through Chebyshev points, for the programs beside this file (Debian's python3-mpmath)."""
import mpmath as mp

# Of all that these programs compute.
mp.mp.dps = 60


def interpolant(f, a, b, degree):
    """Coefficients, lowest power first, of the polynomial through the Chebyshev points of [a, b]."""
    points = [(a + b) / 2 + (b - a) / 2 * mp.cos(mp.pi * (2 * i + 1) / (2 * degree + 2)) for i in range(degree + 1)]
    vandermonde = mp.matrix(degree + 1)
    for i, x in enumerate(points):
        for j in range(degree + 1):
            vandermonde[i, j] = x ** j
    return list(mp.lu_solve(vandermonde, mp.matrix([f(x) for x in points])))
