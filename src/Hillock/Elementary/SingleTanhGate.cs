using System.Runtime.CompilerServices;

namespace Hillock;

internal static partial class Single
{
    /// <summary>x·tanh(ln(1 + eˣ)) and its slope.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TanhSoftplusGate<V>(V x, out V slope)
        where V : struct, IFloats<V>, IReal<V>
    {
        slope = TanhSoftplusGateSlope(x);

        // With e = eˣ, t = 1 + e and d = t² + 1 in two parts each, it is x − 2x/d and, where that cancels, x·e·(1 − et/d).
        var p = Split(x, out var power);
        var e = V.Fma(power, p, power);
        var t = OnePlusUnit(power, p, out var lost);
        var d = V.Fma(t, t, 1);
        lost = V.Fma(t + t, lost, V.Fma(t, t, (V)1 - d));
        var inverse = (V)1 / d;
        inverse = V.Fma(inverse, V.Residue(lost, inverse, V.Residue(d, inverse, 1)), inverse);
        var k = V.Residue(e * t, inverse, 1);
        var factor = V.Fma(p, k, k);
        var scaled = x * power;
        var far = V.Fma(scaled, factor, scaled * V.Fma(p, k, k - factor));
        return V.WithSign(V.Where(x > -1, V.Residue(inverse, x + x, x), far), x);
    }

    /// <summary>
    /// With u = e^−|x|, t = 1 + u and d = t² + 1 below 0, t² + u² above, it is u·B/d² below and 1 − 2u²·B/d² above, with
    /// B = (4 + 4x) + u·((6 + 4x) + u·(4 + u)) below and (1 − 2x) + u·((2 − 2x) + 2u) above.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V TanhSoftplusGateSlope<V>(V x)
        where V : struct, IFloats<V>, IReal<V>
    {
        var p = Split(-V.Magnitude(x), out var power);
        var u = V.Fma(power, p, power);
        var square = u * u;
        var t = OnePlusUnit(power, p, out var lost);
        var below = V.Negative(x);
        var last = V.Where(below, 1, square);
        var d = V.Fma(t, t, last);
        lost = V.Fma(t + t, lost, V.Fma(t, t, last - d));
        var inverse = (V)1 / d;

        // B is rounded once where the curvature is 0, at −2.26, and leaves no room.
        var factor = V.Where(below, 4, -2);
        var inner = V.Fma(u, V.Where(below, u + 4, 2), V.Fma(x, factor, V.Where(below, 6, 2)));
        var numerator = V.Fma(u, inner, V.Fma(x, factor, V.Where(below, 4, 1)));
        var quotient = Quotient(Quotient(numerator, d, lost, inverse), d, lost, inverse);
        return V.Where(below, power * V.Fma(p, quotient, quotient), V.Residue(square + square, quotient, 1));
    }

    /// <summary>1 + power·(1 + p) in two parts, for powers up to 1 or, with less in the second part, beyond.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OnePlusUnit<V>(V power, V p, out V lost)
        where V : struct, IFloats<V>, IReal<V>
    {
        var sum = power + 1;
        var result = V.Fma(power, p, sum);
        lost = V.Fma(power, p, sum - result);
        return result;
    }
}
