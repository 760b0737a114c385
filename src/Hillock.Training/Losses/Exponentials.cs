using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Training;

/// <summary>Rows of e^(z − max), and what cross-entropy needs of one: short rows, often, and many of them for one exponential.</summary>
/// <remarks>Eight numbers at a time and then the rest singly, so that the order of a sum depends on no machine.</remarks>
internal static class Exponentials
{
    private static int Eight => Vector256<float>.Count;

    /// <summary>e^(z − max), row by row, and the maxima; the greatest become 1.</summary>
    public static void Of(ReadOnlySpan<float> z, int columns, Span<float> e, Span<float> maxima)
    {
        for (int start = 0, row = 0; start < z.Length; start += columns, row++)
        {
            maxima[row] = Shift(z.Slice(start, columns), e.Slice(start, columns));
        }
        default(Natural).Forward(e, e);
    }

    /// <summary>The sum of a row but for one of its greatest: beside the 1, a small rest keeps its digits.</summary>
    public static double Rest(ReadOnlySpan<float> row)
    {
        ref var e = ref MemoryMarshal.GetReference(row);
        Vector256<double> low = default, high = default;
        double sum = 0;
        int i = 0, ones = -1;
        for (; i <= row.Length - Eight; i += Eight)
        {
            var eight = Vector256.LoadUnsafe(ref e, (nuint)i);
            var greatest = Vector256.Equals(eight, Vector256<float>.One);
            ones += BitOperations.PopCount(greatest.ExtractMostSignificantBits());
            var (a, b) = Vector256.Widen(Vector256.AndNot(eight, greatest));
            (low, high) = (low + a, high + b);
        }
        for (; i < row.Length; i++)
        {
            (sum, ones) = row[i] == 1 ? (sum, ones + 1) : (sum + row[i], ones);
        }
        var four = low + high;
        return four[0] + four[1] + (four[2] + four[3]) + sum + ones;
    }

    private static float Shift(ReadOnlySpan<float> row, Span<float> to)
    {
        ref var z = ref MemoryMarshal.GetReference(row);
        ref var shifted = ref MemoryMarshal.GetReference(to);
        var greatest = float.NegativeInfinity;
        var i = 0;
        if (row.Length >= Eight)
        {
            var eight = Vector256.LoadUnsafe(ref z);
            for (i = Eight; i <= row.Length - Eight; i += Eight)
            {
                eight = Vector256.Max(eight, Vector256.LoadUnsafe(ref z, (nuint)i));
            }
            var four = Vector128.Max(eight.GetLower(), eight.GetUpper());
            greatest = Math.Max(Math.Max(four[0], four[1]), Math.Max(four[2], four[3]));
        }
        for (; i < row.Length; i++)
        {
            greatest = Math.Max(greatest, row[i]);
        }
        for (i = 0; i <= row.Length - Eight; i += Eight)
        {
            (Vector256.LoadUnsafe(ref z, (nuint)i) - Vector256.Create(greatest)).StoreUnsafe(ref shifted, (nuint)i);
        }
        for (; i < row.Length; i++)
        {
            to[i] = row[i] - greatest;
        }
        return greatest;
    }

    /// <summary><see cref="Exponential"/>, with said what an interface's default would box the struct for at each call.</summary>
    private readonly struct Natural : IActivation
    {
        public FloatRange Floats => FloatRange.None;

        public bool NeedsDoubles => false;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public T Of<T>(T x)
            where T : struct, IReal<T> =>
            default(Exponential).Of(x);
    }
}
