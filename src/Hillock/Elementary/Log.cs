using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Elementary
{
    private const double LeastNormal = 2.2250738585072014e-308;
    private const double TwoTo54 = 18014398509481984;

    /// <summary>ln x, to 1.5 ULP; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var n = Exponent(x, out var m);
        var s = (m - 1) / (m + 1);
        var w = s * s;
        return Log(x, V.Fma(n, Ln2High, s + s + V.Fma(s * w, ArtanhRest(w), n * Ln2Low)));
    }

    /// <summary>ln x in two parts, to 2⁻⁵⁹: a power multiplies the error of its logarithm.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x, out V low)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var n = Exponent(x, out var m);
        var divisor = m + 1;
        var s = (m - 1) / divisor;
        var lost = V.Residue(s, m - (divisor - 1), V.Residue(s, divisor, m - 1)) / divisor;
        var whole = n * Ln2High;
        var sum = whole + (s + s);
        var w = s * s;
        low = s + s - (sum - whole) + (lost + lost + V.Fma(s * w, ArtanhRest(w), n * Ln2Low));
        return Log(x, sum);
    }

    /// <summary>The logarithm of a positive x, −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Log<V>(V x, V ofPositive)
        where V : struct, IDoubles<V>, IReal<V> =>
        V.Where(x > 0, ofPositive, V.Where(x < 0, double.NaN, double.NegativeInfinity));

    /// <summary>n and m with x = m·2ⁿ and m in [√½, √2), for a positive x, subnormal ones included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Exponent<V>(V x, out V mantissa)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var subnormal = x < LeastNormal;
        var n = V.Exponent(V.Where(subnormal, x * TwoTo54, x), out mantissa);
        return V.Where(subnormal, n - 54, n);
    }

    /// <summary>
    /// Q(w) with 2 artanh(s) = 2s + s·w·Q(w) for w = s² ≤ 0.0295, to 2⁻⁵⁸, or 2⁻²⁹ of a term that is at most 2⁻⁶ of the whole.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ArtanhRest<V>(V w)
        where V : struct, IDoubles<V>, IReal<V>
    {
        if (!V.IsFull)
        {
            var p = V.Fma(0.2333096405177204, w, 0.2855080255327671);
            return V.Fma(V.Fma(p, w, 0.4000012200081688), w, 0.6666666655430018);
        }

        V q = 0.1308723619665962;
        q = V.Fma(q, w, 0.13268714792348096);
        q = V.Fma(q, w, 0.15386241881938595);
        q = V.Fma(q, w, 0.18181795600060793);
        return V.Horner(q, w, 0.22222222392089008, 0.28571428570801954, 0.4000000000000088, 0.6666666666666666);
    }

    /// <summary>ln(1 + x), to 2 ULP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1P<V>(V x)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var u = x + 1;
        var lost = x - (u - 1);
        return V.WithSign(Log(u) + (lost / u), x);
    }

    /// <summary>ln(1 + t) for 0 ≤ t ≤ 1, to 2 ULP: no exponent to take apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Log1POfUnit<V>(V t)
        where V : struct, IDoubles<V>, IReal<V>
    {
        var s = t / (t + 2);
        var w = s * s;

        // As in Log, for w ≤ 1/9; Q to 2⁻⁵⁸, or 2⁻³² of a term that is at most 2⁻⁴ of the whole
        V q;
        if (V.IsFull)
        {
            q = 0.1563057780092285;
            q = V.Fma(q, w, 0.07492143795550767);
            q = V.Fma(q, w, 0.10845178394880015);
            q = V.Horner(q, w, 0.11734279061303197, 0.13335178631449257, 0.1538454396486055, 0.18181819897962714);
            q = V.Horner(q, w, 0.2222222219823677, 0.285714285716001, 0.39999999999999525, 0.6666666666666666);
        }
        else
        {
            q = V.Fma(0.20787616855746752, w, 0.17464702465440773);
            q = V.Horner(q, w, 0.22264711209001325, 0.2857030572188366, 0.4000001076994966, 0.6666666665002361);
        }

        return V.Fma(s * w, q, s + s);
    }
}
