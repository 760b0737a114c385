using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Sums along a row, always in the same order: sixteen running sums, whatever the width of the machine's vectors.</summary>
internal static unsafe class RowSums
{
    /// <summary>Σ x.</summary>
    public static float Of(float* x, int count)
    {
        Vector256<float> a = default, b = default;
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            a += Vector256.Load(x + i);
            b += Vector256.Load(x + i + 8);
        }
        for (; i <= count - 8; i += 8)
        {
            a += Vector256.Load(x + i);
        }
        var sum = Vector256.Sum(a + b);
        for (; i < count; i++)
        {
            sum += x[i];
        }
        return sum;
    }

    /// <summary>Σ (x − centre)².</summary>
    public static float Squares(float* x, int count, float centre)
    {
        Vector256<float> a = default, b = default, centres = Vector256.Create(centre);
        var i = 0;
        for (; i <= count - 16; i += 16)
        {
            Vector256<float> first = Vector256.Load(x + i) - centres, second = Vector256.Load(x + i + 8) - centres;
            a = Vector256.FusedMultiplyAdd(first, first, a);
            b = Vector256.FusedMultiplyAdd(second, second, b);
        }
        for (; i <= count - 8; i += 8)
        {
            var first = Vector256.Load(x + i) - centres;
            a = Vector256.FusedMultiplyAdd(first, first, a);
        }
        var sum = Vector256.Sum(a + b);
        for (; i < count; i++)
        {
            sum = MathF.FusedMultiplyAdd(x[i] - centre, x[i] - centre, sum);
        }
        return sum;
    }

    /// <summary>
    /// Σ scale·g and Σ scale·g·(x − centre) of a row; g and g·(x − centre)·inverse are added to the sums of the channels.
    /// </summary>
    public static (float Sum, float Product) Products(
        float* x, float* g, float* scales, int count, float centre, float inverse, float* sums, float* products)
    {
        Vector256<float> a = default, b = default, centres = Vector256.Create(centre), inverses = Vector256.Create(inverse);
        var i = 0;
        for (; i <= count - 8; i += 8)
        {
            Vector256<float> slope = Vector256.Load(g + i), distance = Vector256.Load(x + i) - centres;
            var scaled = slope * Vector256.Load(scales + i);
            a += scaled;
            b = Vector256.FusedMultiplyAdd(scaled, distance, b);
            (Vector256.Load(sums + i) + slope).Store(sums + i);
            Vector256.FusedMultiplyAdd(slope, distance * inverses, Vector256.Load(products + i)).Store(products + i);
        }
        var (sum, product) = (Vector256.Sum(a), Vector256.Sum(b));
        for (; i < count; i++)
        {
            var scaled = g[i] * scales[i];
            sum += scaled;
            product = MathF.FusedMultiplyAdd(scaled, x[i] - centre, product);
            sums[i] += g[i];
            products[i] = MathF.FusedMultiplyAdd(g[i], (x[i] - centre) * inverse, products[i]);
        }
        return (sum, product);
    }
}
