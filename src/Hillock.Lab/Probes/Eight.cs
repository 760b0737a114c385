using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Lab;

/// <summary>Sums and counts of many numbers, eight at a time and then the rest singly, so that the order of a sum depends on no machine.</summary>
internal static class Eight
{
    /// <summary>Σx where <paramref name="mean"/> is 0, otherwise Σ(x − mean)², in double precision.</summary>
    public static double Sum(ReadOnlySpan<float> values, double mean)
    {
        Vector256<double> low = default, high = default, from = Vector256.Create(mean);
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            (a, b) = mean == 0 ? (a, b) : ((a - from) * (a - from), (b - from) * (b - from));
            (low, high) = (low + a, high + b);
        }
        var sum = Vector256.Sum(low + high);
        for (; i < values.Length; i++)
        {
            sum += mean == 0 ? values[i] : (values[i] - mean) * (values[i] - mean);
        }
        return sum;
    }

    /// <summary>The share of the numbers with a magnitude of at most the bound.</summary>
    public static double Share(ReadOnlySpan<float> values, float bound)
    {
        Vector256<int> count = default;
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            // All bits of what holds are set: −1.
            count -= Vector256.LessThanOrEqual(Vector256.Abs(Vector256.LoadUnsafe(ref first, (nuint)i)), Vector256.Create(bound)).AsInt32();
        }
        long all = Vector256.Sum(count);
        for (; i < values.Length; i++)
        {
            all += Math.Abs(values[i]) <= bound ? 1 : 0;
        }
        return values.IsEmpty ? 0 : (double)all / values.Length;
    }
}
