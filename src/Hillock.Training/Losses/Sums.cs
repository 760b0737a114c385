using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Sums of floats in sixteen doubles, each of every sixteenth element: one order, whatever the width of the machine's vectors.</summary>
internal static class Sums
{
    /// <summary>Σ xᵢ.</summary>
    public static double Of(ReadOnlySpan<float> x) => Of<Plain>(x);

    /// <summary>Σ xᵢ².</summary>
    public static double OfSquares(ReadOnlySpan<float> x) => Of<Squared>(x);

    private static double Of<T>(ReadOnlySpan<float> x)
        where T : ITerm
    {
        Vector512<double> low = default, high = default;
        ref var first = ref MemoryMarshal.GetReference(x);
        var i = 0;
        for (; i <= x.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            Add<T>(Vector512.LoadUnsafe(ref first, (nuint)i), ref low, ref high);
        }
        if (i < x.Length)
        {
            Span<float> rest = stackalloc float[Vector512<float>.Count];
            rest.Clear();
            x[i..].CopyTo(rest);
            Add<T>(Vector512.Create<float>(rest), ref low, ref high);
        }
        var eight = low + high;
        var sum = 0.0;
        for (var lane = 0; lane < Vector512<double>.Count; lane++)
        {
            sum += eight[lane];
        }
        return sum;
    }

    private static void Add<T>(Vector512<float> x, ref Vector512<double> low, ref Vector512<double> high)
        where T : ITerm
    {
        var (a, b) = Vector512.Widen(x);
        low += T.Of(a);
        high += T.Of(b);
    }

    private interface ITerm
    {
        static abstract Vector512<double> Of(Vector512<double> x);
    }

    private readonly struct Plain : ITerm
    {
        public static Vector512<double> Of(Vector512<double> x) => x;
    }

    private readonly struct Squared : ITerm
    {
        public static Vector512<double> Of(Vector512<double> x) => x * x;
    }
}
