using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Lab;

/// <summary>Sums and counts of many numbers, eight at a time and then the rest singly, so that the order of a sum depends on no machine.</summary>
internal static class Eight
{
    /// <summary>Σx in double precision.</summary>
    public static double Sum(ReadOnlySpan<float> values) => Sum<Number>(values, 0);

    /// <summary>Σ(x − centre)² in double precision.</summary>
    public static double SquaredDistances(ReadOnlySpan<float> values, double centre) => Sum<SquaredDistance>(values, centre);

    private static double Sum<T>(ReadOnlySpan<float> values, double centre)
        where T : ITerm
    {
        Vector256<double> low = default, high = default, from = Vector256.Create(centre);
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            (low, high) = (low + T.Of(a, from), high + T.Of(b, from));
        }
        var sum = Vector256.Sum(low + high);
        for (; i < values.Length; i++)
        {
            sum += T.Of(Vector256.CreateScalar((double)values[i]), from)[0];
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

    private interface ITerm
    {
        static abstract Vector256<double> Of(Vector256<double> x, Vector256<double> centre);
    }

    private readonly struct Number : ITerm
    {
        public static Vector256<double> Of(Vector256<double> x, Vector256<double> centre) => x;
    }

    private readonly struct SquaredDistance : ITerm
    {
        public static Vector256<double> Of(Vector256<double> x, Vector256<double> centre) => (x - centre) * (x - centre);
    }
}
