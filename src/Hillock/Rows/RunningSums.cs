using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Hillock;

/// <summary>Sixteen sums in doubles, of every sixteenth element each: one fixed order, whatever the width of the vectors.</summary>
/// <typeparam name="W">Lanes for doubles, two at least.</typeparam>
internal struct RunningSums<W>
    where W : struct, IDoubles<W>, IReal<W>
{
    /// <summary>How many there are.</summary>
    public const int Count = 16;

    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    private W a, b, c, d, e, f, g, h;

    /// <summary>The sum of the sums, by halves.</summary>
    public readonly double Total
    {
        [MethodImpl(Inline)]
        get
        {
            if (W.Count == 8)
            {
                return Halving.Sum(Unsafe.BitCast<W, Vector512<double>>(a + b));
            }

            return W.Count == 4
                ? Halving.Sum(Unsafe.BitCast<W, Vector256<double>>(a + c + (b + d)))
                : Halving.Sum(Unsafe.BitCast<W, Vector128<double>>(a + e + (c + g) + (b + f + (d + h))));
        }
    }

    /// <summary>Adds sixteen elements, one to each sum.</summary>
    [MethodImpl(Inline)]
    public void Add<E>(ref readonly E x)
        where E : unmanaged
    {
        a += At(in x, 0);
        b += At(in x, 1);
        if (W.Count <= 4)
        {
            c += At(in x, 2);
            d += At(in x, 3);
        }

        if (W.Count <= 2)
        {
            e += At(in x, 4);
            f += At(in x, 5);
            g += At(in x, 6);
            h += At(in x, 7);
        }
    }

    /// <summary>Adds a vector of sixteen floats, one to each sum.</summary>
    [MethodImpl(Inline)]
    public void Add(Vector512<float> x)
    {
        var (low, high) = Vector512.Widen(x);
        a += Unsafe.BitCast<Vector512<double>, W>(low);
        b += Unsafe.BitCast<Vector512<double>, W>(high);
    }

    /// <summary>Adds sixteen products, one to each sum.</summary>
    [MethodImpl(Inline)]
    public void AddProducts<E>(ref readonly E x, ref readonly E y)
        where E : unmanaged
    {
        a = W.Fma(At(in x, 0), At(in y, 0), a);
        b = W.Fma(At(in x, 1), At(in y, 1), b);
        if (W.Count <= 4)
        {
            c = W.Fma(At(in x, 2), At(in y, 2), c);
            d = W.Fma(At(in x, 3), At(in y, 3), d);
        }

        if (W.Count <= 2)
        {
            e = W.Fma(At(in x, 4), At(in y, 4), e);
            f = W.Fma(At(in x, 5), At(in y, 5), f);
            g = W.Fma(At(in x, 6), At(in y, 6), g);
            h = W.Fma(At(in x, 7), At(in y, 7), h);
        }
    }

    [MethodImpl(Inline)]
    private static W At<E>(ref readonly E x, int vector)
        where E : unmanaged =>
        W.Load(in Element.At(in x, vector * W.Count));
}

/// <summary>The sum of the lanes, by halves.</summary>
internal static class Halving
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector512<double> eight) => Sum(eight.GetLower() + eight.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector256<double> four) => Sum(four.GetLower() + four.GetUpper());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Sum(Vector128<double> two) => two[0] + two[1];
}
