using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock.Lab;

/// <summary>Sums and counts of many numbers, eight at a time and then the rest singly, so that the order of a sum depends on no machine.</summary>
/// <remarks>A short training calls them a few dozen times, too seldom for the runtime to optimise them by itself.</remarks>
internal static class Eight
{
    private const MethodImplOptions AtOnce = MethodImplOptions.AggressiveOptimization;

    /// <summary>Σx in double precision, the extremes, which hold only where all are numbers, and how many are 0.</summary>
    [MethodImpl(AtOnce)]
    public static (double Sum, float Least, float Greatest, int Zeros) Overview(ReadOnlySpan<float> values)
    {
        Vector256<double> low = default, high = default;
        Vector256<float> least = Vector256.Create(float.PositiveInfinity), greatest = -least;
        Vector256<int> zeros = default;
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var x = Vector256.LoadUnsafe(ref first, (nuint)i);
            var (a, b) = Vector256.Widen(x);
            (low, high) = (low + a, high + b);
            (least, greatest) = (Vector256.ConditionalSelect(Vector256.LessThan(x, least), x, least), Vector256.ConditionalSelect(Vector256.GreaterThan(x, greatest), x, greatest));
            // All bits of what holds are set: −1.
            zeros -= Vector256.Equals(x, default).AsInt32();
        }
        var all = (Sum: Vector256.Sum(low + high), Least: float.PositiveInfinity, Greatest: float.NegativeInfinity, Zeros: Vector256.Sum(zeros));
        for (var lane = 0; lane < Vector256<float>.Count; lane++)
        {
            (all.Least, all.Greatest) = (Math.Min(all.Least, least[lane]), Math.Max(all.Greatest, greatest[lane]));
        }
        foreach (var x in values[i..])
        {
            all = (all.Sum + x, Math.Min(all.Least, x), Math.Max(all.Greatest, x), all.Zeros + (x == 0 ? 1 : 0));
        }
        return all;
    }

    /// <summary>Σ(x − centre)² in double precision.</summary>
    [MethodImpl(AtOnce)]
    public static double SquaredDistances(ReadOnlySpan<float> values, double centre)
    {
        Vector256<double> low = default, high = default, from = Vector256.Create(centre);
        ref var first = ref MemoryMarshal.GetReference(values);
        var i = 0;
        for (; i <= values.Length - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            (a, b) = (a - from, b - from);
            (low, high) = (low + (a * a), high + (b * b));
        }
        var sum = Vector256.Sum(low + high);
        foreach (var x in values[i..])
        {
            sum += (x - centre) * (x - centre);
        }
        return sum;
    }

    /// <summary>Σ(x − y)² in double precision.</summary>
    [MethodImpl(AtOnce)]
    public static double SquaredChanges(ReadOnlySpan<float> now, ReadOnlySpan<float> before)
    {
        Vector256<double> low = default, high = default;
        ref var first = ref MemoryMarshal.GetReference(now);
        ref var other = ref MemoryMarshal.GetReference(before);
        var i = 0;
        for (; i <= Math.Min(now.Length, before.Length) - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var (a, b) = Vector256.Widen(Vector256.LoadUnsafe(ref first, (nuint)i));
            var (c, d) = Vector256.Widen(Vector256.LoadUnsafe(ref other, (nuint)i));
            (a, b) = (a - c, b - d);
            (low, high) = (low + (a * a), high + (b * b));
        }
        var sum = Vector256.Sum(low + high);
        for (; i < now.Length; i++)
        {
            var change = (double)now[i] - before[i];
            sum += change * change;
        }
        return sum;
    }

    /// <summary>Σx·y.</summary>
    [MethodImpl(AtOnce)]
    public static double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        Vector256<double> low = default, high = default;
        ref var firstX = ref MemoryMarshal.GetReference(x);
        ref var firstY = ref MemoryMarshal.GetReference(y);
        var (i, half) = (0, Vector256<double>.Count);
        for (; i <= Math.Min(x.Length, y.Length) - (2 * half); i += 2 * half)
        {
            low += Vector256.LoadUnsafe(ref firstX, (nuint)i) * Vector256.LoadUnsafe(ref firstY, (nuint)i);
            high += Vector256.LoadUnsafe(ref firstX, (nuint)(i + half)) * Vector256.LoadUnsafe(ref firstY, (nuint)(i + half));
        }
        var sum = Vector256.Sum(low + high);
        for (; i < x.Length; i++)
        {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /// <summary>How many numbers have a magnitude of at most the bound, and how many of these are 0 where what belongs to them is 0 as well.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="others">What belongs to them, one to each.</param>
    /// <param name="bound">The bound.</param>
    [MethodImpl(AtOnce)]
    public static (int Small, int BothZero) Small(ReadOnlySpan<float> values, ReadOnlySpan<float> others, float bound)
    {
        Vector256<int> small = default, zero = default;
        ref var first = ref MemoryMarshal.GetReference(values);
        ref var other = ref MemoryMarshal.GetReference(others);
        var i = 0;
        for (; i <= Math.Min(values.Length, others.Length) - Vector256<float>.Count; i += Vector256<float>.Count)
        {
            var x = Vector256.LoadUnsafe(ref first, (nuint)i);
            small -= Vector256.LessThanOrEqual(Vector256.Abs(x), Vector256.Create(bound)).AsInt32();
            zero -= (Vector256.Equals(x, default) & Vector256.Equals(Vector256.LoadUnsafe(ref other, (nuint)i), default)).AsInt32();
        }
        var (smallOnes, zeros) = (Vector256.Sum(small), Vector256.Sum(zero));
        for (; i < values.Length; i++)
        {
            smallOnes += Math.Abs(values[i]) <= bound ? 1 : 0;
            zeros += (values[i], others[i]) is (0, 0) ? 1 : 0;
        }
        return (smallOnes, zeros);
    }

    /// <summary>Counts the finite numbers among the values in equally wide parts of their range.</summary>
    /// <param name="values">The values.</param>
    /// <param name="low">Where the first part begins.</param>
    /// <param name="perUnit">Parts for each unit of the range.</param>
    /// <param name="counts">Receives how many are in each part; what is beyond is in the first or the last.</param>
    [MethodImpl(AtOnce)]
    public static void Count(ReadOnlySpan<float> values, float low, float perUnit, Span<int> counts)
    {
        Span<int> parts = stackalloc int[Vector256<float>.Count];
        ref var first = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < values.Length; i += parts.Length)
        {
            // What is left in the end is filled up with what is not counted.
            var x = values.Length - i < parts.Length ? Rest(values[i..]) : Vector256.LoadUnsafe(ref first, (nuint)i);
            var part = Vector256.ConvertToInt32((x - Vector256.Create(low)) * perUnit);
            part = Vector256.Min(Vector256.Max(part, default), Vector256.Create(counts.Length - 1));
            part.CopyTo(parts);
            // x − x is 0 for numbers, and NaN for the others.
            var finite = Vector256.Equals(x - x, default).ExtractMostSignificantBits();
            for (var lane = 0; lane < parts.Length; lane++)
            {
                counts[parts[lane]] += (int)((finite >> lane) & 1);
            }
        }
    }

    private static Vector256<float> Rest(ReadOnlySpan<float> values)
    {
        Span<float> filled = stackalloc float[Vector256<float>.Count];
        filled.Fill(float.NaN);
        values.CopyTo(filled);
        return Vector256.Create<float>(filled);
    }
}
