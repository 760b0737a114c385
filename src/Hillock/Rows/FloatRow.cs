using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>What softmax and its relatives need of a row of floats, in float lanes; sums are in doubles and in an order of their own.</summary>
/// <typeparam name="T">Lanes for floats.</typeparam>
/// <typeparam name="W">Lanes for their sums.</typeparam>
internal static partial class FloatRow<T, W>
    where T : struct, IFloats<T>, IReal<T>
    where W : struct, IDoubles<W>, IReal<W>
{
    /// <summary>The greatest elements of every lane, of which <see cref="Greatest(in Sixteen)"/> is the greatest of all; NaN counts for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Maxima(ReadOnlySpan<float> x, out Sixteen lanes)
    {
        Unsafe.SkipInit(out lanes);
        ref readonly var first = ref MemoryMarshal.GetReference(x);
        nint n = x.Length, i = 0;
        if (n < T.Count)
        {
            var greatest = float.NegativeInfinity;
            foreach (var value in x)
            {
                greatest = value > greatest ? value : greatest;
            }

            ((T)greatest).Store(ref lanes[0]);
            return;
        }

        T a = float.NegativeInfinity, b = a, c = a, d = a;
        for (; i <= n - (4 * T.Count); i += 4 * T.Count)
        {
            a = T.Max(T.Load(in Element.At(in first, i)), a);
            b = T.Max(T.Load(in Element.At(in first, i + T.Count)), b);
            c = T.Max(T.Load(in Element.At(in first, i + (2 * T.Count))), c);
            d = T.Max(T.Load(in Element.At(in first, i + (3 * T.Count))), d);
        }

        for (; i <= n - T.Count; i += T.Count)
        {
            a = T.Max(T.Load(in Element.At(in first, i)), a);
        }

        // The last vector may count some elements again.
        b = T.Max(T.Load(in Element.At(in first, n - T.Count)), b);
        T.Max(T.Max(a, b), T.Max(c, d)).Store(ref lanes[0]);
    }

    /// <summary>The greatest of the lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Greatest(in Sixteen lanes) => Greatest(T.Load(in lanes[0]));

    /// <summary>y = e^(x − base)·2⁶⁴, and their sum.</summary>
    /// <param name="x">The row.</param>
    /// <param name="maximum">Its greatest element, as <see cref="Shift{V}"/> takes it.</param>
    /// <param name="y">As long as the row; may be the row itself, or empty if only the sum is wanted.</param>
    public static double Exponentials(ReadOnlySpan<float> x, float maximum, Span<float> y)
    {
        double sum = 0;
        for (var start = 0; start < x.Length; start += FloatSums<T>.Most)
        {
            var count = Math.Min(FloatSums<T>.Most, x.Length - start);
            Exponentials(x.Slice(start, count), maximum, y.IsEmpty ? y : y.Slice(start, count), out var sums);
            sum += Sum(in sums);
        }

        return sum;
    }

    /// <summary>As above, for at most <see cref="FloatSums{T}.Most"/> elements, the sums not yet added up.</summary>
    /// <remarks>What fills no block comes first: a call after the loop would make the compiler keep its numbers in memory.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Exponentials(ReadOnlySpan<float> x, float maximum, Span<float> y, out LaneSums lanes)
    {
        Unsafe.SkipInit(out Sixteen unwanted);
        nint whole = x.Length & -RunningSums<W>.Count;
        var sums = new FloatSums<T>(Shift<T>.Most);
        if (whole < x.Length)
        {
            Rest(x[(int)whole..], maximum, y.IsEmpty ? y : y[(int)whole..], ref unwanted);
            sums.Add(in unwanted[0]);
        }

        var shift = new Shift<T>(maximum);
        ref readonly var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref y.IsEmpty ? ref unwanted[0] : ref MemoryMarshal.GetReference(y);
        nint step = y.IsEmpty ? 0 : 1;
        for (nint i = 0; i < whole; i += RunningSums<W>.Count)
        {
            ref readonly var source = ref Element.At(in from, i);
            ref var target = ref Unsafe.Add(ref to, i * step);
            At(in source, in shift, ref target, ref sums, 0);
            if (T.Count <= 8)
            {
                At(in source, in shift, ref target, ref sums, 1);
            }

            if (T.Count <= 4)
            {
                At(in source, in shift, ref target, ref sums, 2);
                At(in source, in shift, ref target, ref sums, 3);
            }
        }

        sums.Store(out lanes);
    }

    /// <summary>The sum of exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(in LaneSums lanes) => lanes.Total<W>(Shift<T>.Most);

    /// <summary>Σ e^(xᵢ − maximum) over all but one greatest element, from the sum of <see cref="Exponentials(ReadOnlySpan{float}, float, Span{float})"/>.</summary>
    public static double RestBeside(double sum, float maximum)
    {
        float greatest = 0;
        Single.ShiftedExp<Floats1>(maximum, new(maximum)).Store(ref greatest);

        // The base is so near that three terms of the exponential are all.
        double d = maximum - Shift<T>.BaseOf(maximum);
        return (sum - greatest) / (Shift<T>.Unit * (1 + (d * (1 + (d * (0.5 + (d / 6)))))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void At(ref readonly float x, in Shift<T> shift, ref float y, ref FloatSums<T> sums, int vector)
    {
        var exp = Single.ShiftedExp(T.Load(in Element.At(in x, vector * T.Count)), in shift);
        exp.Store(ref Unsafe.Add(ref y, vector * T.Count));
        sums.Add(vector, exp);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rest(ReadOnlySpan<float> x, float maximum, Span<float> y, ref Sixteen rest)
    {
        var shift = new Shift<T>(maximum);
        rest[..].Fill(float.NegativeInfinity);
        x.CopyTo(rest);
        for (var i = 0; i < RunningSums<W>.Count; i += T.Count)
        {
            Single.ShiftedExp(T.Load(in rest[i]), in shift).Store(ref rest[i]);
        }

        rest[..y.Length].CopyTo(y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Greatest(T lanes)
    {
        if (T.Count == 16)
        {
            var sixteen = Unsafe.BitCast<T, Vector512<float>>(lanes);
            return Greatest(Vector256.MaxNative(sixteen.GetLower(), sixteen.GetUpper()));
        }

        return T.Count == 8
            ? Greatest(Unsafe.BitCast<T, Vector256<float>>(lanes))
            : Greatest(Unsafe.BitCast<T, Vector128<float>>(lanes));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Greatest(Vector256<float> lanes) => Greatest(Vector128.MaxNative(lanes.GetLower(), lanes.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Greatest(Vector128<float> lanes)
    {
        lanes = Vector128.MaxNative(lanes, Vector128.Shuffle(lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(lanes, Vector128.Shuffle(lanes, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
