using System.Runtime.CompilerServices;

namespace Hillock.Lab;

/// <summary>The eigenvalues of a symmetric matrix, without its eigenvectors.</summary>
/// <remarks>
/// Reflections make it tridiagonal, rotations diagonal: Golub and Van Loan, Matrix Computations, 4th edition, algorithms 8.3.1 and 8.3.3. Each is off
/// by a few roundings of the greatest.
/// </remarks>
internal static class SymmetricEigenvalues
{
    private const double Rounding = 1.1e-16;

    /// <summary>The eigenvalues, ascending; NaN if the matrix has numbers that are not finite.</summary>
    /// <param name="matrix">Side × side, row by row; overwritten.</param>
    /// <param name="side">Rows, and columns.</param>
    public static double[] Of(double[] matrix, int side)
    {
        var (diagonal, beside) = Tridiagonal(matrix, side);
        var lost = Rounding * diagonal.Zip(beside, (d, b) => Math.Abs(d) + Math.Abs(b)).Max();
        for (var last = side - 1; last > 0;)
        {
            // What is no number is lost as well: nothing is to be waited for.
            if (!(Math.Abs(beside[last - 1]) > lost))
            {
                last--;
                continue;
            }
            var first = last - 1;
            while (first > 0 && Math.Abs(beside[first - 1]) > lost)
            {
                first--;
            }
            Rotate(diagonal, beside, first, last);
        }
        Array.Sort(diagonal);
        return diagonal;
    }

    /// <summary>The diagonal and what stands beside it, after each column but the last two was reflected onto its first two places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (double[] Diagonal, double[] Beside) Tridiagonal(double[] matrix, int side)
    {
        var (diagonal, beside, mirror, image) = (new double[side], new double[side], new double[side], new double[side]);
        for (var k = 0; k < side - 1; k++)
        {
            // I − 2·v·vᵀ/(v·v) takes x, the rest of the column, to (∓‖x‖, 0, 0…) for v = x ± ‖x‖·e₁: the sign is that which cancels nothing.
            var rest = side - k - 1;
            Span<double> v = mirror.AsSpan(0, rest), p = image.AsSpan(0, rest);
            matrix.AsSpan((k * side) + k + 1, rest).CopyTo(v);
            diagonal[k] = matrix[(k * side) + k];
            var length = Math.Sqrt(Eight.Product(v, v));
            beside[k] = -Math.CopySign(length, v[0]);
            if (length == 0)
            {
                continue;
            }
            v[0] -= beside[k];
            var square = Eight.Product(v, v);
            for (var i = 0; i < rest; i++)
            {
                p[i] = 2 * Eight.Product(matrix.AsSpan(((k + 1 + i) * side) + k + 1, rest), v) / square;
            }
            var along = Eight.Product(v, p) / square;
            for (var i = 0; i < rest; i++)
            {
                p[i] -= along * v[i];
            }
            for (var i = 0; i < rest; i++)
            {
                var row = matrix.AsSpan(((k + 1 + i) * side) + k + 1, rest);
                var (vi, pi) = (v[i], p[i]);
                for (var j = 0; j < row.Length; j++)
                {
                    row[j] -= (vi * p[j]) + (pi * v[j]);
                }
            }
        }
        diagonal[^1] = matrix[^1];
        return (diagonal, beside);
    }

    /// <summary>One step of the QR iteration on a block, shifted by the eigenvalue of its last corner that is nearer to the last number (Wilkinson).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rotate(double[] diagonal, double[] beside, int first, int last)
    {
        var corner = beside[last - 1];
        var half = (diagonal[last - 1] - diagonal[last]) / 2;
        var shift = diagonal[last] - (corner * (corner / (half + Math.CopySign(Length(half, corner), half))));
        var (x, z) = (diagonal[first] - shift, beside[first]);
        for (var k = first; k < last; k++)
        {
            var length = Length(x, z);
            var (c, s) = length == 0 ? (1, 0) : (x / length, z / length);
            if (k > first)
            {
                beside[k - 1] = length;
            }
            var (a, b, d) = (diagonal[k], beside[k], diagonal[k + 1]);
            diagonal[k] = (c * c * a) + (2 * c * s * b) + (s * s * d);
            diagonal[k + 1] = (s * s * a) - (2 * c * s * b) + (c * c * d);
            beside[k] = (c * s * (d - a)) + (((c * c) - (s * s)) * b);
            if (k < last - 1)
            {
                (x, z) = (beside[k], s * beside[k + 1]);
                beside[k + 1] *= c;
            }
        }
    }

    /// <summary>Squares of what is not lost beside floats' products are far from a double's limits.</summary>
    private static double Length(double x, double y) => Math.Sqrt((x * x) + (y * y));
}
