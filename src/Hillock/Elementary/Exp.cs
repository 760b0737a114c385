using System.Runtime.CompilerServices;

namespace Hillock;

/// <summary>
/// Elementary functions on double words, written once for all widths from exact or correctly rounded operations.
/// </summary>
/// <remarks>
/// Polynomials are Chebyshev interpolants computed with 60 digits by <c>coefficients.py</c> beside this file, which also
/// prints the errors quoted here.
/// </remarks>
internal static partial class Elementary
{
    internal const double Log2E = 1.4426950408889634;

    // ln 2 in two parts: the first has 11 trailing zero bits, so its product with any exponent is exact.
    internal const double Ln2High = 0.693147180559890330187;
    internal const double Ln2Low = 5.497923018708371e-14;

    // Beyond these the results are 0 and infinity in double.
    internal const double LeastExponent = -746;
    internal const double MostExponent = 710;

    // What short exponentials keep to, so that a power of two is made in one step. The upper bound is far beyond the floats and
    // still so low that e^x·e^(−e^x), the slope of nested ones, is 0 in the end and not e^690·e^−690.
    private const double ShortLeastExponent = -690;
    private const double ShortMostExponent = 300;

    /// <summary>eˣ, to 1 ULP; gradual underflow, infinity beyond 709.78. Short: to 2⁻³², for −690 ≤ x ≤ 300.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, IDoubles<V>, IReal<V>
    {
        if (!V.IsFull)
        {
            var small = ShortExpM1(x, out var power);
            return V.Fma(power, small, power);
        }

        var n = Reduce(x, out var r);
        return V.Scale(ExpM1OfReduced(r) + 1, n);
    }

    /// <summary>eˣ − 1, to 1.5 ULP, and eˣ; short as <see cref="Exp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpM1<V>(V x, out V exp)
        where V : struct, IDoubles<V>, IReal<V>
    {
        if (!V.IsFull)
        {
            var little = ShortExpM1(x, out var power);
            exp = V.Fma(power, little, power);
            return V.WithSign(V.Fma(power, little, power - 1), x);
        }

        var n = Reduce(x, out var r);
        var small = ExpM1OfReduced(r);
        exp = V.Scale(small + 1, n);

        // 2ⁿ(1 + small) − 1, where 2ⁿ − 1 is exact; twice half of it near the top, where 2ⁿ itself would overflow.
        var half = V.Scale(0.5, V.Within(n, -100, Words.Rounding));
        var expM1 = V.Fma(half, small, half - 0.5);
        return V.WithSign(expM1 + expM1, x);
    }

    /// <summary>The power of two s and the small p with eˣ = s·(1 + p), p to 2⁻³².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ShortExpM1<V>(V x, out V power)
        where V : struct, IDoubles<V>, IReal<V>
    {
        x = V.Within(x, ShortLeastExponent, ShortMostExponent);
        var rounded = V.Fma(x, Log2E, Words.ExponentInLowBits);
        power = V.PowerOfTwo(rounded);
        var r = V.Residue(rounded - Words.ExponentInLowBits, Ln2High + Ln2Low, x);
        V p = 0.00019890990824673654;
        p = V.Fma(p, r, 0.0013933649996309251);
        p = V.Horner(p, r, 0.0083333109254809, 0.041666464925285904, 0.16666666681623232, 0.500000001346581);
        return V.Fma(r * r, p, r);
    }

    /// <summary>n with x = n·ln 2 + r and |r| ≤ ½ ln 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce<V>(V x, out V r)
        where V : struct, IDoubles<V>, IReal<V>
    {
        x = V.Within(x, LeastExponent, MostExponent);
        var n = V.Fma(x, Log2E, Words.Rounding) - Words.Rounding;
        r = V.Fma(n, -Ln2Low, V.Fma(n, -Ln2High, x));
        return n;
    }

    /// <summary>eʳ − 1 for |r| ≤ ½ ln 2: r + r²·P(r), P to 2⁻⁵⁸.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpM1OfReduced<V>(V r)
        where V : struct, IDoubles<V>, IReal<V>
    {
        V p = 2.0914686968086876e-09;
        p = V.Fma(p, r, 2.5105217004720745e-08);
        p = V.Fma(p, r, 2.75572736431103e-07);
        p = V.Horner(p, r, 2.7557255400206422e-06, 2.4801587325547743e-05, 0.00019841269874820627, 0.0013888888888883748);
        p = V.Horner(p, r, 0.008333333333326136, 0.04166666666666667, 0.1666666666666667, 0.5);
        return V.Fma(r * r, p, r);
    }
}
