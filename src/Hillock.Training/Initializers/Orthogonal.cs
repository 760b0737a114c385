using System.Numerics;
using System.Runtime.InteropServices;

namespace Hillock.Training;

/// <summary>Random orthogonal matrices.</summary>
internal static class Orthogonal
{
    /// <summary>Fills the matrix with rows, or columns where there are fewer of these, that have length 1 and stand upright on each other.</summary>
    /// <remarks>
    /// Gram and Schmidt's method on normal draws, each vector made upright on those before it, gives every orthogonal matrix the same
    /// chance (Mezzadri 2007, arXiv:math-ph/0609050). In double, what is left of an angle is far below a float's last bit.
    /// </remarks>
    public static void Fill(Tensor matrix, Draws draws)
    {
        var byRows = matrix.Rows <= matrix.Columns;
        var (count, length) = byRows ? (matrix.Rows, matrix.Columns) : (matrix.Columns, matrix.Rows);
        var vectors = new double[count][];
        for (var i = 0; i < count; i++)
        {
            var vector = vectors[i] = new double[length];
            foreach (ref var element in vector.AsSpan())
            {
                element = draws.NextNormal();
            }
            for (var before = 0; before < i; before++)
            {
                Add(-Dot(vectors[before], vector), vectors[before], vector);
            }
            Add((1 / Math.Sqrt(Dot(vector, vector))) - 1, vector, vector);
            for (var j = 0; j < length; j++)
            {
                (byRows ? ref matrix.Row(i)[j] : ref matrix.Row(j)[i]) = (float)vector[j];
            }
        }
    }

    /// <summary>Four sums, whatever the machine's vectors are: the same weights everywhere.</summary>
    private static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double s = 0, t = 0, u = 0, v = 0;
        var i = 0;
        for (; i <= a.Length - 4; i += 4)
        {
            s += a[i] * b[i];
            t += a[i + 1] * b[i + 1];
            u += a[i + 2] * b[i + 2];
            v += a[i + 3] * b[i + 3];
        }
        for (; i < a.Length; i++)
        {
            s += a[i] * b[i];
        }
        return (s + t) + (u + v);
    }

    private static void Add(double factor, ReadOnlySpan<double> a, Span<double> to)
    {
        ReadOnlySpan<Vector<double>> wide = MemoryMarshal.Cast<double, Vector<double>>(a);
        var sums = MemoryMarshal.Cast<double, Vector<double>>(to);
        for (var i = 0; i < wide.Length; i++)
        {
            sums[i] += factor * wide[i];
        }
        for (var i = wide.Length * Vector<double>.Count; i < a.Length; i++)
        {
            to[i] += factor * a[i];
        }
    }
}
