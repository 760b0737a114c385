using System.Runtime.CompilerServices;

namespace Hillock.Lab;

/// <summary>How much of a layer's width is used: the directions that explain nearly all variance of its outputs, over its units.</summary>
/// <remarks>
/// Layer saturation as delve has it (Shenk, Richter, Byttner, Arpteg and Huss 2019, arXiv:1907.08589): the least number of eigenvectors of the
/// covariance of the outputs whose eigenvalues sum to 99 % of all, divided by the number of units. Of many rows <see cref="MostRows"/> are
/// taken, evenly spread.
/// </remarks>
public static class EffectiveRank
{
    /// <summary>The share of variance that is explained.</summary>
    public const double Explained = 0.99;

    /// <summary>Of wider layers the eigenvalues take too long.</summary>
    public const int MostUnits = 64;

    /// <summary>More rows change the share of so few units no more.</summary>
    public const int MostRows = 512;

    /// <summary>A network has few places, each of which is ranked once: too few calls for the runtime to optimise what is called by itself.</summary>
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    /// <summary>The share of the width that is used; 0 for outputs that do not vary, NaN if they are not finite or too wide.</summary>
    /// <param name="outputs">Rows × units.</param>
    /// <param name="units">Units of the layer.</param>
    public static double Of(ReadOnlySpan<float> outputs, int units)
    {
        var rows = Math.Min(outputs.Length / units, MostRows);
        if (units > MostUnits || rows == 0)
        {
            return double.NaN;
        }
        // Of a matrix and its transpose the smaller product has all eigenvalues that are not 0.
        var columns = Centred(outputs, units, rows);
        var side = Math.Min(rows, units);
        var products = Products(rows < units ? Transposed(columns, units) : columns, side);
        var values = SymmetricEigenvalues.Of(products, side);
        if (!double.IsFinite(values.Sum()))
        {
            return double.NaN;
        }
        var all = values.Sum(value => Math.Max(0, value));
        var (sum, used) = (0.0, 0);
        for (; sum < Explained * all; used++)
        {
            sum += values[^(used + 1)];
        }
        return (double)used / units;
    }

    /// <summary>Units × rows, each unit less its mean.</summary>
    [MethodImpl(AtOnce)]
    private static double[] Centred(ReadOnlySpan<float> outputs, int units, int rows)
    {
        var columns = new double[units * rows];
        var there = outputs.Length / units;
        for (var row = 0; row < rows; row++)
        {
            var from = outputs.Slice((int)((long)row * there / rows) * units, units);
            for (var unit = 0; unit < units; unit++)
            {
                columns[(unit * rows) + row] = from[unit];
            }
        }
        for (var unit = 0; unit < units; unit++)
        {
            var column = columns.AsSpan(unit * rows, rows);
            var sum = 0.0;
            foreach (var value in column)
            {
                sum += value;
            }
            foreach (ref var value in column)
            {
                value -= sum / rows;
            }
        }
        return columns;
    }

    [MethodImpl(AtOnce)]
    private static double[] Transposed(double[] columns, int units)
    {
        var rows = columns.Length / units;
        var transposed = new double[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            transposed[(i % rows * units) + (i / rows)] = columns[i];
        }
        return transposed;
    }

    /// <summary>The products of all pairs of so many vectors, which lie one after the other.</summary>
    [MethodImpl(AtOnce)]
    private static double[] Products(double[] vectors, int count)
    {
        var products = new double[count * count];
        var length = vectors.Length / count;
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                products[(i * count) + j] = products[(j * count) + i] =
                    Eight.Product(vectors.AsSpan(i * length, length), vectors.AsSpan(j * length, length));
            }
        }
        return products;
    }
}
