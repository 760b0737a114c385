using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <content>Passes over a row once its maximum and sum are known.</content>
internal static partial class FloatRow<T, W>
{
    /// <summary>Σ xᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Sum(ReadOnlySpan<float> x)
    {
        nint whole = x.Length & -RunningSums<W>.Count;
        var rest = default(Sixteen);
        x[(int)whole..].CopyTo(rest);
        var sums = default(RunningSums<W>);
        sums.Add(in rest[0]);
        ref readonly var first = ref MemoryMarshal.GetReference(x);
        for (nint i = 0; i < whole; i += RunningSums<W>.Count)
        {
            sums.Add(in Element.At(in first, i));
        }

        return sums.Total;
    }

    /// <summary>Σ xᵢ·yᵢ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        nint whole = x.Length & -RunningSums<W>.Count;
        Sixteen restX = default, restY = default;
        x[(int)whole..].CopyTo(restX);
        y[(int)whole..].CopyTo(restY);
        var sums = default(RunningSums<W>);
        sums.AddProducts(in restX[0], in restY[0]);
        ref readonly var firstX = ref MemoryMarshal.GetReference(x);
        ref readonly var firstY = ref MemoryMarshal.GetReference(y);
        for (nint i = 0; i < whole; i += RunningSums<W>.Count)
        {
            sums.AddProducts(in Element.At(in firstX, i), in Element.At(in firstY, i));
        }

        return sums.Total;
    }

    /// <summary>Σ xᵢ·yᵢ, to 2⁻²² of Σ |xᵢ·yᵢ|: four products at a time are added up as floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double NearDot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        const int Four = 4 * RunningSums<W>.Count;
        var whole = x.Length - (x.Length % Four);
        var rest = whole < x.Length ? Dot(x[whole..], y[whole..]) : 0;
        Unsafe.SkipInit(out Sixteen products);
        var sums = default(RunningSums<W>);
        ref readonly var firstX = ref MemoryMarshal.GetReference(x);
        ref readonly var firstY = ref MemoryMarshal.GetReference(y);
        for (nint i = 0; i < whole; i += Four)
        {
            var four = FourProducts(in Element.At(in firstX, i), in Element.At(in firstY, i), 0);
            if (T.Count == RunningSums<W>.Count)
            {
                sums.Add(Unsafe.BitCast<T, Vector512<float>>(four));
                continue;
            }

            four.Store(ref products[0]);
            FourProducts(in Element.At(in firstX, i), in Element.At(in firstY, i), T.Count).Store(ref products[T.Count]);
            if (T.Count <= 4)
            {
                FourProducts(in Element.At(in firstX, i), in Element.At(in firstY, i), 2 * T.Count).Store(ref products[2 * T.Count]);
                FourProducts(in Element.At(in firstX, i), in Element.At(in firstY, i), 3 * T.Count).Store(ref products[3 * T.Count]);
            }

            sums.Add(in products[0]);
        }

        return sums.Total + rest;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T FourProducts(ref readonly float x, ref readonly float y, int at)
    {
        var sum = T.Load(in Element.At(in x, at)) * T.Load(in Element.At(in y, at));
        sum = T.Fma(T.Load(in Element.At(in x, at + 16)), T.Load(in Element.At(in y, at + 16)), sum);
        sum = T.Fma(T.Load(in Element.At(in x, at + 32)), T.Load(in Element.At(in y, at + 32)), sum);
        return T.Fma(T.Load(in Element.At(in x, at + 48)), T.Load(in Element.At(in y, at + 48)), sum);
    }

    /// <summary>y = y·factor, with the factor known to twice the digits of a float.</summary>
    public static void Scale(Span<float> y, double factor) => Run(new ScalePass(y, factor), y.Length);

    /// <summary>y = x − a − b; where all three have one sign none of them loses anything.</summary>
    public static void Subtract(ReadOnlySpan<float> x, float a, float b, Span<float> y) => Run(new SubtractPass(x, a, b, y), x.Length);

    /// <summary>dx = y·factor·(dy − mean).</summary>
    public static void Centre(ReadOnlySpan<float> y, double factor, ReadOnlySpan<float> dy, double mean, Span<float> dx) =>
        Run(new CentrePass(y, factor, dy, mean, dx), y.Length);

    /// <summary>dx = y·(dy − mean).</summary>
    public static void Centre(ReadOnlySpan<float> y, ReadOnlySpan<float> dy, float mean, Span<float> dx) =>
        Run(new PlainCentrePass(y, dy, mean, dx), y.Length);

    /// <summary>dx = dy − y·factor·total.</summary>
    public static void Withdraw(ReadOnlySpan<float> y, double factor, ReadOnlySpan<float> dy, float total, Span<float> dx) =>
        Run(new WithdrawPass(y, factor, dy, total, dx), y.Length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<P>(P pass, nint n)
        where P : struct, IFloatPass, allows ref struct
    {
        nint i = 0;
        for (; i <= n - T.Count; i += T.Count)
        {
            pass.At<T>(i);
        }

        for (; i < n; i++)
        {
            pass.At<Floats1>(i);
        }
    }
}
